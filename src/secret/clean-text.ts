/**
 * The bytes as text, where they are valid UTF-8 without control characters other than tab and line ends.
 * Noise of a wrong key is not (codeship.md 13.2: never in 20,000 trials on 83 bytes; weak below about eight bytes).
 */
export function cleanText(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  return hasControl(text) ? undefined : text;
}

/** Whether a text has a control character other than tab and line ends. */
export const hasControl = (text: string): boolean =>
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(text);
