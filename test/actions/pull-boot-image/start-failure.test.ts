import { expect, test } from 'vitest';
import { isExplained, startFailure } from '../../../src/actions/pull-boot-image/start-failure.ts';

const image = { id: 'x', config: {}, os: 'linux', architecture: 'amd64', digest: undefined };

test.each([
  [
    'image with reference app:1 was found but does not match the specified platform: wanted linux/arm64, actual: linux/amd64',
    'app:1 on this machine is only for linux/amd64.',
    '`pull: true`',
  ],
  ['network shop not found', 'does not exist', 'docker network create'],
  ['exec: "sh": executable file not found in $PATH', 'has no shell', 'with a shell'],
])('%s', (reason, message, remedy) => {
  const failure = startFailure(reason, 'app:1', image);
  expect(failure.message).toContain(message);
  expect(failure.message).toContain(reason);
  expect(failure.remedy).toContain(remedy);
  expect(isExplained(reason)).toBe(true);
});

test('what nobody has met before is shown as it is', () => {
  expect(startFailure('odd', 'app:1', image)).toEqual({
    message: 'The container of app:1 did not start.\nodd',
  });
});
