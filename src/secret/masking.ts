// What of an opened file must not appear in a log, decided before anything is printed.

import { parseEnvFile } from '../format/env-file.ts';

export type Masks = {
  /** Texts to hide, each one line. */
  readonly texts: readonly string[];
  /** Lines of the file, from 1, with a value too short or too common to hide alone: logs would be unreadable. */
  readonly spared: readonly number[];
};

const shortest = 3;

const commonWords = new Set(
  (
    'true false yes no on off null none nil default auto all any enabled disabled debug info warn warning error ' +
    'production staging development test testing prod stage dev local localhost master main latest stable root admin ' +
    'user guest http https tcp ssh linux docker json utf8 utf-8 c.utf-8 en_us.utf-8 127.0.0.1 0.0.0.0'
  ).split(' '),
);

/** Words, small numbers and regions: hiding them would blot out half a log, and hides nothing from anyone. */
function isCommon(text: string): boolean {
  return (
    commonWords.has(text.toLowerCase()) ||
    /^[0-9]{1,5}$/.test(text) ||
    /^[a-z]{2,12}-(?:(?:gov|iso[a-z]*)-)?(?:north|south|east|west|central)(?:east|west)?-?[0-9]{1,2}$/.test(
      text,
    )
  );
}

/** The masks for an opened file of any kind: every line, and every value in it by itself. */
export function masksFor(text: string): Masks {
  const lines = text.split(/\r\n|\r|\n/);
  const isJson = looksLikeJson(text);
  const texts = new Set<string>();
  const spared = new Set<number>();
  const hide = (value: string, line?: number): void => {
    const bare = value.trim();
    // The second `=` at the end of a base64 text is not a value.
    if (bare === '' || bare === '=') return;
    if (bare.length >= shortest && !isCommon(bare)) {
      texts.add(bare);
    } else if (line !== undefined) spared.add(line);
  };
  for (const [index, line] of lines.entries()) {
    const equals = line.indexOf('=');
    hide(line, equals < 0 && !isJson ? index + 1 : undefined);
    // Every line of that form, also those that a later one overrides.
    if (equals > 0 && !line.trimStart().startsWith('#')) {
      for (const form of formsOf(line.slice(equals + 1))) hide(form, index + 1);
    }
  }
  for (const entry of parseEnvFile(text).entries) hide(entry.value, entry.line);
  for (const value of jsonValues(text)) for (const form of formsOf(value)) hide(form);
  return { texts: [...texts], spared: [...spared].sort((a, b) => a - b) };
}

/** A value, and what programs make of it before they print it. */
function formsOf(value: string): readonly string[] {
  const bare = value.trim();
  const unquoted = /^(["'])(.*)\1$/.exec(bare)?.[2];
  // A key of several lines is stored with `\n`, which a program expands.
  const expanded = bare.split(/\\r|\\n|\r|\n/);
  const password = /^[a-z][a-z0-9+.-]*:\/\/[^:@/\s]*:([^@/\s]+)@/i.exec(unquoted ?? bare)?.[1];
  return [
    bare,
    unquoted,
    ...(expanded.length > 1 ? expanded : []),
    password,
    decodedUrl(password),
  ].filter((form) => form !== undefined);
}

function decodedUrl(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The texts in a JSON file, such as a dockercfg; of `auth` also the password inside. */
function jsonValues(text: string): readonly string[] {
  if (!looksLikeJson(text)) return [];
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return [];
  }
  const values: string[] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      values.push(value);
      if (key === 'auth') values.push(...authParts(value));
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) visit(member, name);
    }
  };
  visit(root, '');
  return values;
}

function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** The password of base64 of `user:password`, split at the first colon (codeship.md 5.1). */
function authParts(auth: string): readonly string[] {
  const pair = Buffer.from(auth, 'base64')
    .toString('utf8')
    .replace(/[\0\r\n]+$/, '');
  const colon = pair.indexOf(':');
  return colon < 0 ? [] : [pair, pair.slice(colon + 1)];
}
