import type { Finding, JudgedFile } from './finding.ts';
import { findTool, inChunks, type PlacedFile, runProgram, withFilesOnDisk } from './tools.ts';

/** The audits whose findings come from the user's own commands and images (contract, generated workflows). */
const inheritedAudits: ReadonlySet<string> = new Set([
  'adhoc-packages',
  'unpinned-images',
  'use-trusted-publishing',
]);

export type ZizmorFindings = {
  /** From the user's own commands and images: allowed, listed in the report. */
  readonly inherited: readonly Finding[];
  /** Ours: there must be none. A file that zizmor can't read is among them. */
  readonly introduced: readonly Finding[];
};

type Location = {
  readonly symbolic: {
    readonly key: { readonly Local?: { readonly verbatim_path: string } };
    readonly annotation: string;
    readonly kind: string;
  };
  readonly concrete: {
    readonly location: { readonly start_point: { readonly row: number; readonly column: number } };
  };
};
/** One finding as `zizmor --format=json-v1` prints it; rows and columns start at 0. */
type Row = {
  readonly ident: string;
  readonly desc: string;
  readonly locations: readonly Location[];
};

const toFinding = (row: Row, placed: readonly PlacedFile[]): Finding => {
  const location = row.locations.find((one) => one.symbolic.kind === 'Primary') ?? row.locations[0];
  const place = location?.symbolic.key.Local?.verbatim_path;
  const file = placed.find((one) => one.place === place)?.file;
  if (location === undefined || file === undefined) {
    throw new Error(`zizmor names no file of ours: ${place ?? '(none)'}`);
  }
  const start = location.concrete.location.start_point;
  return {
    judge: 'zizmor',
    path: file.path,
    line: start.row + 1,
    column: start.column + 1,
    rule: row.ident,
    message: `${row.desc}: ${location.symbolic.annotation}`,
  };
};

// Strict: a file that zizmor can't read must not be passed over. Ignore comments count for nothing here.
const flags = [
  '--offline',
  '--persona=pedantic',
  '--no-config',
  '--no-ignores',
  '--strict-collection',
  '--no-progress',
  '--color=never',
  '--quiet',
  '--format=json-v1',
];

// 0: nothing found, 11 to 14: something found, by its severity. Everything else is a failure of the run.
const isVerdict = (code: number): boolean => code === 0 || (code >= 11 && code <= 14);

/** The causes that the program names for its failure (in an order of chance), or all it said. */
const reason = (stderr: string): string => {
  const causes = /^Caused by:\n((?:[ \t]+.*\n)*)/m.exec(stderr)?.[1] ?? stderr;
  const lines = causes.split('\n').map((line) => line.trim().replace(/^\d+: /, ''));
  return lines
    .filter((line) => line !== '' && !line.startsWith('failed to load file:'))
    .sort()
    .join('; ');
};

/**
 * Judges workflows and `action.yml` files with the zizmor on this machine, in its pedantic persona, offline;
 * one run for many files. A file that zizmor can't read ends a run: then it is looked for by halves.
 * @throws when there is no zizmor: ask `available()` first.
 */
export const zizmor = async (files: readonly JudgedFile[]): Promise<ZizmorFindings> => {
  const program = findTool('zizmor');
  if (program === undefined) throw new Error('zizmor is not installed: .ci/install.sh zizmor');
  const judge = (chunk: readonly JudgedFile[]): Promise<readonly Finding[]> =>
    withFilesOnDisk(chunk, async (folder, placed) => {
      const run = async (some: readonly PlacedFile[]): Promise<readonly Finding[]> => {
        const result = await runProgram(
          program,
          [...flags, ...some.map(({ place }) => place)],
          folder,
        );
        if (isVerdict(result.code)) {
          const rows: readonly Row[] = JSON.parse(result.stdout);
          return rows.map((row) => toFinding(row, placed));
        }
        const only = some.length === 1 ? some[0] : undefined;
        if (only !== undefined) {
          const message = reason(result.stderr);
          return [
            {
              judge: 'zizmor',
              path: only.file.path,
              line: 1,
              column: 1,
              rule: 'unreadable',
              message,
            },
          ];
        }
        const half = Math.ceil(some.length / 2);
        return [...(await run(some.slice(0, half))), ...(await run(some.slice(half)))];
      };
      return run(placed);
    });
  const findings: Finding[] = [];
  for (const chunk of inChunks(files, 1000)) {
    if (chunk.length > 0) findings.push(...(await judge(chunk)));
  }
  return {
    inherited: findings.filter((finding) => inheritedAudits.has(finding.rule)),
    introduced: findings.filter((finding) => !inheritedAudits.has(finding.rule)),
  };
};
