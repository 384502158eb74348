// `transship try [WORKFLOW]`: a workflow on the user's own machine, by act.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import type { Io } from '../../ground/io.ts';
import { listenForCancellation } from '../../host/cancellation.ts';
import { generatedFiles } from '../../host/files/generated-files.ts';
import { reasonOf } from '../../host/files/repository.ts';
import { type TemporaryFolder, temporaryFolder } from '../../host/files/temporary-folder.ts';
import { gitRoot } from '../../host/git/git-root.ts';
import type { Environment, Host } from '../../host/host.ts';
import { look } from '../../host/look.ts';
import { packageFolder } from '../../host/package.ts';
import { readProjectKey } from '../../secret/project-key.ts';
import type { OptionRow } from '../command-row.ts';
import { complain, warn } from '../encrypted-files/secret-files.ts';
import { type CommandLine, type Program, wrongUsage } from '../program.ts';
import { readTemplate } from '../secrets/template.ts';
import { terminalHost } from '../terminal-host.ts';
import { eventPayload, type TriedEvent, triedEvents } from './event-payload.ts';
import { type LoweredWorkflow, lowerWorkflow } from './lower-workflow.ts';
import type { Fields } from './workflow-step.ts';

export const tryOptions: readonly OptionRow[] = [
  {
    name: 'event',
    value: 'NAME',
    choices: triedEvents,
    summary: 'The event that starts the workflow (default: push, else the first that it has)',
  },
  { name: 'job', value: 'ID', summary: 'Run one job and what it needs' },
  {
    name: 'secret-file',
    value: 'FILE',
    summary: 'Values of secrets, as `secrets set --from` reads them; keep it out of the repository',
  },
  { name: 'aes-key', value: 'FILE', summary: "CodeShip's key: the secret CODESHIP_AES_KEY" },
  { name: 'approve', summary: 'Also run jobs that wait for an approval' },
  {
    name: 'on-machine',
    summary: "Run jobs directly on this machine, not in act's containers",
  },
  { name: 'image', value: 'IMAGE', summary: 'The image to use as the runner' },
  {
    name: 'act',
    value: 'WORD',
    many: true,
    summary: 'Another argument for act, such as --act=--verbose; repeatable',
  },
];

const standardImage = 'catthehacker/ubuntu:act-latest';
const install =
  'install it with `brew install act`, `gh extension install nektos/gh-act` or `go install github.com/nektos/act@latest`; see https://nektosact.com/installation';

export const tryProgram: Program = async (line, io) => {
  const root = gitRoot(io.folder) ?? io.folder;
  const file = workflowFile(line.arguments[0], io.folder, root);
  if (typeof file !== 'string') return wrongUsage(io, file.message, file.help);
  const workflow = readWorkflow(file);
  if (typeof workflow === 'string') return complained(io, `\`${file}\`: ${workflow}`);
  const event = eventOf(workflow, line.options['event']);
  if (typeof event !== 'string') return complained(io, event.message, event.help);
  const values = secretValues(line, io);
  if (values === undefined) return 1;
  const host = terminalHost(io);
  const command = await actCommand(host);
  if (command === undefined) return complained(io, 'act is not installed', install);
  const lowered = lowerWorkflow(workflow, { approved: 'approve' in line.options });
  tell(lowered, values, workflow, io);
  if (lowered.jobs.length === 0)
    return complained(
      io,
      'no job is left to run',
      'give `--approve` to run jobs that wait for an approval',
    );
  listenForCancellation();
  const temporary = temporaryFolder(host.temporaryFolder, 'transship-try-');
  try {
    return await runAct({ line, io, host, temporary, root, event, lowered, values, command });
  } finally {
    temporary.remove();
  }
};

function complained(io: Io, message: string, help?: string): 1 {
  complain(io, message, help);
  return 1;
}

type Wrong = { readonly message: string; readonly help: string };

