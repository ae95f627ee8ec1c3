# Debian packages, for the one user who may install them.

may_install() { is_root && has apt-get; }

# install_packages <package...>: a name that ends in `?` is left out where this release of Debian or Ubuntu has no such
# package. apt's own output goes to a log, whose end is shown when it fails.
install_packages() {
  local log=.touchstone/apt.log package packages=()
  update_package_lists "$log"
  for package in "$@"; do
    if [ "$package" = "${package%\?}" ] || package_exists "${package%\?}"; then packages+=("${package%\?}"); fi
  done
  say "installing ${packages[*]} (apt-get; log in $log)"
  if ! apt_get install -y --no-install-recommends "${packages[@]}" >>"$log" 2>&1; then
    tail -n 15 "$log" >&2
    stop "apt-get could not install: ${packages[*]}" "The lines above come from $log." \
      'Mend what they name, then run this again.'
  fi
}

package_exists() { apt-cache policy "$1" 2>/dev/null | grep -q '^ *Candidate: [^(]'; }

package_lists_are_new=no

update_package_lists() {
  [ "$package_lists_are_new" = no ] || return 0
  apt_get update >"$1" 2>&1 || say 'apt-get update failed; going on with the package lists that are there'
  package_lists_are_new=yes
}

# Waits for another apt-get instead of failing on its lock, and never asks anything.
apt_get() { DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@" </dev/null; }
