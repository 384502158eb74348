// The diagnostics as SARIF 2.1.0. Every code is a rule, in the order of the table, so that ids and indices are stable.

import type { Conversion } from '../convert/convert.ts';
import { type Code, codeRow, codes } from '../diagnostic/codes.ts';
import { type ReportDiagnostic, toReport } from './report.ts';

const ruleIds = Object.keys(codes) as Code[];

export function renderSarif(conversion: Conversion, version: string): string {
  return sarifText(toReport(conversion, version).diagnostics, version);
}

/** @param notice what a reader should know of the log as a whole */
export function sarifText(
  diagnostics: readonly ReportDiagnostic[],
  version: string,
  notice?: string,
): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'transship',
            version,
            informationUri: 'https://github.com/transship/transship',
            rules: ruleIds.map(rule),
          },
        },
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
        results: diagnostics.map(result),
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
    defaultConfiguration: { level: severity },
  };
}

function result({ code, severity, message, help, ...at }: ReportDiagnostic): object {
  const text = help === undefined ? message : `${message}. Help: ${help}`;
  return {
    ruleId: code,
    ruleIndex: ruleIds.indexOf(code as Code),
    level: severity,
    message: { text },
    ...(at.file === undefined ? {} : { locations: [location(at.file, at)] }),
  };
}

function location(file: string, at: Partial<ReportDiagnostic>): object {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      ...(at.line === undefined
        ? {}
        : {
            region: {
              startLine: at.line,
              startColumn: at.column,
              endLine: at.endLine,
              endColumn: at.endColumn,
            },
          }),
    },
  };
}
