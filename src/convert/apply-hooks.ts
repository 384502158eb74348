// A user's hooks say what becomes of whole legacy constructs, after everything was translated: their steps take the place of
// those that came from the construct alone. What a hook gives is checked here; what it does wrong is a diagnostic.

import type { Code } from '../diagnostic/codes.ts';
import { shownText } from '../expression/text.ts';
import { defined } from '../ground/defined.ts';
import { withoutMarks } from '../ground/open-mark.ts';
import type { SecretNeed, Translation } from '../legacy/translation.ts';
import type { Out } from '../output/tree.ts';
import type { Report } from '../source/diagnostic.ts';
import { isNull, leavesOf, type SourceNode } from '../source/node.ts';
import { positionAt } from '../source/source-file.ts';
import { layoutStep } from '../workflow/layout.ts';
import type {
  GivenStep,
  GivenValue,
  Job,
  Permission,
  RunStep,
  Step,
  Workflow,
} from '../workflow/model.ts';
import { idsRead } from '../workflow/step-ids.ts';
import { givenAction, type Pinning } from '../workflow/used-actions.ts';
import { readAnswer } from './hook-answer.ts';
import type { Construct, ConstructHook, Hooks, LegacyValue, Step as PlainStep } from './hooks.d.ts';
import type { Ledger } from './ledger.ts';

export type Hooked = {
  readonly translations: readonly Translation[];
  /** Whether any hook had an answer. */
  readonly isUsed: boolean;
  /** Whether a value became what a hook says. */
  readonly isClaimed: (node: SourceNode) => boolean;
};

export async function applyHooks(
  translations: readonly Translation[],
  hooks: Hooks,
  pinning: Pinning,
  ledger: Pick<Ledger, 'report' | 'release'>,
): Promise<Hooked> {
  const claimed = new Set<SourceNode>();
  const result: Translation[] = [];
  for (const translation of translations) {
    let current = translation;
    for (const { root } of translation.sources) {
      for (const node of root === undefined ? [] : constructsIn(root)) {
        // What stands in a construct that a hook took is the hook's.
        if (claimed.has(node)) continue;
        const work: Work = { node, inside: new Set(nodesIn(node)), hooks, pinning };
        const next = await hookConstruct(current, work, ledger);
        if (next === undefined) continue;
        for (const each of work.inside) claimed.add(each);
        current = next;
      }
    }
    result.push(current);
  }
  return { translations: result, isUsed: claimed.size > 0, isClaimed: (node) => claimed.has(node) };
}

type Work = {
  readonly node: SourceNode;
  readonly inside: ReadonlySet<SourceNode>;
  readonly hooks: Hooks;
  readonly pinning: Pinning;
};

/** The translation with the hook's steps; undefined where no hook has a word on the construct. */
async function hookConstruct(
  translation: Translation,
  { node, inside, hooks, pinning }: Work,
  { report, release }: Pick<Ledger, 'report' | 'release'>,
): Promise<Translation | undefined> {
  const wanted = hooks.constructs.filter((hook) => isMeant(hook, node));
  if (wanted.length === 0) return undefined;
  const jobs = translation.workflows.flatMap((workflow) => workflow.jobs);
  const own = partsOf(jobs, inside);
  const construct: Construct = {
    file: node.file.path,
    path: shownPath(node),
    line: positionAt(node.file, node.start).line,
    value: plainValue(node),
    steps: own.parts.map((part) => plainStep(ofConstruct(part), own.job, pinning)),
    ...defined({ job: own.job?.id }),
    jobs: jobs.map(({ id }) => id),
  };
  for (const hook of wanted) {
    const failed = (message: string, help: string): undefined =>
      report('hook-failed', node, `the hook for \`${hook.key}\` ${message}`, help) as undefined;
    let given: unknown;
    try {
      given = await hook.translate(construct);
    } catch (error) {
      const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      return failed(`threw: ${said.replace(/\s+/g, ' ')}`, 'correct the module of `--hooks`');
    }
    if (given === undefined) continue;
    const answer = readAnswer(given);
    if (typeof answer === 'string') return failed(answer, 'see the documentation of hooks');
    const job = own.job?.id ?? answer.job ?? (jobs.length === 1 ? jobs[0]?.id : undefined);
    if (answer.steps.length > 0 && !jobs.some(({ id }) => id === job)) {
      return failed(
        job === undefined
          ? 'does not say which job its steps go to'
          : `names the job \`${job}\`, which there is not`,
        `give \`job\`: ${construct.jobs.map((id) => `\`${id}\``).join(', ') || 'there is none here'}`,
      );
    }
    const sources = own.parts.flatMap((part) => [...sourcesIn(ofConstruct(part), true)]);
    const from = [...new Set([...leavesOf(node), ...sources])];
    const steps = withIds(answer.steps, own).map(
      (step): GivenStep => ({ kind: 'given', step: step as GivenStep['step'], with: [], from }),
    );
    reportUnpinned(steps, node, report);
    release(inside, node);
    const count = steps.length === 1 ? '1 step' : `${steps.length} steps`;
    const code: Code = steps.length === 0 ? 'left-out-by-hook' : 'by-hook';
    report(code, node, `the hook for \`${hook.key}\` gives ${count} for \`${construct.path}\``);
    reportShared(own, aliasesOf(translation, node, inside), node, report);
    const permissions = Object.entries(answer.permissions ?? {}).map(
      ([scope, [access, reason]]): Permission => ({ scope, access, reason }),
    );
    return withSteps(translation, own.parts, steps, {
      job: job ?? '',
      at: answer.at ?? 'end',
      permissions,
      secrets: secretsOf(steps, node, hook),
    });
  }
  return undefined;
}

