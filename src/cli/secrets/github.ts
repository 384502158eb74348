// GitHub's API for secrets. https://docs.github.com/rest/actions/secrets

import { type Part, readAnswer } from '../../ground/answer.ts';
import { backOff } from '../../ground/back-off.ts';
import { objectOf, parseJson } from '../../ground/json.ts';
import { waitFor } from '../../ground/rate-limit.ts';
import { failedBy, ok, type Result } from '../../ground/result.ts';
import type { Host, HttpResponse } from '../../host/host.ts';
import { sealBox } from '../../secret/sealed-box.ts';
import type { Scope } from './planned.ts';
import type { Target } from './target.ts';

/** `status` is 0 where GitHub did not answer, or not so that it could be read. */
type ApiAnswer<T> = Result<T, { readonly reason: string; readonly status: number }>;

/** Names in capitals. */
export type SecretNamesOn = {
  readonly repository: ReadonlySet<string>;
  /** Of the organization, as far as the repository may read them. */
  readonly organization: ReadonlySet<string>;
  readonly environments: ReadonlyMap<string, ReadonlySet<string>>;
};

export type SecretsApi = {
  readonly list: (environments: readonly string[]) => Promise<ApiAnswer<SecretNamesOn>>;
  readonly set: (
    scope: Scope,
    name: string,
    value: string,
  ) => Promise<ApiAnswer<'created' | 'updated'>>;
  /** Removes a secret of the repository itself. */
  readonly remove: (name: string) => Promise<ApiAnswer<'removed'>>;
};

/** Milliseconds that one run waits at most for limits and failing servers. */
const patience = 10 * 60_000;
/** GitHub takes about 80 requests a minute that create something. */
const writesAMinute = 60;

export function secretsApi(host: Host, target: Target): SecretsApi {
  const { owner, name: repo } = target;
  const repository = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
  const send = sender(host, target);
  const publicKey = keyReader(send);
  const turn = pacer(host);

  async function set(
    scope: Scope,
    name: string,
    value: string,
  ): Promise<ApiAnswer<'created' | 'updated'>> {
    const path =
      scope.kind === 'environment'
        ? `${repository}/environments/${encodeURIComponent(scope.name)}/secrets`
        : scope.kind === 'organization'
          ? `/orgs/${encodeURIComponent(scope.name ?? owner)}/actions/secrets`
          : `${repository}/actions/secrets`;
    const key = await publicKey(path);
    if (!key.ok) return key;
    const visible = scope.kind === 'organization' ? await onlyThisRepository() : ok({});
    if (!visible.ok) return visible;
    await turn();
    const sealed = sealBox(Buffer.from(value), key.value.bytes);
    const answer = await send('PUT', `${path}/${encodeURIComponent(name)}`, {
      encrypted_value: Buffer.from(sealed).toString('base64'),
      key_id: key.value.id,
      ...visible.value,
    });
    return answer.ok ? ok(answer.value.status === 201 ? 'created' : 'updated') : answer;
  }

  /** A new secret of an organization is for this repository alone; widening it is for a person. */
  async function onlyThisRepository(): Promise<ApiAnswer<object>> {
    const answer = await send('GET', repository);
    if (!answer.ok) return answer;
    return read(answer.value, (body) => ({
      visibility: 'selected',
      selected_repository_ids: [body.field('id').number()],
    }));
  }

  return {
    set,
    remove: async (name) => {
      await turn();
      const answer = await send(
        'DELETE',
        `${repository}/actions/secrets/${encodeURIComponent(name)}`,
      );
      return answer.ok ? ok('removed') : answer;
    },
    list: (environments) => listAll(send, repository, environments),
  };
}

async function listAll(
  send: Send,
  repository: string,
  environments: readonly string[],
): Promise<ApiAnswer<SecretNamesOn>> {
  const own = await namesAt(send, `${repository}/actions/secrets`);
  if (!own.ok) return own;
  // A user's repository has no organization, and a token may not see one: that is not a failure.
  const shared = await namesAt(send, `${repository}/actions/organization-secrets`);
  const perEnvironment = new Map<string, ReadonlySet<string>>();
  for (const environment of environments) {
    const found = await namesAt(
      send,
      `${repository}/environments/${encodeURIComponent(environment)}/secrets`,
    );
    if (!found.ok && found.failure.status !== 404) return found;
    perEnvironment.set(environment, found.ok ? found.value : new Set());
  }
  return ok({
    repository: own.value,
    organization: shared.ok ? shared.value : new Set<string>(),
    environments: perEnvironment,
  });
}

