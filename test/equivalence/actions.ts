// The actions that a generated workflow uses: this project's own, built; stand-ins for those of others.

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { equivalenceFolder } from './case.ts';
import { ownCommit, projectFolder } from './translator.ts';

/** A folder with `actions` and their bundles: the committed ones in `.ci/run`, else those of the sources of now. */
export async function ownActionsFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'transship-actions-'));
  cpSync(join(projectFolder, 'actions'), join(folder, 'actions'), { recursive: true });
  const names = readdirSync(join(projectFolder, 'actions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const committed = process.env['TRANSSHIP_REQUIRE_TOOLS'] === '1';
  for (const name of names) {
    const bundle = join(projectFolder, 'dist', name);
    const entry = join(projectFolder, 'src/entry', `${name}.ts`);
    if (committed) cpSync(bundle, join(folder, 'dist', name), { recursive: true });
    else if (existsSync(entry)) await bundleEntry(entry, join(folder, 'dist', name));
  }
  return folder;
}

async function bundleEntry(entry: string, out: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile: join(out, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    // CommonJS of dependencies asks for node's modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  writeFileSync(join(out, 'package.json'), '{"type":"module"}');
}

const standIns = join(equivalenceFolder, 'stand-ins');

/** `owner/name@ref` of every action that a workflow uses, or an own action in it, with the folder to take it from. */
export function actionsOf(workflow: string, own: string): Readonly<Record<string, string>> {
  const actions: Record<string, string> = { [`transship/transship@${ownCommit}`]: own };
  const inOwn = [...workflow.matchAll(/transship\/transship\/actions\/([\w-]+)@/g)].map(
    ([, name]) => readFileSync(join(own, 'actions', name ?? '', 'action.yml'), 'utf8'),
  );
  for (const text of [workflow, ...inOwn]) {
    for (const [, owner, name, ref] of text.matchAll(
      /\buses["']?: ["']?([\w.-]+)\/([\w.-]+)[^@\s]*@([\w.-]+)/g,
    )) {
      if (owner === 'transship') continue;
      const folder = join(standIns, `${owner}`, `${name}`);
      if (!existsSync(folder)) throw new Error(`there is no stand-in for ${owner}/${name}`);
      actions[`${owner}/${name}@${ref}`] = folder;
    }
  }
  return actions;
}