/** Actions of others that a hook names by what can change later. */
function reportUnpinned(steps: readonly GivenStep[], node: SourceNode, report: Report): void {
  for (const step of steps) {
    const used = givenAction(step);
    if (used === undefined || /^[0-9a-f]{40}$/.test(used.ref)) continue;
    report(
      'unpinned-action',
      node,
      `\`${used.name}\` is named by \`${used.ref}\`, which is not a commit`,
      'write the full commit, with the release behind it as a comment',
    );
  }
}

/** What the construct had in common with others, and what that means for them. */
function reportShared(
  own: Parts,
  aliases: readonly string[],
  node: SourceNode,
  report: Report,
): void {
  const split = own.parts.filter(({ lines }) => lines !== undefined).map(({ step }) => step);
  for (const step of split)
    report(
      'hook-shares-step',
      node,
      `the step \`${titleOf(step)}\` now runs in several steps, each with a shell of its own`,
      'variables of the shell and changes of the folder do not reach the next step: see whether the commands need them',
    );
  for (const step of own.shared)
    report(
      'hook-shares-step',
      node,
      `the step \`${titleOf(step)}\` comes from other constructs too, so it is as it was`,
      'see whether it still does something for the construct that your steps do, too',
    );
  for (const other of aliases)
    report(
      'hook-shares-step',
      node,
      `\`${other}\` names values of the construct by an alias, and has lost its steps too`,
      'write the commands out at both places, or have the hook give the steps of both',
    );
}

/** Places outside that name values of the construct by an alias: the two cannot be told apart. */
function aliasesOf(
  { sources }: Translation,
  node: SourceNode,
  inside: ReadonlySet<SourceNode>,
): readonly string[] {
  const found: string[] = [];
  let isOwnPlaceSeen = false;
  for (const { root } of sources) {
    for (const at of root === undefined ? [] : constructsIn(root)) {
      if (inside.has(at)) continue;
      for (const [index, part] of partsIn(at).entries()) {
        if (!inside.has(part)) continue;
        // The construct itself stands in one place.
        if (part === node && at === node.parent && !isOwnPlaceSeen) isOwnPlaceSeen = true;
        else {
          const key = at.kind === 'mapping' ? at.entries[index]?.key.text : index;
          found.push([shownPath(at), key].filter((word) => word !== '').join('.'));
        }
      }
    }
  }
  return found;
}

const partsIn = (node: SourceNode): readonly SourceNode[] =>
  node.kind === 'mapping'
    ? node.entries.map(({ value }) => value)
    : node.kind === 'sequence'
      ? node.items
      : [];

/** The last step has the id that others of the job read, unless a step of the hook has it. */
function withIds(given: readonly PlainStep[], { parts, job }: Parts): readonly PlainStep[] {
  const whole = parts.filter(({ lines }) => lines === undefined).map(({ step }) => step);
  const read = job === undefined ? new Set<string>() : idsRead(job);
  const id = whole
    .map((step) => (step.kind === 'parallel' ? undefined : step.id))
    .find((one) => one !== undefined && read.has(one) && given.every((step) => step.id !== one));
  return given.map((step, index) =>
    id === undefined || index < given.length - 1 || step.id !== undefined ? step : { id, ...step },
  );
}

