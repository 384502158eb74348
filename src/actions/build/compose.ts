// Docker Compose for later steps of a machine that lacks it.

import path from 'node:path';
import { bringPlugin } from '../../docker/bring-plugin.ts';
import type { PluginFile } from '../../docker/plugin-versions.ts';
import { parseObject } from '../../ground/json.ts';
import type { Host } from '../../host/host.ts';
import { withPluginFolders } from '../../registry/docker-config/docker-config.ts';
import { writeDockerConfig } from '../../registry/docker-config/docker-config-folder.ts';

const title = 'transship build';

/**
 * Brings the pinned version and lets the client find it, by the configuration of the job: the machine's is not touched.
 *
 * @param source the file to download; the one for this machine unless a test names another
 */
export async function bringCompose(host: Host, source?: PluginFile): Promise<void> {
  const brought = await bringPlugin(host, 'compose', source);
  if (!brought.ok) {
    host.warning(
      `This machine has no Docker Compose, and it could not be installed: ${brought.failure.message}`,
      { title },
    );
    return;
  }
  const file = path.join(writeDockerConfig(host, []), 'config.json');
  const config = parseObject(host.files.read(file) ?? '') ?? {};
  const own = withPluginFolders(config, [path.dirname(brought.value.file)]);
  host.files.write(file, `${JSON.stringify(own, null, 2)}\n`);
  host.notice(
    `This machine has no Docker Compose: version ${brought.value.version} was installed for this and later steps.`,
    { title },
  );
}
