// The branch assembly-lines: versions/NAME.json and state/NAME/… of all that has run. Read by every job, written by one.
// No checkout: one bare repository of this job's own, which holds the newest commit alone.

import path from 'node:path';
import { backOff, secondsText } from '../ground/back-off.ts';
import { fail, ok, type Result } from '../ground/result.ts';
import { gitBytes, runGit } from '../host/git/git.ts';
import type { Environment, Host } from '../host/host.ts';
import { fileName } from '../lines/names.ts';
import { type Recorded, type RecordedVersion, readRecorded } from '../lines/recorded.ts';
import { badPath, type StateFile, type StatePack } from '../lines/state-pack.ts';

export const branchName = 'assembly-lines';

export type Remote = {
  /** What git is given: `https://github.com/acme/shop`. */
  readonly url: string;
  /** For messages. */
  readonly repository: string;
  /** What git may reach, and with which rights. */
  readonly access: Environment;
};

/** One state of the branch. */
export type Branch = {
  readonly remote: Remote;
  /** The bare repository. */
  readonly folder: string;
  /** Undefined where the branch is not there yet. */
  readonly commit: string | undefined;
};

const base = 'refs/heads/base';
const remoteTime = 5 * 60_000;
/** All blobs of one answer of git. */
const mostBytes = 64 * 1024 * 1024;
const networkTries = 3;

/** Fetches the newest commit of the branch into a new bare repository below `parent`. */
export async function fetchBranch(
  host: Host,
  remote: Remote,
  parent: string,
): Promise<Result<Branch>> {
  return fetchAgain(host, { remote, folder: newRepository(host, parent), commit: undefined });
}

/**
 * `fetchBranch` and `readVersions` in one, for a job that waits for both: the git that reads starts beside the one that
 * fetches.
 *
 * @param names may become known meanwhile; none where the job will not need them
 */
export async function fetchVersions(
  host: Host,
  remote: Remote,
  parent: string,
  names: Promise<readonly string[]>,
): Promise<Result<{ branch: Branch; recorded: ReadonlyMap<string, Recorded> }>> {
  const folder = newRepository(host, parent);
  const fetching = fetchAgain(host, { remote, folder, commit: undefined });
  const asked = Promise.all([fetching, names]).then(([branch, known]) =>
    branch.ok ? requestOf(branch.value, known.map(versionFile)) : '',
  );
  const pieces: Uint8Array[] = [];
  const reading = runGit(host, folder, ['cat-file', '--batch'], {
    stdin: asked,
    timeoutMs: networkTries * remoteTime,
    watch: (piece) => void pieces.push(piece),
  });
  const [branch, known, read] = await Promise.all([fetching, names, reading]);
  if (!branch.ok) return branch;
  if (read.kind === 'not-found' || read.exitCode !== 0)
    return fail(
      `The branch ${branchName} of ${remote.repository} was fetched, and git can't read it.`,
    );
  const files = filesOfAnswer(
    Buffer.concat(pieces),
    branch.value.commit === undefined ? [] : known.map(versionFile),
  );
  return ok({ branch: branch.value, recorded: recordedOf(files, known) });
}

/** A bare repository with nothing in it: what `git init` makes, without the process. */
function newRepository(host: Host, parent: string): string {
  const folder = path.join(parent, 'branch.git');
  host.files.remove(folder);
  for (const name of ['objects', 'refs']) host.files.makeFolder(path.join(folder, name));
  host.files.write(path.join(folder, 'HEAD'), `ref: ${base}\n`);
  host.files.write(
    path.join(folder, 'config'),
    '[core]\n\trepositoryformatversion = 0\n\tbare = true\n',
  );
  return folder;
}

