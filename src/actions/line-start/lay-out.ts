// The folders of a job as its scripts know them, and its variables (shippable.md 8.4, 14.1, 14.3).

import fs from 'node:fs';
import path from 'node:path';
import { defined } from '../../ground/defined.ts';
import type { Failure } from '../../ground/failure.ts';
import { textOf } from '../../ground/json.ts';
import { fail, ok, type Result } from '../../ground/result.ts';
import type { Host } from '../../host/host.ts';
import type { lineStartInterface } from '../../interfaces/line-start.ts';
import { type Branch, readState } from '../../line-store/branch.ts';
import { filesOfPack, writeStateFiles } from '../../line-store/state-files.ts';
import type { RunEvent } from '../../lines/commit-version.ts';
import { isTrue } from '../../lines/json.ts';
import { stableNumber, variablePart, variablePrefix } from '../../lines/names.ts';
import type { Recorded } from '../../lines/recorded.ts';
import type { JobIntegration, LineStep } from '../../lines/step-list.ts';
import {
  type Dependency,
  dependencyVariables,
  filledIn,
  type JobFacts,
  jobVariables,
  messageObject,
  type Places,
  paramsFile,
  rawParams,
  type Variable,
  versionFileObject,
} from '../../lines/variables.ts';
import type { Version } from '../../lines/version.ts';
import { steersMachine } from '../../variables/steering-variables.ts';
import { jobFile, type LineJob, lineFolder, serverOf } from '../line-job.ts';
import { type ActionContext, type ActionResult, done, failed } from '../program.ts';
import type { Chosen } from './choose-versions.ts';

type Plan = {
  readonly job: string;
  readonly type: string;
  readonly chosen: readonly {
    readonly step: LineStep;
    readonly choice: Chosen;
  }[];
  readonly integrations: readonly JobIntegration[];
  readonly event: RunEvent;
  readonly branch: Branch;
  readonly recorded: ReadonlyMap<string, Recorded>;
  readonly own: Version;
  readonly buildNumber: number;
  readonly triggeredBy: string;
};

const title = 'transship line-start';
const rootFolders = ['IN', 'OUT', 'state', 'previousState', 'shared'];

export async function layOut(
  { host, inputs, output }: ActionContext<typeof lineStartInterface>,
  plan: Plan,
): Promise<ActionResult> {
  const root = rootOf(host, plan.type);
  if (!root.ok) return failed(root.failure);
  const line = lineFolder(host);
  const places = {
    root: root.value,
    secrets: `${line}/secrets/BUILD`,
    integrations: `${line}/secrets/JOB`,
  };
  for (const folder of rootFolders) {
    host.files.remove(path.join(places.root, folder));
    host.files.makeFolder(path.join(places.root, folder), 0o755);
  }
  for (const folder of [places.secrets, places.integrations, `${line}/empty`])
    host.files.makeFolder(folder);
  const programs = installPrograms(host);
  if (!programs.ok) return failed(programs.failure);

  const { dependencies, raw, rows } = resolve(host, plan, places);
  const failures = dependencies.flatMap((dependency, index) =>
    writeDependency(host, dependency, plan, index, inputs.key),
  );
  const before = stateOf(plan.job, plan, undefined, inputs.key);
  if (before.ok) writeStateFiles(path.join(places.root, 'previousState'), before.value);
  else failures.push(before.failure);
  if (failures.length > 0) return failed(...failures);

  for (const name of new Set([plan.job, ...dependencies.map((dependency) => dependency.name)]))
    host.files.write(path.join(places.root, 'state', `${name}.env`), '', 0o644);
  const facts = jobFacts(host, plan, inputs['job-index']);
  host.files.write(
    path.join(places.root, 'message.json'),
    JSON.stringify(messageObject(facts, places.root, dependencies)),
    0o644,
  );
  writeTables(line, host, plan, dependencies);

  const link = await buildLink(host, isTrue(inputs['build-link']), places.root);
  if (!link.ok) return failed(link.failure);
  // Shippable's own come last: params can't replace them (shippable.md 8.4).
  exportAll(host, [...raw, ...rows, ...jobVariables(facts, places), ['SHIPPABLE_LINE_DIR', line]]);
  host.addPath(`${line}/bin`);

  const job: LineJob = {
    job: plan.job,
    type: plan.type,
    root: places.root,
    steps: dependencies.map(({ folder: _, ...step }, index) => {
      const template = plan.chosen[index]?.choice.template;
      return { ...step, ...defined({ template }) };
    }),
    own: plan.own,
    isPullRequest: plan.event.payload['pull_request'] !== undefined,
  };
  host.files.write(jobFile(host), JSON.stringify(job));
  const commits = plan.chosen.flatMap(({ step, choice }) =>
    step.type === 'gitRepo' && step.operation === 'IN' ? [[step.name, choice.ref ?? '']] : [],
  );
  output('commits', JSON.stringify(Object.fromEntries(commits)));
  output('root', places.root);
  return done;
}

