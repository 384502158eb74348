// `--watch poll`: a job that compares the commits of other repositories with the recorded ones, by a schedule. It needs
// no token of theirs, and is minutes late.

import { expression } from '../../expression/expression.ts';
import { type FixedText, fixedText } from '../../expression/text.ts';
import { type Line, traced } from '../../output/tree.ts';
import type { Job } from '../../workflow/model.ts';
import { plainLine } from '../shippable/scripts/script.ts';
import type { TranslationContext } from '../translation.ts';
import { sourceName, textField } from './files/definition.ts';
import type { LineResource } from './files/model.ts';
import type { JobNode } from './graph/graph.ts';
import { block } from './tasks/entries.ts';
import { versionOutputs } from './tasks/start-step.ts';

/** Stands in a plan for the job that looks. */
export const watchNode: JobNode = {
  name: 'watch',
  role: 'script',
  inputs: [],
  startedBy: [],
  outputs: [],
};

export const watchCron = fixedText('*/15 * * * *') as FixedText;

export function watchJob(
  resources: readonly LineResource[],
  outputs: ReadonlyMap<string, string>,
  { settings }: TranslationContext,
): Job {
  const lines = resources.map((resource): Line => {
    const slug = sourceName(resource);
    const branch = textField(resource, 'branch');
    const from = [slug, branch].flatMap((node) => node ?? []);
    const word = (text: string): string => text.replace(/[^\w./-]/g, '');
    return traced(
      `${word(resource.name)} ${word(slug?.text ?? '')} ${word(branch?.text ?? 'HEAD')}`,
      ...from,
    );
  });
  return {
    id: 'watch',
    name: 'Look for commits of other repositories',
    if: expression`github.event_name == 'schedule'`,
    runsOn: settings.runner,
    timeoutMinutes: 10,
    permissions: [{ scope: 'contents', access: 'read' }],
    outputs: [
      ...versionOutputs(outputs, 'look'),
      { name: 'commits', value: expression`steps.look.outputs.commits` },
    ],
    steps: [
      {
        kind: 'run',
        name: 'Compare with the recorded commits',
        id: 'look',
        env: [
          { name: 'GH_TOKEN', value: expression`github.token` },
          { name: 'REPOSITORIES', value: block(lines) },
        ],
        run: [
          'new= commits=',
          'while read -r name repository branch; do',
          '  [ -n "$name" ] || continue',
          '  commit=$(git ls-remote "$GITHUB_SERVER_URL/$repository" "$branch" | head -n 1 | cut -f 1)',
          '  last=$(gh api "repos/$GITHUB_REPOSITORY/contents/versions/$name.json?ref=assembly-lines" --jq .content 2> /dev/null | base64 -d | jq -r \'.versions[0].versionName\') || last=',
          '  [ -n "$commit" ] && [ "$commit" != "$last" ] || continue',
          '  new="$new\\"$name\\" " commits="$commits$name=$commit "',
          'done <<< "$REPOSITORIES"',
          'printf \'new=%s\\ncommits=%s\\n\' "$new" "$commits" >> "$GITHUB_OUTPUT"',
        ].map(plainLine),
      },
    ],
  };
}
