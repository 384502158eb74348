// NOTIFY: a message at the start, by result, or after a cancel, sent as `shipctl notify` does (shippable.md 8.2, 8.6).

import { allOf, type Expression, expression } from '../../../expression/expression.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import { writeScalar } from '../../../output/scalar.ts';
import { type Line, traced } from '../../../output/tree.ts';
import { quoteWord } from '../../../shell/words.ts';
import { leavesOf, type ScalarNode, type SourceNode } from '../../../source/node.ts';
import type { Step } from '../../../workflow/model.ts';
import { hasSecrets } from '../../shippable/integrations/secret-guard.ts';
import { secret } from '../../shippable/secrets/secret-names.ts';
import { textField } from '../files/definition.ts';
import type { HookName, LineJob, LineResource } from '../files/model.ts';
import { hookNames } from '../files/model.ts';
import { nearHelp } from '../files/read.ts';
import { definitionLines } from './entries.ts';
import { type SecretParts, secretOf } from './line-secrets.ts';

export type Notices = {
  /** After the resources are laid out. */
  readonly start: readonly Step[];
  /** Behind the work of the job. */
  readonly end: readonly Step[];
  /** Entries of `in` for the notifications. */
  readonly lines: readonly Line[];
};

const conditions: Readonly<Record<HookName, Expression | undefined>> = {
  on_start: undefined,
  on_success: expression`success()`,
  on_failure: expression`failure()`,
  always: expression`!cancelled()`,
  on_cancel: expression`cancelled()`,
};

/** The oldest spelling: a list of one pair each. */
function oldNotices(job: LineJob): readonly { hook: HookName; named: ScalarNode }[] {
  const node = job.keys.notify;
  if (node === undefined) return [];
  const items = node.kind === 'sequence' ? node.items : [node];
  return items.flatMap((item) =>
    item.kind !== 'mapping'
      ? []
      : item.entries.flatMap(({ key, value }) => {
          const hook = hookNames.find((name) => name === key.text);
          return hook === undefined || value.kind !== 'scalar' ? [] : [{ hook, named: value }];
        }),
  );
}

const sent: Readonly<Record<string, readonly string[]>> = {
  slackKey: ['WEBHOOKURL'],
  webhookV2: ['WEBHOOKURL', 'AUTHORIZATION'],
  jira: ['URL', 'USERNAME', 'TOKEN'],
  airBrakeKey: ['URL', 'TOKEN'],
  newRelicKey: ['URL', 'TOKEN'],
};

/** Where pull requests start the job, those from forks have no secrets. */
function withCondition(
  condition: Expression | undefined,
  { hasPullRequest }: NoticeParts,
): { readonly if?: Expression } {
  const all = allOf([
    ...(condition === undefined ? [] : [condition]),
    ...(hasPullRequest ? [hasSecrets] : []),
  ]);
  return all === undefined ? {} : { if: all };
}

export type NoticeParts = SecretParts & { readonly hasPullRequest: boolean };

export function notices(
  job: LineJob | undefined,
  resources: readonly LineResource[],
  parts: NoticeParts,
): Notices {
  if (job === undefined) return { start: [], end: [], lines: [] };
  const { kinds, secrets, context } = parts;
  const asked = [
    ...hookNames.flatMap((hook) =>
      (job.hooks[hook]?.notify ?? []).map(({ named, node }) => ({ hook, named, node })),
    ),
    ...oldNotices(job).map(({ hook, named }) => ({ hook, named, node: named as SourceNode })),
  ];
  const start: Step[] = [];
  const end: Step[] = [];
  const lines = new Map<string, readonly Line[]>();
  for (const { hook, named, node } of asked) {
    const resource = resources.find(({ name }) => name === named.text);
    const rest = leavesOf(node).filter((leaf) => leaf !== named);
    for (const leaf of rest)
      context.report(
        'dropped-key',
        leaf,
        'this option of a message is left out: GitHub shows the log',
      );
    if (resource === undefined) {
      context.report(
        'line-unknown-notify',
        named,
        `no notification is called \`${named.text}\`, so nobody was notified`,
        nearHelp(
          named.text,
          resources.filter(({ type }) => type === 'notification').map(({ name }) => name),
        ),
      );
      continue;
    }
    const method = textField(resource, 'method')?.text.toLowerCase();
    const kind = kinds.ofResource(resource);
    const fields = kind === undefined ? undefined : sent[kind.id];
    if (
      method === 'email' ||
      method === 'irc' ||
      kind?.id === 'hipchatKey' ||
      fields === undefined
    ) {
      context.report(
        method === 'email' ? 'mail-notification' : 'line-message',
        named,
        method === 'email'
          ? 'GitHub sends mails by the settings of each person, so no step is made for them'
          : `nothing sends a message to \`${named.text}\`: ${
              kind === undefined && method === undefined
                ? 'its type is unknown'
                : 'GitHub has no step for it, or the service is gone'
            }`,
        method === 'email'
          ? 'each person chooses under Settings, Notifications, Actions'
          : `set its type with \`--type ${named.text}=slackKey\`, or use a GitHub app for the service`,
      );
      continue;
    }
    const at = resource.integration ?? resource.named;
    const integration = resource.integration?.text ?? resource.name;
    lines.set(resource.name, [
      ...definitionLines(named, resource.node, resource.name),
      traced(`  kind: ${writeScalar(kind?.id ?? '')}`),
      traced(`  secrets: [${fields.join(', ')}]`),
    ]);
    const condition = conditions[hook];
    const step: Step = {
      kind: 'run',
      name: `Tell ${resource.name}`,
      ...withCondition(condition, parts),
      // A message that does not go out fails nothing.
      continueOnError: true,
      env: fields.map((field) => ({
        name: `${integrationPrefix(resource.name)}_INTEGRATION_${field}`,
        value: secret(secretOf(integration, kind, field, at, secrets)),
      })),
      run: [traced(`shipctl notify ${quoteWord(resource.name)}`, named)],
    };
    (hook === 'on_start' ? start : end).push(step);
  }
  return { start, end, lines: [...lines.values()].flat() };
}
