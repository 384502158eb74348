// Everything that is made from the code's tables: what `generate` writes and `check` compares.

import { auditSchema } from '../estate/schema.ts';
import { basicSchema } from '../legacy/codeship-basic/schema.ts';
import { generatedActionFiles } from './actions.ts';
import { auditPage } from './audit-page.ts';
import { diagnosticReference, keyReferencePage, readme, rootAction } from './documents.ts';
import { examplesPage } from './examples-page.ts';

/** Path from the project's folder, and what the file there must hold. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...generatedActionFiles(),
    ['action.yml', rootAction()],
    ['.github/docs/keys.md', keyReferencePage()],
    ['.github/docs/diagnostics.md', diagnosticReference()],
    ['.github/docs/audit.md', auditPage()],
    ['.github/schemas/audit.schema.json', `${JSON.stringify(auditSchema, undefined, 2)}\n`],
    [
      '.github/schemas/codeship-basic.schema.json',
      `${JSON.stringify(basicSchema, undefined, 2)}\n`,
    ],
    ['.github/docs/examples.md', examplesPage()],
    ['README.md', readme()],
  ]);
}
