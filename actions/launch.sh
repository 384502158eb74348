# Runs an action's program: `sh launch.sh NAME`. Finds a Node of at least 20.12: on PATH, in the runner's tool cache, or
# among those that the runner brings for its own actions (`/__e` in a job container).
# For the sh of Linux, macOS, small images, and Git on Windows. Starts no other program on the usual way.

# node-version.cjs ends an old Node with 86 before anything has happened; 126 and 127: it does not run on this system.
start() {
  if [ "${OS:-}" = Windows_NT ]; then
    "$1" -r "$here/node-version.cjs" "$here/../dist/$name/index.js"
    status=$?
  else
    # The runner cancels by a signal to this process alone, and a shell in front of a program would keep it to itself.
    "$1" -r "$here/node-version.cjs" "$here/../dist/$name/index.js" &
    program=$!
    trap 'kill -INT $program 2>/dev/null' INT
    trap 'kill -TERM $program 2>/dev/null' TERM HUP
    # A signal ends the waiting, not the program.
    while :; do
      wait $program
      status=$?
      kill -0 $program 2>/dev/null || break
    done
    trap - INT TERM HUP
  fi
  case $status in 86 | 126 | 127) ;; *) exit $status ;; esac
}

here=${0%/*}
name=$1

# Only absolute folders: an empty or relative element of PATH means the current one, where a checkout may hold a `node`.
# What the program starts is looked up by this PATH, too.
set -f
IFS=:
clean=
for folder in ${PATH:-}; do
  case $folder in /*) clean=${clean:+$clean:}$folder ;; esac
done
unset IFS
# An empty PATH means the current folder again.
PATH=${clean:-/usr/bin:/bin}
export PATH
IFS=:
for folder in $PATH; do
  unset IFS
  [ -f "$folder/node" ] && [ -x "$folder/node" ] && start "$folder/node"
  [ "${OS:-}" = Windows_NT ] && [ -f "$folder/node.exe" ] && start "$folder/node.exe"
done
unset IFS
set +f

# The folder of the runner: above the work folder, or where the process lies that started this step.
externals="/__e:${RUNNER_TEMP:-/nowhere}/../../externals"
process=$PPID
for _ in 1 2 3 4 5 6; do
  [ "${process:-1}" -gt 1 ] 2>/dev/null || break
  program=$(readlink "/proc/$process/exe" 2>/dev/null || ps -o comm= -p "$process" 2>/dev/null)
  case $program in */bin/Runner.*) externals="$externals:${program%/bin/*}/externals" ;; esac
  process=$(ps -o ppid= -p "$process" 2>/dev/null | tr -d ' ' || :)
done

IFS=:
case ${RUNNER_TOOL_CACHE:-}${RUNNER_TEMP:-} in *\\*) IFS=';' externals="${RUNNER_TEMP:-}\\..\\..\\externals" ;; esac
for folder in $externals; do
  for node in "$folder"/node2*/bin/node "$folder"/node2*/bin/node.exe; do
    [ -f "$node" ] && "$node" -r "$here/node-version.cjs" -e 0 >/dev/null 2>&1 && start "$node"
  done
done
for folder in "${RUNNER_TOOL_CACHE:-/nowhere}" "${AGENT_TOOLSDIRECTORY:-/nowhere}"; do
  for node in "$folder"/node/*/*/bin/node "$folder"/node/*/*/node.exe; do
    [ -f "$node" ] && "$node" -r "$here/node-version.cjs" -e 0 >/dev/null 2>&1 && start "$node"
  done
done

echo "::error title=transship $name::No Node.js of version 20.12 or newer was found on PATH, in the tool cache or beside the runner.%0APut a step with actions/setup-node before this one, or install Node.js on the machine or in the job's image."
exit 1
