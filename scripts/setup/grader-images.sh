# The images that submissions run in, built by the program itself on top of the base images.

# The tags of the last build, as `touchstone images` printed them.
readonly images_built=.touchstone/images

ensure_grader_images() {
  images_are_current && return
  node bin/touchstone.mjs images >"$images_built.new" || stop 'The grader images could not be built.' 'The lines above say why.'
  mv "$images_built.new" "$images_built"
}

# The program would find out by itself, but takes a second to start. A folder that lost a file is newer, too.
images_are_current() {
  [ -s "$images_built" ] || return 1
  [ -z "$(find graders rubrics src/adapters/docker package-lock.json -newer "$images_built" -print -quit)" ] || return 1
  # shellcheck disable=SC2046
  docker image inspect $(cat "$images_built") >/dev/null 2>&1
}
