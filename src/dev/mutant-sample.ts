// A checker for Stryker, which tests whatever lies at a place: it leaves the mutants that the sample chose, and no others.

import type { Checker, CheckResult } from '@stryker-mutator/api/check';
import type { Mutant, StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';

/** The name of the checker, and of the option that lists the mutants by their key. */
export const mutantSample = 'sample';

type Placed = Pick<Mutant, 'fileName' | 'location' | 'replacement'>;

/** Equal for the same change of the same text. `fileName` may have any folder before `src/`. */
export function mutantKey({ fileName, location, replacement }: Placed): string {
  const { start, end } = location;
  const file = fileName.replaceAll('\\', '/').replace(/^.*?(?=src\/)/, '');
  return [file, start.line, start.column, end.line, end.column, replacement].join(':');
}

class SampleChecker implements Checker {
  static inject = tokens(commonTokens.options);
  readonly #chosen: ReadonlySet<string>;

  constructor(options: StrykerOptions) {
    this.#chosen = new Set(options[mutantSample] as readonly string[]);
  }

  async init(): Promise<void> {}

  async check(mutants: readonly Mutant[]): Promise<Record<string, CheckResult>> {
    const answer = (mutant: Mutant): CheckResult =>
      this.#chosen.has(mutantKey(mutant))
        ? ({ status: 'passed' } as CheckResult)
        : ({ status: 'compileError', reason: 'not in the sample' } as CheckResult);
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, answer(mutant)]));
  }

  async group(mutants: readonly Mutant[]): Promise<string[][]> {
    return [mutants.map(({ id }) => id)];
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, mutantSample, SampleChecker)];
