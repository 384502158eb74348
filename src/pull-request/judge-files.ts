// What the judges of workflows say of the files that were made: GitHub's own parser always, the others where the machine
// has them.

import type { OutputFile } from '../convert/convert.ts';
import { actionlint } from '../judges/actionlint.ts';
import type { Finding } from '../judges/finding.ts';
import { githubFindings, type Parser } from '../judges/github-findings.ts';
import { findTool } from '../judges/tools.ts';
import { zizmor } from '../judges/zizmor.ts';
import { code, prose } from '../report/markdown.ts';

type Judged = {
  readonly judge: string;
  readonly state:
    | { readonly kind: 'ran'; readonly findings: readonly Finding[] }
    | { readonly kind: 'missing' }
    | { readonly kind: 'broken'; readonly reason: string };
};

export type Verdict = {
  readonly judged: readonly Judged[];
  /** From the user's own commands and images. */
  readonly inherited: readonly Finding[];
};

/** @param loadParser GitHub's parser, loaded when there is something to judge */
export async function judgeFiles(
  files: readonly OutputFile[],
  loadParser: () => Promise<Parser>,
): Promise<Verdict> {
  const workflows = files.filter(({ path }) =>
    /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(path),
  );
  if (workflows.length === 0) return { judged: [], inherited: [] };
  let inherited: readonly Finding[] = [];
  const judged = [
    await judge("GitHub's parser", true, async () => githubFindings(await loadParser(), workflows)),
    await judge('actionlint', findTool('actionlint') !== undefined, () => actionlint(workflows)),
    await judge('zizmor', findTool('zizmor') !== undefined, async () => {
      const found = await zizmor(workflows);
      inherited = found.inherited;
      return found.introduced;
    }),
  ];
  return { judged, inherited };
}

async function judge(
  name: string,
  isThere: boolean,
  ask: () => Promise<readonly Finding[]>,
): Promise<Judged> {
  if (!isThere) return { judge: name, state: { kind: 'missing' } };
  try {
    return { judge: name, state: { kind: 'ran', findings: await ask() } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { judge: name, state: { kind: 'broken', reason: reason.slice(0, 300) } };
  }
}

/** The section of the report; '' where there was nothing to judge. */
export function renderVerdict({ judged, inherited }: Verdict): string {
  if (judged.length === 0) return '';
  const lines = judged.flatMap(({ judge: name, state }) => {
    switch (state.kind) {
      case 'missing':
        return [`- ${name}: not on the machine that converted`];
      case 'broken':
        return [`- ${name}: could not say (${prose(state.reason)})`];
      case 'ran':
        return state.findings.length === 0
          ? [`- ${name}: no finding`]
          : [`- ${name}:`, ...state.findings.map((finding) => `- [ ] ${findingLine(finding)}`)];
      default:
        return state satisfies never;
    }
  });
  return [
    '## Checks',
    '',
    ...lines,
    ...(inherited.length === 0
      ? []
      : [
          '- Inherited from the commands and images of the old configuration:',
          ...inherited.map((finding) => `- ${findingLine(finding)}`),
        ]),
    '',
  ].join('\n');
}

const findingLine = ({ path, line, message, rule }: Finding): string =>
  `${code(`${path}:${line}`)} ${prose(message)} ${code(rule)}`;

/** Findings that nobody's own commands explain: they should not be there. */
export const introducedBy = ({ judged }: Verdict): readonly Finding[] =>
  judged.flatMap(({ state }) => (state.kind === 'ran' ? state.findings : []));
