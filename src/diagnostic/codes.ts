// Every diagnostic code is one row. The type, `transship explain`, the SARIF rules and the documentation
// are read from here. A row with an `outcome` settles the value at its place in the report.

import type { CodeRow } from './code-row.ts';
import { codeshipCodes } from './codeship-codes.ts';
import { lineCodes } from './line-codes.ts';
import { machineCodes } from './machine-codes.ts';
import { shippableCodes } from './shippable-codes.ts';

export const codes = {
  // Reading
  'yaml-syntax': {
    severity: 'error',
    title: 'The file is not valid YAML.',
    explain:
      'The vendor refused such a file, so nothing is made from it. Correct the place that is shown and convert again.',
  },
  'file-too-large': {
    severity: 'error',
    title: 'The file is larger, or nests deeper, than any configuration.',
    explain:
      'Files above 1 MB, 50,000 values or 100 levels are refused, so that no input can exhaust time or memory. Take generated data out of the file.',
  },
  'binary-file': {
    severity: 'error',
    title: 'The file is not UTF-8 text.',
    explain: 'Save the file as UTF-8 and convert again.',
  },
  'file-unreadable': {
    severity: 'error',
    title: 'The file could not be read.',
    explain: 'Check that it is a regular file and that you may read it.',
  },
  'open-credential': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A credential lies open in the file.',
    explain:
      'It looks like a token, a key or a password, and everybody who can read the repository can read it, in its history too. It is not copied: a secret stands in its place. Give it a new value where it comes from, and create the secret. If it is public, or a value of a test, list the name of its variable under `public-values` in the settings.',
  },
  'open-credential-file': {
    severity: 'warning',
    title: 'A credential lies open in a file that the build reads.',
    explain:
      'It looks like a token, a key or a password. The file is not changed. Give the credential a new value where it comes from, and have the file read a variable instead, which a secret gives. `public-values` in the settings lists names whose values may lie open.',
  },
  'refused-name': {
    severity: 'error',
    title: 'The name of a file or folder has a control character.',
    explain:
      'A line break or another control character in a path would be read as something else wherever the path is written: in a workflow, a script or a log. Rename the file or folder.',
  },
  'foreign-pin': {
    severity: 'warning',
    title: "The repository's own settings choose the actions that its workflows use.",
    explain:
      "`own-actions` and `actions` in a repository's own file decide which programs its workflows run with its secrets. GitHub serves a commit of any fork under the name of the original, so check that the commit is one of a release of transship, or give the setting by `--config` and remove it from the repository.",
  },
  'below-root': {
    severity: 'warning',
    first: true,
    title: 'PATH lies below the root of a git repository.',
    explain:
      "GitHub runs the workflows of the repository's root alone: those in a `.github/workflows` of a sub-folder are never looked at. Run `transship convert` at the root. CodeShip projects in folders below it are converted there, with the folder as their working directory; Shippable read the file of the root only.",
  },
  'nothing-to-compare': {
    severity: 'error',
    title: 'There is no legacy file to compare the workflows with.',
    explain:
      '`--check` says whether the workflows are what the legacy files become. Without a legacy file the answer would be yes for ever. People remove the legacy file when they are done: then the check has done its work, and its job goes too. If the file lies elsewhere, name its folder.',
  },
  'enterprise-server': {
    severity: 'note',
    title: 'The workflows are written for a GitHub Enterprise Server.',
    explain:
      'An Enterprise Server refuses a file with parallel steps as a whole, and has no artifacts of version 4 and later. So parallel groups are one script, and reports are uploaded by version 3 of the action. The host is that of the job that converts, or of the remote `origin`; the setting `server` names another.',
  },
  'native-parallel': {
    severity: 'note',
    title: 'The workflow has steps that run in parallel.',
    explain:
      'GitHub has known the key `parallel` since June 2026; GitHub Enterprise Server refuses the file for it, and so do actionlint up to 1.7.12, and act. Convert with `--parallel=shell` where one of them has to read the workflow: a parallel group is one script then.',
  },
  'ignored-file': {
    severity: 'note',
    title: 'A file looks like a legacy configuration, but the vendor never read it.',
    explain:
      'Nothing is made from it. Move it to the place that the vendor read if it mattered, and convert again.',
  },
  'extra-document': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A file holds more than one YAML document.',
    explain:
      'Only the first document with content counts. Join the documents into one if the others mattered.',
  },
  'duplicate-key': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A key stands twice in one mapping.',
    explain: 'The last one counted; the earlier value was never in effect. Remove it.',
  },
  'unresolved-alias': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A YAML alias names no anchor.',
    explain:
      'The anchor must stand above the alias, in the same file or, for Shippable, in shippable.templates.yml.',
  },
  'bad-merge': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A merge key does not name a mapping.',
    explain: '`<<` takes an alias to a mapping, or a list of such aliases.',
  },
  'wrong-type': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A value is not of the kind that its key takes.',
    explain:
      'The vendor refused it or read it as nothing. Write the kind of value that the message names.',
  },
  'command-not-text': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A command is not a text.',
    explain:
      'Shippable answered "Only strings allowed" and ran nothing. An unquoted colon with a blank behind it makes YAML read a mapping; put the whole command in quotes.',
  },
  'unknown-key': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'The key is not part of this format.',
    explain:
      'The vendor ignored it, so nothing is made from it. If it is misspelt, correct it and convert again.',
  },
  'empty-value': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A key has no value.',
    explain: 'The vendor treated the key as absent, and so does the workflow.',
  },
  'unread-value': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A value was not understood.',
    explain:
      'Nothing in the workflow stands for it. This is a gap in transship: please report the file, and translate the value by hand.',
  },
  // What becomes of a value
  'dropped-key': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A key has no effect on GitHub, or never had one.',
    explain: 'The message says why. Nothing has to be done unless you relied on it.',
  },
  'manual-key': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A value has to be translated by a person.',
    explain: 'The help says what to do; the workflow does not do it yet.',
  },
  // Around the translation
  'no-configuration': {
    severity: 'warning',
    title: 'The folder holds no legacy configuration.',
    explain:
      'Looked for: shippable.yml, shippable.jobs.yml and its companions, codeship-services.yml and codeship-steps.yml, and their older names. Name the folder of the repository.',
  },
  'repository-cut': {
    severity: 'warning',
    title: 'The repository is larger than what is looked at.',
    explain:
      'At most 20,000 files and 24 levels of folders are looked at, those nearest to the root first. Scripts further down are not searched for variables.',
  },
  'folder-unreadable': {
    severity: 'warning',
    title: 'A folder could not be read.',
    explain:
      'Its files are treated as absent. Give yourself the right to read it and convert again.',
  },
  'foreign-file': {
    severity: 'error',
    title: 'A file that transship did not write stands where one would be written.',
    explain:
      'It is left as it is. Compare with `--dry-run`; move the file, or overwrite it with `--force`.',
  },
  'edited-file': {
    severity: 'error',
    title: 'A file that transship wrote was edited afterwards.',
    explain:
      'It is left as it is, so that no work is lost. Compare with `--dry-run`; overwrite it with `--force`.',
  },
  'orphaned-file': {
    severity: 'note',
    title: 'A file of an earlier conversion is no longer written.',
    explain:
      'It is as transship wrote it, from legacy files that this conversion read too, but nothing writes it any more: a workflow would still run. `--force` removes it. Files whose legacy files are gone are left alone: there the migration is done.',
  },
  'edited-orphan': {
    severity: 'warning',
    title: 'A file of an earlier conversion is no longer written, and somebody edited it.',
    explain:
      'It is left as it is, also with `--force`. Remove it by hand if it is not needed any more; if it is a workflow, GitHub still runs it.',
  },
  'recorded-option': {
    severity: 'note',
    title: 'An option of an earlier conversion still holds.',
    explain:
      'The first line of a generated workflow names the options that decided its form, so that a later conversion, or a check, comes to the same. Give the option again to change it.',
  },
  'blocked-file': {
    severity: 'error',
    title: 'A file cannot be written at its place.',
    explain:
      'A symbolic link, a folder or another special file stands there. transship writes only regular files within the folder; move what stands there.',
  },
  'write-failed': {
    severity: 'error',
    title: 'The system refused to write a file.',
    explain:
      'Nothing of the file was written. The message has the reason of the system: EACCES and EPERM are missing rights, ENOSPC is a full disk, EROFS a disk that is read-only.',
  },
  'ignored-setting': {
    severity: 'warning',
    title: 'A key of the settings file has no effect.',
    explain:
      'It is not a setting, or it has no value. Correct the word, or remove the key. The documentation of the command line lists the settings.',
  },
  'bad-setting': {
    severity: 'error',
    title: 'The settings file cannot be used.',
    explain: 'Nothing is converted and nothing is written. Correct the place that is shown.',
  },
  'by-hook': {
    severity: 'note',
    title: 'A hook says what becomes of the construct.',
    explain:
      'The module that `--hooks` names gave steps for it, which stand in the workflow as they were given. What transship had to say of the construct is left out.',
  },
  'left-out-by-hook': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A hook leaves the construct out.',
    explain: 'The module that `--hooks` names gave an empty list of steps for it.',
  },
  'hook-failed': {
    severity: 'error',
    title: 'A hook failed, or gave something that is not an answer.',
    explain:
      'The construct is translated as without the hook. Correct the module that `--hooks` names; its types are `transship/hooks`.',
  },
  'hook-shares-step': {
    severity: 'warning',
    title: 'A hook took a construct out of a step that others have a part in.',
    explain:
      'Sections of `shippable.yml` share one shell, and a login serves them all. Commands of the construct are taken out of the shared script, which goes on in a new shell behind the steps of the hook. Any other shared step is as it was. Read the workflow at this place.',
  },
  'hooks-not-given': {
    severity: 'warning',
    title: 'The workflow was written with hooks, and now there are none.',
    explain:
      'The head of the workflow names the module that said what becomes of some constructs. Without `--hooks` they become what transship makes of them. Give the module again, as it was given then.',
  },
  'unpinned-action': {
    severity: 'warning',
    title: 'An action is named by a tag or a branch.',
    explain:
      'A tag and a branch can be moved, and what they then name runs with the secrets of the workflow. Write the full commit, and the release behind it as a comment: `actions/checkout: acme/checkout@COMMIT # v7.0.1`.',
  },
  'action-not-allowed': {
    severity: 'error',
    outcome: 'manual',
    title: 'A workflow uses an action that is not on the list of allowed actions.',
    explain:
      "GitHub starts no workflow that uses an action outside of the organization's list. Ask an owner to allow the action and add it to `allowed-actions`, name an allowed copy of it under `actions`, or write the step by hand.",
  },
  'unpinned-own-action': {
    severity: 'warning',
    title: "A workflow names this project's own actions by a tag.",
    explain:
      'No commit was found: the tool runs neither from a checkout nor from a packed release. A tag can be moved. Write `own-actions: { commit: ..., version: ... }` into the settings.',
  },
  'inherited-finding': {
    severity: 'note',
    title: 'A linter will name a command or an image that was in the legacy file.',
    explain:
      'Commands and images are kept as they were, so what a security linter says of them is inherited, not made by the conversion. The message names the audit of zizmor.',
  },
  'old-badge': {
    severity: 'note',
    title: 'A document shows a badge of the retired service.',
    explain:
      'Replace it by the badge of the new workflow, `.../actions/workflows/NAME.yml/badge.svg`.',
  },
  ...shippableCodes,
  ...lineCodes,
  ...machineCodes,
  ...codeshipCodes,
} as const satisfies Record<string, CodeRow>;

export type Code = keyof typeof codes;

/** A code's row, with the optional fields that the literal type hides. */
export const codeRow = (code: Code): CodeRow => codes[code];
