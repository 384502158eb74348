// What starts a workflow from outside, and how a job tells whether it is meant.

import {
  allOf,
  anyOf,
  type Expression,
  expression,
  standingFor,
} from '../../../expression/expression.ts';
import { type FixedText, fixedText } from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { firstOfEach } from '../../../ground/each-once.ts';
import { traced } from '../../../output/tree.ts';
import type { Report } from '../../../source/diagnostic.ts';
import type { ScalarNode } from '../../../source/node.ts';
import { baseOrBuiltRef } from '../../../variables/expressions.ts';
import type { PullRequestType, Triggers } from '../../../workflow/model.ts';
import { fieldOf } from '../files/definition.ts';
import type { LineResource } from '../files/model.ts';
import { filterTexts, type JoinedFilter, joinFilters, refTest } from '../files/ref-filter.ts';
import { asPush, commitConditions, commitStart } from './commit-start.ts';
import type { Event } from './plan.ts';

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

/**
 * @param ci the triggers of the CI part, where it belongs to the workflow
 * @param polls schedules that start none of the events: what they find does
 */
export function workflowStarts(
  all: readonly Event[],
  ci: Triggers | undefined,
  polls: readonly FixedText[],
  report: Report,
): WorkflowStarts {
  const gathered = gatherEvents(all, ci, report);
  const events = { ...gathered, crons: [...polls, ...gathered.crons] };
  const triggers = triggersOf(events, ci);
  return {
    triggers,
    conditionOf: (given) => given.flatMap((event) => conditionsOf(event, events)),
    ci: ci === undefined ? undefined : ciCondition(ci, events),
    hasPush: triggers.push !== undefined,
    hasPullRequest: triggers.pullRequest !== undefined,
  };
}

/** All that starts a workflow, from its lines and from CI. */
type Gathered = {
  readonly branches: JoinedFilter;
  readonly tags: JoinedFilter;
  /** Whether a pull request starts a line. */
  readonly asks: boolean;
  /** Whether a closed one does. */
  readonly closes: boolean;
  readonly releases: boolean;
  readonly crons: readonly FixedText[];
  /** Types of events that other repositories send. */
  readonly dispatches: readonly string[];
};

function gatherEvents(all: readonly Event[], ci: Triggers | undefined, report: Report): Gathered {
  const starts = uniqueResources(all.filter((event) => event.kind === 'commit')).map(
    ({ resource }) => commitStart(resource),
  );
  const pushing = starts.filter(({ onCommit }) => onCommit);
  const tagging = starts.filter(({ onTag }) => onTag);
  return {
    branches: joinFilters([
      ...(ci?.push === undefined ? [] : [ci.push.branches]),
      ...pushing.map(({ branches }) => filterTexts(branches)),
    ]),
    tags: joinFilters([
      ...(ci?.push?.tags === undefined ? [] : [ci.push.tags]),
      ...tagging.map(({ tags }) => filterTexts(tags)),
    ]),
    asks: starts.some((start) => start.onPullRequest || start.onPullRequestClose),
    closes: starts.some(({ onPullRequestClose }) => onPullRequestClose),
    releases: starts.some(({ onRelease }) => onRelease) || ci?.release !== undefined,
    crons: uniqueResources(all.filter((event) => event.kind === 'schedule')).flatMap(
      ({ resource }) => {
        const node = fieldOf(resource, 'interval');
        if (node?.kind !== 'scalar') return [];
        if (fiveFields.test(node.text)) return [cronOf(node, report)];
        report(
          'wrong-type',
          node,
          `\`${node.text}\` is not a time as cron writes it, so nothing starts by it`,
          'write five fields, such as `0 3 * * *`',
        );
        return [];
      },
    ),
    dispatches: [
      ...new Set(
        all.flatMap((event) => (event.kind === 'dispatch' ? [eventType(event.name)] : [])),
      ),
    ],
  };
}

