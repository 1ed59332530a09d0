#!/usr/bin/env bash
# Runs tests in containers (-Dinfra=containers): those tagged "docker", and of those on real parts ("real-parts") the modules where
# the server's own behaviour matters most: the outbox and the registry.
#
# Where a Docker daemon answers, it is used, with the vendors' images. Elsewhere, as root on Debian or Ubuntu, a private daemon is
# started in namespaces of its own, with images built from parts of this machine and tagged ci.local/...: they stand for the
# vendors' images only here. It ends with this script and leaves nothing behind. Where neither works, one loud line says so.
set -u
cd "$(dirname "$0")/.." || exit 1
root=$PWD

skip() {
  echo
  echo "!!! THE CONTAINER TESTS DID NOT RUN: $1. The same tests ran on the embedded parts."
  exit 0
}

eval "$(./waymark environment)" || exit 1 # JAVA_HOME, and MAVEN

modules=services/testkit,services/outbox,services/registry

run_tests() {
  "$MAVEN" -B -ntp test -Dinfra=containers "-Dgroups=docker | real-parts" -Djacoco.skip=true -Dsurefire.failIfNoSpecifiedTests=false \
    -pl "$modules" -am "$@"
}

if docker info >/dev/null 2>&1; then
  echo "Containers: the Docker daemon of this machine"
  run_tests
  exit
fi

[ "$(id -u)" = 0 ] || skip "no Docker daemon answers, and only root may start one"
[ "$(uname)" = Linux ] || skip "no Docker daemon answers"
if ! command -v dockerd >/dev/null || ! command -v iptables >/dev/null; then
  command -v apt-get >/dev/null || skip "there is no dockerd"
  echo "Containers: installing docker.io and iptables"
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends docker.io iptables >/dev/null 2>&1
  command -v dockerd >/dev/null || skip "dockerd cannot be installed"
fi

# ---- the daemon ----------------------------------------------------------------------------------------------------------------

place=$(mktemp -d) || exit 1
chmod 700 "$place"
unit=
finish() {
  [ -n "$unit" ] && kill -KILL "$unit" 2>/dev/null && wait "$unit" 2>/dev/null
  rm -rf "$place"
  find /sys/fs/cgroup -depth -type d -name docker -exec rmdir {} + 2>/dev/null
}
trap finish EXIT

# --kill-child: whatever ends this shell's child ends the daemon and its containers
unshare --net --mount --pid --fork --kill-child=KILL --mount-proc bash -c 'ip link set lo up
  exec dockerd --data-root "$0/data" --exec-root "$0/exec" --pidfile "$0/docker.pid" -H "unix://$0/docker.sock" --dns 127.0.0.1' \
  "$place" >"$place/dockerd.log" 2>&1 &
unit=$!
export DOCKER_HOST=unix://$place/docker.sock
for _ in $(seq 100); do
  docker info >/dev/null 2>&1 && break
  sleep 0.2
done
if ! docker info >/dev/null 2>&1; then
  tail -n 5 "$place/dockerd.log"
  skip "a private Docker daemon does not start here"
fi
daemon=$(pgrep -P "$unit" dockerd | head -n 1)
[ -n "$daemon" ] || skip "the private Docker daemon is not found"
echo "Containers: a private Docker daemon, images from parts of this machine"

# ---- the images ----------------------------------------------------------------------------------------------------------------

# Copies files with the libraries that they are linked to; not what lies in our own place, which is copied as it is.
with_libraries() {
  local target=$1 file
  shift
  for file in "$@"; do
    { echo "$file"; ldd "$file" 2>/dev/null | grep -o '/[^ ]*'; }
  done | sort -u | grep -v "^$place/" | while read -r file; do
    mkdir -p "$target$(dirname "$file")" && cp -L "$file" "$target$file"
  done
}

