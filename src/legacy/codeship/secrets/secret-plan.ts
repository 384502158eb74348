// How a project's secrets reach its jobs. `file`: the encrypted files stay, and one secret opens them. `each`: every
// variable is a secret of its own, and one step writes the files that the encrypted ones were opened to.

import type { Evidence } from '../../../evidence/gather.ts';
import { readDockerfile } from '../../../format/dockerfile.ts';
import { defined } from '../../../ground/defined.ts';
import {
  dockerConfigKey,
  dockerHub,
  normalizeRegistry,
  parseReference,
} from '../../../image/reference.ts';
import type { SealedContent } from '../../../secret/sealed-content.ts';
import type { SecretNeed, TranslationContext } from '../../translation.ts';
import { dockerfileOf } from '../services/dockerfiles.ts';
import { startedWith } from '../services/service.ts';
import type { Leaf } from '../steps/items.ts';
import { targetOf } from '../steps/push-target.ts';
import { openFilesOf } from './open-environment.ts';
import { type Sealed, sealedOf } from './sealed.ts';
import { serviceEvidence } from './secret-evidence.ts';
import { type NamedSecret, nameSecrets, stageOf, wordOf } from './secret-names.ts';
import type { SecretFile, SecretPlan } from './secret-step.ts';

/** More secrets than a repository may have (https://docs.github.com/actions/reference/security/secrets). */
const mostSecrets = 100;

type Wanted = {
  readonly sealed: Sealed;
  /** The file that got all the names which might stand in this one too. */
  readonly among?: string;
  readonly lines: readonly { readonly name: string; readonly secret?: NamedSecret }[];
  readonly accounts: readonly {
    readonly registry: string;
    readonly username: NamedSecret;
    readonly password: NamedSecret;
  }[];
};

export function planSecrets(
  leaves: readonly Leaf[],
  folder: string,
  keyName: string,
  context: TranslationContext,
): SecretPlan {
  const { settings, report } = context;
  const isEach = settings.secretValues === 'each';
  const all = sealedOf(leaves, folder);
  const contents = new Map(all.map((sealed) => [sealed, contentOf(sealed, context)]));
  const hasKey = context.openSealed !== undefined;
  reportContents(contents, isEach, context);
  if (all.length === 0 || (!isEach && hasKey)) return { isEach, filesOf: openFilesOf, needs: [] };
  const wanted = wantedOf(contents, leaves, folder, context);
  const secrets = wanted.flatMap(({ lines, accounts }) => [
    ...lines.flatMap(({ secret }) => secret ?? []),
    ...accounts.flatMap(({ username, password }) => [username, password]),
  ]);
  if (!isEach) {
    const names = nameSecrets(secrets, settings, () => {}).needs.map(({ name }) => name);
    reportWays(all, names, keyName, context);
    return { isEach, filesOf: openFilesOf, needs: [] };
  }
  const register = nameSecrets(secrets, settings, (secret, given) => {
    if (secret.need.at !== undefined)
      report(
        'secret-name',
        placeOf(secret.need.at),
        `the secret for \`${secret.wanted}\` is called \`${given}\``,
      );
  });
  reportEach(wanted, contents, register.needs, context);
  const written = wanted.map(
    ({ sealed, lines, accounts }): SecretFile => ({
      sealed,
      lines: lines.map(({ name, secret }) =>
        secret === undefined ? { name } : { name, secret: register.nameOf(secret) },
      ),
      accounts: accounts.map(({ registry, username, password }) => ({
        registry,
        username: register.nameOf(username),
        password: register.nameOf(password),
      })),
    }),
  );
  return {
    isEach,
    needs: register.needs,
    filesOf: (of) => {
      const names = new Set(sealedOf(of, folder).map(({ name }) => name));
      return [...openFilesOf(of), ...written.filter(({ sealed }) => names.has(sealed.name))];
    },
  };
}

const placeOf = ({ file, start, end }: NonNullable<SecretNeed['at']>) => ({ file, start, end });

