// A native parallel group for `act`, which doesn't know one. Every child becomes two ordinary steps: one that
// starts its shell in the background and ends at once, and one with the child's id that waits for it and has its
// outcome, outputs and environment. So all children run at the same time; a child that fails lets its siblings
// finish; the job fails behind the group.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Step } from './lower.ts';
import { shellWords, withoutTerminal } from './without-terminal.ts';

type Fields = Readonly<Record<string, unknown>>;

export function lowerGroup(
  children: readonly Step[],
  group: string,
  shell: string,
  ownActions: string,
): readonly Step[] {
  const started = children.map((child, index): { start: Step; result: Step } => {
    const name = `${group}-${index + 1}`;
    const { id, 'continue-on-error': allowed, ...rest } = asRunStep(child, ownActions);
    const start: Step = {
      ...rest,
      name: `Start ${rest['name'] ?? name}`,
      id: `${name}-start`,
      shell: `in-background ${name} ${shellWords(rest['shell'] as string | undefined, shell)}`,
    };
    const result: Step = {
      name: rest['name'] ?? name,
      id: id ?? name,
      if: `always() && steps.${name}-start.outcome == 'success'`,
      ...(allowed === undefined ? {} : { 'continue-on-error': allowed }),
      run: `wait-for ${name}`,
    };
    return { start, result: withoutTerminal(result, 'bash -e {0}') };
  });
  return [...started.map(({ start }) => start), ...started.map(({ result }) => result)];
}

/** A child with one of this project's composite actions as the one command that the composite runs. */
function asRunStep(child: Step, ownActions: string): Step {
  const { uses, with: given, ...rest } = child;
  if (uses === undefined) return child;
  const name = /^transship\/transship\/actions\/([\w-]+)@/.exec(String(uses))?.[1];
  if (name === undefined) throw new Error(`${uses} inside of a parallel group`);
  const action = parse(readFileSync(join(ownActions, 'actions', name, 'action.yml'), 'utf8'));
  const inputs = action.inputs as Readonly<Record<string, { readonly default?: string }>>;
  const steps = action.runs.steps as readonly Readonly<Record<string, Fields>>[];
  const step = steps.find((each) => 'run' in each);
  const values = (given ?? {}) as Fields;
  const env = Object.fromEntries(
    Object.entries(step?.['env'] ?? {}).map(([variable, value]) => [
      variable,
      String(value).replace(
        /\$\{\{\s*((?:inputs\.[\w-]+(?: \|\| )?)+)\s*\}\}/g,
        (_, read: string) =>
          read
            .split(' || ')
            .map((each) => each.replace('inputs.', ''))
            .map((input) => String(values[input] ?? inputs[input]?.default ?? ''))
            .find((text) => text !== '') ?? '',
      ),
    ]),
  );
  return {
    ...rest,
    shell: 'sh {0}',
    env: { ...(rest['env'] as Fields | undefined), ...env },
    run: `sh '${join(ownActions, 'actions', 'launch.sh')}' ${name}`,
  };
}
