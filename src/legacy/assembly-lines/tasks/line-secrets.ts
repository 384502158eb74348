// The secrets of a job: the fields of its integrations that its scripts read, and no others.

import type { IntegrationKind } from '../../../integration/kinds.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import { writeScalar } from '../../../output/scalar.ts';
import { type Line, traced } from '../../../output/tree.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import type { Field } from '../../../workflow/model.ts';
import { type SecretNames, secret } from '../../shippable/secrets/secret-names.ts';
import { commentsOf, namesInComments } from '../../shippable/secrets/secure-names.ts';
import type { TranslationContext } from '../../translation.ts';
import { fieldOf } from '../files/definition.ts';
import type { Kinds } from '../files/kinds.ts';
import type { LineResource } from '../files/model.ts';
import type { JobNode } from '../graph/graph.ts';
import {
  type Holder,
  holdersOf,
  repositoriesWithKey,
  type Script,
  scriptsOf,
} from './credentials.ts';
import { fieldsRead, pairNames } from './secret-fields.ts';

export type JobSecrets = {
  /** For `env:` of the steps that run scripts. */
  readonly env: readonly Field[];
  /** Lines for the entry of a resource or integration in `in` and `out`. */
  readonly lines: (name: string) => readonly Line[];
};

export type SecretParts = {
  readonly kinds: Kinds;
  readonly secrets: SecretNames;
  readonly context: TranslationContext;
};

export function jobSecrets(
  node: JobNode,
  commands: readonly ScalarNode[],
  { kinds, secrets, context }: SecretParts,
): JobSecrets {
  const scripts = scriptsOf(commands, context);
  const keyed = repositoriesWithKey(node, scripts);
  const fields = fieldsRead(node, holdersOf(node, kinds), scripts, keyed, context);
  const grants = [
    ...[...fields].flatMap(([holder, read]) => grantOf(holder, [...read], secrets)),
    ...keyed.map((resource) => deployKey(resource, secrets)),
    ...secureParams(node, scripts, secrets),
  ];
  const lines = new Map<string, readonly Line[]>();
  for (const { name, isMore, ...grant } of grants)
    lines.set(name, isMore ? [...(lines.get(name) ?? []), ...grant.lines] : grant.lines);
  return {
    env: grants.flatMap(({ env }) => env),
    lines: (name) => lines.get(name) ?? [],
  };
}

/** What a resource or an integration of that name gives to the job. */
type Grant = {
  readonly name: string;
  readonly env: readonly Field[];
  readonly lines: readonly Line[];
  /** Besides what the same resource gives already. */
  readonly isMore?: true;
};

function grantOf(holder: Holder, read: readonly string[], secrets: SecretNames): readonly Grant[] {
  const fields = read.filter((field) => field !== 'NAME');
  if (fields.length === 0) return [];
  const { name, integration, kind, at } = holder;
  return [
    {
      name,
      env: fields.map((field) => ({
        name: `${integrationPrefix(name)}_INTEGRATION_${field.replace(/\W/g, '')}`,
        value: secret(secretOf(integration, kind, field, at, secrets)),
      })),
      lines: [
        ...(kind === undefined ? [] : [traced(`  kind: ${writeScalar(kind.id)}`)]),
        traced(`  secrets: [${fields.join(', ')}]`),
      ],
    },
  ];
}

function deployKey({ name, named }: LineResource, secrets: SecretNames): Grant {
  const prefix = integrationPrefix(name);
  const given = secrets.need(
    `${prefix}_DEPLOY_KEY`,
    `private key of a deploy key for the repository \`${name}\`, with write access if scripts push`,
    named,
  );
  return {
    name,
    env: [{ name: `${prefix}_INTEGRATION_PRIVATEKEY`, value: secret(given) }],
    lines: [traced('  kind: sshKey'), traced('  secrets: [PRIVATEKEY]')],
  };
}

/** One secret for a field of an integration, whatever resources stand for it. */
export function secretOf(
  integration: string,
  kind: IntegrationKind | undefined,
  field: string,
  at: SourceNode,
  secrets: SecretNames,
): string {
  const name = kind?.secrets?.[field] ?? field;
  return secrets.need(
    `${integrationPrefix(integration)}_INTEGRATION_${name}`,
    `${field} of the integration \`${integration}\``,
    at,
  );
}

/** `secure` of params: the text that only the old service could open becomes named secrets. */
function secureParams(
  node: JobNode,
  scripts: readonly Script[],
  secrets: SecretNames,
): readonly Grant[] {
  return node.inputs.flatMap((input) => {
    if (input.kind !== 'resource' || input.resource.type !== 'params') return [];
    const { resource } = input;
    const secure = securesOf(fieldOf(resource, 'params'));
    if (secure.length === 0) return [];
    const said = secure.flatMap((at) =>
      at.kind === 'scalar' ? namesInComments(commentsOf(at), []) : [],
    );
    const found = said.length > 0 ? said : pairNames(resource.name, node, scripts);
    const names = found.length > 0 ? found : ['SECURE'];
    const prefix = integrationPrefix(resource.name);
    const [at] = secure;
    return [
      {
        name: resource.name,
        env: names.map((name) => ({
          name: `${prefix}_PARAMS_${name}`,
          value: secret(secrets.need(name, `the encrypted value in \`${resource.name}\``, at)),
        })),
        lines: [traced(`  secrets: [${names.join(', ')}]`, ...secure)],
        isMore: true,
      },
    ];
  });
}

const securesOf = (node: SourceNode | undefined): readonly SourceNode[] =>
  node?.kind !== 'mapping'
    ? []
    : node.entries.flatMap(({ key, value }) =>
        key.text !== 'secure' ? [] : value.kind === 'sequence' ? value.items : [value],
      );
