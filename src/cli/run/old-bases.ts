// Bases that a build of today would fail on: made good before the build, as the steps of the workflow do it. Here the
// machine is the user's own, so at the end each name means again what it meant.

import { mendingLines, type OldBase } from '../../legacy/codeship/services/old-bases.ts';
import type { Service } from '../../legacy/codeship/services/service.ts';
import type { StepSurroundings, Variables } from './step-surroundings.ts';

export type LocalBases = {
  /** Makes the bases of a service good; an exit code. */
  readonly mend: (service: Service, env: Variables) => Promise<number>;
  /** Gives the names of the images back. */
  readonly restore: () => Promise<void>;
};

export function localBases({ project, machine, archiveScript }: StepSurroundings): LocalBases {
  const mended = new Map<string, Promise<number>>();
  /** What each name meant before; empty where the machine had no such image. */
  const before = new Map<string, string>();
  return {
    async mend(service, env) {
      for (const base of project.plan.buildOf(service)?.bases ?? []) {
        const known = mended.get(base.image) ?? mendOne(base, service, env);
        mended.set(base.image, known);
        const code = await known;
        if (code !== 0) return code;
      }
      return 0;
    },
    async restore() {
      for (const [image, id] of before) {
        const args = id === '' ? ['rmi', '--no-prune', image] : ['tag', id, image];
        await machine.docker(args, { cleansUp: true });
      }
    },
  };

  async function mendOne(base: OldBase, { name }: Service, env: Variables): Promise<number> {
    const found = await machine.docker(['image', 'inspect', '--format', '{{.Id}}', base.image]);
    before.set(base.image, found.code === 0 ? found.text.trim() : '');
    const text = mendingLines(base, archiveScript).join('\n');
    const { code } = await machine.shell(text, { prefix: `(service: ${name}) `, env });
    return code;
  }
}
