// The text of a pull request: the report between two comments. What people write around it stays, and so do their ticks.

import { checksum } from '../output/marker.ts';

/** GitHub refuses a longer text. */
export const longestBody = 65_536;

const begin = /<!-- transship report; checksum ([0-9a-f]{14}) -->/;
const end = '<!-- end of the transship report -->';

export type Body = {
  readonly text: string;
  /** Whether a person changed the report itself, whose words are replaced now. */
  readonly reportEdited: boolean;
};

/**
 * The text with the report made anew. Undefined where a person took the comments away: then the text is theirs.
 * @param before the text that is there, '' for a new pull request
 */
export function bodyWith(before: string, report: string): Body | undefined {
  // Browsers send line ends of their own.
  const text = before.replaceAll('\r\n', '\n');
  if (text.trim() === '')
    return { text: wrap(fitReport(report, roomFor(''))), reportEdited: false };
  const found = begin.exec(text);
  const stop = text.lastIndexOf(end);
  if (found === null || stop < found.index) return undefined;
  const above = text.slice(0, found.index);
  const old = text.slice(found.index + found[0].length, stop);
  const below = text.slice(stop + end.length);
  const fitted = fitReport(report, roomFor(above + below));
  return {
    text: above + wrap(keepTicks(old, fitted)) + below,
    reportEdited: checksum(unticked(old.trim())) !== found[1],
  };
}

const wrap = (report: string): string => {
  const inner = report.trim();
  return `<!-- transship report; checksum ${checksum(unticked(inner))} -->\n${inner}\n${end}`;
};

const roomFor = (others: string): number => Math.max(longestBody - others.length - 200, 500);

const unticked = (text: string): string => text.replace(/^(\s*- \[)[xX]\]/gm, '$1 ]');

/** An item of the checklist with all that is indented below it. */
const item = /^- \[[ xX]\] .*(?:\n(?:[ \t].*|(?=\n)))*/gm;

/**
 * Ticks the items that were ticked before. They are the same by all of their text, so that one more secret to create is
 * seen, but for the lines of the places, which move with every line above them.
 */
function keepTicks(before: string, report: string): string {
  const old = new Map<string, boolean[]>();
  for (const [text] of before.matchAll(item)) {
    old.set(keyOf(text), [...(old.get(keyOf(text)) ?? []), /^- \[[xX]/.test(text)]);
  }
  return report.replace(item, (text) =>
    old.get(keyOf(text))?.shift() === true ? text.replace('- [ ]', '- [x]') : text,
  );
}

const keyOf = (text: string): string =>
  text
    .replace(/^- \[.\] /, '')
    // Earlier reports had codes without links.
    .replace(/\[(`[a-z0-9-]+`)\]\([^)\s]*\)$/, '$1')
    .replace(places, (all) => all.replace(/:\d+`/g, '`'))
    .trim();

/** As the report writes them behind a message. */
const places = /\((?:`[^`\n]+:\d+`(?:, )?)+(?: and \d+ more)?\)(?= — | `[a-z-]+`$|$)/gm;

/** Sections by what can be missed first; the list of what a person has to do comes last. */
const cutOrder = ['What differs', 'Checks', 'What will run', 'In numbers', 'To do by hand'];

/** Shortens a report to so many characters: whole items go, from the end of a section, and are counted. */
export function fitReport(report: string, most: number): string {
  const sections = report.split(/\n(?=## )/);
  const length = (): number => sections.reduce((sum, { length: own }) => sum + own + 1, 0);
  // Folded, and the longest: all of it or nothing.
  const detail = sections.findIndex((section) => section.startsWith('## Value by value\n'));
  if (detail >= 0 && length() > most) {
    sections[detail] =
      `## Value by value\n\n${cutNote.replace('The rest does', 'The list does')}\n`;
  }
  for (const title of cutOrder) {
    const over = length() - most;
    if (over <= 0) break;
    const index = sections.findIndex((section) => section.startsWith(`## ${title}\n`));
    const section = sections[index];
    if (section !== undefined) sections[index] = cutSection(section, section.length - over);
  }
  const text = sections.join('\n');
  return text.length <= most
    ? text
    : `${text.slice(0, text.lastIndexOf('\n', most - 100))}\n\n${cutNote}\n`;
}

const cutNote = 'The rest does not fit here; the workflow run has the whole report.';

function cutSection(section: string, most: number): string {
  const [head = '', ...items] = section.split(/\n(?=- )/);
  let kept = head;
  let count = 0;
  for (const item of items) {
    if (kept.length + item.length + 120 > most) break;
    kept += `\n${item}`;
    count++;
  }
  if (count === items.length) return section;
  const left = items.length - count;
  return `${kept.trimEnd()}${count === 0 ? '\n' : ''}\n- ${left} more ${left === 1 ? 'item does' : 'items do'} not fit here; the workflow run keeps the whole report.\n`;
}
