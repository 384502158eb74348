// Which repositories an account has, and which commit each of their branches is at.

import type { GitHubReader, Read } from '../../github/client.ts';
import { graphqlFailure } from '../../github/reading-failure.ts';
import { defined } from '../../ground/defined.ts';
import type { Journal } from './journal.ts';

export type RemoteChoice = {
  /** Branches besides the default one. */
  readonly branches: boolean;
  readonly forks: boolean;
  readonly archived: boolean;
};

export type Listed = {
  /** `owner/name`. */
  readonly name: string;
  readonly fork: boolean;
  readonly archived: boolean;
};

export type Head = {
  /** As it is called now. */
  readonly name: string;
  readonly fork: boolean;
  readonly archived: boolean;
  /** The default branch; undefined in an empty repository. */
  readonly branch?: string;
  readonly commit?: string;
  readonly branches?: readonly { readonly name: string; readonly commit: string }[];
};

type Page = {
  readonly listed: readonly Listed[];
  readonly next?: string;
  readonly etag?: string;
  readonly hidden?: string;
};

type RestRepository = {
  readonly full_name: string;
  readonly fork: boolean;
  readonly archived: boolean;
};

export type Owner = { readonly kind: 'org' | 'user'; readonly name: string };

/** Every page once; a page that an earlier audit knew is only asked whether it changed. */
export async function listOwner(
  reader: GitHubReader,
  owner: Owner,
  journal: Journal,
): Promise<Read<{ readonly listed: readonly Listed[]; readonly hidden?: string }>> {
  const first = await firstPage(reader, owner, journal);
  if (!first.ok) return first;
  const listed: Listed[] = [];
  let hidden: string | undefined;
  for (let path: string | undefined = first.value; path !== undefined; ) {
    const page: Read<Page> = await readPage(reader, owner, path, journal);
    if (!page.ok) return page;
    listed.push(...page.value.listed);
    hidden ??= page.value.hidden;
    path = page.value.next;
  }
  return { ok: true, value: { listed, ...defined({ hidden }) } };
}

/** Private repositories of a user are only told to that user. */
async function firstPage(
  reader: GitHubReader,
  { kind, name }: Owner,
  journal: Journal,
): Promise<Read<string>> {
  const query = 'per_page=100&sort=full_name';
  if (kind === 'org') return { ok: true, value: `/orgs/${name}/repos?type=all&${query}` };
  let login = journal.answer('list', 'login');
  if (typeof login !== 'string') {
    const me = await reader.get('/user', 'the account of the token');
    // A token of an app has no account.
    if (!me.ok && me.failure.isFinal) return me;
    login = me.ok ? String((me.value.body as { login?: unknown })?.login ?? '') : '';
    journal.keepAnswer('list', 'login', login);
  }
  return String(login).toLowerCase() === name.toLowerCase()
    ? { ok: true, value: `/user/repos?affiliation=owner&${query}` }
    : { ok: true, value: `/users/${name}/repos?type=owner&${query}` };
}

async function readPage(
  reader: GitHubReader,
  owner: Owner,
  path: string,
  journal: Journal,
): Promise<Read<Page>> {
  const known = journal.answer('list', path) as Page | undefined;
  if (known !== undefined) return { ok: true, value: known };
  const earlier = journal.earlier('list', path) as Page | undefined;
  const what = `${owner.kind === 'org' ? 'the organization' : 'the user'} \`${owner.name}\``;
  const answer = await reader.get(
    path,
    what,
    earlier?.etag === undefined ? {} : { etag: earlier.etag },
  );
  if (!answer.ok) {
    // Whether the name is one of the other kind is the likeliest mistake.
    const other = owner.kind === 'org' ? '--user' : '--org';
    return /does not exist/.test(answer.failure.message)
      ? {
          ok: false,
          failure: {
            ...answer.failure,
            remedy: `perhaps it is \`${other} ${owner.name}\`; else ${answer.failure.remedy ?? ''}`,
          },
        }
      : answer;
  }
  const { body, next, etag, hidden } = answer.value;
  const page: Page =
    body === undefined && earlier !== undefined
      ? earlier
      : {
          listed: (Array.isArray(body) ? (body as RestRepository[]) : []).map(
            ({ full_name: name, fork, archived }) => ({ name, fork, archived }),
          ),
          ...defined({ next, etag, hidden }),
        };
  journal.keepAnswer('list', path, page);
  return { ok: true, value: page };
}

