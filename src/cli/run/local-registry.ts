// A registry among the services of a project that steps push to: one for the whole run.

import type { PushItem } from '../../legacy/codeship/steps/items.ts';
import type { ServiceImages } from './service-images.ts';
import { removeServices } from './step-services.ts';
import type { StepSurroundings, Variables } from './step-surroundings.ts';

export type LocalRegistry = {
  /** Starts it before the first step that pushes there; an exit code. */
  readonly startFor: (item: PushItem, env: Variables) => Promise<number>;
  readonly close: () => Promise<void>;
};

export function localRegistry(around: StepSurroundings, images: ServiceImages): LocalRegistry {
  const { machine, project } = around;
  let name: string | undefined;
  return {
    async startFor(item, env) {
      const service = project.plan.registryOf(item.imageName.text);
      if (service === undefined || name !== undefined) return 0;
      name = machine.projectName();
      const made = await images.make(service, env);
      if (made !== 0) return made;
      const up = await machine.compose(
        name,
        ['--progress', 'quiet', 'up', '--detach', '--wait', service.id],
        { prefix: `(step: ${item.label.text}) `, env },
      );
      return up.code;
    },
    async close() {
      if (name !== undefined) await removeServices(name, around);
    },
  };
}
