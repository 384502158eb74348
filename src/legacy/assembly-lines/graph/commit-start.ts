// What happens to a repository that starts jobs, and how an expression tells (shippable.md 8.6).

import { allOf, type Expression, expression, standingFor } from '../../../expression/expression.ts';
import { type ScalarNode, type SourceNode, valueAt } from '../../../source/node.ts';
import { fieldOf } from '../files/definition.ts';
import type { LineResource } from '../files/model.ts';
import { type RefFilter, refCondition } from '../files/ref-filter.ts';

/** The choice of `start` that does what a push does. */
export const asPush = '(as a push)';

export type CommitStart = {
  readonly branches: RefFilter;
  readonly tags: RefFilter;
  readonly onCommit: boolean;
  readonly onPullRequest: boolean;
  readonly onPullRequestClose: boolean;
  readonly onRelease: boolean;
  readonly onTag: boolean;
  /** The values that say it. */
  readonly from: readonly SourceNode[];
};

export function commitStart(resource: LineResource): CommitStart {
  const from: SourceNode[] = [];
  const flag = (name: string, absent: boolean): boolean => {
    const node = fieldOf(resource, name);
    if (node?.kind !== 'scalar') return absent;
    from.push(node);
    return /^(?:true|on|yes)$/i.test(node.text);
  };
  const branch = names(fieldOf(resource, 'branch'));
  const branches = filter(fieldOf(resource, 'branches'));
  return {
    branches: branch.length > 0 ? { only: branch, except: [] } : branches,
    tags: filter(fieldOf(resource, 'tags')),
    onCommit: flag('buildOnCommit', true),
    onPullRequest: flag('buildOnPullRequest', false),
    onPullRequestClose: flag('buildOnPullRequestClose', false),
    onRelease: flag('buildOnRelease', false),
    onTag: flag('buildOnTagPush', false),
    from,
  };
}

function names(node: SourceNode | undefined): readonly ScalarNode[] {
  if (node?.kind === 'scalar') return [node];
  return node?.kind === 'sequence' ? node.items.flatMap(names) : [];
}

const filter = (node: SourceNode | undefined): RefFilter => ({
  only: names(valueAt(node, 'only')),
  except: names(valueAt(node, 'except')),
});

/** What the workflow's triggers let through beside this start: its condition keeps the rest away. */
export type StartSurroundings = {
  /** Whether the trigger lets other branches through. */
  readonly hasOtherBranches: boolean;
  readonly hasTags: boolean;
  readonly hasOtherTags: boolean;
  /** Whether the trigger tells of closed pull requests. */
  readonly closes: boolean;
};

/** When a start happened, as expressions of which one holds. */
export function commitConditions(
  start: CommitStart,
  around: StartSurroundings,
): readonly Expression[] {
  return [
    ...(start.onCommit ? [pushed(start, around)] : []),
    ...(start.onTag ? [tagged(start, around)] : []),
    ...pullRequest(start, around),
    ...(start.onRelease ? [expression`github.event_name == 'release'`] : []),
  ].map((part) => standingFor(part, ...start.from));
}

const refName = expression`github.ref_name`;

function pushed(start: CommitStart, { hasOtherBranches, hasTags }: StartSurroundings): Expression {
  const branch = hasOtherBranches ? refCondition(start.branches, refName) : undefined;
  return all(expression`github.event_name == 'push' || inputs.start == ${asPush}`, [
    hasTags ? expression`github.ref_type == 'branch'` : undefined,
    branch,
  ]);
}

function tagged(start: CommitStart, { hasOtherTags }: StartSurroundings): Expression {
  const tag = hasOtherTags ? refCondition(start.tags, refName) : undefined;
  return all(expression`github.event_name == 'push' && github.ref_type == 'tag'`, [tag]);
}

function pullRequest(
  { branches, onPullRequest, onPullRequestClose }: CommitStart,
  { closes }: StartSurroundings,
): readonly Expression[] {
  if (!onPullRequest && !onPullRequestClose) return [];
  const isPullRequest = expression`github.event_name == 'pull_request'`;
  const isOpen = expression`${isPullRequest} && github.event.action != 'closed'`;
  const isClosed = expression`${isPullRequest} && github.event.action == 'closed'`;
  const event = !onPullRequest ? isClosed : closes && !onPullRequestClose ? isOpen : isPullRequest;
  return [all(event, [refCondition(branches, expression`github.base_ref`)])];
}

const all = (first: Expression, more: readonly (Expression | undefined)[]): Expression =>
  allOf([first, ...more.filter((one) => one !== undefined)]) ?? first;
