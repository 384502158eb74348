// What a machine has once (a port, a name of an image) and several test files want: one after the other.

import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Does the work while no other process of this machine does some under the same name. */
export async function withMachineLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const release = await takeMachineLock(name);
  try {
    return await work();
  } finally {
    release();
  }
}

/** Gives what lets go of the lock; the end of this process does so too. */
export async function takeMachineLock(name: string): Promise<() => void> {
  const file = join(tmpdir(), `transship-${name}.lock`);
  const holder = spawn('flock', [file, 'sh', '-c', 'echo taken; cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once('data', () => resolve());
    holder.once('error', reject);
    holder.once('exit', (code) => reject(new Error(`flock ${file}: exit ${code}`)));
  });
  return () => holder.stdin.end();
}
