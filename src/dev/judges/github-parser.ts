import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Finding, JudgedFile } from '../../judges/finding.ts';
import { githubFindings, type Parser } from '../../judges/github-findings.ts';

const entry = [
  "export { parseWorkflow, convertWorkflowTemplate } from '@actions/workflow-parser';",
  "export { parseAction } from '@actions/workflow-parser/actions/action-parser';",
  "export { convertActionTemplate } from '@actions/workflow-parser/actions/action-template';",
].join('\n');

/** The nearest `node_modules` above this file that holds the parser. */
const findModules = (from: string): string => {
  const modules = join(from, 'node_modules');
  if (existsSync(join(modules, '@actions', 'workflow-parser'))) return modules;
  const above = dirname(from);
  if (above === from) throw new Error('@actions/workflow-parser is not installed: npm ci');
  return findModules(above);
};

/**
 * Node can't load the package as it is (it imports JSON without saying so), so it is bundled once for each
 * version into `node_modules/.cache`. Several processes may do so at once: the last rename wins.
 */
const loadParser = async (): Promise<Parser> => {
  const modules = findModules(dirname(fileURLToPath(import.meta.url)));
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(modules, '@actions', 'workflow-parser', 'package.json'), 'utf8'),
  );
  const folder = join(modules, '.cache', 'transship');
  const bundle = join(folder, `workflow-parser-${version}.cjs`);
  if (!existsSync(bundle)) {
    mkdirSync(folder, { recursive: true });
    const draft = join(folder, `draft-${process.pid}-${Date.now()}.cjs`);
    await build({
      stdin: { contents: entry, resolveDir: dirname(modules) },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: draft,
      logLevel: 'error',
    });
    renameSync(draft, bundle);
  }
  return import(/* @vite-ignore */ pathToFileURL(bundle).href);
};

let loading: Promise<Parser> | undefined;

/** The package, loaded once. */
export const devParser = (): Promise<Parser> => {
  loading ??= loadParser();
  return loading;
};

/** Judges files with GitHub's own parser, as `githubFindings` says. In-process, always available. */
export const githubParser = async (files: readonly JudgedFile[]): Promise<readonly Finding[]> =>
  githubFindings(await devParser(), files);
