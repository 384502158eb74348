import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { basicSchema } from '../../../src/legacy/codeship-basic/schema.ts';
import { equivalenceCases } from '../../equivalence/case.ts';
import { goldenFolder } from '../../golden-case.ts';

const isValid = new Ajv2020({ allErrors: true, strictTypes: false }).compile(basicSchema);

/** These cases are about what no project should have. */
const wrong = ['mistakes-in-every-part', 'what-needs-a-hand'];

const folder = join(goldenFolder, 'codeship-basic');
const files = [
  ...readdirSync(folder)
    .filter((name) => !wrong.includes(name))
    .map((name) => join(folder, name)),
  ...equivalenceCases().map((each) => each.folder),
].flatMap((at) =>
  readdirSync(at)
    .filter((name) => name === 'codeship-basic.yml')
    .map((name) => join(at, name)),
);

test('the schema takes every project of the cases', () => {
  expect(files.length).toBeGreaterThan(10);
  for (const file of files)
    expect(isValid(parse(readFileSync(file, 'utf8'))) || isValid.errors, file).toBe(true);
});

test('the schema refuses keys and forms that nobody reads', () => {
  for (const value of [
    { step: [] },
    { setup: { a: 'b' } },
    { deployments: [{ commands: [] }] },
    { deployments: [{ branch: 'main', heroku: { name: 'x' } }] },
    { deployments: [{ branch: 'main', match: 'regex' }] },
  ])
    expect(isValid(value), JSON.stringify(value)).toBe(false);
});
