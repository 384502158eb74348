// Places where doing exactly what Shippable did does harm. The workflow does the same; here people hear of it, with the
// place and the cure (shippable.md 8.5, 9, 11, 14).

import { integrationPrefix } from '../../../integration/prefix.ts';
import {
  type CommandWords,
  commandWords,
  simpleCommands,
  textOf,
} from '../../../shell/commands.ts';
import type { Entry, ScalarNode, SourceNode } from '../../../source/node.ts';
import { steersMachine } from '../../../variables/steering-variables.ts';
import type { TranslationContext } from '../../translation.ts';
import { fieldOf, textField } from '../files/definition.ts';
import type { Kinds } from '../files/kinds.ts';
import type { LineJob, LineResource } from '../files/model.ts';
import { nearHelp } from '../files/read.ts';
import type { JobNode } from '../graph/graph.ts';
import { isPowershell, runsPowershell } from './powershell-task.ts';

/** Says what the commands of one job do to their own harm. `ci`: commands that no job of these files holds. */
export function reportPitfalls(
  node: JobNode,
  ci: readonly ScalarNode[],
  context: TranslationContext,
): void {
  const { job } = node;
  // What CI's commands call their resources is looked at where they are translated.
  for (const command of node.role === 'ci' ? ci : [])
    reportCommand(command, undefined, node, context);
  if (job === undefined) return;
  for (const { keys, name } of job.ins)
    if (keys.versionNumber !== undefined)
      context.report(
        'line-pinned-number',
        keys.versionNumber,
        `\`${node.name}\` is pinned to version ${keys.versionNumber.text} of \`${name}\`, and numbers of versions begin at 1 again`,
        `pin it by \`versionName\`, or set versions by \`transship lines set ${name} versionName=...\` until the number is there`,
      );
  const known = knownNames(node);
  const items = job.tasks.flatMap(({ script }) => script);
  const hooks = [
    ...(job.hooks.on_success?.script ?? []),
    ...(job.hooks.on_failure?.script ?? []),
    ...(job.hooks.always?.script ?? []),
  ];
  reportPowershell(job, [...items, ...hooks], context);
  if (runsPowershell(job, context)) return;
  for (const item of items) reportUnset(item, context);
  for (const command of [...items, ...hooks]) reportCommand(command, known, node, context);
  reportGoneLogins(node, items, context);
}

function reportCommand(
  command: ScalarNode,
  known: Known | undefined,
  node: JobNode,
  context: TranslationContext,
): void {
  for (const call of commandWords(command.text)) {
    reportRetry(call, command, context);
    if (call.word === 'shipctl') {
      if (known !== undefined) reportNames(call, command, known, node, context);
      reportValues(call, command, context);
    }
  }
  reportFiles(command, context);
}

/** Values of definitions that reach scripts in another form, or not at all. */
export function reportDefinitions(
  resources: readonly LineResource[],
  { report }: TranslationContext,
): void {
  for (const resource of resources) {
    if (resource.type === 'params') {
      for (const { key, value } of entriesOf(fieldOf(resource, 'params'))) {
        const name = key.text.replace(/\W/g, '');
        if (name === 'secure' || !steersMachine(name)) continue;
        report(
          'line-steering-param',
          value,
          `\`${key.text}\` of the params \`${resource.name}\` would steer programs of the machine, so it is not a variable of its own here`,
          `read \`$${integrationPrefix(resource.name)}_PARAMS_${name.toUpperCase()}\` instead, or rename the key`,
        );
      }
    }
    const version = textField(resource, 'versionName');
    if (version !== undefined && isExpanded(version.text))
      report(
        'line-expanded-value',
        version,
        `\`shipctl\` prints this version as the shell expands it: ${howExpanded(version.text)}`,
        `read \`$${integrationPrefix(resource.name)}_VERSIONNAME\` in quotes instead`,
      );
  }
}

const entriesOf = (node: SourceNode | undefined): readonly Entry[] =>
  node?.kind === 'mapping' ? node.entries : [];

const isExpanded = (text: string): boolean => /[*?]|\[.+\]|\s{2,}|^\s|\s$/.test(text);

