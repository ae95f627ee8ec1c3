# A browser for the tests of the pages that people see.

ensure_chromium() {
  local found
  found=$(find_chromium)
  if [ -z "$found" ] && may_install; then
    # Ubuntu's package of this name only leads to a snap, which cannot run in a container.
    install_packages chromium
    found=$(find_chromium)
  fi
  [ -n "$found" ] || stop 'There is no Chromium for the tests of the pages.' \
    'On Debian:   sudo apt-get install chromium' \
    'Elsewhere:   npx playwright-core install --with-deps chromium' 'Then run this again.'
  service_is TOUCHSTONE_CHROMIUM "$found"
}

find_chromium() {
  local name
  for name in "${TOUCHSTONE_CHROMIUM:-}" chromium google-chrome-stable google-chrome; do
    if [ -n "$name" ] && has "$name"; then
      command -v "$name"
      return
    fi
  done
  # What `npx playwright-core install chromium` leaves behind.
  printf '%s\n' "$HOME"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome | sort -V | tail -n 1 | while IFS= read -r name; do
    [ ! -x "$name" ] || printf '%s\n' "$name"
  done
}
