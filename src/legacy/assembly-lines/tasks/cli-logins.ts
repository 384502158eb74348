// cliConfig: the command lines that are logged in before the TASK (shippable.md 8.7).

import type { Step } from '../../../workflow/model.ts';
import type { JobNode } from '../graph/graph.ts';
import { type CliConfig, cliLogin } from './cli-login.ts';
import { cliLogins } from './cli-login-steps.ts';
import type { SecretParts } from './line-secrets.ts';

export const cliConfigs = (node: JobNode): readonly CliConfig[] =>
  node.inputs.filter(
    (input): input is CliConfig => input.kind === 'resource' && input.resource.type === 'cliConfig',
  );

/** One step for each tool. Of several of one kind, the last one won. */
export function loginSteps(node: JobNode, parts: SecretParts): readonly Step[] {
  const { kinds, context } = parts;
  const byKind = new Map<string, CliConfig>();
  for (const config of cliConfigs(node)) {
    const kind = kinds.ofResource(config.resource);
    if (kind === undefined || !Object.hasOwn(cliLogins, kind.id)) {
      context.report(
        'line-kind',
        config.resource.named,
        kind === undefined
          ? `it is unknown which command line \`${config.resource.name}\` logs in`
          : `no step can log in with an integration of the type \`${kind.id}\``,
        `pass \`--type ${config.resource.name}=KIND\`: \`amazonKeys\`, \`gcloudKey\`, \`azureKeys\`, \`kubernetesConfig\`, \`dockerRegistryLogin\` ...`,
      );
      continue;
    }
    byKind.delete(kind.id);
    byKind.set(kind.id, config);
  }
  return [...byKind].flatMap(([kind, config]) => cliLogins[kind]?.(cliLogin(config, parts)) ?? []);
}
