// The lines and file entries by which a step talks to the runner.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands

import { visible, visibleLines } from '../../ground/display-text.ts';
import type { LogPlace } from '../../ground/failure.ts';

export type CommandName = 'notice' | 'warning' | 'error' | 'group' | 'endgroup' | 'add-mask';

/** One workflow command as a line: `::error title=A::text`. */
export function workflowCommand(name: CommandName, message: string, place: LogPlace = {}): string {
  const properties = [
    ['title', place.title],
    ['file', place.file],
    ['line', place.line],
    ['col', place.column],
  ]
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(visible(String(value)))}`)
    .join(',');
  return `::${name}${properties === '' ? '' : ` ${properties}`}::${escapeMessage(name === 'add-mask' ? message : visibleLines(message))}`;
}

/** The commands that hide a secret: the whole text and each of its lines that is long enough to be worth hiding. */
export function maskCommands(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  // A line such as `}` of a JSON key would blot out every brace in the log.
  const worthHiding = lines.length === 1 ? lines : lines.filter((line) => line.length > 3);
  return [...new Set(worthHiding)]
    .filter((line) => line !== '')
    .map((line) => workflowCommand('add-mask', line));
}

/** Text of the log, of one or more lines, that the runner prints as it is, though it may look like a command. */
export function literalLine(line: string): string {
  // The runner looks for `::` at the start after white space, and for `##[` anywhere.
  // U+0085 is white space to it, and none to a regular expression here.
  return line
    .replace(/^((?:[^\S\r\n]|\u0085)*):(:)/gm, '$1:\u200b$2')
    .replaceAll('##[', '##\u200b[');
}

/** An entry of the GITHUB_OUTPUT or GITHUB_ENV file. */
export function fileEntry(name: string, value: string, uniqueText: () => string): string {
  if (!/[\r\n]/.test(value)) return `${name}=${value}\n`;
  let delimiter = `transship_${uniqueText()}`;
  while (value.includes(delimiter)) delimiter = `transship_${uniqueText()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
