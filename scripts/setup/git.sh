# Git, for the demo's and the tests' stand-in for GitHub, which serves real repositories over HTTP.

ensure_git() {
  git_serves_http && return
  if may_install; then install_packages git; fi
  git_serves_http || stop 'There is no git here that can serve over HTTP (git http-backend).' \
    'On Debian or Ubuntu:   apt-get install git' 'Then run this again.'
}

git_serves_http() { has git && [ -x "$(git --exec-path)/git-http-backend" ]; }
