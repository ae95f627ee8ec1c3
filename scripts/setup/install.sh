# Debian packages, for the one user who may install them.

may_install() { is_root && has apt-get; }

# install_packages <package...>: apt's own output goes to a log, whose end is shown when it fails.
install_packages() {
  local log=.touchstone/apt.log
  say "installing $* (apt-get; log in $log)"
  if ! apt_get update >"$log" 2>&1; then
    say 'apt-get update failed; going on with the package lists that are there'
  fi
  if ! apt_get install -y --no-install-recommends "$@" >>"$log" 2>&1; then
    tail -n 15 "$log" >&2
    stop "apt-get could not install: $*" "The lines above come from $log." 'Mend what they name, then run this again.'
  fi
}

# Waits for another apt-get instead of failing on its lock, and never asks anything.
apt_get() { DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@" </dev/null; }

# packages_there_are <package...>: prints those that this release of Debian or Ubuntu knows.
packages_there_are() {
  local package
  for package in "$@"; do
    if [ -n "$(apt-cache policy "$package" 2>/dev/null | sed -n 's/^ *Candidate: \([^(].*\)/\1/p')" ]; then
      printf '%s\n' "$package"
    fi
  done
}
