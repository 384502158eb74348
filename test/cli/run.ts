// Runs the command in-process: the real file system, streams that keep what was written.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Io } from '../../src/ground/io.ts';

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

export async function run(
  args: readonly string[],
  options: {
    readonly folder?: string;
    readonly env?: Io['env'];
    readonly color?: boolean;
    readonly lines?: readonly string[];
    readonly stdin?: string;
  } = {},
): Promise<Ran> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const color = options.color ?? false;
  const lines = [...(options.lines ?? [])];
  const io: Io = {
    stdout: (text) => void stdout.push(text),
    stderr: (text) => void stderr.push(text),
    stdin: () => Buffer.from(options.stdin ?? ''),
    readLine: () => lines.shift(),
    env: options.env ?? {},
    folder: options.folder ?? os.tmpdir(),
    color: { stdout: color, stderr: color },
  };
  const code = await main(args, io, () => '9.9.9');
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** A new folder with these files; removed after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'transship-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

export const readFile = (folder: string, file: string): string =>
  fs.readFileSync(path.join(folder, file), 'utf8');

/** Path to text of every file below a folder. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFile(folder, file)]));
}
