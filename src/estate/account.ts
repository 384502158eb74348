// What an audit keeps of one repository: the contract's report as counts and findings, and what the repository needs from
// others. Plain data, small enough that thousands fit into memory, and the same from a disk, from git and from the API.

import type { Conversion } from '../convert/convert.ts';
import type { Outcome } from '../diagnostic/code-row.ts';
import { codeRow } from '../diagnostic/codes.ts';
import { isEvaluated, shownText } from '../expression/text.ts';
import { defined } from '../ground/defined.ts';
import { firstOfEach } from '../ground/each-once.ts';
import type { Repository } from '../ground/repository.ts';
import { type ReportDiagnostic, toReport } from '../report/report.ts';
import { credentialShapes } from '../secret/credential-shapes.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { positionAt, type SourceFile } from '../source/source-file.ts';
import { type ImageUse, imagesOf } from './images.ts';
import { imageName, type Ties, tiesOf } from './ties.ts';

/** Which state of which repository was read. */
export type RepositoryFacts = {
  /** `owner/name`, or the folder below the one that was named. */
  readonly name: string;
  /** Where it is: a folder as it was given, or an address. */
  readonly place: string;
  /** Where several branches were read, which this is. */
  readonly branch?: string;
  readonly commit?: string;
  /** `owner/name` at its origin, where a folder is called otherwise. */
  readonly origin?: string;
  readonly archived?: true;
  readonly fork?: true;
};

type Failure = { readonly message: string; readonly help?: string };

/** A diagnostic, and what kind of work it is. */
type AccountFinding = ReportDiagnostic & {
  /**
   * `work`: a person has to act. `secret`: all that is left is to create the secret, which is listed. `differs`: the
   * workflow does something else. `note`: good to know.
   */
  readonly kind: 'work' | 'secret' | 'differs' | 'note';
};

type NeededSecret = {
  readonly name: string;
  readonly why: string;
  readonly file?: string;
  readonly line?: number;
};

/** Something in a legacy file that looks like a credential; never the value. */
type OpenCredential = {
  readonly file: string;
  readonly line: number;
  readonly what: string;
};

export type RepositoryAccount = RepositoryFacts & {
  /**
   * `none`: there is no legacy configuration. `failed`: nothing could be made of it, for the reason in `failure`; its
   * findings may say more.
   */
  readonly state: 'converted' | 'none' | 'failed';
  readonly failure?: Failure;
  readonly sources: readonly { readonly system: string; readonly files: readonly string[] }[];
  /** Paths of what `convert` would write. */
  readonly files: readonly string[];
  readonly summary: Readonly<Record<Outcome, number>>;
  readonly findings: readonly AccountFinding[];
  readonly secrets: readonly NeededSecret[];
  /** Configuration variables of GitHub that the workflows read, by name. */
  readonly variables: readonly string[];
  readonly runners: readonly string[];
  readonly images: readonly ImageUse[];
  /** Actions that the workflows use, `owner/name`. */
  readonly actions: readonly string[];
  readonly credentials: readonly OpenCredential[];
  readonly ties: Ties;
};

const emptySummary = { translated: 0, approximated: 0, manual: 0, dropped: 0, invalid: 0 };
const noTies: Ties = { repositories: [], gives: [], takes: [] };

/** Of a repository without any file. */
export const emptyAccount = (facts: RepositoryFacts): RepositoryAccount => ({
  ...facts,
  state: 'none',
  sources: [],
  files: [],
  summary: emptySummary,
  findings: [],
  secrets: [],
  variables: [],
  runners: [],
  images: [],
  actions: [],
  credentials: [],
  ties: noTies,
});

export const failedAccount = (
  facts: RepositoryFacts,
  message: string,
  help?: string,
): RepositoryAccount => ({
  ...emptyAccount(facts),
  state: 'failed',
  failure: { message, ...defined({ help }) },
});

