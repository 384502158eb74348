// How the project's own workflows name its own actions, and whether a commit has what they ask for.

import { parse } from 'yaml';

const pinned = /(uses: transship\/transship(?:\/[\w./-]+)?@)[0-9a-f]{40} # v[\d.]+$/gm;

/** The workflow with every action of ours at this commit. */
export const pinnedText = (text: string, commit: string, version: string): string =>
  text.replace(pinned, `$1${commit} # v${version}`);

/** The commits at which a workflow names our actions. */
export const pinsOf = (text: string): readonly string[] =>
  [...text.matchAll(/uses: transship\/transship[^@\s]*@([0-9a-f]{40})/g)].map(([, id = '']) => id);

type Step = { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> };
type Workflow = { readonly jobs?: Readonly<Record<string, { readonly steps?: readonly Step[] }>> };
type Action = { readonly inputs?: Readonly<Record<string, unknown>> };

/**
 * What the actions of a commit lack for a workflow: the action itself, its bundle, or an input that a step gives it.
 * @param read the text of a file at that commit; undefined where there is none
 */
export function whyUnfit(
  workflow: string,
  read: (path: string) => string | undefined,
): readonly string[] {
  const { jobs = {} } = parse(workflow) as Workflow;
  const problems = Object.values(jobs)
    .flatMap(({ steps = [] }) => steps)
    .flatMap((step) => {
      const name = /^(?:transship\/transship|\$)\/actions\/([\w-]+)(?:@|$)/.exec(
        step.uses ?? '',
      )?.[1];
      if (name === undefined) return [];
      const action = read(`actions/${name}/action.yml`);
      if (action === undefined) return [`there is no actions/${name}`];
      const { inputs = {} } = parse(action) as Action;
      return [
        ...(read(`dist/${name}/index.js`) === undefined ? [`there is no dist/${name}`] : []),
        ...Object.keys(step.with ?? {})
          .filter((input) => !Object.hasOwn(inputs, input))
          .map((input) => `actions/${name} has no input ${input}`),
      ];
    });
  return [...new Set(problems)];
}
