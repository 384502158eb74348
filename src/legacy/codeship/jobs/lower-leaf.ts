// A leaf becomes steps of a job: credentials and images first, then what the step itself does.

import { type Expression, expression, property } from '../../../expression/expression.ts';
import type { Text } from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { parseReference } from '../../../image/reference.ts';
import { type Line, traced } from '../../../output/tree.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { Field, OwnStep } from '../../../workflow/model.ts';
import { choiceKey } from '../conditions/condition-choice.ts';
import { mendingLines, type OldBase } from '../services/old-bases.ts';
import {
  type Credentials,
  credentialsKey,
  imageKey,
  type Service,
  startedWith,
} from '../services/service.ts';
import { type Item, type Leaf, leavesOf, type Term } from '../steps/items.ts';
import { targetOf } from '../steps/push-target.ts';
import { hiddenFolders, readableLine, sendsHidden } from './hidden-files.ts';
import type { Draft, Head, JobBuilder, Ref, Users, When } from './job-builder.ts';
import { type LoginIndex, loginOf } from './logins.ts';
import type { Plan } from './plan.ts';
import { pushFields } from './push-fields.ts';
import { buildLines, idLine, loadLines, outputOf, pullLine, runLines } from './run-lines.ts';

export type Lowering = {
  readonly plan: Plan;
  readonly job: JobBuilder;
  readonly logins: LoginIndex;
  /** Holds where the step that these steps belong to failed. */
  readonly guard?: Expression;
};

/** The step of a leaf that runs by itself. */
export function lowerLeaf(item: Leaf, lowering: Lowering): Ref {
  prepareLeaf([item], lowering);
  const builds = buildFor(imagesNeeded([item], lowering.plan), lowering);
  const { plan, job } = lowering;
  // What only this step needs is built by its own script; what is pushed, by a step that says its id.
  const own = (build: Build): boolean =>
    item.kind === 'run' &&
    !job.pushed.has(imageKey(build.service)) &&
    keyOf(build.users, plan) === choiceKey(plan.conditions.choice([item.terms]));
  addBuilds(() => builds.filter((build) => !own(build)), lowering);
  if (item.kind === 'push') pullFor(item, lowering);
  const inline = (): readonly Service[] => builds.filter(own).map(({ service }) => service);
  const ref = job.add(leafDraft(item, inline, lowering));
  if (lowering.guard === undefined && item.kind !== 'push') tellPulled(item, job);
  tellHidden([item], lowering);
  return ref;
}

/** Steps that come after these build from a checkout with their files. */
export function tellHidden(leaves: readonly Leaf[], { plan, job }: Lowering): void {
  const { folder, context } = plan;
  const isFile = (path: string): boolean => context.repository.paths.includes(path);
  for (const path of leaves.flatMap((leaf) => hiddenFolders(leaf, folder, isFile)))
    job.hidden.add(path);
}

const imagesOf = (leaf: Leaf): readonly Service[] => [...startedWith(leaf.service), leaf.service];

/** Who needs something, and where. */
type Asking = { readonly terms: readonly Term[]; readonly isExact: boolean };

const askingOf = (leaf: Leaf, { exactness }: Plan): Asking => ({
  terms: leaf.terms,
  isExact: exactness.item(leaf),
});

/**
 * Has what several steps need made by the first: it runs wherever one of them does. Undefined where an earlier step
 * makes it. What is needed on failure alone is made for that step alone.
 */
function share(
  what: string,
  { terms, isExact }: Asking,
  { job, plan, guard }: Lowering,
): Users | undefined {
  const known = job.made.get(what);
  if (guard !== undefined) {
    return known !== undefined && plan.conditions.covers(known.lists, terms)
      ? undefined
      : { lists: [terms], isExact };
  }
  if (known !== undefined) {
    known.lists.push(terms);
    known.isExact ||= isExact;
    return undefined;
  }
  const users: Users = { lists: [terms], isExact };
  job.made.set(what, users);
  return users;
}

const pulledKey = ({ image }: Service): string => `pulled ${image.name}`;

