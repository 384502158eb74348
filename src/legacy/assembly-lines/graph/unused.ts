// Resources that no job takes in or makes: they did nothing here, though a job of another repository may use them.

import { lastOfEach } from '../../../ground/each-once.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Foreign } from '../files/foreign.ts';
import { eventType } from './events.ts';
import type { Graph } from './graph.ts';

const takenBy = (name: string, others: readonly Foreign[]): string | undefined => {
  const other = others.find(({ lines }) =>
    lines.jobs.some(({ ins, outs }) => [...ins, ...outs].some((step) => step.name === name)),
  );
  return other === undefined ? undefined : (other.slug ?? 'another repository');
};

export function settleUnused(
  { jobs, resources }: Graph,
  others: readonly Foreign[],
  { otherwise }: TranslationContext,
): void {
  const used = new Set(
    jobs.flatMap(({ inputs, outputs }) => [...inputs, ...outputs].map(({ step }) => step.name)),
  );
  const told = new Set(
    jobs.flatMap(({ job }) =>
      Object.values(job?.hooks ?? {}).flatMap((hook) => hook.notify.map(({ named }) => named.text)),
    ),
  );
  for (const { name, node } of resources) {
    if (told.has(name) && !used.has(name)) {
      otherwise(
        'line-unused',
        node,
        `\`${name}\` only says who got messages, and no step sends them`,
      );
      continue;
    }
    otherwise(
      'line-unused',
      node,
      used.has(name)
        ? `\`${name}\` is only used by jobs that are not in a workflow`
        : takenBy(name, others) === undefined
          ? `no job here has \`${name}\` as an input or produces it`
          : `no job here has \`${name}\` as an input; a job of ${takenBy(name, others)} does`,
      'if a job of another repository uses it, convert that one with `--with` this folder',
    );
  }
  for (const { job, name, role } of jobs) {
    if (job === undefined) continue;
    for (const steps of [job.ins, job.outs] as const) {
      const last = new Set<unknown>(lastOfEach<{ name: string }>(steps, ({ name }) => name));
      for (const step of steps) {
        if (last.has(step)) continue;
        otherwise(
          'line-twice',
          step.node,
          `\`${name}\` lists \`${step.name}\` more than once; the last one counts`,
        );
      }
    }
    if (role === 'none')
      otherwise(
        'line-unused',
        job.node,
        `\`${name}\` kept Assembly Lines in sync with their files, which git does itself`,
      );
    else if (role === 'received')
      otherwise(
        'line-received',
        job.node,
        `\`${name}\` runs elsewhere, so it does not become a job`,
        `let it send the event \`${eventType(name)}\` when it succeeds`,
      );
  }
}
