// `transship run [STEP]`: the steps of a CodeShip project on the user's own machine, by Compose, as CodeShip's own command
// line ran them (codeship.md 8). Nothing is asked of the network here: docker does what it is told.

import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { parseEnvFile } from '../../format/env-file.ts';
import { defined } from '../../ground/defined.ts';
import type { Io } from '../../ground/io.ts';
import { fail, ok, type Result } from '../../ground/result.ts';
import { listenForCancellation } from '../../host/cancellation.ts';
import { secretFiles } from '../../host/files/secret-files.ts';
import { type TemporaryFolder, temporaryFolder } from '../../host/files/temporary-folder.ts';
import type { Host } from '../../host/host.ts';
import { sealedArguments } from '../../legacy/codeship/secrets/sealed.ts';
import { archiveScriptText } from '../../legacy/codeship/services/old-bases.ts';
import { type Service, startedWith } from '../../legacy/codeship/services/service.ts';
import { allLeavesOf, type Item, type Leaf } from '../../legacy/codeship/steps/items.ts';
import { renderDiagnostics } from '../../report/terminal-diagnostics.ts';
import { nearestWord } from '../../source/spelling.ts';
import type { OptionRow } from '../command-row.ts';
import { complain, readKey } from '../encrypted-files/secret-files.ts';
import { type CommandLine, type Program, wrongUsage } from '../program.ts';
import { terminalHost } from '../terminal-host.ts';
import { credentialsOf, dockerEnvironment } from './credentials.ts';
import { composeWith, type FoundProject, readLocalProject } from './local-project.ts';
import { type LocalVariables, localVariables, renderLocal } from './local-variables.ts';
import { type Machine, machine } from './machine.ts';
import { type PrefixedOutput, prefixedOutput } from './prefixed-output.ts';
import { type StepRunner, stepRunner } from './run-steps.ts';
import { openSealed, withOpenValues } from './sealed-files.ts';
import { itemsNamed, type StepChoice, whySkipped } from './step-choice.ts';

export const runOptions: readonly OptionRow[] = [
  { name: 'list', summary: 'Only list the steps' },
  { name: 'push', summary: 'Also run push steps' },
  { name: 'branch', value: 'NAME', summary: 'The branch that `tag` and `exclude` are tested with' },
  { name: 'tag', value: 'NAME', summary: 'The git tag that `tag` and `exclude` are tested with' },
  { name: 'approve', summary: 'Run groups that wait for an approval' },
  {
    name: 'env',
    value: 'NAME=VALUE',
    many: true,
    summary:
      'Set a variable in the containers of steps; NAME alone passes on its current value; repeatable',
  },
  { name: 'dir', value: 'DIR', summary: 'Folder of the project (default: the current folder)' },
  {
    name: 'key-path',
    value: 'FILE',
    summary: 'The key; without it the variable CODESHIP_AES_KEY, else codeship.aes in the folder',
  },
  {
    name: 'without-secrets',
    summary: 'Run without the key: encrypted variables are missing',
  },
  { name: 'own-login', summary: "Use this machine's own docker login for registries" },
  {
    name: 'config',
    value: 'FILE',
    summary: 'Settings; without it .github/transship.yml of the folder, if there is one',
  },
];

type Options = {
  readonly step?: string;
  readonly folder: string;
  readonly config?: string;
  readonly ref?: string;
  readonly env: readonly (readonly [string, string])[];
  readonly push: boolean;
  readonly approve: boolean;
};