const howExpanded = (text: string): string =>
  /[*?[]/.test(text) ? '`*`, `?` and `[...]` become names of files' : 'runs of blanks become one';

type Known = {
  /** What the job takes in or makes, and itself. */
  readonly all: ReadonlySet<string>;
  /** The same as variables have them. */
  readonly prefixes: ReadonlySet<string>;
  /** Of these, what it may write versions of. */
  readonly made: ReadonlySet<string>;
  /** Integrations of the job. */
  readonly integrations: ReadonlySet<string>;
};

const knownNames = ({ name, inputs, outputs, job }: JobNode): Known => {
  const made = [...outputs.map(({ step }) => step.name), name];
  const all = new Set([...inputs.map(({ step }) => step.name), ...made]);
  return {
    all,
    prefixes: new Set([...all].map(integrationPrefix)),
    made: new Set(made),
    integrations: new Set((job?.keys.integrations ?? []).map(({ text }) => text)),
  };
};

/** Tasks of Windows ran in PowerShell (shippable.md 8.5). */
function reportPowershell(
  job: LineJob,
  commands: readonly ScalarNode[],
  context: TranslationContext,
): void {
  const isWindows = runsPowershell(job, context);
  for (const command of commands) {
    if (isWindows)
      context.report(
        'line-pwsh',
        command,
        'PowerShell 7 runs this command, where Shippable had Windows PowerShell 5.1; a program that fails ends the TASK',
      );
    else if (isPowershell(command.text))
      context.report(
        'line-powershell',
        command,
        'this command is PowerShell, and the TASK runs in bash, where it stops here',
        'if its machines ran Windows, map the node pool to a Windows runner under `node-pools` in `.github/transship.yml`',
      );
  }
}

/** The frame around each item read `$1`, which such a shell refuses (shippable.md 14.2). */
function reportUnset(item: ScalarNode, { report, repository }: TranslationContext): void {
  // In a process of its own, it ends there.
  const sets = (text: string): boolean =>
    simpleCommands(text).some(({ command, place }) => {
      const [word, ...rest] = command.words.map(textOf);
      const isOn = rest.some(
        (option, index) =>
          /^-[a-zA-Z]*u/.test(option) || (option === 'nounset' && rest[index - 1] === '-o'),
      );
      return !place.subshell && word === 'set' && isOn;
    });
  const sourced = commandWords(item.text).flatMap(({ word, rest }) =>
    (word === '.' || word === 'source') && rest[0] !== undefined ? [rest[0]] : [],
  );
  const file = sourced.find((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const found = repository.paths.filter((one) => one === name || one.endsWith(`/${name}`));
    return found.length === 1 && sets(repository.read(found[0] ?? '') ?? '');
  });
  if (!sets(item.text) && file === undefined) return;
  report(
    'line-unset-variables',
    item,
    `${file === undefined ? 'this command turns' : `\`${file}\` turns`} \`set -u\` on for the rest of the TASK, which ended the job as failed on Shippable, without its hooks; it does so here`,
    'remove the `u`, or put the commands that need it into parentheses or a script of their own',
  );
}

const hasBlank = (word: string): boolean =>
  /^(?:"[^"]*\s|'[^']*\s)/.test(word) || /^[^"'$`({]*\s/.test(word);

/** What is retried is a program with its arguments, never a text of several words. */
function reportRetry(
  { word, rest }: CommandWords,
  at: ScalarNode,
  { report }: TranslationContext,
): void {
  const isRetry = word === 'shippable_retry' || (word === 'shipctl' && rest[0] === 'retry');
  const program = word === 'shippable_retry' ? rest[0] : rest[1];
  if (!isRetry || program === undefined || !hasBlank(program)) return;
  report(
    'line-retry-text',
    at,
    `\`${program.replace(/`/g, "'")}\` is retried as the name of one program, which there is none of`,
    'remove the quotes around the command, or write `sh -c` in front of it',
  );
}

const writers = /^(?:put|post)_resource_state(_multi)?$/;

/** Functions of shipctl whose first argument names a resource of the job. */
const readers =
  /^get_(?:resource_(?:id|meta|state|path|env|operation|type|version_name|version_id|version_number|version_key|pointer_key)|params_resource|integration_resource(?:_keys|_field)?)$/;

