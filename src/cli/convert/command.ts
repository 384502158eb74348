// `transship convert`: the options, what is printed, and the exit code.

import fs from 'node:fs';
import path from 'node:path';
import type { Conversion } from '../../convert/convert.ts';
import { isLegacyConfiguration } from '../../convert/discover.ts';
import { defined } from '../../ground/defined.ts';
import { visible } from '../../ground/display-text.ts';
import type { Io } from '../../ground/io.ts';
import { fail, ok, type Result } from '../../ground/result.ts';
import { secretFiles } from '../../host/files/secret-files.ts';
import { writeWhole } from '../../host/files/write-files.ts';
import { folderInRepository, gitRoot } from '../../host/git/git-root.ts';
import { packageFacts, packageFolder } from '../../host/package.ts';
import type { Choices } from '../../legacy/translation.ts';
import { fileDiagnostic, nothingToCompare } from '../../report/further-findings.ts';
import {
  renderDiagnostics,
  renderExplainHint,
  renderNotes,
} from '../../report/terminal-diagnostics.ts';
import { readProjectKey } from '../../secret/project-key.ts';
import { quoteWord } from '../../shell/words.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { hooksOf } from '../hooks.ts';
import { type CommandLine, type ExitCode, type Program, wrongUsage } from '../program.ts';
import { convertFolder, withDiagnostics } from './convert-folder.ts';
import { exitCodeOf } from './exit-code.ts';
import { type LineOptions, lineOptions } from './line-options.ts';
import { choicesOf } from './recorded-choices.ts';
import {
  hasReportEnding,
  renderJson,
  renderReport,
  reportEndings,
  whyNoReport,
} from './report-file.ts';
import {
  type FileState,
  type Plan,
  planConversion,
  statesOf,
  writeConversion,
} from './write-conversion.ts';

type Options = {
  readonly folder: string;
  readonly out: string;
  readonly mode: 'write' | 'dry-run' | 'check';
  readonly json: boolean;
  readonly strict: boolean;
  readonly force: boolean;
  /** Absolute paths, each in the form of its ending. */
  readonly reports: readonly string[];
  readonly quiet: boolean;
  readonly config?: string;
  readonly choices: Choices;
  readonly aesKey?: string;
  readonly lines: LineOptions;
};

export const convertProgram: Program = async (line, io) => {
  const options = readOptions(line, io);
  if (typeof options === 'string') return wrongUsage(io, options);
  const hooks = await hooksOf(line, options.folder, io);
  if (typeof hooks === 'string') return wrongUsage(io, hooks);
  const result = await convertFolder({ ...options, ...defined({ hooks }) });
  if (result.kind === 'refused') {
    io.stderr(renderDiagnostics(result.diagnostics, io.color.stderr));
    return wrongUsage(io, result.message);
  }
  return finish(result.conversion, options, io);
};

function readOptions(
  { arguments: names, options: given, lists = {} }: CommandLine,
  io: Io,
): Options | string {
  const absolute = (of: string): string => path.resolve(io.folder, of);
  const folder = absolute(names[0] ?? '.');
  const { out, config } = given;
  const reports = lists['report'] ?? [];
  if ('check' in given && 'dry-run' in given) {
    return '`--check` and `--dry-run` exclude each other';
  }
  const odd = reports.find((report) => !hasReportEnding(report));
  if (odd !== undefined) {
    return `\`--report ${odd}\`: the extension selects the format: ${reportEndings.join(', ')}`;
  }
  const lines = lineOptions(given, lists, absolute);
  if (typeof lines === 'string') return lines;
  const key = projectKey(given['aes-key'], io);
  if (!key.ok) return key.failure.message;
  return {
    folder,
    ...defined({ aesKey: key.value }),
    out: out === undefined ? folder : absolute(out),
    mode: 'check' in given ? 'check' : 'dry-run' in given ? 'dry-run' : 'write',
    json: 'json' in given,
    strict: 'strict' in given,
    force: 'force' in given,
    reports: reports.map(absolute),
    quiet: 'quiet' in given,
    ...(config === undefined ? {} : { config: absolute(config) }),
    choices: choicesOf(given),
    lines,
  };
}

