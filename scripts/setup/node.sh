# Node.js and the npm packages of package-lock.json.

ensure_node() {
  has node || stop 'There is no Node.js.' 'Install Node.js 20.20 or newer: https://nodejs.org/en/download'
  local version
  version=$(node -p process.versions.node)
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 20) ? 0 : 1)' ||
    stop "Node.js is $version; 20.20 or newer is needed." 'Install a newer one: https://nodejs.org/en/download'
  has npm || stop "Node.js $version is here, npm is not." 'Install npm: https://docs.npmjs.com/downloading-and-installing-node-js-and-npm'
}

ensure_node_packages() {
  if node scripts/setup/node-packages-match.mjs; then return; fi
  say 'installing the npm packages of package-lock.json (npm ci)'
  npm ci --no-audit --no-fund --no-update-notifier --loglevel=error </dev/null >&2 ||
    stop 'npm ci failed.' 'Its own message is above. With a proxy or an own registry, tell npm: npm config set registry <url>'
}
