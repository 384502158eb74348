// Where Git has to be told that GitHub closed `git://`.

import type { Reading } from '../../../machine/calls/calls.ts';
import { asksByGitProtocol } from '../../../machine/changed/git-protocol.ts';
import type { Command } from '../keys/config.ts';
import type { Shared } from './command-context.ts';

type Redirection = {
  /** Before the checkout, which fetches submodules. */
  readonly onRunner: boolean;
  readonly inImage: boolean;
};

/** Where Git asks GitHub by https because a command, or a list of dependencies, names `git://`. */
export function redirectGit(
  readings: readonly Reading[],
  commands: readonly Command[],
  { context, config, machine }: Shared,
): Redirection {
  const { repository, report } = context;
  const texts = commands.map(({ text }, at) =>
    [text, ...(readings[at]?.scripts ?? []).map((path) => repository.read(path))].join('\n'),
  );
  const found = asksByGitProtocol(texts, repository);
  if (found === undefined) return { onRunner: false, inImage: false };
  const isText = 'text' in found;
  const node = (isText ? commands[found.text]?.from[0] : undefined) ?? config.keys.language;
  if (node !== undefined)
    report(
      'as-before',
      node,
      `${isText ? 'this' : `\`${found.path}\``} takes something from \`git://github.com/\`, which GitHub has not answered since 2022; Git asks by https instead`,
      'write `https://github.com/`, then remove the line',
    );
  const boots = machine.kind !== 'runner';
  return { onRunner: !boots || isText || found.path === '.gitmodules', inImage: boots };
}
