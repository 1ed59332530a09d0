#!/bin/sh
# Lays out what an image of a part contains, from what Maven built: deploy/images/stage.sh registry indicator ...
# Without arguments: all four. Build first: ./waymark build, or mvn package.
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- registry indicator alerting gateway

stage() {
  case $1 in
    registry) module=services/registry main=io.waymark.registry.RegistryApplication ;;
    indicator) module=services/indicator main=io.waymark.indicator.IndicatorApplication ;;
    alerting) module=services/alerting main=io.waymark.alerting.AlertingApplication ;;
    gateway) module=gateway main=io.waymark.gateway.GatewayApplication ;;
    *) echo "no such part: $1 (expected: registry, indicator, alerting, gateway)" >&2; exit 2 ;;
  esac
  target=$module/target
  [ -f "$target/classpath.txt" ] || { echo "$module is not built: $target/classpath.txt is missing" >&2; exit 1; }
  jar=$(ls "$target/waymark-$1"-*.jar | grep -v -e '-sources' -e '-tests' | head -n 1)

  rm -rf "$target/image"
  mkdir -p "$target/image/app" "$target/image/libs"
  cp "$jar" "$target/image/app/"
  path=/opt/waymark/app/$(basename "$jar")
  for lib in $(tr ':' ' ' <"$target/classpath.txt"); do
    name=$(basename "$lib")
    [ ! -e "$target/image/libs/$name" ] || { echo "two libraries are called $name" >&2; exit 1; }
    cp "$lib" "$target/image/libs/$name"
    path=$path:/opt/waymark/libs/$name
  done
  printf -- '-XX:+ExitOnOutOfMemoryError\n--enable-native-access=ALL-UNNAMED\n-cp %s\n%s\n' "$path" "$main" \
    >"$target/image/app/start"
  echo "$target/image: $(ls "$target/image/libs" | wc -l | tr -d ' ') libraries"
}

for part in "$@"; do stage "$part"; done
