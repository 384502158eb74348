// What becomes of each generated file on disk: written, left alone, or refused with a diagnostic.

import path from 'node:path';
import type { Conversion } from '../../convert/convert.ts';
import {
  type DiskState,
  type FileToWrite,
  type PlannedFile,
  planFiles,
  removeFile,
  writeWhole,
} from '../../host/files/write-files.ts';
import { withPinsOf } from '../../output/action-pins.ts';
import { fileDiagnostic } from '../../report/further-findings.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { orphanDiagnostic, orphansOf } from './orphans.ts';

export type FileState = 'new' | 'changed' | 'removed' | 'unchanged' | 'refused' | 'failed';

export type Plan = {
  readonly files: readonly PlannedFile[];
  /** Files of an earlier conversion that go. */
  readonly removals: readonly RemovedFile[];
  /** One for each file that may not be written. */
  readonly diagnostics: readonly Diagnostic[];
  /** One for each file that this conversion no longer writes. */
  readonly notes: readonly Diagnostic[];
};

export type RemovedFile = { readonly path: string; readonly text: string };

/**
 * Compares what would be written with what stands there. Changes nothing. `force` overwrites what people wrote, and
 * removes what nothing writes any more.
 *
 * @param out folder to write below; or what stands in the place of a file, and then nothing is removed
 */
export function planConversion(
  conversion: Conversion,
  out: string | ((file: FileToWrite) => DiskState),
  force: boolean,
): Plan {
  const planned =
    typeof out === 'string'
      ? planFiles(out, conversion.files)
      : conversion.files.map((file) => ({ file, state: out(file) }));
  const chosen = conversion.chosenActions ?? new Set();
  const files = planned.map((file) => keepPins(file, chosen));
  const orphans = typeof out === 'string' ? orphansOf(conversion, out) : [];
  return {
    files,
    removals: force ? orphans.filter(({ origin }) => origin === 'ours') : [],
    diagnostics: files.flatMap((planned) => refusalOf(planned, force)),
    notes: orphans.map((orphan) => orphanDiagnostic(orphan, force)),
  };
}

/** Pins that stand in the file stay, but those that the settings choose: bots raise them, and that is not a difference. */
function keepPins({ file, state }: PlannedFile, chosen: ReadonlySet<string>): PlannedFile {
  if (!('text' in state)) return { file, state };
  const content = withPinsOf(state.text, file.content, chosen);
  return content === state.text
    ? { file: { ...file, content }, state: { kind: 'equal' } }
    : { file: { ...file, content }, state };
}

function refusalOf({ file, state }: PlannedFile, force: boolean): Diagnostic[] {
  switch (state.kind) {
    case 'new':
    case 'equal':
    case 'ours':
      return [];
    case 'blocked':
      return [
        fileDiagnostic(
          'blocked-file',
          file.path,
          `nothing can be written here: ${state.reason}`,
          'move what stands there, or write elsewhere with `--out`',
        ),
      ];
    case 'edited':
    case 'foreign':
      if (force) return [];
      return [
        fileDiagnostic(
          state.kind === 'edited' ? 'edited-file' : 'foreign-file',
          file.path,
          state.kind === 'edited'
            ? 'the file was edited after transship wrote it, so it is left as it is'
            : 'transship did not write this file, so it is left as it is',
          'see the difference with `--dry-run`, then move the file or overwrite it with `--force`',
        ),
      ];
    default:
      return state satisfies never;
  }
}

export type Written = {
  readonly states: ReadonlyMap<string, FileState>;
  /** One for each file that the system refused. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Writes what the plan allows. */
export function writeConversion(plan: Plan, out: string): Written {
  const refused = new Set(plan.diagnostics.map(({ at }) => at?.file.path));
  const states = new Map<string, FileState>();
  const diagnostics: Diagnostic[] = [];
  for (const planned of plan.files) {
    const { file } = planned;
    const state = stateOf(planned, refused);
    states.set(file.path, state);
    if (state === 'unchanged' || state === 'refused') continue;
    const refusal = writeWhole(path.join(out, file.path), file.content);
    if (refusal === undefined) continue;
    states.set(file.path, 'failed');
    diagnostics.push(
      fileDiagnostic(
        'write-failed',
        file.path,
        `the system refused to write the file (${refusal})`,
        'make room or give yourself the right to write there, and convert again',
      ),
    );
  }
  for (const { path: file } of plan.removals) {
    const refusal = removeFile(path.join(out, file));
    states.set(file, refusal === undefined ? 'removed' : 'failed');
    if (refusal === undefined) continue;
    diagnostics.push(
      fileDiagnostic(
        'write-failed',
        file,
        `the system refused to remove the file (${refusal})`,
        'remove it by hand',
      ),
    );
  }
  return { states, diagnostics };
}

/** What would happen to each file. */
export function statesOf(plan: Plan): ReadonlyMap<string, FileState> {
  const refused = new Set(plan.diagnostics.map(({ at }) => at?.file.path));
  return new Map([
    ...plan.files.map((planned) => [planned.file.path, stateOf(planned, refused)] as const),
    ...plan.removals.map((file) => [file.path, 'removed'] as const),
  ]);
}

function stateOf(
  { file, state }: PlannedFile,
  refused: ReadonlySet<string | undefined>,
): FileState {
  if (state.kind === 'equal') return 'unchanged';
  if (refused.has(file.path)) return 'refused';
  return state.kind === 'new' ? 'new' : 'changed';
}
