// `transship lines`: what Assembly Lines have recorded on the branch assembly-lines, and how a first value gets there. Runs
// in a clone of the repository; git talks to its remote with whatever rights it has.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defined } from '../../ground/defined.ts';
import type { Io } from '../../ground/io.ts';
import { objectOf } from '../../ground/json.ts';
import { runGit } from '../../host/git/git.ts';
import type { Host } from '../../host/host.ts';
import {
  type Branch,
  branchName,
  fetchBranch,
  pushChanges,
  readState,
  readVersions,
  recordedNames,
  versionFile,
} from '../../line-store/branch.ts';
import { filesOfPack, writeStateFiles } from '../../line-store/state-files.ts';
import { badName, fileName } from '../../lines/names.ts';
import {
  type Recorded,
  type RecordedVersion,
  recordedText,
  withVersion,
} from '../../lines/recorded.ts';
import type { OptionRow } from '../command-row.ts';
import { type CommandLine, type ExitCode, type Program, wrongUsage } from '../program.ts';
import { terminalHost } from '../terminal-host.ts';

export const linesOptions: readonly OptionRow[] = [
  { name: 'remote', value: 'NAME', summary: 'Remote of the clone (default: origin)' },
  {
    name: 'type',
    value: 'TYPE',
    summary: 'Type of a new resource for `set`; params store each pair separately',
  },
];

type Actions = {
  readonly [name: string]: (
    line: CommandLine,
    io: Io,
    host: Host,
    branch: Branch,
  ) => Promise<ExitCode>;
};

