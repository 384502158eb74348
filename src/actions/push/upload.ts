// The one upload of a repository: layers and manifest under the first of its tags, by the docker client.

import { tagImage } from '../../docker/tag-image.ts';
import type { Environment, ExecOptions, ExecResult, Host } from '../../host/host.ts';
import { explainPush, type PushFailure, type PushPlace } from './explain.ts';
import type { LocalSource } from './source.ts';

export type Uploaded =
  | { readonly kind: 'uploaded'; readonly digest: string }
  | { readonly kind: 'failed'; readonly failure: PushFailure };

export type UploadSettings = {
  readonly host: Host;
  /** The whole environment of the client. */
  readonly env: Environment;
  /** Print what the client says as it comes; otherwise at its end. */
  readonly live: boolean;
};

/** Tries in all; the client itself tries every layer several times as well. */
const tries = 5;
const firstDelay = 2_000;
const longestDelay = 30_000;

/** Uploads and tries again where the failure may pass. What the registry has already is not sent again. */
export async function upload(
  settings: UploadSettings,
  source: LocalSource,
  place: PushPlace,
): Promise<Uploaded> {
  const { host } = settings;
  for (let attempt = 1; ; attempt += 1) {
    const result = await uploadOnce(settings, source, place);
    if (result.kind === 'uploaded' || !result.failure.passing || attempt === tries) return result;
    const delay =
      Math.min(firstDelay * 2 ** (attempt - 1), longestDelay) * (0.5 + host.random() / 2);
    host.log(`${result.failure.message} Trying again in ${(delay / 1000).toFixed(1)} s.`);
    await host.sleep(delay);
  }
}

async function uploadOnce(
  { host, env, live }: UploadSettings,
  source: LocalSource,
  place: PushPlace,
): Promise<Uploaded> {
  if (source.id !== undefined && !(await tagImage(host, env, source.id, place.text))) {
    return {
      kind: 'failed',
      failure: explainPush('the engine gives the image no such name', place),
    };
  }
  const options: ExecOptions = { env, output: live ? 'show' : 'collect' };
  const pushed = await host.exec('docker', source.uploadStep(place.text), options);
  if (pushed.kind === 'not-found' || pushed.exitCode !== 0) return failure(pushed, place);
  if (!live) for (const line of pushed.stdout.trimEnd().split('\n')) host.log(line);
  const digest = source.digestFrom(pushed);
  if (digest !== undefined) return { kind: 'uploaded', digest };
  return { kind: 'failed', failure: explainPush('the docker client named no digest', place) };
}

function failure(result: ExecResult, place: PushPlace): Uploaded {
  if (result.kind === 'not-found') {
    return { kind: 'failed', failure: explainPush('there is no `docker` on PATH', place) };
  }
  const said =
    result.stderr.trim().split('\n').filter(Boolean).at(-1) ??
    `docker ended with ${result.exitCode}`;
  return { kind: 'failed', failure: explainPush(said.replace(/^(ERROR|error):\s*/, ''), place) };
}
