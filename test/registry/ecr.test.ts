import { describe, expect, test } from 'vitest';
import {
  ecrApi,
  ecrHost,
  parseEcrHost,
  partitionOf,
  stsApi,
} from '../../src/registry/protocol/ecr-hosts.ts';
import { type Patience, patience } from '../../src/registry/protocol/patience.ts';
import { ok } from '../../src/registry/protocol/result.ts';
import { type AwsKeys, signedHeaders } from '../../src/registry/vendors/aws-signature.ts';
import { type EcrWish, ecrLogins as ecrLoginResults } from '../../src/registry/vendors/ecr.ts';
import { answer, type FakeHostOptions, fakeHost } from '../fake-host.ts';

describe('hosts', () => {
  const row = (region: string, fips = false, dualStack = false) => ({
    kind: 'private',
    account: '123456789012',
    region,
    fips,
    dualStack,
  });
  test.each([
    [
      '123456789012.dkr.ecr.us-east-1.amazonaws.com',
      row('us-east-1'),
      'https://api.ecr.us-east-1.amazonaws.com',
    ],
    [
      '123456789012.dkr.ecr-fips.us-east-2.amazonaws.com',
      row('us-east-2', true),
      'https://api.ecr-fips.us-east-2.amazonaws.com',
    ],
    [
      '123456789012.dkr-ecr.eu-west-1.on.aws',
      row('eu-west-1', false, true),
      'https://ecr.eu-west-1.api.aws',
    ],
    [
      '123456789012.dkr-ecr-fips.us-west-2.on.aws',
      row('us-west-2', true, true),
      'https://ecr-fips.us-west-2.api.aws',
    ],
    [
      '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
      row('cn-north-1'),
      'https://api.ecr.cn-north-1.amazonaws.com.cn',
    ],
    [
      '123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn',
      row('cn-north-1', false, true),
      'https://ecr.cn-north-1.api.amazonwebservices.com.cn',
    ],
    [
      '123456789012.dkr.ecr.us-gov-west-1.amazonaws.com',
      row('us-gov-west-1'),
      'https://api.ecr.us-gov-west-1.amazonaws.com',
    ],
    [
      '123456789012.dkr.ecr-fips.us-gov-east-1.amazonaws.com',
      row('us-gov-east-1', true),
      'https://api.ecr-fips.us-gov-east-1.amazonaws.com',
    ],
    [
      '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu',
      row('eusc-de-east-1'),
      'https://api.ecr.eusc-de-east-1.amazonaws.eu',
    ],
    [
      '123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov',
      row('us-iso-east-1'),
      'https://api.ecr.us-iso-east-1.c2s.ic.gov',
    ],
    [
      '123456789012.dkr.ecr.us-isob-east-1.sc2s.sgov.gov',
      row('us-isob-east-1'),
      'https://api.ecr.us-isob-east-1.sc2s.sgov.gov',
    ],
    [
      '123456789012.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk',
      row('eu-isoe-west-1'),
      'https://api.ecr.eu-isoe-west-1.cloud.adc-e.uk',
    ],
    [
      '123456789012.dkr.ecr.us-isof-south-1.csp.hci.ic.gov',
      row('us-isof-south-1'),
      'https://api.ecr.us-isof-south-1.csp.hci.ic.gov',
    ],
  ])('%s', (host, parts, api) => {
    expect(parseEcrHost(host)).toEqual(parts);
    expect(ecrApi(parts.region, parts)).toBe(api);
    if (!parts.fips && !parts.dualStack) expect(ecrHost(parts.account, parts.region)).toBe(host);
  });

  test.each(['public.ecr.aws', 'ecr-public.aws.com'])('%s is public', (host) => {
    expect(parseEcrHost(host)).toEqual({ kind: 'public' });
  });

  test.each([
    '123456789012.dkr.ecr.us-east-1.amazonaws.com.evil.net',
    '123456789012.dkr.ecr.us-east-1.evil.net',
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com',
    '123456789012.dkr-ecr.us-iso-east-1.on.aws',
    '12345.dkr.ecr.us-east-1.amazonaws.com',
    'quay.io',
    '',
  ])('%j is none', (host) => {
    expect(parseEcrHost(host)).toBeUndefined();
  });

  test('a region is never more than a region', () => {
    for (const text of [
      '',
      'evil.net/',
      'us-east-1.evil.net',
      'us-east-1#',
      'US-EAST-1',
      '${AWS_REGION}',
    ]) {
      expect(partitionOf(text), text).toBeUndefined();
    }
    expect(stsApi('cn-northwest-1')).toBe('https://sts.cn-northwest-1.amazonaws.com.cn');
  });
});

