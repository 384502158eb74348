// The clone of a resource, with the settings of git that it asks for.

import { type Expression, expression, property } from '../../../expression/expression.ts';
import { traced } from '../../../output/tree.ts';
import { quoteWord } from '../../../shell/words.ts';
import type { ScalarNode } from '../../../source/node.ts';
import type { Field, Step } from '../../../workflow/model.ts';
import { mayReadHistory } from '../../shippable/checkout/history.ts';
import { plainLine } from '../../shippable/scripts/script.ts';
import { secret } from '../../shippable/secrets/secret-names.ts';
import { fieldOf, sourceName, textField } from '../files/definition.ts';
import type { LineResource } from '../files/model.ts';
import type { OwnRepository } from '../files/own-repository.ts';
import type { JobParts } from './job-parts.ts';
import { secretOf } from './line-secrets.ts';

export const isSurelyOwn = (resource: LineResource, own: OwnRepository): boolean =>
  own.is(resource) && (own.known || sourceName(resource) === undefined);

/**
 * Settings of git held for the clone alone (shippable.md 14.3). `isApart`: the root of the job is not the workspace, below
 * which the action checks out.
 */
export function checkoutSteps(
  resource: LineResource,
  commands: readonly ScalarNode[],
  isApart: boolean,
  parts: JobParts,
): readonly Step[] {
  const place = isApart ? '.line-clone' : `IN/${resource.name}/gitRepo`;
  const clone = checkoutStep(resource, commands, place, parts);
  const target = `"$BUILD_DIR"/IN/${quoteWord(resource.name)}`;
  const moved: readonly Step[] = isApart
    ? [
        {
          kind: 'run',
          name: `Move ${resource.name} to the inputs`,
          run: [
            plainLine(
              `rm -rf ${target}/gitRepo && mv "$GITHUB_WORKSPACE/${place}" ${target}/gitRepo`,
            ),
          ],
        },
      ]
    : [];
  const settings = fieldOf(resource, 'gitConfig');
  const nodes =
    settings === undefined ? [] : settings.kind === 'sequence' ? settings.items : [settings];
  const texts = nodes.filter((node): node is ScalarNode => node.kind === 'scalar');
  if (texts.length === 0) return [clone, ...moved];
  const name = (text: string): string => text.trim().split(/[\s=]/)[0] ?? '';
  // `key value` is what git takes; `key=value` is what some wrote.
  const setting = (text: string): string => text.trim().replace(/^([\w.-]+)=/, '$1 ');
  return [
    {
      kind: 'run',
      name: 'Configure git',
      run: texts.map((node) => traced(`git config --global ${setting(node.text)}`, node)),
    },
    clone,
    ...moved,
    {
      kind: 'run',
      name: 'Reset the git configuration',
      run: texts.map((node) => plainLine(`git config --global --unset ${name(node.text)}`)),
    },
  ];
}

function checkoutStep(
  resource: LineResource,
  texts: readonly ScalarNode[],
  place: string,
  { own, context, secrets }: JobParts,
): Step {
  const slug = sourceName(resource);
  const isOwn = own.is(resource);
  const commit = property(expression`fromJSON(${stepOutput('commits')})`, resource.name);
  const depth = textField(resource, 'depth');
  const commands = texts.map((node) => ({ text: node.text, from: [node], before: [] }));
  const reads = mayReadHistory(commands, context.repository);
  const fields: Field[] = [
    ...(slug === undefined || isSurelyOwn(resource, own)
      ? []
      : [{ name: 'repository', value: traced(slug.text, slug) }]),
    { name: 'ref', value: commit },
    // Another repository that is private: the token of its integration.
    ...(isOwn || resource.integration === undefined
      ? []
      : [
          {
            name: 'token',
            value: expression`${secret(
              secretOf(
                resource.integration.text,
                undefined,
                'TOKEN',
                resource.integration,
                secrets,
              ),
            )} || github.token`,
          },
        ]),
    { name: 'path', value: place },
    ...(depth !== undefined && /^[1-9]\d*$/.test(depth.text)
      ? [{ name: 'fetch-depth', value: traced(depth.text, depth), raw: true as const }]
      : reads
        ? [{ name: 'fetch-depth', value: '0', raw: true as const }]
        : []),
    { name: 'persist-credentials', value: 'false', raw: true },
  ];
  return {
    kind: 'uses',
    uses: 'actions/checkout',
    name: `Check out ${resource.name}`,
    with: fields,
  };
}

const stepOutput = (name: string): Expression => property(expression`steps.start.outputs`, name);
