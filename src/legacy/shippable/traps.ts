// What a person should know about commands that behave otherwise today, or never did what they look like
// (shippable.md 11). Nothing here changes the workflow.

import { usesExit } from '../../shell/commands.ts';
import type { TranslationContext } from '../translation.ts';
import type { Variable } from './environment/environment.ts';
import type { Integrations } from './integrations/integrations.ts';
import type { Command, ShippableConfig } from './keys/config.ts';
import type { Machine } from './machine/machine.ts';
import { reportSshWithoutKey } from './scripts/ssh.ts';

type Input = {
  readonly config: ShippableConfig;
  readonly commands: readonly Command[];
  readonly integrations: Integrations;
  readonly machine: Machine;
  /** Of every job. */
  readonly variables: readonly Variable[];
  /** `push` is a job that no pull request starts. */
  readonly publishesPushesOnly: boolean;
};

export function reportTraps(input: Input, context: TranslationContext): void {
  const { config, commands, integrations } = input;
  const { sections } = config;
  for (const command of [...commands, ...sections.postCi]) exitInMain(command, context);
  const all = [
    ...sections.preCi,
    ...commands,
    ...sections.postCi,
    ...sections.onSuccess,
    ...sections.onFailure,
    ...sections.always,
    ...sections.push,
  ];
  reportSshWithoutKey(all, input.variables, integrations.keys.length > 0, context);
  const guarded = all.some(({ text }) => /PULL_REQUEST/.test(text));
  if (!guarded && !input.publishesPushesOnly) wrongRegion(input, all, context);
}

function exitInMain({ text, from: [node] }: Command, { report }: TranslationContext): void {
  if (node === undefined || !usesExit(text)) return;
  report(
    'exit-in-ci',
    node,
    '`exit` ended the script before Shippable saw its result, so the job failed even with `exit 0`; the workflow fails, too',
    'use `return` to end the section with success',
  );
}

/** The region of a login is its own, `us-east-1` by default, whatever the image names say (shippable.md 11.19). */
function wrongRegion(
  { integrations, config }: Input,
  commands: readonly Command[],
  { report }: TranslationContext,
): void {
  const texts = [
    ...commands.map(({ text }) => text),
    config.boot?.image_name?.text ?? '',
    envText(config),
  ].join('\n');
  const regions = new Set(
    [...texts.matchAll(/\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com/g)].map((match) => match[1] ?? ''),
  );
  for (const hub of integrations.hubs) {
    if (!/^(?:ecr|amazonkeys|aws)$/i.test(hub.type?.text ?? '') || regions.size === 0) continue;
    const region = hub.region?.text ?? 'us-east-1';
    if (regions.has(region)) continue;
    report(
      'region-mismatch',
      hub.region ?? hub.type ?? hub.node,
      `the login uses \`${region}\`, but the images are in ${[...regions].map((name) => `\`${name}\``).join(', ')}`,
      `set \`region\` to the region of the images`,
    );
  }
}

function envText(config: ShippableConfig): string {
  const { env } = config.keys;
  return env === undefined ? '' : env.file.text.slice(env.start, env.end);
}