/** CodeShip's key, from a file or the environment. It is needed for names alone, so nobody has to give it. */
function projectKey(file: string | undefined, io: Io): Result<string | undefined> {
  const variable = io.env['CODESHIP_AES_KEY'];
  if (file === undefined && !variable) return ok(undefined);
  const from = file === undefined ? 'CODESHIP_AES_KEY' : `--aes-key ${file}`;
  const read = file === undefined ? undefined : secretFiles.read(path.resolve(io.folder, file));
  if (read?.ok === false) return fail(`\`${from}\` cannot be read (${read.failure})`);
  const text = read === undefined ? (variable ?? '') : Buffer.from(read.value).toString('utf8');
  const key = readProjectKey(text);
  return key.ok ? ok(key.value.text) : fail(`\`${from}\`: ${key.failure.message}`);
}

type Rendered = {
  readonly stdout: string;
  readonly stderr: string;
  readonly notes: string;
  /** By absolute path. */
  readonly reports: ReadonlyMap<string, string>;
};
type States = ReadonlyMap<string, FileState>;

async function finish(converted: Conversion, options: Options, io: Io): Promise<ExitCode> {
  const plan = planConversion(converted, options.out, options.force);
  const refusals = [
    ...placeFindings(converted, options),
    // A check writes nothing, so nothing can be overwritten.
    ...(options.mode === 'check' ? [] : plan.diagnostics),
    ...plan.notes,
    ...options.reports.flatMap((report) => reportRefusal(report, options)),
  ];
  let conversion = withDiagnostics(namingTheRoot(converted, options), refusals);
  let states = statesOf(plan);
  const render = (): Promise<Rendered> => renderAll(conversion, options, plan, states, io);
  // All is rendered before anything is written, so that a bug in a renderer leaves the disk as it was.
  let rendered = await render();
  if (options.mode === 'write') {
    const written = writeConversion(plan, options.out);
    states = written.states;
    if (written.diagnostics.length > 0) {
      conversion = withDiagnostics(conversion, written.diagnostics);
      rendered = await render();
    }
  }
  const failure = saveReports(options, rendered);
  if (failure.length > 0) {
    conversion = withDiagnostics(conversion, failure);
    rendered = await render();
  }
  io.stderr(rendered.stderr);
  // What will run, what differs and what to do come before what is good to know.
  io.stdout(rendered.stdout);
  io.stderr(rendered.notes);
  if (options.mode === 'dry-run' && options.reports.length > 0)
    io.stderr('the report is not written: `--dry-run` writes nothing\n');
  if (!options.quiet && !options.json)
    io.stderr(renderExplainHint(conversion.diagnostics, io.color.stderr));
  const differs = [...states.values()].some((state) => state !== 'unchanged');
  const code = exitCodeOf(conversion, options.strict, options.mode === 'check' && differs);
  if (code === 1 && options.mode === 'write') io.stderr(whyOne(conversion, states));
  return code;
}

/** Files that could be made are written all the same; a bare exit code does not say so. */
function whyOne({ diagnostics }: Conversion, states: States): string {
  const count = (items: number, one: string): string => `${items} ${one}${items === 1 ? '' : 's'}`;
  const written = [...states.values()].filter((state) => state === 'new' || state === 'changed');
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const because =
    errors > 0 ? `${count(errors, 'error')} above` : 'the warnings above, which `--strict` counts';
  return `exit code 1: ${because}; ${written.length === 0 ? 'no file' : count(written.length, 'file')} written\n`;
}

async function renderAll(
  conversion: Conversion,
  options: Options,
  plan: Plan,
  states: States,
  io: Io,
): Promise<Rendered> {
  const { version } = packageFacts();
  const { reports, json, quiet } = options;
  const within = folderInRepository(options.folder);
  const texts = await Promise.all(
    reports.map(
      async (report) => [report, await renderReport(report, conversion, version, within)] as const,
    ),
  );
  const diagnostics = renderDiagnostics(conversion.diagnostics, io.color.stderr);
  const notes = quiet ? '' : renderNotes(conversion.diagnostics, io.color.stderr);
  // On a terminal the streams come one below the other.
  const gap = io.color.stderr && !quiet ? '\n' : '';
  return {
    stderr: diagnostics === '' ? '' : `${diagnostics}${gap}`,
    notes: notes === '' ? '' : `${gap}${notes}`,
    stdout: json
      ? renderJson(conversion, version)
      : await printed(conversion, options, plan, states, io),
    reports: new Map(texts),
  };
}

