// Which predefined variables the files of the repository read: scripts that the commands call get them too.

import type { Repository } from '../../../ground/repository.ts';
import type { Place } from '../../../source/diagnostic.ts';
import { sourceFile } from '../../../source/source-file.ts';

/** Kinds of files that read environment variables; large trees are bounded below. */
const scanned =
  /(?:^|\/)(?:Makefile|Dockerfile[^/]*|Rakefile|Gemfile|Gruntfile[^/]*|gulpfile[^/]*|package\.json|pom\.xml|build\.xml|build\.sbt|build\.gradle|Jakefile|Procfile)$|\.(?:sh|bash|zsh|mk|rb|rake|py|js|mjs|cjs|ts|coffee|go|php|pl|clj|scala|java|gradle|groovy|ya?ml|toml|cfg|ini|env|ps1|cake|cs|cmake|xml)$/i;

const limits = { files: 2000, characters: 8_000_000 };

/** `$NAME`, `${NAME`, `$(NAME)` of make, env.NAME, env['NAME'], getenv("NAME"); `%NAME%` is never a Linux script. */
const readingOf = (names: readonly string[]): RegExp =>
  new RegExp(
    `(?:\\$[{(]?|\\b(?:env|ENV)(?:iron)?(?:\\.get)?\\s*[.(\\[]\\s*['"]?|getenv\\(\\s*['"]|ENV\\.fetch\\(\\s*['"]|ENV\\[['"])(${names.join('|')})\\b`,
    'g',
  );

/** Where a file reads the variable first. */
export function placeInRepository(name: string, repository: Repository): Place | undefined {
  for (const path of repository.paths.filter((each) => isScanned(each)).slice(0, limits.files)) {
    const text = textOf(path, repository) ?? '';
    const [match] = text.includes(name) ? text.matchAll(readingOf([name])) : [];
    if (match !== undefined)
      return {
        file: sourceFile(path, text),
        start: match.index,
        end: match.index + match[0].length,
      };
  }
  return undefined;
}

/** Without an extension, such as `bin/ci`: a script, if its first line names an interpreter. */
const maybeScript = /(?:^|\/)[^./]+$/;

const textOf = (path: string, repository: Repository): string | undefined => {
  const text = repository.read(path);
  return scanned.test(path) || text?.startsWith('#!') === true ? text : undefined;
};

const isScanned = (path: string): boolean =>
  (scanned.test(path) || maybeScript.test(path)) &&
  !/(?:^|\/)(?:\.?shippable(?:\.\w+)?\.yml|codeship-|jet-|\.github\/)/i.test(path);

/** The names that some file reads, in the ways of shells and of the usual languages. */
export function namesInRepository(
  names: readonly string[],
  repository: Repository,
): ReadonlySet<string> {
  const found = new Set<string>();
  const pattern = readingOf(names);
  let files = 0;
  let characters = 0;
  for (const path of repository.paths) {
    if (!isScanned(path)) continue;
    if (++files > limits.files || characters > limits.characters) break;
    const text = textOf(path, repository);
    if (text === undefined) continue;
    characters += text.length;
    for (const match of text.matchAll(pattern)) if (match[1] !== undefined) found.add(match[1]);
  }
  return found;
}
