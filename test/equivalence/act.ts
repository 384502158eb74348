// Runs a lowered workflow with `act` on the machine itself. Results come from its log; what steps wrote comes from the
// files in which `runner/without-terminal` recorded it, since `act` may lose the last lines of a step.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from './case.ts';

export type ActOptions = {
  readonly cwd: string;
  readonly workflow: string;
  readonly eventName: string;
  readonly payload: string;
  /** Repository and reference of every action to the folder that stands in for it. */
  readonly actions: Readonly<Record<string, string>>;
  /** The whole environment of `act`, which hands it on to every step. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `GITHUB_*` variables that `act` makes its contexts of. */
  readonly contexts: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** The console line after which the run is cancelled. */
  readonly stopAfter: string | undefined;
};

type JobRun = {
  readonly id: string;
  readonly result: Result | 'not run';
  /** The lines that the job's steps wrote, in their order, with nothing masked. */
  readonly console: readonly string[];
};

export type ActRun = {
  readonly jobs: readonly JobRun[];
  /** Lines of all jobs, each with its step; for the message of a failed test. */
  readonly log: string;
};

type LogLine = {
  readonly msg: string;
  readonly jobID?: string;
  readonly step?: string;
  readonly raw_output?: boolean;
  readonly jobResult?: string;
  readonly level?: string;
};

const timeLimit = 180_000;

export function runAct(options: ActOptions): Promise<ActRun> {
  const args = [
    options.eventName,
    '--json',
    '--rm',
    '--no-skip-checkout',
    '--no-cache-server',
    '--pull=false',
    ...['--concurrent-jobs', '1'],
    ...['-P', 'ubuntu-24.04=-self-hosted'],
    ...['-W', options.workflow],
    ...['-e', options.payload],
    ...Object.entries(options.actions).flatMap(([name, folder]) => [
      '--local-repository',
      `${name}=${folder}`,
    ]),
    ...Object.entries(options.contexts).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    // By name: the value comes from the environment, so that it is in no argument.
    ...Object.keys(options.secrets).flatMap((name) => ['-s', name]),
  ];
  const records = mkdtempSync(join(tmpdir(), 'transship-consoles-'));
  return new Promise<ActRun>((resolve, reject) => {
    const child = spawn('act', args, {
      cwd: options.cwd,
      env: { ...options.env, ...options.secrets, EQUIVALENCE_CONSOLE: records },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const seen = new Set<string>();
    const results = new Map<string, Result>();
    const log: string[] = [];
    let stopped = false;
    let rest = '';
    const take = (line: string): void => {
      let entry: LogLine;
      try {
        entry = JSON.parse(line) as LogLine;
      } catch {
        log.push(line);
        return;
      }
      const { jobID: job, msg } = entry;
      if (job === undefined) {
        log.push(msg);
        return;
      }
      seen.add(job);
      if (entry.raw_output === true) {
        const text = msg.replace(/\r?\n$/, '');
        log.push(`${job}: ${entry.step}: ${text}`);
        const { stopAfter } = options;
        if (!stopped && stopAfter !== undefined && text.split(/\r?\n/).includes(stopAfter)) {
          stopped = true;
          child.kill('SIGINT');
        }
      } else if (!/LocalRepositoryCache/.test(msg)) log.push(`${job}: ${msg}`);
      if (entry.jobResult === 'success' || entry.jobResult === 'failure') {
        results.set(job, stopped && entry.jobResult === 'failure' ? 'cancelled' : entry.jobResult);
      }
    };
    const timer = setTimeout(() => child.kill('SIGKILL'), timeLimit);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => log.push(chunk.trimEnd()));
    child.on('error', reject);
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') log.push(`not done within ${timeLimit / 1000} seconds`);
      resolve({
        jobs: [...seen].map((id) => ({
          id,
          result: results.get(id) ?? 'not run',
          console: linesOf(join(records, id)),
        })),
        log: log.join('\n'),
      });
    });
  }).finally(() => rmSync(records, { recursive: true, force: true }));
}

/** The lines of a file that may not be there. */
const linesOf = (file: string): readonly string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .replace(/\r?\n$/, '')
        .split(/\r?\n/)
    : [];
