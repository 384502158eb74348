// Notifications (shippable.md 2.8). Slack and webhooks become a step at the end of the job; mails are
// GitHub's own business; HipChat is gone.

import { integrationPrefix } from '../../integration/prefix.ts';
import { joined, type Line, type Text, traced } from '../../output/tree.ts';
import { type Section, section } from '../../source/keys.ts';
import type { ScalarNode, SourceNode } from '../../source/node.ts';
import type { Step } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import type { BranchConditions } from './branch-condition.ts';
import { notificationKeys } from './keys.ts';
import { warnOfIndent } from './misplaced-filter.ts';
import { type SecretNames, secret } from './secret-names.ts';

const types = ['slack', 'hipchat', 'irc', 'email', 'webhook'];

export const isNotificationType = (node: SourceNode | undefined): boolean =>
  node?.kind === 'scalar' && types.includes(node.text.toLowerCase());

type Notification = Section<typeof notificationKeys>;

export type Notifications = {
  readonly steps: readonly Step[];
  /** Steps that run first, for `on_start`. */
  readonly start: readonly Step[];
  /** Some step asks for the previous run, which takes the permission `actions: read`. */
  readonly asksPrevious: boolean;
};

export function translateNotifications(
  items: readonly SourceNode[],
  secrets: SecretNames,
  branches: BranchConditions,
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
      const made = messageSteps(read, type, secrets, branches, context);
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
      'GitHub sends mails by the settings of each person, so no step is made for them',
      mailHelp(read),
    );
  } else if (type === 'hipchat') {
    report(
      'dropped-notification',
      item,
      'HipChat was shut down in 2019, so no step is made for it',
    );
  } else if (type === 'irc') {
    report(
      'manual-notification',
      item,
      'no step is made for IRC',
      'send the message from a step at the end, or move to Slack or a webhook',
    );
  } else {
    report(
      'manual-notification',
      item,
      `\`${type}\` is no type of a notification that Shippable had`,
      `known types: ${types.join(', ')}`,
    );
  }
}

const mailHelp = (read: Notification): string =>
  read.recipients === undefined
    ? 'each person chooses under Settings, Notifications, Actions'
    : `each person chooses under Settings, Notifications, Actions; ${read.recipients.map(({ text }) => text).join(', ')} got mails before`;

type Made = { readonly steps: Step[]; readonly start: Step[]; readonly asksPrevious: boolean };

function messageSteps(
  read: Notification,
  type: 'slack' | 'webhook',
  secrets: SecretNames,
  branches: BranchConditions,
  context: TranslationContext,
): Made {
  const name = read.integrationName;
  if (name === undefined) {
    context.report(
      'integration-without-name',
      read.node,
      'this notification has no integration, so Shippable refused it',
      'give the name of the integration',
    );
    return { steps: [], start: [], asksPrevious: false };
  }
  const prefix = integrationPrefix(name.text);
  const url = secrets.need(
    `${prefix}_INTEGRATION_WEBHOOKURL`,
    `webhook address of the integration \`${name.text}\``,
    name,
  );
  // The default of `on_cancel` differs by page; `never` is what a cancelled run on GitHub can do without a hook.
  const success = setting(read.on_success, 'change');
  const failure = setting(read.on_failure, 'always');
  const change = success.text === 'change' || failure.text === 'change';
  const where = refCondition(read, type, branches, context);
  const conditions = conditionOf(read, success.text, failure.text, where, context);
  const title = type === 'slack' ? 'Tell Slack' : 'Call the webhook';
  const env = (status: string) => [
    {
      name: 'WEBHOOK_URL',
      value: { text: secret(url), from: [name, ...(read.type === undefined ? [] : [read.type])] },
    },
    { name: 'STATUS', value: status },
    ...(change && status !== 'started' ? [{ name: 'GH_TOKEN', value: '${{ github.token }}' }] : []),
    {
      name: 'RUN_URL',
      value: '${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}',
    },
  ];
  const before = read.node.before.length > 0 ? { before: read.node.before } : {};
  const send = body(read, type);
  const start: Step[] = [];
  if (read.on_start?.text.toLowerCase() === 'always') {
    start.push({
      kind: 'run',
      name: `${title} that the run started`,
      continueOnError: true,
      if: joined([...where, traced('!cancelled()', read.on_start)], ' && '),
      env: env('started'),
      run: send,
    });
  } else if (read.on_start !== undefined)
    context.report(
      'notification-default',
      read.on_start,
      'no step tells of a start, which is what this says',
    );
  if (read.on_cancel !== undefined) {
    context.report(
      'notification-cancel',
      read.on_cancel,
      'a cancelled run on GitHub is told by GitHub itself, not by a step',
    );
  }
  if (conditions === undefined) return { steps: [], start, asksPrevious: false };
  return {
    start,
    asksPrevious: change,
    steps: [
      {
        kind: 'run',
        name: title,
        if: conditions,
        // A message that could not be sent never failed a build.
        continueOnError: true,
        ...before,
        env: env('${{ job.status }}'),
        run: [...(change ? changeLines(success, failure) : []), ...send],
      },
    ],
  };
}

