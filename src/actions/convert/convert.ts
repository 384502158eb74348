// The root action: the command `convert` as a step, with annotations at the legacy lines and a job summary.

import path from 'node:path';
import {
  convertFolder,
  type FolderRequest,
  withDiagnostics,
} from '../../cli/convert/convert-folder.ts';
import { exitCodeOf } from '../../cli/convert/exit-code.ts';
import { choicesOf, wrongChoice } from '../../cli/convert/recorded-choices.ts';
import {
  hasReportEnding,
  renderReport,
  reportEndings,
  writeReport,
} from '../../cli/convert/report-file.ts';
import { renderDiff } from '../../cli/convert/unified-diff.ts';
import {
  type FileState,
  planConversion,
  statesOf,
  writeConversion,
} from '../../cli/convert/write-conversion.ts';
import { type LoadedHooks, loadHooks } from '../../cli/hooks.ts';
import type { Conversion } from '../../convert/convert.ts';
import type { Severity } from '../../diagnostic/code-row.ts';
import { defined } from '../../ground/defined.ts';
import { visible } from '../../ground/display-text.ts';
import type { Failure } from '../../ground/failure.ts';
import { gitRoot } from '../../host/git/git-root.ts';
import type { Host } from '../../host/host.ts';
import { packageFacts } from '../../host/package.ts';
import type { convertInterface } from '../../interfaces/convert.ts';
import { countOutcomes } from '../../report/digest.ts';
import { nothingToCompare } from '../../report/further-findings.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { positionAt } from '../../source/source-file.ts';
import { type ActionContext, type ActionProgram, done, failed } from '../program.ts';
import { workspacePlace } from '../workspace-file.ts';

type Context = ActionContext<typeof convertInterface>;

const modes = ['convert', 'check', 'dry-run'] as const;

type Request = FolderRequest & {
  readonly workspace: string;
  readonly mode: (typeof modes)[number];
  readonly out: string;
  readonly report: string;
  readonly strict: boolean;
  readonly force: boolean;
};

export const convertAction: ActionProgram<typeof convertInterface> = async (context) => {
  const request = readRequest(context);
  if ('message' in request) return stop(context, 2, request);
  const hooks = await hooksFor(request, context);
  if (hooks !== undefined && 'message' in hooks) return stop(context, 2, hooks);
  const result = await convertFolder({ ...request, ...defined({ hooks }) });
  if (result.kind === 'refused') {
    annotate(context.host, request, result.diagnostics);
    return stop(context, 2, { message: result.message });
  }
  return finish(result.conversion, request, context);
};

function readRequest({ inputs, host }: Context): Request | Failure {
  const workspace = host.env['GITHUB_WORKSPACE'] ?? '.';
  const mode = modes.find((known) => known === inputs.mode);
  if (mode === undefined) return wrongInput('mode', inputs.mode, modes);
  const wrong = wrongChoice(inputs);
  if (wrong !== undefined) return wrongInput(wrong.name, wrong.given, wrong.allowed);
  const places: Record<'path' | 'out' | 'report' | 'config', string> = {
    path: inputs.path,
    out: inputs.out === '' ? inputs.path : inputs.out,
    report:
      inputs.report === ''
        ? path.join(host.temporaryFolder, 'transship-report.json')
        : inputs.report,
    config: inputs.config,
  };
  for (const name of ['path', 'out', 'report', 'config'] as const) {
    if (name === 'config' && inputs.config === '') continue;
    const place = workspacePlace(host, places[name]);
    if (!place.ok) return inInput(name, place.failure);
    places[name] = place.value;
  }
  const { report } = places;
  if (!hasReportEnding(report)) return wrongInput('report', inputs.report, reportEndings);
  const actionRef = host.env['GITHUB_ACTION_REF'];
  const real = host.files.realPath(path.resolve(workspace)) ?? path.resolve(workspace);
  // GitHub runs the workflows of a repository's root alone: a folder of it is converted from there.
  const found = gitRoot(places.path) ?? places.path;
  const isInside = `${found}/`.startsWith(`${real}/`);
  const root = isInside ? found : places.path;
  return {
    workspace: real,
    folder: root,
    within: path.relative(root, places.path).replaceAll(path.sep, '/'),
    mode,
    out: inputs.out === '' ? root : places.out,
    report,
    strict: inputs.strict,
    force: inputs.force,
    ...(inputs.config === '' ? {} : { config: places.config }),
    choices: choicesOf(inputs),
    ...(host.env['GITHUB_SERVER_URL'] ? { serverUrl: host.env['GITHUB_SERVER_URL'] } : {}),
    ...(actionRef ? { actionRef } : {}),
  };
}

