// Which lines of a YAML text belong to each JSON Pointer into it.

import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';

/** Lines from 1; both ends belong to it. */
export type LineRange = { readonly from: number; readonly to: number };

/**
 * The lines of every key and value of a YAML document, by JSON Pointer; '' is the whole document.
 * Empty where the text is not one YAML document.
 */
export function yamlPlaces(text: string): ReadonlyMap<string, LineRange> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: 'silent',
    uniqueKeys: false,
  });
  const places = new Map<string, LineRange>();
  if (document.errors.length > 0 || !isNode(document.contents)) return places;
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const add = (pointer: string, start: number, end: number): void => {
    // A block scalar or collection ends where the next thing begins: at the start of a line that is not its own.
    const from = lineAt(start);
    const last = lines.linePos(Math.max(start, end));
    places.set(pointer, {
      from,
      to: last.col === 1 && last.line > from ? last.line - 1 : last.line,
    });
  };
  const visit = (node: Node | null, pointer: string, start: number): void => {
    const end = node?.range?.[1] ?? start;
    add(pointer, start, end);
    if (isMap(node)) {
      for (const pair of node.items as Pair<Node, Node | null>[]) {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        const at = pair.key.range?.[0] ?? start;
        visit(pair.value, `${pointer}/${escapePointer(key)}`, at);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of (node.items as (Node | null)[]).entries()) {
        visit(item, `${pointer}/${index}`, item?.range?.[0] ?? start);
      }
    }
  };
  visit(document.contents, '', document.contents.range?.[0] ?? 0);
  return places;
}

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