/** A push of an image that is not built needs it on the machine (codeship.md 4.1). */
export function pullFor(leaf: Leaf, lowering: Lowering): void {
  const { service, terms } = leaf;
  if (service.build !== undefined) return;
  const { job, plan } = lowering;
  if (plan.conditions.covers(job.pulled.get(pulledKey(service)) ?? [], terms)) return;
  const users = share(pulledKey(service), askingOf(leaf, plan), lowering);
  if (users === undefined) return;
  addStep(`Pull ${service.name}`, whenUsed(users, false), [], lowering, (base) => ({
    kind: 'run',
    run: [pullLine(service)],
    ...base,
  }));
}

/** A step that ran leaves the images of everything it started. */
function tellPulled(leaf: Leaf, job: JobBuilder): void {
  for (const each of imagesOf(leaf)) {
    if (each.build !== undefined) continue;
    const key = pulledKey(each);
    const lists = job.pulled.get(key) ?? [];
    if (!lists.includes(leaf.terms)) lists.push(leaf.terms);
    job.pulled.set(key, lists);
  }
}

type NeededLogin = {
  readonly credentials: Credentials;
  readonly leaves: readonly Leaf[];
};

/** Logs in, and starts a registry, before steps that need it. */
export function prepareLeaf(leaves: readonly Leaf[], lowering: Lowering): void {
  const needed = new Map<string, NeededLogin>();
  for (const leaf of leaves) {
    for (const credentials of lowering.logins.of(leaf)) {
      const key = credentialsKey(credentials);
      const known = needed.get(key)?.leaves ?? [];
      needed.set(key, { credentials, leaves: [...known, leaf] });
    }
  }
  for (const [key, each] of needed) logIn(key, each, (other) => needed.has(other), lowering);
  for (const leaf of leaves) if (leaf.kind === 'push') startRegistry(leaf, lowering);
}

function logIn(
  key: string,
  { credentials, leaves }: NeededLogin,
  isNeeded: (key: string) => boolean,
  lowering: Lowering,
): void {
  const { job, plan, guard } = lowering;
  const lists = leaves.map(({ terms }) => terms);
  if (credentials.kind === 'generator') {
    const { service } = credentials;
    const builds = buildFor(
      lists.map((terms) => ({ service, terms, isExact: true })),
      lowering,
    );
    addBuilds(() => builds, lowering);
  }
  const used = leaves.flatMap((leaf) => hostsOf(leaf, key));
  const last = job.logins.findLastIndex((login) => login.key === key);
  const known = job.logins[last]?.users;
  // A login in between may have replaced the entry of a registry that both know.
  const stands = job.logins.slice(last + 1).every((login) => isNeeded(login.key));
  if (known !== undefined && stands) {
    if (guard === undefined) {
      known.lists.push(...lists);
      for (const host of used) job.logins[last]?.hosts.add(host);
      return;
    }
    if (lists.every((terms) => plan.conditions.covers(known.lists, terms))) return;
  }
  const users: Users = { lists: [...lists], isExact: true };
  const hosts = new Set(used);
  if (guard === undefined) job.logins.push({ key, users, hosts });
  const { label, fields, from } = loginOf(credentials, lowering.logins.hasSeveral, plan);
  addStep(label, whenUsed(users, true), from, lowering, (base) => ({
    kind: 'own',
    action: 'login',
    // Known only when every step of the job has been seen.
    with: hosts.has(anyHost)
      ? fields
      : [...fields, { name: 'hosts', value: [...hosts].sort().join('\n') }],
    ...base,
  }));
}

const anyHost = 'any';

/** What a step uses a credential for: the registry that it pushes to, or whatever its images come from. */
function hostsOf(leaf: Leaf, key: string): readonly string[] {
  const pulls = [...startedWith(leaf.service), leaf.service].some(
    ({ credentials }) => credentials !== undefined && credentialsKey(credentials) === key,
  );
  if (leaf.kind !== 'push' || pulls) return [anyHost];
  const parsed = parseReference(targetOf(leaf).name);
  return [parsed.ok ? parsed.value.host : anyHost];
}

function startRegistry(leaf: Extract<Leaf, { kind: 'push' }>, lowering: Lowering): void {
  const registry = lowering.plan.registryOf(leaf.imageName.text);
  if (registry === undefined) return;
  const builds = buildFor([{ service: registry, ...askingOf(leaf, lowering.plan) }], lowering);
  addBuilds(() => builds, lowering);
  const users = share(`registry ${registry.name}`, askingOf(leaf, lowering.plan), lowering);
  if (users === undefined) return;
  // What a step or the machine has started by then has the port already, and is where CodeShip pushed.
  const [host = ''] = leaf.imageName.text.split('/');
  const run = `curl --silent --fail --output /dev/null http://${host}/v2/ || docker compose --project-name codeship-registry up --detach --wait ${registry.id}`;
  addStep(`Start ${registry.name}`, whenUsed(users, false), [], lowering, (base) => ({
    kind: 'run',
    run: [traced(run)],
    ...base,
  }));
}

