// The steps of the sections: host sections in the runner's shell, container sections in one shell of their own.

import { type Expression, expression } from '../../expression/expression.ts';
import type { Line } from '../../output/tree.ts';
import { variablesRead, variablesSet } from '../../shell/variables.ts';
import type { Field, Step } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import type { Command, ShippableConfig } from './config.ts';
import type { Evaluated } from './matrix-layout.ts';
import { hookScript, hostScript, mainScript, plainLine } from './script.ts';
import type { PlacedSecrets } from './secure.ts';
import { usesSsh } from './ssh.ts';
import { utilityLines } from './utilities.ts';

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
  readonly context: TranslationContext;
};

export function sectionSteps(input: Input): SectionSteps {
  const { config, commands, evaluated, placed, boots, context } = input;
  const { sections } = config;
  const inContainer = boots ? ({ shell: 'boot {0}' } as const) : {};
  const elsewhere = [
    sections.preCi,
    sections.onSuccess,
    sections.onFailure,
    sections.always,
    sections.push,
  ].some((part) => part.length > 0);
  const bootTexts = [
    config.boot?.image_name,
    config.boot?.image_tag,
    config.boot?.options,
    ...(config.boot?.env ?? []),
    ...config.cacheFolders,
  ]
    .map((node) => node?.text ?? '')
    .join(' ');
  const outside = [...variablesRead(bootTexts)].some((name) => evaluated.names.includes(name));
  // With one section, its script exports the values itself, as Shippable's did.
  const inline = !elsewhere && !outside;
  const env = (of: readonly Command[], inside: boolean): { env?: readonly Field[] } => {
    const fields = [...placed.forCommands(of, inside), ...(context.line?.env ?? [])];
    return fields.length > 0 ? { env: fields } : {};
  };
  const comments = (of: readonly Command[]): { before?: readonly string[] } => {
    const parent = of[0]?.from[0]?.parent;
    const before = parent?.kind === 'sequence' ? parent.before : [];
    return before.length > 0 ? { before } : {};
  };
  const mainCommands = [...commands, ...sections.postCi];
  const hooks = [...sections.onSuccess, ...sections.onFailure, ...sections.always];
  // Every command had the keys in an agent.
  const agent =
    boots && input.hasKeys
      ? [plainLine('[ ! -d /tmp/ssh ] || { eval "$(ssh-agent -s)"; ssh-add /tmp/ssh/*; }')]
      : [];
  // The programs and folders of a line have other places inside.
  const frame =
    context.line === undefined
      ? []
      : [
          ...(boots ? [plainLine('. "$SHIPPABLE_LINE_DIR/inside"')] : []),
          // Files of the credentials, for what reads them.
          ...(context.line.env?.length ? [plainLine('. shippable-task --secrets-only')] : []),
        ];
  const before = [
    ...agent,
    ...frame,
    ...(usesSsh([...mainCommands, ...hooks]) || input.hasKeys ? [hostKeysLine] : []),
    ...(input.mysql && mainCommands.some(({ text }) => /\bmysql/.test(text)) ? [mysqlLine] : []),
    ...(inline ? evaluated.lines : []),
    ...(input.goPath ? goPathLines : []),
    ...utilityLines(mainCommands, boots, context),
  ];
  const host = (name: string, of: readonly Command[]): Step[] =>
    of.length === 0
      ? []
      : [
          {
            kind: 'run',
            name,
            ...comments(of),
            ...env(of, false),
            run: hostScript(of, [
              ...(usesSsh(of) ? [hostKeysLine] : []),
              ...utilityLines(of, false, context),
            ]),
          },
        ];
  const hook = (name: string, condition: Expression | undefined, of: readonly Command[]): Step[] =>
    of.length === 0
      ? []
      : [
          {
            kind: 'run',
            name,
            ...comments(of),
            ...(condition === undefined ? {} : { if: condition }),
            ...inContainer,
            ...env(of, true),
            run: hookScript(
              of,
              [...agent, ...frame, ...utilityLines(of, boots, context)],
              keptNames(mainCommands, of).length > 0,
            ),
          },
        ];
  return {
    environment: inline || evaluated.lines.length === 0 ? [] : [environmentStep(evaluated)],
    preCi: host('pre_ci', sections.preCi),
    main: [
      {
        kind: 'run',
        name: sections.postCi.length > 0 ? 'ci and post_ci' : 'ci',
        id: 'ci',
        ...comments(commands),
        ...inContainer,
        ...env(mainCommands, true),
        run: mainScript(commands, sections.postCi, before, keptNames(mainCommands, hooks)),
      },
    ],
    hooks: [
      ...hook('on_success', undefined, sections.onSuccess),
      ...hook(
        'on_failure',
        expression`failure() && steps.ci.outcome == 'failure'`,
        sections.onFailure,
      ),
      ...hook('always', expression`!cancelled() && steps.ci.outcome != 'skipped'`, sections.always),
    ],
    push: host('push', sections.push),
  };
}

/** Unknown hosts were accepted (shippable.md 11.62). */
const hostKeysLine = plainLine(
  "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config",
);

/** Clients came in by a socket, as root without a password; here the server is at the network's end. */
const mysqlLine = plainLine("printf '[client]\\nuser=root\\nhost=127.0.0.1\\n' > ~/.my.cnf");

/** Variables that `ci` sets and a hook reads: the hooks ran in the same script. */
function keptNames(main: readonly Command[], hooks: readonly Command[]): string[] {
  const set = new Set(main.flatMap(({ text }) => [...variablesSet(text)]));
  const read = new Set(hooks.flatMap(({ text }) => [...variablesRead(text)]));
  return [...set].filter((name) => read.has(name) && name !== 'PATH');
}

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
