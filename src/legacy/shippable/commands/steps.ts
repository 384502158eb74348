// The steps of the sections: host sections in the runner's shell, container sections in one shell of their own.

import { type Expression, expression } from '../../../expression/expression.ts';
import { defined } from '../../../ground/defined.ts';
import type { Line } from '../../../output/tree.ts';
import { simpleCommands, textOf } from '../../../shell/commands.ts';
import { variablesRead, variablesSet } from '../../../shell/variables.ts';
import type { Field, Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';
import type { Evaluated } from '../machine/matrix-layout.ts';
import { identityLines } from '../scripts/git-identity.ts';
import { hookScript, hostScript, mainScript, plainLine } from '../scripts/script.ts';
import { usesSsh } from '../scripts/ssh.ts';
import { utilityLines } from '../scripts/utilities.ts';
import type { PlacedSecrets } from '../secrets/secure.ts';

export type SectionSteps = {
  readonly environment: readonly Step[];
  readonly preCi: readonly Step[];
  readonly main: readonly Step[];
  readonly hooks: readonly Step[];
  readonly push: readonly Step[];
};

type Input = {
  readonly config: ShippableConfig;
  readonly commands: readonly Command[];
  readonly evaluated: Evaluated;
  readonly placed: PlacedSecrets;
  readonly boots: boolean;
  readonly hasKeys: boolean;
  readonly goPath: boolean;
  /** A MySQL server runs as a service. */
  readonly mysql: boolean;
  /** MySQL has to know the user `shippable`. */
  readonly vendorUser: boolean;
  readonly context: TranslationContext;
};

export function sectionSteps(input: Input): SectionSteps {
  const { config, commands, evaluated, context } = input;
  const { sections } = config;
  const inline = isInline(input);
  const main = [...commands, ...sections.postCi];
  const hooks = [...sections.onSuccess, ...sections.onFailure, ...sections.always];
  const before = [
    ...frameLines(input),
    ...(usesSsh([...main, ...hooks]) || input.hasKeys ? [hostKeysLine] : []),
    ...identityLines([...main, ...hooks], context),
    ...(input.mysql && main.some(({ text }) => /\bmysql/.test(text))
      ? [mysqlLine, ...(input.vendorUser ? [vendorUserLine] : [])]
      : []),
    ...(inline ? evaluated.lines : []),
    ...(input.goPath ? goPathLines : []),
    ...utilityLines(main, input.boots, context),
  ];
  const run = mainScript(commands, sections.postCi, before, keptNames(main, hooks));
  return {
    environment: inline || evaluated.lines.length === 0 ? [] : [environmentStep(evaluated)],
    preCi: hostSteps('pre_ci', sections.preCi, input),
    main: [
      {
        kind: 'run',
        name: sections.postCi.length > 0 ? 'ci and post_ci' : 'ci',
        id: 'ci',
        ...commentsOf(commands),
        ...shellOf(input),
        ...environmentOf(main, true, input),
        run,
      },
    ],
    hooks: hookSteps(main, input),
    push: hostSteps('push', sections.push, input),
  };
}

/** With one section, its script exports the values itself, as Shippable's did. */
function isInline({ config, evaluated }: Input): boolean {
  const { preCi, onSuccess, onFailure, always, push } = config.sections;
  if ([preCi, onSuccess, onFailure, always, push].some((part) => part.length > 0)) return false;
  const outside = [
    config.boot?.image_name,
    config.boot?.image_tag,
    config.boot?.options,
    ...(config.boot?.env ?? []),
    ...config.cacheFolders,
  ];
  const read = variablesRead(outside.map((node) => node?.text ?? '').join(' '));
  return ![...read].some((name) => evaluated.names.includes(name));
}

const shellOf = ({ boots }: Input) => (boots ? ({ shell: 'boot {0}' } as const) : {});

function environmentOf(
  of: readonly Command[],
  inside: boolean,
  { placed, context }: Input,
): { env?: readonly Field[] } {
  const fields = [...placed.forCommands(of, inside), ...(context.line?.env ?? [])];
  return fields.length > 0 ? { env: fields } : {};
}

function commentsOf(of: readonly Command[]): { before?: readonly string[] } {
  const parent = of[0]?.from[0]?.parent;
  const before = parent?.kind === 'sequence' ? parent.before : [];
  return before.length > 0 ? { before } : {};
}

/** What stands before the commands of a container. */
const frameLines = ({ boots, hasKeys, context: { line } }: Input): Line[] => [
  // Every command had the keys in an agent.
  ...(boots && hasKeys
    ? [plainLine('[ ! -d /tmp/ssh ] || { eval "$(ssh-agent -s)"; ssh-add /tmp/ssh/*; }')]
    : []),
  // The programs and folders of a line have other places inside.
  ...(boots && line !== undefined ? [plainLine('. "$SHIPPABLE_LINE_DIR/inside"')] : []),
  // Files of the credentials, for what reads them.
  ...(line?.env?.length ? [plainLine('. shippable-task --secrets-only')] : []),
];

function hostSteps(name: string, of: readonly Command[], input: Input): Step[] {
  if (of.length === 0) return [];
  const before = [
    ...(usesSsh(of) ? [hostKeysLine] : []),
    ...identityLines(of, input.context),
    ...utilityLines(of, false, input.context),
  ];
  return [
    {
      kind: 'run',
      name,
      ...commentsOf(of),
      ...environmentOf(of, false, input),
      run: hostScript(of, before),
    },
  ];
}

/** @param main the commands that the hooks follow */
function hookSteps(main: readonly Command[], input: Input): Step[] {
  const { onSuccess, onFailure, always } = input.config.sections;
  const failed = expression`failure() && steps.ci.outcome == 'failure'`;
  const ran = expression`!cancelled() && steps.ci.outcome != 'skipped'`;
  const hook = (
    name: string,
    condition: Expression | undefined,
    of: readonly Command[],
  ): Step[] => {
    if (of.length === 0) return [];
    const before = [...frameLines(input), ...utilityLines(of, input.boots, input.context)];
    return [
      {
        kind: 'run',
        name,
        ...commentsOf(of),
        ...defined({ if: condition }),
        ...shellOf(input),
        ...environmentOf(of, true, input),
        run: hookScript(of, before, keptNames(main, of)),
      },
    ];
  };
  return [
    ...hook('on_success', undefined, onSuccess),
    ...hook('on_failure', failed, onFailure),
    ...hook('always', ran, always),
  ];
}

/** Unknown hosts were accepted (shippable.md 11.62). */
const hostKeysLine = plainLine(
  "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config",
);

/** Clients came in by a socket, as root without a password; here the server is at the network's end. */
const vendorUserLine = plainLine(
  `mysql -e 'CREATE USER shippable; GRANT ALL ON *.* TO shippable' || :`,
);
const mysqlLine = plainLine("printf '[client]\\nuser=root\\nhost=127.0.0.1\\n' > ~/.my.cnf");

/** Variables that `ci` sets and a hook reads, and the folder that `ci` ended in: the hooks ran in the same script. */
function keptNames(main: readonly Command[], hooks: readonly Command[]): string[] {
  const hasHook = hooks.some(({ text }) => text !== '');
  const set = new Set(main.flatMap(({ text }) => [...variablesSet(text)]));
  const read = new Set(hooks.flatMap(({ text }) => [...variablesRead(text)]));
  return [
    ...(hasHook && main.some(({ text }) => moves(text)) ? ['PWD'] : []),
    ...[...set].filter((name) => read.has(name) && !/^(?:PATH|PWD)$/.test(name)),
  ];
}

/** Whether a text leaves its shell in another folder. */
const moves = (text: string): boolean =>
  simpleCommands(text).some(
    ({ command, place }) =>
      !place.subshell &&
      !place.function &&
      command.words[0] !== undefined &&
      /^(?:cd|pushd)$/.test(textOf(command.words[0])),
  );

function environmentStep({ lines, names }: Evaluated): Step {
  return {
    kind: 'run',
    name: 'Set the environment',
    run: [
      ...lines,
      plainLine(
        `for name in ${names.join(' ')}; do [ -z "\${!name+x}" ] || printf '%s<<end_of_value\\n%s\\nend_of_value\\n' "$name" "\${!name}"; done >> "$GITHUB_ENV"`,
      ),
    ],
  };
}

/** Go before modules found a project by its place below GOPATH, where Shippable cloned it. */
const goPathLines: readonly Line[] = [
  'export GOPATH=$HOME',
  'mkdir -p "$GOPATH/src/github.com/${GITHUB_REPOSITORY%/*}"',
  'ln -sfn "$GITHUB_WORKSPACE" "$GOPATH/src/github.com/$GITHUB_REPOSITORY"',
  'cd "$GOPATH/src/github.com/$GITHUB_REPOSITORY"',
  // What `go get` installs; newer releases look below GOPATH only when told.
  'export PATH="$GOPATH/bin:$PATH" GO111MODULE=auto',
].map(plainLine);
