/** The shell texts that run inside the container, and the folders there. Any sh will do: dash, busybox, bash. */

import { quoteWord } from '../../shell/words.ts';

/**
 * Our folders inside lie below /dev, which is a file system of its own in memory: nothing of them, not even an empty
 * folder to mount on, gets into a committed image.
 */
const insideRoot = '/dev/transship';
export const insideFolders = {
  /** One folder for each step that runs: its script and its GITHUB_* files. */
  steps: `${insideRoot}/steps`,
  /** RUNNER_TEMP. */
  temp: `${insideRoot}/temp`,
  /** Folders of the host that variables name, by the names of these. */
  shared: `${insideRoot}/shared`,
  /** DOCKER_CONFIG. */
  docker: `${insideRoot}/docker`,
  /** The engine's socket. */
  run: `${insideRoot}/run`,
  /** The docker client, for images without one. */
  client: `${insideRoot}/bin`,
  /** Libraries of the docker client, where it needs some. */
  libraries: `${insideRoot}/lib`,
  /** Plugins of the docker client. */
  plugins: `${insideRoot}/plugins`,
} as const;

export const insideSocket = `${insideFolders.run}/docker.sock`;

/** A file whose presence says that other steps run at the same time, so that none gives the files back. */
export const sharedMark = 'shared';

/**
 * The first process reads commands from its standard input and ends with it, so that the container ends with whoever
 * holds the other end. A bash there also takes care of processes whose parents have ended; another shell does when it
 * starts something, so it is given a command now and then.
 */
export const becomeBash = 'command -v bash >/dev/null 2>&1 && exec bash --noprofile --norc\n';
export const heartbeat = '(:)\n';

/** Facts about the container, one `name=value` a line. Arguments: the workspace. Runs as root. */
export const inspectScript = `
fact() { printf '%s=%s\\n' "$1" "$2"; }
workspace=$1
set -- $(ls -di "$workspace" 2>/dev/null)
fact inode "\${1:-}"
set -- $(ls -nd "$workspace" 2>/dev/null)
fact owner "\${3:-}:\${4:-}"
[ -e ${insideFolders.steps}/ready ] && fact steps shared
for tool in bash chown find docker; do
  command -v "$tool" >/dev/null 2>&1 && fact "$tool" yes
done
socket=/var/run/docker.sock
if [ -S "$socket" ]; then fact socket own
elif [ -e "$socket" ] && { [ ! -f "$socket" ] || [ -s "$socket" ]; }; then fact socket own
else
  [ -f "$socket" ] && fact socket empty
  for folder in /var /var/run; do
    [ -d "$folder" ] || { mkdir "$folder" && fact made "$folder"; } 2>/dev/null
  done
  ln -sfn ${insideSocket} "$socket" 2>/dev/null && fact link "$socket"
fi
if command -v docker >/dev/null 2>&1; then
  DOCKER_HOST=unix://${insideSocket} docker version >/dev/null 2>&1 </dev/null && fact client works
elif [ -e ${insideFolders.client}/docker ]; then
  for folder in /usr/local/bin /usr/bin /bin; do
    case ":$PATH:" in *":$folder:"*) ;; *) continue ;; esac
    [ -d "$folder" ] || continue
    ln -s ${insideFolders.client}/docker "$folder/docker" 2>/dev/null && fact link "$folder/docker" && break
  done
fi
exit 0
`;

/** The same for the first process, on its standard input; the last line says that all are there. */
export const inspectByFirst = (workspace: string): string =>
  `(\nset -- ${quoteWord(workspace)}\n${inspectScript}) </dev/null\necho ${inspectedMark}\n`;

export const inspectedMark = 'inspected=yes';

/** User and group of the process that runs it, as `ids=1:2`, with nothing but the shell itself. */
export const idsScript = `
while read -r key real rest; do
  case $key in Uid:) uid=$real ;; Gid:) printf 'ids=%s:%s\\n' "$uid" "$real"; break ;; esac
done </proc/self/status
`;

/**
 * Runs the script. Arguments: the step's folder, options for bash. Shippable's shell was bash with \`-e\` and without
 * \`pipefail\` (shippable.md 3.2); an image without bash gets sh.
 */
export const runScript = `
step=$1; shift
echo $$ >"$step/pid"
[ -e "$step/leader" ] || echo $$ >"$step/leader"
if command -v bash >/dev/null 2>&1; then exec bash --noprofile --norc -e "$@" "$step/script"; fi
exec sh -e "$@" "$step/script"
`;

/** Those of ours in which steps may make files. Without any below the last one, its pattern finds nothing. */
const ownFolders = `${insideFolders.temp} ${insideFolders.docker} ${insideFolders.shared}/*`;

