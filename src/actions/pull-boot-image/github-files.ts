/** What a script wrote into its GITHUB_* files, taken from the container's copies to the runner's own. */

import { fileEntry } from '../../host/runner/workflow-commands.ts';
import { steersMachine } from '../../variables/steering-variables.ts';
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
  /** For the runner's own file. */
  readonly outside: string;
  /** Variables that count only inside, such as PATH. */
  readonly inside: Readonly<Record<string, string>>;
  /** Names that count nowhere: they are the runner's or ours. */
  readonly refused: readonly string[];
};

/**
 * Parts a GITHUB_ENV file. Variables that belong to the machine, or steer its programs, stay inside: a PATH of the container
 * would break every later step of the host. Everything is read as the runner of Linux reads it, and written anew: what
 * two readers could understand in two ways never reaches the second one. A line that is not an entry goes on to the runner,
 * which says so and fails the step.
 *
 * @param toOutside a value as the host has it
 */
export function splitEnvFile(
  text: string,
  toOutside: (value: string) => string = (value) => value,
  uniqueText: () => string = () => globalThis.crypto.randomUUID(),
): EnvFileParts {
  const inside: Record<string, string> = {};
  const refused: string[] = [];
  let outside = '';
  for (const entry of entriesOf(text)) {
    const { name, value } = entry;
    if (value === undefined) outside += `${name}\n`;
    else if (/^(?:TRANSSHIP|GITHUB|RUNNER|ACTIONS)_|\p{Cc}/u.test(name)) refused.push(name);
    else if (belongsToMachine(name) || steersMachine(name)) inside[name] = value.replace(/\r$/, '');
    else outside += fileEntry(name, toOutside(value), uniqueText);
  }
  return { outside, inside, refused };
}

type Entry = {
  readonly name: string;
  /** Undefined for a line that the runner refuses, which then stands in `name`. */
  readonly value: string | undefined;
};

/** `NAME=value`, or `NAME<<END` where that comes first, up to a line that is `END`; lines end at `\n` alone. */
function entriesOf(text: string): readonly Entry[] {
  const lines = text.split('\n');
  const entries: Entry[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    // The runner takes a byte order mark off the start of its file; which line comes first there is decided here.
    const line = (lines[at] ?? '').replace(/^\uFEFF+/, '');
    if (line === '' || line === '\r') continue;
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    const isHeredoc = heredoc >= 0 && (equals < 0 || heredoc < equals);
    const split = isHeredoc ? heredoc : equals;
    const name = line.slice(0, Math.max(split, 0));
    if (name === '') {
      entries.push({ name: line, value: undefined });
    } else if (!isHeredoc) {
      entries.push({ name, value: line.slice(split + 1) });
    } else {
      const delimiter = line.slice(split + 2);
      const end = delimiter === '' ? -1 : lines.indexOf(delimiter, at + 1);
      if (end < 0) {
        // Never its beginning: what is written behind it would become its value.
        entries.push({
          name: `The value of ${JSON.stringify(name)} has no end`.replaceAll('=', ''),
          value: undefined,
        });
        break;
      }
      entries.push({ name, value: lines.slice(at + 1, end).join('\n') });
      at = end;
    }
  }
  return entries;
}

/** The folders of a GITHUB_PATH file, the last line first, as the runner puts them in front of PATH. */
export function pathEntries(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reverse();
}
