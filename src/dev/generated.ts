// Everything that is made from the code's tables: what `generate` writes and `check` compares.

import { settingsSchema } from '../cli/convert/settings-schema.ts';
import { auditSchema } from '../estate/schema.ts';
import { basicSchema } from '../legacy/codeship-basic/schema.ts';
import { generatedActionFiles } from './actions.ts';
import { auditPage } from './audit-page.ts';
import { beforeAfterPicture } from './before-after.ts';
import {
  diagnosticReference,
  documentsWithParts,
  keyReferencePage,
  rootAction,
  withParts,
} from './documents.ts';
import { examplesPage } from './examples-page.ts';
import { readProjectFile } from './project.ts';
import { convertSample, samples } from './sample.ts';
import { terminalPicture } from './terminal-picture.ts';

/** Path from the project's folder, and what the file there must hold. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const documents = documentsWithParts.map(async (file) => [file, await withParts(file)] as const);
  return new Map<string, string>([
    ...generatedActionFiles(),
    ['action.yml', rootAction()],
    ['.github/docs/keys.md', keyReferencePage()],
    ['.github/docs/diagnostics.md', diagnosticReference()],
    ['.github/docs/audit.md', auditPage()],
    ['.github/schemas/report.schema.json', readProjectFile('src/report/report.schema.json') ?? ''],
    ['.github/schemas/audit.schema.json', `${JSON.stringify(auditSchema, undefined, 2)}\n`],
    [
      '.github/schemas/codeship-basic.schema.json',
      `${JSON.stringify(basicSchema, undefined, 2)}\n`,
    ],
    ['.github/docs/examples.md', examplesPage()],
    ['.github/docs/before-after.svg', beforeAfterPicture(await convertSample(samples.shippable))],
    ['.github/docs/terminal.svg', await terminalPicture()],
    ...(await Promise.all(documents)),
    ['.github/schemas/settings.schema.json', `${JSON.stringify(settingsSchema, undefined, 2)}\n`],
  ]);
}
