// One workflow for each connected part of the graph.

import {
  allOf,
  anyOf,
  type Expression,
  expression,
  property,
  standingFor,
} from '../../expression/expression.ts';
import {
  type FixedText,
  fixedText,
  mixedText,
  shownText,
  type Text,
} from '../../expression/text.ts';
import { defined, filled } from '../../ground/defined.ts';
import { writeScalar } from '../../output/scalar.ts';
import { type Line, traced } from '../../output/tree.ts';
import type { ScalarNode } from '../../source/node.ts';
import type { Job, StartInputs, Step, Workflow } from '../../workflow/model.ts';
import type { CompanionDocument } from '../translation.ts';
import type { LineResource } from './files/model.ts';
import { distinctIds, fileName } from './files/names.ts';
import type { Send } from './graph/across.ts';
import { asPush } from './graph/commit-start.ts';
import { type WorkflowStarts, workflowStarts } from './graph/events.ts';
import type { JobNode } from './graph/graph.ts';
import { type Plan, repositoryOf } from './graph/plan.ts';
import { deployJob } from './managed-jobs/deploy-job.ts';
import type { ManagedJob } from './managed-jobs/managed-job.ts';
import { provisionJob } from './managed-jobs/provision-job.ts';
import { releaseJob } from './managed-jobs/release-job.ts';
import { sendStep } from './sending.ts';
import { block } from './tasks/entries.ts';
import type { JobParts } from './tasks/job-parts.ts';
import { runnerOf, scriptSteps, timeoutOf } from './tasks/line-job.ts';
import { newVersion, versionOutputs } from './tasks/start-step.ts';
import { watchCron, watchJob, watchNode } from './watch.ts';

/** CI's part of a workflow: its jobs, made elsewhere. */
export type CiPart = {
  readonly node: JobNode;
  readonly workflow: Workflow;
};

/** Jobs of CI that build; the last one may only tell people. */
const buildingJobs = ({ jobs }: Workflow): readonly Job[] =>
  jobs.filter(({ needs }) => needs === undefined);

export type LinePart = {
  readonly plans: readonly Plan[];
  readonly ci?: CiPart;
  /** What other repositories are told. */
  readonly sends?: readonly Send[];
};

/** How the jobs of one workflow name each other. */
type Naming = {
  /** Job ids of a job; CI may be several. */
  readonly ids: (node: JobNode) => readonly string[];
  /** Output keys of the resources that some job waits for. */
  readonly outputs: ReadonlyMap<string, string>;
};

export function nameJobs({ plans, ci, sends = [] }: LinePart): Naming {
  const ciIds = ci === undefined ? [] : ci.workflow.jobs.map(({ id }) => id);
  const own = plans.filter(({ node }) => node !== ci?.node).map(({ node }) => node.name);
  const ids = distinctIds(own, [...ciIds, 'record', 'send', 'watch']);
  const waited = [
    ...plans.flatMap(({ fires }) => fires.flatMap(({ resource }) => resource ?? [])),
    ...sends.flatMap(({ resource }) => resource ?? []),
  ];
  return {
    ids: (node) =>
      node === watchNode
        ? ['watch']
        : node === ci?.node
          ? buildingJobs(ci.workflow).map(({ id }) => id)
          : [ids.get(node.name) ?? node.name],
    outputs: distinctIds([...new Set(waited)], []),
  };
}

/** The outputs that a job has to have, by resource. */
export function outputsOf(node: JobNode, { plans, sends = [] }: LinePart, naming: Naming) {
  const wanted = [
    ...sends.map(({ from, resource }) => ({ fires: [{ from, resource }] })),
    ...plans,
  ].flatMap(({ fires }) =>
    fires.flatMap(({ from, resource }) =>
      from === node && resource !== undefined ? [resource] : [],
    ),
  );
  return new Map([...new Set(wanted)].map((name) => [name, naming.outputs.get(name) ?? name]));
}

export type MadeLine = {
  readonly workflow: Workflow;
  readonly documents: readonly CompanionDocument[];
};

