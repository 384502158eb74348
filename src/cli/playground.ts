// `transship playground`: where the page lies, or a copy of it that holds a repository's files.

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { convert } from '../convert/convert.ts';
import { isLegacyConfiguration } from '../convert/discover.ts';
import type { Io } from '../ground/io.ts';
import type { Repository } from '../ground/repository.ts';
import { openRepository, reasonOf } from '../host/files/repository.ts';
import { findOwnPin } from '../host/git/own-pin.ts';
import { look } from '../host/look.ts';
import { packageFacts, packageFolder } from '../host/package.ts';
import { defaultSettings, type Settings } from '../legacy/translation.ts';
import type { OptionRow } from './command-row.ts';
import { defaultSettingsFile, readSettings } from './convert/settings.ts';
import { type Program, wrongUsage } from './program.ts';

export const playgroundOptions: readonly OptionRow[] = [
  { name: 'open', summary: 'Open the page in the browser' },
  { name: 'out', value: 'FILE', summary: 'Write the copy to FILE instead of a temporary folder' },
];

export const playgroundProgram: Program = async ({ arguments: [given], options }, io) => {
  const page = path.join(packageFolder(), 'dist', 'playground', 'index.html');
  const { out } = options;
  if (given === undefined && out === undefined) return show(page, 'open' in options, io);
  const folder = path.resolve(io.folder, given ?? '.');
  if (!look(folder)?.isDirectory()) {
    return wrongUsage(io, `\`${given}\` is not a folder`, 'name the folder of the repository');
  }
  const template = fs.readFileSync(page, 'utf8');
  const { repository } = openRepository(folder);
  const text = withInput(template, await inputOf(repository, settingsOf(folder)));
  const target = out === undefined ? undefined : path.resolve(io.folder, out);
  try {
    return show(writePrivate(text, target), 'open' in options, io);
  } catch (error) {
    io.stderr(`transship: the page could not be written (${reasonOf(error)})\n`);
    io.stderr('  = help: name a file that does not exist yet, in a folder that you may write to\n');
    return 2;
  }
};

/** The repository's own settings; what is wrong with them is for `convert` to say. */
function settingsOf(folder: string): Settings {
  try {
    const text = fs.readFileSync(path.join(folder, defaultSettingsFile), 'utf8');
    const { settings, usable } = readSettings(defaultSettingsFile, text);
    return usable ? settings : defaultSettings;
  } catch {
    return defaultSettings;
  }
}

type PageInput = {
  readonly paths: readonly string[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly settings: Settings;
  readonly held: readonly string[];
  readonly given: object;
};

/** The names of all files, and the text of those that a conversion looks at. */
async function inputOf(repository: Repository, settings: Settings): Promise<PageInput> {
  const texts = new Map<string, string>();
  const read = (at: string): string | undefined => {
    const text = repository.read(at);
    if (text !== undefined) texts.set(at, text);
    return text;
  };
  const held = new Set<string>();
  const holds = (at: string): boolean => {
    const isThere = repository.holds?.(at) === true;
    if (isThere) held.add(at);
    return isThere;
  };
  for (const at of repository.paths.filter(isLegacyConfiguration)) read(at);
  const { pin } = findOwnPin({});
  await convert({ repository: { ...repository, read, holds }, settings, own: pin });
  const files = [...texts].map(([at, text]) => ({ path: at, text }));
  return { paths: repository.paths, files, held: [...held], settings, given: {} };
}

const block = /(<script type="application\/json" id="playground-data">)(.*?)(<\/script>)/s;

/** The page with these files instead of an example, and with the pin that this command would write. */
function withInput(page: string, input: PageInput): string {
  return page.replace(block, (_all, open: string, text: string, close: string) => {
    const { version } = packageFacts();
    const data = {
      ...(JSON.parse(text) as object),
      facts: { version, own: findOwnPin({}) },
      input,
    };
    return `${open}${JSON.stringify(data).replaceAll('<', '\\u003c')}${close}`;
  });
}

/** Only for its owner: the files may hold what nobody else should read. Never over a file that is there. */
function writePrivate(text: string, target: string | undefined): string {
  const file =
    target ?? path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'transship-')), 'playground.html');
  fs.writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  return file;
}

/** The program that opens the page is waited for: it may have to say that it could not. */
async function show(file: string, open: boolean, io: Io): Promise<0> {
  io.stdout(`${file}\n`);
  if (!open) return 0;
  const [program, ...before] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  await new Promise<void>((resolve) => {
    execFile(program ?? 'xdg-open', [...before, pathToFileURL(file).href], (error) => {
      if (error !== null)
        io.stderr(`transship: no browser could be started; open ${file} yourself\n`);
      resolve();
    });
  });
  return 0;
}
