// Removes old tags after a push, where that was asked for: told first, done by a second word.

import { clientCredential } from '../../docker/client-credential.ts';
import { defined } from '../../ground/defined.ts';
import type { Failure } from '../../ground/failure.ts';
import { fail, ok, type Result } from '../../ground/result.ts';
import type { Host } from '../../host/host.ts';
import type { pushInterface } from '../../interfaces/push.ts';
import { matchesWildcard } from '../../pattern/wildcard.ts';
import { addressOf } from '../../registry/docker-config/named-addresses.ts';
import { partsOf } from '../../registry/images/image-index.ts';
import { openRepository } from '../../registry/images/manifests.ts';
import {
  type AgedTag,
  ecrLifecyclePolicy,
  oldTags,
  tagStore,
} from '../../registry/images/retention.ts';
import type { Credential } from '../../registry/protocol/credential.ts';
import { parseEcrHost } from '../../registry/protocol/ecr-hosts.ts';
import { patience } from '../../registry/protocol/patience.ts';
import * as registry from '../../registry/protocol/result.ts';
import type { Inputs } from '../program.ts';
import { linesOf, type RepositoryTargets } from './targets.ts';

type PushInputs = Inputs<typeof pushInterface>;

export type Retention = {
  readonly keep: number;
  readonly may: (tag: string) => boolean;
  readonly removes: boolean;
};

/** Undefined where nothing was asked for. */
export function readRetention(
  inputs: PushInputs,
): Result<Retention | undefined, readonly Failure[]> {
  const { 'keep-tags': keep, 'retention-tags': pattern } = inputs;
  if (keep === '' && pattern === '') return ok(undefined);
  const refuse = (message: string, remedy: string) => ({
    ok: false as const,
    failure: [fail(message, remedy).failure],
  });
  if (!/^[1-9][0-9]{0,5}$/.test(keep))
    return refuse(
      'Input keep-tags is not a number from 1 up.',
      'Set it to the number of tags to keep.',
    );
  if (pattern === '') {
    return refuse(
      '`keep-tags` needs `retention-tags`, the tags that may be removed.',
      'Write names with `*`, one per line, such as `main-*` for the tags of a branch.',
    );
  }
  const patterns = linesOf(pattern);
  const may = (tag: string): boolean => patterns.some((one) => matchesWildcard(one, tag));
  return ok({ keep: Number(keep), may, removes: inputs['remove-tags'] });
}

/** One repository after its push; what was pushed now always stays. */
export async function retain(
  host: Host,
  folder: string,
  { keep, may, removes }: Retention,
  group: RepositoryTargets,
  token: string,
): Promise<Failure | undefined> {
  const name = `${group.host}/${group.path}`;
  if (parseEcrHost(group.host) !== undefined) {
    host.notice(
      `${name}: Amazon ECR removes old images with a lifecycle policy: aws ecr put-lifecycle-policy --repository-name ${group.path} --lifecycle-policy-text '${ecrLifecyclePolicy(keep)}'`,
      { title: 'transship push' },
    );
    return undefined;
  }
  const credential = await clientCredential(host, folder, group.host);
  const request = { patience: patience(host, 300), path: group.path, credential, token };
  const store = tagStore(group.host, request);
  if (store === undefined) {
    return fail(
      `${group.host} has no API to remove old tags, or none that transship knows.`,
      'Remove `keep-tags`, or configure retention in the registry itself. Docker Hub, Quay.io and ghcr.io are supported.',
    ).failure;
  }
  const tags = await store.list();
  if (!tags.ok) return problem(name, tags.failure);
  const fresh = new Set(group.targets.map(({ reference }) => reference.tag));
  const aged = oldTags(tags.value, (tag) => may(tag) && !fresh.has(tag), keep);
  const parts =
    store.removesImages && aged.length > 0
      ? await partsOfOthers(host, credential, group, tags.value, aged)
      : registry.ok<ReadonlySet<string>>(new Set());
  if (!parts.ok) return problem(name, parts.failure);
  const old = aged.filter(({ digest }) => !parts.value.has(digest));
  const list = old.map((tag) => tag.name).join(', ') || 'none';
  if (!removes) {
    host.log(`${name}: of ${tags.value.length} tags these would be removed: ${list}`);
    return undefined;
  }
  const gone = await store.remove(old);
  if (!gone.ok) return problem(name, gone.failure);
  host.log(`${name}: removed of ${tags.value.length} tags: ${list}`);
  return undefined;
}

/** Images that those with a tag that stays consist of: one for each platform. */
async function partsOfOthers(
  host: Host,
  credential: Credential | undefined,
  group: RepositoryTargets,
  all: readonly AgedTag[],
  going: readonly AgedTag[],
): Promise<registry.Result<ReadonlySet<string>>> {
  const address = addressOf(host.env, group.host);
  if (address === undefined) return registry.fail('wrong', `${group.host} is not a host.`);
  const opened = await openRepository(patience(host, 300), address, group.path, credential, 'pull');
  if (!opened.ok) return opened;
  const gone = new Set(going.map(({ digest }) => digest));
  const kept = new Set(all.map(({ digest }) => digest).filter((digest) => !gone.has(digest)));
  return partsOf(opened.value, [...kept]);
}

const problem = (
  name: string,
  { message, remedy }: { readonly message: string; readonly remedy?: string },
): Failure => ({
  message: `${name}: old tags were not removed. ${message}`,
  ...defined({ remedy }),
});
