#!/usr/bin/env bash
# The Docker engine of the tests. Usage: .ci/engine.sh start|stop|images|status
# start: uses an engine that answers already, else starts dockerd with a data folder of its own and
#        waits until it answers; then makes the base images. Prints `started` or `was running` last.
# stop:  ends the dockerd that `start` started; leaves any other alone.
# images: makes the base images only (transship.test/busybox:1, transship.test/debian:12, and
#        transship.test/debian-examples:12, which has the packages of test/codeship-examples).
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/env.sh

engine="$TRANSSHIP_TOOLS/engine"
pid_file="$engine/dockerd.pid"
log="$engine/dockerd.log"

answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }
# The process id of our dockerd, empty if it is gone (the number may belong to another program by now).
own_pid() {
  local pid
  pid=$(cat "$pid_file" 2>/dev/null || true)
  [ -n "$pid" ] && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dockerd ] && printf '%s' "$pid" || true
}

# In a container with cgroups of version 2: what runs there leaves the top group, for a group that has processes can hand no
# controller on to the groups of an engine's containers. Only a group below the machine's own top group has a type.
make_room_for_groups() {
  local top=/sys/fs/cgroup pid controllers
  [ -e "$top/cgroup.type" ] || return 0
  mkdir -p "$top/init"
  # One after the other: a process may be gone by now.
  for pid in $(cat "$top/cgroup.procs"); do
    { echo "$pid" >"$top/init/cgroup.procs"; } 2>/dev/null || true
  done
  controllers=$(cat "$top/cgroup.controllers")
  [ -z "$controllers" ] || echo "+${controllers// / +}" >"$top/cgroup.subtree_control"
}

start() {
  mkdir -p "$engine"
  # Two runs at once start one engine.
  exec 8>"$engine/lock"
  flock 8
  local how='was running'
  if ! answers; then
    local pid
    pid=$(own_pid)
    if [ -z "$pid" ]; then
      rm -f "$pid_file"
      make_room_for_groups
      # Containers outlive nothing here: no live-restore. The lock must not be handed on to the engine.
      setsid dockerd --data-root "$engine/data" --exec-root "$engine/exec" --pidfile "$pid_file" \
        >"$log" 2>&1 </dev/null 8>&- &
      how=started
    fi
    local tries=0
    until answers; do
      tries=$((tries + 1))
      if [ "$tries" -gt 300 ]; then
        printf 'dockerd does not answer. The end of %s:\n' "$log" >&2
        tail -n 30 "$log" >&2
        exit 1
      fi
      sleep 0.1
    done
  fi
  images
  printf '%s\n' "$how"
}

stop() {
  local pid
  pid=$(own_pid)
  [ -n "$pid" ] || return 0
  kill "$pid"
  local tries=0
  while [ -e "/proc/$pid" ] && [ "$tries" -lt 200 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
  [ ! -e "/proc/$pid" ] || kill -9 "$pid"
}

has_image() { docker image inspect "$1" >/dev/null 2>&1; }

# Nothing is pulled: busybox is Debian's static one, Debian comes from debootstrap (.ci/install.sh debian).
images() {
  if ! has_image transship.test/busybox:1; then
    local root
    root=$(mktemp -d)
    mkdir -p "$root"/{bin,etc,root,tmp}
    chmod 1777 "$root/tmp"
    cp /bin/busybox "$root/bin/busybox"
    chroot "$root" /bin/busybox --install -s /bin
    printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n' >"$root/etc/passwd"
    printf 'root:x:0:\nnogroup:x:65534:\n' >"$root/etc/group"
    tar -C "$root" --numeric-owner -c . |
      docker import -c 'CMD ["sh"]' -c 'ENV PATH=/bin' - transship.test/busybox:1 >/dev/null
    rm -rf "$root"
  fi
  debian_image debian-12.tar transship.test/debian:12
  debian_image debian-12-examples.tar transship.test/debian-examples:12
}

# debian_image TARBALL NAME: from .ci/install.sh; again where the tarball has changed.
debian_image() {
  local tarball="$TRANSSHIP_TOOLS/images/$1" made
  [ -s "$tarball" ] || return 0
  made=$(stat -c %Y "$tarball")
  [ "$(docker image inspect -f '{{.Comment}}' "$2" 2>/dev/null)" != "$made" ] || return 0
  docker import -m "$made" -c 'CMD ["bash"]' \
    -c 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
    "$tarball" "$2" >/dev/null
}

status() {
  answers && docker version --format 'engine {{.Server.Version}}, client {{.Client.Version}}' || printf 'no engine\n'
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  images) images ;;
  status) status ;;
  *) printf 'usage: %s start|stop|images|status\n' "$0" >&2; exit 2 ;;
esac
