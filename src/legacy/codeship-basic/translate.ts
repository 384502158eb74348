// CodeShip Basic: a project that stood in the dashboard becomes a workflow (codeship.md 10.2). A job for each test
// pipeline; deployments behind them.

import {
  allOf,
  type Expression,
  expression,
  property,
  standingFor,
} from '../../expression/expression.ts';
import { mixedText, shownText, titleText } from '../../expression/text.ts';
import { defined, filled } from '../../ground/defined.ts';
import { herokuOverSsh } from '../../machine/changed/gone-servers.ts';
import { type Line, sourcesOf, textOf, traced } from '../../output/tree.ts';
import type { SourceDocument } from '../../source/parse.ts';
import { codeshipVariables } from '../../variables/codeship.ts';
import type { Field, Job, Permission, Step, UsesStep, Workflow } from '../../workflow/model.ts';
import { checkoutStep } from '../checkout-step.ts';
import { notSkipped } from '../codeship/jobs/project-jobs.ts';
import { stepId, uniqueName } from '../codeship/values/names.ts';
import type { SecretNeed, Translation, TranslationContext } from '../translation.ts';
import { cacheStep } from './caches.ts';
import { type Databases, databasesOf } from './databases.ts';
import { type MachineNeeds, machineNeeds, type SetUp } from './machine.ts';
import {
  type BasicProject,
  type Command,
  type Deployment,
  type Pipeline,
  readBasic,
} from './read.ts';
import { scriptLinesOf } from './repository-scripts.ts';
import {
  exportedFunctions,
  exportLines,
  machineLines,
  scriptLines,
  wantsHistory,
  wholeHistory,
} from './script.ts';
import { herokuLogin } from './templates.ts';
import { takeTools } from './tools.ts';
import { readByDeployment, unsetVariables } from './unset-variables.ts';

/** In the order of the reference (codeship.md 6.2). */
const basicVariables = [
  'CI_BRANCH',
  'CI_BUILD_NUMBER',
  'CI_BUILD_URL',
  'CI_COMMITTER_EMAIL',
  'CI_COMMITTER_NAME',
  'CI_COMMITTER_USERNAME',
  'CI_COMMIT_ID',
  'CI_MESSAGE',
  'CI_NAME',
  'CI_PR_NUMBER',
  'CI_PULL_REQUEST',
  'CI_REPO_NAME',
] as const;

/** CodeShip ended a build after three hours (codeship.md 7.3). */
const timeoutMinutes = 180;

export function translateCodeshipBasic(
  document: SourceDocument,
  context: TranslationContext,
): Translation {
  const nothing: Translation = {
    system: 'codeship',
    sources: [document],
    workflows: [],
    documents: [],
    texts: [],
    secrets: [],
  };
  const read = document.broken ? undefined : readBasic(document, context);
  const project = read && {
    ...read,
    variables: [...read.variables, ...unsetVariables(read, context.repository)],
  };
  const whole = { file: document.file, start: 0, end: 0 };
  if (document.root === undefined && !document.broken)
    context.report('empty-file', whole, 'the file is empty');
  if (project === undefined) {
    if (document.root !== undefined)
      context.otherwise(
        'broken-file',
        document.root,
        'this file is not converted, because of its errors',
      );
    return nothing;
  }
  const tests = project.tests.filter(({ commands }) => commands.length > 0);
  // A project without a test pipeline ran its setup alone.
  const pipelines = tests.length > 0 || project.setup.length === 0 ? tests : [setupAlone];
  const writing = writingOf(project, context);
  const jobs = jobsOf(pipelines, project, writing);
  if (jobs.length === 0) {
    context.report('no-steps', whole, 'the file contains no command that a job could run');
    return nothing;
  }
  context.report(
    'project-settings',
    whole,
    'the other settings of the dashboard were not in any file: the workflow runs on every push of a branch, and only GitHub notifies anybody',
    'check that `on` and `concurrency` are what you want; then remove the webhook, the required status checks and the badge',
  );
  reportDatabases(project, writing);
  reportKey(project, context);
  for (const leaf of document.leaves)
    if (leaf.kind !== 'scalar') context.otherwise('empty-value', leaf, 'it is empty');
  return { ...nothing, workflows: [workflowOf(jobs)], secrets: secretsOf(project, context) };
}

