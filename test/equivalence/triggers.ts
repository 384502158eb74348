// Whether GitHub starts a workflow for an event. `act` looks at the name of the event and no further.

import type { EventKind } from './case.ts';

type Filter = readonly string[] | undefined;

/**
 * By https://docs.github.com/en/actions/reference/workflow-syntax-for-github-actions#on: branch filters of a
 * push, tag filters of a push, branch filters of a pull request against its base; and the words in a commit
 * message that skip push and pull request.
 */
export function starts(workflow: unknown, event: EventKind, message: string): boolean {
  if (/\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/.test(message)) return false;
  const on = fieldsOf(workflow)['on'];
  const name = event.kind === 'pull-request' ? 'pull_request' : 'push';
  if (typeof on === 'string') return on === name;
  if (Array.isArray(on)) return on.includes(name);
  const triggers = fieldsOf(on);
  if (!(name in triggers)) return false;
  const filters = fieldsOf(triggers[name]);
  const branches = {
    only: filters['branches'] as Filter,
    except: filters['branches-ignore'] as Filter,
  };
  const tags = { only: filters['tags'] as Filter, except: filters['tags-ignore'] as Filter };
  if (event.kind === 'pull-request') return passes(branches, event.into);
  // With a filter for branches alone, tags start nothing, and the other way round.
  const [own, other] = event.kind === 'tag' ? [tags, branches] : [branches, tags];
  const has = (filter: typeof own): boolean =>
    filter.only !== undefined || filter.except !== undefined;
  if (!has(own)) return !has(other);
  return passes(own, event.kind === 'tag' ? event.tag : event.branch);
}

function passes({ only, except }: { only: Filter; except: Filter }, ref: string): boolean {
  if (except !== undefined) return !except.some((pattern) => matches(pattern, ref));
  if (only === undefined) return true;
  let included = false;
  // The last pattern that matches decides.
  for (const pattern of only) {
    if (pattern.startsWith('!')) {
      if (matches(pattern.slice(1), ref)) included = false;
    } else if (matches(pattern, ref)) included = true;
  }
  return included;
}

/** GitHub's filter patterns: `*` stops at a slash, `**` does not, `?` and `+` repeat what stands before. */
function matches(pattern: string, ref: string): boolean {
  const source = pattern.replace(/\\.|\*\*|\*|\?|\+|\[[^\]]*\]|[^\w/-]/g, (part) => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?' || part === '+' || part.startsWith('[')) return part;
    if (part.length === 2) return part;
    return `\\${part}`;
  });
  return new RegExp(`^${source}$`, 'u').test(ref);
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
