// `transship convert`: the options, what is printed, and the exit code.

import path from 'node:path';
import type { Conversion } from '../convert/convert.ts';
import { packageFacts } from '../host/package.ts';
import type { Settings } from '../legacy/translation.ts';
import { renderDiagnostics } from '../report/terminal-diagnostics.ts';
import { convertFolder, fileDiagnostic, withDiagnostics } from './convert-folder.ts';
import { exitCodeOf } from './exit-code.ts';
import { type CommandLine, type ExitCode, type Io, type Program, wrongUsage } from './program.ts';
import {
  hasReportEnding,
  renderJson,
  reportEndings,
  whyNoReport,
  writeReport,
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
  readonly report?: string;
  readonly config?: string;
  readonly parallel?: Settings['parallel'];
};

export const convertProgram: Program = async (line, io) => {
  const options = readOptions(line, io);
  if (typeof options === 'string') return wrongUsage(io, options);
  const result = await convertFolder(options);
  if (result.kind === 'refused') {
    io.stderr(renderDiagnostics(result.diagnostics, io.color.stderr));
    return wrongUsage(io, result.message);
  }
  return finish(result.conversion, options, io);
};

function readOptions({ arguments: names, options: given }: CommandLine, io: Io): Options | string {
  const absolute = (of: string): string => path.resolve(io.folder, of);
  const folder = absolute(names[0] ?? '.');
  const { out, report, config, parallel } = given;
  if ('check' in given && 'dry-run' in given) {
    return '`--check` and `--dry-run` exclude each other';
  }
  if (report !== undefined && !hasReportEnding(report)) {
    return `\`--report ${report}\`: the ending chooses the form: ${reportEndings.join(', ')}`;
  }
  return {
    folder,
    out: out === undefined ? folder : absolute(out),
    mode: 'check' in given ? 'check' : 'dry-run' in given ? 'dry-run' : 'write',
    json: 'json' in given,
    strict: 'strict' in given,
    force: 'force' in given,
    ...(report === undefined ? {} : { report: absolute(report) }),
    ...(config === undefined ? {} : { config: absolute(config) }),
    ...(parallel === undefined ? {} : { parallel: parallel as Settings['parallel'] }),
  };
}

async function finish(converted: Conversion, options: Options, io: Io): Promise<ExitCode> {
  const { version } = packageFacts();
  const plan = planConversion(converted, options.out, options.force);
  // A check writes nothing, so nothing can be overwritten.
  let conversion =
    options.mode === 'check' ? converted : withDiagnostics(converted, plan.diagnostics);
  // Rendered before anything is written: a bug in a renderer then leaves the disk as it was.
  renderJson(conversion, version);
  let states = statesOf(plan);
  if (options.mode === 'write') {
    const written = writeConversion(plan, options.out);
    conversion = withDiagnostics(conversion, written.diagnostics);
    states = written.states;
  }
  conversion = await addReport(conversion, options, version);

  io.stderr(renderDiagnostics(conversion.diagnostics, io.color.stderr));
  if (options.json) io.stdout(renderJson(conversion, version));
  else io.stdout(await printed(conversion, options, plan, states, io));
  const differs = [...states.values()].some((state) => state !== 'unchanged');
  return exitCodeOf(conversion, options.strict, options.mode === 'check' && differs);
}

async function addReport(
  conversion: Conversion,
  { report, force, folder }: Options,
  version: string,
): Promise<Conversion> {
  if (report === undefined) return conversion;
  const reason = whyNoReport(report, force) ?? (await writeReport(report, conversion, version));
  if (reason === undefined) return conversion;
  return withDiagnostics(conversion, [
    fileDiagnostic(
      'write-failed',
      path.relative(folder, report),
      `the report was not written: ${reason}`,
      'name another file, or overwrite this one with `--force`',
    ),
  ]);
}

async function printed(
  conversion: Conversion,
  { mode }: Options,
  plan: Plan,
  states: ReadonlyMap<string, FileState>,
  io: Io,
): Promise<string> {
  switch (mode) {
    case 'dry-run':
      return (await import('./unified-diff.ts')).renderDiff(plan.files);
    case 'check':
      return [...states]
        .filter(([, state]) => state !== 'unchanged')
        .map(([file, state]) => `${file}: ${state === 'new' ? 'missing' : 'differs'}\n`)
        .join('');
    case 'write': {
      const [{ digest }, { renderSummary }] = await Promise.all([
        import(/* webpackMode: "eager" */ '../report/digest.ts'),
        import(/* webpackMode: "eager" */ '../report/terminal-summary.ts'),
      ]);
      const stateOf = (file: string): string => states.get(file) ?? 'unchanged';
      return renderSummary(digest(conversion), stateOf, io.color.stdout);
    }
    default:
      return mode satisfies never;
  }
}
