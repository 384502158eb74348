// The files of one project: the workflow, the Compose file, and scripts where they are needed.

import { anyOf, expression, property } from '../../expression/expression.ts';
import { mixedText } from '../../expression/text.ts';
import { defined, filled } from '../../ground/defined.ts';
import type { Job, Workflow } from '../../workflow/model.ts';
import type {
  CompanionDocument,
  CompanionText,
  SecretNeed,
  Translation,
  TranslationContext,
} from '../translation.ts';
import { type BuildPlan, planBuild } from './compose/build-plan.ts';
import { composeFile } from './compose/compose-file.ts';
import { healthChecks } from './compose/health-check.ts';
import { readConditions } from './conditions/conditions.ts';
import { reportProject } from './findings/report-project.ts';
import { exactness } from './jobs/exactness.ts';
import { type JobFacts, servicesOf } from './jobs/jobs.ts';
import { nativeServices } from './jobs/native-services.ts';
import { thatCanRun } from './jobs/never.ts';
import type { Plan } from './jobs/plan.ts';
import type { Project } from './jobs/project.ts';
import { writeJobs } from './jobs/project-jobs.ts';
import { hasDependencies, hasUnknownHealth, runScriptText } from './jobs/run-lines.ts';
import { publishingBranch } from './jobs/segments.ts';
import { openFileOf, secretsOfCompose, withComposeSecrets } from './secrets/open-environment.ts';
import { planSecrets } from './secrets/secret-plan.ts';
import { givenNames, type Passed, passedVariables } from './services/ci-variables.ts';
import {
  type PlainVariables,
  plainFileText,
  plainVariables,
  sealedEnvironment,
} from './services/environment.ts';
import {
  archiveScriptText,
  type OldBase,
  oldBases,
  reportOldBases,
  usesScript,
} from './services/old-bases.ts';
import { scanRepository } from './services/scan-repository.ts';
import { type Service, startedWith } from './services/service.ts';
import { readVolumes } from './services/volumes.ts';
import { allLeavesOf, type Item, type Leaf } from './steps/items.ts';
import { registries } from './steps/registries.ts';
import { fileNamePart } from './values/names.ts';
import { relativeTo } from './values/repository-path.ts';

type Written = Pick<Translation, 'workflows' | 'documents' | 'texts' | 'secrets'>;

export async function writeProject(project: Project): Promise<Written> {
  const { context } = project;
  const layout = await layOut(project);
  const { plan, items, services, leaves, builds, paths, isNative } = layout;
  project.options.watch?.({ items: project.items, plan, composePath: paths.compose });
  const passed = readPassed(services, leaves, project.folder, context);
  const given = givenNames(passed.values());
  const used = usedServices(leaves);
  const composed = composedServices(services, used);
  const plain = new Map(
    composed.map((each) => [each, plainVariables(each, project.folder, context)]),
  );
  const written = writeJobs(items, project.options, jobFacts(layout, passed, given, context));
  const compose: Composing = { layout, composed, passed, plain, written };
  const document = composeDocument(compose, context);
  const usedOriginals = layout.originals.filter((each, index) => used.has(services[index] ?? each));
  reportOldBases(layout.bases, new Set(usedOriginals), project.folder, context);
  reportProject({ project, services, leaves, builds, used, named: namedOf(passed) });
  if (written.length === 0) {
    const { file } = project.stepsFile;
    context.report('no-steps', { file, start: 0, end: 0 }, 'none of the steps can be translated');
    return { workflows: [], documents: [document], texts: [], secrets: [] };
  }
  const inCompose = secretsOfCompose(composed);
  const jobs = written.map(({ job }) => withComposeSecrets(job, inCompose));
  return {
    workflows: [superseding(workflowOf(jobs, paths, project), leaves, project)],
    documents: isNative ? [] : [document],
    texts: [
      ...namesText(given, paths),
      ...plainTexts(plain, paths),
      ...runText(plan, leaves, paths),
      ...archiveText(
        [...used].flatMap((each) => builds.get(each)?.bases ?? []),
        paths,
      ),
    ],
    secrets: [...secretNeeds(layout.secretName, jobs, leaves, plan, builds), ...plan.secrets.needs],
  };
}

