import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const project = new URL('../../..', import.meta.url).pathname;

export type ActionsFolder = {
  /** Holds `actions/` and `dist/`, as a checkout of the project does. */
  readonly folder: string;
  readonly remove: () => void;
};

/**
 * The composite actions and the programs of those named: the committed bundles in `.ci/run`, which has proved them
 * fresh; else bundles of the sources as they are now.
 */
export const createActionsFolder = async (names: readonly string[]): Promise<ActionsFolder> => {
  const folder = mkdtempSync(join(tmpdir(), 'transship-actions-'));
  // Runners of tests may be other users.
  chmodSync(folder, 0o755);
  cpSync(join(project, 'actions'), join(folder, 'actions'), { recursive: true });
  for (const name of names) {
    const target = join(folder, 'dist', name);
    if (process.env['TRANSSHIP_REQUIRE_TOOLS'] === '1') {
      cpSync(join(project, 'dist'), join(folder, 'dist'), { recursive: true });
      break;
    }
    await build({
      entryPoints: [join(project, `src/entry/${name}.ts`)],
      outfile: join(target, 'index.js'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      // CommonJS of dependencies asks for node's modules.
      banner: {
        js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
      },
      logLevel: 'error',
    });
    writeFileSync(join(target, 'package.json'), '{"type":"module"}');
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
