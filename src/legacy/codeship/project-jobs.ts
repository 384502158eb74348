// The jobs of a project: one, and one more for what waits for each approval.

import type { Job } from '../../workflow/model.ts';
import { splitAtApprovals } from './approvals.ts';
import { allOf, withoutTerms } from './conditions.ts';
import { fieldText } from './field-text.ts';
import type { Item } from './items.ts';
import { type JobFacts, type WrittenJob, writeJob } from './jobs.ts';
import { stepId, uniqueName } from './names.ts';
import type { CodeshipOptions } from './project.ts';

const skipWords = ['--skip-ci', '--ci-skip'];

/** GitHub heeds `[skip ci]` by itself, but not the forms with dashes (codeship.md 7.4). */
const notSkipped = skipWords
  .map((word) => `!contains(github.event.head_commit.message, '${word}')`)
  .join(' && ');

export function writeJobs(
  items: readonly Item[],
  { byHandOnly }: CodeshipOptions,
  facts: JobFacts,
): readonly WrittenJob[] {
  const { plan } = facts;
  const unlessSkipped = byHandOnly ? [] : [notSkipped];
  const split = splitAtApprovals(items, plan.context);
  const hasMain = split.before.length > 0;
  const asked = split.approved
    .flatMap(({ group }) => group.terms)
    .filter(plan.conditions.needsEngine);
  const main = hasMain
    ? writeJob(
        split.before,
        {
          id: 'build',
          name: 'Build',
          approved: false,
          asked,
          ...(byHandOnly ? {} : { if: notSkipped }),
        },
        facts,
      )
    : undefined;
  const ids = new Set(['build']);
  const approved = split.approved.map(({ group, items: all }) => {
    const name =
      group.label.text === ''
        ? 'Approved'
        : { text: fieldText(group.label.text), from: group.label.from };
    const id = uniqueName(stepId(group.label.text, 'approved'), ids);
    // Without an earlier job nobody has decided what an expression cannot say; the steps ask themselves then.
    const isAsked = hasMain || !group.terms.some(plan.conditions.needsEngine);
    const own = isAsked
      ? plan.conditions.expression(group.terms, 'needs.build.outputs.holds')
      : undefined;
    const condition = hasMain
      ? own
      : allOf([...unlessSkipped, ...(own === undefined ? [] : [own])]);
    const environment = group.label.text === '' ? 'approval' : id;
    const known = new Set(isAsked ? group.terms.map(plan.conditions.key) : []);
    return writeJob(
      all.map((item) => withoutTerms(item, known, plan.conditions)),
      {
        id,
        name,
        environment,
        approved: true,
        asked: [],
        ...(hasMain ? { needs: ['build'] } : {}),
        ...(condition === undefined ? {} : { if: condition }),
      },
      facts,
    );
  });
  const all = [
    ...(main === undefined ? [] : [{ ...main, job: withHolds(main.job, asked.length > 0) }]),
    ...approved,
  ];
  return all.filter(({ job }) => job.steps.length > 1);
}

const withHolds = (job: Job, asks: boolean): Job =>
  asks
    ? { ...job, outputs: [{ name: 'holds', value: '${{ steps.codeship.outputs.holds }}' }] }
    : job;
