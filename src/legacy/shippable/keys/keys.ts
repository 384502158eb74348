// The keys of `shippable.yml`, of the current format (shippable.md 2.1 to 2.8) and of the older one like
// Travis CI's (2.9). Reader, messages, key reference and `transship explain` all come from these rows.

import {
  approximated,
  dropped,
  type KeyRow,
  leftToPerson,
  manual,
  section,
  translated,
} from '../../../source/keys.ts';
import {
  anything,
  bySort,
  dictOf,
  flag,
  flatList,
  listOf,
  oneOf,
  oneOrMany,
  text,
  textOrOnly,
} from '../../../source/readers.ts';
import { cacheValue } from './cache-value.ts';
import { command } from './command.ts';
import { lenientIntegrations } from './lenient-integrations.ts';
import { lenientMapping, withOtherNames } from './lenient-mapping.ts';

/** A key of Travis CI that did nothing on Shippable. */
const ofTravis = (summary: string, why: string): KeyRow<never> => ({
  accepts: {
    expects: 'any value',
    read: (node, { report }) => {
      report('default-value', node, `this key is of Travis CI: ${why}`);
      return undefined;
    },
  },
  outcome: 'dropped',
  summary,
  becomes: `Left out: ${why}.`,
  source: 'shippable.md 2.9',
});

const texts = flatList(text);
const commands = flatList(command);

const only = {
  only: translated(texts, {
    summary: 'Names of branches and tags; `*` matches any characters.',
    becomes: 'Branch filters of `on.push` and `on.pull_request`, or an `if` of a step.',
    source: 'shippable.md 2.3',
  }),
  except: translated(texts, {
    summary: 'Names that are excluded.',
    becomes: 'Negative branch filters, or an `if` of a step.',
    source: 'shippable.md 2.3',
  }),
} as const;

export const branchKeys = only;
const branches = lenientMapping(section(branchKeys));

export const preCiBootKeys = {
  image_name: translated(text, {
    summary: 'The image that the container sections run in.',
    becomes:
      'Input `image_name` of the action `pull-boot-image`; an official image becomes the runner and a setup action.',
    source: 'shippable.md 2.2',
  }),
  image_tag: translated(text, {
    summary: 'The tag of the image; by default `latest`.',
    becomes: 'Input `image_tag` of `pull-boot-image`.',
    source: 'shippable.md 2.2',
  }),
  pull: translated(flag, {
    summary: 'Whether to pull the image from its registry, or to use one built in `pre_ci`.',
    becomes: 'Input `pull` of `pull-boot-image`.',
    source: 'shippable.md 2.2',
  }),
  env: translated(oneOrMany(text), {
    summary: 'Environment variables of the container.',
    becomes: 'Input `env` of `pull-boot-image`.',
    source: 'shippable.md 2.2',
  }),
  options: translated(text, {
    summary: 'Options of `docker run`; they replace `--privileged=true --net=bridge`.',
    becomes: 'Input `options` of `pull-boot-image`.',
    source: 'shippable.md 2.2',
  }),
} as const;

export const buildKeys = {
  pre_ci: translated(commands, {
    summary: 'Commands on the host, before the container starts.',
    becomes: 'A step on the runner, before the image is booted.',
    source: 'shippable.md 2.2',
  }),
  pre_ci_boot: translated(bySort({ mapping: section(preCiBootKeys) }), {
    summary: 'The image that `ci` and later sections run in.',
    becomes: 'A step with the action `pull-boot-image`.',
    source: 'shippable.md 2.2',
    keys: preCiBootKeys,
  }),
  ci: translated(commands, {
    summary: 'Commands in the container; by default, those of the language.',
    becomes: 'One step with one shell, together with `post_ci`.',
    source: 'shippable.md 2.2, 3.2',
  }),
  post_ci: translated(commands, {
    summary: 'Commands in the container after `ci`, in the same shell.',
    becomes: 'The end of the step of `ci`.',
    source: 'shippable.md 2.2, 3.2',
  }),
  on_success: translated(commands, {
    summary:
      'Commands that run after `ci` and `post_ci` succeed; if they fail, the result stays the same.',
    becomes: 'A step that runs on success and continues after a failed command.',
    source: 'shippable.md 2.2, 3.2',
  }),
  on_failure: translated(commands, {
    summary: 'Commands that run after `ci` or `post_ci` fails.',
    becomes: 'A step with an `if` on the outcome of the step of `ci`.',
    source: 'shippable.md 2.2, 3.2',
  }),
  always: translated(commands, {
    summary: 'Commands that run after success or failure, but not after cancellation.',
    becomes: 'A step with an `if` on the outcome of the step of `ci`.',
    source: 'shippable.md 2.2, 3.2',
  }),
  push: translated(commands, {
    summary: 'Commands on the host, after the commands in the container succeed.',
    becomes: 'A step on the runner, in a fresh shell.',
    source: 'shippable.md 2.2',
  }),
  cache: approximated(cacheValue, {
    summary: 'Whether to keep folders for the next build.',
    becomes: 'Steps that restore and save a cache.',
    source: 'shippable.md 3.7',
  }),
  cache_dir_list: translated(texts, {
    summary: 'The folders to keep; by default, the clone.',
    becomes: 'Paths of the cache steps.',
    source: 'shippable.md 3.7',
  }),
  advancedReporting: dropped({
    summary: 'Showed more details of reports.',
    source: 'shippable.md 2.2',
    why: 'GitHub has no such view; the reports are uploaded',
  }),
} as const;

