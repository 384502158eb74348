// What starts a workflow from outside, and how a job tells whether it is meant.

import {
  allOf,
  anyOf,
  type Expression,
  expression,
  standingFor,
} from '../../expression/expression.ts';
import { type FixedText, fixedText } from '../../expression/text.ts';
import { defined } from '../../ground/defined.ts';
import { traced } from '../../output/tree.ts';
import { testCondition } from '../../pattern/condition.ts';
import { type RefPart, testOfParts } from '../../pattern/ref-test.ts';
import { toGithubFilter } from '../../pattern/wildcard.ts';
import type { Report } from '../../source/diagnostic.ts';
import { type ScalarNode, type SourceNode, valueAt } from '../../source/node.ts';
import { baseOrBuiltRef } from '../../variables/expressions.ts';
import type { PullRequestType, Triggers } from '../../workflow/model.ts';
import { fieldOf } from './definition.ts';
import type { LineResource } from './model.ts';
import type { Event } from './plan.ts';

/** The choice of `start` that does what a push does. */
export const asPush = '(as a push)';

/** Names of branches or tags, with `*`; without `only`, all. */
type RefFilter = {
  readonly only: readonly ScalarNode[];
  readonly except: readonly ScalarNode[];
};

/** What happens to a repository that starts jobs (shippable.md 8.6). */
type CommitStart = {
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
  const names = (node: SourceNode | undefined): readonly ScalarNode[] =>
    node === undefined
      ? []
      : node.kind === 'scalar'
        ? [node]
        : node.kind === 'sequence'
          ? node.items.flatMap(names)
          : [];
  const filter = (node: SourceNode | undefined): RefFilter => ({
    only: names(valueAt(node, 'only')),
    except: names(valueAt(node, 'except')),
  });
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

/** GitHub's filters; undefined where all names pass. */
export function filterTexts({ only, except }: RefFilter): readonly FixedText[] | undefined {
  if (only.length === 0 && except.length === 0) return undefined;
  const texts = [
    ...(only.length === 0 ? ['**'] : only.map((node) => traced(toGithubFilter(node.text), node))),
    ...except.map((node) => traced(`!${toGithubFilter(node.text)}`, node)),
  ];
  return texts.flatMap((text) => fixedText(text) ?? []);
}

const every = fixedText('**') as FixedText;

/** A name with `*` as a test of an expression; undefined where none says the same. */
function refTest(pattern: string, subject: Expression): Expression | undefined {
  const parts = pattern
    .split(/(\*+)/)
    .filter((part) => part !== '')
    .map((part): RefPart => (part.startsWith('*') ? { gap: '*' } : { literal: part }));
  const test = testOfParts(parts);
  if (test === undefined) return undefined;
  if (test === 'always') return expression`true`;
  return test === 'never' ? expression`false` : testCondition(test, subject).text;
}

function refCondition({ only, except }: RefFilter, subject: Expression): Expression | undefined {
  const tests = (nodes: readonly ScalarNode[]): Expression[] =>
    nodes.flatMap((node) => {
      const test = refTest(node.text, subject);
      return test === undefined ? [] : [standingFor(test, node)];
    });
  const wanted = anyOf(tests(only));
  const unwanted = tests(except).map((test) => expression`!(${test})`);
  return allOf([...(wanted === undefined ? [] : [wanted]), ...unwanted]);
}

export type WorkflowStarts = {
  readonly triggers: Triggers;
  /** When one of these events started the run; none where nothing does. */
  readonly conditionOf: (events: readonly Event[]) => readonly Expression[];
  /** When CI's own events started it; undefined where nothing else starts the workflow but people. */
  readonly ci: Expression | undefined;
  /** Whether a push starts anything. */
  readonly hasPush: boolean;
  readonly hasPullRequest: boolean;
};

const keyOfFilter = (texts: readonly FixedText[] | undefined): string =>
  (texts ?? [every])
    .map(({ text }) => text)
    .sort()
    .join('\n');

/** `ci`: the triggers of the CI part, where it belongs to the workflow. */
export function workflowStarts(
  all: readonly Event[],
  ci: Triggers | undefined,
  report: Report,
): WorkflowStarts {
  const commits = uniqueResources(all.filter((event) => event.kind === 'commit')).map(
    ({ resource }) => ({ resource, start: commitStart(resource) }),
  );
  const pushing = commits.filter(({ start }) => start.onCommit);
  const filters = [
    ...(ci?.push === undefined ? [] : [ci.push.branches]),
    ...pushing.map(({ start }) => filterTexts(start.branches)),
  ];
  const keys = new Set(filters.map(keyOfFilter));
  const oneFilter = keys.size <= 1;
  const branches = oneFilter ? filters[0] : unionOf(filters);
  const tagging = commits.filter(({ start }) => start.onTag);
  const tagFilters = [
    ...(ci?.push?.tags === undefined ? [] : [ci.push.tags]),
    ...tagging.map(({ start }) => filterTexts(start.tags)),
  ];
  const tags =
    tagFilters.length === 0
      ? undefined
      : new Set(tagFilters.map(keyOfFilter)).size === 1
        ? (tagFilters[0] ?? [every])
        : unionOf(tagFilters);
  const asking = commits.filter(({ start }) => start.onPullRequest || start.onPullRequestClose);
  const closes = commits.some(({ start }) => start.onPullRequestClose);
  const releases = commits.some(({ start }) => start.onRelease) || ci?.release !== undefined;
  const schedules = uniqueResources(all.filter((event) => event.kind === 'schedule'));
  const crons = schedules.flatMap(({ resource }) => {
    const node = fieldOf(resource, 'interval');
    return node?.kind === 'scalar' ? [cronOf(node, report)] : [];
  });
  const dispatches = [
    ...new Set(all.flatMap((event) => (event.kind === 'dispatch' ? [eventType(event.name)] : []))),
  ];
  const hasPush = filters.length > 0 || tags !== undefined;
  const types: PullRequestType[] = ['opened', 'synchronize', 'reopened', 'closed'];
  const triggers: Triggers = {
    ...(hasPush
      ? {
          push: {
            ...(filters.length === 0 ? {} : { branches: branches ?? [every] }),
            ...defined({ tags, comment: ci?.push?.comment }),
          },
        }
      : {}),
    ...(ci?.pullRequest !== undefined || asking.length > 0
      ? {
          pullRequest: {
            ...(ci?.pullRequest?.branches === undefined || asking.length > 0
              ? {}
              : { branches: ci.pullRequest.branches }),
            ...(closes ? { types } : {}),
          },
        }
      : {}),
    ...(releases ? { release: ['published'] as const } : {}),
    ...(crons.length > 0 ? { schedule: crons } : {}),
    ...(dispatches.length > 0
      ? { repositoryDispatch: dispatches.flatMap((name) => fixedText(name) ?? []) }
      : {}),
  };
  const isPush = (start: CommitStart): Expression[] => {
    const parts: Expression[] = [];
    const branch = oneFilter
      ? undefined
      : refCondition(start.branches, expression`github.ref_name`);
    if (start.onCommit) {
      const event = expression`github.event_name == 'push' || inputs.start == ${asPush}`;
      parts.push(
        allOf([
          event,
          ...(tags === undefined ? [] : [expression`github.ref_type == 'branch'`]),
          ...(branch === undefined ? [] : [branch]),
        ]) ?? event,
      );
    }
    if (start.onTag) {
      const tag =
        tagFilters.length > 1 ? refCondition(start.tags, expression`github.ref_name`) : undefined;
      parts.push(
        allOf([
          expression`github.event_name == 'push' && github.ref_type == 'tag'`,
          ...(tag === undefined ? [] : [tag]),
        ]) as Expression,
      );
    }
    const base = refCondition(start.branches, expression`github.base_ref`);
    const pull = (event: Expression): Expression =>
      allOf([event, ...(base === undefined ? [] : [base])]) ?? event;
    if (start.onPullRequest && start.onPullRequestClose)
      parts.push(pull(expression`github.event_name == 'pull_request'`));
    else if (start.onPullRequest)
      parts.push(
        pull(
          closes
            ? expression`github.event_name == 'pull_request' && github.event.action != 'closed'`
            : expression`github.event_name == 'pull_request'`,
        ),
      );
    else if (start.onPullRequestClose)
      parts.push(
        pull(expression`github.event_name == 'pull_request' && github.event.action == 'closed'`),
      );
    if (start.onRelease) parts.push(expression`github.event_name == 'release'`);
    return parts.map((part) => standingFor(part, ...start.from));
  };
  const conditionOf = (events: readonly Event[]): readonly Expression[] =>
    events.flatMap((event): readonly Expression[] => {
      switch (event.kind) {
        case 'commit':
          return isPush(commitStart(event.resource));
        case 'schedule': {
          const node = fieldOf(event.resource, 'interval');
          if (node?.kind !== 'scalar') return [];
          return [
            crons.length === 1
              ? expression`github.event_name == 'schedule'`
              : standingFor(
                  expression`github.event.schedule == ${cronOf(node, () => {}).text}`,
                  node,
                ),
          ];
        }
        case 'dispatch':
          return [expression`github.event.action == ${eventType(event.name)}`];
        default:
          return event satisfies never;
      }
    });
  // Tags, releases and pull requests that start lines alone start no CI.
  const lineTags = tags !== undefined && ci?.push?.tags === undefined;
  const others =
    crons.length > 0 ||
    dispatches.length > 0 ||
    closes ||
    lineTags ||
    (filters.length > 0 && ci?.push === undefined) ||
    (releases && ci?.release === undefined) ||
    (asking.length > 0 && ci?.pullRequest === undefined);
  return {
    triggers,
    conditionOf,
    ci: ci === undefined ? undefined : ciCondition(ci, { others, closes, oneFilter, lineTags }),
    hasPush,
    hasPullRequest: triggers.pullRequest !== undefined,
  };
}

function ciCondition(
  ci: Triggers,
  {
    others,
    closes,
    oneFilter,
    lineTags,
  }: { others: boolean; closes: boolean; oneFilter: boolean; lineTags: boolean },
): Expression {
  const events = others
    ? [
        ...(ci.push === undefined
          ? []
          : [
              lineTags
                ? expression`github.event_name == 'push' && github.ref_type == 'branch'`
                : expression`github.event_name == 'push'`,
            ]),
        ...(ci.pullRequest === undefined
          ? []
          : [
              closes
                ? expression`github.event_name == 'pull_request' && github.event.action != 'closed'`
                : expression`github.event_name == 'pull_request'`,
            ]),
        ...(ci.release === undefined ? [] : [expression`github.event_name == 'release'`]),
      ]
    : [expression`github.event_name != 'workflow_dispatch'`];
  const event = anyOf([...events, expression`inputs.start == ${asPush}`]) as Expression;
  if (oneFilter || ci.push?.branches === undefined) return event;
  const tests = (texts: readonly string[]): Expression[] =>
    texts.flatMap(
      (text) => refTest(text.replace(/\\(.)/g, '$1'), expression`(${baseOrBuiltRef})`) ?? [],
    );
  const texts = ci.push.branches.map(({ text }) => text);
  const wanted = texts.filter((text) => !text.startsWith('!'));
  const unwanted = texts.filter((text) => text.startsWith('!')).map((text) => text.slice(1));
  const ref = wanted.includes('**') ? undefined : anyOf(tests(wanted));
  return allOf([
    event,
    ...(ref === undefined ? [] : [ref]),
    ...tests(unwanted).map((test) => expression`!(${test})`),
  ]) as Expression;
}

const uniqueResources = <E extends { readonly resource: LineResource }>(
  events: readonly E[],
): readonly E[] =>
  events.filter(
    (event, index) => events.findIndex(({ resource }) => resource === event.resource) === index,
  );

/** What several filters let through together: exclusions are left to the conditions of the jobs. */
function unionOf(filters: readonly (readonly FixedText[] | undefined)[]): readonly FixedText[] {
  const texts = filters
    .flatMap((one) => one ?? [every])
    .filter(({ text }) => !text.startsWith('!'));
  if (texts.some(({ text }) => text === '**')) {
    const rest = texts.filter(({ text }) => text !== '**').flatMap(({ from }) => from);
    return fixedTexts([traced('**', ...rest)]);
  }
  return texts.filter(
    (text, index) => texts.findIndex((other) => other.text === text.text) === index,
  );
}

const fixedTexts = (texts: readonly Parameters<typeof fixedText>[0][]): readonly FixedText[] =>
  texts.flatMap((text) => fixedText(text) ?? []);

/** The type of the event that tells of a new version. */
export const eventType = (name: string): string => `line-${name.replace(/[^\w-]+/g, '-')}`;

/** GitHub starts nothing more often than every five minutes. */
function cronOf(node: ScalarNode, report: Report): FixedText {
  const minutes = /^\s*(?:\*\/([1-4])|\*)(\s.*)$/.exec(node.text);
  const text = (minutes === null ? node.text : `*/5${minutes[2]}`).trim().replaceAll('${{', '$ {{');
  if (minutes !== null)
    report(
      'line-interval',
      node,
      `\`${node.text}\` is written as \`${text}\`: GitHub starts a schedule at most every five minutes`,
    );
  return fixedTexts([traced(text, node)])[0] as FixedText;
}
