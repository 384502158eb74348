import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { isAction, type JudgedFile } from './finding.ts';

/** The folder that `.ci/install.sh` fills, by the rule of `.ci/env.sh`. */
export const toolsFolder = (): string =>
  process.env['TRANSSHIP_TOOLS'] ?? join(homedir(), '.cache', 'transship-tools');

/** The path of a program: the tools folder first, as `.ci/env.sh` has it, then PATH. */
export const findTool = (name: string): string | undefined =>
  [
    join(toolsFolder(), 'bin'),
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/sbin',
    '/sbin',
  ]
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/** Whether a missing tool must fail a test instead of skipping it (`.ci/run` says so). */
export const toolsRequired = (): boolean => process.env['TRANSSHIP_REQUIRE_TOOLS'] === '1';

export type ProgramResult = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs a program to its end; an exit code is a result, only a program that can't start is thrown. */
export const runProgram = (
  path: string,
  args: readonly string[],
  cwd: string,
): Promise<ProgramResult> =>
  new Promise((resolve, reject) => {
    // Inputs of an action may be secrets, and are nobody else's.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('INPUT_')),
    );
    execFile(path, [...args], { cwd, env, maxBuffer: 1 << 29 }, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr });
      else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr });
      else reject(error);
    });
  });

/** A file as it lies on disk for a judge: `place` is relative to the folder that the judge is started in. */
export type PlacedFile = { readonly file: JudgedFile; readonly place: string };

/**
 * Lays files out in a new folder, each in a sub-folder of its own (equal names don't meet, and none sees
 * another's configuration), as a workflow or, by its name, as an action. The folder is removed afterwards.
 */
export const withFilesOnDisk = async <T>(
  files: readonly JudgedFile[],
  judge: (folder: string, placed: readonly PlacedFile[]) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'transship-judge-'));
  try {
    const placed = files.map((file, index): PlacedFile => {
      const place = isAction(file)
        ? join(String(index), basename(file.path))
        : join(String(index), '.github', 'workflows', basename(file.path));
      mkdirSync(dirname(join(folder, place)), { recursive: true });
      writeFileSync(join(folder, place), file.content);
      return { file, place };
    });
    return await judge(folder, placed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Splits a list, so that a command line stays far below the system's limit. */
export const inChunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
