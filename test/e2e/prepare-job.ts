// A repository with a workflow that uses the real composite `actions/prepare`, run by `act`.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type CommandResult, run } from './setup/command.ts';

const projectFolder = new URL('../..', import.meta.url).pathname;

/** A folder with `actions` and the bundle: the committed one in `.ci/run`, which has proved it fresh; else one of now. */
async function actionsFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'transship-actions-'));
  cpSync(join(projectFolder, 'actions'), join(folder, 'actions'), { recursive: true });
  if (process.env['TRANSSHIP_REQUIRE_TOOLS'] === '1') {
    cpSync(join(projectFolder, 'dist'), join(folder, 'dist'), { recursive: true });
    return folder;
  }
  await build({
    entryPoints: [join(projectFolder, 'src/entry/prepare.ts')],
    outfile: join(folder, 'dist/prepare/index.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    // CommonJS of dependencies asks for node's modules.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'dist/prepare/package.json'), '{"type":"module"}');
  return folder;
}

export type Job = {
  /** Folder for what steps leave behind, in RESULTS. */
  readonly results: string;
  readonly readResult: (name: string) => string;
  /** Runs the workflow; `act` gets only PATH, HOME and these secrets. */
  readonly start: (options?: {
    readonly event?: string;
    readonly payload?: unknown;
    readonly secrets?: Readonly<Record<string, string>>;
  }) => Promise<CommandResult>;
  readonly git: (...args: readonly string[]) => Promise<string>;
  readonly folder: string;
  readonly remove: () => void;
};

export type CreateJob = (
  steps: string,
  files?: Readonly<Record<string, string>>,
  message?: string,
) => Promise<Job>;

/** Gives tests fresh repositories with these files, one commit, and a workflow whose steps follow the checkout. */
export function useJobs(): CreateJob {
  let actions = '';
  const jobs: Job[] = [];
  beforeAll(async () => {
    actions = await actionsFolder();
  });
  afterEach(() => {
    for (const job of jobs.splice(0)) job.remove();
  });
  afterAll(() => {
    if (actions !== '') rmSync(actions, { recursive: true, force: true });
  });
  return async (steps, files, message) => {
    const job = await createJob(actions, steps, files, message);
    jobs.push(job);
    return job;
  };
}

async function createJob(
  actions: string,
  steps: string,
  files: Readonly<Record<string, string>> = {},
  message = 'First commit',
): Promise<Job> {
  const root = mkdtempSync(join(tmpdir(), 'transship-prepare-'));
  const [folder, results] = [join(root, 'shop'), join(root, 'results')];
  mkdirSync(results);
  const all = {
    ...files,
    '.github/workflows/ci.yml': `name: CI
on: [push, pull_request]
jobs:
  ci:
    name: CI
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
${steps.replace(/^(?=.)/gm, '      ')}`,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const env = {
    PATH: process.env['PATH'],
    HOME: root,
    GIT_AUTHOR_NAME: 'Grace Hopper',
    GIT_AUTHOR_EMAIL: 'grace@example.test',
    GIT_COMMITTER_NAME: 'Ada Lovelace',
    GIT_COMMITTER_EMAIL: 'ada@example.test',
  };
  const git = async (...args: readonly string[]) =>
    (await run('git', args, { cwd: folder, env })).stdout.trim();
  await git('init', '-q', '-b', 'main');
  await git('add', '-A');
  await git('commit', '-q', '-m', message);
  return {
    results,
    readResult: (name) => readFileSync(join(results, name), 'utf8'),
    start: async ({ event = 'push', payload, secrets = {} } = {}) => {
      const payloadFile = join(root, 'event.json');
      writeFileSync(payloadFile, JSON.stringify(payload ?? {}));
      return run(
        'act',
        [
          event,
          ...['-P', 'ubuntu-latest=-self-hosted'],
          ...['--local-repository', `transship/transship@v1=${actions}`],
          ...['-W', '.github/workflows/ci.yml', '-e', payloadFile],
          ...['--env', `RESULTS=${results}`],
          // By name: act takes the value from its environment, so that it is in no argument.
          ...Object.keys(secrets).flatMap((name) => ['-s', name]),
        ],
        { cwd: folder, env: { ...env, ...secrets }, check: false },
      );
    },
    git,
    folder,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Notes every argument of every process of this machine until it is stopped. */
export function watchArguments(): { readonly stop: () => string } {
  const seen = new Set<string>();
  const look = (): void => {
    for (const name of readdirSync('/proc')) {
      if (!/^[0-9]+$/.test(name)) continue;
      try {
        seen.add(readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' '));
      } catch {
        // It ended in the meantime.
      }
    }
  };
  const timer = setInterval(look, 2);
  return {
    stop: () => {
      clearInterval(timer);
      return [...seen].join('\n');
    },
  };
}

/** An example of CodeShip's own suite, where it is at hand. */
export function officialExample(path: string): string | undefined {
  const file = join(projectFolder, '../shared/examples/codeship-tool-examples', path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
