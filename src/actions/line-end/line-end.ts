// The action `line-end`: which resources have a new version, and what the jobs that follow get of it.

import fs from 'node:fs';
import path from 'node:path';
import { defined } from '../../ground/defined.ts';
import type { Failure } from '../../ground/failure.ts';
import { type JsonObject, objectOf, parseObject, textOf } from '../../ground/json.ts';
import { cryptography } from '../../host/builtin-module.ts';
import type { Host } from '../../host/host.ts';
import type { lineEndInterface } from '../../interfaces/line-end.ts';
import { packFiles, readStateFiles, type Secrecy } from '../../line-store/state-files.ts';
import { readEnvLines } from '../../lines/env-lines.ts';
import {
  type HandOver,
  handOverText,
  type MadeVersion,
  type UsedVersion,
} from '../../lines/hand-over.ts';
import { isTrue } from '../../lines/json.ts';
import { artifactName } from '../../lines/names.ts';
import { newVersion } from '../../lines/new-version.ts';
import type { StateFile } from '../../lines/state-pack.ts';
import { readVersion, type Version } from '../../lines/version.ts';
import {
  type GivenStep,
  isPublicRepository,
  type LineJob,
  legOf,
  lineFolder,
  readLineJob,
} from '../line-job.ts';
import { type ActionContext, type ActionResult, done, failed } from '../program.ts';

const title = 'transship line-end';

export async function lineEnd({
  host,
  inputs,
  output,
}: ActionContext<typeof lineEndInterface>): Promise<ActionResult> {
  // What the steps were given is no longer needed, however they ended.
  host.files.remove(path.join(lineFolder(host), 'secrets'));
  const job = readLineJob(host);
  if (job === undefined && inputs.status !== 'success') {
    // Whatever failed before line-start is what the log is about.
    host.log('The job ended before line-start was done: no version is created');
    output('new', '[]');
    output('artifact', '');
    return done;
  }
  if (job === undefined) {
    return failed({
      message: 'There is no job to end: line-start did not run in this job, or it failed.',
      remedy: 'Put a step with line-start before this one.',
    });
  }
  if (inputs.status !== 'success' && inputs.status !== 'failure') {
    // Nothing is saved after a cancelled run (shippable.md 14.1).
    host.log(`The job is ${inputs.status}: no version is made`);
    output('new', '[]');
    output('artifact', '');
    return done;
  }
  const isSuccess = inputs.status === 'success';
  const ending: Ending = {
    host,
    job,
    isSuccess,
    secrecy: { key: inputs.key, isPublic: await isPublicRepository(host) },
    failures: [],
  };
  const made = job.steps
    .filter(({ operation, isJob }) => operation === 'OUT' && !isJob)
    .flatMap((step) => endOf(step, ending));
  const own = ownVersion(ending);
  if (ending.failures.length > 0) return failed(...ending.failures);
  warnOfStrangers(ending);

  const leg = legOf(inputs['job-index'], inputs['job-total']);
  const artifact = artifactName(job.job, leg);
  const handOver: HandOver = {
    job: job.job,
    type: job.type,
    ...defined({ leg }),
    status: isSuccess ? 'success' : 'failure',
    at: host.now(),
    made: [...made, own],
    used: job.steps.filter(({ operation }) => operation === 'IN').map((step) => used(step, job)),
  };
  const file = path.join(host.temporaryFolder, `${artifact}.json`);
  host.files.write(file, handOverText(handOver));
  for (const { name, version } of made)
    host.log(`new: ${name} ${version.versionName ?? ''} (${version.versionNumber})`);
  if (made.length === 0) host.log('No resource has a new version');
  // A state never starts a job.
  output(
    'new',
    JSON.stringify(made.filter(({ type }) => type !== 'state').map(({ name }) => name)),
  );
  output('artifact', artifact);
  output('file', file);
  return done;
}

type Ending = {
  readonly host: Host;
  readonly job: LineJob;
  readonly isSuccess: boolean;
  readonly secrecy: Secrecy;
  readonly failures: Failure[];
};

const warn = ({ host }: Ending, message: string): void => host.warning(message, { title });

function envText({ host, job }: Ending, name: string): string {
  return host.files.read(path.join(job.root, 'state', `${name}.env`)) ?? '';
}

