// Which steps of a job something refers to: the ids of others are left out.

import type { Job } from './model.ts';

/** Ids behind `steps.` anywhere in the job. */
export function idsRead(job: Job): ReadonlySet<string> {
  const ids = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      // Few texts have any, and a search by pattern is slow to begin.
      if (!value.includes('steps.')) return;
      for (const match of value.matchAll(/\bsteps\.([\w-]+)/g)) ids.add(match[1] ?? '');
    } else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      // `from` holds nodes of the legacy file, which GitHub never reads.
      for (const key of Object.keys(value))
        if (key !== 'from') look((value as Record<string, unknown>)[key]);
    }
  };
  look(job);
  return ids;
}
