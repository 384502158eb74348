// The diagnostic codes of the CodeShip translator.

import type { CodeRow } from './code-row.ts';

export const codeshipCodes = {
  // Files
  'missing-steps-file': {
    severity: 'error',
    title: 'A project has services but no steps.',
    explain:
      'CodeShip ran nothing without a steps file, so no workflow is written. Add `codeship-steps.yml` next to the services file, or remove the services file.',
  },
  'missing-services-file': {
    severity: 'error',
    title: 'A project has steps but no services.',
    explain:
      'Every step runs on a service, so no workflow is written. Add `codeship-services.yml`, or a `docker-compose.yml` that CodeShip read instead, next to the steps file.',
  },
  'no-steps': {
    severity: 'error',
    title: 'None of the steps can be translated.',
    explain:
      'A workflow needs at least one step. The other diagnostics for the file say what is wrong with each step.',
  },
  'kept-together': {
    severity: 'note',
    title: 'Steps that could be separate jobs stay in one job.',
    explain:
      'Each job has its own machine. The message says what one step leaves behind for another: a folder of the checkout, a volume, an image. To separate them, pass it on with an artifact or a registry.',
  },
  'old-file-name': {
    severity: 'note',
    title: 'The file has a name from before 2017.',
    explain: 'It is read like the file with the newer name. You do not have to do anything.',
  },
  'two-dialects': {
    severity: 'warning',
    title: 'A project has its files under both old and new names.',
    explain:
      'Until 2017 the files were called `jet-services.yml` and `jet-steps.yml`, and CodeShip looked for those first. If the old ones were forgotten, remove them and convert again: the new ones may be those that ran last.',
  },
  'committed-key': {
    severity: 'error',
    title: "The project's key is committed.",
    explain:
      'Anyone who can read the repository can open every encrypted file in it. Create the secret CODESHIP_AES_KEY for the transition, replace every password and token that is encrypted in the repository, and remove the key.',
  },
  'key-at-hand': {
    severity: 'note',
    title: "The project's key is in the folder, as CodeShip advised, and is not committed.",
    explain:
      'Its text is the value of the secret CODESHIP_AES_KEY, which the workflow uses to open encrypted files. Keep it out of the repository.',
  },
  'sealed-names': {
    severity: 'note',
    title: 'The names in an encrypted file.',
    explain:
      'With the key, the names of its variables, or the registries and accounts of a dockercfg, were read. Values never leave memory.',
  },
  'sealed-closed': {
    severity: 'warning',
    title: 'The key does not open an encrypted file.',
    explain:
      'Each project had its own key, and resetting a key made older files unreadable. `transship decrypt FILE --key-path KEY` tries a key on one file.',
  },
  'sealed-guessed': {
    severity: 'warning',
    title: 'The names in an encrypted file are guessed from what the repository reads.',
    explain:
      'Without the key, variables that commands, scripts, Dockerfiles and the program read and that nothing sets were probably in the file. Create each secret with a new value; leave out those that you do not need. If a step needs another variable, add its name to the step that writes the secrets.',
  },
  'sealed-unknown': {
    severity: 'warning',
    title: 'The names in an encrypted file are unknown.',
    explain:
      'There is no key, and no file of the repository reads a variable that nothing sets. The step that writes the secrets creates an empty file. Find out what the image reads, and add the names there.',
  },
  'sealed-value': {
    severity: 'warning',
    outcome: 'manual',
    title: 'An encrypted value is replaced by secrets.',
    explain:
      'The ciphertext was in the services file itself. With `--secrets each` its variables become separate secrets, which you have to create.',
  },
  'secret-name': {
    severity: 'note',
    title: 'A secret has a different name than its variable.',
    explain:
      'Two files give the variable different values, or GitHub does not allow the name: only letters, digits and `_`, not starting with a digit or `GITHUB_`, and not case-sensitive.',
  },
  'too-many-secrets': {
    severity: 'warning',
    title: 'A project needs more secrets than a repository can have.',
    explain:
      'GitHub allows 100 secrets per repository, 100 per environment and 1,000 per organization. Keep the encrypted files and their key, or move some of the secrets elsewhere.',
  },
  'secret-ways': {
    severity: 'note',
    title: 'There are two ways to get the encrypted values to GitHub.',
    explain:
      "With the project's `codeship.aes`, the files stay as they are and one secret opens them. Without it, `--secrets each` makes one secret for each variable, named after what the repository reads. CodeShip ended in January 2026, so nobody can look up the key anymore.",
  },
  'project-settings': {
    severity: 'note',
    title: 'Some settings of a CodeShip project were not in any file.',
    explain:
      'Which branches and pull requests were built, who was notified, and whether a newer build canceled an older one were settings of the project, which are gone. Check that `on`, `concurrency` and `if` of the workflow do what you want. Then remove the webhook, the required status checks and the badge of CodeShip.',
  },
  'too-many-values': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A project is larger than any real one.',
    explain:
      'More than 300 services, 100,000 values or 3,000 steps (with aliases expanded), or groups nested more than 60 deep, are not translated, so that no input can exhaust time or memory.',
  },
  // Services
  'incomplete-service': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A service has neither an image nor a build.',
    explain: 'CodeShip required exactly one of them. Steps on the service are left out.',
  },
  'conflicting-keys': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'Two keys contradict each other.',
    explain: 'The message names the one that takes effect. Remove the other one.',
  },
  'image-of-build': {
    severity: 'note',
    title: 'A service has both an image and a build.',
    explain:
      "CodeShip's documentation allowed only one of them. Compose builds the image and gives it that name, and so does the workflow. If the Dockerfile is not in the repository, the image is pulled.",
  },
  'build-waiter': {
    severity: 'warning',
    outcome: 'dropped',
    title: "A step waited for earlier builds through CodeShip's API.",
    explain:
      'The API is gone, so the step could only fail. `concurrency` in the workflow does the same: while a run of a branch is going, the next one of that branch waits.',
  },
  'no-such-service': {
    severity: 'error',
    outcome: 'invalid',
    title: 'There is no service with this name.',
    explain:
      'CodeShip rejected the build. Correct the name, or add the service to the services file.',
  },
  'dependency-cycle': {
    severity: 'error',
    outcome: 'invalid',
    title: 'Services depend on each other.',
    explain: 'Neither can be started first. Remove one of the dependencies.',
  },
  'image-built-twice': {
    severity: 'warning',
    title: 'Two services build different images with the same name.',
    explain:
      'Each is built before the first step that needs it, so the name refers to the image that was built last. Give each build its own `image`.',
  },
  'environment-order': {
    severity: 'note',
    outcome: 'approximated',
    title:
      'An environment file that cannot be read here may also set a variable with several lines.',
    explain:
      'On CodeShip the file took precedence over `environment`; in Compose `environment` does, and a value with several lines cannot be anywhere else. If the file sets the variable too, remove it from `environment` in the Compose file.',
  },
  'environment-overridden': {
    severity: 'note',
    outcome: 'dropped',
    title: 'An environment file also sets the variable.',
    explain:
      'On CodeShip the file took precedence over `environment`; in Compose it would not. The variable is left out of `environment`, so that the file sets it.',
  },
  'word-argument': {
    severity: 'note',
    title: 'The value of a build argument is an unquoted YAML word.',
    explain:
      'CodeShip read unquoted `yes`, `no`, `on` and `off` as `true` and `false`, and so does the workflow. Put the value in quotes if you mean the word itself.',
  },
  'visible-argument': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'An encrypted build argument is visible in the image.',
    explain:
      'The history of an image shows its build arguments to everyone who can pull it, as on CodeShip. BuildKit secrets (`RUN --mount=type=secret`) leave no trace; the `build` action takes them in its input `secrets`.',
  },
  'volume-lifetime': {
    severity: 'note',
    title: 'A volume that other services share lives as long as the job.',
    explain:
      "CodeShip's documentation said both that such a volume lives for one step and that it lives for the build. Here it lives for the job, so files that one step writes are there in the next one.",
  },
  'missing-file': {
    severity: 'warning',
    first: true,
    title: 'A file that a build or a step needs is not in the repository.',
    explain:
      'The conversion keeps the name, and the first run will fail there. Correct the name or add the file. A file that is in the folder but not in git counts as missing, because a checkout on GitHub will not have it either. If an earlier step of the build creates the file, you do not have to do anything.',
  },
  'missing-mount': {
    severity: 'warning',
    title: 'A file or folder that the configuration mounts is not in the repository.',
    explain:
      'Docker mounts an empty folder in its place, which the step may fill. Correct the name or add the file if it should be there.',
  },
  'empty-mount': {
    severity: 'note',
    title: 'A folder that services mount is not in the repository.',
    explain:
      'Docker mounts an empty folder in its place. Such folders pass files from one step to the next. Add the folder to the repository if it should have files from the start.',
  },
  'broken-env-file': {
    severity: 'warning',
    first: true,
    title: 'An environment file has a line that Compose rejects.',
    explain:
      'A line is a comment, or `KEY=value` without spaces in the name. `export KEY=value` and `KEY: value` are for shells and YAML. Compose stops at such a line before it starts anything.',
  },
  'image-name-capitals': {
    severity: 'warning',
    title: 'The name of an image contains uppercase letters.',
    explain:
      'Docker refuses to build, tag or push such a name, so it never worked with a registry. Write it in lowercase everywhere: in the services, in the steps, and in Dockerfiles that start from it.',
  },
  'link-variable': {
    severity: 'note',
    title: 'A service gets variables that Docker links used to create.',
    explain:
      'Docker networks do not create variables such as `DB_PORT_5432_TCP_ADDR`. Something in the repository reads them, so the service gets them, with the name of the other service as the address.',
  },
  'link-variable-missing': {
    severity: 'warning',
    title: 'A script reads a variable that Docker links used to create.',
    explain:
      'Links handed on the environment of the other service, as `DB_ENV_NAME`. This value is encrypted, or comes from the image. Set the variable yourself.',
  },
  'cache-without-build': {
    severity: 'note',
    outcome: 'dropped',
    title: 'There is nothing to cache.',
    explain: 'CodeShip cached images that it built. There is no cache for an image that is pulled.',
  },
  'cache-of-local-base': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'An image starts from one that the job builds, so it is not cached.',
    explain:
      "The builder that uses GitHub's cache only sees images in registries. The image is built without a cache. Push the base image to a registry to cache what is built on it.",
  },
  'codeship-image': {
    severity: 'warning',
    title: "An image is one of CodeShip's own.",
    explain:
      'The images of the organization `codeship` were maintained by CodeShip and may disappear. Copy them to a registry of yours, or use the tools that runners have (aws, gcloud, az, kubectl, heroku).',
  },
  'image-without-latest': {
    severity: 'warning',
    first: true,
    title: 'An image is named without a version, and has no newest one.',
    explain:
      "Elastic's images on Docker Hub no longer have the tag `latest`. The one that CodeShip had on its machines was of 2018, version 5 or 6.",
  },
  'image-not-pulled': {
    severity: 'warning',
    first: true,
    title: 'No runner can pull an image.',
    explain:
      'Docker 26 and later refuse images with a manifest of schema 1, in which the official images were pushed until May 2016. Others were removed from Docker Hub: those of Microsoft in 2021, the versions of Bitnami in 2025. Use a later version of the image, or the address that the message names.',
  },
  'old-image-replaced': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'An image that no runner can pull is replaced.',
    explain:
      'Docker 26 and later refuse images with a manifest of schema 1, in which the official images were pushed until May 2016; the output has the last release of the same series. Images of Microsoft and Bitnami have left Docker Hub; the output has their new address. Set the version that you use today.',
  },
  'old-base-replaced': {
    severity: 'warning',
    title:
      'A Dockerfile starts from an image that no runner can pull; a step puts another one in its place.',
    explain:
      'Docker 26 and later refuse images with a manifest of schema 1, in which the official images were pushed until May 2016; a step pulls the last release of the same series and gives it the name that the Dockerfile has. For images of Microsoft and Bitnami that have left Docker Hub, it pulls them from their new address. Change the Dockerfile, and convert again to get rid of the step.',
  },
  'old-base-packages': {
    severity: 'warning',
    title:
      'A Dockerfile installs packages in an image whose distribution has moved them to an archive.',
    explain:
      'The mirrors of Debian, CentOS and Ubuntu drop releases some years after their end, and `apt-get update` or `yum install` fails. Debian, Ubuntu and CentOS keep an archive. A step before the build makes an image with the address of the archive and gives it the name that `FROM` looks for; where the mirrors still have the packages, it changes nothing. The Dockerfile stays as it is. With a newer image in the Dockerfile, convert again to get rid of the step.',
  },
  'too-new-for-base': {
    severity: 'warning',
    first: true,
    title: 'A Dockerfile installs a release that its base image does not run.',
    explain:
      'Without a version, a package manager installs the newest release, and the newest releases no longer run on an old Node.js, Python, Ruby or PHP. The build, or the first command that uses the program, fails. Write the version that the message names.',
  },
  'base-without-modules': {
    severity: 'warning',
    title: 'A Dockerfile starts from the newest Go, which the project is too old for.',
    explain:
      'An image without a version in its tag is always the newest one. The newest Go builds modules only: without a `go.mod`, `go get`, `go build` and `go test` fail. A step before the build gives Go 1.21 the name that `FROM` looks for, the last one that `go get` works with in such a project. The Dockerfile stays as it is. With a version in the Dockerfile, or a `go.mod`, convert again to get rid of the step.',
  },
  'outside-checkout': {
    severity: 'warning',
    first: true,
    title: 'A path leads out of the repository.',
    explain:
      'A build context, a file or a mounted folder lies above the checkout, where the runner has nothing of yours. The step fails. Move what it needs into the repository and name it there, or add a step that checks it out.',
  },
  'volume-variable': {
    severity: 'warning',
    title: 'A mount contains a variable.',
    explain:
      'Neither CodeShip nor the generated Compose file fills in variables of the services file, and Docker refuses a mount with a dollar sign. `$PWD` stands for the checkout, `$HOME` for the home of root in the container, and `${NAME:-VALUE}` for its value.',
  },
  'floating-base': {
    severity: 'warning',
    title:
      'A Dockerfile starts from an image that has moved on, and asks for what the newest one lacks.',
    explain:
      'An image without a version in its tag is always the newest one. What the Dockerfile installs, or what the project lists, is no longer there, or does not run on it. A step before the build gives the last image that has it the name that `FROM` looks for. The Dockerfile stays as it is. With a version in the Dockerfile, convert again to get rid of the step.',
  },
  'renamed-package': {
    severity: 'warning',
    title: 'A Dockerfile installs a package whose name has changed.',
    explain:
      'Debian and Ubuntu have dropped the name, and `apt-get install` fails on newer releases. A step before the build adds a package of that name to the image that `FROM` looks for, which brings the one of today. A release that still has the package installs it as before. With the new name in the Dockerfile, convert again to get rid of the step.',
  },
  'package-of-then': {
    severity: 'warning',
    first: true,
    title: 'A Dockerfile installs a package that its base image no longer has.',
    explain:
      'The distribution has dropped the package, and its successor refuses one of the old name beside it, so nothing before the build can help. `apt-get install` fails. Write the name of today in the Dockerfile.',
  },
  'pip-of-the-system': {
    severity: 'warning',
    title:
      'A Dockerfile installs Python packages with the pip of a distribution, which now refuses that.',
    explain:
      'Since Debian 12, Ubuntu 23.04 and Alpine 3.19, the pip of the distribution ends with `externally-managed-environment` outside of a virtual environment. A step before the build sets `PIP_BREAK_SYSTEM_PACKAGES` in the image that `FROM` looks for, so that it installs as it did. With a virtual environment or the variable in the Dockerfile, convert again to get rid of the step.',
  },
  'gone-server': {
    severity: 'warning',
    first: true,
    title: 'A Dockerfile asks a server that is gone.',
    explain:
      'The address is in a table of servers that were closed or that moved. The build fails there on every machine. Change the Dockerfile as the message says.',
  },
  'old-base-unmended': {
    severity: 'warning',
    first: true,
    title:
      'A Dockerfile installs packages in an old image, and no step can point it to the archive.',
    explain:
      'The distribution has moved the packages of the image to an archive, so the package manager fails. Elsewhere a step before the build makes an image with the address of the archive. An image with `-onbuild` runs commands of its own as soon as something starts from it, and a Dockerfile that writes its own list of sources replaces the address. Start from a newer image, or write the address of the archive in the Dockerfile: `http://archive.debian.org/debian`, `http://old-releases.ubuntu.com/ubuntu` or `http://vault.centos.org`.',
  },
  'ignored-key': {
    severity: 'note',
    outcome: 'dropped',
    title: 'CodeShip ignored a key of a service.',
    explain: 'The workflow has none of it either, so nothing changes.',
  },
  'unused-key': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A key of a service has no effect.',
    explain:
      'No step uses the service, or nothing else in it needs the key. Keys that Compose knows are still in the Compose file.',
  },
  'generator-network': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A credential generator uses other services.',
    explain:
      'The `login` action only starts the generator. Make its services reachable with `generator-options`, such as `--network NAME`, or provide the credentials in another way.',
  },
  'generator-entrypoint': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'The entrypoint of a credential generator has arguments.',
    explain:
      'The `login` action gives the program of the entrypoint the path of the file, and nothing else. Put the arguments in the image, or provide the credentials in another way.',
  },
  // Steps
  'incomplete-step': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A step lacks a required key.',
    explain: 'CodeShip rejected such a file. The step is left out of the workflow.',
  },
  'broken-command': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A command cannot be split into words.',
    explain:
      'CodeShip split commands like a shell, but did not run one. A quote that is never closed has no meaning; the step is left out.',
  },
  'broken-template': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A Go template cannot be parsed.',
    explain:
      'CodeShip stopped the build there. Correct the template; the message says what is wrong.',
  },
  'broken-tag': {
    severity: 'warning',
    first: true,
    title: 'The Go template of an `image_tag` cannot be rendered.',
    explain:
      'The workflow is written, and the step that pushes fails until the template is correct. The message says what is wrong. `{{ .Branch }}` and `{{ .CommitID }}` are examples of fields.',
  },
  'group-without-type': {
    severity: 'warning',
    title: 'A group has no type.',
    explain: "It is treated as `serial`, although CodeShip's documentation does not say so.",
  },
  'service-in-group': {
    severity: 'warning',
    title: 'A step in a group sets a service, and so does the group.',
    explain: 'CodeShip did not allow that. The service of the step is used.',
  },
  'fan-out-order': {
    severity: 'note',
    title: 'The order in which a group ran for several services was never documented.',
    explain:
      'The message says which order the workflow uses. If another one matters, write the steps out.',
  },
  'parallel-in-order': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A parallel group, or part of it, runs in sequence.',
    explain:
      'GitHub can run single steps in parallel, and a list of commands as one step. A push, a list with a push, or a list with steps on failure follows after the group, because such steps interfere with each other when they run together. It takes longer, and a push waits until the group has succeeded.',
  },
  'letter-case': {
    severity: 'note',
    title:
      'Conditions are case-sensitive before every step with a secret, a login, a push or a deployment.',
    explain:
      "GitHub's expressions are not case-sensitive, whatever function they use: `github.ref_name == 'main'` is also true for a branch `Main`, which anybody who can push a branch can create. So a plain `if` is only used before steps that get no secret, do not log in, and neither push nor deploy. One step with the `prepare` action decides all other conditions of a job, and the `push` action checks `tag` and `exclude` again; both are case-sensitive and use RE2, as CodeShip did. Keep it that way when you edit: before such a step, do not replace `contains(steps.codeship.outputs.holds, …)` with a comparison with `github.ref_name`.",
  },
  'pattern-without-anchor': {
    severity: 'warning',
    first: true,
    outcome: 'manual',
    title: 'A pattern has no anchor, so according to the documentation it is not a pattern.',
    explain:
      "CodeShip's documentation only treated a text as an expression if it contained `^` or `$`; any other text had to be the full name of the branch or tag. Whoever wrote `(master|main)` probably did not know that. The workflow follows the documentation: the step runs for no branch. If you mean a pattern, write `^(master|main)$`: in `conditions` of the step with the `prepare` action, and under `tag` of a push, or in the steps file before you convert it.",
  },
  'step-never-runs': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'The conditions of a step exclude every branch and tag.',
    explain:
      'CodeShip never ran the step, so it is not in the workflow. Remove it, or correct the patterns of the step and of the groups around it.',
  },
  'step-not-in-job': {
    severity: 'note',
    title: 'A step can never run in a job, and is left out there.',
    explain:
      'The job after an approval repeats everything, as CodeShip did, under the condition of the approval. It does not contain what that condition excludes; the build before the approval has the step.',
  },
  'invalid-pattern': {
    severity: 'warning',
    title: 'A pattern is not a valid RE2 expression.',
    explain:
      'CodeShip reported nothing and treated it as a pattern that never matches: a step with such a `tag` never ran, and such an `exclude` never excluded anything. The workflow keeps that. Correct the pattern.',
  },
  'approval-gate': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A manual step needs an environment with reviewers.',
    explain:
      'The steps after the approval are a separate job with an environment. Without required reviewers, nobody is asked. Create the environment under Settings, Environments, and add who may approve.',
  },
  'approval-without-gate': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A manual step inside another one, or on failure, does not ask for approval.',
    explain:
      'CodeShip allowed one approval per build, at the end of the pipeline. The steps run after the approval that is already there.',
  },
  'steps-after-approval': {
    severity: 'warning',
    title: 'There are steps after a manual step.',
    explain:
      'CodeShip did not process a build with steps after an approval. They run in the job after the approval, after its own steps.',
  },
  'push-to-other-registry': {
    severity: 'warning',
    title: 'A push refers to two registries.',
    explain:
      'Docker pushes to the host in `image_name`; `registry` only selected the credentials. Use the same host for both.',
  },
  'database-password': {
    severity: 'note',
    title: 'A database image now requires a password.',
    explain:
      "CodeShip Pro's machines had images from 2018, whose PostgreSQL accepted every connection if the service set no password. Today's images refuse to start like that, so the service gets `POSTGRES_HOST_AUTH_METHOD: trust`, which is the same.",
  },
  'database-folder': {
    severity: 'note',
    title: 'A database image keeps its data in another folder now.',
    explain:
      'Since version 18, the PostgreSQL image keeps its data in a folder for each version, and refuses to start if something is mounted at `/var/lib/postgresql/data`. `PGDATA` gives it that folder again.',
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
    title: 'The tag of a push is in `image_name`.',
    explain: 'That was the format of 2015. It is read as `image_tag`.',
  },
  'variable-in-tag': {
    severity: 'warning',
    title: 'The tag of a push names a variable, which is only text there.',
    explain:
      'No shell looks at `image_tag`. CodeShip filled in Go templates, and removed every character that a tag cannot contain: `$CI_BRANCH` became the tag `CI_BRANCH`. The workflow does the same. Write `{{.Branch}}`, `{{.CommitID}}` or another field.',
  },
  'push-of-git': {
    severity: 'note',
    title: 'A command runs `git push`.',
    explain:
      'The checkout stores no credentials, as on CodeShip, and its remote is now an https address. A script that brings its own SSH key has to push to the SSH address.',
  },
  'variable-differs': {
    severity: 'note',
    title: 'Some predefined variables have different values on GitHub.',
    explain:
      'The message says which and how. Only those that a file of the repository uses are listed.',
  },
  // Basic
  'basic-setting': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A field of a saved CodeShip Basic project describes CodeShip itself.',
    explain: 'Ids, dates, teams, notifications and keys of CodeShip have no effect on GitHub.',
  },
  'basic-secret': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A variable of a CodeShip Basic project looks like a secret.',
    explain:
      'The workflow reads it from a secret of the same name, which you have to create; its value is not in any generated file. The saved project or `codeship-basic.yml` still contains the value: remove it before you commit the file.',
  },
  'basic-match-mode': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'It is unknown how a deployment matched its branch.',
    explain:
      'CodeShip Basic deployed from exactly one branch, or from all branches that started with a text. The word in the saved project is neither; write `match: exact` or `match: prefix`.',
  },
  'basic-empty-deployment': {
    severity: 'warning',
    title: 'A deployment has no commands.',
    explain:
      'The saved project does not contain what the dashboard did. Add the lines under `commands`, or the fields of the dashboard under `heroku` or `s3`, and convert again.',
  },
  'basic-version': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A line selects a version that no setup action can set up.',
    explain:
      'The version is in an unknown variable, or changes in the middle of a script. Setup actions run once, before the script.',
  },
  'basic-old-version': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A language version is too old to be installed on runners.',
    explain:
      'The job uses the nearest version. If the difference is too large, run the tests in a container of the official image.',
  },
  'basic-unknown-service': {
    severity: 'error',
    outcome: 'invalid',
    title: "A service was not on CodeShip's machine.",
    explain: 'Use one that was, or add a service container to the workflow by hand.',
  },
  'basic-left-out': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A command is not needed on GitHub.',
    explain: 'The message says why. You do not have to do anything.',
  },
  'basic-helper': {
    severity: 'warning',
    outcome: 'manual',
    title: "A command was part of CodeShip's machine.",
    explain:
      'The line is kept and will fail. Replace it with the command-line tool of the platform; `heroku` and `s3` of a deployment in `codeship-basic.yml` write it for you.',
  },
  'codeship-scripts': {
    severity: 'warning',
    title: "A command downloads one of CodeShip's own scripts.",
    explain:
      'The repository `codeship/scripts` may disappear, and its scripts install into folders that CodeShip kept between builds. Use a setup action or a package.',
  },
  'basic-ssh-key': {
    severity: 'warning',
    title: "A command logs in with the project's SSH key.",
    explain:
      'Each project had a key whose private half only CodeShip had. Create a new pair, register the public half where the command logs in, and load the private half from a secret.',
  },
  'basic-databases': {
    severity: 'note',
    title: 'CodeShip Basic provided databases on every machine.',
    explain:
      'PostgreSQL, MySQL, Redis, MongoDB, Memcached, RabbitMQ and CouchDB were always running. The workflow starts those that a file of the repository or a command uses; to choose others, list them under `services` in `codeship-basic.yml`.',
  },
  'basic-mysql-host': {
    severity: 'note',
    title: 'MySQL is at 127.0.0.1, not at `localhost`.',
    explain:
      'On CodeShip the server ran on the machine itself, with a socket. A service container is reached through its port, for which clients need the numeric address. For those that use the socket, a step has systemd make one that leads to the port.',
  },
  'basic-project': {
    severity: 'warning',
    title: 'The repository was built by CodeShip Basic, whose configuration was in the dashboard.',
    explain:
      'Nothing can be converted yet. `transship basic` asks for the commands and writes `codeship-basic.yml`; a project object from the API, saved as `codeship-basic.json`, works too. Then run `transship convert`.',
  },
} as const satisfies Record<string, CodeRow>;