/** What is decided before anything is written. */
type Layout = {
  readonly plan: Plan;
  readonly paths: Paths;
  /** The secret with the key of encrypted files. */
  readonly secretName: string;
  /** Whether GitHub's service containers stand for the Compose file. */
  readonly isNative: boolean;
  readonly items: readonly Item[];
  readonly leaves: readonly Leaf[];
  /** The services as the file has them, and what they become, in the same order. */
  readonly originals: readonly Service[];
  readonly services: readonly Service[];
  /** Images of the originals that no runner builds on as they are. */
  readonly bases: ReturnType<typeof oldBases>;
  readonly builds: ReadonlyMap<Service, BuildPlan | undefined>;
  readonly volumes: ReturnType<typeof readVolumes>;
  /** Services that are a registry which steps push to. */
  readonly published: ReadonlySet<Service>;
};

async function layOut(project: Project): Promise<Layout> {
  const { folder, context } = project;
  const conditions = await readConditions(
    project.items.flatMap(allLeavesOf).flatMap(({ terms }) => terms),
    context,
  );
  const running = thatCanRun(project.items, conditions, context);
  const originals = [...project.services.values()];
  const paths = projectPaths(folder);
  const secretName = context.settings.secrets['CODESHIP_AES_KEY'] ?? 'CODESHIP_AES_KEY';
  const key = property(expression`secrets`, secretName);
  const around = { services: project.services, folder, keySecret: key };
  const bases = oldBases(originals, folder, context);
  const planned = new Map<Service, BuildPlan | undefined>(
    originals.map((each) => [each, planBuild(each, bases.get(each) ?? [], around, context)]),
  );
  const native =
    context.settings.style === 'idiomatic'
      ? nativeServices(running, project.services, folder, (service) => planned.get(service))
      : undefined;
  if (native !== undefined) reportNative(project);
  const items = native?.items ?? running;
  const byName = native?.services ?? project.services;
  const services = [...byName.values()];
  const builds = new Map(
    services.map((each, index) => [each, planned.get(originals[index] ?? each)]),
  );
  const leaves = items.flatMap(allLeavesOf);
  const volumes = readVolumes(services, context);
  const { of: registryOf, services: published } = registries(services, leaves);
  const plan: Plan = {
    context,
    folder,
    services: byName,
    ...(native === undefined ? {} : { native: { ...native, namesFile: paths.names } }),
    conditions,
    exactness: exactness(services, folder),
    healthCheck: healthChecks(services, folder, context.repository),
    buildOf: (service) => builds.get(service),
    keepsVolumes: volumes.declared.length > 0,
    volumeNames: volumes.names,
    registryOf,
    secrets: planSecrets(leaves, folder, secretName, context),
    key,
    runScript: paths.runScript,
    archiveScript: paths.archiveScript,
  };
  const isNative = native !== undefined;
  return {
    plan,
    paths,
    secretName,
    isNative,
    items,
    leaves,
    originals,
    services,
    bases,
    builds,
    volumes,
    published,
  };
}

function jobFacts(
  { plan, paths, isNative, leaves, builds }: Layout,
  passed: ReadonlyMap<Service, Passed>,
  given: readonly string[],
  { repository }: TranslationContext,
): JobFacts {
  const inArguments = [...builds.values()].flatMap(
    (build) => build?.arguments.flatMap(({ variables }) => variables) ?? [],
  );
  const isGiven = (service: Service): boolean => passed.get(service)?.isGiven === true;
  const { folder } = plan;
  return {
    plan,
    ...(isNative ? {} : { composePath: paths.compose }),
    hasDotEnv: repository.paths.includes(folder === '' ? '.env' : `${folder}/.env`),
    hasSubmodules: repository.paths.includes('.gitmodules'),
    variablesOf: (started) => new Set([...(started.some(isGiven) ? given : []), ...inArguments]),
    readBy: (started) =>
      new Set([...started.flatMap((each) => [...(passed.get(each)?.read ?? [])]), ...inArguments]),
    needsHistory: needsHistory(leaves, builds),
  };
}

type Composing = {
  readonly layout: Layout;
  readonly composed: readonly Service[];
  readonly passed: ReadonlyMap<Service, Passed>;
  readonly plain: ReadonlyMap<Service, PlainVariables>;
  readonly written: ReturnType<typeof writeJobs>;
};

