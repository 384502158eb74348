// What stands in a text where a credential stood: the mark of a secret. Nothing that people write holds one, and no file
// may: the workflow's layout turns it into the secret, and whatever else is written shows stars.

const open = '\uF8F1';
const close = '\uF8F2';
const pattern = /\uF8F1([A-Za-z_]\w*)\uF8F2/g;

/** @param secret the name of the secret */
export const markOf = (secret: string): string => `${open}${secret}${close}`;

export const hasMark = (text: string): boolean => text.includes(open);

/** Names of the secrets whose marks stand in a text, each once, in order. */
export const marksIn = (text: string): readonly string[] =>
  hasMark(text) ? [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))] : [];

/** The text with something in place of each mark. */
export const withoutMarks = (
  text: string,
  put: (secret: string, at: number) => string = () => '***',
): string =>
  hasMark(text)
    ? text
        .replace(pattern, (_all, name: string, at: number) => put(name, at))
        .replace(/[\uF8F1\uF8F2]/g, '')
    : text;

/** Marks that somebody wrote are none. */
export const withoutForeignMarks = (text: string): string =>
  text.replace(/[\uF8F1\uF8F2]/g, '\uFFFD');
