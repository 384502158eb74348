// The formats with a header (`codeship:v2` since 2018, `cloudbees:v1` since 2022). No file with a known key was
// ever published, so the layout is not known; what is known is that 32 bytes of digest came in (codeship.md 13.3).
// Every layout is tried, and one counts only when its digest matches: with 256 bits none matches by accident.

import { createHash, createHmac, getHashes, timingSafeEqual } from 'node:crypto';
import { decipher, ivLength } from './cipher.ts';
import { cleanText } from './clean-text.ts';
import type { ProjectKey } from './project-key.ts';

type Bytes = Uint8Array;

type Parts = {
  readonly iv: Bytes;
  readonly plain: Bytes;
  /** What stands in the file for the plain bytes; absent where the digest is encrypted along with them. */
  readonly sealed?: Bytes;
  readonly digest: Bytes;
};

const digestLength = 32;

/** The layouts in the order to try; `raw` is the decoded file, at least 48 bytes. */
const layouts: Readonly<Record<string, (key: ProjectKey, raw: Bytes) => Parts>> = {
  L1: (key, raw) => {
    const iv = raw.subarray(0, ivLength);
    const whole = decipher(key.bytes, iv, raw.subarray(ivLength));
    return { iv, plain: whole.subarray(0, -digestLength), digest: whole.subarray(-digestLength) };
  },
  L2: (key, raw) => {
    const iv = raw.subarray(0, ivLength);
    const whole = decipher(key.bytes, iv, raw.subarray(ivLength));
    return { iv, plain: whole.subarray(digestLength), digest: whole.subarray(0, digestLength) };
  },
  L3: (key, raw) =>
    apart(
      key,
      raw.subarray(0, ivLength),
      raw.subarray(ivLength, -digestLength),
      raw.subarray(-digestLength),
    ),
  L4: (key, raw) =>
    apart(key, raw.subarray(digestLength, 48), raw.subarray(48), raw.subarray(0, digestLength)),
  L5: (key, raw) =>
    apart(key, raw.subarray(0, ivLength), raw.subarray(48), raw.subarray(ivLength, 48)),
};

function apart(key: ProjectKey, iv: Bytes, sealed: Bytes, digest: Bytes): Parts {
  return { iv, plain: decipher(key.bytes, iv, sealed), sealed, digest };
}

type Digest = (key: ProjectKey, parts: Parts) => Bytes | undefined;

/** A Node that was built without one of the rarer hashes does without that candidate. */
const hash =
  (algorithm: string): Digest =>
  (_key, parts) =>
    getHashes().includes(algorithm)
      ? createHash(algorithm).update(parts.plain).digest()
      : undefined;

const keyed =
  (
    secret: (key: ProjectKey) => Bytes | string,
    over: (parts: Parts) => readonly Bytes[] | undefined,
  ): Digest =>
  (key, parts) => {
    const pieces = over(parts);
    if (pieces === undefined) return undefined;
    const mac = createHmac('sha256', secret(key));
    for (const piece of pieces) mac.update(piece);
    return mac.digest();
  };

const rawKey = (key: ProjectKey): Bytes => key.bytes;
const keyText = (key: ProjectKey): string => key.text;
const overPlain = (parts: Parts): readonly Bytes[] => [parts.plain];
const overSealed = (parts: Parts): readonly Bytes[] | undefined => parts.sealed && [parts.sealed];
const overIvAndSealed = (parts: Parts): readonly Bytes[] | undefined =>
  parts.sealed && [parts.iv, parts.sealed];

const digests: Readonly<Record<string, Digest>> = {
  sha256: hash('sha256'),
  'hmac-sha256': keyed(rawKey, overPlain),
  'hmac-sha256 (key text)': keyed(keyText, overPlain),
  'hmac-sha256 of iv and ciphertext': keyed(rawKey, overIvAndSealed),
  'hmac-sha256 of ciphertext': keyed(rawKey, overSealed),
  'hmac-sha256 (key text) of iv and ciphertext': keyed(keyText, overIvAndSealed),
  'hmac-sha256 (key text) of ciphertext': keyed(keyText, overSealed),
  'sha512-256': hash('sha512-256'),
  'sha3-256': hash('sha3-256'),
};

/** Opens a signed file, decoded from base64. `undefined`: no layout has a digest that matches. */
export function openSigned(
  key: ProjectKey,
  raw: Bytes,
): { readonly plain: Bytes; readonly layout: string } | undefined {
  if (raw.length < ivLength + digestLength) return undefined;
  for (const [layout, take] of Object.entries(layouts)) {
    const parts = take(key, raw);
    for (const [name, digest] of Object.entries(digests)) {
      const expected = digest(key, parts);
      if (expected !== undefined && timingSafeEqual(expected, parts.digest)) {
        return { plain: parts.plain, layout: `${layout} ${name}` };
      }
    }
  }
  return undefined;
}

const lineOfAssignment = /^\s*(?:#.*|[A-Za-z_][A-Za-z0-9_.-]*=.*)?$/;

function looksMeant(text: string): boolean {
  if (text.trim() === '') return false;
  if (text.split(/\r?\n/).every((line) => lineOfAssignment.test(line))) return true;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/**
 * What a signed file would hold by each layout, without regard to its digest: only results that read as
 * `KEY=value` lines or as JSON. For a person to look at, on request; never to be used unseen.
 */
export function guessSigned(
  key: ProjectKey,
  raw: Bytes,
): readonly { readonly plain: Bytes; readonly layout: string }[] {
  if (raw.length < ivLength + digestLength) return [];
  const seen = new Set<string>();
  const guesses: { plain: Bytes; layout: string }[] = [];
  for (const [layout, take] of Object.entries(layouts)) {
    const { plain } = take(key, raw);
    const text = cleanText(plain);
    if (text === undefined || seen.has(text) || !looksMeant(text)) continue;
    seen.add(text);
    guesses.push({ plain, layout });
  }
  return guesses;
}