/** @param version of this tool */
export function accountOf(
  facts: RepositoryFacts,
  conversion: Conversion,
  repository: Repository,
  version: string,
): RepositoryAccount {
  const report = toReport(conversion, version);
  const legacy = legacyFiles(conversion);
  const images = imagesOf(conversion, repository);
  const ties = tiesOf(conversion);
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  // A broken file follows from what is wrong with it or with its neighbors, which says more.
  const worst = errors.find(({ code }) => code !== 'broken-file') ?? errors[0];
  const isFailed = worst !== undefined && report.files.length === 0;
  const isNone = report.sources.length === 0 && report.nodes.length === 0;
  return {
    ...facts,
    state: isFailed ? 'failed' : isNone ? 'none' : 'converted',
    ...(isFailed ? { failure: failureOf(worst) } : {}),
    sources: report.sources,
    files: report.files.map(({ path }) => path),
    summary: report.summary,
    findings: report.diagnostics.flatMap((diagnostic, index) =>
      isNone && diagnostic.code === 'no-configuration'
        ? []
        : [{ ...diagnostic, kind: kindOf(conversion, conversion.diagnostics[index]) }],
    ),
    // With the first place that asks for each.
    secrets: firstOfEach(report.secrets, ({ name }) => name),
    variables: sortedNames(
      report.files.flatMap(({ path, content }) =>
        path.startsWith('.github/workflows/')
          ? [...content.matchAll(/\bvars\.([A-Za-z_]\w*)/g)].map(([, name = '']) => name)
          : [],
      ),
    ),
    runners: runnersOf(conversion),
    images,
    actions: sortedNames(
      report.files.flatMap(({ path, content }) =>
        path.startsWith('.github/workflows/')
          ? [...content.matchAll(/^\s*(?:- )?uses: ([\w.-]+\/[\w.-]+)[\w./-]*@/gm)].map(
              ([, name = '']) => name,
            )
          : [],
      ),
    ),
    credentials: legacy.flatMap(openCredentials),
    ties: {
      ...ties,
      takes: sortedNames([...ties.takes, ...images.flatMap(({ image }) => imageName(image) ?? [])]),
    },
  };
}

function failureOf({ file, line, message, help }: ReportDiagnostic): Failure {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
  return { message: `${place}${message}`, ...defined({ help }) };
}

function kindOf(
  { secrets }: Conversion,
  diagnostic: Diagnostic | undefined,
): AccountFinding['kind'] {
  if (diagnostic === undefined) return 'note';
  const { code, severity, at } = diagnostic;
  const { outcome } = codeRow(code);
  if (severity === 'error') return 'work';
  if (outcome === 'manual') {
    const isSecret = secrets.some(
      (need) => at !== undefined && need.at?.file === at.file && need.at.start === at.start,
    );
    return isSecret ? 'secret' : 'work';
  }
  return outcome === 'approximated' || severity === 'warning' ? 'differs' : 'note';
}

const sortedNames = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

/** Labels as the workflows name them; those of a matrix one by one. */
function runnersOf({ workflows }: Conversion): readonly string[] {
  const labels = workflows.flatMap(({ jobs }) =>
    jobs.flatMap((job) => {
      if (!isEvaluated(job.runsOn)) return [shownText(job.runsOn)];
      const cell = /matrix\.([\w-]+)/.exec(shownText(job.runsOn))?.[1];
      return (job.matrix ?? []).flatMap(({ fields }) =>
        fields.filter(({ name }) => name === cell).map(({ value }) => shownText(value)),
      );
    }),
  );
  return sortedNames(labels);
}

/** Each legacy file that was read, once, in the order of the ledger. */
function legacyFiles({ entries }: Conversion): readonly SourceFile[] {
  return [...new Set(entries.map(({ node }) => node.file))];
}

/** An encrypted value is none, whatever it looks like. */
function openCredentials(file: SourceFile): readonly OpenCredential[] {
  return credentialShapes(file.text).flatMap(({ start, what }) => {
    const { line } = positionAt(file, start);
    const begin = file.text.lastIndexOf('\n', start - 1) + 1;
    const end = file.text.indexOf('\n', start);
    const whole = file.text.slice(begin, end < 0 ? undefined : end);
    if (/\bsecure\b["']?\s*:|^\s*#/.test(whole)) return [];
    return [{ file: file.path, line, what }];
  });
}
