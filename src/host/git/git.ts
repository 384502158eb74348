// git, as every part of this project runs it: with a time limit, and with nothing that a repository's own configuration
// names being run. A folder's `.git/config` is as foreign as its files.

import { spawnSync } from 'node:child_process';
import { defined } from '../../ground/defined.ts';
import { childEnvironment } from '../child-environment.ts';
import type { Environment, ExecOptions, ExecResult, Host } from '../host.ts';

/** In front of every command: no file system monitor, hooks, signature programs or pager. */
const safeOptions: readonly string[] = [
  '--no-pager',
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'log.showSignature=false'],
];

/** For commands that only look at a repository. */
const localLimit = 60_000;

export type GitOptions = {
  readonly stdin?: ExecOptions['stdin'];
  /** On top of the environment; it says for itself what git may reach. */
  readonly env?: Environment;
  /** Milliseconds; without it, 60 s. */
  readonly timeoutMs?: number;
  readonly watch?: ExecOptions['watch'];
};

/** Runs git in a folder. */
export function runGit(
  host: Host,
  folder: string,
  args: readonly string[],
  { stdin, env = {}, timeoutMs = localLimit, watch }: GitOptions = {},
): Promise<ExecResult> {
  return host.exec('git', ['-C', folder, ...safeOptions, ...args], {
    env: { ...gitVariables(host.env), ...env },
    timeoutMs,
    ...defined({ stdin, watch }),
  });
}

export type GitBytes = {
  /** Whether git ended well, in time, and within the size. */
  readonly complete: boolean;
  /** What came, cut at the size. */
  readonly bytes: Buffer;
};

/** As `runGit`, waited for, with bytes: for readers that cannot wait otherwise. Nothing is inherited but what every child gets. */
export function gitBytes(
  folder: string,
  args: readonly string[],
  options: { readonly input?: string; readonly most: number },
): GitBytes {
  const result = spawnSync('git', ['-C', folder, ...safeOptions, ...args], {
    env: childEnvironment(process.env, [], gitVariables(process.env)) as NodeJS.ProcessEnv,
    timeout: localLimit,
    killSignal: 'SIGKILL',
    maxBuffer: options.most,
    ...defined({ input: options.input }),
  });
  const complete = result.error === undefined && result.status === 0;
  return { complete, bytes: (result.stdout ?? Buffer.alloc(0)).subarray(0, options.most) };
}

/** Without the variables that lead git elsewhere or to other programs; messages in one language; nothing from the network. */
function gitVariables(own: Environment): Environment {
  const names = Object.keys(own).filter((name) => /^GIT_(?!SSL_)/.test(name));
  return {
    ...Object.fromEntries(names.map((name) => [name, undefined])),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // A partial clone would fetch what it lacks, by whatever program its configuration names.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
  };
}
