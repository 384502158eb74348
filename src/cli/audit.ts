// `transship audit`: what it takes to move many repositories. Converts each in memory and changes nothing.

import fs from 'node:fs';
import path from 'node:path';
import { failedAccount, type RepositoryAccount } from '../estate/account.ts';
import { type EstateReport, estateOf } from '../estate/estate.ts';
import { renderTerminal } from '../estate/terminal.ts';
import { visible } from '../ground/display-text.ts';
import type { Io } from '../ground/io.ts';
import { packageFacts } from '../host/package.ts';
import {
  auditEndings,
  renderAuditReport,
  renderEstateJson,
  showsValues,
  whyNoAuditReport,
} from './audit/audit-reports.ts';
import type { PackedViews } from './audit/estate-page.ts';
import { type Journal, noJournal, openJournal } from './audit/journal.ts';
import { localKey } from './audit/local-key.ts';
import {
  findRepositories,
  type LocalRepository,
  whyNoPath,
  withDistinctNames,
} from './audit/local-repositories.ts';
import { startProgress } from './audit/progress.ts';
import { type ReadOptions, readLocal } from './audit/read-repository.ts';
import type { OptionRow } from './command-row.ts';
import { type CommandLine, type ExitCode, type Program, wrongUsage } from './program.ts';
import { choicesOf } from './recorded-choices.ts';
import { writeText } from './report-file.ts';

export const auditOptions: readonly OptionRow[] = [
  {
    name: 'repos',
    value: 'FILE',
    summary: 'A list of repositories, one folder a line, each taken as one; `#` begins a comment',
  },
  { name: 'json', summary: 'Print the report as JSON, and nothing else, on standard output' },
  {
    name: 'report',
    value: 'FILE',
    many: true,
    summary: `Also write the report; the ending chooses the form: ${auditEndings.join(', ')}; repeatable`,
  },
  { name: 'strict', summary: 'Exit with 1 if a repository could not be converted or has an error' },
  {
    name: 'journal',
    value: 'FILE',
    summary: 'Keep what was found out, go on where an earlier audit stopped, read no commit twice',
  },
  {
    name: 'config',
    value: 'FILE',
    summary: 'Settings for all, in place of those of each repository',
  },
  {
    name: 'parallel',
    value: 'FORM',
    choices: ['native', 'shell'],
    summary: 'As in `convert`',
  },
  { name: 'style', value: 'STYLE', choices: ['exact', 'idiomatic'], summary: 'As in `convert`' },
];

type Work =
  | { readonly kind: 'local'; readonly repository: LocalRepository }
  | { readonly kind: 'failed'; readonly account: RepositoryAccount };

export const auditProgram: Program = async (line, io) => {
  const absolute = (of: string): string => path.resolve(io.folder, of);
  const { options } = line;
  const reports = (line.lists?.['report'] ?? []).map((given) => ({ given, file: absolute(given) }));
  for (const { given, file } of reports) {
    const why = whyNoAuditReport(file);
    if (why !== undefined) return wrongUsage(io, `\`--report ${given}\`: ${why}`);
  }
  const work = findWork(line, io);
  if (typeof work === 'string') return wrongUsage(io, work);

  const { version } = packageFacts();
  const config = options['config'] === undefined ? undefined : absolute(options['config']);
  const choices = choicesOf(options);
  const settings = config === undefined ? undefined : textOf(config);
  if (settings === null) return wrongUsage(io, `\`--config ${options['config']}\` cannot be read`);
  const journal =
    options['journal'] === undefined
      ? noJournal
      : openJournal(absolute(options['journal']), { version, choices, settings });
  if (typeof journal === 'string') {
    return wrongUsage(io, `\`--journal ${options['journal']}\`: ${journal}`);
  }

  const page = reports.some(({ file }) => showsValues(file))
    ? await import('./audit/estate-page.ts')
    : undefined;
  const views = new Map<string, string>();
  const accounts = await readAll(work, journal, io, {
    version,
    choices,
    ...(config === undefined ? {} : { config }),
    ...(page === undefined
      ? {}
      : {
          pack: page.packView,
          keepView: (account, view) => void views.set(page.viewKey(account), view),
        }),
  });
  journal.close();
  const report = estateOf({ accounts, version });
  return await finish(report, views, reports, line, io);
};

function findWork({ arguments: paths, options }: CommandLine, io: Io): readonly Work[] | string {
  const list = options['repos'];
  if (paths.length === 0 && list === undefined) return '`audit` needs PATH... or `--repos FILE`';
  const found: { shown: string; repositories: readonly LocalRepository[] }[] = [];
  const failed: Work[] = [];
  for (const shown of paths) {
    const folder = path.resolve(io.folder, shown);
    const why = whyNoPath(folder);
    if (why !== undefined) return `\`${shown}\`: ${why}`;
    found.push({ shown, repositories: findRepositories(shown, folder) });
  }
  if (list !== undefined) {
    const file = path.resolve(io.folder, list);
    const text = textOf(file);
    if (text === null) return `\`--repos ${list}\` cannot be read`;
    for (const shown of listed(text)) {
      const folder = path.resolve(path.dirname(file), shown);
      const why = whyNoPath(folder);
      if (why === undefined) found.push({ shown, repositories: [{ name: shown, folder }] });
      else {
        const account = failedAccount({ name: shown, place: shown }, `\`${shown}\`: ${why}`);
        failed.push({ kind: 'failed', account });
      }
    }
  }
  const repositories = withDistinctNames(found);
  return [...repositories.map((repository): Work => ({ kind: 'local', repository })), ...failed];
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

async function readAll(
  work: readonly Work[],
  journal: Journal,
  io: Io,
  options: ReadOptions,
): Promise<readonly RepositoryAccount[]> {
  const progress = startProgress(io, work.length);
  const accounts: RepositoryAccount[] = [];
  for (const one of work) {
    if (one.kind === 'failed') accounts.push(one.account);
    else accounts.push(await readOne(one.repository, journal, options));
    progress.step(accounts.at(-1)?.name ?? '');
  }
  progress.end();
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
    journal.add({ key, account, ...(view === undefined ? {} : { view }) });
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
    const why = writeText(file, text);
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