function contentOf(
  { path, text }: Sealed,
  { openSealed, repository }: TranslationContext,
): SealedContent | undefined {
  const ciphertext = text ?? (path === undefined ? undefined : repository.read(path));
  return ciphertext === undefined ? undefined : openSealed?.(ciphertext);
}

function wantedOf(
  contents: ReadonlyMap<Sealed, SealedContent | undefined>,
  leaves: readonly Leaf[],
  folder: string,
  context: TranslationContext,
): readonly Wanted[] {
  const evident = evidentLines(serviceEvidence(leaves, folder, context.repository));
  const wanted = [...contents].map(([sealed, content]): Wanted => {
    if (content?.kind === 'variables')
      return { sealed, accounts: [], lines: knownLines(sealed, content) };
    if (content?.kind === 'accounts') {
      const accounts = content.accounts.map(({ host, same }) => ({
        host: normalizeRegistry(host),
        same,
      }));
      return { sealed, lines: [], accounts: accountsOf(sealed, accounts) };
    }
    if (sealed.what === 'dockercfg') {
      const hosts = hostsOf(sealed, folder, context).map((host) => ({ host, same: sealed.name }));
      return { sealed, lines: [], accounts: accountsOf(sealed, hosts) };
    }
    return { sealed, accounts: [], ...evident(sealed) };
  });
  return sameWithoutStage(wanted);
}

/** Of a file that the key opens: its own names. */
const knownLines = (
  sealed: Sealed,
  { variables }: Extract<SealedContent, { readonly kind: 'variables' }>,
): Wanted['lines'] =>
  variables.map(({ name, isEmpty, same }) => ({
    name,
    ...(isEmpty
      ? {}
      : {
          secret: {
            wanted: name,
            same,
            word: wordOf(sealed.name),
            need: variableNeed(sealed, name, `used in ${titleOf(sealed)}`),
          },
        }),
  }));

/** Two secrets for each registry. */
const accountsOf = (
  sealed: Sealed,
  hosts: readonly { readonly host: string; readonly same: string }[],
): Wanted['accounts'] =>
  hosts.map(({ host, same }) => {
    const named = (field: 'username' | 'password', what: string): NamedSecret => ({
      wanted: `${host === dockerHub ? 'DOCKERHUB' : host.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_${field.toUpperCase()}`,
      same,
      word: wordOf(sealed.name),
      need: {
        why: `${what} of ${host}, from ${titleOf(sealed)}`,
        ...defined({ at: sealed.nodes[0] }),
        source: { kind: 'account', path: sealed.name, host, field },
      },
    });
    return {
      registry: dockerConfigKey(host),
      username: named('username', 'the account'),
      password: named('password', 'the password, or better a token,'),
    };
  });

/** Of files that nobody can open: names that something reads, each for the first file that it is probable of. */
function evidentLines(
  evidence: ReturnType<typeof serviceEvidence>,
): (sealed: Sealed) => Pick<Wanted, 'lines' | 'among'> {
  const attributed = new Map<string, string>();
  return (sealed) => {
    const found = sealed.services.flatMap((service) =>
      sealed.what === 'arguments' ? evidence.arguments(service) : evidence.environment(service),
    );
    let among: string | undefined;
    const lines = distinctNames(found).flatMap((each) => {
      // A service that has two files needs each name once.
      const keys = sealed.services.map((service) => `${sealed.what} ${service.name} ${each.name}`);
      const first = attributed.get(keys[0] ?? '');
      if (first !== undefined && keys.every((key) => attributed.has(key))) {
        among ??= first;
        return [];
      }
      for (const key of keys) attributed.set(key, sealed.name);
      const why = `${reasonOf(each)}; probably from ${titleOf(sealed)}`;
      return [
        {
          name: each.name,
          secret: {
            wanted: each.name,
            same: stageOf(sealed.name),
            word: stageOf(sealed.name),
            need: variableNeed(sealed, each.name, why),
          },
        },
      ];
    });
    return { lines, ...defined({ among }) };
  };
}

