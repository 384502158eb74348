import { defined } from '../ground/defined.ts';
// Texts that look like credentials: the token shapes that vendors document, keys, and literals whose name says so.
// It looks at text alone and never at meaning: what it finds is worth a question, not proof.

export type CredentialShape = {
  /** UTF-16 offsets of the value itself, without its name. */
  readonly start: number;
  readonly end: number;
  /** What it seems to be, such as `AWS access key`. */
  readonly what: string;
  /** The variable, or the option, that it was given to, where one stands in front of it. */
  readonly name?: string;
};

type VendorShape = {
  readonly what: string;
  readonly pattern: RegExp;
  /** Every match has one of these in it, in whatever case: a text without them need not be searched. */
  readonly signs: readonly string[];
};

/** A vendor's tokens: the whole match is the value, or the group `value` is. */
const vendorShapes: readonly VendorShape[] = [
  {
    what: 'AWS access key',
    signs: ['akia', 'asia'],
    pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  },
  {
    what: 'GitHub token',
    signs: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: /\bgh[pousr]_[A-Za-z0-9]{36,255}\b|\bgithub_pat_[A-Za-z0-9_]{22,255}\b/g,
  },
  {
    what: 'GitLab token',
    signs: ['gl'],
    pattern: /\bgl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[\w-]{20,64}/g,
  },
  { what: 'Slack token', signs: ['xox'], pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}/g },
  {
    what: 'Slack webhook address',
    signs: ['hooks.slack.com'],
    pattern: /https:\/\/hooks\.slack\.com\/(?:services|workflows)\/(?<value>[A-Za-z0-9+/]{20,})/g,
  },
  {
    what: 'Docker Hub access token',
    signs: ['dckr_'],
    pattern: /\bdckr_(?:pat|oat)_[\w-]{20,64}/g,
  },
  {
    what: 'token of SonarQube',
    signs: ['sonar.'],
    pattern: /\bsonar\.(?:login|token)=["']?(?<value>[A-Za-z0-9_]{20,80})\b/g,
  },
  { what: 'npm token', signs: ['npm_'], pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { what: 'PyPI token', signs: ['pypi-'], pattern: /\bpypi-[\w-]{50,}/g },
  { what: 'Google API key', signs: ['aiza'], pattern: /\bAIza[\w-]{35}/g },
  {
    what: 'Stripe key',
    signs: ['_live_', '_test_'],
    pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/g,
  },
  { what: 'SendGrid key', signs: ['sg.'], pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/g },
  { what: 'Heroku key', signs: ['hrku-'], pattern: /\bHRKU-[\w-]{30,}/g },
  {
    what: 'JSON web token',
    signs: ['eyj'],
    pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g,
  },
  {
    what: 'authorization header',
    signs: ['authorization'],
    pattern:
      /\bAuthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:token|bearer|basic)\s{1,4}(?<value>[A-Za-z0-9._~+/=-]{16,400})/gi,
  },
  {
    what: 'private key',
    signs: ['private key'],
    pattern:
      /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,8000}?(?:-----END [A-Z ]*-----|$)/g,
  },
  {
    what: 'password in an address',
    signs: ['://'],
    pattern:
      /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"$<>{}]{0,100}:(?<value>[^\s:/@'"$<>{}]{3,200})@/gi,
  },
];

