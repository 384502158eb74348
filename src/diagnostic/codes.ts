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
      'The old service refused such a file, so nothing is converted. Fix the line that is shown and convert again.',
  },
  'workflow-too-large': {
    severity: 'error',
    title: 'A workflow is larger than GitHub takes.',
    explain:
      'GitHub refuses a workflow file of more than 500 kB, and calls at most 50 other files (20 on Enterprise Server) from one. Jobs that start each other are one workflow, so only the files can split it: keep a part of the jobs in another repository, and convert each with the other by `--with`.',
  },
  'workflow-split': {
    severity: 'note',
    title: 'A workflow was larger than GitHub takes, and is split.',
    explain:
      'GitHub refuses a workflow file of more than 500 kB. The largest jobs are workflows of their own, which the first one calls. They are jobs of the same run: what they wait for, when they run, and what they hand on is as it was. GitHub shows such a job as `JOB / JOB`, the name that a required check has to have.',
  },
  'file-too-large': {
    severity: 'error',
    title: 'The file is larger, or more deeply nested, than any real configuration.',
    explain:
      'Files above 1 MB, 50,000 values or 100 levels are refused, so that no input can exhaust time or memory. Move generated data out of the file.',
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
    title: 'A credential is in the file in plain text.',
    explain:
      'It looks like a token, a key or a password. Everybody who can read the repository can read it, in its history too. It is not copied: the workflow reads a secret instead. Replace the credential where it was issued, and create the secret. If it is public, or a test value, list the name of its variable under `public-values` in the settings.',
  },
  'open-credential-file': {
    severity: 'warning',
    title: 'A credential is in plain text in a file that the build reads.',
    explain:
      'It looks like a token, a key or a password. The file is not changed. Replace the credential where it was issued, and let the file read a variable that a secret sets. `public-values` in the settings lists names whose values are not secret.',
  },
  'refused-name': {
    severity: 'error',
    title: 'The name of a file or folder contains a control character.',
    explain:
      'A line break or another control character in a path would be misread wherever the path is written: in a workflow, a script or a log. Rename the file or folder.',
  },
  'foreign-pin': {
    severity: 'warning',
    title: "The repository's own settings choose the actions of transship.",
    explain:
      "`own-actions` in a repository's own file decides which program its workflows run with its secrets. GitHub serves a commit of any fork under the name of the original, so check that the commit belongs to a release of transship, or pass the setting with `--config` and remove it from the repository.",
  },
  'below-root': {
    severity: 'warning',
    first: true,
    title: 'PATH is below the root of a git repository.',
    explain:
      'GitHub only runs workflows in `.github/workflows` of the root; it never looks in a subfolder. Run `transship convert` at the root: it converts CodeShip projects in subfolders there, with the folder as their working directory. Shippable only read the file in the root.',
  },
  'nothing-to-compare': {
    severity: 'error',
    title: 'There is no legacy file to compare the workflows with.',
    explain:
      '`--check` compares the workflows with what the legacy files convert to. Without a legacy file, the answer would always be yes. If you removed the legacy files because you are done, remove the job or step that checks, too. If they are in another folder, pass that folder.',
  },
  'enterprise-server': {
    severity: 'note',
    title: 'The workflows are written for a GitHub Enterprise Server.',
    explain:
      'An Enterprise Server rejects a file with parallel steps, and does not support version 4 and later of artifacts. So a parallel group becomes one script, and reports are uploaded by version 3 of the action. The host comes from the job that converts or from the remote `origin`; the setting `server` selects another one.',
  },
  'native-parallel': {
    severity: 'note',
    title: 'The workflow has steps that run in parallel.',
    explain:
      'GitHub has supported the key `parallel` since June 2026. GitHub Enterprise Server rejects the file because of it; so do act, and actionlint up to 1.7.12. If one of them has to read the workflow, convert with `--parallel=shell`: a parallel group is then one script.',
  },
  'ignored-file': {
    severity: 'note',
    title: 'A file looks like a legacy configuration, but the old service never read it.',
    explain:
      'It is not converted. If it mattered, move it to where the old service read it, and convert again.',
  },
  'extra-document': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A file contains more than one YAML document.',
    explain:
      'Only the first document with content counts. If the others mattered, join the documents.',
  },
  'duplicate-key': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A key appears twice in one mapping.',
    explain: 'The last one counted; the earlier value never took effect. Remove it.',
  },
  'unresolved-alias': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A YAML alias refers to an anchor that does not exist.',
    explain:
      'The anchor must come before the alias, in the same file or, for Shippable, in shippable.templates.yml.',
  },
  'bad-merge': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A merge key does not refer to a mapping.',
    explain: '`<<` takes an alias to a mapping, or a list of such aliases.',
  },
  'wrong-type': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A value has the wrong type for its key.',
    explain:
      'The old service rejected it or ignored it. Write the type of value that the message asks for.',
  },
  'command-not-text': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A command is not a string.',
    explain:
      'Shippable answered "Only strings allowed" and ran nothing. An unquoted colon followed by a space makes YAML read a mapping; put the whole command in quotes.',
  },
  'unknown-key': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'The key is not part of this format.',
    explain:
      'The old service ignored it, so it is not converted. If it is misspelled, correct it and convert again.',
  },
  'empty-value': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A key has no value.',
    explain: 'The old service treated the key as absent, and so does the workflow.',
  },
  'unread-value': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A value was not understood.',
    explain:
      'It is missing from the workflow. This is a gap in transship: please report the file, and translate the value by hand.',
  },
  // What becomes of a value
  'dropped-key': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A key has no effect on GitHub, or never had one.',
    explain: 'The message says why. You only have to do something if you relied on it.',
  },
  'manual-key': {
    severity: 'warning',
    outcome: 'manual',
    title: 'You have to translate a value by hand.',
    explain: 'The help says how; the workflow does not do it yet.',
  },
  // Around the translation
  'no-configuration': {
    severity: 'warning',
    title: 'The folder contains no legacy configuration.',
    explain:
      'The converter looks for shippable.yml, shippable.jobs.yml and its companions, codeship-services.yml and codeship-steps.yml, and their older names. Pass the folder of the repository.',
  },
  'repository-cut': {
    severity: 'warning',
    title: 'Not all of the repository was searched, because it is too large.',
    explain:
      'At most 20,000 files and 24 levels of folders are searched, those nearest to the root first. Scripts further down are not searched for variables.',
  },
  'folder-unreadable': {
    severity: 'warning',
    title: 'A folder could not be read.',
    explain:
      'Its files are treated as absent. Give yourself permission to read it, and convert again.',
  },
  'foreign-file': {
    severity: 'error',
    title: 'A file that transship did not write is in the way.',
    explain:
      'It is left as it is. Compare with `--dry-run`; then move the file, or overwrite it with `--force`.',
  },
  'edited-file': {
    severity: 'error',
    title: 'A file that transship wrote was edited afterwards.',
    explain:
      'It is left as it is, so that no work is lost. Compare with `--dry-run`; overwrite it with `--force`.',
  },
  'orphaned-file': {
    severity: 'note',
    title: 'A file from an earlier conversion is no longer written.',
    explain:
      'It is unchanged since transship wrote it, from legacy files that this conversion read too, but this conversion does not write it: if it is a workflow, GitHub still runs it. `--force` removes it. Files whose legacy files are gone are left alone, because the migration is done there.',
  },
  'edited-orphan': {
    severity: 'warning',
    title: 'A file from an earlier conversion is no longer written, but somebody edited it.',
    explain:
      'It is left as it is, even with `--force`. Remove it by hand if you do not need it; if it is a workflow, GitHub still runs it.',
  },
  'recorded-option': {
    severity: 'note',
    title: 'An option from an earlier conversion still applies.',
    explain:
      'The first line of a generated workflow records the options that shaped it, so that a later conversion or check gives the same result. Pass the option again to change it.',
  },
  'blocked-file': {
    severity: 'error',
    title: 'A file cannot be written because something else is in its place.',
    explain:
      'There is a symbolic link, a folder or another special file. transship only writes regular files within the folder; move what is in the way.',
  },
  'write-failed': {
    severity: 'error',
    title: 'The system refused to write a file.',
    explain:
      "Nothing was written to the file. The message contains the system's reason: EACCES and EPERM are missing permissions, ENOSPC is a full disk, EROFS a read-only disk.",
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
    explain: 'Nothing is converted or written. Fix the line that is shown.',
  },
  'by-hook': {
    severity: 'note',
    title: 'A hook says what becomes of the construct.',
    explain:
      'The module that `--hooks` names gave steps for it, which are in the workflow as they were given. What transship had to say of the construct is left out.',
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
    title: "A workflow refers to transship's own actions by a tag.",
    explain:
      'The commit is unknown: the tool runs neither from a checkout nor from a packaged release. A tag can be moved. Add `own-actions: { commit: ..., version: ... }` to the settings.',
  },
  'inherited-finding': {
    severity: 'note',
    title: 'A linter will complain about a command or an image from the legacy file.',
    explain:
      'Commands and images are kept as they were, so what a security linter finds in them comes from the legacy file, not from the conversion. The message names the zizmor audit.',
  },
  'old-badge': {
    severity: 'note',
    title: 'A document shows a badge of the old service.',
    explain:
      'Replace it with the badge of the new workflow, `.../actions/workflows/NAME.yml/badge.svg`.',
  },
  ...shippableCodes,
  ...lineCodes,
  ...machineCodes,
  ...codeshipCodes,
} as const satisfies Record<string, CodeRow>;

export type Code = keyof typeof codes;

/** A code's row, with the optional fields that the literal type hides. */
export const codeRow = (code: Code): CodeRow => codes[code];