/** Events that run with the rights of the repository, whoever wrote what they check out. */
const privileged = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** Nothing but the input names a module; it is never taken from what somebody else may have written. */
async function hooksFor(
  { folder }: Request,
  { inputs, host }: Context,
): Promise<LoadedHooks | Failure | undefined> {
  if (inputs.hooks === '') return undefined;
  const event = host.env['GITHUB_EVENT_NAME'] ?? '';
  if (privileged.includes(event)) {
    return {
      message: `Input hooks: a module does not run on the event \`${event}\`, which gives secrets to code that strangers may have written.`,
      remedy: 'Run this step on `push`, `pull_request` or `workflow_dispatch`.',
    };
  }
  const place = workspacePlace(host, inputs.hooks);
  if (!place.ok) return inInput('hooks', place.failure);
  const loaded = await loadHooks(place.value, folder);
  return typeof loaded === 'string' ? { message: `Input hooks: ${loaded}.` } : loaded;
}

const inInput = (name: string, failure: Failure): Failure => ({
  ...failure,
  message: `Input ${name}: ${failure.message}`,
});

const wrongInput = (name: string, given: string, allowed: readonly string[]): Failure => ({
  message: `Input ${name}: found \`${given}\`, expected ${allowed.map((word) => `\`${word}\``).join(' or ')}.`,
});

function stop({ output }: Context, exitCode: number, failure: Failure) {
  output('exit-code', String(exitCode));
  return failed(failure);
}

async function finish(converted: Conversion, request: Request, context: Context) {
  const { host, output } = context;
  const { version } = packageFacts();
  const plan = planConversion(converted, request.out, request.force);
  let conversion = withDiagnostics(converted, [
    ...(request.mode === 'check' ? [] : plan.diagnostics),
    ...plan.notes,
    ...(request.mode === 'check' && converted.sources.length === 0
      ? [nothingToCompare('`path`')]
      : []),
  ]);
  // Rendered before anything is written: a bug in a renderer then leaves the disk as it was.
  const base = addressOf(host.env);
  renderMarkdown(conversion, base);
  await renderReport(request.report, conversion, version);
  let states = statesOf(plan);
  if (request.mode === 'convert') {
    const written = writeConversion(plan, request.out);
    conversion = withDiagnostics(conversion, written.diagnostics);
    states = written.states;
  }
  const reportFailure = await writeReport(request.report, conversion, version);
  annotate(host, request, conversion.diagnostics);
  host.summary(cutSummary(renderMarkdown(conversion, base)));
  if (request.mode === 'dry-run') showDiff(host, renderDiff(plan));

  const changed = changedFiles(states);
  const counts = countOutcomes(conversion);
  output('changed-files', changed.map(visible).join('\n'));
  for (const [outcome, count] of Object.entries(counts)) {
    output(outcome as keyof typeof counts, String(count));
  }
  output('report', reportFailure === undefined ? request.report : '');
  if (reportFailure !== undefined) {
    return stop(context, 1, { message: `The report could not be written (${reportFailure}).` });
  }
  const differs = request.mode === 'check' && changed.length > 0;
  const exitCode = exitCodeOf(conversion, request.strict, differs);
  if (exitCode !== 0)
    return stop(context, exitCode, { message: whyFailed(conversion, changed, differs) });
  output('exit-code', '0');
  return done;
}

/** Where GitHub shows the files of this run's commit. */
function addressOf(env: Host['env']): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_SHA: commit } = env;
  return server && name && commit ? `${server}/${name}/blob/${commit}/` : '';
}

const changedFiles = (states: ReadonlyMap<string, FileState>): readonly string[] =>
  [...states]
    .filter(([, state]) => ['new', 'changed', 'removed'].includes(state))
    .map(([file]) => file);

function whyFailed(conversion: Conversion, changed: readonly string[], differs: boolean): string {
  if (differs) return `Not as transship would write them: ${changed.map(visible).join(', ')}.`;
  const count = (of: Severity): number =>
    conversion.diagnostics.filter(({ severity }) => severity === of).length;
  return `${count('error')} errors and ${count('warning')} warnings; the summary lists them.`;
}

function showDiff(host: Host, diff: string): void {
  host.group('What would change');
  for (const line of diff.split('\n')) host.log(line);
  host.endGroup();
}

/** GitHub shows ten annotations of a severity for each step; one error is kept for the step's own. */
const mostAnnotations: Record<Severity, number> = { error: 9, warning: 10, note: 10 };

function annotate(
  host: Host,
  { workspace, folder }: Request,
  diagnostics: readonly Diagnostic[],
): void {
  const say = { error: host.error, warning: host.warning, note: host.notice };
  for (const severity of ['error', 'warning', 'note'] as const) {
    const of = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    for (const { code, message, help, at } of of.slice(0, mostAnnotations[severity])) {
      const place =
        at === undefined
          ? {}
          : {
              file: path.relative(workspace, path.join(folder, at.file.path)).replaceAll('\\', '/'),
              ...positionAt(at.file, at.start),
            };
      say[severity](help === undefined ? message : `${message}\nhelp: ${help}`, {
        title: code,
        ...place,
      });
    }
  }
}

/** The runner refuses a summary above 1 MiB. */
function cutSummary(markdown: string): string {
  const most = 900_000;
  return Buffer.byteLength(markdown) <= most
    ? markdown
    : `${markdown.slice(0, most / 4)}\n\nThe report is longer than a summary may be; see its file.\n`;
}
