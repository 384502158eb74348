// The step of the composite `actions/login`, as a runner starts it: the launcher, with the inputs in its environment.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputVariable } from '../../src/actions/program-inputs.ts';
import { run } from './setup/command.ts';

export type LoginJob = {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
  /** Runs the step; what it exports is there for the next one, as in a job. */
  readonly login: (
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string | undefined>>,
  ) => Promise<LoginResult>;
  /** A later step: `docker` with what the logins exported. */
  readonly docker: (
    ...args: readonly string[]
  ) => Promise<{ readonly code: number; readonly output: string }>;
  /** The environment that later steps have. */
  readonly env: () => Readonly<Record<string, string>>;
  readonly remove: () => void;
};

type LoginResult = {
  readonly code: number;
  readonly output: string;
  /** The log as a reader sees it: commands that hide something are not shown. */
  readonly log: string;
  /** Its last line. Another test's change of /etc/hosts may have cost a second try before. */
  readonly last: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly registries: readonly Readonly<Record<string, string>>[];
};

/** @param actions folder with `actions` and `dist` */
export function createLoginJob(
  actions: string,
  files: Readonly<Record<string, string>> = {},
): LoginJob {
  const root = mkdtempSync(join(tmpdir(), 'transship-login-'));
  const folders = {
    workspace: join(root, 'shop'),
    temp: join(root, 'temp'),
    home: join(root, 'home'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folders.workspace, path, '..'), { recursive: true });
    writeFileSync(join(folders.workspace, path), text);
  }
  const exported: Record<string, string> = {};
  const base = (): Record<string, string> => ({
    PATH: process.env['PATH'] ?? '',
    HOME: folders.home,
    RUNNER_TEMP: folders.temp,
    GITHUB_WORKSPACE: folders.workspace,
    GITHUB_REF_NAME: 'main',
    ...exported,
  });
  return {
    ...folders,
    login: async (inputs, env = {}) => {
      const [outputFile, envFile] = [join(root, 'output'), join(root, 'env')];
      writeFileSync(outputFile, '');
      writeFileSync(envFile, '');
      const variables = Object.entries(inputs).map(([name, value]) => [inputVariable(name), value]);
      const { code, output } = await run(
        '/bin/sh',
        [join(actions, 'actions/login/../launch.sh'), 'login'],
        {
          cwd: folders.workspace,
          check: false,
          env: {
            ...base(),
            GITHUB_OUTPUT: outputFile,
            GITHUB_ENV: envFile,
            ...Object.fromEntries(variables),
            ...env,
          },
        },
      );
      Object.assign(exported, pairs(envFile));
      const outputs = pairs(outputFile);
      const log = output
        .split('\n')
        .filter((line) => !line.startsWith('::add-mask::'))
        .join('\n')
        .trim();
      return {
        code,
        output,
        log,
        last: log.split('\n').at(-1) ?? '',
        outputs,
        registries: JSON.parse(outputs['registries'] ?? '[]'),
      };
    },
    docker: async (...args) =>
      run('docker', args, { env: base(), cwd: folders.workspace, check: false }),
    env: base,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** `NAME=value` lines of a file command; none of ours has several lines. */
function pairs(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** Every file below a folder with its mode in octal, and every folder with a `/` behind it. */
export function modesBelow(folder: string, prefix = ''): Record<string, string> {
  if (!existsSync(folder)) return {};
  const modes: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const mode = (statSync(join(folder, entry.name)).mode & 0o777).toString(8);
    if (!entry.isDirectory()) modes[prefix + entry.name] = mode;
    else
      Object.assign(
        modes,
        { [`${prefix}${entry.name}/`]: mode },
        modesBelow(join(folder, entry.name), `${prefix}${entry.name}/`),
      );
  }
  return modes;
}