function reportNames(
  { rest }: CommandWords,
  at: ScalarNode,
  known: Known,
  node: JobNode,
  { report }: TranslationContext,
): void {
  const [name = '', target] = rest;
  const writes = writers.exec(name);
  const isWord = target !== undefined && /^[\w.-]+$/.test(target);
  if (isWord && readers.test(name) && !known.prefixes.has(integrationPrefix(target)))
    report(
      'line-unknown-name',
      at,
      `\`${target}\` is neither an \`IN\` nor an \`OUT\` of \`${node.name}\`, so \`shipctl ${name}\` prints an empty line or fails`,
      nearHelp(target, [...known.all]) ??
        `add \`- IN: ${target}\` to the steps of \`${node.name}\``,
    );
  if (isWord && /^get_integration_(?:keys|field)$/.test(name) && !known.integrations.has(target))
    report(
      'line-unknown-name',
      at,
      `\`${target}\` is none of the \`integrations\` of \`${node.name}\`, so \`shipctl ${name}\` finds nothing`,
      nearHelp(target, [...known.integrations]) ??
        `add it to the \`integrations\` of \`${node.name}\``,
    );
  if (isWord && writes !== null && !known.made.has(target))
    report(
      'line-unknown-version',
      at,
      `this command writes a version of \`${target}\`, which \`${node.name}\` does not have as an \`OUT\`, so nobody ever read it`,
      nearHelp(target, [...known.made]) ??
        `add \`- OUT: ${target}\` to the steps of \`${node.name}\``,
    );
}

function reportValues(
  { rest }: CommandWords,
  at: ScalarNode,
  { report }: TranslationContext,
): void {
  const [name = '', , ...values] = rest;
  const writes = writers.exec(name);
  if (writes === null) return;
  const isMulti = writes[1] !== undefined;
  const given = isMulti
    ? values.flatMap((word) => unquoted(word).split(/\s+/))
    : values.slice(1).map(unquoted);
  for (const value of given.filter((one) => one !== '')) {
    const isPair = value.includes('=');
    if (isMulti && !isPair)
      report(
        'line-split-value',
        at,
        `\`${shown(value)}\` becomes a key without a value: \`${name}\` splits its text at every blank`,
        'call `shipctl put_resource_state` for a value with blanks',
      );
    const text = isMulti ? value.slice(value.indexOf('=') + 1) : value;
    if (text.includes('=')) cut(text, at, report);
    else if (isExpanded(text) && !/[$`]/.test(text))
      report(
        'line-expanded-value',
        at,
        `\`shipctl\` prints \`${shown(text)}\` as the shell expands it: ${howExpanded(text)}`,
        'read the variable of the resource in quotes instead',
      );
  }
}

/** Without quotes, and with a letter for whatever is filled in. */
const unquoted = (word: string): string =>
  word.replace(/\$\((?:[^()]|\([^()]*\))*\)|`[^`]*`|\$\{[^}]*\}|\$\w+/g, 'x').replace(/["']/g, '');

const shown = (text: string): string => text.replace(/`/g, "'");

function cut(value: string, at: ScalarNode, report: TranslationContext['report']): void {
  const kept = value.slice(0, value.indexOf('='));
  report(
    'line-cut-value',
    at,
    `of this value only \`${shown(kept)}\` is kept: a line of a version ends at its second \`=\``,
    'encode the value, for example by `base64 -w 0 | tr -d =`, or keep it in a file of a `state`',
  );
}

/** What `echo` and `printf` write into the files of versions. */
const writtenLines = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /^.*?(?:echo|printf)\s+(?:-\w+\s+)?(\S.*?)\s*>>?\s*["']?(?:\$\{?JOB_STATE\}?|\/build\/state)\S*\.env\b/gm,
    ),
  ].map(([, words = '']) => words);

