import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSettings, settingKeys } from '../../src/cli/convert/settings.ts';
import { settingsSchema } from '../../src/cli/convert/settings-schema.ts';

const isValid = new Ajv({ allowUnionTypes: true }).compile(settingsSchema);

const good: Readonly<Record<keyof typeof settingKeys, string>> = {
  $schema: 'https://example.com/settings.schema.json',
  runner: 'ubuntu-22.04',
  'node-pools': '{ big: large-runner }',
  images: '{ drydock/u16: ubuntu:24.04 }',
  secrets: '{ HUB_INTEGRATION_PASSWORD: DOCKER_TOKEN }',
  name: 'Build',
  workflows: '{ shippable.yml: Build }',
  jobs: '{ ci: Tests }',
  actions: `{ actions/checkout: acme/checkout@${'a'.repeat(40)} }`,
  'allowed-actions': "['actions/*', '!acme/*@v1']",
  types: '{ aws: amazonKeys }',
  queue: 'true',
  watch: 'poll',
  environment: 'production',
  repository: 'acme/web',
  server: 'github.acme.example',
  attest: 'true',
  'workflow-dispatch': 'true',
  parallel: 'shell',
  style: 'idiomatic',
  'secret-values': 'each',
  'pull-requests': 'no-deploy',
  'public-values': '[BUILD_TOKEN]',
  'own-actions': `{ commit: ${'a'.repeat(40)}, version: v1.0.0 }`,
};

const errors = (text: string): number =>
  readSettings('x', text).diagnostics.filter(({ severity }) => severity === 'error').length;

describe.each(Object.entries(good))('%s', (key, value) => {
  test('what the file may say is valid, and another kind of value is neither', () => {
    expect(errors(`${key}: ${value}`)).toBe(0);
    expect(isValid(parse(`${key}: ${value}`)), JSON.stringify(isValid.errors)).toBe(true);
    expect(errors(`${key}: [a, { b: c }]`)).toBeGreaterThan(0);
    expect(isValid(parse(`${key}: [a, { b: c }]`))).toBe(false);
  });
});

test('every setting has a sample, and a key that is none is named by both', () => {
  expect(Object.keys(good).sort()).toEqual(Object.keys(settingKeys).sort());
  expect(isValid({ runer: 'x' })).toBe(false);
  expect(readSettings('x', 'runer: x').diagnostics).toMatchObject([{ code: 'ignored-setting' }]);
});
