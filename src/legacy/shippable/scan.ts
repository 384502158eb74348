// Which predefined variables the files of the repository read: scripts that the commands call get them too.

import type { Repository } from '../../ground/repository.ts';

/** Kinds of files that read environment variables; large trees are bounded below. */
const scanned =
  /(?:^|\/)(?:Makefile|Dockerfile[^/]*|Rakefile|Gemfile|Gruntfile[^/]*|gulpfile[^/]*|package\.json|pom\.xml|build\.xml|build\.sbt|build\.gradle|Jakefile|Procfile)$|\.(?:sh|bash|zsh|mk|rb|rake|py|js|mjs|cjs|ts|coffee|go|php|pl|clj|scala|java|gradle|groovy|ya?ml|toml|cfg|ini|env|ps1|cake|cs|cmake|xml)$/i;

const limits = { files: 2000, characters: 8_000_000 };

/** The names that some file reads, in the ways of shells and of the usual languages. */
export function namesInRepository(
  names: readonly string[],
  repository: Repository,
): ReadonlySet<string> {
  const found = new Set<string>();
  const anyName = names.join('|');
  // `$NAME`, `${NAME`, `$(NAME)` of make, env.NAME, env['NAME'], getenv("NAME"), `%NAME%` is never a Linux script.
  const pattern = new RegExp(
    `(?:\\$[{(]?|\\b(?:env|ENV)(?:iron)?(?:\\.get)?\\s*[.(\\[]\\s*['"]?|getenv\\(\\s*['"]|ENV\\.fetch\\(\\s*['"]|ENV\\[['"])(${anyName})\\b`,
    'g',
  );
  let files = 0;
  let characters = 0;
  for (const path of repository.paths) {
    if (
      !scanned.test(path) ||
      /(?:^|\/)(?:\.?shippable(?:\.\w+)?\.yml|codeship-|jet-|\.github\/)/i.test(path)
    )
      continue;
    if (++files > limits.files || characters > limits.characters) break;
    const text = repository.read(path);
    if (text === undefined) continue;
    characters += text.length;
    for (const match of text.matchAll(pattern)) if (match[1] !== undefined) found.add(match[1]);
  }
  return found;
}
