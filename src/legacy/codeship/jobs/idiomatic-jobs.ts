// `--style=idiomatic`: tests, publishing and deployments as jobs of their own. Each change is reported, and so is what
// keeps steps together.

import { allOf, type Expression, expression, property } from '../../../expression/expression.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { valueAt } from '../../../source/node.ts';
import type { Job } from '../../../workflow/model.ts';
import type { Conjunction } from '../conditions/condition-choice.ts';
import { type Conditions, handedOn } from '../conditions/conditions.ts';
import { allLeavesOf, type Item, leavesOf } from '../steps/items.ts';
import { stepId, uniqueName } from '../values/names.ts';
import { crossingOf } from './crossing.ts';
import { mergeJobs } from './job-matrix.ts';
import { type JobFacts, type JobFrame, type WrittenJob, writeJob } from './jobs.ts';
import { whereKnown } from './never.ts';
import { joinWhereNeeded, type Segment, segmentsOf } from './segments.ts';

/** The jobs in their order; undefined where one job is as an expert would have it. */
export function idiomaticJobs(
  items: readonly Item[],
  always: Expression | undefined,
  facts: JobFacts,
): readonly WrittenJob[] | undefined {
  const { plan } = facts;
  const { conditions } = plan;
  const told = new Set<string>();
  const segments = joinWhereNeeded(segmentsOf(items), crossingOf(plan), (why) => {
    if (told.has(why)) return;
    told.add(why);
    tell(items, `steps stay together in one job: ${why}`, facts, 'kept-together');
  });
  const [only] = segments;
  if (segments.length < 2 && (only?.group === undefined || only.items.length < 2)) return undefined;
  const ids = new Set<string>();
  const written: WrittenJob[] = [];
  /** The jobs that decide conditions for those behind them. */
  let deciding: readonly string[] = [];
  let someAreConditional = false;
  const asked = segments.slice(1).flatMap((segment) => conditionsOf(segment, facts));
  for (const [index, segment] of segments.entries()) {
    const isFirst = index === 0;
    const own = isFirst ? [] : conditionsOf(segment, facts);
    const needs = written.map(({ job }) => job.id);
    const says = saidBy(deciding[0] ?? '');
    const condition =
      own.length === 0 ? undefined : conditions.expression(own, { isDecided: () => true, says });
    const frame: Omit<JobFrame, 'id' | 'name'> = {
      approved: false,
      asked: isFirst ? asked : [],
      together: segment.items.flatMap(allLeavesOf),
      ...defined({ needs: filled(needs) }),
      ...conditionOf(isFirst ? always : behind(condition, someAreConditional, deciding)),
      ...(segment.environment === undefined || isFirst ? {} : { environment: segment.environment }),
    };
    const [single] = own;
    const known = own.length === 1 && single !== undefined ? single.terms : [];
    const jobs = jobsOf(
      { ...segment, items: whereKnown(segment.items, known, conditions).items },
      frame,
      ids,
      facts,
    );
    if (isFirst) deciding = jobs.map(({ job }) => job.id);
    someAreConditional ||= condition !== undefined;
    written.push(
      ...(isFirst
        ? jobs.map((each) => ({ ...each, job: telling(each.job, asked, conditions) }))
        : jobs),
    );
    tellSegment(segment, isFirst, facts);
  }
  return written;
}

/** A job that tells later ones which of the conditions hold. */
export function telling(job: Job, asked: readonly Conjunction[], { name }: Conditions): Job {
  const names = [...new Set(asked.map(name))];
  return names.length === 0
    ? job
    : { ...job, outputs: names.map((each) => ({ name: each, value: handedOn(each) })) };
}

/** How a job behind it asks. */
export const saidBy =
  (job: string) =>
  (name: string): Expression =>
    property(expression`${property(expression`needs`, job)}.outputs`, name);

const conditionOf = (condition: Expression | undefined): { readonly if?: Expression } =>
  condition === undefined ? {} : { if: condition };

/** What one of the steps of a segment asks for; empty where some step asks nothing. */
function conditionsOf(
  segment: Segment,
  { plan: { conditions } }: JobFacts,
): readonly Conjunction[] {
  const choice = conditions.choice(segment.items.flatMap(leavesOf).map(({ terms }) => terms));
  return choice.some(({ terms }) => terms.length === 0) ? [] : choice;
}

/** A job that is left out must not keep back those behind it, and a failure must. */
function behind(
  condition: Expression | undefined,
  someAreConditional: boolean,
  [first = '']: readonly string[],
): Expression | undefined {
  if (!someAreConditional) return condition;
  const isThere = expression`${property(expression`needs`, first)}.result == ${'success'}`;
  return allOf([expression`!failure() && !cancelled()`, condition ?? isThere]);
}

function jobsOf(
  segment: Segment,
  frame: Omit<JobFrame, 'id' | 'name'>,
  ids: Set<string>,
  facts: JobFacts,
): readonly WrittenJob[] {
  const { group, items, kind, environment } = segment;
  if (group === undefined || items.length < 2) {
    const name = kind === 'deploy' ? `deploy-${environment ?? ''}` : kind;
    const id = uniqueName(stepId(name, 'build'), ids);
    return [writeJob(items, { ...frame, id, name: titleOf(segment) }, facts)];
  }
  const own = group.label.text;
  const children = items.map((item) => {
    const { text, from } = item.label;
    const short = own !== '' && text.startsWith(`${own} / `) ? text.slice(own.length + 3) : text;
    const name =
      short === ''
        ? leavesOf(item)
            .map(({ label }) => label.text)
            .join(', ')
        : short;
    return { item, name: { text: name, from } };
  });
  const written = children.map(({ item, name }) =>
    writeJob([item], { ...frame, id: uniqueName(stepId(name.text, 'test'), ids), name }, facts),
  );
  const id = uniqueName(stepId(own, 'test'), ids);
  const services = [...new Set(written.flatMap((each) => each.services))];
  return mergeJobs(
    written.map(({ job }) => job),
    id,
  ).map((job) => ({ job, services }));
}

const titleOf = ({ kind, environment }: Segment): string =>
  kind === 'test' ? 'Test' : kind === 'publish' ? 'Publish' : `Deploy to ${environment ?? ''}`;

function tell(
  items: readonly Item[],
  message: string,
  { plan: { context } }: JobFacts,
  code: 'idiomatic-change' | 'kept-together' = 'idiomatic-change',
): void {
  const [first] = items;
  if (first === undefined) return;
  const { file, start, end } = valueAt(first.node, 'type') ?? first.node;
  context.report(code, { file, start, end }, message);
}

function tellSegment(segment: Segment, isFirst: boolean, facts: JobFacts): void {
  const { kind, group, items, environment } = segment;
  if (group !== undefined && items.length > 1) {
    tell(
      [group],
      'the steps of the parallel group are separate jobs, each with its own machine and check; CodeShip ran them on one machine',
      facts,
    );
  }
  if (isFirst) return;
  if (kind === 'test' && group === undefined)
    tell(items, 'these steps are a separate job, which builds its images again', facts);
  if (kind !== 'test')
    tell(
      items,
      `what is ${kind === 'deploy' ? 'deployed' : 'published'} is a separate job: it needs the tests, and builds its images again from the same commit; CodeShip used those that were tested`,
      facts,
    );
  if (environment !== undefined)
    tell(
      items,
      `the job deploys to the environment \`${environment}\`, which GitHub creates; you can set reviewers and secrets for it`,
      facts,
    );
}
