// The tags of a repository, by the token authentication of the registry's API.
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags

import { parseObject } from '../../ground/json.ts';
import type { Host } from '../../host/host.ts';
import type { ImageReference } from '../../image/reference.ts';
import { registryOfHost } from '../../integration/registries.ts';
import { addressOf } from '../docker-config/named-addresses.ts';
import { authorize } from '../protocol/authorize.ts';
import type { Credential } from '../protocol/credential.ts';
import { patience, requestPatiently, unusable } from '../protocol/patience.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { reasonIn } from '../protocol/token.ts';
import { firstAnswer } from '../protocol/verify.ts';

const pageSize = 1000;
const mostPages = 1000;

/**
 * All tags, in the registry's order; tag and digest of the reference don't count.
 *
 * @param credential undefined asks as anybody, which is enough for public repositories
 * @param seconds for all of it, retries included
 */
export async function listTags(
  reference: ImageReference,
  credential: Credential | undefined,
  host: Host,
  seconds = 60,
): Promise<Result<readonly string[]>> {
  const budget = patience(host, seconds);
  const address = addressOf(host.env, reference.host);
  if (address === undefined) return fail('wrong', `${reference.host} is not a registry address.`);
  const first = await firstAnswer(budget, address);
  if (!first.ok) return first;
  const { base, answer } = first.value;
  const scope = `repository:${reference.path}:pull`;
  const authorization = await authorize(budget, address, answer, credential, scope);
  if (!authorization.ok) {
    const { failure } = authorization;
    if (failure.kind !== 'refused' || failure.remedy !== undefined) return authorization;
    return refusal(reference, credential, failure.message);
  }

  const tags: string[] = [];
  let url = `${base}/v2/${reference.path}/tags/list?n=${pageSize}`;
  for (let page = 0; page < mostPages; page++) {
    const result = await requestPatiently(budget, {
      url,
      headers: authorization.value === undefined ? {} : { authorization: authorization.value },
    });
    if (result.kind === 'failure') return unusable(result, url);
    if (result.status === 404) {
      return fail(
        'refused',
        `${reference.name} does not exist, or the account cannot see it.`,
        'Check the name. Registries give the same answer for both.',
      );
    }
    if (result.status === 401 || result.status === 403) {
      return refusal(reference, credential, `HTTP ${result.status}${reasonIn(result.text())}.`);
    }
    if (result.status !== 200) return unusable(result, url);
    const body = parseObject(result.text());
    // A repository without tags has null.
    const names = body === undefined ? undefined : (body['tags'] ?? []);
    if (!Array.isArray(names)) {
      return fail(
        'unreachable',
        `${address.host} returned no list of tags.`,
        'It may be a web page or the answer of a proxy: check the address.',
      );
    }
    tags.push(...names.filter((name) => typeof name === 'string'));
    const next = nextPage(result.headers['link'], url);
    if (next === undefined) return ok(tags);
    url = next;
  }
  return fail('unreachable', `${reference.name} has more tags than can be listed.`);
}

/**
 * The field `accesstoken` of a Quay.io integration, an OAuth token of an organization's application, as a credential. It
 * lists tags and never logged in (shippable.md 6.1).
 */
export function quayAccessToken(token: string): Credential {
  return { kind: 'password', username: '$oauthtoken', password: token };
}

/** The URL of `Link: <...>; rel="next"`, if it leads to the same host: the token is for no other. */
function nextPage(link: string | undefined, url: string): string | undefined {
  const target = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(link ?? '')?.[1];
  if (target === undefined || !URL.canParse(target, url)) return undefined;
  const next = new URL(target, url);
  return next.origin === new URL(url).origin && next.href !== url ? next.href : undefined;
}

function refusal(
  { name, host }: ImageReference,
  credential: Credential | undefined,
  said: string,
): Result<never> {
  return fail(
    'refused',
    `The tags of ${name} can't be listed: ${said}`,
    credential === undefined
      ? 'Log in first: the repository is not public.'
      : registryOfHost(host).check,
  );
}
