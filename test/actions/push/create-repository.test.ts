import { expect, test } from 'vitest';
import { createRepository } from '../../../src/actions/push/create-repository.ts';
import { answer, fakeHost } from '../../fake-host.ts';

const env = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' };
const create = async (host: string, path: string, reply: ReturnType<typeof answer>, more = {}) => {
  const fake = fakeHost({ env: { ...env, ...more }, request: () => reply });
  const problem = await createRepository(fake, { host, path, text: `${host}/${path}:1` });
  return { fake, problem, request: fake.requests[0] };
};

// Host, path, the API's address, its call, what it is told.
test.each([
  [
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    'acme/web',
    'https://api.ecr.eu-west-1.amazonaws.com/',
    'AmazonEC2ContainerRegistry_V20150921.CreateRepository',
    { repositoryName: 'acme/web', registryId: '123456789012' },
  ],
  [
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
    'web',
    'https://api.ecr.cn-north-1.amazonaws.com.cn/',
    'AmazonEC2ContainerRegistry_V20150921.CreateRepository',
    { repositoryName: 'web', registryId: '123456789012' },
  ],
  [
    'public.ecr.aws',
    'a1b2c3/acme/web',
    'https://api.ecr-public.us-east-1.amazonaws.com/',
    'SpencerFrontendService.CreateRepository',
    { repositoryName: 'acme/web' },
  ],
])('%s/%s', async (host, path, url, target, body) => {
  const { problem, request, fake } = await create(host, path, answer(200, '{}'));
  expect(problem).toBeUndefined();
  expect(request).toMatchObject({ url, method: 'POST' });
  expect(request?.headers?.['x-amz-target']).toBe(target);
  expect(request?.headers?.['authorization']).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIA\//);
  expect(JSON.parse(String(request?.body))).toEqual(body);
  expect(fake.lines.join()).toContain('notice: Created the repository');
});

const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

test('another job that was faster is no problem', async () => {
  const { problem } = await create(
    host,
    'web',
    answer(400, { __type: 'RepositoryAlreadyExistsException' }),
  );
  expect(problem).toBeUndefined();
});

test('a refusal names the permission', async () => {
  const { problem } = await create(
    host,
    'web',
    answer(400, { __type: 'AccessDeniedException', message: 'User is not authorized' }),
  );
  expect(problem?.message).toContain('AccessDeniedException (User is not authorized)');
  expect(problem?.remedy).toContain('`ecr:CreateRepository`');
});

test('only at Amazon', async () => {
  const { problem, request } = await create('reg.test', 'web', answer(200));
  expect(problem?.message).toContain('reg.test is not an Amazon ECR host');
  expect(request).toBeUndefined();
});
