// Read steps become items: each with what it inherits, and a group with several services as one group a service
// (codeship.md 3.4).

import { defined } from '../../../ground/defined.ts';
import { joined, type Traced, traced } from '../../../output/tree.ts';
import { serviceNamed } from '../services/connect-services.ts';
import { waitsForBuilds } from '../services/known-images.ts';
import { type Budget, budget, limits } from '../values/limits.ts';
import { argvOf } from './argv.ts';
import { type Given, type Inheritance, inherit, nothingGiven } from './inherit.ts';
import { type Group, type Item, type Leaf, leavesOf } from './items.ts';
import type { ReadStep } from './read-steps.ts';

export type Expansion = Omit<Inheritance, 'terms'>;

export function expandSteps(steps: readonly ReadStep[], expansion: Expansion): readonly Item[] {
  const copies = budget(limits.steps, 'steps', expansion.context);
  return expandList(steps, nothingGiven, { ...expansion, terms: new Map(), copies });
}

type Pass = Inheritance & { readonly copies: Budget };

const expandList = (steps: readonly ReadStep[], given: Given, pass: Pass): Item[] =>
  steps.flatMap((step) => expandStep(step, given, pass) ?? []);

function expandStep(step: ReadStep, outer: Given, pass: Pass): Item | undefined {
  if (!pass.copies.spend(1, step.node)) return undefined;
  const given = inherit(step, outer, pass);
  if (step.type === 'run' || step.type === 'push' || step.type === 'load') {
    return expandLeaf(step, given, pass);
  }
  return expandGroup(step, step.type, given, pass);
}

function onFailOf(step: ReadStep, given: Given, pass: Pass): Item[] {
  const label = step.keys.name === undefined ? 'on_fail' : `${step.keys.name.text} failed`;
  // Conditions of the step itself hold, or it would not have run.
  return expandList(
    step.onFail,
    {
      ...given,
      noApproval: true,
      isAfterFailure: true,
      from: [],
      groupNames: [...given.groupNames, traced(label)],
    },
    pass,
  );
}

function expandLeaf(step: ReadStep, given: Given, pass: Pass): Leaf | undefined {
  const { keys, node } = step;
  const { context } = pass;
  if (given.service === undefined) {
    if (keys.service === undefined) {
      context.report('incomplete-step', node, 'a step has no `service`', 'add `service`');
    } else {
      context.otherwise(
        'incomplete-step',
        node,
        'the step is left out: its service does not exist',
      );
    }
    return undefined;
  }
  const { service, node: serviceNode } = given.service;
  if (step.type === 'run' && service.build === undefined && waitsForBuilds(service.image.name)) {
    context.report(
      'build-waiter',
      node,
      `the step is left out: it asked CodeShip's API for earlier builds, which is gone; \`concurrency\` of the workflow makes them wait`,
    );
    return undefined;
  }
  const words = step.type === 'run' ? argvOf(keys.command, context) : undefined;
  if (step.type === 'run' && words === undefined) {
    context.otherwise('incomplete-step', node, 'the step is left out: it has no valid command');
    return undefined;
  }
  const base = {
    node,
    before: step.before,
    service,
    terms: given.terms,
    label: leafLabel(step, words, given),
    onFail: onFailOf(step, given, pass),
    from: [...given.from, serviceNode],
    ...defined({ credentials: given.credentials, name: keys.name }),
  };
  if (words !== undefined) return { kind: 'run', ...base, ...words };
  const { image_name: imageName, image_tag: imageTag, registry } = keys;
  if (step.type === 'load' || imageName === undefined) return { kind: 'load', ...base };
  return {
    kind: 'push',
    ...base,
    imageName,
    ...defined({ imageTag, registry }),
  };
}

const labelLength = 60;

