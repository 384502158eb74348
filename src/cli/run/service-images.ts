// The images of services: each is made once for the whole run, before the first step that needs it (codeship.md 2.2).

import { imageKey, type Service } from '../../legacy/codeship/services/service.ts';
import type { LocalBases } from './old-bases.ts';
import { refuse, type StepSurroundings, type Variables } from './step-surroundings.ts';

export type ServiceImages = {
  /** Makes the image of a service available; an exit code. */
  readonly make: (service: Service, env: Variables) => Promise<number>;
  /** What the engine calls it. */
  readonly nameOf: (service: Service) => string;
};

export function serviceImages(around: StepSurroundings, bases: LocalBases): ServiceImages {
  const made = new Map<string, Promise<number>>();
  const { images: replaced } = around.project.plan.context.settings;
  const nameOf = ({ image: { name } }: Service): string =>
    (Object.hasOwn(replaced, name) ? replaced[name] : undefined) ?? name;
  return {
    nameOf,
    make(service, env) {
      const key = imageKey(service);
      const known =
        made.get(key) ??
        (service.build === undefined
          ? pulled(nameOf(service), prefixOf(service), env, around)
          : mendedAndBuilt(service, env));
      made.set(key, known);
      return known;
    },
  };

  async function mendedAndBuilt(service: Service, env: Variables): Promise<number> {
    const code = await bases.mend(service, env);
    return code === 0
      ? built(service, env, around)
      : refuse(around, `a base of the image of \`${service.name}\` cannot be made good`);
  }
}

const prefixOf = ({ name }: Service): string => `(service: ${name}) `;

async function pulled(
  reference: string,
  prefix: string,
  env: Variables,
  around: StepSurroundings,
): Promise<number> {
  const { docker } = around.machine;
  if ((await docker(['image', 'inspect', reference])).code === 0) return 0;
  const { code } = await docker(['pull', reference], { prefix, env });
  return code === 0 ? 0 : refuse(around, `the image \`${reference}\` cannot be pulled`);
}

async function built(service: Service, env: Variables, around: StepSurroundings): Promise<number> {
  const { machine } = around;
  const args = around.buildArguments(service);
  if (!args.ok) return refuse(around, `the image of \`${service.name}\`: ${args.failure.message}`);
  // By name alone: the values are in the environment, not in a list of processes.
  const given = Object.keys(args.value).flatMap((each) => ['--build-arg', each]);
  const { code } = await machine.compose(
    machine.projectName(),
    ['--progress', 'plain', 'build', ...given, service.id],
    { prefix: prefixOf(service), env: { ...env, ...args.value } },
  );
  return code === 0 ? 0 : refuse(around, `the image of \`${service.name}\` cannot be built`);
}
