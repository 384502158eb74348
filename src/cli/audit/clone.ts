// A repository on GitHub by git instead of the API: only the commits that are asked for, without their history, and of their
// files only those that somebody reads. The token is in no argument, no address and no file.

import fs from 'node:fs';
import type { ReadingFailure } from '../../github/reading-failure.ts';
import { defined } from '../../ground/defined.ts';
import { fail } from '../../ground/result.ts';
import { runGit } from '../../host/git/git.ts';
import { serverEnvironment } from '../../host/git/git-server.ts';
import type { Host } from '../../host/host.ts';
import { textsOf, treeOfCommit } from './git-objects.ts';
import type { Tree } from './remote-tree.ts';

export type CloneServer = {
  /** `https://github.com`, without a slash at the end. */
  readonly url: string;
  readonly token: string;
};

export type Clone = {
  readonly tree: (commit: string) => Promise<Tree | ReadingFailure>;
  /** Texts by id, as far as there are any. */
  readonly texts: (ids: readonly string[]) => Promise<ReadonlyMap<string, string> | ReadingFailure>;
  /** Takes the folder away. */
  readonly remove: () => void;
};

/** Longer than any commit without its files takes. */
const timeoutMs = 10 * 60_000;
const tries = 3;

export function openClone(host: Host, server: CloneServer, name: string): Clone {
  let folder: string | undefined;
  const env = serverEnvironment(
    // Nothing is printed here that would need a mask, and a terminal would show the command that sets it.
    { ...host, mask: () => {} },
    server,
  );
  const git = (args: readonly string[], stdin?: string) =>
    runGit(host, folder ?? '.', args, {
      env,
      timeoutMs,
      ...defined({ stdin }),
    });

  async function open(): Promise<ReadingFailure | undefined> {
    if (folder !== undefined) return undefined;
    folder = host.files.makeTemporaryFolder('transship-audit-');
    openFolders.add(folder);
    for (const args of [
      ['init', '--quiet', '--bare', '--template=', '.'],
      ['remote', 'add', 'origin', `${server.url}/${name}.git`],
      ['config', 'remote.origin.promisor', 'true'],
      ['config', 'remote.origin.partialclonefilter', 'blob:none'],
    ]) {
      const result = await git(args);
      if (result.kind === 'not-found') {
        return final(
          'git is not installed on this machine',
          'install git 2.31 or newer, or leave out `--clone`',
        );
      }
      if (result.exitCode !== 0) return refusal(result.stderr, name);
    }
    return undefined;
  }

  async function fetch(
    what: readonly string[],
    depth: readonly string[] = [],
  ): Promise<ReadingFailure | undefined> {
    const args = [
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      '--recurse-submodules=no',
    ];
    for (let attempt = 1; ; attempt++) {
      const result = await git(
        [...args, ...depth, '--filter=blob:none', 'origin', '--stdin'],
        `${what.join('\n')}\n`,
      );
      if (result.kind === 'not-found') return refusal('git is gone', name);
      if (result.exitCode === 0) return undefined;
      if (attempt === tries || !passing.test(result.stderr)) return refusal(result.stderr, name);
      await host.sleep(2000 * attempt);
    }
  }

  return {
    tree: async (commit) => {
      const failed = (await open()) ?? (await fetch([commit], ['--depth=1']));
      if (failed !== undefined) return failed;
      return treeOfCommit(folder ?? '', commit) ?? refusal('git cannot list its files', name);
    },
    texts: async (ids) => {
      const here = textsOf(folder ?? '', ids);
      const missing = ids.filter((id) => !here.has(id));
      if (missing.length === 0) return here;
      const failed = await fetch(missing);
      return failed ?? new Map([...here, ...textsOf(folder ?? '', missing)]);
    },
    remove: () => {
      if (folder === undefined) return;
      fs.rmSync(folder, { recursive: true, force: true });
      openFolders.delete(folder);
      folder = undefined;
    },
  };
}

/** Folders of clones that are not done. */
const openFolders = new Set<string>();

/** Where the process is ended in the middle, the folders go too. */
export function removeClonesAtEnd(): void {
  const remove = (): void => {
    for (const folder of openFolders) fs.rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.once(signal, () => process.exit(code));
}

/** What may be better in a moment. */
const passing =
  /Could not resolve|Failed to connect|Connection (?:refused|reset|timed out)|Operation (?:too slow|timed out)|early EOF|RPC failed|hung up unexpectedly|Empty reply|error: (?:408|429|5\d\d)\b/i;

type Row = {
  readonly says: RegExp;
  readonly message: (name: string) => string;
  readonly remedy: string;
  readonly isFinal?: true;
};

/** The words are those of GitHub's git servers and of git; the first row that fits. */
const rows: readonly Row[] = [
  {
    says: /SAML SSO/i,
    message: (name) => `single sign-on is required, so GitHub did not show \`${name}\``,
    remedy:
      'open the list of your tokens, choose "Configure SSO" and authorize the token for the organization',
  },
  {
    says: /IP allow list/i,
    message: (name) =>
      `the organization does not accept requests from this address, so GitHub did not show \`${name}\``,
    remedy: 'run the audit from an address on the IP allow list',
    isFinal: true,
  },
  {
    says: /could not read Username|Authentication failed|invalid credentials|error: 401\b/i,
    message: () => 'the git server does not accept the token',
    remedy: 'it may have expired, been revoked or been copied incompletely: create a new one',
    isFinal: true,
  },
  {
    says: /repository .* not found|error: 40[34]\b|denied/i,
    message: (name) => `\`${name}\` does not exist, or the token may not read it`,
    remedy:
      'check the name; a fine-grained token needs the repository permission "Contents: read", a classic one the scope `repo`',
  },
  {
    says: /redirect|error: 30[1278]\b/i,
    message: (name) =>
      `the git server redirects to another address for \`${name}\`, and the token is not sent there`,
    remedy: 'use the current name of the repository',
  },
  {
    says: /certificate/i,
    message: () => 'the certificate of the git server is not trusted',
    remedy: 'set GIT_SSL_CAINFO to the file with the certificate of your own authority',
    isFinal: true,
  },
  {
    says: /not our ref|upload-pack: not our ref/i,
    message: (name) => `\`${name}\` changed while it was read`,
    remedy: 'run the audit again',
  },
  {
    says: /no space left|disk quota/i,
    message: () => 'the disk is full',
    remedy: 'free space in the folder for temporary files, or set TMPDIR to another one',
    isFinal: true,
  },
];

function refusal(stderr: string, name: string): ReadingFailure {
  const row = rows.find(({ says }) => says.test(stderr));
  const said = stderr.trim().split('\n').at(-1)?.replace(/\s+/g, ' ') ?? '';
  if (row === undefined) {
    const why = passing.test(stderr)
      ? 'the git server could not be reached'
      : `git could not read \`${name}\``;
    return failure(
      `${why}: ${said}`,
      'check the network, HTTPS_PROXY and NO_PROXY; without `--clone` the API is used instead',
      false,
    );
  }
  return failure(row.message(name), row.remedy, row.isFinal === true);
}

const final = (message: string, remedy: string): ReadingFailure => failure(message, remedy, true);

const failure = (message: string, remedy: string, isFinal: boolean): ReadingFailure => ({
  ok: false,
  failure: { ...fail(message, remedy).failure, isFinal },
});
