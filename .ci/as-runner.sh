#!/usr/bin/env bash
# Runs a command in a copy of the checkout as the user that GitHub's runner is: uid 1001, in the group docker, with sudo
# that asks for no password, and without rights beyond that. Usage, as root: .ci/as-runner.sh COMMAND...
# Root may do what the runner may not, so a test that passes as root says little.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/env.sh

uid=1001
getent passwd "$uid" >/dev/null || useradd --uid "$uid" --create-home --shell /bin/bash transship-runner
user=$(id -nu "$uid")
group=$(id -ng "$uid")
getent group docker >/dev/null || groupadd docker
usermod -aG docker "$user"

rule=/etc/sudoers.d/transship-runner
# Short: the path of a socket has at most 107 characters.
work=$(mktemp -d /tmp/r.XXXX)
# What a container or a killed test still writes there is no failure of the command.
trap 'rm -rf "$work" "$rule" || true' EXIT
printf '%s ALL=(ALL) NOPASSWD: ALL\n' "$user" >"$rule"
chmod 440 "$rule"
mkdir "$work/checkout" "$work/t"
cp -a . "$work/checkout"
# What the tests look for beside the checkout.
[ ! -d ../shared ] || ln -s "$(cd ../shared && pwd -P)" "$work/shared"
chown -R "$user:$group" "$work"
chmod 755 "$work"

cd "$work/checkout"
HOME=$(getent passwd "$user" | cut -d: -f6) TMPDIR="$work/t" USER="$user" LOGNAME="$user" \
  setpriv --reuid "$user" --regid "$group" --init-groups "$@"
