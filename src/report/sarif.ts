// The diagnostics as SARIF 2.1.0, as code scanning takes it: every result has a place, every rule occurs and links to what
// is known of it. https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning

import type { Conversion } from '../convert/convert.ts';
import { type Code, codeRow, codes } from '../diagnostic/codes.ts';
import { explained } from '../diagnostic/explained.ts';
import { type ReportDiagnostic, toReport } from './report.ts';

const repository = 'https://github.com/transship/transship';

/** @param within folder of what was converted, below the root of the repository; '' for the root itself */
export function renderSarif(conversion: Conversion, version: string, within = ''): string {
  const { diagnostics, sources } = toReport(conversion, version);
  // What has no place of its own is about the configuration as a whole.
  const whole = sources[0]?.files[0] ?? '.github/transship.yml';
  const placed = diagnostics.map((one) => ({
    ...one,
    file: `${within === '' ? '' : `${within}/`}${one.file ?? whole}`,
  }));
  return sarifText(placed, version);
}

type PlacedDiagnostic = ReportDiagnostic & { readonly file: string };

/** @param notice what a reader should know of the log as a whole */
export function sarifText(
  diagnostics: readonly PlacedDiagnostic[],
  version: string,
  notice?: string,
): string {
  const said = new Set(diagnostics.map(({ code }) => code));
  // In the order of the table, so that the same findings give the same bytes.
  const ruleIds = (Object.keys(codes) as Code[]).filter((id) => said.has(id));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'transship',
            version,
            informationUri: repository,
            rules: ruleIds.map(rule),
          },
        },
        // Tells our findings from those of other tools on the same commit.
        automationDetails: { id: 'transship/' },
        columnKind: 'utf16CodeUnits',
        ...(notice === undefined
          ? {}
          : {
              invocations: [
                {
                  executionSuccessful: true,
                  toolExecutionNotifications: [{ level: 'note', message: { text: notice } }],
                },
              ],
            }),
        results: diagnostics.map((one) => result(one, ruleIds)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function rule(id: Code): object {
  const { severity, title, explain } = codeRow(id);
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title} ${explain}` },
    help: { text: explain },
    helpUri: explained(id),
    defaultConfiguration: { level: severity },
  };
}

function result(
  { code, severity, message, help, ...at }: PlacedDiagnostic,
  ruleIds: readonly Code[],
): object {
  const text = help === undefined ? message : `${message}. Help: ${help}`;
  return {
    ruleId: code,
    ruleIndex: ruleIds.indexOf(code as Code),
    level: severity,
    message: { text },
    locations: [location(at.file, at)],
  };
}

function location(file: string, at: Partial<ReportDiagnostic>): object {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      // A finding about a whole file stands at its first line.
      region:
        at.line === undefined
          ? { startLine: 1 }
          : {
              startLine: at.line,
              startColumn: at.column,
              endLine: at.endLine,
              endColumn: at.endColumn,
            },
    },
  };
}
