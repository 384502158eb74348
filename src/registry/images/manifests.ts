// Manifests of one repository over HTTP: read them, and give them further tags without sending a layer again.
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md

import { createHash } from 'node:crypto';
import { isObject, parseObject } from '../../ground/json.ts';
import type { HttpRequest, HttpResponse } from '../../host/host.ts';
import type { RegistryAddress } from '../protocol/address.ts';
import { authorize } from '../protocol/authorize.ts';
import type { Credential } from '../protocol/credential.ts';
import { type Patience, requestPatiently, unusable } from '../protocol/patience.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { shownWords } from '../protocol/token.ts';
import { firstAnswer } from '../protocol/verify.ts';

/** A repository at a registry, with the right to read and write it. */
export type Repository = {
  readonly patience: Patience;
  /** `https://host/v2/path`. */
  readonly url: string;
  /** Value of the `Authorization` header; undefined where the registry wants none. */
  readonly authorization: string | undefined;
};

export type Manifest = {
  readonly mediaType: string;
  readonly digest: string;
  /** The very bytes that the digest is of. */
  readonly content: Uint8Array;
};

/** All kinds of manifests: images and indexes of several platforms, of Docker and of OCI. */
const manifestTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ');

/**
 * Opens a repository for reading and writing. Nothing says yet that the account may write: a registry tells that when
 * something is written.
 *
 * @param path repository at the host
 * @param credential undefined for a registry that lets everyone in
 */
export async function openRepository(
  patience: Patience,
  address: RegistryAddress,
  path: string,
  credential: Credential | undefined,
  actions: 'pull' | 'pull,push' = 'pull,push',
): Promise<Result<Repository>> {
  const first = await firstAnswer(patience, address);
  if (!first.ok) return first;
  const { base, answer } = first.value;
  const scope = `repository:${path}:${actions}`;
  const authorization = await authorize(patience, address, answer, credential, scope);
  if (!authorization.ok) return authorization;
  return ok({ patience, url: `${base}/v2/${path}`, authorization: authorization.value });
}

/** The digest that a tag has now; undefined where the repository has no such tag. */
export async function readDigest(
  repository: Repository,
  tag: string,
): Promise<Result<string | undefined>> {
  const result = await send(repository, {
    url: `manifests/${tag}`,
    method: 'HEAD',
    headers: { accept: manifestTypes },
  });
  if (!result.ok) return result;
  const { status, headers } = result.value;
  if (status === 404) return ok(undefined);
  if (status !== 200) return refused(result.value);
  const digest = headers['docker-content-digest'];
  if (digest !== undefined) return ok(digest);
  // Old registries say the digest with the content only.
  const manifest = await getManifest(repository, tag);
  return manifest.ok ? ok(manifest.value?.digest) : manifest;
}

/** A manifest by tag or digest; undefined where there is none. */
export async function getManifest(
  repository: Repository,
  tagOrDigest: string,
): Promise<Result<Manifest | undefined>> {
  const result = await send(repository, {
    url: `manifests/${tagOrDigest}`,
    headers: { accept: manifestTypes },
  });
  if (!result.ok) return result;
  const answer = result.value;
  if (answer.status === 404) return ok(undefined);
  if (answer.status !== 200) return refused(answer);
  const digest = `sha256:${createHash('sha256').update(answer.body).digest('hex')}`;
  const wanted = tagOrDigest.startsWith('sha256:')
    ? tagOrDigest
    : answer.headers['docker-content-digest'];
  if (wanted !== undefined && wanted !== digest) {
    return fail(
      'unreachable',
      `The registry returned the manifest ${digest} instead of ${wanted}.`,
    );
  }
  const mediaType = (answer.headers['content-type'] ?? '').replace(/;.*$/, '').trim();
  return ok({ mediaType, digest, content: answer.body });
}

/** Gives a manifest, whose layers the repository has, a tag. */
export async function putManifest(
  repository: Repository,
  tag: string,
  manifest: Manifest,
): Promise<Result<void>> {
  const result = await send(repository, {
    url: `manifests/${tag}`,
    method: 'PUT',
    headers: { 'content-type': manifest.mediaType },
    body: manifest.content,
  });
  if (!result.ok) return result;
  return result.value.status >= 200 && result.value.status < 300
    ? ok(undefined)
    : refused(result.value);
}

/** @param request its URL is relative to the repository's */
async function send(repository: Repository, request: HttpRequest): Promise<Result<HttpResponse>> {
  const url = `${repository.url}/${request.url}`;
  const authorization =
    repository.authorization === undefined ? {} : { authorization: repository.authorization };
  const headers = { ...request.headers, ...authorization };
  const result = await requestPatiently(repository.patience, { ...request, url, headers });
  return result.kind === 'failure' ? unusable(result, url) : ok(result);
}

/** A refusal in the words of the docker client, `denied: requested access to the resource is denied`. */
export function refused(answer: HttpResponse): Result<never> {
  const status = answer.status >= 500 ? 'unreachable' : 'refused';
  return fail(status, registryWords(answer.text()) ?? `HTTP ${answer.status}`);
}

function registryWords(text: string): string | undefined {
  const errors = parseObject(text)?.['errors'];
  if (!Array.isArray(errors)) return undefined;
  const words = errors.filter(isObject).map((error) => {
    const code =
      typeof error['code'] === 'string'
        ? error['code'].toLowerCase().replaceAll('_', ' ')
        : 'unknown';
    const message = typeof error['message'] === 'string' ? error['message'] : '';
    return shownWords(`${code}: ${message}`, 500);
  });
  return words.length === 0 ? undefined : words.join('; ').slice(0, 500);
}
