// A world for converted Assembly Lines: a code host, programs that only say what they were called with, and `act`, which runs
// the workflows that the converter writes, with the real line-start, line-end and line-record.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
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
import { build, type Plugin } from 'esbuild';
import { main } from '../../src/cli/main.ts';
import { run } from './setup/command.ts';

const projectFolder = new URL('../..', import.meta.url).pathname;

/** A change of one place of the sources. */
export type PlantedFault = {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
};

/** The actions with bundles of now; `login` is one that only says that it was called. */
export async function lineActions(fault?: PlantedFault): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'transship-line-actions-'));
  cpSync(join(projectFolder, 'actions'), join(folder, 'actions'), { recursive: true });
  for (const name of ['line-start', 'line-end', 'line-record', 'prepare']) {
    await build({
      entryPoints: [join(projectFolder, `src/entry/${name}.ts`)],
      outfile: join(folder, `dist/${name}/index.js`),
      bundle: true,
      platform: 'node',
      format: 'esm',
      // CommonJS of dependencies asks for node's modules.
      banner: {
        js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
      },
      logLevel: 'error',
      plugins: fault === undefined ? [] : [planting(fault)],
    });
    writeFileSync(join(folder, `dist/${name}/package.json`), '{"type":"module"}');
  }
  for (const name of ['login', 'pull-boot-image', 'build', 'push'])
    write(folder, { [`actions/${name}/action.yml`]: saying(name) });
  return folder;
}

const planting = ({ file, find, replace }: PlantedFault): Plugin => ({
  name: 'fault',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path !== join(projectFolder, 'src', file)) return undefined;
      const text = readFileSync(path, 'utf8');
      if (!text.includes(find)) throw new Error(`${file} has no ${find}`);
      return { contents: text.replace(find, () => replace), loader: 'ts' };
    });
  },
});

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    if (text.startsWith('#!')) chmodSync(join(folder, path), 0o755);
  }
};

/** An action that adds a line to the calls. Inputs that are not declared are only warned of by act. */
const saying = (name: string): string => `name: ${name}
description: stand-in
runs:
  using: composite
  steps:
    - shell: bash
      run: echo "action ${name}" >>"$CALLS"
`;

const standIns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'actions/checkout': {
    'action.yml': `name: checkout
description: stand-in
inputs:
  repository: { default: '' }
  ref: { default: '' }
  path: { default: '.' }
  fetch-depth: { default: '1' }
  persist-credentials: { default: 'true' }
  submodules: { default: 'false' }
runs:
  using: composite
  steps:
    - shell: bash
      env:
        REPOSITORY: \${{ inputs.repository }}
        REF: \${{ inputs.ref }}
        AT: \${{ inputs.path }}
      run: |
        set -e
        mkdir -p "$GITHUB_WORKSPACE/$AT"
        cd "$GITHUB_WORKSPACE/$AT"
        git init -q -b main .
        git fetch -q "file://$WORLD/server/\${REPOSITORY:-$GITHUB_REPOSITORY}" '+refs/heads/*:refs/remotes/origin/*'
        git checkout -q --detach "$(git rev-parse -q --verify "origin/\${REF:-$GITHUB_REF_NAME}" || git rev-parse -q --verify "\${REF:-$GITHUB_SHA}")"
`,
  },
  'actions/upload-artifact': {
    'action.yml': `name: upload-artifact
description: stand-in
inputs:
  name: { default: artifact }
  path: { required: true }
  overwrite: { default: 'false' }
  if-no-files-found: { default: warn }
  compression-level: { default: '6' }
  include-hidden-files: { default: 'false' }
  retention-days: { default: '' }
runs:
  using: composite
  steps:
    - shell: bash
      env:
        NAME: \${{ inputs.name }}
        FILES: \${{ inputs.path }}
        OVERWRITE: \${{ inputs.overwrite }}
      run: |
        if [ -e "$ARTIFACTS/$NAME" ]; then
          [ "$OVERWRITE" = true ] || { echo "an artifact $NAME exists"; exit 1; }
          rm -rf "$ARTIFACTS/$NAME"
        fi
        mkdir -p "$ARTIFACTS/$NAME"
        for file in $FILES; do [ ! -e "$file" ] || cp -r "$file" "$ARTIFACTS/$NAME/"; done
`,
  },
  'actions/download-artifact': {
    'action.yml': `name: download-artifact
description: stand-in
inputs:
  pattern: { default: '' }
  path: { required: true }
runs:
  using: composite
  steps:
    - shell: bash
      env:
        PATTERN: \${{ inputs.pattern }}
        TO: \${{ inputs.path }}
      run: |
        mkdir -p "$TO"
        for at in "$ARTIFACTS"/$PATTERN; do [ ! -e "$at" ] || cp -r "$at" "$TO/"; done
`,
  },
};