/** Where nothing was found in a folder of a repository whose root has a configuration, the command for the root. */
function namingTheRoot(conversion: Conversion, { folder }: Options): Conversion {
  const root = gitRoot(folder);
  if (conversion.sources.length > 0 || root === undefined || root === folder) return conversion;
  const files = fs.readdirSync(root).filter((name) => isLegacyConfiguration(name));
  const [first] = files;
  if (first === undefined) return conversion;
  return {
    ...conversion,
    diagnostics: conversion.diagnostics.map((each) =>
      each.code === 'no-configuration'
        ? {
            ...each,
            help: `\`${first}\` is in the root of the repository: run \`transship convert ${quoteWord(root)}\``,
          }
        : each,
    ),
  };
}

/** What is wrong with the place that was named, before anything of its files. */
function placeFindings(
  { sources }: Conversion,
  { folder, out, mode }: Options,
): readonly Diagnostic[] {
  if (sources.length === 0) return mode === 'check' ? [nothingToCompare('PATH')] : [];
  const root = gitRoot(folder);
  if (root === undefined || root === folder) return [];
  // The samples in a clone of transship are only looked at.
  if (mode === 'dry-run' && root === packageFolder()) return [];
  const within = path.relative(root, folder);
  const isShippable = sources.some(({ system }) => system.startsWith('shippable'));
  const isBelow = `\`${within}\` is below the root of its repository`;
  const found = (message: string, help: string): readonly Diagnostic[] => [
    fileDiagnostic('below-root', undefined, message, help),
  ];
  const onlyTheRoot = 'Shippable only read the files of the root';
  if (out === folder)
    return found(
      `${isBelow}, and GitHub only runs workflows of the root`,
      isShippable
        ? `${onlyTheRoot}; to use these, write to the root with \`--out ${quoteWord(root)}\``
        : `run \`transship convert ${quoteWord(root)}\`, which converts the projects of all folders`,
    );
  if (out !== root || !isShippable) return [];
  return found(
    `${isBelow}, but the steps of the workflow run in the root`,
    `${onlyTheRoot}; add \`defaults: { run: { working-directory: ${within} } }\` to the workflow, and put \`${within}/\` before the paths of reports and caches`,
  );
}

const noReport = (report: string, { folder }: Options, reason: string): Diagnostic =>
  fileDiagnostic(
    'write-failed',
    path.relative(folder, report).replaceAll('\\', '/'),
    `the report was not written: ${reason}`,
    'name another file, or overwrite this one with `--force`',
  );

function reportRefusal(report: string, options: Options): readonly Diagnostic[] {
  const reason = whyNoReport(report, options.force);
  return reason === undefined ? [] : [noReport(report, options, reason)];
}

function saveReports(options: Options, { reports }: Rendered): readonly Diagnostic[] {
  return [...reports].flatMap(([report, text]) => {
    if (options.mode === 'dry-run') return [];
    if (reportRefusal(report, options).length > 0) return [];
    const reason = writeWhole(report, text);
    return reason === undefined ? [] : [noReport(report, options, reason)];
  });
}

/** Where `--check` has a word of its own for the state. */
const differences: Partial<Record<FileState, string>> = {
  new: 'missing',
  removed: 'no longer written',
};

async function printed(
  conversion: Conversion,
  { mode, quiet }: Options,
  plan: Plan,
  states: States,
  io: Io,
): Promise<string> {
  switch (mode) {
    case 'dry-run':
      return (await import('./unified-diff.ts')).renderDiff(plan);
    case 'check':
      return [...states]
        .filter(([, state]) => state !== 'unchanged')
        .map(([file, state]) => `${visible(file)}: ${differences[state] ?? 'differs'}\n`)
        .join('');
    case 'write': {
      if (quiet) return '';
      const [{ digest }, { renderSummary }] = await Promise.all([
        import(/* webpackMode: "eager" */ '../../report/digest.ts'),
        import(/* webpackMode: "eager" */ '../../report/terminal-summary.ts'),
      ]);
      const stateOf = (file: string): string => states.get(file) ?? 'unchanged';
      return renderSummary(digest(conversion), stateOf, io.color.stdout);
    }
    default:
      return mode satisfies never;
  }
}
