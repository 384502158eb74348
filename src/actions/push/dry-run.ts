// What a push would do, told without doing it.

import type { Host } from '../../host/host.ts';
import { readDigest } from '../../registry/images/manifests.ts';
import { accessTo } from './remote.ts';
import type { PushTarget } from './targets.ts';

/** @param digest of the image, where it is known before the push */
export async function tellPlan(
  host: Host,
  folder: string,
  title: string,
  digest: string | undefined,
  targets: readonly PushTarget[],
): Promise<void> {
  const rows = await Promise.all(
    targets.map(async (target) => {
      const repository = await accessTo(host, folder, target.reference, 'pull').open();
      const now = repository.ok
        ? await readDigest(repository.value, target.reference.tag)
        : repository;
      const has = now.ok ? (now.value ?? 'no such tag') : `unknown: ${now.failure.message}`;
      const change =
        now.ok && digest !== undefined && now.value === digest
          ? 'nothing to do'
          : 'would be pushed';
      return { target, has, change };
    }),
  );
  for (const { target, has, change } of rows)
    host.log(`Dry run: ${target.text}: ${change}; in the registry now: ${has}`);
  host.summary(
    [
      `### Dry run of a push of ${title}`,
      '',
      '| Reference | In the registry now | |',
      '| --- | --- | --- |',
      ...rows.map(({ target, has, change }) => `| \`${target.text}\` | \`${has}\` | ${change} |`),
    ].join('\n'),
  );
}
