// The runner by GitHub's own toolkit, for the programs whose start-up does not count: the root action and the one that
// opens pull requests run once where `login`, `build` and `push` run in every job (github-runner.ts).

import * as core from '@actions/core';
import { getExecOutput } from '@actions/exec';
import { defined } from '../../ground/defined.ts';
import { visible, visibleLines } from '../../ground/display-text.ts';
import type { LogPlace } from '../../ground/failure.ts';
import { isCancelled, onCancellation } from '../cancellation.ts';
import { childEnvironment, needsOf } from '../child-environment.ts';
import { notStarted } from '../exec.ts';
import type { Environment, ExecOptions, ExecResult, Host } from '../host.ts';
import { githubRunner } from './github-runner.ts';
import { literalLine } from './workflow-commands.ts';

export type ToolkitRunner = {
  readonly host: Host;
  /** Writes the summary and ends the process with this exit code. */
  readonly end: (exitCode: number) => Promise<never>;
};

/**
 * The toolkit knows one environment, the process's own.
 *
 * Masks stay ours: the toolkit hides a text of several lines only as a whole. So do processes whose output is shown,
 * which must die with their step (the toolkit's have no group, no handle and no way to be stopped), and those that read
 * standard input (one that ends before it has read all would end this process too).
 */
export function toolkitRunner(env: Environment = process.env): ToolkitRunner {
  const own = githubRunner(env);
  const host: Host = {
    ...own,
    input: (variable) =>
      env[variable] === undefined
        ? undefined
        : core.getInput(variable.replace(/^INPUT_/, ''), { trimWhitespace: false }),
    log: (line) => core.info(literalLine(line)),
    notice: (message, place) => core.notice(visibleLines(message), properties(place)),
    warning: (message, place) => core.warning(visibleLines(message), properties(place)),
    error: (message, place) => core.error(visibleLines(message), properties(place)),
    group: (title) => core.startGroup(visible(title)),
    endGroup: core.endGroup,
    output: (name, value) => {
      if (env['GITHUB_OUTPUT']) core.setOutput(name, value);
    },
    exportVariable: (name, value) => {
      if (env['GITHUB_ENV']) core.exportVariable(name, value);
    },
    summary: (markdown) => void core.summary.addRaw(markdown, true),
    exec: (command, args, options = {}) =>
      options.output === 'show' || options.stdin !== undefined
        ? own.exec(command, args, options)
        : toolkitExec(command, args, options, env),
  };
  return {
    host,
    end: async (exitCode) => {
      if (env['GITHUB_STEP_SUMMARY'] && !core.summary.isEmptyBuffer()) await core.summary.write();
      // A program that outlived its time limit would keep this one alive.
      return process.exit(exitCode);
    },
  };
}

function properties({ title, file, line, column }: LogPlace = {}): core.AnnotationProperties {
  return {
    ...(title !== undefined && { title: visible(title) }),
    ...(file !== undefined && { file: visible(file) }),
    ...defined({ startLine: line, startColumn: column }),
  };
}

/** The result of `timeout` where the limit was reached; the program itself goes on until the runner ends the job's. */
const late: ExecResult = { kind: 'exited', exitCode: 124, stdout: '', stderr: '', timedOut: true };

async function toolkitExec(
  command: string,
  args: readonly string[],
  options: ExecOptions,
  own: Environment,
): Promise<ExecResult> {
  if (isCancelled()) return notStarted;
  const env = childEnvironment(own, [...needsOf(command), ...(options.needs ?? [])], options.env);
  const running = getExecOutput(`"${command}"`, [...args], {
    env: withoutGaps(env),
    silent: true,
    ignoreReturnCode: true,
    ...defined({ cwd: options.cwd }),
  }).then(
    ({ exitCode, stdout, stderr }): ExecResult => ({
      kind: 'exited',
      exitCode,
      stdout,
      stderr,
      timedOut: false,
    }),
    (error: Error): ExecResult => {
      if (/^Unable to locate executable file/.test(error.message))
        return { kind: 'not-found', command };
      throw error;
    },
  );
  let timer: NodeJS.Timeout | undefined;
  let forget = (): void => {};
  const limit = new Promise<ExecResult>((resolve) => {
    if (options.timeoutMs !== undefined) timer = setTimeout(resolve, options.timeoutMs, late);
    forget = onCancellation(() => resolve(notStarted));
  });
  return Promise.race([running, limit]).finally(() => {
    clearTimeout(timer);
    forget();
  });
}

function withoutGaps(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
