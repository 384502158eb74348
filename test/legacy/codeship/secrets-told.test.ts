// The secrets that a project needs, and what its sealed files are taken to hold.

import { expect, test } from 'vitest';
import { convertTexts, type Texts } from './project.ts';

async function told(services: string, step: string, files: Texts = {}, service = 'app') {
  const { secrets, diagnostics } = await convertTexts({
    'codeship-services.yml': services,
    'codeship-steps.yml': `- { service: "${service}", ${step} }\n`,
    'sealed.encrypted': 'c2VhbGVk\n',
    ...files,
  });
  const [way] = diagnostics.flatMap(({ code, message }) =>
    code === 'secret-ways' ? [message] : [],
  );
  const [, file] = /^`(.*?)` is encrypted/.exec(way ?? '') ?? [];
  const [, names = ''] = /as far as the repository tells: ([^;]*)/.exec(way ?? '') ?? [];
  return {
    secrets: secrets.map(({ name }) => name),
    file,
    names: [...names.matchAll(/`(\w+)`/g)].map((match) => match[1]),
  };
}

const key = ['CODESHIP_AES_KEY'];
const hub = ['DOCKERHUB_USERNAME', 'DOCKERHUB_PASSWORD'];
const quay = ['QUAY_IO_USERNAME', 'QUAY_IO_PASSWORD'];

test.each([
  ['acme/app', hub],
  ['quay.io/acme/app', quay],
  // Nobody logs in there, so the credentials are for somewhere else.
  ['localhost:5000/app', hub],
  ['127.0.0.1:5000/app', hub],
])('credentials of a push to %s', async (name, names) => {
  const step = `type: push, image_name: "${name}", encrypted_dockercfg_path: sealed.encrypted`;
  const file = 'sealed.encrypted';
  expect(await told('app: { image: busybox }\n', step)).toEqual({ secrets: key, file, names });
});

test('what anybody may pull is not what the credentials of a push are for', async () => {
  const services = 'app: { image: quay.io/acme/app, depends_on: [db, local] }\n';
  const others = 'db: { image: postgres }\nlocal: { image: "localhost:5000/x" }\n';
  const step =
    'type: push, image_name: quay.io/acme/app, encrypted_dockercfg_path: sealed.encrypted';
  expect((await told(services + others, step)).names).toEqual(quay);
});

test.each([
  ['app', 'app.arguments'],
  ['..app', 'app.arguments'],
  ['-.app', 'app.arguments'],
  ['app.-b', 'app.-b.arguments'],
])('the sealed arguments of the service %s', async (service, file) => {
  expect(
    await told(
      `"${service}": { build: { context: ., encrypted_args: c2VhbGVk } }\n`,
      'command: make',
      { Dockerfile: 'FROM busybox\nARG TOKEN\n' },
      service,
    ),
  ).toEqual({ secrets: key, file, names: ['TOKEN'] });
});

test('a sealed file of variables', async () => {
  const services = 'app: { image: busybox, encrypted_env_file: sealed.encrypted }\n';
  expect(await told(services, 'command: "sh -c \'deploy $TOKEN\'"')).toEqual({
    secrets: key,
    file: 'sealed.encrypted',
    names: ['TOKEN'],
  });
});

test('nothing sealed', async () => {
  expect(await told('app: { image: busybox }\n', 'command: make')).toEqual({
    secrets: [],
    file: undefined,
    names: [],
  });
});
