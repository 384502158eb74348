// `transship explain`: the rows of the diagnostic codes, of the legacy keys and of the vendors' messages, as text.

import { type Code, codeRow, codes } from '../../diagnostic/codes.ts';
import {
  type VendorMessage,
  vendorMessages,
  vendorMessagesIn,
} from '../../diagnostic/vendor-messages.ts';
import { written } from '../../expression/text.ts';
import { type KeyEntry, keyReference } from '../../report/key-reference.ts';
import { nearestWord } from '../../source/spelling.ts';
import { codeshipVariables } from '../../variables/codeship.ts';
import { shippableVariables } from '../../variables/shippable.ts';
import {
  gerritVariables,
  platformVariables,
  serviceVariables,
} from '../../variables/shippable-unavailable.ts';
import type { VariableRow, VariableTable, Way } from '../../variables/variable-row.ts';
import { type Program, wrongUsage } from '../program.ts';
import type { Example } from './explain-examples.ts';
import { explainPlace } from './explain-place.ts';

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
  texts.push(...variablesNamed(word).map(explainVariable));
  if (texts.length === 0) texts.push(...vendorMessagesIn(word).map(explainMessage));
  if (texts.length === 0) {
    const known = [
      ...Object.keys(codes),
      ...keyReference().flatMap(({ path }) => [path, lastOf(path)]),
      ...variables.map(({ name }) => name),
    ];
    const near = nearestWord(word, [...new Set(known)]);
    return wrongUsage(
      io,
      `\`${word}\` is not a diagnostic code, a legacy key, a predefined variable, or a message of CodeShip or Shippable`,
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

/** A key by its full path, or by the end of it wherever it stands: `build.ci`, `ci`. */
const keysNamed = (word: string): readonly KeyEntry[] =>
  keyReference().filter(({ path }) => path === word || path.endsWith(`.${word}`));

type Variable = { readonly name: string; readonly system: string; readonly row: VariableRow };

const variables: readonly Variable[] = [
  ...([shippableVariables, platformVariables, serviceVariables, gerritVariables] as const).flatMap(
    (table) => variablesOf('Shippable', table),
  ),
  ...variablesOf('CodeShip', codeshipVariables),
];

function variablesOf(system: string, table: VariableTable): readonly Variable[] {
  return Object.entries(table).map(([name, row]) => ({ name, system, row }));
}

/** A predefined variable, also as it is written in a shell. */
function variablesNamed(word: string): readonly Variable[] {
  const name = word.replace(/^\$\{?(\w+)\}?$/, '$1');
  return variables.filter((each) => each.name === name);
}

function explainVariable({ name, system, row: { meaning, way, differs } }: Variable): string {
  return [
    `${name} (predefined variable of ${system})`,
    '',
    `  ${meaning}`,
    `  ${wayText(name, way)}`,
    ...(differs === undefined ? [] : [`  ${differs}`]),
    '',
  ].join('\n');
}

/** What a workflow has for it. */
function wayText(name: string, way: Way): string {
  switch (way.kind) {
    case 'expression':
      return `The workflow sets it where something reads it: \`${name}: ${written(way.value).text}\`.`;
    case 'literal':
      return `The workflow sets it where something reads it: \`${name}: ${way.value}\`.`;
    case 'computed':
      return 'The action `prepare` computes it where something reads it.';
    case 'matrix':
      return `The workflow sets it to the value of \`${way.axis}\` in the matrix.`;
    case 'setting':
      return `The workflow sets it to what \`${way.key}\` says; without that key, \`${way.absent}\`.`;
    case 'runner':
      return 'GitHub sets it too, to the same value.';
    case 'none':
      return way.reason;
  }
}

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
