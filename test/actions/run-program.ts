// Runs the program of an action in a fake host, with inputs as the runner hands them on.

import { type ActionProgram, runAction } from '../../src/actions/program.ts';
import { inputVariable } from '../../src/actions/program-inputs.ts';
import type { ActionInterface } from '../../src/interfaces/action-interface.ts';
import { type FakeHost, type FakeHostOptions, fakeHost } from '../fake-host.ts';

export type ProgramRun = {
  readonly code: number;
  readonly host: FakeHost;
  readonly outputs: Readonly<Record<string, string>>;
};

export async function runProgram<A extends ActionInterface>(
  action: A,
  program: ActionProgram<A>,
  inputs: Readonly<Record<string, string>>,
  options: FakeHostOptions & { readonly started?: (host: FakeHost) => void } = {},
): Promise<ProgramRun> {
  const env: Record<string, string | undefined> = { HOME: '/home/ci', ...options.env };
  for (const [name, value] of Object.entries(inputs)) env[inputVariable(name)] = value;
  const host = fakeHost({ ...options, env });
  options.started?.(host);
  const code = await runAction(action, program, host);
  return { code, host, outputs: Object.fromEntries(host.outputs) };
}
