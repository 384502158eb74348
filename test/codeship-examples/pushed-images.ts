// What arrived in the registry that the examples push to.

import { run } from '../e2e/setup/command.ts';

const host = 'localhost:5000';

/** `name:tag` of all, sorted; with a remark where it isn't the image that the machine has by this name. */
export async function pushedImages(): Promise<readonly string[]> {
  const { repositories } = (await ask('_catalog')) as { readonly repositories: readonly string[] };
  const lists = await Promise.all(
    repositories.map(async (name) => {
      const { tags } = (await ask(`${name}/tags/list`)) as { readonly tags: readonly string[] };
      return Promise.all(tags.map(async (tag) => `${name}:${tag}${await remarkOn(name, tag)}`));
    }),
  );
  return lists.flat().sort();
}

async function remarkOn(name: string, tag: string): Promise<string> {
  const { config } = (await ask(`${name}/manifests/${tag}`)) as {
    readonly config: { readonly digest: string };
  };
  const image = `${host}/${name}:${tag}`;
  const { stdout } = await run('docker', ['image', 'inspect', '-f', '{{.Id}}', image], {
    check: false,
  });
  return stdout.trim() === config.digest ? '' : `, which is not the one on the machine`;
}

async function ask(path: string): Promise<unknown> {
  const accept = 'application/vnd.docker.distribution.manifest.v2+json';
  return (await fetch(`http://${host}/v2/${path}`, { headers: { accept } })).json();
}
