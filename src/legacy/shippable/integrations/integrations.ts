// Pass 6: integrations. Registries become one step with the action `login`, whose input is the list as it
// stood in the file; keys become secrets that an SSH agent loads (shippable.md 2.7, 6.2).

import { defined, filled } from '../../../ground/defined.ts';
import { firstOfEach } from '../../../ground/each-once.ts';
import { integrationFields } from '../../../integration/credential-fields.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import { registryTypes } from '../../../integration/registries.ts';
import { writeScalar } from '../../../output/scalar.ts';
import type { Line, Traced } from '../../../output/tree.ts';
import type { Section } from '../../../source/keys.ts';
import { section } from '../../../source/keys.ts';
import { isNull, type ScalarNode, type SourceNode, valueAt } from '../../../source/node.ts';
import { nearestWord } from '../../../source/spelling.ts';
import type { Field, Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';
import { hubKeys, type integrationFamilies } from '../keys/keys.ts';
import { type SecretNames, secret } from '../secrets/secret-names.ts';
import type { BranchConditions } from './branch-condition.ts';
import { branchPatterns } from './branch-pattern.ts';
import { translateDeploys } from './deploys.ts';
import { keySteps } from './key-steps.ts';
import { warnOfIndent } from './misplaced-filter.ts';
import { namesNotification } from './notifications.ts';
import { onMissing } from './secret-guard.ts';

type Families = Section<typeof integrationFamilies>;
type Hub = Section<typeof hubKeys>;

export type Integrations = {
  readonly login?: Step;
  readonly keys: readonly Step[];
  readonly deploys: readonly Step[];
  /** Items of notifications, those that stood below `hub` by mistake among them. */
  readonly notifications: readonly SourceNode[];
  readonly hubs: readonly Hub[];
};

export type IntegrationParts = {
  readonly config: ShippableConfig;
  readonly commands: readonly Command[];
  /** The commands run in a booted image. */
  readonly inContainer: boolean;
  /** Knows every list of branches that a step asks for. */
  readonly branches: BranchConditions;
  readonly secrets: SecretNames;
};

export function translateIntegrations(
  { config, commands, inContainer, branches, secrets }: IntegrationParts,
  context: TranslationContext,
): Integrations {
  const families = [config.keys.integrations, config.keys.integration].filter(
    (part): part is Families => part !== undefined,
  );
  const hubs: Hub[] = [];
  const notifications: SourceNode[] = [];
  for (const family of families) {
    for (const item of family.hub ?? []) {
      if (namesNotification(valueAt(item, 'type'))) {
        context.report(
          'misplaced-notification',
          item,
          'a notification is under `hub`; it is read as if it were under `notifications`',
        );
        notifications.push(item);
        continue;
      }
      warnOfIndent(item, context);
      const hub = section(hubKeys).read(item, context);
      if (hub !== undefined) hubs.push(hub);
    }
    notifications.push(...(family.notifications ?? []));
  }
  const deploys = translateDeploys(
    families.flatMap((family) => family.deploy ?? []),
    (filter) => branches.expression(filter, 'deploy'),
    secrets,
    context,
  );
  const login = loginStep(hubs, secrets, context);
  checkContainerLogin(hubs, config, context);
  return {
    ...defined({ login }),
    keys: families.flatMap((family) =>
      [...(family.key ?? []), ...(family.keys ?? [])].flatMap((item) =>
        keySteps(item, commands, inContainer, secrets, context),
      ),
    ),
    deploys,
    notifications,
    hubs,
  };
}

function loginStep(
  hubs: readonly Hub[],
  secrets: SecretNames,
  context: TranslationContext,
): Step | undefined {
  const lines: Line[] = [];
  const env: Field[] = [];
  const taken = new Map<string, string>();
  for (const hub of hubs) {
    const named = hub.integrationName;
    const name =
      named === undefined || isNull(named)
        ? placeholder(hub, context)
        : distinctName(named, taken, context);
    lines.push(...hubLines(hub, named, name, context));
    env.push(...hubSecrets(hub, named, name, secrets, context));
  }
  if (lines.length === 0) return undefined;
  const before = hubs.flatMap((hub) => hub.node.before);
  return {
    kind: 'own',
    action: 'login',
    name: 'Log in to the registries',
    ...defined({ before: filled(before) }),
    with: [
      { name: 'integrations', value: block(lines) },
      // A pull request from a fork gets no secrets, on Shippable as here.
      { name: 'on-missing', value: onMissing },
    ],
    env: firstOfEach(env, ({ name }) => name),
  };
}

const block = (lines: readonly Line[]): Traced => ({
  text: `${lines.map(({ text }) => text).join('\n')}\n`,
  from: lines.flatMap(({ from }) => from),
});

/**
 * The name as the workflow gives it: two names that are the same once they are part of a variable, and
 * names that GitHub keeps for itself, are told apart (contract; shippable.md 8.4).
 */
function distinctName(
  node: ScalarNode,
  taken: Map<string, string>,
  { report }: TranslationContext,
): string {
  let name = node.text;
  if (/^(?:GITHUB|RUNNER)|^$/.test(integrationPrefix(name))) name = `shippable_${name}`;
  const base = name;
  for (let suffix = 2; (taken.get(integrationPrefix(name)) ?? node.text) !== node.text; suffix++) {
    name = `${base}_${suffix}`;
  }
  taken.set(integrationPrefix(name), node.text);
  if (name !== node.text) {
    report(
      'integration-renamed',
      node,
      `the integration \`${node.text}\` is called \`${name}\` here, because the name of its variables is taken`,
      `its secrets start with ${integrationPrefix(name)}_INTEGRATION_`,
    );
  }
  return name;
}

/** A sample leaves the name open; the registry's type stands in for it. */
function placeholder(hub: Hub, { report }: TranslationContext): string {
  const node = valueAt(hub.node, 'integrationName');
  const name = (hub.type?.text ?? 'registry').replace(/[^A-Za-z0-9_]/g, '');
  report(
    'integration-without-name',
    node ?? hub.node.entries[0]?.value ?? hub.node,
    `this integration has no name, so Shippable rejected it; \`${name}\` is used instead`,
    'set the name that the integration had in the subscription',
  );
  return name;
}

/** The entry as the action reads it: the keys of the file, in the order of the file. */
function hubLines(
  hub: Hub,
  named: ScalarNode | undefined,
  name: string,
  context: TranslationContext,
): Line[] {
  const lines: Line[] = [];
  const push = (text: string, ...from: readonly SourceNode[]): void => {
    lines.push({ text: `${lines.length === 0 ? '- ' : '  '}${text}`, from });
  };
  if (named === undefined || isNull(named)) push(`integrationName: ${writeScalar(name)}`);
  for (const { key, value } of hub.node.entries) {
    if (isNull(value)) continue;
    if (key.text === 'branches' && hub.branches !== undefined) {
      push('branches:');
      for (const list of ['only', 'except'] as const) {
        const items = hub.branches[list];
        if (items === undefined) continue;
        push(`  ${list}:`);
        for (const item of items) {
          for (const pattern of branchPatterns(item, context))
            push(`    - ${writeScalar(pattern)}`, item);
        }
      }
    } else if (value.kind === 'scalar' && Object.hasOwn(hubKeys, key.text)) {
      const flag = key.text === 'agent_only' ? hub.agent_only : undefined;
      if (value === named) {
        push(`integrationName: ${writeScalar(name)}`, value);
        continue;
      }
      push(
        `${key.text}: ${flag === undefined ? writeScalar(value.text) : String(flag.value)}`,
        value,
      );
    }
  }
  return lines;
}

function hubSecrets(
  hub: Hub,
  named: ScalarNode | undefined,
  name: string,
  secrets: SecretNames,
  { report }: TranslationContext,
): Field[] {
  const type = hub.type?.text ?? 'docker';
  const fields = integrationFields(type);
  if (fields === undefined) {
    const near = nearestWord(type, registryTypes);
    report(
      'unknown-integration-type',
      hub.type ?? hub.node,
      `\`${type}\` is not a type of registry integration`,
      near === undefined
        ? 'use `docker`, `dockerRegistryLogin`, `private docker registry`, `docker trusted registry`, `ecr`, `gcr`, `gcloudKey`, `quay.io`, `quayLogin` or `artifactory`'
        : `did you mean \`${near}\`?`,
    );
    return [];
  }
  return fields.map((field) => {
    const wanted = `${integrationPrefix(name)}_INTEGRATION_${field.name}`;
    const given = secrets.need(wanted, `${field.what} of the integration \`${name}\``, named);
    return { name: wanted, value: secret(given) };
  });
}

/** `agent_only` keeps the login out of the container, so a push from there cannot have worked (shippable.md 6.2). */
function checkContainerLogin(
  hubs: readonly Hub[],
  config: ShippableConfig,
  { report }: TranslationContext,
): void {
  const pushes = [
    ...(config.sections.ci ?? []),
    ...config.sections.postCi,
    ...config.sections.onSuccess,
  ].some(({ text }) => /\bdocker\s+push\b/.test(text));
  if (!pushes || hubs.length === 0) return;
  if (hubs.every((hub) => hub.agent_only?.value === true)) {
    const node = hubs[0]?.agent_only?.node;
    if (node !== undefined) {
      report(
        'push-without-login',
        node,
        '`agent_only: true` keeps this login out of the container, but `docker push` is in a section that runs there: it never worked',
        'remove `agent_only`, or move the push to `build.push`',
      );
    }
  }
}
