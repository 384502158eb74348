// Names of the GitHub secrets that take the place of encrypted variables: the variable's own name, told apart where two
// files give it different values, and where GitHub takes no such name (contract).

import type { SecretNeed, Settings } from '../../translation.ts';

export type NamedSecret = {
  /** The variable, or what the secret should be called. */
  readonly wanted: string;
  /** Equal for uses that have one value. */
  readonly same: string;
  /** What tells its file from others: `PROD`; nothing where the name of the file says nothing. */
  readonly word: string;
  readonly need: Omit<SecretNeed, 'name'>;
};

export type SecretRegister = {
  readonly nameOf: (secret: NamedSecret) => string;
  readonly needs: readonly SecretNeed[];
};

/** One register for a project. `renamed` is told of every name that is not the wanted one. */
export function nameSecrets(
  secrets: readonly NamedSecret[],
  settings: Settings,
  renamed: (secret: NamedSecret, given: string) => void,
): SecretRegister {
  const variants = new Map<string, Map<string, NamedSecret>>();
  for (const secret of secrets) {
    const known = variants.get(secret.wanted) ?? new Map<string, NamedSecret>();
    if (!known.has(secret.same)) known.set(secret.same, secret);
    variants.set(secret.wanted, known);
  }
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const needs: SecretNeed[] = [];
  const keyOf = ({ wanted, same }: NamedSecret): string => `${wanted}\n${same}`;
  for (const each of variants.values()) {
    const words = [...each.values()].map(({ word }) => word);
    const tells = words.length > 1 && new Set(words).size === words.length;
    for (const secret of each.values()) {
      const plain = tells && secret.word !== '' ? `${secret.wanted}_${secret.word}` : secret.wanted;
      const mapped = settings.secrets[plain];
      const given = unique(mapped ?? permitted(plain), taken);
      if (mapped === undefined && given !== secret.wanted) renamed(secret, given);
      names.set(keyOf(secret), given);
      needs.push({ name: given, ...secret.need });
    }
  }
  return { nameOf: (secret) => names.get(keyOf(secret)) ?? secret.wanted, needs };
}

/** https://docs.github.com/actions/reference/security/secrets: letters, digits and `_`, no digit first, no `GITHUB_`. */
function permitted(name: string): string {
  const clean = name.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 200);
  if (/^GITHUB_/i.test(clean)) return `CODESHIP_${clean}`;
  return /^[A-Za-z_]/.test(clean) ? clean : `_${clean}`;
}

/** Letter case tells nothing apart on GitHub. */
function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let suffix = 2; taken.has(free.toUpperCase()); suffix++) free = `${name}_${suffix}`;
  taken.add(free.toUpperCase());
  return free;
}

const emptyWords = new Set(
  'ENV ENVIRONMENT ENCRYPTED ENC CRYPT CODESHIP DOCKERCFG DOCKER CFG CONFIG JSON VARS VARIABLES SECRETS SECRET FILE YML TXT CI'.split(
    ' ',
  ),
);

/** What the name of a file says beyond that it is encrypted: `PROD` of `deploy/prod.env.encrypted`. */
export const wordOf = (path: string): string =>
  path
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '' && !emptyWords.has(word))
    .slice(-2)
    .join('_');

const stages =
  /^(?:PROD|PRODUCTION|STAGING|STAGE|DEV|DEVELOPMENT|TEST|TESTING|QA|UAT|DEMO|LIVE|SANDBOX|PREVIEW|ACCEPTANCE)$/;

/** The stage that the name of a file is for; files of several stages hold several values. */
export const stageOf = (path: string): string =>
  path
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .find((word) => stages.test(word)) ?? '';
