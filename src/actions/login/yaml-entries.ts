// The entries of `integrations.hub` by the YAML parser: every form that Shippable read.

import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import { isNull, type SourceNode, valueAt } from '../../source/node.ts';
import { parseSource } from '../../source/parse.ts';
import { positionAt } from '../../source/source-file.ts';
import type { RawEntry, RawValue } from './integration-entry.ts';

/**
 * @param file for messages
 * @param text a list of entries, or a whole shippable.yml
 * @param isList whether the text is the list itself, which the input `integrations` wants
 * @param templates the file that Shippable put in front of it, for its anchors (shippable.md 1.1)
 */
export function yamlEntries(
  file: string,
  text: string,
  isList: boolean,
  templates: string | undefined,
): Result<readonly RawEntry[]> {
  const anchors = new Map<string, SourceNode>();
  let problem = '';
  if (templates !== undefined) parseSource('shippable.templates.yml', templates, () => {}, anchors);
  const { root, broken } = parseSource(
    file,
    text,
    (_code, _at, message) => {
      problem ||= message;
    },
    anchors,
  );
  if (broken) return fail('wrong', `${file} can't be read: ${problem}.`);
  const family = valueAt(root, 'integrations') ?? valueAt(root, 'integration') ?? root;
  const list = root?.kind === 'sequence' ? root : valueAt(family, 'hub');
  const isMissing = list === undefined && root !== undefined && !isNull(root);
  if (isMissing && (isList || family?.kind === 'sequence')) {
    const place = isList ? `\`${file}\`` : `\`integrations\` of ${file}`;
    const shape = family?.kind === 'scalar' ? 'a single value' : `a ${family?.kind ?? 'mapping'}`;
    return fail(
      'wrong',
      `${place} is ${shape}, not a list of registries: there is nothing to log in to.`,
      'Each entry begins with a dash: `- integrationName: NAME`, with `type` below it. In shippable.yml the list is under `integrations: hub:`.',
    );
  }
  const items = list?.kind === 'sequence' ? list.items : list === undefined ? [] : [list];
  return ok(items.filter((item) => !isNull(item)).map(rawEntry));
}

function rawEntry(item: SourceNode): RawEntry {
  const { line } = positionAt(item.file, item.start);
  const keys =
    item.kind === 'mapping'
      ? new Map(item.entries.map(({ key, value }) => [key.text, rawValue(key.text, value)]))
      : undefined;
  return { file: item.file.path, line, keys };
}

function rawValue(key: string, node: SourceNode): RawValue {
  if (node.kind === 'scalar') return { kind: 'text', text: isNull(node) ? '' : node.text };
  const only = names(valueAt(node, 'only'));
  const except = names(valueAt(node, 'except'));
  if (key !== 'branches' || node.kind !== 'mapping' || only === undefined || except === undefined) {
    return { kind: 'other' };
  }
  return { kind: 'branches', only, except };
}

/** A list of names or one name; undefined for anything else. */
function names(node: SourceNode | undefined): readonly string[] | undefined {
  if (node === undefined) return [];
  const nodes = node.kind === 'sequence' ? node.items : [node];
  const texts = nodes.flatMap((entry) =>
    entry.kind === 'scalar' ? [isNull(entry) ? '' : entry.text] : [],
  );
  return texts.length === nodes.length ? texts.filter((text) => text !== '') : undefined;
}
