// What GitHub shows as the name of each workflow: `CI`, or what the settings say, with what tells several apart.

import { isExpression } from '../expression/expression.ts';
import {
  alsoFrom,
  isEvaluated,
  mixed,
  mixedText,
  partsOf,
  sourcesOfText,
  type Text,
} from '../expression/text.ts';
import type { Translation } from '../legacy/translation.ts';
import type { Job, Workflow } from '../workflow/model.ts';

const titles: Readonly<Record<Translation['system'], string>> = {
  shippable: 'Shippable',
  'shippable-assembly-lines': 'Assembly Lines',
  codeship: 'CodeShip',
};

/**
 * `CI`; `CI (FOLDER)` for a project in a folder; the product too where two products are converted. A line is called
 * after its first job.
 *
 * @param given names that the settings give, by the name of the file
 */
export function nameWorkflows(
  translations: readonly Translation[],
  name: string,
  given: Readonly<Record<string, string>> = {},
): ReadonlyMap<Workflow, string> {
  const products = new Set(
    translations.flatMap(({ system, workflows }) =>
      workflows.some(({ title }) => title === undefined) ? [system] : [],
    ),
  );
  return new Map(
    translations.flatMap(({ system, workflows }) =>
      workflows.map((workflow) => {
        const own = nameFor(workflow, given);
        if (own !== undefined) return [workflow, own] as const;
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

/** By the name of the file, with its ending or without. */
function nameFor({ path }: Workflow, given: Readonly<Record<string, string>>): string | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return given[file] ?? given[file.replace(/\.yml$/, '')];
}

/** Jobs under other names, by their id. */
export const withJobNames = (
  workflow: Workflow,
  names: Readonly<Record<string, string>>,
): Workflow => ({
  ...workflow,
  jobs: workflow.jobs.map((job): Job => {
    const name = names[job.id];
    return name === undefined ? job : { ...job, name: renamed(job.name, name) };
  }),
});

/** What tells the jobs of a matrix apart stays behind the name. */
function renamed(old: Text, name: string): Text {
  if (!isEvaluated(old)) return alsoFrom(name, ...sourcesOfText(old));
  const [first = '', ...rest] = partsOf(old);
  const opens = isExpression(first) ? -1 : first.indexOf(' (');
  return opens < 0 || isExpression(first)
    ? mixedText`${name} (${old})`
    : { ...mixed([name, first.slice(opens), ...rest]), from: sourcesOfText(old) };
}