function composeDocument(
  { layout, composed, passed, plain, written }: Composing,
  context: TranslationContext,
): CompanionDocument {
  const { plan, paths, builds, volumes, published } = layout;
  const { folder } = plan;
  return composeFile(
    paths.compose,
    composed,
    {
      environment: (service) => ({
        folder,
        ...defined({ openFile: openFileOf(service) }),
        ...(passed.get(service)?.isGiven === true
          ? { namesFile: relativeTo(folder, paths.names) }
          : {}),
        ...((plain.get(service)?.inFile.length ?? 0) === 0
          ? {}
          : { plainFile: relativeTo(folder, paths.plain(service)) }),
      }),
      plain: (service) => plain.get(service) ?? { inline: [], inFile: [] },
      arguments: (service) => builds.get(service)?.arguments ?? [],
      healthCheck: plan.healthCheck,
      volumes,
      started: (service) => {
        const count = written.filter((each) => each.services.includes(service)).length;
        return count === 0 ? 'never' : count === written.length ? 'always' : 'sometimes';
      },
      publishes: (service) => published.has(service),
    },
    context,
  );
}

/** All but generators of credentials that nothing else needs. */
function composedServices(
  services: readonly Service[],
  used: ReadonlySet<Service>,
): readonly Service[] {
  const needed = new Set(services.flatMap(startedWith));
  return services.filter((each) => !isGeneratorOnly(each, used, needed));
}

type Paths = {
  /** Of the workflow's file, without its ending. */
  readonly name: string;
  readonly workflow: string;
  readonly compose: string;
  readonly runScript: string;
  readonly archiveScript: string;
  /** The names of the predefined variables. */
  readonly names: string;
  /** The plain variables of a service. */
  readonly plain: (service: Service) => string;
};

function projectPaths(folder: string): Paths {
  const name = folder === '' ? 'codeship' : `codeship-${fileNamePart(folder)}`;
  const own = `.github/${name}`;
  return {
    name,
    workflow: `.github/workflows/${name}.yml`,
    compose: folder === '' ? 'compose.codeship.yml' : `${folder}/compose.codeship.yml`,
    runScript: `${own}/run.sh`,
    archiveScript: `${own}/archive.sh`,
    names: `${own}/ci.env`,
    plain: ({ id }) => `${own}/environment/${id}.env`,
  };
}

function workflowOf(jobs: readonly Job[], paths: Paths, { folder, options }: Project): Workflow {
  return {
    path: paths.workflow,
    header: [],
    ...defined({ folder: filled(folder) }),
    on: options.byHandOnly ? { dispatch: true } : { push: {} },
    concurrency: mixedText`${paths.name}-${expression`github.ref`}`,
    jobs,
  };
}

function reportNative({ context, services, stepsFile: { file } }: Project): void {
  for (const { keys } of services.values()) {
    for (const node of [...(keys.ports ?? []), ...(keys.expose ?? [])])
      context.otherwise(
        'dropped-key',
        node,
        'it is left out: commands reach the service by its name, on every port',
      );
  }
  context.report(
    'idiomatic-change',
    { file, start: 0, end: 0 },
    'databases and the like are GitHub service containers, which all steps of a job share; CodeShip started new ones for every step',
  );
}

