// Which repositories an account has, and which commit each of their branches is at.

import type { GitHubReader, Read } from '../../github/client.ts';
import { graphqlFailure, unreadableAnswer } from '../../github/reading-failure.ts';
import { type Part, readAnswer } from '../../ground/answer.ts';
import { defined } from '../../ground/defined.ts';
import { objectOf, textOf } from '../../ground/json.ts';
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
    login = me.ok ? (textOf(objectOf(me.value.body)['login']) ?? '') : '';
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
  const keep = (page: Page): Read<Page> => {
    journal.keepAnswer('list', path, page);
    return { ok: true, value: page };
  };
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
  if (body === undefined && earlier !== undefined) return keep(earlier);
  const listed = readAnswer(body, (all) => all.list().map(listedRepository));
  return listed.ok
    ? keep({ listed: listed.value, ...defined({ next, etag, hidden }) })
    : unreadableAnswer(listed.failure, what);
}

const listedRepository = (one: Part): Listed => ({
  name: one.field('full_name').text(),
  fork: one.field('fork').flag(),
  archived: one.field('archived').maybe((archived) => archived.flag()) ?? false,
});

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

type Branches = NonNullable<Head['branches']>;

/** Branches of an answer, and where the next ones begin. */
type BranchPage = { readonly branches: Branches; readonly next?: string };

const headIn = (one: Part): Head & { readonly page?: BranchPage } => ({
  name: one.field('nameWithOwner').text(),
  fork: one.field('isFork').flag(),
  archived: one.field('isArchived').flag(),
  ...one.field('defaultBranchRef').maybe((ref) => {
    const { name, commit } = branchIn(ref);
    return { branch: name, commit };
  }),
  ...defined({ page: one.field('refs').maybe(branchPage) }),
});

const branchIn = (ref: Part): Branches[number] => ({
  name: ref.field('name').text(),
  commit: ref.field('target').field('oid').text(),
});

function branchPage(refs: Part): BranchPage {
  const page = refs.field('pageInfo');
  const next = page.field('hasNextPage').flag()
    ? page.field('endCursor').maybe((cursor) => cursor.text())
    : undefined;
  return { branches: refs.field('nodes').list().map(branchIn), ...defined({ next }) };
}

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
    const one = data[`r${index}`];
    if (one === null || one === undefined) {
      found.set(name, graphqlFailure(refused.get(`r${index}`) ?? 'NOT_FOUND', `\`${name}\``));
      continue;
    }
    const read = readAnswer(one, headIn);
    if (!read.ok) {
      found.set(name, unreadableAnswer(read.failure, `\`${name}\``));
      continue;
    }
    const { page, ...head } = read.value;
    const branches = withBranches ? await allBranches(reader, name, page) : undefined;
    if (branches !== undefined && !branches.ok) return branches;
    found.set(name, { ok: true, value: { ...head, ...defined({ branches: branches?.value }) } });
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
  first: BranchPage | undefined,
): Promise<Read<Branches>> {
  const branches = [...(first?.branches ?? [])];
  const what = `the branches of \`${name}\``;
  for (let next = first?.next; next !== undefined; ) {
    const query = `query { r0: ${repositoryField(name)} { ${refsOf(`, after: ${JSON.stringify(next)}`)} } }`;
    const answer = await reader.graphql(query, {}, what);
    if (!answer.ok) return answer;
    const { r0 } = answer.value.data;
    if (r0 === null || r0 === undefined)
      return graphqlFailure(answer.value.refused.get('r0') ?? 'NOT_FOUND', what);
    const more = readAnswer(r0, (one) => branchPage(one.field('refs')));
    if (!more.ok) return unreadableAnswer(more.failure, what);
    branches.push(...more.value.branches);
    next = more.value.next;
  }
  return { ok: true, value: branches };
}
