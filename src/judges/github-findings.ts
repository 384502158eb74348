// What GitHub's own parser says of files, whichever way the package was loaded.

import type { ParseWorkflowResult } from '@actions/workflow-parser';
import { type Finding, isAction, type JudgedFile } from './finding.ts';
import { parallelGroupFindings } from './parallel-groups.ts';

/** The part of the package that is used. */
export type Parser = {
  readonly parseWorkflow: typeof import('@actions/workflow-parser').parseWorkflow;
  readonly convertWorkflowTemplate: typeof import('@actions/workflow-parser').convertWorkflowTemplate;
  readonly parseAction: typeof import('@actions/workflow-parser/actions/action-parser').parseAction;
  readonly convertActionTemplate: typeof import('@actions/workflow-parser/actions/action-template').convertActionTemplate;
};

/** The parser traces what it does; nobody listens. */
const silent = { error: () => {}, info: () => {}, verbose: () => {} };

const findingsOf = (file: JudgedFile, result: ParseWorkflowResult, parsed: number): Finding[] => {
  const seen = new Set<string>();
  return result.context.errors.getErrors().flatMap((error, index) => {
    const finding: Finding = {
      judge: 'github',
      path: file.path,
      line: error.range?.start.line ?? 1,
      column: error.range?.start.column ?? 1,
      rule: index < parsed ? 'schema' : 'conversion',
      message: error.rawMessage,
    };
    const key = `${finding.line}:${finding.column}:${finding.message}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [finding];
  });
};

/**
 * Judges workflows with GitHub's own parser, and `action.yml` files with its parser for actions: first the
 * schema, then the conversion, which alone refuses nested parallel groups and unknown jobs in `needs`, then what
 * neither says of parallel groups.
 * As GitHub's editor does today: no flag for unreleased features is set (`background`, `wait`, `cancel` are errors).
 */
export const githubFindings = async (
  parser: Parser,
  files: readonly JudgedFile[],
): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const file of files) {
    const input = { name: file.path, content: file.content };
    const result = isAction(file)
      ? parser.parseAction(input, silent)
      : parser.parseWorkflow(input, silent);
    const parsed = result.context.errors.getErrors().length;
    if (result.value === undefined) {
      if (parsed === 0) {
        const message = 'the file is empty';
        findings.push({
          judge: 'github',
          path: file.path,
          line: 1,
          column: 1,
          rule: 'schema',
          message,
        });
      }
    } else {
      // `TryConversion` (1): both stages speak, not only the first that finds something.
      if (isAction(file)) {
        parser.convertActionTemplate(result.context, result.value, { errorPolicy: 1 });
      } else {
        await parser.convertWorkflowTemplate(result.context, result.value, undefined, {
          errorPolicy: 1,
        });
      }
    }
    findings.push(...findingsOf(file, result, parsed));
    if (!isAction(file)) findings.push(...parallelGroupFindings(file));
  }
  return findings;
};