/** The same with what others have pushed meanwhile. */
async function fetchAgain(host: Host, branch: Branch): Promise<Result<Branch>> {
  const { remote, folder } = branch;
  const fetch = [
    'fetch',
    '-q',
    '--no-tags',
    '--depth=1',
    remote.url,
    `+refs/heads/${branchName}:${base}`,
  ];
  for (let attempt = 1; ; attempt++) {
    const result = await runGit(host, folder, fetch, withServer(remote));
    if (result.kind === 'not-found')
      return fail(
        'git was not found on this machine.',
        'Install git on the machine, or in the image of the job.',
      );
    if (result.exitCode === 0) break;
    const said = result.stderr.trim();
    if (/couldn't find remote ref/i.test(said)) return ok({ ...branch, commit: undefined });
    if (attempt === networkTries || !isPassing(said))
      return fail(
        `The branch ${branchName} of ${remote.repository} could not be read: ${lastLine(said)}`,
        rightsRemedy(said, 'read'),
      );
    await pause(host, attempt, said);
  }
  // The usual place of a ref; asking git for it costs a process.
  const loose = host.files.read(path.join(folder, base))?.trim();
  if (loose !== undefined && /^[0-9a-f]{40,64}$/.test(loose))
    return ok({ ...branch, commit: loose });
  const head = await runGit(host, folder, ['rev-parse', '--verify', '-q', base]);
  return ok({
    ...branch,
    commit: head.kind === 'exited' && head.exitCode === 0 ? head.stdout.trim() : undefined,
  });
}

/** What the branch has of these names. */
export function readVersions(
  branch: Branch,
  names: readonly string[],
): ReadonlyMap<string, Recorded> {
  return recordedOf(readFiles(branch, names.map(versionFile)), names);
}

function recordedOf(
  files: ReadonlyMap<string, Uint8Array>,
  names: readonly string[],
): ReadonlyMap<string, Recorded> {
  return new Map(
    names.flatMap((name) => {
      const bytes = files.get(versionFile(name));
      const recorded =
        bytes === undefined ? undefined : readRecorded(Buffer.from(bytes).toString('utf8'));
      return recorded === undefined ? [] : [[name, recorded] as const];
    }),
  );
}

/** All names that the branch has. */
export function recordedNames(branch: Branch): readonly string[] {
  if (branch.commit === undefined) return [];
  const { bytes, complete } = gitBytes(
    branch.folder,
    ['ls-tree', '-z', '--name-only', `${branch.commit}:versions`],
    { most: mostBytes },
  );
  if (!complete) return [];
  const files = bytes
    .toString('utf8')
    .split('\0')
    .filter((file) => file.endsWith('.json'));
  const read = readFiles(
    branch,
    files.map((file) => `versions/${file}`),
  );
  return [...read.values()].flatMap(
    (text) => readRecorded(Buffer.from(text).toString('utf8'))?.name ?? [],
  );
}

/**
 * The state that goes with a recorded version, which is that of the newest one that has state.
 *
 * @param pinned number of an older version; the branch then has to have its history (`fetchHistory`)
 */
export function readState(
  tip: Branch,
  recorded: Recorded,
  pinned = Number.POSITIVE_INFINITY,
): Result<StatePack> {
  const { name } = recorded;
  const isKept = ({ files, sealed, versionNumber }: RecordedVersion): boolean =>
    versionNumber <= pinned && (files !== undefined || sealed === true);
  const newest = recorded.versions.find(isKept);
  if (newest === undefined) return ok({ kind: 'plain', files: [] });
  const isOlder = recorded.versions.some(
    ({ files, sealed, versionNumber }) =>
      versionNumber > newest.versionNumber && (files !== undefined || sealed === true),
  );
  const branch = isOlder ? whenNewest(tip, name, newest.versionNumber) : tip;
  if (branch === undefined)
    return fail(
      `The files of ${name} #${newest.versionNumber} are no longer in the history of the branch ${branchName}.`,
      `Take a newer version: \`transship lines show ${name}\` lists them.`,
    );
  const folder = stateFolder(name);
  if (newest.sealed === true) {
    const bytes = readFiles(branch, [`${folder}/${sealedFile}`]).get(`${folder}/${sealedFile}`);
    return bytes === undefined
      ? fail(`The branch ${branchName} has lost the state of ${name}.`)
      : ok({ kind: 'sealed', text: Buffer.from(bytes).toString('utf8') });
  }
  const modes = Object.entries(newest.files ?? {}).filter(([file]) => badPath(file) === undefined);
  const contents = readFiles(
    branch,
    modes.map(([file]) => `${folder}/${file}`),
  );
  const files: StateFile[] = [];
  for (const [file, mode] of modes) {
    const bytes = contents.get(`${folder}/${file}`);
    if (bytes === undefined)
      return fail(
        `The branch ${branchName} has lost ${JSON.stringify(file)} of the state of ${name}.`,
      );
    files.push({ path: file, mode: Number.parseInt(mode, 8) & 0o777, bytes });
  }
  return ok({ kind: 'plain', files });
}

/** The branch as it was while the state of this version was the newest one; undefined where history has no such commit. */
function whenNewest(branch: Branch, name: string, versionNumber: number): Branch | undefined {
  if (branch.commit === undefined) return undefined;
  const { bytes } = gitBytes(
    branch.folder,
    ['log', '--format=%H', branch.commit, '--', versionFile(name)],
    { most: mostBytes },
  );
  const commits = bytes.toString('utf8').split('\n');
  return commits
    .filter((commit) => commit !== '')
    .map((commit): Branch => ({ ...branch, commit }))
    .find((older) => {
      const then = readVersions(older, [name]).get(name);
      const kept = then?.versions.find(
        ({ files, sealed }) => files !== undefined || sealed === true,
      );
      return kept?.versionNumber === versionNumber;
    });
}

/** The branch with all of its history. */
export async function fetchHistory(host: Host, branch: Branch): Promise<Result<Branch>> {
  const { remote, folder, commit } = branch;
  if (commit === undefined || !host.files.list(folder)?.includes('shallow')) return ok(branch);
  const fetch = [
    'fetch',
    '-q',
    '--no-tags',
    '--unshallow',
    remote.url,
    `+refs/heads/${branchName}:${base}`,
  ];
  const result = await runGit(host, folder, fetch, withServer(remote));
  if (result.kind === 'exited' && result.exitCode === 0) return ok(branch);
  return fail(
    `The history of the branch ${branchName} of ${remote.repository} could not be read: ${result.kind === 'exited' ? lastLine(result.stderr) : 'git is gone'}`,
  );
}

export const versionFile = (name: string): string => `versions/${fileName(name)}.json`;
const stateFolder = (name: string): string => `state/${fileName(name)}`;
const sealedFile = 'state.sealed';

/** Contents of files in the newest commit; what is not there has no entry. */
function readFiles(branch: Branch, files: readonly string[]): ReadonlyMap<string, Uint8Array> {
  if (branch.commit === undefined || files.length === 0) return new Map();
  const { bytes } = gitBytes(branch.folder, ['cat-file', '--batch'], {
    input: requestOf(branch, files),
    most: mostBytes,
  });
  return filesOfAnswer(bytes, files);
}

/** What `git cat-file --batch` is asked for these files. */
const requestOf = ({ commit }: Branch, files: readonly string[]): string =>
  commit === undefined ? '' : files.map((file) => `${commit}:${file}\n`).join('');

/** And what it answers: a line with the size and the bytes of each, or one that says it is missing. */
function filesOfAnswer(bytes: Buffer, files: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  let at = 0;
  for (const file of files) {
    const end = bytes.indexOf(10, at);
    if (end < 0) break;
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(bytes.subarray(at, end).toString('utf8'))?.[1];
    at = end + 1;
    if (size === undefined) continue;
    found.set(file, bytes.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

export type Change =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'remove'; readonly path: string };

/** The change that replaces the whole state of a name. */
export function stateChanges(name: string, pack: StatePack): readonly Change[] {
  const folder = stateFolder(name);
  const files =
    pack.kind === 'sealed' ? [{ path: sealedFile, bytes: Buffer.from(pack.text) }] : pack.files;
  return [
    { kind: 'remove', path: folder },
    ...files.map(({ path: file, bytes }) => ({
      kind: 'file' as const,
      path: `${folder}/${file}`,
      bytes,
    })),
  ];
}

/** A push loses where others push at once; this often it is tried again. */
const raceTries = 10;

/**
 * Commits changes and pushes them. Where another one was faster, `changesOn` is asked again for the newer branch.
 *
 * @param changesOn the changes that this branch needs; none means that nothing is to be done
 * @param message of the commit
 */
export async function pushChanges(
  host: Host,
  branch: Branch,
  message: string,
  changesOn: (branch: Branch) => readonly Change[],
): Promise<Result<Branch>> {
  let current = branch;
  for (let attempt = 1; ; attempt++) {
    const changes = changesOn(current);
    if (changes.length === 0) return ok(current);
    const commit = await commitChanges(host, current, message, changes);
    if (!commit.ok) return commit;
    const push = ['push', '-q', current.remote.url, `${commit.value}:refs/heads/${branchName}`];
    const result = await runGit(host, current.folder, push, withServer(current.remote));
    if (result.kind === 'not-found') return fail('git is gone.');
    if (result.exitCode === 0) return ok({ ...current, commit: commit.value });
    const said = result.stderr.trim();
    const lost =
      /\[rejected\]|fetch first|non-fast-forward|cannot lock ref|failed to (?:update|lock) ref|reference already exists|incorrect old value/i.test(
        said,
      );
    if (!lost && !isPassing(said)) {
      return fail(
        `The branch ${branchName} could not be pushed: ${lastLine(said)}`,
        rightsRemedy(said, 'write'),
      );
    }
    if (attempt === raceTries) {
      return fail(
        `The branch ${branchName} could not be pushed: other runs were faster ${raceTries} times.`,
        'Run the job `record` again; if this happens often, give the workflow a `concurrency` group.',
      );
    }
    await pause(host, attempt, lost ? 'another run was faster' : said);
    const newer = await fetchAgain(host, current);
    if (!newer.ok) return newer;
    current = newer.value;
  }
}

async function commitChanges(
  host: Host,
  { folder, commit }: Branch,
  message: string,
  changes: readonly Change[],
): Promise<Result<string>> {
  const who = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';
  const text = Buffer.from(`${message}\n`);
  const parts: Uint8Array[] = [
    Buffer.from(
      `commit refs/heads/next\ncommitter ${who} ${Math.floor(host.now() / 1000)} +0000\ndata ${text.length}\n`,
    ),
    text,
    Buffer.from(commit === undefined ? '\n' : `from ${commit}\n`),
  ];
  for (const change of changes) {
    const quoted = `"${change.path.replace(/[\\"]/g, '\\$&')}"`;
    if (change.kind === 'remove') {
      // Of a new branch there is nothing to remove, and git says so.
      if (commit !== undefined) parts.push(Buffer.from(`D ${quoted}\n`));
      continue;
    }
    parts.push(
      Buffer.from(`M 100644 inline ${quoted}\ndata ${change.bytes.length}\n`),
      change.bytes,
      Buffer.from('\n'),
    );
  }
  // A try that lost left its branch.
  await runGit(host, folder, ['update-ref', '-d', 'refs/heads/next']);
  const result = await host.exec('git', ['-C', folder, 'fast-import', '--quiet', '--done'], {
    stdin: Buffer.concat([...parts, Buffer.from('done\n')]),
    env: localEnvironment(host.env),
    timeoutMs: remoteTime,
  });
  if (result.kind === 'not-found' || result.exitCode !== 0)
    return fail(
      `git fast-import failed: ${result.kind === 'exited' ? lastLine(result.stderr) : 'git is gone'}`,
    );
  const head = await runGit(host, folder, ['rev-parse', '--verify', '-q', 'refs/heads/next']);
  return head.kind === 'exited' && head.exitCode === 0
    ? ok(head.stdout.trim())
    : fail('git made no commit.');
}

/** Nothing that names another repository or program. */
function localEnvironment(own: Environment): Environment {
  const names = Object.keys(own).filter((name) => /^GIT_/.test(name));
  return { ...Object.fromEntries(names.map((name) => [name, undefined])), LC_ALL: 'C' };
}

const withServer = ({ access }: Remote) => ({ env: access, timeoutMs: remoteTime });

/** Whether the network or the server may be well again in a moment. */
function isPassing(said: string): boolean {
  return /could not resolve host|timed out|connection (?:reset|refused)|early EOF|unexpected disconnect|HTTP 5\d\d|error: 5\d\d|RPC failed|remote end hung up/i.test(
    said,
  );
}

function rightsRemedy(said: string, right: 'read' | 'write'): string | undefined {
  if (/GH0(?:06|13)|protected branch|rule violations/i.test(said))
    return `A ruleset or branch protection refuses the push: let GitHub Actions bypass it for ${branchName}, which only ever gets versions and state.`;
  if (/403|401|denied|authentication failed|not found|could not read username/i.test(said))
    return `The job needs \`permissions: contents: ${right}\`, and the token must be for this repository.`;
  return undefined;
}

async function pause(host: Host, attempt: number, why: string): Promise<void> {
  const wait = backOff({ first: 200, longest: 4000 }, attempt, host.random());
  host.log(`${lastLine(why)}; trying again in ${secondsText(wait)}`);
  await host.sleep(wait);
}

const lastLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('hint:'))
    .at(-1) ?? '';
