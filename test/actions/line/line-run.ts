// Runs of an Assembly Line without a runner: the three actions for real, with real git and bash, in folders of their own.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { lineEnd } from '../../../src/actions/line-end/line-end.ts';
import { lineRecord } from '../../../src/actions/line-record/line-record.ts';
import { lineStart } from '../../../src/actions/line-start/line-start.ts';
import { type ActionProgram, runAction } from '../../../src/actions/program.ts';
import type { Host } from '../../../src/host/host.ts';
import { githubRunner } from '../../../src/host/runner/github-runner.ts';
import type { ActionInterface } from '../../../src/interfaces/action-interface.ts';
import { lineEndInterface } from '../../../src/interfaces/line-end.ts';
import { lineRecordInterface } from '../../../src/interfaces/line-record.ts';
import { lineStartInterface } from '../../../src/interfaces/line-start.ts';

const programs = new URL('../../../actions/line-start', import.meta.url).pathname;
const sha = 'a'.repeat(40);

export type Repository = {
  readonly top: string;
  /** A file of the branch assembly-lines; undefined where there is none. */
  readonly recorded: (file: string) => string | undefined;
  readonly git: (...args: readonly string[]) => string;
  readonly run: (options?: RunOptions) => LineRun;
};

type RunOptions = {
  readonly event?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly isPublic?: boolean;
  readonly key?: string;
  readonly env?: Readonly<Record<string, string>>;
};

type JobOptions = {
  readonly type?: string;
  readonly in?: string;
  readonly out?: string;
  readonly integrations?: string;
  readonly pin?: string;
  readonly script?: string;
  /** Variables of the TASK's step. */
  readonly env?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly leg?: readonly [index: number, total: number];
  readonly cancelled?: true;
};

type JobResult = {
  readonly start: number;
  readonly task: number;
  readonly end: number;
  /** What scripts printed. */
  readonly stdout: string;
  /** What the actions printed. */
  readonly lines: readonly string[];
  readonly made: readonly string[];
  readonly commits: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly root: string;
};

type LineRun = {
  readonly job: (name: string, options?: JobOptions) => Promise<JobResult>;
  readonly record: (jobs: string) => Promise<{
    readonly code: number;
    readonly lines: readonly string[];
    readonly outputs: Readonly<Record<string, string>>;
  }>;
  readonly artifacts: string;
};

