// `transship audit`: what it takes to move many repositories. Converts each in memory and changes nothing.

import fs from 'node:fs';
import path from 'node:path';
import { failedAccount, type RepositoryAccount } from '../../estate/account.ts';
import { type EstateReport, estateOf } from '../../estate/estate.ts';
import { renderTerminal } from '../../estate/terminal.ts';
import { type ApiHost, connectReader, type GitHubReader } from '../../github/client.ts';
import { apiPlace, tokenFor } from '../../github/place.ts';
import { defined } from '../../ground/defined.ts';
import { visible } from '../../ground/display-text.ts';
import type { Io } from '../../ground/io.ts';
import { writeWhole } from '../../host/files/write-files.ts';
import { packageFacts } from '../../host/package.ts';
import { githubRunner } from '../../host/runner/github-runner.ts';
import type { OptionRow } from '../command-row.ts';
import { choicesOf } from '../convert/recorded-choices.ts';
import { hooksOf, hooksOption } from '../hooks.ts';
import { type CommandLine, type ExitCode, type Program, wrongUsage } from '../program.ts';
import {
  auditEndings,
  renderAuditReport,
  renderEstateJson,
  showsValues,
  whyNoAuditReport,
} from './audit-reports.ts';
import type { Clone } from './clone.ts';
import type { PackedViews } from './estate-page.ts';
import { type Journal, noJournal, openJournal } from './journal.ts';
import { localKey } from './local-key.ts';
import {
  findRepositories,
  type LocalRepository,
  whyNoPath,
  withDistinctNames,
} from './local-repositories.ts';
import { type Progress, startProgress } from './progress.ts';
import type { RemoteWork } from './read-remote.ts';
import { type ReadOptions, readLocal } from './read-repository.ts';
import type { Owner } from './remote-list.ts';

export const auditOptions: readonly OptionRow[] = [
  {
    name: 'org',
    value: 'NAME',
    many: true,
    summary: "All repositories of an organization, from GitHub's API",
  },
  {
    name: 'user',
    value: 'NAME',
    many: true,
    summary: "All repositories of a user, from GitHub's API",
  },
  {
    name: 'repos',
    value: 'FILE',
    summary:
      'A list of repositories, one per line: a folder, `owner/name` or an address; lines that start with `#` are comments',
  },
  {
    name: 'host',
    value: 'NAME',
    summary:
      'GitHub: a subdomain of ghe.com or an Enterprise Server; default GH_HOST, or github.com',
  },
  { name: 'branches', summary: 'Also read other branches, if their configuration differs' },
  {
    name: 'clone',
    summary:
      'Read repositories on GitHub with git instead of the API: clones without history, and only the files that are needed',
  },
  { name: 'forks', summary: 'Include forks, with `--org` and `--user`' },
  { name: 'archived', summary: 'Include archived repositories, with `--org` and `--user`' },
  {
    name: 'shard',
    value: 'K/N',
    summary:
      'Only the K-th of N equal parts of the repositories on GitHub, to divide the work between several machines',
  },
  {
    name: 'list',
    summary: 'Only print the names of the repositories on GitHub, without reading them',
  },
  { name: 'json', summary: 'Print the report as JSON, and nothing else, on standard output' },
  {
    name: 'report',
    value: 'FILE',
    many: true,
    summary: `Also write the report; the extension selects the format: ${auditEndings.join(', ')}; repeatable`,
  },
  { name: 'strict', summary: 'Exit with 1 if a repository could not be converted or has an error' },
  {
    name: 'journal',
    value: 'FILE',
    summary: 'Save progress, continue where an earlier audit stopped, and read no commit twice',
  },
  {
    name: 'config',
    value: 'FILE',
    summary: 'Settings for all repositories, instead of their own',
  },
  {
    name: 'parallel',
    value: 'FORM',
    choices: ['native', 'shell'],
    summary: 'As in `convert`',
  },
  { name: 'style', value: 'STYLE', choices: ['exact', 'idiomatic'], summary: 'As in `convert`' },
  hooksOption,
];

type Work = {
  readonly local: readonly LocalRepository[];
  readonly failed: readonly RepositoryAccount[];
  readonly remote: RemoteWork;
};

