// Commands that connect by SSH, and the keys that Shippable had for them (shippable.md 3.3, 11.60, 11.62).

import { readCalls } from '../../../machine/calls/calls.ts';
import { listedOverSsh } from '../../../machine/changed/git-protocol.ts';
import { commandWords } from '../../../shell/commands.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Variable } from '../environment/environment.ts';
import type { Command } from '../keys/config.ts';

/** `git@HOST:path` or `ssh://`; the `@` of `repository.git@commit` is none of these. */
const address = /(?<![\w.-])git@[\w.-]+:(?!\d+\/)|\b(?:git\+)?ssh:\/\//;
const clients = new Set(['ssh', 'scp', 'sftp', 'ssh-copy-id']);

/** What rsync copies to or from by SSH. */
const remotePlace = /^["']?[\w.${}-]+@[\w.${}-]+:/;

/** A file in the folder of SSH, which every machine of Shippable had; a runner's user has none. */
const inFolder = /(?:~|\$HOME|\$\{HOME\}|\/root)\/\.ssh\//;

/** Whether the folder of SSH has to be there, and hosts that nobody knows be let in. */
export const usesSsh = (commands: readonly Command[]): boolean =>
  commands.some(
    ({ text }) =>
      address.test(text) ||
      gitRemote(text) !== undefined ||
      inFolder.test(text) ||
      commandWords(text).some(
        ({ word, rest }) =>
          clients.has(word) || (word === 'rsync' && rest.some((part) => remotePlace.test(part))),
      ),
  );

/** A command that writes a key, or gives one to the agent. */
const ownKey = /\.ssh\/(?:id_|\w+_rsa|\w+\.(?:key|pem))|\bssh-add\s+\S|\.pem\b/;

const load =
  'load it before the commands: `ssh-agent -a "$RUNNER_TEMP/ssh-agent"`, then `ssh-add -` with the secret as its input';

const ofRepository = `use the https address if the repository is public; otherwise add its deploy key as a secret, and ${load}`;

const isReached = (remote: string): string =>
  `\`${remote}\` ${/\s/.test(remote) ? 'connects' : 'is reached'} over SSH with a key that Shippable gave every build; the runner does not have it`;

/** Every build had the key of the project and that of the subscription; `hasKeys`: an integration brings one. */
export function reportSshWithoutKey(
  commands: readonly Command[],
  variables: readonly Variable[],
  hasKeys: boolean,
  { report, repository }: TranslationContext,
): void {
  if (hasKeys) return;
  const bringsKey = commands.some(({ text }) => ownKey.test(text));
  for (const { value = '', from } of bringsKey ? [] : variables) {
    const [node] = from ?? [];
    const remote = /^["']?(git@[\w.-]+:[\w~./-]+)["']?$/.exec(value)?.[1];
    if (node === undefined || remote === undefined) continue;
    report('ssh-without-key', node, isReached(remote), ofRepository);
  }
  if (!bringsKey) reportLists(commands, report, repository);
  for (const { text, from } of commands) {
    const [node] = from;
    const ofGit = gitRemote(text);
    const remote = ofGit ?? (bringsKey ? undefined : sshRemote(text));
    // Heroku takes no key any more; the table of gone servers says so.
    if (node === undefined || remote === undefined || /@heroku\.com:/.test(remote)) continue;
    report(
      'ssh-without-key',
      node,
      isReached(remote),
      ofGit === undefined ? `add a private key as a secret, and ${load}` : ofRepository,
    );
  }
}

/** Packages that a list of the project names by SSH, at the first command that installs them. */
function reportLists(
  commands: readonly Command[],
  report: TranslationContext['report'],
  repository: TranslationContext['repository'],
): void {
  const told = new Set<string>();
  for (const { text, from } of commands) {
    for (const { word } of readCalls(text, repository).calls) {
      const found = listedOverSsh(word, repository);
      const [node] = from;
      if (node === undefined || found === undefined || told.has(found.path)) continue;
      told.add(found.path);
      report(
        'ssh-without-key',
        node,
        `\`${found.path}\` names \`${found.address}\`, which is reached over SSH with a key that Shippable gave every build; the runner does not have it`,
        ofRepository,
      );
    }
  }
}

/** What a client of SSH without a key of its own connects to. */
function sshRemote(text: string): string | undefined {
  for (const { word, rest } of commandWords(text)) {
    const own = rest.some((part) => /(?:^|\s)-\w*i\b|IdentityFile/.test(part));
    if (own) continue;
    if (/^(?:ssh|sftp)$/.test(word)) {
      const host = withoutSshOptions(rest)[0];
      if (host !== undefined && !/^(?:-|localhost$|127\.)/.test(host)) return host;
    }
    if (/^(?:scp|rsync)$/.test(word)) {
      const remote = rest.find((part) => remotePlace.test(part));
      if (remote !== undefined) return remote;
    }
    if (/^(?:cap|mina)$/.test(word) && rest.some((part) => /^deploy(?::|$)/.test(part)))
      return [word, ...rest].join(' ');
  }
  return undefined;
}

const valuedSshOption = /^-[bcDEeFIJLlmOopQRSWw]$/;

function withoutSshOptions(words: readonly string[]): readonly string[] {
  let at = 0;
  while (words[at]?.startsWith('-')) at += valuedSshOption.test(words[at] ?? '') ? 2 : 1;
  return words.slice(at);
}

/** The address that a command of git, or of an installer that runs git, names. */
function gitRemote(text: string): string | undefined {
  for (const { word, rest } of commandWords(text)) {
    for (const part of rest) {
      // Git takes any user: `git remote add dokku dokku@HOST:app`.
      if (word === 'git' && /^[\w.-]+@[\w.-]+:(?!\/\/)[\w~./-]+$/.test(part)) return part;
      const found = /(?<![\w.-])git@[\w.-]+:[\w~./-]+|\b(?:git\+)?ssh:\/\/git@[\w./:-]+/.exec(part);
      if (found !== null) return found[0];
    }
  }
  return undefined;
}