test('the signature is the one that the SDK makes for the same request', () => {
  // By @smithy/signature-v4, the signer of the SDK.
  const headers = signedHeaders(
    {
      url: 'https://api.ecr.us-east-1.amazonaws.com/',
      body: '{}',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken',
      },
    },
    {
      accessKey: 'AKIDEXAMPLE',
      secretKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
      sessionToken: 'session',
    },
    { region: 'us-east-1', service: 'ecr' },
    Date.UTC(2026, 0, 2, 3, 4, 5),
  );
  expect(headers).toMatchObject({
    'x-amz-date': '20260102T030405Z',
    host: 'api.ecr.us-east-1.amazonaws.com',
  });
  expect(headers['authorization']).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/ecr/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=d8b6af5a00d9c4b20168eda711740c75283b521a1ae1495a3f7882e20bac2669',
  );
});

/** The logins where all went well, the first failure otherwise. */
async function ecrLogins(budget: Patience, wanted: EcrWish) {
  const results = await ecrLoginResults(budget, wanted);
  const failure = results.find((result) => !result.ok);
  return failure ?? ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

const keys: AwsKeys = { accessKey: 'AKIA', secretKey: 'very-secret' };
const token = (account: string, region = 'us-east-1') => ({
  authorizationData: [
    {
      authorizationToken: Buffer.from('AWS:ecr-password').toString('base64'),
      proxyEndpoint: `https://${account}.dkr.ecr.${region}.amazonaws.com`,
    },
  ],
});
const wish: EcrWish = { identity: { keys }, region: 'us-east-1', hosts: [], accounts: [] };
const credential = { kind: 'password', username: 'AWS', password: 'ecr-password' };

function amazon(options: FakeHostOptions = {}) {
  return fakeHost({ request: () => answer(200, token('111111111111')), ...options });
}

describe('tokens', () => {
  test('of the own account, in the default region; password and token are masked', async () => {
    const host = amazon();
    expect(await ecrLogins(patience(host, 60), wish)).toEqual({
      ok: true,
      value: [
        {
          address: { host: '111111111111.dkr.ecr.us-east-1.amazonaws.com' },
          credential,
          account: '111111111111',
        },
      ],
    });
    expect(host.masks).toContain('ecr-password');
    expect(host.masks).toContain(Buffer.from('AWS:ecr-password').toString('base64'));
    expect(host.requests[0]).toMatchObject({
      url: 'https://api.ecr.us-east-1.amazonaws.com/',
      method: 'POST',
      headers: { 'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken' },
    });
    expect(JSON.stringify(host.requests)).not.toContain('very-secret');
  });

  test('of several accounts and regions: one request a region, one login a host', async () => {
    const host = amazon();
    const logins = await ecrLogins(patience(host, 60), {
      ...wish,
      hosts: [
        '111111111111.dkr.ecr.us-east-1.amazonaws.com',
        '222222222222.dkr.ecr.eu-west-1.amazonaws.com',
        '222222222222.dkr-ecr.eu-west-1.on.aws',
        'public.ecr.aws',
      ],
      accounts: ['333333333333'],
    });
    if (!logins.ok || !Array.isArray(logins.value)) throw new Error('not logged in');
    expect(logins.value.map(({ address }) => address.host).sort()).toEqual([
      '111111111111.dkr.ecr.us-east-1.amazonaws.com',
      '222222222222.dkr-ecr.eu-west-1.on.aws',
      '222222222222.dkr.ecr.eu-west-1.amazonaws.com',
      '333333333333.dkr.ecr.us-east-1.amazonaws.com',
      'public.ecr.aws',
    ]);
    expect(host.requests.map(({ url }) => url).sort()).toEqual([
      'https://api.ecr-public.us-east-1.amazonaws.com/',
      'https://api.ecr.eu-west-1.amazonaws.com/',
      'https://api.ecr.us-east-1.amazonaws.com/',
    ]);
  });

  test('of ECR Public, whose answer has another shape', async () => {
    const host = amazon({
      request: () =>
        answer(200, {
          authorizationData: { authorizationToken: Buffer.from('AWS:p').toString('base64') },
        }),
    });
    expect(
      await ecrLogins(patience(host, 60), {
        ...wish,
        region: 'eu-west-1',
        hosts: ['public.ecr.aws'],
      }),
    ).toMatchObject({
      value: [{ address: { host: 'public.ecr.aws' }, credential: { password: 'p' } }],
    });
    expect(host.requests[0]?.headers?.['authorization']).toContain(
      '/us-east-1/ecr-public/aws4_request',
    );
  });

  test.each([
    ['UnrecognizedClientException', /does not exist, was deactivated/],
    ['InvalidSignatureException', /does not belong to the access key, or the clock/],
    ['ExpiredTokenException', /session token has expired/],
    ['AccessDeniedException', /ecr:GetAuthorizationToken/],
  ])('%s says what to check', async (code, remedy) => {
    const host = amazon({
      request: () => answer(400, { __type: `com.amazon#${code}`, message: 'no' }),
    });
    const result = await ecrLogins(patience(host, 60), wish);
    if (result.ok) throw new Error('logged in');
    expect(result.failure.message).toBe(`Amazon returned ${code} (no).`);
    expect(result.failure.remedy).toMatch(remedy);
    expect(host.requests).toHaveLength(1);
  });

  test.each([
    [{ region: 'nowhere' }, 'nowhere is not an AWS region.'],
    [{ hosts: ['quay.io'] }, 'quay.io is not an Amazon ECR host.'],
    [{ accounts: ['12'] }, '12 is not an AWS account ID, which has 12 digits.'],
    [{ identity: { keys, role: 'admin' } }, 'admin is not the ARN of a role.'],
  ])('%j is refused before anything is sent', async (part, message) => {
    const host = amazon();
    expect(await ecrLogins(patience(host, 60), { ...wish, ...part })).toMatchObject({
      failure: { kind: 'wrong', message },
    });
    expect(host.requests).toHaveLength(0);
  });

  const role = 'arn:aws:iam::111111111111:role/ci';
  const assumed = `<R><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role-session</SessionToken></Credentials></R>`;

  test('by a role with keys', async () => {
    const host = amazon({
      request: ({ url }) =>
        url.includes('sts') ? answer(200, assumed) : answer(200, token('111111111111')),
    });
    const identity = { keys, role, externalId: 'x y' };
    expect(await ecrLogins(patience(host, 60), { ...wish, identity })).toMatchObject({ ok: true });
    expect(host.requests[0]?.url).toBe('https://sts.us-east-1.amazonaws.com/');
    expect(host.requests[0]?.body).toBe(
      'Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A111111111111%3Arole%2Fci&RoleSessionName=transship&ExternalId=x+y',
    );
    expect(host.requests[1]?.headers?.['x-amz-security-token']).toBe('role-session');
    expect(host.masks).toContain('role-secret');
    expect(host.masks).toContain('role-session');
  });

  const oidc = {
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.test/?a=1',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'ask',
  };

  test('by a role with the identity token of the job', async () => {
    const host = amazon({
      env: oidc,
      request: ({ url }) => {
        if (url.startsWith('https://oidc.test/')) return answer(200, { value: 'jwt' });
        return url.includes('sts') ? answer(200, assumed) : answer(200, token('111111111111'));
      },
    });
    expect(await ecrLogins(patience(host, 60), { ...wish, identity: { role } })).toMatchObject({
      ok: true,
    });
    expect(host.requests[0]).toMatchObject({
      url: 'https://oidc.test/?a=1&audience=sts.amazonaws.com',
      headers: { authorization: 'Bearer ask' },
    });
    expect(host.requests[1]?.body).toContain('Action=AssumeRoleWithWebIdentity');
    expect(host.requests[1]?.body).toContain('WebIdentityToken=jwt');
    expect(host.requests[1]?.headers).not.toHaveProperty('authorization');
    expect(host.masks).toContain('jwt');
  });

  test('by a role where the job has no identity token', async () => {
    expect(await ecrLogins(patience(amazon(), 60), { ...wish, identity: { role } })).toMatchObject({
      failure: {
        kind: 'missing',
        message: 'The job has no identity token.',
        remedy: expect.stringContaining('id-token: write'),
      },
    });
  });

  test('by a role that trusts somebody else', async () => {
    const host = amazon({
      env: oidc,
      request: ({ url }) =>
        url.includes('oidc')
          ? answer(200, { value: 'jwt' })
          : answer(
              403,
              '<ErrorResponse><Error><Code>AccessDenied</Code><Message>Not authorized</Message></Error></ErrorResponse>',
            ),
    });
    expect(await ecrLogins(patience(host, 60), { ...wish, identity: { role } })).toMatchObject({
      failure: {
        message: `Amazon does not let this job assume ${role} (AccessDenied: Not authorized).`,
        remedy: expect.stringContaining('`sub`'),
      },
    });
  });

  test('by keys of earlier steps, in the environment', async () => {
    const host = amazon({
      env: { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 't' },
    });
    expect(await ecrLogins(patience(host, 60), { ...wish, identity: {} })).toMatchObject({
      ok: true,
    });
    expect(host.requests[0]?.headers?.['authorization']).toContain('Credential=AKIAENV/');
    expect(host.requests[0]?.headers?.['x-amz-security-token']).toBe('t');
  });
});

describe('what Amazon does not give', () => {
  const failing = async (request: FakeHostOptions['request'], part: Partial<EcrWish> = {}) => {
    const host = amazon(request === undefined ? {} : { request });
    return ecrLogins(patience(host, 60), { ...wish, ...part });
  };

  test.each([
    ['no list', '<html>'],
    ['an empty list', { authorizationData: [] }],
    ['a token of two words', { authorizationData: [{ authorizationToken: 'a b' }] }],
    [
      'a token without a password',
      { authorizationData: [{ authorizationToken: Buffer.from('AWS:').toString('base64') }] },
    ],
  ])('%s is no token', async (_what, body) => {
    expect(await failing(() => answer(200, body))).toEqual({
      ok: false,
      failure: {
        kind: 'unreachable',
        message: 'api.ecr.us-east-1.amazonaws.com returned no token.',
      },
    });
  });

  test.each([undefined, 7, 'not a host'])(
    'an endpoint %j is no registry',
    async (proxyEndpoint) => {
      const authorizationToken = Buffer.from('AWS:p').toString('base64');
      const body = { authorizationData: [{ authorizationToken, proxyEndpoint }] };
      const result = await failing(() => answer(200, body));
      // Nothing named is Docker Hub for a parser of names, and the token is not for it.
      expect(result.ok).toBe(false);
    },
  );

  test('an answer in no form of its own is unusable, and so is none', async () => {
    expect(await failing(() => answer(404, 'gone'))).toMatchObject({
      failure: { kind: 'unreachable', message: expect.stringContaining('HTTP 404') },
    });
    expect(
      await failing(() => ({ kind: 'failure', reason: 'impossible', message: 'no way' })),
    ).toMatchObject({ failure: { message: 'No way.' } });
  });

  test('an error without words is its code', async () => {
    expect(await failing(() => answer(400, { __type: 'Odd' }))).toMatchObject({
      failure: { kind: 'refused', message: 'Amazon returned Odd.' },
    });
    expect(
      await failing(() =>
        answer(400, '<Error><Code>SignatureDoesNotMatch</Code><Message>Bad.</Message></Error>'),
      ),
    ).toMatchObject({
      failure: {
        message: 'Amazon returned SignatureDoesNotMatch (Bad).',
        remedy: expect.stringContaining('The secret key does not belong'),
      },
    });
    expect(await failing(() => answer(400, { __type: 'RequestExpired' }))).toMatchObject({
      failure: { remedy: 'The clock of the runner is wrong.' },
    });
  });

  test('one region that fails is no failure of another', async () => {
    const host = amazon({
      request: ({ url }) =>
        url.includes('eu-west-1') ? answer(404) : answer(200, token('111111111111')),
    });
    const results = await ecrLoginResults(patience(host, 60), {
      ...wish,
      hosts: [ecrHost('111111111111', 'us-east-1'), ecrHost('222222222222', 'eu-west-1')],
    });
    expect(results.map((result) => result.ok)).toEqual([true, false]);
  });

  test.each([
    ['ECR', 'https://ecr.test:8443/x', 'https://ecr.test:8443/x/'],
    ['ECR', 'https://ecr.test/', 'https://ecr.test/'],
  ])('AWS_ENDPOINT_URL_%s as %s is asked in its place', async (service, endpoint, url) => {
    const host = amazon({ env: { [`AWS_ENDPOINT_URL_${service}`]: endpoint } });
    await ecrLogins(patience(host, 60), wish);
    expect(host.requests[0]?.url).toBe(url);
    const general = amazon({ env: { AWS_ENDPOINT_URL: endpoint } });
    await ecrLogins(patience(general, 60), wish);
    expect(general.requests[0]?.url).toBe(url);
  });

  test.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_ECR'])('%s that is none', async (name) => {
    for (const value of ['ftp://x', 'no address']) {
      const host = amazon({ env: { [name]: value } });
      expect(await ecrLogins(patience(host, 60), wish)).toEqual({
        ok: false,
        failure: {
          kind: 'wrong',
          message: `${name} is not an http or https address.`,
          remedy: 'Correct or remove it.',
        },
      });
      expect(host.requests).toEqual([]);
    }
  });

  const role = 'arn:aws:iam::111111111111:role/ci';
  test.each([
    ['nothing', '<R></R>'],
    ['half', '<AccessKeyId>A</AccessKeyId><SecretAccessKey>s</SecretAccessKey>'],
    [
      'an access key of two words',
      '<AccessKeyId>A B</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>',
    ],
  ])('a role that gives %s gives no keys', async (_what, xml) => {
    expect(await failing(() => answer(200, xml), { identity: { keys, role } })).toEqual({
      ok: false,
      failure: { kind: 'unreachable', message: 'sts.us-east-1.amazonaws.com returned no keys.' },
    });
  });

  test('a role is not asked for without TLS, but on this machine', async () => {
    const env = { AWS_ENDPOINT_URL_STS: 'http://sts.test' };
    const host = amazon({ env });
    expect(await ecrLogins(patience(host, 60), { ...wish, identity: { role } })).toEqual({
      ok: false,
      failure: {
        kind: 'wrong',
        message: 'The identity token of the job is not sent to http://sts.test/: it has no TLS.',
        remedy: 'Start AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL with https://.',
      },
    });
    const own = amazon({ env: { AWS_ENDPOINT_URL_STS: 'http://localhost:4566' } });
    expect(await ecrLogins(patience(own, 60), { ...wish, identity: { role } })).toMatchObject({
      failure: { message: 'The job has no identity token.' },
    });
  });

  test('in China the identity token has an audience of its own', async () => {
    const host = amazon({
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.test/',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'ask',
      },
      request: () => answer(200, {}),
    });
    const identity = { role: 'arn:aws-cn:iam::111111111111:role/ci' };
    expect(
      await ecrLogins(patience(host, 60), { ...wish, region: 'cn-north-1', identity }),
    ).toMatchObject({ failure: { message: 'oidc.test returned no identity token.' } });
    expect(host.requests[0]?.url).toBe('https://oidc.test/?audience=sts.amazonaws.com.cn');
  });
});
