import { expect, test } from 'vitest';
import {
  namesInRepository,
  placeInRepository,
} from '../../../src/legacy/shippable/environment/scan.ts';

const repositoryOf = (files: Readonly<Record<string, string>>) => ({
  paths: Object.keys(files),
  read: (path: string) => files[path],
});
const names = ['BUILD_NUMBER', 'BRANCH'];

test.each([
  ['a shell script', 'ci/run.sh', 'echo "$BUILD_NUMBER"'],
  ['a script without an extension', 'bin/ci', '#!/usr/bin/env bash\necho "${BUILD_NUMBER}"'],
  ['one of the root', 'release', "#!/usr/bin/ruby\nputs ENV['BUILD_NUMBER']"],
  ['a Makefile', 'Makefile', 'all:\n\techo $(BUILD_NUMBER)'],
])('%s is looked through', (_what, path, text) => {
  const repository = repositoryOf({ [path]: text });
  expect([...namesInRepository(names, repository)]).toEqual(['BUILD_NUMBER']);
  const place = placeInRepository('BUILD_NUMBER', repository);
  expect(place?.file.path).toBe(path);
  expect(place?.file.text.slice(place.start, place.end)).toContain('BUILD_NUMBER');
});

test.each([
  ['text without an interpreter', 'LICENSE', 'use $BUILD_NUMBER'],
  ['the legacy file', 'shippable.yml', 'echo $BUILD_NUMBER'],
  ['a document', 'README.md', 'use $BUILD_NUMBER'],
])('%s is not', (_what, path, text) => {
  const repository = repositoryOf({ [path]: text });
  expect(namesInRepository(names, repository).size).toBe(0);
  expect(placeInRepository('BUILD_NUMBER', repository)).toBeUndefined();
});
