# The Docker engine: used as it is where one answers, else installed and started.

readonly dockerd_log=/var/log/touchstone-dockerd.log

docker_answers() { timeout 15 docker info --format '{{.ServerVersion}}' 2>/dev/null | grep -q .; }

ensure_docker() {
  if has docker && docker_answers; then return; fi
  is_root || stop_for_docker
  if ! has dockerd || ! has docker; then
    may_install || stop_for_docker
    # From Debian 13 on the client is a package of its own.
    install_packages docker.io iptables ca-certificates 'docker-cli?'
  fi
  docker_answers || start_docker
}

start_docker() {
  if [ -d /run/systemd/system ]; then
    say 'starting Docker (systemctl start docker)'
    systemctl start docker || true
  elif runs dockerd; then
    say 'waiting for the dockerd that is starting'
  else
    say "starting dockerd (log in $dockerd_log)"
    remove_docker_leftovers
    tell_docker_of_gvisor
    in_background "$dockerd_log" dockerd "${dockerd_options[@]}"
  fi
  wait_until 60 docker_answers && return
  tail -n 8 "$dockerd_log" >&2 2>/dev/null || true
  stop 'Docker was started, but does not answer.' "Read $dockerd_log (or: journalctl -u docker)." 'Then: docker info'
}

# Where gVisor is installed, Docker is told of it, so that TOUCHSTONE_RUNTIME=runsc can be set and the tests go over it.
# An administrator's own configuration is left alone: then the runtime has to be named there (operators-guide.md). The
# platform is runsc's default (ptrace or systrap): `kvm` hangs on some virtual machines.
dockerd_options=()
tell_docker_of_gvisor() {
  local config=$PWD/.touchstone/dockerd.json
  if ! has runsc || [ -e /etc/docker/daemon.json ]; then return; fi
  printf '{ "runtimes": { "runsc": { "path": "%s", "runtimeArgs": ["--network=none"] } } }\n' \
    "$(command -v runsc)" >"$config"
  dockerd_options=(--config-file "$config")
}

# A dockerd that was killed hard leaves its pid file, its containerd and their sockets; the next one trips over each.
# Nothing of a running daemon is touched: there is none, or the caller would not be here.
remove_docker_leftovers() {
  local pid state=/var/run/docker/containerd
  if pid=$(pid_in_file "$state/containerd.pid" containerd || pid_in_file "$state/docker-containerd.pid" containerd); then
    kill "$pid" 2>/dev/null || true
    wait_until 5 test ! -d "/proc/$pid" || kill -9 "$pid" || true
  fi
  rm -f /var/run/docker.pid "$state"/*.pid "$state"/*.sock "$state"/*.sock.ttrpc /var/run/docker/metrics.sock
}

stop_for_docker() {
  if [ -S /var/run/docker.sock ] && has docker; then
    stop "Docker is here, but $(id -un) may not use it, or it is not running." \
      "As an administrator:   usermod -aG docker $(id -un)   (then $(id -un) logs in again)" \
      '                       systemctl start docker' \
      'Then run this again.'
  fi
  stop "There is no Docker here, and $(id -un) may not install it." \
    'As an administrator, on Debian or Ubuntu:' \
    '  apt-get install docker.io redis-server postgresql chromium   (the last two are for the tests)' \
    "  usermod -aG docker $(id -un)   (then $(id -un) logs in again)" \
    'Elsewhere: https://docs.docker.com/engine/install/' \
    'Then run this again.'
}
