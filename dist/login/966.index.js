export const id = 966;
export const ids = [966];
export const modules = {

/***/ 5966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ecrLogins: () => (/* binding */ ecrLogins)
});

// EXTERNAL MODULE: ./build/registry/address.js
var registry_address = __webpack_require__(3026);
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

// EXTERNAL MODULE: ./build/registry/github-identity.js
var github_identity = __webpack_require__(6482);
// EXTERNAL MODULE: ./build/registry/patience.js
var registry_patience = __webpack_require__(971);
// EXTERNAL MODULE: ./build/registry/result.js
var registry_result = __webpack_require__(7397);
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
    const token = await (0,github_identity/* githubIdentity */.w)(patience, audience);
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

// EXTERNAL MODULE: ./build/registry/registries.js
var registries = __webpack_require__(583);
;// CONCATENATED MODULE: ./build/registry/ecr.js
// Tokens of Amazon ECR, private and public: GetAuthorizationToken, signed by hand.









/** A token is good for every registry of its region that the identity may use, so one a region is enough. */
async function ecrLogins(patience, wish) {
    if (partitionOf(wish.region) === undefined) {
        return (0,registry_result/* fail */.f)('wrong', `${wish.region} is no region of Amazon.`, 'It reads as us-east-1 does.');
    }
    const account = wish.accounts.find((text) => !/^\d{12}$/.test(text));
    if (account !== undefined)
        return (0,registry_result/* fail */.f)('wrong', `${account} is no account of Amazon: it has 12 digits.`);
    const named = [...wish.hosts, ...wish.accounts.map((id) => ecrHost(id, wish.region))];
    const regions = new Map();
    for (const host of new Set(named)) {
        const form = parseEcrHost(host);
        if (form === undefined) {
            return (0,registry_result/* fail */.f)('wrong', `${host} is no host of Amazon ECR.`, 'It reads as 123456789012.dkr.ecr.us-east-1.amazonaws.com does.');
        }
        const region = form.kind === 'public' ? 'public' : form.region;
        const known = regions.get(region);
        if (known === undefined)
            regions.set(region, { form, hosts: [host] });
        else
            known.hosts.push(host);
    }
    if (regions.size === 0)
        regions.set(wish.region, { form: plain(wish.region), hosts: [] });
    const home = [...regions.keys()].find((region) => region !== 'public') ?? wish.region;
    const keys = await awsKeys(patience, wish.identity, home);
    if (!keys.ok)
        return keys;
    const results = await Promise.all([...regions.values()].map(({ form, hosts }) => regionLogins(patience, keys.value, form, hosts)));
    const logins = [];
    for (const result of results) {
        if (!result.ok)
            return result;
        logins.push(...result.value);
    }
    return (0,registry_result.ok)(logins);
}
function plain(region) {
    return { kind: 'private', account: '', region, fips: false, dualStack: false };
}
async function regionLogins(patience, keys, form, hosts) {
    const env = patience.host.env;
    const isPublic = form.kind === 'public';
    const api = isPublic ? ecrPublic.api : ecrApi(form.region, form);
    const own = isPublic ? env['AWS_ENDPOINT_URL_ECR_PUBLIC'] : env['AWS_ENDPOINT_URL_ECR'];
    const url = `${own || env['AWS_ENDPOINT_URL'] || api}/`;
    const body = '{}';
    const headers = signedHeaders({
        url,
        body,
        headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': `${isPublic ? 'SpencerFrontendService' : 'AmazonEC2ContainerRegistry_V20150921'}.GetAuthorizationToken`,
        },
    }, keys, isPublic
        ? { region: ecrPublic.region, service: 'ecr-public' }
        : { region: form.region, service: 'ecr' }, patience.host.now());
    const result = await (0,registry_patience/* requestPatiently */.qQ)(patience, { url, method: 'POST', headers, body });
    if (result.kind === 'failure')
        return (0,registry_patience/* unusable */._P)(result, url);
    if (result.status !== 200)
        return refusal(result.text()) ?? (0,registry_patience/* unusable */._P)(result, url);
    const data = authorizationData(result.text());
    if (data === undefined)
        return (0,registry_result/* fail */.f)('unreachable', `${new URL(url).host} answers without a token.`);
    const [username, password] = splitAuth(data.token);
    for (const secret of [data.token, password])
        patience.host.mask(secret);
    const named = hosts.length > 0 ? hosts : [(0,registry_address/* parseAddress */.or)(data.endpoint)?.host ?? ''];
    return (0,registry_result.ok)(named.flatMap((host) => {
        const address = (0,registry_address/* parseAddress */.or)(host);
        if (address === undefined)
            return [];
        const parts = parseEcrHost(host);
        const account = parts?.kind === 'private' ? parts.account : username;
        return [{ address, credential: { kind: 'password', username, password }, account }];
    }));
}
/** Amazon's words, and what they mean for the user. */
function refusal(text) {
    const error = awsError(text);
    if (error === undefined)
        return undefined;
    const said = error.message === '' ? error.code : `${error.code} (${error.message.replace(/\.$/, '')})`;
    return (0,registry_result/* fail */.f)('refused', `Amazon answers ${said}.`, keyRemedy(error) ?? (0,registries/* registryNamed */.Zv)('ecr').check);
}
function authorizationData(text) {
    const data = (0,registry_token/* parseJson */.qF)(text)?.['authorizationData'];
    // ECR gives a list, ECR Public one object and no endpoint.
    const first = Array.isArray(data) ? data[0] : data;
    if (!(0,registry_token/* isRecord */.u4)(first))
        return undefined;
    const { authorizationToken: token, proxyEndpoint: endpoint } = first;
    if (typeof token !== 'string')
        return undefined;
    return { token, endpoint: typeof endpoint === 'string' ? endpoint : '' };
}
/** Amazon gives `AWS:PASSWORD` in base64. */
function splitAuth(token) {
    const text = Buffer.from(token, 'base64').toString('utf8');
    const at = text.indexOf(':');
    return [text.slice(0, at), text.slice(at + 1)];
}


/***/ }),

/***/ 6482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ githubIdentity)
/* harmony export */ });
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(971);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7397);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5327);
// The identity token of the job (OpenID Connect).
// https://docs.github.com/actions/reference/security/oidc



/** A token that says to `audience` which job this is; without an audience, to the repository's owner. */
async function githubIdentity(patience, audience) {
    const { host } = patience;
    const url = host.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const token = host.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (!url || !token) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .f)('missing', 'The job has no identity token.', 'Give it `permissions: id-token: write`. Pull requests from forks never get one.');
    }
    const asked = new URL(url);
    if (audience !== undefined)
        asked.searchParams.set('audience', audience);
    const result = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_0__/* .requestPatiently */ .qQ)(patience, {
        url: asked.href,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    });
    if (result.kind === 'failure' || result.status !== 200)
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_0__/* .unusable */ ._P)(result, asked.href);
    const value = (0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(result.text())?.['value'];
    if (typeof value !== 'string' || value === '') {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .f)('unreachable', `${asked.host} answers without an identity token.`);
    }
    host.mask(value);
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(value);
}


/***/ })

};
