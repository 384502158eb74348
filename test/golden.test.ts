import { afterAll, describe, expect, test } from 'vitest';
import {
  actualOf,
  convertCase,
  expectedOf,
  goldenCases,
  helpOf,
  knownHelp,
  saveExpected,
  saveHelp,
} from './golden-case.ts';

const update = Boolean(process.env['UPDATE_GOLDEN']);

describe.skipIf(goldenCases().length === 0)('golden cases', () => {
  const known = knownHelp();
  const seen = new Set<string>();
  let converted = 0;

  for (const { name, folder, hasKnownGap } of goldenCases()) {
    const run = hasKnownGap ? test.fails : test;
    run(name, async () => {
      const conversion = await convertCase(folder);
      const help = helpOf(conversion);
      for (const line of help) seen.add(line);
      converted += 1;
      const actual = actualOf(conversion);
      // `npm run test:update` writes; only a person may say that a change is right.
      if (update && !hasKnownGap) saveExpected(folder, actual);
      expect(actual).toEqual(expectedOf(folder));
      if (!update)
        expect(
          help.filter((line) => !known.has(line)),
          'lines that help.txt lacks',
        ).toEqual([]);
    });
  }

  test('every help that help.txt lists is still given', ({ skip }) => {
    skip(update || converted < goldenCases().length, 'not all cases were converted');
    expect([...known].filter((line) => !seen.has(line))).toEqual([]);
  });

  afterAll(() => {
    if (update) saveHelp(converted < goldenCases().length ? [...known, ...seen] : [...seen]);
  });
});
