// `--style=idiomatic`: what an expert would write today in place of what the old build did. Each change is reported.

import { expression } from '../../../expression/expression.ts';
import { mixedText } from '../../../expression/text.ts';
import type { Repository } from '../../../ground/repository.ts';
import type { Place } from '../../../source/diagnostic.ts';
import type { Field, Job, Step, UsesStep, Workflow } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';

type Cache = {
  readonly uses: UsesStep['uses'];
  /** The install command that profits. */
  readonly command: RegExp;
  /** The file that the key of the cache is made of; without it the action fails or warns. */
  readonly file: string;
  readonly field: Field;
};

const caches: readonly Cache[] = [
  {
    uses: 'actions/setup-node',
    command: /\bnpm (?:i|install|ci)\b/,
    file: 'package-lock.json',
    field: { name: 'cache', value: 'npm' },
  },
  {
    uses: 'actions/setup-node',
    command: /\byarn(?: install)?\b/,
    file: 'yarn.lock',
    field: { name: 'cache', value: 'yarn' },
  },
  {
    uses: 'actions/setup-python',
    command: /\bpip3? install\b/,
    file: 'requirements.txt',
    field: { name: 'cache', value: 'pip' },
  },
  {
    uses: 'ruby/setup-ruby',
    command: /\bbundle install\b/,
    file: 'Gemfile.lock',
    field: { name: 'bundler-cache', value: 'true', raw: true },
  },
  {
    uses: 'actions/setup-java',
    command: /\bmvnw?\b/,
    file: 'pom.xml',
    field: { name: 'cache', value: 'maven' },
  },
  {
    uses: 'actions/setup-java',
    command: /\bgradlew?\b/,
    file: 'build.gradle',
    field: { name: 'cache', value: 'gradle' },
  },
];

export function idiomaticWorkflow(
  workflow: Workflow,
  at: Place,
  { report, repository }: TranslationContext,
): Workflow {
  // What is released takes nothing from a cache that another run filled.
  const buildsTags = (workflow.on.push?.tags?.length ?? 0) > 0;
  const withCache = (step: Step, texts: readonly string[]): Step => {
    const cache = buildsTags ? undefined : cacheOf(step, texts, repository);
    if (cache === undefined || step.kind !== 'uses') return step;
    report(
      'idiomatic-change',
      at,
      `\`${step.uses}\` caches what the install commands download: \`${cache.field.name}\``,
    );
    return { ...step, with: [...step.with, cache.field] };
  };
  const jobs = workflow.jobs.map((job): Job => {
    const texts = job.steps.flatMap((step) =>
      step.kind === 'run' ? step.run.map(({ text }) => text) : [],
    );
    return { ...job, nativeMatrix: true, steps: job.steps.map((step) => withCache(step, texts)) };
  });
  if (workflow.on.pullRequest === undefined) return { ...workflow, jobs };
  report(
    'idiomatic-change',
    at,
    'a new commit of a pull request cancels the run of the previous one; Shippable finished both',
  );
  return {
    ...workflow,
    jobs,
    concurrency: mixedText`shippable-${expression`github.event.pull_request.number || github.run_id`}`,
    cancelInProgress: true,
  };
}

function cacheOf(step: Step, texts: readonly string[], { paths }: Repository): Cache | undefined {
  if (step.kind !== 'uses') return undefined;
  return caches.find(
    ({ uses, command, file }) =>
      uses === step.uses && paths.includes(file) && texts.some((text) => command.test(text)),
  );
}
