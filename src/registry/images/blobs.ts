// Layers and settings of images from one repository to another, without an engine: by a file of the job, never in memory.
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-blobs

import { defined } from '../../ground/defined.ts';
import type { HttpResponse } from '../../host/host.ts';
import { requestPatiently, unusable } from '../protocol/patience.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { type Repository, refused } from './manifests.ts';

/** A large layer on a slow line. */
const longestTransfer = 30 * 60 * 1000;

/** Whether the repository has a blob. */
export async function hasBlob(repository: Repository, digest: string): Promise<Result<boolean>> {
  const url = `${repository.url}/blobs/${digest}`;
  const result = await requestPatiently(repository.patience, {
    url,
    method: 'HEAD',
    headers: authorized(repository, url),
  });
  if (result.kind === 'failure') return unusable(result, url);
  // Registries that keep blobs elsewhere send there.
  if (result.status < 400) return ok(true);
  return result.status === 404 ? ok(false) : refused(result);
}

/**
 * Lets a repository of the same registry have a blob of another one.
 *
 * @returns whether it has it now; a registry that cannot do that begins an upload instead
 */
export async function mountBlob(
  target: Repository,
  digest: string,
  fromPath: string,
): Promise<boolean> {
  const query = new URLSearchParams({ mount: digest, from: fromPath });
  const url = `${target.url}/blobs/uploads/?${query}`;
  const result = await requestPatiently(target.patience, {
    url,
    method: 'POST',
    headers: authorized(target, url),
  });
  return result.kind === 'response' && result.status === 201;
}

/** The bytes of a small blob, such as the settings of an image. */
export async function readBlob(
  repository: Repository,
  digest: string,
): Promise<Result<Uint8Array>> {
  const got = await download(repository, digest, undefined);
  return got.ok ? ok(got.value.body) : got;
}

/** @param file where the bytes lie for a while */
export async function copyBlob(
  source: Repository,
  target: Repository,
  digest: string,
  file: string,
): Promise<Result<void>> {
  const got = await download(source, digest, file);
  return got.ok ? uploadBlob(target, digest, file) : got;
}

async function download(
  repository: Repository,
  digest: string,
  saveTo: string | undefined,
): Promise<Result<HttpResponse>> {
  let url = `${repository.url}/blobs/${digest}`;
  for (let redirects = 0; redirects < 5; redirects += 1) {
    const result = await requestPatiently(repository.patience, {
      url,
      headers: authorized(repository, url),
      timeoutMs: longestTransfer,
      ...defined({ saveTo }),
    });
    if (result.kind === 'failure') return unusable(result, url);
    if (result.status === 200) return ok(result);
    const next = result.headers['location'] ?? '';
    if (result.status < 300 || result.status >= 400 || !URL.canParse(next, url))
      return refused(result);
    url = new URL(next, url).href;
  }
  return fail('unreachable', `The blob ${digest} redirects in a loop.`);
}

async function uploadBlob(
  target: Repository,
  digest: string,
  bodyFile: string,
): Promise<Result<void>> {
  const begin = `${target.url}/blobs/uploads/`;
  const begun = await requestPatiently(target.patience, {
    url: begin,
    method: 'POST',
    headers: authorized(target, begin),
  });
  if (begun.kind === 'failure') return unusable(begun, begin);
  const place = begun.headers['location'] ?? '';
  if (begun.status !== 202 || !URL.canParse(place, begin)) return refused(begun);
  const upload = new URL(place, begin);
  const own = new URL(begin);
  // Behind a proxy that ends TLS, a registry may name itself by plain http.
  if (upload.hostname === own.hostname && upload.protocol === 'http:' && own.protocol === 'https:')
    upload.protocol = own.protocol;
  upload.searchParams.set('digest', digest);
  const url = upload.href;
  const done = await requestPatiently(target.patience, {
    url,
    method: 'PUT',
    headers: { ...authorized(target, url), 'content-type': 'application/octet-stream' },
    bodyFile,
    timeoutMs: longestTransfer,
  });
  if (done.kind === 'failure') return unusable(done, url);
  return done.status === 201 ? ok(undefined) : refused(done);
}

/** The credential goes to the registry itself, not to where it keeps its blobs. */
function authorized({ url: own, authorization }: Repository, url: string): Record<string, string> {
  return authorization === undefined || new URL(url).origin !== new URL(own).origin
    ? {}
    : { authorization };
}
