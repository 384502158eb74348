// The diagnostic codes of the CodeShip translator.

import type { CodeRow } from './code-row.ts';

export const codeshipCodes = {
  // Files
  'missing-steps-file': {
    severity: 'error',
    title: 'A project has services and no steps.',
    explain:
      'CodeShip ran nothing without a steps file, so no workflow is made. Add `codeship-steps.yml` beside the services file, or remove the services file.',
  },
  'missing-services-file': {
    severity: 'error',
    title: 'A project has steps and no services.',
    explain:
      'Every step runs on a service, so no workflow is made. Add `codeship-services.yml`, or a `docker-compose.yml` that CodeShip read in its place, beside the steps file.',
  },
  'no-steps': {
    severity: 'error',
    title: 'No step of the file can be translated.',
    explain:
      'A workflow without a step is none. The other diagnostics of the file say what is wrong with each step.',
  },
  'kept-together': {
    severity: 'note',
    title: 'Steps that an expert would give a job of their own stay with others.',
    explain:
      'Jobs have a machine each. The message says what one of the steps leaves behind for the other: a folder of the checkout, a volume, an image. Hand it on by an artifact or a registry to part them.',
  },
  'old-file-name': {
    severity: 'note',
    title: 'The file has a name from before 2017.',
    explain: 'It is read like the file with the newer name. Nothing has to be done.',
  },
  'two-dialects': {
    severity: 'warning',
    title: 'A project has its files under the names of two times.',
    explain:
      'Up to 2017 the files were called `jet-services.yml` and `jet-steps.yml`, and CodeShip looked for those before the names of today. If the old ones were forgotten, remove them and convert again, for the others may be the ones that ran at the end.',
  },
  'committed-key': {
    severity: 'error',
    title: "The project's key is committed.",
    explain:
      'Whoever can read the repository can open every encrypted file in it. Create the secret CODESHIP_AES_KEY for the transition, change every password and token that is encrypted in the repository, and remove the key.',
  },
  'key-at-hand': {
    severity: 'note',
    title: "The project's key lies in the folder, as CodeShip advised, and is not committed.",
    explain:
      'Its text is the value of the secret CODESHIP_AES_KEY, which the workflow opens encrypted files with. Keep it out of the repository.',
  },
  'sealed-names': {
    severity: 'note',
    title: 'What an encrypted file holds, by name.',
    explain:
      'The key was given, so the names of its variables, or the registries and accounts of a dockercfg, were read. Values never leave memory.',
  },
  'sealed-closed': {
    severity: 'warning',
    title: 'The key does not open an encrypted file.',
    explain:
      'Each project had a key of its own, and a key reset made older files unreadable. `transship decrypt FILE --key-path KEY` tries a key on one file.',
  },
  'sealed-guessed': {
    severity: 'warning',
    title: 'The names of an encrypted file are taken from what the repository reads.',
    explain:
      'Nobody gave the key. Variables that commands, scripts, Dockerfiles and the program read and nothing sets are probably those that the file held. Create each secret with a new value; one that is not needed can be left out. If a step misses another variable, add its name to the step that writes the secrets.',
  },
  'sealed-unknown': {
    severity: 'warning',
    title: 'Nothing tells what an encrypted file held.',
    explain:
      'Nobody gave the key, and no file of the repository reads a variable that nothing sets. The step that writes the secrets makes an empty file. Find out what the image reads, and add the names there.',
  },
  'sealed-value': {
    severity: 'warning',
    outcome: 'manual',
    title: 'An encrypted value gives way to secrets.',
    explain:
      'The ciphertext stood in the services file itself. With `--secrets each` its variables are secrets of their own, which have to be created.',
  },
  'secret-name': {
    severity: 'note',
    title: 'A secret is not called what its variable is.',
    explain:
      'Two files give the variable different values, or GitHub takes no such name: it must have letters, digits and `_` only, no digit first, must not begin with `GITHUB_`, and letter case tells nothing apart.',
  },
  'too-many-secrets': {
    severity: 'warning',
    title: 'A project needs more secrets than a repository may have.',
    explain:
      'GitHub gives a repository 100 secrets, an environment 100 and an organization 1,000. Keep the encrypted files and their one key, or put some of the secrets elsewhere.',
  },
  'secret-ways': {
    severity: 'note',
    title: 'There are two ways to the values of encrypted files.',
    explain:
      "With the project's `codeship.aes`, the files stay as they are and one secret opens them. Without it, `--secrets each` makes one secret for each variable, whose names are taken from what the repository reads. CodeShip ended in January 2026, so nobody can look the key up any more.",
  },
  'project-settings': {
    severity: 'note',
    title: 'Some settings of a CodeShip project stood in no file.',
    explain:
      'Which branches were built, whether pull requests were, who was notified, whether a newer build cancelled an older one: compare the project settings with `on`, `concurrency` and `if` of the workflow. Then remove the webhook, the required status checks and the badge of CodeShip.',
  },
  'too-many-values': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A project is larger than any that ran on CodeShip.',
    explain:
      'More than 300 services, 100,000 values or 3,000 steps, aliases written out, or groups nested deeper than 60, are not translated, so that no input can exhaust time or memory.',
  },
  // Services
  'incomplete-service': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A service has neither an image nor a build.',
    explain: 'CodeShip wanted exactly one of both. Steps on the service are left out.',
  },
  'conflicting-keys': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'Two keys say different things of which only one can be.',
    explain: 'The message names the one that wins. Remove the one that is not meant.',
  },
  'no-such-service': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A name of a service is none.',
    explain:
      'CodeShip refused the build. Correct the name, or add the service to the services file.',
  },
  'dependency-cycle': {
    severity: 'error',
    outcome: 'invalid',
    title: 'Services need each other.',
    explain: 'Neither can be started first. Remove one of the dependencies.',
  },
  'image-built-twice': {
    severity: 'warning',
    title: 'Two services build different images under one name.',
    explain:
      'Each is built before the first step that needs it, so the name means the image that was built last. Give each build its own `image`.',
  },
  'environment-order': {
    severity: 'note',
    outcome: 'approximated',
    title: 'An environment file that cannot be read here may give a variable of several lines.',
    explain:
      'On CodeShip the file won over `environment`; in Compose `environment` wins, and a value of several lines can stand nowhere else. If the file gives the variable too, remove it from `environment` in the Compose file.',
  },
  'environment-overridden': {
    severity: 'note',
    outcome: 'dropped',
    title: 'An environment file gives the variable too.',
    explain:
      'On CodeShip the file won over `environment`; in Compose it would not. The variable is left out of `environment`, so that the file gives it.',
  },
  'word-argument': {
    severity: 'note',
    title: 'An unquoted word of YAML is the value of a build argument.',
    explain:
      'CodeShip read `yes`, `no`, `on` and `off` without quotes as `true` and `false`, and so does the workflow. Put the value into quotes if the word itself is meant.',
  },
  'visible-argument': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'An encrypted build argument stays visible in the image.',
    explain:
      'The history of an image shows its build arguments to everyone who can pull it, as on CodeShip. BuildKit secrets (`RUN --mount=type=secret`) leave no trace; the `build` action takes them by its input `secrets`.',
  },
  'volume-lifetime': {
    severity: 'note',
    title: 'A volume that other services take over lives for the whole job.',
    explain:
      'The documentation of CodeShip said both that such a volume lives for one step and that it lives for the build. Here it lives for the job, so files that one step writes are there in the next.',
  },
  'missing-file': {
    severity: 'warning',
    first: true,
    title: 'A file that a build or a step cannot do without is not in the repository.',
    explain:
      'The conversion keeps the name, and the first run will fail at it. Correct the name or add the file. Where git is there, a file that lies in the folder and that git does not have counts as missing, since a checkout on GitHub will not have it either. If an earlier step of the build makes the file, nothing has to be done.',
  },
  'missing-mount': {
    severity: 'warning',
    title: 'A file or folder that the configuration mounts is not in the repository.',
    explain:
      'Docker mounts an empty folder in its place, which the step may fill. Correct the name or add the file if it should be there.',
  },
  'broken-env-file': {
    severity: 'warning',
    title: 'An environment file has a line that Compose refuses.',
    explain:
      'A line is `KEY=value`, with no blank in the name, or a comment. `export KEY=value` and `KEY: value` are for shells and YAML. Compose stops at such a line before it starts anything.',
  },
  'image-name-capitals': {
    severity: 'warning',
    title: 'The name of an image has capitals.',
    explain:
      'Docker refuses to build, tag or push such a name, so it never worked on a registry. Write it in lower case, wherever it stands: in the services, in the steps, and in Dockerfiles that start from it.',
  },
  'link-variable': {
    severity: 'warning',
    title: 'A script reads a variable that old links created.',
    explain:
      'Docker creates no variables such as `DB_PORT_5432_TCP_ADDR` on networks of today. Use the name of the service as the host and the port that you know.',
  },
  'cache-without-build': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'There is nothing to cache.',
    explain: 'CodeShip cached images that it built. An image that is pulled has no cache.',
  },
  'cache-of-local-base': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'An image starts from one that the job builds, so it is not cached.',
    explain:
      "The builder that reaches GitHub's cache sees images of registries only. The image is built without a cache. Push the base image to a registry to cache what stands on it.",
  },
  'codeship-image': {
    severity: 'warning',
    title: "An image is CodeShip's own.",
    explain:
      'The images of the organisation `codeship` were maintained by the vendor and may disappear. Copy them to a registry of yours, or use the tools that runners have (aws, gcloud, az, kubectl, heroku).',
  },
  'image-without-latest': {
    severity: 'warning',
    first: true,
    title: 'An image is named without a version, and has no newest one.',
    explain:
      "Elastic's images on Docker Hub have no tag `latest` any more. The one that CodeShip had on its machines was of 2018, version 5 or 6.",
  },
  'unused-key': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A key of a service has nothing to do.',
    explain:
      'No step uses the service, or nothing else in it needs the key. What Compose knows stands in the Compose file all the same.',
  },
  'generator-network': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A generator of credentials uses other services.',
    explain:
      'The `login` action starts the generator alone. Make its services reachable with `generator-options`, such as `--network NAME`, or give the credentials in another way.',
  },
  // Steps
  'incomplete-step': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A step lacks what its kind needs.',
    explain: 'CodeShip refused such a file. The step is left out of the workflow.',
  },
  'broken-command': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A command cannot be split into words.',
    explain:
      'CodeShip split commands like a shell, but ran none. A quote that is never closed has no meaning; the step is left out.',
  },
  'broken-template': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A Go template cannot be read.',
    explain:
      'CodeShip stopped the build at it. Correct the template; the message says what is wrong.',
  },
  'group-without-type': {
    severity: 'warning',
    title: 'A group does not say its type.',
    explain: 'It is taken as `serial`, which no documentation of CodeShip confirms.',
  },
  'service-in-group': {
    severity: 'warning',
    title: 'A step of a group names a service, and so does the group.',
    explain: 'CodeShip allowed none below a group that names one. The inner service is taken.',
  },
  'fan-out-order': {
    severity: 'note',
    title: 'In which order a group ran for several services was never clear.',
    explain:
      'The message says which order the workflow has. Write the steps out where another one matters.',
  },
  'parallel-in-order': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A parallel group, or a part of it, runs in order.',
    explain:
      'GitHub runs single steps at the same time, and a list of commands as one step. A push, a list with one, or a list with steps on failure follows after the group: a push is a step of an action, and such steps disturb each other when they run together. It takes longer, and a push waits for the success of the group.',
  },
  'letter-case': {
    severity: 'note',
    title:
      'Conditions are exact to the letter wherever a secret, a login, a push or a deployment stands behind them.',
    explain:
      "GitHub's expressions are not case-sensitive, whatever function they use: `github.ref_name == 'main'` holds for a branch `Main`, which anybody who may push a branch can make. So a plain `if` stands only before steps that get no secret, do not log in, and neither push nor deploy. One step with the `prepare` action decides all other conditions of a job, and the `push` action reads `tag` and `exclude` once more; both compare exactly, with RE2 as CodeShip did. Keep it so when you edit: do not replace `contains(steps.codeship.outputs.holds, …)` before such a step by a comparison with `github.ref_name`.",
  },
  'pattern-without-anchor': {
    severity: 'warning',
    first: true,
    outcome: 'manual',
    title: 'A pattern has no anchor, so by the documentation it is not a pattern.',
    explain:
      "CodeShip's documentation took a text as an expression only if it held `^` or `$`; any other text had to be the whole name of the branch or tag. Whoever wrote `(master|main)` believed otherwise. The workflow follows the documentation: the step runs for no branch. If it was meant as a pattern, write `^(master|main)$`: in `conditions` of the step with the `prepare` action, and under `tag` of a push, or in the steps file before you convert it.",
  },
  'step-never-runs': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'The conditions of a step exclude every branch and tag.',
    explain:
      'CodeShip never ran the step, so the workflow does not have it. Remove it, or correct the patterns of the step and of the groups around it.',
  },
  'step-not-in-job': {
    severity: 'note',
    title: 'A step can never run in a job, and is left out there.',
    explain:
      'The job behind an approval repeats everything, as CodeShip did, under the condition of the approval. What that condition excludes has no place in it; the build before the approval has the step.',
  },
  'invalid-pattern': {
    severity: 'warning',
    title: 'A pattern is not a valid RE2 expression.',
    explain:
      'CodeShip reported nothing and treated it as one that never matches: a step with such a `tag` never ran, and such an `exclude` never excluded. The workflow keeps that. Correct the pattern.',
  },
  'approval-gate': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A manual step needs an environment with reviewers.',
    explain:
      'The steps behind the approval are a job of their own that names an environment. Without required reviewers nobody is asked. Create the environment under Settings, Environments, and name who may approve.',
  },
  'approval-without-gate': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A manual step within another one, or on failure, asks nobody.',
    explain:
      'CodeShip allowed one approval a build, at the end of the pipeline. The steps run in their place, behind the approval that is there already.',
  },
  'steps-after-approval': {
    severity: 'warning',
    title: 'Steps stand behind a manual step.',
    explain:
      'CodeShip did not process a build with steps behind an approval. They run in the job behind the approval, after its own steps.',
  },
  'push-to-other-registry': {
    severity: 'warning',
    title: 'A push names two registries.',
    explain:
      'Docker pushes to the host in `image_name`; `registry` chose the credentials. Give both the same host.',
  },
  'database-password': {
    severity: 'note',
    title: 'A database image wants a password that it once did without.',
    explain:
      'CodeShip Pro had images of 2018 on its machines, whose PostgreSQL let everybody in where the service gave no password. Images of today refuse to start like that, so the service gets `POSTGRES_HOST_AUTH_METHOD: trust`, which is the same.',
  },
  'push-without-credentials': {
    severity: 'warning',
    first: true,
    title: 'A push has no credentials.',
    explain:
      'Nothing in the job logs in to a registry before it. Add `encrypted_dockercfg_path` or `dockercfg_service` to the step, or a step with the `login` action before it.',
  },
  'tag-in-image-name': {
    severity: 'note',
    title: 'The tag of a push stands in `image_name`.',
    explain: 'That was the form of 2015. It is taken as `image_tag`.',
  },
  'push-of-git': {
    severity: 'note',
    title: 'A command pushes with git.',
    explain:
      'The checkout keeps no credentials, as on CodeShip, and its remote is an https address now. A script that brings its own SSH key has to push to the ssh address.',
  },
  'variable-differs': {
    severity: 'note',
    title: 'Some predefined variables have other values on GitHub.',
    explain:
      'The message says which and how. Only those that a file of the repository names are listed.',
  },
  // Basic
  'basic-setting': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A field of a saved CodeShip Basic project describes CodeShip itself.',
    explain: 'Ids, dates, teams, notifications and keys of the vendor have no effect on GitHub.',
  },
  'basic-secret': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A variable of a CodeShip Basic project looks like a secret.',
    explain:
      'The workflow reads it from a secret of the same name, which has to be created, and its value stands in no generated file. The saved project or `codeship-basic.yml` still holds the value: take it out before the file is committed.',
  },
  'basic-match-mode': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'How a deployment matched its branch is not known.',
    explain:
      'CodeShip Basic deployed from exactly one branch, or from all whose names began with a text. The word in the saved project is neither; write `match: exact` or `match: prefix`.',
  },
  'basic-empty-deployment': {
    severity: 'warning',
    title: 'A deployment has no commands.',
    explain:
      'The saved project does not say what the dashboard did. Write the lines under `commands`, or the fields of the dashboard under `heroku` or `s3`, and convert again.',
  },
  'basic-version': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A line chooses a version that no setup action can take over.',
    explain:
      'The version stands in a variable that is not known, or changes in the middle of a script. Setup actions run before the script, once.',
  },
  'basic-old-version': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A version of a language is older than what runners can install.',
    explain:
      'The job has the nearest version. Run the tests in a container of the official image where that one differs too much.',
  },
  'basic-unknown-service': {
    severity: 'error',
    outcome: 'invalid',
    title: "A service was not on CodeShip's machine.",
    explain: 'Name one that was, or add a service container to the workflow by hand.',
  },
  'basic-left-out': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A command has nothing to do on GitHub.',
    explain: 'The message says why. Nothing has to be done.',
  },
  'basic-helper': {
    severity: 'warning',
    outcome: 'manual',
    title: "A command was part of CodeShip's machine.",
    explain:
      'The line is kept and will fail. Replace it by the command-line tool of the platform; `heroku` and `s3` of a deployment in `codeship-basic.yml` write it for you.',
  },
  'codeship-scripts': {
    severity: 'warning',
    title: "A command downloads a script of CodeShip's own.",
    explain:
      'The repository `codeship/scripts` may be removed, and its scripts install into folders that CodeShip kept between builds. Use a setup action or a package.',
  },
  'basic-ssh-key': {
    severity: 'warning',
    title: "A command logs in with the project's SSH key.",
    explain:
      'Each project had a key, whose private half nobody outside of CodeShip has. Make a new pair, register the public half where the command logs in, and load the private one from a secret.',
  },
  'basic-databases': {
    severity: 'note',
    title: 'Databases were simply there on CodeShip Basic.',
    explain:
      'PostgreSQL, MySQL, Redis, MongoDB, Memcached, RabbitMQ and CouchDB ran on every machine. The workflow starts those that a file of the repository or a command names; a list under `services` in `codeship-basic.yml` decides otherwise.',
  },
  'basic-mysql-host': {
    severity: 'note',
    title: 'MySQL is at 127.0.0.1, and not at `localhost`.',
    explain:
      'On CodeShip the server ran on the machine itself, with a socket. In a service container it is reached by its port, for which clients want the address in numbers.',
  },
  'basic-project': {
    severity: 'warning',
    title:
      'The repository was built by CodeShip Basic, whose configuration stood in the dashboard.',
    explain:
      'Nothing can be converted yet. `transship basic` asks for the lists of commands and writes `codeship-basic.yml`; a project object of the API, saved as `codeship-basic.json`, does as well. Then run `transship convert`.',
  },
} as const satisfies Record<string, CodeRow>;
