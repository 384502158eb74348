// What a person has to know, in the order in which it is read: what will run, what differs, what to do
// by hand. The terminal and the Markdown report print the same digest.

import type { Conversion } from '../convert/convert.ts';
import type { Outcome } from '../diagnostic/code-row.ts';
import { type Code, codeRow } from '../diagnostic/codes.ts';
import { type FixedText, isEvaluated, shownText } from '../expression/text.ts';
import { defined } from '../ground/defined.ts';
import { textOf } from '../output/tree.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { positionAt } from '../source/source-file.ts';
import type { Job, Triggers, Workflow } from '../workflow/model.ts';

export type Digest = {
  readonly runs: readonly WorkflowDigest[];
  /** Files that are no workflows. */
  readonly companions: readonly string[];
  readonly differs: readonly Finding[];
  readonly todo: readonly Finding[];
  readonly secrets: readonly {
    readonly name: string;
    readonly why: string;
    readonly place?: string;
  }[];
  readonly chores: readonly Chore[];
  /** Both ways to encrypted values, where nobody chose one. */
  readonly ways: readonly Finding[];
  readonly counts: Readonly<Record<Outcome, number>>;
};

/** Said at the end, and nowhere else. */
const waysCode = 'secret-ways';

type WorkflowDigest = {
  readonly path: string;
  readonly when: string;
  readonly jobs: readonly string[];
};

/** One thing to know, and all the places where it is so. */
export type Finding = {
  readonly code: Code;
  readonly message: string;
  readonly help?: string;
  /** `file:line`, in order. */
  readonly places: readonly string[];
};

type Chore = { readonly text: string; readonly command?: string };

export function digest(conversion: Conversion): Digest {
  const workflows = new Set(conversion.workflows.map(({ path }) => path));
  // What only needs its secret is said once, among the secrets.
  const isSecret = ({ code, at }: Diagnostic): boolean =>
    codeRow(code).outcome === 'manual' &&
    at !== undefined &&
    conversion.secrets.some((need) => need.at?.file === at.file && need.at.start === at.start);
  const badges = conversion.diagnostics.filter(({ code }) => code === 'old-badge');
  return {
    runs: conversion.workflows.map(digestWorkflow),
    companions: conversion.files.map(({ path }) => path).filter((path) => !workflows.has(path)),
    differs: gather(conversion.diagnostics.filter((one) => sortOf(one) === 'differs')),
    todo: firstOnes(
      gather(conversion.diagnostics.filter((one) => sortOf(one) === 'todo' && !isSecret(one))),
    ),
    secrets: secretsOf(conversion),
    chores: conversion.workflows.length === 0 ? [] : choresOf(conversion, badges),
    ways: gather(conversion.diagnostics.filter(({ code }) => code === waysCode)),
    counts: countOutcomes(conversion),
  };
}

export function countOutcomes(conversion: Conversion): Record<Outcome, number> {
  const counts = { translated: 0, approximated: 0, manual: 0, dropped: 0, invalid: 0 };
  for (const { outcome } of conversion.entries) counts[outcome]++;
  return counts;
}

/** An error or an outcome `manual` is work; a difference is what the reader should know; the rest is detail. */
function sortOf({ code, severity }: Diagnostic): 'todo' | 'differs' | 'detail' {
  const { outcome, first } = codeRow(code);
  if (outcome === 'manual' || severity === 'error' || first) return 'todo';
  if (outcome === 'approximated' || severity === 'warning') return 'differs';
  return 'detail';
}

/** What makes the rest vain stands before all other work; what speaks of the errors, behind them. */
const firstOnes = (findings: readonly Finding[]): readonly Finding[] => {
  const rank = ({ code }: Finding): number => {
    if (code === 'broken-file') return 2;
    return codeRow(code).first === true ? 0 : 1;
  };
  return findings.toSorted((one, other) => rank(one) - rank(other));
};

function gather(diagnostics: readonly Diagnostic[]): Finding[] {
  const findings = new Map<string, Finding & { places: string[] }>();
  for (const { code, message, help, at } of diagnostics) {
    const key = `${code}\n${message}\n${help}`;
    const finding = findings.get(key) ?? {
      code,
      message,
      places: [],
      ...defined({ help }),
    };
    findings.set(key, finding);
    if (at !== undefined) finding.places.push(placeOf(at));
  }
  return [...findings.values()];
}

const placeOf = (at: NonNullable<Diagnostic['at']>): string =>
  at.file.text === '' ? at.file.path : `${at.file.path}:${positionAt(at.file, at.start).line}`;

