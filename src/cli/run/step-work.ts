// What a step itself does: a command in a container of its own, or a push.

import { neededBy } from '../../legacy/codeship/services/service.ts';
import type { PushItem, RunItem } from '../../legacy/codeship/steps/items.ts';
import { targetOf } from '../../legacy/codeship/steps/push-target.ts';
import { stripTag } from '../../template/strip-tag.ts';
import type { LocalRegistry } from './local-registry.ts';
import type { ServiceImages } from './service-images.ts';
import { removeServices, showFailed, startServices } from './step-services.ts';
import { refuse, type StepSurroundings, type Variables } from './step-surroundings.ts';

/** Runs its command, with what its service depends on beside it; an exit code. */
export async function runCommand(
  item: RunItem,
  env: Variables,
  around: StepSurroundings,
): Promise<number> {
  const { machine, variables, revealed } = around;
  const { service } = item;
  const name = machine.projectName();
  const ofStep = `(step: ${item.label.text}) `;
  try {
    if (neededBy(service).length > 0) {
      const code = await startServices(service, { name, prefix: ofStep, env }, around);
      if (code !== 0) return code;
    }
    const { code } = await machine.compose(
      name,
      [
        ...['--progress', 'quiet', 'run', '--rm', '--no-TTY', '--no-deps', '--use-aliases'],
        ...variables.flatMap((each) => ['--env', each]),
        service.id,
        ...item.argv.map(revealed),
      ],
      { prefix: `${ofStep}(service: ${service.name}) `, isStep: true, env },
    );
    if (code !== 0) await showFailed(name, ofStep, around);
    return code;
  } finally {
    await removeServices(name, around);
  }
}

/** Tags the image of its service, and pushes it; an exit code. */
export async function pushImage(
  item: PushItem,
  env: Variables,
  { around, images, registry }: PushSurroundings,
): Promise<number> {
  const { docker } = around.machine;
  const prefix = `(step: ${item.label.text}) `;
  const target = targetOf(item);
  const tag = around.render(item.imageTag?.text ?? target.tag ?? 'latest', {
    name: item.name?.text ?? '',
    service: item.service.name,
    image_name: target.name,
  });
  if (!tag.ok) return refuse(around, `\`image_tag\`: ${tag.failure.message}`);
  const { tag: stripped } = stripTag(tag.value);
  if (stripped === '') return refuse(around, '`image_tag` is empty once it is filled in');
  const reference = `${target.name}:${stripped}`;
  const started = await registry.startFor(item, env);
  if (started !== 0) return started;
  const options = { prefix, env };
  const tagged = await docker(['tag', images.nameOf(item.service), reference], options);
  if (tagged.code !== 0) return tagged.code;
  return (await docker(['push', reference], options)).code;
}

type PushSurroundings = {
  readonly around: StepSurroundings;
  readonly images: ServiceImages;
  readonly registry: LocalRegistry;
};
