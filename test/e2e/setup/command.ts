import { spawn } from 'node:child_process';

export type CommandOptions = {
  /** The whole environment; without it, this process's own. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly input?: string;
  /** Milliseconds after which the command is killed and the call fails. 100 000 unless told. */
  readonly timeout?: number;
  /** `false`: an exit code other than 0 is a result; otherwise it is thrown, with the output. */
  readonly check?: boolean;
};

export type CommandResult = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, in the order of arrival. */
  readonly output: string;
};

/** Runs a program to its end, without a shell. A program ended by a signal has the code 128. */
export const run = (
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const parts = { stdout: '', stderr: '', output: '' };
    const take = (stream: 'stdout' | 'stderr') => (chunk: string) => {
      parts[stream] += chunk;
      parts.output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', take('stdout'));
    child.stderr.setEncoding('utf8').on('data', take('stderr'));
    const line = [program, ...args].join(' ');
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${line}: not done in time\n${parts.output}`));
    }, options.timeout ?? 100_000);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (exit) => {
      clearTimeout(timer);
      const code = exit ?? 128;
      if (code !== 0 && options.check !== false) {
        reject(new Error(`${line}: exit ${code}\n${parts.output}`));
      } else resolve({ code, ...parts });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
