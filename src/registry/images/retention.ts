// Old tags of a repository, by the API of its vendor: the registry's own protocol knows no ages.

import { isObject, parseJson, parseObject } from '../../ground/json.ts';
import type { HttpRequest, HttpResponse } from '../../host/host.ts';
import type { Credential } from '../protocol/credential.ts';
import { readNetworkToken } from '../protocol/network-token.ts';
import { type Patience, requestPatiently, unusable } from '../protocol/patience.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { reasonIn } from '../protocol/token.ts';

export type AgedTag = {
  readonly name: string;
  /** Of its manifest; empty where the vendor does not say. */
  readonly digest: string;
  /** Milliseconds since 1970 of the last push; not a number where the vendor does not say. */
  readonly pushed: number;
};

/** A repository as its vendor's API shows it. */
export type TagStore = {
  /** Whether an image goes with its tags, out of those that consist of it, too. */
  readonly removesImages: boolean;
  readonly list: () => Promise<Result<readonly AgedTag[]>>;
  /** Removes tags; those of one digest together. */
  readonly remove: (tags: readonly AgedTag[]) => Promise<Result<void>>;
};

/**
 * Which tags are old enough to go: of those that may, all but the newest; and none whose image a tag that stays names,
 * for some vendors remove an image with its tags.
 *
 * @param may whether a tag may ever be removed
 * @param keep how many of these stay
 */
export function oldTags(
  tags: readonly AgedTag[],
  may: (name: string) => boolean,
  keep: number,
): readonly AgedTag[] {
  // One whose age nobody knows is not old.
  const candidates = tags
    .filter(({ name, pushed }) => may(name) && !Number.isNaN(pushed))
    .sort((a, b) => b.pushed - a.pushed);
  const going = new Set(candidates.slice(keep));
  const kept = new Set(tags.filter((tag) => !going.has(tag)).map(({ digest }) => digest));
  return [...going].filter(({ digest }) => digest === '' || !kept.has(digest));
}

export type StoreRequest = {
  readonly patience: Patience;
  /** Repository at the host. */
  readonly path: string;
  readonly credential: Credential | undefined;
  /** A token for the vendor's API, where the credential of the registry does not open it. */
  readonly token: string;
};

/** The store of a host; undefined for one whose API removes no tags, or that we do not know. */
export function tagStore(host: string, request: StoreRequest): TagStore | undefined {
  if (host === 'docker.io') return dockerHubStore(request);
  if (host === 'quay.io') return quayStore(request);
  return host === 'ghcr.io' ? githubStore(request) : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

async function call(
  { patience }: StoreRequest,
  request: HttpRequest,
  missing: string,
): Promise<Result<HttpResponse>> {
  const headers = { accept: 'application/json', ...request.headers };
  const result = await requestPatiently(patience, { ...request, headers });
  if (result.kind === 'failure') return unusable(result, request.url);
  if (result.status >= 200 && result.status < 300) return ok(result);
  const said = `${new URL(request.url).host} returned HTTP ${result.status}${reasonIn(result.text())}.`;
  return result.status === 401 || result.status === 403 || result.status === 404
    ? fail('refused', said, missing)
    : unusable(result, request.url);
}

const listIn = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const mostPages = 200;

/** https://docs.docker.com/reference/api/hub/latest/ */
function dockerHubStore(request: StoreRequest): TagStore {
  const { path, credential, patience } = request;
  const api = 'https://hub.docker.com/v2';
  const remedy =
    'Log in with an account that can delete tags of the repository; an access token needs Read, Write & Delete.';
  let opened: Promise<Result<Record<string, string>>> | undefined;
  const open = (): Promise<Result<Record<string, string>>> => {
    opened ??= (async () => {
      if (credential?.kind !== 'password')
        return fail('missing', 'There is no credential for Docker Hub.', remedy);
      const { username, password } = credential;
      const answer = await call(
        request,
        {
          url: `${api}/users/login`,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username, password }),
        },
        remedy,
      );
      if (!answer.ok) return answer;
      const token = readNetworkToken(patience.host, parseObject(answer.value.text())?.['token']);
      return token === undefined
        ? fail('unreachable', 'hub.docker.com returned no token.')
        : ok({ authorization: `Bearer ${token}` });
    })();
    return opened;
  };
  return {
    removesImages: false,
    list: async () => {
      const headers = await open();
      if (!headers.ok) return headers;
      const tags: AgedTag[] = [];
      for (let page = 1; page <= mostPages; page += 1) {
        const url = `${api}/repositories/${path}/tags?page_size=100&page=${page}`;
        const answer = await call(request, { url, headers: headers.value }, remedy);
        if (!answer.ok) return answer;
        const body = parseObject(answer.value.text());
        for (const row of listIn(body?.['results'])) {
          const pushed = Date.parse(textIn(row['tag_last_pushed']) || textIn(row['last_updated']));
          tags.push({ name: textIn(row['name']), digest: textIn(row['digest']), pushed });
        }
        if (typeof body?.['next'] !== 'string') break;
      }
      return ok(tags);
    },
    remove: async (tags) => {
      const headers = await open();
      if (!headers.ok) return headers;
      for (const { name } of tags) {
        const url = `${api}/repositories/${path}/tags/${encodeURIComponent(name)}/`;
        const gone = await call(request, { url, method: 'DELETE', headers: headers.value }, remedy);
        if (!gone.ok) return gone;
      }
      return ok(undefined);
    },
  };
}