const actions: Actions = {
  list: async (_, io, __, branch) => {
    const recorded = [...readVersions(branch, recordedNames(branch)).values()].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    if (recorded.length === 0) io.stderr(`nothing is recorded on the branch ${branchName} yet\n`);
    for (const {
      name,
      type,
      versions: [newest],
    } of recorded)
      io.stdout(
        `${[name, type || '-', newest === undefined ? '-' : shown(newest), newest?.at ?? ''].join('\t').trimEnd()}\n`,
      );
    return 0;
  },

  show: async (line, io, _, branch) => {
    const [, name = ''] = line.arguments;
    if (name === '') return wrongUsage(io, '`lines show` needs a NAME');
    const recorded = readVersions(branch, [name]).get(name);
    if (recorded === undefined) return unknown(io, name);
    for (const version of recorded.versions) {
      const { run, number, job } = version.by;
      const by =
        job === undefined ? 'by hand' : `${String(job)}, run ${String(number ?? run ?? '')}`;
      const files =
        version.sealed === true
          ? 'encrypted state'
          : version.files === undefined
            ? ''
            : `${Object.keys(version.files).length} files`;
      io.stdout(
        `${[`#${version.versionNumber}`, version.versionName ?? '-', version.at, by, files].join('\t').trimEnd()}\n`,
      );
      const bag = Object.entries(objectOf(version.propertyBag));
      if (bag.length > 0 && version === recorded.versions[0])
        for (const [key, value] of bag)
          io.stdout(`\t${key}=${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
    }
    return 0;
  },

  set: async (line, io, host, branch) => {
    const [, name = '', ...pairs] = line.arguments;
    if (name === '' || pairs.length === 0)
      return wrongUsage(
        io,
        '`lines set` needs a NAME and at least one KEY=VALUE',
        'transship lines set app versionName=1.4',
      );
    const bad = badName(name);
    if (bad !== undefined)
      return wrongUsage(io, `\`${name}\` can't be the name of a resource: ${bad}`);
    const values = new Map<string, string>();
    for (const pair of pairs) {
      const at = pair.indexOf('=');
      if (at < 1) return wrongUsage(io, `\`${pair}\` is not KEY=VALUE`);
      values.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const at = new Date(host.now()).toISOString();
    const changesOn = (current: Branch) => {
      const before = readVersions(current, [name]).get(name);
      const text = recordedText(
        setVersion(before, name, line.options['type'] ?? before?.type ?? '', values, at),
      );
      return [{ kind: 'file' as const, path: versionFile(name), bytes: Buffer.from(text) }];
    };
    const pushed = await pushChanges(host, branch, `${oneLine(name)} set by hand`, changesOn);
    if (!pushed.ok) return failed(io, pushed.failure);
    const newest = readVersions(pushed.value, [name]).get(name)?.versions[0];
    io.stdout(`${name}\t${newest === undefined ? '' : shown(newest)}\n`);
    return 0;
  },

  export: async (line, io, _, branch) => {
    const [, given] = line.arguments;
    const recorded = [...readVersions(branch, recordedNames(branch)).values()].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    if (given === undefined) {
      io.stdout(
        `${JSON.stringify(Object.fromEntries(recorded.map(({ name, type, versions }) => [name, { type, ...versions[0] }])), undefined, 2)}\n`,
      );
      return 0;
    }
    const folder = path.resolve(io.folder, given);
    if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) {
      io.stderr(`error: ${given} is there, and not empty\n  = help: name a new folder\n`);
      return 1;
    }
    for (const record of recorded) {
      const file = fileName(record.name);
      write(path.join(folder, 'versions', `${file}.json`), recordedText(record));
      const pack = readState(branch, record);
      const files = pack.ok
        ? filesOfPack(record.name, pack.value, io.env['ASSEMBLY_LINE_KEY'] ?? '')
        : pack;
      if (!files.ok) {
        io.stderr(
          `warning: ${files.failure.message}\n  = help: for this command the key is in the environment: ASSEMBLY_LINE_KEY\n`,
        );
        continue;
      }
      if (files.value.length === 0) continue;
      fs.mkdirSync(path.join(folder, 'state', file), { recursive: true, mode: 0o700 });
      writeStateFiles(path.join(folder, 'state', file), files.value);
    }
    io.stderr(`${recorded.length} names written to ${given}\n`);
    return 0;
  },
};

/** What the pairs say laid over the newest version; pairs of params are params. */
function setVersion(
  before: Recorded | undefined,
  name: string,
  type: string,
  values: ReadonlyMap<string, string>,
  at: string,
): Recorded {
  const newest = before?.versions[0];
  const pairs = Object.fromEntries([...values].filter(([key]) => key !== 'versionName'));
  const bag = newest?.propertyBag ?? {};
  const versionName = values.get('versionName') ?? newest?.versionName;
  const version: RecordedVersion = {
    versionNumber: 1,
    ...defined({ versionName }),
    propertyBag:
      type === 'params'
        ? { ...bag, params: { ...objectOf(bag['params']), ...pairs } }
        : { ...bag, ...pairs },
    at,
    by: {},
    ...defined({ template: newest?.template }),
  };
  return withVersion(before, name, type, version);
}

export const linesProgram: Program = async (line, io) => {
  const [name = ''] = line.arguments;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined)
    return wrongUsage(io, `\`lines ${name}\` is none of ${Object.keys(actions).join(', ')}`);
  const host = terminalHost(io);
  const remote = line.options['remote'] ?? 'origin';
  const asked = await runGit(host, io.folder, ['remote', 'get-url', '--', remote]);
  if (asked.kind === 'not-found')
    return failed(io, { message: 'git was not found on this machine' });
  if (asked.exitCode !== 0)
    return failed(io, {
      message: `this folder is not a clone with a remote \`${remote}\``,
      remedy: 'run it in a clone of the repository, or name the remote with --remote',
    });
  const url = asked.stdout.trim();
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-lines-'));
  try {
    const branch = await fetchBranch(
      host,
      { url: isPath(url) ? path.resolve(io.folder, url) : url, repository: url, access },
      parent,
    );
    return branch.ok ? await action(line, io, host, branch.value) : failed(io, branch.failure);
  } finally {
    fs.rmSync(parent, { recursive: true, force: true });
  }
};

/** Git may use what it uses for this remote anyway: helpers with credentials, ssh. */
const access = { GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh', GIT_TERMINAL_PROMPT: '1' };
const isPath = (url: string): boolean => !/^[a-z+]+:\/\//i.test(url) && !/^[^/]+:/.test(url);

const shown = ({ versionName, versionNumber }: RecordedVersion): string =>
  versionName ?? `#${versionNumber}`;
const oneLine = (text: string): string => text.replace(/[\r\n]/g, ' ');

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, { flag: 'wx' });
}

function unknown(io: Io, name: string): ExitCode {
  return failed(io, {
    message: `\`${name}\` is not recorded on the branch ${branchName}`,
    remedy: '`transship lines list` shows what is',
  });
}

function failed(
  io: Io,
  { message, remedy }: { readonly message: string; readonly remedy?: string },
): ExitCode {
  io.stderr(`error: ${message}\n${remedy === undefined ? '' : `  = help: ${remedy}\n`}`);
  return 1;
}
