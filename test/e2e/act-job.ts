// A workflow with our composites, run by `act` on this machine.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pins } from '../../src/interfaces/pins.ts';
import { type CommandResult, run } from './setup/command.ts';

export type ActJob = {
  /** A folder for what steps leave behind, in RESULTS. */
  readonly results: string;
  readonly run: (options?: {
    readonly event?: string;
    readonly payload?: unknown;
    /** Given to act by name, so that no value is in its arguments. */
    readonly secrets?: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string>>;
  }) => Promise<CommandResult>;
  readonly remove: () => void;
};

/** A stand-in for actions/github-script, which act would clone: runs the script with what ours uses of `core`. */
const githubScript = {
  'action.yml': `name: github-script
description: stand-in
inputs:
  script: { required: true }
runs:
  using: node20
  main: index.js
`,
  'index.js': `const fs = require('node:fs');
const core = {
  setSecret: (text) => console.log('::add-mask::' + text),
  setOutput: (name, value) => fs.appendFileSync(process.env.GITHUB_OUTPUT, name + '=' + value + '\\n'),
};
// GitHub's runner gives these to actions of JavaScript; act does not.
for (const [name, value] of Object.entries(JSON.parse(process.env.STAND_IN_RUNTIME || '{}'))) process.env[name] = value;
new Function('core', 'process', process.env.INPUT_SCRIPT)(core, process);
`,
} as const;

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/**
 * A repository with a workflow of one job.
 *
 * @param actions folder with \`actions\` and \`dist\`
 * @param steps YAML of the steps after the checkout, not indented
 */
export const createActJob = async (
  actions: string,
  steps: string,
  files: Readonly<Record<string, string>> = {},
): Promise<ActJob> => {
  const root = mkdtempSync(join(tmpdir(), 'transship-act-'));
  const [folder, standIn] = [join(root, 'shop'), join(root, 'github-script')];
  const results = join(root, 'results');
  mkdirSync(results);
  write(standIn, githubScript);
  const workflow = `name: CI
on: [push, pull_request]
jobs:
  ci:
    name: CI
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
${steps.replace(/^(?=.)/gm, '      ')}`;
  write(folder, { ...files, '.github/workflows/ci.yml': workflow });
  const env = {
    PATH: process.env['PATH'],
    HOME: root,
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.test',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.test',
  };
  const git = (...args: readonly string[]) => run('git', args, { cwd: folder, env });
  await git('init', '-q', '-b', 'main');
  await git('add', '-A');
  await git('commit', '-q', '-m', 'First');
  const script = pins['actions/github-script'];
  return {
    results,
    run: ({ event = 'push', payload = {}, secrets = {}, env: more = {} } = {}) => {
      const file = join(root, 'event.json');
      writeFileSync(file, JSON.stringify(payload));
      // In a file: a value in it is in no argument.
      const envFile = join(root, 'env');
      const lines = Object.entries({ RESULTS: results, ...more });
      writeFileSync(envFile, lines.map(([name, value]) => `${name}='${value}'\n`).join(''));
      return run(
        'act',
        [
          event,
          ...['-P', 'ubuntu-latest=-self-hosted', '-W', '.github/workflows/ci.yml', '-e', file],
          ...['--local-repository', `transship/transship@v1=${actions}`],
          ...['--local-repository', `actions/github-script@${script.commit}=${standIn}`],
          ...['--env-file', envFile],
          ...Object.keys(secrets).flatMap((name) => ['-s', name]),
        ],
        { cwd: folder, env: { ...env, ...secrets }, check: false, timeout: 110_000 },
      );
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};
