#!/bin/sh
# Generates the stubs from the contracts into generated/.
#   ./generate.sh [FOLDER WITH THE CONTRACTS]
set -eu
cd "$(dirname "$0")"
contracts=${1:-../../../proto/src/main/proto}
out=${OUT:-generated}
mkdir -p "$out"
# googleapis holds the two files of Google's that the contracts import (google.api.http).
"${PYTHON:-python3}" -m grpc_tools.protoc -I "$contracts" -I ../googleapis \
  --python_out="$out" --grpc_python_out="$out" \
  waymark/type/v1/type.proto waymark/registry/v1/registry.proto google/api/annotations.proto google/api/http.proto
echo "generated into $out"
