// A leaf becomes steps of a job: credentials and images first, then what the step itself does.

import { type Line, type Text, type Traced, traced } from '../../output/tree.ts';
import type { SourceNode } from '../../source/node.ts';
import type { Field, OwnStep } from '../../workflow/model.ts';
import { allOf, nodesOf } from './conditions.ts';
import { fieldText } from './field-text.ts';
import { type Item, type Leaf, leavesOf, type Term } from './items.ts';
import type { Draft, JobBuilder, Ref } from './job-builder.ts';
import { type LoginIndex, loginOf } from './logins.ts';
import type { Plan } from './plan.ts';
import { pushFields } from './push-fields.ts';
import { buildLine, loadLines, pullLine, runLines } from './run-lines.ts';
import {
  type Credentials,
  credentialsKey,
  imageKey,
  type Service,
  startedWith,
} from './service.ts';

export type Lowering = {
  readonly plan: Plan;
  readonly job: JobBuilder;
  readonly logins: LoginIndex;
  /** Holds where the step that these steps belong to failed. */
  readonly guard?: Text;
};

/** The step of a leaf that runs by itself. */
export function lowerLeaf(item: Leaf, lowering: Lowering): Ref {
  prepareLeaf([item], lowering);
  const inline = imagesFor(item, lowering, item.kind === 'run');
  if (item.kind === 'push') pullFor(item, lowering);
  const draft = leafDraft(item, inline, lowering);
  const ref = lowering.job.add(draft);
  if (lowering.guard !== undefined) return ref;
  for (const service of inline) tellBuilt(service, ref, lowering);
  if (item.kind !== 'push') tellPulled(item, ref, lowering);
  return ref;
}

const pulledKey = ({ image }: Service): string => `pulled ${image.name}`;

/** A push of an image that is not built needs it on the machine (codeship.md 4.1). */
export function pullFor({ service, terms }: Leaf, lowering: Lowering): void {
  if (service.build !== undefined) return;
  if (lowering.job.made.ask(pulledKey(service), terms).kind === 'yes') return;
  const ref = addStep(`Pull ${service.name}`, terms, [], lowering, (base) => ({
    kind: 'run',
    run: [pullLine(service)],
    ...base,
  }));
  if (lowering.guard === undefined) lowering.job.made.tell(pulledKey(service), ref);
}

/** A step that ran leaves the images of everything it started. */
function tellPulled({ service }: Leaf, ref: Ref, { job }: Lowering): void {
  for (const each of [...startedWith(service), service]) {
    if (each.build === undefined) job.made.tell(pulledKey(each), ref);
  }
}

/** Logs in, and starts a registry, before steps that need it. */
export function prepareLeaf(leaves: readonly Leaf[], lowering: Lowering): void {
  const needed = new Map<string, Credentials>();
  for (const each of leaves.flatMap(lowering.logins.of)) {
    const key = credentialsKey(each);
    if (!needed.has(key)) needed.set(key, each);
  }
  const { logins } = lowering.job;
  for (const [key, credentials] of needed) {
    const last = logins.lastIndexOf(key);
    // A login in between may have replaced the entry of a registry that both know.
    if (last >= 0 && logins.slice(last + 1).every((other) => needed.has(other))) continue;
    const [first] = leaves;
    const terms =
      lowering.guard === undefined ? lowering.logins.commonTerms(key) : (first?.terms ?? []);
    if (credentials.kind === 'generator') buildFor([credentials.service], terms, lowering);
    const { label, fields, from } = loginOf(credentials, lowering.logins.hasSeveral, lowering.plan);
    addStep(label, terms, from, lowering, (base) => ({
      kind: 'own',
      action: 'login',
      with: fields,
      ...base,
    }));
    if (lowering.guard === undefined) logins.push(key);
  }
  for (const leaf of leaves) {
    if (leaf.kind !== 'push') continue;
    const registry = lowering.plan.registryOf(leaf.imageName.text);
    if (registry === undefined) continue;
    const key = `registry ${registry.name}`;
    const state = lowering.job.made.ask(key, leaf.terms);
    if (state.kind === 'yes') continue;
    buildFor([registry], leaf.terms, lowering);
    // What a step or the machine has started by then has the port already, and is where CodeShip pushed.
    const [host = ''] = leaf.imageName.text.split('/');
    const run = `curl --silent --fail --output /dev/null http://${host}/v2/ || docker compose --project-name codeship-registry up --detach --wait ${registry.id}`;
    const ref = addStep(`Start ${registry.name}`, leaf.terms, [], lowering, (base) => ({
      kind: 'run',
      run: [traced(run)],
      ...base,
    }));
    if (lowering.guard === undefined) lowering.job.made.tell(key, ref);
  }
}

/**
 * Makes the images of a leaf available. What Compose builds may be built by the leaf's own script: those services are
 * given back, where `inline` is asked for.
 */
function imagesFor(leaf: Leaf, lowering: Lowering, inline: boolean): readonly Service[] {
  const services = [...startedWith(leaf.service), leaf.service];
  return buildFor(services, leaf.terms, lowering, inline);
}

