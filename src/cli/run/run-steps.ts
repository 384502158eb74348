// The steps of a project, run as CodeShip ran them: fresh containers for each, what it depends on beside it
// (codeship.md 2.5, 3, 7.1).

import { defined } from '../../ground/defined.ts';
import type { Result } from '../../ground/result.ts';
import type { Item, Leaf, PushItem, RunItem } from '../../legacy/codeship/items.ts';
import type { LocalProject } from '../../legacy/codeship/project.ts';
import { targetOf } from '../../legacy/codeship/push-fields.ts';
import { imageKey, neededBy, type Service, startedWith } from '../../legacy/codeship/service.ts';
import { decideRefCondition } from '../../pattern/ref-condition.ts';
import { stripTag } from '../../template/strip-tag.ts';
import type { StepFields } from './local-variables.ts';
import type { Machine } from './machine.ts';

export type StepChoice = {
  /** What conditions are held against. */
  readonly branch: string;
  /** Whether a branch or a tag was named: without one, steps with `tag` are left out, as CodeShip's own tool did. */
  readonly isRefNamed: boolean;
  /** Whether the steps themselves were named: then conditions are asked only where a ref was. */
  readonly isStepNamed: boolean;
  readonly push: boolean;
  readonly approved: boolean;
  /** How many steps of a parallel group run at once. */
  readonly atOnce: number;
};

export type StepSurroundings = {
  readonly project: LocalProject;
  readonly machine: Machine;
  readonly choice: StepChoice;
  /** One line about what happens. */
  readonly say: (line: string) => void;
  readonly cancelled: () => boolean;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Replaces what stands for values that lay open. */
  readonly revealed: (text: string) => string;
  readonly render: (text: string, step: StepFields) => Result<string>;
  /** Values for build arguments that the Compose file does not have. */
  readonly buildArguments: (service: Service) => Result<Readonly<Record<string, string>>>;
  /** Variables for docker with the credentials of a step. */
  readonly credentials: (leaf: Leaf) => Promise<Result<Readonly<Record<string, string>>>>;
  /** Further variables of the step's own container, as names; the environment of docker has the values. */
  readonly variables: readonly string[];
};

type StepCounts = { passed: number; failed: number; skipped: number };

/** What a shell gives for a program that Ctrl-C ended. */
const interrupted = 130;

export type StepRunner = {
  /** The exit code of the first step that fails; 0 where none does. */
  readonly runAll: (items: readonly Item[]) => Promise<number>;
  readonly counts: StepCounts;
  /** Makes the image of a service available. */
  readonly image: (service: Service, env: Readonly<Record<string, string>>) => Promise<number>;
  /** Removes what outlives steps. */
  readonly close: () => Promise<void>;
};

