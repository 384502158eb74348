// What is wrong in the project's documents: YAML that does not parse, workflows that GitHub refuses, links that lead
// nowhere, phrases of the list. Pure but for the reading of files; the rules have tests.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Example, exampleProblems, kindOf, workflowOf } from './document-examples.ts';
import { actionlint, type Finding, githubParser, type JudgedFile } from './judges/index.ts';
import { whyUnfit } from './own-pins.ts';
import { projectFolder, readProjectFile } from './project.ts';
import { phrases } from './words.ts';

/** Problems of every document of the project, `file:line: what`. */
export async function documentProblems(): Promise<readonly string[]> {
  const tracked = trackedFiles();
  const documents = documentsAmong(tracked);
  const folders = new Set(tracked.flatMap((file) => parents(file)));
  const exists = (file: string): boolean => tracked.includes(file) || folders.has(file);
  const pages = new Map(documents.map((document) => [document.file, document]));
  return [
    ...documents.flatMap((document) => [
      ...(document.file === excerpts ? [] : yamlProblems(document)),
      ...linkProblems(document, exists, (file) => pages.get(file)),
      ...phraseProblems(document.file, document.text),
      ...shapeProblems(document),
    ]),
    ...(await workflowProblems(documents)),
    ...(await exampleProblems(blocksOf(documents))),
  ];
}

/** What actionlint says of the workflows in the documents. @throws when it is not installed: ask `available()` first. */
export async function documentLint(): Promise<readonly string[]> {
  const found = blocksOf(documentsAmong(trackedFiles())).filter(
    ({ text }) => kindOf(text) === 'workflow',
  );
  return placed(found, await actionlint(found.map(judged)));
}

const trackedFiles = (): readonly string[] =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectFolder,
    encoding: 'utf8',
  }).split('\0');

const documentsAmong = (tracked: readonly string[]): readonly Document[] =>
  tracked.filter(isDocument).map((file) => documentOf(file, textOf(file)));

/** Blocks of YAML that parse: of the others, that is the problem. */
const blocksOf = (documents: readonly Document[]): readonly Example[] =>
  documents.flatMap(({ file, blocks }) =>
    file === excerpts
      ? []
      : blocks.flatMap(({ language, line, text }) =>
          language === 'yaml' && parses(text) ? [{ file, line, text }] : [],
        ),
  );

const parses = (text: string): boolean =>
  parseAllDocuments(text).every((parsed) => parsed.errors.length === 0);

/** As a file of a repository, by its number. */
const judged = ({ text }: { readonly text: string }, index: number): JudgedFile => ({
  path: `${index}/.github/workflows/example.yml`,
  content: text,
});

/** Findings in the document that the workflow is in. */
const placed = (found: readonly Example[], findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => {
    const at = found[Number.parseInt(finding.path, 10)];
    return `${at?.file}:${(at?.line ?? 1) + (finding.line ?? 1) - 1}: ${finding.message}`;
  });

/** Its blocks are parts of files, some of which begin in the middle; a test compares them with the golden cases. */
const excerpts = '.github/docs/examples.md';

const textOf = (file: string): string => readProjectFile(file) ?? '';

/** Tests have pages of their own, with cases that are wrong on purpose. */
const isDocument = (file: string): boolean => file.endsWith('.md') && !file.startsWith('test/');

const parents = (file: string): string[] => {
  const folder = path.posix.dirname(file);
  return folder === '.' ? [''] : [folder, ...parents(folder)];
};

type Block = { readonly language: string; readonly line: number; readonly text: string };

export type Document = {
  readonly file: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The text with blocks and code blanked, lines kept. */
  readonly prose: string;
};

/** A page of Markdown and its fenced blocks, also those in lists. */
export function documentOf(file: string, text: string): Document {
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open:
    | { fence: string; indent: string; language: string; line: number; lines: string[] }
    | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^( *)(`{3,}|~{3,})([\w-]*)/.exec(line);
    if (open === undefined && fence !== null) {
      const [, indent = '', marks = '', language = ''] = fence;
      open = { fence: marks, indent, language, line: index + 2, lines: [] };
    } else if (
      open !== undefined &&
      line.trim().startsWith(open.fence) &&
      /^ *[`~]+ *$/.test(line)
    ) {
      blocks.push({ language: open.language, line: open.line, text: `${open.lines.join('\n')}\n` });
      open = undefined;
    } else if (open !== undefined) {
      open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    } else {
      prose.push(line);
      continue;
    }
    prose.push('');
  }
  return { file, text, blocks, prose: prose.join('\n') };
}

