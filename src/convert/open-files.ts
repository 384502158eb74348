// Credentials that lie open in files that the build reads: Dockerfiles, environment files, and scripts that the legacy
// files name. They are named, and stay as they are.

import type { Repository } from '../ground/repository.ts';
import type { Settings } from '../legacy/translation.ts';
import { credentialShapes } from '../secret/credential-shapes.ts';
import type { Report } from '../source/diagnostic.ts';
import type { SourceDocument } from '../source/parse.ts';
import { sourceFile } from '../source/source-file.ts';

const limits = { files: 400, findings: 50 };
const isDockerfile = /(?:^|\/)(?:[^/]*[.-])?Dockerfile[^/]*$|\.dockerfile$/i;
const passedOver =
  /(?:^|\/)(?:docs?|examples?|fixtures?|tests?|spec)\/|\.(?:example|sample|dist|template)$|\.md$/i;

export function reportOpenFiles(
  documents: readonly SourceDocument[],
  { paths, read }: Repository,
  { publicValues }: Settings,
  report: Report,
): void {
  if (documents.length === 0) return;
  const own = new Set(documents.map(({ file }) => file.path));
  const isPublic = new Set(publicValues.map((name) => name.toUpperCase()));
  let left = limits.findings;
  const readable = paths.filter(
    (path) =>
      !own.has(path) && !passedOver.test(path) && (isDockerfile.test(path) || isScript(path)),
  );
  if (readable.length === 0) return;
  const named = new Set(
    documents.flatMap(({ file }) =>
      // Words in one run, looked at one by one: a pattern for file names alone would try each of a long word's ends.
      (file.text.match(/[\w./-]+/g) ?? []).filter(looksLikeFile).map(baseName),
    ),
  );
  const files = readable.filter((path) => isDockerfile.test(path) || named.has(baseName(path)));
  for (const path of files.slice(0, limits.files)) {
    const text = read(path) ?? '';
    const file = sourceFile(path, text);
    for (const { start, end, what, name } of credentialShapes(text)) {
      if (left-- <= 0) return;
      if (name !== undefined && isPublic.has(name.toUpperCase())) continue;
      report(
        'open-credential-file',
        { file, start, end },
        `this lies open for everybody who can read the repository: ${what}`,
        'give it a new value, and have the file read a variable that a secret gives',
      );
    }
  }
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const isScript = (path: string): boolean =>
  /\.(?:sh|bash|env|py|rb|js|ya?ml|json|properties|cfg|conf|ini)$|(?:^|\/)(?:\.env[\w.-]*|[^./]+|\.?dockercfg)$/i.test(
    path,
  );

/** `name.ending`, or anything with `env` in it. */
const looksLikeFile = (word: string): boolean => /[\w-]\.[\w-]/.test(word) || word.includes('env');
