// The jobs of a workflow: one that does everything, and one behind each approval (codeship.md 3.7).

import { type Expression, expression } from '../../../expression/expression.ts';
import type { Text } from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { traced } from '../../../output/tree.ts';
import type { Job, Step } from '../../../workflow/model.ts';
import { checkoutStep } from '../../checkout-step.ts';
import type { Conjunction } from '../conditions/condition-choice.ts';
import { prepareId } from '../conditions/conditions.ts';
import { secretStep } from '../secrets/secret-step.ts';
import { jobVariables } from '../services/ci-variables.ts';
import { type Service, startedWith } from '../services/service.ts';
import { allLeavesOf, type Item, type Leaf } from '../steps/items.ts';
import { createJob } from './job-builder.ts';
import { indexLogins } from './logins.ts';
import { lowerItem } from './lower-items.ts';
import type { Plan } from './plan.ts';
import { prepareStep } from './prepare-step.ts';

export type JobFrame = {
  readonly id: string;
  readonly name: Text;
  readonly if?: Expression;
  readonly needs?: readonly string[];
  readonly environment?: Text;
  readonly approved: boolean;
  /** Conditions that a later job asks for. */
  readonly asked: readonly Conjunction[];
  /** The leaves of all jobs that are to be alike: each has the variables of all. */
  readonly together?: readonly Leaf[];
};

/** What a project's jobs share. */
export type JobFacts = {
  readonly plan: Plan;
  /** Undefined where no step needs the Compose file. */
  readonly composePath?: string;
  /** A `.env` beside the Compose file, which CodeShip never read. */
  readonly hasDotEnv: boolean;
  readonly hasSubmodules: boolean;
  /** Predefined variables that the services of these leaves get. */
  readonly variablesOf: (services: readonly Service[]) => ReadonlySet<string>;
  /** Those of them that something is known to read. */
  readonly readBy: (services: readonly Service[]) => ReadonlySet<string>;
  readonly needsHistory: boolean;
};

export type WrittenJob = {
  readonly job: Job;
  readonly services: readonly Service[];
};

/** CodeShip ended a build after five hours (codeship.md 7.3). */
const timeoutMinutes = 300;

export function writeJob(items: readonly Item[], frame: JobFrame, facts: JobFacts): WrittenJob {
  const { plan } = facts;
  const leaves = items.flatMap(allLeavesOf);
  const builder = createJob(plan.conditions, [prepareId]);
  const logins = indexLogins(leaves);
  for (const item of items) lowerItem(item, { plan, job: builder, logins });
  for (const each of frame.asked) builder.decide(each);
  const finished = builder.finish();
  const services = servicesOf(leaves);
  const alike = frame.together === undefined ? services : servicesOf(frame.together);
  const variables = jobVariables(facts.variablesOf(alike), facts.readBy(alike), frame.approved);
  const prepare = prepareStep(
    {
      computed: variables.computed,
      services: [...alike, ...sealedGenerators(leaves)],
      conditions: finished.decided,
    },
    plan,
  );
  const containers = [
    ...new Set(alike.flatMap((service) => plan.native?.containersOf(service) ?? [])),
  ];
  const written = secretStep(plan.secrets.filesOf(frame.together ?? leaves));
  const steps: Step[] = [
    checkoutStep(facts.needsHistory || variables.needsHistory ? 0 : undefined, facts.hasSubmodules),
    ...(prepare === undefined ? [] : [prepare]),
    ...(written === undefined ? [] : [written]),
    ...finished.steps,
    ...removeVolumes(services, plan),
  ];
  const job: Job = {
    id: frame.id,
    name: frame.name,
    runsOn: plan.context.settings.runner,
    timeoutMinutes,
    permissions: [{ scope: 'contents', access: 'read' }],
    env: [
      ...(facts.composePath === undefined
        ? []
        : [{ name: 'COMPOSE_FILE', value: facts.composePath }]),
      ...(facts.hasDotEnv && facts.composePath !== undefined
        ? [
            {
              name: 'COMPOSE_DISABLE_ENV_FILE',
              value: 'true',
              raw: true,
            } as const,
          ]
        : []),
      ...variables.env,
    ],
    ...defined({ services: filled(containers) }),
    steps,
    ...defined({ if: frame.if, needs: frame.needs, environment: frame.environment }),
  };
  return { job, services };
}

/** A machine that is kept would collect the volumes of its builds, and a second attempt would find those of the first. */
function removeVolumes(services: readonly Service[], { volumeNames }: Plan): readonly Step[] {
  if (volumeNames.length === 0 || services.length === 0) return [];
  const names = volumeNames.map((name) => `"${name}"`).join(' ');
  return [
    {
      kind: 'run',
      name: 'Remove the volumes',
      if: expression`always()`,
      run: [traced(`docker volume rm --force ${names}`)],
    },
  ];
}

/** Services that a job starts. */
export const servicesOf = (leaves: readonly Leaf[]): readonly Service[] => [
  ...new Set(
    leaves
      .filter(({ kind }) => kind === 'run')
      .flatMap(({ service }) => [...startedWith(service), service]),
  ),
];

/** The login opens encrypted files itself, but not values that stood in the services file. */
const sealedGenerators = (leaves: readonly Leaf[]): readonly Service[] =>
  [...leaves, ...leaves.map(({ service }) => service)].flatMap(({ credentials }) =>
    credentials?.kind === 'generator' &&
    credentials.service.keys.encrypted_environment !== undefined
      ? [credentials.service]
      : [],
  );
