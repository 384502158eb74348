// What line-start leaves for line-end, and where the things of a job of a line lie.

import path from 'node:path';
import { objectOf, parseObject } from '../ground/json.ts';
import { serverEnvironment } from '../host/git/git-server.ts';
import type { Environment, Host } from '../host/host.ts';
import type { Remote } from '../line-store/branch.ts';
import { type HandOver, inOrder, readHandOver } from '../lines/hand-over.ts';
import type { LineStep } from '../lines/step-list.ts';
import type { Version } from '../lines/version.ts';
import { eventPayload } from './event.ts';

/** A step with what the job was given for it. */
export type GivenStep = LineStep & {
  readonly version: Version;
  /** Mark of the definition. */
  readonly template?: string;
};

/** The file RUNNER_TEMP/line/job.json. */
export type LineJob = {
  readonly job: string;
  readonly type: string;
  readonly root: string;
  readonly steps: readonly GivenStep[];
  /** Version of the job itself before this run. */
  readonly own: Version;
  readonly isPullRequest: boolean;
};

/** Our folder below RUNNER_TEMP. */
export const lineFolder = (host: Host): string => path.join(host.temporaryFolder, 'line');
export const jobFile = (host: Host): string => path.join(lineFolder(host), 'job.json');
const artifactsFolder = (host: Host): string => path.join(host.temporaryFolder, 'line-artifacts');

/** The place of the job in its matrix; undefined where there is none. act leaves the expression empty. */
export function legOf(index: string, total: string): string | undefined {
  return /^\d+$/.test(index) && Number(total) > 1 ? index : undefined;
}

/** What the jobs before this one left, in the order in which they ended. */
export function readHandOvers(host: Host): readonly HandOver[] {
  const folder = artifactsFolder(host);
  const files = (at: string, depth: number): readonly string[] =>
    (host.files.list(at) ?? []).flatMap((name) => {
      const file = path.join(at, name);
      if (/^line-.*\.json$/.test(name)) return [file];
      return depth > 0 ? files(file, depth - 1) : [];
    });
  const read = files(folder, 2).flatMap((file) => {
    const text = host.files.read(file);
    const found = text === undefined ? undefined : readHandOver(text, host.warning);
    if (found === undefined)
      host.log(`${path.basename(file)} is not an artifact of a line, skipped`);
    return found === undefined ? [] : [found];
  });
  return inOrder(read);
}

/** Whether anybody may read the repository. Where the event does not say, it may be so. */
export async function isPublicRepository(host: Host): Promise<boolean> {
  return objectOf((await eventPayload(host))['repository'])['private'] !== true;
}

export function readLineJob(host: Host): LineJob | undefined {
  const text = host.files.read(jobFile(host));
  return text === undefined ? undefined : (parseObject(text) as LineJob | undefined);
}

/** This repository, as the actions reach it. */
export function ownRemote(host: Host, token: string): Remote {
  const server = serverOf(host.env);
  const repository = host.env['GITHUB_REPOSITORY'] ?? '';
  return {
    url: `${server}/${repository}`,
    repository,
    access: serverEnvironment(host, { url: server, token }),
  };
}

export const serverOf = (env: Environment): string =>
  (env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, '');
