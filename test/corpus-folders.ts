// The corpus beside the checkout: real legacy files, one folder a repository. It is not part of the project.

import fs from 'node:fs';
import path from 'node:path';

export const corpusFolder = new URL('../../shared/corpus/', import.meta.url).pathname;

export type CorpusRepository = { readonly name: string; readonly folder: string };

/** `kind/owner+name`, sorted; none where there is no corpus. */
export function corpusRepositories(): readonly CorpusRepository[] {
  const names = (at: string): string[] => (fs.existsSync(at) ? fs.readdirSync(at).sort() : []);
  return names(corpusFolder)
    .filter((kind) => fs.statSync(path.join(corpusFolder, kind)).isDirectory())
    .flatMap((kind) =>
      names(path.join(corpusFolder, kind)).map((name) => ({
        name: `${kind}/${name}`,
        folder: path.join(corpusFolder, kind, name),
      })),
    );
}