/** Files of others in the folders become those of \`$1\` (\`uid:gid\`). */
const changeOwner = `
change() {
  if command -v find >/dev/null 2>&1; then
    find "$workspace" ${ownFolders} "$step" -xdev ! -user "\${1%:*}" -exec chown -h "$1" {} +
  else chown -hR "$1" "$workspace" ${ownFolders} "$step"; fi
} 2>>"$step/owners"
`;

const ownerArguments = 'step=$1 workspace=$2 inside=$3 outside=$4; shift 4\n';

/** Makes the files those of the container's user. Arguments: step, workspace, \`uid:gid\` inside and outside. As root. */
export const takeScript = `${ownerArguments}${changeOwner}change "$inside"\n`;

/** Makes them the host user's again. Same arguments. */
export const giveScript = `${ownerArguments}${changeOwner}change "$outside"\n`;

/** All three in one go, where the container's user is root: the same arguments, then options for bash. */
export const takeRunGiveScript = `${ownerArguments}${changeOwner}
change "$inside"
echo $$ >"$step/leader"
sh -c ${quoteWord(runScript)} boot "$step" "$@"
code=$?
[ -e ${insideFolders.steps}/${sharedMark} ] || change "$outside"
exit $code
`;

/** Sends a signal to a step's script. Arguments: step, name of the signal. */
export const signalScript = 'read -r pid <"$1/pid" && kill -s "$2" "$pid"\n';

/** Ends whatever a step started and has not taken out of its process group. Argument: step. */
export const killScript = 'read -r pid <"$1/leader" && kill -s KILL -- "-$pid"\n';

/** What of ours lies in the container's own file system. */
export type Placed = {
  readonly links: readonly {
    readonly path: string;
    readonly target: string;
    readonly wasEmptyFile: boolean;
  }[];
  readonly madeFolders: readonly string[];
};

/** Takes away what we placed, so that a commit does not see it. */
export function removePlaced({ links, madeFolders }: Placed): string {
  return [
    ...links.map(({ path }) => `rm -f ${quoteWord(path)}`),
    ...links.filter((link) => link.wasEmptyFile).map(({ path }) => `: >${quoteWord(path)}`),
    ...[...madeFolders].reverse().map((folder) => `rmdir ${quoteWord(folder)}`),
    ':',
  ].join('\n');
}

export function restorePlaced({ links, madeFolders }: Placed): string {
  return [
    ...madeFolders.map((folder) => `mkdir -p ${quoteWord(folder)}`),
    ...links.map(({ path, target }) => `ln -sfn ${quoteWord(target)} ${quoteWord(path)}`),
    ':',
  ].join('\n');
}

/**
 * The program \`boot\` on the host's PATH. It only carries: the holder reads this process's arguments, environment and
 * folder from /proc, which loses nothing, and the step's environment reaches no program of ours (NODE_OPTIONS).
 */
export function bootProgram(folder: string, holder: number): string {
  return `#!/bin/sh
# Runs a script inside the booted container: boot [OPTION OF BASH]... SCRIPT
here=${quoteWord(folder)}
step=$here/requests/$$
if ! kill -0 ${holder} 2>/dev/null || ! [ -p "$here/bell" ]; then
  echo '::error title=transship boot::The booted container is gone: it is removed at the end of its job, and when something (such as killall node) ends the process that holds it.'
  exit 125
fi
rm -rf "$step"
mkdir -m 700 "$step" && mkfifo -m 600 "$step/out" "$step/err" || exit 125
tell() { echo "$1 $$" >"$here/bell"; }
for signal in HUP INT QUIT TERM USR1 USR2; do trap "tell $signal" "$signal"; done
{ cat "$step/err" >&2 & cat "$step/out"; wait; } </dev/null &
relay=$!
# Where the holder has ended, nobody comes to the pipes: whoever waits at one is let go.
{
  while sleep 1 && kill -0 $$; do
    kill -0 ${holder} || { true 4<>"$step/out" 5<>"$step/err"; sleep 1; } 3<>"$here/bell"
  done
} </dev/null >/dev/null 2>&1 &
watch=$!
tell run
# A signal ends the waiting, not what is waited for.
until wait "$relay"; do kill -0 "$relay" 2>/dev/null || break; done
kill "$watch" 2>/dev/null
code=125
if [ -e "$step/code" ]; then read -r code <"$step/code"
else
  echo '::error title=transship boot::The process that holds the booted container ended before this step, and the container with it. Something killed it (such as killall node), or the machine ran out of memory.'
fi
rm -rf "$step"
exit "$code"
`;
}
