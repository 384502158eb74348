// Names of jobs and resources: as variables, as files, as numbers.

/** `my-key-1` is `MYKEY1` in variables: only letters, digits and underscores, no digits in front (shippable.md 8.4). */
export function variablePrefix(name: string): string {
  return name
    .replace(/[^A-Za-z0-9_]/g, '')
    .replace(/^[0-9]+/, '')
    .toUpperCase();
}

/** A key in a variable's name: what is not a letter, digit or underscore goes. */
export function variablePart(key: string): string {
  return key.replace(/[^A-Za-z0-9_]/g, '');
}

/** What keeps a name from being a folder of its own: undefined for a good one. */
export function badName(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return 'it is not a name';
  if (/[/\\]/.test(name)) return 'it has a slash';
  if (/[\u0000-\u001F\u007F]/.test(name)) return 'it has a control character';
  return name.length > 200 ? 'it is longer than 200 characters' : undefined;
}

/** A name as one part of a path, whatever it holds: bytes that are not plain are `%XX`. */
export function fileName(name: string): string {
  const plain = [...new TextEncoder().encode(name)]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      return /[A-Za-z0-9_.-]/.test(sign) ? sign : `%${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
  return plain.replace(/^\./, '%2e');
}

/** A number that a name always has: what RESOURCE_ID, `_ID` and `_VERSIONID` are made of (FNV-1a, 31 bits). */
export function stableNumber(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 1) + 1;
}

/** The artifact that a job of the line leaves. Artifacts take most characters, but no slash, quote or `:<>|*?`. */
export function artifactName(job: string, leg: string | undefined): string {
  const plain = job.replace(/[^A-Za-z0-9_.-]/g, '_');
  const name = plain === job ? job : `${plain}-${stableNumber(job)}`;
  return `line-${name}${leg === undefined ? '' : `-${leg}`}`;
}
