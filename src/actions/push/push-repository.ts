// All tags of one repository: one upload, then the manifest under every other tag, then what the registry says they are.

import { clientCredential } from '../../docker/client-credential.ts';
import { isOf } from '../../docker/local-images.ts';
import { tagImage } from '../../docker/tag-image.ts';
import { addressOf } from '../../registry/docker-config/named-addresses.ts';
import { withAnnotations } from '../../registry/images/image-index.ts';
import {
  getManifest,
  type Manifest,
  openRepository,
  putManifest,
  type Repository,
  readDigest,
} from '../../registry/images/manifests.ts';
import { patience } from '../../registry/protocol/patience.ts';
import { fail, type Result } from '../../registry/protocol/result.ts';
import { explainPush, type PushFailure, type PushPlace } from './explain.ts';
import { accessTo, bringContent, type RemoteSource } from './remote.ts';
import type { LocalSource } from './source.ts';
import type { PushTarget, RepositoryTargets } from './targets.ts';
import { type UploadSettings, upload } from './upload.ts';

export type Outcome = {
  readonly target: PushTarget;
  /**
   * `uploaded`: layers and manifest. `tagged`: the manifest only, its layers were there. `present`: the tag was right
   * already. `failed`: see `failure`. `cancelled`: the step was to end before its manifest was sent.
   */
  readonly state: 'uploaded' | 'tagged' | 'present' | 'failed' | 'cancelled';
  readonly digest?: string;
  /** The registry itself was asked for the digest. */
  readonly readBack: boolean;
  readonly failure?: PushFailure;
};

export type RepositoryPush = PushSettings & { readonly source: LocalSource };

export type PushSettings = UploadSettings & {
  /** The client's configuration folder, where its credentials are. */
  readonly configFolder: string;
  /** What each manifest gets on top of its own annotations. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Makes the missing repository; gives what went wrong, or undefined. Absent where that was not asked for. */
  readonly createRepository?: (place: PushPlace) => Promise<PushFailure | undefined>;
};

/** Seconds for requests that ask or tag, from the first to the last, waiting included. */
const requestBudget = 120;

const tagsAtOnce = 6;

export async function pushRepository(
  push: RepositoryPush,
  group: RepositoryTargets,
): Promise<readonly Outcome[]> {
  const { host, source } = push;
  const [first] = group.targets;
  const began = host.now();
  // Both at once: the upload takes longer than asking for a token.
  const opening = open(push, group);
  const known = await findKnown(source, group, opening);
  if (known !== undefined) {
    const manifest = annotated(push, known.manifest);
    return tagAll(
      push,
      group.targets,
      { repository: known.repository, manifest, mayBePresent: true },
      byClient(push),
    );
  }
  const place = placeOf(group, first);
  let uploaded = await upload(push, source, place);
  if (
    uploaded.kind === 'failed' &&
    uploaded.failure.missingRepository &&
    push.createRepository !== undefined
  ) {
    const problem = await push.createRepository(place);
    if (problem === undefined) uploaded = await upload(push, source, place);
    else uploaded = { kind: 'failed', failure: problem, tired: false };
  }
  if (uploaded.kind === 'failed' && host.cancelled()) return group.targets.map(notPushed);
  if (uploaded.kind === 'failed') {
    const { failure: cause } = uploaded;
    const others = group.targets.slice(1).map(({ text }) => `\`${text}\``);
    const also = others.length === 0 ? '' : ` Not pushed either: ${others.join(', ')}.`;
    // What a registry said need not be a sentence.
    const stop = also === '' || /[.!?]$/.test(cause.message) ? '' : '.';
    const failure = { ...cause, message: `${cause.message}${stop}${also}` };
    return group.targets.map((target) => ({ target, state: 'failed', readBack: false, failure }));
  }
  const others = group.targets.slice(1);
  const outcome: Outcome = {
    target: first,
    state: 'uploaded',
    digest: uploaded.digest,
    readBack: false,
  };
  if (host.cancelled()) return [outcome, ...others.map(notPushed)];
  // A token lives for a minute at least, and a large upload for longer.
  const opened = host.now() - began < 30_000 ? await opening : await open(push, group);
  if (!opened.ok) return withoutRequests(push, group, uploaded.digest, opened.failure.message);
  const repository = opened.value;
  const changes = Object.keys(push.annotations ?? {}).length > 0;
  if (others.length === 0 && !changes) return [await readBack(repository, outcome)];
  // By its tag, which reads the first one back at the same time.
  const manifest = await getManifest(repository, first.reference.tag);
  if (host.cancelled()) return [outcome, ...others.map(notPushed)];
  if (!manifest.ok) return withoutRequests(push, group, uploaded.digest, manifest.failure.message);
  const readOutcome = judge(outcome, manifest.value?.digest);
  if (manifest.value === undefined || readOutcome.state === 'failed') {
    const failure = readOutcome.failure ?? explainPush('the registry does not show it', place);
    return group.targets.map((target) => ({ target, state: 'failed', readBack: true, failure }));
  }
  if (changes) {
    const withOurs = annotated(push, manifest.value);
    return tagAll(push, group.targets, { repository, manifest: withOurs }, byClient(push));
  }
  host.log(
    `${others.length} more ${others.length === 1 ? 'tag' : 'tags'} of ${group.host}/${group.path} by manifest, without uploading again`,
  );
  const tagged = await tagAll(
    push,
    others,
    { repository, manifest: manifest.value },
    byClient(push),
  );
  return [readOutcome, ...tagged];
}

