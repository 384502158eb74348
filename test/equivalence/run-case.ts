// One case: its files are converted, become a repository, and every event is built and compared.

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { runAct } from './act.ts';
import { actionsOf, ownActionsFolder } from './actions.ts';
import {
  type CaseEvent,
  type EquivalenceCase,
  type ExpectedRun,
  equivalenceFolder,
  isOfTheCase,
} from './case.ts';
import { type Comparison, compare, type WorkflowRun } from './compare.ts';
import { makeNamesOwn, removeWhatBuildsLeave } from './compose-names.ts';
import { encrypt, encryptInline, projectKey } from './encrypt.ts';
import { filesBelow } from './files.ts';
import { createHistory, repositoryName } from './history.ts';
import { lower } from './lower.ts';
import { type Machine, prepareMachine, prepareMachines } from './machine.ts';
import { openBaseline, openTranslator, type Translator } from './translator.ts';
import { starts } from './triggers.ts';

export type Tools = {
  readonly translator: Translator;
  readonly baseline: Translator | undefined;
  readonly ownActions: string;
};

export async function openTools(): Promise<Tools> {
  await prepareMachines();
  return {
    translator: await openTranslator(),
    baseline: openBaseline(),
    ownActions: await ownActionsFolder(),
  };
}

export function closeTools({ translator, ownActions }: Tools): void {
  translator.remove();
  rmSync(ownActions, { recursive: true, force: true });
}

