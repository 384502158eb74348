// The diagnostic codes of what a machine has: versions, programs, rights, folders.

import type { CodeRow } from './code-row.ts';

export const machineCodes = {
  'default-version': {
    severity: 'warning',
    title: 'Nobody wrote the version of the language.',
    explain:
      "The job gets the one that the vendor's last machine image had. Name a version in the legacy file and convert again to change it.",
  },
  'old-default': {
    severity: 'warning',
    title: "The default version of the language is too old for GitHub's runners.",
    explain:
      'The job boots the official image of the language in that version. Name a newer version to run on the runner itself.',
  },
  'old-version': {
    severity: 'warning',
    outcome: 'approximated',
    title: "A version is too old for GitHub's runners.",
    explain:
      "The job boots the official image of the language in that version, with the action pull-boot-image, and runs the container sections inside. The image has fewer tools than Shippable's; what the commands call is installed by a step, or reported.",
  },
  'near-version': {
    severity: 'warning',
    outcome: 'approximated',
    title: 'A version cannot be had exactly; the nearest of the same series is used.',
    explain:
      'Every version is looked up in a table of what the setup action, nvm and the official images really offer. The one that is used speaks the same language; write another one into the workflow if the build needs it.',
  },
  'lost-version': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A version cannot be had any more; what is used may behave otherwise.',
    explain:
      'Neither a setup action, nor nvm, nor an official image that can still be pulled has the version. The nearest one that works is used, so that the job starts: run it, and choose another version if it fails.',
  },
  'unused-language': {
    severity: 'note',
    outcome: 'dropped',
    title: 'No command uses the language, so it is not set up.',
    explain:
      'Every command of the job was read, also those of the scripts that it runs, and none starts a program of the language.',
  },
  'missing-program': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A command calls a program that the machine lacks, and no step can bring it.',
    explain:
      "Every program that the commands call, also within the repository's scripts, is looked up in the table of its machine. Install it in the first commands of the section, or replace the call.",
  },
  'unknown-program': {
    severity: 'warning',
    title: 'A command calls a program that no table knows.',
    explain:
      'Commands before it install or fetch something, which may be it. If the first run says "command not found", install it.',
  },
  'gone-from-machine': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A command asks a program or an archive for something that is there no more.',
    explain:
      'The machine has the program, in a release that no longer knows what the command asks for; or the archive of its system has no such package. The command would fail.',
  },
  'installed-program': {
    severity: 'note',
    title: 'A step installs a program that the machine lacks.',
    explain:
      "Shippable's images had many programs. What runners or the official images lack is installed by a step of the workflow.",
  },
  'raised-rights': {
    severity: 'note',
    title: 'A command gets the rights of root.',
    explain:
      "Shippable ran everything as root; a runner's user is not, but may use `sudo` without a password.",
  },
  'needs-root': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A command within a script needs root.',
    explain:
      "Shippable ran everything as root. The converter changes the commands of the workflow, never the repository's scripts.",
  },
  'script-as-root': {
    severity: 'warning',
    title: 'A script runs as root, because something in it needs that.',
    explain:
      "Shippable ran everything as root. Files that the script makes belong to root; put `sudo` in front of the call that needs it, and run the script as the runner's user.",
  },
  'server-command': {
    severity: 'note',
    title: 'A command starts or stops a server that is a service container.',
    explain:
      'Service containers run before the first step and as long as the job. The call does nothing.',
  },
  'version-manager': {
    severity: 'note',
    title: 'A version manager chooses what a step has set up.',
    explain:
      "Shippable's images had several versions of a language and a program to choose among them. The setup step has chosen; a function stands for the program.",
  },
  'version-switch': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A version manager chooses a version that the job does not have.',
    explain:
      "Shippable's images had several versions of a language. A job on GitHub has the one that its setup step brings. Name the version in the legacy file and convert again, or add a setup step.",
  },
  'needless-sudo': {
    severity: 'note',
    outcome: 'approximated',
    title: '`sudo` is left out where it would find another version of the language.',
    explain:
      "Root's PATH on a runner has the programs of the machine, not those of the setup step, which the user may write to anyway.",
  },
  'mapped-path': {
    severity: 'note',
    outcome: 'approximated',
    title: "A folder of the vendor's machines becomes one of GitHub's.",
    explain: 'Runners keep the clone in `$GITHUB_WORKSPACE`, and their home is another.',
  },
  'vendor-path': {
    severity: 'warning',
    outcome: 'manual',
    title: "A command names a folder of Shippable's machines.",
    explain: 'Runners keep the clone in `$GITHUB_WORKSPACE`, and their home is another.',
  },
} as const satisfies Record<string, CodeRow>;
