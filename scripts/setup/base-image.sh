# The image that Node's grader images are built on. Its tag is the contract; where it comes from is decided here.

readonly node_base=touchstone-base-node:24

ensure_base_image() {
  image_exists "$node_base" && return
  rm -f .touchstone/images
  if pull_within_reach node:24-bookworm-slim; then
    adopt_image node:24-bookworm-slim "$node_base"
  else
    say 'no image registry answers'
    build_node_base_from_debian
  fi
}

image_exists() { docker image inspect "$1" >/dev/null 2>&1; }

# pull_within_reach <image>: gives up after 8 s without a word from a registry, but lets a slow download finish.
pull_within_reach() {
  local log=.touchstone/pull.log pull
  image_exists "$1" && return
  say "pulling $1"
  docker pull "$1" >"$log" 2>&1 </dev/null &
  pull=$!
  wait_until 8 registry_spoke "$log" "$pull" || kill "$pull" 2>/dev/null || true
  wait "$pull"
}

registry_spoke() { grep -q 'Pulling from' "$1" || ! kill -0 "$2" 2>/dev/null; }

# adopt_image <image> <tag>: the ordinary image without its setuid bits, which nothing in a sandbox may use.
adopt_image() {
  printf 'FROM %s\nRUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +\n' "$1" |
    docker build -q --network none -t "$2" - >/dev/null
}

build_node_base_from_debian() {
  has mmdebstrap || install_mmdebstrap
  say "building $node_base from Debian packages and Node.js 24 from npm (about a minute)"
  local work
  work=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  fetch_node_24 "$work"
  debian_with_node "$work" >"$work/rootfs.tar"
  docker import \
    --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
    --change 'CMD ["node"]' "$work/rootfs.tar" "$node_base" >/dev/null
  rm -rf "$work"
  trap - EXIT
}

install_mmdebstrap() {
  may_install || stop 'No image registry answers, and the base image cannot be made from Debian packages without mmdebstrap.' \
    'As root:             apt-get install mmdebstrap debian-archive-keyring   (then run this again as root)' \
    "Or, with a network:  docker pull node:24-bookworm-slim && docker tag node:24-bookworm-slim $node_base"
  install_packages mmdebstrap 'debian-archive-keyring?'
}

# The npm packages node-linux-* hold the binary itself and run no install script.
fetch_node_24() {
  local arch
  case "$(uname -m)" in
  x86_64) arch=x64 ;;
  aarch64) arch=arm64 ;;
  *) stop "There is no Node.js 24 on npm for $(uname -m)." "Make an image $node_base with /usr/local/bin/node by hand." ;;
  esac
  mkdir "$1/overlay" "$1/node"
  npm pack --silent --pack-destination "$1" "node-linux-$arch@24" >/dev/null </dev/null ||
    stop "node-linux-$arch@24 could not be fetched from npm." 'Is the npm registry within reach? npm ping'
  tar -xzf "$1"/node-linux-*.tgz -C "$1/node" package/bin/node package/LICENSE
}

# Writes a root file system as small as sensible, with the user `node` (uid 1000) that the ordinary image has too.
debian_with_node() {
  mmdebstrap --quiet --variant=minbase --include=ca-certificates,libstdc++6 \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --customize-hook="install -m 755 '$1/node/package/bin/node' \"\$1/usr/local/bin/node\"" \
    --customize-hook="install -D -m 644 '$1/node/package/LICENSE' \"\$1/usr/share/doc/node/LICENSE\"" \
    --customize-hook='chroot "$1" groupadd --gid 1000 node' \
    --customize-hook='chroot "$1" useradd --uid 1000 --gid node --shell /bin/bash --create-home node' \
    --customize-hook='find "$1" -xdev -perm /6000 -type f -exec chmod a-s {} +' \
    --customize-hook='rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*' \
    bookworm -
}
