#!/usr/bin/env bash
# Brings this machine to the point where `npm run demo` runs, and with --for-tests `npm test` too.
# It may be run at any time: what is there is left as it is, what is missing is installed or started.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for_tests=no
case "${1:-}" in
'') ;;
--for-tests) for_tests=yes ;;
*)
  echo "usage: scripts/setup.sh [--for-tests]" >&2
  exit 2
  ;;
esac

for part in say install process node git docker base-image python-base-images services redis postgres chromium grader-images; do
  # shellcheck source=/dev/null
  . "scripts/setup/$part.sh"
done

if ! mkdir -p .touchstone 2>/dev/null || [ ! -w .touchstone ]; then
  stop "$(id -un) may not write in $PWD/.touchstone." 'Use a clone of your own.'
fi
# Two runs in one checkout would start the same services twice. `flock -o` keeps the lock out of the hands of the
# daemons that are started below, which would hold it for ever.
if [ -z "${TOUCHSTONE_SETUP_LOCK:-}" ] && has flock; then
  TOUCHSTONE_SETUP_LOCK=held exec flock -o .touchstone/setup.lock scripts/setup.sh "$@"
fi

ensure_node
ensure_git
ensure_docker
ensure_node_packages
ensure_base_image
ensure_python_base_images
ensure_redis
if [ "$for_tests" = yes ]; then
  ensure_postgres
  ensure_chromium
fi
write_services
ensure_grader_images
say "ready (services in $services_file)"
