export const id = 170;
export const ids = [170];
export const modules = {

/***/ 8170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRepository: () => (/* binding */ createRepository)
});

// EXTERNAL MODULE: ./build/registry/token.js
var registry_token = __webpack_require__(5327);
;// CONCATENATED MODULE: ./build/registry/aws-error.js
// What Amazon says when it refuses, in JSON (ECR) or XML (STS, and gateways in front of either).

function awsError(text) {
    const answer = (0,registry_token/* parseJson */.qF)(text);
    const type = answer?.['__type'];
    if (typeof type === 'string') {
        const message = answer?.['message'] ?? answer?.['Message'];
        return { code: type.replace(/^.*#/, ''), message: typeof message === 'string' ? message : '' };
    }
    const code = xmlElement(text, 'Code');
    return code === undefined ? undefined : { code, message: xmlElement(text, 'Message') ?? '' };
}
/** The text of the first XML element of a name; the answers are flat. */
function xmlElement(xml, name) {
    return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}
/** What to check about the keys, for errors that are about them. */
function keyRemedy({ code }) {
    return remedies.find(([pattern]) => pattern.test(code))?.[1];
}
const remedies = [
    [
        /^ExpiredToken/,
        'The session token has expired: take new temporary keys, or let the job assume the role itself.',
    ],
    [
        /^(UnrecognizedClient|InvalidClientTokenId)/,
        'The access key does not exist, was deactivated, or belongs to another partition than the region.',
    ],
    [
        /^(InvalidSignature|SignatureDoesNotMatch|IncompleteSignature)/,
        'The secret key does not belong to the access key, or the clock of the runner is wrong.',
    ],
    [/^RequestExpired/, 'The clock of the runner is wrong.'],
];

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/registry/aws-signature.js
// Signature version 4 for one POST request without query parameters.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

/** The headers of the request, signed: `headers` with those that the signature adds. */
function signedHeaders(request, keys, place, 
/** Milliseconds since 1970. */
now) {
    const { host, pathname } = new URL(request.url);
    const time = new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, '');
    const headers = {
        ...request.headers,
        host,
        'x-amz-date': time,
        ...(keys.sessionToken !== undefined && { 'x-amz-security-token': keys.sessionToken }),
    };
    const names = Object.keys(headers).sort();
    const signed = names.join(';');
    const canonical = [
        'POST',
        pathname,
        '',
        ...names.map((name) => `${name}:${headers[name]?.trim()}`),
        '',
        signed,
        sha256(request.body),
    ].join('\n');
    const scope = `${time.slice(0, 8)}/${place.region}/${place.service}/aws4_request`;
    const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
    const key = scope.split('/').reduce(hmac, `AWS4${keys.secretKey}`);
    const signature = (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest('hex');
    const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKey}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
    return { ...headers, authorization };
}
function hmac(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./build/registry/ecr-hosts.js
// The names of Amazon ECR: partitions, regions, and every form of a registry's host.
// Suffixes and API hosts as in the AWS SDK's partition table and its endpoint rules for ECR.
const partitions = [
    {
        id: 'aws-cn',
        regions: /^cn-[a-z]+-\d+$/,
        suffix: 'amazonaws.com.cn',
        dualStackRegistry: 'on.amazonwebservices.com.cn',
        dualStackApi: 'api.amazonwebservices.com.cn',
        home: 'cn-northwest-1',
    },
    {
        id: 'aws-us-gov',
        regions: /^us-gov-[a-z]+-\d+$/,
        suffix: 'amazonaws.com',
        dualStackRegistry: 'on.aws',
        dualStackApi: 'api.aws',
        home: 'us-gov-west-1',
    },
    {
        id: 'aws-eusc',
        regions: /^eusc-[a-z]+-[a-z]+-\d+$/,
        suffix: 'amazonaws.eu',
        dualStackRegistry: 'on.amazonwebservices.eu',
        dualStackApi: 'api.amazonwebservices.eu',
        home: 'eusc-de-east-1',
    },
    { id: 'aws-iso', regions: /^us-iso-[a-z]+-\d+$/, suffix: 'c2s.ic.gov', home: 'us-iso-east-1' },
    {
        id: 'aws-iso-b',
        regions: /^us-isob-[a-z]+-\d+$/,
        suffix: 'sc2s.sgov.gov',
        home: 'us-isob-east-1',
    },
    {
        id: 'aws-iso-e',
        regions: /^eu-isoe-[a-z]+-\d+$/,
        suffix: 'cloud.adc-e.uk',
        home: 'eu-isoe-west-1',
    },
    {
        id: 'aws-iso-f',
        regions: /^us-isof-[a-z]+-\d+$/,
        suffix: 'csp.hci.ic.gov',
        home: 'us-isof-south-1',
    },
    {
        id: 'aws',
        regions: /^[a-z]{2}-[a-z]+-\d+$/,
        suffix: 'amazonaws.com',
        dualStackRegistry: 'on.aws',
        dualStackApi: 'api.aws',
        home: 'us-east-1',
    },
];
/** Undefined for text that is no region of any partition: it must never become part of a host name. */
function partitionOf(region) {
    return partitions.find(({ regions }) => regions.test(region));
}
const privateHost = /^(\d{12})\.dkr([.-])ecr(-fips)?\.([a-z0-9-]+)\.([a-z0-9.-]+)$/;
/** What a host name says; undefined if it is none of Amazon's. */
function parseEcrHost(host) {
    if (host === 'public.ecr.aws' || host === 'ecr-public.aws.com')
        return { kind: 'public' };
    const [, account = '', dot, fips, region = '', suffix] = privateHost.exec(host) ?? [];
    const partition = partitionOf(region);
    const dualStack = dot === '-';
    if (partition === undefined ||
        suffix !== (dualStack ? partition.dualStackRegistry : partition.suffix)) {
        return undefined;
    }
    return { kind: 'private', account, region, fips: fips !== undefined, dualStack };
}
/** The plain host of an account's registry in a region. */
function ecrHost(account, region) {
    return `${account}.dkr.ecr.${region}.${partitionOf(region)?.suffix ?? 'amazonaws.com'}`;
}
/** The API that gives tokens for a region; by FIPS or dual-stack where the registry's host is. */
function ecrApi(region, form) {
    const { suffix, dualStackApi } = partitionOf(region) ?? { suffix: 'amazonaws.com' };
    const name = form.fips ? 'ecr-fips' : 'ecr';
    if (form.dualStack && dualStackApi !== undefined)
        return `https://${name}.${region}.${dualStackApi}`;
    return `https://api.${name}.${region}.${suffix}`;
}
/** ECR Public has its API in one region, wherever the runner is. */
const ecrPublic = {
    api: 'https://api.ecr-public.us-east-1.amazonaws.com',
    region: 'us-east-1',
    hosts: ['public.ecr.aws', 'ecr-public.aws.com'],
};
function stsApi(region) {
    return `https://sts.${region}.${partitionOf(region)?.suffix ?? 'amazonaws.com'}`;
}

// EXTERNAL MODULE: ./build/registry/patience.js
var registry_patience = __webpack_require__(971);
// EXTERNAL MODULE: ./build/registry/result.js
var registry_result = __webpack_require__(7397);
;// CONCATENATED MODULE: ./build/registry/github-identity.js
// The identity token of the job (OpenID Connect).
// https://docs.github.com/actions/reference/security/oidc



/** A token that says to `audience` which job this is; without an audience, to the repository's owner. */
async function githubIdentity(patience, audience) {
    const { host } = patience;
    const url = host.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const token = host.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (!url || !token) {
        return (0,registry_result/* fail */.f)('missing', 'The job has no identity token.', 'Give it `permissions: id-token: write`. Pull requests from forks never get one.');
    }
    const asked = new URL(url);
    if (audience !== undefined)
        asked.searchParams.set('audience', audience);
    const result = await (0,registry_patience/* requestPatiently */.qQ)(patience, {
        url: asked.href,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    });
    if (result.kind === 'failure' || result.status !== 200)
        return (0,registry_patience/* unusable */._P)(result, asked.href);
    const value = (0,registry_token/* parseJson */.qF)(result.text())?.['value'];
    if (typeof value !== 'string' || value === '') {
        return (0,registry_result/* fail */.f)('unreachable', `${asked.host} answers without an identity token.`);
    }
    host.mask(value);
    return (0,registry_result.ok)(value);
}

;// CONCATENATED MODULE: ./build/registry/aws-identity.js
// Keys for Amazon: as given, by a role, by the identity token of the job, or from the machine.






/** Keys that may be used; those of a role are masked when they come. */
async function awsKeys(patience, identity, region) {
    const { keys, role } = identity;
    if (role === undefined)
        return keys === undefined ? machineKeys(patience, region) : (0,registry_result.ok)(keys);
    if (!/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(role)) {
        return (0,registry_result/* fail */.f)('wrong', `${role} is no ARN of a role.`, 'It reads arn:aws:iam::ACCOUNT:role/NAME.');
    }
    const url = `${patience.host.env['AWS_ENDPOINT_URL_STS'] || patience.host.env['AWS_ENDPOINT_URL'] || stsApi(region)}/`;
    const call = {
        Version: '2011-06-15',
        RoleArn: role,
        RoleSessionName: 'transship',
        ...(identity.externalId !== undefined && { ExternalId: identity.externalId }),
    };
    if (keys !== undefined) {
        const body = new URLSearchParams({ Action: 'AssumeRole', ...call }).toString();
        const signed = signedHeaders({ url, body, headers: formHeaders }, keys, { region, service: 'sts' }, patience.host.now());
        return assumeRole(patience, url, body, signed, role);
    }
    const audience = region.startsWith('cn-') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
    const token = await githubIdentity(patience, audience);
    if (!token.ok)
        return token;
    const body = new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        ...call,
        WebIdentityToken: token.value,
    }).toString();
    return assumeRole(patience, url, body, formHeaders, role);
}
const formHeaders = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
async function assumeRole(patience, url, body, headers, role) {
    const result = await (0,registry_patience/* requestPatiently */.qQ)(patience, { url, method: 'POST', headers, body });
    if (result.kind === 'failure')
        return (0,registry_patience/* unusable */._P)(result, url);
    const text = result.text();
    const [accessKey, secretKey, sessionToken] = [
        'AccessKeyId',
        'SecretAccessKey',
        'SessionToken',
    ].map((name) => xmlElement(text, name));
    if (result.status === 200 && accessKey && secretKey && sessionToken) {
        for (const secret of [secretKey, sessionToken])
            patience.host.mask(secret);
        return (0,registry_result.ok)({ accessKey, secretKey, sessionToken });
    }
    const error = awsError(text);
    if (error === undefined)
        return (0,registry_patience/* unusable */._P)(result, url);
    return (0,registry_result/* fail */.f)('refused', `Amazon does not let this job assume ${role} (${error.code}: ${error.message}).`, keyRemedy(error) ??
        'Check the trust policy of the role: its principal, and for an identity token the conditions on `aud` and `sub`.');
}
/** The identity of the machine or of earlier steps, by the SDK's own chain; the only use of the SDK, loaded when needed. */
async function machineKeys({ host }, region) {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = host.env;
    if (AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY) {
        return (0,registry_result.ok)({
            accessKey: AWS_ACCESS_KEY_ID,
            secretKey: AWS_SECRET_ACCESS_KEY,
            ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
        });
    }
    const { ECRClient } = await __webpack_require__.e(/* import() */ 249).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    const client = new ECRClient({
        region,
        endpoint: ecrApi(region, { fips: false, dualStack: false }),
    });
    try {
        const keys = await client.config.credentials();
        host.mask(keys.secretAccessKey);
        if (keys.sessionToken !== undefined)
            host.mask(keys.sessionToken);
        return (0,registry_result.ok)({
            accessKey: keys.accessKeyId,
            secretKey: keys.secretAccessKey,
            ...(keys.sessionToken !== undefined && { sessionToken: keys.sessionToken }),
        });
    }
    catch (error) {
        // The SDK throws for what the machine lacks; there is nothing of ours in it.
        const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
        return (0,registry_result/* fail */.f)('missing', `There are no keys for Amazon: none given, and the machine has none (${reason}).`, 'Give ACCESSKEY and SECRETKEY, or a ROLE for the identity token of the job.');
    }
}

