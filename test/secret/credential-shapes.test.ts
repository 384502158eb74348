import { describe, expect, it } from 'vitest';
import { credentialShapes } from '../../src/secret/credential-shapes.ts';

const found = (text: string): string[] =>
  credentialShapes(text).map(({ start, end, what }) => `${what}: ${text.slice(start, end)}`);

// Put together here, so that no scanner takes the test for a leak.
const github = `ghp_${'aB3'.repeat(12)}`;
const aws = `AKIA${'IOSFODNN7EXAMPL2'}`;

describe('what looks like a credential', () => {
  it.each([
    [`env: TOKEN=${github}`, `GitHub token: ${github}`],
    [`key ${aws} here`, `AWS access key: ${aws}`],
    ['URL=postgres://app:s3cr3tpw@db/x', 'password in an address: s3cr3tpw'],
    ['  DB_PASSWORD: hunter2hunter', 'value of `DB_PASSWORD`: hunter2hunter'],
    ['export API_KEY="9f8a7b6c5d4e"', 'value of `API_KEY`: 9f8a7b6c5d4e'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('a private key of many lines, whole', () => {
    const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----';
    expect(found(`a\n${key}\nb`)).toEqual([`private key: ${key}`]);
  });
});

describe('what is none', () => {
  it.each([
    'PASSWORD=$DB_PASSWORD',
    'password: ""',
    'POSTGRES_PASSWORD: postgres123',
    'TOKEN=changeme',
    'encrypted_dockercfg_path: dockercfg.encrypted',
    'AUTH_FILE=./auth.json',
    'secure: AbCd==',
    'image: quay.io/acme/app:1.2.3',
    'url: https://example.com:8080/path',
    'git@github.com:acme/app.git',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('is linear, also on hostile text', () => {
  // Counts of characters, not of seconds: a pattern that goes back over them would not end at all.
  expect(credentialShapes(`TOKEN${'_TOKEN'.repeat(50_000)}`)).toEqual([]);
  expect(credentialShapes('-----BEGIN PRIVATE KEY-----'.repeat(2_000)).length).toBeGreaterThan(0);
});
