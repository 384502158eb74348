#!/usr/bin/env bash
# Installs what the tests run against. Usage: .ci/install.sh [PART...]; without a part, all of them.
# Does nothing for what is there in the right version, so that it may run before every test run.
# Needs: Debian 12 or Ubuntu, root for the `apt` and `plugins` parts, node with npm, go and python3.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/env.sh

# --- what is installed: one row a tool ------------------------------------------------------------

# Debian packages, and the command or file that shows that one is there (-: only the package itself will do).
apt_rows='
docker.io          dockerd
iptables           iptables
docker-registry    docker-registry
apache2-utils      htpasswd
busybox-static     -
debootstrap        debootstrap
openssl            openssl
git                git
ca-certificates    /etc/ssl/certs/ca-certificates.crt
sudo               sudo
chromium           chromium
'
# Go programs: name in the tools folder, package, version, and the variable that holds the version
# where the program reports nothing useful without it.
go_rows='
actionlint         github.com/rhysd/actionlint/cmd/actionlint   v1.7.12   -
act                github.com/nektos/act                        v0.2.87   main.version
docker-buildx      github.com/docker/buildx/cmd/buildx          v0.36.1   github.com/docker/buildx/version.Version
docker-compose     github.com/docker/compose/v2/cmd             v2.35.0   github.com/docker/compose/v2/internal.Version
buildkitd          github.com/moby/buildkit/cmd/buildkitd       v0.31.0   github.com/moby/buildkit/version.Version
registry3          github.com/distribution/distribution/v3/cmd/registry   v3.0.0   -
'
# Built only where its part is named: it takes five minutes, and one test wants it.
slow_go_rows='
cosign             github.com/sigstore/cosign/v3/cmd/cosign     v3.0.2    -
'
# What the images of CodeShip's examples are made of (test/codeship-examples), on top of the Debian root.
examples_packages='apache2-utils apt-utils build-essential curl docker-registry golang-go libpq-dev nginx-light nodejs
postgresql python3 redis-server ruby ruby-bundler ruby-pg ruby-redis ruby-retriable'
zizmor_version=1.32.0
moto_version=5.2.5
node_version=24

# --- the parts ------------------------------------------------------------------------------------

say() { printf '%s\n' "$*"; }
stamp() { printf '%s/stamps/%s' "$TRANSSHIP_TOOLS" "$1"; }
done_already() { [ "$(cat "$(stamp "$1")" 2>/dev/null)" = "$2" ]; }
mark_done() { printf '%s' "$2" >"$(stamp "$1")"; }

# Registries answer with an error now and then: three tries, then the failure counts.
retry() {
  local try
  for try in 1 2 3; do
    "$@" && return 0
    say "try $try failed: $*"
    sleep $((try * 2))
  done
  return 1
}

# Runs a command quietly; what it printed is shown only if it failed.
quietly() {
  local log
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
  else
    local code=$?
    tail -n 40 "$log"
    rm -f "$log"
    return "$code"
  fi
}