;// CONCATENATED MODULE: ./build/actions/push/create-repository.js
// Makes a missing repository at Amazon ECR, private or public, which a push does not.





/** Undefined where the repository exists now. The AWS identity is that of the step: its variables, or the machine's. */
async function createRepository(host, place) {
    const form = parseEcrHost(place.host);
    if (form === undefined) {
        return problem(place, `${place.host} is no host of Amazon ECR.`, '`create-repository` makes repositories at Amazon ECR only; create this one by hand.');
    }
    const isPublic = form.kind === 'public';
    const region = isPublic ? ecrPublic.region : form.region;
    const budget = (0,registry_patience/* patience */._L)(host, 60);
    const keys = await awsKeys(budget, {}, region);
    if (!keys.ok)
        return failed(place, keys.failure, 'Give this step AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY under `env:`, or assume a role in a step before: the token of the login cannot create repositories.');
    const { env } = host;
    const own = isPublic ? env['AWS_ENDPOINT_URL_ECR_PUBLIC'] : env['AWS_ENDPOINT_URL_ECR'];
    const url = `${own || env['AWS_ENDPOINT_URL'] || (isPublic ? ecrPublic.api : ecrApi(region, form))}/`;
    // The path at the public host begins with the alias of the registry, which is no part of the name.
    const repositoryName = isPublic ? place.path.replace(/^[^/]+\//, '') : place.path;
    const body = JSON.stringify(isPublic ? { repositoryName } : { repositoryName, registryId: form.account });
    const service = isPublic ? 'SpencerFrontendService' : 'AmazonEC2ContainerRegistry_V20150921';
    const headers = signedHeaders({
        url,
        body,
        headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': `${service}.CreateRepository`,
        },
    }, keys.value, { region, service: isPublic ? 'ecr-public' : 'ecr' }, host.now());
    const result = await (0,registry_patience/* requestPatiently */.qQ)(budget, { url, method: 'POST', headers, body });
    if (result.kind === 'response' && result.status === 200) {
        host.notice(`Created the repository ${repositoryName} at ${place.host}.`, {
            title: 'transship push',
        });
        return undefined;
    }
    const error = result.kind === 'response' ? awsError(result.text()) : undefined;
    // Another job was faster.
    if (error?.code === 'RepositoryAlreadyExistsException')
        return undefined;
    if (error === undefined) {
        const answer = (0,registry_patience/* unusable */._P)(result, url);
        return answer.ok
            ? undefined
            : failed(place, answer.failure, 'Create it by hand, or run the job again.');
    }
    return problem(place, `Amazon answers ${error.code}${error.message === '' ? '' : ` (${error.message})`}.`, keyRemedy(error) ??
        `Allow \`${isPublic ? 'ecr-public' : 'ecr'}:CreateRepository\` for the AWS identity of this step, or create the repository by hand.`);
}
const failed = (place, failure, remedy) => problem(place, failure.message, remedy);
const problem = (place, why, remedy) => ({
    passing: false,
    missingRepository: true,
    message: `\`${place.text}\` was not pushed: its repository does not exist and could not be created. ${why}`,
    remedy,
});


/***/ })

};
