import type { ShippableSources } from '../../convert/sources.ts';
import type { Translation, TranslationContext } from '../translation.ts';

export function translateShippable(
  sources: ShippableSources,
  _context: TranslationContext,
): Translation {
  const documents = [...(sources.templates === undefined ? [] : [sources.templates]), sources.main];
  return {
    system: 'shippable',
    sources: documents,
    workflows: [],
    documents: [],
    texts: [],
    secrets: [],
  };
}
