import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const hostsFile = '/etc/hosts';
const lock = '/tmp/transship-hosts.lock';
const certificates = '/etc/docker/certs.d';

/** Changes /etc/hosts while no other test does. */
const edit = async (change: (text: string) => string): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      // Nobody needs it for 5 s: it was left by a run that was killed.
      if (tries === 200) rmSync(lock, { recursive: true, force: true });
      await sleep(25);
    }
  }
  try {
    // Written in place: the file may be a mount of its own, which can't be renamed over.
    writeFileSync(hostsFile, change(readFileSync(hostsFile, 'utf8')));
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
};

let next = 0;

/** A loopback address that no other test has: servers of several tests can all listen on port 443. */
export const ownAddress = (): string => {
  next += 1;
  return `127.${64 + (process.pid % 64)}.${(process.pid >> 6) % 256}.${next}`;
};

/** Lines that a test wrote which is no longer there: it was killed. */
const isLeftOver = (line: string): boolean => {
  const pid = /# transship test (\d+)$/.exec(line)?.[1];
  return pid !== undefined && !existsSync(`/proc/${pid}`);
};

/** Lets this machine know a name, as root. Returns what takes it back. */
export const nameAddress = async (name: string, address: string): Promise<() => Promise<void>> => {
  const line = `${address} ${name} # transship test ${process.pid}`;
  await edit((text) => {
    const lines = text.replace(/\n?$/, '').split('\n');
    return `${[...lines.filter((one) => !isLeftOver(one)), line].join('\n')}\n`;
  });
  return () =>
    edit((text) =>
      text
        .split('\n')
        .filter((one) => one !== line)
        .join('\n'),
    );
};

/** Makes the Docker engine trust an authority for a host (name or name:port), as root. Returns what takes it back. */
export const trustForEngine = (host: string, ca: string): (() => void) => {
  const folder = `${certificates}/${host}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/ca.crt`, readFileSync(ca));
  return () => rmSync(folder, { recursive: true, force: true });
};
