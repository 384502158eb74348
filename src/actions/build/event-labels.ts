// Labels by which an image tells where it comes from: the customary ones, from the event.
// https://github.com/opencontainers/image-spec/blob/main/annotations.md

import type { Host } from '../../host/host.ts';
import { builtCommit, eventPayload, eventText } from '../event.ts';

const prefix = 'org.opencontainers.image.';

/**
 * As `key=value`. No time and no run is among them: the same commit gives the same image. A label that the Dockerfile names is
 * its own affair.
 */
export async function eventLabels(host: Host, dockerfile: string): Promise<readonly string[]> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = host.env;
  if (!server || !repository) return [];
  const payload = await eventPayload(host);
  const event = (path: string): string | undefined => eventText(payload, path) || undefined;
  const license = event('repository.license.spdx_id');
  const labels: Readonly<Record<string, string | undefined>> = {
    title: repository.split('/').at(-1),
    description: event('repository.description'),
    url: `${server}/${repository}`,
    source: `${server}/${repository}`,
    revision: builtCommit(host, payload),
    licenses: license === 'NOASSERTION' ? undefined : license,
  };
  return Object.entries(labels).flatMap(([name, value]) =>
    value === undefined || dockerfile.includes(`${prefix}${name}`)
      ? []
      : [`${prefix}${name}=${value}`],
  );
}
