// Another repository that calls a workflow of this project, run by `act` on this machine.

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
import { dirname, join } from 'node:path';
import { enterpriseServerPins, pins } from '../../src/interfaces/pins.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { type CommandResult, run } from './setup/command.ts';

const project = new URL('../..', import.meta.url).pathname;

/** The commit at which this project's workflows name its actions; others call the workflows by it here. */
export const ownPin = (): string => {
  const text = readFileSync(join(project, '.github/workflows/convert.yml'), 'utf8');
  const pin = /transship\/transship\/[\w/-]+@([0-9a-f]{40})/.exec(text)?.[1];
  if (pin === undefined) throw new Error('convert.yml names no commit of ours');
  return pin;
};

/** The project as others see it at that commit: the workflows and actions of now. */
export const publishProject = async (names: readonly string[]): Promise<ActionsFolder> => {
  const published = await createActionsFolder(names);
  cpSync(join(project, '.github/workflows'), join(published.folder, '.github/workflows'), {
    recursive: true,
  });
  cpSync(join(project, 'package.json'), join(published.folder, 'package.json'));
  return published;
};

export type CalledRun = CommandResult & {
  readonly result: 'success' | 'failure' | 'not run';
  /** What the steps printed, by job and without act's own words. */
  readonly printed: string;
  /** Outputs of the called workflow, as the next job of the caller sees them. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Text of a file that `upload-artifact` was given. */
  readonly artifact: (path: string) => string | undefined;
};

export type Call = {
  readonly published: string;
  /** File name of the called workflow. */
  readonly workflow: string;
  readonly files: Readonly<Record<string, string>>;
  /** Inputs of the call; without them, the workflow itself is dispatched in a copy of its own. */
  readonly with: Readonly<Record<string, string | boolean | number>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly payload?: object;
  /** `GITHUB_*` variables that contexts are made of. */
  readonly contexts?: Readonly<Record<string, string>>;
  /** Copy the workflow into the repository and dispatch it there, with `with` as the inputs of the dispatch. */
  readonly dispatched?: true;
  /** The text of the repository's workflow, instead of a caller. */
  readonly own?: string;
};

/** A stand-in for actions/upload-artifact, which act would clone. */
const uploadArtifact = `name: upload-artifact
description: stand-in
inputs:
  name: { required: true }
  path: { required: true }
runs:
  using: composite
  steps:
    - shell: bash
      run: test -z "$NO_ARTIFACTS" && mkdir -p "$ARTIFACTS" && cp -r "$FROM" "$ARTIFACTS/$NAME"
      env:
        NAME: \${{ inputs.name }}
        FROM: \${{ inputs.path }}
`;

/** The same for actions/download-artifact. */
const downloadArtifact = `name: download-artifact
description: stand-in
inputs:
  pattern: { required: true }
  path: { required: true }
runs:
  using: composite
  steps:
    - shell: bash
      run: mkdir -p "$TO" && cp -r "$ARTIFACTS"/$PATTERN "$TO"
      env:
        PATTERN: \${{ inputs.pattern }}
        TO: \${{ inputs.path }}
`;

/** A stand-in for the action that only a cache at GitHub needs. */
const githubScript = `name: github-script
description: stand-in
inputs:
  script: { required: true }
runs:
  using: composite
  steps: []
`;

/** Only a caller that names an app asks for a token of it. */
const appToken = {
  pin: '1b10c78c7865c340bc4f6099eb2f838309f1e8c3',
  text: `name: create-github-app-token
description: stand-in
inputs:
  client-id: { required: true }
runs:
  using: composite
  steps: []
`,
};

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  }
};

const roots: string[] = [];
export const removeRepositories = (): void => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
};

