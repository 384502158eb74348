// The step that checks the repository out.

import { whenGiven } from '../ground/when-given.ts';
import type { Field, Step } from '../workflow/model.ts';

/** @param depth commits; 0 for all of them, undefined for the newest one */
export function checkoutStep(depth: number | undefined, hasSubmodules: boolean): Step {
  return {
    kind: 'uses',
    name: 'Check out the repository',
    uses: 'actions/checkout',
    with: [
      ...whenGiven(
        depth,
        (commits): Field => ({ name: 'fetch-depth', value: `${commits}`, raw: true }),
      ),
      { name: 'persist-credentials', value: 'false', raw: true },
      ...(hasSubmodules ? [{ name: 'submodules', value: 'recursive' }] : []),
    ],
  };
}