export const runProgram: Program = async (line, io) => {
  const options = readOptions(line, io);
  if (typeof options === 'string') return wrongUsage(io, options);
  const project = await readLocalProject(options.folder, options.config);
  if ('message' in project) {
    io.stderr(renderDiagnostics(project.diagnostics, io.color.stderr));
    complain(io, project.message, project.help);
    return 1;
  }
  if ('list' in line.options) {
    io.stdout(project.items.map((item) => listed(item, '')).join(''));
    return 0;
  }
  const items =
    options.step === undefined ? project.items : itemsNamed(project.items, options.step);
  if (items.length === 0) return unknownStep(options.step ?? '', project, io);
  listenForCancellation();
  const temporary = temporaryFolder(terminalHost(io).temporaryFolder, 'transship-run-');
  // Whatever is made for the run lies in its folder.
  const host = terminalHost({ ...io, env: { ...io.env, RUNNER_TEMP: temporary.path } });
  try {
    return await runItems(items, { line, io, options, project, host, temporary });
  } finally {
    temporary.remove();
  }
};

function readOptions(
  { arguments: [step], options: given, lists }: CommandLine,
  io: Io,
): Options | string {
  if ('branch' in given && 'tag' in given) return '`--branch` and `--tag` exclude each other';
  const ref = given['branch'] ?? given['tag'];
  const pairs = (lists?.['env'] ?? []).map((pair): readonly [string, string] => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, io.env[pair] ?? ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  const odd = pairs.find(([name]) => !/^[A-Za-z_]\w*$/.test(name));
  if (odd !== undefined) return `\`${odd[0]}\` is not the name of a variable`;
  return {
    ...defined({ step }),
    folder: path.resolve(io.folder, given['dir'] ?? '.'),
    ...(given['config'] === undefined ? {} : { config: path.resolve(io.folder, given['config']) }),
    ...defined({ ref }),
    env: pairs,
    push: 'push' in given,
    approve: 'approve' in given,
  };
}

function listed(item: Item, indent: string): string {
  const condition = item.terms
    .map(({ tag, exclude }) =>
      [tag && ` tag: ${tag.text}`, exclude && ` exclude: ${exclude.text}`].join(''),
    )
    .at(-1);
  const kind = item.kind === 'run' ? '' : ` (${item.kind})`;
  const own = `${indent}${item.label.text || item.kind}${kind}${condition ? ` [${condition.trim()}]` : ''}\n`;
  return 'items' in item
    ? own + item.items.map((each) => listed(each, `${indent}  `)).join('')
    : own;
}

function unknownStep(step: string, { items }: FoundProject, io: Io): number {
  const names = [...new Set(items.flatMap(namesOf))];
  const near = nearestWord(step, names);
  return wrongUsage(
    io,
    `there is no step \`${step}\``,
    near === undefined ? 'see `transship run --list`' : `did you mean \`${near}\`?`,
  );
}

const namesOf = (item: Item): readonly string[] => {
  const own = [item.label.text.split(' / ').at(-1) ?? '', item.label.text];
  return 'items' in item ? [...own, ...item.items.flatMap(namesOf)] : own;
};

type Session = {
  readonly line: CommandLine;
  readonly io: Io;
  readonly options: Options;
  readonly project: FoundProject;
  readonly host: Host;
  readonly temporary: TemporaryFolder;
};

async function runItems(items: readonly Item[], session: Session): Promise<number> {
  const { line, io, options, project, host, temporary } = session;
  const { ref, step } = options;
  const id = randomBytes(4).toString('hex');
  const variables = await localVariables(host, project.root, ref, id);
  const isApproved = options.approve || (step !== undefined && items.some(hasApproval));
  const choice: StepChoice = {
    branch: variables['CI_BRANCH'] ?? '',
    isRefNamed: ref !== undefined,
    isStepNamed: step !== undefined,
    push: options.push,
    approved: isApproved,
    atOnce: os.availableParallelism(),
  };
  const leaves = await wanted(items.flatMap(allLeavesOf), choice);
  const output = prefixedOutput({ step: io.stdout, docker: io.stderr });
  const opened = path.join(temporary.path, 'codeship');
  const result = openSealed({
    project,
    leaves,
    folder: opened,
    key: () => readKey(line, keyFolder(session), secretFiles),
    without: 'without-secrets' in line.options,
    ownLogin: 'own-login' in line.options,
    mask: output.mask,
    secrets: secretFiles,
    files: host.files,
  });
  if (result === undefined) {
    io.stderr('  = help: to run without encrypted variables, give `--without-secrets`\n');
    return 1;
  }
  if (!result.ok) {
    complain(io, result.failure.message, result.failure.remedy);
    return 1;
  }
  const engine = prepared(session, { id, leaves, variables, output, isApproved });
  const version = await engine.docker(['compose', 'version']);
  if (version.code !== 0) {
    complain(
      io,
      'the steps need Docker with Compose, and `docker compose` does not work here',
      'install Docker, and start it',
    );
    return 1;
  }
  const runner = stepsOf({ session, engine, choice, output, variables, opened });
  try {
    const code = await runner.runAll(items);
    const { passed, failed, skipped } = runner.counts;
    io.stderr(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    return code;
  } finally {
    await runner.close();
    for (const name of project.plan.volumeNames) {
      const volume = name.replace('${GITHUB_RUN_ID:-0}', id);
      await engine.docker(['volume', 'rm', '--force', volume], { cleansUp: true });
    }
  }
}

const hasApproval = (item: Item): boolean =>
  item.kind === 'manual' || ('items' in item && item.items.some(hasApproval));

/** Steps that will run, as far as it can be said now. */
async function wanted(leaves: readonly Leaf[], choice: StepChoice): Promise<readonly Leaf[]> {
  const reasons = await Promise.all(leaves.map((leaf) => whySkipped(leaf, choice)));
  return leaves.filter((_leaf, index) => reasons[index] === undefined);
}

/** The key lies in the folder of the project, unless it is named. */
const keyFolder = ({ line, io, project }: Session): Io =>
  line.options['key-path'] === undefined
    ? { ...io, folder: path.join(project.root, project.plan.folder) }
    : io;

const archiveScriptIn = ({ temporary }: Session): string => path.join(temporary.path, 'archive.sh');

type Prepared = {
  readonly isApproved: boolean;
  readonly id: string;
  readonly leaves: readonly Leaf[];
  readonly variables: LocalVariables;
  readonly output: PrefixedOutput;
};

/** Writes the Compose file and what it names, and gives the engine that runs it. */
function prepared(
  session: Session,
  { id, leaves, variables, output, isApproved }: Prepared,
): Machine {
  const { project, host, temporary, options } = session;
  const { files } = host;
  const written = new Map<string, string>();
  for (const [index, { path: at, text }] of project.companions.entries()) {
    if (files.read(path.join(project.root, at)) !== undefined) continue;
    const file = path.join(temporary.path, `companion-${index}.env`);
    files.write(file, withOpenValues(text, project));
    written.set(at, file);
  }
  files.write(archiveScriptIn(session), archiveScriptText);
  const started = new Set(leaves.flatMap(({ service }) => [...startedWith(service), service]));
  const composeFile = path.join(temporary.path, 'compose.json');
  files.write(
    composeFile,
    composeWith(project, written, new Set([...started].map((each) => each.id))),
  );
  for (const value of project.openValues.values()) output.mask(value);
  return machine(
    host,
    output,
    { id, composeFile, folder: path.join(project.root, project.plan.folder) },
    {
      ...variables,
      ...(isApproved ? { CI_BUILD_APPROVED: 'true' } : {}),
      ...Object.fromEntries(project.openValues),
      ...Object.fromEntries(options.env),
      // Names of volumes hold it; CodeShip never read a file `.env`.
      GITHUB_RUN_ID: id,
      RUNNER_TEMP: temporary.path,
      COMPOSE_DISABLE_ENV_FILE: '1',
      COMPOSE_BAKE: host.env['COMPOSE_BAKE'] ?? 'false',
    },
  );
}

type Steps = {
  readonly session: Session;
  readonly engine: Machine;
  readonly choice: StepChoice;
  readonly output: PrefixedOutput;
  readonly variables: LocalVariables;
  readonly opened: string;
};

function stepsOf({ session, engine, choice, output, variables, opened }: Steps): StepRunner {
  const { line, io, options, project, host } = session;
  const known = new Map<string, Promise<Result<Readonly<Record<string, string>>>>>();
  const runner = stepRunner({
    project,
    machine: engine,
    archiveScript: archiveScriptIn(session),
    choice,
    say: (text) => io.stderr(`${output.masked(text)}\n`),
    cancelled: host.cancelled,
    sleep: host.sleep,
    revealed: (text) => withOpenValues(text, project),
    render: (text, step) => renderLocal(withOpenValues(text, project), variables, step),
    buildArguments: (service) => buildArguments(service, { project, variables, opened, host }),
    variables: options.env.map(([name]) => name),
    credentials: (leaf) => {
      const needed = 'own-login' in line.options ? [] : credentialsOf(leaf);
      if (needed.length === 0) return Promise.resolve(ok({}));
      const key = JSON.stringify(needed.map((each) => each.nodes.map(({ text }) => text)));
      const found =
        known.get(key) ??
        dockerEnvironment(needed, {
          host,
          folder: project.plan.folder,
          opened,
          mask: output.mask,
          generate,
        });
      known.set(key, found);
      return found;
    },
  });
  return runner;

  /** Runs a generator with one argument: the path of the file to write (codeship.md 5.3). */
  async function generate(service: Service): Promise<Result<string>> {
    const folder = host.files.makeTemporaryFolder('generator-');
    // Open to the user of the container; the folder around it is not.
    host.files.makeFolder(path.join(folder, 'data'), 0o777);
    const name = engine.projectName();
    const failure = (what: string): Result<string> =>
      fail(
        `the generator \`${service.name}\` ${what}`,
        'log in with `docker login`, and give `--own-login`',
      );
    for (const each of [...startedWith(service), service]) {
      if ((await runner.image(each, {})) !== 0) return failure('has no image');
    }
    try {
      const { code } = await engine.compose(
        name,
        [
          ...['--progress', 'quiet', 'run', '--rm', '--no-TTY'],
          ...[
            '--volume',
            `${path.join(folder, 'data')}:/opt/data`,
            service.id,
            '/opt/data/dockercfg',
          ],
        ],
        { prefix: `(service: ${service.name}) ` },
      );
      if (code !== 0) return failure(`ended with exit code ${code}`);
    } finally {
      await engine.compose(name, ['down', '--volumes', '--timeout', '1'], { cleansUp: true });
    }
    const text = host.files.read(path.join(folder, 'data', 'dockercfg'));
    host.files.remove(folder);
    return text === undefined ? failure('wrote no file') : ok(text);
  }
}

/** Encrypted arguments, and templates that Compose has no words for; what comes later wins (codeship.md 2.2). */
function buildArguments(
  service: Service,
  {
    project,
    variables,
    opened,
    host,
  }: Pick<Steps, 'variables' | 'opened'> & Pick<Session, 'project' | 'host'>,
): Result<Readonly<Record<string, string>>> {
  const values: Record<string, string> = {};
  for (const { argument, template, compose } of project.plan.buildOf(service)?.arguments ?? []) {
    if (compose !== undefined) continue;
    const text = withOpenValues(template.text, project);
    const step = { name: '', service: service.name, image_name: service.image.name };
    const rendered = renderLocal(text, variables, step);
    if (!rendered.ok) return fail(`\`${argument.name}\`: ${rendered.failure.message}`);
    values[argument.name] = rendered.value;
  }
  for (const { name } of sealedArguments(service, project.plan.folder)) {
    const text = host.files.read(path.join(opened, name)) ?? '';
    for (const entry of parseEnvFile(text).entries) values[entry.name] = entry.value;
  }
  return ok(values);
}