/** The caller: JSON is YAML too, and needs no quoting of ours. */
const callerOf = (call: Call): string =>
  JSON.stringify({
    name: 'Second',
    on: ['push', 'pull_request', 'workflow_dispatch'],
    jobs: {
      call: {
        uses: `transship/transship/.github/workflows/${call.workflow}@${ownPin()}`,
        with: call.with,
        secrets: Object.fromEntries(
          Object.keys(call.secrets ?? {}).map((name) => [name, `\${{ secrets.${name} }}`]),
        ),
      },
      after: {
        needs: 'call',
        'runs-on': 'ubuntu-24.04',
        steps: [
          {
            shell: 'bash',
            run: 'printf "%s" "$OUTPUTS" > "$RESULTS/outputs.json"',
            env: { OUTPUTS: '${{ toJSON(needs.call.outputs) }}' },
          },
        ],
      },
    },
  });

export const callWorkflow = async (call: Call): Promise<CalledRun> => {
  const root = mkdtempSync(join(tmpdir(), 'transship-second-'));
  roots.push(root);
  const folder = join(root, 'second');
  const results = join(root, 'results');
  mkdirSync(results);
  write(root, {
    'upload-artifact/action.yml': uploadArtifact,
    'github-script/action.yml': githubScript,
    'create-github-app-token/action.yml': appToken.text,
    'download-artifact/action.yml': downloadArtifact,
  });
  const standIns = (['upload-artifact', 'download-artifact', 'github-script'] as const).flatMap(
    (name) =>
      [pins[`actions/${name}`], enterpriseServerPins[`actions/${name}`]].flatMap((pin) =>
        pin === undefined
          ? []
          : ['--local-repository', `actions/${name}@${pin.commit}=${join(root, name)}`],
      ),
  );
  standIns.push(
    '--local-repository',
    `actions/create-github-app-token@${appToken.pin}=${join(root, 'create-github-app-token')}`,
  );
  const file =
    call.own ??
    (call.dispatched === true
      ? readFileSync(join(call.published, '.github/workflows', call.workflow), 'utf8')
      : callerOf(call));
  write(folder, { ...call.files, '.github/workflows/second.yml': file });
  const env = { PATH: process.env['PATH'], HOME: root, LANG: 'C.UTF-8' };
  const git = (...args: readonly string[]) =>
    run('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.test', ...args], {
      cwd: folder,
      env,
    });
  await git('init', '-q', '-b', 'main');
  await git('add', '-A');
  await git('commit', '-q', '-m', 'First');
  const payload = join(root, 'event.json');
  const inputs = call.dispatched === true ? { inputs: call.with } : {};
  writeFileSync(payload, JSON.stringify({ ...inputs, ...call.payload }));
  const artifacts = join(results, 'artifacts');
  const contexts = {
    RESULTS: results,
    ARTIFACTS: artifacts,
    // act gives every run the same, and several share this machine.
    GITHUB_RUN_ID: String(Date.now() * 1000 + Math.floor(Math.random() * 1000)),
    ...call.contexts,
  };
  const secrets = call.secrets ?? {};
  const ran = await run(
    'act',
    [
      call.dispatched === true ? 'workflow_dispatch' : (call.event ?? 'push'),
      ...['--rm', '--no-cache-server', '--pull=false', '-P', 'ubuntu-24.04=-self-hosted'],
      ...['-W', '.github/workflows/second.yml', '-e', payload],
      ...['--local-repository', `transship/transship@${ownPin()}=${call.published}`],
      // As the pages name it.
      ...['--local-repository', `transship/transship@v1=${call.published}`],
      ...standIns,
      ...Object.entries(contexts).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...Object.keys(secrets).flatMap((name) => ['-s', name]),
    ],
    { cwd: folder, env: { ...env, ...secrets }, check: false },
  );
  const outputs = join(results, 'outputs.json');
  return {
    ...ran,
    result: ran.output.includes('Job failed')
      ? 'failure'
      : ran.output.includes('Job succeeded')
        ? 'success'
        : 'not run',
    printed: [...ran.stdout.matchAll(/^\[.*?\]\s+\| (.*)$/gm)].map(([, line]) => line).join('\n'),
    outputs: existsSync(outputs) ? JSON.parse(readFileSync(outputs, 'utf8')) : {},
    artifact: (path) => {
      const at = join(artifacts, path);
      return existsSync(at) ? readFileSync(at, 'utf8') : undefined;
    },
  };
};