export type WorldOptions = {
  /** Folder with legacy files, or their texts. */
  readonly legacy: string | Readonly<Record<string, string>>;
  readonly repository: string;
  readonly branch?: string;
  /** Files of this repository besides, and of others by `OWNER/NAME`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly others?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Programs beyond the usual ones, by name; what they print and do, as bash. */
  readonly programs?: Readonly<Record<string, string>>;
  readonly convert?: readonly string[];
  /** Variables of the repository. */
  readonly vars?: Readonly<Record<string, string>>;
};

export type LineWorld = {
  /** Runs every workflow that the event starts, one after the other. */
  readonly start: (options?: StartOptions) => Promise<WorldRun>;
  readonly recorded: (file: string) => string | undefined;
  readonly git: (...args: readonly string[]) => string;
  readonly workflows: readonly string[];
  readonly folder: string;
  readonly remove: () => void;
};

type StartOptions = {
  readonly workflow?: string;
  readonly event?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
};

type WorldRun = {
  /** What the programs were called with, in order. */
  readonly calls: readonly string[];
  /** Of each job that was started, by its name. */
  readonly results: Readonly<Record<string, string>>;
  readonly log: string;
};

const programs = [
  'aws',
  'kubectl',
  'terraform',
  'docker',
  'gcloud',
  'az',
  'packer',
  'ansible-playbook',
  'npm',
  'mvn',
  'ssh',
  'scp',
  'curl',
  'jfrog',
  'apt-get',
  'pip',
  'sudo',
  'helm',
  'eb',
  'kustomize',
];

