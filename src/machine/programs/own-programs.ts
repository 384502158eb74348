// Programs that a project installs itself: scripts that its package lists, or whose file has the name of the program.

import type { Repository } from '../../ground/repository.ts';

const lists =
  /(?:^|\/)(?:setup\.(?:py|cfg)|pyproject\.toml|package\.json|composer\.json|[^/]+\.gemspec)$/;

/** Whether the project has a program of this name, which its own installation puts on PATH. */
export function isOwnProgram(name: string, { paths, read }: Repository): boolean {
  if (paths.some((path) => path === name || path.endsWith(`/${name}`))) return true;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // `NAME = package.module:function`, `"NAME": "bin/file.js"`
  const entry = new RegExp(
    `(?:^|[\\s"'])${escaped}["']?\\s*(?:=\\s*["']?[\\w.]+:\\w|:\\s*["'])`,
    'm',
  );
  return paths.some((path) => lists.test(path) && entry.test(read(path) ?? ''));
}
