// YAML (or JSON) text to nodes with places. Scalars keep their source text; merge keys, duplicate keys,
// aliases, several documents and hostile files are settled here, so that no later stage meets them.

import { Composer, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import { defined } from '../ground/defined.ts';
import { type Building, buildNode, commentLines, isFull, limits, weigh } from './build-nodes.ts';
import type { Place, Report } from './diagnostic.ts';
import type { LeafNode, SourceNode } from './node.ts';
import { lineText, positionAt, type SourceFile, sourceFile } from './source-file.ts';

export type SourceDocument = {
  readonly file: SourceFile;
  /** The first document with content; undefined for a file that is empty or cannot be read at all. */
  readonly root?: SourceNode;
  /** Everything the report must account for, in the order of the file: each scalar and empty collection. */
  readonly leaves: readonly LeafNode[];
  /** True where the text is not what the vendors' parsers took, so that nothing may be made from it. */
  readonly broken: boolean;
};

/**
 * Reads one legacy file. Total: whatever is wrong is reported with a place, and what could be read is
 * still in `leaves`, so that the report can account for it. `anchors` carries anchors from one file to
 * the next: Shippable joined the text of its templates file and its main file (shippable.md 1.1).
 */
export function parseSource(
  path: string,
  content: string,
  report: Report,
  anchors: Map<string, SourceNode> = new Map(),
): SourceDocument {
  // A byte order mark of Windows is not a part of the first line, and no column of it.
  const text = content.replace(/^\uFEFF/, '');
  const file = sourceFile(path, text);
  const whole = { file, start: 0, end: 0 };
  const refuse = (code: 'file-too-large' | 'binary-file', message: string): SourceDocument => {
    report(code, whole, message);
    return { file, leaves: [], broken: true };
  };
  if (text.length > limits.bytes) {
    return refuse(
      'file-too-large',
      `the file has ${text.length} characters; at most ${limits.bytes} are read`,
    );
  }
  if (/[\u0000\uFFFD]/.test(text)) {
    return refuse('binary-file', 'the file is not UTF-8 text');
  }
  const tooLarge = countTokens(text);
  if (tooLarge !== undefined) return refuse('file-too-large', tooLarge);
  try {
    return readDocuments(file, text, report, anchors);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse('file-too-large', 'the file nests its collections too deep to be read');
  }
}

/** Counts tokens before anything is built from them: 10 MB of `- a` would take the parser 2 GB. */
function countTokens(text: string): string | undefined {
  if (text.length < limits.nodes / 4) return undefined;
  let nodes = 0;
  let flow = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '\u001F') nodes++;
    else if (token === '[' || token === '{') {
      nodes++;
      if (++flow > limits.depth)
        return `the file nests its collections deeper than ${limits.depth}`;
    } else if (token === ']' || token === '}') flow--;
    else if (token === '-') nodes++;
    if (nodes > limits.nodes * 2) return `the file has more than ${limits.nodes} values`;
  }
  return undefined;
}

function readDocuments(
  file: SourceFile,
  text: string,
  report: Report,
  anchors: Map<string, SourceNode>,
): SourceDocument {
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    keepSourceTokens: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const leaves: LeafNode[] = [];
  const building: Building = {
    file,
    report,
    anchors,
    leaves,
    open: new Set(),
    count: 0,
    refused: false,
  };
  let root: SourceNode | undefined;
  let broken = false;
  const blank: SourceNode[] = [];
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) {
    if (isFull(building)) break;
    broken = reportErrors(document, file, report) || broken;
    if (document.contents === null) continue;
    const node = buildNode(building, document.contents as ParsedNode, leadingComment(document));
    if (node === undefined) continue;
    const isBlank = node.kind === 'scalar' && node.text === '';
    if (isBlank) blank.push(node);
    else if (root === undefined) root = node;
    else {
      report('extra-document', node, 'a second YAML document in one file was never read');
    }
  }
  if (isFull(building)) {
    report(
      'file-too-large',
      { file, start: 0, end: 0 },
      `the file has more than ${limits.nodes} values`,
    );
    broken = true;
  }
  if (root !== undefined) {
    for (const node of blank) report('empty-value', node, 'an empty YAML document does nothing');
  }
  broken ||= building.refused;
  if (root !== undefined && weigh(root) > limits.nodes) {
    const message = `aliases make this file stand for more than ${limits.nodes} values`;
    report('file-too-large', { file, start: 0, end: 0 }, message);
    broken = true;
  }
  return { file, leaves, broken, ...defined({ root }) };
}

/** The first error alone: what a parser says of the lines behind it is mostly what it made of the mistake. */
function reportErrors(document: Document.Parsed, file: SourceFile, report: Report): boolean {
  const byPlace = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = byPlace.find(({ code }) => code === 'TAB_AS_INDENT') ?? byPlace[0];
  if (first === undefined) return false;
  const [start, end] = first.pos;
  const indentation = wrongIndentation(file, start);
  if (indentation === undefined) {
    report('yaml-syntax', { file, start, end }, lowerFirst(first.message.replace(/\.$/, '')));
  } else report('yaml-syntax', indentation.at, indentation.message, indentation.help);
  return true;
}

/** A line at an error that begins between the beginnings of the lines above it: with none of them it fits. */
function wrongIndentation(
  file: SourceFile,
  offset: number,
): { readonly at: Place; readonly message: string; readonly help: string } | undefined {
  const { line } = positionAt(file, offset);
  const begins = (text: string): number => /^ */.exec(text)?.[0].length ?? 0;
  const own = begins(lineText(file, line));
  const above: number[] = [];
  for (let at = line - 1; at > 0; at -= 1) {
    const text = lineText(file, at);
    if (/^\s*(?:#|$)/.test(text)) continue;
    const begin = begins(text);
    if (begin < (above.at(-1) ?? Number.POSITIVE_INFINITY)) above.push(begin);
    if (begin === 0) break;
  }
  const [nearest] = above;
  if (nearest === undefined || own >= nearest || above.includes(own)) return undefined;
  const lower = above.find((begin) => begin < own);
  const start = file.lineStarts[line - 1] ?? 0;
  const spaces = (count: number): string => (count === 1 ? '1 space' : `${count} spaces`);
  return {
    at: { file, start, end: start + own },
    message: `this line begins with ${spaces(own)}, and no line that it could belong to does`,
    help: `begin it with ${spaces(above.findLast((begin) => begin > own) ?? nearest)}${lower === undefined ? '' : `, or with ${lower}`}`,
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function leadingComment(document: Document.Parsed): string[] {
  return document.commentBefore ? commentLines(document.commentBefore) : [];
}
