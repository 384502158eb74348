// The command line as tables. The parser, `--help` and the README read the same rows.

import type { CommandRow, OptionRow } from './command-row.ts';
import { hooksOption } from './hooks.ts';

export const convertOptions: readonly OptionRow[] = [
  { name: 'out', value: 'DIR', summary: 'Write to DIR instead of PATH' },
  { name: 'dry-run', summary: 'Write nothing; print a unified diff against what is on disk' },
  { name: 'check', summary: 'Write nothing; exit 1 if the files on disk differ' },
  { name: 'json', summary: 'Print the report as JSON, and nothing else, on standard output' },
  { name: 'quiet', summary: 'Only print errors and warnings, no summary and no notes' },
  {
    name: 'report',
    value: 'FILE',
    many: true,
    summary:
      'Also write the report; the extension selects the format: .json, .md, .html, .sarif or .csv; repeatable',
  },
  { name: 'strict', summary: 'Treat warnings as errors in the exit code' },
  {
    name: 'force',
    summary: 'Overwrite files that people wrote or edited; remove files that are no longer written',
  },
  {
    name: 'config',
    value: 'FILE',
    summary: 'Settings file; default .github/transship.yml of PATH, if it exists',
  },
  {
    name: 'parallel',
    value: 'FORM',
    choices: ['native', 'shell'],
    summary: "How CodeShip parallel groups are written: GitHub's parallel steps, or one script",
  },
  {
    name: 'with',
    value: 'DIR',
    many: true,
    summary: 'Another repository to read, for Assembly Lines across repositories',
  },
  {
    name: 'type',
    value: 'NAME=KIND',
    many: true,
    summary: 'The type of an integration or a cluster of Assembly Lines, if nothing tells it',
  },
  {
    name: 'queue',
    summary: 'Keep up to 100 waiting runs of a job of Assembly Lines (linters reject the key)',
  },
  {
    name: 'watch',
    value: 'HOW',
    choices: ['poll'],
    summary: 'Check for commits of other repositories on a schedule, instead of waiting for events',
  },
  {
    name: 'environment',
    value: 'NAME',
    summary: 'The environment of Assembly Lines jobs that deploy',
  },
  {
    name: 'style',
    value: 'STYLE',
    choices: ['exact', 'idiomatic'],
    summary:
      'Exactly what the old build did, or what an expert would write today, with each change reported',
  },
  {
    name: 'secrets',
    value: 'FORM',
    choices: ['file', 'each'],
    summary: 'Keep encrypted files and one key, or one secret for each variable',
  },
  {
    name: 'pull-requests',
    value: 'FORM',
    choices: ['as-before', 'no-deploy'],
    summary: 'Whether pull requests run commands that publish or deploy, as they did on Shippable',
  },
  hooksOption,
  {
    name: 'aes-key',
    value: 'FILE',
    summary:
      "CodeShip's key, to read the names in encrypted files; default the variable CODESHIP_AES_KEY",
  },
];

