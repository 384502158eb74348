// Runs `audit` in-process, with streams that keep what was written. The token is never among it.

import { expect } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { auditOptions, type auditProgram } from '../../src/cli/audit/command.ts';
import type { Io } from '../../src/ground/io.ts';
import { token } from './fake-github.ts';

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** @param program given what goes to the streams, in place of the command's own */
export async function runAudit(
  args: readonly string[],
  { env, folder }: Pick<Io, 'env' | 'folder'>,
  program: (io: Io) => typeof auditProgram,
  until: Promise<never> = new Promise(() => {}),
): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const io: Io = {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: () => new Uint8Array(),
    readLine: () => undefined,
    env,
    folder,
    color: { stdout: false, stderr: false },
  };
  const audit = program(io);
  const row = {
    name: 'audit',
    usage: '',
    least: 0,
    most: 9,
    summary: '',
    load: async () => ({ options: auditOptions, program: audit }),
  };
  const parsed = await parseArguments(['audit', ...args], [row]);
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
  const code = await Promise.race([audit(parsed.line, io), until]);
  expect(stdout + stderr).not.toContain(token);
  return { code, stdout, stderr };
}
