// How each outcome looks and is called: by a word and a sign, and only then by a color.

import type { Outcome } from '../../diagnostic/code-row.ts';

export type OutcomeLook = { readonly sign: string; readonly label: string; readonly says: string };

export const outcomeLooks: Readonly<Record<Outcome, OutcomeLook>> = {
  translated: { sign: '✓', label: 'translated', says: 'has the same effect on GitHub' },
  approximated: { sign: '≈', label: 'approximated', says: 'has nearly the same effect on GitHub' },
  manual: { sign: '!', label: 'by hand', says: 'is left for you to do' },
  dropped: { sign: '∅', label: 'dropped', says: 'has no effect on GitHub' },
  invalid: { sign: '✗', label: 'invalid', says: 'would have been refused by the old service' },
};

/** The most pressing last. */
export const outcomeOrder: readonly Outcome[] = [
  'translated',
  'dropped',
  'approximated',
  'invalid',
  'manual',
];