/** By path, by the name of its file, or the only one that transship wrote. */
function workflowFile(given: string | undefined, folder: string, root: string): string | Wrong {
  const workflows = path.join(root, '.github', 'workflows');
  if (given !== undefined) {
    const places = [path.resolve(folder, given), path.join(workflows, given)];
    // A bare name is that of a workflow: the root of a repository may still have a legacy file of the same name.
    if (!given.includes('/')) places.reverse();
    const all = [...places, ...places.map((each) => `${each}.yml`)];
    const found = all.find((each) => look(each)?.isFile());
    return (
      found ?? {
        message: `there is no workflow \`${given}\``,
        help: 'name a file, or its name below .github/workflows',
      }
    );
  }
  const ours = generatedFiles(root, [])
    .map((each) => each.path)
    .filter((each) => each.startsWith('.github/workflows/'));
  const [only] = ours;
  if (only !== undefined && ours.length === 1) return path.join(root, only);
  return ours.length === 0
    ? {
        message: 'there is no workflow that transship wrote',
        help: 'name one, or run `transship convert` first',
      }
    : {
        message: 'there are several workflows that transship wrote',
        help: `name one: ${ours.map((each) => `\`${path.basename(each)}\``).join(', ')}`,
      };
}

/** What is wrong with it, as text. */
function readWorkflow(file: string): Fields | string {
  try {
    const workflow: unknown = parse(fs.readFileSync(file, 'utf8'));
    const isMapping = typeof workflow === 'object' && workflow !== null && 'jobs' in workflow;
    return isMapping ? (workflow as Fields) : 'this is not a workflow';
  } catch (error) {
    return error instanceof Error && error.name.startsWith('YAML')
      ? 'this is not valid YAML'
      : `it cannot be read (${reasonOf(error)})`;
  }
}

function eventOf(workflow: Fields, wanted: string | undefined): TriedEvent | Wrong {
  const { on } = workflow;
  const names =
    typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys(on ?? {});
  const found = triedEvents.find((event) =>
    wanted === undefined ? names.includes(event) : event === wanted && names.includes(event),
  );
  return (
    found ?? {
      message:
        wanted === undefined
          ? 'the workflow has no event that can be tried here'
          : `the workflow does not run on \`${wanted}\``,
      help: `it runs on ${names.map((name) => `\`${name}\``).join(', ')}`,
    }
  );
}

type Values = ReadonlyMap<string, string>;

/** What the command line gives; undefined where that cannot be read, which was said then. */
function secretValues({ options }: CommandLine, io: Io): Values | undefined {
  const values = new Map<string, string>();
  const { 'secret-file': file, 'aes-key': keyFile } = options;
  if (file !== undefined) {
    const text = textOf(file, io);
    if (text === undefined) return undefined;
    const read = readTemplate(text);
    if (!read.ok) {
      complain(io, `\`${file}:${read.failure.line}\`: ${read.failure.message}`);
      return undefined;
    }
    for (const [name, value] of read.value) values.set(name, value);
  }
  if (keyFile !== undefined) {
    const text = textOf(keyFile, io);
    if (text === undefined) return undefined;
    const read = readProjectKey(text);
    if (!read.ok) {
      complain(io, `\`--aes-key ${keyFile}\`: ${read.failure.message}`);
      return undefined;
    }
    values.set('CODESHIP_AES_KEY', read.value.text);
  }
  return values;
}

function textOf(file: string, io: Io): string | undefined {
  try {
    return fs.readFileSync(path.resolve(io.folder, file), 'utf8');
  } catch (error) {
    complain(io, `\`${file}\` cannot be read (${reasonOf(error)})`);
    return undefined;
  }
}

/** act itself, or the extension of GitHub's command line. */
async function actCommand(host: Host): Promise<readonly string[] | undefined> {
  for (const words of [['act'], ['gh', 'act']]) {
    const [program = '', ...rest] = words;
    const result = await host.exec(program, [...rest, '--version']);
    if (result.kind === 'exited' && result.exitCode === 0) return words;
  }
  return undefined;
}

/** What differs from GitHub, before anything runs. */
function tell(
  { parallel, waiting, jobs, text }: LoweredWorkflow,
  values: Values,
  workflow: Fields,
  io: Io,
): void {
  const note = (message: string): void => io.stderr(`note: ${message}\n`);
  const named = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  if (parallel.length > 0)
    note(`parallel steps run one after the other here, in ${named(parallel)}`);
  if (waiting.length > 0)
    note(`left out because they wait for an approval (\`--approve\` runs them): ${named(waiting)}`);
  const allowed = jobs.filter((job) => job.allowed !== false).map(({ id }) => id);
  if (allowed.length > 0)
    note(`on GitHub the run succeeds even if these fail; act reports a failure: ${named(allowed)}`);
  const missing = secretsIn(text).filter((name) => !values.has(name.toUpperCase()));
  if (missing.length > 0)
    warn(io, `these secrets are empty; \`--secret-file\` does not set them: ${named(missing)}`);
  const filters = ['branches', 'branches-ignore', 'tags', 'paths', 'paths-ignore'];
  const { on } = workflow;
  const events = typeof on === 'object' && on !== null ? Object.values(on) : [];
  const hasFilter = events.some(
    (each) => typeof each === 'object' && each !== null && filters.some((name) => name in each),
  );
  if (hasFilter) note('act ignores the filters for branches, tags and paths under `on`');
}

