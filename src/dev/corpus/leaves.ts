// Every scalar and empty collection of a YAML text, found by the `yaml` package alone: the measure that the
// ledger is held against.

import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type ParsedNode,
  parseAllDocuments,
} from 'yaml';

export type YamlLeaf = {
  /** JSON Pointer; merge keys are no part of it. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Offset of the value, and of its end. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'empty';
};

export function yamlLeaves(text: string): readonly YamlLeaf[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    lineCounter: lines,
    logLevel: 'silent',
  });
  const leaves: YamlLeaf[] = [];
  const all = Array.isArray(documents) ? (documents as readonly Document.Parsed[]) : [];
  for (const document of all) {
    if (document.contents !== null) walk(document.contents as ParsedNode, '', 0, leaves, lines);
  }
  return leaves;
}

function walk(
  node: Node | null,
  path: string,
  behindKey: number,
  leaves: YamlLeaf[],
  lines: LineCounter,
): void {
  if (isAlias(node)) return;
  const [start, end] = node?.range ?? [behindKey, behindKey];
  if (!isCollection(node) || node.items.length === 0) {
    const { line, col } = lines.linePos(start);
    const place = { path, line: Math.max(line, 1), column: Math.max(col, 1), start, end };
    const text = isScalar(node) ? String(node.value ?? '') : '';
    leaves.push({ ...place, text, style: isScalar(node) ? styleOf(node.type) : 'empty' });
  } else if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value ?? '') : isAlias(key) ? `*${key.source}` : '?';
      const isMerge = name === '<<' && isScalar(key) && key.type === 'PLAIN';
      const below = isMerge ? path : `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const keyEnd = isScalar(key) || isAlias(key) ? (key.range?.[1] ?? start) : start;
      walk(value as Node | null, below, keyEnd + 1, leaves, lines);
    }
  } else {
    node.items.forEach((item, index) => {
      walk(item as Node | null, `${path}/${index}`, end, leaves, lines);
    });
  }
}

function styleOf(type: string | undefined): YamlLeaf['style'] {
  if (type === 'QUOTE_SINGLE') return 'single';
  if (type === 'QUOTE_DOUBLE') return 'double';
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return 'block';
  return 'plain';
}