type Resolved = {
  readonly dependencies: readonly Dependency[];
  /** Variables of params, under the names that they have there. */
  readonly raw: readonly Variable[];
  readonly rows: readonly Variable[];
};

/** What the job takes in, with its placeholders filled in, and the variables that tell of it. */
function resolve(host: Host, plan: Plan, places: Places): Resolved {
  const known = new Map<string, string>();
  const unknown = new Set<string>();
  const raw: Variable[] = [];
  const rows: Variable[] = [];
  const dependencies = plan.chosen.map(({ step, choice }): Dependency => {
    // Placeholders in a definition are filled in with what stands before it; params have none (shippable.md 8.5).
    const fill = <T extends Version['propertyBag']>(value: T): T =>
      step.type === 'params' ? value : filledIn(value, known, (name) => unknown.add(name));
    const dependency: Dependency = {
      ...step,
      definition: fill(step.definition),
      version: choice.from === 'definition' ? fillVersion(choice.version, fill) : choice.version,
      folder: `${places.root}/${step.operation}/${step.name}`,
    };
    const own = dependencyVariables(dependency, places);
    const params = rawParams(dependency);
    for (const [name, value] of [...params, ...own]) known.set(name, value);
    raw.push(...params);
    rows.push(...own);
    return dependency;
  });
  if (unknown.size > 0)
    host.warning(
      `A definition uses ${[...unknown].map((name) => `$${name}`).join(', ')}, which no earlier IN sets: it is empty, as on Shippable.`,
      { title },
    );
  return { dependencies, raw, rows };
}

function fillVersion(
  version: Version,
  fill: (bag: Version['propertyBag']) => Version['propertyBag'],
): Version {
  const { versionName } = version;
  const named = versionName === undefined ? {} : fill({ versionName });
  const text = named['versionName'];
  return {
    ...version,
    propertyBag: fill(version.propertyBag),
    ...(typeof text === 'string' ? { versionName: text } : {}),
  };
}

/** The folder that was /build: the workspace for scripts that start there, else one beside it (shippable.md 14.1). */
function rootOf(host: Host, type: string): Result<string> {
  if (type !== 'runSh' && type !== 'runCLI') {
    const root = path.join(host.temporaryFolder, 'build');
    host.files.makeFolder(root, 0o755);
    return ok(root);
  }
  const workspace = host.env['GITHUB_WORKSPACE'];
  if (!workspace)
    return fail('GITHUB_WORKSPACE is not set.', 'Run this action on a GitHub runner.');
  if (host.files.list(workspace)?.includes('.git') === true) {
    return fail(
      'The workspace is a checkout, but jobs of the type runSh need it for IN, OUT and state.',
      'Put line-start before actions/checkout, and set `path: IN/NAME/gitRepo` there.',
    );
  }
  return ok(workspace.replace(/\/+$/, ''));
}

