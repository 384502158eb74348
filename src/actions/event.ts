// What the event that started the run says, from the payload that the runner keeps in a file.

import { parseObject } from '../ground/json.ts';
import type { Host } from '../host/host.ts';
import { MachineError } from './machine-failure.ts';

type Json = { readonly [key: string]: unknown };

/**
 * The payload of the event; empty where the runner gave none. The runner writes the file anew for each step, those beside
 * this one too: half of it is read again, and never taken for an event that says less.
 *
 * @throws MachineError where it stays unreadable
 */
export async function eventPayload(host: Host): Promise<Json> {
  const file = host.env['GITHUB_EVENT_PATH'];
  if (!file) return {};
  for (let read = 1; ; read += 1) {
    const text = host.files.read(file);
    if (text === undefined) return {};
    const payload = parseObject(text);
    if (payload !== undefined) return payload;
    if (read === mostReads) {
      throw new MachineError({
        message: `The event of this run cannot be read: ${file} is not a JSON object.`,
        remedy:
          'The runner writes it, and parallel steps can damage it: run this step outside of a parallel group.',
      });
    }
    await host.sleep(pause);
  }
}

const mostReads = 20;
/** Milliseconds. */
const pause = 100;

/** The text, number or boolean at a path such as `pull_request.head.sha`, as text; undefined where there is none. */
export function eventText(payload: Json, path: string): string | undefined {
  let value: unknown = payload;
  for (const key of path.split('.')) value = asObject(value)[key];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** The head of the pull request, else the commit of the run; undefined where neither is known. */
export function builtCommit(host: Host, payload: Json): string | undefined {
  const commit = eventText(payload, 'pull_request.head.sha') ?? host.env['GITHUB_SHA'];
  return commit !== undefined && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(commit)
    ? commit
    : undefined;
}

/** Whether secrets are withheld because a pull request comes from another repository. */
export async function isForkPullRequest(host: Host): Promise<boolean> {
  const payload = await eventPayload(host);
  if (payload['pull_request'] === undefined) return false;
  const from = eventText(payload, 'pull_request.head.repo.full_name');
  const to = host.env['GITHUB_REPOSITORY'] || eventText(payload, 'repository.full_name');
  // The repository of a deleted fork is null.
  return from?.toLowerCase() !== to?.toLowerCase();
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
