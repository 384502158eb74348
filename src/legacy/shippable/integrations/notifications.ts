// Notifications (shippable.md 2.8, 15): one message a run. Slack and webhooks become a step at the end of the only job,
// or of a last job behind all others; mails are GitHub's own business; HipChat is gone.

import {
  allOf,
  type Expression,
  expression,
  property,
  standingFor,
} from '../../../expression/expression.ts';
import type { Text } from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { whenGiven } from '../../../ground/when-given.ts';
import { isNotificationType, notificationTypes } from '../../../integration/notification-types.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import { type Line, traced } from '../../../output/tree.ts';
import { type Section, section } from '../../../source/keys.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import { runUrl } from '../../../variables/expressions.ts';
import type { Field, Job, Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import { notificationKeys } from '../keys/keys.ts';
import { type SecretNames, secret } from '../secrets/secret-names.ts';
import type { BranchConditions } from './branch-condition.ts';
import { warnOfIndent } from './misplaced-filter.ts';
import { hasSecrets } from './secret-guard.ts';

export const namesNotification = (node: SourceNode | undefined): boolean =>
  node?.kind === 'scalar' && isNotificationType(node.text);

type Notification = Section<typeof notificationKeys>;

/** Where the steps stand: in the only job, or in a last one that knows the result as `env.STATUS`. */
type NotificationPlace = 'only-job' | 'last-job';

export type Notifications = {
  readonly steps: readonly Step[];
  /** Steps that run first, for `on_start`. */
  readonly start: readonly Step[];
  /** Some step asks for the previous run, which takes the permission `actions: read`. */
  readonly asksPrevious: boolean;
};

/** What all notifications of a file are written with. */
export type NotificationParts = {
  readonly place: NotificationPlace;
  readonly secrets: SecretNames;
  /** For the steps at the start of the run, and for those at its end. */
  readonly branches: { readonly start: BranchConditions; readonly end: BranchConditions };
};

export function translateNotifications(
  items: readonly SourceNode[],
  parts: NotificationParts,
  context: TranslationContext,
): Notifications {
  const steps: Step[] = [];
  const start: Step[] = [];
  let asksPrevious = false;
  for (const item of items) {
    warnOfIndent(item, context);
    const read = section(notificationKeys).read(item, context);
    if (read === undefined) continue;
    const type = (read.type?.text ?? read.integrationName?.text ?? '').toLowerCase();
    if (type === 'slack' || type === 'webhook') {
      const made = messageSteps(read, type, parts, context);
      steps.push(...made.steps);
      start.push(...made.start);
      asksPrevious ||= made.asksPrevious;
    } else leaveOut(read, item, type, context);
  }
  return { steps, start, asksPrevious };
}

function leaveOut(
  read: Notification,
  item: SourceNode,
  type: string,
  { report }: TranslationContext,
): void {
  if (type === 'email') {
    report(
      'mail-notification',
      item,
      "GitHub sends emails according to each person's settings, so no step is written for them",
      mailHelp(read),
    );
  } else if (type === 'hipchat') {
    report(
      'dropped-notification',
      item,
      'HipChat was shut down in 2019, so no step is written for it',
    );
  } else if (type === 'irc') {
    report(
      'manual-notification',
      item,
      'no step is written for IRC',
      'send the message from a step at the end, or move to Slack or a webhook',
    );
  } else {
    report(
      'manual-notification',
      item,
      `\`${type}\` is not a notification type that Shippable supported`,
      `known types: ${notificationTypes.join(', ')}`,
    );
  }
}

const mailHelp = (read: Notification): string =>
  read.recipients === undefined
    ? 'each person chooses under Settings, Notifications, Actions'
    : `each person chooses under Settings, Notifications, Actions; ${read.recipients.map(({ text }) => text).join(', ')} got emails before`;

type MessageType = 'slack' | 'webhook';

const nothing: Notifications = { steps: [], start: [], asksPrevious: false };

const titles: Readonly<Record<MessageType, string>> = {
  slack: 'Tell Slack',
  webhook: 'Call the webhook',
};

function messageSteps(
  read: Notification,
  type: MessageType,
  { place, secrets, branches }: NotificationParts,
  context: TranslationContext,
): Notifications {
  const name = read.integrationName;
  if (name === undefined) {
    context.report(
      'integration-without-name',
      read.node,
      'this notification has no integration, so Shippable rejected it',
      'set the name of the integration',
    );
    return nothing;
  }
  const results = told(read, type);
  const starts = read.on_start?.text.toLowerCase() === 'always';
  if (read.on_start !== undefined && !starts)
    context.report(
      'notification-default',
      read.on_start,
      'by default, no step notifies about a start',
    );
  const never = results.every(({ when }) => when === 'never');
  if (never) reportNever(read, name, starts, context);
  if (never && !starts) return nothing;
  const url = secrets.need(
    `${integrationPrefix(name.text)}_INTEGRATION_WEBHOOKURL`,
    `webhook address of the integration \`${name.text}\``,
    name,
  );
  const env = (status: Text | undefined, asks: boolean): Field[] => [
    { name: 'WEBHOOK_URL', value: standingFor(secret(url), name, ...whenGiven(read.type, itself)) },
    ...whenGiven(status, (value) => ({ name: 'STATUS', value })),
    ...(asks ? [{ name: 'GH_TOKEN', value: expression`github.token` }] : []),
    { name: 'RUN_URL', value: runUrl },
  ];
  const send = body(read, type);
  const start: readonly Step[] = starts
    ? [
        {
          kind: 'run',
          name: `${titles[type]} that the run started`,
          continueOnError: true,
          // One message a run: the first row tells.
          ...ifAll([
            ...refConditions(read, type, branches.start),
            standingFor(expression`!cancelled()`, ...whenGiven(read.on_start, itself)),
            ...(place === 'last-job' ? [expression`strategy.job-index == 0`] : []),
            hasSecrets,
          ]),
          env: env('started', false),
          run: send,
        },
      ]
    : [];
  if (never) return { ...nothing, start };
  const change = results.some(({ when }) => when === 'change');
  const where = refConditions(read, type, branches.end);
  const end: Step = {
    kind: 'run',
    name: titles[type],
    ...defined({ if: conditionOf(read, results, place, where, context) }),
    // A message that could not be sent never failed a build.
    continueOnError: true,
    ...defined({ before: filled(read.node.before) }),
    env: env(place === 'only-job' ? expression`job.status` : undefined, change),
    run: [...(change ? changeLines(results) : []), ...send],
  };
  return { start, asksPrevious: change, steps: [end] };
}

const itself = <T>(node: T): T => node;

/** A notification of no result at all: what of it is still of use if it tells of the start. */
function reportNever(
  read: Notification,
  name: ScalarNode,
  starts: boolean,
  { report }: TranslationContext,
): void {
  const results = [read.on_success, read.on_failure, read.on_cancel];
  for (const node of starts ? results : [...results, ...(read.recipients ?? []), name, read.type])
    if (node !== undefined)
      report(
        'notification-never',
        node,
        'this notification is never sent, so no step is written for it',
      );
}

const ifAll = (parts: readonly Expression[]): { readonly if?: Expression } => {
  const all = allOf(parts);
  return all === undefined ? {} : { if: all };
};

/** A result of a run, and when it is told. */
type Told = {
  readonly result: 'success' | 'failure' | 'cancelled';
  readonly when: string;
  readonly node?: ScalarNode;
};

/** The defaults of 2.8. Where neither success nor failure is told, nobody waits for a cancel either. */
function told(read: Notification, type: MessageType): readonly Told[] {
  const one = (result: Told['result'], node: ScalarNode | undefined, otherwise: string): Told =>
    node === undefined
      ? { result, when: otherwise }
      : { result, when: node.text.toLowerCase(), node };
  const success = one('success', read.on_success, 'change');
  const failure = one('failure', read.on_failure, 'always');
  const silent = success.when === 'never' && failure.when === 'never';
  const cancel = silent ? 'never' : type === 'webhook' ? 'always' : 'change';
  return [success, failure, one('cancelled', read.on_cancel, cancel)];
}

/** Conditions for the results that are told, by the results in their order. */
const inOnlyJob: Readonly<Record<string, Expression>> = {
  'success failure cancelled': expression`always()`,
  'success failure': expression`!cancelled()`,
  'success cancelled': expression`(success() || cancelled())`,
  'failure cancelled': expression`(failure() || cancelled())`,
  success: expression`success()`,
  failure: expression`failure()`,
  cancelled: expression`cancelled()`,
};

const inLastJob: Readonly<Record<string, Expression | undefined>> = {
  'success failure cancelled': undefined,
  'success failure': expression`env.STATUS != 'cancelled'`,
  'success cancelled': expression`env.STATUS != 'failure'`,
  'failure cancelled': expression`env.STATUS != 'success'`,
  success: expression`env.STATUS == 'success'`,
  failure: expression`env.STATUS == 'failure'`,
  cancelled: expression`env.STATUS == 'cancelled'`,
};

/** When the step runs: which results, which branches, pull requests or not, and only where secrets are. */
function conditionOf(
  read: Notification,
  results: readonly Told[],
  place: NotificationPlace,
  where: readonly Expression[],
  context: TranslationContext,
): Expression | undefined {
  const from = results.flatMap(({ node }) => node ?? []);
  const wanted = results.filter(({ when }) => when !== 'never').map(({ result }) => result);
  const text = (place === 'only-job' ? inOnlyJob : inLastJob)[wanted.join(' ')];
  const parts = [...where, ...(text === undefined ? [] : [standingFor(text, ...from)])];
  const pulls = read.on_pull_request;
  if (pulls !== undefined && pulls.text.toLowerCase() !== 'never')
    context.report('notification-default', pulls, 'the step runs for pull requests by default');
  if (text === undefined)
    for (const node of from)
      context.otherwise(
        'notification-default',
        node,
        'the step notifies about this result by default',
      );
  if (place === 'only-job') parts.push(hasSecrets);
  return allOf(parts);
}

/** Which branches, pull requests or not. */
function refConditions(
  read: Notification,
  type: string,
  branches: BranchConditions,
): readonly Expression[] {
  const own = branches.expression(read.branches, type);
  const pulls = read.on_pull_request;
  return [
    ...(own === undefined ? [] : [own]),
    ...(pulls?.text.toLowerCase() === 'never'
      ? [standingFor(expression`github.event_name != 'pull_request'`, pulls)]
      : []),
  ];
}

/** The previous finished run of the branch, or of the pull request's, decides what `change` means. */
function changeLines(results: readonly Told[]): Line[] {
  return [
    traced(
      'previous=$(gh run list --repo "$GITHUB_REPOSITORY" --workflow "$GITHUB_WORKFLOW" --event "$GITHUB_EVENT_NAME" --branch "${GITHUB_HEAD_REF:-$GITHUB_REF_NAME}" --status completed --limit 1 --json conclusion --jq \'.[0].conclusion\' || true)',
    ),
    ...results
      .filter(({ when }) => when === 'change')
      .map(({ result, node }) =>
        traced(
          `if [ "$STATUS" = ${result} ] && [ "$previous" = ${result} ]; then exit 0; fi`,
          ...(node === undefined ? [] : [node]),
        ),
      ),
  ];
}

/** The last job of the run, which tells its result. `needs`: all other jobs; `env`: what the messages read. */
export function notificationJob(
  { steps, asksPrevious }: Notifications,
  needs: readonly string[],
  env: readonly Field[],
  prepare: readonly Step[],
  runner: string,
): Job {
  const [only = ''] = needs;
  const status =
    needs.length === 1
      ? expression`${property(expression`needs`, only)}.result`
      : expression`contains(needs.*.result, 'failure') && 'failure' || contains(needs.*.result, 'cancelled') && 'cancelled' || 'success'`;
  return {
    id: 'notify',
    name: 'Notifications',
    if: expression`always() && ${hasSecrets}`,
    needs,
    runsOn: runner,
    timeoutMinutes: 10,
    permissions: asksPrevious ? [asksRuns] : [],
    env: [{ name: 'STATUS', value: status }, ...env],
    steps: [...prepare, ...steps],
  };
}

/** What a step needs that asks how the previous run ended. */
export const asksRuns: Job['permissions'][number] = {
  scope: 'actions',
  access: 'read',
  reason: 'To find out how the previous run ended',
};

/** The request. The address comes by standard input, so that it is in no list of processes. */
function body(read: Notification, type: MessageType): Line[] {
  const post = `curl -fsS --retry 3 -X POST -H 'Content-Type: application/json' --data @- --config <(printf 'url = "%s"\\n' "$WEBHOOK_URL")`;
  if (type === 'webhook') {
    const pairs = (read.payload ?? []).map((node) => {
      const [key, ...rest] = node.text.split('=');
      return { key: (key ?? '').trim(), value: rest.join('='), node };
    });
    const args = pairs
      .map(({ key, value }) => ` --arg ${quote(key)} ${doubleQuote(value)}`)
      .join('');
    return [
      traced(
        `jq -n --arg status "$STATUS" --arg url "$RUN_URL"${args} '$ARGS.named' | ${post}`,
        ...pairs.map(({ node }) => node),
      ),
    ];
  }
  const text = 'text="$GITHUB_REPOSITORY $GITHUB_REF_NAME: $STATUS $RUN_URL"';
  const recipients = read.recipients ?? [];
  if (recipients.length === 0)
    return [traced(text), traced(`jq -n --arg text "$text" '$ARGS.named' | ${post}`)];
  return [
    traced(text),
    traced(
      `for channel in ${recipients.map((node) => quote(node.text)).join(' ')}; do`,
      ...recipients,
    ),
    traced(`  jq -n --arg text "$text" --arg channel "$channel" '$ARGS.named' | ${post}`),
    traced('done'),
  ];
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** Payload values were expanded by the shell. */
const doubleQuote = (text: string): string =>
  `"${text.replace(/^"(.*)"$/, '$1').replaceAll('"', '\\"')}"`;
