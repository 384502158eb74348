// Brings a plugin of the docker client to a machine that lacks it, into the runner's tool cache.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../ground/result.ts';
import type { Host } from '../host/host.ts';
import { type PluginFile, type PluginName, pluginFile, pluginVersions } from './plugin-versions.ts';

/** The program's file. */
export type BroughtPlugin = { readonly file: string; readonly version: string };

/**
 * Finds the pinned version in the tool cache or downloads it there. What was downloaded is used only if it has the
 * digest that the release was published with.
 *
 * @param source the file to download; the one for this machine unless a test names another
 */
export async function bringPlugin(
  host: Host,
  name: PluginName,
  source: PluginFile | undefined = pluginFile(name, process.platform, process.arch),
): Promise<Result<BroughtPlugin>> {
  const { version } = pluginVersions[name];
  if (source === undefined) {
    return fail(`Docker publishes no ${name} for ${process.platform} on ${process.arch}.`);
  }
  if (!host.env['RUNNER_TOOL_CACHE'])
    return fail('the runner has no tool cache (RUNNER_TOOL_CACHE is empty).');
  // Large, and needed on few machines.
  const toolCache = await import('@actions/tool-cache');
  const tool = `docker-${name}`;
  const fileName = process.platform === 'win32' ? `${tool}.exe` : tool;
  const known = toolCache.find(tool, version);
  // The cache is kept from job to job, and any job may write there.
  if (known !== '' && sha256(path.join(known, fileName)) === source.sha256) {
    return ok({ file: path.join(known, fileName), version });
  }
  try {
    const downloaded = await toolCache.downloadTool(source.url);
    const digest = sha256(downloaded);
    if (digest !== source.sha256) {
      fs.rmSync(downloaded, { force: true });
      return fail(
        `${source.url} has the SHA-256 ${digest}, not the ${source.sha256} of the release.`,
      );
    }
    fs.chmodSync(downloaded, 0o755);
    const folder = await toolCache.cacheFile(downloaded, fileName, tool, version);
    fs.rmSync(downloaded, { force: true });
    return ok({ file: path.join(folder, fileName), version });
  } catch (error) {
    return fail(`${source.url}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const sha256 = (file: string): string =>
  fs.existsSync(file) ? createHash('sha256').update(fs.readFileSync(file)).digest('hex') : '';
