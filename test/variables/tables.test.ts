import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { data, Evaluator, Lexer, Parser, wellKnownFunctions } from '@actions/expressions';
import { afterAll, describe, expect, test } from 'vitest';
import { written } from '../../src/expression/text.ts';
import { codeshipVariables } from '../../src/variables/codeship.ts';
import { codeshipTemplateFields } from '../../src/variables/codeship-template.ts';
import { shippableVariables } from '../../src/variables/shippable.ts';
import type { VariableTable } from '../../src/variables/variable-row.ts';
import { commits, type EventTitle, events } from './events.ts';

const contexts = ['github', 'strategy', 'job'];
const functions = [...Object.values(wellKnownFunctions)];

function asData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver);
}

/** What GitHub's own evaluator prints for a text with `${{ }}`. */
function evaluate(text: string, event: EventTitle): string {
  const context = asData({
    github: events[event],
    strategy: { 'job-index': 2, 'job-total': 4 },
  }) as data.Dictionary;
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, source: string) => {
    const parsed = new Parser(new Lexer(source).lex().tokens, contexts, functions).parse();
    return new Evaluator(parsed, context).evaluate().coerceString();
  });
}

/** The text in `env:` of a variable that has one: its expression, or what stands in for it at that event. */
function envText(table: VariableTable, name: string, event: EventTitle): string {
  const way = table[name]?.way;
  if (way?.kind === 'expression' || way?.kind === 'literal') return written(way.value).text;
  const eventName = events[event].event_name;
  if (way?.kind === 'computed' && way.shortcut?.events.includes(eventName))
    return written(way.shortcut.value).text;
  throw new Error(`${name} has no text in env: at ${event}`);
}

const { head, base, before } = commits;
const run = 'https://github.com/acme/shop/actions/runs/9001';
const message = 'Add cart\n\nWith "quotes".';

const shippable: Partial<Record<EventTitle, Record<string, string>>> = {
  push: {
    BRANCH: 'feature/cart',
    BASE_BRANCH: '',
    HEAD_BRANCH: '',
    COMMIT: head,
    COMMIT_MESSAGE: message,
    COMMITTER: 'Ada Lovelace',
    LAST_AUTHOR: 'Grace Hopper',
    COMPARE_URL: 'https://github.com/acme/shop/compare/4...1',
    SHIPPABLE_COMMIT_RANGE: `${before}...${head}`,
    IS_PULL_REQUEST: 'false',
    PULL_REQUEST: 'false',
    PULL_REQUEST_REPO_FULL_NAME: '',
    IS_FORK: 'false',
    IS_GIT_TAG: 'false',
    GIT_TAG_NAME: '',
    IS_RELEASE: 'false',
    RELEASE_NAME: '',
    RELEASED_AT: '',
    IS_PRERELEASE: 'false',
    BUILD_NUMBER: '12',
    BUILD_ID: '9001',
    BUILD_URL: run,
    JOB_ID: '9001-ci-2',
    SHIPPABLE_JOB_COUNT: '4',
    REPO_FULL_NAME: 'acme/shop',
    REPO_NAME: 'shop',
    ORG_NAME: 'acme',
    REPOSITORY_URL: 'https://github.com/acme/shop',
    PROJECT_ID: '77',
    SUBSCRIPTION_ID: '7',
    SHIPPABLE_BUILD_DIR: '/home/runner/_work/shop/shop',
    SHIPPABLE: 'true',
    RAILS_ENV: 'test',
  },
  'push of a new branch': { SHIPPABLE_COMMIT_RANGE: `${head}...${head}` },
  tag: {
    BRANCH: 'v1.2.0',
    IS_GIT_TAG: 'true',
    GIT_TAG_NAME: 'v1.2.0',
    IS_RELEASE: 'false',
    IS_PULL_REQUEST: 'false',
    SHIPPABLE_COMMIT_RANGE: `${head}...${head}`,
  },
  pull_request: {
    BRANCH: 'main',
    BASE_BRANCH: 'main',
    PULL_REQUEST_BASE_BRANCH: 'main',
    HEAD_BRANCH: 'feature/cart',
    COMMIT: head,
    COMMIT_MESSAGE: 'Cart',
    COMPARE_URL: 'https://github.com/acme/shop/pull/5/files',
    SHIPPABLE_COMMIT_RANGE: `${base}...${head}`,
    IS_PULL_REQUEST: 'true',
    PULL_REQUEST: '5',
    PULL_REQUEST_REPO_FULL_NAME: 'someone/shop',
    IS_FORK: 'false',
    IS_GIT_TAG: 'false',
    GIT_TAG_NAME: '',
  },
  release: {
    BRANCH: 'v1.2.0',
    COMMIT: head,
    COMPARE_URL: '',
    IS_GIT_TAG: 'false',
    GIT_TAG_NAME: 'v1.2.0',
    IS_RELEASE: 'true',
    RELEASE_NAME: 'One two',
    RELEASED_AT: '2026-01-31T12:00:00Z',
    IS_PRERELEASE: 'true',
    PULL_REQUEST: 'false',
    SHIPPABLE_COMMIT_RANGE: `${head}...${head}`,
  },
  workflow_dispatch: {
    BRANCH: 'main',
    COMMIT: head,
    COMPARE_URL: '',
    IS_PULL_REQUEST: 'false',
    PULL_REQUEST: 'false',
    GIT_TAG_NAME: '',
    SHIPPABLE_COMMIT_RANGE: `${head}...${head}`,
  },
  schedule: { BRANCH: 'main', IS_FORK: 'false', PULL_REQUEST: 'false', COMPARE_URL: '' },
};

