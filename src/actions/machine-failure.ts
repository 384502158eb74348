// What Node says when the machine fails, in words for its owner. Not our mistake and not the workflow's.

export type MachineFailure = { readonly message: string; readonly remedy: string };

/** Thrown where the machine does not keep what it promises, and no caller could go on. */
export class MachineError extends Error {
  readonly failure: MachineFailure;

  constructor(failure: MachineFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

const rows: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOSPC: [
    'There is no space left on the disk',
    'Free up space before this step, or use a larger runner.',
  ],
  EDQUOT: ['The disk quota is used up', 'Free up space before this step, or use a larger runner.'],
  EROFS: ['The disk is read-only', 'RUNNER_TEMP and the files of the runner must be writable.'],
  EACCES: [
    'Access was denied',
    'Check who owns the file: an earlier step may have created it as another user.',
  ],
  EPERM: [
    'Access was denied',
    'Check who owns the file: an earlier step may have created it as another user.',
  ],
  EMFILE: ['Too many files are open', 'Raise the limit of open files on the runner.'],
};

/** Undefined for an error that is a bug of ours. */
export function machineFailure(error: unknown): MachineFailure | undefined {
  if (error instanceof MachineError) return error.failure;
  if (!(error instanceof Error)) return undefined;
  const { code = '', path } = error as NodeJS.ErrnoException;
  const [what, remedy] = rows[code] ?? [];
  if (what === undefined || remedy === undefined) return undefined;
  return { message: `${what}${path === undefined ? '' : `: ${path}`} (${code}).`, remedy };
}

/** What an error says: in words for the owner of the machine where that failed, else its own. */
export function messageOf(error: unknown): string {
  const own = error instanceof Error ? error.message : String(error);
  return machineFailure(error)?.message ?? own;
}
