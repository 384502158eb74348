import { expect, test } from 'vitest';
import type { Repository } from '../../src/ground/repository.ts';
import { readCalls } from '../../src/machine/calls/calls.ts';
import { oldGem } from '../../src/machine/changed/old-gems.ts';

const repository = (files: Readonly<Record<string, string>>): Repository => ({
  paths: Object.keys(files).sort(),
  read: (path) => files[path],
});

const gemOf = (command: string, files: Readonly<Record<string, string>>) => {
  const of = repository(files);
  return oldGem(readCalls(command, of).calls, of)?.shown;
};

test.each([
  ['bundle install', { 'Gemfile.lock': '    mysql2 (0.4.4)\n' }, 'mysql2 0.4.4'],
  ['bundle install', { Gemfile: "gem 'mysql2', '~> 0.3.18'\n" }, 'mysql2 0.3.18'],
  ['bundle install', { 'Gemfile.lock': '    mysql2 (0.5.3)\n' }, undefined],
  ['bundle install', { Gemfile: "# gem 'mysql2', '~> 0.3.18'\ngem 'mysql2'\n" }, undefined],
  ['make', { 'Gemfile.lock': '    mysql2 (0.4.4)\n' }, undefined],
])('%s with %o', (command, files, shown) => {
  expect(gemOf(command, files)).toBe(shown);
});