/** Names of secrets that expressions read; GitHub makes one of them itself. */
function secretsIn(text: string): readonly string[] {
  const found = text.matchAll(/\bsecrets(?:\.([A-Za-z_]\w*)|\[\s*'([^']+)'\s*\])/g);
  const names = [...found].map(([, plain, quoted]) => plain ?? quoted ?? '');
  return [...new Set(names)].filter((name) => name !== 'GITHUB_TOKEN').sort();
}

type Session = {
  readonly line: CommandLine;
  readonly io: Io;
  readonly host: Host;
  readonly temporary: TemporaryFolder;
  readonly root: string;
  readonly event: TriedEvent;
  readonly lowered: LoweredWorkflow;
  readonly values: Values;
  readonly command: readonly string[];
};

async function runAct(session: Session): Promise<number> {
  const { line, io, host, temporary, root, event, lowered, values, command } = session;
  const [workflow, payload, secrets] = ['workflow.yml', 'event.json', 'secrets.env'].map((name) =>
    path.join(temporary.path, name),
  ) as [string, string, string];
  host.files.write(workflow, lowered.text);
  host.files.write(
    secrets,
    [...values].map(([name, value]) => `${name}=${quotedForAct(value)}\n`).join(''),
  );
  host.files.write(payload, await eventPayload(host, root, event));
  const [program = '', ...words] = command;
  const { job } = line.options;
  const result = await host.exec(
    program,
    [
      ...words,
      event,
      '--rm',
      ...['--workflows', workflow, '--eventpath', payload],
      // One leg at a time: legs share the objects of their steps in act.
      ...['--concurrent-jobs', '1'],
      ...(job === undefined ? [] : ['--job', job]),
      ...platforms(lowered.text, session),
      ...ownActions(lowered.text, temporary.path),
      // act gives steps a terminal; the real runner does not, and progress bars would fill the log.
      ...['COMPOSE_PROGRESS', 'BUILDKIT_PROGRESS'].flatMap((name) => ['--env', `${name}=plain`]),
      // By a file: not in a list of processes, and not in the environment that steps inherit.
      ...['--secret-file', secrets],
      ...(line.lists?.['act'] ?? []),
    ],
    {
      cwd: root,
      env: ownVariables(host.env),
      watch: (piece) => io.stdout(Buffer.from(piece).toString('utf8')),
      graceMs: 15_000,
    },
  );
  if (host.cancelled()) return 130;
  return result.kind === 'exited' ? Math.min(result.exitCode, 1) : 1;
}

/** A value in the file of secrets, which act reads as a file of the dotenv kind. */
function quotedForAct(value: string): string {
  if (!value.includes("'")) return `'${value}'`;
  const escaped = value.replace(/[\\"$]/g, (char) => `\\${char}`).replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

/** What stands for the runner: the user's own choice where there is one. */
function platforms(text: string, { line: { options }, root, host }: Session): readonly string[] {
  const labels = new Set(
    [...text.matchAll(/\bruns-on: "([^"$]+)"/g)].map(([, label = '']) => label),
  );
  const image = 'on-machine' in options ? '-self-hosted' : options['image'];
  if (image === undefined && hasActSettings(root, host.env)) return [];
  return [...labels].flatMap((label) => ['--platform', `${label}=${image ?? standardImage}`]);
}

const hasActSettings = (root: string, env: Environment): boolean => {
  const home = env['HOME'] || os.homedir();
  const config = env['XDG_CONFIG_HOME'] || path.join(home, '.config');
  const places = [
    path.join(root, '.actrc'),
    path.join(home, '.actrc'),
    path.join(config, 'act', 'actrc'),
  ];
  return places.some((place) => fs.existsSync(place));
};

/** The actions of this project come with it: nothing of them is fetched. Of its folder act gets what they are made of. */
function ownActions(text: string, temporary: string): readonly string[] {
  const refs = [...text.matchAll(/\btransship\/transship\/actions\/[\w-]+@([\w.-]+)/g)].map(
    ([, ref = '']) => ref,
  );
  if (refs.length === 0) return [];
  const folder = path.join(temporary, 'transship');
  for (const part of ['actions', 'dist'])
    fs.cpSync(path.join(packageFolder(), part), path.join(folder, part), {
      recursive: true,
      filter: (from) => !/[\\/]dist[\\/](?:cli|playground|report)$/.test(from),
    });
  return [...new Set(refs)].flatMap((ref) => [
    '--local-repository',
    `transship/transship@${ref}=${folder}`,
  ]);
}

const kept =
  /^(?:PATH|HOME|USER|LOGNAME|LANG|LC_\w+|TERM|COLORTERM|NO_COLOR|TMPDIR|XDG_\w+|DOCKER_\w+|SSL_CERT_\w+|(?:https?|no|all)_proxy|GH_HOST)$/i;

/** act hands its whole environment on to steps that run on the machine itself. */
const ownVariables = (env: Environment): Environment =>
  Object.fromEntries(
    Object.keys(env).flatMap((name) => (kept.test(name) ? [] : [[name, undefined] as const])),
  );