/** `--style=idiomatic`: a new commit ends the run of the one before, but not where something is deployed from. */
function superseding(
  workflow: Workflow,
  leaves: readonly Leaf[],
  { context, stepsFile: { file } }: Project,
): Workflow {
  if (context.settings.style !== 'idiomatic' || workflow.on.push === undefined) return workflow;
  const branches = [...new Set(leaves.flatMap(publishingBranch))];
  const kept =
    branches.length === 0
      ? ''
      : `, and except for ${branches.map((each) => `\`${each}\``).join(', ')}`;
  context.report(
    'idiomatic-change',
    { file, start: 0, end: 0 },
    `except on the default branch${kept}, a new commit cancels the run of the previous one; CodeShip finished both unless its settings said otherwise`,
  );
  const isDefault = expression`github.ref_name == github.event.repository.default_branch`;
  const others = branches.map((branch) => expression`github.ref_name == ${branch}`);
  const whole = anyOf([isDefault, ...others]) ?? isDefault;
  return {
    ...workflow,
    cancelInProgress:
      others.length === 0
        ? expression`github.ref_name != github.event.repository.default_branch`
        : expression`!(${whole})`,
  };
}

function readPassed(
  services: readonly Service[],
  leaves: readonly Leaf[],
  folder: string,
  { repository }: TranslationContext,
): ReadonlyMap<Service, Passed> {
  const scan = scanRepository(repository);
  const started = new Set(servicesOf(leaves));
  return new Map(
    services.map((service) => {
      const commands = leaves.flatMap((leaf) =>
        leaf.kind === 'run' && leaf.service === service ? [leaf.argv] : [],
      );
      return [
        service,
        passedVariables(service, { commands, isUsed: started.has(service) }, folder, scan),
      ];
    }),
  );
}

const namedOf = (passed: ReadonlyMap<Service, Passed>): ReadonlySet<string> =>
  new Set([...passed.values()].flatMap(({ named }) => [...named]));

function needsHistory(
  leaves: readonly Leaf[],
  builds: ReadonlyMap<Service, BuildPlan | undefined>,
): boolean {
  return (
    [...builds.values()].some((build) => build?.needsHistory === true) ||
    leaves.some(
      (leaf) => leaf.kind === 'push' && /\.CommitDescription\b/.test(leaf.imageTag?.text ?? ''),
    )
  );
}

/** Services that the workflow starts, builds or pushes. */
function usedServices(leaves: readonly Leaf[]): ReadonlySet<Service> {
  return new Set(leaves.flatMap(({ service }) => [...startedWith(service), service]));
}

/** A generator that is pulled and only writes credentials stands in the login, and needs no place in the Compose file. */
function isGeneratorOnly(
  service: Service,
  used: ReadonlySet<Service>,
  needed: ReadonlySet<Service>,
): boolean {
  if (service.build !== undefined || used.has(service) || needed.has(service)) return false;
  return /dockercfg-generator(?::|$)/.test(service.image.name);
}

const namesText = (given: readonly string[], { names: path }: Paths): readonly CompanionText[] =>
  given.length === 0 ? [] : [{ path, text: `${given.join('\n')}\n`, from: [] }];

const plainTexts = (
  plain: ReadonlyMap<Service, PlainVariables>,
  paths: Paths,
): readonly CompanionText[] =>
  [...plain].flatMap(([service, { inFile }]) =>
    inFile.length === 0
      ? []
      : [
          {
            path: paths.plain(service),
            text: plainFileText(inFile),
            from: inFile.map(({ node }) => node),
          },
        ],
  );

/** The script that run steps with dependencies share. */
function runText(plan: Plan, leaves: readonly Leaf[], paths: Paths): readonly CompanionText[] {
  const runs = leaves.filter((leaf) => leaf.kind === 'run').filter(hasDependencies);
  if (runs.length === 0) return [];
  const waits = runs.some((leaf) => hasUnknownHealth(leaf, plan));
  const text = runScriptText(waits, plan.keepsVolumes);
  return [{ path: paths.runScript, text, from: [] }];
}

const archiveText = (bases: readonly OldBase[], paths: Paths): readonly CompanionText[] =>
  bases.some(usesScript) ? [{ path: paths.archiveScript, text: archiveScriptText, from: [] }] : [];

function secretNeeds(
  name: string,
  jobs: readonly Job[],
  leaves: readonly Leaf[],
  plan: Plan,
  builds: ReadonlyMap<Service, BuildPlan | undefined>,
): readonly SecretNeed[] {
  const isAsked = jobs.some(({ steps }) =>
    steps.some((step) => 'with' in step && step.with.some(({ value }) => value === plan.key)),
  );
  if (!isAsked) return [];
  const sealed = usedServices(leaves);
  const at =
    [...sealed].flatMap((service) => sealedEnvironment(service, plan.folder))[0]?.node ??
    leaves.find(({ credentials }) => credentials !== undefined)?.credentials?.nodes[0] ??
    [...builds].find(([, build]) => build?.needsKey)?.[0].node;
  return [
    {
      name,
      why: "opens the encrypted files: the text of the project's codeship.aes, a line of 44 characters",
      ...defined({ at }),
      source: { kind: 'key' },
    },
  ];
}
