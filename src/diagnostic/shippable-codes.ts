// The diagnostic codes of the Shippable translator.

import type { CodeRow } from './code-row.ts';

export const shippableCodes = {
  'deploys-in-pull-requests': {
    severity: 'warning',
    title: 'A command publishes or deploys, and also runs in pull requests.',
    explain:
      'For a pull request, Shippable ran the same commands with the base branch in BRANCH, so `if [ "$BRANCH" = master ]; then ./deploy.sh; fi` deployed there, too. The workflow does the same, even in the pull request that adds it. `--pull-requests no-deploy`, or `pull-requests: no-deploy` in the settings, skips such commands in pull requests. A command that checks IS_PULL_REQUEST or PULL_REQUEST itself is left alone.',
  },
  'left-out-of-pull-requests': {
    severity: 'note',
    outcome: 'approximated',
    title: 'A command that publishes or deploys is skipped in pull requests.',
    explain:
      'You asked for this with `--pull-requests no-deploy`. On Shippable, pull requests ran it. The whole command is skipped, including everything else that it does.',
  },
  'broken-file': {
    severity: 'error',
    outcome: 'invalid',
    title: 'The file cannot be read, so it is not converted.',
    explain: 'The errors reported for the same file say why. Fix them and convert again.',
  },
  'empty-file': {
    severity: 'error',
    title: 'The file is empty.',
    explain: 'There is nothing to convert. Remove the file, or add the configuration.',
  },
  'external-reference': {
    severity: 'warning',
    outcome: 'manual',
    title: 'Anchors from a file on the network are unknown.',
    explain:
      'Shippable fetched the files under `externalReferences`. The converter does not use the network: copy them into `shippable.templates.yml` and convert again.',
  },
  'unused-template': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A template is not used.',
    explain: 'Nothing refers to the anchor, so it is not converted.',
  },
  'shadowed-key': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A key has no effect because another key overrides it.',
    explain:
      '`build` overrides the keys of the older format and copies at the root. Move the commands to where they should run.',
  },
  'misplaced-key': {
    severity: 'warning',
    title: 'A key that belongs under `build` is at the root.',
    explain:
      'Shippable only read it under `build`, so it may never have had an effect. The workflow does what the key says; check that you want that.',
  },
  'misplaced-filter': {
    severity: 'warning',
    outcome: 'dropped',
    title: '`only` or `except` is directly on an integration.',
    explain:
      'Shippable ignored it there, so the integration was used for every branch. Move it under `branches` if it should count.',
  },
  'misplaced-notification': {
    severity: 'warning',
    title: 'A notification is under `hub`.',
    explain:
      "Two pages of Shippable's documentation showed it there. It is converted as a notification.",
  },
  'default-value': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A value is the default.',
    explain: 'It does not have to be written.',
  },
  'ignored-without': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A value had no effect without another one.',
    explain: 'It is not converted: it had no effect on Shippable either.',
  },
  'missing-language': {
    severity: 'warning',
    title: 'The file does not set a language.',
    explain:
      'Shippable then assumed Ruby. Without a Gemfile in the repository, no default command for Ruby is written.',
  },
  'unknown-language': {
    severity: 'warning',
    outcome: 'manual',
    title: 'Shippable did not support this language.',
    explain: 'Nothing is set up and no default command runs. Correct the name, or use `none`.',
  },
  'other-language': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A version key belongs to another language.',
    explain: 'Shippable only read the version key of the language that the file sets.',
  },
  'version-on-own-image': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A version has no effect on an image of your own.',
    explain: 'Shippable only switched versions in its own images, and said so in the log.',
  },
  'unlisted-service': {
    severity: 'warning',
    title: 'A command uses a database that is not in `services`.',
    explain:
      'The images of the older format started PostgreSQL and MySQL automatically. Add the name under `services` and convert again.',
  },
  'maintained-version': {
    severity: 'note',
    outcome: 'approximated',
    title: 'An unmaintained version is replaced by a maintained one.',
    explain:
      'With `--style=idiomatic`, a language version that reached its end of life is replaced by the next maintained one. Your dependencies may need the old one: `--style=exact` keeps it.',
  },
  'idiomatic-change': {
    severity: 'note',
    title:
      'The workflow does something that the old build did not, as an expert would write it today.',
    explain:
      'You asked for this with `--style=idiomatic`; the message says what is different. `--style=exact` writes exactly what the old build did.',
  },
  'vendor-image': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'The image was published by Shippable and is gone.',
    explain:
      'The runner and a setup action replace it. Install tools that only the image had with a command.',
  },
  'boot-option': {
    severity: 'warning',
    title: 'An option of the official image has no equivalent on the runner.',
    explain:
      '`pre_ci_boot` without an image of your own meant the official image, which the runner replaces. Variables, mounted folders and host names are set on the runner; most other options are not needed there.',
  },
  'needless-boot-option': {
    severity: 'note',
    outcome: 'dropped',
    title: 'Options of the official image that the runner does not need.',
    explain:
      'Privileges, limits, networks and ports of a container mean nothing where the commands run on the machine itself.',
  },
  'part-of-vendor-image': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A setting of an image that is gone.',
    explain:
      'The tag of a Shippable image, and whether to pull it, have no meaning without the image.',
  },
  'pull-after-build': {
    severity: 'note',
    outcome: 'approximated',
    title: 'An image is not pulled, because `pre_ci` builds it.',
    explain:
      'A page of Shippable showed `pull: true` after a build of the same image, which cannot work with a name that only exists on the machine. The image from `pre_ci` is booted.',
  },
  'node-pool': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'The machines of a node pool are unknown.',
    explain:
      'A runner is chosen by the name of the pool. To choose another one, add `node-pools: {NAME: LABEL}` to `.github/transship.yml`.',
  },
  'matrix-no-match': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'An entry of the matrix matches no job.',
    explain: 'It has no effect. Entries match by the text of all their values.',
  },
  'matrix-too-large': {
    severity: 'error',
    title: 'The matrix has more jobs than GitHub allows.',
    explain:
      'GitHub runs at most 256 jobs per matrix. The workflow is written with one job; you have to choose the values of the axes.',
  },
  'matrix-left': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A value is left out because its matrix is too large.',
    explain:
      'Decide which combinations are worth a job, and add them to `strategy.matrix.include`.',
  },
  'matrix-empty': {
    severity: 'warning',
    title: 'The excludes leave no job.',
    explain: 'One job is kept so that the workflow runs. Remove the excludes that go too far.',
  },
  'include-variable': {
    severity: 'warning',
    title: 'A key of a matrix entry is read as an environment variable.',
    explain:
      "One page of Shippable's documentation showed variables written this way. Move it under `env` to be sure.",
  },
  'single-version-with-include': {
    severity: 'warning',
    title: 'With one version and an include, the number of jobs is uncertain.',
    explain: 'The workflow runs the single version as one job and each include as another.',
  },
  'bad-variable': {
    severity: 'warning',
    title: 'Part of an `env` item is not `NAME=value`.',
    explain:
      'Shippable put the item after `export`. Anything that is not an assignment was the name of a variable to export, or an error.',
  },
  'no-variable': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'An `env` item sets no variable.',
    explain: 'Shippable put the item after `export`, where it set nothing. Write `NAME=value`.',
  },
  'bad-variable-name': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A name is not a valid shell variable name.',
    explain: 'Names consist of letters, digits and underscores, and do not start with a digit.',
  },
  'secure-value': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A value was encrypted for Shippable, which is gone.',
    explain:
      'Only Shippable could decrypt it, and the names of its variables are encrypted, too. Create a secret with a new value under the name in the report; the old value is lost.',
  },
  'secret-renamed': {
    severity: 'warning',
    title: 'A secret has a different name than its variable.',
    explain:
      'GitHub does not allow the name, or two values would share it. The workflow sets the variable under its own name.',
  },
  'unavailable-variable': {
    severity: 'warning',
    title: 'A command reads a variable that GitHub cannot provide.',
    explain: 'The variable is empty in the workflow. The help says what to use instead.',
  },
  'unknown-service': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'Shippable did not support this service.',
    explain:
      'It could not start it. Add a service container to the workflow if the tests need one.',
  },
  'service-on-own-image': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'Services were not started on an image of your own.',
    explain: 'Shippable only started services in its own images, so the workflow has none either.',
  },
  'service-version': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'There is no image for this version of the service.',
    explain: 'The nearest published version is used.',
  },
  'old-browser': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'An old browser is installed from its archive.',
    explain:
      'Shippable had several Firefox versions in its images. The version from the file is downloaded and comes first on PATH; it uses the libraries of the runner.',
  },
  'service-in-a-step': {
    severity: 'note',
    title: "A step starts a service in the runner's network.",
    explain:
      'MySQL accounts depend on where a client connects from. A service container has its own network, so `user@localhost` would match no client. Clients also take the host `localhost` for the local socket, which a service container does not share.',
  },
  'service-version-of-rows': {
    severity: 'warning',
    title: 'The version of a service differs by row, or has to be evaluated.',
    explain: 'All rows use the same service image unless the matrix sets it.',
  },
  'service-command': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A service was started by its own command.',
    explain:
      'A service container is started by its image. Set its options as `env` or `options` of the service.',
  },
  addon: {
    severity: 'warning',
    outcome: 'manual',
    title: 'An addon is not translated.',
    explain:
      'Addons installed versions that runners do not have. Install what the tests need with a command.',
  },
  'integration-without-name': {
    severity: 'error',
    outcome: 'invalid',
    title: 'An integration has no name.',
    explain:
      'Shippable rejected the file: the name has to match an integration of the subscription.',
  },
  'integration-renamed': {
    severity: 'warning',
    title: 'An integration has a different name in the workflow.',
    explain:
      'Names of integrations become parts of variables: uppercase letters, digits and underscores. Two names can then collide, and GitHub reserves names that start with GITHUB or RUNNER.',
  },
  'unknown-integration-type': {
    severity: 'warning',
    title: 'The type of an integration is unknown.',
    explain: 'Without it, the names of its secrets are unknown. Correct the type.',
  },
  'generic-integration': {
    severity: 'warning',
    outcome: 'manual',
    title: 'The keys of a key-value integration are not in the file.',
    explain:
      'Shippable stored both names and values. Create a secret for each key, and pass it to the steps that read it.',
  },
  'push-without-login': {
    severity: 'warning',
    title: 'A push runs where the login does not apply.',
    explain:
      '`agent_only: true` kept a login out of the build container, so a `docker push` in `ci`, `post_ci` or `on_success` had no credentials and never worked. Where the sections run on the runner itself, the login now applies to them.',
  },
  'incomplete-deploy': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A deployment lacks a name that it needs.',
    explain:
      'Elastic Beanstalk needs to know which environment of which application gets the version.',
  },
  'old-deploy': {
    severity: 'note',
    title: 'A deployment to Elastic Beanstalk becomes AWS CLI commands.',
    explain:
      'Shippable replaced `<IMAGE_NAME>` and `<TAG>` in `Dockerrun.aws.json`, uploaded the bundle, created a version and updated the environment. The step does the same on the runner, which has the AWS CLI.',
  },
  'deploy-platform': {
    severity: 'note',
    outcome: 'dropped',
    title: 'The platform of a deployment is left out.',
    explain:
      'An existing environment already has its platform; Shippable needed the name to create one.',
  },
  'region-mismatch': {
    severity: 'warning',
    title: 'The login uses a different region than the images.',
    explain:
      'Without `region`, the login uses us-east-1, whatever the image names say. Set `region`.',
  },
  'mail-notification': {
    severity: 'note',
    outcome: 'dropped',
    title: 'GitHub sends emails itself.',
    explain:
      'Each person chooses in their settings which runs cause an email; a workflow cannot. Recipients without a GitHub account get none.',
  },
  'dropped-notification': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A notification goes to a service that no longer exists.',
    explain: 'No step is written for it.',
  },
  'manual-notification': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A notification is not translated.',
    explain: 'Add a step that sends it to the end of the job.',
  },
  'notification-default': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A setting of a notification is what the step does by default.',
    explain: 'It does not have to be written.',
  },
  'notification-never': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A notification is never sent.',
    explain: 'Success and failure are both set to `never`, so no step is written.',
  },
  'cache-scope': {
    severity: 'warning',
    outcome: 'approximated',
    title: "GitHub's caches belong to a branch.",
    explain:
      'Shippable overwrote one cache for the whole project. On GitHub, each run saves its own cache; a branch restores its newest one, or that of the default branch. GitHub evicts old caches.',
  },
  'cache-of-travis': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'The value of `cache` has the form of Travis CI.',
    explain:
      'Shippable needed `true` and a `cache_dir_list`. The folders that the value stands for are cached.',
  },
  'integrations-as-list': {
    severity: 'warning',
    title: '`integrations` is a list.',
    explain:
      'Shippable expected a mapping of families. The list is read as one: families by their names, single integrations by their types.',
  },
  'mapping-as-list': {
    severity: 'warning',
    title: 'A mapping is written as a list.',
    explain:
      'Shippable expected a mapping. The list, whose items have one key each, is read as the mapping that they make together.',
  },
  'exit-in-ci': {
    severity: 'warning',
    title: '`exit` in `ci` or `post_ci` failed the job.',
    explain:
      'The script ended before it could report success, even with `exit 0`. The workflow keeps that. `return` ends a section successfully.',
  },
  'ssh-without-key': {
    severity: 'warning',
    first: true,
    title: 'A command connects to a git host over SSH, but the machine has no key.',
    explain:
      "Shippable gave every build the project's deploy key and the subscription's key. On GitHub, a key has to come from a secret: create a deploy key for the repository that is cloned, and store its private half as a secret.",
  },
  'branch-expression': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A regular expression is used where Shippable expected a branch name.',
    explain:
      'Shippable only supported `*` and took anything else literally. List the branches, with `*` for any characters.',
  },
  'branch-expression-as-wildcard': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A regular expression for branches is read as a wildcard.',
    explain:
      'Shippable took it literally, as a name that no branch had. The workflow does what was intended.',
  },
  'tags-filtered-out': {
    severity: 'warning',
    title: 'A command checks for a tag, but no tag is built.',
    explain:
      'The lists of `branches` apply to tags, too. Without a pattern in `only` that matches a tag, no tag was built on Shippable, and none is built on GitHub.',
  },
  'expression-sign': {
    severity: 'error',
    outcome: 'manual',
    title: 'A name cannot be used in a branch filter.',
    explain:
      'GitHub takes `${{` for the start of an expression, and branch filters support neither expressions nor a way to escape it. If the rest of the filter would let more branches through than before, the workflow can only be started by hand.',
  },
  'widened-glob': {
    severity: 'note',
    title: 'A wildcard is written with two asterisks.',
    explain:
      "GitHub's `*` does not match a slash. Shippable never documented whether its own did; the broader reading builds at least what was built before.",
  },
} as const satisfies Record<string, CodeRow>;
