/** What a script wrote into its GITHUB_* files, taken from the container's copies to the runner's own. */

import { belongsToMachine } from './step-environment.ts';

/** The files that a script writes to, by the variable that names them, and their name in a step's folder. */
export const writtenFiles = {
  GITHUB_ENV: 'env',
  GITHUB_OUTPUT: 'output',
  GITHUB_PATH: 'path',
  GITHUB_STATE: 'state',
  GITHUB_STEP_SUMMARY: 'summary',
  GITHUB_ARTIFACTS: 'artifacts',
} as const;

export type EnvFileParts = {
  /** For the runner's own file, as the script wrote it. */
  readonly outside: string;
  /** Variables that count only inside, such as PATH. */
  readonly inside: Readonly<Record<string, string>>;
};

/**
 * Parts a GITHUB_ENV file. Variables that belong to the machine stay inside: a PATH of the container would break every
 * later step of the host. Text that is no entry goes on to the runner, which says what is wrong with it.
 */
export function splitEnvFile(text: string): EnvFileParts {
  const lines = text.split('\n');
  const inside: Record<string, string> = {};
  let outside = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const first = at;
    const entry = entryAt(line);
    let value = entry.text;
    if (entry.heredoc) {
      const end = lines.findIndex((other, index) => index > at && trimmed(other) === entry.text);
      if (end < 0) {
        outside += lines.slice(at).join('\n');
        break;
      }
      value = lines.slice(at + 1, end).join('\n');
      at = end;
    }
    const { name } = entry;
    if (name !== '' && belongsToMachine(name)) inside[name] = value;
    else outside += lines.slice(first, at + 1).join('\n') + (at < lines.length - 1 ? '\n' : '');
  }
  return { outside, inside };
}

/** `NAME=value`, or `NAME<<END` where that comes first. A line that is neither has no name. */
function entryAt(line: string): {
  readonly name: string;
  readonly text: string;
  readonly heredoc: boolean;
} {
  const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
  const isHeredoc = heredoc >= 0 && (equals < 0 || heredoc < equals);
  if (!isHeredoc && equals < 0) return { name: '', text: '', heredoc: false };
  const at = isHeredoc ? heredoc : equals;
  return {
    name: line.slice(0, at),
    text: trimmed(line).slice(at + (isHeredoc ? 2 : 1)),
    heredoc: isHeredoc,
  };
}

function trimmed(line: string): string {
  return line.replace(/\r$/, '');
}

/** The folders of a GITHUB_PATH file, the last line first, as the runner puts them in front of PATH. */
export function pathEntries(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reverse();
}