base() {
  local tree=$place/base library
  mkdir -p "$tree/usr/bin" "$tree/usr/lib" "$tree/usr/lib64" "$tree/tmp" "$tree/etc" "$tree/var/lib" "$tree/run"
  for folder in bin lib lib64; do ln -s "usr/$folder" "$tree/$folder"; done
  chmod 1777 "$tree/tmp"
  local programs=""
  for program in bash cat chmod chown cp cut date dirname env grep head id ls mkdir mv printf rm sed sleep sort tail touch tr uname setpriv; do
    programs="$programs $(command -v "$program")"
  done
  # shellcheck disable=SC2086  # a list of programs
  with_libraries "$tree" $programs
  for library in libstdc++.so.6 libgcc_s.so.1 libnss_files.so.2 libz.so.1 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1; do
    with_libraries "$tree" "$(ldconfig -p | sed -n "s|.*$library .*=> ||p" | head -n 1)"
  done
  ln -s bash "$tree/usr/bin/sh"
  mkdir -p "$tree/usr/lib/locale" && cp -r /usr/lib/locale/C.utf8 "$tree/usr/lib/locale/"
  printf 'root:x:0:0:root:/root:/bin/bash\npostgres:x:999:999::/var/lib/postgresql:/bin/bash\n' >"$tree/etc/passwd"
  printf 'root:x:0:\npostgres:x:999:\n' >"$tree/etc/group"
  tar -C "$tree" -c . | docker import --change 'ENV LANG=C.UTF-8' - ci.local/base:1 >/dev/null
}

class_path() { tr ':' '\n' <deploy/standalone/target/classpath.txt; }

kafka_image() {
  local tree=$place/kafka jar
  mkdir -p "$tree/libs"
  class_path | grep -v '/waymark-\|embedded-postgres' | while read -r jar; do cp "$jar" "$tree/libs/"; done
  "$JAVA_HOME/bin/jlink" --output "$tree/jre" --strip-debug --no-header-files --no-man-pages --add-modules \
    java.base,java.desktop,java.logging,java.management,java.naming,java.rmi,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.unsupported || return 1
  cp .ci/images/kafka/* "$tree/"
  DOCKER_BUILDKIT=0 docker build -q -t ci.local/apache/kafka:4.3.1 "$tree" >/dev/null 2>"$place/build.log"
}

postgres_image() {
  local tree=$place/postgres jar
  jar=$(class_path | grep 'embedded-postgres-binaries-linux')
  mkdir -p "$tree/postgres" "$tree/jar"
  (cd "$tree/jar" && "$JAVA_HOME/bin/jar" xf "$jar") && tar -C "$tree/postgres" -xJf "$tree"/jar/*.txz && rm -r "$tree/jar" || return 1
  # what PostgreSQL's own programs are linked to and do not bring along
  mkdir "$tree/libraries" && with_libraries "$tree/libraries" "$tree"/postgres/bin/postgres "$tree"/postgres/bin/initdb
  cp .ci/images/postgres/* "$tree/"
  DOCKER_BUILDKIT=0 docker build -q -t ci.local/postgres:18 "$tree" >/dev/null 2>"$place/build.log"
}

if [ ! -f deploy/standalone/target/classpath.txt ]; then
  "$MAVEN" -B -ntp -q package -Dmaven.test.skip=true -Djacoco.skip=true -pl deploy/standalone -am || exit 1
fi
if ! { base && kafka_image && postgres_image; }; then
  tail -n 20 "$place/build.log" 2>/dev/null
  echo "!!! THE CONTAINER TESTS DID NOT RUN: the images could not be built."
  exit 1
fi

# ---- the tests -----------------------------------------------------------------------------------------------------------------

# Only the tests' JVM enters the daemon's network, where the containers' ports are; Maven stays outside.
mkdir "$place/bin"
printf '#!/bin/sh\nexec nsenter -t %s --net "%s/bin/java" "$@"\n' "$daemon" "$JAVA_HOME" >"$place/bin/java"
chmod +x "$place/bin/java"
export TESTCONTAINERS_HOST_OVERRIDE=localhost TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX=ci.local/
export TESTCONTAINERS_PULL_TIMEOUT=5 TESTCONTAINERS_PULL_PAUSE_TIMEOUT=5
run_tests "-Djvm=$place/bin/java"
