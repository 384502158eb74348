import type { Finding, JudgedFile } from './finding.ts';
import { isAction } from './finding.ts';
import { flattenParallelGroups } from './parallel-groups.ts';
import { findTool, inChunks, runProgram, withFilesOnDisk } from './tools.ts';

/** One error as `actionlint -format '{{json .}}'` prints it. */
type Row = {
  readonly message: string;
  readonly filepath: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
};

/** `uses: $/PATH` names an action of the commit that runs; no column moves. */
const ownPathsAsLocal = (text: string): string =>
  text.replace(/^(\s*(?:- )?uses: ['"]?)\$\//gm, '$1./');

/**
 * Judges workflows with the actionlint on this machine, one run for many files, parallel groups flattened and paths of the
 * workflow's own repository (`$/`), which it doesn't know, written as local ones.
 * Without shellcheck and pyflakes: what they say of a user's script is the user's. `action.yml` files are
 * left out, actionlint doesn't read them.
 * @throws when there is no actionlint: ask `available()` first.
 */
export const actionlint = async (files: readonly JudgedFile[]): Promise<readonly Finding[]> => {
  const program = findTool('actionlint');
  if (program === undefined)
    throw new Error('actionlint is not installed: .ci/install.sh actionlint');
  const flattened = files
    .filter((file) => !isAction(file))
    .map((file) => ({ file, ...flattenParallelGroups(ownPathsAsLocal(file.content)) }));
  const findings: Finding[] = [];
  for (const chunk of inChunks(flattened, 1000)) {
    const written = chunk.map(({ file, text }) => ({ path: file.path, content: text }));
    findings.push(
      ...(await withFilesOnDisk(written, async (folder, placed) => {
        const places = placed.map(({ place }) => place);
        const flags = ['-no-color', '-shellcheck=', '-pyflakes=', '-format', '{{json .}}'];
        const result = await runProgram(program, [...flags, '--', ...places], folder);
        // 0: nothing found, 1: something found; the rest is a failure of the run.
        if (result.code > 1) throw new Error(`actionlint: exit ${result.code}: ${result.stderr}`);
        const rows: readonly Row[] = JSON.parse(result.stdout);
        return rows.map((row): Finding => {
          const original = chunk[places.indexOf(row.filepath)];
          if (original === undefined)
            throw new Error(`actionlint names no file of ours: ${row.filepath}`);
          return {
            judge: 'actionlint',
            path: original.file.path,
            line: row.line,
            column: row.column + (original.moved.get(row.line) ?? 0),
            rule: row.kind,
            message: row.message,
          };
        });
      })),
    );
  }
  return findings;
};
