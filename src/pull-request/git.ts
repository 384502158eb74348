// git as a program, alone with one folder, one server and one token: nothing of the machine's own configuration adds hooks,
// credentials or filters, and the token is in no argument and no file.

import { backOff, secondsText } from '../ground/back-off.ts';
import { defined } from '../ground/defined.ts';
import { runGit } from '../host/git/git.ts';
import { serverEnvironment } from '../host/git/git-server.ts';
import type { Environment, Host } from '../host/host.ts';
import { type Answer, answer, noAnswer } from './answer.ts';
import { gitRefusal, isWorthRetrying } from './git-failure.ts';

export type Git = {
  /** Its standard output; a failure is explained. */
  readonly run: (args: readonly string[], options?: GitOptions) => Promise<Answer<string>>;
  /** As `run`, for commands that talk to the server: tried again where the network or the server fails. */
  readonly remote: (args: readonly string[]) => Promise<Answer<string>>;
};

type GitOptions = { readonly stdin?: string; readonly env?: Environment };

export type GitServer = {
  /** `https://github.com`, without a slash at the end. */
  readonly url: string;
  readonly token: string;
  /** `OWNER/NAME`, for messages. */
  readonly repository: string;
  /** What the token is wanted for, for messages. */
  readonly branch: string;
  /** File with the certificates of all authorities to trust; without it, those of the machine. */
  readonly authorities?: string;
};

const tries = 3;
const delays = { first: 2000, longest: 30_000 };
const remoteTimeout = 15 * 60_000;
const localTimeout = 5 * 60_000;

/** git 2.31 is the first that takes its configuration from the environment. */
const oldest = [2, 31] as const;

export async function gitIn(host: Host, folder: string, server: GitServer): Promise<Answer<Git>> {
  const env = serverEnvironment(host, server);
  const run = async (args: readonly string[], options: GitOptions, timeoutMs = localTimeout) =>
    runGit(host, folder, args, {
      timeoutMs,
      env: { ...env, ...options.env },
      ...defined({ stdin: options.stdin }),
    });
  const version = await run(['version'], {});
  if (version.kind === 'not-found') {
    return noAnswer('There is no git on this machine.', 'Install git 2.31 or newer on the runner.');
  }
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version.stdout) ?? []).slice(1).map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    return noAnswer(
      `The git of this machine is too old (${version.stdout.trim()}).`,
      'Install git 2.31 or newer on the runner.',
    );
  }

  const once = async (args: readonly string[], options: GitOptions, timeoutMs?: number) => {
    const result = await run(args, options, timeoutMs);
    if (result.kind === 'not-found') throw new Error('git is gone');
    return result;
  };
  return answer({
    run: async (args, options = {}) => {
      const { exitCode, stdout, stderr, timedOut } = await once(args, options);
      if (exitCode === 0) return answer(stdout);
      const late = `\nfatal: not done within ${localTimeout / 60_000} minutes`;
      return gitRefusal(timedOut ? stderr + late : stderr, server);
    },
    remote: async (args) => {
      for (let attempt = 1; ; attempt++) {
        const { exitCode, stdout, stderr, timedOut } = await once(args, {}, remoteTimeout);
        if (exitCode === 0) return answer(stdout);
        const said = timedOut
          ? `${stderr}\nfatal: not done within ${remoteTimeout / 60_000} minutes`
          : stderr;
        if (timedOut || attempt === tries || !isWorthRetrying(said))
          return gitRefusal(said, server);
        const wait = backOff(delays, attempt, host.random());
        host.log(`git ${args[0]}: ${lastLine(said)}; trying again in ${secondsText(wait)}`);
        await host.sleep(wait);
      }
    },
  });
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';
