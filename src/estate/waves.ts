// Which repositories move first: small ones before large ones, what others depend on before what depends on it, and what
// Assembly Lines tie together at the same time.

import type { RepositoryAccount } from './account.ts';
import { effortOf, isToMove } from './effort.ts';

export type Wave = {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** In the order in which they should be taken. */
  readonly repositories: readonly string[];
  readonly minutes: number;
};

type Group = {
  readonly members: readonly RepositoryAccount[];
  readonly minutes: number;
  wave: number;
};

/** Minutes up to which the largest repository of a group makes it part of a wave; the last wave takes the rest. */
export const waveLimits = [
  { title: 'pilots: nothing by hand but secrets', minutes: 60 },
  { title: 'half a day each', minutes: 240 },
  { title: 'more than half a day each', minutes: Number.POSITIVE_INFINITY },
] as const;

/** The wave of each repository that has something to move. Deterministic: equal efforts go by name. */
export function planWaves(accounts: readonly RepositoryAccount[]): readonly Wave[] {
  const moving = accounts.filter(isToMove);
  const groups = groupsOf(moving);
  const groupOf = new Map(
    groups.flatMap((group) => group.members.map((member) => [member, group] as const)),
  );
  const needs = needsOf(moving, groups, groupOf);
  const order = inOrder(groups, needs);
  for (const group of order) {
    for (const need of needs.get(group) ?? []) group.wave = Math.max(group.wave, need.wave);
  }
  return waveLimits.flatMap(({ title }, index) => {
    const members = order.filter(({ wave }) => wave === index).flatMap(({ members: of }) => of);
    return members.length === 0
      ? []
      : [
          {
            number: index + 1,
            title,
            repositories: members.map(({ name }) => name),
            minutes: members.reduce((sum, member) => sum + effortOf(member).minutes, 0),
          },
        ];
  });
}

const byName = (a: RepositoryAccount, b: RepositoryAccount): number => (a.name < b.name ? -1 : 1);

/** Repositories whose Assembly Lines name each other move together; so do those whose images go in a circle. */
function groupsOf(accounts: readonly RepositoryAccount[]): readonly Group[] {
  const known = new Map(
    accounts.flatMap((account) =>
      [account.name, account.origin ?? account.name].map(
        (name) => [name.toLowerCase(), account] as const,
      ),
    ),
  );
  const parent = new Map<RepositoryAccount, RepositoryAccount>();
  const top = (account: RepositoryAccount): RepositoryAccount => {
    let at = account;
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next;
    return at;
  };
  const tie = (a: RepositoryAccount, b: RepositoryAccount): void => {
    const [from, to] = [top(a), top(b)];
    if (from !== to) parent.set(from, to);
  };
  for (const account of accounts) {
    for (const name of account.ties.repositories) {
      const other = known.get(name) ?? known.get(name.slice(name.indexOf('/') + 1));
      if (other !== undefined && other !== account) tie(account, other);
    }
  }
  for (const circle of circles(accounts, imageNeeds(accounts))) {
    for (const member of circle.slice(1)) tie(circle[0] as RepositoryAccount, member);
  }
  const members = new Map<RepositoryAccount, RepositoryAccount[]>();
  for (const account of accounts) {
    const head = top(account);
    members.set(head, [...(members.get(head) ?? []), account]);
  }
  return [...members.values()].map((of) => {
    const sorted = [...of].sort(
      (a, b) => effortOf(a).minutes - effortOf(b).minutes || byName(a, b),
    );
    return {
      members: sorted,
      minutes: sorted.reduce((sum, member) => sum + effortOf(member).minutes, 0),
      wave: Math.max(...sorted.map(waveOfOne)),
    };
  });
}

function waveOfOne(account: RepositoryAccount): number {
  const isManual = account.findings.some(({ kind }) => kind === 'work');
  const { minutes } = effortOf(account);
  const index = waveLimits.findIndex(({ minutes: most }) => minutes <= most);
  return isManual ? Math.max(index, 1) : index;
}

