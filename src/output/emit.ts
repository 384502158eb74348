// The tree as YAML text: two-space indent, LF, one line end at the end, and for each legacy value the
// JSON Pointer of the place that it reached.

import { visible } from '../ground/display-text.ts';
import type { SourceNode } from '../source/node.ts';
import { fitsBlock, writeFlowScalar, writeScalar } from './scalar.ts';
import type { Line, Out, OutBlock, OutMap, OutSeq } from './tree.ts';

/** What may stand without quotes and mean no text: nothing, a boolean, a number. */
const plainValue = /^(?:true|false|\d{1,15})?$/;

export type Emitted = { readonly text: string; readonly targets: ReadonlyMap<SourceNode, string> };

/** What is written so far. */
type Writing = { readonly lines: string[]; readonly targets: Map<SourceNode, string> };

/** Writes a mapping as a document, with `header` as comment lines above it. */
export function emit(root: OutMap, header: readonly string[] = []): Emitted {
  const to: Writing = { lines: header.map(commentLine), targets: new Map() };
  writeMap(to, root, '', '');
  return { text: `${to.lines.join('\n')}\n`, targets: to.targets };
}

function note({ targets }: Writing, from: readonly SourceNode[], path: string): void {
  for (const node of from) targets.set(node, placeOfBoth(targets.get(node), path));
}

function writeMap(to: Writing, out: OutMap, indent: string, path: string, first?: string): void {
  note(to, out.from, path);
  let lead = first;
  for (const entry of out.entries) {
    for (const text of entry.before ?? []) {
      if (lead !== undefined) {
        // A comment cannot stand behind the dash of an item, so it goes above it.
        to.lines.push(indent.slice(0, -2) + commentLine(text));
      } else to.lines.push(text === '' ? '' : indent + commentLine(text));
    }
    const head = `${lead ?? indent}${writeKey(entry.key)}:`;
    lead = undefined;
    writeValue(to, entry.value, head, indent, `${path}/${pointerPart(entry.key)}`);
  }
}

function writeSeq(to: Writing, out: OutSeq, indent: string, path: string): void {
  note(to, out.from, path);
  out.items.forEach((item, index) => {
    for (const text of item.before ?? [])
      to.lines.push(text === '' ? '' : indent + commentLine(text));
    const at = `${path}/${index}`;
    const { value } = item;
    if (value.kind === 'map' && value.flow && writeFlowMap(to, value, `${indent}-`, at)) return;
    if (value.kind === 'map' && value.entries.length > 0) {
      writeMap(to, value, `${indent}  `, at, `${indent}- `);
    } else writeValue(to, value, `${indent}-`, indent, at);
  });
}

/** As `writeFlow`, for a mapping. */
function writeFlowMap(to: Writing, out: OutMap, head: string, path: string): boolean {
  const pairs = out.entries.flatMap(({ key, value, before }) =>
    value.kind === 'scalar' && value.comment === undefined && !before?.length
      ? [{ key, value }]
      : [],
  );
  const texts = pairs.map(
    ({ key, value: { text, raw } }) =>
      `${writeFlowScalar(key)}: ${raw && plainValue.test(text) ? text : writeFlowScalar(text)}`,
  );
  const line = `${head} { ${texts.join(', ')} }`;
  if (pairs.length < out.entries.length || line.length > flowWidth) return false;
  note(to, out.from, path);
  for (const { key, value } of pairs) note(to, value.from, `${path}/${pointerPart(key)}`);
  to.lines.push(line);
  return true;
}

/** Writes a list in one line; false, and nothing written, where it has more than scalars or is long. */
function writeFlow(to: Writing, out: OutSeq, head: string, path: string): boolean {
  const scalars = out.items.flatMap(({ value, before }) =>
    value.kind === 'scalar' && !value.raw && value.comment === undefined && !before?.length
      ? [value]
      : [],
  );
  const line = `${head} [${scalars.map(({ text }) => writeFlowScalar(text)).join(', ')}]`;
  if (scalars.length < out.items.length || line.length > flowWidth) return false;
  note(to, out.from, path);
  scalars.forEach(({ from }, index) => {
    note(to, from, `${path}/${index}`);
  });
  to.lines.push(line);
  return true;
}

