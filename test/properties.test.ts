// Whatever is in a legacy file: a report, no crash, in time, and the same report again.

import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { coverLeaves } from '../src/dev/corpus/coverage.ts';
import { yamlLeaves } from '../src/dev/corpus/leaves.ts';
import { convertForMeasure, corpusFolder } from '../src/dev/corpus/repositories.ts';
import { describeFinding, githubParser, validateReport } from '../src/dev/judges/index.ts';
import type { Repository } from '../src/ground/repository.ts';
import { formats, keyReference } from '../src/report/key-reference.ts';
import { toReport } from '../src/report/report.ts';
import type { KeyTable } from '../src/source/keys.ts';
import { filesBelow, goldenFolder } from './golden-case.ts';

/** `TRANSSHIP_RUNS=5000 npx vitest run ...` looks longer. */
const numRuns = Number(process.env['TRANSSHIP_RUNS'] ?? 120);
/** Always the same inputs, unless one looks longer: a run of the tests must not depend on chance. */
const options =
  process.env['TRANSSHIP_RUNS'] === undefined ? { numRuns, seed: 20_260_921 } : { numRuns };

const legacyNames = [
  'shippable.yml',
  'shippable.jobs.yml',
  'shippable.templates.yml',
  'codeship-services.yml',
  'codeship-steps.yml',
  'codeship-steps.json',
  'docker-compose.yml',
  'sub/codeship-services.yml',
] as const;
const isLegacy = (file: string): boolean =>
  /(?:shippable[^/]*\.yml|(?:codeship|jet)-[^/]*\.(?:yml|json))$/.test(file);

const repositoryOf = (texts: Readonly<Record<string, string>>): Repository => ({
  paths: Object.keys(texts).sort(),
  read: (file) => texts[file],
});

/** What must hold of any input. */
async function holds(texts: Readonly<Record<string, string>>): Promise<void> {
  const conversion = await convertForMeasure(repositoryOf(texts));
  const report = toReport(conversion, '1.0.0');
  expect(validateReport(report)).toEqual([]);
  const uncovered = coverLeaves(report, (file) => yamlLeaves(texts[file] ?? '')).filter(
    ({ entry }) => entry === undefined,
  );
  const isRefused = report.diagnostics.some(({ code }) =>
    ['yaml-syntax', 'file-too-large', 'binary-file', 'unresolved-alias'].includes(code),
  );
  if (!isRefused) {
    expect(uncovered.map(({ file, leaf }) => `${file}:${leaf.line} ${leaf.path}`)).toEqual([]);
  }
  for (const { outcome, code, file, line, path: pointer } of report.nodes) {
    const isExplained =
      outcome === 'translated' || report.diagnostics.some((one) => one.code === code);
    expect(isExplained, `${file}:${line} ${pointer}`).toBe(true);
  }
  const workflows = conversion.files.filter((file) => file.path.startsWith('.github/workflows/'));
  expect((await githubParser(workflows)).map(describeFinding)).toEqual([]);
  const again = toReport(await convertForMeasure(repositoryOf(texts)), '1.0.0');
  expect(JSON.stringify(again)).toBe(JSON.stringify(report));
}

const words = [
  ...new Set(keyReference().flatMap(({ path: of }) => of.split('.'))),
  '<<',
  'x',
  '0',
  '',
  '__proto__',
  'constructor',
];
const texts = [
  'true',
  '1.10',
  'npm test',
  'a && b; c',
  'if true; then',
  'echo "${{ github.token }}"',
  'echo $BRANCH "`date`" \\',
  "it's",
  '~',
  '*',
  'master',
  '/^release-.*$/',
  '^(a',
  '{{.Branch}}',
  'cat <<EOF\nx\nEOF\n',
  'exit 0',
  '\u0000\u001B[2J',
  '日本🚀',
  '  ',
  'A=1 B="2 3"',
  'image:tag@sha256:x',
];

const scalars = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  fc.constantFrom(...words),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    scalars,
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom(...words), tie('tree'), { maxKeys: 6 }),
  ),
}));

