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

describe('what a variable named TOKEN is given, by its signs', () => {
  it.each([
    ['four signs again and again', 'a1b2'.repeat(4)],
    ['few signs in either case', 'aAbB1'.repeat(4)],
    ['few signs with marks between', 'a1-b1_a1+b1=a1.b1'],
    ['two signs in a short text', 'a1a1a1a1'],
    ['small letters alone', 'zxvbnmklp'],
    ['capitals alone', 'ZXVBNMKLP'],
    ['an absolute path', '/Run9/Secrets'],
    ['a hidden path', '.Run9/Secrets'],
    ['a path at home', '~Run9/Secrets'],
    ['a key file', 'Deploy9+x.pem'],
    ['a YAML file', 'Deploy9+x.yml'],
    ['a YAML file in full', 'Deploy9+x.yaml'],
    ['a sealed file', 'Deploy9+x.enc'],
    ['a sealed file in full', 'Deploy9+x.encrypted'],
    ['a placeholder', 'Replace_me9'],
  ])('%s is not a credential: %s', (_what, value) => {
    expect(isNamedCredential('TOKEN', value)).toBe(false);
  });

  it.each([
    ['five signs', 'a1b2c'.repeat(5)],
    ['three signs in a short text', 'a1b1a1b1'],
    ['letters of both cases', 'zxvbnmKLP'],
    ['small letters and a digit', 'zxvbnmkl9'],
    ['a point within', 'zx9.pemvb+n'],
    ['the name of an ending', 'zx9+pem'],
  ])('%s may be one: %s', (_what, value) => {
    expect(isNamedCredential('TOKEN', value)).toBe(true);
  });

  it('is not a credential under a name of something else', () => {
    expect(isNamedCredential('TOKEN', 'zxvbnmkl9')).toBe(true);
    expect(isNamedCredential('TOKEN_TTL', 'zxvbnmkl9')).toBe(false);
  });
});

describe('samples of a vendor’s tokens', () => {
  const key = (body: string): string =>
    `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----`;
  const start = 'glpat-'; // Put together here, as above.

  it.each([
    ['of the documents', `AKIA${'IOSFODNN7EXAMPLE'}`],
    ['of six `x`', `${start}xxXXxx9aB3y9aB3yQ9w2`],
    ['of one sign', start + 'a'.repeat(20)],
    ['that says what it is', `npm_Dummy${'aB3y9'.repeat(6)}z`],
    ['of stars', key('****')],
    ['of points', key('MII....')],
    ['of a placeholder', key('<the key>')],
  ])('a token %s is none', (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['a few `x`', `${start}xxx9aB3y9aB3yQ9w2e7R`],
    ['a sign nine times', `${start}aaaaaaaaa9B3yQ9w2e7R`],
    ['two equal signs', `${start}aab9B3yQ9w2e7RxT6u5I`],
    ['a star in a key', key('MII*C')],
    ['points in a key', key('MII.C..D')],
    ['nothing between the lines of a key', '-----BEGIN PRIVATE KEY----------END PRIVATE KEY-----'],
  ])('%s may be one', (_what, text) => {
    expect(found(text)).toHaveLength(1);
  });
});