/** https://docs.quay.io/api/ */
function quayStore(request: StoreRequest): TagStore {
  const { path, token } = request;
  const api = `https://quay.io/api/v1/repository/${path}/tag/`;
  const remedy =
    'Give `retention-token` an OAuth token of an application of the organization, with the right to write to the repository.';
  const headers = { authorization: `Bearer ${token}` };
  return {
    removesImages: false,
    list: async () => {
      if (token === '')
        return fail('missing', 'Quay lists and removes tags by an OAuth token.', remedy);
      const tags: AgedTag[] = [];
      for (let page = 1; page <= mostPages; page += 1) {
        const url = `${api}?onlyActiveTags=true&limit=100&page=${page}`;
        const answer = await call(request, { url, headers }, remedy);
        if (!answer.ok) return answer;
        const body = parseObject(answer.value.text());
        for (const row of listIn(body?.['tags'])) {
          const pushed = Number(row['start_ts']) * 1000;
          tags.push({ name: textIn(row['name']), digest: textIn(row['manifest_digest']), pushed });
        }
        if (body?.['has_additional'] !== true) break;
      }
      return ok(tags);
    },
    remove: async (tags) => {
      for (const { name } of tags) {
        const url = `${api}${encodeURIComponent(name)}`;
        const gone = await call(request, { url, method: 'DELETE', headers }, remedy);
        if (!gone.ok) return gone;
      }
      return ok(undefined);
    },
  };
}

/** https://docs.github.com/rest/packages/packages */
function githubStore(request: StoreRequest): TagStore {
  const { path, credential, token, patience } = request;
  const [owner = '', ...rest] = path.split('/');
  const api = (patience.host.env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, '');
  const name = encodeURIComponent(rest.join('/'));
  const secret = token || (credential?.kind === 'password' ? credential.password : '');
  const remedy =
    'The job needs `permissions: packages: write` and the role Admin for the package; a personal token needs delete:packages.';
  const headers = {
    authorization: `Bearer ${secret}`,
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
  };
  let versions = new Map<string, string>();
  const pageOf = async (kind: 'orgs' | 'users', page: number): Promise<Result<HttpResponse>> => {
    const url = `${api}/${kind}/${owner}/packages/container/${name}/versions?per_page=100&page=${page}`;
    return call(request, { url, headers }, remedy);
  };
  let kind: 'orgs' | 'users' = 'orgs';
  return {
    removesImages: true,
    list: async () => {
      const tags: AgedTag[] = [];
      versions = new Map();
      for (let page = 1; page <= mostPages; page += 1) {
        let answer = await pageOf(kind, page);
        // An owner is an organization or a person, and nothing but the address of the API tells.
        if (!answer.ok && page === 1) {
          kind = 'users';
          answer = await pageOf(kind, page);
        }
        if (!answer.ok) return answer;
        const rows = listIn(parseJson(answer.value.text()));
        for (const row of rows) {
          const digest = textIn(row['name']);
          versions.set(digest, String(row['id']));
          const metadata = isObject(row['metadata']) ? row['metadata'] : {};
          const container = isObject(metadata['container']) ? metadata['container'] : {};
          const own = Array.isArray(container['tags']) ? container['tags'].map(String) : [];
          const pushed = Date.parse(textIn(row['updated_at']));
          tags.push(...own.map((tag): AgedTag => ({ name: tag, digest, pushed })));
        }
        if (rows.length < 100) break;
      }
      return ok(tags);
    },
    // A version is an image with all its tags, and they go together.
    remove: async (tags) => {
      for (const digest of new Set(tags.map((tag) => tag.digest))) {
        const id = versions.get(digest);
        if (id === undefined) continue;
        const url = `${api}/${kind}/${owner}/packages/container/${name}/versions/${id}`;
        const gone = await call(request, { url, method: 'DELETE', headers }, remedy);
        if (!gone.ok) return gone;
      }
      return ok(undefined);
    },
  };
}

/** What does the same at Amazon ECR, by itself: https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html */
export const ecrLifecyclePolicy = (keep: number): string =>
  JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: `Keep the newest ${keep} images`,
        selection: {
          tagStatus: 'tagged',
          tagPatternList: ['*'],
          countType: 'imageCountMoreThan',
          countNumber: keep,
        },
        action: { type: 'expire' },
      },
    ],
  });
