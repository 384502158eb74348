// The secrets that the workflows of a repository need, with everything that a person has to know of each.

import type { Conversion } from '../../convert/convert.ts';
import { defined } from '../../ground/defined.ts';
import type { SecretSource } from '../../legacy/translation.ts';
import { positionAt } from '../../source/source-file.ts';

export type PlannedSecret = {
  readonly name: string;
  /** What sort of value it is, as far as the name tells. */
  readonly kind: string;
  /** The narrowest scope that every use can read. */
  readonly scope: Scope;
  /** `file:line` of the workflows. */
  readonly uses: readonly string[];
  /** `file:line` of the legacy files. */
  readonly from?: string;
  readonly why: string;
  readonly source?: SecretSource;
};

export type Scope =
  | { readonly kind: 'repository' }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'organization'; readonly name?: string };

export const scopeText = (scope: Scope): string =>
  scope.kind === 'repository' || scope.name === undefined
    ? scope.kind
    : `${scope.kind} ${scope.name}`;

/** In the order in which the conversion lists them. */
export function plannedSecrets(conversion: Conversion): readonly PlannedSecret[] {
  const uses = usesIn(conversion.files);
  const environments = environmentsIn(conversion);
  const found = new Map<string, PlannedSecret>();
  for (const { name, why, at, source } of conversion.secrets) {
    if (found.has(name)) continue;
    found.set(name, {
      name,
      kind: kindOf(name, source),
      scope: scopeOf(name, environments.get(name.toUpperCase())),
      uses: uses.get(name.toUpperCase()) ?? [],
      why,
      ...(at === undefined
        ? {}
        : { from: `${at.file.path}:${positionAt(at.file, at.start).line}` }),
      ...defined({ source }),
    });
  }
  return [...found.values()];
}

const secretUse = /\bsecrets(?:\.([A-Za-z_]\w*)|\[\s*'([A-Za-z_]\w*)'\s*\])/g;

/** Names of the secrets that a workflow reads, in capitals: letter case tells nothing apart. */
export const secretsReadIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(secretUse)].map(([, dotted, quoted]) =>
      (dotted ?? quoted ?? '').toUpperCase(),
    ),
  );

function usesIn(
  files: readonly { readonly path: string; readonly content: string }[],
): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { path, content } of files) {
    for (const [index, line] of content.split('\n').entries()) {
      for (const name of secretsReadIn(line)) {
        uses.set(name, [...(uses.get(name) ?? []), `${path}:${index + 1}`]);
      }
    }
  }
  return uses;
}

/** The environments of the jobs that read each secret; '' for a job without one. */
function environmentsIn({
  workflows,
  files,
}: Conversion): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const workflow of workflows) {
    const text = files.find(({ path }) => path === workflow.path)?.content ?? '';
    for (const job of workflow.jobs) {
      const environment = job.environment;
      const name = typeof environment === 'string' ? environment : '';
      for (const secret of secretsReadIn(jobText(text, job.id))) {
        found.set(secret, (found.get(secret) ?? new Set()).add(name));
      }
    }
  }
  return found;
}

/** The lines of a job in a workflow that this project laid out: two blanks in front of its id. */
function jobText(text: string, id: string): string {
  const lines = text.split('\n');
  const start = lines.indexOf(`  ${id}:`);
  if (start < 0) return '';
  const end = lines.findIndex((line, index) => index > start && /^ {0,2}\S/.test(line));
  return lines.slice(start, end < 0 ? undefined : end).join('\n');
}

function scopeOf(name: string, environments: ReadonlySet<string> | undefined): Scope {
  const [only] = environments ?? [];
  if (environments?.size === 1 && only !== undefined && only !== '') {
    return { kind: 'environment', name: only };
  }
  // An account that Shippable kept for a subscription served all of its repositories.
  return /_INTEGRATION_[A-Z_]+$/.test(name) ? { kind: 'organization' } : { kind: 'repository' };
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/(?:PRIVATE|SSH|PEM).*KEY|KEY.*(?:PRIVATE|PEM)|_PRIVATE_KEY$/, 'private key'],
  [/JSON(?:_KEY)?$|CREDENTIALFILE|KUBECONFIG/, 'file'],
  [/ACCESS_?KEY(?:_?ID)?$|API_?KEY|_KEY(?:_ID)?$/, 'key'],
  [/TOKEN/, 'token'],
  [/PASS|PWD|SECRET/, 'password'],
  [/USER(?:NAME)?$|LOGIN|EMAIL|ACCOUNT/, 'account'],
  [/URL|URI|_DSN|WEBHOOK|HOST|ENDPOINT/, 'address'],
];

const kindOf = (name: string, source: SecretSource | undefined): string =>
  source?.kind === 'key'
    ? "CodeShip's key"
    : (kinds.find(([pattern]) => pattern.test(name.toUpperCase()))?.[1] ?? 'setting');