function triggersOf(events: Gathered, ci: Triggers | undefined): Triggers {
  const { branches, tags, asks, closes, releases, crons, dispatches } = events;
  const types: PullRequestType[] = ['opened', 'synchronize', 'reopened', 'closed'];
  const push =
    branches.count + tags.count === 0
      ? undefined
      : defined({ branches: branches.texts, tags: tags.texts, comment: ci?.push?.comment });
  const pullRequest =
    ci?.pullRequest === undefined && !asks
      ? undefined
      : {
          ...defined({ branches: asks ? undefined : ci?.pullRequest?.branches }),
          ...(closes ? { types } : {}),
        };
  return {
    ...defined({ push, pullRequest }),
    ...(releases ? { release: ['published'] as const } : {}),
    ...defined({ schedule: filled(crons) }),
    ...(dispatches.length > 0
      ? { repositoryDispatch: dispatches.flatMap((name) => fixedText(name) ?? []) }
      : {}),
  };
}

function conditionsOf(event: Event, events: Gathered): readonly Expression[] {
  const { branches, tags, closes, crons } = events;
  switch (event.kind) {
    case 'commit':
      return commitConditions(commitStart(event.resource), {
        hasOtherBranches: !branches.isSame,
        hasTags: tags.count > 0,
        hasOtherTags: tags.count > 1,
        closes,
      });
    case 'schedule': {
      const node = fieldOf(event.resource, 'interval');
      if (node?.kind !== 'scalar') return [];
      if (crons.length === 1) return [expression`github.event_name == 'schedule'`];
      const { text } = cronOf(node, () => {});
      return [standingFor(expression`github.event.schedule == ${text}`, node)];
    }
    case 'dispatch':
      return [expression`github.event.action == ${eventType(event.name)}`];
    default:
      return event satisfies never;
  }
}

function ciCondition(ci: Triggers, events: Gathered): Expression {
  const started = anyOf([
    ...ciEvents(ci, events),
    expression`inputs.start == ${asPush}`,
  ]) as Expression;
  if (events.branches.isSame || ci.push?.branches === undefined) return started;
  const test = ({ text, from }: FixedText): Expression[] => {
    const found = refTest(
      text.replace(/^!/, '').replace(/\\(.)/g, '$1'),
      expression`(${baseOrBuiltRef})`,
    );
    return found === undefined ? [] : [standingFor(found, ...from)];
  };
  const isUnwanted = ({ text }: FixedText): boolean => text.startsWith('!');
  const all = ci.push.branches;
  const wanted = all.filter((one) => !isUnwanted(one));
  const ref = wanted.some(({ text }) => text === '**') ? undefined : anyOf(wanted.flatMap(test));
  return allOf([
    started,
    ...(ref === undefined ? [] : [ref]),
    ...all
      .filter(isUnwanted)
      .flatMap(test)
      .map((one) => expression`!(${one})`),
  ]) as Expression;
}

/** The events of CI alone: what starts lines and nothing else starts no CI. */
function ciEvents(ci: Triggers, events: Gathered): readonly Expression[] {
  const { branches, tags, asks, closes, releases, crons, dispatches } = events;
  const lineTags = tags.count > 0 && ci.push?.tags === undefined;
  const othersStart =
    crons.length > 0 ||
    dispatches.length > 0 ||
    closes ||
    lineTags ||
    (branches.count > 0 && ci.push === undefined) ||
    (releases && ci.release === undefined) ||
    (asks && ci.pullRequest === undefined);
  if (!othersStart) return [expression`github.event_name != 'workflow_dispatch'`];
  const push = lineTags
    ? expression`github.event_name == 'push' && github.ref_type == 'branch'`
    : expression`github.event_name == 'push'`;
  const pullRequest = closes
    ? expression`github.event_name == 'pull_request' && github.event.action != 'closed'`
    : expression`github.event_name == 'pull_request'`;
  return [
    ...(ci.push === undefined ? [] : [push]),
    ...(ci.pullRequest === undefined ? [] : [pullRequest]),
    ...(ci.release === undefined ? [] : [expression`github.event_name == 'release'`]),
  ];
}

const uniqueResources = <E extends { readonly resource: LineResource }>(
  events: readonly E[],
): readonly E[] => firstOfEach(events, ({ resource }) => resource);

/** The type of the event that tells of a new version. */
export const eventType = (name: string): string => `line-${name.replace(/[^\w-]+/g, '-')}`;

/** What GitHub takes: it refuses the whole workflow because of any other. */
const fiveFields = /^\s*(?:[\w*/,-]+\s+){4}[\w*/,-]+\s*$/;

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
  return fixedText(traced(text, node)) as FixedText;
}
