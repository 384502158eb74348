// The honesty of a report: a value that is said to be translated is changed in its file, and what stands at
// its target, or its outcome, must change with it.

import { isMap, isNode, isSeq, type Node, parseDocument } from 'yaml';
import type { Conversion } from '../../convert/convert.ts';
import type { Repository } from '../../ground/repository.ts';
import { type ConversionReport, type ReportNode, toReport } from '../../report/report.ts';
import { type CoveredLeaf, coverLeaves } from './coverage.ts';
import { type YamlLeaf, yamlLeaves } from './leaves.ts';
import { convertForMeasure, withTexts } from './repositories.ts';

export type Verdict = {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly target: string;
  /** `job` is a value that only states a default of both systems, and names its job. */
  readonly kind: 'honest' | 'dishonest' | 'job' | 'unchanged';
};

/** The leaves of a repository that the report says to be translated or approximated. */
export function claimedLeaves(
  repository: Repository,
  conversion: Conversion,
): readonly CoveredLeaf[] {
  const report = toReport(conversion, '');
  return coverLeaves(report, (file) => yamlLeaves(repository.read(file) ?? '')).filter(
    ({ entry }) => entry?.outcome === 'translated' || entry?.outcome === 'approximated',
  );
}

/** Changes one value and converts again. */
export async function judgeLeaf(
  repository: Repository,
  before: Conversion,
  { file, leaf, entry }: CoveredLeaf,
): Promise<Verdict> {
  const target = entry?.target ?? '';
  const verdict = (kind: Verdict['kind']): Verdict => {
    return { file, line: leaf.line, path: leaf.path, target, kind };
  };
  const text = repository.read(file) ?? '';
  const changed = changeLeaf(text, leaf);
  if (changed === undefined) return verdict('unchanged');
  const after = await convertForMeasure(withTexts(repository, new Map([[file, changed]])));
  const now = entryAt(toReport(after, ''), file, leaf);
  if (now?.outcome !== entry?.outcome) return verdict('honest');
  if (bytesAt(before, target) !== bytesAt(after, target)) return verdict('honest');
  return verdict(/#\/jobs\/[^/]+$/.test(target) ? 'job' : 'dishonest');
}

function entryAt(
  report: ConversionReport,
  file: string,
  { path, line }: YamlLeaf,
): ReportNode | undefined {
  return report.nodes.find(
    (node) => node.file === file && node.path === path && node.line === line,
  );
}

const opposite: Readonly<Record<string, string>> = {
  true: 'false',
  false: 'true',
  yes: 'no',
  no: 'yes',
  on: 'off',
  off: 'on',
};

/** The text with one value made another: a flag its opposite, a number the next, any other text longer. */
function changeLeaf(text: string, leaf: YamlLeaf): string | undefined {
  const source = text.slice(leaf.start, leaf.end);
  const put = (value: string): string => text.slice(0, leaf.start) + value + text.slice(leaf.end);
  switch (leaf.style) {
    case 'empty':
      return undefined;
    case 'plain': {
      const flag = opposite[source.toLowerCase()];
      if (flag !== undefined) return put(flag);
      if (/^\d+$/.test(source)) return put(String(Number(source) + 1));
      return source === '' ? undefined : put(`${source}x`);
    }
    case 'single':
    case 'double':
      return put(`${source.slice(0, -1)}x${source.slice(-1)}`);
    case 'block': {
      const body = source.replace(/\s+$/, '');
      return body === source ? undefined : put(`${body}x${source.slice(body.length)}`);
    }
    default:
      return leaf.style satisfies never;
  }
}

/** What stands at `file#/pointer` of the output, as it is written there. */
function bytesAt(conversion: Conversion, target: string): string | undefined {
  const [path = '', pointer = ''] = target.split('#');
  const content = conversion.files.find((file) => file.path === path)?.content;
  if (content === undefined || pointer === '') return content;
  const document = parseDocument(content, { logLevel: 'silent' });
  let at: unknown = document.contents;
  for (const part of pointer.slice(1).split('/')) {
    at = child(at, part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  const range = isNode(at) ? (at as Node).range : undefined;
  return range ? content.slice(range[0], range[1]) : undefined;
}

function child(at: unknown, name: string): unknown {
  if (isMap(at)) {
    return at.items.find((pair) => String((pair.key as { value?: unknown }).value) === name)?.value;
  }
  return isSeq(at) ? at.items[Number(name)] : undefined;
}
