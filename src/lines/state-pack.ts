// The files of a state resource or job on their way between jobs and runs.

import { isObject, type Json, parseObject } from '../ground/json.ts';
import { fail, ok, type Result } from '../ground/result.ts';

export type StateFile = {
  /** Relative, with `/`. */
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
  readonly bytes: Uint8Array;
};

/** Either the files, or all of them in one sealed text. */
export type StatePack =
  | { readonly kind: 'plain'; readonly files: readonly StateFile[] }
  | { readonly kind: 'sealed'; readonly text: string };

/** Shippable's own bound for the state of a resource (shippable.md 8.5). */
export const largestState = 1_000_000;

/** What keeps a path from lying below its folder: undefined for a good one. */
export function badPath(path: string): string | undefined {
  const parts = path.split('/');
  if (path.startsWith('/') || parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'it leaves its folder';
  if (/[\u0000-\u001F\u007F\\]/.test(path)) return 'it has a control character or a backslash';
  if (parts.some((part) => /^\.git$/i.test(part))) return 'it is part of a clone';
  return undefined;
}

export function packToJson(pack: StatePack): Json {
  return pack.kind === 'sealed'
    ? { sealed: pack.text }
    : { files: pack.files.map(({ path, mode, bytes }) => [path, mode, base64(bytes)]) };
}

/** Reads a pack of an artifact. Whatever leads out of its folder is refused as a whole. */
export function packOfJson(value: unknown): Result<StatePack> {
  if (!isObject(value)) return fail('the state is not a mapping');
  if (typeof value['sealed'] === 'string') return ok({ kind: 'sealed', text: value['sealed'] });
  const list = value['files'];
  if (!Array.isArray(list)) return fail('the state has no list of files');
  const files: StateFile[] = [];
  for (const item of list) {
    const [path, mode, text] = Array.isArray(item) ? item : [];
    if (typeof path !== 'string' || typeof mode !== 'number' || typeof text !== 'string')
      return fail('a file of the state is none');
    const bad = badPath(path);
    if (bad !== undefined) return fail(`the state has a file whose path can't be: ${bad}`);
    files.push({ path, mode: mode & 0o777, bytes: bytesOf(text) });
  }
  return ok({ kind: 'plain', files });
}

/** The text that is sealed, and back. */
export const packText = (files: readonly StateFile[]): string =>
  JSON.stringify(packToJson({ kind: 'plain', files }));

export function packOfText(text: string): Result<StatePack> {
  return packOfJson(parseObject(text));
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function bytesOf(text: string): Uint8Array {
  const decoded = atob(text);
  return Uint8Array.from(decoded, (sign) => sign.charCodeAt(0));
}
