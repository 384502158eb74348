// What a build of a pull request pushes or deploys. Shippable ran the same commands for both, with the base branch in
// BRANCH, so `if [ "$BRANCH" = master ]; then ./deploy.sh; fi` deployed for pull requests too (shippable.md 5).

import { type Call, readCalls } from '../../../machine/calls/calls.ts';
import { type Effect, effectOf } from '../../../machine/calls/deploying.ts';
import { variablesRead } from '../../../shell/variables.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';

type Commands = { readonly config: ShippableConfig; readonly commands: readonly Command[] };

/**
 * Tells which commands before `push` publish or deploy in pull requests too; with `pull-requests: no-deploy` these are skipped there,
 * each as a whole.
 */
export function settlePullRequests(
  { config, commands }: Commands,
  context: TranslationContext,
): Commands {
  const settle = (of: readonly Command[]): readonly Command[] =>
    of.map((command) => settleCommand(command, context));
  const { sections } = config;
  return {
    commands: settle(commands),
    config: {
      ...config,
      sections: {
        ...sections,
        preCi: settle(sections.preCi),
        ...(sections.ci === undefined ? {} : { ci: settle(sections.ci) }),
        postCi: settle(sections.postCi),
        onSuccess: settle(sections.onSuccess),
        onFailure: settle(sections.onFailure),
        always: settle(sections.always),
      },
    },
  };
}

/** The same of `push`, where it runs for pull requests at all. */
export function settlePush(config: ShippableConfig, context: TranslationContext): ShippableConfig {
  const push = config.sections.push.map((command) => settleCommand(command, context));
  return { ...config, sections: { ...config.sections, push } };
}

const told: Readonly<Record<Effect, string>> = {
  publish: 'publishes',
  deploy: 'deploys',
};

function settleCommand(command: Command, context: TranslationContext): Command {
  const found = firstEffect(command, context);
  const [at] = command.from;
  if (found === undefined || at === undefined) return command;
  const { call, effect } = found;
  const shown = [call.word, ...call.args.filter((arg) => !arg.startsWith('-')).slice(0, 2)].join(
    ' ',
  );
  const where = call.script === undefined ? '' : `, by \`${call.script}\``;
  const what = `\`${shown}\` ${told[effect]}${where}`;
  if (context.settings.pullRequests === 'as-before') {
    context.report(
      'deploys-in-pull-requests',
      at,
      `${what}, and it also runs in pull requests, as on Shippable`,
      'to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
    );
    return command;
  }
  context.report(
    'left-out-of-pull-requests',
    at,
    `${what}, so pull requests skip the command; on Shippable they ran it`,
  );
  return {
    ...command,
    text: `if [ "$GITHUB_EVENT_NAME" != pull_request ]; then\n${indented(command.text)}\nfi`,
  };
}

/** Several lines stay as they are: a here-document among them counts its blanks. */
const indented = (text: string): string => (text.includes('\n') ? text : `  ${text}`);

/** The first call of a command that changes something outside; none where the command looks itself what it builds. */
function firstEffect(
  { text }: Command,
  { repository }: TranslationContext,
): { readonly call: Call; readonly effect: Effect } | undefined {
  if (asksWhatIsBuilt(text)) return undefined;
  const { calls, functions } = readCalls(text, repository);
  for (const call of calls) {
    if (functions.has(call.word)) continue;
    const effect = effectOf(call);
    if (effect === undefined) continue;
    const script = call.script === undefined ? '' : (repository.read(call.script) ?? '');
    if (!asksWhatIsBuilt(script)) return { call, effect };
  }
  return undefined;
}

/** Variables that tell a pull request, or say what is none: a tag, a release. */
const asking = [
  'IS_PULL_REQUEST',
  'PULL_REQUEST',
  'GITHUB_EVENT_NAME',
  'TRAVIS_PULL_REQUEST',
  'IS_GIT_TAG',
  'GIT_TAG_NAME',
  'TRAVIS_TAG',
  'IS_RELEASE',
  'RELEASE_NAME',
];

function asksWhatIsBuilt(text: string): boolean {
  const read = variablesRead(text);
  return asking.some((name) => read.has(name));
}
