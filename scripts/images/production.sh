#!/usr/bin/env bash
# Builds the image `touchstone` from the Dockerfile: on the ordinary base where an image registry answers, else on the
# base that scripts/setup.sh makes from Debian packages, with npm added.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

for part in say install node process docker base-image; do
  # shellcheck source=/dev/null
  . "scripts/setup/$part.sh"
done

readonly npm_base=touchstone-base-npm:24

# The release line of npm that comes with Node.js 24.
build_npm_base() {
  image_exists "$npm_base" && return
  ensure_base_image
  local work
  work=$(mktemp -d)
  npm pack --silent --pack-destination "$work" npm@11 >/dev/null </dev/null
  tar -xzf "$work"/npm-*.tgz -C "$work"
  rm "$work"/npm-*.tgz
  printf '%s\n' "FROM $node_base" 'COPY package /usr/local/lib/node_modules/npm' \
    'RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm' >"$work/Dockerfile"
  docker build -q --network none -t "$npm_base" "$work" >/dev/null
  rm -rf "$work"
}

mkdir -p .touchstone
base=${TOUCHSTONE_BASE:-node:24-bookworm-slim}
if [ -z "${TOUCHSTONE_BASE:-}" ] && ! pull_within_reach "$base"; then
  build_npm_base
  base=$npm_base
fi
say "building touchstone on $base"
docker build --build-arg "BASE=$base" --tag "touchstone:${TOUCHSTONE_VERSION:-latest}" .