const titleOf = (step: Step): string =>
  step.kind === 'parallel' || step.name === undefined ? step.kind : shownText(step.name);

/** Outer constructs before what they hold. */
function* constructsIn(node: SourceNode): Generator<SourceNode> {
  yield node;
  // An alias stands where its anchor does, and is one construct.
  for (const part of partsIn(node)) if (part.parent === node) yield* constructsIn(part);
}

function* nodesIn(node: SourceNode): Generator<SourceNode> {
  const seen = new Set<SourceNode>();
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    yield at;
    open.push(...partsIn(at));
  }
}

function isMeant({ key, file }: ConstructHook, node: SourceNode): boolean {
  const name = node.file.path.slice(node.file.path.lastIndexOf('/') + 1);
  if (file !== undefined && file !== name) return false;
  return patternOf(key).test(node.path);
}

/** `jobs[].steps[]` for paths such as `/jobs/2/steps/0`. */
const patternOf = (key: string): RegExp =>
  new RegExp(
    `^${key
      .replace(/\[\]/g, '.[]')
      .split('.')
      .filter((part) => part !== '')
      .map((part) =>
        part === '[]'
          ? '/\\d+'
          : `/${
              part === '*'
                ? '[^/]+'
                : part
                    .replaceAll('~', '~0')
                    .replaceAll('/', '~1')
                    .replace(/[$()*+?[\\\]^{|}]/g, '\\$&')
            }`,
      )
      .join('')}$`,
  );

const shownPath = ({ path }: SourceNode): string =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');

/** Texts as they are written; what is a secret stands as one. */
function plainValue(node: SourceNode): LegacyValue {
  if (isNull(node)) return null;
  if (node.kind === 'scalar') return withoutMarks(node.text, (name) => `\${{ secrets.${name} }}`);
  if (node.kind === 'sequence') return node.items.map(plainValue);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainValue(value)]));
}

/** Every value that a step came from; those of its variables too where they are asked for. */
function sourcesIn(step: Step, withEnvironment: boolean): ReadonlySet<SourceNode> {
  const found = new Set<SourceNode>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        if (key === 'from') for (const node of part as readonly SourceNode[]) found.add(node);
        else if (key !== 'env' || withEnvironment) look(part);
      }
    }
  };
  look(step);
  return found;
}

/** What a construct became: a whole step, or lines of a script that other constructs have a part in. */
type Part = { readonly step: Step; readonly lines?: readonly [first: number, last: number] };

type Parts = {
  readonly parts: readonly Part[];
  /** Steps that come from the construct and from others, and cannot be taken apart. */
  readonly shared: readonly Step[];
  readonly job?: Job;
};

/** Variables count for nothing: many steps share them. */
function partsOf(jobs: readonly Job[], inside: ReadonlySet<SourceNode>): Parts {
  const parts: Part[] = [];
  const shared: Step[] = [];
  let first: Job | undefined;
  const isOwn = (from: Iterable<SourceNode>): boolean =>
    [...from].every((node) => inside.has(node));
  for (const job of jobs) {
    for (const step of job.steps.flatMap((one) => [one, ...childrenOf(one)])) {
      const sources = sourcesIn(step, false);
      if (isFrame(step) || ![...sources].some((node) => inside.has(node))) continue;
      const lines = step.kind === 'run' ? linesIn(step, isOwn) : undefined;
      if (isOwn(sources)) parts.push({ step });
      else if (lines !== undefined) parts.push({ step, lines });
      else {
        if (step.kind !== 'parallel') shared.push(step);
        continue;
      }
      first ??= job;
    }
  }
  // A child of a group that is taken as a whole goes with it.
  const whole = parts
    .filter(({ step }) => step.kind === 'parallel')
    .flatMap(({ step }) => childrenOf(step));
  return {
    parts: parts.filter(({ step }) => !whole.includes(step)),
    shared,
    ...defined({ job: first }),
  };
}

/** What computes conditions and versions for the other steps stays, whoever wants them. */
const isFrame = (step: Step): boolean =>
  step.kind === 'own' && /^(?:prepare|line-.*)$/.test(step.action);

const childrenOf = (step: Step): readonly Step[] => (step.kind === 'parallel' ? step.steps : []);

