// Credentials that lie open in the legacy files. Before anything is translated, each gives way to the mark of a secret in
// the tree that was read, so that no translator can copy it; the layout of the workflow turns marks into secrets.

import { markOf, withoutForeignMarks } from '../ground/open-mark.ts';
import type { SecretNeed, Settings } from '../legacy/translation.ts';
import { credentialShapes, isNamedCredential } from '../secret/credential-shapes.ts';
import type { Report } from '../source/diagnostic.ts';
import type { LeafNode, MappingNode, ScalarNode, SourceNode } from '../source/node.ts';
import type { SourceDocument } from '../source/parse.ts';

type Shape = {
  readonly start: number;
  readonly end: number;
  readonly what: string;
  readonly name?: string;
};

/** Keys whose values are ciphertext, or names of files. */
const closed = /^(?:secure|encrypted_\w+|encryped_\w+|\w*_path|\w*_file|dockerfile\w*|image\w*)$/i;

/** What databases in containers are given; nobody outside of the build can use it. */
const ofDatabase =
  /\b((?:POSTGRES|MYSQL(?:_ROOT)?|MARIADB(?:_ROOT)?|PG|MONGO_INITDB_ROOT|COUCHDB|NEO4J|REDIS|SA|ORACLE|INFLUXDB_ADMIN|INFLUXDB)_?PASSWORD|PGPASS|RABBITMQ_DEFAULT_PASS|RABBITMQ_PASSWORD|NEO4J_AUTH|CLICKHOUSE_PASSWORD|ELASTIC_PASSWORD)["']?\s*[=:]\s*["']?([^\s"',}]+)/gi;

/** Reports what lies open, and marks it. The secrets have to be created; `watch` is told what lay there. */
export function hideOpenValues(
  documents: readonly SourceDocument[],
  settings: Settings,
  report: Report,
  watch?: (secret: string, value: string) => void,
): readonly SecretNeed[] {
  const given = new Set(
    documents.flatMap(({ file }) =>
      [...file.text.matchAll(ofDatabase)].map(([, , value = '']) => value),
    ),
  );
  const isPublic = new Set(settings.publicValues.map((name) => name.toUpperCase()));
  const needs: SecretNeed[] = [];
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { root } of documents) if (root !== undefined) hideInComments(root, report);
  const leaves = new Set(
    documents.flatMap(({ leaves: all }) =>
      all.flatMap((leaf) => (leaf.kind === 'scalar' ? [leaf] : [])),
    ),
  );
  const byLeaf = [...leaves].map((leaf) => ({
    leaf,
    shapes: shapesOf(leaf).filter(
      ({ start, end, name, what }) =>
        !given.has(leaf.text.slice(start, end)) &&
        !ofDatabaseName(name) &&
        !isPublic.has(baseOf(name ?? what)),
    ),
  }));
  // A value that was found once is found wherever it stands.
  const values = new Map<string, Shape>();
  for (const { leaf, shapes } of byLeaf)
    for (const shape of shapes) {
      const value = leaf.text.slice(shape.start, shape.end);
      const earlier = values.get(value);
      // The name that some place gives it counts in all.
      if (earlier === undefined || (earlier.name === undefined && shape.name !== undefined))
        values.set(value, shape);
    }
  for (const { leaf, shapes: own } of byLeaf) {
    const { text } = leaf;
    const shapes = withRepeated(text, own, values);
    const marked: { readonly shape: Shape; readonly secret: string }[] = [];
    for (const shape of shapes) {
      const value = text.slice(shape.start, shape.end);
      const wanted = baseOf(shape.name ?? values.get(value)?.name ?? shape.what);
      const known = names.get(`${wanted}\n${value}`);
      const secret = known ?? settings.secrets[wanted] ?? unique(wanted, taken);
      names.set(`${wanted}\n${value}`, secret);
      watch?.(secret, value);
      marked.push({ shape, secret });
      if (known === undefined)
        needs.push({
          name: secret,
          why: `stood open in the file: ${shape.what}; give it a new value`,
          at: leaf,
        });
    }
    hide(leaf, marked);
    if (marked.length === 0) continue;
    const what = [...new Set(marked.map(({ shape }) => shape.what))].join(', ');
    const secrets = [...new Set(marked.map(({ secret }) => secret))];
    report(
      'open-credential',
      leaf,
      `this lies open for everybody who can read the repository: ${what}`,
      `give it a new value, and create the secret ${secrets.map((name) => `\`${name}\``).join(', ')}; if it is public, list its name under \`public-values\` in the settings`,
    );
  }
  return needs;
}

function withRepeated(
  text: string,
  own: readonly Shape[],
  values: ReadonlyMap<string, Shape>,
): readonly Shape[] {
  const all = [...own];
  // The longest first: a value may begin with another one.
  for (const [value, shape] of [...values].sort(([a], [b]) => b.length - a.length)) {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
      const end = at + value.length;
      if (all.some((other) => at < other.end && end > other.start)) continue;
      all.push({ ...shape, start: at, end });
    }
  }
  return all.sort((a, b) => a.start - b.start);
}

