// The actions that a generated workflow uses: this project's own, built; stand-ins for those of others.

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { parse, stringify } from 'yaml';
import { equivalenceFolder } from './case.ts';
import { filesBelow } from './files.ts';
import type { Step } from './lower.ts';
import { ownCommit, projectFolder } from './translator.ts';
import { withoutTerminal } from './without-terminal.ts';

/**
 * A folder with `actions` and their bundles, the committed ones in `.ci/run`, else those of the sources of now; and
 * with the stand-ins. Their steps run as lowered ones do.
 */
export async function ownActionsFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'transship-actions-'));
  cpSync(join(projectFolder, 'actions'), join(folder, 'actions'), { recursive: true });
  cpSync(join(equivalenceFolder, 'stand-ins'), join(folder, 'stand-ins'), { recursive: true });
  for (const path of filesBelow(folder).filter((path) => path.endsWith('/action.yml')))
    lowerAction(join(folder, path));
  const names = readdirSync(join(projectFolder, 'actions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const committed = process.env['TRANSSHIP_REQUIRE_TOOLS'] === '1';
  if (committed) cpSync(join(projectFolder, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const name of committed ? [] : names) {
    const entry = join(projectFolder, 'src/entry', `${name}.ts`);
    if (existsSync(entry)) await bundleEntry(entry, join(folder, 'dist', name));
  }
  return folder;
}

/** Only composite actions can be lowered: what a program of `using: node24` writes nobody records. */
function lowerAction(file: string): void {
  const action = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const { using, steps, ...rest } = action['runs'] as Readonly<Record<string, unknown>>;
  if (using !== 'composite') throw new Error(`${file} uses ${using}`);
  // A composite step always names its shell.
  const lowered = (steps as readonly Step[]).map((step) => withoutTerminal(step, ''));
  writeFileSync(file, stringify({ ...action, runs: { using, ...rest, steps: lowered } }));
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
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    logLevel: 'error',
  });
  writeFileSync(join(out, 'package.json'), '{"type":"module"}');
}

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
      const folder = join(own, 'stand-ins', `${owner}`, `${name}`);
      if (!existsSync(folder)) throw new Error(`there is no stand-in for ${owner}/${name}`);
      actions[`${owner}/${name}@${ref}`] = folder;
    }
  }
  return actions;
}
