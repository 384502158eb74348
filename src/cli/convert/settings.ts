// The settings file: what a person decides once for a repository or a company. Read with the reader of
// the legacy files, so that every mistake has a place.

import { type Code, codeRow } from '../../diagnostic/codes.ts';
import { defined } from '../../ground/defined.ts';
import { isEnterpriseServer } from '../../ground/github-server.ts';
import { choices, defaultSettings, type Settings } from '../../legacy/translation.ts';
import type { Diagnostic, Report } from '../../source/diagnostic.ts';
import { type KeyTable, section, translated } from '../../source/keys.ts';
import type { ScalarNode } from '../../source/node.ts';
import { parseSource } from '../../source/parse.ts';
import { dictOf, flag, listOf, oneOf, type Pair, type Reader, text } from '../../source/readers.ts';
import { nearestWord } from '../../source/spelling.ts';
import { actionNames, type ChosenAction, type ChosenActions } from '../../workflow/used-actions.ts';

export const defaultSettingsFile = '.github/transship.yml';

const source = 'contract';

/** Text of a pattern: settings end up in workflows, so nothing else gets in. */
const word = (expects: string, pattern: RegExp): Reader<ScalarNode> => ({
  expects,
  read: (node, reading) => {
    const found = text.read(node, reading);
    if (found === undefined || pattern.test(found.text)) return found;
    reading.report('wrong-type', node, `found \`${found.text}\`, expected ${expects}`);
    return undefined;
  },
});