const codeship: Partial<Record<EventTitle, Record<string, string>>> = {
  push: {
    CI_NAME: 'codeship',
    CI_BRANCH: 'feature/cart',
    CI_COMMIT_ID: head,
    CI_COMMIT_MESSAGE: message,
    CI_COMMITTER_NAME: 'Ada Lovelace',
    CI_COMMITTER_EMAIL: 'ada@example.test',
    CI_COMMITTER_USERNAME: 'ada',
    CI_PROJECT_ID: '77',
    CI_BUILD_ID: '9001',
    CI_REPO_NAME: 'shop',
    CI_PR_NUMBER: '',
    CI_PULL_REQUEST: 'false',
    CI_BUILD_NUMBER: '12',
    CI_BUILD_URL: run,
    CI_MESSAGE: message,
  },
  tag: { CI_BRANCH: 'v1.2.0', CI_COMMIT_ID: head, CI_PULL_REQUEST: 'false' },
  pull_request: {
    CI_BRANCH: 'feature/cart',
    CI_COMMIT_ID: head,
    CI_COMMITTER_USERNAME: 'octo',
    CI_PR_NUMBER: '5',
    CI_PULL_REQUEST: 'https://github.com/acme/shop/pull/5',
  },
  release: { CI_BRANCH: 'v1.2.0', CI_COMMITTER_USERNAME: 'octo', CI_PULL_REQUEST: 'false' },
  workflow_dispatch: { CI_BRANCH: 'main', CI_COMMIT_ID: head, CI_PR_NUMBER: '' },
};

