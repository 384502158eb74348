// `transship integrations`: which integrations there are, who depends on each, and what it takes to add, change, rename,
// renew and delete one. Only `delete --yes` changes anything: secrets that nothing uses any more.

import fs from 'node:fs';
import path from 'node:path';
import {
  type Integration,
  integrationsOf,
  integrationUses,
  useText,
  type WorkflowText,
} from '../../estate/integrations.ts';
import { visible } from '../../ground/display-text.ts';
import type { Io } from '../../ground/io.ts';
import { gitHead } from '../../host/git/git-head.ts';
import type { Host } from '../../host/host.ts';
import { integrationPrefix } from '../../integration/prefix.ts';
import { registries, registryOfType } from '../../integration/registries.ts';
import { nearestWord } from '../../source/spelling.ts';
import { findRepositories, whyNoPath, withDistinctNames } from '../audit/local-repositories.ts';
import type { OptionRow } from '../command-row.ts';
import { convertFolder } from '../convert/convert-folder.ts';
import { type CommandLine, type ExitCode, type Program, wrongUsage } from '../program.ts';
import { secretsApi } from '../secrets/github.ts';
import { findTarget } from '../secrets/target.ts';
import { terminalHost } from '../terminal-host.ts';
import { checkCredential, howToCheck } from './integration-check.ts';

export const integrationsOptions: readonly OptionRow[] = [
  { name: 'type', value: 'TYPE', summary: 'add: the type of registry; list: only this type' },
  { name: 'name', value: 'TEXT', summary: 'list: only names that contain TEXT' },
  { name: 'url', value: 'ADDRESS', summary: 'add: the address of the registry' },
  {
    name: 'username',
    value: 'NAME',
    summary:
      'add, rotate: the account to check at the registry, an Amazon access key ID, or `_json_key` for Google; the password or key is read from standard input',
  },
  {
    name: 'repo',
    value: 'OWNER/NAME',
    many: true,
    summary:
      'Repository with the secrets: list shows those that nobody uses, delete uses it instead of the origin of each PATH; repeatable',
  },
  { name: 'yes', summary: 'delete: remove the secrets; without it, only list them' },
  { name: 'json', summary: 'Print as JSON, and nothing else' },
];

const actions = ['list', 'add', 'edit', 'rename', 'rotate', 'delete'] as const;
type Action = (typeof actions)[number];

/** `host` is the outside world. */
const integrationsWith =
  (outside: (io: Io) => Host): Program =>
  async (line, io) => {
    const [first = 'list', ...rest] = line.arguments;
    const action = actions.find((one) => one === first);
    // `integrations PATH` lists, too.
    if (action === undefined && !fs.existsSync(path.resolve(io.folder, first))) {
      const near = nearestWord(first, actions);
      return wrongUsage(
        io,
        `\`${first}\` is neither an action nor a folder; the actions are ${actions.join(', ')}`,
        near === undefined ? undefined : `did you mean \`${near}\`?`,
      );
    }
    const words = action === undefined ? line.arguments : rest;
    const host = outside(io);
    if (action === 'add') return add(words, line, io, host);
    const named = action === undefined || action === 'list' ? 0 : action === 'rename' ? 2 : 1;
    const [name = '', renamed = ''] = words.slice(0, named);
    if (named > 0 && (name === '' || (named === 2 && renamed === ''))) {
      return wrongUsage(io, `\`${action}\` needs ${named === 2 ? 'NAME NEW-NAME' : 'NAME'}`);
    }
    const paths = words.slice(named);
    const estate = await readEstate(paths.length === 0 ? ['.'] : paths, io);
    if (typeof estate === 'string') return wrongUsage(io, estate);
    if (named === 0) return list(estate, line, io, host);
    const found = estate.integrations.find((one) => one.name === name);
    if (found === undefined && action !== 'delete') {
      const near = nearestWord(
        name,
        estate.integrations.map((one) => one.name),
      );
      return wrongUsage(
        io,
        `no integration is called \`${name}\` there`,
        near === undefined
          ? '`transship integrations list` names all'
          : `did you mean \`${near}\`?`,
      );
    }
    const integration: Integration = found ?? {
      name,
      types: [],
      accounts: [],
      secrets: [],
      uses: [],
    };
    switch (action as Exclude<Action, 'list' | 'add'>) {
      case 'edit':
        return edit(integration, io);
      case 'rename':
        return rename(integration, renamed, estate, io);
      case 'rotate':
        return rotate(integration, line, io, host);
      default:
        return remove(integration, estate, line, io, host);
    }
  };