type Setting = { readonly text: string; readonly node?: ScalarNode };

const setting = (node: ScalarNode | undefined, otherwise: string): Setting =>
  node === undefined ? { text: otherwise } : { text: node.text.toLowerCase(), node };

/** When the step runs: which results, and where. */
function conditionOf(
  read: Notification,
  success: string,
  failure: string,
  where: readonly Text[],
  context: TranslationContext,
): Text | undefined {
  const from: SourceNode[] = [];
  if (read.on_success !== undefined) from.push(read.on_success);
  if (read.on_failure !== undefined) from.push(read.on_failure);
  if (success === 'never' && failure === 'never') {
    for (const node of [...from, ...(read.recipients ?? []), read.integrationName, read.type]) {
      if (node !== undefined)
        context.report(
          'notification-never',
          node,
          'this notification is never sent, so no step is made for it',
        );
    }
    return undefined;
  }
  const result =
    success === 'never' ? 'failure()' : failure === 'never' ? 'success()' : '!cancelled()';
  return joined([...where, { text: result, from }], ' && ');
}

/** Which branches, pull requests or not. */
function refCondition(
  read: Notification,
  type: string,
  branches: BranchConditions,
  context: TranslationContext,
): readonly Text[] {
  const own = branches.expression(read.branches, type);
  const parts: Text[] = own === undefined ? [] : [own];
  const pulls = read.on_pull_request;
  if (pulls?.text.toLowerCase() === 'never')
    parts.push(traced("github.event_name != 'pull_request'", pulls));
  else if (pulls !== undefined)
    context.report(
      'notification-default',
      pulls,
      'the step runs for pull requests too, which is what this says',
    );
  return parts;
}

/** The previous finished run of the branch decides what `change` means. */
function changeLines(success: Setting, failure: Setting): Line[] {
  const lines: Line[] = [
    traced(
      'previous=$(gh run list --workflow "$GITHUB_WORKFLOW" --branch "$GITHUB_REF_NAME" --status completed --limit 1 --json conclusion --jq \'.[0].conclusion\' || true)',
    ),
  ];
  if (success.text === 'change')
    lines.push(
      traced(
        'if [ "$STATUS" = success ] && [ "$previous" = success ]; then exit 0; fi',
        ...nodes(success),
      ),
    );
  if (failure.text === 'change')
    lines.push(
      traced(
        'if [ "$STATUS" = failure ] && [ "$previous" = failure ]; then exit 0; fi',
        ...nodes(failure),
      ),
    );
  return lines;
}

const nodes = ({ node }: Setting): SourceNode[] => (node === undefined ? [] : [node]);

/** The request. The address comes by standard input, so that it is in no list of processes. */
function body(read: Notification, type: 'slack' | 'webhook'): Line[] {
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