function hide(
  leaf: ScalarNode,
  marked: readonly { readonly shape: Shape; readonly secret: string }[],
): void {
  let text = '';
  let at = 0;
  for (const { shape, secret } of marked) {
    text += withoutForeignMarks(leaf.text.slice(at, shape.start)) + markOf(secret);
    at = shape.end;
  }
  text += withoutForeignMarks(leaf.text.slice(at));
  // The one place where a tree that was read changes: what must not be copied must not be there.
  if (text !== leaf.text) (leaf as { text: string }).text = text;
}

/** Comments are copied too. What stands there nobody uses any more, so nothing takes its place. */
function hideInComments(root: SourceNode, report: Report): void {
  const waiting: SourceNode[] = [root];
  const seen = new Set<SourceNode>();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'mapping') waiting.push(...node.entries.map(({ value }) => value));
    if (node.kind === 'sequence') waiting.push(...node.items);
    const before = node.before.map(clean);
    const behind = node.behind === undefined ? undefined : clean(node.behind);
    if (behind === node.behind && before.every((line, at) => line === node.before[at])) continue;
    const changed = node as { before: readonly string[]; behind?: string };
    changed.before = before;
    if (behind !== undefined) changed.behind = behind;
    report(
      'open-credential-file',
      { file: node.file, start: node.start, end: node.end },
      'a comment here holds what looks like a credential; it is not copied',
      'give it a new value, and remove the comment',
    );
  }
}

function clean(comment: string): string {
  const found = credentialShapes(comment);
  if (found.length === 0) return withoutForeignMarks(comment);
  let text = '';
  let at = 0;
  for (const { start, end } of found) {
    text += `${comment.slice(at, start)}***`;
    at = end;
  }
  return withoutForeignMarks(text + comment.slice(at));
}

function shapesOf(leaf: ScalarNode): readonly Shape[] {
  const key = keyOf(leaf);
  if (key !== undefined && closed.test(key)) return [];
  const { text } = leaf;
  if (text.length > 100_000) return [];
  const within = credentialShapes(text);
  const [only] = within;
  // A value that is a credential by the name of its key.
  if (
    key !== undefined &&
    /TOKEN|PASSWORD|PASSWD|SECRET|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY/i.test(key) &&
    /^[^\s$`{}<>]{8,200}$/.test(text) &&
    (only === undefined || (only.start === 0 && only.end === text.length)) &&
    (only !== undefined || isNamedCredential(key, text))
  )
    return [{ start: 0, end: text.length, what: only?.what ?? `value of \`${key}\``, name: key }];
  return within.map((shape) => {
    if (shape.name !== undefined) return shape;
    const isWhole = shape.start === 0 && shape.end === text.length;
    const before = /(?:^|[\s"'])([A-Za-z_]\w*)=["']?([^\s"']*)$/.exec(text.slice(0, shape.start));
    const name = before?.[1] ?? (isWhole || shape.what === inAddress ? key : undefined);
    if (name === undefined) return shape;
    return { ...shape, name: shape.what === inAddress ? `${name}_PASSWORD` : name };
  });
}

const inAddress = 'password in an address';

/** The key that a value, or the list that it is in, stands under. */
function keyOf(leaf: LeafNode): string | undefined {
  const { parent } = leaf;
  if (parent?.kind === 'mapping') return keysOf(parent).get(leaf);
  const above = parent?.parent;
  return parent !== undefined && above?.kind === 'mapping' ? keysOf(above).get(parent) : undefined;
}

const known = new WeakMap<MappingNode, ReadonlyMap<SourceNode, string>>();

/** The first key of each value; every value of a mapping asks for its own. */
function keysOf(mapping: MappingNode): ReadonlyMap<SourceNode, string> {
  const earlier = known.get(mapping);
  if (earlier !== undefined) return earlier;
  const keys = new Map(
    mapping.entries.map(({ key, value }) => [value, key.text] as const).reverse(),
  );
  known.set(mapping, keys);
  return keys;
}

const ofDatabaseName = (name: string | undefined): boolean =>
  name !== undefined && new RegExp(ofDatabase.source, 'i').test(`${name}=x`);

/** A name that GitHub takes: `--api-key` is `API_KEY`, `AWS access key` is `AWS_ACCESS_KEY`. */
function baseOf(name: string): string {
  const clean = name
    .replace(/^value of `(.*)`$/, '$1')
    .replace(/GitHub|GitLab/g, (service) => service.toUpperCase())
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase()
    .slice(0, 100);
  return /^GITHUB_|^\d/.test(clean) ? `OPEN_${clean}` : clean || 'OPEN_VALUE';
}

function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let suffix = 2; taken.has(free); suffix++) free = `${name}_${suffix}`;
  taken.add(free);
  return free;
}
