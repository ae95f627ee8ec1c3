# A Redis of this checkout's own, so that two clones never see each other's jobs.

readonly redis_home=$PWD/.touchstone/redis

ensure_redis() {
  local port password
  mkdir -p "$redis_home"
  password=$(password_of "$redis_home")
  port=$(cat "$redis_home/port" 2>/dev/null || true)
  if [ -z "$port" ] || ! redis_is_ours "$port" "$password"; then
    if ! has redis-server && may_install; then install_packages redis-server; fi
    port=$(free_port ${port:+"$port"})
    if has redis-server; then start_redis_here "$port" "$password"; else start_redis_container "$port" "$password"; fi
    wait_until 20 redis_is_ours "$port" "$password" ||
      stop 'Redis was started, but does not answer.' "Read $redis_home/redis.log or: docker logs $(container_of redis)"
    printf '%s\n' "$port" >"$redis_home/port"
  fi
  service_is TOUCHSTONE_REDIS_URL "redis://:$password@127.0.0.1:$port"
}

# Nothing is written to disk: the database is the truth, the queue may be lost. `noeviction` is what BullMQ asks for.
start_redis_here() {
  say "starting redis-server on 127.0.0.1:$1"
  (
    umask 077
    printf '%s\n' 'bind 127.0.0.1' "port $1" "dir \"$redis_home\"" "requirepass $2" 'save ""' 'appendonly no' \
      'maxmemory-policy noeviction' >"$redis_home/redis.conf"
  )
  in_background "$redis_home/redis.log" redis-server "$redis_home/redis.conf"
}

start_redis_container() {
  start_service_container redis redis:7-bookworm "$1" 6379 --read-only -- \
    redis-server --requirepass "$2" --save '' --maxmemory-policy noeviction
}

# redis_is_ours <port> <password>: speaks the protocol itself, as redis-cli need not be there.
redis_is_ours() {
  local reply
  reply=$( (
    exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'AUTH %s\r\n' "$2" >&3 && IFS= read -r -t 3 line <&3 && printf '%s' "$line"
  ) 2>/dev/null) || return 1
  [ "${reply%$'\r'}" = '+OK' ]
}
