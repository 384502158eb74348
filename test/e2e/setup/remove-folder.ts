import { rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { run } from './command.ts';

/** Removes a folder with all that containers wrote into it as root, which an ordinary user may not. */
export const removeFolder = async (folder: string): Promise<void> => {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    const mount = `${dirname(folder)}:/outside`;
    const inside = `/outside/${basename(folder)}`;
    await run('docker', [
      ...['run', '--rm', '--volume', mount, 'transship.test/busybox:1', 'rm', '-rf', inside],
    ]);
  }
};