/** The programs of the job, from the folder of the action. A copy: a booted container sees RUNNER_TEMP/line alone. */
function installPrograms(host: Host): Result<undefined> {
  const source = host.env['GITHUB_ACTION_PATH'];
  const target = lineFolder(host);
  for (const folder of ['bin', 'lib']) {
    host.files.remove(path.join(target, folder));
    host.files.makeFolder(path.join(target, folder), 0o755);
    const names = source === undefined ? undefined : host.files.list(path.join(source, folder));
    if (source === undefined || names === undefined)
      return fail(
        'The programs of line-start are missing.',
        'Use the published action with `uses:`.',
      );
    for (const name of names)
      fs.copyFileSync(path.join(source, folder, name), path.join(target, folder, name));
  }
  const inside =
    source === undefined ? undefined : host.files.readBytes(path.join(source, 'inside'));
  host.files.write(path.join(target, 'inside'), inside ?? '', 0o644);
  // RUNNER_TEMP/line is for the programs of the job, which may run as another user in a container.
  fs.chmodSync(target, 0o755);
  return ok(undefined);
}

function writeDependency(
  host: Host,
  dependency: Dependency,
  plan: Plan,
  index: number,
  key: string,
): Failure[] {
  const { folder, type, operation, isJob, name } = dependency;
  host.files.makeFolder(folder, 0o755);
  host.files.write(
    path.join(folder, 'version.json'),
    JSON.stringify(versionFileObject(dependency)),
    0o644,
  );
  if (type === 'params') {
    if (operation === 'IN')
      host.files.write(path.join(folder, 'params'), paramsFile(dependency), 0o644);
    return [];
  }
  const content = path.join(folder, type);
  host.files.makeFolder(content, 0o755);
  if (!isJob && !(type === 'state' && operation === 'IN')) return [];
  const files = stateOf(name, plan, plan.chosen[index]?.choice, key);
  if (!files.ok) return [files.failure];
  writeStateFiles(content, files.value);
  return [];
}

/** The state files of a name: those that this run made, else those on the branch. */
function stateOf(
  name: string,
  { branch, recorded }: Plan,
  choice: Chosen | undefined,
  key: string,
) {
  if (choice?.made?.state !== undefined) return filesOfPack(name, choice.made.state, key);
  const known = recorded.get(name);
  if (known === undefined) return ok([]);
  const pack = readState(branch, known, choice?.pinned);
  return pack.ok ? filesOfPack(name, pack.value, key) : pack;
}

/** For shippable-task: which variables are fields of which integration, and which clones to look at. */
function writeTables(
  line: string,
  host: Host,
  plan: Plan,
  dependencies: readonly Dependency[],
): void {
  const row = (
    operation: string,
    name: string,
    kind: string,
    integration: string,
    secrets: readonly string[],
  ): string => {
    const isRaw = kind === 'keyValuePair' || operation === 'PARAMS';
    const fields = secrets.flatMap((secret) => {
      const field = variablePart(secret).toUpperCase();
      const raw = variablePart(secret);
      if (field === '') return [];
      const isExported = isRaw && mayBeSet(raw);
      return [
        `${field}=${isRaw ? raw : (camelFields.get(field) ?? secret)}${isExported ? '!' : ''}`,
      ];
    });
    const cell = (text: string): string => text.replace(/[\t\n]/g, ' ') || '-';
    return `${[operation, name, variablePrefix(name), cell(kind), cell(integration), String(stableNumber(name)), fields.join(' ')].join('\t')}\n`;
  };
  const rows = [
    ...dependencies
      .filter(({ secrets }) => secrets.length > 0)
      .map(({ operation, name, type, kind, definition, secrets }) =>
        row(
          type === 'params' ? 'PARAMS' : operation,
          name,
          kind,
          String(definition['integration'] ?? ''),
          secrets,
        ),
      ),
    ...plan.integrations.map(({ name, kind, secrets }) => row('JOB', name, kind, name, secrets)),
  ];
  const repositories = dependencies
    .filter(({ type, operation }) => type === 'gitRepo' && operation === 'IN')
    .map(({ name, version }) => {
      const branch = textOf(version.propertyBag['branch']) ?? '';
      return `${name}\t${variablePrefix(name)}\t${/^[\w./-]+$/.test(branch) ? branch : '-'}\n`;
    });
  host.files.write(`${line}/integrations`, rows.join(''), 0o644);
  host.files.write(`${line}/repositories`, repositories.join(''), 0o644);
}

