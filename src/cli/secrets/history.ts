// Plain files with credentials that were committed once and removed later: whoever has the repository has them. They are
// named, and the names of their variables; their values are never read out.

import { parseEnvFile } from '../../format/env-file.ts';
import { gitBytes, runGit } from '../../host/git/git.ts';
import type { Host } from '../../host/host.ts';

export type RemovedFile = {
  readonly path: string;
  /** The commit that removed it, shortened. */
  readonly commit: string;
  /** Names of variables in it; none for another kind of file. */
  readonly names: readonly string[];
};

/** Names under which people keep what CodeShip then had encrypted, and its key. */
const usual =
  /(?:^|\/)(?:codeship\.aes|\.?dockercfg(?:\.json)?|\.docker\/config\.json|\.?env|\.env\.(?:local|production|staging|development|test)|[\w.-]*\.env|[\w-]*env(?:ironment)?\.(?:plain|decrypted|unencrypted)|credentials|secrets\.ya?ml|[\w.-]+\.pem|id_rsa)$/i;
const largest = 262_144;
const most = 50;

/** Newest first. Nothing where git is not there, or the folder is not a repository. */
export async function removedFiles(host: Host, folder: string): Promise<readonly RemovedFile[]> {
  const result = await runGit(host, folder, [
    ...['log', '--diff-filter=D', '--name-only', '--no-renames', '--format=%x00%h'],
    ...['--all', '-z', '--no-textconv', '--no-ext-diff'],
  ]);
  if (result.kind !== 'exited' || result.exitCode !== 0) return [];
  const found = new Map<string, string>();
  let commit = '';
  for (const word of result.stdout.split('\0')) {
    const [first = '', ...rest] = word.split('\n');
    if (/^[0-9a-f]{7,40}$/.test(first) && rest.every((each) => each === '')) {
      commit = first;
      continue;
    }
    const file = word.replace(/^\n+/, '');
    if (usual.test(file) && !found.has(file)) found.set(file, commit);
  }
  return [...found]
    .slice(0, most)
    .map(([path, by]) => ({ path, commit: by, names: namesIn(folder, path, by) }));
}

function namesIn(folder: string, path: string, commit: string): readonly string[] {
  if (!/env/i.test(path)) return [];
  const { complete, bytes } = gitBytes(folder, ['cat-file', 'blob', `${commit}^:${path}`], {
    most: largest,
  });
  if (!complete) return [];
  return parseEnvFile(bytes.toString('utf8')).entries.flatMap(({ name }) =>
    /^[A-Za-z_]\w*$/.test(name) ? [name] : [],
  );
}
