import { actionlint } from '../../judges/actionlint.ts';
import type { Finding, JudgedFile } from '../../judges/finding.ts';
import { findTool } from '../../judges/tools.ts';
import { zizmor } from '../../judges/zizmor.ts';
import { githubParser } from './github-parser.ts';

export { actionlint } from '../../judges/actionlint.ts';
export { describeFinding, type Finding, type JudgedFile } from '../../judges/finding.ts';
export { flattenParallelGroups } from '../../judges/parallel-groups.ts';
export { findTool, toolsFolder, toolsRequired } from '../../judges/tools.ts';
export { zizmor } from '../../judges/zizmor.ts';
export { githubParser } from './github-parser.ts';
export { validateReport } from './report-schema.ts';

/** Which of the judges that are programs are on this machine. GitHub's parser always is. */
export const available = (): { readonly actionlint: boolean; readonly zizmor: boolean } => ({
  actionlint: findTool('actionlint') !== undefined,
  zizmor: findTool('zizmor') !== undefined,
});

export type Verdict = {
  /** What must be empty: every finding of every judge but the inherited ones. */
  readonly findings: readonly Finding[];
  readonly inherited: readonly Finding[];
};

/** All three judges at once. @throws when a program is missing: ask `available()` first. */
export const judgeWorkflows = async (files: readonly JudgedFile[]): Promise<Verdict> => {
  const [github, lint, audit] = await Promise.all([
    githubParser(files),
    actionlint(files),
    zizmor(files),
  ]);
  return { findings: [...github, ...lint, ...audit.introduced], inherited: audit.inherited };
};