const setupAlone: Pipeline = { name: 'Setup', commands: [] };

type Writing = {
  readonly project: BasicProject;
  readonly context: TranslationContext;
  readonly databases: Databases;
  readonly env: readonly Field[];
  /** Where clients find the databases. */
  readonly clientEnv: readonly Field[];
  readonly plain: ReadonlyMap<string, string>;
};

function writingOf(project: BasicProject, context: TranslationContext): Writing {
  const databases = databasesOf(project, context);
  const own = new Set(project.variables.map(({ name }) => name));
  const env: Field[] = [
    ...basicVariables.flatMap((name): Field[] => {
      const way = codeshipVariables[name]?.way;
      if (way === undefined || own.has(name)) return [];
      if (way.kind === 'expression' || way.kind === 'literal') return [{ name, value: way.value }];
      return way.kind === 'computed' && way.shortcut ? [{ name, value: way.shortcut.value }] : [];
    }),
    ...project.variables.flatMap(({ name, value, from, isOfDeployments }): Field[] => {
      if (isOfDeployments) return [];
      if (value === undefined)
        return [{ name, value: standingFor(secretOf(name, context), ...from) }];
      return value.includes('$') ? [] : [{ name, value: traced(value, ...from) }];
    }),
  ];
  const plain = new Map(
    project.variables.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
  const clientEnv = [...databases.client, ...railsDatabase(project, databases, context)].filter(
    ({ name }) => !own.has(name),
  );
  return { project, context, databases, env, clientEnv, plain };
}

const secretOf = (name: string, { settings }: TranslationContext): Expression =>
  property(expression`secrets`, settings.secrets[name] ?? name);

/** CodeShip rewrote `config/database.yml`; Rails takes the address in a variable before what that file says. */
function railsDatabase(
  project: BasicProject,
  { names }: Databases,
  { repository }: TranslationContext,
): readonly Field[] {
  const adapter = /^\s*adapter:\s*(postgresql|mysql2)\b/m.exec(
    repository.read('config/database.yml') ?? '',
  )?.[1];
  const lines = [...project.setup, ...project.tests.flatMap(({ commands }) => commands)];
  if (adapter === undefined || lines.some(({ text }) => text.includes('config/database.yml')))
    return [];
  if (adapter === 'postgresql' && names.includes('postgresql'))
    return [{ name: 'DATABASE_URL', value: 'postgresql://postgres:postgres@localhost/test' }];
  return adapter === 'mysql2' && names.includes('mysql')
    ? [{ name: 'DATABASE_URL', value: 'mysql2://root:root@127.0.0.1/test' }]
    : [];
}

function workflowOf(jobs: readonly Job[]): Workflow {
  return {
    path: '.github/workflows/codeship-basic.yml',
    header: [],
    on: { dispatch: true, push: { branches: [titleText('**')] } },
    concurrency: mixedText`codeship-basic-${expression`github.ref`}`,
    jobs,
  };
}

/** A project may have a deployment without commands; that is reported where it is read. */
const doesSomething = ({ commands, template }: Deployment): boolean =>
  commands.length > 0 || template !== undefined;

/** With one test pipeline a deployment went on in its container; with several it had a new one, without the setup. */
function jobsOf(
  pipelines: readonly Pipeline[],
  project: BasicProject,
  writing: Writing,
): readonly Job[] {
  const ids = new Set<string>();
  const deployments = project.deployments.filter(doesSomething);
  const [only] = pipelines;
  if (only !== undefined && pipelines.length === 1) {
    const history = deployments.some((each) => needsHistory(each, writing.context));
    const job = testJob(only, ids, writing, history);
    return [
      {
        ...job,
        steps: [
          ...job.steps,
          ...(withScripts([...project.setup, ...only.commands], writing.context).some(usesKey)
            ? []
            : keyStep(
                deployments.flatMap(({ commands }) => commands),
                writing,
              )),
          ...deployments.flatMap((each) => deploySteps(each, writing, true)),
        ],
      },
    ];
  }
  const tests = pipelines.map((each) => testJob(each, ids, writing, false));
  const earlier: { readonly id: string; readonly deployment: Deployment }[] = [];
  const deploys = deployments.map((deployment) => {
    const id = uniqueName(stepId(textOf(deployment.name), 'deploy'), ids);
    // One after the other, where one push is a matter for both.
    const before = earlier.filter((each) => mayMeet(each.deployment, deployment));
    earlier.push({ id, deployment });
    return deployJob(
      deployment,
      id,
      tests.map((each) => each.id),
      before.map((each) => each.id),
      writing,
    );
  });
  return [...tests, ...deploys].filter(({ steps }) => steps.some(({ kind }) => kind === 'run'));
}

const needsHistory = ({ template, commands }: Deployment, context: TranslationContext): boolean =>
  template?.needsHistory === true || withScripts(commands, context).some(wantsHistory);

function testJob(pipeline: Pipeline, ids: Set<string>, writing: Writing, history: boolean): Job {
  const { project, context, databases } = writing;
  const all = [...project.setup, ...pipeline.commands];
  const { steps, commands } = takeTools(all, writing.plain, context);
  const needs = machineNeeds(commands, languagesOf(steps), context);
  const cache = cacheStep(all, context);
  return {
    ...frame(writing),
    id: uniqueName(stepId(textOf(pipeline.name), 'test'), ids),
    name: pipeline.name,
    ...defined({ if: notSkipped }),
    env: [...writing.clientEnv, ...writing.env],
    services: databases.containers,
    steps: [
      checkout(context, history || withScripts(all, context).some(wantsHistory)),
      ...steps.map((step): Step => ({ kind: 'uses', ...step })),
      ...cache,
      ...installStep(needs),
      ...keyStep(all, writing),
      ...(databases.prepare.length === 0
        ? []
        : [{ kind: 'run', name: 'Create the databases', run: databases.prepare } as const]),
      ...commandsStep(script(all, needs, writing)),
    ],
  };
}

/** Nothing is left of commands that all are steps of their own. */
const commandsStep = (run: readonly Line[]): readonly Step[] =>
  run.length === 0 ? [] : [{ kind: 'run', name: 'Run the commands', run }];

const installStep = ({ install }: MachineNeeds): readonly Step[] =>
  install.length === 0
    ? []
    : [{ kind: 'run', name: 'Install what the commands call', run: install }];

const languageOfAction: Readonly<Record<string, string>> = {
  'ruby/setup-ruby': 'ruby',
  'actions/setup-node': 'node_js',
  'actions/setup-python': 'python',
  'shivammathur/setup-php': 'php',
  'actions/setup-java': 'java',
  'actions/setup-go': 'go',
};

const languagesOf = (steps: readonly Omit<UsesStep, 'kind'>[]): readonly SetUp[] =>
  steps.flatMap(({ uses, with: fields = [] }) => {
    const language = languageOfAction[uses];
    const version = fields.find(({ name }) => name.endsWith('-version'))?.value;
    return language === undefined
      ? []
      : [{ language, version: version === undefined ? '' : shownText(version) }];
  });

const script = (
  all: readonly Command[],
  { functions, commands }: MachineNeeds,
  { project, context }: Writing,
) => [
  ...functions,
  ...machineLines(all, context.repository),
  ...exportedFunctions(
    [...functions, ...machineLines(all, context.repository)],
    all,
    context.repository,
  ),
  ...exportLines(project.variables),
  ...scriptLines(commands, context),
];

function deployJob(
  deployment: Deployment,
  id: string,
  tests: readonly string[],
  before: readonly string[],
  writing: Writing,
): Job {
  const { context } = writing;
  const { steps } = takeTools(deployment.commands, writing.plain, context);
  const condition = branchCondition(deployment);
  const isFirst = before.length === 0;
  return {
    ...frame(writing),
    id,
    name: deployment.name,
    ...(tests.length + before.length === 0 ? {} : { needs: [...tests, ...before] }),
    // A deployment that is skipped must not skip those behind it.
    if: isFirst
      ? condition
      : (allOf([
          expression`!failure()`,
          expression`!cancelled()`,
          ...tests.map(
            (test) =>
              expression`${property(property(expression`needs`, test), 'result')} == 'success'`,
          ),
          condition,
        ]) ?? condition),
    environment: id,
    steps: [
      checkout(context, needsHistory(deployment, context)),
      ...steps.map((step): Step => ({ kind: 'uses', ...step })),
      ...deploySteps(deployment, writing, false),
    ],
    from: deployment.from,
  };
}

function deploySteps(
  deployment: Deployment,
  writing: Writing,
  inTestJob: boolean,
): readonly Step[] {
  const { template, from } = deployment;
  const { steps, commands } = takeTools(
    deployment.commands,
    writing.plain,
    writing.context,
    !inTestJob,
  );
  const condition = branchCondition(deployment);
  const needs = machineNeeds(commands, languagesOf(steps), writing.context, [herokuOverSsh]);
  const run = [
    ...(commands.length === 0
      ? []
      : [
          ...needs.install,
          ...herokuLines(withScripts(commands, writing.context)),
          ...script(deployment.commands, needs, writing),
        ]),
    ...(template?.lines ?? []),
  ];
  if (run.length === 0) return [];
  const given = new Set(writing.env.map(({ name }) => name));
  const read = readByDeployment(withScripts(commands, writing.context));
  const names = new Set([
    ...(template?.secrets ?? []),
    ...(withScripts(commands, writing.context).some(usesHeroku) ? [herokuKey] : []),
    ...writing.project.variables.flatMap(({ name, isOfDeployments }) =>
      isOfDeployments && read.has(name) ? [name] : [],
    ),
  ]);
  const env = [...names]
    .filter((name) => !given.has(name))
    .map((name): Field => ({ name, value: secretOf(name, writing.context) }));
  return [
    ...(inTestJob ? [] : keyStep(deployment.commands, writing)),
    ...(inTestJob ? steps.map((step): Step => ({ kind: 'uses', ...step, if: condition })) : []),
    {
      kind: 'run',
      name: deployment.name,
      ...(inTestJob ? { if: condition, from } : {}),
      ...defined({ env: filled(env) }),
      run,
    },
  ];
}

const herokuLines = (commands: readonly Command[]) =>
  commands.some(({ text }) => text.includes('git@heroku.com:'))
    ? [
        ...herokuLogin,
        'git config --global url.https://git.heroku.com/.insteadOf git@heroku.com:',
      ].map((line) => traced(line))
    : [];

/** Branches alone were deployed; `ref_name` would be a tag too. */
function branchCondition({ branch, match }: Deployment): Expression {
  const ref = `refs/heads/${textOf(branch)}`;
  const pushed = expression`github.event_name == 'push'`;
  const matches =
    match === 'exact'
      ? expression`github.ref == ${ref}`
      : expression`startsWith(github.ref, ${ref})`;
  return standingFor(allOf([pushed, matches]) ?? pushed, ...sourcesOf(branch));
}

/** Whether one push may be a matter for both. */
function mayMeet(a: Deployment, b: Deployment): boolean {
  const [one, other] = [textOf(a.branch), textOf(b.branch)];
  if (a.match === 'exact') return b.match === 'exact' ? one === other : one.startsWith(other);
  return b.match === 'exact'
    ? other.startsWith(one)
    : one.startsWith(other) || other.startsWith(one);
}

const herokuKey = 'HEROKU_API_KEY';

const readContents: readonly Permission[] = [{ scope: 'contents', access: 'read' }];

const frame = ({ context, env }: Writing) => ({
  runsOn: context.settings.runner,
  timeoutMinutes,
  permissions: readContents,
  env,
});

/** The last fifty commits and the submodules (codeship.md 10.2). */
const checkout = ({ repository }: TranslationContext, history: boolean): Step =>
  checkoutStep(history ? 0 : 50, repository.paths.includes('.gitmodules'));

function reportDatabases(project: BasicProject, { databases, context }: Writing): void {
  const { names } = databases;
  const whole = { file: project.document.file, start: 0, end: 0 };
  if (project.services === undefined) {
    context.report(
      'basic-databases',
      whole,
      names.length === 0
        ? 'neither a file of the repository nor a command uses a database, so none is started'
        : `started for the tests, because a file or a command uses them: ${names.join(', ')}`,
      'if one is missing or not needed, list them under `services` in `codeship-basic.yml`',
    );
  }
  if (names.includes('mysql')) {
    context.report(
      'basic-mysql-host',
      whole,
      'MySQL clients treat the host `localhost` as a socket: a step makes one that leads to the server at 127.0.0.1',
      'with 127.0.0.1, or MYSQL_HOST, in the configuration of the tests, the step is not needed',
    );
  }
}

/** The commands, and the lines of the scripts that they run. */
const withScripts = (
  commands: readonly Command[],
  { repository }: TranslationContext,
): readonly Command[] => [...commands, ...scriptLinesOf(commands, repository)];

/** What logs in somewhere with the key of the project. */
const usesKey = (command: Command): boolean =>
  /\b(?:ssh|scp|sftp|rsync|cap|mina)\b|git@(?!heroku\.com)/.test(command.text) ||
  usesOrigin(command);

/** The clone came from CodeShip with this key; the checkout of a workflow keeps nothing to log in with. */
const usesOrigin = ({ text }: Command): boolean =>
  /\bgit\s+(?:push|fetch|pull)\b(?:\s+-\S+)*\s*(?:origin\b|git@github\b|[;&|]|$)/.test(
    // Quoted, it runs elsewhere.
    text.replace(/'[^']*'|"[^"]*"/g, '""'),
  ) && !wholeHistory.test(text);

/** Heroku takes pushes by https alone; the old address is answered with the new one. */
const usesHeroku = ({ text }: Command): boolean =>
  /git@heroku\.com:|\bheroku\b|check_access_to_heroku_app/.test(text);

const allCommands = ({ setup, tests, deployments }: BasicProject): readonly Command[] => [
  ...setup,
  ...tests.flatMap(({ commands }) => commands),
  ...deployments.flatMap(({ commands }) => commands),
];

const keySecret = 'CODESHIP_SSH_KEY';

/** An agent with the key, for all steps behind it; hosts that nobody knows are accepted, as they were. */
function keyStep(own: readonly Command[], { context }: Writing): readonly Step[] {
  const commands = withScripts(own, context);
  if (!commands.some(usesKey)) return [];
  return [
    {
      kind: 'run',
      name: 'Load the SSH key of the project',
      env: [{ name: 'SSH_KEY', value: secretOf(keySecret, context) }],
      run: [
        'if [[ -n $SSH_KEY ]]; then',
        '  eval "$(ssh-agent -a "$RUNNER_TEMP/ssh-agent")" > /dev/null',
        '  ssh-add -q - <<< "$SSH_KEY"',
        '  echo "SSH_AUTH_SOCK=$SSH_AUTH_SOCK" >> "$GITHUB_ENV"',
        ...(commands.some(usesOrigin)
          ? [
              '  git remote set-url origin "git@${GITHUB_SERVER_URL#https://}:$GITHUB_REPOSITORY.git"',
            ]
          : []),
        'fi',
        "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config",
      ].map((each) => traced(each)),
    },
  ];
}

function reportKey(project: BasicProject, context: TranslationContext): void {
  const { report, settings } = context;
  const [node] = withScripts(allCommands(project), context).find(usesKey)?.from ?? [];
  if (node === undefined) return;
  const name = settings.secrets[keySecret] ?? keySecret;
  report(
    'basic-ssh-key',
    node,
    "the command logs in with the project's SSH key, which only CodeShip had",
    `create a new key pair, register the public key where the command logs in, and store the private key as the secret \`${name}\`, which a step loads: gh secret set ${name} < FILE`,
  );
}

function secretsOf(project: BasicProject, context: TranslationContext): readonly SecretNeed[] {
  const { variables, deployments } = project;
  const needs = variables.flatMap(({ name, value, from, readBy }): SecretNeed[] => {
    if (value !== undefined) return [];
    const why =
      readBy === undefined
        ? 'a variable of the CodeShip project'
        : 'a command reads it, and nothing sets it';
    const [at] = readBy ?? from;
    return [{ name, why, ...defined({ at }) }];
  });
  const given = new Set(needs.map(({ name }) => name));
  const more = deployments
    .flatMap(({ template, commands }) => [
      ...(template?.secrets ?? []),
      ...(withScripts(commands, context).some(usesHeroku) ? [herokuKey] : []),
    ])
    .filter((name) => !given.has(name));
  return [
    ...needs,
    ...(withScripts(allCommands(project), context).some(usesKey)
      ? [
          {
            name: keySecret,
            why: 'the private half of a new SSH key that the commands log in with',
          },
        ]
      : []),
    ...[...new Set(more)].map((name) => ({ name, why: 'the deployment logs in with it' })),
  ];
}
