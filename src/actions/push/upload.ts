// The one upload of a repository: layers and manifest under the first of its tags, by the docker client.

import { missingEngine } from '../../docker/engine.ts';
import { inspectImage } from '../../docker/local-images.ts';
import { tagImage } from '../../docker/tag-image.ts';
import { backOff, secondsText } from '../../ground/back-off.ts';
import type { Environment, ExecOptions, Host } from '../../host/host.ts';
import { explainPush, type PushFailure, type PushPlace } from './explain.ts';
import type { LocalSource } from './source.ts';

export type Uploaded =
  | { readonly kind: 'uploaded'; readonly digest: string }
  | {
      readonly kind: 'failed';
      readonly failure: PushFailure;
      /** The client tried a layer several times, for the better part of a minute: enough. */
      readonly tired: boolean;
    };

export type UploadSettings = {
  readonly host: Host;
  /** What the client gets on top of the step's environment. */
  readonly env: Environment;
  /** Print what the client says as it comes; otherwise at its end. */
  readonly live: boolean;
};

/** Tries in all. */
const tries = 5;
const delays = { first: 2_000, longest: 30_000 };

/** Uploads and tries again where the failure may pass. What the registry has already is not sent again. */
export async function upload(
  settings: UploadSettings,
  source: LocalSource,
  place: PushPlace,
): Promise<Uploaded> {
  const { host } = settings;
  for (let attempt = 1; ; attempt += 1) {
    const result = await uploadOnce(settings, source, place);
    if (result.kind === 'uploaded') return result;
    if (!result.failure.passing || result.tired || attempt === tries || host.cancelled())
      return result;
    const delay = backOff(delays, attempt, host.random());
    host.log(`${result.failure.message} Trying again in ${secondsText(delay)}.`);
    await host.sleep(delay);
  }
}

async function uploadOnce(
  { host, env, live }: UploadSettings,
  source: LocalSource,
  place: PushPlace,
): Promise<Uploaded> {
  const fail = (said: string, tired = false): Uploaded => ({
    kind: 'failed',
    failure: explainPush(said, place),
    tired,
  });
  if (source.id !== undefined && !(await tagImage(host, env, source.id, place.text))) {
    return fail('the engine could not tag the image');
  }
  const options: ExecOptions = { env, output: live ? 'show' : 'collect' };
  const pushed = await host.exec('docker', source.uploadStep(place.text), options);
  if (pushed.kind === 'not-found') {
    const failure = missingEngine(host, pushed) ?? { message: '`docker` was not found.' };
    return {
      kind: 'failed',
      failure: { remedy: '', ...failure, passing: false, missingRepository: false },
      tired: false,
    };
  }
  if (pushed.exitCode !== 0) {
    const last = pushed.stderr.trim().split('\n').filter(Boolean).at(-1);
    const said =
      last?.replace(/^(ERROR|error):\s*/, '') ?? `docker exited with code ${pushed.exitCode}`;
    return fail(said, /Retrying in 1 second/.test(pushed.stdout));
  }
  // The client takes a name, so what the name stands for afterwards tells what was pushed.
  const named = source.id === undefined ? undefined : await inspectImage(host, place.text);
  if (named !== undefined && named.id !== '' && named.id !== source.id) {
    const message = `Another job on this engine gave the name ${place.text} to another image while it was pushed.`;
    const remedy = 'Let only one job at a time use an engine, or give each job its own engine.';
    return {
      kind: 'failed',
      failure: { passing: true, missingRepository: false, message, remedy },
      tired: false,
    };
  }
  if (!live) for (const line of pushed.stdout.trimEnd().split('\n')) host.log(line);
  const digest = source.digestFrom(pushed);
  return digest === undefined
    ? fail('the docker client named no digest')
    : { kind: 'uploaded', digest };
}