describe('a password in an address', () => {
  const address = (password: string, host = 'db.acme.com'): string =>
    `URL=postgres://app:${password}@${host}/x`;

  it.each([
    ['a word', address('hunter')],
    ['a word of ten letters', address('correcthor')],
    ['a placeholder', address('changeme9x')],
    ['two signs again and again', address('z9z9z9z9')],
    ['for the machine itself', address('s3cr3tpw', 'localhost:5432')],
    ['for the machine by its number', address('s3cr3tpw', '127.0.0.1')],
    ['for all its numbers', address('s3cr3tpw', '0.0.0.0')],
    ['for the machine by its number of IPv6', address('s3cr3tpw', '[::1]:5432')],
    ['for that number in full', address('s3cr3tpw', '[0:0:0:0:0:0:0:1]')],
    ['for the number of both', address('s3cr3tpw', '[::ffff:127.0.0.1]')],
    ['for the first of several', address('s3cr3tpw', 'localhost:27017,localhost:27018')],
    ['for the machine around a container', address('s3cr3tpw', 'host.docker.internal')],
  ])('%s is one of a test: %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['eleven letters', 'correcthors', 'db.acme.com'],
    ['a word with a digit in front', '9hunter', 'db.acme.com'],
    ['a word with a digit behind', 'hunter9', 'db.acme.com'],
    ['a host that has the machine’s name in it', 's3cr3tpw', 'db.localhost.acme.com'],
    ['a host that begins with the machine’s name', 's3cr3tpw', 'localhost.acme.com'],
    ['another number of IPv6', 's3cr3tpw', '[2001:db8::1]'],
    ['a name of a network', 's3cr3tpw', 'artifactory'],
    ['a host with numbers in it', 's3cr3tpw', 'db-127.acme.com'],
    ['no host', 's3cr3tpw', ''],
  ])('%s may be one', (_what, password, host) => {
    expect(found(address(password, host))).toEqual([`password in an address: ${password}`]);
  });

  it('is found at its own place, where the user has the same name', () => {
    const [shape] = credentialShapes('ftp://hunter22:hunter22@db.acme.com');
    expect(shape).toMatchObject({ start: 15, end: 23 });
  });
});

describe('options and programs', () => {
  it.each([
    './deploy --api-token changeme-now1',
    'docker login -u me -p example-1',
    'curl -u me:changeme123 https://acme.com/x',
    "sshpass -p 'changeme123' ssh acme.com",
  ])('%s has a placeholder', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('says by which name a value was given, where there is one', () => {
    const names = (text: string) => credentialShapes(text).map((shape) => shape.name);
    expect(names('./deploy --api-token zxvbnmkl9')).toEqual(['api-token']);
    expect(names('docker login -u me -p zxvbnmkl9')).toEqual(['password']);
    expect(names('DB_PASSWORD=zxvbnmkl9')).toEqual(['DB_PASSWORD']);
    expect(credentialShapes(`use ${github}`)[0]).not.toHaveProperty('name');
    expect(credentialShapes('sshpass -p zxvbnmkl9 ssh h')[0]).not.toHaveProperty('name');
  });
});

describe('several in one text', () => {
  it('stand in the order of the text', () => {
    const npm = `npm_${'aB3'.repeat(12)}`;
    expect(found(`curl -u me:zxvbnmkl9 x; use ${npm} ${github}; DB_PASSWORD=qwmnbv77`)).toEqual([
      'password of a command: zxvbnmkl9',
      `npm token: ${npm}`,
      `GitHub token: ${github}`,
      'value of `DB_PASSWORD`: qwmnbv77',
    ]);
  });

  it('of two at one place the longer one counts', () => {
    const longer = `AKIA${'QWMNBVZUIOPASDFG'}`;
    expect(found(`API_TOKEN=${longer}/zxvbnmkl9`)).toEqual([
      `value of \`API_TOKEN\`: ${longer}/zxvbnmkl9`,
    ]);
    expect(found(`API_TOKEN=zxvbnmkl9:${longer}`)).toEqual([
      `value of \`API_TOKEN\`: zxvbnmkl9:${longer}`,
    ]);
  });

  it('of those within another none counts, however many there are', () => {
    const [a, b] = ['QWMNBVZUIOPASDFG', 'PWMNBVZUIOPASDFG'].map((end) => `AKIA${end}`);
    const whole = `zxvbnmkl9:${a}:${b}:end`;
    expect(found(`API_TOKEN=${whole}`)).toEqual([`value of \`API_TOKEN\`: ${whole}`]);
  });

  it('two keys without a blank between them are two', () => {
    const key = '-----BEGIN PRIVATE KEY-----MIIB-----END PRIVATE KEY-----';
    expect(credentialShapes(key + key).map(({ start }) => start)).toEqual([0, key.length]);
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
