// The JSON report of an audit as a JSON Schema (2020-12): `.github/schemas/audit.schema.json` is made from it.

import { effortRows } from './effort.ts';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const count: Schema = { type: 'integer', minimum: 0 };
const position: Schema = { type: 'integer', minimum: 1 };
const list = (items: Schema): Schema => ({ type: 'array', items });
const word = (...values: readonly string[]): Schema => ({ enum: values });

/** Every property is required but those whose name ends with `?`; there are no others. */
function record(properties: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(properties);
  return {
    type: 'object',
    additionalProperties: false,
    required: names.filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(
      names.map((name) => [name.replace(/\?$/, ''), properties[name] ?? {}]),
    ),
  };
}

const outcomes = record({
  translated: count,
  approximated: count,
  manual: count,
  dropped: count,
  invalid: count,
});
const failure = record({ message: text, 'help?': text });
const need = { name: text, repositories: list(text) };
const kindOfWork = record({
  code: text,
  title: text,
  count,
  repositories: count,
  places: list(text),
});

const finding = record({
  code: text,
  severity: word('error', 'warning', 'note'),
  message: text,
  'help?': text,
  'file?': text,
  'line?': position,
  'column?': position,
  'endLine?': position,
  'endColumn?': position,
  kind: word('work', 'secret', 'differs', 'note'),
});

const repository = record({
  name: text,
  place: text,
  'branch?': text,
  'commit?': text,
  'origin?': text,
  'archived?': { const: true },
  'fork?': { const: true },
  state: word('converted', 'none', 'failed'),
  'failure?': failure,
  sources: list(record({ system: text, files: list(text) })),
  files: list(text),
  summary: outcomes,
  findings: list(finding),
  secrets: list(record({ name: text, why: text, 'file?': text, 'line?': position })),
  variables: list(text),
  runners: list(text),
  images: list(
    record({ image: text, use: word('boot', 'service', 'compose', 'base'), 'concern?': text }),
  ),
  actions: list(text),
  credentials: list(record({ file: text, line: position, what: text })),
  ties: record({ repositories: list(text), gives: list(text), takes: list(text) }),
  effort: record({
    minutes: count,
    parts: record(Object.fromEntries(effortRows.map(({ id }) => [`${id}?`, count]))),
  }),
  'wave?': position,
});

export const auditSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'transship audit report, version 1',
  ...record({
    '$schema?': text,
    version: { const: 1 },
    tool: record({ name: { const: 'transship' }, version: text }),
    kind: { const: 'audit' },
    complete: { type: 'boolean' },
    'stopped?': failure,
    totals: record({
      repositories: count,
      converted: count,
      byThemselves: count,
      withoutConfiguration: count,
      failed: count,
      values: outcomes,
      diagnostics: record({ error: count, warning: count, note: count }),
      secrets: count,
      minutes: count,
    }),
    systems: { type: 'object', additionalProperties: count },
    work: list(kindOfWork),
    differences: list(kindOfWork),
    secrets: list(record(need)),
    variables: list(record(need)),
    runners: list(record(need)),
    images: list(record({ ...need, uses: list(text), 'concern?': text })),
    actions: list(record(need)),
    waves: list(
      record({ number: position, title: text, repositories: list(text), minutes: count }),
    ),
    repositories: list(repository),
  }),
};
