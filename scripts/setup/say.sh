# How the set-up talks: one line a step, on standard error, because `npm run demo -- --format json` owns standard output.

say() { printf 'setup: %s\n' "$*" >&2; }

# stop <what is wrong> <what to do, one line each...>: for a person who has to act before the set-up can go on.
stop() {
  printf '\nsetup: %s\n' "$1" >&2
  shift
  printf '  %s\n' "$@" >&2
  exit 1
}

is_root() { [ "$(id -u)" = 0 ]; }

has() { command -v "$1" >/dev/null 2>&1; }