/** On one line: what has no value does not take that of the next one. */
const named =
  /(?<name>[A-Za-z0-9_.-]{0,60}(?:TOKEN|PASSWORD|PASSWD|SECRET|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|AUTH)[A-Za-z0-9_]{0,20})["']?[^\S\n]{0,4}(?:=|:(?!\/\/))[^\S\n]{0,4}["']?(?<value>[^\s"'$`<>{}(),;[\]]{8,200})/gi;

/** `--api-token VALUE`, and the password of `docker login`. */
const byOption =
  /(?<=^|\s)(?:--(?<name>[a-z-]{0,30}(?:token|password|passwd|secret|api-?key|access-?key))|(?<=\blogin\b[^\n;&|]{0,120}\s)-p)\s{1,4}["']?(?<value>[^\s"'$`<>{}(),;[\]-][^\s"'$`<>{}(),;[\]]{7,200})/gi;

/** Passwords that programs take beside the user, or alone: `curl -u USER:PASSWORD`, `lftp -u USER,PASSWORD`, `sshpass -p PASSWORD`. */
const byProgram =
  /\b(?:curl\b[^\n;&|]{0,200}?\s(?:-u|--user)[=\s]{0,4}["']?[^\s:"'$]{1,100}:|lftp\b[^\n;&|]{0,200}?\s-u\s{0,4}["']?[^\s,"'$]{1,100},|sshpass\s{1,4}-p\s{0,4}["']?)(?<value>[^\s"'$`<>{}(),;[\]]{8,200})/gi;
const programSigns = ['curl', 'lftp', 'sshpass'];

/** In every name that `named` and `byOption` know. */
const nameSigns = ['token', 'passw', 'secret', 'key', 'auth'];

/** One look at a text for the signs of all shapes. */
const anySign = new RegExp(
  [...vendorShapes.flatMap(({ signs }) => signs), ...nameSigns, ...programSigns, 'login']
    .map((sign) => sign.replaceAll('.', '\\.'))
    .join('|'),
  'i',
);

/** Words that stand where a value will be, and what test set-ups use. */
const placeholderWord =
  /test|exampl|dummy|fake|sample|default|placeholder|change[-_ ]?me|replace[-_ ]?me|your|todo|insert|here$|not[-_]?(?:a|real|secret)|^(?:my|some|the|any|no)[-_]|local|^dev|^ci[-_]|foo|bar$|1234|abcd|qwerty|letmein|super[-_]?secret|top[-_]?secret|insecure|^(?:admin|root|user|guest|postgres|mysql|mariadb|mongo|redis|rabbit|minio|docker|rails|django|laravel)[a-z_-]*\d{0,4}$|^[a-z_-]*(?:secret|pass(?:word|wd)?|passw0rd|token|key)[-_]?[a-z]{0,8}\d{0,4}$|^(?:true|false|null|none|undefined|disabled|enabled|development|production|staging)$/i;

/** The same few characters again and again, such as `xxxx-xxxx` and `0000`. */
const isMonotone = (value: string): boolean =>
  new Set(value.replace(/[^A-Za-z0-9]/g, '').toLowerCase()).size <= Math.min(4, value.length / 4);

/** Words behind `TOKEN`, `KEY` and the like that make the name one of something else. */
const aboutCredential =
  /(?:URL|URI|HOST|PORT|FILE|PATH|DIR|NAME|TYPE|METHOD|TTL|EXPIR\w*|LENGTH|SIZE|ISSUER|HEADER|REGION|BUCKET|USER|EMAIL|MODE|ENABLED|PREFIX|ALGORITHM|DOMAIN|ENDPOINT|SERVICE|PROVIDER|VERSION|SCOPES?|AUDIENCE|COUNT|LIMIT|FORMAT|FIELD|COLUMN|STORE|ROUNDS|POLICY)$|AUTH(?:OR\w*|ENTIC\w*)?$|PUBLIC/i;

/** Text that names or describes something: an address, a number, a version, a resource. */
const isPlainWord = (value: string): boolean =>
  /^(?:\d{1,12}|v?\d+(?:\.\d+)+\S*|arn:\S+|[a-z][a-z0-9+.-]*:\/\/\S*|[\w-]+(?:\.[\w-]+)*\.(?:com|io|net|org|dev|co|local|internal|app)(?:[:/]\S*)?|[\w.+-]+@[\w.-]+\.\w+|[\w-]+\.[A-Za-z]\w*\([^)]*\)?|[\w-]+\/[\w./-]+:[\w.-]+)$/i.test(
    value,
  );

/** Everything in a text that looks like a credential, in its order, without overlaps. Linear in the text's length. */
export function credentialShapes(text: string): readonly CredentialShape[] {
  const found: CredentialShape[] = [];
  const add = (what: string, match: RegExpMatchArray, name?: string): void => {
    const value = match.groups?.['value'] ?? match[0];
    const start = (match.index ?? 0) + match[0].lastIndexOf(value);
    found.push({ start, end: start + value.length, what, ...defined({ name }) });
  };
  // Most texts have nothing of the kind, and are looked through by far faster than they are matched.
  if (!anySign.test(text)) return found;
  const lower = text.toLowerCase();
  const has = (signs: readonly string[]): boolean => signs.some((sign) => lower.includes(sign));
  for (const { what, pattern, signs } of vendorShapes) {
    if (!has(signs)) continue;
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.['value'] ?? match[0];
      if (
        what === 'password in an address'
          ? isPasswordOfTest(value, match[0], text, match.index)
          : isSampleToken(value.replace(/-{5}[A-Z ]*-{5}/g, ''))
      )
        continue;
      add(what, match);
    }
  }
  const isNamed = has(nameSigns);
  for (const match of isNamed ? text.matchAll(named) : []) {
    const { name = '', value = '' } = match.groups ?? {};
    if (isNamedCredential(name, value)) add(`value of \`${name}\``, match, name);
  }
  for (const match of isNamed || lower.includes('login') ? text.matchAll(byOption) : []) {
    const { name = 'password', value = '' } = match.groups ?? {};
    if (isNamedCredential(name, value)) add(`value of \`${name}\``, match, name);
  }
  for (const match of has(programSigns) ? text.matchAll(byProgram) : []) {
    const { value = '' } = match.groups ?? {};
    if (isNamedCredential('password', value)) add('password of a command', match);
  }
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: CredentialShape[] = [];
  for (const shape of found) if (shape.start >= (apart.at(-1)?.end ?? 0)) apart.push(shape);
  return apart;
}