function secretsOf({ secrets }: Conversion): Digest['secrets'] {
  const byName = new Map<string, Digest['secrets'][number]>();
  for (const { name, why, at } of secrets) {
    if (byName.has(name)) continue;
    byName.set(name, { name, why, ...(at === undefined ? {} : { place: placeOf(at) }) });
  }
  return [...byName.values()];
}

const productOf: Readonly<Record<string, string>> = {
  shippable: 'Shippable',
  'shippable-assembly-lines': 'Shippable',
  codeship: 'CodeShip',
};

function choresOf(conversion: Conversion, badges: readonly Diagnostic[]): Chore[] {
  const products = [
    ...new Set(conversion.sources.map(({ system }) => productOf[system] ?? system)),
  ];
  const names = products.join(' and ');
  return [
    {
      text: `remove the webhook and the deploy key of ${names} (Settings, Webhooks and Deploy keys)`,
      command: 'gh api "repos/{owner}/{repo}/hooks" --jq \'.[] | "\\(.id) \\(.config.url)"\'',
    },
    {
      text: `in the branch protection, replace the required checks of ${names} with the jobs above`,
    },
    ...badges.flatMap(({ at }) =>
      at === undefined ? [] : [{ text: `replace the badge at ${placeOf(at)}` }],
    ),
  ];
}

function digestWorkflow(workflow: Workflow): WorkflowDigest {
  return {
    path: workflow.path,
    when: describeTriggers(workflow.on),
    jobs: workflow.jobs.map(describeJob),
  };
}

/** A sentence without its full stop: `every push to a branch, pull requests into main`. */
function describeTriggers(on: Triggers): string {
  const { push, pullRequest, release, schedule, dispatch, repositoryDispatch } = on;
  const names = (of: readonly FixedText[] | undefined): readonly string[] => of?.map(textOf) ?? [];
  return [
    ...(push === undefined ? [] : describePush(names(push.branches), names(push.tags))),
    ...(pullRequest === undefined
      ? []
      : [`pull requests${targetText(names(pullRequest.branches))}`]),
    ...(release === undefined ? [] : ['published releases']),
    ...(schedule ?? []).map((time) => `the schedule ${textOf(time)} (UTC)`),
    ...(repositoryDispatch === undefined
      ? []
      : [`events ${listed(names(repositoryDispatch), 'and')} from other repositories`]),
    ...(dispatch ? ['by hand'] : []),
  ].join('; ');
}

function describePush(branches: readonly string[], tags: readonly string[]): readonly string[] {
  if (branches.length === 0 && tags.length === 0) return ['every push'];
  return [
    ...(branches.length === 0 ? [] : [`pushes to ${refsText('branch', 'branches', branches)}`]),
    ...(tags.length === 0 ? [] : [`pushes of ${refsText('tag', 'tags', tags)}`]),
  ];
}

const everything = ['**', '*'];

/** Patterns in the words of a person: `every branch but wip`, `the branches main and release/*`. */
function refsText(one: string, many: string, patterns: readonly string[]): string {
  const taken = patterns.filter((pattern) => !pattern.startsWith('!'));
  const left = patterns.filter((pattern) => pattern.startsWith('!')).map((name) => name.slice(1));
  const all = taken.some((pattern) => everything.includes(pattern));
  const some = `the ${taken.length === 1 ? one : many} ${listed(taken, 'and')}`;
  return `${all ? `every ${one}` : some}${choice(' but ', left)}`;
}

const targetText = (patterns: readonly string[]): string =>
  patterns.some((pattern) => pattern.startsWith('!'))
    ? ` into ${refsText('branch', 'branches', patterns)}`
    : choice(' into ', patterns);

const choice = (word: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${word}${listed(names, 'and')}`;

const listed = (names: readonly string[], word: string): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`;

function describeJob(job: Job): string {
  const steps = job.steps.reduce(
    (sum, step) => sum + (step.kind === 'parallel' ? step.steps.length : 1),
    0,
  );
  const rows = job.matrix?.length ?? 1;
  const parts = [
    ...(rows > 1 ? [`${rows} jobs`] : []),
    steps === 1 ? '1 step' : `${steps} steps`,
    `on ${isEvaluated(job.runsOn) ? 'the runner of each row' : shownText(job.runsOn)}`,
    ...(job.needs?.length ? [`after ${job.needs.join(', ')}`] : []),
  ];
  return `${job.id}: ${parts.join(', ')}`;
}
