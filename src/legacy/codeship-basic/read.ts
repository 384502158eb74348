// A Basic project, read: lists of commands, deployments with their branches, variables.

import { defined } from '../../ground/defined.ts';
import { hasMark } from '../../ground/open-mark.ts';
import { joined, type Literal, traced } from '../../output/tree.ts';
import { section } from '../../source/keys.ts';
import {
  isEmpty,
  isNull,
  type MappingNode,
  type ScalarNode,
  type SourceNode,
  valueAt,
} from '../../source/node.ts';
import type { SourceDocument } from '../../source/parse.ts';
import { reportWrongType } from '../../source/readers.ts';
import type { TranslationContext } from '../translation.ts';
import { basicKeys } from './keys.ts';
import { type Template, templateNames, templateOf } from './templates.ts';

/** One line: what CodeShip ran as one command of its shell. */
export type Command = { readonly text: string; readonly from: readonly SourceNode[] };

export type Pipeline = { readonly name: Literal; readonly commands: readonly Command[] };

export type Deployment = {
  readonly name: Literal;
  /** The branch, or what its name begins with. */
  readonly branch: Literal;
  readonly match: 'exact' | 'prefix';
  readonly commands: readonly Command[];
  readonly template?: Template;
  /** Values that say how the branch is matched, or nothing further. */
  readonly from: readonly SourceNode[];
};

export type Variable = {
  readonly name: string;
  /** Undefined for a secret. */
  readonly value?: string;
  readonly from: readonly SourceNode[];
  /** A command that reads it; for those that the file does not name. */
  readonly readBy?: readonly SourceNode[];
  /** Only deployments read it, so only they get it. */
  readonly isOfDeployments?: true;
};

export type BasicProject = {
  readonly document: SourceDocument;
  readonly setup: readonly Command[];
  readonly tests: readonly Pipeline[];
  readonly deployments: readonly Deployment[];
  readonly variables: readonly Variable[];
  /** Undefined where the file names none, so that the repository tells. */
  readonly services?: readonly ScalarNode[];
};

export function readBasic(
  document: SourceDocument,
  context: TranslationContext,
): BasicProject | undefined {
  const inner = valueAt(document.root, 'project');
  const root = inner?.kind === 'mapping' ? inner : document.root;
  if (root === undefined) return undefined;
  const keys = section(basicKeys, { ignored: 'it was not a key of a CodeShip Basic project' }).read(
    root,
    context,
  );
  if (keys === undefined) return undefined;
  const given = <T>(...nodes: readonly (T | undefined)[]): readonly T[] =>
    nodes.flatMap((node) => (node === undefined ? [] : [node]));
  return {
    document,
    setup: given(keys.setup, keys.setup_commands).flatMap((node) => commandsOf(node, context)),
    tests: given(keys.tests, keys.test_pipelines).flatMap((node) => pipelinesOf(node, context)),
    deployments: given(keys.deployments, keys.deployment_pipelines)
      .flatMap((node) => (node.kind === 'sequence' ? inOrder(node.items) : [node]))
      .flatMap((node) => deploymentOf(node, context)),
    variables: given(keys.environment, keys.environment_variables).flatMap((node) =>
      variablesOf(node, context),
    ),
    ...defined({ services: keys.services }),
  };
}

/** Lines of a list, or of a text. */
function commandsOf(node: SourceNode, context: TranslationContext): readonly Command[] {
  if (node.kind === 'sequence') return node.items.flatMap((item) => commandsOf(item, context));
  if (isEmpty(node)) return [];
  if (node.kind === 'mapping') {
    reportWrongType(node, 'a list of commands', context);
    return [];
  }
  return node.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ text, from: [node] }));
}

/** A list of pipelines, pipelines by name, or the commands of the only one. */
function pipelinesOf(node: SourceNode, context: TranslationContext): readonly Pipeline[] {
  const only = (): readonly Pipeline[] => [{ name: 'Test', commands: commandsOf(node, context) }];
  if (node.kind === 'scalar') return only();
  if (node.kind === 'mapping') {
    return node.entries.map(({ key, value }) => ({
      name: key.text,
      commands: commandsOf(value, context),
    }));
  }
  if (!node.items.some(({ kind }) => kind === 'mapping')) return only();
  return node.items.flatMap((item, index): readonly Pipeline[] => {
    if (item.kind !== 'mapping') {
      reportWrongType(item, 'a mapping with `name` and `commands`', context);
      return [];
    }
    const commands = valueAt(item, 'commands');
    const name = scalarAt(item, 'name');
    describe(item, ['name', 'commands'], context);
    return [
      {
        name: name === undefined ? `Test ${index + 1}` : traced(name.text, name),
        commands: commands === undefined ? [] : commandsOf(commands, context),
      },
    ];
  });
}

/** By `position`, where the saved project has one. */
function inOrder(items: readonly SourceNode[]): readonly SourceNode[] {
  const position = (node: SourceNode): number => Number(scalarAt(node, 'position')?.text ?? 0);
  return [...items].sort((a, b) => position(a) - position(b));
}

/** For people. */
const dashboardKeys = templateNames.map((name) => `\`${name}\``).join(', ');

const exactWords = /^(?:exact(?:ly)?|=|equals?)?$/i;
const prefixWords = /^(?:prefix|starts?[ _-]?with|begins?[ _-]?with|\*|%|wildcard)$/i;

