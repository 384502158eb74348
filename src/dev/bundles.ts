// What is committed under dist/: a file to start for each program, and one bundle that all of them share.

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { pages } from './pages.ts';
import { filesBelow, inProject, projectFolder } from './project.ts';
import { shareModules } from './shared-modules.ts';

/** `cli`, `convert-action`, and one for each action. */
export const entryNames = (): readonly string[] =>
  fs
    .readdirSync(inProject('src', 'entry'))
    .filter((name) => name.endsWith('.ts') && name !== 'start.cts')
    .map((name) => name.slice(0, -3))
    .sort();

/** Modules that the bundle has another for: what no program of ours reaches, and what comes smaller under another name. */
const instead: Readonly<Record<string, string>> = {
  undici: 'entry/instead/undici.js',
  cronstrue: 'entry/instead/cronstrue.js',
  'web-streams-polyfill/dist/ponyfill.es2018.js': 'entry/instead/web-streams.js',
  // The same as modules, of which the bundle keeps what is used, and without a look at the environment for each token.
  yaml: '../node_modules/yaml/browser/index.js',
  'json-bigint': 'entry/instead/json-bigint.js',
  '@octokit/plugin-rest-endpoint-methods': 'entry/instead/rest-endpoint-methods.js',
  // The client without its 100 calls, none of which is made. Node itself does not read these files.
  '@aws-sdk/client-ecr': '../node_modules/@aws-sdk/client-ecr/dist-es/ECRClient.js',
  // And what it stands on as modules.
  ...modulesOf('@aws-sdk/core', '@aws-sdk/nested-clients', '@smithy/core'),
  ...modulesOf('@aws-sdk/credential-provider-env', '@aws-sdk/credential-provider-http'),
  ...modulesOf('@aws-sdk/credential-provider-ini', '@aws-sdk/credential-provider-login'),
  ...modulesOf('@aws-sdk/credential-provider-node', '@aws-sdk/credential-provider-process'),
  ...modulesOf('@aws-sdk/credential-provider-sso', '@aws-sdk/credential-provider-web-identity'),
  ...modulesOf('@aws-sdk/signature-v4-multi-region', '@aws-sdk/token-providers'),
  ...modulesOf('@aws-sdk/xml-builder', '@smithy/credential-provider-imds', '@smithy/types'),
  ...modulesOf('@smithy/node-http-handler', '@smithy/signature-v4'),
};

/** The packages of Amazon's client, and what they export below their names, as modules: the bundle keeps what is used. */
function modulesOf(...packages: readonly string[]): Readonly<Record<string, string>> {
  const files = (name: string): [string, string][] => [
    [name, `../node_modules/${name}/dist-es/index.js`],
    [`${name}/*`, `../node_modules/${name}/dist-es/submodules/*/index.js`],
  ];
  return Object.fromEntries(packages.flatMap(files));
}

/**
 * Bundles what `tsc` put into `build` into `out`: `out/NAME/index.js` starts a program, `out/shared` holds the code, and
 * `out/licenses.txt` the licenses of what others wrote. The same input gives the same bytes, anywhere.
 */
export async function bundleAll(out: string): Promise<void> {
  const raw = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bundle-'));
  try {
    const ncc = inProject('node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
    // ncc looks modules up by the `paths` of the tsconfig.json in the folder where it runs.
    const paths = Object.fromEntries(Object.entries(instead).map(([name, file]) => [name, [file]]));
    write(inProject('build', 'tsconfig.json'), JSON.stringify({ compilerOptions: { paths } }));
    await promisify(execFile)(
      process.execPath,
      [
        ...[ncc, 'build', inProject('build', 'entry', 'start.cjs'), '-o', raw],
        ...['--license', 'licenses.txt', '--no-cache', '-q'],
      ],
      { cwd: inProject('build') },
    );
    fs.rmSync(out, { recursive: true, force: true });
    const read = (file: string): string => fs.readFileSync(path.join(raw, file), 'utf8');
    write(path.join(out, 'licenses.txt'), read('licenses.txt'));
    const code = filesBelow(raw).filter((file) => /\.c?js$/.test(file));
    for (const [file, text] of shareModules(new Map(code.map((file) => [file, read(file)])))) {
      write(path.join(out, 'shared', file), await smaller(text));
    }
    write(path.join(out, 'package.json'), '{"type":"commonjs"}\n');
    for (const name of entryNames()) {
      const program = `require('../shared/index.cjs').start('${name}');\n`;
      write(path.join(out, name, 'index.js'), `#!/usr/bin/env node\n${program}`, 0o755);
    }
    for (const file of filesBelow(out)) {
      const problem = whyNoBundle(fs.readFileSync(path.join(out, file), 'utf8'));
      if (problem !== undefined) throw new Error(`dist/${file} ${problem}`);
    }
    for (const [file, text] of await pages()) write(path.join(out, file), text);
  } finally {
    fs.rmSync(raw, { recursive: true, force: true });
  }
}

/**
 * Without white space, comments and long names, which makes the download a tenth smaller and the start faster. The place in
 * the stack of an error that a user reports is found again: the same commit gives the same bytes, with names as well.
 */
async function smaller(code: string): Promise<string> {
  const { code: text } = await transform(eager(code), {
    minify: true,
    format: 'cjs',
    target: 'node20.12',
    // V8 holds a file of ASCII alone in half the memory, and reads it faster.
    charset: 'ascii',
    legalComments: 'none',
  });
  return text;
}

/**
 * V8 reads a function whole at once where it stands in parentheses, and else first skips it and reads it again when it is
 * called; of arrow functions Node 20 always thinks the latter. The functions around modules are all called at once.
 */
const eager = (code: string): string =>
  code.replace(/^(\/\*\*\*\/ \()\(([\w, ]*)\) => \{$/gm, '$1function($2) {');

function write(file: string, text: string, mode = 0o644): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  fs.chmodSync(file, mode);
}

/** ncc makes a call that fails at run time of a module that it does not find, and says nothing. */
function whyNoBundle(text: string): string | undefined {
  const missing = /eval\("require"\)\("(\.[^"]*)"\)/.exec(text)?.[1];
  if (missing !== undefined) return `needs ${missing}, which is not there`;
  if (text.includes(projectFolder)) return 'names a folder of this machine';
  return undefined;
}
