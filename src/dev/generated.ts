// Everything that is made from the code's tables: what `generate` writes and `check` compares.

import { generatedActionFiles } from './actions.ts';
import { diagnosticReference, keyReferencePage, readme, rootAction } from './documents.ts';

/** Path from the project's folder, and what the file there must hold. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...generatedActionFiles(),
    ['action.yml', rootAction()],
    ['.github/docs/keys.md', keyReferencePage()],
    ['.github/docs/diagnostics.md', diagnosticReference()],
    ['README.md', readme()],
  ]);
}