const variableNeed = ({ nodes, path, text }: Sealed, name: string, why: string) => ({
  why,
  ...defined({ at: nodes[0] }),
  source: { kind: 'variable' as const, name, ...defined({ path, text }) },
});

const titleOf = ({ path, name }: Sealed): string =>
  path === undefined ? `the value \`${name}\`` : `\`${path}\``;

/** A name that a file without a stage has too is taken for one value everywhere. */
function sameWithoutStage(all: readonly Wanted[]): readonly Wanted[] {
  const plain = new Set(
    all.flatMap(({ lines }) =>
      lines.flatMap(({ name, secret }) => (secret?.same === '' ? [name] : [])),
    ),
  );
  return all.map((each) => ({
    ...each,
    lines: each.lines.map((line) =>
      line.secret === undefined || !plain.has(line.name)
        ? line
        : { ...line, secret: { ...line.secret, same: '' } },
    ),
  }));
}

const distinctNames = (all: readonly Evidence[]): readonly Evidence[] =>
  [...new Map([...all].reverse().map((each) => [each.name, each] as const)).values()].reverse();

function reasonOf({ path, line, why }: Evidence): string {
  const at = line === undefined ? path : `${path}:${line}`;
  switch (why) {
    case 'read':
      return `read by ${at}`;
    case 'example':
      return `listed in ${at}`;
    case 'program':
      return `read by a program that ${at} runs`;
    case 'image':
      return `the image ${at} needs it`;
    default:
      return why satisfies never;
  }
}

/** Registries that steps push to and images come from with these credentials; Docker Hub where nothing tells. */
function hostsOf(
  sealed: Sealed,
  folder: string,
  { repository }: TranslationContext,
): readonly string[] {
  const hosts = new Set<string>();
  const add = (name: string, isPush: boolean): void => {
    const parsed = parseReference(name);
    if (!parsed.ok) return;
    const { host, path } = parsed.value;
    // Anybody may pull what Docker, and what CodeShip, published.
    if (!isPush && host === dockerHub && /^(?:library|codeship|healthcheck)\//.test(path)) return;
    if (!/^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host)) hosts.add(host);
  };
  for (const leaf of sealed.leaves) {
    if (leaf.kind === 'push') add(targetOf(leaf).name, true);
    for (const service of [...startedWith(leaf.service), leaf.service]) {
      const dockerfile = dockerfileOf(service, folder, repository);
      if (service.build === undefined) add(service.image.name, false);
      else if (dockerfile !== undefined)
        for (const base of readDockerfile(dockerfile, new Map()).baseImages) add(base, false);
    }
  }
  return hosts.size === 0 ? [dockerHub] : [...hosts].sort();
}

const list = (names: readonly string[], most = 12): string =>
  names.length <= most
    ? names.map((name) => `\`${name}\``).join(', ')
    : `${list(names.slice(0, most - 1))} and ${names.length - most + 1} more`;

