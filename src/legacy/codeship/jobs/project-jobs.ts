// The jobs of a project: one, and one more for what waits for each approval.

import { allOf, expression } from '../../../expression/expression.ts';
import { defined } from '../../../ground/defined.ts';
import type { Conjunction } from '../conditions/condition-choice.ts';
import { splitAtApprovals } from '../steps/approvals.ts';
import type { Group, Item } from '../steps/items.ts';
import { stepId, uniqueName } from '../values/names.ts';
import { idiomaticJobs, saidBy, telling } from './idiomatic-jobs.ts';
import { type JobFacts, type WrittenJob, writeJob } from './jobs.ts';
import { reportLeft, whereKnown } from './never.ts';
import type { CodeshipOptions } from './project.ts';

const skipWords = ['--skip-ci', '--ci-skip'];

/** GitHub heeds `[skip ci]` by itself, but not the forms with dashes (codeship.md 7.4). */
export const notSkipped = allOf(
  skipWords.map((word) => expression`!contains(github.event.head_commit.message, ${word})`),
);

export function writeJobs(
  items: readonly Item[],
  { byHandOnly }: CodeshipOptions,
  facts: JobFacts,
): readonly WrittenJob[] {
  const { plan } = facts;
  const { conditions } = plan;
  const split = splitAtApprovals(items, plan.context);
  const always = byHandOnly ? undefined : notSkipped;
  if (plan.context.settings.style === 'idiomatic' && split.approved.length === 0) {
    const jobs = idiomaticJobs(split.before, always, facts);
    if (jobs !== undefined) return jobs;
  }
  const conditionOf = (group: Group): Conjunction | undefined => {
    const condition = conditions.conjunction(group.terms);
    return condition?.terms.length === 0 ? undefined : condition;
  };
  const asked = split.approved.flatMap(({ group }) => conditionOf(group) ?? []);
  // A job that asks nobody decides for those that do.
  const hasMain = split.before.length > 0 || asked.length > 0;
  const main = hasMain
    ? writeJob(
        split.before,
        {
          id: 'build',
          name: 'Build',
          approved: false,
          asked,
          ...defined({ if: always }),
        },
        facts,
      )
    : undefined;
  const ids = new Set(['build']);
  const approved = split.approved.map(({ group, items: all }) => {
    const name =
      group.label.text === '' ? 'Approved' : { text: group.label.text, from: group.label.from };
    const id = uniqueName(stepId(group.label.text, 'approved'), ids);
    const own = conditionOf(group);
    const condition =
      own === undefined
        ? hasMain
          ? undefined
          : always
        : conditions.expression([own], {
            isDecided: () => true,
            says: saidBy('build'),
          });
    const environment = group.label.text === '' ? 'approval' : id;
    const { items: rest, left } = whereKnown(all, group.terms, conditions);
    reportLeft(left, group, plan);
    return writeJob(
      rest,
      {
        id,
        name,
        environment,
        approved: true,
        asked: [],
        ...(hasMain ? { needs: ['build'] } : {}),
        ...defined({ if: condition }),
      },
      facts,
    );
  });
  const all = [
    ...(main === undefined ? [] : [{ ...main, job: telling(main.job, asked, conditions) }]),
    ...approved,
  ];
  return all.filter(({ job }) => job.steps.length > 1);
}