export function stepRunner(around: StepSurroundings): StepRunner {
  const { project, machine, choice, say, cancelled } = around;
  const counts: StepCounts = { passed: 0, failed: 0, skipped: 0 };
  const images = new Map<string, Promise<number>>();
  const free = slots(choice.atOnce);
  let registry: string | undefined;

  return {
    counts,
    runAll: (items) => serial(items, false),
    image,
    close: async () => {
      if (registry !== undefined) await down(registry);
    },
  };

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
    const code = await ran(item);
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

  async function ran(item: Leaf): Promise<number> {
    const credentials = await around.credentials(item);
    if (!credentials.ok) return refused(credentials.failure.message);
    const env = credentials.value;
    for (const service of [...startedWith(item.service), item.service]) {
      const code = await image(service, env);
      if (code !== 0) return code;
    }
    if (item.kind === 'load') return 0;
    return item.kind === 'push' ? push(item, env) : run(item, env);
  }

  function refused(message: string): number {
    say(`error: ${message}`);
    return 1;
  }

  /** Each image is made once for the whole run, before the first step that needs it (codeship.md 2.2). */
  function image(service: Service, env: Readonly<Record<string, string>>): Promise<number> {
    const key = imageKey(service);
    const known = images.get(key) ?? madeImage(service, env);
    images.set(key, known);
    return known;
  }

  async function madeImage(
    service: Service,
    env: Readonly<Record<string, string>>,
  ): Promise<number> {
    const prefix = `(service: ${service.name}) `;
    const name = machine.projectName();
    if (service.build === undefined) {
      const reference = imageOf(service);
      if ((await machine.docker(['image', 'inspect', reference])).code === 0) return 0;
      const { code } = await machine.docker(['pull', reference], { prefix, env });
      return code === 0 ? 0 : refused(`the image \`${reference}\` cannot be pulled`);
    }
    const args = around.buildArguments(service);
    if (!args.ok) return refused(`the image of \`${service.name}\`: ${args.failure.message}`);
    // By name alone: the values are in the environment, not in a list of processes.
    const given = Object.keys(args.value).flatMap((each) => ['--build-arg', each]);
    const { code } = await machine.compose(
      name,
      ['--progress', 'plain', 'build', ...given, service.id],
      {
        prefix,
        env: { ...env, ...args.value },
      },
    );
    return code === 0 ? 0 : refused(`the image of \`${service.name}\` cannot be built`);
  }

  function imageOf({ image: { name } }: Service): string {
    const { images: replaced } = project.plan.context.settings;
    return (Object.hasOwn(replaced, name) ? replaced[name] : undefined) ?? name;
  }

  async function run(item: RunItem, env: Readonly<Record<string, string>>): Promise<number> {
    const { service } = item;
    const name = machine.projectName();
    const ofStep = `(step: ${item.label.text}) `;
    const prefix = `${ofStep}(service: ${service.name}) `;
    try {
      if (neededBy(service).length > 0) {
        const code = await dependencies(service, name, ofStep, env);
        if (code !== 0) return code;
      }
      const { code } = await machine.compose(
        name,
        [
          ...['--progress', 'quiet', 'run', '--rm', '--no-TTY', '--no-deps', '--use-aliases'],
          ...around.variables.flatMap((each) => ['--env', each]),
          service.id,
          ...item.argv.map(around.revealed),
        ],
        { prefix, isStep: true, env },
      );
      if (code !== 0) await showFailed(name, ofStep);
      return code;
    } finally {
      await down(name);
    }
  }

  /** Started afresh for the step, and waited for where an image has a HEALTHCHECK, for an hour at most. */
  async function dependencies(
    service: Service,
    name: string,
    prefix: string,
    env: Readonly<Record<string, string>>,
  ): Promise<number> {
    const up = await machine.compose(
      name,
      [
        ...['--progress', 'quiet', 'up', '--detach', '--no-build'],
        ...['--scale', `${service.id}=0`, service.id],
      ],
      { prefix, env },
    );
    if (up.code !== 0) {
      await showFailed(name, prefix);
      return up.code;
    }
    const { text } = await machine.compose(name, ['ps', '--quiet']);
    for (const container of text.split('\n').filter((line) => line !== '')) {
      for (let second = 0; ; second += 1) {
        if (cancelled()) return interrupted;
        const state = await machine.docker([
          ...['inspect', '--format'],
          '{{if .State.Running}}{{with .State.Health}}{{.Status}}{{end}}{{end}}',
          container,
        ]);
        const health = state.text.trim();
        if (health === 'unhealthy' || second === 3600) {
          await machine.docker(['logs', '--tail', '50', container], { prefix });
          return refused('a service that the step depends on is unhealthy; its log is above');
        }
        if (health !== 'starting') break;
        await around.sleep(1000);
      }
    }
    return 0;
  }

  /** The logs of dependencies that failed themselves. */
  async function showFailed(name: string, prefix: string): Promise<void> {
    const { text } = await machine.compose(name, [
      'ps',
      '--all',
      '--format',
      '{{.ID}} {{.Service}} {{.ExitCode}} {{.State}}',
    ]);
    for (const line of text.split('\n')) {
      const [id = '', service = '', code = '0', state = ''] = line.split(' ');
      if (id === '' || state !== 'exited' || code === '0') continue;
      say(`\`${service}\` ended with exit code ${code}; the end of its log:`);
      await machine.docker(['logs', '--tail', '50', id], {
        prefix: `${prefix}(service: ${service}) `,
      });
    }
  }

  /** Volumes that services take over from others have names of their own, and stay until the end. */
  async function down(name: string): Promise<void> {
    const options = { cleansUp: true } as const;
    if (cancelled()) {
      // The client that was to remove the step's own container has ended before it.
      const label = `label=com.docker.compose.project=${name}`;
      const { text } = await machine.docker(['ps', '--all', '--quiet', '--filter', label], options);
      const left = text.split('\n').filter((line) => line !== '');
      if (left.length > 0) await machine.docker(['rm', '--force', '--volumes', ...left], options);
    }
    if (!project.plan.keepsVolumes) {
      await machine.compose(name, ['down', '--volumes', '--timeout', '1'], options);
      return;
    }
    await machine.compose(name, ['rm', '--stop', '--force', '--volumes'], options);
    await machine.compose(name, ['down', '--timeout', '1'], options);
  }

  async function push(item: PushItem, env: Readonly<Record<string, string>>): Promise<number> {
    const prefix = `(step: ${item.label.text}) `;
    const target = targetOf(item);
    const tag = around.render(item.imageTag?.text ?? target.tag ?? 'latest', {
      name: item.name?.text ?? '',
      service: item.service.name,
      image_name: target.name,
    });
    if (!tag.ok) return refused(`\`image_tag\`: ${tag.failure.message}`);
    const { tag: stripped } = stripTag(tag.value);
    if (stripped === '') return refused('`image_tag` is empty once it is filled in');
    const reference = `${target.name}:${stripped}`;
    const local = project.plan.registryOf(item.imageName.text);
    if (local !== undefined && registry === undefined) {
      registry = machine.projectName();
      const code =
        (await image(local, env)) ||
        (
          await machine.compose(
            registry,
            ['--progress', 'quiet', 'up', '--detach', '--wait', local.id],
            { prefix, env },
          )
        ).code;
      if (code !== 0) return code;
    }
    const tagged = await machine.docker(['tag', imageOf(item.service), reference], { prefix, env });
    if (tagged.code !== 0) return tagged.code;
    return (await machine.docker(['push', reference], { prefix, env })).code;
  }
}

