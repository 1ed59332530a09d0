#!/bin/sh
# Lints the contracts and refuses a change that would break who reads them. Maven runs it at `verify`.
#
#   proto/lint.sh [auto|required|off]   auto: where buf cannot be had, say so in one line and go on; required: fail
#   proto/lint.sh accept                after a meant addition: makes today's contracts the ones that are promised
#
# The promise is baseline.binpb, a compiled image in this folder rather than a git reference, so that a shallow clone
# and an unpacked archive check the same thing.
set -eu
cd "$(dirname "$0")"
mode=${1:-auto}
buf=node_modules/.bin/buf
sources=src/main/proto
today=target/contracts.binpb
log=target/npm.txt

without_buf() {
  if [ "$mode" = auto ]; then
    echo "CONTRACTS NOT LINTED: $1 (-Dbuf=required makes this a failure)" >&2
    exit 0
  fi
  echo "Contracts cannot be linted: $1" >&2
  exit 1
}

fetch_buf() {
  command -v npm >/dev/null 2>&1 || without_buf "no npm on the PATH; install Node.js 18 or newer"
  # The package ships its binary in an optional dependency; its install script only checks that it arrived.
  # Not `npm ci`: that one wants every platform's binary in the lock file, and some registries carry only a few.
  npm install --no-save --ignore-scripts --no-audit --no-fund >"$log" 2>&1 ||
    without_buf "npm could not install buf; its words are in proto/$log"
}

wanted=$(sed -n 's/.*"@bufbuild\/buf": "\(.*\)".*/\1/p' package.json)
[ "$wanted" = "${BUF_VERSION:-$wanted}" ] || {
  echo "proto/package.json asks for buf $wanted, the root pom for $BUF_VERSION: make them one" >&2
  exit 1
}
[ "$mode" = off ] && exit 0
[ -f target/imports/google/api/http.proto ] || {
  echo "target/imports is missing: run this once through Maven (mvn -pl proto verify)" >&2
  exit 1
}
command -v node >/dev/null 2>&1 || without_buf "no node on the PATH; install Node.js 18 or newer"
[ "$("$buf" --version 2>/dev/null)" = "$wanted" ] || fetch_buf

"$buf" lint
"$buf" build "$sources" --exclude-source-info -o "$today"
if [ "$mode" = accept ]; then
  cp "$today" baseline.binpb
  echo "baseline.binpb now promises the contracts as they are; commit it with the change"
  exit 0
fi
"$buf" breaking "$sources" --against baseline.binpb
cmp -s "$today" baseline.binpb || {
  # Additions are welcome, but unprotected until they are in the baseline.
  echo "The contracts have additions that baseline.binpb does not promise yet: run proto/lint.sh accept" >&2
  [ "$mode" = auto ] || exit 1
}
echo "Contracts linted with buf $wanted, nothing broken"
