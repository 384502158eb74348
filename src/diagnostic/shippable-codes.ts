// The diagnostic codes of the Shippable translator.

import type { CodeRow } from './code-row.ts';

export const shippableCodes = {
  'deploys-in-pull-requests': {
    severity: 'warning',
    title: 'A command publishes or deploys, and pull requests run it too.',
    explain:
      'Shippable ran the same commands for a pull request, with its base branch in BRANCH, so `if [ "$BRANCH" = master ]; then ./deploy.sh; fi` deployed there as well. The workflow does the same, also in the pull request that brings it. `--pull-requests no-deploy`, or `pull-requests: no-deploy` in the settings, skips such commands in pull requests. A command that asks IS_PULL_REQUEST or PULL_REQUEST itself is left alone.',
  },
  'left-out-of-pull-requests': {
    severity: 'note',
    outcome: 'approximated',
    title: 'A command that publishes or deploys is skipped in pull requests.',
    explain:
      'As `--pull-requests no-deploy` asks. On Shippable pull requests ran it. The whole command is skipped, with all that it does besides.',
  },
  'broken-file': {
    severity: 'error',
    outcome: 'invalid',
    title: 'The file cannot be read, so nothing is made from it.',
    explain:
      'The errors that are reported for the same file say why. Correct them and convert again.',
  },
  'empty-file': {
    severity: 'error',
    title: 'The file holds nothing.',
    explain: 'There is nothing to translate. Remove the file, or put the configuration into it.',
  },
  'external-reference': {
    severity: 'warning',
    outcome: 'manual',
    title: 'Anchors of a file on the network are not known.',
    explain:
      'Shippable fetched the files under `externalReferences`. The converter uses no network: put their text into `shippable.templates.yml` and convert again.',
  },
  'unused-template': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A template is not used.',
    explain: 'Nothing refers to the anchor, so nothing is made from it.',
  },
  'shadowed-key': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A key has no effect because another one is given.',
    explain:
      '`build` wins over the keys of the older format and over copies at the root. Move the commands to where they should run.',
  },
  'misplaced-key': {
    severity: 'warning',
    title: 'A key of `build` stands at the root.',
    explain:
      'Shippable read it below `build` only, so it may never have had an effect. The workflow does what the key says; check that you want that.',
  },
  'misplaced-filter': {
    severity: 'warning',
    outcome: 'dropped',
    title: '`only` or `except` stands on an integration itself.',
    explain:
      'Shippable ignored it there, so the integration was used for every branch. Put it below `branches` if it should count.',
  },
  'misplaced-notification': {
    severity: 'warning',
    title: 'A notification stands below `hub`.',
    explain:
      "Two pages of Shippable's documentation showed it so. It is translated as a notification.",
  },
  'default-value': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A value says what happens anyway.',
    explain: 'Nothing has to be written for it.',
  },
  'ignored-without': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A value had no effect without another one.',
    explain: 'Nothing is made from it, as on Shippable.',
  },
  'missing-language': {
    severity: 'warning',
    title: 'The file names no language.',
    explain:
      'Shippable then took Ruby. Without a Gemfile in the repository, no default command of Ruby is written.',
  },
  'unknown-language': {
    severity: 'warning',
    outcome: 'manual',
    title: 'The language is none that Shippable knew.',
    explain: 'Nothing is set up and no default command runs. Correct the name, or use `none`.',
  },
  'other-language': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A version key belongs to another language.',
    explain: 'Shippable read only the version key of the language that the file names.',
  },
  'version-on-own-image': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A version has no effect on an image of your own.',
    explain: 'Shippable switched versions only in its own images, and said so in the log.',
  },
  'unlisted-service': {
    severity: 'warning',
    title: 'A command uses a database that the file does not list.',
    explain:
      'The images of the older format started PostgreSQL and MySQL by themselves, so the workflow starts the server that the commands talk to. Name it under `services` to choose its version.',
  },
  'maintained-version': {
    severity: 'note',
    outcome: 'approximated',
    title: 'A version that nobody maintains gives way to one that somebody does.',
    explain:
      'With `--style=idiomatic`, a language version behind its end of life is replaced by the next one that is maintained. What the commands install may want the old one: `--style=exact` keeps it.',
  },
  'idiomatic-change': {
    severity: 'note',
    title: 'The workflow does what an expert would write today, which the old build did not.',
    explain:
      'With `--style=idiomatic`, the message says what differs. `--style=exact` writes what the old build did and nothing else.',
  },
  'vendor-image': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'The image was published by Shippable and is gone.',
    explain:
      'The runner and a setup action stand for it. Tools that only the image had must be installed by a command.',
  },
  'boot-option': {
    severity: 'warning',
    title: 'An option of the official image has no equal on the runner.',
    explain:
      '`pre_ci_boot` without an image of its own meant the official image, which the runner stands for. Variables, mounted folders and names of hosts are given to the runner, and it needs most other options not at all.',
  },
  'needless-boot-option': {
    severity: 'note',
    outcome: 'dropped',
    title: 'Options of the official image that the runner needs not.',
    explain:
      'Rights, limits, networks and ports of a container have no meaning where the commands run on the machine itself.',
  },
  'part-of-vendor-image': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A setting of an image that is gone.',
    explain: 'The tag of an image of Shippable, and whether it was pulled, go with the image.',
  },
  'pull-after-build': {
    severity: 'note',
    outcome: 'approximated',
    title: 'An image is not pulled, because `pre_ci` makes it.',
    explain:
      'A page of Shippable showed `pull: true` behind a build of the same image, which cannot work with a name that only the machine knows. The image of `pre_ci` is booted.',
  },
  'node-pool': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'Nothing says what machines a node pool has.',
    explain:
      'A runner is chosen by the name of the pool. Say it in `.github/transship.yml`: `node-pools: {NAME: LABEL}`.',
  },
  'matrix-no-match': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'An entry of the matrix matches no job.',
    explain: 'It has no effect. Entries match by the text of all their values.',
  },
  'matrix-too-large': {
    severity: 'error',
    title: 'The matrix has more jobs than GitHub runs.',
    explain:
      'GitHub runs at most 256 jobs of one matrix. The workflow is written with one job; the values of the axes are left to a person.',
  },
  'matrix-left': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A value of a matrix that is too large is left out.',
    explain:
      'Decide which combinations are worth a job, and write them into `strategy.matrix.include`.',
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
      "One page of Shippable's documentation showed variables written so. Put it below `env` to be sure.",
  },
  'single-version-with-include': {
    severity: 'warning',
    title: 'One version and an include: how many jobs that made is not known.',
    explain:
      'The workflow runs the single version as a job of its own and each include as another.',
  },
  'bad-variable': {
    severity: 'warning',
    title: 'A part of an `env` item is not `NAME=value`.',
    explain:
      'Shippable wrote the item behind `export`. What is not an assignment was the name of a variable to export, or an error.',
  },
  'no-variable': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'An `env` item sets no variable.',
    explain: 'Shippable wrote the item behind `export`, where it set nothing. Write `NAME=value`.',
  },
  'bad-variable-name': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A name is not a valid shell variable name.',
    explain: 'Names are letters, digits and underscores, and do not begin with a digit.',
  },
  'secure-value': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A value was encrypted for a service that is gone.',
    explain:
      'Only Shippable could decrypt it, and the names of its variables are inside. Create a secret with a new value under the name that the report gives, and treat the old value as lost.',
  },
  'secret-renamed': {
    severity: 'warning',
    title: 'A secret has another name than its variable.',
    explain:
      'GitHub forbids the name, or two values would share it. The workflow gives the variable its own name.',
  },
  'unavailable-variable': {
    severity: 'warning',
    title: 'A command reads a variable that GitHub cannot give.',
    explain: 'The variable is empty in the workflow. The help says what to use instead.',
  },
  'unknown-service': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A service is none that Shippable knew.',
    explain:
      'Shippable could not start it. Add a service container to the workflow if the tests need one.',
  },
  'service-on-own-image': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'Services were not started on an image of your own.',
    explain: 'Shippable started services only in its own images, so the workflow has none either.',
  },
  'service-version': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'No image has the version of a service.',
    explain: 'The nearest published version is used.',
  },
  'old-browser': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'An old browser is installed from its archive.',
    explain:
      'Shippable had several Firefox versions in its images. The one that the file names is downloaded and stands first on PATH; its libraries are those of the runner.',
  },
  'service-in-a-step': {
    severity: 'note',
    title: 'A step starts a service in the network of the runner.',
    explain:
      'MySQL tells accounts apart by where a client comes from. A service container has a network of its own, so `user@localhost` would match no client. And its clients take the host `localhost` for the socket of the machine, which a service container does not share.',
  },
  'service-version-of-rows': {
    severity: 'warning',
    title: 'The version of a service differs by row, or has to be evaluated.',
    explain: 'The image of a service container is one for all rows unless the matrix names it.',
  },
  'service-command': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A service was started by a command of its own.',
    explain:
      'A service container starts by its image. Give the settings as `env` or `options` of the service.',
  },
  addon: {
    severity: 'warning',
    outcome: 'manual',
    title: 'An addon is not translated.',
    explain:
      'Addons installed versions that runners do not have. Install what the tests need in a command.',
  },
  'integration-without-name': {
    severity: 'error',
    outcome: 'invalid',
    title: 'An integration has no name.',
    explain:
      'Shippable refused the file: the name has to match an integration of the subscription.',
  },
  'integration-renamed': {
    severity: 'warning',
    title: 'An integration has another name in the workflow.',
    explain:
      'Names of integrations become parts of variables: letters, digits and underscores, in capitals. Two names can then be the same, and GitHub keeps names that begin with GITHUB or RUNNER.',
  },
  'unknown-integration-type': {
    severity: 'warning',
    title: 'The type of an integration is not known.',
    explain: 'No secret can be named for it. Correct the type.',
  },
  'generic-integration': {
    severity: 'warning',
    outcome: 'manual',
    title: 'The keys of a key-value integration are not in the file.',
    explain:
      'Shippable kept names and values. Create a secret for each key, and hand it to the steps that read it.',
  },
  'push-without-login': {
    severity: 'warning',
    title: 'A push runs where the login does not reach.',
    explain:
      '`agent_only: true` kept a login out of the build container, so a `docker push` in `ci`, `post_ci` or `on_success` had no credentials. It never worked; where the sections run on the runner itself, the login now reaches them.',
  },
  'incomplete-deploy': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A deployment lacks a name that it needs.',
    explain: 'Elastic Beanstalk is told which environment of which application gets the version.',
  },
  'old-deploy': {
    severity: 'note',
    title: 'A deployment to Elastic Beanstalk is written as calls of the AWS CLI.',
    explain:
      'Shippable replaced `<IMAGE_NAME>` and `<TAG>` in `Dockerrun.aws.json`, uploaded the bundle, made a version and updated the environment. The step does the same on the runner, which has the AWS CLI.',
  },
  'deploy-platform': {
    severity: 'note',
    outcome: 'dropped',
    title: 'The platform of a deployment is left out.',
    explain:
      'An environment that exists has its platform; Shippable needed the name to create one.',
  },
  'region-mismatch': {
    severity: 'warning',
    title: 'The login goes to another region than the images.',
    explain:
      'Without `region` the login goes to us-east-1, whatever the image names say. Set `region`.',
  },
  'mail-notification': {
    severity: 'note',
    outcome: 'dropped',
    title: 'Mails are sent by GitHub itself.',
    explain:
      'Each person chooses in the settings which runs cause a mail; a workflow cannot. Recipients outside of GitHub get none.',
  },
  'dropped-notification': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A notification goes to a service that no longer exists.',
    explain: 'No step is made for it.',
  },
  'manual-notification': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A notification is not translated.',
    explain: 'Add a step at the end of the job that sends it.',
  },
  'notification-default': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A setting of a notification says what the step does anyway.',
    explain: 'Nothing has to be written for it.',
  },
  'notification-never': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A notification is never sent.',
    explain: 'Both success and failure are set to `never`, so no step is made.',
  },
  'cache-scope': {
    severity: 'warning',
    outcome: 'approximated',
    title: "GitHub's caches belong to a branch.",
    explain:
      'Shippable overwrote one cache for the whole project. Each run saves a cache of its own; a branch restores its newest, or that of the default branch. Old caches are evicted by GitHub.',
  },
  'cache-of-travis': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'The value of `cache` is one of Travis CI.',
    explain:
      'Shippable asked for `true` and a `cache_dir_list`. The folders that the value means are kept.',
  },
  'integrations-as-list': {
    severity: 'warning',
    title: '`integrations` is a list.',
    explain:
      'Shippable took a mapping of families. The list is read as one: families by their names, single integrations by their types.',
  },
  'exit-in-ci': {
    severity: 'warning',
    title: '`exit` in `ci` or `post_ci` failed the job.',
    explain:
      'The script ended before it could report success, also with `exit 0`. The workflow keeps that. `return` ends a section with success.',
  },
  'ssh-without-key': {
    severity: 'warning',
    first: true,
    title: 'A command reaches a git host by SSH, and the machine has no key.',
    explain:
      "Shippable gave every build the project's deploy key and the subscription's key. On GitHub only what a secret holds is there: make a deploy key for the repository that is cloned, and keep its private half as a secret.",
  },
  'old-docker-flag': {
    severity: 'warning',
    title: 'A command uses a flag that current Docker clients refuse.',
    explain: 'The command is written as it stands and will fail. The help has the form of today.',
  },
  'branch-expression': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A regular expression stands where a name of branches belongs.',
    explain:
      'Shippable knew `*` alone and took anything else for a name. Name the branches, with `*` for any characters.',
  },
  'branch-expression-as-wildcard': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A regular expression for branches is read as a wildcard.',
    explain:
      'Shippable took it for a name, which no branch had. The workflow does what it was meant to say.',
  },
  'tags-filtered-out': {
    severity: 'warning',
    title: 'A command asks for a tag, and no tag is built.',
    explain:
      'The lists of `branches` hold for tags too. Without a pattern in `only` that a tag matches, no tag was built on Shippable, and none is on GitHub.',
  },
  'expression-sign': {
    severity: 'error',
    outcome: 'manual',
    title: 'A name cannot stand in a filter of branches.',
    explain:
      'GitHub takes `${{` for the beginning of an expression, and its filters of branches have neither expressions nor a way to write the sign as text. Where the rest of the filter would let more branches through than before, the workflow starts by hand only.',
  },
  'widened-glob': {
    severity: 'note',
    title: 'A wildcard is written with two stars.',
    explain:
      "GitHub's `*` stops at a slash. Shippable never said whether its own did; the wider reading builds at least what was built.",
  },
} as const satisfies Record<string, CodeRow>;