/** How Shippable spelled the fields of integrations in its files (shippable.md 6.4). */
const camelFields = new Map(
  'url username password email accessToken accessKey secretKey aws_access_key_id aws_secret_access_key assumeRoleARN awsAccountId JSON_key projectName serviceAccountEmail credentialFile appId tenant kubeConfigContent clusterAccessType masterKubeConfigContent publicKey privateKey key host port token webhookUrl authorization nodes apiToken validityPeriod'
    .split(' ')
    .map((field) => [field.toUpperCase(), field]),
);

function jobFacts(host: Host, plan: Plan, index: string): JobFacts {
  const { env } = host;
  const server = serverOf(env);
  const runId = env['GITHUB_RUN_ID'] ?? '';
  return {
    name: plan.job,
    type: plan.type,
    buildNumber: plan.buildNumber,
    runId,
    jobKey: `${runId}/${plan.job}/${index}`,
    buildUrl: `${server}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${runId}`,
    ownerId: env['GITHUB_REPOSITORY_OWNER_ID'] ?? '',
    server,
    architecture: /^ARM64$/i.test(env['RUNNER_ARCH'] ?? '') ? 'aarch64' : 'x86_64',
    image: env['ImageVersion'] ?? '',
    triggeredBy: plan.triggeredBy,
    previousVersion: plan.own.versionName ?? '',
    actor: env['GITHUB_TRIGGERING_ACTOR'] ?? env['GITHUB_ACTOR'] ?? '',
  };
}

const mayBeSet = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name) && !steersMachine(name);

/** The one way of a variable to later steps. A name that is none, or that steers the machine, is said and left out. */
function exportAll(host: Host, variables: readonly Variable[]): void {
  const last = new Map(variables);
  const refused: string[] = [];
  for (const [name, value] of last) {
    if (mayBeSet(name)) host.exportVariable(name, value);
    else if (name !== '') refused.push(name);
  }
  if (refused.length > 0)
    host.warning(
      `Not set, because ${refused.length === 1 ? 'the name affects' : 'these names affect'} programs of the machine or cannot be a variable's name: ${refused.join(', ')}. Scripts can read the values from IN/NAME/params or with shipctl.`,
      { title },
    );
}

/** /build, for scripts that name it. */
async function buildLink(host: Host, wanted: boolean, root: string): Promise<Result<undefined>> {
  const marker = path.join(lineFolder(host), 'build-link');
  if (!wanted) {
    host.files.remove(marker);
    return ok(undefined);
  }
  host.files.write(marker, '');
  const there = fs.lstatSync('/build', { throwIfNoEntry: false });
  if (there !== undefined && !there.isSymbolicLink())
    return fail(
      '/build is a folder on this machine, but the scripts need it as a link to the root of the job.',
      'Run the job on another machine, or use $BUILD_DIR in the scripts.',
    );
  const args = ['-sfn', root, '/build'];
  const asUser = await host.exec('ln', args);
  if (asUser.kind === 'exited' && asUser.exitCode === 0) return ok(undefined);
  const asRoot = await host.exec('sudo', ['-n', 'ln', ...args]);
  return asRoot.kind === 'exited' && asRoot.exitCode === 0
    ? ok(undefined)
    : fail(
        '/build could not be made a link to the root of the job.',
        'Allow the user of the runner `sudo` without a password, or use $BUILD_DIR in the scripts.',
      );
}
