// Sections as scripts. Shippable gave each item to `eval` under `-e`, in one shell for `ci` and `post_ci`;
// a hook's failures changed nothing (shippable.md 3.2).

import type { Line } from '../../output/tree.ts';
import { isOnlyComment, usesExit, usesReturn } from '../../shell/commands.ts';
import { completeItem, endItems } from '../../shell/item.ts';
import type { Command } from './config.ts';

/** The items of one section, each with the comments that stood above it. */
export function sectionLines(commands: readonly Command[]): Line[] {
  const items = commands.filter((command) => command.text !== '');
  const ended = endItems(items.map((command) => command.text));
  return items.flatMap((command, index) => [
    ...commentLines(command.before),
    { text: ended[index] ?? command.text, from: command.from },
  ]);
}

export const commentLines = (comments: readonly string[]): Line[] =>
  comments.map((comment) => ({ text: comment === '' ? '#' : `# ${neutral(comment)}`, from: [] }));

/** GitHub evaluates `${{` in a comment of a script as well. */
const neutral = (comment: string): string => comment.replaceAll('${{', '$ {{').replace(/\s+/g, ' ');

export const plainLine = (text: string): Line => ({ text, from: [] });

/** `ci` and `post_ci` as one script. */
export function mainScript(
  ci: readonly Command[],
  postCi: readonly Command[],
  before: readonly Line[],
  /** Variables that later steps have to see, however the script ends. */
  kept: readonly string[],
): Line[] {
  const lines: Line[] = [...before];
  const returns = [...ci, ...postCi].some(({ text }) => usesReturn(text));
  const exits = [...ci, ...postCi].some(({ text }) => usesExit(text));
  if (kept.length > 0) {
    lines.push(
      plainLine('keep() {'),
      plainLine(`  for name in ${kept.join(' ')}; do`),
      plainLine(
        '    [ -z "${!name+x}" ] || printf \'%s<<end_of_value\\n%s\\nend_of_value\\n\' "$name" "${!name}" >> "$GITHUB_ENV"',
      ),
      plainLine('  done'),
      plainLine('}'),
    );
  }
  if (exits) {
    lines.push(
      plainLine(
        '# On Shippable a script that ended before its last command failed, also with `exit 0`.',
      ),
    );
  }
  const atExit = [
    ...(kept.length > 0 ? ['keep'] : []),
    ...(exits ? ['[ -n "$finished" ] || exit 1'] : []),
  ];
  if (atExit.length > 0) lines.push(plainLine(`trap '${atExit.join('; ')}' EXIT`));
  const add = (name: string, commands: readonly Command[]): void => {
    if (commands.length === 0) return;
    if (!returns) {
      lines.push(...sectionLines(commands));
      return;
    }
    // `return` ends a section, and only that one, because each was a function.
    lines.push(
      plainLine(`${name}() {`),
      ...sectionLines(commands),
      plainLine('}'),
      plainLine(name),
    );
  };
  add('ci', ci);
  add('post_ci', postCi);
  if (exits) lines.push(plainLine('finished=1'));
  return hasCommand(lines) ? lines : [...lines, plainLine(':')];
}

const hasCommand = (lines: readonly Line[]): boolean =>
  lines.some((line) => !isOnlyComment(line.text));

/** A section on the host: a shell of its own that stops at the first failure. */
export function hostScript(commands: readonly Command[], before: readonly Line[]): Line[] {
  const lines = [...before, ...sectionLines(commands)];
  return hasCommand(lines) ? lines : [...lines, plainLine(':')];
}

/** A hook goes on after a failing command; only an explicit `exit` counts. */
export function hookScript(commands: readonly Command[], before: readonly Line[]): Line[] {
  const body = commands
    .filter((command) => command.text !== '')
    .flatMap((command) => [
      ...commentLines(command.before),
      { text: completeItem(command.text), from: command.from },
    ]);
  return [plainLine('set +e'), ...before, ...body, plainLine('exit 0')];
}
