// Assembly Lines and the CI part together: each connected part of the graph becomes a workflow, and the one that holds
// the CI job is CI's own.

import { writeScalar } from '../../output/scalar.ts';
import { type Line, traced } from '../../output/tree.ts';
import {
  leavesOf,
  type MappingNode,
  type ScalarNode,
  type SourceNode,
  valueAt,
} from '../../source/node.ts';
import type { SourceDocument } from '../../source/parse.ts';
import { settleTemplates } from '../shippable/keys/config.ts';
import { secretNames } from '../shippable/secrets/secret-names.ts';
import { translateShippable } from '../shippable/translate.ts';
import { lineKeys, type ShippableSources } from '../sources.ts';
import type { CompanionDocument, Translation, TranslationContext } from '../translation.ts';
import type { CiVersions } from './files/ci-versions.ts';
import { sourceName } from './files/definition.ts';
import { readOthers, unknownRepository } from './files/foreign.ts';
import { integrationKinds } from './files/kinds.ts';
import type { LineSources, LineWork } from './files/line-work.ts';
import type { LineResource } from './files/model.ts';
import { type OwnRepository, ownRepository } from './files/own-repository.ts';
import { nearHelp, readLines } from './files/read.ts';
import { sendsOf } from './graph/across.ts';
import { lineGraph } from './graph/edges.ts';
import { buildGraph, type Graph, type JobNode } from './graph/graph.ts';
import {
  connectedParts,
  isReal,
  type Plan,
  planJobs,
  repositoryOf,
  withWatch,
} from './graph/plan.ts';
import { settleUnused } from './graph/unused.ts';
import { type CiPart, type LinePart, lineWorkflow, nameJobs, outputsOf } from './line-workflow.ts';
import { manifestFiles } from './managed-jobs/deploy-files.ts';
import { reportIdleScripts } from './managed-jobs/deploy-job.ts';
import { sendingWorkflow } from './sending.ts';
import { checkoutSteps } from './tasks/checkout-steps.ts';
import { loginSteps } from './tasks/cli-logins.ts';
import type { JobParts } from './tasks/job-parts.ts';
import { jobSecrets } from './tasks/line-secrets.ts';
import { notices } from './tasks/notify.ts';
import {
  reportDefinitions,
  reportMasks,
  reportPitfalls,
  reportSecretVersions,
} from './tasks/pitfalls.ts';
import { endStep, startStep, versionOutputs } from './tasks/start-step.ts';
import { watchNode } from './watch.ts';

const hasCiPart = (root: SourceNode | undefined): root is MappingNode =>
  root?.kind === 'mapping' && root.entries.some(({ key }) => !lineKeys.includes(key.text));

/** Everything of Shippable in a repository. */
export function translateLines(
  { shippable, templates }: LineSources,
  { files, versions }: LineWork,
  context: TranslationContext,
): readonly Translation[] {
  const main = shippable?.main;
  const lines = readLines(files, context);
  const hasCi = hasCiPart(main?.root);
  const name = context.settings.repository ?? context.repository.name;
  const own = ownRepository(lines, name, hasCi, context.report);
  const others = readOthers(context.others ?? []);
  const graph = buildGraph({
    lines,
    own,
    hasCi,
    asked: versions.asks,
    written: [...new Set(versions.written.map(({ name }) => name))],
    others,
    report: context.report,
  });
  const sends = sendsOf(graph, others);
  const planned = planJobs(graph, own, context.report);
  const plans = context.settings.watch === 'poll' ? withWatch(planned, watchNode) : planned;
  settleUnused(graph, others, context);
  const kinds = integrationKinds(main?.root, context);
  const secrets = secretNames(context);
  const parts: JobParts = {
    own,
    context,
    pins: true,
    secrets,
    kinds,
    resources: lines.resources,
    hasPullRequest: false,
  };
  const ciCommands = hasCi ? commandsOfCi(main?.root) : [];
  for (const node of graph.jobs) {
    reportIdleScripts(node, parts);
    reportPitfalls(node, ciCommands, context);
  }
  reportDefinitions(lines.resources, context);
  if (plans.some(({ fires }) => fires.some(({ resource }) => resource !== undefined)))
    reportMasks(graph.jobs, kinds, context);
  const partOf = (group: readonly JobNode[]): LinePart => ({
    plans: plansOf(group, plans),
    sends: sends.filter(({ from }) => group.includes(from)),
  });
  const translations: Translation[] = [];
  const groups = connectedParts(graph);
  const ciGroup = groups.find((group) => group.some((node) => node === graph.ci));
  if (shippable !== undefined && hasCi) {
    const pins = plans.some(({ node }) => node !== graph.ci && ciGroup?.includes(node));
    const part = partOf(ciGroup ?? []);
    const ci = translateCi(graph, part, versions, shippable, { ...parts, pins });
    translations.push(ciGroup === undefined ? ci : withLines(ci, part, graph, parts, files));
  } else if (shippable !== undefined) translateShippable(shippable, context);
  else if (templates !== undefined) settleTemplates(templates, context);
  const made = groups
    .filter((group) => group !== ciGroup && group.some(isReal))
    .map((group) => lineWorkflow(partOf(group), parts));
  if (files.length === 0) return translations;
  return [
    ...translations,
    {
      system: 'shippable-assembly-lines',
      sources: [...(hasCi || templates === undefined ? [] : [templates]), ...files],
      workflows: made.map(({ workflow }) => workflow),
      documents: [
        ...manifestFiles(graph, parts),
        ...sendingWorkflows(plans, own, parts),
        ...made.flatMap(({ documents }) => documents),
      ],
      texts: [],
      secrets: secrets.all(),
      lines: lineGraph(graph, plans, name ?? own.slug),
    },
  ];
}

