// The variables of a job of an Assembly Line, and version.json (shippable.md 8.4, 14.1, 14.3). Pure: facts in, rows out.

import { defined } from '../ground/defined.ts';
import { isObject, type Json, type JsonObject, objectOf, textOf } from '../ground/json.ts';
import { stableNumber, variablePart, variablePrefix } from './names.ts';
import type { LineStep } from './step-list.ts';
import type { Version } from './version.ts';

export type Variable = readonly [name: string, value: string];

/** A step with the version that the job was given, its placeholders filled in. */
export type Dependency = LineStep & {
  readonly version: Version;
  /** Where it lies: ROOT/IN/NAME. */
  readonly folder: string;
};

/** Paths on the machine, with `/`, none with a slash at the end. */
export type Places = {
  readonly root: string;
  readonly secrets: string;
  readonly integrations: string;
};

/** Raw variables of a params resource: its keys as they are written, without what no variable may have. */
export function rawParams({ type, operation, version }: Dependency): readonly Variable[] {
  if (type !== 'params' || operation !== 'IN') return [];
  return Object.entries(objectOf(version.propertyBag['params'])).flatMap(([key, value]) =>
    key === 'secure' ? [] : [[variablePart(key), paramText(value)] as const],
  );
}

/** An object is its JSON with a backslash before every blank (shippable.md 14.3). */
function paramText(value: Json): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(value).replaceAll(' ', '\\ ')
    : (textOf(value) ?? '');
}

/** The file IN/NAME/params. */
export function paramsFile({ version }: Dependency): string {
  return Object.entries(objectOf(version.propertyBag['params']))
    .filter(([key]) => key !== 'secure')
    .map(([key, value]) => `${key}=${paramText(value)}\n`)
    .join('');
}

/** Variables of one IN or OUT. */
export function dependencyVariables(dependency: Dependency, places: Places): readonly Variable[] {
  const { name, type, operation, version, folder, definition } = dependency;
  const prefix = variablePrefix(name);
  const bag = version.propertyBag;
  const rows: Variable[] = [
    ['PATH', folder],
    ['STATE', `${folder}/${type}`],
    ['META', folder],
    ['NAME', name],
    ['TYPE', type],
    ['OPERATION', operation],
    ['ID', String(stableNumber(name))],
  ];
  if (type === 'params' && operation === 'IN') {
    for (const [key, value] of Object.entries(objectOf(bag['params']))) {
      if (key !== 'secure')
        rows.push([`PARAMS_${variablePart(key).toUpperCase()}`, paramText(value)]);
    }
  }
  if (type === 'gitRepo') {
    const data = objectOf(bag['shaData']);
    for (const [variable, key, missing] of shaRows)
      rows.push([
        variable,
        textOf(key.split('.').reduce<Json>((at, part) => objectOf(at)[part] ?? null, data)) ??
          missing,
      ]);
    rows.push(['KEYPATH', `${places.secrets}/${name}_key.pem`]);
    const repository = objectOf(bag['normalizedRepo']);
    for (const [variable, key] of repositoryRows) {
      const value = textOf(repository[key]);
      if (value !== undefined) rows.push([variable, value]);
    }
  }
  rows.push(
    ['VERSIONNAME', version.versionName ?? ''],
    ['VERSIONNUMBER', String(version.versionNumber)],
    ['VERSIONID', String(versionId(name, version))],
  );
  const sourceName = textOf(bag['sourceName']);
  if (sourceName !== undefined) rows.push(['SOURCENAME', sourceName]);
  for (const key of ['pointer', 'seed'])
    if (isObject(definition[key])) rows.push(...flattened(key.toUpperCase(), definition[key]));
  return rows.map(([part, value]) => [`${prefix}_${part}`, value]);
}

const shaRows: readonly (readonly [variable: string, key: string, missing: string])[] = [
  ['BRANCH', 'branchName', ''],
  ['BASE_BRANCH', 'baseCommitRef', ''],
  ['HEAD_BRANCH', 'headCommitRef', ''],
  ['PULL_REQUEST', 'pullRequestNumber', 'false'],
  ['COMMIT', 'commitSha', ''],
  ['COMMITTER', 'committer.displayName', ''],
  ['COMMIT_MESSAGE', 'commitMessage', ''],
  ['IS_GIT_TAG', 'isGitTag', 'false'],
  ['GIT_TAG_NAME', 'gitTagName', ''],
  ['IS_RELEASE', 'isRelease', 'false'],
  ['RELEASE_NAME', 'releaseName', ''],
  ['RELEASED_AT', 'releasedAt', ''],
  ['IS_PULL_REQUEST', 'isPullRequest', 'false'],
  ['IS_PULL_REQUEST_CLOSE', 'isPullRequestClose', 'false'],
  ['PULL_REQUEST_REPO_FULL_NAME', 'pullRequestRepoFullName', ''],
];

const repositoryRows: readonly (readonly [variable: string, key: string])[] = [
  ['SSH_URL', 'repositorySshUrl'],
  ['HTTPS_URL', 'repositoryHttpsUrl'],
  ['IS_FORK', 'isFork'],
  ['REPO_FULL_NAME', 'fullName'],
];

/** Arrays count from 0: `POINTER_A_0`. */
function flattened(name: string, value: Json): readonly Variable[] {
  if (typeof value !== 'object' || value === null) return [[name, textOf(value) ?? '']];
  return Object.entries(value).flatMap(([key, inner]) =>
    flattened(`${name}_${variablePart(key).toUpperCase()}`, inner as Json),
  );
}

const versionId = (name: string, { versionNumber }: Version): number =>
  stableNumber(`${name}#${versionNumber}`);

