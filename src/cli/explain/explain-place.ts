// `transship explain FILE:LINE`: what happened to the values of one line, why, and where they went.

import path from 'node:path';
import { visible } from '../../ground/display-text.ts';
import type { Io } from '../../ground/io.ts';
import { isLegacyName } from '../../host/files/repository.ts';
import { isGitRepository } from '../../host/git/git-head.ts';
import { look } from '../../host/look.ts';
import { credentialShapes } from '../../secret/credential-shapes.ts';
import { positionAt, sourceFile } from '../../source/source-file.ts';
import { type RepositoryView, type ViewNode, viewOf } from '../../view/view.ts';
import { convertFolder } from '../convert/convert-folder.ts';
import { type ExitCode, wrongUsage } from '../program.ts';

/** Undefined where the word is not a place of a file that is there. */
export async function explainPlace(word: string, io: Io): Promise<ExitCode | undefined> {
  const [, name = '', number = ''] = /^(.+?):(\d+)(?::\d+)?$/.exec(word) ?? [];
  const file = path.resolve(io.folder, name);
  if (name === '' || !look(file)?.isFile()) return undefined;
  if (!isLegacyName(path.basename(file))) {
    return wrongUsage(
      io,
      `\`${name}\` is not a legacy configuration`,
      'name a line of the file that is converted',
    );
  }
  const root = rootOf(file);
  const result = await convertFolder({ folder: root });
  if (result.kind === 'refused') return wrongUsage(io, result.message);
  const at = path.relative(root, file).replaceAll('\\', '/');
  io.stdout(explained(viewOf(result.conversion), at, Number(number)));
  return 0;
}

/** The repository that a file belongs to: by git; else the file's own folder. */
function rootOf(file: string): string {
  const own = path.dirname(file);
  for (let at = own; ; at = path.dirname(at)) {
    if (isGitRepository(at)) return at;
    if (at === path.dirname(at)) return own;
  }
}

function explained(view: RepositoryView, file: string, line: number): string {
  const source = view.sources.find(({ path: of }) => of === file);
  const places = source === undefined ? undefined : sourceFile(file, source.text);
  const isThere = ({ start, end }: { start: number; end: number }): boolean =>
    places !== undefined &&
    positionAt(places, start).line <= line &&
    line <= positionAt(places, Math.max(start, end - 1)).line;
  const nodes = (source?.nodes ?? []).filter(isThere);
  const findings = view.diagnostics.filter(
    (diagnostic) =>
      diagnostic.file === file &&
      (diagnostic.start === undefined || diagnostic.end === undefined
        ? diagnostic.line === line
        : isThere({ start: diagnostic.start, end: diagnostic.end })),
  );
  const whole = view.diagnostics.filter(
    (diagnostic) => diagnostic.file === file && diagnostic.start === undefined,
  );
  const parts = [
    ...nodes.map((node) => fateOf(node, view)),
    ...(nodes.length === 0 && findings.length === 0 ? whole : findings).map(
      ({ code, message, help }) =>
        [
          `${code}: ${message}`,
          ...(help === undefined ? [] : [`  What to do: ${help}`]),
          ...(view.explain[code] === undefined ? [] : [`  ${view.explain[code].text}`]),
        ].join('\n'),
    ),
  ];
  if (parts.length === 0)
    return `${file}:${line} holds no value: a key, a comment or an empty line\n`;
  return `${parts.map(visibleLinesOf).join('\n\n')}\n`;
}

const visibleLinesOf = (text: string): string => text.split('\n').map(visible).join('\n');

/** Lines of the target that are shown. */
const shown = 12;

function fateOf({ path: pointer, outcome, code, target }: ViewNode, view: RepositoryView): string {
  const head = `${pointer === '' ? 'the file' : pointer}: ${outcome}${code === undefined ? '' : ` (${code})`}`;
  if (target === undefined) return `${head}\n  It became nothing.`;
  const content = view.outputs.find(({ path: of }) => of === target.file)?.content ?? '';
  const lines = covered(content)
    .split('\n')
    .slice(target.from - 1, target.to);
  const cut = lines.length > shown ? [`    and ${lines.length - shown} more lines`] : [];
  return [
    `${head} → ${target.file}:${target.from}`,
    ...lines.slice(0, shown).map((text) => `    ${text}`),
    ...cut,
  ].join('\n');
}

/** What looks like a credential is not shown, wherever it lies open. */
function covered(text: string): string {
  let result = '';
  let from = 0;
  for (const { start, end } of credentialShapes(text)) {
    result += `${text.slice(from, start)}***`;
    from = end;
  }
  return result + text.slice(from);
}
