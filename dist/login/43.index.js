export const id = 43;
export const ids = [43];
export const modules = {

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


/***/ }),

/***/ 7043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   googleCredential: () => (/* binding */ googleCredential)
/* harmony export */ });
/* harmony import */ var _github_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6482);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(971);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(583);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7397);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5327);
// Credentials for Google's registries: a key as it is, or a token by workload identity federation.





async function googleCredential(patience, identity) {
    if (identity.key !== undefined)
        return fromKey(patience, identity.key);
    if (identity.provider !== undefined)
        return fromProvider(patience, identity.provider, identity.serviceAccount);
    return fromMachine(patience);
}
/** `_json_key` with the key as password opens every Google registry, and does not expire within the job. */
async function fromKey(patience, key) {
    const text = key.trim().startsWith('{')
        ? key.trim()
        : Buffer.from(key, 'base64').toString('utf8').trim();
    const json = (0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text);
    if (json === undefined) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .f)('wrong', 'The Google key is neither JSON nor base64 of JSON.', 'Store the whole downloaded file as the secret.');
    }
    patience.host.mask(text);
    if (json['type'] !== 'service_account') {
        return typeof json['type'] === 'string'
            ? fromLibrary(patience, json)
            : (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .f)('wrong', 'The Google key has no `type`.', 'Store the whole downloaded file as the secret.');
    }
    const { client_email: email, private_key: secret } = json;
    if (typeof email !== 'string' || typeof secret !== 'string') {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .f)('wrong', 'The Google key lacks `client_email` or `private_key`.', 'Store the whole downloaded file as the secret.');
    }
    patience.host.mask(secret);
    // In one line, as masks work on lines.
    const password = JSON.stringify(json);
    patience.host.mask(password);
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ credential: { kind: 'password', username: '_json_key', password }, account: email });
}
const scope = 'https://www.googleapis.com/auth/cloud-platform';
const providerPattern = /^(?:\/\/iam\.googleapis\.com\/)?(projects\/\d+\/locations\/global\/workloadIdentityPools\/[\w-]+\/providers\/[\w-]+)$/;
/** https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token */
async function fromProvider(patience, provider, serviceAccount) {
    const name = providerPattern.exec(provider)?.[1];
    if (name === undefined) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .f)('wrong', `${provider} is no workload identity provider.`, 'It reads projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/NAME.');
    }
    const identity = await (0,_github_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .githubIdentity */ .w)(patience, `https://iam.googleapis.com/${name}`);
    if (!identity.ok)
        return identity;
    const federated = await askForToken(patience, 'https://sts.googleapis.com/v1/token', {}, {
        grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
        audience: `//iam.googleapis.com/${name}`,
        scope,
        requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
        subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
        subjectToken: identity.value,
    });
    if (!federated.ok)
        return federated;
    if (serviceAccount === undefined)
        return tokenCredential(federated.value, name.replace(/^.*workloadIdentityPools\//, ''));
    // https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
    const url = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`;
    const acting = await askForToken(patience, url, { authorization: `Bearer ${federated.value}` }, { scope: [scope] });
    return acting.ok ? tokenCredential(acting.value, serviceAccount) : acting;
}
async function askForToken(patience, url, headers, body) {
    const result = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .requestPatiently */ .qQ)(patience, {
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
    });
    if (result.kind === 'failure')
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(result, url);
    const { host } = new URL(url);
    const answer = (0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(result.text());
    const token = answer?.['access_token'] ?? answer?.['accessToken'];
    if (result.status === 200 && typeof token === 'string') {
        patience.host.mask(token);
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(token);
    }
    if (result.status >= 500 || result.status === 429 || result.status === 408)
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(result, url);
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .f)('refused', `${host} answers HTTP ${result.status}${(0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonIn */ .YY)(result.text())}.`, "Check the provider's attribute condition and, for a service account, the role roles/iam.workloadIdentityUser of the pool on it.");
}
function tokenCredential(token, account) {
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({
        credential: { kind: 'password', username: 'oauth2accesstoken', password: token },
        account,
    });
}
/** The identity of the machine (Application Default Credentials), by Google's library, loaded when needed. */
async function fromMachine(patience) {
    return fromLibrary(patience, undefined);
}
async function fromLibrary({ host }, credentials) {
    const { GoogleAuth } = await __webpack_require__.e(/* import() */ 492).then(__webpack_require__.t.bind(__webpack_require__, 492, 19));
    try {
        const auth = new GoogleAuth({
            scopes: scope,
            ...(credentials !== undefined && { credentials }),
        });
        const token = await auth.getAccessToken();
        if (typeof token === 'string' && token !== '') {
            host.mask(token);
            return tokenCredential(token, 'machine');
        }
    }
    catch (error) {
        // The library throws for what the machine lacks; there is nothing of ours in it.
        const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .f)('missing', `There is no Google identity here (${reason}).`, missingRemedy);
    }
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .f)('missing', 'There is no Google identity here.', missingRemedy);
}
const missingRemedy = `Give JSON_KEY, or WORKLOADIDENTITYPROVIDER for the identity token of the job. ${(0,_registries_js__WEBPACK_IMPORTED_MODULE_2__/* .registryNamed */ .Zv)('gar').check}`;


/***/ })

};