/** A repository with a bare one as its server. */
export function repository(): Repository {
  const top = mkdtempSync(join(tmpdir(), 'transship-line-'));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  const server = join(top, 'server', 'acme', 'shop');
  mkdirSync(server, { recursive: true });
  const git = (...args: readonly string[]): string => {
    const { stdout, stderr, status } = spawnSync('git', ['-C', server, ...args], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  git('init', '-q', '--bare');
  let number = 0;
  return {
    top,
    git,
    recorded: (file) => {
      const { stdout, status } = spawnSync(
        'git',
        ['-C', server, 'show', `assembly-lines:${file}`],
        { encoding: 'utf8' },
      );
      return status === 0 ? stdout : undefined;
    },
    run: (options = {}) => {
      number += 1;
      return lineRun(top, number, options);
    },
  };
}

function lineRun(top: string, number: number, options: RunOptions): LineRun {
  const folder = join(top, `run-${number}`);
  const artifacts = join(folder, 'artifacts');
  mkdirSync(artifacts, { recursive: true });
  const eventFile = join(folder, 'event.json');
  const payload = {
    repository: { private: options.isPublic !== true, full_name: 'acme/shop' },
    ...options.payload,
  };
  writeFileSync(eventFile, JSON.stringify(payload));
  let jobs = 0;

  const machine = () => {
    jobs += 1;
    const at = join(folder, `job-${jobs}`);
    const [workspace, temporary] = [join(at, 'shop'), join(at, '_temp')];
    mkdirSync(workspace, { recursive: true });
    mkdirSync(temporary);
    if (existsSync(artifacts))
      cpSync(artifacts, join(temporary, 'line-artifacts'), { recursive: true });
    const base = {
      PATH: process.env['PATH'] ?? '',
      HOME: at,
      RUNNER_TEMP: temporary,
      GITHUB_WORKSPACE: workspace,
      GITHUB_SERVER_URL: `file://${top}/server`,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_REPOSITORY_OWNER_ID: '42',
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_EVENT_NAME: options.event ?? 'push',
      GITHUB_SHA: sha,
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_RUN_ID: String(1000 + number),
      GITHUB_RUN_NUMBER: String(number),
      GITHUB_ACTOR: 'mona',
      GITHUB_ACTION_PATH: programs,
      ...options.env,
    };
    return { workspace, temporary, base };
  };

  async function step<A extends ActionInterface>(
    action: A,
    program: ActionProgram<A>,
    base: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>>,
  ) {
    const lines: string[] = [];
    const outputs: Record<string, string> = {};
    const exported: Record<string, string> = {};
    const paths: string[] = [];
    const variables = Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`,
      value,
    ]);
    const env = { ...base, ...Object.fromEntries(variables) };
    const host: Host = {
      ...githubRunner(env),
      log: (line) => void lines.push(line),
      notice: (line) => void lines.push(`notice: ${line}`),
      warning: (line) => void lines.push(`warning: ${line}`),
      error: (line) => void lines.push(`error: ${line}`),
      mask: () => {},
      output: (name, value) => {
        outputs[name] = value;
      },
      exportVariable: (name, value) => {
        exported[name] = value;
      },
      addPath: (path) => void paths.push(path),
      summary: (text) => void lines.push(text),
    };
    const code = await runAction(action, program, host);
    return { code, lines, outputs, exported, paths };
  }

  return {
    artifacts,
    job: async (name, job = {}) => {
      const { temporary, workspace, base } = machine();
      const { key = '' } = options;
      const matrix = {
        'job-index': String(job.leg?.[0] ?? 0),
        'job-total': String(job.leg?.[1] ?? 1),
      };
      const given = {
        job: name,
        type: job.type ?? 'runSh',
        in: job.in ?? '',
        out: job.out ?? '',
        integrations: job.integrations ?? '',
        pin: job.pin ?? '',
        key,
        token: 'T',
        'job-index': matrix['job-index'],
        ...job.inputs,
      };
      const start = await step(lineStartInterface, lineStart, base, given);
      const env: Record<string, string> = {
        ...base,
        ...start.exported,
        PATH: [...start.paths, base.PATH].join(':'),
      };
      let task = -1;
      let stdout = '';
      if (start.code === 0) {
        const script = join(temporary, 'task.sh');
        writeFileSync(script, `. shippable-task\n${job.script ?? ''}\n`);
        const ran = spawnSync('bash', ['--noprofile', '--norc', script], {
          cwd: workspace,
          env: { ...env, ...job.env },
          encoding: 'utf8',
        });
        task = ran.status ?? -1;
        stdout = ran.stdout + ran.stderr;
      }
      const status = job.cancelled
        ? 'cancelled'
        : start.code === 0 && task === 0
          ? 'success'
          : 'failure';
      const end = await step(lineEndInterface, lineEnd, env, { status, key, ...matrix });
      const file = end.outputs['file'];
      if (end.outputs['artifact'] && file !== undefined)
        cpSync(file, join(artifacts, basename(file)));
      return {
        start: start.code,
        task,
        end: end.code,
        stdout,
        lines: [...start.lines, ...end.lines],
        made: JSON.parse(end.outputs['new'] ?? '[]'),
        commits: JSON.parse(start.outputs['commits'] ?? '{}'),
        env: start.exported,
        root: start.outputs['root'] ?? '',
      };
    },
    record: async (jobs) => {
      const { base } = machine();
      const { code, lines, outputs } = await step(lineRecordInterface, lineRecord, base, {
        jobs,
        token: 'T',
      });
      return { code, lines, outputs };
    },
  };
}

export const fileText = (...parts: readonly string[]): string =>
  readFileSync(join(...parts), 'utf8');
