// What a fuzzer is: inputs that are made from a seed, and what must hold of each.

import fc from 'fast-check';

export type FuzzTarget = {
  /** The word of the command line. */
  readonly name: string;
  /** What holds of every input, as one sentence. */
  readonly holds: string;
  /** A property that throws at an input of which it does not hold. */
  readonly property: () => fc.IAsyncProperty<unknown>;
};

/** A row of the table. */
export function fuzzTarget<Input>(
  name: string,
  holds: string,
  inputs: () => fc.Arbitrary<Input>,
  check: (input: Input) => void | Promise<void>,
): FuzzTarget {
  const property = () =>
    fc.asyncProperty(inputs() as fc.Arbitrary<unknown>, async (input) => check(input as Input));
  return { name, holds, property };
}

/** Fails the run with what was found. */
export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Texts of pieces that mean something to somebody, and of anything. */
export const hostileText = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
        { weight: 1, arbitrary: fc.constantFrom(...signs) },
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join(''));

/** Signs that end something, or begin an evaluation, somewhere between a legacy file and a runner. */
const signs: readonly string[] = [
  ...[
    '${{',
    '}}',
    '{{',
    '$',
    '$(',
    '`',
    "'",
    '"',
    '\\',
    '\n',
    '\r',
    '\t',
    '\0',
    '\u001B[2J',
    '\u0085',
  ],
  ...[
    '\u2028',
    '\u202E',
    '\uFEFF',
    '\uD800',
    ': ',
    ' #',
    '- ',
    '&a',
    '*a',
    '!!',
    '<<',
    '|',
    '>',
    '%',
  ],
  ...['..', '/', '@', '=', '::', '##[', '__proto__', 'constructor', '+0x1f', '.', 'on', '~'],
];