/** `outside` is the network and the clock. */
export const auditWith =
  (outside: (io: Io) => ApiHost): Program =>
  async (line, io) => {
    const absolute = (of: string): string => path.resolve(io.folder, of);
    const { options } = line;
    const reports = (line.lists?.['report'] ?? []).map((given) => ({
      given,
      file: absolute(given),
    }));
    for (const { given, file } of reports) {
      const why = whyNoAuditReport(file);
      if (why !== undefined) return wrongUsage(io, `\`--report ${given}\`: ${why}`);
    }
    const work = findWork(line, io);
    if (typeof work === 'string') return wrongUsage(io, work);
    const host = outside(io);
    const reader = readerFor(work, line, io, host);
    if (typeof reader === 'string') return wrongUsage(io, reader);
    if ('list' in options) return printList(reader, work.remote, io, host);

    const { version } = packageFacts();
    const config = options['config'] === undefined ? undefined : absolute(options['config']);
    const choices = choicesOf(options);
    const settings = config === undefined ? undefined : textOf(config);
    if (settings === null)
      return wrongUsage(io, `\`--config ${options['config']}\` cannot be read`);
    const hooks = await hooksOf(line, io.folder, io);
    if (typeof hooks === 'string') return wrongUsage(io, hooks);
    const hooksText = hooks === undefined ? undefined : textOf(absolute(options['hooks'] ?? ''));
    const journal =
      options['journal'] === undefined
        ? noJournal
        : openJournal(absolute(options['journal']), {
            version,
            choices,
            settings,
            ...(hooks === undefined ? {} : { hooks: hooksText }),
          });
    if (typeof journal === 'string') {
      return wrongUsage(io, `\`--journal ${options['journal']}\`: ${journal}`);
    }

    const page = reports.some(({ file }) => showsValues(file))
      ? await import('./estate-page.ts')
      : undefined;
    const views = new Map<string, string>();
    const reading: ReadOptions = {
      version,
      choices,
      ...defined({ config, hooks }),
      ...(page === undefined
        ? {}
        : {
            pack: page.packView,
            keepView: (account, view) => void views.set(page.viewKey(account), view),
          }),
    };
    const progress = startProgress(io);
    const accounts = [...work.failed, ...(await readFolders(work, journal, progress, reading))];
    const remote =
      reader === undefined
        ? { accounts: [] }
        : await (await import('./read-remote.ts')).readRemote(work.remote, {
            host: logOver(progress, host),
            reader,
            journal,
            options: reading,
            progress,
            clone: 'clone' in options ? await clonesFrom(reader, io) : undefined,
          });
    progress.end();
    journal.close(remote.stopped === undefined);
    const report = estateOf({
      accounts: [...accounts, ...remote.accounts],
      version,
      ...defined({ stopped: remote.stopped }),
    });
    return await finish(report, views, reports, line, io);
  };

/** Clones of what the reader's token opens, from the server that belongs to the API. */
async function clonesFrom({ place }: GitHubReader, io: Io): Promise<(name: string) => Clone> {
  const { openClone, removeClonesAtEnd } = await import('./clone.ts');
  removeClonesAtEnd();
  const host = githubRunner(io.env);
  const server = { url: place.server, token: tokenFor(place, io.env) ?? '' };
  return (name) => openClone(host, server, name);
}

/** Lines of the log do not stand behind the one that shows the progress. */
const logOver = (progress: Progress, host: ApiHost): ApiHost => ({
  ...host,
  log: (text) => {
    progress.end();
    host.log(text);
  },
});

async function printList(
  reader: GitHubReader | undefined,
  work: RemoteWork,
  io: Io,
  host: ApiHost,
): Promise<ExitCode> {
  if (reader === undefined) {
    return wrongUsage(io, '`--list` lists what is on GitHub: pass `--org`, `--user` or `--repos`');
  }
  const { listRemote } = await import('./read-remote.ts');
  const found = await listRemote(host, reader, work, noJournal);
  if ('stopped' in found) {
    io.stderr(`error: ${found.stopped.message}\n  = help: ${found.stopped.help}\n`);
    return 1;
  }
  io.stdout(found.names.map((name) => `${name}\n`).join(''));
  return 0;
}

/** `2/5`; undefined where it is none. */
function shardOf(text: string): RemoteWork['shard'] {
  const [, part = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  return shard.part >= 1 && shard.part <= shard.of ? shard : undefined;
}

/** The real network and clock; what is said goes to standard error. */
export const auditProgram: Program = auditWith((io) => {
  const { request, now, sleep, random } = githubRunner(io.env);
  return { request, now, sleep, random, log: (text) => io.stderr(`${text}\n`) };
});

/** A name of an account, as GitHub allows it. */
const accountName = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$/;
const repositoryName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}\/[\w.-]{1,100}$/;