export function lineWorkflow(part: LinePart, parts: JobParts): MadeLine {
  const { plans, ci } = part;
  const { report } = parts.context;
  const naming = nameJobs(part);
  const watched = [...new Set(plans.flatMap(watchedBy))];
  const starts = workflowStarts(
    plans.flatMap(({ node, events }) =>
      // What a commit starts in CI is what CI's own triggers say.
      node === ci?.node ? events.filter(({ kind }) => kind !== 'commit') : events,
    ),
    ci?.workflow.on,
    watched.length === 0 ? [] : [watchCron],
    report,
  );
  const own = plans.filter(({ node }) => node !== ci?.node);
  // CI alone starts as it did.
  const serial = own.find(({ node }) =>
    /^(?!parallel$)/i.test(node.job?.keys.triggerMode?.text ?? ''),
  );
  if (serial?.node.job !== undefined && !parts.context.settings.queue)
    report(
      'line-queue',
      serial.node.job.named,
      `runs of \`${serial.node.name}\` and of other serial jobs wait for each other; a newer waiting run replaces an older one`,
      '`--queue` keeps up to 100 of them',
    );
  const dispatch = own.length === 0 ? ci?.workflow.on.dispatch : startInputs(part, starts);
  const made = own.map((plan) => lineJob(plan, part, naming, starts, parts));
  const jobs = made.map(({ job }) => job);
  const first = own[0]?.node.name ?? ci?.node.name ?? 'line';
  const all = [...(ci === undefined ? [] : buildingJobs(ci.workflow)), ...jobs];
  const workflow: Workflow = {
    path:
      ci === undefined
        ? `.github/workflows/assembly-line-${fileName(first)}.yml`
        : ci.workflow.path,
    header: ci?.workflow.header ?? [],
    ...(ci === undefined ? { title: first } : {}),
    on: {
      ...starts.triggers,
      ...defined({ dispatch }),
    },
    concurrency:
      ci?.workflow.concurrency ??
      mixedText`${`assembly-line-${fileName(first)}-`}${expression`github.run_id`}`,
    jobs: [
      ...(ci === undefined
        ? []
        : withFlags(
            own.length === 0 ? ci.workflow.jobs : ciJobs(ci, part, naming, starts),
            plans.find(({ node }) => node === ci.node),
            parts,
          )),
      ...(watched.length === 0
        ? []
        : [watchJob(watched, outputsOf(watchNode, part, naming), parts.context)]),
      ...jobs,
      recordJob(part, all, parts),
      ...sendJob(part, naming, parts),
    ],
  };
  return { workflow, documents: made.flatMap(({ documents }) => documents) };
}

function startInputs({ plans, ci }: LinePart, { hasPush }: WorkflowStarts): StartInputs {
  const names = plans.map(({ node }) => node.name);
  const isListed = ci !== undefined && names.includes(ci.node.name);
  const options = [
    ...(hasPush ? [asPush] : []),
    ...(ci === undefined || isListed ? [] : [ci.node.name]),
    ...names,
  ];
  return { start: options.flatMap((name): FixedText[] => fixedOption(name)), pin: true };
}

/** The name stands in an expression as well, so it stays as it is or is left out. */
const fixedOption = (name: string): FixedText[] => {
  const text = fixedText(name);
  return text === undefined ? [] : [text];
};

const isStart = (node: JobNode): Expression => {
  const { job } = node;
  const chosen = expression`inputs.start == ${node.name}`;
  return job === undefined ? chosen : standingFor(chosen, job.named);
};

function ciJobs(
  { node, workflow }: CiPart,
  { plans }: LinePart,
  naming: Naming,
  starts: WorkflowStarts,
): readonly Job[] {
  const plan = plans.find((one) => one.node === node);
  const needs = (plan?.needs ?? []).flatMap((one) => naming.ids(one));
  const started = anyOf([
    ...(starts.ci === undefined ? [] : [starts.ci]),
    ...starts.conditionOf((plan?.events ?? []).filter(({ kind }) => kind !== 'commit')),
    isStart(node),
    ...(plan?.fires ?? []).map((fire) => firedBy(fire, naming)),
  ]) as Expression;
  const building = buildingJobs(workflow);
  return workflow.jobs.map((job) => {
    if (!building.includes(job)) return job;
    const parts = [
      ...(needs.length === 0 ? [] : [expression`!cancelled()`]),
      ...(job.if === undefined ? [] : [job.if]),
      started,
    ];
    return { ...job, if: allOf(parts) as Expression, ...defined({ needs: filled(needs) }) };
  });
}

