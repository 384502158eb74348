// Inheritance (codeship.md 3.3) and fan-out (3.4): groups hand down their service, credentials and conditions, and a
// group with several services becomes one group a service.

import { joined, type Traced, traced } from '../../output/tree.ts';
import { splitWords } from '../../shell/words.ts';
import type { ScalarNode, SourceNode } from '../../source/node.ts';
import type { TranslationContext } from '../translation.ts';
import { credentialsOf, serviceNamed } from './connect-services.ts';
import { type Group, type Item, type Leaf, leavesOf, type Term } from './items.ts';
import { type Budget, budget, limits } from './limits.ts';
import type { ReadStep } from './read-steps.ts';
import { type Credentials, credentialsKey, type Service } from './service.ts';
import type { Words } from './values.ts';

type Given = {
  readonly service?: { readonly service: Service; readonly node: ScalarNode };
  /** The service came from a list of several, so names must tell the steps apart. */
  readonly fanned: boolean;
  readonly credentials?: Credentials;
  readonly terms: readonly Term[];
  readonly groupNames: readonly Traced[];
  /** The service is that of a step that failed, which an inner one replaces without a word. */
  readonly isAfterFailure: boolean;
  /** An approval, or a failure, came before: nobody is asked again. */
  readonly noApproval: boolean;
  readonly from: readonly SourceNode[];
};

export type Expansion = {
  readonly services: ReadonlyMap<string, Service>;
  readonly context: TranslationContext;
};

export function expandSteps(steps: readonly ReadStep[], expansion: Expansion): readonly Item[] {
  const outer: Given = {
    fanned: false,
    terms: [],
    groupNames: [],
    noApproval: false,
    isAfterFailure: false,
    from: [],
  };
  const copies = budget(limits.steps, 'steps', expansion.context);
  return expandList(steps, outer, { ...expansion, terms: new Map(), copies });
}

type Pass = Expansion & {
  readonly terms: Map<ReadStep, Term>;
  readonly copies: Budget;
};

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

/** What holds for a step and everything below it. */
function inherit(step: ReadStep, outer: Given, pass: Pass): Given {
  const { keys } = step;
  const { services, context } = pass;
  const named = keys.service && serviceNamed(keys.service.text, keys.service, services, context);
  const own = credentialsOf(
    keys.encrypted_dockercfg_path,
    keys.dockercfg_service,
    services,
    context,
  );
  if (keys.service !== undefined && outer.service !== undefined && !outer.isAfterFailure) {
    context.report(
      'service-in-group',
      keys.service,
      `the group says \`${outer.service.node.text}\` already; CodeShip allowed no second service, and here \`${keys.service.text}\` wins for this step`,
      'remove the one that is not meant',
    );
  }
  const term = termOf(step, pass);
  return {
    fanned: named === undefined && outer.fanned,
    terms: term === undefined ? outer.terms : [...outer.terms, term],
    groupNames: outer.groupNames,
    noApproval: outer.noApproval,
    isAfterFailure: outer.isAfterFailure,
    from: [...outer.from, ...(keys.type === undefined ? [] : [keys.type])],
    ...pick(
      'service',
      named && keys.service ? { service: named, node: keys.service } : undefined,
      outer,
    ),
    ...pick('credentials', sameAs(own, outer.credentials), outer),
  };
}

function pick<K extends 'service' | 'credentials'>(
  key: K,
  own: Given[K] | undefined,
  outer: Given,
): { readonly [P in K]?: NonNullable<Given[K]> } {
  const value = own ?? outer[key];
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: NonNullable<Given[K]> };
}

/** Credentials that a group says too are the same ones, said twice. */
function sameAs(own: Credentials | undefined, outer: Credentials | undefined) {
  if (own === undefined || outer === undefined) return own;
  if (credentialsKey(own) !== credentialsKey(outer)) return own;
  return { ...own, nodes: [...own.nodes, ...outer.nodes] };
}

/** One for each step that was read, so that its copies share it. */
function termOf(step: ReadStep, { terms, context }: Pass): Term | undefined {
  const { tag, exclude, name } = step.keys;
  const known = terms.get(step);
  if (known !== undefined) return known;
  for (const node of [tag, exclude]) {
    if (node?.text === '') context.otherwise('empty-value', node, 'an empty pattern asks nothing');
  }
  const term: Term = {
    label: name?.text ?? '',
    ...(tag === undefined || tag.text === '' ? {} : { tag }),
    ...(exclude === undefined || exclude.text === '' ? {} : { exclude }),
  };
  if (term.tag === undefined && term.exclude === undefined) return undefined;
  terms.set(step, term);
  return term;
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
    ...(given.credentials === undefined ? {} : { credentials: given.credentials }),
    ...(keys.name === undefined ? {} : { name: keys.name }),
  };
  if (words !== undefined) return { kind: 'run', ...base, ...words };
  const { image_name: imageName, image_tag: imageTag, registry } = keys;
  if (step.type === 'load' || imageName === undefined) return { kind: 'load', ...base };
  return {
    kind: 'push',
    ...base,
    imageName,
    ...(imageTag === undefined ? {} : { imageTag }),
    ...(registry === undefined ? {} : { registry }),
  };
}

/** The argument vector of a command (codeship.md 3.5). */
export function argvOf(
  command: Words | undefined,
  { report }: TranslationContext,
): { readonly argv: readonly string[]; readonly command: readonly SourceNode[] } | undefined {
  if (command === undefined) return undefined;
  if (command.kind === 'list') {
    const argv = command.nodes.map((node) => node.text);
    if (argv.length > 0) return { argv, command: command.nodes };
    report(
      'incomplete-step',
      command.node,
      'the command is empty',
      'write a command, such as `true`',
    );
    return undefined;
  }
  const { node } = command;
  const split = splitWords(node.text);
  if (split.error !== undefined) {
    report(
      'broken-command',
      node,
      `the command cannot be split into words: a ${split.error.message}`,
      'close the quote, or put a backslash in front of it',
    );
    return undefined;
  }
  if (split.words.length === 0) {
    report('incomplete-step', node, 'the command is empty', 'write a command, such as `true`');
    return undefined;
  }
  return { argv: split.words, command: [node] };
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
  if (step.type === 'push') return `Push ${step.keys.image_name?.text ?? service}`;
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
    'nobody is asked here: an approval or a failure came before, and CodeShip allowed one approval a build',
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
      '`service` stands next to `services`, which wins',
      'remove the one that is not meant',
    );
  }
  if (services.length > 1 && (step.type === 'serial' || step.type === 'matrix')) {
    pass.context.report(
      'fan-out-order',
      step.node,
      step.type === 'serial'
        ? 'the steps run for one service after the other, as the example in the documentation had it; its text said at the same time'
        : 'the services of a matrix run at the same time; their order was never documented',
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