function writeValue(to: Writing, out: Out, head: string, indent: string, path: string): void {
  switch (out.kind) {
    case 'scalar': {
      note(to, out.from, path);
      const comment = out.comment === undefined ? '' : ` # ${oneLine(out.comment)}`;
      const text = out.raw && plainValue.test(out.text) ? out.text : writeScalar(out.text);
      to.lines.push(`${head}${text === '' ? '' : ` ${text}`}${comment}`);
      return;
    }
    case 'block':
      writeBlock(to, out, head, indent, path);
      return;
    case 'map':
      if (out.entries.length === 0) {
        note(to, out.from, path);
        to.lines.push(`${head} {}`);
        return;
      }
      if (out.flow && writeFlowMap(to, out, head, path)) return;
      to.lines.push(head);
      writeMap(to, out, `${indent}  `, path);
      return;
    case 'seq':
      if (out.items.length === 0) {
        note(to, out.from, path);
        to.lines.push(`${head} []`);
        return;
      }
      if (out.flow && writeFlow(to, out, head, path)) return;
      to.lines.push(head);
      writeSeq(to, out, `${indent}  `, path);
      return;
    default:
      out satisfies never;
  }
}

function writeBlock(to: Writing, out: OutBlock, head: string, indent: string, path: string): void {
  for (const line of out.lines) note(to, line.from, path);
  const text = out.exact ? out.lines.map((line) => line.text).join('\n') : blockText(out.lines);
  const comment = out.comment === undefined ? '' : ` # ${oneLine(out.comment)}`;
  const body = text.replace(/\n+$/, '');
  if (!fitsBlock(body)) {
    to.lines.push(`${head} ${writeScalar(text)}${comment}`);
    return;
  }
  const rows = body.split('\n');
  const ends = text.slice(body.length);
  // Where the text ends without a line end, with one, or with several: strip, clip, keep.
  const chomp = ends === '' ? '-' : ends === '\n' ? '' : '+';
  // A first line that begins with a blank hides the indent, so it is said.
  const blankFirst = /^[ \t]/.test(rows.find((row) => row !== '') ?? '');
  to.lines.push(`${head} |${blankFirst ? '2' : ''}${chomp}${comment}`);
  for (const row of rows) to.lines.push(row === '' ? '' : `${indent}  ${row}`);
  for (let extra = 1; extra < ends.length; extra++) to.lines.push('');
}

/**
 * One place for a value that reached two: what holds both, so that a change of either is a change of it.
 * Where only a job or more holds both, the first.
 */
function placeOfBoth(first: string | undefined, second: string): string {
  if (first === undefined) return second;
  const [a, b] = [first.split('/'), second.split('/')];
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  const isVague = same <= 1 || (a[1] === 'jobs' && same <= 3);
  return isVague ? first : a.slice(0, same).join('/');
}

/** The text of a block: a script ends with a line end, whatever its last line says. */
const blockText = (lines: readonly Line[]): string =>
  lines
    .map((line) => line.text)
    .join('\n')
    .replace(/\n*$/, '\n');

const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Columns that a list in one line may fill. */
const flowWidth = 100;

/** `on` is a word of YAML 1.1, but no reader of workflows takes it for a boolean, and nobody quotes it. */
const writeKey = (key: string): string => (key === 'on' ? key : writeScalar(key));

/** A text as a comment of one line. */
const oneLine = (text: string): string => visible(text.replace(/\s+/g, ' ')).trim();

/** A line above an entry or a file: whatever is in the text, it stays one line and stays a comment. */
export const commentLine = (text: string): string =>
  `#${/^#/.test(text) ? '' : ' '}${visible(text)}`.trimEnd();
