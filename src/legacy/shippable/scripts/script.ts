// Sections as scripts. Shippable gave each item to `eval` under `-e`, in one shell for `ci` and `post_ci`;
// a hook's failures changed nothing (shippable.md 3.2).

import type { Line } from '../../../output/tree.ts';
import { isOnlyComment, usesExit, usesReturn } from '../../../shell/commands.ts';
import { completeItem, endItems } from '../../../shell/item.ts';
import type { Command } from '../keys/config.ts';

/** The items of one section, each with the comments that stood above it. */
function sectionLines(commands: readonly Command[]): Line[] {
  const items = commands.filter((command) => command.text !== '');
  const ended = endItems(items.map((command) => command.text));
  return items.flatMap((command, index) => [
    ...commentLines(command.before),
    { text: ended[index] ?? command.text, from: command.from },
  ]);
}

export const commentLines = (comments: readonly string[]): Line[] =>
  comments.map((comment) => ({
    text: /^(?:#|$)/.test(comment) ? `#${neutral(comment)}` : `# ${neutral(comment)}`,
    from: [],
  }));

/** GitHub evaluates `${{` in a comment of a script as well. */
const neutral = (comment: string): string => comment.replaceAll('${{', '$ {{').replace(/\s+/g, ' ');

export const plainLine = (text: string): Line => ({ text, from: [] });

/** Where `ci` leaves its variables for the hooks alone: `push` never saw them (shippable.md 2.2, 11.10). */
const keptFile = '"$RUNNER_TEMP/ci-variables"';

/** `ci` and `post_ci` as one script. */
export function mainScript(
  ci: readonly Command[],
  postCi: readonly Command[],
  before: readonly Line[],
  /** Variables that the hooks have to see, however the script ends. */
  kept: readonly string[],
): Line[] {
  const lines: Line[] = [...before];
  const returns = [...ci, ...postCi].some(({ text }) => usesReturn(text));
  const exits = [...ci, ...postCi].some(({ text }) => usesExit(text));
  if (exits) {
    lines.push(
      plainLine(
        '# On Shippable, a script that ended before its last command failed, even with `exit 0`.',
      ),
    );
  }
  const atExit = [
    ...(kept.length > 0 ? [`declare -p ${kept.join(' ')} > ${keptFile} 2> /dev/null || :`] : []),
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

/** A hook goes on after a failing command; only an explicit `exit` counts. `kept`: what it has of `ci`. */
export function hookScript(
  commands: readonly Command[],
  before: readonly Line[],
  kept: readonly string[],
): Line[] {
  const body = commands
    .filter((command) => command.text !== '')
    .flatMap((command) => [
      ...commentLines(command.before),
      { text: completeItem(command.text), from: command.from },
    ]);
  const variables = [
    ...(kept.length > 0 ? [`. ${keptFile}`] : []),
    ...(kept.includes('PWD') ? ['cd "$PWD"'] : []),
  ].map(plainLine);
  return [plainLine('set +e'), ...variables, ...before, ...body, plainLine('exit 0')];
}
