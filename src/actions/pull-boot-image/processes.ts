/** Processes of this machine, as /proc shows them. */

import fs from 'node:fs';
import type { Variables } from './step-environment.ts';

/** A process that can be told from a later one with the same number. */
export type ProcessMark = { readonly pid: number; readonly started: string };

export type SeenProcess = {
  readonly args: readonly string[];
  /** As it was when the program started, with names that no shell would keep. */
  readonly environment: Variables;
  readonly folder: string;
};

/** What a process of the same user was started with; undefined where it is gone or another user's. */
export function seeProcess(pid: number): SeenProcess | undefined {
  try {
    return {
      args: strings(`/proc/${pid}/cmdline`),
      environment: environmentOf(pid) ?? {},
      folder: fs.readlinkSync(`/proc/${pid}/cwd`),
    };
  } catch {
    return undefined;
  }
}

/** The environment that a process was started with; undefined where it can't be read. */
export function environmentOf(pid: number): Variables | undefined {
  try {
    return Object.fromEntries(
      strings(`/proc/${pid}/environ`).map((entry) => {
        const equals = entry.indexOf('=');
        return [entry.slice(0, equals), entry.slice(equals + 1)];
      }),
    );
  } catch {
    return undefined;
  }
}

function strings(file: string): readonly string[] {
  const text = fs.readFileSync(file, 'utf8');
  return text === '' ? [] : text.replace(/\0$/, '').split('\0');
}

export function markOf(pid: number): ProcessMark | undefined {
  const stat = statOf(pid);
  return stat === undefined ? undefined : { pid, started: stat.started };
}

export function isAlive({ pid, started }: ProcessMark): boolean {
  const stat = statOf(pid);
  return stat !== undefined && stat.started === started && stat.state !== 'Z';
}

function statOf(
  pid: number,
): { readonly state: string; readonly parent: number; readonly started: string } | undefined {
  let text: string;
  try {
    text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The program's name stands in parentheses and may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', parent: Number(fields[1]), started: fields[19] ?? '' };
}

/**
 * The process that runs the job: the first one above `pid` that was not started for this step. The variable tells, one
 * whose value no other step has. In a job container the steps have no parent there; then it is the container's first
 * process, which lives as long as the container.
 */
export function findWorker(pid: number, variable: string, value: string | undefined): ProcessMark {
  let worker = pid;
  for (let depth = 0; depth < 64; depth += 1) {
    const parent = statOf(worker)?.parent ?? 0;
    if (parent === 0) return markOf(1) ?? { pid: 1, started: '' };
    worker = parent;
    const environment = environmentOf(worker);
    if (value === undefined || environment === undefined || environment[variable] !== value) break;
  }
  return markOf(worker) ?? { pid: worker, started: '' };
}