/** Flags and modes of the CI job, which stand above it as those of other jobs do. */
function withFlags(jobs: readonly Job[], plan: Plan | undefined, parts: JobParts): readonly Job[] {
  const [first, ...others] = jobs;
  if (first === undefined || plan === undefined) return jobs;
  const { job } = plan.node;
  const flags = flagsOf(plan.node, parts);
  const from = [
    ...flags,
    ...dependencyModes(plan, parts),
    ...(job?.keys.triggerMode === undefined ? [] : [job.keys.triggerMode]),
  ];
  const before = [...(first.before ?? []), ...commentsOf(plan.node)];
  return [{ ...first, before, from: [...(first.from ?? []), ...from] }, ...others];
}

const commentsOf = ({ job }: JobNode): readonly string[] => {
  const flags = job?.keys.flags ?? [];
  return [
    ...(job?.node.before ?? []),
    ...(flags.length === 0 ? [] : [`Flags: ${flags.map(({ text }) => text).join(', ')}`]),
    ...(job?.keys.runtime?.nodePool === undefined
      ? []
      : [`Node pool: ${job.keys.runtime.nodePool.text}`]),
  ];
};

function flagsOf({ job }: JobNode, { context }: JobParts): readonly ScalarNode[] {
  const flags = job?.keys.flags ?? [];
  for (const flag of flags)
    context.report(
      'line-flag',
      flag,
      `the flag \`${flag.text}\` filtered the view of the lines; it is a comment in the job`,
    );
  return flags;
}

const needsOf = (id: string): Expression => property(expression`needs`, id);

function firedBy(
  { from, resource, evenFailed, at }: Plan['fires'][number],
  naming: Naming,
): Expression {
  const ids = naming.ids(from);
  const one = (id: string): Expression => {
    if (resource !== undefined) {
      const output = property(
        expression`${needsOf(id)}.outputs`,
        naming.outputs.get(resource) ?? resource,
      );
      return expression`${output} == ${newVersion}`;
    }
    const success = expression`${needsOf(id)}.result == 'success'`;
    return evenFailed ? expression`${success} || ${needsOf(id)}.result == 'failure'` : success;
  };
  const all = ids.map(one);
  const joined = resource === undefined ? allOf(all) : anyOf(all);
  return standingFor(joined as Expression, ...at);
}

/** Repositories whose commits the job is started by because another job looked for them. */
const watchedBy = ({ node, fires }: Plan): readonly LineResource[] =>
  fires.flatMap(({ from, resource }) =>
    from === watchNode && resource !== undefined ? (repositoryOf(node, resource) ?? []) : [],
  );

/** The commits that are recorded, so that the next look sees what is new. */
function reposOf(plan: Plan | undefined): readonly Line[] {
  const watched = plan === undefined ? [] : watchedBy(plan);
  return watched.length === 0
    ? []
    : [traced('  repos:'), ...watched.map(({ name }) => traced(`    - ${writeScalar(name)}`))];
}

/** When a job runs: its own events, a person, or what happened to those before it. */
function conditionOf(
  plan: Plan,
  needs: readonly string[],
  naming: Naming,
  starts: WorkflowStarts,
): Expression {
  const fires = plan.fires.map((fire) => firedBy(fire, naming));
  const reasons = [...starts.conditionOf(plan.events), isStart(plan.node), ...fires];
  // What is only taken once its success is sure has not failed.
  const sure = plan.events.length === 0 ? plan.fires.map(({ from }) => from) : [];
  const single = sure.length === 1 && plan.fires[0]?.resource === undefined ? sure[0] : undefined;
  const blocked = plan.blockedBy
    .filter((job) => job !== single)
    .flatMap((job) => naming.ids(job))
    .map((id) => expression`${needsOf(id)}.result != 'failure'`);
  return allOf([
    ...(needs.length === 0 ? [] : [expression`!cancelled()`]),
    anyOf(reasons) as Expression,
    ...blocked,
  ]) as Expression;
}