/** All pages of a list. */
async function namesAt(send: Send, path: string): Promise<ApiAnswer<ReadonlySet<string>>> {
  const all = new Set<string>();
  for (let page = 1; ; page++) {
    const answer = await send('GET', `${path}?per_page=100&page=${page}`);
    if (!answer.ok) return answer;
    const names = read(answer.value, (body) =>
      body
        .field('secrets')
        .list()
        .map((secret) => secret.field('name').text()),
    );
    if (!names.ok) return names;
    for (const name of names.value) all.add(name.toUpperCase());
    if (names.value.length < 100) return ok(all);
  }
}

/** The public keys that secrets are sealed with, each asked for once. */
function keyReader(send: Send): (path: string) => Promise<ApiAnswer<PublicKey>> {
  const keys = new Map<string, Promise<ApiAnswer<PublicKey>>>();
  const fetchKey = async (path: string): Promise<ApiAnswer<PublicKey>> => {
    const answer = await send('GET', `${path}/public-key`);
    if (!answer.ok) return answer;
    const key = read(answer.value, (body) => ({
      bytes: Buffer.from(body.field('key').text(), 'base64'),
      id: body.field('key_id').text(),
    }));
    return key.ok && key.value.bytes.length !== 32
      ? failedBy({ reason: 'GitHub gave no public key', status: 0 })
      : key;
  };
  return (path) => {
    const known = keys.get(path) ?? fetchKey(path);
    keys.set(path, known);
    return known;
  };
}

/** Waits where the last minute had as many writes as GitHub likes. */
function pacer(host: Host): () => Promise<void> {
  const starts: number[] = [];
  return async () => {
    for (;;) {
      const now = host.now();
      while (starts[0] !== undefined && starts[0] <= now - 60_000) starts.shift();
      if (starts.length < writesAMinute) break;
      await host.sleep((starts[0] ?? now) + 60_000 - now);
    }
    starts.push(host.now());
  };
}

type Send = (
  method: 'GET' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
) => Promise<ApiAnswer<HttpResponse>>;

/** Sends requests, and sends them again where that helps. */
function sender(host: Host, target: Target): Send {
  const { api, token = '' } = target;
  let waited = 0;
  return async (method, path, body) => {
    for (let attempt = 1; ; attempt++) {
      const result = await host.request({
        url: `${api}${path}`,
        method,
        headers: {
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const response = result.kind === 'response' ? result : undefined;
      if (response !== undefined && response.status >= 200 && response.status < 300)
        return ok(response);
      const message =
        response === undefined && result.kind === 'failure' ? result.message : messageOf(response);
      const status = response?.status ?? 0;
      const wait = waitFor(
        { status, headers: response?.headers ?? {}, message },
        attempt,
        host.now(),
        host.random(),
      );
      if (wait === undefined || waited + wait.milliseconds > patience)
        return failedBy({ status, reason: reasonFor(status, message, target) });
      waited += wait.milliseconds;
      host.log(`${wait.because}; trying again in ${Math.ceil(wait.milliseconds / 1000)} s`);
      await host.sleep(
        wait.milliseconds + backOff({ first: 1, longest: 500 }, attempt, host.random()),
      );
    }
  };
}

type PublicKey = { readonly bytes: Uint8Array; readonly id: string };

function read<T>(response: HttpResponse, reading: (body: Part) => T): ApiAnswer<T> {
  const found = readAnswer(parseJson(response.text()), reading);
  return found.ok
    ? found
    : failedBy({ reason: `GitHub's answer cannot be read: ${found.failure}`, status: 0 });
}

function messageOf(response: HttpResponse | undefined): string {
  const { message } = objectOf(response === undefined ? {} : parseJson(response.text()));
  return typeof message === 'string' ? message : '';
}

function reasonFor(status: number, message: string, { host, owner, name, api }: Target): string {
  const said = message === '' ? '' : ` (${message.slice(0, 200)})`;
  switch (status) {
    case 0:
      return `no answer from ${api}${said}`;
    case 401:
      return `${host} does not know the token${said}: it is wrong, or has ended`;
    case 403:
      return `the token may not do that${said}: it needs \`secrets: write\` to set and \`secrets: read\` to list (a classic token: \`repo\`; for an organization \`admin:org\`)`;
    case 404:
      return `${owner}/${name} on ${host} is not there, or the token may not see it or its secrets`;
    case 301:
    case 307:
    case 308:
      return `${owner}/${name} has moved: give its new name by \`--repo\``;
    case 422:
      return `GitHub refused it${said}`;
    default:
      return status === 429
        ? `the rate limit of the token is used up${said}`
        : `GitHub answered with status ${status}${said}`;
  }
}