part_apt() {
  local package proof missing=()
  while read -r package proof; do
    [ -n "$package" ] || continue
    case "$proof" in
      -) dpkg-query -W "$package" >/dev/null 2>&1 || missing+=("$package") ;;
      /*) [ -e "$proof" ] || missing+=("$package") ;;
      *) command -v "$proof" >/dev/null || missing+=("$package") ;;
    esac
  done <<<"$apt_rows"
  [ ${#missing[@]} -eq 0 ] && return
  say "apt-get install ${missing[*]}"
  # The packages bring services. Tests start their own, so none may start by itself.
  local policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    trap 'rm -f /usr/sbin/policy-rc.d' RETURN
  fi
  export DEBIAN_FRONTEND=noninteractive
  retry quietly apt-get update -q
  retry quietly apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# Builds the rows of go_rows, or one; without cgo, so that no C compiler is needed. An empty module instead of
# `go install` where the program's own module has replace lines, which `go install` refuses.
part_go() {
  local name package version variable flags
  while read -r name package version variable; do
    [ -n "$name" ] || continue
    [ "${1:-$name}" = "$name" ] || continue
    if done_already "$name" "$version" && [ -x "$TRANSSHIP_TOOLS/bin/$name" ]; then continue; fi
    say "go build $package@$version"
    export CGO_ENABLED=0
    flags=()
    [ "$variable" = - ] || flags=(-ldflags "-X $variable=$version")
    local work
    work=$(mktemp -d)
    if [ "$name" = buildkitd ]; then
      (
        cd "$work"
        quietly go mod init local
        retry quietly go get "$package@$version"
        quietly go build "${flags[@]}" -o "$work/built" "$package"
      )
    else
      GOBIN="$work" GOFLAGS="${GOFLAGS:-} -mod=mod" retry quietly go install "${flags[@]}" "$package@$version"
      mv "$work/$(basename "$package")" "$work/built"
    fi
    mv "$work/built" "$TRANSSHIP_TOOLS/bin/$name"
    rm -rf "$work"
    mark_done "$name" "$version"
  done <<<"$go_rows"
}
part_actionlint() { part_go actionlint; }
part_act() { part_go act; }
part_buildx() { part_go docker-buildx; }
part_compose() { part_go docker-compose; }
part_buildkitd() { part_go buildkitd; }
part_registry3() { part_go registry3; }
part_cosign() {
  local go_rows=$slow_go_rows
  part_go cosign
}

# `docker buildx` and `docker compose`: in the machine's plugin folder, where every client finds them,
# whatever its HOME and DOCKER_CONFIG are.
part_plugins() {
  local name folder=/usr/local/lib/docker/cli-plugins
  for name in docker-buildx docker-compose; do
    [ "$(readlink "$folder/$name" 2>/dev/null)" = "$TRANSSHIP_TOOLS/bin/$name" ] && continue
    say "link $folder/$name"
    mkdir -p "$folder"
    ln -sfn "$TRANSSHIP_TOOLS/bin/$name" "$folder/$name"
  done
}

# A Python program in an environment of its own: name, requirement, command.
python_program() {
  local name=$1 requirement=$2 command=$3 folder="$TRANSSHIP_TOOLS/venv-$1"
  if done_already "$name" "$requirement" && [ -x "$folder/bin/$command" ]; then return; fi
  say "pip install $requirement"
  rm -rf "$folder"
  if ! quietly python3 -m venv "$folder"; then
    quietly apt-get update -q
    quietly apt-get install -y -q --no-install-recommends python3-venv
    quietly python3 -m venv --clear "$folder"
  fi
  retry quietly "$folder/bin/pip" install --disable-pip-version-check "$requirement"
  ln -sfn "$folder/bin/$command" "$TRANSSHIP_TOOLS/bin/$command"
  mark_done "$name" "$requirement"
}
part_zizmor() { python_program zizmor "zizmor==$zizmor_version" zizmor; }
part_moto() { python_program moto "moto[server,ecr,sts]==$moto_version" moto_server; }

# The Node that the runner uses for `node24`, beside the machine's own: on PATH as `node24` only.
part_node24() {
  local folder="$TRANSSHIP_TOOLS/node24"
  if done_already node24 "$node_version" && [ -x "$TRANSSHIP_TOOLS/bin/node24" ]; then return; fi
  say "npm install node@$node_version"
  mkdir -p "$folder"
  [ -e "$folder/package.json" ] || printf '{"private":true}\n' >"$folder/package.json"
  retry quietly npm install --prefix "$folder" --no-audit --no-fund "node@$node_version"
  ln -sfn "$folder/node_modules/node/bin/node" "$TRANSSHIP_TOOLS/bin/node24"
  "$TRANSSHIP_TOOLS/bin/node24" -e "process.exit(process.versions.node.startsWith('$node_version.') ? 0 : 1)"
  mark_done node24 "$node_version"
}

# A Debian root with bash, as a tarball that .ci/engine.sh imports. The package mirror is the one that
# this machine is set up for, and stays in the image's apt sources, so that tests can install on top of it.
part_debian() {
  local tarball="$TRANSSHIP_TOOLS/images/debian-12.tar" work mirror
  if done_already debian 1 && [ -s "$tarball" ]; then return; fi
  say 'debootstrap bookworm'
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | sort -u | grep -v security | grep -m1 debian || true)
  if [ -z "$mirror" ]; then
    quietly apt-get update -q
    mirror=$(apt-get indextargets --format '$(REPO_URI)' | sort -u | grep -v security | grep -m1 debian)
  fi
  work=$(mktemp -d)
  mkdir -p "$TRANSSHIP_TOOLS/images"
  retry quietly debootstrap --variant=minbase bookworm "$work/root" "$mirror"
  rm -rf "$work"/root/var/cache/apt/archives/*.deb "$work"/root/var/lib/apt/lists/* "$work"/root/var/log/*
  tar -C "$work/root" --numeric-owner -cf "$tarball.part" .
  mv "$tarball.part" "$tarball"
  rm -rf "$work"
  mark_done debian 1
}

# The same root with many packages, which .ci/engine.sh imports too.
part_examples() {
  local tarball="$TRANSSHIP_TOOLS/images/debian-12-examples.tar" packages root
  packages=$(tr '\n' ' ' <<<"$examples_packages")
  if done_already examples "$packages" && [ -s "$tarball" ]; then return; fi
  part_debian
  say "apt-get install in a Debian root: $packages"
  root=$(mktemp -d)
  tar -C "$root" --numeric-owner -xf "$TRANSSHIP_TOOLS/images/debian-12.tar"
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  # No service of a package may start by itself.
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  retry quietly chroot "$root" apt-get update -q
  # shellcheck disable=SC2086
  retry quietly env DEBIAN_FRONTEND=noninteractive chroot "$root" \
    apt-get install -y -q --no-install-recommends $packages
  rm -rf "$root/usr/sbin/policy-rc.d" "$root"/var/{cache/apt,lib/apt/lists}/* "$root"/usr/share/{doc,man,locale}/*
  find "$root/var/log" -type f -delete
  tar -C "$root" --numeric-owner -cf "$tarball.part" .
  mv "$tarball.part" "$tarball"
  rm -rf "$root"
  mark_done examples "$packages"
}

# --- what runs at the same time -------------------------------------------------------------------

# The Go builds keep both cores busy; the other lane mostly waits for downloads, so it runs beside them.
lane_downloads() {
  part_apt
  part_zizmor
  part_moto
  part_node24
  part_debian
  part_examples
}
lane_go() {
  part_go
  part_plugins
}

mkdir -p "$TRANSSHIP_TOOLS/bin" "$TRANSSHIP_TOOLS/stamps"
exec 9>"$TRANSSHIP_TOOLS/install.lock"
flock 9
start=$SECONDS
if [ $# -gt 0 ]; then
  for part in "$@"; do "part_$part"; done
else
  lane_downloads &
  downloads=$!
  lane_go &
  builds=$!
  failed=0
  wait "$downloads" || failed=1
  wait "$builds" || failed=1
  [ "$failed" = 0 ] || { say 'install: something failed, see above'; exit 1; }
fi
say "tools ready in $TRANSSHIP_TOOLS after $((SECONDS - start)) s"