/** The same without an engine: what the manifest names is brought first, then it gets each tag. */
export async function pushRemote(
  push: PushSettings,
  source: RemoteSource,
  group: RepositoryTargets,
): Promise<readonly Outcome[]> {
  const { host, configFolder } = push;
  const target = accessTo(host, configFolder, group, 'pull,push');
  const place = placeOf(group, group.targets[0]);
  let brought = await bringContent(host, source, target);
  let cause = brought.ok ? undefined : explainPush(brought.failure.message, place);
  if (cause?.missingRepository && push.createRepository !== undefined) {
    cause = await push.createRepository(place);
    if (cause === undefined) {
      brought = await bringContent(host, source, target);
      cause = brought.ok ? undefined : explainPush(brought.failure.message, place);
    }
  }
  const opened = await target.open();
  if (cause === undefined && !opened.ok) cause = explainPush(opened.failure.message, place);
  if (host.cancelled()) return group.targets.map(notPushed);
  if (cause !== undefined || !opened.ok) {
    const failure = cause ?? explainPush('it does not answer', place);
    return group.targets.map((one) => ({ target: one, state: 'failed', readBack: false, failure }));
  }
  const manifest = annotated(push, source.manifest);
  const there = { repository: opened.value, manifest, mayBePresent: true };
  return tagAll(push, group.targets, there, async (one, said) => ({
    target: one,
    state: 'failed',
    readBack: false,
    failure: explainPush(said, placeOf(group, one)),
  }));
}

const annotated = ({ annotations = {} }: PushSettings, manifest: Manifest): Manifest =>
  withAnnotations(manifest, annotations);

/** What becomes of a tag that the registry does not take from us. */
type Otherwise = (target: PushTarget, said: string) => Promise<Outcome>;

/** The client may know a way that we do not; if it does not either, its words count. */
const byClient =
  (push: RepositoryPush): Otherwise =>
  (target, said) => {
    push.host.log(`${target.text}: ${said}; trying by docker push`);
    return uploadOther(push, target, said);
  };

const notPushed = (target: PushTarget): Outcome => ({
  target,
  state: 'cancelled',
  readBack: false,
});

const placeOf = (group: RepositoryTargets, target: PushTarget): PushPlace => ({
  host: group.host,
  path: group.path,
  text: target.text,
});

async function open(push: RepositoryPush, group: RepositoryTargets): Promise<Result<Repository>> {
  const address = addressOf(push.host.env, group.host);
  if (address === undefined) return fail('wrong', `${group.host} is not a host.`);
  const credential = await clientCredential(push.host, push.configFolder, group.host);
  return openRepository(patience(push.host, requestBudget), address, group.path, credential);
}

/** The manifest of this very image where the repository has it from an earlier push: nothing is uploaded then. */
async function findKnown(
  source: LocalSource,
  group: RepositoryTargets,
  opening: Promise<Result<Repository>>,
): Promise<{ readonly repository: Repository; readonly manifest: Manifest } | undefined> {
  const name = group.targets[0].reference.name;
  const digests = source.knownDigests.filter((known) => isOf(known, name));
  if (digests.length === 0) return undefined;
  const opened = await opening;
  if (!opened.ok) return undefined;
  for (const digest of digests) {
    const manifest = await getManifest(opened.value, digest.slice(digest.indexOf('@') + 1));
    if (manifest.ok && manifest.value !== undefined)
      return { repository: opened.value, manifest: manifest.value };
  }
  return undefined;
}