/** Every block of YAML is YAML. */
export function yamlProblems({ file, blocks }: Document): readonly string[] {
  return blocks
    .filter(({ language }) => language === 'yaml' || language === 'yml')
    .flatMap(({ line, text }) =>
      parseAllDocuments(text).flatMap((parsed) =>
        'errors' in parsed
          ? parsed.errors.map(({ message }) => `${file}:${line}: ${message.split('\n')[0]}`)
          : [],
      ),
    );
}

const isWorkflow = ({ language, text }: Block): boolean =>
  language === 'yaml' && /^on:/m.test(text) && /^jobs:/m.test(text);

/** Every block that is a workflow or steps of one is that for GitHub, and gives our actions inputs that they have. */
async function workflowProblems(documents: readonly Document[]): Promise<readonly string[]> {
  const found = blocksOf(documents).flatMap((block) => {
    const kind = kindOf(block.text);
    if (kind === 'workflow') return [block];
    // The lines before the steps, so that a finding has its place.
    return kind === 'steps'
      ? [{ ...block, line: block.line - 5, text: workflowOf(block.text) }]
      : [];
  });
  return [
    ...placed(found, await githubParser(found.map(judged))),
    ...found.flatMap(({ file, line, text }) =>
      // The bundles are made last.
      whyUnfit(text, (path) => (path.startsWith('dist/') ? '' : readProjectFile(path))).map(
        (problem) => `${file}:${line}: ${problem}`,
      ),
    ),
  ];
}

/** Relative links lead to a file or folder that is there, and to a heading that it has. */
export function linkProblems(
  { file, prose }: Document,
  exists: (file: string) => boolean,
  page: (file: string) => Document | undefined,
): readonly string[] {
  return prose.split('\n').flatMap((line, index) =>
    [...line.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
      if (/^[a-z]+:/.test(link)) return [];
      const [target = '', anchor] = link.split('#');
      const to =
        target === ''
          ? file
          : path.posix
              .normalize(path.posix.join(path.posix.dirname(file), decodeURIComponent(target)))
              .replace(/\/$/, '');
      const at = `${file}:${index + 1}: the link ${link}`;
      if (!exists(to)) return [`${at} leads to nothing`];
      const document = page(to) ?? page(`${to}/README.md`);
      if (anchor === undefined || document === undefined) return [];
      return anchorsOf(document).has(anchor) ? [] : [`${at}: there is no such heading`];
    }),
  );
}

/** The anchors that GitHub gives headings, and those that are written. */
export function anchorsOf({ prose, text }: Document): ReadonlySet<string> {
  const anchors = new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id));
  const counts = new Map<string, number>();
  for (const [, heading = ''] of prose.matchAll(/^#{1,6} (.*)$/gm)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return anchors;
}

/** A page ends with its next step; that of an action begins with a whole workflow, or with its own few lines and then one. */
export function shapeProblems({ file, text, blocks }: Document): readonly string[] {
  const isAction = file.startsWith('actions/');
  if (!isAction && !file.startsWith('.github/docs/')) return [];
  const last = text.trimEnd().split('\n\n').at(-1) ?? '';
  return [
    ...(last.startsWith('Next: ') ? [] : [`${file}: ends without "Next: ..."`]),
    ...(isAction && !blocks.slice(0, 2).some(isWorkflow)
      ? [`${file}: neither of the first two blocks is a whole workflow`]
      : []),
  ];
}

/** Phrases of the list, with their line. */
export const phraseProblems = (file: string, text: string): readonly string[] =>
  text.split('\n').flatMap((line, index) =>
    phrases.flatMap(({ pattern, instead }) => {
      const [found] = pattern.exec(line) ?? [];
      return found === undefined ? [] : [`${file}:${index + 1}: "${found}"; write ${instead}`];
    }),
  );
