import { expect, test } from 'vitest';
import { type ActionContext, done, failed, runAction } from '../../src/actions/program.ts';
import { inputVariable, isPublicName } from '../../src/actions/program-inputs.ts';
import type { ActionInterface } from '../../src/interfaces/action-interface.ts';
import { fakeHost } from '../fake-host.ts';

const action = {
  name: 'sample',
  title: 'sample',
  icon: 'box',
  description: 'A sample.',
  inputs: {
    image_name: { description: 'What it is.', required: true },
    'on-missing': { description: 'What then.', default: 'fail' },
    password: { description: 'A secret.', secret: true },
    credentials: { description: 'Several secrets.', secret: 'pairs' },
    pull: { description: 'Whether.', default: 'true', boolean: true },
  },
  outputs: { digest: { description: 'A digest.' } },
} as const satisfies ActionInterface;

test('inputs come by variables that every sh passes on', () => {
  expect(inputVariable('on-missing')).toBe('INPUT_ON_MISSING');
  expect(inputVariable('image_name')).toBe('INPUT_IMAGE_NAME');
});

test('inputs are trimmed, defaults are filled in, secrets are masked before the program runs', async () => {
  const host = fakeHost({
    env: {
      INPUT_IMAGE_NAME: ' app ',
      INPUT_PASSWORD: ' hunter2\n',
      INPUT_CREDENTIALS: 'A_INTEGRATION_URL=reg.example\nA_INTEGRATION_PASSWORD=s3cret',
    },
  });
  let seen: unknown;
  const code = await runAction(
    action,
    async ({ inputs, output, host: given }: ActionContext<typeof action>) => {
      seen = inputs;
      given.log('password hunter2 and s3cret of reg.example');
      output('digest', 'sha256:1');
      return done;
    },
    host,
  );
  expect(code).toBe(0);
  expect(seen).toMatchObject({ image_name: 'app', 'on-missing': 'fail', password: ' hunter2' });
  expect(host.lines).toEqual(['password *** and *** of reg.example']);
  expect(host.outputs.get('digest')).toBe('sha256:1');
});

test.each([
  ['true', true],
  ['YES', true],
  ['on', true],
  ['False', false],
  ['no', false],
  ['0', false],
  ['', true],
])('the boolean %j', async (text, value) => {
  const host = fakeHost({ env: { INPUT_IMAGE_NAME: 'app', INPUT_PULL: text } });
  let seen: unknown;
  const code = await runAction(
    action,
    async ({ inputs }: ActionContext<typeof action>) => {
      seen = inputs.pull;
      return done;
    },
    host,
  );
  expect([code, seen]).toEqual([0, value]);
});

test('a boolean that is none fails before the program runs', async () => {
  const host = fakeHost({ env: { INPUT_IMAGE_NAME: 'app', INPUT_PULL: 'maybe' } });
  expect(await runAction(action, async () => Promise.reject(new Error('not reached')), host)).toBe(
    1,
  );
  expect(host.lines).toEqual([
    'error: Input pull: `maybe` is neither true nor false.\nWrite `pull: true` or `pull: false`.',
  ]);
});

test('an expected failure is one error each with its remedy, and exit code 1', async () => {
  const host = fakeHost({ env: { INPUT_IMAGE_NAME: 'app' } });
  const code = await runAction(
    action,
    async () => failed({ message: 'A is wrong.', remedy: 'Do B.' }, { message: 'C is wrong.' }),
    host,
  );
  expect(code).toBe(1);
  expect(host.lines).toEqual(['error: A is wrong.\nDo B.', 'error: C is wrong.']);
});

test('a missing required input fails before the program runs', async () => {
  const host = fakeHost();
  const code = await runAction(action, async () => Promise.reject(new Error('not reached')), host);
  expect(code).toBe(1);
  expect(host.lines).toEqual(['error: Input image_name is missing: What it is.']);
});

test('an exception is a bug of ours', async () => {
  const host = fakeHost({ env: { INPUT_IMAGE_NAME: 'app' } });
  const code = await runAction(action, async () => Promise.reject(new Error('boom')), host);
  expect(code).toBe(3);
  expect(host.lines[0]).toMatch(/^error: This is a bug in transship.*\nError: boom/s);
});

test('a full disk is nobody’s bug', async () => {
  const host = fakeHost({ env: { INPUT_IMAGE_NAME: 'app' } });
  const full = Object.assign(new Error('ENOSPC: no space left'), {
    code: 'ENOSPC',
    path: '/temp/x',
  });
  expect(await runAction(action, async () => Promise.reject(full), host)).toBe(1);
  expect(host.lines).toEqual([
    'error: There is no space left on the disk: /temp/x (ENOSPC).\nFree up space before this step, or use a larger runner.',
  ]);
});

test('names that say that their value is not a secret', () => {
  for (const name of ['A_INTEGRATION_URL', 'AWS_REGION', 'DOCKER_USERNAME', 'X_EMAIL']) {
    expect(isPublicName(name), name).toBe(true);
  }
  for (const name of [
    'A_INTEGRATION_PASSWORD',
    'AWS_SECRET_ACCESS_KEY',
    'URL_TOKEN',
    'GOOGLE_AUTH_JSON',
  ]) {
    expect(isPublicName(name), name).toBe(false);
  }
});

test('an input of another action is refused with what to write here', async () => {
  const host = fakeHost({ env: { INPUT_IMAGE_NAME: 'app', INPUT_TAGS: 'a/b:1' } });
  const foreign = {
    ...action,
    foreign: { tags: 'write `image_name`.', file: 'write `dockerfile`.' },
  };
  const code = await runAction(foreign, async () => done, host);
  expect(code).toBe(1);
  expect(host.lines).toEqual([
    'error: Input tags is not an input of this action: write `image_name`.',
  ]);
});