/** Whether the translator makes something else of a case than the baseline does. */
async function isAffected(of: EquivalenceCase, tools: Tools): Promise<boolean> {
  if (tools.baseline === undefined) return true;
  const root = mkdtempSync(join(tmpdir(), 'transship-affected-'));
  try {
    const texts = await Promise.all(
      [tools.translator, tools.baseline].map(async (translator, index) => {
        const files = join(root, String(index));
        copyRepository(
          { ...of, encrypted: {} },
          files,
          (text) => text,
          (text) => text,
        );
        // A translator that fails has made something else.
        const failure = await translator
          .convert(files, of.hasKey ? projectKey : undefined)
          .then(() => '', String);
        const contents = filesBelow(files).map(
          (path) => `${path}\n${readFileSync(join(files, path))}`,
        );
        return [failure, ...contents].join('\n');
      }),
    );
    return texts[0] !== texts[1];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Runs the events of a case in their order, on one machine: caches and registries outlive a build. */
export async function runCase(of: EquivalenceCase, tools: Tools): Promise<readonly Comparison[]> {
  if (!(await isAffected(of, tools))) return [];
  const root = mkdtempSync(join(tmpdir(), `transship-equivalence-${of.name.slice(0, 30)}-`));
  const machine = await prepareMachine(of);
  try {
    const files = join(root, 'files');
    const source = copyRepository(of, files, machine.real, encryptInline);
    await tools.translator.convert(files, of.hasKey ? projectKey : undefined);
    const id = `eq${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
    if (of.system === 'codeship') makeNamesOwn(files, id);
    const state = join(root, 'state');
    mkdirSync(state);
    const comparisons: Comparison[] = [];
    for (const [index, event] of of.events.entries()) {
      const folder = join(root, `event-${index + 1}`);
      mkdirSync(folder);
      const place = { folder, files, state, source, id, number: index + 1 };
      comparisons.push(await runEvent(of, event, place, machine, tools));
    }
    return comparisons;
  } finally {
    await machine.remove();
    removeAll(root);
  }
}

type Place = {
  readonly folder: string;
  readonly files: string;
  readonly state: string;
  readonly source: string;
  /** Part of all names that this case gives on the machine. */
  readonly id: string;
  readonly number: number;
};

/** The files of the project with the real address of the registry; gives the folder of the machine's programs. */
function copyRepository(
  of: EquivalenceCase,
  to: string,
  real: (text: string) => string,
  inline: (text: string) => string,
): string {
  for (const path of filesBelow(of.folder)) {
    if (isOfTheCase(path)) continue;
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(of.folder, path), target);
    const text = readFileSync(target, 'latin1');
    const mode = statSync(target).mode;
    writeFileSync(target, inline(real(text)), { encoding: 'latin1', mode });
  }
  for (const [path, text] of Object.entries(of.encrypted))
    writeFileSync(join(to, path), encrypt(real(text)));
  return join(of.folder, 'machine');
}

/** A container of a job may have left files of root, which the runner's user removes by `sudo` alone. */
function removeAll(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    execFileSync('sudo', ['-n', 'rm', '-rf', path]);
  }
}

async function runEvent(
  of: EquivalenceCase,
  event: CaseEvent,
  place: Place,
  machine: Machine,
  tools: Tools,
): Promise<Comparison> {
  const workflows = startedWorkflows(of, event, place.files);
  // Always at the same place, and empty each time, as on the machines of GitHub.
  const home = join(dirname(place.folder), 'home');
  removeAll(home);
  mkdirSync(home);
  const env = {
    PATH: `${place.source}:${join(equivalenceFolder, 'runner')}:${process.env['PATH']}`,
    HOME: home,
    LANG: 'C.UTF-8',
    EQUIVALENCE_STATE: place.state,
    EQUIVALENCE_EVENT: place.folder,
  };
  const history = await createHistory(place.folder, place.files, event, env);
  const runId = String(Date.now() * 1000 + Math.floor(Math.random() * 1000));
  const names = {
    ...history.names,
    short: history.names['sha']?.slice(0, 8) ?? '',
    run_id: runId,
    run_number: String(place.number),
  };
  const runs: WorkflowRun[] = [];
  if (of.system === 'codeship') await removeWhatBuildsLeave(place.files, place.id);
  for (const workflow of workflows) {
    const lowered = lower(workflow, {
      approved: event.approved,
      enabled: of.enabled,
      ownActions: tools.ownActions,
      ...(needsWorkspace(event.expected) ? { keepWorkspace: join(place.folder, 'kept') } : {}),
    });
    const [file, payload] = [join(place.folder, 'workflow.yml'), join(place.folder, 'event.json')];
    writeFileSync(file, lowered.text);
    writeFileSync(payload, JSON.stringify(history.payload));
    const run = await runAct({
      cwd: history.clone,
      workflow: file,
      eventName: history.eventName,
      payload,
      actions: actionsOf(workflow, tools.ownActions),
      env: { ...env, EQUIVALENCE_ORIGIN: history.origin },
      contexts: {
        GITHUB_REPOSITORY: repositoryName,
        GITHUB_REF: history.ref,
        // Of a pull request too, which `act` says nothing of.
        GITHUB_REF_TYPE: history.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
        GITHUB_RUN_ID: runId,
        GITHUB_RUN_NUMBER: String(place.number),
      },
      secrets: secretsFor(of, event, machine),
      stopAfter: event.stop?.after,
    });
    runs.push({ lowered, run });
  }
  const comparison = await compare(event, runs, names, place.folder, machine);
  if (of.system === 'codeship') await removeWhatBuildsLeave(place.files, place.id);
  return comparison;
}

/** Workflows of the repository that GitHub starts for the event. */
function startedWorkflows(of: EquivalenceCase, event: CaseEvent, files: string): readonly string[] {
  const folder = join(files, '.github/workflows');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => {
      const workflow = parse(text) as Record<string, Record<string, Record<string, unknown>>>;
      if (of.enabled.includes('tags') && workflow['on']?.['push'] !== undefined)
        workflow['on']['push']['tags'] ??= ['**'];
      return starts(workflow, event.event, event.message);
    });
}

/** A pull request from a fork gets none. */
function secretsFor(
  of: EquivalenceCase,
  { event }: CaseEvent,
  machine: Machine,
): Readonly<Record<string, string>> {
  if (event.kind === 'pull-request' && event.fork) return {};
  const key = of.system === 'codeship' ? { CODESHIP_AES_KEY: projectKey } : {};
  return Object.fromEntries(
    Object.entries({ ...key, ...of.secrets }).map(([name, value]) => [
      name,
      value === '(a new SSH key)' ? newSshKey() : machine.real(value),
    ]),
  );
}

function newSshKey(): string {
  const folder = mkdtempSync(join(tmpdir(), 'transship-key-'));
  const file = join(folder, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  return text;
}

const needsWorkspace = (expected: ExpectedRun | undefined): boolean =>
  Object.keys(expected?.files ?? {}).length > 0;