/** The whole dependency, as version.json holds it. */
export function versionFileObject(dependency: Dependency): JsonObject {
  const { name, type, operation, isJob, definition, attributes, version } = dependency;
  const { versionNumber, versionName, propertyBag } = version;
  const kept = [
    'replicate',
    'overwrite',
    'on_failure',
    'pull',
    'replicateOnPullRequest',
    'force',
    'applyTo',
  ];
  return {
    name,
    operation,
    type,
    resourceId: stableNumber(name),
    projectId: 0,
    isJob,
    propertyBag: { yml: definition },
    version: {
      ...defined({ versionName }),
      versionNumber,
      versionId: versionId(name, version),
      propertyBag,
    },
    versionDependencyPropertyBag: Object.fromEntries(
      Object.entries(attributes).filter(([key]) => kept.includes(key)),
    ),
    step: { [operation]: name, ...attributes },
  };
}

export type JobFacts = {
  readonly name: string;
  readonly type: string;
  readonly buildNumber: number;
  readonly runId: string;
  readonly jobKey: string;
  readonly buildUrl: string;
  readonly ownerId: string;
  readonly server: string;
  readonly architecture: string;
  readonly image: string;
  readonly triggeredBy: string;
  readonly actor: string;
  /** Version of the job that was recorded last; empty without one. */
  readonly previousVersion: string;
};

/** Variables of the job itself. */
export function jobVariables(facts: JobFacts, places: Places): readonly Variable[] {
  const { root } = places;
  const own = variablePrefix(facts.name);
  const folders: readonly Variable[] = [
    ['PATH', root],
    ['STATE', `${root}/state`],
    ['PREVIOUS_STATE', `${root}/previousState`],
    ['INTEGRATIONS', places.integrations],
    ['MESSAGE', `${root}/message.json`],
  ];
  const named: readonly Variable[] = [['NAME', facts.name], ['TYPE', facts.type], ...folders];
  return [
    ['RESOURCE_ID', String(stableNumber(facts.name))],
    ['BUILD_ID', facts.runId],
    ['BUILD_NUMBER', String(facts.buildNumber)],
    ['BUILD_JOB_ID', String(stableNumber(facts.jobKey))],
    ['BUILD_JOB_NUMBER', '1'],
    ['BUILD_URL', facts.buildUrl],
    ['SUBSCRIPTION_ID', facts.ownerId],
    ...named.map(([part, value]): Variable => [`JOB_${part}`, value]),
    ...(own === '' ? [] : named.map(([part, value]): Variable => [`${own}_${part}`, value])),
    ['JOB_TRIGGERED_BY_NAME', facts.triggeredBy],
    [
      'JOB_TRIGGERED_BY_ID',
      facts.triggeredBy === '' ? '' : String(stableNumber(facts.triggeredBy)),
    ],
    ['JOB_TRIGGERED_BY_USER', facts.actor],
    // Ours: what a release counts up from.
    ['JOB_PREVIOUS_VERSIONNAME', facts.previousVersion],
    ['SHARED_DIR', `${root}/shared`],
    ['BUILD_DIR', root],
    ['BUILD_SECRETS_DIR', places.secrets],
    ['SUBSCRIPTION_PRIVATE_KEY', `${places.secrets}/00_sub`],
    ['SHIPPABLE_INTEGRATION_ENVS_PATH', `${places.secrets}/integration_envs.env`],
    ['SHIPPABLE_AMI_VERSION', facts.image],
    ['SHIPPABLE_WWW_URL', facts.server],
    ['SHIPPABLE_NODE_ARCHITECTURE', facts.architecture],
    ['SHIPPABLE_NODE_OPERATING_SYSTEM', 'Ubuntu_16.04'],
    ['IS_RESTRICTED_NODE', 'false'],
    ['TASK_NAME', ''],
    ['TASK_IN_CONTAINER', 'true'],
  ];
}

/** message.json. */
export function messageObject(
  facts: JobFacts,
  root: string,
  dependencies: readonly Dependency[],
): JsonObject {
  const steps = dependencies.map(({ operation, name, attributes }) => ({
    [operation]: name,
    ...attributes,
  }));
  return {
    name: facts.name,
    resourceId: stableNumber(facts.name),
    subscriptionId: facts.ownerId,
    type: facts.type,
    path: root,
    buildNumber: facts.buildNumber,
    steps,
    force: false,
    dependencies: dependencies.map((dependency) => {
      const { name, type, operation, folder, version } = dependency;
      const object = versionFileObject(dependency);
      return {
        operation,
        name,
        resourceId: stableNumber(name),
        type,
        path: folder,
        propertyBag: object['propertyBag'] ?? {},
        sourceName: version.propertyBag['sourceName'] ?? null,
        version: object['version'] ?? {},
        versionDependencyPropertyBag: object['versionDependencyPropertyBag'] ?? {},
      };
    }),
    propertyBag: { yml: { name: facts.name, type: facts.type, steps } },
  };
}

/**
 * Text with `$NAME` and `${NAME}` filled in, as envsubst does; `unknown` is told of what there is not, which becomes
 * nothing.
 */
export function filledIn<T extends Json>(
  value: T,
  variables: ReadonlyMap<string, string>,
  unknown: (name: string) => void,
): T {
  const text = (part: string): string =>
    part.replace(
      /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g,
      (_, plain?: string, braced?: string) => {
        const name = plain ?? braced ?? '';
        const found = variables.get(name);
        if (found === undefined) unknown(name);
        return found ?? '';
      },
    );
  const walk = (part: Json): Json => {
    if (typeof part === 'string') return text(part);
    if (Array.isArray(part)) return part.map(walk);
    if (!isObject(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as T;
}