export const integrationsProgram: Program = integrationsWith(terminalHost);

type Estate = {
  readonly integrations: readonly Integration[];
  /** `owner/name` of each folder that says it. */
  readonly origins: readonly string[];
  readonly failed: readonly string[];
};

async function readEstate(paths: readonly string[], io: Io): Promise<Estate | string> {
  const found = [];
  for (const shown of paths) {
    const folder = path.resolve(io.folder, shown);
    const why = whyNoPath(folder);
    if (why !== undefined) return `\`${shown}\`: ${why}`;
    found.push({ shown, repositories: findRepositories(shown, folder) });
  }
  const uses = [];
  const failed: string[] = [];
  const origins = new Set<string>();
  for (const { name, folder } of withDistinctNames(found)) {
    const origin = gitHead(folder)?.origin;
    if (origin !== undefined) origins.add(origin);
    const result = await convertFolder({ folder });
    if (result.kind === 'refused') failed.push(`${name}: ${result.message}`);
    else uses.push(...integrationUses(name, result.conversion, workflowsOf(folder)));
  }
  return { integrations: integrationsOf(uses), origins: [...origins], failed };
}

/** Workflows that stand in the repository, whoever wrote them. */
function workflowsOf(folder: string): readonly WorkflowText[] {
  const at = path.join(folder, '.github', 'workflows');
  try {
    return fs
      .readdirSync(at, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map(({ name }) => ({
        path: `.github/workflows/${name}`,
        text: fs.readFileSync(path.join(at, name), 'utf8'),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch {
    return [];
  }
}

/** Secrets of integrations that are in a repository and that nothing in the estate is given. */
async function unusedSecrets(
  integrations: readonly Integration[],
  repository: string,
  io: Io,
  host: Host,
): Promise<readonly string[] | string> {
  const found = await findTarget(host, io.folder, repository);
  if (!found.ok) return `${found.failure.message}; ${found.failure.remedy}`;
  const target = found.value;
  if (target.token === undefined) return `no token for ${target.host}: put one into GH_TOKEN`;
  const listed = await secretsApi(host, target).list([]);
  if (!listed.ok) return listed.failure.reason;
  const prefixes = integrations.map(({ name }) => `${integrationPrefix(name)}_INTEGRATION_`);
  return [...listed.value.repository, ...listed.value.organization]
    .filter((name) => /_INTEGRATION_/.test(name))
    .filter((name) => !prefixes.some((prefix) => name.startsWith(prefix)))
    .sort();
}

async function list(
  { integrations, failed }: Estate,
  { options, lists = {} }: CommandLine,
  io: Io,
  host: Host,
): Promise<ExitCode> {
  const { type, name } = options;
  const wanted = type === undefined ? undefined : registryOfType(type);
  const shown = integrations.filter(
    (one) =>
      (name === undefined || one.name.toLowerCase().includes(name.toLowerCase())) &&
      (type === undefined ||
        one.types.some(
          (of) =>
            of.toLowerCase() === type.toLowerCase() ||
            (wanted !== undefined && registryOfType(of) === wanted),
        )),
  );
  for (const text of failed) io.stderr(`warning: ${visible(text)}\n`);
  const unused: { readonly repository: string; readonly secrets: readonly string[] }[] = [];
  for (const repository of lists['repo'] ?? []) {
    const secrets = await unusedSecrets(integrations, repository, io, host);
    if (typeof secrets === 'string') {
      io.stderr(`error: ${repository}: ${secrets}\n`);
      return 1;
    }
    unused.push({ repository, secrets });
  }
  if ('json' in options) {
    io.stdout(`${JSON.stringify({ version: 1, integrations: shown, unused }, undefined, 2)}\n`);
    return 0;
  }
  const lines = shown.flatMap((one) => [
    `${one.name}${one.types.length === 0 ? '' : ` (${one.types.join(', ')})`}${one.accounts.length === 0 ? '' : ` at ${one.accounts.join(', ')}`}`,
    ...(one.secrets.length === 0 ? [] : [`  secrets: ${one.secrets.join(', ')}`]),
    ...one.uses.map((use) => `  ${useText(use)}`),
  ]);
  for (const { repository, secrets } of unused)
    lines.push(...secrets.map((name) => `${repository}: nobody uses ${name}`));
  io.stdout(lines.length === 0 ? 'no integrations\n' : `${lines.map(visible).join('\n')}\n`);
  return 0;
}

async function add(
  [name = '', ...more]: readonly string[],
  { options }: CommandLine,
  io: Io,
  host: Host,
): Promise<ExitCode> {
  const { type } = options;
  if (name === '' || more.length > 0 || type === undefined) {
    return wrongUsage(io, '`add` needs NAME and `--type TYPE`');
  }
  const registry = registryOfType(type);
  if (registry === undefined) {
    const known = registries.flatMap(({ types }) => types);
    const near = nearestWord(type, known);
    return wrongUsage(
      io,
      `no registry is of type \`${type}\``,
      near === undefined ? `the types are ${known.join(', ')}` : `did you mean \`${near}\`?`,
    );
  }
  if (integrationPrefix(name) === '') {
    return wrongUsage(io, `\`${name}\` has no letter, so its secrets would have no name`);
  }
  if (
    options['url'] === undefined &&
    registry.hosts === undefined &&
    registry.login === 'password'
  ) {
    return wrongUsage(io, `\`${type}\` needs \`--url ADDRESS\``);
  }
  const checked = await checkCredential(registry, options, io, host);
  if (checked !== undefined && checked !== 0) return checked;
  const fields = registry.fields.filter(({ asked }) => asked);
  const prefix = integrationPrefix(name);
  io.stdout(
    [
      `${name}: ${registry.product}`,
      'Create these secrets, in the organization if several repositories need them (`--org NAME`), else in each:',
      ...fields.map(
        ({ names, meaning }) => `  gh secret set ${prefix}_INTEGRATION_${names[0]}  # ${meaning}`,
      ),
      'In shippable.yml, before it is converted:',
      '  integrations:',
      '    hub:',
      `      - integrationName: ${name}`,
      `        type: ${type}`,
      'In a workflow that is converted already, convert again, or hand the secrets to the step that logs in.',
      ...(checked === undefined ? [`The credential was not checked: ${howToCheck(registry)}`] : []),
      '',
    ].join('\n'),
  );
  return 0;
}

const steps = (lines: readonly string[]): string =>
  `${lines.map((line, index) => `${index + 1}. ${line}`).join('\n')}\n`;

const usesText = ({ uses }: Integration): string =>
  uses.length === 0
    ? 'Nothing depends on it.\n'
    : `It is used by:\n${uses.map((use) => `  ${visible(useText(use))}\n`).join('')}`;

const secretsText = (secrets: readonly string[]): string =>
  secrets.length === 0 ? 'its secrets' : secrets.map((name) => `\`${name}\``).join(', ');

function edit(integration: Integration, io: Io): ExitCode {
  const secret = (field: RegExp): readonly string[] =>
    integration.secrets.filter((name) => field.test(name));
  const [url, rest] = [secret(/_URL$/), secret(/_(?!URL$)[A-Z_]+$/)];
  io.stdout(
    [
      usesText(integration),
      'Its name: `transship integrations rename` says how.',
      `Its URL: ${url.length === 0 ? 'it has none of its own' : `\`gh secret set ${url[0]}\``}. Names of images that begin with the old address change in each file above.`,
      `Its credentials: ${rest.length === 0 ? secretsText(integration.secrets) : secretsText(rest)}; \`transship integrations rotate ${integration.name}\` says in which order.`,
      '',
    ].join('\n'),
  );
  return 0;
}

function rename(integration: Integration, renamed: string, estate: Estate, io: Io): ExitCode {
  const prefix = integrationPrefix(renamed);
  if (prefix === '')
    return wrongUsage(io, `\`${renamed}\` has no letter, so its secrets would have no name`);
  const other = estate.integrations.find(({ name }) => integrationPrefix(name) === prefix);
  if (other !== undefined && other !== integration) {
    return wrongUsage(io, `\`${renamed}\` and \`${other.name}\` would have the same secrets`);
  }
  const old = integrationPrefix(integration.name);
  const secrets = integration.secrets.map((name) =>
    name.startsWith(`${old}_`) ? `${prefix}${name.slice(old.length)}` : name,
  );
  const isSame = old === prefix;
  io.stdout(
    usesText(integration) +
      steps([
        ...(isSame
          ? ['The secrets keep their names.']
          : [
              `Create ${secretsText(secrets)} with the same values, beside the old ones. GitHub shows no value: take them from where they are kept.`,
            ]),
        `Write \`${renamed}\` in each file above, and convert again where it is a legacy file.`,
        'Merge, and see a run of each pass: the old secrets are still there for branches that were not merged.',
        ...(isSame
          ? []
          : [
              `\`transship integrations delete ${integration.name}\` removes the old secrets as soon as nothing uses them.`,
            ]),
      ]),
  );
  return 0;
}

async function rotate(
  integration: Integration,
  { options }: CommandLine,
  io: Io,
  host: Host,
): Promise<ExitCode> {
  const registry = registryOfType(integration.types[0] ?? '');
  if (options['username'] !== undefined) {
    if (registry === undefined) {
      return wrongUsage(io, `the files do not say of which type \`${integration.name}\` is`);
    }
    const checked = await checkCredential(registry, options, io, host);
    if (checked !== undefined && checked !== 0) return checked;
  }
  const credentials = integration.secrets.filter((name) => !/_URL$/.test(name));
  io.stdout(
    usesText(integration) +
      steps([
        `Make a second credential at ${registry?.product ?? 'the registry'}; the old one stays valid.`,
        'Check it: `transship integrations rotate NAME --username ACCOUNT` with the password on standard input asks the registry.',
        `Set ${secretsText(credentials)}, first in the organization, then in each repository and environment that has one of its own: the nearer one wins. All parts of a credential in one go: a run that starts between them has half of each.`,
        'Wait until the runs that started before are over: they have the old credential.',
        'See a run of each user above pass.',
        'Withdraw the old credential at the registry.',
      ]),
  );
  return 0;
}

/** The vendors' rule: as long as anything depends on it, it stays. */
async function remove(
  integration: Integration,
  { origins, failed }: Estate,
  { options, lists = {} }: CommandLine,
  io: Io,
  host: Host,
): Promise<ExitCode> {
  for (const text of failed)
    io.stderr(`error: ${visible(text)}: whether it uses the integration is not known\n`);
  if (integration.uses.length > 0 || failed.length > 0) {
    io.stdout(`${usesText(integration)}Remove it from each; then this command deletes it.\n`);
    return 1;
  }
  io.stdout('No dependency\n');
  const prefix = `${integrationPrefix(integration.name)}_INTEGRATION_`;
  const repositories = lists['repo'] ?? origins;
  if (repositories.length === 0) {
    io.stdout(
      `No repository is known: \`--repo OWNER/NAME\` says where secrets that begin with \`${prefix}\` are.\n`,
    );
    return 'yes' in options ? 2 : 0;
  }
  let code: ExitCode = 0;
  for (const repository of repositories) {
    const found = await findTarget(host, io.folder, repository);
    if (!found.ok) return wrongUsage(io, found.failure.message, found.failure.remedy);
    const target = found.value;
    if (target.token === undefined) {
      return wrongUsage(
        io,
        `no token for ${target.host}`,
        'put one into GH_TOKEN: `export GH_TOKEN=$(gh auth token)`',
      );
    }
    const api = secretsApi(host, target);
    const listed = await api.list([]);
    if (!listed.ok) {
      io.stderr(`error: ${repository}: ${listed.failure.reason}\n`);
      code = 1;
      continue;
    }
    const mine = [...listed.value.repository].filter((name) => name.startsWith(prefix)).sort();
    const shared = [...listed.value.organization].filter((name) => name.startsWith(prefix)).sort();
    if (shared.length > 0) {
      io.stdout(
        `${repository}: ${shared.join(', ')} belong to the organization, and others may use them: see with all repositories of it, then \`gh secret delete --org\`\n`,
      );
    }
    for (const name of mine) {
      if (!('yes' in options)) {
        io.stdout(`${repository}: would remove ${name}\n`);
        continue;
      }
      const removed = await api.remove(name);
      if (removed.ok) io.stdout(`${repository}: removed ${name}\n`);
      else {
        io.stderr(`error: ${repository}: ${name}: ${removed.failure.reason}\n`);
        code = 1;
      }
    }
    if (mine.length === 0) io.stdout(`${repository}: no secret of its own begins with ${prefix}\n`);
  }
  if (!('yes' in options)) io.stdout('Nothing was removed; `--yes` removes.\n');
  return code;
}
