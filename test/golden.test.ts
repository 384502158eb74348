import { describe, expect, test } from 'vitest';
import { actualOf, convertCase, expectedOf, goldenCases, saveExpected } from './golden-case.ts';

describe.skipIf(goldenCases().length === 0)('golden cases', () => {
  for (const { name, folder, hasKnownGap } of goldenCases()) {
    const run = hasKnownGap ? test.fails : test;
    run(name, async () => {
      const actual = actualOf(await convertCase(folder));
      // `npm run test:update` writes; only a person may say that a change is right.
      if (process.env['UPDATE_GOLDEN'] && !hasKnownGap) saveExpected(folder, actual);
      expect(actual).toEqual(expectedOf(folder));
    });
  }
});
