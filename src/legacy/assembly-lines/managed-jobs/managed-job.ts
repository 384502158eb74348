// What managed jobs have in common: the parameters and images that they are given, and the checkout.

import { lastOfEach } from '../../../ground/each-once.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import type { Line } from '../../../output/tree.ts';
import { quoteWord } from '../../../shell/words.ts';
import type { Step } from '../../../workflow/model.ts';
import { plainLine } from '../../shippable/scripts/script.ts';
import type { CompanionDocument } from '../../translation.ts';
import type { LineResource } from '../files/model.ts';
import type { Input, JobNode } from '../graph/graph.ts';
import { passedOn } from './deploy-services.ts';
import {
  isFor,
  manifestsOf,
  type ResourceInput,
  resourceInputs,
  type Service,
} from './deployment.ts';

export type ManagedJob = {
  readonly steps: readonly Step[];
  readonly documents: readonly CompanionDocument[];
};

export const checkout: Step = {
  kind: 'uses',
  uses: 'actions/checkout',
  name: 'Check out the repository',
  with: [{ name: 'persist-credentials', value: 'false', raw: true }],
};

/** Params of a deployment, those of its manifests first; none where all of them are as they were written. */
function writtenParams(node: JobNode): readonly ResourceInput[] {
  const all = [...manifestsOf(node), ...passedOn(node), node].flatMap((one) =>
    resourceInputs(one, 'params'),
  );
  const distinct = lastOfEach(all, ({ resource }) => resource);
  return distinct.some(({ producers }) => producers.length > 0) ? distinct : [];
}

/** What jobs wrote for params takes the place of what the reviewed file says, in the containers that they are for. */
export function paramLines(
  node: JobNode,
  { node: manifest, containers }: Service,
  place: string,
  field: string,
  file: string,
): readonly Line[] {
  const params = writtenParams(node).map((input) => {
    const places = containers.flatMap(({ image }, index) =>
      isFor(input, manifest, image) ? [String(index)] : [],
    );
    const of = places.length === containers.length ? [''] : places;
    return { name: quoteWord(input.resource.name), of };
  });
  const groups: { names: string[]; of: readonly string[] }[] = [];
  for (const { name, of } of params) {
    const last = groups.at(-1);
    if (last !== undefined && last.of.join() === of.join()) last.names.push(name);
    else groups.push({ names: [name], of });
  }
  const wanted = groups.filter(({ of }) => of.length > 0);
  if (wanted.length === 0) return [];
  const set = (index: string): string =>
    `${place}[${index}] |= (.${field} = (((.${field} // []) | map(select(.name != strenv(NAME)))) + [{"name": strenv(NAME), "value": strenv(VALUE)}]))`;
  return [
    '# Jobs write these parameters, so the container gets them as they are now.',
    ...wanted.flatMap(({ names, of }) => [
      `for params in ${names.join(' ')}; do`,
      '  while IFS= read -r line; do',
      `    NAME="\${line%%=*}" VALUE="\${line#*=}" yq -i '${of.map(set).join(' | ')}' ${file}`,
      '  done < "$BUILD_DIR/IN/$params/params"',
      'done',
    ]),
  ].map(plainLine);
}

/** Images of contracted manifests are inputs of the job that deploys them, and params that jobs write. */
export function withImages(node: JobNode): JobNode {
  const known = new Set(node.inputs.map(({ step }) => step.name));
  const images: Input[] = [];
  for (const before of node.inputs) {
    if (before.kind !== 'job') continue;
    const { name, role } = before.from;
    for (const manifest of manifestsOf(before.from)) {
      for (const input of resourceInputs(manifest, 'image', 'version')) {
        if (known.has(input.step.name)) continue;
        known.add(input.step.name);
        images.push(
          role === 'manifest' || input.resource.type !== 'image' ? input : { ...input, of: name },
        );
      }
    }
  }
  for (const input of writtenParams(node)) {
    if (known.has(input.step.name)) continue;
    known.add(input.step.name);
    images.push(input);
  }
  return { ...node, inputs: [...node.inputs, ...images] };
}

/** A resource's variables are named after it. */
export const variable = (resource: LineResource, what: string): string =>
  `\${${integrationPrefix(resource.name)}_${what}}`;