/** For each other repository whose commits start a job: what it has to run. */
function sendingWorkflows(
  plans: readonly Plan[],
  own: OwnRepository,
  { context }: JobParts,
): readonly CompanionDocument[] {
  const bySlug = new Map<string, Set<LineResource>>();
  for (const { node, events } of plans) {
    for (const event of events) {
      if (event.kind !== 'dispatch') continue;
      const resource = repositoryOf(node, event.name);
      if (resource === undefined) continue;
      const slug = sourceName(resource)?.text ?? unknownRepository;
      bySlug.set(slug, (bySlug.get(slug) ?? new Set()).add(resource));
    }
  }
  const receiver = context.settings.repository ?? context.repository.name ?? own.slug;
  return [...bySlug].map(([slug, resources]) =>
    sendingWorkflow([...resources], slug, receiver, context),
  );
}

const plansOf = (group: readonly JobNode[], plans: readonly Plan[]): readonly Plan[] =>
  plans.filter(({ node }) => group.includes(node));

/** All texts of the CI part, its commands among them. */
const commandsOfCi = (root: SourceNode | undefined): readonly ScalarNode[] =>
  root === undefined
    ? []
    : leavesOf(root).filter(
        (leaf): leaf is ScalarNode =>
          leaf.kind === 'scalar' && !/^\/(?:resources|jobs|triggers)\//.test(leaf.path),
      );

/** CI's own workflow, with the frame of a line around its commands where they ask for one. */
function translateCi(
  graph: Graph,
  part: LinePart,
  versions: CiVersions,
  shippable: ShippableSources,
  parts: JobParts,
): Translation {
  const { context } = parts;
  const node = graph.ci;
  if (node === undefined || (node.job === undefined && !versions.asks))
    return translateShippable(shippable, context);
  reportMisspelt(node, versions, context);
  const more = (node.alsoWrites ?? []).flatMap((name) => unlistedLines(name, graph));
  const commands = commandsOfCi(shippable.main.root);
  const held = jobSecrets(node, commands, parts);
  const outputs = outputsOf(node, part, nameJobs(part));
  const told = notices(node.job, parts.resources, { ...parts, hasPullRequest: true });
  const translation = translateShippable(shippable, {
    ...context,
    line: {
      start: [
        startStep(node, parts, held, { in: told.lines, out: more, commands }),
        ...told.start,
        ...node.inputs.flatMap((input) =>
          input.kind === 'resource' && input.resource.type === 'gitRepo'
            ? checkoutSteps(input.resource, commands, true, parts)
            : [],
        ),
        ...loginSteps(node, parts),
      ],
      env: held.env,
      end: [...told.end, endStep(node, commands)],
      outputs: versionOutputs(outputs),
    },
  });
  reportSecretVersions(
    commands,
    [...translation.secrets.map(({ name }) => name), ...held.env.map(({ name }) => name)],
    context,
  );
  return translation;
}

/** What a listed job writes for a name that it does not list. */
function reportMisspelt(
  node: JobNode,
  { written }: CiVersions,
  { report }: TranslationContext,
): void {
  if (node.job === undefined) return;
  const listed = [node.name, ...node.outputs.map(({ step }) => step.name)];
  for (const { name, at } of written) {
    if (listed.includes(name)) continue;
    report(
      'line-unknown-version',
      at,
      `this command writes a version of \`${name}\`, which is not an \`OUT\` of \`${node.name}\`, so nobody ever read it`,
      nearHelp(name, listed) ?? `add \`- OUT: ${name}\` to the steps of \`${node.name}\``,
    );
  }
}

/** A version that CI writes though no job says so: of a resource that is known, or of another repository's. */
function unlistedLines(name: string, graph: Graph): readonly Line[] {
  const resource = graph.resources.find((one) => one.name === name);
  const type = resource?.type ?? 'external';
  const node = valueAt(resource?.node, 'type');
  return [
    traced(`- name: ${writeScalar(name)}`),
    node === undefined ? traced(`  type: ${type}`) : traced(`  type: ${writeScalar(type)}`, node),
  ];
}

function withLines(
  ci: Translation,
  group: LinePart,
  graph: Graph,
  parts: JobParts,
  files: readonly SourceDocument[],
): Translation {
  const [workflow] = ci.workflows;
  if (workflow === undefined || graph.ci === undefined) return ci;
  const part: CiPart = { node: graph.ci, workflow };
  const made = lineWorkflow({ ...group, ci: part }, parts);
  return {
    ...ci,
    madeFrom: [...ci.sources, ...files.filter((file) => !ci.sources.includes(file))],
    workflows: [made.workflow],
    documents: [...ci.documents, ...made.documents],
  };
}
