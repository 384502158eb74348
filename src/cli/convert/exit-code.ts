import type { Conversion } from '../../convert/convert.ts';
import type { ExitCode } from '../program.ts';

/** 1 where some input could not be converted; `strict` counts warnings; `differs` is what a check found. */
export function exitCodeOf(conversion: Conversion, strict: boolean, differs: boolean): ExitCode {
  const isBad = conversion.diagnostics.some(
    ({ severity }) => severity === 'error' || (strict && severity === 'warning'),
  );
  return isBad || differs ? 1 : 0;
}
