# A PostgreSQL for the tests of this checkout. It holds nothing worth keeping, so it does not wait for the disk.

readonly postgres_home=$PWD/.touchstone/postgres

ensure_postgres() {
  local password port url
  mkdir -p "$postgres_home"
  password=$(password_of "$postgres_home")
  port=$(cat "$postgres_home/port" 2>/dev/null || true)
  url="postgres://touchstone:$password@127.0.0.1:$port/touchstone_test"
  if [ -z "$port" ] || ! postgres_is_ours "$url"; then
    if [ -z "$(postgres_bin)" ] && may_install; then install_packages postgresql; fi
    port=$(free_port ${port:+"$port"})
    if [ -n "$(postgres_bin)" ]; then
      start_postgres_here "$port" "$password"
    else
      start_postgres_container "$port" "$password"
    fi
    url="postgres://touchstone:$password@127.0.0.1:$port/touchstone_test"
    wait_until 40 postgres_is_ours "$url" ||
      stop 'PostgreSQL was started, but does not answer.' \
        "Read $(postgres_data).log or: docker logs $(container_of postgres)"
    printf '%s\n' "$port" >"$postgres_home/port"
  fi
  service_is TOUCHSTONE_TEST_DATABASE_URL "$url"
}

postgres_is_ours() { node scripts/setup/postgres-answers.mjs "$1" 2>/dev/null; }

# The programs of the newest version that is installed; Debian keeps them off the PATH.
postgres_bin() {
  local initdb
  initdb=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
  if [ -x "$initdb" ]; then dirname "$initdb"; elif has initdb; then dirname "$(command -v initdb)"; fi
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if is_root; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# The data is in .touchstone/, unless that is out of PostgreSQL's reach (a clone in /root).
postgres_data() {
  if as_postgres test -x "$postgres_home"; then
    printf '%s\n' "$postgres_home/data"
  else
    printf '%s\n' "/var/tmp/$(container_of postgres)"
  fi
}

# start_postgres_here <port> <password>
start_postgres_here() {
  local data bin cluster
  data=$(postgres_data)
  bin=$(postgres_bin)
  cluster="$data $("$bin/initdb" --version)"
  stop_postgres_of_before "$data"
  if [ "$(cat "$postgres_home/cluster" 2>/dev/null)" != "$cluster" ] || [ ! -d "$data" ]; then
    make_cluster "$data" "$bin" "$2"
    printf '%s\n' "$cluster" >"$postgres_home/cluster"
  fi
  say "starting PostgreSQL on 127.0.0.1:$1"
  as_postgres "$bin/pg_ctl" start --silent -w -t 40 -D "$data" -l "$data.log" -o "-p $1 -h 127.0.0.1 -c max_connections=200 \
    -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >/dev/null ||
    stop 'PostgreSQL did not start.' "Read $data.log"
}

# make_cluster <data> <bin> <password>
make_cluster() {
  say 'making a PostgreSQL cluster for the tests'
  rm -rf "$1"
  if is_root; then install -d -m 700 -o postgres "$1"; else mkdir -m 700 "$1"; fi
  local pwfile
  pwfile=$(mktemp)
  printf '%s\n' "$3" >"$pwfile"
  if is_root; then
    chown postgres "$pwfile"
    install -m 600 -o postgres /dev/null "$1.log"
  fi
  as_postgres "$2/initdb" -D "$1" --username touchstone --pwfile "$pwfile" --auth scram-sha-256 --encoding UTF8 \
    --locale C.UTF-8 --no-sync >"$postgres_home/initdb.log" 2>&1 ||
    { tail -n 5 "$postgres_home/initdb.log" >&2 && stop 'initdb failed.' "Read $postgres_home/initdb.log"; }
  rm -f "$pwfile"
}

# One on our data that runs, but did not let us in, is stopped. A pid file whose number belongs to another program by
# now would keep PostgreSQL from starting.
stop_postgres_of_before() {
  local pid
  if pid=$(pid_in_file "$1/postmaster.pid" postgres) && [ "$(readlink "/proc/$pid/cwd")" = "$1" ]; then
    kill -INT "$pid"
    wait_until 10 test ! -d "/proc/$pid" || kill -9 "$pid"
  fi
  rm -f "$1/postmaster.pid"
}

start_postgres_container() {
  start_service_container postgres postgres:15-bookworm "$1" 5432 --env POSTGRES_USER=touchstone \
    --env "POSTGRES_PASSWORD=$2" --env POSTGRES_DB=touchstone_test -- -c fsync=off -c max_connections=200
}
