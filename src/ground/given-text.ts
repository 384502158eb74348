// Texts that people give for fields, cleaned by one rule whichever way they come in: an input, a line of `credentials`, a
// variable of the step. What it is decides, never where it came from.

/**
 * A secret: a line break at its end, and a byte order mark in front, come from a careless copy; a blank may belong to it.
 */
export const cleanSecret = (text: string): string =>
  text.replace(/^\uFEFF/, '').replace(/[\r\n]+$/, '');

/** Anything else, such as an address, an account or a region: no blank and no line break around it means anything. */
export const cleanPlain = (text: string): string => text.trim();

/** A yes or no as YAML's versions, and people, write it; undefined for any other text. */
export function yesOrNo(text: string): boolean | undefined {
  if (/^(?:true|yes|on|y|1)$/i.test(text)) return true;
  if (/^(?:false|no|off|n|0)$/i.test(text)) return false;
  return undefined;
}