/** An image that Compose builds, and what needs it. */
type Build = { readonly service: Service; readonly users: Users };
type Needed = Asking & { readonly service: Service };

/** The images that these leaves start or push. */
export const imagesNeeded = (leaves: readonly Leaf[], plan: Plan): readonly Needed[] =>
  leaves.flatMap((leaf) => imagesOf(leaf).map((service) => ({ service, ...askingOf(leaf, plan) })));

const whenUsed = (users: Users, exact: boolean): Omit<When, 'guard'> => ({
  lists: users.lists,
  exact,
  users: [users],
});

const keyOf = ({ lists }: Users, { conditions }: Plan): string =>
  choiceKey(conditions.choice(lists));

/**
 * Each image is built once, before the first step that needs it (codeship.md 2.2). What Compose builds is given back:
 * the caller says by which step.
 */
export function buildFor(needed: readonly Needed[], lowering: Lowering): readonly Build[] {
  const byCompose: Build[] = [];
  const local = new Set<string>();
  for (const { service, ...asking } of needed) {
    const build = lowering.plan.buildOf(service);
    if (build === undefined) continue;
    const key = imageKey(service);
    if (lowering.guard !== undefined && local.has(key)) continue;
    local.add(key);
    for (const base of build.bases) mendBase(base, asking, lowering);
    const users = share(key, asking, lowering);
    if (users === undefined) continue;
    if (sendsHidden(service, lowering.plan.folder, lowering.job.hidden)) {
      addStep(
        `Let the build of ${service.name} read the files of earlier steps`,
        whenUsed(users, false),
        [],
        lowering,
        (base) => ({
          kind: 'run',
          run: [traced(readableLine)],
          ...base,
        }),
      );
    }
    const { action } = build;
    if (action === undefined) {
      byCompose.push({ service, users });
      continue;
    }
    const when = whenUsed(users, lowering.plan.exactness.service(service));
    const ref = addStep(`Build ${service.name}`, when, build.from, lowering, (base) => ({
      kind: 'own',
      action: 'build',
      with: action,
      ...base,
    }));
    if (lowering.guard === undefined) lowering.job.builtBy.set(key, { ref, output: 'image-id' });
  }
  return byCompose;
}

/** Once for each image, before the first build that starts from it. */
function mendBase(base: OldBase, asking: Asking, lowering: Lowering): void {
  const users = share(`base ${base.image}`, asking, lowering);
  if (users === undefined) return;
  const label =
    base.instead !== undefined
      ? `Put ${base.instead} in place of ${base.image}`
      : base.packages && !base.ownSources
        ? `Point ${base.image} to the archive of its packages`
        : `Let ${base.image} install what it did`;
  addStep(label, whenUsed(users, false), [], lowering, (head) => ({
    kind: 'run',
    run: mendingLines(base, lowering.plan.archiveScript).map((line) => traced(line)),
    ...head,
  }));
}

/** A step for those that are built under the same conditions. */
export function addBuilds(builds: () => readonly Build[], lowering: Lowering): void {
  lowering.job.addLater(() => {
    const groups = new Map<string, Build[]>();
    for (const build of builds()) {
      const key = keyOf(build.users, lowering.plan);
      groups.set(key, [...(groups.get(key) ?? []), build]);
    }
    return [...groups.values()].map((group) => {
      const services = group.map(({ service }) => service);
      const [only] = services;
      const from = only && services.length === 1 ? (lowering.plan.buildOf(only)?.from ?? []) : [];
      const { job } = lowering;
      const pushed =
        lowering.guard === undefined
          ? services.filter((service) => job.pushed.has(imageKey(service)))
          : [];
      const draft = stepDraft(
        `Build ${services.map(({ name }) => name).join(', ')}`,
        {
          lists: group.flatMap(({ users }) => users.lists),
          exact: services.some(lowering.plan.exactness.service),
          users: group.map(({ users }) => users),
        },
        from,
        lowering,
        (base) => ({
          kind: 'run',
          run: [...buildLines(services, lowering.plan), ...pushed.map(idLine)],
          ...base,
        }),
      );
      for (const service of pushed) {
        job.idOf(draft.ref);
        job.builtBy.set(imageKey(service), { ref: draft.ref, output: outputOf(service) });
      }
      return draft;
    });
  });
}

