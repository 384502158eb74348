// Pushes one image to one or many references.

import { missingEngine } from '../../docker/engine.ts';
import type { Failure } from '../../ground/failure.ts';
import { type Failed, fail, ok, type Result } from '../../ground/result.ts';
import type { Host } from '../../host/host.ts';
import type { pushInterface } from '../../interfaces/push.ts';
import { readKeyValues } from '../list-entries.ts';
import type { ActionProgram, Inputs } from '../program.ts';
import { done, failed } from '../program.ts';
import type { Templates } from '../template.ts';
import { type ClientConfig, jobConfig, registryMismatch } from './own-credentials.ts';
import { type Outcome, pushRemote, pushRepository } from './push-repository.ts';
import type { RemoteSource } from './remote.ts';
import { checksumsOf, digestsOf, logOutcomes, recordArtifacts, summaryOf } from './report.ts';
import { findSource, type LocalSource } from './source.ts';
import { tagOf } from './tag-text.ts';
import {
  byRepository,
  linesOf,
  type PushTarget,
  planTargets,
  type RenderedTag,
  type RepositoryTargets,
} from './targets.ts';

type PushInputs = Inputs<typeof pushInterface>;

type Found<T> = Result<T, readonly Failure[]>;

const title = 'transship push';

export const push: ActionProgram<typeof pushInterface> = async ({ host, inputs, output }) => {
  const condition = await conditionHolds(host, inputs);
  if (!condition.ok) return failed(...condition.failure);
  if (!condition.value) {
    output('digests', '{}');
    output('pushed', 'false');
    return done;
  }
  const planned = await plan(host, inputs);
  if (!planned.ok) return failed(...planned.failure);
  const targets = planned.value;
  const annotations = readAnnotations(host, inputs);
  if (!annotations.ok) return failed(...annotations.failure);
  const retention = inputs['keep-tags'] || inputs['retention-tags'] ? await retaining() : undefined;
  const kept = retention?.readRetention(inputs);
  if (kept?.ok === false) return failed(...kept.failure);
  const unsigned = inputs.sign ? await signing() : undefined;
  const problem = await unsigned?.signingProblem(host, inputs);
  if (problem !== undefined) return failed(problem);
  const client = await clientConfig(host, inputs, targets);
  if (!client.ok) return failed(...client.failure);
  try {
    const found = await findImage(host, client.value, inputs, targets);
    if (!found.ok) return failed(...found.failure);
    const source = found.value;
    if (inputs['dry-run']) {
      const { tellPlan } = await import('./dry-run.ts');
      const digest = 'manifest' in source ? source.manifest.digest : undefined;
      await tellPlan(host, client.value.folder, source.title, digest, targets);
      output('digests', '{}');
      output('pushed', 'false');
      return done;
    }
    const settings = { host, client: client.value, inputs, annotations: annotations.value };
    const outcomes = await pushAll(settings, source, targets);
    logOutcomes(host, outcomes);
    recordArtifacts(host, outcomes);
    host.summary(summaryOf(source.title, outcomes));
    output('digests', digestsOf(outcomes));
    output('checksums', checksumsOf(outcomes));
    output('pushed', String(outcomes.some(({ digest }) => digest !== undefined)));
    const failures = [...failuresOf(outcomes)];
    if (unsigned !== undefined && !host.cancelled())
      failures.push(...(await unsigned.signAll(host, client.value, inputs, outcomes)));
    if (retention !== undefined && kept?.value !== undefined && failures.length === 0)
      for (const group of byRepository(targets)) {
        const { folder } = client.value;
        const token = inputs['retention-token'];
        const left = await retention.retain(host, folder, kept.value, group, token);
        if (left !== undefined) failures.push(left);
      }
    return failures.length === 0 ? done : failed(...failures);
  } finally {
    client.value.remove();
  }
};

/** `tag`, `exclude` and `branches`: false skips the push, which is not a failure. */
async function conditionHolds(host: Host, inputs: PushInputs): Promise<Found<boolean>> {
  const { tag, exclude } = inputs;
  if (tag === '' && exclude === '' && inputs.branches === '') return ok(true);
  // With a YAML reader and the RE2 engine: most pushes need neither.
  const { readBranches } = await import('../read-ref-condition.ts');
  const { builtRefs } = await import('../built-refs.ts');
  const { decideRefCondition } = await import('../../pattern/ref-condition.ts');
  const branches = readBranches(inputs.branches);
  if (!branches.ok) return wrong(`Input branches ${branches.failure.message}.`);
  const refs = builtRefs(host.env);
  if (refs.codeship === '') {
    return wrong(
      'The ref of this run is unknown: GITHUB_REF_NAME is empty.',
      'Remove the conditions, or set GITHUB_REF_NAME.',
    );
  }
  const decision = await decideRefCondition({ tag, exclude, branches: branches.value }, refs);
  for (const warning of decision.warnings) host.warning(warning, { title });
  if (!decision.holds) host.notice(`Nothing is pushed: ${decision.reason}.`, { title });
  return ok(decision.holds);
}

