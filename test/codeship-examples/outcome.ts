// What a run came to and what it should come to, line by line, so that lines can be counted.

import type { RanCommand } from './commands.ts';
import type { Line, Place, Printed, Row } from './rows.ts';
import type { Command, Pipeline } from './steps.ts';

/** Facts about a run besides its commands. */
export type Facts = {
  readonly result: string;
  /** `name:tag` in the registry; those that are not the image on the machine say so. */
  readonly pushed: readonly string[];
  /** What all steps wrote, on either stream. */
  readonly console: readonly string[];
};

export type Outcome = { readonly expected: readonly string[]; readonly actual: readonly string[] };

export function outcomeOf(
  row: Row,
  { commands }: Pipeline,
  ran: readonly RanCommand[],
  facts: Facts,
  place: Place,
): Outcome {
  const seen = visible(facts.console.join('\n'));
  const wanted = new Set(commands.map(({ key }) => key));
  const both = commands.map((command) => {
    const own = ran.filter(({ key }) => key === command.key);
    const printed = printedBy(command, row, place);
    return {
      expected: [
        headOf(command.key, 1, 0, command.after.length),
        ...besidesOf(command, commands),
        ...shown(printed, command),
      ],
      actual: own.flatMap((each) => [
        headOf(command.key, own.length, each.code, endedBefore(each, command, ran)),
        ...besides(each, command, commands, ran),
        ...compared(each.printed, printed, command),
        ...each.printed
          .filter((line) => linesOf(printed).some((own) => fits(line, own)))
          .filter((line) => !seen.includes(visible(line)))
          .map((line) => `${command.key}: not on the console: ${line}`),
      ]),
    };
  });
  const others = ran.filter(({ key }) => !wanted.has(key));
  return {
    expected: [
      'result: success',
      ...both.flatMap(({ expected }) => expected),
      ...(row.pushed ?? []).map((name) => `pushed: ${name}`),
    ],
    actual: [
      `result: ${facts.result}`,
      ...both.flatMap(({ actual }) => actual),
      ...facts.pushed.map((name) => `pushed: ${name}`),
      ...others.map(({ key }) => `nobody wanted: ${key}`),
    ],
  };
}

/** What both streams write to one line may come on one line of the console, and returns to its start are no text. */
const visible = (text: string): string => text.replaceAll('\r', '');

const headOf = (key: string, times: number, code: number, after: number): string =>
  `${key}: ${times === 1 ? 'once' : `${times} times`}, exit ${code}, after ${after} others`;

const endedBefore = (
  { began }: RanCommand,
  { after }: Command,
  ran: readonly RanCommand[],
): number => ran.filter(({ key, ended }) => after.includes(key) && ended <= began).length;

const isSleep = ({ words }: Command): boolean => words[0] === 'sleep';

/** Sleeps that nothing orders run at the same time, two at least; of what ends at once nobody could tell. */
const unordered = (command: Command, commands: readonly Command[]): readonly Command[] =>
  commands.filter(
    (other) =>
      other !== command &&
      [other, command].every(isSleep) &&
      !other.after.includes(command.key) &&
      !command.after.includes(other.key),
  );

const besidesOf = (command: Command, commands: readonly Command[]): readonly string[] =>
  unordered(command, commands).length > 0 ? [`${command.key}: beside another one`] : [];

function besides(
  own: RanCommand,
  command: Command,
  commands: readonly Command[],
  ran: readonly RanCommand[],
): readonly string[] {
  const peers = new Set(unordered(command, commands).map(({ key }) => key));
  const overlaps = ran.some(
    ({ key, began, ended }) => peers.has(key) && began < own.ended && own.began < ended,
  );
  return overlaps ? [`${command.key}: beside another one`] : [];
}

function printedBy({ key, words: [program, ...words] }: Command, row: Row, place: Place): Printed {
  const own = row.prints?.[key];
  if (own !== undefined) return typeof own === 'function' ? own(place) : own;
  return program === 'echo' ? [words.join(' ')] : [];
}

function linesOf(printed: Printed): readonly Line[] {
  if ('among' in printed) return printed.among;
  return 'anywhere' in printed ? printed.anywhere : printed;
}

const shown = (printed: Printed, { key }: Command): readonly string[] =>
  linesOf(printed).map((line) => `${key} > ${line}`);

/** What was printed, with the expectation in place of each line that fits it; of lines among others only those. */
function compared(lines: readonly string[], printed: Printed, { key }: Command): readonly string[] {
  const wanted = linesOf(printed);
  const shownAs = (line: Line): string => `${key} > ${line}`;
  if ('anywhere' in printed)
    return wanted.filter((own) => lines.some((line) => fits(line, own))).map(shownAs);
  if ('among' in printed) {
    let at = 0;
    for (const line of lines) if (fits(line, wanted[at])) at += 1;
    return wanted.slice(0, at).map(shownAs);
  }
  return lines.map((line, at) => shownAs(fits(line, wanted[at]) ? (wanted[at] ?? line) : line));
}

const fits = (line: string, wanted: Line | undefined): boolean =>
  wanted instanceof RegExp ? wanted.test(line) : wanted === line;