function endOf(step: GivenStep, ending: Ending): readonly MadeVersion[] {
  const { name, type, version: given, attributes } = step;
  if (!ending.isSuccess && !isTrue(attributes['on_failure'])) return [];
  const folder = path.join(ending.job.root, 'OUT', name);
  const file = fileVersion(ending, folder, step);
  if (file === undefined) return [];
  const env = readEnvLines(envText(ending, name));
  for (const key of env.cut)
    warn(
      ending,
      `${name}: the value of ${key} holds a \`=\`. As on Shippable, the text after it is lost: ${JSON.stringify(key === 'versionName' ? env.versionName : env.pairs[key])} remains.`,
    );
  for (const key of env.empty)
    warn(
      ending,
      `${name}: the line ${JSON.stringify(key.slice(0, 100))} of its .env file has no \`=\`, and is ignored.`,
    );
  const copied = replicated(step, ending, folder);
  const base = {
    type,
    given,
    env,
    overwrite: isTrue(attributes['overwrite']),
    ...defined({ replicated: copied?.version }),
    ...(copied?.webhookOnly === true && { webhookOnly: true }),
  };
  if (type === 'state') return stateVersion(step, ending, folder, base, file);
  const version = newVersion({ ...base, file });
  if (version === undefined) {
    if (env.versionName !== undefined)
      warn(
        ending,
        `${name} is ${env.versionName} again: that is not a new version, so jobs that wait for one do not start. Tags made from BUILD_NUMBER repeat after a move: set \`build-number-offset\` of line-start.`,
      );
    return [];
  }
  return [{ name, type, version, ...defined({ template: step.template }) }];
}

/** OUT/NAME/version.json as scripts left it. */
function fileVersion(ending: Ending, folder: string, step: GivenStep): Version | undefined {
  const text = ending.host.files.read(path.join(folder, 'version.json'));
  const object = text === undefined ? undefined : parseObject(text);
  if (object === undefined) {
    warn(
      ending,
      `OUT/${step.name}/version.json ${text === undefined ? 'is gone' : 'is no longer JSON'}: ${step.name} gets no new version.`,
    );
    return undefined;
  }
  return readVersion(object['version']) ?? step.version;
}

/** `replicate` of the step, or what `shipctl replicate` left. */
function replicated(
  { attributes }: GivenStep,
  { host, job }: Ending,
  folder: string,
): { readonly version?: Version; readonly webhookOnly?: boolean } | undefined {
  const notes = path.join(folder, '.replicated');
  const asked = host.files.read(path.join(notes, 'version.json'));
  const version = asked === undefined ? undefined : readVersion(parseObject(asked));
  if (version !== undefined)
    return {
      version,
      webhookOnly: host.files.read(path.join(notes, 'fields'))?.trim() === 'webhook',
    };
  const from = textOf(attributes['replicate']);
  if (from === undefined) return undefined;
  const onPull = attributes['replicateOnPullRequest'];
  if (job.isPullRequest && onPull !== undefined && !isTrue(onPull)) return undefined;
  const source = job.steps.find(({ name, operation }) => name === from && operation === 'IN');
  if (source === undefined) {
    host.warning(`\`replicate: ${from}\` is not an IN of this job.`, { title });
    return undefined;
  }
  return { version: source.version };
}

/** The whole set of files is the version; its name is made of their contents (shippable.md 14.1). */
function stateVersion(
  step: GivenStep,
  ending: Ending,
  folder: string,
  base: Omit<Parameters<typeof newVersion>[0], 'file'>,
  file: Version,
): readonly MadeVersion[] {
  const { name, type, version: given } = step;
  const files = readStateFiles(name, path.join(folder, type), (message) => warn(ending, message));
  if (!files.ok) {
    ending.failures.push(files.failure);
    return [];
  }
  const mark = setMark(files.value);
  if (
    files.value.length === 0 &&
    given.versionName !== undefined &&
    given.versionName !== setMark([])
  )
    warn(
      ending,
      `${name} ends without files, so its earlier files are no longer part of its state: put every file to keep in OUT/${name}/state.`,
    );
  const version = newVersion({
    ...base,
    file: { ...file, versionName: mark, propertyBag: { ...file.propertyBag, shaData: mark } },
  });
  if (version === undefined) return [];
  const pack = packFiles(name, files.value, ending.secrecy);
  if (!pack.ok) {
    ending.failures.push(pack.failure);
    return [];
  }
  return [{ name, type, version: { ...version, versionName: mark }, state: pack.value }];
}