export const commands: readonly CommandRow[] = [
  {
    name: 'convert',
    usage: '[PATH]',
    least: 0,
    most: 1,
    summary: 'Convert the legacy configuration in PATH (default: the current folder).',
    exits: {
      1: 'Some input could not be converted, or `--check` found a difference, or `--strict` and a warning.',
    },
    examples: [
      'transship convert',
      'transship convert ../shop --dry-run',
      'transship convert --style idiomatic --report report.html',
    ],
    load: async () => ({
      options: convertOptions,
      program: (await import(/* webpackMode: "eager" */ './convert/command.ts')).convertProgram,
    }),
  },
  {
    name: 'basic',
    usage: '[PATH]',
    least: 0,
    most: 1,
    summary:
      'Ask for what was in the dashboard of CodeShip Basic, and write codeship-basic.yml to PATH.',
    exits: { 1: 'The file already exists, or cannot be written.' },
    examples: ['transship basic'],
    load: async () => ({ options: [], program: (await import('./basic.ts')).basicProgram }),
  },
  {
    name: 'audit',
    usage: '[PATH...]',
    least: 0,
    most: Number.POSITIVE_INFINITY,
    summary:
      'Read many repositories and write one report: what can be converted automatically, what is left to you, and which secrets, runners and images are needed. Changes nothing.',
    exits: { 1: '`--strict`, and a repository could not be converted or has an error.' },
    examples: ['transship audit ~/src/* --report estate.html --report estate.csv'],
    load: async () => {
      const { auditOptions, auditProgram } = await import('./audit/command.ts');
      return { options: auditOptions, program: auditProgram };
    },
  },
  {
    name: 'run',
    usage: '[STEP]',
    least: 0,
    most: 1,
    summary:
      "Run the steps of a CodeShip project, or one of them, on this machine with Docker Compose, as CodeShip's own command did.",
    exits: {
      0: 'Every step that ran passed.',
      1: 'The project cannot be run. If a step fails, the exit code is that of the step.',
    },
    examples: ['transship run', 'transship run lint', 'transship run --branch main --push'],
    load: async () => {
      const { runOptions, runProgram } = await import('./run/command.ts');
      return { options: runOptions, program: runProgram };
    },
  },
  {
    name: 'try',
    usage: '[WORKFLOW]',
    least: 0,
    most: 1,
    summary: 'Run a workflow on this machine with act, and replace what act does not support.',
    exits: {
      0: 'The run succeeded.',
      1: 'The run failed, or it could not be started.',
    },
    examples: [
      'transship try',
      'transship try codeship.yml --secret-file ../secrets.txt',
      'transship try --event pull_request',
    ],
    load: async () => {
      const { tryOptions, tryProgram } = await import('./try/command.ts');
      return { options: tryOptions, program: tryProgram };
    },
  },
  {
    name: 'explain',
    usage: '[CODE|KEY|MESSAGE|FILE:LINE]',
    least: 0,
    most: 1,
    summary:
      'Explain a diagnostic code, a legacy key, an error message of the old services, or what became of a line; without an argument, list all.',
    examples: ['transship explain unknown-key', 'transship explain build.pre_ci_boot'],
    load: async () => ({
      options: [],
      program: (await import('./explain/command.ts')).explainProgram,
    }),
  },
  {
    name: 'decrypt',
    usage: 'FILE [OUT]',
    least: 1,
    most: 2,
    summary: 'Decrypt a file that CodeShip encrypted.',
    exits: { 1: 'The file cannot be read or the key does not open it.' },
    examples: ['transship decrypt app.env.encrypted app.env --key-path codeship.aes'],
    load: async () => {
      const { decryptOptions, decryptProgram } = await import('./encrypted-files/decrypt.ts');
      return { options: decryptOptions, program: decryptProgram };
    },
  },
  {
    name: 'encrypt',
    usage: 'FILE [OUT]',
    least: 1,
    most: 2,
    summary: "Encrypt a file as CodeShip's own tool did.",
    exits: { 1: 'The file cannot be read, or the result not written.' },
    examples: ['transship encrypt app.env app.env.encrypted --key-path codeship.aes'],
    load: async () => {
      const { encryptOptions, encryptProgram } = await import('./encrypted-files/encrypt.ts');
      return { options: encryptOptions, program: encryptProgram };
    },
  },
  {
    name: 'secrets',
    usage: 'plan|check|set [PATH]',
    least: 1,
    most: 2,
    summary: 'List, check and set the GitHub secrets that a converted repository needs.',
    exits: { 1: 'Something is missing, or it cannot be checked or set.' },
    examples: ['transship secrets plan', 'transship secrets check . --repo acme/shop'],
    load: async () => {
      const { secretsOptions, secretsProgram } = await import('./secrets/command.ts');
      return { options: secretsOptions, program: secretsProgram };
    },
  },
  {
    name: 'integrations',
    usage: '[list|add|edit|rename|rotate|delete] [NAME] [PATH...]',
    least: 0,
    most: Number.POSITIVE_INFINITY,
    summary:
      'List the registry integrations, what uses them and what blocks their removal; explain how to add, change, rename, rotate and delete one.',
    exits: { 1: 'A PATH cannot be read, or GitHub refuses to list or remove secrets.' },
    examples: [
      'transship integrations list ~/src/*',
      'transship integrations rotate docker-hub ../shop',
    ],
    load: async () => {
      const { integrationsOptions, integrationsProgram } = await import(
        './integrations/command.ts'
      );
      return { options: integrationsOptions, program: integrationsProgram };
    },
  },
  {
    name: 'tags',
    usage: 'IMAGE',
    least: 1,
    most: 1,
    summary: 'List the tags of an image repository.',
    exits: { 1: 'The registry refuses the request or cannot be reached.' },
    examples: ['transship tags docker.io/library/redis'],
    load: async () => {
      const { tagsOptions, tagsProgram } = await import('./tags.ts');
      return { options: tagsOptions, program: tagsProgram };
    },
  },
  {
    name: 'lines',
    usage: 'list|show NAME|set NAME KEY=VALUE...|export [FOLDER]',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    summary:
      'List, show, set or export the versions and state that Assembly Lines recorded on the branch assembly-lines.',
    exits: { 1: 'The branch cannot be read or written, or does not have what was named.' },
    examples: ['transship lines list', 'transship lines show app-image'],
    load: async () => {
      const { linesOptions, linesProgram } = await import('./lines/command.ts');
      return { options: linesOptions, program: linesProgram };
    },
  },
  {
    name: 'playground',
    usage: '[PATH]',
    least: 0,
    most: 1,
    summary: 'Print where the playground page is; with PATH, write a copy that contains its files.',
    exits: { 1: 'The copy could not be written.' },
    examples: ['transship playground . --open'],
    load: async () => {
      const { playgroundOptions, playgroundProgram } = await import('./playground.ts');
      return { options: playgroundOptions, program: playgroundProgram };
    },
  },
  {
    name: 'completion',
    usage: 'bash|zsh|fish',
    least: 1,
    most: 1,
    summary: 'Print a script that completes commands and options in a shell.',
    examples: ['source <(transship completion bash)', 'transship completion fish | source'],
    load: async () => {
      const { completionOf } = await import('./completion.ts');
      return { options: [], program: completionOf(commands, commonOptions) };
    },
  },
];

export const commonOptions: readonly OptionRow[] = [
  {
    name: 'color',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    summary: 'Color: on a terminal (auto), always or never; NO_COLOR and FORCE_COLOR are respected',
  },
  { name: 'help', summary: 'Show this help' },
  { name: 'version', summary: 'Show the version' },
];
