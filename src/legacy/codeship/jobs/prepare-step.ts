// The step with the `prepare` action: what GitHub has no words for. A job that needs none of it has no such step.

import type { Text } from '../../../expression/text.ts';
import { writeFlowScalar } from '../../../output/scalar.ts';
import { joined, type Traced, traced } from '../../../output/tree.ts';
import type { ScalarNode } from '../../../source/node.ts';
import type { OwnStep } from '../../../workflow/model.ts';
import type { Conjunction } from '../conditions/condition-choice.ts';
import { prepareId } from '../conditions/conditions.ts';
import { type SealedFile, sealedEnvironment } from '../services/environment.ts';
import type { Service } from '../services/service.ts';
import type { Plan } from './plan.ts';

export type Preparation = {
  /** Names of variables to compute. */
  readonly computed: readonly string[];
  /** Services whose encrypted environment is opened. */
  readonly services: readonly Service[];
  readonly conditions: ReadonlyMap<string, Conjunction>;
};

type PrepareStep = Extract<OwnStep, { readonly action: 'prepare' }>;

export function prepareStep(
  { computed, services, conditions }: Preparation,
  plan: Plan,
): PrepareStep | undefined {
  const sealed = plan.secrets.isEach
    ? []
    : services.flatMap((service) => sealedEnvironment(service, plan.folder));
  const files = distinct(sealed.filter(({ kind }) => kind === 'file'));
  const values = distinct(sealed.filter(({ kind }) => kind === 'value'));
  const fields: PrepareStep['with'][number][] = [];
  const does: string[] = [];
  const add = (name: PrepareStep['with'][number]['name'], value: Text): void => {
    fields.push({ name, value });
  };
  if (computed.length > 0) {
    does.push('compute variables');
    add('variables', computed.join(' '));
  }
  if (files.length > 0) add('encrypted-files', joined(files.map(fileLine), '\n'));
  if (values.length > 0) add('encrypted-values', joined(values.map(valueLine), '\n'));
  if (files.length + values.length > 0) {
    does.push('open encrypted files');
    add('aes-key', plan.key);
  }
  if (conditions.size > 0) {
    does.push('decide conditions');
    add(
      'conditions',
      joined(
        [...conditions].map(([name, each]) => conditionText(name, each)),
        '\n',
      ),
    );
  }
  if (fields.length === 0) return undefined;
  const name = does.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return {
    kind: 'own',
    action: 'prepare',
    name: name.charAt(0).toUpperCase() + name.slice(1),
    with: fields,
    ...(conditions.size > 0 ? { id: prepareId } : {}),
  };
}

/** One file that several services have is opened once. */
function distinct(sealed: readonly SealedFile[]): readonly (readonly SealedFile[])[] {
  const byName = new Map<string, SealedFile[]>();
  for (const file of sealed) byName.set(file.name, [...(byName.get(file.name) ?? []), file]);
  return [...byName.values()];
}

const fileLine = (same: readonly SealedFile[]): Traced =>
  traced(same[0]?.name ?? '', ...same.map(({ node }) => node));

const valueLine = (same: readonly SealedFile[]): Traced =>
  traced(`${same[0]?.name ?? ''}=${same[0]?.text ?? ''}`, ...same.map(({ node }) => node));

/** One mapping where each key is asked once, else a list whose members must all hold. */
function conditionText(name: string, { terms, nodes }: Conjunction): Traced {
  const line = (key: 'tag' | 'exclude', node: ScalarNode): Traced =>
    traced(
      `${key}: ${writeFlowScalar(node.text)}`,
      ...nodes.filter(({ text, parent }) => text === node.text && parent !== undefined),
    );
  const members = terms.map(({ tag, exclude }) => [
    ...(tag === undefined ? [] : [line('tag', tag)]),
    ...(exclude === undefined ? [] : [line('exclude', exclude)]),
  ]);
  const keys = members.flat().map(({ text }) => text.slice(0, text.indexOf(':')));
  const isOne = new Set(keys).size === keys.length;
  if (isOne) return joined([`${name}: `, inBraces(members.flat())]);
  const items = members.map((member) => joined(['  - ', inBraces(member)]));
  return joined([`${name}:`, ...items], '\n');
}

const inBraces = (fields: readonly Traced[]): Traced => joined(['{ ', joined(fields, ', '), ' }']);