/** Which others push an image that a repository pulls. */
function imageNeeds(
  accounts: readonly RepositoryAccount[],
): ReadonlyMap<RepositoryAccount, readonly RepositoryAccount[]> {
  const givers = new Map<string, RepositoryAccount[]>();
  for (const account of accounts) {
    for (const image of account.ties.gives)
      givers.set(image, [...(givers.get(image) ?? []), account]);
  }
  return new Map(
    accounts.map((account) => {
      const needs = account.ties.takes.flatMap((image) => givers.get(image) ?? []);
      return [account, [...new Set(needs)].filter((other) => other !== account)];
    }),
  );
}

function needsOf(
  accounts: readonly RepositoryAccount[],
  groups: readonly Group[],
  groupOf: ReadonlyMap<RepositoryAccount, Group>,
): ReadonlyMap<Group, ReadonlySet<Group>> {
  const needs = new Map<Group, Set<Group>>(groups.map((group) => [group, new Set()]));
  for (const [account, others] of imageNeeds(accounts)) {
    const group = groupOf.get(account);
    for (const other of others) {
      const need = groupOf.get(other);
      if (group !== undefined && need !== undefined && group !== need) needs.get(group)?.add(need);
    }
  }
  return needs;
}

/** Strongly connected components of more than one member (Tarjan), without recursion. */
function circles<T>(all: readonly T[], needs: ReadonlyMap<T, readonly T[]>): readonly T[][] {
  const index = new Map<T, number>();
  const low = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const found: T[][] = [];
  for (const start of all) {
    if (index.has(start)) continue;
    const work: { readonly at: T; next: number }[] = [{ at: start, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1] as { readonly at: T; next: number };
      const { at } = frame;
      if (frame.next === 0) {
        index.set(at, index.size);
        low.set(at, index.get(at) ?? 0);
        open.push(at);
        isOpen.add(at);
      }
      const to = needs.get(at)?.[frame.next];
      frame.next += 1;
      if (to !== undefined) {
        if (!index.has(to)) work.push({ at: to, next: 0 });
        else if (isOpen.has(to)) low.set(at, Math.min(low.get(at) ?? 0, index.get(to) ?? 0));
        continue;
      }
      work.pop();
      const above = work[work.length - 1]?.at;
      if (above !== undefined) low.set(above, Math.min(low.get(above) ?? 0, low.get(at) ?? 0));
      if (low.get(at) !== index.get(at)) continue;
      const members = open.splice(open.indexOf(at));
      for (const member of members) isOpen.delete(member);
      if (members.length > 1) found.push(members);
    }
  }
  return found;
}

/** What a group needs stands before it; among those that are free, the smaller first. */
function inOrder(
  groups: readonly Group[],
  needs: ReadonlyMap<Group, ReadonlySet<Group>>,
): readonly Group[] {
  const compare = (a: Group, b: Group): number =>
    a.minutes - b.minutes ||
    byName(a.members[0] as RepositoryAccount, b.members[0] as RepositoryAccount);
  const sorted = [...groups].sort(compare);
  const done = new Set<Group>();
  const result: Group[] = [];
  const visit = (start: Group): void => {
    const work = [{ group: start, needs: [...(needs.get(start) ?? [])].sort(compare) }];
    const inside = new Set([start]);
    while (work.length > 0) {
      const frame = work[work.length - 1];
      const next = frame?.needs.shift();
      if (next === undefined) {
        const group = work.pop()?.group;
        if (group !== undefined && !done.has(group)) {
          done.add(group);
          result.push(group);
        }
      } else if (!done.has(next) && !inside.has(next)) {
        inside.add(next);
        work.push({ group: next, needs: [...(needs.get(next) ?? [])].sort(compare) });
      }
    }
  };
  for (const group of sorted) if (!done.has(group)) visit(group);
  return result;
}
