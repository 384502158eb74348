// How every action runs: secrets are masked before anything else, inputs are read by the interface that declares them,
// an expected failure becomes one error with its remedy, anything else is a bug of ours and says so.

import type { Failure } from '../ground/failure.ts';
import { cleanPlain, cleanSecret, yesOrNo } from '../ground/given-text.ts';
import type { Host } from '../host/host.ts';
import type {
  ActionInterface,
  InputName,
  InputRow,
  OutputName,
} from '../interfaces/action-interface.ts';
import { shownWords } from '../registry/protocol/token.ts';
import { machineFailure } from './machine-failure.ts';
import { inputVariable, maskInput } from './program-inputs.ts';

/** Values of the inputs, with their defaults; never undefined. */
export type Inputs<A extends ActionInterface> = {
  readonly [name in InputName<A>]: A['inputs'][name] extends { readonly boolean: true }
    ? boolean
    : string;
};

export type ActionContext<A extends ActionInterface> = {
  readonly host: Host;
  readonly inputs: Inputs<A>;
  readonly output: (name: OutputName<A>, value: string) => void;
};

export type ActionResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failures: readonly Failure[] };

export type ActionProgram<A extends ActionInterface> = (
  action: ActionContext<A>,
) => Promise<ActionResult>;

export const done: ActionResult = { kind: 'done' };

export function failed(...failures: readonly Failure[]): ActionResult {
  return { kind: 'failed', failures };
}

/** Runs an action and gives the exit code of the step: 0 done, 1 failed, 3 a bug of ours, 130 cancelled. */
export async function runAction<A extends ActionInterface>(
  action: A,
  program: ActionProgram<A>,
  host: Host,
): Promise<0 | 1 | 3 | 130> {
  try {
    const { inputs, failures } = readInputs(action, host);
    const result =
      failures.length > 0
        ? failed(...failures)
        : await program({ host, inputs, output: host.output });
    // What fails then fails because of that.
    if (host.cancelled()) return cancelled(host, action.title);
    if (result.kind === 'done') return 0;
    for (const failure of result.failures) show(host, action.title, failure);
    return result.failures.some(({ isBug }) => isBug === true) ? 3 : 1;
  } catch (error) {
    if (host.cancelled()) return cancelled(host, action.title);
    const failure = failureOf(error);
    show(host, action.title, failure);
    return failure.isBug === true ? 3 : 1;
  }
}

function cancelled(host: Host, title: string): 130 {
  host.error('The step was cancelled.', { title });
  return 130;
}

/** What was thrown, as a failure: of the machine, or a bug of ours. */
export function failureOf(error: unknown): Failure {
  const failure = machineFailure(error);
  if (failure !== undefined) return failure;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    message: `This is a bug in transship, not in your workflow. Report it with this text.\n${text}`,
    isBug: true,
  };
}

function show(host: Host, title: string, { message, remedy, place }: Failure): void {
  host.error(remedy === undefined ? message : `${message}\n${remedy}`, place ?? { title });
}

/** A default that is an expression has been evaluated by the runner; elsewhere it means nothing. */
function literalDefault({ default: text = '' }: InputRow): string {
  return text.startsWith('${{') ? '' : text;
}

function readInputs<A extends ActionInterface>(
  action: A,
  host: Host,
): { readonly inputs: Inputs<A>; readonly failures: readonly Failure[] } {
  const values: Record<string, string | boolean> = {};
  const failures: Failure[] = [];
  for (const [name, row] of Object.entries(action.inputs)) {
    const given = host.input(inputVariable(name)) ?? literalDefault(row);
    const text = row.secret === undefined ? cleanPlain(given) : cleanSecret(given);
    if (row.secret !== undefined) maskInput(row.secret, given, host.mask);
    if (row.required === true && text === '')
      failures.push({ message: `Input ${name} is missing: ${row.description}` });
    if (row.boolean !== true) values[name] = text;
    else {
      // An empty input is an absent one.
      const value = yesOrNo(text === '' ? literalDefault(row) : text);
      if (value === undefined) failures.push(noBoolean(name, text));
      else values[name] = value;
    }
  }
  for (const [name, instead] of Object.entries(action.foreign ?? {})) {
    if ((host.input(inputVariable(name)) ?? '').trim() !== '')
      failures.push({ message: `Input ${name} is not an input of this action: ${instead}` });
  }
  // Each name of the interface has its value here, of the type that its row says.
  return { inputs: values as Inputs<A>, failures };
}

function noBoolean(name: string, text: string): Failure {
  const shown = shownWords(text, 40);
  return {
    message: `Input ${name}: \`${shown}\` is neither true nor false.`,
    remedy: `Write \`${name}: true\` or \`${name}: false\`.`,
  };
}
