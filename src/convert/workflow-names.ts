// What GitHub shows as the name of each workflow: `CI`, or what the settings say, with what tells several apart.

import type { Translation } from '../legacy/translation.ts';
import type { Workflow } from '../workflow/model.ts';

const titles: Readonly<Record<Translation['system'], string>> = {
  shippable: 'Shippable',
  'shippable-assembly-lines': 'Assembly Lines',
  codeship: 'CodeShip',
};

/**
 * `CI`; `CI (FOLDER)` for a project in a folder; the product too where two products are converted. A line is called
 * after its first job.
 */
export function nameWorkflows(
  translations: readonly Translation[],
  name: string,
): ReadonlyMap<Workflow, string> {
  const products = new Set(
    translations.flatMap(({ system, workflows }) =>
      workflows.some(({ title }) => title === undefined) ? [system] : [],
    ),
  );
  return new Map(
    translations.flatMap(({ system, workflows }) =>
      workflows.map((workflow) => {
        if (workflow.title !== undefined) {
          return [
            workflow,
            `${name === 'CI' ? 'Assembly line' : name} (${workflow.title})`,
          ] as const;
        }
        const parts = [
          ...(products.size > 1 ? [titles[system]] : []),
          ...(workflow.folder === undefined ? [] : [workflow.folder]),
        ];
        return [workflow, parts.length === 0 ? name : `${name} (${parts.join(', ')})`] as const;
      }),
    ),
  );
}
