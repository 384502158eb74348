// The commit to its branch, unless people worked there.

import { code, prose } from '../report/markdown.ts';
import { type Answer, answer, noAnswer } from './answer.ts';
import { type Checkout, type Commit, pushCommit } from './checkout.ts';
import { type Edit, inspectBranch, type Standing } from './standing-branch.ts';
import type { Work } from './work.ts';

export type Brought = {
  readonly pushed: boolean;
  /** Whether the branch stays as people left it. */
  readonly kept: boolean;
  /** What the pull request says above the report, as Markdown of one line each. */
  readonly notes: readonly string[];
};

/** Puts the commit on the branch, unless that has it already or holds what people did. */
export async function bringBranch(
  work: Work,
  checkout: Checkout,
  commit: Commit,
): Promise<Answer<Brought>> {
  const { github, request, facts, warnings, host } = work;
  const { head } = checkout;
  const notes: string[] = [];
  if (head !== undefined) {
    const compared = await github.compare(facts.name, checkout.base, head);
    if (!compared.ok) return compared;
    const standing: Answer<Standing> =
      compared.value === undefined
        ? answer({ edits: [{ path: '', kind: 'foreign' }], same: false, begun: false })
        : await inspectBranch(checkout, compared.value, commit.files);
    if (!standing.ok) return standing;
    const { edits, same, begun } = standing.value;
    const commits = compared.value?.commits ?? [];
    if (edits.length > 0 && !request.force) {
      if (!begun) {
        return noAnswer(
          `The branch \`${request.branch}\` of ${facts.name} holds work that transship did not write.`,
          'Name another branch in `branch`, or overwrite this one with `force: true`.',
        );
      }
      const what = describeEdits(edits, commits);
      warnings.push(`\`${request.branch}\` was edited and stays as it is: ${what.plain}`);
      return answer({
        pushed: false,
        kept: true,
        notes: [
          `People edited this branch, so transship leaves it as it is, and the report below may not fit it: ${what.markdown}. To have it made anew without the edits, run the workflow with \`force\`.`,
        ],
      });
    }
    if (edits.length > 0) {
      const what = describeEdits(edits, commits);
      warnings.push(
        `The edits on \`${request.branch}\` are overwritten: ${what.plain}. The old commit is ${head}.`,
      );
      notes.push(
        `This branch was made anew over edits: ${what.markdown}. \`git fetch origin ${head}\` brings them back.`,
      );
    } else if (same) return answer({ pushed: false, kept: false, notes });
  }
  const pushed = await pushCommit(checkout, request.branch, commit.id);
  if (!pushed.ok) return pushed;
  host.log(`${facts.name}: pushed ${commit.id} to ${request.branch}`);
  return answer({ pushed: true, kept: false, notes });
}

/** At most so many are named; the rest is counted. */
const named = 10;

function describeEdits(
  edits: readonly Edit[],
  commits: readonly { readonly id: string; readonly author: string }[],
): { readonly plain: string; readonly markdown: string } {
  const words = { edited: 'edited', foreign: 'added', removed: 'removed' } as const;
  const more = (count: number): string => (count > named ? ` and ${count - named} more` : '');
  const files = (show: (path: string) => string): string =>
    edits
      .slice(0, named)
      .map(({ path: at, kind }) => (at === '' ? 'another history' : `${show(at)} (${words[kind]})`))
      .join(', ') + more(edits.length);
  const people = [...new Set(commits.map(({ author }) => author))];
  const by = (show: (name: string) => string): string =>
    people.length === 0
      ? ''
      : `; commits by ${people.slice(0, named).map(show).join(', ')}${more(people.length)}`;
  return {
    plain: files((at) => `\`${at}\``) + by((name) => name),
    markdown: files(code) + by(prose),
  };
}