/** What each file held, where the key opens it. */
function reportContents(
  contents: ReadonlyMap<Sealed, SealedContent | undefined>,
  isEach: boolean,
  { report }: TranslationContext,
): void {
  for (const [{ nodes, path, name }, content] of contents) {
    const [at] = nodes;
    if (at === undefined || content === undefined) continue;
    const what = path === undefined ? `the encrypted value \`${name}\`` : `\`${path}\``;
    switch (content.kind) {
      case 'variables':
        report(
          'sealed-names',
          placeOf(at),
          `${what} contains ${list(
            content.variables.map((each) => each.name),
            40,
          )}`,
        );
        break;
      case 'accounts':
        report(
          'sealed-names',
          placeOf(at),
          content.accounts.length === 0
            ? `${what} is a dockercfg without credentials`
            : `${what} contains ${content.accounts.map(({ host, user }) => `the account \`${user}\` at \`${normalizeRegistry(host)}\``).join(', ')}`,
        );
        break;
      case 'closed':
        report(
          'sealed-closed',
          placeOf(at),
          `the key does not open ${what}: ${content.why}`,
          isEach
            ? 'pass the key of the project that encrypted it; until then its names are guessed from what the repository reads'
            : 'pass the key of the project that encrypted it, or convert with `--secrets each`',
        );
        break;
      case 'other':
        report('sealed-names', placeOf(at), `${what} contains neither variables nor a dockercfg`);
        break;
      default:
        content satisfies never;
    }
  }
}

function reportEach(
  wanted: readonly Wanted[],
  contents: ReadonlyMap<Sealed, SealedContent | undefined>,
  needs: readonly SecretNeed[],
  { report }: TranslationContext,
): void {
  for (const { sealed, lines, accounts, among } of wanted) {
    const [at] = sealed.nodes;
    if (at === undefined) continue;
    const what = sealed.path === undefined ? 'this encrypted value' : `\`${sealed.path}\``;
    const content = contents.get(sealed);
    const isKnown = content?.kind === 'variables' || content?.kind === 'accounts';
    if (sealed.path === undefined)
      report(
        'sealed-value',
        at,
        `${what} is replaced by ${lines.length === 1 ? 'a secret' : 'secrets'}: ${lines.length === 0 ? (among === undefined ? 'the names are unknown' : `among those of \`${among}\``) : list(lines.map(({ name }) => name))}`,
        'create the secrets that the report lists',
      );
    if (isKnown) continue;
    if (lines.length + accounts.length === 0 && among !== undefined) continue;
    if (lines.length + accounts.length === 0)
      report(
        'sealed-unknown',
        placeOf(at),
        `nothing in the repository tells which variables ${what} contained`,
        'find out what the services that use it read, and add each name to the step that writes the secrets; or convert again with `--aes-key`',
      );
    else
      report(
        'sealed-guessed',
        placeOf(at),
        `what ${what} contained is guessed from what the repository reads: ${
          accounts.length > 0
            ? `an account at ${accounts.map(({ registry }) => `\`${normalizeRegistry(registry)}\``).join(', ')}`
            : list(
                lines.map(({ name }) => name),
                40,
              )
        }`,
        'a secret that you do not create is left out when the job runs; if a name is missing here, add it to the step that writes the secrets',
      );
  }
  if (needs.length > mostSecrets) {
    const at = wanted[0]?.sealed.nodes[0];
    if (at !== undefined)
      report(
        'too-many-secrets',
        placeOf(at),
        `the project needs ${needs.length} secrets, but GitHub allows ${mostSecrets} per repository: ${needs
          .slice(mostSecrets)
          .map(({ name }) => `\`${name}\``)
          .join(', ')} ${needs.length === mostSecrets + 1 ? 'is' : 'are'} too many`,
        'keep the encrypted files (`--secrets file`), or move the rest to an environment or the organization',
      );
  }
}

/** Both ways on, where nobody said which: the key was not given. */
function reportWays(
  all: readonly Sealed[],
  names: readonly string[],
  keyName: string,
  { report }: TranslationContext,
): void {
  const at = all[0]?.nodes[0];
  if (at === undefined) return;
  const files = [...new Set(all.map(({ path, name }) => path ?? name))];
  report(
    'secret-ways',
    placeOf(at),
    `${list(files)} ${files.length === 1 ? 'is' : 'are'} encrypted, and nobody can get the key from CodeShip anymore. With the project's \`codeship.aes\`, create the one secret \`${keyName}\`. Without it, convert again with \`--secrets each\`: ${
      names.length === 0
        ? 'you have to find out the names of the secrets'
        : `${names.length === 1 ? 'one secret' : `${names.length} secrets`}, as far as the repository tells: ${list(names, 40)}`
    }`,
    'with the key, `transship convert --aes-key FILE` lists the names in each file, and `transship secrets plan` lists what to create',
  );
}
