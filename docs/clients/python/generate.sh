#!/bin/sh
# Generates the stubs from the contracts into generated/: with grpcio-tools (pip), or with protoc and its plugin for Python
# (Debian: protobuf-compiler, protobuf-compiler-grpc, libprotobuf-dev).
#   ./generate.sh [FOLDER WITH THE CONTRACTS]
set -eu
cd "$(dirname "$0")"
contracts=${1:-../../../proto/src/main/proto}
out=${OUT:-generated}
mkdir -p "$out"
if "${PYTHON:-python3}" -c 'import grpc_tools' 2>/dev/null; then
  protoc() { "${PYTHON:-python3}" -m grpc_tools.protoc "$@"; }
elif command -v protoc >/dev/null && plugin=$(command -v grpc_python_plugin); then
  protoc() { command protoc "--plugin=protoc-gen-grpc_python=$plugin" "$@"; }
else
  echo "no generator: pip install -r requirements.txt, or apt-get install protobuf-compiler protobuf-compiler-grpc libprotobuf-dev" >&2
  exit 1
fi
# googleapis holds the two files of Google's that the contracts import (google.api.http).
protoc -I "$contracts" -I ../googleapis \
  --python_out="$out" --grpc_python_out="$out" \
  waymark/type/v1/type.proto waymark/registry/v1/registry.proto google/api/annotations.proto google/api/http.proto
echo "generated into $out"
