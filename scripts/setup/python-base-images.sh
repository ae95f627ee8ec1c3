# The images that the Python grader's images are built on: the learner's has Python and its standard library, the
# runner's has pytest besides. They share no layer. Their tags are the contract; where they come from is decided here.

readonly python_base=touchstone-base-python:3.11
readonly pytest_base=touchstone-base-pytest:3.11

ensure_python_base_images() {
  image_exists "$python_base" && image_exists "$pytest_base" && return
  rm -f .touchstone/images
  if pull_within_reach python:3.11-slim-bookworm; then
    adopt_image python:3.11-slim-bookworm "$python_base"
    # The runner's Dockerfile adds pytest where it is missing.
    adopt_image python:3.11-slim-bookworm "$pytest_base"
  else
    has mmdebstrap || install_mmdebstrap
    python_base_from_debian "$python_base" python3,tzdata
    python_base_from_debian "$pytest_base" python3,tzdata,python3-pytest
  fi
}

# python_base_from_debian <tag> <packages>: a root file system of the essential packages and these.
python_base_from_debian() {
  image_exists "$1" && return
  say "building $1 from Debian packages (about a minute)"
  mmdebstrap --quiet --variant=essential --include="$2" \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --customize-hook='find "$1" -xdev -perm /6000 -type f -exec chmod a-s {} +' \
    --customize-hook='rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*' \
    bookworm - |
    docker import \
      --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
      --change 'CMD ["python3"]' - "$1" >/dev/null
}
