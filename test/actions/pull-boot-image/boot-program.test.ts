import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bootProgram } from '../../../src/actions/pull-boot-image/container-scripts.ts';

/** A step of `boot` whose holder is `sh` with this script, in the folder of the boot. */
async function step(holderScript: string): Promise<{ code: number | null; stdout: string }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-boot-program-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  fs.mkdirSync(path.join(folder, 'requests'));
  const holder = spawn('sh', ['-c', `mkfifo bell; echo; ${holderScript}`], { cwd: folder });
  onTestFinished(() => void holder.kill());
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  const program = bootProgram(folder, holder.pid ?? 0);
  const boot = spawn('sh', ['-c', program]);
  let stdout = '';
  boot.stdout.on('data', (text) => {
    stdout += text;
  });
  const code = await new Promise<number | null>((resolve) => boot.once('close', resolve));
  return { code, stdout };
}

const killed = {
  code: 125,
  stdout: expect.stringMatching(
    /^::error title=transship boot::The process that holds the booted container ended before this step/,
  ),
};

// What kills it may come at any moment: a pipe that nobody opens any more holds nobody up.
test.each([
  ['heard of the step', 'exec sleep 0.5'],
  ['answered', 'read -r word pid <bell; exit'],
  ['closed the output', 'read -r word pid <bell; : >requests/$pid/out; exit'],
  ['wrote the code', 'read -r word pid <bell; : >requests/$pid/err; : >requests/$pid/out'],
])('a step ends whose holder is killed before it %s', async (_, script) => {
  expect(await step(script)).toEqual(killed);
});

test('a step has the code that the holder wrote', async () => {
  const script =
    'read -r word pid <bell; echo 3 >requests/$pid/code; : >requests/$pid/err & echo hi >requests/$pid/out; wait';
  expect(await step(script)).toEqual({ code: 3, stdout: 'hi\n' });
});
