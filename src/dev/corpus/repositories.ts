// The corpus beside the checkout: real legacy files, one folder a repository. It is not part of the project.

import fs from 'node:fs';
import path from 'node:path';
import { type Conversion, convert } from '../../convert/convert.ts';
import { translators } from '../../convert/translators.ts';
import type { Repository } from '../../ground/repository.ts';
import { openRepository } from '../../host/files/repository.ts';
import { defaultSettings } from '../../legacy/translation.ts';
import { projectFolder } from '../project.ts';

export const corpusFolder = path.join(projectFolder, '..', 'shared', 'corpus');

export type CorpusRepository = {
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  readonly repository: Repository;
};

/** The pin of this project's own actions in measurements, so that a commit changes no number. */
export const measuringPin = { commit: '1'.repeat(40), version: 'v1.0.0' };

export const convertForMeasure = (repository: Repository): Promise<Conversion> =>
  convert({ repository, settings: defaultSettings, own: measuringPin });

/** Has every translator loaded, and the library that reads patterns, which is no part of converting, as loading the parser is none of parsing. */
export const loadTranslators = (): Promise<unknown> =>
  Promise.all([
    ...Object.values(translators).map((load) => load()),
    import('../../pattern/re2.ts'),
  ]);

/** Every folder of the corpus, sorted, as `kind/owner+name`; none where there is no corpus. */
export function corpusRepositories(): readonly CorpusRepository[] {
  const folders = (at: string): string[] =>
    fs.existsSync(at)
      ? fs
          .readdirSync(at, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => name)
          .sort()
      : [];
  return folders(corpusFolder).flatMap((kind) =>
    folders(path.join(corpusFolder, kind)).map((name) => {
      const folder = path.join(corpusFolder, kind, name);
      return { name: `${kind}/${name}`, folder, repository: openRepository(folder).repository };
    }),
  );
}

/** The same repository with other texts of some files, or with further files. */
export function withTexts(repository: Repository, texts: ReadonlyMap<string, string>): Repository {
  const paths = [...new Set([...repository.paths, ...texts.keys()])].sort((a, b) =>
    a < b ? -1 : 1,
  );
  return { paths, read: (file) => texts.get(file) ?? repository.read(file) };
}