/** Why a step is left out; undefined for one that runs. */
export async function whySkipped(item: Leaf, choice: StepChoice): Promise<string | undefined> {
  if (item.kind === 'push' && !choice.push) {
    return `it pushes ${targetOf(item).name}; give \`--push\` to push`;
  }
  if (choice.isStepNamed && !choice.isRefNamed) return undefined;
  for (const { tag, exclude } of item.terms) {
    if (tag !== undefined && tag.text !== '' && !choice.isRefNamed) {
      return `it has \`tag: ${tag.text}\`; give \`--branch NAME\` or \`--tag NAME\` to test it`;
    }
    const { holds, reason } = await decideRefCondition(
      {
        ...defined({ tag: tag?.text, exclude: exclude?.text }),
      },
      { codeship: choice.branch, shippable: choice.branch },
    );
    if (!holds) return reason;
  }
  return undefined;
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

/** A name, or a whole label: every item that has it, in order. */
export function itemsNamed(items: readonly Item[], wanted: string): readonly Item[] {
  return items.flatMap((item) => {
    if (item.label.text === wanted || nameOf(item) === wanted) return [item];
    return 'items' in item ? itemsNamed(item.items, wanted) : [];
  });
}

function nameOf({ node }: Item): string | undefined {
  const value = node.entries.find(({ key }) => key.text === 'name')?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}
