// Scripts of the repository that a command runs by itself, as commands of their own: what they read and call counts
// as if it stood in the section.

import type { Repository } from '../../../ground/repository.ts';
import { commandWords } from '../../../shell/commands.ts';
import type { Command } from '../keys/config.ts';

const shells = new Set(['sh', 'bash', 'dash', 'zsh', 'source', '.']);

/** Wrappers of Maven and Gradle read variables that nobody has to set. */
const generated = /(?:^|\/)(?:mvnw|gradlew)$/;

/** Scripts that a command runs: by their path, by a shell, or by `source`. One level deep; shell scripts only. */
export function scriptsOf({ text, from }: Command, repository: Repository): readonly Command[] {
  const paths = new Set<string>();
  for (const { word, rest } of commandWords(text)) {
    const script = shells.has(word) ? rest.find((part) => !part.startsWith('-')) : word;
    const path = script
      ?.replace(/^\$\{?(?:SHIPPABLE_(?:BUILD|REPO)_DIR|GITHUB_WORKSPACE|PWD)\}?\//, '')
      .replace(/^(?:\.\/)+/, '');
    if (path !== undefined && repository.paths.includes(path) && !generated.test(path))
      paths.add(path);
  }
  return [...paths].flatMap((path) => {
    const body = repository.read(path);
    return body !== undefined && (/\.(?:ba)?sh$/.test(path) || /^#!.*\b(?:ba|da|z)?sh\b/.test(body))
      ? [{ text: body, from, before: [] }]
      : [];
  });
}