function setMark(files: readonly StateFile[]): string {
  const hash = cryptography().createHash('sha256');
  for (const { path: at, mode, bytes } of files)
    hash.update(`${at}\0${mode}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 40);
}

/** The job has a new version at every run, and new state after success alone. */
function ownVersion(ending: Ending): MadeVersion {
  const { job, isSuccess, secrecy } = ending;
  const { job: name, type, own, root } = job;
  const number = own.versionNumber + 1;
  if (!isSuccess) return { name, type, version: { ...own, versionNumber: number } };
  const env = readEnvLines(envText(ending, name));
  const versionName = env.versionName ?? carriedName(job);
  const version: Version = {
    versionNumber: number,
    ...defined({ versionName }),
    propertyBag: { ...env.pairs, ...imagesOf(job) },
  };
  const files = readStateFiles(name, path.join(root, 'state'), (message) => warn(ending, message));
  if (!files.ok) {
    ending.failures.push(files.failure);
    return { name, type, version };
  }
  // The .env files hold what becomes versions, which are no secret; alone they need no key.
  const known = new Set([name, ...job.steps.map((step) => step.name)].map((of) => `${of}.env`));
  const isPlain = files.value.every(({ path: at }) => known.has(at));
  const pack = packFiles(name, files.value, isPlain ? { ...secrecy, isPublic: false } : secrecy);
  if (!pack.ok) {
    ending.failures.push(pack.failure);
    return { name, type, version };
  }
  return { name, type, version, state: pack.value };
}

/** A deployment of a release has its version. */
function carriedName({ type, steps }: LineJob): string | undefined {
  if (type !== 'deploy') return undefined;
  const before = steps.filter(({ isJob, type: of }) => isJob && /^(?:release|deploy)$/.test(of));
  return before.map(({ version }) => version.versionName).find((name) => name !== undefined);
}

/** What a release tags, and what a deployment has deployed: those behind it take these, not the newest. */
function imagesOf({ type, steps }: LineJob): JsonObject {
  if (type !== 'deploy' && type !== 'release') return {};
  const images = steps.filter(({ operation, type: of }) => operation === 'IN' && of === 'image');
  if (images.length === 0) return {};
  return {
    images: Object.fromEntries(
      images.map(({ name, version: { versionName, versionNumber, propertyBag } }) => [
        name,
        { ...defined({ versionName }), versionNumber, propertyBag },
      ]),
    ),
  };
}

/** Of a repository of which line-start knew no commit, the clone says it. */
function used(step: GivenStep, job: LineJob): UsedVersion {
  const { name, type, version } = step;
  if (type !== 'gitRepo' || version.versionName !== undefined) return { name, type, version };
  const commit = checkedOut(path.join(job.root, 'IN', name, 'gitRepo', '.git'));
  if (commit === undefined) return { name, type, version };
  const { propertyBag } = version;
  return {
    name,
    type,
    version: {
      ...version,
      versionName: commit,
      propertyBag: {
        ...propertyBag,
        shaData: { ...objectOf(propertyBag['shaData']), commitSha: commit },
      },
    },
  };
}

function checkedOut(folder: string): string | undefined {
  const read = (file: string): string => {
    try {
      return fs.readFileSync(path.join(folder, file), 'utf8').trim();
    } catch {
      return '';
    }
  };
  const head = read('HEAD');
  const ref = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
  const commit = ref === undefined || ref.includes('..') ? head : read(ref);
  return /^[0-9a-f]{40}$/.test(commit) ? commit : undefined;
}

/** A file for a name that is not an OUT of the job was never read: a misspelled name, after which nothing starts. */
function warnOfStrangers(ending: Ending): void {
  const { host, job } = ending;
  const outs = job.steps.filter(({ operation }) => operation === 'OUT').map(({ name }) => name);
  for (const file of host.files.list(path.join(job.root, 'state')) ?? []) {
    const name = /^(.*)\.env$/.exec(file)?.[1];
    if (name === undefined || name === job.job || outs.includes(name)) continue;
    if (envText(ending, name).trim() !== '')
      warn(
        ending,
        `The job wrote ${JSON.stringify(file)}, and ${JSON.stringify(name)} is not an OUT of it: the file is ignored.`,
      );
  }
}
