// Texts that look like credentials: the token shapes that vendors document, keys, and literals whose name says so.
// It looks at text alone and never at meaning: what it finds is worth a question, not proof.

export type CredentialShape = {
  /** UTF-16 offsets of the value itself, without its name. */
  readonly start: number;
  readonly end: number;
  /** What it seems to be, such as `AWS access key`. */
  readonly what: string;
};

/** A vendor's tokens: the whole match is the value, or the group `value` is. */
const vendorShapes: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  {
    what: 'GitHub token',
    pattern: /\bgh[pousr]_[A-Za-z0-9]{36,255}\b|\bgithub_pat_[A-Za-z0-9_]{22,255}\b/g,
  },
  { what: 'GitLab token', pattern: /\bgl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[\w-]{20,64}/g },
  { what: 'Slack token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}/g },
  {
    what: 'Slack webhook address',
    pattern: /https:\/\/hooks\.slack\.com\/(?:services|workflows)\/(?<value>[A-Za-z0-9+/]{20,})/g,
  },
  { what: 'Docker Hub access token', pattern: /\bdckr_(?:pat|oat)_[\w-]{20,64}/g },
  { what: 'npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { what: 'PyPI token', pattern: /\bpypi-[\w-]{50,}/g },
  { what: 'Google API key', pattern: /\bAIza[\w-]{35}/g },
  { what: 'Stripe key', pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/g },
  { what: 'SendGrid key', pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/g },
  { what: 'Heroku key', pattern: /\bHRKU-[\w-]{30,}/g },
  { what: 'JSON web token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g },
  {
    what: 'private key',
    pattern:
      /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,8000}?(?:-----END [A-Z ]*-----|$)/g,
  },
  {
    what: 'password in an address',
    pattern:
      /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"$<>{}]{0,100}:(?<value>[^\s:/@'"$<>{}]{3,200})@/gi,
  },
];

const named =
  /(?<name>[A-Za-z0-9_.-]{0,60}(?:TOKEN|PASSWORD|PASSWD|SECRET|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|AUTH)(?:_?[A-Za-z0-9]{0,12})?)["']?\s{0,4}(?:=|:(?!\/\/))\s{0,4}["']?(?<value>[^\s"'$`<>{}(),;[\]]{8,200})/gi;

/** Words that stand where a value will be, and what test set-ups use. */
const placeholder =
  /^(?:\*+|x{3,}|\.{3,}|-+|true|false|null|none|test\w*|example\w*|dummy\w*|fake\w*|sample\w*|default\w*|change-?me\w*|your[-_ ]?\w*|my[-_]?\w*|password\d*|passw0rd|secret\d*|postgres\w*|mysql\w*|root\w*|admin\w*|12345\w*|abc\w*|foo\w*|bar\w*|todo\w*|placeholder\w*)$/i;

/** Everything in a text that looks like a credential, in its order, without overlaps. Linear in the text's length. */
export function credentialShapes(text: string): readonly CredentialShape[] {
  const found: CredentialShape[] = [];
  const add = (what: string, match: RegExpMatchArray): void => {
    const value = match.groups?.['value'] ?? match[0];
    const start = (match.index ?? 0) + match[0].lastIndexOf(value);
    found.push({ start, end: start + value.length, what });
  };
  for (const { what, pattern } of vendorShapes) {
    for (const match of text.matchAll(pattern)) add(what, match);
  }
  for (const match of text.matchAll(named)) {
    const { name = '', value = '' } = match.groups ?? {};
    if (!placeholder.test(value) && !isReference(value)) add(`value of \`${name}\``, match);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((shape, index) => index === 0 || shape.start >= (found[index - 1]?.end ?? 0));
}

/** A path, an image, a word: credentials have digits, or upper and lower case, and no blanks or slashes at their start. */
const isReference = (value: string): boolean =>
  /^[./~]/.test(value) ||
  /\.(?:ya?ml|json|aes|enc(?:rypted)?|env|txt|pem|key|sh)$/i.test(value) ||
  !(/\d/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value)));
