// A golden case: a folder with the legacy files under their real names, and what they become.
//   expected/      every file that is written, at its path
//   expected.txt   the diagnostics, one a line: severity code file:line:column message
//   key.aes        the key that the conversion is given, for a case whose names it reads; no file of the repository
//   known-gap.md   present where the case is wrong so far and must stay so until the file is removed
// Beside the cases, help.txt: what diagnostics tell people to do, each text once, behind its code; and why secrets are
// needed, behind `secret`.

import fs from 'node:fs';
import path from 'node:path';
import { readSettings } from '../src/cli/convert/settings.ts';
import { type Conversion, convert } from '../src/convert/convert.ts';
import type { Repository } from '../src/ground/repository.ts';
import { sealedNames } from '../src/secret/sealed-names.ts';
import { positionAt } from '../src/source/source-file.ts';

export type GoldenCase = {
  /** `system/case`. */
  readonly name: string;
  readonly folder: string;
  readonly hasKnownGap: boolean;
};

export const goldenFolder = new URL('golden/', import.meta.url).pathname;

/** The pin of this project's own actions in tests, so that a release changes no case. */
export const ownPin = { commit: '1'.repeat(40), version: 'v1.0.0' };

export function goldenCases(): readonly GoldenCase[] {
  const names = (at: string): string[] =>
    fs.existsSync(at)
      ? fs
          .readdirSync(at, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => name)
          .sort()
      : [];
  return names(goldenFolder).flatMap((system) =>
    names(path.join(goldenFolder, system)).map((name) => {
      const folder = path.join(goldenFolder, system, name);
      const hasKnownGap = fs.existsSync(path.join(folder, 'known-gap.md'));
      return { name: `${system}/${name}`, folder, hasKnownGap };
    }),
  );
}

const notInput = /^(?:expected\/|expected\.txt$|known-gap\.md$|key\.aes$)/;

/** The input of a case, or any folder that has no `expected`, as a repository. */
export function repositoryOf(folder: string): Repository {
  const paths = filesBelow(folder).filter((file) => !notInput.test(file));
  return {
    paths,
    read: (file) =>
      paths.includes(file) ? fs.readFileSync(path.join(folder, file), 'utf8') : undefined,
  };
}

/** Relative paths with `/`, sorted by code units. */
export function filesBelow(folder: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort((a, b) => (a < b ? -1 : 1));
}

export async function convertCase(folder: string): Promise<Conversion> {
  const repository = repositoryOf(folder);
  const text = repository.read('.github/transship.yml') ?? '';
  const { settings } = readSettings('.github/transship.yml', text);
  const key = path.join(folder, 'key.aes');
  const openSealed = fs.existsSync(key) ? sealedNames(fs.readFileSync(key, 'utf8')) : undefined;
  return convert({
    repository,
    settings,
    own: ownPin,
    ...(openSealed === undefined ? {} : { openSealed }),
  });
}

function diagnosticLines({ diagnostics }: Conversion): string {
  return diagnostics
    .map(({ severity, code, message, at }) => {
      const { line, column } = at === undefined ? {} : positionAt(at.file, at.start);
      const place = at === undefined ? '-' : `${at.file.path}:${line}:${column}`;
      return `${severity} ${code} ${place} ${message}\n`;
    })
    .join('');
}

/** Path to text of what a case holds. */
export function expectedOf(folder: string): Readonly<Record<string, string>> {
  const below = path.join(folder, 'expected');
  const files = filesBelow(below).map((file) => [
    `expected/${file}`,
    fs.readFileSync(path.join(below, file), 'utf8'),
  ]);
  const list = path.join(folder, 'expected.txt');
  const text = fs.existsSync(list) ? fs.readFileSync(list, 'utf8') : undefined;
  return Object.fromEntries(text === undefined ? files : [...files, ['expected.txt', text]]);
}

/** Path to text of what a conversion gives. */
export function actualOf(conversion: Conversion): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...conversion.files.map(({ path: file, content }) => [`expected/${file}`, content]),
    ['expected.txt', diagnosticLines(conversion)],
  ]);
}

const helpFile = path.join(goldenFolder, 'help.txt');

/** The lines of `help.txt` for a conversion; `-` where a diagnostic tells nothing. */
export const helpOf = ({ diagnostics, secrets }: Conversion): readonly string[] =>
  [
    ...diagnostics.map(({ code, help }) => `${code}: ${help ?? '-'}`),
    ...secrets.map(({ why }) => `secret: ${why}`),
  ].map((line) => line.replaceAll('\n', '\\n'));

export const knownHelp = (): ReadonlySet<string> =>
  new Set(fs.readFileSync(helpFile, 'utf8').split('\n').slice(0, -1));

export function saveHelp(lines: Iterable<string>): void {
  const sorted = [...new Set(lines)].sort();
  fs.writeFileSync(helpFile, sorted.map((line) => `${line}\n`).join(''));
}

export function saveExpected(folder: string, actual: Readonly<Record<string, string>>): void {
  fs.rmSync(path.join(folder, 'expected'), { recursive: true, force: true });
  for (const [file, text] of Object.entries(actual)) {
    const at = path.join(folder, file);
    fs.mkdirSync(path.dirname(at), { recursive: true });
    fs.writeFileSync(at, text);
  }
}
