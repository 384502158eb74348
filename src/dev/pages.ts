// The pages that people open in a browser, each one HTML file that needs nothing else: built by esbuild, which bundles
// for browsers and is what the tests run on already; ncc makes programs for Node.

import { createHash } from 'node:crypto';
import { type BuildOptions, build } from 'esbuild';
import { packageFacts } from '../host/package.ts';
import { filesBelow, inProject, readProjectFile } from './project.ts';

/** Golden cases that the playground offers, by the name in its menu. */
const examples = [
  { label: 'Shippable', folder: 'test/golden/shippable/readme-example' },
  { label: 'CodeShip', folder: 'test/golden/codeship/readme-example' },
  { label: 'Assembly Lines', folder: 'test/golden/shippable/assembly-lines-in-the-ci-file' },
] as const;

/** Path below `dist` and text of each page. The same input gives the same bytes. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['playground/index.html', await playgroundPage()],
    ['report/index.html', await reportPage()],
  ]);
}

async function playgroundPage(): Promise<string> {
  const { version } = packageFacts();
  const data = {
    facts: {
      version,
      own: { pin: { commit: `v${version}`, version: `v${version}` }, exact: false },
    },
    examples: examples.map(({ label, folder }) => ({ label, files: legacyFiles(folder) })),
  };
  const [main, worker] = await Promise.all([
    bundled('src/browser/playground/main.ts'),
    bundled('src/browser/playground/worker.ts'),
  ]);
  return page({
    title: 'transship playground',
    description:
      'Paste a Shippable or CodeShip configuration and read the GitHub workflow. Nothing leaves the page.',
    style: readProjectFile('src/browser/style.css') ?? '',
    policy: 'worker-src blob:',
    main,
    blocks: [
      { id: 'playground-data', type: 'application/json', text: JSON.stringify(data) },
      { id: 'playground-worker', type: 'text/plain', text: worker },
    ],
  });
}

/** Without a conversion: `convert --report FILE.html` puts one in. */
const reportPage = async (): Promise<string> =>
  page({
    title: 'transship report',
    description: 'What became of every value of a Shippable or CodeShip configuration.',
    style: readProjectFile('src/browser/style.css') ?? '',
    policy: '',
    main: await bundled('src/browser/report/main.ts'),
    blocks: [{ id: 'report-data', type: 'application/json', text: 'null' }],
  });

const legacyFiles = (folder: string): { path: string; text: string }[] =>
  filesBelow(inProject(folder))
    .filter((path) => !path.startsWith('expected'))
    .map((path) => ({ path, text: readProjectFile(`${folder}/${path}`) ?? '' }));

async function bundled(entry: string): Promise<string> {
  const options: BuildOptions = {
    entryPoints: [inProject(entry)],
    absWorkingDir: inProject(),
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  };
  const [file] = (await build(options)).outputFiles ?? [];
  if (file === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return file.text;
}

type Block = { readonly id: string; readonly type: string; readonly text: string };

type Page = {
  readonly title: string;
  readonly description: string;
  readonly style: string;
  /** Further directives of the page's policy. */
  readonly policy: string;
  /** The page's program; it runs once everything else is there. */
  readonly main: string;
  /** Data that the program reads by id. */
  readonly blocks: readonly Block[];
};

/**
 * Nothing of a page may ask the network for anything: its policy names the one program that runs, by its hash, and
 * forbids every connection. CodeMirror makes its style sheets at run time, hence `unsafe-inline` for styles.
 */
function page({ title, description, style, policy, main, blocks }: Page): string {
  const program = scriptText(main);
  const hash = createHash('sha256').update(program).digest('base64');
  const rules = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    ...(policy === '' ? [] : [policy]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${rules}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="description" content="${description}">`,
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<noscript>This page needs JavaScript; it runs here and sends nothing anywhere.</noscript>',
    ...blocks.map(
      ({ id, type, text }) => `<script type="${type}" id="${id}">${scriptText(text)}</script>`,
    ),
    `<script>${program}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Text that cannot end its element, nor begin a comment in it. In JSON and in a program's strings it stays the same. */
const scriptText = (text: string): string =>
  text.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\u003c!--');
