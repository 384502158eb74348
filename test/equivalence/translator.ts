// The translator under test, as people run it: a built program, not the sources.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../e2e/setup/command.ts';

export const projectFolder = new URL('../..', import.meta.url).pathname;

/** The commit that generated workflows name for this project's own actions. */
export const ownCommit = '1'.repeat(40);

export type Translator = {
  /** Converts a folder in place, with CodeShip's key where it is given; gives what the translator said. */
  readonly convert: (folder: string, key?: string) => Promise<string>;
  readonly remove: () => void;
};

/**
 * The one that TRANSSHIP_TRANSLATOR names (a program); else the committed bundle in `.ci/run`, which has proved
 * it fresh; else the sources of now, compiled.
 */
export async function openTranslator(): Promise<Translator> {
  const named = process.env['TRANSSHIP_TRANSLATOR'];
  if (named !== undefined) return translator(named);
  if (process.env['TRANSSHIP_REQUIRE_TOOLS'] === '1')
    return translator(join(projectFolder, 'dist/cli/index.js'));
  const folder = mkdtempSync(join(tmpdir(), 'transship-translator-'));
  const program = await compile(projectFolder, folder);
  return { ...translator(program), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The one to compare conversions with: cases that both convert alike need not run. */
export function openBaseline(): Translator | undefined {
  const named = process.env['TRANSSHIP_TRANSLATOR_BASELINE'];
  return named === undefined ? undefined : translator(named);
}

/** Compiles `src` of a project into a package of its own; gives the program. */
async function compile(project: string, into: string): Promise<string> {
  mkdirSync(into, { recursive: true });
  cpSync(join(projectFolder, 'package.json'), join(into, 'package.json'));
  symlinkSync(join(projectFolder, 'node_modules'), join(into, 'node_modules'));
  const tsc = join(projectFolder, 'node_modules/.bin/tsc');
  const { code, output } = await run(tsc, ['-p', project, '--outDir', join(into, 'build')], {
    check: false,
  });
  const program = join(into, 'build/entry/cli.js');
  if (!existsSync(program)) throw new Error(`tsc, exit ${code}:\n${output}`);
  return program;
}

const translator = (program: string): Translator => ({
  convert: async (folder, key) => {
    const settings = join(folder, '.github/transship.yml');
    const own = existsSync(settings) ? readFileSync(settings, 'utf8') : '';
    const config = `${folder}.settings.yml`;
    writeFileSync(config, `${own}\nown-actions: { commit: '${ownCommit}', version: v1.0.0 }\n`);
    const { code, output } = await run(
      process.execPath,
      [program, 'convert', folder, '--config', config],
      {
        check: false,
        ...(key === undefined ? {} : { env: { ...process.env, CODESHIP_AES_KEY: key } }),
      },
    );
    if (code !== 0) throw new Error(`convert, exit ${code}:\n${output}`);
    return output;
  },
  remove: () => {},
});
