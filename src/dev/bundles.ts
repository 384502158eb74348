// The bundles that are committed under dist/: one folder for each entry point, with everything it needs.

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { pages } from './pages.ts';
import { filesBelow, inProject, projectFolder } from './project.ts';

/** `cli`, `convert-action`, and one for each action. */
export const entryNames = (): readonly string[] =>
  fs
    .readdirSync(inProject('src', 'entry'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();

/** Bundles what `tsc` put into `build` into `out/<entry>`, two at a time. The same input gives the same bytes, anywhere. */
export async function bundleAll(out: string): Promise<void> {
  const names = [...entryNames()];
  const work = async (): Promise<void> => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      await bundle(name, path.join(out, name));
    }
  };
  await Promise.all([work(), work()]);
  for (const [file, text] of await pages()) {
    fs.mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
    fs.writeFileSync(path.join(out, file), text);
  }
}

async function bundle(name: string, out: string): Promise<void> {
  fs.rmSync(out, { recursive: true, force: true });
  const ncc = inProject('node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
  const args = ['build', inProject('build', 'entry', `${name}.js`), '-o', out];
  await promisify(execFile)(process.execPath, [
    ...[ncc, ...args],
    ...['--license', 'licenses.txt', '--no-cache', '-q'],
  ]);
  for (const file of filesBelow(out)) {
    const at = path.join(out, file);
    const text = fs.readFileSync(at, 'utf8');
    const problem = whyNoBundle(text);
    if (problem !== undefined) throw new Error(`dist/${name}/${file} ${problem}`);
    fs.chmodSync(at, text.startsWith('#!') ? 0o755 : 0o644);
  }
}

/** ncc makes a call that fails at run time of a module that it does not find, and says nothing. */
function whyNoBundle(text: string): string | undefined {
  const missing = /eval\("require"\)\("(\.[^"]*)"\)/.exec(text)?.[1];
  if (missing !== undefined) return `needs ${missing}, which is not there`;
  if (text.includes(projectFolder)) return 'names a folder of this machine';
  return undefined;
}
