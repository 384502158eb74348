// A push step as inputs of the `push` action (codeship.md 4).

import type { Expression } from '../../../expression/expression.ts';
import type { Text } from '../../../expression/text.ts';
import { traced } from '../../../output/tree.ts';
import type { ScalarNode } from '../../../source/node.ts';
import type { OwnStep } from '../../../workflow/model.ts';
import type { PushItem } from '../steps/items.ts';
import { targetOf } from '../steps/push-target.ts';
import type { Plan } from './plan.ts';

type PushFields = Extract<OwnStep, { readonly action: 'push' }>['with'];

const nodeText = (node: ScalarNode): Text => traced(node.text, node);

/** `id` of the image, where a step of the job has built it. */
export function pushFields(item: PushItem, plan: Plan, id?: Expression): PushFields {
  const { service, imageName, imageTag, registry, name } = item;
  const fields: PushFields[number][] = [];
  const add = (key: PushFields[number]['name'], value: Text): void => {
    fields.push({ name: key, value });
  };
  const { settings } = plan.context;
  const image =
    service.build === undefined && Object.hasOwn(settings.images, service.image.name)
      ? (settings.images[service.image.name] ?? service.image.name)
      : service.image.name;
  const target = targetOf(item);
  add('image', id ?? image);
  add('image_name', traced(target.name, imageName));
  if (target.tag !== undefined) add('image_tag', traced(target.tag, imageName));
  if (imageTag !== undefined) add('image_tag', traced(imageTag.text, imageTag));
  // Decided once more by the action itself, as the file says it.
  const [own, ...others] = item.terms;
  if (own?.tag !== undefined && others.length === 0) add('tag', nodeText(own.tag));
  if (own?.exclude !== undefined && others.length === 0) add('exclude', nodeText(own.exclude));
  if (registry !== undefined) add('registry', traced(registry.text, registry));
  const template = imageTag?.text ?? '';
  if (/\.StepName\b/.test(template) && name !== undefined) {
    add('step-name', traced(name.text, name));
  }
  if (/\.ServiceName\b/.test(template)) add('service-name', service.name);
  return fields;
}