const build = section(buildKeys);

const runtimeKeys = {
  nodePool: approximated(text, {
    summary: 'The group of machines that the job runs on.',
    becomes: '`runs-on`, from `node-pools` in the settings file.',
    source: 'shippable.md 2.6',
  }),
  build: translated(build, {
    summary: 'Sections that replace those of `build` on this pool.',
    becomes: 'The commands of the jobs of this pool.',
    source: 'shippable.md 2.6',
    keys: buildKeys,
  }),
} as const;

const runtime = section(runtimeKeys);

export const hubKeys = {
  integrationName: translated(text, {
    summary: 'Name of the integration in the subscription.',
    becomes: 'Input `integrations` of the action `login`, and the names of its secrets.',
    source: 'shippable.md 2.7, 6.2',
    nullable: true,
  }),
  type: translated(text, {
    summary: 'The kind of registry.',
    becomes: 'Input `integrations` of `login`.',
    source: 'shippable.md 2.7, 6.1',
  }),
  branches: translated(branches, {
    summary: 'The branches or tags to log in for.',
    becomes: 'Input `integrations` of `login`; it limits the login only.',
    source: 'shippable.md 6.2',
    keys: branchKeys,
  }),
  region: translated(text, {
    summary: 'Region of Amazon ECR; by default `us-east-1`.',
    becomes: 'Input `integrations` of `login`.',
    source: 'shippable.md 6.1',
  }),
  agent_only: translated(flag, {
    summary: 'Whether to log in only on the host, not in the build container.',
    becomes: 'Input `integrations` of `login`.',
    source: 'shippable.md 6.2',
  }),
} as const;

const when = (event: string) =>
  translated(oneOf(['always', 'change', 'never'], true), {
    summary: `When to send a message ${event}: always, on change, or never.`,
    becomes: 'The `if` of the step that sends the message.',
    source: 'shippable.md 2.8',
  });

export const notificationKeys = {
  integrationName: translated(text, {
    summary: 'Name of the integration; not needed for `email` and `irc`.',
    becomes: 'The name of the secret that the step reads.',
    source: 'shippable.md 2.7',
    nullable: true,
  }),
  type: translated(text, {
    summary: 'Where to send the message.',
    becomes: 'A step that sends it, for Slack and webhooks.',
    source: 'shippable.md 2.8',
  }),
  recipients: translated(texts, {
    summary: 'Channels, rooms or addresses.',
    becomes: 'The channels that the step sends to.',
    source: 'shippable.md 2.8',
  }),
  payload: translated(texts, {
    summary: 'Key-value pairs for a webhook.',
    becomes: 'The JSON that the step sends.',
    source: 'shippable.md 2.8',
  }),
  branches: translated(branches, {
    summary: 'The branches whose builds send messages.',
    becomes: 'The `if` of the step.',
    source: 'shippable.md 2.8',
    keys: branchKeys,
  }),
  on_success: when('after a success'),
  on_failure: when('after a failure'),
  on_cancel: when('after a cancellation'),
  on_start: when('at the start'),
  on_pull_request: when('for a pull request'),
  sendConsoleLogs: dropped({
    summary: 'Attached the console log to emails.',
    source: 'shippable.md 2.7',
    why: "GitHub's emails link to the log",
  }),
  sendCoverageReports: dropped({
    summary: 'Attached coverage reports to emails.',
    source: 'shippable.md 2.7',
    why: "GitHub's emails link to the run, which has the reports as an artifact",
  }),
  sendFailingSnippet: dropped({
    summary: 'Included the failed lines in emails.',
    source: 'shippable.md 2.7',
    why: "GitHub's emails link to the log",
  }),
} as const;

