// The variables that a job brings along, so that commands and scripts find what Shippable had.

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { convertTexts, type Texts, workflowsOf } from '../codeship/project.ts';

async function variables(head: string, command: string, files: Texts) {
  const text = `${head}build: {ci: [${JSON.stringify(command)}]}\n`;
  const [workflow] = workflowsOf(await convertTexts({ ...files, 'shippable.yml': text }));
  const { jobs } = parse(workflow?.content ?? '') as {
    jobs: { ci: { env?: Readonly<Record<string, string>> } };
  };
  return jobs.ci.env ?? {};
}

const number = { SHIPPABLE_BUILD_NUMBER: '${{ github.run_number }}' };
const script = { 'tools/run.sh': 'echo $SHIPPABLE_BUILD_NUMBER\n' };

test.each<[command: string, found: Texts, files?: Texts]>([
  ['echo $SHIPPABLE_BUILD_NUMBER', number],
  ['tools/run.sh', number],
  ['bash tools/run.sh', number],
  ['bash -e tools/run.sh', number],
  ['bash -e -x ./tools/run.sh --all', number],
  ['. tools/run.sh', number],
  ['source ./tools/run.sh', number],
  ['tools/run.sh', {}, { 'tools/run.sh': 'echo $OTHER\n' }],
  ['tools/run.sh', {}, { 'shippable.old.yml': 'ci: [echo $SHIPPABLE_BUILD_NUMBER]\n' }],
  ['rake', number, { Rakefile: "ENV['SHIPPABLE_BUILD_NUMBER']\n" }],
  ['make', number, { Makefile: 'all:\n\techo $(SHIPPABLE_BUILD_NUMBER)\n' }],
  ['node x.js', number, { 'x.js': 'process.env.SHIPPABLE_BUILD_NUMBER\n' }],
  ['echo x', {}, {}],
])('%s', async (command, found, files = script) => {
  expect(await variables('language: none\n', command, files)).toEqual(found);
});

test.each<[keys: string, found: Texts]>([
  ['', { SHIPPABLE_DEPTH: '', CACHE_DIR: 'false', SHIPPABLE_ARCHIVE: 'false' }],
  ['depth: 5\n', { SHIPPABLE_DEPTH: '5', CACHE_DIR: 'false', SHIPPABLE_ARCHIVE: 'false' }],
  ['archive: true\n', { SHIPPABLE_DEPTH: '', CACHE_DIR: 'false', SHIPPABLE_ARCHIVE: 'true' }],
  ['cache: true\n', { SHIPPABLE_DEPTH: '', CACHE_DIR: 'true', SHIPPABLE_ARCHIVE: 'false' }],
])('settings that commands read: %j', async (keys, found) => {
  const command = 'echo $SHIPPABLE_DEPTH $CACHE_DIR $SHIPPABLE_ARCHIVE';
  expect(await variables(`language: none\n${keys}`, command, {})).toEqual(found);
});

const floating = 'language: node_js\nnode_js: node\n';
const peers = { npm_config_legacy_peer_deps: 'true' };
const manifest = { 'package.json': '{}' };

test.each<[command: string, found: Texts, head?: string, files?: Texts]>([
  ['npm i', peers],
  ['npm install mocha', peers],
  ['npm --silent ci', peers],
  ['npm update', peers],
  ['npm info mocha', {}],
  ['npm config set init-license MIT', {}],
  ['npm config set cache ./ci-cache', {}],
  ['npm test', {}],
  ['yarn install', {}],
  ['npm i', {}, 'language: node_js\nnode_js: 6\n'],
  ['npm i', peers, 'language: node_js\nnode_js: "lts/*"\n'],
  ['npm i', {}, floating, {}],
])('npm 7 installs peers: %j %j', async (command, found, head = floating, files = manifest) => {
  expect(await variables(head, command, files)).toEqual(found);
});
