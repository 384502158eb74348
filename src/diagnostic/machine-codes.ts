// The diagnostic codes of what a machine has: versions, programs, rights, folders.

import type { CodeRow } from './code-row.ts';

export const machineCodes = {
  'default-version': {
    severity: 'warning',
    title: 'The file does not set the version of the language.',
    explain:
      "The job uses the version of the old service's last machine image. To change it, set a version in the legacy file and convert again.",
  },
  'old-default': {
    severity: 'warning',
    title: "The default version of the language is too old for GitHub's runners.",
    explain:
      'The job runs in the official image of the language in that version. Set a newer version to run on the runner itself.',
  },
  'old-version': {
    severity: 'warning',
    outcome: 'approximated',
    title: "A version is too old for GitHub's runners.",
    explain:
      "The job boots the official image of the language in that version with the action pull-boot-image, and runs the container sections inside. The image has fewer tools than Shippable's; a step installs what the commands call, or the report lists it.",
  },
  'near-version': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A version is not available; the nearest one of the same series is used.',
    explain:
      'Every version is looked up in a table of what the setup action, nvm and the official images offer. Set another one in the workflow if the build needs it.',
  },
  'lost-version': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A version is no longer available; the one that is used may behave differently.',
    explain:
      'No setup action, nvm release or official image that can still be pulled has the version. The nearest one that works is used, so that the job starts: run it, and choose another version if it fails.',
  },
  'unused-language': {
    severity: 'note',
    outcome: 'dropped',
    title: 'No command uses the language, so it is not set up.',
    explain:
      'All commands of the job were read, including those of the scripts that it runs, and none starts a program of the language.',
  },
  'missing-program': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A command calls a program that the machine lacks, and no step can install it.',
    explain:
      "Every program that the commands call, even in the repository's scripts, is looked up in the table of its machine. Install it in the first commands of the section, or replace the call.",
  },
  'unknown-program': {
    severity: 'warning',
    title: 'A command calls an unknown program.',
    explain:
      'Earlier commands install or download something that may provide it. If the first run says "command not found", install it.',
  },
  'gone-from-machine': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A command needs something from a program or an archive that no longer exists.',
    explain:
      'The machine has the program, but in a release without that feature; or the archive of its system does not have the package. The command would fail.',
  },
  'old-docker-client': {
    severity: 'warning',
    title: 'A Docker client is too old for the engines of newer runners.',
    explain:
      'The engine of `ubuntu-24.04` still accepts clients from Docker 1.12 on. Docker 29, which newer runners have, refuses those before Docker 25. Use the client of the runner, or a newer one.',
  },
  'installed-program': {
    severity: 'note',
    title: 'A step installs a program that the machine lacks.',
    explain:
      "Shippable's images had many programs. A step installs what runners or the official images lack.",
  },
  'as-before': {
    severity: 'note',
    outcome: 'approximated',
    title: 'A current tool is made to do what the old one did.',
    explain:
      'Tools have become stricter, or their newest releases no longer run on an old language version. A line of the workflow keeps the old behavior, or keeps the release that is there. The help says what would make the line unnecessary.',
  },
  'raised-rights': {
    severity: 'note',
    title: 'A command runs as root.',
    explain:
      "Shippable ran everything as root. The runner's user is not root, but can use `sudo` without a password.",
  },
  'needs-root': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A command in a script needs root.',
    explain:
      "Shippable ran everything as root. The converter changes the commands of the workflow, never the repository's scripts.",
  },
  'script-as-root': {
    severity: 'warning',
    title: 'A script runs as root, because something in it needs root.',
    explain:
      "Shippable ran everything as root. Files that the script creates belong to root. Alternatively, put `sudo` before the call that needs it, and run the script as the runner's user.",
  },
  'server-command': {
    severity: 'note',
    title: 'A command starts or stops a server that is now a service container.',
    explain:
      'Service containers start before the first step and run as long as the job. The command does nothing.',
  },
  'version-manager': {
    severity: 'note',
    title: 'A version manager selects what a step has already set up.',
    explain:
      "Shippable's images had several versions of a language and a program to select one. The setup step has selected it; a function replaces the program.",
  },
  'version-switch': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A version manager selects a version that the job does not have.',
    explain:
      "Shippable's images had several versions of a language. A job on GitHub has the one that its setup step installs. Set the version in the legacy file and convert again, or add a setup step.",
  },
  'root-logins': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A script calls Docker as root, who has not logged in.',
    explain:
      'The job logs in for the user of the runner. `sudo` drops `DOCKER_CONFIG` and changes `HOME`, so root finds no credentials, and a push, or the pull of a private image, is denied.',
  },
  'needless-sudo': {
    severity: 'note',
    outcome: 'approximated',
    title: '`sudo` is removed where it would use another version of the language, or other logins.',
    explain:
      "Root's PATH on a runner contains the programs of the machine, not those of the setup step, whose folders the user can write to anyway. Docker logs in for the user alone, who may use the engine without `sudo`.",
  },
  'mapped-path': {
    severity: 'note',
    outcome: 'approximated',
    title: "A folder of the old machines is replaced by one on GitHub's.",
    explain: 'Runners keep the clone in `$GITHUB_WORKSPACE`, and have a different home folder.',
  },
  'vendor-path': {
    severity: 'warning',
    outcome: 'manual',
    title: "A command refers to a folder of Shippable's machines.",
    explain: 'Runners keep the clone in `$GITHUB_WORKSPACE`, and have a different home folder.',
  },
} as const satisfies Record<string, CodeRow>;
