import { expect, test } from 'vitest';
import type { Repository } from '../../src/ground/repository.ts';
import { readCalls } from '../../src/machine/calls/calls.ts';
import { preinstalledPython } from '../../src/machine/languages/preinstalled.ts';

function lacking(commands: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const repository: Repository = {
    paths: Object.keys(files),
    read: (path) => files[path],
  };
  const calls = commands.map((text) => readCalls(text, repository).calls);
  return preinstalledPython(calls, repository).map(({ name, command }) => `${name} ${command}`);
}

test('what a command calls and nothing installs', () => {
  expect(lacking(['nosetests', 'coverage xml'])).toEqual(['nose 0', 'coverage 1']);
  expect(lacking(['sudo -E python -m pytest', 'python3 -m coverage run x.py'])).toEqual([
    'pytest 0',
    'coverage 1',
  ]);
  expect(lacking(['make lint'])).toEqual([]);
});

test('what is installed by name, by a file or with another package is not', () => {
  expect(lacking(['pip install nose==1.3', 'nosetests'])).toEqual([]);
  expect(lacking(['pip install "pytest-cov<3"', 'py.test', 'coverage xml'])).toEqual([]);
  const files = {
    'requirements/test.txt': '-r ../all.txt\n-r base.txt',
    'requirements/base.txt': 'nose',
  };
  expect(lacking(['pip3 install -r ./requirements/test.txt', 'nosetests'], files)).toEqual([]);
  expect(lacking(['pip install nose-parameterized', 'nosetests'])).toEqual(['nose 1']);
});

test('what the tests alone import comes along where tests run', () => {
  const files = { 'tests/unit/a.py': 'import os\n    from mock import patch\nimport lxmlish\n' };
  expect(lacking(['python setup.py test'], files)).toEqual(['mock undefined']);
  expect(lacking(['python build.py'], files)).toEqual([]);
});
