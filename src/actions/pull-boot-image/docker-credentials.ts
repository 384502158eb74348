/** The container's DOCKER_CONFIG: what `login` wrote for it, and what steps inside logged in to themselves. */

import fs from 'node:fs';
import path from 'node:path';
import { objectOf, parseJson } from '../../ground/json.ts';
import { containerDockerConfigVariable } from '../../registry/docker-config/container-docker-config.ts';
import { insideFolders } from './container-scripts.ts';
import type { Variables } from './step-environment.ts';
import { readPlainFile } from './step-folder.ts';

type ClientConfig = Readonly<Record<string, unknown>>;

/**
 * Brings the container's `config.json` up to date before a step: a login may have come since the last one. There always is
 * one, so that a login inside never writes into the container's own files, and so into a committed image.
 */
export function credentialKeeper(folder: string, hasPlugins: boolean): (step: Variables) => void {
  const target = path.join(folder, 'docker', 'config.json');
  const plugins: ClientConfig = hasPlugins ? { cliPluginsExtraDirs: [insideFolders.plugins] } : {};
  let last: string | undefined;
  return (step) => {
    const from = step[containerDockerConfigVariable];
    const text = from === undefined ? undefined : read(path.join(from, 'config.json'));
    const source = text ?? '{}';
    if (source === last) return;
    const own = configOf(read(target) ?? '');
    const given = configOf(source);
    const merged = {
      ...own,
      ...given,
      ...plugins,
      auths: { ...objectOf(own['auths']), ...objectOf(given['auths']) },
    };
    // Moved into place: a link in its stead is replaced, not followed.
    const fresh = path.join(folder, 'config.json.new');
    fs.writeFileSync(fresh, JSON.stringify(merged), { mode: 0o600 });
    fs.renameSync(fresh, target);
    last = source;
  };
}

function read(file: string): string | undefined {
  try {
    return readPlainFile(file);
  } catch {
    return undefined;
  }
}

const configOf = (text: string): ClientConfig => objectOf(parseJson(text));