/** The lines of a script that come from the construct, where nothing of others stands between them. */
function linesIn(
  { run }: RunStep,
  isOwn: (from: Iterable<SourceNode>) => boolean,
): Part['lines'] | undefined {
  const own = run.flatMap(({ from }, index) => (from.length > 0 && isOwn(from) ? [index] : []));
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const between = run.slice(first, last + 1);
  return between.every(({ from }) => isOwn(from)) ? [first, last] : undefined;
}

/** The step as far as it is the construct's. */
const ofConstruct = ({ step, lines }: Part): Step =>
  lines === undefined || step.kind !== 'run'
    ? step
    : { ...step, run: step.run.slice(lines[0], lines[1] + 1) };

function plainStep(step: Step, job: Job | undefined, pinning: Pinning): PlainStep {
  const ids = job === undefined ? new Set<string>() : idsRead(job);
  return plainOut(layoutStep(step, ids, pinning).value) as PlainStep;
}

function plainOut(out: Out): GivenValue {
  switch (out.kind) {
    case 'scalar':
      if (out.raw) return JSON.parse(out.text === '' ? 'null' : out.text);
      return out.comment === undefined ? out.text : `${out.text} # ${out.comment}`;
    case 'block':
      return `${out.lines.map(({ text }) => text).join('\n')}${out.exact ? '' : '\n'}`;
    case 'seq':
      return out.items.map(({ value }) => plainOut(value));
    case 'map':
      return Object.fromEntries(out.entries.map(({ key, value }) => [key, plainOut(value)]));
    default:
      return out satisfies never;
  }
}

type Given = {
  readonly job: string;
  readonly at: 'start' | 'end';
  readonly permissions: readonly Permission[];
  readonly secrets: readonly SecretNeed[];
};

/** New steps stand where the first of the old ones stood. */
function withSteps(
  translation: Translation,
  old: readonly Part[],
  added: readonly GivenStep[],
  { job: target, at, permissions, secrets }: Given,
): Translation {
  let left: readonly GivenStep[] | undefined = added;
  const take = (): readonly GivenStep[] => {
    const taken = left ?? [];
    left = undefined;
    return taken;
  };
  const partAt = (step: Step): Part | undefined => old.find((part) => part.step === step);
  const replaced = <S extends Step>(step: S): readonly (S | GivenStep)[] => {
    const part = partAt(step);
    if (part === undefined) return [step];
    if (part.lines === undefined || step.kind !== 'run') return take();
    const [first, last] = part.lines;
    const rest = (lines: RunStep['run'], ...left: readonly (keyof RunStep)[]): readonly S[] => {
      if (lines.length === 0) return [];
      const kept = Object.entries({ ...step, run: lines }).filter(
        ([key]) => !left.includes(key as keyof RunStep),
      );
      return [Object.fromEntries(kept) as S];
    };
    const before = rest(step.run.slice(0, first));
    // An id stands once.
    return [
      ...before,
      ...take(),
      ...rest(step.run.slice(last + 1), ...(before.length > 0 ? (['id'] as const) : [])),
    ];
  };
  const jobOf = (job: Job): Job => {
    const steps = job.steps.flatMap((step): readonly Step[] => {
      if (step.kind !== 'parallel' || partAt(step) !== undefined) return replaced(step);
      return [{ ...step, steps: step.steps.flatMap(replaced) }];
    });
    if (job.id !== target) return { ...job, steps };
    const more = take();
    return {
      ...job,
      steps: at === 'start' ? [...more, ...steps] : [...steps, ...more],
      permissions: [
        ...job.permissions.filter(({ scope }) => permissions.every((one) => one.scope !== scope)),
        ...permissions,
      ],
    };
  };
  const workflows = translation.workflows.map(
    (workflow): Workflow => ({ ...workflow, jobs: workflow.jobs.map(jobOf) }),
  );
  return { ...translation, workflows, secrets: [...translation.secrets, ...secrets] };
}

const secretsOf = (
  steps: readonly GivenStep[],
  at: SourceNode,
  { key }: ConstructHook,
): readonly SecretNeed[] =>
  [...new Set(JSON.stringify(steps.map(({ step }) => step)).matchAll(/\bsecrets\.(\w+)/g))]
    .map(([, name = '']) => name)
    .filter((name, index, all) => name !== 'GITHUB_TOKEN' && all.indexOf(name) === index)
    .map((name) => ({ name, why: `the hook for \`${key}\` reads it`, at }));
