// The steps of a project, run as CodeShip ran them: fresh containers for each, what it depends on beside it
// (codeship.md 2.5, 3, 7.1).

import { type Service, startedWith } from '../../legacy/codeship/services/service.ts';
import type { Item, Leaf } from '../../legacy/codeship/steps/items.ts';
import { localRegistry } from './local-registry.ts';
import { localBases } from './old-bases.ts';
import { serviceImages } from './service-images.ts';
import { whySkipped } from './step-choice.ts';
import { interrupted, refuse, type StepSurroundings, type Variables } from './step-surroundings.ts';
import { pushImage, runCommand } from './step-work.ts';

type StepCounts = { passed: number; failed: number; skipped: number };

export type StepRunner = {
  /** The exit code of the first step that fails; 0 where none does. */
  readonly runAll: (items: readonly Item[]) => Promise<number>;
  readonly counts: StepCounts;
  /** Makes the image of a service available. */
  readonly image: (service: Service, env: Variables) => Promise<number>;
  /** Removes what outlives steps. */
  readonly close: () => Promise<void>;
};

export function stepRunner(around: StepSurroundings): StepRunner {
  const bases = localBases(around);
  const images = serviceImages(around, bases);
  const registry = localRegistry(around, images);
  const { runAll, counts } = ordered(around, async (item) => {
    const credentials = await around.credentials(item);
    if (!credentials.ok) return refuse(around, credentials.failure.message);
    const env = credentials.value;
    for (const service of [...startedWith(item.service), item.service]) {
      const code = await images.make(service, env);
      if (code !== 0) return code;
    }
    if (item.kind === 'load') return 0;
    return item.kind === 'push'
      ? pushImage(item, env, { around, images, registry })
      : runCommand(item, env, around);
  });
  return {
    runAll,
    counts,
    image: images.make,
    async close() {
      await registry.close();
      await bases.restore();
    },
  };
}

/** Runs items in their order, groups at once, and what follows a failure. */
function ordered(
  { choice, say, cancelled }: StepSurroundings,
  run: (item: Leaf) => Promise<number>,
): Pick<StepRunner, 'runAll' | 'counts'> {
  const counts: StepCounts = { passed: 0, failed: 0, skipped: 0 };
  const free = slots(choice.atOnce);
  return { counts, runAll: (items) => serial(items, false) };

  async function serial(items: readonly Item[], goesOn: boolean): Promise<number> {
    let first = 0;
    for (const item of items) {
      const code = await one(item);
      first ||= code;
      if (code !== 0 && !goesOn) return code;
    }
    return first;
  }

  async function one(item: Item): Promise<number> {
    if (cancelled()) return interrupted;
    const code = 'items' in item ? await group(item) : await free(() => leaf(item));
    if (code !== 0 && item.onFail.length > 0 && !cancelled()) {
      say(`${item.label.text} failed: its \`on_fail\` steps run`);
      await serial(item.onFail, true);
    }
    return code;
  }

  async function group(item: Extract<Item, { readonly items: readonly Item[] }>): Promise<number> {
    if (item.kind === 'manual' && !choice.approved && !choice.isStepNamed) {
      counts.skipped += 1;
      say(
        `skipped: ${item.label.text || 'the group'} waits for an approval; give \`--approve\` to run it`,
      );
      return 0;
    }
    if (item.kind !== 'parallel') return serial(item.items, false);
    // Siblings of one that fails finish (codeship.md 3.2).
    const codes = await Promise.all(item.items.map(one));
    return codes.find((code) => code !== 0) ?? 0;
  }

  async function leaf(item: Leaf): Promise<number> {
    const name = item.label.text;
    const reason = await whySkipped(item, choice);
    if (reason !== undefined) {
      counts.skipped += 1;
      say(`skipped: ${name}: ${reason}`);
      return 0;
    }
    say(`running: ${name}`);
    const code = await run(item);
    if (code === 0) counts.passed += 1;
    else counts.failed += 1;
    say(
      cancelled()
        ? `ended: ${name}`
        : code === 0
          ? `passed: ${name}`
          : `failed: ${name} (exit code ${code})`,
    );
    return cancelled() ? interrupted : code;
  }
}

/** Runs at most so many at once; the others wait in their order. */
function slots(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (busy >= most) await new Promise<void>((go) => waiting.push(go));
    else busy += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  };
}
