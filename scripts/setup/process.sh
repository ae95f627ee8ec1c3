# Daemons without systemd: started so that they outlive this script, and known again by what their pid file says.

# wait_until <seconds> <command...>: true as soon as the command succeeds.
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}

# in_background <log> <command...>: in a session of its own, so that Ctrl-C in the terminal does not reach it.
in_background() {
  local log=$1
  shift
  setsid nohup "$@" >>"$log" 2>&1 </dev/null &
  disown
}

# runs <program>: whether any process of that name lives, as far as this user sees.
runs() { cat /proc/[0-9]*/comm 2>/dev/null | grep -qxF "$1"; }

# pid_in_file <file> <program>: prints the pid only if that process lives and is the program. After a reboot or a
# kill -9 the number in a pid file may belong to anything.
pid_in_file() {
  local pid
  pid=$(head -n 1 "$1" 2>/dev/null | tr -dc '0-9') || return 1
  [ -n "$pid" ] && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$2" ] && printf '%s\n' "$pid"
}

# free_port [port]: the given port of 127.0.0.1 if nothing listens on it, so that a service comes back where it was;
# otherwise one that is free now.
free_port() {
  node -e 'const tryPort = (port) => require("node:net").createServer()
    .once("error", () => tryPort(0))
    .listen(port, "127.0.0.1", function () { console.log(this.address().port); this.close(); });
  tryPort(Number(process.argv[1] ?? 0));' "$@"
}
