import { describe, expect, test } from 'vitest';
import { vendorMessages, vendorMessagesIn } from '../../src/diagnostic/vendor-messages.ts';
import { run } from './run.ts';

test.each([
  "Failed to parse dockercfg: invalid character '_' after top-level value",
  'Failed to parse .dockercfg: invalid character',
  "invalid character 'x' looking for beginning of value",
  'jet: no key',
  'No AES key provided',
  'docker: no decryptor available',
  '2018-05-01 checksum for decrypted data is invalid, corrupt AES key or data',
  'One or more build-args [FOO] were not consumed, failing build.',
  'no basic auth credentials',
  'Bad YML data in build.ci. Only strings allowed',
  'Integration name specified in yml does not match integrations present in Subscription settings: my-hub',
  'Invalid integration quay specified for integration type: generic',
])('a line of an old log is explained: %s', async (line) => {
  const { code, stdout } = await run(['explain', line]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\(message of (?:CodeShip|Shippable)\)\n\n {2}\S.*\n {2}\S/);
});

test('every message fits its own text once, and nothing fits an ordinary word', () => {
  for (const row of vendorMessages) expect(vendorMessagesIn(row.text)).toEqual([row]);
  expect(vendorMessagesIn('error')).toEqual([]);
});

test('what nobody printed is wrong usage', async () => {
  expect(await run(['explain', 'everything is fine'])).toMatchObject({ code: 2 });
});

describe('what people find in their files', () => {
  test.each([
    ['build.ci', 'runtime.build.ci (shippable.yml; translated)'],
    ['IS_PULL_REQUEST', 'IS_PULL_REQUEST (predefined variable of Shippable)'],
    ['IS_PULL_REQUEST', "IS_PULL_REQUEST: ${{ github.event_name == 'pull_request' }}"],
    ['$CI_BRANCH', 'CI_BRANCH (predefined variable of CodeShip)'],
    ['${CI_COMMIT_DESCRIPTION}', 'The action `prepare` computes it'],
    ['CI_NAME', 'CI_NAME: codeship'],
    ['CI', 'GitHub sets it too'],
  ])('%s', async (word, text) => {
    const { code, stdout } = await run(['explain', word]);
    expect(code).toBe(0);
    expect(stdout).toContain(text);
  });

  test('a misspelt variable', async () => {
    const { stderr } = await run(['explain', 'IS_PULL_REQEST']);
    expect(stderr).toContain('did you mean `IS_PULL_REQUEST`?');
  });
});
