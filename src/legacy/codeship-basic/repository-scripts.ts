// Many dashboards had one line: a script of the repository. What CodeShip's machine had for its lines, those of the script
// need too.

import type { Repository } from '../../ground/repository.ts';
import type { Command } from './read.ts';

export type RepositoryScript = { readonly path: string; readonly text: string };

const depth = 3;

/** The scripts that a command runs or reads, and those that these run. */
export function scriptsOf({ text }: Command, repository: Repository): readonly RepositoryScript[] {
  const found = new Map<string, string>();
  const visit = (lines: string, left: number): void => {
    if (left === 0) return;
    for (const [, word = ''] of lines.matchAll(called)) {
      const path = word.replace(/^(?:~\/clone|\/home\/rof\/clone|\$\{?HOME\}?\/clone|\.)\//, '');
      if (found.has(path) || !repository.paths.includes(path)) continue;
      const content = repository.read(path) ?? '';
      if (!isShell(path, content)) continue;
      found.set(path, content);
      visit(content.replace(/^\s*#.*$/gm, ''), left - 1);
    }
  };
  visit(text, depth);
  return [...found].map(([path, content]) => ({ path, text: content }));
}

/** A path where a command begins, or behind a shell. */
const called =
  /(?:^|[\n;&|(])[^\S\n]*(?:(?:exec|sudo|time)\s+)*(?:(?:bash|sh|source|\.)\s+(?:-\S+\s+)*)?["']?([\w.~$/{}-]+)(?=["']?(?:\s|$|[;&|)]))/g;

const isShell = (path: string, content: string): boolean =>
  content.startsWith('#!') ? /^#!.*\b(?:ba|da)?sh\b/.test(content) : /\.(?:ba)?sh$/.test(path);

/** The lines of the scripts of some commands, and which command runs each. */
export const scriptLinesOf = (
  commands: readonly Command[],
  repository: Repository,
): readonly Command[] =>
  commands.flatMap((command) =>
    scriptsOf(command, repository).flatMap(({ text }) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line): Command => ({ text: line, from: command.from })),
    ),
  );
