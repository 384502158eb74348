// What groups hand down to the steps within them (codeship.md 3.3).

import type { Traced } from '../../../output/tree.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import { credentialsOf, serviceNamed } from '../services/connect-services.ts';
import { type Credentials, credentialsKey, type Service } from '../services/service.ts';
import type { Term } from './items.ts';
import type { ReadStep } from './read-steps.ts';

/** What holds at a place among the steps, from the groups around it. */
export type Given = {
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

/** At the top of the file. */
export const nothingGiven: Given = {
  fanned: false,
  terms: [],
  groupNames: [],
  noApproval: false,
  isAfterFailure: false,
  from: [],
};

export type Inheritance = {
  readonly services: ReadonlyMap<string, Service>;
  readonly context: TranslationContext;
  /** The conditions of the steps that were met so far. */
  readonly terms: Map<ReadStep, Term>;
};

/** What holds for a step and everything below it. */
export function inherit(step: ReadStep, outer: Given, pass: Inheritance): Given {
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
      `the group already sets \`${outer.service.node.text}\`; CodeShip did not allow a second service, and here \`${keys.service.text}\` wins for this step`,
      'remove the one that you do not mean',
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
function termOf(step: ReadStep, { terms, context }: Inheritance): Term | undefined {
  const { tag, exclude, name } = step.keys;
  const known = terms.get(step);
  if (known !== undefined) return known;
  for (const node of [tag, exclude]) {
    if (node?.text === '') context.otherwise('empty-value', node, 'an empty pattern has no effect');
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