/** Whether a literal that a variable of this name is given is a credential, and no placeholder. */
export const isNamedCredential = (name: string, value: string): boolean =>
  !aboutCredential.test(name) &&
  !placeholderWord.test(value) &&
  !isMonotone(value) &&
  !isPlainWord(value) &&
  !isReference(value);

/** What vendors print in their documents, and what people write in place of a token. */
const isSampleToken = (value: string): boolean =>
  /EXAMPLE|[xX]{6}|\*{4}|\.{4}|<|(.)\1{9}/.test(value) ||
  /(?:sample|dummy|fake|placeholder)/i.test(value);

/** An address of IPv6 stands in brackets. */
const hostBehind = /^(?:\[(?<v6>[0-9A-Fa-f:.]{2,45})\]|[^\s:/@'"?#,;)}&|`\\]*)/;

/** The machine itself by its names and numbers, also as containers and their virtual machines see it. */
const hostOfTest = new RegExp(
  `^(?:${[
    '(?:[\\w-]+\\.)*localhost',
    'localhost\\.localdomain',
    '127(?:\\.\\d{1,3}){1,3}',
    '0\\.0\\.0\\.0',
    '::1?',
    '(?:0{1,4}:){7}0{0,3}[01]',
    '::ffff:127(?:\\.\\d{1,3}){3}',
    '(?:host|gateway)\\.docker\\.internal',
    'docker\\.for\\.(?:mac|win)\\.(?:localhost|host\\.internal)',
    '172\\.17\\.0\\.1',
    '10\\.0\\.2\\.2',
    '192\\.168\\.(?:99\\.100|59\\.103)',
  ].join('|')})$`,
  'i',
);

/** A password that guards nothing: a word for one, or that of a server on the machine itself. */
function isPasswordOfTest(value: string, whole: string, text: string, index: number): boolean {
  if (placeholderWord.test(value) || isMonotone(value) || /^[a-z]{1,10}$/i.test(value)) return true;
  const behind = text.slice(index + whole.length, index + whole.length + 200);
  const host = hostBehind.exec(behind);
  return host !== null && hostOfTest.test(host.groups?.['v6'] ?? host[0]);
}

/** A path, an image, a word: credentials have digits, or upper and lower case, and no blanks or slashes at their start. */
const isReference = (value: string): boolean =>
  /^[./~]/.test(value) ||
  /\.(?:ya?ml|json|aes|enc(?:rypted)?|env|txt|pem|key|sh|crt|p12)$/i.test(value) ||
  !(/\d/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value)));
