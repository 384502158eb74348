// `transship explain`: the rows of the diagnostic codes, of the legacy keys and of the vendors' messages, as text.

import { type Code, codeRow, codes } from '../diagnostic/codes.ts';
import {
  type VendorMessage,
  vendorMessages,
  vendorMessagesIn,
} from '../diagnostic/vendor-messages.ts';
import { type KeyEntry, keyReference } from '../report/key-reference.ts';
import { nearestWord } from '../source/spelling.ts';
import type { Example } from './explain-examples.ts';
import { explainPlace } from './explain-place.ts';
import { type Program, wrongUsage } from './program.ts';

export const explainProgram: Program = async ({ arguments: [word] }, io) => {
  if (word === undefined) {
    io.stdout(listAll());
    return 0;
  }
  const place = await explainPlace(word, io);
  if (place !== undefined) return place;
  const { examples } = await import('./explain-examples.ts');
  const texts = [
    ...(Object.hasOwn(codes, word)
      ? [explainCode(word as Code) + exampleText(examples[word])]
      : []),
    ...keysNamed(word).map(
      (entry) => explainKey(entry) + exampleText(examples[`${entry.file} ${entry.path}`]),
    ),
  ];
  if (texts.length === 0) texts.push(...vendorMessagesIn(word).map(explainMessage));
  if (texts.length === 0) {
    const known = [
      ...Object.keys(codes),
      ...keyReference().flatMap(({ path }) => [path, lastOf(path)]),
    ];
    const near = nearestWord(word, [...new Set(known)]);
    return wrongUsage(
      io,
      `neither a diagnostic code nor a legacy key, nor a message of CodeShip or Shippable: \`${word}\``,
      near === undefined ? '`transship explain` lists all' : `did you mean \`${near}\`?`,
    );
  }
  io.stdout(texts.join('\n'));
  return 0;
};

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');

/** What a test holds: a legacy text, and what becomes of it. */
function exampleText(example: Example | undefined): string {
  if (example === undefined) return '';
  const { file, before, target, after } = example;
  const became =
    target === undefined || after === undefined
      ? '  becomes nothing'
      : `  becomes, in ${target}:\n${indented(after)}`;
  return `\n  Example, in ${file}:\n${indented(before)}\n${became}\n`;
}

/** A key by its full path, or by its last word wherever it stands. */
const keysNamed = (word: string): readonly KeyEntry[] =>
  keyReference().filter(({ path }) => path === word || lastOf(path) === word);

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function explainCode(code: Code): string {
  const { severity, outcome, title, explain } = codeRow(code);
  const what = outcome === undefined ? severity : `${severity}; the value is counted as ${outcome}`;
  return `${code} (${what})\n\n  ${title}\n  ${explain}\n`;
}

const explainMessage = ({ system, text, cause, remedy }: VendorMessage): string =>
  `${text} (message of ${system})\n\n  ${cause}\n  ${remedy}\n`;

function explainKey({ file, path, row, sameAs }: KeyEntry): string {
  return [
    `${path} (${file}; ${row.outcome})`,
    '',
    `  ${row.summary}`,
    `  Takes: ${row.accepts.expects}.`,
    `  ${row.becomes}`,
    ...(sameAs === undefined ? [] : [`  Its keys are those of ${sameAs}.`]),
    '',
  ].join('\n');
}

function listAll(): string {
  const codeLines = Object.keys(codes).map(
    (code) => `  ${code.padEnd(24)} ${codeRow(code as Code).title}`,
  );
  const keyLines = keyReference().map(
    ({ path, row }) => `  ${path.padEnd(40)} ${row.outcome.padEnd(13)} ${row.summary}`,
  );
  const messageLines = vendorMessages.map(({ system, text }) => `  ${system.padEnd(10)} ${text}`);
  return [
    'Diagnostic codes',
    ...codeLines,
    '',
    'Legacy keys',
    ...keyLines,
    '',
    'Messages of the vendors',
    ...messageLines,
    '',
  ].join('\n');
}
