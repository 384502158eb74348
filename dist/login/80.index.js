export const id = 80;
export const ids = [80];
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

/***/ 8080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dockerHubToken: () => (/* binding */ dockerHubToken),
/* harmony export */   quayToken: () => (/* binding */ quayToken)
/* harmony export */ });
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6869);
/* harmony import */ var _github_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6482);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(971);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7397);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5327);
// A password in exchange for the identity token of the job, where a registry has that.





const identityServer = 'https://identity.docker.com';
/**
 * Docker Hub's OIDC connections: a token exchange (RFC 8693) with the id of the connection.
 * https://docs.docker.com/enterprise/security/oidc-connections/
 */
async function dockerHubToken(patience, organization, connection) {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(connection)) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .f)('wrong', 'The OIDC connection of Docker Hub is no UUID.', 'Copy its id from Docker Home, OIDC connections.');
    }
    const identity = await (0,_github_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .githubIdentity */ .w)(patience, identityServer);
    if (!identity.ok)
        return identity;
    const url = `${identityServer}/oauth/token`;
    const result = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .requestPatiently */ .qQ)(patience, {
        url,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
            grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
            subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
            subject_token: identity.value,
            connection_id: connection,
            // The longest that it gives, for builds that push at their end.
            expires_in: '3600',
        }).toString(),
    });
    if (result.kind === 'failure')
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(result, url);
    const token = (0,_token_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(result.text())?.['access_token'];
    if (result.status === 200 && typeof token === 'string') {
        patience.host.mask(token);
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ kind: 'password', username: organization, password: token });
    }
    if (result.status === 429 || result.status >= 500)
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(result, url);
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .f)('refused', `Docker Hub gives this job no token (HTTP ${result.status}${(0,_token_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonIn */ .YY)(result.text())}).`, 'Check the rule of the OIDC connection: its subject must match this repository and ref; the user name is the organization.');
}
/**
 * Robot federation of Quay.
 * https://docs.redhat.com/en/documentation/red_hat_quay/3/html/manage_red_hat_quay/keyless-authentication-robot-accounts
 */
async function quayToken(patience, address, robot) {
    if (!/^[^+\s]+\+[^+\s]+$/.test(robot)) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .f)('wrong', `${robot} is no robot account of Quay.`, 'It reads ORGANIZATION+NAME.');
    }
    const identity = await (0,_github_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .githubIdentity */ .w)(patience);
    if (!identity.ok)
        return identity;
    const url = `https://${address.host}/oauth2/federation/robot/token`;
    const result = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .requestPatiently */ .qQ)(patience, {
        url,
        headers: { authorization: `Basic ${(0,_credential_js__WEBPACK_IMPORTED_MODULE_4__/* .basicValue */ .u)(robot, identity.value)}` },
    });
    if (result.kind === 'failure')
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(result, url);
    const token = (0,_token_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(result.text())?.['token'];
    if (result.status === 200 && typeof token === 'string') {
        patience.host.mask(token);
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ kind: 'password', username: robot, password: token });
    }
    if (result.status === 429 || result.status >= 500)
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(result, url);
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .f)('refused', `${address.host} gives this job no token for ${robot} (HTTP ${result.status}${(0,_token_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonIn */ .YY)(result.text())}).`, 'Set up robot federation for the account: issuer https://token.actions.githubusercontent.com, subject repo:OWNER/NAME:ref:REF.');
}


/***/ })

};
