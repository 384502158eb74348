// A link that holds the input in its fragment, which browsers never send.

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { credentialShapes } from '../../secret/credential-shapes.ts';
import type { InputFile, PlaygroundInput } from './messages.ts';

const name = 'input=';

/** Longer links are cut by programs that people send them with. */
const mostCharacters = 32_000;

export type Link =
  | { readonly kind: 'link'; readonly fragment: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** The fragment for an input, refused where something in it looks like a secret, by place. */
export function linkOf(input: PlaygroundInput): Link {
  const found = input.files.flatMap(suspicious);
  if (found.length > 0) {
    return {
      kind: 'refused',
      reason: `No link: ${found.slice(0, 3).join('; ')}. Replace what is secret first.`,
    };
  }
  const bytes = deflateSync(strToU8(JSON.stringify(input)), { level: 9 });
  const fragment = `#${name}${toBase64Url(bytes)}`;
  return fragment.length > mostCharacters
    ? { kind: 'refused', reason: 'No link: the files are too long for one. Download them instead.' }
    : { kind: 'link', fragment };
}

const suspicious = ({ path, text }: InputFile): string[] =>
  credentialShapes(text).map(({ start, what }) => {
    const line = text.slice(0, start).split('\n').length;
    return `${path}, line ${line}, looks like a secret (${what})`;
  });

/** The input of a fragment; undefined where it holds none, or a broken one. */
export function inputOf(fragment: string): PlaygroundInput | undefined {
  const at = fragment.indexOf(name);
  if (at < 0) return undefined;
  try {
    const text = strFromU8(inflateSync(fromBase64Url(fragment.slice(at + name.length))));
    return checked(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A fragment comes from anybody: only what has the form of an input is taken. */
function checked(value: unknown): PlaygroundInput | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { paths, files, settings, given } = value as Record<string, unknown>;
  if (!Array.isArray(paths) || !Array.isArray(files)) return undefined;
  const isFile = (file: unknown): file is InputFile =>
    typeof file === 'object' &&
    file !== null &&
    typeof (file as InputFile).path === 'string' &&
    typeof (file as InputFile).text === 'string';
  return {
    paths: paths.filter((path) => typeof path === 'string'),
    files: files.filter(isFile),
    settings: typeof settings === 'object' && settings !== null ? settings : {},
    given: typeof given === 'object' && given !== null ? given : {},
  };
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (unit) =>
    unit.charCodeAt(0),
  );