export const keyIntegrationKeys = {
  integrationName: translated(text, {
    summary: 'Name of a key, which was the file `/tmp/ssh/NAME`.',
    becomes:
      'A secret that is loaded into an SSH agent, and written to that file if a command uses it.',
    source: 'shippable.md 2.7, 3.3',
  }),
  type: translated(oneOf(['sshkey', 'pemkey', 'ssh-key', 'pem-key'], true), {
    summary: '`sshKey` or `pemKey`; `ssh-key` and `pem-key` in older files.',
    becomes: 'The field of the secret.',
    source: 'shippable.md 2.7',
  }),
} as const;

const genericKeys = {
  integrationName: translated(text, {
    summary: 'Name of a key-value integration.',
    becomes: 'Secrets for the variables that scripts read.',
    source: 'shippable.md 2.7',
  }),
  type: dropped({
    summary: 'The kind of the integration.',
    source: 'shippable.md 2.7',
    why: 'a generic integration is always a list of keys and values',
  }),
} as const;

const deployText = (summary: string, becomes: string) =>
  translated(text, { summary, becomes, source: 'shippable.md 2.7, 11.65' });

export const deployKeys = {
  integrationName: deployText(
    'Name of the integration with the AWS keys.',
    'The names of the secrets.',
  ),
  type: deployText('Always `aws`.', 'The step itself.'),
  target: deployText('`eb_paas` or `eb_docker`.', 'What the new version contains.'),
  platform: deployText(
    'The platform of the environment.',
    'Left out: the environment already has one.',
  ),
  application_name: deployText('The application.', 'An argument of the commands.'),
  env_name: deployText('The environment.', 'An argument of the commands.'),
  region: deployText('The region; by default `us-east-1`.', '`AWS_DEFAULT_REGION` of the step.'),
  bucket_name: deployText('The bucket for versions.', 'Where the step uploads to.'),
  image_name: deployText(
    'The image for `Dockerrun.aws.json`.',
    'The text that replaces `<IMAGE_NAME>`.',
  ),
  image_tag: deployText("The image's tag.", 'The text that replaces `<TAG>`.'),
  branches: translated(branches, {
    summary: 'The branches that are deployed.',
    becomes: 'The `if` of the step.',
    source: 'shippable.md 2.7',
    keys: branchKeys,
  }),
} as const;

export const integrationFamilies = {
  // A notification may stand below `hub` by mistake, so items are read when their type is known.
  hub: translated(listOf(anything), {
    summary: 'Registries to log in to.',
    becomes: 'A step with the action `login`.',
    source: 'shippable.md 6.2',
    keys: hubKeys,
  }),
  notifications: translated(listOf(anything), {
    summary: 'Messages about results.',
    becomes: 'Steps at the end of the job.',
    source: 'shippable.md 2.8',
    keys: notificationKeys,
  }),
  key: translated(listOf(section(keyIntegrationKeys)), {
    summary: 'SSH and PEM keys.',
    becomes: 'Steps that load the keys.',
    source: 'shippable.md 2.7, 3.3',
    keys: keyIntegrationKeys,
  }),
  keys: translated(listOf(section(keyIntegrationKeys)), {
    summary: 'Other spelling of `key`.',
    becomes: 'As `key`.',
    source: 'shippable.md 2.7',
    keys: keyIntegrationKeys,
  }),
  generic: translated(listOf(section(genericKeys)), {
    summary: 'Key-value integrations, whose pairs became environment variables.',
    becomes: 'A secret for each variable that a script reads.',
    source: 'shippable.md 2.7',
    keys: genericKeys,
  }),
  deploy: translated(listOf(anything), {
    summary: 'Deployed to Elastic Beanstalk after CI. It was already deprecated.',
    becomes: 'A step that runs the AWS CLI.',
    source: 'shippable.md 2.7, 11.65',
    keys: deployKeys,
  }),
} as const;

/** Shippable's page shows a mapping of families. */
const integrationsValue = lenientIntegrations(section(integrationFamilies));

const oldNotificationKeys = {
  email: approximated(anything, {
    summary: 'Emails about results, in the older format.',
    becomes: "Left out: GitHub sends emails according to each person's settings.",
    source: 'shippable.md 2.9',
  }),
} as const;

const versions = (language: string) =>
  translated(texts, {
    summary: `Versions of ${language}; several values add an axis to the matrix.`,
    becomes:
      'The version of the setup action, or the tag of the official image for versions that runners do not have.',
    source: 'shippable.md 2.1, 4',
  });

