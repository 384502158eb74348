import { describe, expect, test } from 'vitest';
import {
  audienceRefusal,
  dockerHubAudience,
  ecrAudience,
  googleAudience,
  issuedLogin,
  jobTokenAudience,
  quayAudience,
} from '../../src/registry/vendors/audience.ts';

const job = jobTokenAudience({ GITHUB_SERVER_URL: 'https://github.com' });
const server = jobTokenAudience({ GITHUB_SERVER_URL: 'https://ghe.acme.test' });
const quay = quayAudience({ host: 'quay.acme.test', realms: ['QUAY.acme.test', 'auth.acme.test'] });

describe('a token that somebody issued goes to whom it is for', () => {
  test.each([
    [job, 'ghcr.io'],
    [job, 'docker.pkg.github.com'],
    [server, 'containers.ghe.acme.test'],
    [server, 'docker.ghe.acme.test'],
    [dockerHubAudience, 'docker.io'],
    [dockerHubAudience, 'dhi.io'],
    [quay, 'quay.io'],
    [quay, 'quay.acme.test'],
    [googleAudience, 'gcr.io'],
    [googleAudience, 'europe-docker.pkg.dev'],
    [ecrAudience(undefined), '123456789012.dkr.ecr.eu-west-1.amazonaws.com'],
    [ecrAudience('http://aws.test:4566'), 'aws.test:4510'],
    [ecrAudience('http://aws.test:4566'), '123.aws.test'],
  ])('$what: %s', (audience, host) => {
    expect(audienceRefusal(audience, { host })).toBe(undefined);
  });

  test.each([
    [job, 'docker.io', 'The token of the job is for ghcr.io.'],
    [job, 'xghcr.io', 'ghcr.io'],
    [server, 'ghcr.io', 'containers.ghe.acme.test'],
    [jobTokenAudience({}), 'evil.test', 'The token of the job'],
    [dockerHubAudience, 'quay.io', 'The token that Docker Hub gives this job is for Docker Hub.'],
    [quay, 'auth.acme.test', 'quay.io, and for a Quay of your own'],
    [quayAudience({ host: 'quay.acme.test' }), 'quay.acme.test', 'the host that `realm` names'],
    [googleAudience, 'gcr.io.evil.test', 'Google'],
    [ecrAudience(undefined), 'aws.test', 'the registries of Amazon'],
    [ecrAudience('no address'), 'aws.test', 'the registries of Amazon'],
    [ecrAudience('http://aws.test:4566'), 'xaws.test', 'the registries of Amazon'],
  ])('$what: not to %s', (audience, host, message) => {
    const refusal = audienceRefusal(audience, { host });
    expect(refusal?.failure.message).toContain(message);
    expect(refusal?.failure.message).toContain(`It is not sent to ${host}.`);
    expect(refusal?.failure).toMatchObject({ kind: 'wrong', host });
  });
});

test.each([
  [job, 'The token of the job', 'ghcr.io'],
  [server, 'The token of the job', 'containers.ghe.acme.test'],
  [jobTokenAudience({}), 'The token of the job', 'ghcr.io'],
  [dockerHubAudience, 'The token that Docker Hub gives this job', 'Docker Hub'],
  [googleAudience, 'The token that Google gives this job', 'gcr.io and pkg.dev'],
  [
    quay,
    'The identity token of the job',
    'quay.io, and for a Quay of your own the host that `realm` names',
  ],
  [ecrAudience(undefined), 'The token that Amazon gives this job', 'the registries of Amazon'],
])('a refusal of $what is said in words', (audience, what, hosts) => {
  expect(audienceRefusal(audience, { host: 'evil.test' })).toEqual({
    ok: false,
    failure: {
      kind: 'wrong',
      message: `${what} is for ${hosts}. It is not sent to evil.test.`,
      remedy: 'Give evil.test a user name and a password or token of its own, in a separate login.',
      host: 'evil.test',
    },
  });
});

test('a server that is no address has no registry', () => {
  const none = jobTokenAudience({ GITHUB_SERVER_URL: 'no address' });
  expect(none.covers('containers.')).toBe(false);
  expect(none.covers('ghcr.io')).toBe(false);
});

test('and never without TLS, but to this machine', () => {
  const audience = ecrAudience('http://aws.test:4566');
  expect(
    audienceRefusal(audience, { host: 'aws.test', scheme: 'http' })?.failure.message,
  ).toContain('It is not sent to http://aws.test.');
  const own = ecrAudience('http://localhost:4566');
  expect(audienceRefusal(own, { host: 'localhost:4510', scheme: 'http' })).toBe(undefined);
});

test('a login has no other token server than its own', () => {
  const issued = {
    kind: 'issued',
    username: 'u',
    token: 't',
    audience: dockerHubAudience,
  } as const;
  expect(issuedLogin({ host: 'docker.io', realms: ['evil.test'] }, issued, 'acme')).toEqual({
    ok: true,
    value: {
      address: { host: 'docker.io' },
      credential: { kind: 'password', username: 'u', password: 't' },
      account: 'acme',
    },
  });
  expect(issuedLogin({ host: 'evil.test' }, issued, 'acme').ok).toBe(false);
});

test('the words of an audience that is made here', () => {
  const words = ({ what, hosts }: ReturnType<typeof ecrAudience>) => `${what} is for ${hosts}`;
  expect(words(ecrAudience(undefined))).toBe(
    'The token that Amazon gives this job is for the registries of Amazon',
  );
  expect(words(jobTokenAudience({}))).toBe('The token of the job is for ghcr.io');
  expect(words(quayAudience({ host: 'quay.io' }))).toBe(
    'The identity token of the job is for quay.io, and for a Quay of your own the host that `realm` names',
  );
});