async function plan(host: Host, inputs: PushInputs): Promise<Found<readonly PushTarget[]>> {
  const names = linesOf(inputs.image_name);
  const tags = linesOf(inputs.image_tag);
  let templates: Templates = { render: (text) => ok(text) };
  if (tags.some((tag) => tag.includes('{{'))) {
    const read = await (await import('../template.ts')).readTemplates(host, tags);
    if (read.failures.length > 0) return { ok: false, failure: read.failures };
    templates = read.templates;
  }
  const render = (tag: string, name: string): RenderedTag => {
    const step = { name: inputs['step-name'], service: inputs['service-name'], image_name: name };
    const rendered = templates.render(tag, step);
    return rendered.ok ? tagOf(rendered.value) : rendered;
  };
  const { targets, warnings, problems } = planTargets(names, tags, render);
  for (const warning of warnings) host.warning(warning, { title });
  if (problems.length > 0) return { ok: false, failure: problems.map((message) => ({ message })) };
  const mismatch = registryMismatch(
    inputs.registry,
    targets.map(({ reference }) => reference.host),
  );
  if (mismatch !== undefined) host.warning(mismatch, { title });
  return ok(targets);
}

const retaining = () => import('./retain.ts');
const signing = () => import('./sign.ts');
const remote = () => import('./remote.ts');

/** Annotations by their keys; a line that is none is a failure. */
function readAnnotations(
  host: Host,
  { annotations }: PushInputs,
): Found<Readonly<Record<string, string>>> {
  const { items, problems, warnings } = readKeyValues('annotations', annotations);
  for (const warning of warnings) host.warning(warning, { title });
  if (problems.length > 0) return { ok: false, failure: problems.map((message) => ({ message })) };
  const pairs = items.map((item) => {
    const equals = item.indexOf('=');
    return [item.slice(0, equals), item.slice(equals + 1)];
  });
  return ok(Object.fromEntries(pairs));
}

async function findImage(
  host: Host,
  { folder }: ClientConfig,
  inputs: PushInputs,
  targets: readonly PushTarget[],
): Promise<Found<LocalSource | RemoteSource>> {
  const given = (['image', 'from', 'digests'] as const).filter((name) => inputs[name] !== '');
  if (given.length > 1) {
    const names = given.map((name) => `\`${name}\``).join(' and ');
    return wrong(`${names} cannot be combined: each selects what to push.`, 'Keep one of them.');
  }
  const { image, from, digests } = inputs;
  if (from !== '') return (await remote()).imageAt(host, folder, from);
  if (digests !== '') {
    const [first] = byRepository(targets);
    if (first === undefined) return wrong('There is nowhere to push to.');
    return (await remote()).imagesByDigest(host, folder, digests, first);
  }
  const names = image === '' ? targets.map(({ text }) => text) : [image];
  const source = await findSource(host, names);
  if (source !== undefined) return ok(source);
  const engine = missingEngine(host, await host.exec('docker', ['version']));
  if (engine !== undefined) return { ok: false, failure: [engine] };
  const list = names.map((name) => `\`${name}\``).join(', ');
  return wrong(
    image === ''
      ? `None of the references exists in the engine: ${list}.`
      : `The image ${list} does not exist in the engine.`,
    'Build, pull or commit it in an earlier step of the same job, or set `image`.',
  );
}

async function clientConfig(
  host: Host,
  inputs: PushInputs,
  targets: readonly PushTarget[],
): Promise<Found<ClientConfig>> {
  if (inputs.dockercfg === '') return ok(jobConfig(host));
  const { configFromDockercfg } = await import('./own-dockercfg.ts');
  const hosts = targets.map(({ reference }) => reference.host);
  return configFromDockercfg(host, inputs, hosts);
}

type Settings = {
  readonly host: Host;
  readonly client: ClientConfig;
  readonly inputs: PushInputs;
  readonly annotations: Readonly<Record<string, string>>;
};

async function pushAll(
  { host, client, inputs, annotations }: Settings,
  source: LocalSource | RemoteSource,
  targets: readonly PushTarget[],
): Promise<readonly Outcome[]> {
  const groups = byRepository(targets);
  host.log(`Pushing ${source.title} to ${targets.map(({ text }) => text).join(', ')}`);
  const mayCreate = inputs['create-repository'];
  const common = {
    host,
    env: client.env,
    configFolder: client.folder,
    live: groups.length === 1,
    annotations,
    ...(mayCreate && {
      createRepository: async (
        place: Parameters<typeof import('./create-repository.ts')['createRepository']>[1],
      ) => (await import('./create-repository.ts')).createRepository(host, place),
    }),
  };
  const one = (group: RepositoryTargets): Promise<readonly Outcome[]> =>
    'manifest' in source
      ? pushRemote(common, source, group)
      : pushRepository({ ...common, source }, group);
  // The engine sends to several registries at once; two repositories of one registry share layers, so they take turns.
  const hosts = new Map<string, typeof groups>();
  for (const group of groups) hosts.set(group.host, [...(hosts.get(group.host) ?? []), group]);
  const perHost = [...hosts.values()].map(async (list) => {
    const outcomes: Outcome[] = [];
    // Once the step is to end, no upload is begun: each gives up at once.
    for (const group of list) outcomes.push(...(await one(group)));
    return outcomes;
  });
  const all = (await Promise.all(perHost)).flat();
  return targets.flatMap((target) => all.find((outcome) => outcome.target === target) ?? []);
}

/** One failure for each cause: tags of one repository share theirs. */
function failuresOf(outcomes: readonly Outcome[]): readonly Failure[] {
  const failures = new Map<string, Failure>();
  for (const { failure } of outcomes) {
    if (failure !== undefined)
      failures.set(failure.message, { message: failure.message, remedy: failure.remedy });
  }
  return [...failures.values()];
}

const wrong = (message: string, remedy?: string): Failed<readonly Failure[]> => ({
  ok: false,
  failure: [fail(message, remedy).failure],
});
