// Tokens that come from the network, read by one function: what a server chose is checked before it is masked, used or shown.

import type { Host } from '../../host/host.ts';

/** Far above every vendor's; a header of a request must still hold it. */
const longestToken = 16 * 1024;

/**
 * A token out of an answer, masked as a whole; undefined for what is not a token: no text, empty, longer than `longestToken`,
 * or with a character that neither a header nor a line of the log can carry.
 */
export function readNetworkToken(host: Pick<Host, 'mask'>, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > longestToken) return undefined;
  if (!/^[\x21-\x7e]+$/.test(value)) return undefined;
  host.mask(value);
  return value;
}
