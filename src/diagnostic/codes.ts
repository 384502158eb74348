// Every diagnostic code is one row. The type, `transship explain`, the SARIF rules and the documentation
// are read from here. A row with an `outcome` settles the value at its place in the report.

export type Severity = 'error' | 'warning' | 'note';
export type Outcome = 'translated' | 'approximated' | 'manual' | 'dropped' | 'invalid';

export type CodeRow = {
  readonly severity: Severity;
  readonly outcome?: Exclude<Outcome, 'translated'>;
  /** One sentence: what it means. */
  readonly title: string;
  /** Why it matters and what to do, for `explain`. */
  readonly explain: string;
};

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
  'ignored-file': {
    severity: 'note',
    title: 'A file looks like a legacy configuration, but the vendor never read it.',
    explain: 'Nothing is made from it. Move it to the place that the vendor read if it mattered, and convert again.',
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
  'assembly-lines': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A Shippable Assembly Lines configuration is not translated.',
    explain: 'The jobs, resources and triggers of Assembly Lines (earlier: Pipelines) are read and listed, but no workflow is made from them.',
  },
  'manual-key': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A value has to be translated by a person.',
    explain: 'The help says what to do; the workflow does not do it yet.',
  },
} as const satisfies Record<string, CodeRow>;

export type Code = keyof typeof codes;

/** A code's row, with the optional fields that the literal type hides. */
export const codeRow = (code: Code): CodeRow => codes[code];