function deploymentOf(node: SourceNode, context: TranslationContext): readonly Deployment[] {
  if (node.kind !== 'mapping') {
    reportWrongType(node, 'a mapping with `branch` and `commands`', context);
    return [];
  }
  const branch = valueAt(node, 'branch');
  const written =
    branch?.kind === 'mapping' ? scalarAt(branch, 'branch_name') : scalarAt(node, 'branch');
  const mode =
    branch?.kind === 'mapping' ? scalarAt(branch, 'match_mode') : scalarAt(node, 'match');
  if (written === undefined) {
    context.report(
      'incomplete-step',
      node,
      'a deployment has no branch',
      'set the branch that is deployed under `branch`',
    );
    return [];
  }
  const isPrefix = prefixWords.test(mode?.text ?? '') || written.text.endsWith('%');
  if (mode !== undefined && !isPrefix && !exactWords.test(mode.text)) {
    context.report(
      'basic-match-mode',
      mode,
      `\`${mode.text}\` is read as: exactly this branch`,
      'write `match: exact` or `match: prefix`',
    );
  }
  const config = valueAt(node, 'config');
  const commands = valueAt(node, 'commands') ?? valueAt(config, 'commands');
  const template = templateOf(node, context);
  if (config?.kind === 'mapping') {
    for (const { key, value } of config.entries) {
      if (key.text === 'commands') continue;
      context.report(
        'manual-key',
        value,
        `\`${key.text}\` of a deployment from the dashboard is not translated`,
        `write what it did as \`commands\`, or as ${dashboardKeys}`,
      );
    }
  }
  if (commands === undefined && template === undefined) {
    context.report(
      'basic-empty-deployment',
      { file: node.file, start: node.start, end: node.end },
      `nothing says what the deployment of \`${written.text}\` does`,
      `add its lines under \`commands\`, or the fields of the dashboard under ${dashboardKeys}`,
    );
  }
  describe(node, ['branch', 'match', 'name', 'config', 'commands', ...templateNames], context);
  if (branch?.kind === 'mapping') describe(branch, ['branch_name', 'match_mode'], context);
  const name = scalarAt(node, 'name');
  return [
    {
      name:
        name === undefined
          ? joined(['Deploy ', traced(written.text, written)])
          : traced(name.text, name),
      branch: traced(written.text.replace(/%$/, ''), written),
      match: isPrefix ? 'prefix' : 'exact',
      commands: commands === undefined ? [] : commandsOf(commands, context),
      from: mode === undefined ? [] : [mode],
      ...defined({ template }),
    },
  ];
}

function variablesOf(node: SourceNode, context: TranslationContext): readonly Variable[] {
  if (node.kind === 'scalar') {
    reportWrongType(node, 'a mapping of names to values', context);
    return [];
  }
  const items =
    node.kind === 'mapping'
      ? node.entries.map(({ key, value }) => ({ name: key.text, value, named: [] }))
      : node.items.flatMap((item) => {
          const name = scalarAt(item, 'name');
          if (name === undefined || item.kind !== 'mapping') {
            reportWrongType(item, 'a mapping with `name` and `value`', context);
            return [];
          }
          describe(item, ['name', 'value'], context);
          return [{ name: name.text, value: valueAt(item, 'value'), named: [name] }];
        });
  return items.flatMap(({ name, value, named }): readonly Variable[] => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      context.report(
        'wrong-type',
        value ?? node,
        `\`${name}\` is not a valid variable name`,
        'a name consists of letters, digits and `_`',
      );
      return [];
    }
    if (value !== undefined && value.kind !== 'scalar') {
      reportWrongType(value, 'a single value', context);
      return [];
    }
    const from = value === undefined ? named : [value, ...named];
    const isGiven = value !== undefined && !isNull(value) && value.text !== '';
    if (!isGiven) return [{ name, from }];
    // A credential that lies open was reported already.
    if (hasMark(value.text)) return [{ name, from }];
    if (!looksSecret(name, value.text)) return [{ name, value: value.text, from }];
    context.report(
      'basic-secret',
      value,
      `\`${name}\` looks like a secret, so its value is not written`,
      `gh secret set ${name}, and remove the value from the file before anybody commits it`,
    );
    return [{ name, from }];
  });
}

const secretName =
  /(?:^|_)(?:TOKEN|SECRET|PASS(?:WORD|WD|PHRASE)?|PWD|KEY|CREDENTIALS?|AUTH|DSN|CERT|PRIVATE|API)(?:_|$)/i;
/** An address with a password that is not a variable, a private key, or text that no person would choose. */
const secretValue =
  /:\/\/[^/\s:]+:(?!\$\{?\w+\}?@)[^/\s@]+@|-----BEGIN |^(?=.*[a-z])(?=.*[A-Z0-9])(?=.*\d)[A-Za-z0-9+/_=-]{20,}$/;

/** By its name, or by what stands in it. */
export const looksSecret = (name: string, value: string): boolean =>
  (secretName.test(name) && !/^(?:true|false|yes|no|\d{1,4}|test|dummy|)$/i.test(value)) ||
  secretValue.test(value);

function scalarAt(node: SourceNode | undefined, key: string): ScalarNode | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'scalar' && !isNull(value) ? value : undefined;
}

/** Further fields of the saved object, such as its id. */
function describe(
  node: MappingNode,
  known: readonly string[],
  { otherwise }: TranslationContext,
): void {
  for (const { key, value } of node.entries) {
    if (!known.includes(key.text))
      otherwise('basic-setting', value, `\`${key.text}\` is left out: it only concerns CodeShip`);
    else otherwise('empty-value', value, `the workflow does not need \`${key.text}\``);
  }
}