/** Each image is built once, before the first step that needs it (codeship.md 2.2). */
export function buildFor(
  services: readonly Service[],
  terms: readonly Term[],
  lowering: Lowering,
  inline = false,
): readonly Service[] {
  const { plan, job } = lowering;
  const byCompose: Service[] = [];
  for (const service of services) {
    const build = plan.buildOf(service);
    if (build === undefined || byCompose.some((each) => imageKey(each) === imageKey(service)))
      continue;
    const state = job.made.ask(imageKey(service), terms);
    if (state.kind === 'yes') continue;
    // Where too many steps may have built it, it is built again, which the layers on the machine make short.
    const by = state.kind === 'sometimes' ? state.by : undefined;
    if (by === undefined && build.action === undefined) {
      byCompose.push(service);
      continue;
    }
    const skipped = (by ?? []).map((ref) => `steps.${job.idOf(ref)}.outcome == 'skipped'`);
    addBuild([service], terms, skipped, lowering);
  }
  if (inline) return byCompose;
  if (byCompose.length > 0) addBuild(byCompose, terms, [], lowering);
  return [];
}

function addBuild(
  services: readonly Service[],
  terms: readonly Term[],
  skipped: readonly string[],
  lowering: Lowering,
): void {
  const label = `Build ${services.map(({ name }) => name).join(', ')}`;
  const [only] = services;
  const build = only && services.length === 1 ? lowering.plan.buildOf(only) : undefined;
  const action = build?.action;
  const ref = addStep(
    label,
    terms,
    build?.from ?? [],
    lowering,
    (base) =>
      action === undefined
        ? { kind: 'run', run: [buildLine(services)], ...base }
        : { kind: 'own', action: 'build', with: action, ...base },
    skipped,
  );
  if (lowering.guard === undefined)
    for (const service of services) tellBuilt(service, ref, lowering);
}

const tellBuilt = (service: Service, ref: Ref, { job }: Lowering): void =>
  job.made.tell(imageKey(service), ref);

type Base = {
  readonly name: Text;
  readonly id?: string;
  readonly if?: Text;
  readonly before?: readonly string[];
  readonly from?: readonly SourceNode[];
};
type Made = ReturnType<Draft['make']>;

/** The condition under which a step with these conditions runs. */
function conditionOf(
  terms: readonly Term[],
  { plan, job, guard }: Lowering,
  more: readonly Text[] = [],
): Traced | undefined {
  for (const term of terms) {
    if (plan.conditions.needsEngine(term)) job.prepared.set(plan.conditions.name(term), term);
  }
  const own = plan.conditions.expression(terms);
  return allOf([
    ...(guard === undefined ? [] : [guard]),
    ...(own === undefined ? [] : [own]),
    ...more,
  ]);
}

export function addStep(
  label: string,
  terms: readonly Term[],
  from: readonly SourceNode[],
  lowering: Lowering,
  make: (base: Base) => Made,
  more: readonly Text[] = [],
): Ref {
  const condition = conditionOf(terms, lowering, more);
  const ref: Ref = { label, terms };
  return lowering.job.add({
    ref,
    make: (id) =>
      make({
        name: fieldText(label),
        ...id,
        ...(condition === undefined ? {} : { if: condition }),
        ...(from.length === 0 ? {} : { from }),
      }),
  });
}

/** What is said of a step whatever it does. */
export function baseOf(item: Item, lowering: Lowering): { readonly ref: Ref; readonly base: Base } {
  const condition = conditionOf(item.terms, lowering);
  // A condition that asks nothing still stands for the step.
  const silent = item.terms.filter(lowering.plan.conditions.isAlways).flatMap(nodesOf);
  // So do credentials that an earlier step logged in with.
  const mentioned = leavesOf(item)
    .flatMap(lowering.logins.of)
    .flatMap(({ nodes }) => nodes);
  return {
    ref: { label: item.label.text, terms: item.terms },
    base: {
      name: { text: fieldText(item.label.text), from: item.label.from },
      before: item.before,
      from: [...item.from, ...silent, ...mentioned],
      ...(condition === undefined ? {} : { if: condition }),
    },
  };
}

/** The step of a leaf, whose images are there or are built by its own script. */
export function leafDraft(
  item: Leaf,
  builds: readonly Service[],
  lowering: Lowering,
  env: readonly Field[] = [],
): Draft {
  const { ref, base } = baseOf(item, lowering);
  const { plan } = lowering;
  const withEnv = env.length === 0 ? {} : { env };
  return {
    ref,
    make: (id): Made => {
      const all = { ...base, ...id };
      if (item.kind === 'push') {
        const fields: Extract<OwnStep, { readonly action: 'push' }>['with'] = pushFields(
          item,
          plan,
        );
        return { kind: 'own', action: 'push', with: fields, ...all };
      }
      const run: readonly Line[] =
        item.kind === 'run' ? runLines(item, builds, plan) : loadLines(item);
      return { kind: 'run', run, ...withEnv, ...all };
    },
  };
}
