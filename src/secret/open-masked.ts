// The one way in which an action opens what CodeShip encrypted: what comes out is masked before anybody has it.

import { ok, type Result } from '../ground/result.ts';
import { cleanText } from './clean-text.ts';
import { type OpenFailure, openEncrypted } from './encrypted-file.ts';
import { masksFor } from './masking.ts';

export type OpenedMasked = {
  readonly plain: Uint8Array;
  /** Lines, from 1, with a value that is too short or too common to be hidden by itself. */
  readonly spared: readonly number[];
};

/** Opens an encrypted text and hides every line and value of it in logs, whatever its name. */
export function openMasked(
  mask: (text: string) => void,
  text: string,
  keyText: string,
): Result<OpenedMasked, OpenFailure> {
  const opened = openEncrypted(text, keyText);
  if (!opened.ok) return opened;
  const { texts, spared } = masksFor(cleanText(opened.value.plain) ?? '');
  for (const hidden of texts) mask(hidden);
  return ok({ plain: opened.value.plain, spared });
}
