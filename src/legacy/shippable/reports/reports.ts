// Test results and coverage: Shippable read `shippable/testresults` and `shippable/codecoverage` by itself
// (shippable.md 3.3). A workflow that writes them uploads them, and shows failed tests at their lines.

import { expression } from '../../../expression/expression.ts';
import { mixedText } from '../../../expression/text.ts';
import type { Step } from '../../../workflow/model.ts';
import type { Environment } from '../environment/environment.ts';
import type { Matrix } from '../environment/matrix.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';
import { mayWriteReports } from './report-writers.ts';

export function reportSteps(
  config: ShippableConfig,
  commands: readonly Command[],
  environment: Environment,
  matrix: Matrix,
): Step[] {
  const texts = [
    ...commands.map(({ text }) => text),
    ...environment.global.map(({ source }) => source),
    ...environment.rows.flatMap(({ variables }) => variables.map(({ source }) => source)),
  ];
  const tests = texts.some((text) => text.includes('shippable/testresults'));
  const coverage = texts.some((text) => text.includes('shippable/codecoverage'));
  const archive = config.keys.archive;
  const archives = archive?.value === true;
  if (!archives && !((tests || coverage) && mayWriteReports(commands))) return [];
  // Where `ci` never ran, there are no files, and neither step minds.
  const ran = expression`!cancelled()`;
  const steps: Step[] = [];
  if (tests) {
    steps.push({
      kind: 'uses',
      uses: 'mikepenz/action-junit-report',
      name: 'Show the test results',
      if: ran,
      with: [
        { name: 'report_paths', value: 'shippable/testresults/*.xml' },
        { name: 'annotate_only', value: 'true', raw: true },
      ],
    });
  }
  steps.push({
    kind: 'uses',
    uses: 'actions/upload-artifact',
    name: 'Upload the reports',
    if: ran,
    with: [
      {
        name: 'name',
        value:
          matrix.rows.length > 1 ? mixedText`reports-${expression`strategy.job-index`}` : 'reports',
      },
      {
        name: 'path',
        value: archives
          ? { text: 'shippable/', from: archive === undefined ? [] : [archive.node] }
          : 'shippable/',
      },
      { name: 'if-no-files-found', value: 'ignore' },
    ],
  });
  return steps;
}