/** A step's own name; else what it does, and where. */
function leafLabel(
  step: ReadStep,
  words: { readonly argv: readonly string[] } | undefined,
  given: Given,
): Traced {
  const { keys } = step;
  const service = given.service?.service.name ?? '';
  const own =
    keys.name !== undefined
      ? traced(given.fanned ? `${keys.name.text} (${service})` : keys.name.text, keys.name)
      : traced(describe(step, words?.argv ?? [], service));
  return joined([...given.groupNames, own], ' / ');
}

function describe(step: ReadStep, argv: readonly string[], service: string): string {
  if (step.type === 'push') {
    const { image_name: name, image_tag: tag } = step.keys;
    return `Push ${name?.text ?? service}${tag === undefined ? '' : `:${tag.text}`}`;
  }
  if (step.type === 'load') return `Load ${service}`;
  const line = argv.join(' ').replace(/\s+/g, ' ').trim();
  const short = line.length > labelLength ? `${line.slice(0, labelLength).trimEnd()}…` : line;
  return `${short} (${service})`;
}

function expandGroup(
  step: ReadStep,
  type: 'serial' | 'parallel' | 'matrix' | 'manual',
  given: Given,
  pass: Pass,
): Group {
  const { keys } = step;
  const named = keys.name === undefined ? [] : [traced(keys.name.text, keys.name)];
  const inner: Given = {
    ...given,
    noApproval: given.noApproval || type === 'manual',
    groupNames: [...given.groupNames, ...named],
  };
  const base = {
    node: step.node,
    before: step.before,
    terms: given.terms,
    label: joined(inner.groupNames, ' / '),
    onFail: onFailOf(step, given, pass),
    from: given.from,
  };
  const kind = kindOf(step, type, given, pass);
  const copies = fanOut(step, inner, pass);
  const lists = (copies ?? [inner]).map((copy) => expandList(step.steps, copy, pass));
  const isFanned = copies !== undefined && kind === 'parallel';
  const items = isFanned
    ? lists.map((list): Item => {
        const [only] = list;
        if (list.length === 1 && only !== undefined) return only;
        return { ...base, kind: 'serial', before: [], onFail: [], items: list };
      })
    : lists.flat();
  const group: Group = { kind, ...base, items };
  if (leavesOf(group).length === 0) {
    pass.context.otherwise('empty-value', step.node, 'a group without steps does nothing');
  }
  return group;
}

function kindOf(
  { keys, node }: ReadStep,
  type: 'serial' | 'parallel' | 'matrix' | 'manual',
  { noApproval }: Given,
  { context }: Pass,
): Group['kind'] {
  if (type === 'matrix') return 'parallel';
  if (type !== 'manual' || !noApproval) return type;
  context.report(
    'approval-without-gate',
    keys.type ?? node,
    'no approval is asked for here: an approval or a failure came before, and CodeShip allowed one approval per build',
    'write the steps without `type: manual`, or give them an approval of their own',
  );
  return 'serial';
}

/** What each service of `services` hands down; undefined where the group has no such list. */
function fanOut(step: ReadStep, given: Given, pass: Pass): readonly Given[] | undefined {
  const { service, services } = step.keys;
  if (services === undefined) return undefined;
  if (service !== undefined) {
    pass.context.report(
      'conflicting-keys',
      service,
      '`service` is next to `services`, which wins',
      'remove the one that you do not mean',
    );
  }
  if (services.length > 1 && (step.type === 'serial' || step.type === 'matrix')) {
    pass.context.report(
      'fan-out-order',
      step.node,
      step.type === 'serial'
        ? "the steps run for one service after the other, as in the documentation's example; its text said in parallel"
        : 'the services of a matrix run in parallel; their order was never documented',
    );
  }
  if (!pass.copies.spend(services.length, step.node)) return [];
  return services.flatMap((node) => {
    const found = serviceNamed(node.text, node, pass.services, pass.context);
    return found === undefined
      ? []
      : { ...given, service: { service: found, node }, fanned: services.length > 1 };
  });
}
