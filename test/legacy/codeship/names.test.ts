import { expect, test } from 'vitest';
import { fileNamePart, stepId } from '../../../src/legacy/codeship/values/names.ts';

test.each([
  ['Build the App', 'build-the-app'],
  ['build_all', 'build_all'],
  ['_x', '_x'],
  ['1. Build', 'step-1-build'],
  ['2nd', 'step-2nd'],
  ['--x--', 'x'],
  ['', 'step'],
  ['→', 'step'],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('the id of a step %j is %s', (name, id) => {
  expect(stepId(name, 'step')).toBe(id);
});

test.each([
  ['services/web', 'services-web'],
  ['a b.c_d-e', 'a-b.c_d-e'],
  ['../x', '..-x'],
])('the part of a file name for %j is %s', (folder, part) => {
  expect(fileNamePart(folder)).toBe(part);
});
