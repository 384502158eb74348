// One cliConfig, and what the steps that log a command line in with it are made of.

import { integrationPrefix } from '../../../integration/prefix.ts';
import { writeScalar } from '../../../output/scalar.ts';
import { traced } from '../../../output/tree.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import type { Field, Step } from '../../../workflow/model.ts';
import { onMissing } from '../../shippable/integrations/secret-guard.ts';
import { secret } from '../../shippable/secrets/secret-names.ts';
import { textField } from '../files/definition.ts';
import type { Input } from '../graph/graph.ts';
import { block } from './entries.ts';
import { type SecretParts, secretOf } from './line-secrets.ts';

export type CliConfig = Input & { readonly kind: 'resource' };

export type CliLogin = {
  /** The name of the resource, for the names of steps. */
  readonly name: string;
  /** Whether the config asks for a part of the cloud: `ecr`, `gke` ... */
  readonly asksFor: (scope: string) => boolean;
  /** The values that ask for it. */
  readonly from: readonly ScalarNode[];
  /** A field of the integration as a variable of a script, under a short name. */
  readonly credential: (name: string, field: string) => Field;
  /** Those of the fields of the resource that have a value, as variables of a script. */
  readonly values: (...fields: readonly (keyof typeof variableNames)[]) => readonly Field[];
  /** The node of a field of the resource. */
  readonly textOf: (field: string) => SourceNode | undefined;
  /** A step that logs docker in: the type of the integration for `login`, and the fields with its secrets. */
  readonly registry: (type: string, fields: readonly string[], withRegion?: boolean) => Step;
};

const variableNames = { region: 'REGION', clusterName: 'CLUSTER', groupName: 'GROUP' } as const;

export function cliLogin({ step, resource }: CliConfig, parts: SecretParts): CliLogin {
  const { kinds, secrets } = parts;
  const integration = resource.integration?.text ?? resource.name;
  const at = resource.integration ?? resource.named;
  const row = kinds.ofResource(resource);
  const from = step.keys.scopes ?? [];
  const scopes = new Set(from.map(({ text }) => text.toLowerCase()));
  const field = (name: string): Field => ({
    name: `${integrationPrefix(integration)}_INTEGRATION_${row?.secrets?.[name] ?? name}`,
    value: secret(secretOf(integration, row, name, at, secrets)),
  });
  const region = textField(resource, 'region');
  return {
    name: resource.name,
    asksFor: (scope) => scopes.has(scope) || (scope === 'ecr' && kinds.isOldRegistry(resource)),
    from,
    credential: (name, of) => ({ name, value: field(of).value }),
    values: (...fields) =>
      fields.flatMap((name) => {
        const node = textField(resource, name);
        return node === undefined
          ? []
          : [{ name: variableNames[name], value: traced(node.text, node) }];
      }),
    textOf: (name) => textField(resource, name),
    registry: (type, fields, withRegion = false) => ({
      kind: 'own',
      action: 'login',
      name: `Log in to the registry of ${resource.name}`,
      with: [
        {
          name: 'integrations',
          value: block([
            traced(`- integrationName: ${writeScalar(integration)}`, at),
            traced(`  type: ${type}`),
            ...(withRegion && region !== undefined
              ? [traced(`  region: ${writeScalar(region.text)}`)]
              : []),
          ]),
        },
        { name: 'on-missing', value: onMissing },
      ],
      env: fields.map(field),
      from,
    }),
  };
}