export async function lineWorld(actions: string, options: WorldOptions): Promise<LineWorld> {
  const world = mkdtempSync(join(tmpdir(), 'transship-world-'));
  const folder = join(world, 'source');
  const branch = options.branch ?? 'master';
  const shell = (cwd: string, ...args: readonly string[]): string => {
    const { stdout, stderr, status } = spawnSync('git', args, {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: world, ...identity },
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  mkdirSync(folder);
  if (typeof options.legacy === 'string') {
    cpSync(options.legacy, folder, { recursive: true });
    // Folders keep their mode, and those of the corpus are for reading alone.
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755);
    chmodSync(folder, 0o755);
  } else write(folder, options.legacy);
  write(folder, {
    '.github/transship.yml': `repository: ${options.repository}\n`,
    ...options.files,
  });
  const code = await main(
    ['convert', folder, '--out', folder, ...(options.convert ?? [])],
    quiet(folder),
    () => '1.0.0',
  );
  if (code !== 0 && code !== 1) throw new Error(`convert ended with ${code}`);
  const server = (name: string): string => join(world, 'server', name);
  const publish = (name: string, at: string): void => {
    mkdirSync(server(name), { recursive: true });
    shell(server(name), 'init', '-q', '--bare');
    shell(at, 'init', '-q', '-b', branch);
    shell(at, 'add', '-A', '-f');
    shell(at, 'commit', '-q', '--allow-empty', '-m', 'First');
    shell(at, 'push', '-q', server(name), `HEAD:refs/heads/${branch}`);
  };
  publish(options.repository, folder);
  for (const [name, files] of Object.entries(options.others ?? {})) {
    const at = join(world, 'others', name);
    mkdirSync(at, { recursive: true });
    write(at, files);
    publish(name, at);
  }
  const fake = (body: string): string => `#!/usr/bin/env bash
printf '%s' "\${0##*/}" >>"$CALLS"; printf ' %s' "$@" >>"$CALLS"; echo >>"$CALLS"
${body}
`;
  write(join(world, 'bin'), {
    ...Object.fromEntries(programs.map((name) => [name, fake('')])),
    ...Object.fromEntries(
      Object.entries(options.programs ?? {}).map(([name, body]) => [name, fake(body)]),
    ),
    // The link /build is what the runner's user needs root for: made for real, and none of the scripts' calls.
    sudo: fake('').replace(
      '\n',
      `\ncase "$*" in '-n ln -sfn '*' /build') exec /usr/bin/sudo "$@" ;; esac\n`,
    ),
    // The only door to the code host: what is github.com to the actions lies in a folder here.
    git: `#!/bin/sh\nGIT_ALLOW_PROTOCOL=file:$GIT_ALLOW_PROTOCOL exec ${spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim()} "$@"\n`,
  });
  write(join(world, 'home'), {
    // As on GitHub's runners: a function of the shell, for whoever reads its file.
    '.nvm/nvm.sh': `nvm() { echo "nvm $*" >>"$CALLS"; export NVM_BIN="$HOME/.nvm/bin"; }\n`,
    '.gitconfig': `[url "file://${world}/server/"]\n\tinsteadOf = https://github.com/\n[safe]\n\tdirectory = *\n`,
  });
  for (const [name, files] of Object.entries(standIns))
    write(join(world, 'stand-ins', name), files);
  const workflowFolder = join(folder, '.github', 'workflows');
  const workflows = existsSync(workflowFolder) ? readdirSync(workflowFolder).sort() : [];
  // Not from 1: the seeds of real files are called master.1.
  let runs = 40;

  return {
    folder,
    workflows,
    git: (...args) => shell(server(options.repository), ...args),
    recorded: (file) => {
      const { stdout, status } = spawnSync(
        'git',
        ['-C', server(options.repository), 'show', `assembly-lines:${file}`],
        { encoding: 'utf8' },
      );
      return status === 0 ? stdout : undefined;
    },
    remove: () => rmSync(world, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
    start: async ({
      workflow = workflows[0] ?? '',
      event = 'push',
      inputs,
      payload = {},
      env = {},
      secrets = {},
    } = {}) => {
      runs += 1;
      const at = join(world, `run-${runs}`);
      const artifacts = join(at, 'artifacts');
      mkdirSync(artifacts, { recursive: true });
      const calls = join(at, 'calls');
      writeFileSync(calls, '');
      const file = join(workflowFolder, workflow);
      const text = readFileSync(file, 'utf8');
      const repository = {
        full_name: options.repository,
        private: true,
        name: options.repository.split('/')[1],
      };
      const eventFile = join(at, 'event.json');
      writeFileSync(
        eventFile,
        JSON.stringify({ repository, ...(inputs === undefined ? {} : { inputs }), ...payload }),
      );
      const sha = shell(folder, 'rev-parse', 'HEAD').trim();
      const contexts = {
        GITHUB_REPOSITORY: options.repository,
        GITHUB_RUN_ID: String(1000 + runs),
        GITHUB_RUN_NUMBER: String(runs),
        GITHUB_SHA: sha,
        GITHUB_REF: `refs/heads/${branch}`,
        GITHUB_REF_NAME: branch,
        GITHUB_REF_TYPE: 'branch',
        GITHUB_ACTOR: 'mona',
        WORLD: world,
        CALLS: calls,
        ARTIFACTS: artifacts,
        ...env,
      };
      // Every secret has a value that says which one it is.
      const wanted = [
        ...new Set([...text.matchAll(/secrets\.([A-Za-z_]\w*)/g)].map(([, name]) => name ?? '')),
      ].filter((name) => name !== 'ASSEMBLY_LINE_KEY');
      const values = {
        ...Object.fromEntries(wanted.map((name) => [name, `value-of-${name}`])),
        ...secrets,
      };
      const uses = [
        ...new Set(
          [...text.matchAll(/uses: ([\w.-]+\/[\w.-]+)(?:\/[\w./-]+)?@([\w.]+)/g)].map(
            ([, name, ref]) => `${name}@${ref}`,
          ),
        ),
      ];
      const nested = [
        ...readFileSync(join(actions, 'actions/line-start/action.yml'), 'utf8').matchAll(
          /uses: (\S+)/g,
        ),
        ...readFileSync(join(actions, 'actions/line-end/action.yml'), 'utf8').matchAll(
          /uses: (\S+)/g,
        ),
      ].map(([, name]) => name ?? '');
      const local = [...new Set([...uses, ...nested])].flatMap((use) => {
        const [name = ''] = use.split('@');
        const standIn = join(world, 'stand-ins', name);
        if (name !== 'transship/transship' && !existsSync(standIn))
          write(standIn, { 'action.yml': saying(name) });
        return [
          '--local-repository',
          `${use}=${name === 'transship/transship' ? actions : standIn}`,
        ];
      });
      const result = await run(
        'act',
        [
          event,
          ...[
            '--json',
            '--rm',
            '--no-skip-checkout',
            '--no-cache-server',
            '--concurrent-jobs',
            '1',
          ],
          ...['-P', 'ubuntu-24.04=-self-hosted', '-W', file, '-e', eventFile],
          ...local,
          ...Object.entries(contexts).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
          ...Object.keys(values).flatMap((name) => ['-s', name]),
          ...Object.entries(options.vars ?? {}).flatMap(([name, value]) => [
            '--var',
            `${name}=${value}`,
          ]),
        ],
        {
          cwd: folder,
          check: false,
          timeout: 500_000,
          env: {
            PATH: `${join(world, 'bin')}:${process.env['PATH']}`,
            HOME: join(world, 'home'),
            XDG_CACHE_HOME: join(world, 'cache'),
            ...values,
          },
        },
      );
      const results: Record<string, string> = {};
      const log: string[] = [];
      for (const line of result.stdout.split('\n')) {
        let entry: { readonly job?: string; readonly jobResult?: string; readonly msg?: string } =
          {};
        try {
          entry = JSON.parse(line);
        } catch {
          continue;
        }
        const job = (entry.job ?? '').replace(/^.*?\//, '').trim();
        if (entry.jobResult !== undefined) results[job] = entry.jobResult;
        log.push(`${job}: ${entry.msg ?? ''}`.trimEnd());
      }
      return {
        calls: readFileSync(calls, 'utf8')
          .split('\n')
          .filter((line) => line !== ''),
        results,
        log: [...log, result.stderr].join('\n'),
      };
    },
  };
}

const identity = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.test',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.test',
};

const quiet = (folder: string) => ({
  stdout: () => {},
  stderr: () => {},
  stdin: () => new Uint8Array(),
  readLine: () => undefined,
  env: { PATH: process.env['PATH'] },
  folder,
  color: { stdout: false, stderr: false },
});