const commit = word('a full commit: 40 hexadecimal digits', /^[0-9a-f]{40}$/);
const release = word('a release such as `v1.2.3`', /^\w[\w.+-]{0,99}$/);
/** https://docs.github.com/actions/reference/security/secrets */
const secretName = word(
  'the name of a secret: letters, digits and `_`, no digit first, and not `GITHUB_` first',
  /^(?!GITHUB_)[A-Z_]\w{0,254}$/i,
);
const label = word(
  'the label of a runner: letters, digits, `.`, `_`, `-`, `:`, `/` and blanks',
  /^\w[\w.:/ -]{0,254}$/,
);
const kind = word('the type of an integration, such as `amazonKeys`', /^[A-Za-z][\w. -]{0,60}$/);
const slug = word('OWNER/NAME of a repository', /^[\w.-]+\/[\w.-]+$/);
const host = word('a host, such as `github.com`', /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/);
const actionOrVersion = word(
  'OWNER/NAME@COMMIT, or the COMMIT or release of the same action',
  /^(?:[\w.-]+(?:\/[\w.-]+)+@\w[\w./+-]{0,99}|[0-9a-f]{40}|v?\d[\w.+-]{0,30})$/,
);
/** https://docs.github.com/organizations/managing-organization-settings/disabling-or-limiting-github-actions-for-your-organization */
const actionPattern = word(
  'a pattern such as `actions/*` or `acme/deploy@*`',
  /^!?[\w.*-]+\/[\w.*/-]+(?:@[\w./*-]+)?$/,
);
const title = word('a name of one line', /^[^\r\n]{1,200}$/);
const image = word('an image: NAME, NAME:TAG or NAME@DIGEST', /^\w[\w.:/@+-]{0,511}$/);

const ownActionKeys = {
  commit: translated(commit, {
    summary: 'Full commit at which generated workflows use the actions of transship.',
    becomes: 'Stands behind the `@` of each `uses`.',
    source,
  }),
  version: translated(release, {
    summary: 'Release of that commit.',
    becomes: 'Stands behind each `uses` as a comment.',
    source,
  }),
} satisfies KeyTable;

export const settingKeys = {
  $schema: translated(text, {
    summary: 'Address of the JSON schema of this file, for editors.',
    becomes: 'Changes nothing.',
    source,
  }),
  runner: translated(label, {
    summary: 'The `runs-on` label if nothing else sets one.',
    becomes: 'Without it, `ubuntu-24.04`.',
    source,
  }),
  'node-pools': translated(dictOf(label), {
    summary: 'The `runs-on` label of each Shippable node pool, by its name.',
    becomes: 'Without it, a node pool is the default runner.',
    source,
  }),
  images: translated(dictOf(image), {
    summary: 'Images to use instead of others, by the name in the legacy file.',
    becomes: 'Without it, images stay as they are.',
    source,
  }),
  secrets: translated(dictOf(secretName), {
    summary: 'Existing secrets to use, by the name that transship would choose.',
    becomes: 'Without it, transship names the secrets.',
    source,
  }),
  name: translated(text, {
    summary: 'Name of the workflow; if there are several, the beginning of their names.',
    becomes: 'Without it, `CI`.',
    source,
  }),
  workflows: translated(dictOf(title), {
    summary: 'Names of workflows, by file name, such as `shippable.yml`.',
    becomes: 'Without it, `name` is used.',
    source,
  }),
  jobs: translated(dictOf(title), {
    summary:
      'Names of jobs, by their id, such as `ci`. Branch protection requires checks by these names.',
    becomes:
      'Without it, transship names the jobs. The part that distinguishes the jobs of a matrix is kept.',
    source,
  }),
  actions: translated(dictOf(actionOrVersion), {
    summary:
      'Actions to use instead of others, `OWNER/NAME@COMMIT`, or other versions of the same action, `COMMIT`, by `OWNER/NAME`. A comment after the value is the release.',
    becomes: 'Without it, the pinned actions of transship.',
    source,
  }),
  'allowed-actions': translated(listOf(actionPattern), {
    summary:
      'Patterns of the actions that the workflows are allowed to use, as in the policy of the organization: `*` matches any text, `!` excludes.',
    becomes: 'Without it, all. What other actions would do is left to you.',
    source,
  }),
  types: translated(dictOf(kind), {
    summary:
      'Kinds of integrations and clusters of Assembly Lines, by name, as the option `--type`.',
    becomes: 'Without it, they are derived from regions, names and the functions that are called.',
    source,
  }),
  queue: translated(flag, {
    summary: 'Whether up to 100 runs of a job of Assembly Lines wait, as the option `--queue`.',
    becomes: 'Without it, a newer waiting run replaces an older one.',
    source,
  }),
  watch: translated(oneOf(['poll']), {
    summary: 'How commits of other repositories start Assembly Lines, as the option `--watch`.',
    becomes: 'Without it, those repositories send an event.',
    source,
  }),
  environment: translated(word('the name of an environment', /^[^\n$]{1,255}$/), {
    summary: 'The environment of Assembly Lines jobs that deploy, as the option `--environment`.',
    becomes: 'Without it, they have none.',
    source,
  }),
  repository: translated(slug, {
    summary: 'OWNER/NAME of the repository, if Assembly Lines refer to several.',
    becomes: 'Without it, the remote `origin`, or else the names in the files.',
    source,
  }),
  server: translated(host, {
    summary: 'Host of the GitHub that the workflows run on.',
    becomes:
      'Without it, the host in GITHUB_SERVER_URL or of the remote `origin`, or else `github.com`. For an Enterprise Server, only what it supports is written: no parallel steps, artifacts of version 3.',
    source,
  }),
  'workflow-dispatch': translated(flag, {
    summary: 'Whether every workflow can also be started by hand.',
    becomes: 'Without it, only a workflow that nothing else starts.',
    source,
  }),
  parallel: translated(oneOf(choices.parallel), {
    summary: 'How a CodeShip parallel group is written, as the option `--parallel`.',
    becomes: 'Without it, `native`; on Enterprise Server, which rejects such files, `shell`.',
    source,
  }),
  style: translated(oneOf(choices.style), {
    summary:
      'What to write if GitHub has a better way than the old build, as the option `--style`.',
    becomes: 'Without it, `exact`.',
    source,
  }),
  'secret-values': translated(oneOf(choices.secretValues), {
    summary:
      'Whether encrypted files are kept with one key, or every variable becomes a secret, as the option `--secrets`.',
    becomes: 'Without it, `file`.',
    source,
  }),
  'pull-requests': translated(oneOf(choices.pullRequests), {
    summary: 'Whether pull requests publish and deploy, as the option `--pull-requests`.',
    becomes: 'Without it, `as-before`.',
    source,
  }),
  attest: translated(flag, {
    summary:
      'Whether a step with actions/attest follows each CodeShip push step, to prove where the images come from.',
    becomes:
      'Without it, there is none. Private repositories need GitHub Enterprise Cloud for it. On an Enterprise Server, which has no attestations, it has no effect.',
    source,
  }),
  'public-values': translated(listOf(secretName), {
    summary: 'Variables whose values are not secret, although they look like credentials.',
    becomes: 'Without it, what looks like a credential becomes a secret.',
    source,
  }),
  'own-actions': translated(section(ownActionKeys), {
    summary: 'Where the actions of transship come from: `commit` and `version`.',
    becomes: 'Without it, the commit that the command runs from.',
    source,
    keys: ownActionKeys,
  }),
} satisfies KeyTable;

export type ReadSettings = {
  readonly settings: Settings;
  readonly own?: { readonly commit: string; readonly version?: string };
  /** Which of the settings with a default that depends are given. */
  readonly says: { readonly server?: true; readonly parallel?: true };
  readonly diagnostics: readonly Diagnostic[];
  /** False where the file has an error, so that nothing may be converted by it. */
  readonly usable: boolean;
};

/** Codes of the legacy reader, in the words of a settings file. */
const renamed: Partial<Record<Code, Code>> = {
  'unknown-key': 'ignored-setting',
  'empty-value': 'ignored-setting',
  'extra-document': 'bad-setting',
  'unpinned-action': 'unpinned-action',
};

/** Reads a settings file; `path` is only for messages. */
export function readSettings(path: string, content: string): ReadSettings {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, at, message, help) => {
    const own = renamed[code] ?? 'bad-setting';
    const { severity } = codeRow(own);
    diagnostics.push({
      code: own,
      severity,
      message,
      at,
      ...defined({ help }),
    });
  };
  const { root } = parseSource(path, content, report);
  const read = root && section(settingKeys).read(root, { report, otherwise: report });
  const own = read?.['own-actions'];
  if (own !== undefined && own.commit === undefined && !diagnostics.some(isError)) {
    report('wrong-type', own.node, '`own-actions` needs a `commit`');
  }
  const version = own?.version?.text;
  const server = read?.server?.text.toLowerCase() ?? defaultSettings.server;
  const parallel = read?.parallel?.text;
  return {
    settings: {
      runner: read?.runner?.text ?? defaultSettings.runner,
      nodePools: asRecord(read?.['node-pools']),
      images: asRecord(read?.images),
      secrets: asRecord(read?.secrets),
      name: read?.name?.text ?? defaultSettings.name,
      ...(read?.types === undefined ? {} : { types: asRecord(read.types) }),
      ...defined({ queue: read?.queue?.value }),
      ...(read?.watch === undefined ? {} : { watch: 'poll' as const }),
      ...defined({ environment: read?.environment?.text, repository: read?.repository?.text }),
      workflowDispatch: read?.['workflow-dispatch']?.value ?? defaultSettings.workflowDispatch,
      ...serverSettings(server),
      ...(parallel === 'native' || parallel === 'shell' ? { parallel } : {}),
      style: read?.style?.text === 'idiomatic' ? 'idiomatic' : 'exact',
      secretValues: read?.['secret-values']?.text === 'each' ? 'each' : 'file',
      pullRequests: read?.['pull-requests']?.text === 'no-deploy' ? 'no-deploy' : 'as-before',
      ...defined({ attest: read?.attest?.value }),
      publicValues: (read?.['public-values'] ?? []).map(({ text: name }) => name),
      ...(read?.actions === undefined ? {} : { actions: chosenActions(read.actions, report) }),
      ...(read?.['allowed-actions'] === undefined
        ? {}
        : { allowedActions: read['allowed-actions'].map(({ text: pattern }) => pattern) }),
      ...(read?.workflows === undefined ? {} : { workflowNames: asRecord(read.workflows) }),
      ...(read?.jobs === undefined ? {} : { jobNames: asRecord(read.jobs) }),
    },
    says: {
      ...(read?.server !== undefined && { server: true as const }),
      ...(parallel !== undefined && { parallel: true as const }),
    },
    diagnostics,
    usable: !diagnostics.some(isError),
    ...(own?.commit === undefined
      ? {}
      : { own: { commit: own.commit.text, ...defined({ version }) } }),
  };
}

/** A value that is not a commit can be moved, and a name that no workflow uses does nothing: both are said. */
function chosenActions(pairs: readonly Pair<ScalarNode>[], report: Report): ChosenActions {
  const chosen: Record<string, ChosenAction> = Object.create(null);
  for (const { key, value } of pairs) {
    const known = actionNames.find((name) => name.toLowerCase() === key.text.toLowerCase());
    if (known === undefined) {
      const near = nearestWord(key.text, actionNames);
      report(
        'unknown-key',
        { file: value.file, start: key.start, end: key.end },
        `no workflow of transship uses the action \`${key.text}\``,
        near === undefined
          ? 'remove it; `transship explain ignored-setting` lists the settings'
          : `did you mean \`${near}\`?`,
      );
      continue;
    }
    const at = value.text.lastIndexOf('@');
    const ref = value.text.slice(at + 1);
    if (!/^[0-9a-f]{40}$/.test(ref)) {
      report(
        'unpinned-action',
        value,
        `\`${known}\` is named by \`${ref}\`, which is not a commit`,
        'write the full commit, with the release behind it as a comment',
      );
    }
    const version = value.behind?.trim();
    chosen[known] = {
      ref,
      ...(at < 0 ? {} : { name: value.text.slice(0, at) }),
      ...(version && /^\w[\w.+-]{0,99}$/.test(version) ? { version } : {}),
    };
  }
  return chosen;
}

/** The host, and what it does to the defaults of others. */
export const serverSettings = (server: string): Pick<Settings, 'server' | 'parallel'> => ({
  server,
  parallel: isEnterpriseServer(server) ? 'shell' : defaultSettings.parallel,
});

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** Without a prototype: a key of the user may be called `constructor`. */
function asRecord(
  pairs: readonly Pair<ScalarNode>[] | undefined,
): Readonly<Record<string, string>> {
  const record: Record<string, string> = Object.create(null);
  for (const { key, value } of pairs ?? []) record[key.text] = value.text;
  return record;
}