/** Repositories in one question. */
const atOnce = 50;

/** The head of each, or why there is none. Asked by GraphQL: one request for many. */
export async function readHeads(
  reader: GitHubReader,
  names: readonly string[],
  withBranches: boolean,
  journal: Journal,
): Promise<Read<ReadonlyMap<string, Read<Head>>>> {
  const found = new Map<string, Read<Head>>();
  const request = (name: string): string => `${withBranches ? 'branches' : 'head'} ${name}`;
  const missing = names.filter((name) => {
    const known = journal.answer('heads', request(name)) as Read<Head> | undefined;
    if (known !== undefined) found.set(name, known);
    return known === undefined;
  });
  for (let at = 0; at < missing.length; at += atOnce) {
    const part = missing.slice(at, at + atOnce);
    const answer = await askHeads(reader, part, withBranches);
    if (!answer.ok) return answer;
    for (const [name, head] of answer.value) {
      found.set(name, head);
      journal.keepAnswer('heads', request(name), head);
    }
  }
  return { ok: true, value: found };
}

type HeadData = {
  readonly nameWithOwner: string;
  readonly isFork: boolean;
  readonly isArchived: boolean;
  readonly defaultBranchRef: {
    readonly name: string;
    readonly target: { readonly oid: string };
  } | null;
  readonly refs?: {
    readonly nodes: readonly { readonly name: string; readonly target: { readonly oid: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

const refsOf = (after: string): string =>
  `refs(refPrefix: "refs/heads/", first: 100${after}) { nodes { name target { oid } } pageInfo { hasNextPage endCursor } }`;

async function askHeads(
  reader: GitHubReader,
  names: readonly string[],
  withBranches: boolean,
): Promise<Read<ReadonlyMap<string, Read<Head>>>> {
  const fields = `nameWithOwner isFork isArchived defaultBranchRef { name target { oid } } ${withBranches ? refsOf('') : ''}`;
  const parts = names.map((name, index) => `r${index}: ${repositoryField(name)} { ${fields} }`);
  const answer = await reader.graphql(
    `query { ${parts.join(' ')} }`,
    {},
    names.length === 1 ? `\`${names[0]}\`` : `${names.length} repositories from \`${names[0]}\` on`,
  );
  if (!answer.ok) return answer;
  const { data, refused } = answer.value;
  const found = new Map<string, Read<Head>>();
  for (const [index, name] of names.entries()) {
    const one = data[`r${index}`] as HeadData | null | undefined;
    if (one === null || one === undefined) {
      found.set(name, graphqlFailure(refused.get(`r${index}`) ?? 'NOT_FOUND', `\`${name}\``));
      continue;
    }
    const branches = withBranches ? await allBranches(reader, name, one) : undefined;
    if (branches !== undefined && !branches.ok) return branches;
    found.set(name, {
      ok: true,
      value: {
        name: one.nameWithOwner,
        fork: one.isFork,
        archived: one.isArchived,
        ...(one.defaultBranchRef === null
          ? {}
          : { branch: one.defaultBranchRef.name, commit: one.defaultBranchRef.target.oid }),
        ...defined({ branches: branches?.value }),
      },
    });
  }
  return { ok: true, value: found };
}

/** `repository(owner: ..., name: ...)`; the names were checked when they were read. */
export function repositoryField(name: string): string {
  const [owner = '', repository = ''] = name.split('/');
  return `repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repository)})`;
}

async function allBranches(
  reader: GitHubReader,
  name: string,
  { refs }: HeadData,
): Promise<Read<NonNullable<Head['branches']>>> {
  const branches = (refs?.nodes ?? []).map((ref) => ({ name: ref.name, commit: ref.target.oid }));
  let page = refs?.pageInfo;
  while (page?.hasNextPage && page.endCursor !== null) {
    const query = `query { r0: ${repositoryField(name)} { ${refsOf(`, after: ${JSON.stringify(page.endCursor)}`)} } }`;
    const answer = await reader.graphql(query, {}, `the branches of \`${name}\``);
    if (!answer.ok) return answer;
    const more = (answer.value.data['r0'] as HeadData | null)?.refs;
    branches.push(
      ...(more?.nodes ?? []).map((ref) => ({ name: ref.name, commit: ref.target.oid })),
    );
    page = more?.pageInfo;
  }
  return { ok: true, value: branches };
}