function lineJob(
  plan: Plan,
  part: LinePart,
  naming: Naming,
  starts: WorkflowStarts,
  parts: JobParts,
): { readonly job: Job; readonly documents: readonly CompanionDocument[] } {
  const { node } = plan;
  const { job } = node;
  const { settings } = parts.context;
  const needs = plan.needs.flatMap((one) => naming.ids(one));
  const outputs = versionOutputs(outputsOf(node, part, naming));
  if (job !== undefined && plan.fires.length === 0 && plan.events.length === 0)
    parts.context.report(
      'line-by-hand',
      job.named,
      `\`${job.name}\` is only started by hand: ${
        job.ins.some((step) => step.starts)
          ? 'nothing produces new versions of its inputs'
          : 'none of its inputs may start it'
      }`,
      'select it in `start` of the workflow; an environment with required reviewers is another kind of gate',
    );
  const flags = flagsOf(node, parts);
  const group = concurrencyOf(plan);
  const modes = dependencyModes(plan, parts);
  const { steps, documents } = bodyOf(node, {
    ...parts,
    hasPullRequest: starts.hasPullRequest,
    watches: plan.needs.includes(watchNode),
  });
  const condition = conditionOf(plan, needs, naming, starts);
  const isGuarded = starts.hasPullRequest && readsSecrets(steps);
  const made: Job = {
    id: naming.ids(node)[0] ?? node.name,
    name: job === undefined ? node.name : traced(job.name, job.named),
    // A pull request from a fork has no secrets: what needs one is left out there.
    if: isGuarded ? (allOf([condition, fromInside]) as Expression) : condition,
    ...defined({ needs: filled(needs) }),
    runsOn: runnerOf(job, parts.context),
    timeoutMinutes: timeoutOf(job),
    permissions: [{ scope: 'contents', access: 'read' }],
    ...(group === undefined
      ? {}
      : { concurrency: { group, ...(settings.queue ? { keepsAll: true as const } : {}) } }),
    ...(settings.environment === undefined || !deploys(node)
      ? {}
      : { environment: settings.environment }),
    ...defined({ outputs: filled(outputs) }),
    before: commentsOf(node),
    steps,
    // Either way it runs on the runner, where no TASK names an image.
    from: [
      ...flags,
      ...modes,
      ...(job?.keys.runtime?.nodePool === undefined ? [] : [job.keys.runtime.nodePool]),
      ...(job?.keys.runtime?.container === undefined ? [] : [job.keys.runtime.container.node]),
    ],
  };
  return { job: made, documents };
}

/** Jobs that only deploy, and those with scripts that are called so. */
const deploys = ({ role, name }: JobNode): boolean =>
  role === 'deploy' || role === 'provision' || (role === 'script' && /deploy|prod/i.test(name));

const fromInside = expression`!github.event.pull_request.head.repo.fork`;

function readsSecrets(steps: readonly Step[]): boolean {
  const texts = steps.flatMap((step) =>
    step.kind === 'parallel' || step.kind === 'run'
      ? step.kind === 'run'
        ? (step.env ?? [])
        : []
      : [...step.with, ...(step.env ?? [])],
  );
  return texts.some(({ value }) => shownText(value).includes('secrets.'));
}

function bodyOf(node: JobNode, parts: JobParts): ManagedJob {
  switch (node.role) {
    case 'deploy':
      return deployJob(node, parts);
    case 'release':
      return releaseJob(node, parts);
    case 'provision':
      return provisionJob(node, parts);
    default:
      return { steps: scriptSteps(node, parts), documents: [] };
  }
}

