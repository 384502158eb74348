// Whoever commits needs a name. Shippable's machines had one where the project set none (shippable.md 3.3); a runner
// has none, and git refuses.

import { type Call, readCalls } from '../../../machine/calls/calls.ts';
import type { Line } from '../../../output/tree.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command } from '../keys/config.ts';
import { plainLine } from './script.ts';

const committing =
  /^(?:commit|commit-tree|merge|rebase|cherry-pick|revert|am|stash|notes|subtree)$/;

/** Whether a call makes a commit, or a tag that names its author. */
function commits({ word, args }: Call): boolean {
  if (word === 'npm' || word === 'yarn') return args[0] === 'version';
  if (word === 'mvn') return args.some((arg) => /^release:(?:prepare|perform|branch)/.test(arg));
  if (word !== 'git') return false;
  const [action = '', ...rest] = withoutOptions(args);
  if (action === 'tag')
    return rest.some((arg) => /^(?:-[a-zA-Z]*[asmF]|--(?:annotate|sign|message|file))/.test(arg));
  if (action === 'stash') return rest.length === 0 || /^(?:save|push|-)/.test(rest[0] ?? '');
  return committing.test(action) && !rest.some((arg) => /^--(?:abort|ff-only|squash)$/.test(arg));
}

/** Of git itself: `git -C folder -c key=value commit`. */
function withoutOptions(args: readonly string[]): readonly string[] {
  let at = 0;
  while (args[at]?.startsWith('-')) at += /^-[cC]$/.test(args[at] ?? '') ? 2 : 1;
  return args.slice(at);
}

/** Whether something says already who it is. */
const namesSomebody = ({ word, args }: Call): boolean =>
  (word === 'git' && args.some((arg) => /^user\.(?:name|email)(?:=|$)/.test(arg))) ||
  (word === 'export' && args.some((arg) => /^GIT_(?:AUTHOR|COMMITTER)_/.test(arg)));

/** The lines for a script whose commands commit under no name. */
export function identityLines(
  commands: readonly Command[],
  { repository }: TranslationContext,
): readonly Line[] {
  const calls = commands.flatMap(({ text }) => readCalls(text, repository).calls);
  return calls.some(commits) && !calls.some(namesSomebody)
    ? [
        "git config --global user.name 'github-actions[bot]'",
        "git config --global user.email '41898282+github-actions[bot]@users.noreply.github.com'",
      ].map(plainLine)
    : [];
}