describe.each([
  ['Shippable', shippableVariables, shippable],
  ['CodeShip', codeshipVariables, codeship],
])('%s', (_, table, expected) => {
  const cases = Object.entries(expected).flatMap(([event, values]) =>
    Object.entries(values).map(([name, value]) => [event as EventTitle, name, value] as const),
  );

  test.each(cases)('on %s: %s is %j', (event, name, value) => {
    expect(evaluate(envText(table, name, event), event)).toBe(value);
  });

  test('every expression that is the only way is checked on a push', () => {
    const covered = new Set(Object.keys(expected.push ?? {}).map((name) => table[name]));
    const unchecked = Object.entries(table).filter(
      ([, row]) => row.way.kind === 'expression' && !covered.has(row),
    );
    expect(unchecked.map(([name]) => name)).toEqual([]);
  });

  test('meanings and reasons are sentences', () => {
    for (const [name, row] of Object.entries(table)) {
      const texts = [
        row.meaning,
        row.differs,
        row.way.kind === 'none' ? row.way.reason : undefined,
      ];
      for (const text of texts)
        if (text !== undefined) expect(text, name).toMatch(/^[A-Z`a-z].*\.$/s);
    }
  });
});

test('a shortcut says what prepare would, on each event that it is for', () => {
  for (const table of [shippableVariables, codeshipVariables]) {
    for (const [name, row] of Object.entries(table)) {
      if (row.way.kind !== 'computed' || row.way.shortcut === undefined) continue;
      for (const eventName of row.way.shortcut.events) {
        const event = eventName as EventTitle;
        expect(
          evaluate(written(row.way.shortcut.value).text, event),
          `${name} on ${event}`,
        ).not.toBe('');
      }
    }
  }
});

test('a template field stands for a variable of the table', () => {
  for (const field of Object.values(codeshipTemplateFields)) {
    if (field.source.kind === 'variable')
      expect(codeshipVariables).toHaveProperty(field.source.name);
  }
});

/** A workflow with every expression at the highest place that its row allows. */
function workflow(): string {
  const rows = [...Object.entries(shippableVariables), ...Object.entries(codeshipVariables)];
  const lines = { workflow: [] as string[], job: [] as string[], step: [] as string[] };
  for (const [name, { way }] of new Map(rows)) {
    if (way.kind === 'expression')
      lines[way.level].push(`${name}: ${JSON.stringify(written(way.value).text)}`);
    if (way.kind === 'literal')
      lines.workflow.push(`${name}: ${JSON.stringify(written(way.value).text)}`);
    if (way.kind === 'computed' && way.shortcut !== undefined) {
      lines[way.shortcut.level].push(
        `${name}: ${JSON.stringify(written(way.shortcut.value).text)}`,
      );
    }
  }
  const block = (indent: string, entries: readonly string[]) =>
    entries.map((line) => `${indent}${line}\n`).join('');
  return `name: Variables
on: [push, pull_request, release, workflow_dispatch]
permissions: {}
concurrency:
  group: \${{ github.run_id }}
  cancel-in-progress: false
env:
${block('  ', lines.workflow)}jobs:
  ci:
    name: CI
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {}
    env:
${block('      ', lines.job)}    steps:
      - name: Print
        shell: bash
        env:
${block('          ', [...lines.step, 'NONE: ""'])}        run: env
`;
}

// The tools that `.ci/install.sh` put there are found without being on PATH.
const tools = process.env.TRANSSHIP_TOOLS ?? join(homedir(), '.cache/transship-tools');
const env = { ...process.env, PATH: [process.env.PATH, join(tools, 'bin')].join(delimiter) };
const required = process.env.TRANSSHIP_REQUIRE_TOOLS === '1';
const lacks = (tool: string): boolean =>
  !required && spawnSync(tool, ['--version'], { env }).status !== 0;

describe('the judges', () => {
  const folder = mkdtempSync(join(tmpdir(), 'transship-variables-'));
  const file = join(folder, 'variables.yml');
  writeFileSync(file, workflow());
  afterAll(() => rmSync(folder, { recursive: true }));

  test.skipIf(lacks('actionlint'))(
    'actionlint accepts every expression where its row puts it',
    () => {
      const result = spawnSync('actionlint', [file], {
        encoding: 'utf8',
        env,
      });
      expect(result.stdout).toBe('');
    },
  );

  test.skipIf(lacks('zizmor'))('zizmor finds nothing', () => {
    const args = ['--offline', '--persona=pedantic', '--format=json', '--no-exit-codes', file];
    const found = JSON.parse(
      execFileSync('zizmor', args, {
        encoding: 'utf8',
        env,
        stdio: 'pipe',
      }),
    );
    expect(found.map((finding: { ident: string }) => finding.ident)).toEqual([]);
  });
});
