// The script of the step that writes secrets, run by bash as GitHub runs it.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isExpression } from '../../../src/expression/expression.ts';
import type { Sealed } from '../../../src/legacy/codeship/secrets/sealed.ts';
import { type SecretFile, secretStep } from '../../../src/legacy/codeship/secrets/secret-step.ts';
import { parseDockercfg } from '../../../src/registry/docker-config/dockercfg.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'transship-step-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sealed = (name: string): Sealed => ({
  what: 'environment',
  name,
  nodes: [],
  services: [],
  leaves: [],
});

/** Runs the step with these secrets, by their names on GitHub. */
function run(files: readonly SecretFile[], secrets: Readonly<Record<string, string>>): string {
  const step = secretStep(files);
  const env = Object.fromEntries(
    (step?.env ?? []).map(({ name, value }) => {
      const code = isExpression(value) ? value.code : '';
      return [name, secrets[code.replace('secrets.', '')] ?? ''];
    }),
  );
  const script = (step?.run ?? []).map(({ text }) => `${text}\n`).join('');
  return execFileSync('bash', ['-e', '-c', script], {
    env: { PATH: process.env['PATH'], RUNNER_TEMP: folder, ...env },
    encoding: 'utf8',
  });
}

const read = (name: string): string => readFileSync(path.join(folder, 'codeship', name), 'utf8');

test('values arrive to the letter, in files of mode 0600, and nothing is printed', () => {
  const values = {
    A: `a "b" 'c' $HOME \`id\` \\n %s -n * {x}`,
    B: '-----BEGIN KEY-----\nline two\n-----END KEY-----',
    PATH: '/opt/bin',
    X_PROD: 'x=y=z',
  };
  const printed = run(
    [
      {
        sealed: sealed('deep/app env.encrypted'),
        accounts: [],
        lines: [
          { name: 'A', secret: 'A' },
          { name: 'B', secret: 'B' },
          { name: 'PATH', secret: 'PATH' },
          { name: 'X', secret: 'X_PROD' },
          { name: 'EMPTY' },
          { name: 'ABSENT', secret: 'ABSENT' },
          { name: 'dotted.name', secret: 'A' },
        ],
      },
    ],
    values,
  );
  expect(printed).toBe('');
  expect(read('deep/app env.encrypted').split('\n')).toEqual([
    `A=${values.A}`,
    'B=-----BEGIN KEY-----\\nline two\\n-----END KEY-----',
    'PATH=/opt/bin',
    'X=x=y=z',
    'EMPTY=',
    `dotted.name=${values.A}`,
    '',
  ]);
  const at = path.join(folder, 'codeship', 'deep');
  expect(statSync(path.join(at, 'app env.encrypted')).mode & 0o777).toBe(0o600);
  expect(statSync(at).mode & 0o777).toBe(0o700);
});

test('a dockercfg has the accounts whose password was created', () => {
  const account = (registry: string, name: string) => ({
    registry,
    username: `${name}_USERNAME`,
    password: `${name}_PASSWORD`,
  });
  const file: SecretFile = {
    sealed: sealed('dockercfg.encrypted'),
    lines: [],
    accounts: [
      account('https://index.docker.io/v1/', 'DOCKERHUB'),
      account('quay.io', 'QUAY_IO'),
      account('gone.example', 'GONE'),
    ],
  };
  const long = 'p:w"$\\'.repeat(40);
  run([file], {
    DOCKERHUB_USERNAME: 'acme',
    DOCKERHUB_PASSWORD: long,
    QUAY_IO_USERNAME: 'acme+robot',
    QUAY_IO_PASSWORD: 'q',
    GONE_USERNAME: 'someone',
  });
  const parsed = parseDockercfg(read('dockercfg.encrypted'));
  const text = Buffer.from(
    JSON.parse(read('dockercfg.encrypted'))['https://index.docker.io/v1/'].auth,
    'base64',
  );
  expect(text.toString()).toBe(`acme:${long}`);
  expect(parsed.ok).toBe(true);
  expect(Object.keys(JSON.parse(read('dockercfg.encrypted')))).toEqual([
    'https://index.docker.io/v1/',
    'quay.io',
  ]);
  run([file], {});
  expect(read('dockercfg.encrypted')).toBe('{}');
});

test('without a file there is no step', () => {
  expect(secretStep([])).toBeUndefined();
});