/** Values of the right shape, mostly, at the keys where a format takes them. */
function valuesOf(keys: KeyTable, depth = 0): fc.Arbitrary<unknown> {
  const fields = Object.entries(keys).map(([key, row]) => {
    const scalar = fc.oneof(scalars, fc.constantFrom('true', 'app', 'docker', 'redis', 'node_js'));
    const below = row.keys === undefined || depth > 3 ? scalar : valuesOf(row.keys, depth + 1);
    const dict = fc.dictionary(fc.constantFrom('global', 'matrix', 'A', 'secure'), scalar, {
      maxKeys: 2,
    });
    return [
      key,
      fc.oneof({ weight: 3, arbitrary: below }, fc.array(below, { maxLength: 3 }), dict),
    ] as const;
  });
  return fc
    .subarray(fields, { maxLength: Math.min(8, fields.length) })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)));
}

const tableOf = (file: string): KeyTable => formats.find((one) => one.file === file)?.keys ?? {};
const stepValues = valuesOf(tableOf('codeship-steps.yml'));
const typed = fc.record({
  type: fc.constantFrom('run', 'push', 'load', 'serial', 'parallel', 'manual'),
});
const steps = fc.array(
  fc
    .tuple(stepValues, typed, fc.array(stepValues, { maxLength: 3 }))
    .map(([step, type, below]) => ({
      service: 'app',
      command: 'x',
      ...(type.type === 'run' ? {} : { ...type, steps: below }),
      ...(step as object),
    })),
  { maxLength: 5 },
);
const shaped = fc.oneof(
  valuesOf(tableOf('shippable.yml')).map((value) => ({ 'shippable.yml': stringify(value) })),
  fc.tuple(valuesOf(tableOf('codeship-services.yml')), steps).map(([service, list]) => ({
    'codeship-services.yml': stringify({ app: service, db: { image: 'redis' } }),
    'codeship-steps.yml': stringify(list),
  })),
);

describe('any YAML', () => {
  test('of the shape of the formats', async () => {
    await fc.assert(fc.asyncProperty(shaped, holds), { ...options, numRuns: numRuns * 2 });
  });

  test('with the keys of the formats', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...legacyNames), tree), {
          minLength: 1,
          maxLength: 3,
          selector: ([name]) => name,
        }),
        async (files) => {
          await holds(Object.fromEntries(files.map(([name, value]) => [name, stringify(value)])));
        },
      ),
      options,
    );
  });

  test('any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...legacyNames),
        fc.string({ unit: 'binary', maxLength: 300 }),
        async (name, text) => holds({ [name]: text }),
      ),
      options,
    );
  });

  test('texts of the signs of YAML', async () => {
    const sign = fc.constantFrom(
      ...['- ', ': ', '\n', '  ', '&a ', '*a', '<<: ', '{', '}', '[', ']', ',', '|\n', '>-\n', '"'],
      ...["'", '#', '? ', '!!str ', '---\n', '...\n', '\t', '\r\n', 'a', 'build', '%YAML 1.1\n'],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...legacyNames),
        fc.array(sign, { maxLength: 60 }),
        async (name, signs) => holds({ [name]: signs.join('') }),
      ),
      options,
    );
  });
});

/** Groups of legacy files as they stand together: the corpus where it is, else the golden cases. */
function examples(): readonly Readonly<Record<string, string>>[] {
  const root = fs.existsSync(corpusFolder) ? corpusFolder : goldenFolder;
  const groups = new Map<string, Record<string, string>>();
  for (const file of filesBelow(root)) {
    if (file.includes('/expected/')) continue;
    const [kind, name, ...rest] = file.split('/');
    const group = groups.get(`${kind}/${name}`) ?? {};
    groups.set(`${kind}/${name}`, group);
    group[rest.join('/')] = fs.readFileSync(path.join(root, file), 'utf8');
  }
  return [...groups.values()].filter((group) => Object.keys(group).some(isLegacy));
}

type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly to: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'swap' | 'repeat'; readonly at: number; readonly other: number };

