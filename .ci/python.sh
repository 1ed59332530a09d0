#!/usr/bin/env bash
# What the Python sample client needs, from Debian's packages. Where they cannot be had, one line says so and its test skips.
set -u
needed="python3-grpcio python3-protobuf protobuf-compiler protobuf-compiler-grpc libprotobuf-dev"

there() {
  for python in python3 /usr/bin/python3; do
    "$python" -c 'import grpc, google.protobuf' 2>/dev/null || continue
    "$python" -c 'import grpc_tools' 2>/dev/null && return 0
    command -v protoc >/dev/null && command -v grpc_python_plugin >/dev/null && return 0
  done
  return 1
}

there && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Python sample client: installing $needed"
  export RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $needed >/dev/null 2>&1 ||
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $needed; } >/dev/null 2>&1
fi
there || echo "!!! THE PYTHON SAMPLE CLIENT WILL NOT RUN: $needed cannot be installed here."
exit 0
