// Files of an earlier conversion that this one no longer writes.

import path from 'node:path';
import type { Conversion } from '../../convert/convert.ts';
import { type GeneratedFile, generatedFiles } from '../../host/files/generated-files.ts';
import { fileDiagnostic } from '../../report/further-findings.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';

/**
 * Only files that came from legacy files of this conversion: where those are gone, the migration is done and the
 * workflow is the project's own. None where something could not be converted: what it became may still be right.
 */
export function orphansOf(conversion: Conversion, out: string): readonly GeneratedFile[] {
  const sources = conversion.sources.flatMap(({ files }) => files);
  const hasError = conversion.diagnostics.some(({ severity }) => severity === 'error');
  if (sources.length === 0 || hasError) return [];
  const written = new Set(conversion.files.map((file) => file.path));
  return generatedFiles(out, sources.map(path.posix.dirname)).filter(
    (file) => !written.has(file.path) && file.sources.some((source) => sources.includes(source)),
  );
}

export function orphanDiagnostic(
  { path: file, origin }: GeneratedFile,
  removes: boolean,
): Diagnostic {
  return origin === 'edited'
    ? fileDiagnostic(
        'edited-orphan',
        file,
        'an earlier conversion wrote the file, somebody edited it since, and this one no longer writes it',
        'remove it if it is not needed any more; if it is a workflow, GitHub still runs it',
      )
    : fileDiagnostic(
        'orphaned-file',
        file,
        `an earlier conversion wrote the file, and this one no longer does${removes ? ': it is removed' : ''}`,
        removes
          ? 'nothing is to be done'
          : 'remove it, or convert with `--force`, which removes it',
      );
}
