// The clone: complete, with submodules where there are some, and without a token left in its configuration.

import { httpsForGit } from '../../../machine/changed/git-protocol.ts';
import { joined, traced } from '../../../output/tree.ts';
import { commandWords } from '../../../shell/commands.ts';
import type { Field, Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';
import { mayReadHistory } from './history.ts';

const completeClone: Field = { name: 'fetch-depth', value: '0', raw: true };

export type Checkout = { readonly steps: readonly Step[]; readonly pushes: boolean };

export function translateCheckout(
  config: ShippableConfig,
  commands: readonly Command[],
  /** A step computes variables from the clone. */
  computes: boolean,
  /** Git asks GitHub by https where something names `git://`; submodules are among it. */
  redirectsGit: boolean,
  context: TranslationContext,
): Checkout {
  const { keys } = config;
  const pushes = commands.some(({ text }) => pushesToOrigin(text));
  const fields: Field[] = [];
  if (keys.depth === undefined) {
    if (computes || mayReadHistory(commands, context.repository)) fields.push(completeClone);
  } else if (/^[1-9]\d*$/.test(keys.depth.text))
    fields.push({ name: 'fetch-depth', value: traced(keys.depth.text, keys.depth), raw: true });
  else {
    context.report(
      'wrong-type',
      keys.depth,
      `found \`${keys.depth.text}\`, expected a positive number`,
      'write a positive number',
    );
    fields.push(completeClone);
  }
  const submodules = keys.git?.submodules;
  const has = context.repository.paths.includes('.gitmodules');
  if (submodules?.value === true || (submodules === undefined && has)) {
    fields.push({
      name: 'submodules',
      value: joined(submodules === undefined ? ['true'] : [traced('true', submodules.node)]),
      raw: true,
    });
  }
  fields.push({
    name: 'persist-credentials',
    value: pushes ? 'true' : 'false',
    raw: true,
    ...(pushes ? { before: ['A command pushes to the repository.'] } : {}),
  });
  const steps: Step[] = [];
  const settings = keys.gitConfig ?? [];
  if (settings.length > 0 || redirectsGit) {
    steps.push({
      kind: 'run',
      name: 'Configure git',
      run: [
        // An item was the rest of the command line.
        ...settings.map((node) => traced(`git config --global ${node.text.trim()}`, node)),
        ...(redirectsGit ? [traced(httpsForGit)] : []),
      ],
    });
  }
  steps.push({
    kind: 'uses',
    uses: 'actions/checkout',
    name: 'Check out the repository',
    with: fields,
    ...(submodules?.value === false ? { from: [submodules.node] } : {}),
  });
  return { steps, pushes };
}

/** Whether a command pushes to the remote that the checkout set up; other remotes bring their own rights. */
function pushesToOrigin(text: string): boolean {
  return commandWords(text).some(({ word, rest }) => {
    if (word !== 'git' || !rest.includes('push')) return false;
    const target = rest.slice(rest.indexOf('push') + 1).find((part) => !part.startsWith('-'));
    return target === undefined || target === 'origin';
  });
}
