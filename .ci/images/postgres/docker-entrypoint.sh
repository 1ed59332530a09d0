#!/bin/bash
# As the vendor's: the first start makes the cluster, starts and stops once, and then the server runs as an ordinary user.
set -eu
export PGDATA=${PGDATA:-/var/lib/postgresql/data}
user=${POSTGRES_USER:-postgres}
as_postgres() { setpriv --reuid 999 --regid 999 --clear-groups "$@"; }
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  chown -R 999:999 "$(dirname "$PGDATA")"
  chmod 700 "$PGDATA"
  echo "$POSTGRES_PASSWORD" >/tmp/password
  chown 999 /tmp/password
  as_postgres initdb --username="$user" --pwfile=/tmp/password --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8
  rm /tmp/password
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  as_postgres pg_ctl -D "$PGDATA" -w -o '-c listen_addresses= -c unix_socket_directories=/tmp' start
  as_postgres pg_ctl -D "$PGDATA" -w -m fast stop
  if [ "${POSTGRES_DB:-$user}" != postgres ]; then
    echo "create database \"${POSTGRES_DB:-$user}\"" | as_postgres postgres --single -D "$PGDATA" postgres >/dev/null
  fi
fi
exec setpriv --reuid 999 --regid 999 --clear-groups "$@" -D "$PGDATA" -c 'listen_addresses=*' -c unix_socket_directories=/tmp
