// The time of the build: one for the whole job, whichever action asks first (codeship.md 4.3: Time, Timestamp, StringTime).

import type { Host } from '../host/host.ts';

/** Milliseconds since 1970, whole seconds. The first call of a job settles it in a file below `temporaryFolder`. */
export function buildTime(host: Host): number {
  // A machine that is kept may not empty the folder: the name tells runs, attempts and jobs apart.
  const job = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB'].map((name) =>
    (host.env[name] ?? '').replace(/[^A-Za-z0-9_-]/g, ''),
  );
  const folder = host.temporaryFolder;
  const file = `${folder}/transship-build-time-${job.join('-')}`;
  const settled = /^([0-9]{1,12})\n$/.exec(host.files.read(file) ?? '')?.[1];
  if (settled !== undefined) return Number(settled) * 1000;
  const seconds = Math.floor(host.now() / 1000);
  if (host.files.list(folder) === undefined) host.files.makeFolder(folder);
  host.files.write(file, `${seconds}\n`);
  return seconds * 1000;
}

/** The form of Go's `Time.String` in UTC. */
export function timeText(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} +0000 UTC`;
}