function findWork(line: CommandLine, io: Io): Work | string {
  const { arguments: paths, options, lists = {} } = line;
  const list = options['repos'];
  const owners: Owner[] = (['org', 'user'] as const).flatMap((kind) =>
    (lists[kind] ?? []).map((name) => ({ kind, name })),
  );
  if (paths.length === 0 && list === undefined && owners.length === 0) {
    return '`audit` needs PATH..., `--org NAME`, `--user NAME` or `--repos FILE`';
  }
  const wrong = owners.find(({ name }) => !accountName.test(name));
  if (wrong !== undefined) return `\`--${wrong.kind} ${wrong.name}\` is not an account name`;
  const found: { shown: string; repositories: readonly LocalRepository[] }[] = [];
  for (const shown of paths) {
    const folder = path.resolve(io.folder, shown);
    const why = whyNoPath(folder);
    if (why !== undefined) return `\`${shown}\`: ${why}`;
    found.push({ shown, repositories: findRepositories(shown, folder) });
  }
  const failed: RepositoryAccount[] = [];
  const remote: string[] = [];
  if (list !== undefined) {
    const file = path.resolve(io.folder, list);
    const text = textOf(file);
    if (text === null) return `\`--repos ${list}\` cannot be read`;
    for (const shown of listed(text)) {
      const folder = path.resolve(path.dirname(file), shown);
      const why = whyNoPath(folder);
      const name = /^(?:https?:\/\/[^/]+\/)?([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(shown)?.[1];
      if (why === undefined) found.push({ shown, repositories: [{ name: shown, folder }] });
      else if (name !== undefined && repositoryName.test(name)) remote.push(name);
      else failed.push(failedAccount({ name: shown, place: shown }, `\`${shown}\`: ${why}`));
    }
  }
  const shard = options['shard'] === undefined ? undefined : shardOf(options['shard']);
  if (options['shard'] !== undefined && shard === undefined) {
    return `\`--shard ${options['shard']}\` is not a part such as \`2/5\``;
  }
  return {
    local: withDistinctNames(found),
    failed,
    remote: {
      owners,
      repositories: remote,
      ...defined({ shard }),
      choice: {
        branches: 'branches' in options,
        forks: 'forks' in options,
        archived: 'archived' in options,
      },
    },
  };
}

/** Undefined where nothing is asked of GitHub. */
function readerFor(
  { remote: { owners, repositories } }: Work,
  { options }: CommandLine,
  io: Io,
  host: ApiHost,
): GitHubReader | string | undefined {
  if (owners.length === 0 && repositories.length === 0) return undefined;
  const place = apiPlace(io.env, options['host']);
  if (place === undefined) return 'the host is not valid: `--host`, GH_HOST or GITHUB_API_URL';
  const token = tokenFor(place, io.env);
  if (token === undefined) {
    return `there is no token for ${place.host}: set GH_TOKEN (for an Enterprise Server GH_ENTERPRISE_TOKEN); \`export GH_TOKEN=$(gh auth token)\` uses the one from gh`;
  }
  if (/[^\x21-\x7e]/.test(token))
    return 'the token contains a character that is not allowed in tokens';
  return connectReader(host, place, token);
}

const listed = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
      .filter((line) => line !== ''),
  ),
];

function textOf(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

async function readFolders(
  { local, remote: { choice } }: Work,
  journal: Journal,
  progress: Progress,
  options: ReadOptions,
): Promise<readonly RepositoryAccount[]> {
  progress.start(local.length);
  const accounts: RepositoryAccount[] = [];
  for (const repository of local) {
    accounts.push(await readOne(repository, journal, options));
    if (choice.branches) {
      const { readBranches } = await import('./local-branches.ts');
      accounts.push(...(await readBranches(repository, journal, options)));
    }
    progress.step(repository.name);
  }
  return accounts;
}

async function readOne(
  repository: LocalRepository,
  journal: Journal,
  options: ReadOptions,
): Promise<RepositoryAccount> {
  const key = journal === noJournal ? undefined : localKey(repository.folder);
  const known = key === undefined ? undefined : journal.find(key);
  if (known !== undefined && (options.pack === undefined || known.view !== undefined)) {
    const account = { ...known.account, name: repository.name, place: repository.name };
    if (known.view !== undefined) options.keepView?.(account, known.view);
    return account;
  }
  const { account, view } = await readLocal(repository, options);
  if (view !== undefined) options.keepView?.(account, view);
  if (key !== undefined && account.state !== 'failed') {
    journal.add({ key, account, ...defined({ view }) });
  }
  return account;
}

async function finish(
  report: EstateReport,
  views: PackedViews,
  reports: readonly { readonly given: string; readonly file: string }[],
  { options }: CommandLine,
  io: Io,
): Promise<ExitCode> {
  // All is rendered before anything is written, so that a bug in a renderer writes nothing.
  const texts = [];
  for (const { given, file } of reports)
    texts.push({ given, file, text: await renderAuditReport(file, report, views) });
  let isBad = report.stopped !== undefined;
  for (const { given, file, text } of texts) {
    const why = writeWhole(file, text);
    if (why === undefined) continue;
    isBad = true;
    io.stderr(`error: the report \`${visible(given)}\` was not written (${why})\n`);
  }
  if ('json' in options) io.stdout(renderEstateJson(report));
  else io.stdout(renderTerminal(report, io.color.stdout));
  const { failed, diagnostics } = report.totals;
  if ('strict' in options && (failed > 0 || diagnostics.error > 0)) isBad = true;
  return isBad ? 1 : 0;
}
