import { type ChildProcess, spawn } from 'node:child_process';

/** A program that runs until it is stopped. */
export type Service = {
  /** All that it has printed so far. */
  readonly log: () => string;
  /** Ends it and waits for its end. */
  readonly stop: () => Promise<void>;
};

export type ServiceOptions = {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What it prints when it is ready; its groups are given to the caller. */
  readonly ready: RegExp;
};

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });

// A test run that is cut short must leave no server behind.
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a program and waits, at most 20 s, until it says that it is ready. */
export const startService = async (
  program: string,
  args: readonly string[],
  options: ServiceOptions,
): Promise<Service & { readonly match: RegExpExecArray }> => {
  const child = spawn(program, [...args], {
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  let log = '';
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const fail = (why: string) => {
      child.kill('SIGKILL');
      reject(new Error(`${program} ${why}\n${log}`));
    };
    const timer = setTimeout(() => fail('is not ready in time'), 20_000);
    const look = (chunk: string) => {
      log += chunk;
      const found = options.ready.exec(log);
      if (found !== null) {
        clearTimeout(timer);
        resolve(found);
      }
    };
    child.stdout.setEncoding('utf8').on('data', look);
    child.stderr.setEncoding('utf8').on('data', look);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code} before it was ready`);
    });
  });
  return { match, log: () => log, stop: () => end(child) };
};