/** A manifest that the repository has, and that further tags are given to. */
type InRepository = {
  readonly repository: Repository;
  readonly manifest: Manifest;
  /** A tag may name it already, from an earlier push. */
  readonly mayBePresent?: boolean;
};

async function tagAll(
  push: PushSettings & { readonly source?: LocalSource },
  targets: readonly PushTarget[],
  { repository, manifest, mayBePresent = false }: InRepository,
  otherwise: Otherwise,
): Promise<readonly Outcome[]> {
  const tagOne = async (target: PushTarget): Promise<Outcome> => {
    const { tag } = target.reference;
    if (mayBePresent) {
      const now = await readDigest(repository, tag);
      if (now.ok && now.value === manifest.digest) {
        return { target, state: 'present', digest: manifest.digest, readBack: true };
      }
    }
    const put = await putManifest(repository, tag, manifest);
    if (put.ok)
      return readBack(repository, {
        target,
        state: 'tagged',
        digest: manifest.digest,
        readBack: false,
      });
    if (push.host.cancelled()) return notPushed(target);
    return otherwise(target, put.failure.message);
  };
  const outcomes: Outcome[] = [];
  for (let at = 0; at < targets.length; at += tagsAtOnce) {
    const some = targets.slice(at, at + tagsAtOnce);
    if (push.host.cancelled()) {
      outcomes.push(...targets.slice(at).map(notPushed));
      break;
    }
    // A later step may want the image by this name; the push does not depend on it.
    const local = some.map((target) => tagLocally(push, target));
    outcomes.push(...(await Promise.all(some.map(tagOne))));
    await Promise.all(local);
  }
  return outcomes;
}

async function tagLocally(
  { host, env, source }: UploadSettings & { readonly source?: LocalSource },
  target: PushTarget,
): Promise<void> {
  if (source?.id !== undefined) await tagImage(host, env, source.id, target.text);
}

async function uploadOther(
  push: RepositoryPush,
  target: PushTarget,
  said: string,
): Promise<Outcome> {
  const { host, path } = target.reference;
  const place: PushPlace = { host, path, text: target.text };
  const uploaded = await upload(push, push.source, place);
  if (uploaded.kind === 'uploaded') {
    return { target, state: 'uploaded', digest: uploaded.digest, readBack: false };
  }
  const failure = said === '' ? uploaded.failure : explainPush(said, place);
  return {
    target,
    state: 'failed',
    readBack: false,
    failure: uploaded.failure.passing ? failure : uploaded.failure,
  };
}

/** Where this program cannot speak to the registry, as the engine can: one push after the other. */
async function withoutRequests(
  push: RepositoryPush,
  group: RepositoryTargets,
  digest: string,
  why: string,
): Promise<readonly Outcome[]> {
  const [first, ...others] = group.targets;
  push.host.warning(
    `${group.host} can be reached by the engine, but not by this step (${why}): every tag is pushed separately, and the digests are those that the docker client reports.`,
    { title: 'transship push' },
  );
  const outcomes: Outcome[] = [{ target: first, state: 'uploaded', digest, readBack: false }];
  for (const target of others) outcomes.push(await uploadOther(push, target, ''));
  return outcomes;
}

async function readBack(repository: Repository, outcome: Outcome): Promise<Outcome> {
  const { target } = outcome;
  const now = await readDigest(repository, target.reference.tag);
  if (now.ok) return judge(outcome, now.value);
  if (repository.patience.host.cancelled()) return outcome;
  repository.patience.host.warning(
    `${target.text} was pushed, but its digest could not be read back: ${now.failure.message}`,
    { title: 'transship push' },
  );
  return outcome;
}

/** What was pushed, against what the registry says. */
function judge(outcome: Outcome, seen: string | undefined): Outcome {
  const { target, digest } = outcome;
  if (seen === digest) return { ...outcome, readBack: true };
  const says = seen === undefined ? 'has no such tag' : `says ${seen}`;
  return {
    target,
    state: 'failed',
    readBack: true,
    failure: {
      passing: false,
      missingRepository: false,
      message: `\`${target.text}\` was pushed as ${digest}, and the registry ${says}.`,
      remedy:
        'Another job may have pushed the same tag at the same time: let only one job push it.',
    },
  };
}