/** `needs` is what `strict` was; how the others differ is said once each. */
function dependencyModes({ node, fires }: Plan, { context }: JobParts): readonly ScalarNode[] {
  const { job } = node;
  const modes = [
    job?.keys.dependencyMode,
    ...(job?.ins ?? []).map(({ keys }) => keys.dependencyMode),
  ];
  const found = modes.flatMap((mode) => mode ?? []);
  for (const mode of found) {
    if (mode.text.toLowerCase() !== 'strict')
      context.report(
        'line-dependency-mode',
        mode,
        mode.text.toLowerCase() === 'immediate'
          ? 'an `immediate` job started together with the jobs before it; here it waits for them, whatever their result'
          : 'a `chrono` job ran once for each new input; here it runs once per run',
      );
  }
  if (job !== undefined && job.keys.dependencyMode === undefined && fires.length > 1)
    context.report(
      'line-fan-in',
      job.named,
      `\`${job.name}\` ran once for each of its ${fires.length} new inputs; here it runs once per run`,
    );
  return found;
}

/** Runs of one job wait for each other, and so do jobs that write one state (shippable.md 8.2). */
function concurrencyOf({ node }: Plan): Text | undefined {
  const state = node.outputs.find(
    (output) => output.kind === 'resource' && output.resource.type === 'state',
  );
  if (state !== undefined) return traced(`line-state-${state.step.name}`, state.step.named);
  const mode = node.job?.keys.triggerMode;
  if (mode?.text.toLowerCase() === 'parallel')
    return mixedText`${traced(`line-${node.name}-`, mode)}${expression`github.run_id`}`;
  return mode === undefined ? `line-${node.name}` : traced(`line-${node.name}`, mode);
}

/** After the versions are recorded, other repositories are told of those that their jobs wait for. */
function sendJob({ sends = [] }: LinePart, naming: Naming, { context, secrets }: JobParts): Job[] {
  if (sends.length === 0) return [];
  const conditions = sends.map(({ from, resource }) =>
    firedBy({ from, at: [], ...defined({ resource }) }, naming),
  );
  return [
    {
      id: 'send',
      name: 'Notify other repositories',
      if: allOf([
        expression`!cancelled() && needs.record.result == 'success'`,
        anyOf(conditions) as Expression,
      ]) as Expression,
      needs: ['record', ...new Set(sends.flatMap(({ from }) => naming.ids(from)))],
      runsOn: context.settings.runner,
      timeoutMinutes: 10,
      permissions: [{ scope: 'contents', access: 'read' }],
      steps: [
        {
          kind: 'uses',
          uses: 'actions/checkout',
          name: 'Check out the recorded versions',
          with: [
            { name: 'ref', value: 'assembly-lines' },
            { name: 'persist-credentials', value: 'false', raw: true },
          ],
        },
        ...sends.map(({ name, to }, index): Step => {
          const step = sendStep(name, to, secrets);
          return step.kind === 'parallel' || sends.length === 1
            ? step
            : { ...step, if: conditions[index] as Expression };
        }),
      ],
    },
  ];
}

/** The last job: the only one that may write, and it runs nothing of the user's. */
function recordJob({ plans, ci }: LinePart, jobs: readonly Job[], { context }: JobParts): Job {
  const nodes = [
    ...(ci === undefined || plans.some(({ node }) => node === ci.node) ? [] : [ci.node]),
    ...plans.map(({ node }) => node),
  ];
  const lines: Line[] = nodes.flatMap((node) => {
    const outs = [
      ...node.outputs.flatMap((output) => (output.kind === 'resource' ? [output.step.name] : [])),
      ...(node.alsoWrites ?? []),
    ];
    return [
      traced(`- name: ${writeScalar(node.name)}`),
      ...(outs.length === 0 ? [] : [traced('  out:')]),
      ...[...new Set(outs)].map((name) => traced(`    - ${writeScalar(name)}`)),
      ...reposOf(plans.find((plan) => plan.node === node)),
    ];
  });
  return {
    id: 'record',
    name: 'Record the versions',
    if: expression`!cancelled() && github.event_name != 'pull_request' && (contains(needs.*.result, 'success') || contains(needs.*.result, 'failure'))`,
    needs: jobs.map(({ id }) => id),
    runsOn: context.settings.runner,
    timeoutMinutes: 10,
    permissions: [
      {
        scope: 'contents',
        access: 'write',
        reason: 'One commit to the branch assembly-lines; none of your scripts run here',
      },
    ],
    steps: [
      {
        kind: 'own',
        action: 'line-record',
        name: 'Record the versions',
        with: [{ name: 'jobs', value: block(lines) }],
      },
    ],
  };
}