/** How an earlier step ended. */
export const outcomeIs = (id: string, outcome: 'failure'): Expression =>
  expression`${property(expression`steps`, id)}.outcome == ${outcome}`;

type Base = {
  readonly name: Text;
  readonly id?: string;
  readonly if?: Expression;
  readonly before?: readonly string[];
  readonly from?: readonly SourceNode[];
};
type Made = ReturnType<Draft['make']>;

function stepDraft(
  label: string,
  when: Omit<When, 'guard'>,
  from: readonly SourceNode[],
  { guard }: Lowering,
  make: (base: Base) => Made,
): Draft {
  return {
    ref: { label },
    when: guard === undefined ? when : { ...when, guard },
    make: (head) => {
      const all = [...from, ...head.from];
      return make({
        name: label,
        ...idAndIf(head),
        ...defined({ from: filled(all) }),
      });
    },
  };
}

const idAndIf = (head: Head) => ({
  ...defined({ id: head.id, if: head.if }),
});

export function addStep(
  label: string,
  when: Omit<When, 'guard'>,
  from: readonly SourceNode[],
  lowering: Lowering,
  make: (base: Base) => Made,
): Ref {
  return lowering.job.add(stepDraft(label, when, from, lowering, make));
}

/** A step for an item of the file, whatever it does. */
export function itemDraft(item: Item, lowering: Lowering, make: (base: Base) => Made): Draft {
  // Credentials that an earlier step logged in with stand for this step too.
  const mentioned = leavesOf(item)
    .flatMap(lowering.logins.of)
    .flatMap(({ nodes }) => nodes);
  const { guard, plan } = lowering;
  return {
    ref: { label: item.label.text },
    when: {
      lists: [item.terms],
      exact: plan.exactness.item(item),
      ...defined({ guard }),
    },
    make: (head) =>
      make({
        name: { text: item.label.text, from: item.label.from },
        before: item.before,
        from: [...item.from, ...head.from, ...mentioned],
        ...idAndIf(head),
      }),
  };
}

/** By its id: another job on the same engine may give the name to an image of its own meanwhile. */
function builtId(key: string, { builtBy, idOf }: JobBuilder): Expression | undefined {
  const built = builtBy.get(key);
  if (built === undefined) return undefined;
  const step = property(expression`steps`, idOf(built.ref));
  return property(property(step, 'outputs'), built.output);
}

/** The network of the service containers, for commands that run by `docker run`. */
export function networkEnv(leaves: readonly Leaf[], { native }: Plan): readonly Field[] {
  const value = leaves.flatMap(({ kind, service }) =>
    kind === 'run' ? (native?.networkOf(service) ?? []) : [],
  )[0];
  return value === undefined ? [] : [{ name: 'NETWORK', value }];
}

/** The step of a leaf, whose images are there or are built by its own script. */
export function leafDraft(
  item: Leaf,
  builds: () => readonly Service[],
  lowering: Lowering,
  env: readonly Field[] = [],
): Draft {
  const { plan, job } = lowering;
  const fields = [...env, ...networkEnv([item], plan)];
  const withEnv = fields.length === 0 ? {} : { env: fields };
  const key = imageKey(item.service);
  if (item.kind === 'push' && lowering.guard === undefined) {
    job.pushed.add(key);
    const built = job.builtBy.get(key);
    if (built !== undefined) job.idOf(built.ref);
  }
  return itemDraft(item, lowering, (base): Made => {
    if (item.kind === 'push') {
      const inputs: Extract<OwnStep, { readonly action: 'push' }>['with'] = pushFields(
        item,
        plan,
        job.pushed.has(key) && lowering.guard === undefined ? builtId(key, job) : undefined,
      );
      return { kind: 'own', action: 'push', with: inputs, ...base };
    }
    const run: readonly Line[] =
      item.kind === 'run' ? runLines(item, builds(), plan) : loadLines(item);
    return { kind: 'run', run, ...withEnv, ...base };
  });
}