/** A secret in a version lies open: on the branch, in artifacts and in the variables of other jobs. */
export function reportSecretVersions(
  commands: readonly ScalarNode[],
  secrets: readonly string[],
  { report }: Pick<TranslationContext, 'report'>,
): void {
  const fetched = commands.flatMap(({ text }) =>
    [
      ...text.matchAll(/(?:^|[\s;])(\w+)=["']?\$\(shipctl get_integration(?:_resource)?_field\b/g),
    ].map(([, name = '']) => name),
  );
  const hidden = new Set([...secrets, ...fetched]);
  for (const command of commands) {
    const values = [
      ...writtenLines(command.text),
      ...commandWords(command.text).flatMap(({ word, rest }) =>
        word === 'shipctl' && writers.test(rest[0] ?? '') ? rest.slice(2) : [],
      ),
    ];
    const name = values
      .flatMap((value) => [...value.matchAll(/\$\{?(\w+)/g)].map(([, one = '']) => one))
      .find((one) => hidden.has(one));
    if (name !== undefined)
      report(
        'line-secret-version',
        command,
        `this command writes the secret \`${name}\` into a version, which everybody who can read the repository can read`,
        'leave it out, and give the jobs that need it the secret itself',
      );
  }
}

/** `KEY=a=b` that goes into the file of a version. */
function reportFiles(node: ScalarNode, { report }: TranslationContext): void {
  for (const words of writtenLines(node.text)) {
    const value = /^\w+=(.*)$/.exec(unquoted(words).replace(/\\n$/, ''))?.[1];
    if (value?.includes('=') === true) cut(value, node, report);
  }
}

/** Programs that need a login, by the word for what they log in to. */
const needsLogin: Readonly<Record<string, RegExp>> = {
  docker: /^(?:push|pull)$/,
  kubectl: /./,
  helm: /./,
  gcloud: /^(?!auth$|config$)/,
  gsutil: /./,
  aws: /^(?!configure$)/,
  az: /^(?!login$)/,
  eb: /./,
  jfrog: /./,
};

const logsIn =
  /\b(?:docker login|aws configure|gcloud auth|az login|get-credentials|jfrog rt config|config set-)/;

/** After a success the logins were removed before the hooks ran (shippable.md 14.1). */
function reportGoneLogins(
  node: JobNode,
  items: readonly ScalarNode[],
  { report }: TranslationContext,
): void {
  const hasLogin =
    node.inputs.some((input) => input.kind === 'resource' && input.resource.type === 'cliConfig') ||
    items.some(({ text }) => logsIn.test(text));
  if (!hasLogin) return;
  for (const hook of ['on_success', 'always'] as const) {
    const commands = node.job?.hooks[hook]?.script ?? [];
    if (commands.some(({ text }) => logsIn.test(text))) continue;
    for (const command of commands) {
      const call = commandWords(command.text).find(
        ({ word, rest }) => needsLogin[word]?.test(rest[0] ?? '') === true,
      );
      if (call !== undefined)
        report(
          'line-login-gone',
          command,
          `\`${call.word}\` has no login in \`${hook}\` after a success: Shippable removed it before the hooks ran, and so it is here`,
          'move the command to the end of the TASK',
        );
    }
  }
}

/** Values that people chose may be a part of the word that tells of new versions. */
export function reportMasks(
  jobs: readonly JobNode[],
  kinds: Kinds,
  { report }: TranslationContext,
): void {
  const said = new Set<string>();
  const say = (name: string, at: SourceNode): void => {
    if (said.has(name)) return;
    said.add(name);
    report(
      'line-masked-word',
      at,
      `a value of \`${name}\` that is a part of \`line-new-version\` keeps the jobs behind from starting`,
      'keep words that need no hiding in repository variables',
    );
  };
  for (const { inputs, outputs, job } of jobs) {
    for (const one of [...inputs, ...outputs]) {
      if (one.kind !== 'resource') continue;
      const { resource } = one;
      if (resource.integration !== undefined && kinds.ofResource(resource)?.id === 'keyValuePair')
        say(resource.integration.text, resource.integration);
      const params = resource.type === 'params' ? fieldOf(resource, 'params') : undefined;
      if (entriesOf(params).some(({ key }) => key.text === 'secure'))
        say(resource.name, resource.named);
    }
    for (const named of job?.keys.integrations ?? [])
      if (kinds.ofName(named.text)?.id === 'keyValuePair') say(named.text, named);
  }
}
