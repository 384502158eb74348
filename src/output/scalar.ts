// How one text is written as a YAML scalar so that every reader, of YAML 1.1 or 1.2, gets the same text back.

/** Words and numbers that some reader would not take as text. */
const special =
  /^(?:~|null|true|false|yes|no|on|off|y|n|\.inf|\.nan|[-+]?\.inf|[-+]?0[xob][\da-f_]+|[-+]?[\d_][\d_.,:]*(?:e[-+]?\d+)?|[-+]?\.[\d_.]*(?:e[-+]?\d*)?|[-+]?e[-+]?\d+|\d{4}-\d\d?-\d\d?.*|<<|=)$/i;

const startsBad = /^[\s\-?:,[\]{}#&*!|>'"%@`]/;
/** What no reader of a file sees: controls, half characters, and what turns the direction of a line. */
const control =
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uD800-\uDFFF]/u;

/** The shortest safe form of a text on one line: plain, single-quoted, or double-quoted. */
export function writeScalar(text: string): string {
  if (text !== '' && isPlain(text)) return text;
  if (!control.test(text)) {
    // Double quotes where they need no escape and single ones would be doubled.
    return /'/.test(text) && !/["\\]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
  }
  return doubleQuoted(text);
}

/** The same within brackets, where a few more signs mean something. */
export function writeFlowScalar(text: string): string {
  const written = writeScalar(text);
  return written === text && /[,[\]{}]/.test(text) ? `'${text.replaceAll("'", "''")}'` : written;
}

function isPlain(text: string): boolean {
  if (special.test(text) || control.test(text)) return false;
  if (startsBad.test(text)) {
    // `-x`, `?x` and `:x` are fine where the next character is neither a blank nor a flow sign.
    if (!/^[-?:][^\s,[\]{}]/.test(text) || /^[-?:]{2,3}(?:\s|$)/.test(text)) return false;
  }
  return !/:(?:\s|$)|\s#|\s$/.test(text);
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\0': '\\0',
  '\u001B': '\\e',
  '\u0085': '\\N',
  '\u00A0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

function doubleQuoted(text: string): string {
  let out = '"';
  for (const character of text) {
    const escaped = escapes[character];
    if (escaped !== undefined) out += escaped;
    else if (control.test(character)) {
      out += `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    } else out += character;
  }
  return `${out}"`;
}

/** Whether a literal block (`|`) can hold the text: printable, and not nothing but blanks. */
export function fitsBlock(text: string): boolean {
  return /\S/.test(text) && !control.test(text.replace(/[\t\n]/g, ''));
}
