# The images that submissions run in, built by the program itself on top of the base images.

ensure_grader_images() {
  [ -f src/main.ts ] && [ -f src/cli/images.ts ] || return 0
  node bin/touchstone.mjs images >&2 || stop 'The grader images could not be built.' 'The lines above say why.'
}
