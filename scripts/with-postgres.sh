#!/usr/bin/env bash
# Starts a throw-away PostgreSQL, runs the given command with TEST_DATABASE_URL set, and stops it. Exits with the command's code.
#   scripts/with-postgres.sh npx vitest run src/store
# Needs the server's programs (Debian: postgresql), no network. As root it works as the user postgres, because the server refuses root.
# The cluster trusts every local user and does not sync to disk: for tests only. Confirmed
# writes survive a crash of the server, not of the machine. PGPORT_TEST chooses the port, else a free one is taken.
set -euo pipefail

[ $# -gt 0 ] || { echo "usage: $0 command [argument …]" >&2; exit 2; }

bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || bin=$(dirname "$(command -v initdb 2>/dev/null || echo /nonexistent/initdb)")
[ -x "$bin/initdb" ] || { echo "with-postgres: no PostgreSQL server programs found" >&2; exit 3; }

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then su postgres -s /bin/sh -c 'exec "$0" "$@"' -- "$@"; else "$@"; fi
}

free_port() {
  local port
  # Below the ports that the system lends to connections (32768 on): one of those may be taken though nobody listens on it.
  for port in $(shuf -i 20000-29999 -n 50); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# mktemp in /tmp: TMPDIR may be closed to the user postgres.
dir=$(mktemp -d /tmp/with-postgres.XXXXXX)
[ "$(id -u)" -ne 0 ] || chown postgres "$dir"
started=
child=
finish() {
  if [ -n "$child" ]; then kill -TERM "$child" 2>/dev/null || true; fi
  if [ -n "$started" ]; then as_postgres "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true; fi
  rm -rf "$dir"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cd /
as_postgres "$bin/initdb" -D "$dir/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 ||
  { cat "$dir/initdb.log" >&2; exit 3; }
port=${PGPORT_TEST:-$(free_port)}
options="-p $port -k $dir -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
as_postgres "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -o "$options" -w -t 60 start >/dev/null ||
  { cat "$dir/server.log" >&2; exit 3; }
started=yes
cd "$OLDPWD"

# The password is not asked for, but some clients insist on one.
export TEST_DATABASE_URL="postgres://postgres:test@127.0.0.1:$port/postgres"
# In the background, so that a signal reaches the traps at once.
"$@" <&0 &
child=$!
code=0
wait "$child" || code=$?
child=
exit "$code"
