# .touchstone/services.env: where this checkout's services are, for the program and the tests. It holds passwords of
# services that listen on this machine alone, so nobody else may read it.

readonly services_file=.touchstone/services.env
found_services=()

# service_is <KEY> <value>
service_is() { found_services+=("$1=$2"); }

# Values that an earlier run wrote and this one did not look for (the tests', without --for-tests) are kept.
write_services() {
  local line
  (
    umask 077
    {
      printf '%s\n' "${found_services[@]}"
      while IFS= read -r line; do
        printf '%s\n' "${found_services[@]}" | grep -q "^${line%%=*}=" || printf '%s\n' "$line"
      done < <(cat "$services_file" 2>/dev/null)
    } >"$services_file.new"
  )
  mv "$services_file.new" "$services_file"
}

# A password for one service of this checkout, made once. It also tells that service from those of other clones: ours
# is the one that accepts it.
password_of() {
  local file=$1/password
  if [ ! -s "$file" ]; then
    (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$file")
  fi
  cat "$file"
}

# container_of <service>: the name of this checkout's container for it.
container_of() { printf 'touchstone-%s-%s\n' "$1" "$(printf '%s' "$PWD" | cksum | cut -d' ' -f1)"; }

# start_service_container <service> <image> <port> <container port> <docker run options...> -- <command...>
# One that is there already did not let us in (its port or password is of another time), so it makes way.
start_service_container() {
  local service=$1 image=$2 port=$3 inner=$4 options=() name
  shift 4
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  name=$(container_of "$service")
  pull_within_reach "$image" || stop "There is no $service here, and no image registry answers." \
    'Have an administrator install the packages, then run this again:' \
    '  sudo apt-get install redis-server postgresql'
  say "starting $service on 127.0.0.1:$port as the container $name"
  docker rm --force --volumes "$name" >/dev/null 2>&1 || true
  docker run --detach --name "$name" --restart unless-stopped --publish "127.0.0.1:$port:$inner" \
    "${options[@]}" "$image" "$@" >/dev/null
}
