// Runs the action in this process against a GitHub of the test's own: real files, real git, real HTTP; only waiting is not real.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertPullRequest } from '../../src/actions/convert-pull-request/convert-pull-request.ts';
import { runAction } from '../../src/actions/program.ts';
import { inputVariable } from '../../src/actions/program-inputs.ts';
import { devParser } from '../../src/dev/judges/github-parser.ts';
import type { Host } from '../../src/host/host.ts';
import { githubRunner } from '../../src/host/runner/github-runner.ts';
import { convertPullRequestInterface } from '../../src/interfaces/convert-pull-request.ts';
import type { GitHubServer } from './github-server.ts';

/** What the clock of the action shows when it begins; only a wait moves it on. */
export const startOfRun = Date.UTC(2026, 0, 31, 12);

export type ActionRun = {
  readonly code: number;
  /** The log, with `warning: ` and `error: ` before what is that; masked texts are `***`. */
  readonly log: string;
  readonly summary: string;
  readonly pulls: readonly {
    readonly repository: string;
    readonly state: string;
    readonly number?: number;
    readonly url?: string;
  }[];
  /** Text of a file of the output `folder`. */
  readonly file: (path: string) => string;
  /** Milliseconds of each wait. */
  readonly sleeps: readonly number[];
  readonly outputs: ReadonlyMap<string, string>;
  /** Names in the temporary folder once the action is done. */
  readonly left: readonly string[];
};

export type RunOptions = {
  /** Whether the judges that are programs may be found; they take longer than all the rest. */
  readonly judges?: true;
  readonly env?: Readonly<Record<string, string>>;
  readonly host?: (host: Host) => Host;
};

const temporary: string[] = [];

export function removeTemporary(): void {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export async function runOn(
  github: GitHubServer,
  inputs: Readonly<Record<string, string>> = {},
  options: RunOptions = {},
): Promise<ActionRun> {
  const temp = mkdtempSync(join(tmpdir(), 'transship-action-'));
  temporary.push(temp);
  const given = { token: github.token, ...inputs };
  const env = {
    PATH: process.env['PATH'],
    HOME: temp,
    RUNNER_TEMP: temp,
    GITHUB_WORKSPACE: temp,
    GITHUB_REPOSITORY: 'acme/web',
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.url,
    OWN_REF: '1'.repeat(40),
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [inputVariable(name), value]),
    ),
    ...options.env,
  };
  const lines: string[] = [];
  const masks = new Set<string>();
  const sleeps: number[] = [];
  const outputs = new Map<string, string>();
  let summary = '';
  let later = 0;
  const add = (line: string): void => {
    lines.push([...masks].reduce((text, mask) => text.replaceAll(mask, '***'), line));
  };
  const real = githubRunner(env);
  const host: Host = {
    ...real,
    log: add,
    notice: (message) => add(`notice: ${message}`),
    warning: (message) => add(`warning: ${message}`),
    error: (message) => add(`error: ${message}`),
    group: (title) => add(`group: ${title}`),
    endGroup: () => {},
    mask: (secret) => {
      if (secret !== '') masks.add(secret);
    },
    output: (name, value) => outputs.set(name, value),
    summary: (markdown) => {
      summary += markdown;
    },
    now: () => startOfRun + later,
    sleep: async (milliseconds) => {
      sleeps.push(milliseconds);
      later += milliseconds;
    },
  };
  const before = { PATH: process.env['PATH'], TRANSSHIP_TOOLS: process.env['TRANSSHIP_TOOLS'] };
  if (options.judges !== true) Object.assign(process.env, { PATH: '', TRANSSHIP_TOOLS: temp });
  const code = await runAction(
    convertPullRequestInterface,
    convertPullRequest(devParser),
    options.host?.(host) ?? host,
  );
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  const folder = outputs.get('folder') ?? '';
  return {
    code,
    log: lines.join('\n'),
    summary,
    pulls: JSON.parse(outputs.get('pull-requests') ?? '[]'),
    file: (path) => readFileSync(join(folder, path), 'utf8'),
    sleeps,
    outputs,
    left: real.files.list(temp) ?? [],
  };
}
