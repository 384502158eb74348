// A job as GitHub's runner runs it, as far as steps can tell: files, variables, PATH, signals, and the end.

import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputVariable } from '../../src/actions/program-inputs.ts';
import { run } from './setup/command.ts';
import { until } from './setup/until.ts';

export type StepResult = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly milliseconds: number;
};

type StepOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Called with the process of the step's shell once it runs. */
  readonly started?: (child: ChildProcess) => void;
  /** Options of bash between `boot` and the script. */
  readonly options?: readonly string[];
  /** The sh that runs `boot`; that of its first line unless told. */
  readonly shell?: readonly string[];
};

export type Job = {
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  /** Runs an action of ours. */
  readonly action: (
    name: string,
    inputs: Readonly<Record<string, string>>,
    options?: StepOptions,
  ) => Promise<StepResult>;
  /** A step with `shell: boot {0}`. */
  readonly boot: (script: string, options?: StepOptions) => Promise<StepResult>;
  /** A step on the host, with `shell: bash`. */
  readonly host: (script: string, options?: StepOptions) => Promise<StepResult>;
  /** The job's variables, as earlier steps set them. */
  readonly env: () => Readonly<Record<string, string>>;
  /** Ends the job as the runner does: ends what was left running, empties RUNNER_TEMP. */
  readonly end: () => Promise<void>;
};

export type JobOptions = {
  /** Folder with `actions` and `dist`. */
  readonly actions: string;
  /** Variables of the workflow. */
  readonly env?: Readonly<Record<string, string>>;
  /** User that the runner runs as; root unless told. It is in the group that may use the engine. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Folder for all of the job, for a test that needs a certain name. */
  readonly root?: string;
  /** Put in front of every command, for a runner somewhere else. */
  readonly prefix?: readonly string[];
};

let jobs = 0;

export const startJob = (options: JobOptions): Job => {
  jobs += 1;
  const root = options.root ?? mkdtempSync(join(tmpdir(), 'transship-job-'));
  chmodSync(root, 0o755);
  const [workspace, temp, files] = [
    join(root, 'work/shop/shop'),
    join(root, 'work/_temp'),
    join(root, 'files'),
  ];
  for (const folder of [workspace, temp, files]) mkdirSync(folder, { recursive: true });
  const event = join(files, 'event.json');
  writeFileSync(event, '{"number":12}');
  if (options.user !== undefined) {
    const { uid, gid } = options.user;
    for (const path of [workspace, temp, files, event]) chownSync(path, uid, gid);
  }
  const tracking = `github_${process.pid}_${jobs}`;
  const variables: Record<string, string> = { ...options.env };
  const paths: string[] = [];
  let steps = 0;

  const step = async (
    command: string,
    args: readonly string[],
    { env = {}, cwd = workspace, started }: StepOptions,
  ): Promise<StepResult> => {
    steps += 1;
    const fileOf = (name: string): string => join(files, `${name}_${steps}`);
    for (const name of ['env', 'output', 'path', 'summary', 'state']) {
      writeFileSync(fileOf(name), '');
      if (options.user !== undefined) chownSync(fileOf(name), options.user.uid, options.user.gid);
    }
    const begun = performance.now();
    const [program = '', ...rest] = [...(options.prefix ?? []), command, ...args];
    const child = spawn(program, rest, {
      cwd,
      env: {
        ...process.env,
        ...variables,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_RUN_NUMBER: '7',
        GITHUB_EVENT_PATH: event,
        GITHUB_ENV: fileOf('env'),
        GITHUB_OUTPUT: fileOf('output'),
        GITHUB_PATH: fileOf('path'),
        GITHUB_STEP_SUMMARY: fileOf('summary'),
        GITHUB_STATE: fileOf('state'),
        RUNNER_TEMP: temp,
        RUNNER_OS: 'Linux',
        RUNNER_TOOL_CACHE: '/opt/hostedtoolcache',
        RUNNER_TRACKING_ID: tracking,
        PATH: [...paths, process.env['PATH']].join(':'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options.user,
    });
    const texts = { stdout: '', stderr: '', output: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (chunk: string) => {
        texts[stream] += chunk;
        texts.output += chunk;
      });
    }
    started?.(child);
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exit) => resolve(exit ?? 128));
    });
    const milliseconds = performance.now() - begun;
    Object.assign(variables, entries(readFileSync(fileOf('env'), 'utf8')));
    paths.unshift(...readFileSync(fileOf('path'), 'utf8').split('\n').filter(Boolean).reverse());
    return {
      code,
      ...texts,
      outputs: entries(readFileSync(fileOf('output'), 'utf8')),
      summary: readFileSync(fileOf('summary'), 'utf8'),
      milliseconds,
    };
  };

  const scriptStep =
    (shell: (script: string) => readonly string[]) =>
    (text: string, more: StepOptions = {}) => {
      const script = join(temp, `script-${steps + 1}`);
      writeFileSync(script, text);
      chmodSync(script, 0o644);
      const [command = '', ...args] = shell(script);
      return step(command, args, more);
    };

  return {
    workspace,
    temp,
    action: (name, inputs, more = {}) =>
      step('sh', ['-e', '-c', `exec sh "$GITHUB_ACTION_PATH/../launch.sh" ${name}`], {
        ...more,
        env: {
          GITHUB_ACTION_PATH: join(options.actions, 'actions', name),
          ...Object.fromEntries(
            Object.entries(inputs).map(([input, value]) => [inputVariable(input), value]),
          ),
          ...more.env,
        },
      }),
    boot: (script, more = {}) =>
      scriptStep((file) => [
        ...(more.shell ?? []),
        bootProgram(paths),
        ...(more.options ?? []),
        file,
      ])(script, more),
    host: (script, more = {}) => scriptStep((file) => ['bash', '-e', file])(script, more),
    env: () => variables,
    end: async () => {
      for (const pid of trackedBy(tracking)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended by itself.
        }
      }
      rmSync(root, { recursive: true, force: true });
      const name = variables['SHIPPABLE_CONTAINER_NAME'];
      if (name === undefined || (await until(async () => !(await containerExists(name))))) return;
      throw new Error('the container is still there long after its job');
    },
  };
};

/** The runner looks for the shell on the PATH that steps have changed. */
const bootProgram = (paths: readonly string[]): string =>
  paths.map((folder) => join(folder, 'boot')).find((file) => existsSync(file)) ?? 'boot';

export const containerExists = async (name: string): Promise<boolean> =>
  (await run('docker', ['container', 'inspect', name], { check: false })).code === 0;

/** What the runner finds when it looks for processes that a job left behind. */
const trackedBy = (tracking: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8')
          .split('\0')
          .includes(`RUNNER_TRACKING_ID=${tracking}`);
      } catch {
        return false;
      }
    })
    .map(Number);

/** The runner's own way to read GITHUB_ENV and GITHUB_OUTPUT. */
const entries = (text: string): Record<string, string> => {
  const found: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    if (heredoc !== null) {
      const end = lines.indexOf(heredoc[2] ?? '', at + 1);
      found[heredoc[1] ?? ''] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (line.includes('=')) {
      found[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return found;
};
