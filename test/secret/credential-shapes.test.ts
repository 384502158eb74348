import { describe, expect, it } from 'vitest';
import { credentialShapes, isNamedCredential } from '../../src/secret/credential-shapes.ts';

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

  const word = 'aB3xY9'.repeat(12);
  it.each([
    ['AWS access key', 'ASIA', 16],
    ['GitHub token', 'ghr_', 36],
    ['GitHub token', 'github_pat_', 40],
    ['GitLab token', 'glcbt-', 20],
    ['Slack token', 'xoxe-', 20],
    ['Docker Hub access token', 'dckr_oat_', 27],
    ['npm token', 'npm_', 36],
    ['PyPI token', 'pypi-', 60],
    ['Google API key', 'AIza', 35],
    ['Stripe key', 'rk_live_', 24],
    ['Stripe key', 'sk_test_', 24],
    ['Heroku key', 'HRKU-', 36],
  ])('%s alone in a text: %s', (what, start, length) => {
    const token = start + (start === 'ASIA' ? word.toUpperCase() : word).slice(0, length);
    expect(found(`use ${token}`)).toEqual([`${what}: ${token}`]);
  });

  it.each([
    [`SG.${word.slice(0, 22)}.${word.slice(0, 43)}`, 'SendGrid key'],
    [`eyJ${word.slice(0, 20)}.eyJ${word.slice(0, 20)}.${word.slice(0, 20)}`, 'JSON web token'],
  ])('%s', (token, what) => {
    expect(found(`use ${token}`)).toEqual([`${what}: ${token}`]);
  });

  it.each([
    [`https://hooks.slack.com/services/T0/B0/${word.slice(0, 24)}`, 'Slack webhook address'],
    [`curl -H 'AUTHORIZATION: Bearer ${word.slice(0, 30)}' x`, 'authorization header'],
    [`deploy --Access-Key ${word.slice(0, 20)}`, 'value of `Access-Key`'],
    [`docker login -u me -p ${word.slice(0, 20)}`, 'value of `password`'],
    [`curl -T app.war -u deploy:${word.slice(0, 12)} https://h/x`, 'password of a command'],
    [`curl -fsS --user "deploy:${word.slice(0, 12)}" https://h/x`, 'password of a command'],
    [`lftp -u deploy,${word.slice(0, 12)} ftp.acme.com -e 'mirror -R'`, 'password of a command'],
    [`sshpass -p '${word.slice(0, 12)}' scp a deploy@acme.com:`, 'password of a command'],
  ])('%s', (text, what) => {
    const all = found(text);
    expect(all).toHaveLength(1);
    expect(all[0]).toContain(what);
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

describe('what a variable named TOKEN is given', () => {
  // Each has a digit, or letters of both cases, so that its form alone decides.
  it.each([
    ['a small number', '567890567890'],
    ['a version', 'v10.20.30'],
    ['a version of two numbers', '20.30'],
    ['a version with what follows', '2.30.40-Rc5+x'],
    ['a resource of AWS', 'arn:aws:iam::567890:role/Deploy'],
    ['an address', 'https://Api9.acme.xyz/v2'],
    ['an address of another kind', 'x9+y.z-a://Q'],
    ['a scheme alone', 'a9://'],
    ['a host', 'Api9.acme.com'],
    ['a host of several names', 'Api9.eu-west.acme.io'],
    ['a host with a port', 'Api9.acme.org:8080'],
    ['a host with a path', 'Api9.acme.net/v2/x'],
    ['a host of a network', 'Api9.internal'],
    ['an address of mail', 'Bot9@acme.xyz'],
    ['an address of mail with marks', 'a.Bot+x-9@mail.acme.xyz'],
    ['a call', 'config.get9("x", 1)'],
    ['the begin of a call', 'config-9.Get('],
    ['an image', 'acme/App9:1.2.3'],
    ['an image of a registry', 'acme/team.x/App9:v1_2-3'],
  ])('%s is not a credential: %s', (_, value) => {
    expect(isNamedCredential('TOKEN', value)).toBe(false);
  });
  it.each([
    ...['5678905678905', 'v10x20x30', '20.x30', '9https://Q8w', 'Q8w.e7r.T6y', 'Q8w.community9'],
    ...['Q8wcom', 'Q8w@e7r', 'Q8w@e7r.', 'Q8w.E7r', 'Q8w.7e(', 'Q8w/E7r', 'Q8w:E7r', 'Q8w/e7r:'],
    ...['Q8w/:E7r', 'Q8w E7r.com', 'Q8w.com-E7r', 'x Q8w.e()', 'config.get9("x")Q8w', 'a/B9:c d'],
    ...['!a9@b.Cd', 'a9@b.c!', 'ab/C9:d!'],
  ])('may be a credential: %s', (value) => {
    expect(isNamedCredential('TOKEN', value)).toBe(true);
  });
});

it('does not take the next line for the value of a name without one', () => {
  expect(credentialShapes('DB_PASSWORD=\n\nBROADCAST_Driver9=q8wE7rT6y\n')).toEqual([]);
  expect(credentialShapes('  token:\n    Q8wE7rT6yU5i\n')).toEqual([]);
});

it('is linear, also on hostile text', () => {
  // Counts of characters, not of seconds: a pattern that goes back over them would not end at all.
  expect(credentialShapes(`TOKEN${'_TOKEN'.repeat(50_000)}`)).toEqual([]);
  expect(credentialShapes('-----BEGIN PRIVATE KEY-----'.repeat(2_000)).length).toBeGreaterThan(0);
});