const position = fc.nat({ max: 0xffffff });
const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: position, to: fc.nat({ max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: position }),
  fc.record({
    kind: fc.constantFrom('swap' as const, 'repeat' as const),
    at: position,
    other: position,
  }),
);

function mutate(text: string, mutation: Mutation): string {
  switch (mutation.kind) {
    case 'flip': {
      const bytes = Buffer.from(text);
      if (bytes.length > 0) bytes[mutation.at % bytes.length] = mutation.to;
      return bytes.toString('utf8');
    }
    case 'cut':
      return text.slice(0, mutation.at % (text.length + 1));
    case 'swap':
    case 'repeat': {
      const lines = text.split('\n');
      const [a, b] = [mutation.at % lines.length, mutation.other % lines.length];
      const [lineA = '', lineB = ''] = [lines[a], lines[b]];
      if (mutation.kind === 'repeat') lines.splice(b, 0, lineA);
      else {
        lines[a] = lineB;
        lines[b] = lineA;
      }
      return lines.join('\n');
    }
    default:
      return mutation satisfies never;
  }
}

describe('any mutation of a real file', () => {
  const all = examples();
  test.skipIf(all.length === 0)('gives a report', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        position,
        fc.array(mutations, { minLength: 1, maxLength: 4 }),
        async (group, which, changes) => {
          const names = Object.keys(group).filter(isLegacy);
          const name = names[which % names.length] ?? '';
          await holds({ ...group, [name]: changes.reduce(mutate, group[name] ?? '') });
        },
      ),
      { ...options, numRuns: numRuns * 2 },
    );
  });
});

describe('hostile shapes', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    .concat(
      [...'bcdefghi'].map((letter, index) => {
        const above = 'abcdefgh'[index];
        return `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${above}`).join(', ')}]`;
      }),
    )
    .join('\n');

  test.each([
    ['an alias bomb', `${bomb}\n`],
    ['an alias bomb of commands', `${bomb}\nbuild:\n  ci: *i\n`],
    ['an alias bomb of merges', `${bomb}\nbuild:\n  <<: *i\n`],
    [
      'a chain of merges',
      `a0: &a0 {k: x}\n${Array.from({ length: 15_000 }, (_, i) => `a${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: x}\n`).join('')}`,
    ],
    [
      'a matrix of very many rows',
      `language: node_js\nnode_js: [${Array.from({ length: 400 }, (_, i) => i)}]\nenv:\n${Array.from({ length: 400 }, (_, i) => `  - A=${i}\n`).join('')}`,
    ],
    ['very many commands', `build:\n  ci:\n${'    - echo x\n'.repeat(10_000)}`],
    ['one very long command', `build:\n  ci:\n    - ${'echo x && '.repeat(40_000)}true\n`],
    ['deep quotes', `build:\n  ci:\n    - '${'$('.repeat(20_000)}'\n`],
    ['deep braces', `build:\n  ci:\n    - "${'{ '.repeat(20_000)}"\n`],
    ['very many globs', `branches:\n  only:\n    - '${'*a'.repeat(20_000)}'\n`],
  ])('%s', async (_name, text) => {
    await holds({ 'shippable.yml': text });
  });

  test.each([
    ['a heavy pattern', `- service: app\n  command: x\n  tag: '^(${'a*'.repeat(1000)})*$'\n`],
    ['deep groups', `${'- type: serial\n  steps:\n'.repeat(1)}${nested(60)}`],
    ['very many steps', '- service: app\n  command: x\n'.repeat(5_000)],
  ])('%s', async (_name, steps) => {
    await holds({
      'codeship-services.yml': 'app:\n  image: busybox\n',
      'codeship-steps.yml': steps,
    });
  });

  function nested(depth: number): string {
    let text = '';
    for (let level = 1; level < depth; level++) {
      const indent = '  '.repeat(level);
      text += `${indent}- type: parallel\n${indent}  steps:\n`;
    }
    return `${text}${'  '.repeat(depth)}- service: app\n${'  '.repeat(depth)}  command: x\n`;
  }
});