const oldCommands = (place: string) =>
  translated(commands, {
    summary: `Commands of the older format, ${place}.`,
    becomes: 'Commands in the step of `ci`, in the order in which Shippable ran them.',
    source: 'shippable.md 2.9',
  });

export const rootKeys = {
  language: translated(textOrOnly, {
    summary: 'The language, which selected the image and the default commands.',
    becomes:
      'A setup action, or the official image of the language; the default commands if there are no others.',
    source: 'shippable.md 2.1, 4',
  }),
  node_js: versions('Node.js'),
  python: versions('Python'),
  rvm: versions('Ruby'),
  jdk: versions('the JDK'),
  go: versions('Go'),
  php: versions('PHP'),
  scala: versions('Scala'),
  lein: versions('Leiningen'),
  compiler: versions('the C compiler'),
  gemfile: translated(texts, {
    summary: 'Gemfiles; several values add an axis to the matrix.',
    becomes: '`SHIPPABLE_GEMFILE` of the job.',
    source: 'shippable.md 2.1',
  }),
  bundler_args: translated(text, {
    summary: 'Arguments of the default `bundle install`.',
    becomes: 'Arguments of that command.',
    source: 'shippable.md 2.1',
  }),
  branches: translated(branches, {
    summary: 'The branches that are built; the same lists filter tags.',
    becomes: 'Filters of `on.push` and `on.pull_request`.',
    source: 'shippable.md 2.3',
    keys: branchKeys,
  }),
  runtime: approximated(oneOrMany(runtime), {
    summary: 'Node pools; several values add an axis to the matrix.',
    becomes: '`runs-on`, from `node-pools` in the settings file.',
    source: 'shippable.md 2.6',
    keys: runtimeKeys,
  }),
  services: translated(flatList(bySort({ scalar: text, mapping: dictOf(text) })), {
    summary: 'Databases and other services that run on localhost.',
    becomes: 'Service containers with published ports and health checks.',
    source: 'shippable.md 5',
  }),
  addons: approximated(lenientMapping(dictOf(anything)), {
    summary: 'Travis CI add-ons, such as a Firefox or a database version.',
    becomes: 'The version of a service container, for a database.',
    source: 'shippable.md 2.1, 5',
  }),
  git: translated(
    lenientMapping(
      section({
        submodules: translated(flag, {
          summary: 'Whether submodules are fetched; yes without the key.',
          becomes: 'Input `submodules` of actions/checkout.',
          source: 'shippable.md 2.1',
        }),
      }),
    ),
    {
      summary: 'Options of the clone.',
      becomes: 'Inputs of actions/checkout.',
      source: 'shippable.md 2.1',
    },
  ),
  depth: translated(text, {
    summary: 'Depth of the clone; by default, the full history.',
    becomes: 'Input `fetch-depth` of actions/checkout.',
    source: 'shippable.md 2.1',
  }),
  gitConfig: translated(texts, {
    summary: 'Git settings for the clone.',
    becomes: 'A step with `git config --global` before the checkout.',
    source: 'shippable.md 2.1',
  }),
  vote: dropped({
    summary: 'Votes on Gerrit changes.',
    source: 'shippable.md 2.1',
    why: 'GitHub has no Gerrit votes',
    help: 'make the check a required status check',
  }),
  env: translated(anything, {
    summary:
      'Environment variables: `global` for every job; each other item is a row of the matrix.',
    becomes: '`env` of the job; values that a shell must evaluate are exported by a step.',
    source: 'shippable.md 2.4',
  }),
  matrix: translated(
    section({
      include: translated(listOf(anything), {
        summary: 'Additional jobs.',
        becomes: 'Rows of `strategy.matrix.include`.',
        source: 'shippable.md 2.5',
      }),
      exclude: translated(listOf(anything), {
        summary: 'Combinations that do not run.',
        becomes: 'Rows that are left out.',
        source: 'shippable.md 2.5',
      }),
      allow_failures: translated(listOf(anything), {
        summary: 'Jobs whose failure does not fail the run.',
        becomes: '`continue-on-error` of the rows.',
        source: 'shippable.md 2.5',
      }),
    }),
    {
      summary: 'Changes to the combinations of the axes.',
      becomes: 'Rows of `strategy.matrix.include`.',
      source: 'shippable.md 2.5',
    },
  ),
  build: translated(build, {
    summary: 'The commands.',
    becomes: 'The steps of the job.',
    source: 'shippable.md 2.2',
    keys: buildKeys,
  }),
  integrations: translated(integrationsValue, {
    summary: 'Registries, notifications and keys, by the names of integrations.',
    becomes: 'Steps for login, keys and messages; a secret for each credential.',
    source: 'shippable.md 2.7',
    keys: integrationFamilies,
  }),
  integration: translated(integrationsValue, {
    summary: 'Other spelling of `integrations`.',
    becomes: 'As `integrations`.',
    source: 'shippable.md 2.1',
    keys: integrationFamilies,
  }),
  resources: translated(anything, {
    summary: 'Resources of Assembly Lines.',
    becomes: 'See Assembly Lines below.',
    source: 'shippable.md 8',
  }),
  jobs: translated(anything, {
    summary: 'Jobs of Assembly Lines.',
    becomes: 'See Assembly Lines below.',
    source: 'shippable.md 8',
  }),
  triggers: translated(anything, {
    summary: 'Triggers of Assembly Lines.',
    becomes: 'See Assembly Lines below.',
    source: 'shippable.md 8',
  }),
  externalReferences: leftToPerson(listOf(text), {
    summary: 'URLs of files whose anchors can be used.',
    becomes: 'Left to you: the converter does not use the network.',
    source: 'shippable.md 1.1',
  }),

  // Older format
  before_install: oldCommands('first'),
  install: oldCommands('second; by default, that of the language'),
  before_script: oldCommands('third'),
  script: oldCommands('fourth; by default, that of the language'),
  after_script: approximated(commands, {
    summary: 'Last commands of the older format.',
    becomes: 'As `build.always`.',
    source: 'shippable.md 2.9',
  }),
  after_success: translated(commands, {
    summary: 'Commands after success in the older format.',
    becomes: 'As `build.on_success`.',
    source: 'shippable.md 2.9',
  }),
  after_failure: translated(commands, {
    summary: 'Commands after failure in the older format.',
    becomes: 'As `build.on_failure`.',
    source: 'shippable.md 2.9',
  }),
  build_image: translated(
    bySort({
      scalar: text,
      mapping: withOtherNames(section(preCiBootKeys), { name: 'image_name', tag: 'image_tag' }),
    }),
    {
      summary: 'The image of the older format.',
      becomes: 'As `build.pre_ci_boot`; images of Shippable become the runner.',
      source: 'shippable.md 2.9',
    },
  ),
  build_environment: dropped({
    summary: 'Named the operating system, without any effect.',
    source: 'shippable.md 2.9',
    why: 'it was informational only',
  }),
  commit_container: manual({
    summary: 'Committed the build container and pushed it.',
    source: 'shippable.md 2.9, 11.53',
    why: 'a runner is not a container, so there is nothing to commit',
    todo: 'write a Dockerfile that makes the image, and add steps with the actions `build` and `push`',
  }),
  // Keys of Travis CI that files of both services have.
  sudo: ofTravis('Whether builds are root.', 'every build of Shippable was root'),
  dist: ofTravis('The release of Ubuntu.', 'the image chose the system on Shippable'),
  os: ofTravis('The operating systems.', 'the node pool chose the system on Shippable'),
  group: ofTravis('The group of images.', 'the image chose the system on Shippable'),
  archive: translated(flag, {
    summary: 'Whether to keep the artifacts of the build.',
    becomes: 'A step that uploads the folder `shippable`.',
    source: 'shippable.md 2.9',
  }),
  reset_minion: dropped({
    summary: 'Forced a fresh container.',
    source: 'shippable.md 2.9',
    why: 'every job gets a fresh runner',
  }),
  privileged: dropped({
    summary: 'Gave the container more rights.',
    source: 'shippable.md 2.9',
    why: 'runners have Docker',
  }),
  notifications: approximated(lenientMapping(section(oldNotificationKeys)), {
    summary: 'Messages of the older format.',
    becomes: "Left out: GitHub sends emails according to each person's settings.",
    source: 'shippable.md 2.9',
    keys: oldNotificationKeys,
  }),

  // Sections of `build` that stand at the root; Shippable read only those below `build`.
  pre_ci: buildKeys.pre_ci,
  pre_ci_boot: buildKeys.pre_ci_boot,
  ci: buildKeys.ci,
  post_ci: buildKeys.post_ci,
  on_success: buildKeys.on_success,
  on_failure: buildKeys.on_failure,
  always: buildKeys.always,
  push: buildKeys.push,
  cache: buildKeys.cache,
  cache_dir_list: buildKeys.cache_dir_list,
} as const;

export const shippableRoot = section(rootKeys, { ignored: 'Shippable ignored it' });
