// How long the output is, against conversions by hand.

import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { corpusFolder } from '../../../src/dev/corpus/repositories.ts';
import { convertCase } from '../../golden-case.ts';

const byHand = [
  ['InVisionApp+kit-deploymentizer', 111, 56],
  ['codeship-library+php-laravel-todoapp', 56, 23],
  ['Autodesk+pyccc', 75, 34],
] as const;

test.skipIf(!fs.existsSync(corpusFolder)).each(byHand)(
  '%s is at most 1.2 times as long as by hand',
  async (name, workflow, compose) => {
    const { files } = await convertCase(path.join(corpusFolder, 'codeship', name));
    const linesOf = (file: string): number =>
      (files.find((one) => one.path === file)?.content ?? '').trimEnd().split('\n').length;
    expect(linesOf('.github/workflows/codeship.yml')).toBeLessThanOrEqual(1.2 * workflow);
    expect(linesOf('compose.codeship.yml')).toBeLessThanOrEqual(1.2 * compose);
  },
);
