#!/usr/bin/env bash
# Runs a command with TEST_DATABASE_URL pointing at a PostgreSQL server of its own, made for this one run in a
# temporary folder, reachable from this machine only, and gone afterwards.
#   test/support/with_postgres.sh npm run test:pg
set -euo pipefail

if [ $# -eq 0 ]; then
  echo "usage: $0 COMMAND [ARGUMENT...]" >&2
  exit 64
fi

find_programs() {
  local folder
  for folder in "$(dirname "$(command -v initdb || echo /none/initdb)")" \
    $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV); do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
      echo "$folder"
      return
    fi
  done
  echo 'PostgreSQL is not installed. On Debian: apt-get install postgresql' >&2
  return 69
}

# initdb and pg_ctl refuse to run as root.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@")
  else
    "$@"
  fi
}

# In memory where there is plenty of room, unless the server is to be as slow as a real one.
place() {
  local free=0
  if [ "$fsync" = off ] && [ -d /dev/shm ]; then free=$(df --output=avail -k /dev/shm | tail -n 1); fi
  if [ "$free" -ge 6000000 ]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

programs=$(find_programs)
fsync=${TEST_DATABASE_FSYNC:-off}
folder=$(mktemp -d "$(place)/raadsbogen-pg.XXXXXX")

clean_up() {
  as_server "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

password=$(node -e 'console.log(require("node:crypto").randomBytes(18).toString("hex"))')
(umask 077 && printf '%s\n' "$password" >"$folder/password")
if [ "$(id -u)" -eq 0 ]; then chown -R postgres: "$folder"; fi

as_server "$programs/initdb" --pgdata="$folder/data" --username=tests --pwfile="$folder/password" \
  --auth=scram-sha-256 --encoding=UTF8 --no-locale --no-sync >"$folder/initdb.log"

# Nothing here outlives the run, so nothing needs to reach the disk; TEST_DATABASE_FSYNC=on tries a server as slow as a
# real one. The server's own zone is far from Denmark's too.
settings="-c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=$fsync -c synchronous_commit=$fsync"
settings="$settings -c autovacuum=off -c jit=off -c max_wal_size=1GB -c full_page_writes=$fsync -c timezone=Pacific/Kiritimati"
for try in 1 2 3; do
  port=$(free_port)
  if as_server "$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/data/server.log" --silent --wait \
    --options="$settings -p $port" start; then
    break
  elif [ "$try" -eq 3 ]; then
    cat "$folder/data/server.log" >&2
    exit 70
  fi
done

# The whole server goes afterwards, so that the tests need not take their databases down.
TEST_DATABASE_DISPOSABLE=1 TEST_DATABASE_URL="postgres://tests:$password@127.0.0.1:$port/postgres" "$@"
