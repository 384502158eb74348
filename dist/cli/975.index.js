export const id = 975;
export const ids = [975];
export const modules = {

/***/ 4975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tagsOptions: () => (/* binding */ tagsOptions),
  tagsProgram: () => (/* binding */ tagsProgram)
});

// UNUSED EXPORTS: tagsWith

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/host/standard-output.js
var standard_output = __webpack_require__(9134);
;// CONCATENATED MODULE: ./build/host/workflow-commands.js
// The lines and file entries by which a step talks to the runner.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
/** One workflow command as a line: `::error title=A::text`. */
function workflowCommand(name, message, place = {}) {
    const properties = [
        ['title', place.title],
        ['file', place.file],
        ['line', place.line],
        ['col', place.column],
    ]
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
        .join(',');
    return `::${name}${properties === '' ? '' : ` ${properties}`}::${escapeMessage(message)}`;
}
/** The commands that hide a secret: the whole text and each of its lines that is long enough to be worth hiding. */
function maskCommands(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    // A line such as `}` of a JSON key would blot out every brace in the log.
    const worthHiding = lines.length === 1 ? lines : lines.filter((line) => line.length > 3);
    return [...new Set(worthHiding)]
        .filter((line) => line !== '')
        .map((line) => workflowCommand('add-mask', line));
}
/** Text of the log, of one or more lines, that the runner prints as it is, though it may look like a command. */
function literalLine(line) {
    // The runner looks for `::` at the start after white space, and for `##[` anywhere.
    return line.replace(/^([^\S\r\n]*):(:)/gm, '$1:\u200b$2').replaceAll('##[', '##\u200b[');
}
/** An entry of the GITHUB_OUTPUT or GITHUB_ENV file. */
function fileEntry(name, value, uniqueText) {
    if (!/[\r\n]/.test(value))
        return `${name}=${value}\n`;
    let delimiter = `transship_${uniqueText()}`;
    while (value.includes(delimiter))
        delimiter = `transship_${uniqueText()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
function escapeMessage(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./build/host/github-runner.js
// The real host: a step on a GitHub runner (or `act`), by the runner's own files and commands.
// No library: @actions/core alone takes longer to load than a whole login takes.





function githubRunner(env = process.env) {
    const temporaryFolder = env['RUNNER_TEMP'] || external_node_os_.tmpdir();
    const masked = new Set();
    const appendTo = (variable, text) => {
        const file = env[variable];
        if (file)
            external_node_fs_.appendFileSync(file, text);
    };
    return {
        env,
        platform: process.platform,
        temporaryFolder,
        log: (line) => (0,standard_output/* print */.y)(literalLine(line)),
        notice: (message, place) => (0,standard_output/* print */.y)(workflowCommand('notice', message, place)),
        warning: (message, place) => (0,standard_output/* print */.y)(workflowCommand('warning', message, place)),
        error: (message, place) => (0,standard_output/* print */.y)(workflowCommand('error', message, place)),
        group: (title) => (0,standard_output/* print */.y)(workflowCommand('group', title)),
        endGroup: () => (0,standard_output/* print */.y)(workflowCommand('endgroup', '')),
        mask: (secret) => {
            if (masked.has(secret))
                return;
            masked.add(secret);
            for (const command of maskCommands(secret))
                (0,standard_output/* print */.y)(command);
        },
        output: (name, value) => appendTo('GITHUB_OUTPUT', fileEntry(name, value, uniqueText)),
        exportVariable: (name, value) => appendTo('GITHUB_ENV', fileEntry(name, value, uniqueText)),
        addPath: (folder) => appendTo('GITHUB_PATH', `${folder}\n`),
        summary: (markdown) => appendTo('GITHUB_STEP_SUMMARY', `${markdown}\n`),
        files: realFiles(temporaryFolder),
        // Loaded when first used: a login by HTTP needs no child process. HTTP is in the same file (`eager`), for most need it.
        exec: async (command, args, options) => (await __webpack_require__.e(/* import() */ 970).then(__webpack_require__.bind(__webpack_require__, 9970))).exec(command, args, options),
        request: async (request) => (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 3877))).request(request, env),
        now: Date.now,
        sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        random: Math.random,
    };
}
/** Text that no one can foresee, without loading a crypto library for it. */
function uniqueText() {
    return globalThis.crypto.randomUUID();
}
function realFiles(temporaryFolder) {
    const read = (file) => {
        try {
            return external_node_fs_.readFileSync(file);
        }
        catch (error) {
            if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code ?? ''))
                return undefined;
            throw error;
        }
    };
    return {
        read: (file) => read(file)?.toString('utf8'),
        readBytes: read,
        write: (file, content, mode = 0o600) => {
            const fresh = `${file}.${process.pid}.new`;
            try {
                external_node_fs_.rmSync(fresh, { force: true });
                // `wx`: nobody can have put a link there in the meantime.
                external_node_fs_.writeFileSync(fresh, content, { mode, flag: 'wx' });
                external_node_fs_.chmodSync(fresh, mode);
                external_node_fs_.renameSync(fresh, file);
            }
            catch (error) {
                external_node_fs_.rmSync(fresh, { force: true });
                // Node names no file when writing fails for want of space.
                throw Object.assign(error, { path: file });
            }
        },
        makeFolder: (folder, mode = 0o700) => {
            external_node_fs_.mkdirSync(folder, { recursive: true, mode });
            external_node_fs_.chmodSync(folder, mode);
        },
        makeTemporaryFolder: (prefix) => {
            external_node_fs_.mkdirSync(temporaryFolder, { recursive: true });
            return external_node_fs_.mkdtempSync(external_node_path_.join(temporaryFolder, prefix));
        },
        realPath: (file) => {
            try {
                return external_node_fs_.realpathSync(file);
            }
            catch (error) {
                if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(error.code ?? ''))
                    return undefined;
                throw error;
            }
        },
        list: (folder) => {
            try {
                return external_node_fs_.readdirSync(folder).sort();
            }
            catch (error) {
                if (['ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
                    return undefined;
                throw error;
            }
        },
        remove: (file) => external_node_fs_.rmSync(file, { recursive: true, force: true }),
    };
}

// EXTERNAL MODULE: ./build/image/reference.js
var reference = __webpack_require__(7755);
;// CONCATENATED MODULE: ./build/registry/address.js
// Where a registry is reached, and to whom a credential for it may be sent.

/** From any way in which a registry is written. Undefined: no host. */
function parseAddress(text, realms = []) {
    const host = (0,reference/* normalizeRegistry */.l5)(text);
    const scheme = /^\s*(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
    if (!isHost(host))
        return undefined;
    return {
        host,
        // `http` and `https` are all that the pattern lets through.
        ...(scheme !== undefined && { scheme: scheme }),
        ...(realms.length > 0 && { realms }),
    };
}
/** A name, IPv4 or bracketed IPv6 address with an optional port, and nothing that would change what a URL means. */
function isHost(host) {
    return /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/.test(host);
}
/**
 * Base URLs to try, the first that answers counts. Plain http only where the user wrote it, or on this very machine,
 * where Docker uses it too.
 */
function baseUrls({ host, scheme }) {
    if (host === reference/* DOCKER_HUB */.Xb)
        return ['https://registry-1.docker.io'];
    if (scheme !== undefined)
        return [`${scheme}://${host}`];
    return isLoopback(host) ? [`http://${host}`, `https://${host}`] : [`https://${host}`];
}
/** Token servers of vendors that are neither at the registry's own host nor above or below it in its domain. */
const vendorRealms = [
    [/^(docker\.io|dhi\.io)$/, 'auth.docker.io'],
    [/^registry\.gitlab\.com$/, 'gitlab.com'],
    [/^registry\.digitalocean\.com$/, 'api.digitalocean.com'],
    [/^rg\.[a-z]+-[a-z]+\.scw\.cloud$/, 'api.scaleway.com'],
    [/^registry\.([a-z0-9-]+)\.aliyuncs\.com$/, 'dockerauth.$1.aliyuncs.com'],
];
/**
 * Whether a credential for the registry may go to a token server: the registry's own host, one above or below it in the
 * same domain (who owns `example.com` owns `registry.example.com` anyway), the vendor's, or one that the user named.
 * Never to plain http, unless the user named that for the registry, or it is this machine.
 */
function mayReceiveCredential(address, realm) {
    const registry = hostName(address.host);
    const server = realm.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const named = (address.realms ?? []).some((text) => {
        const host = text
            .toLowerCase()
            .replace(/^https?:\/\//, '')
            .replace(/\/.*$/, '');
        return host === realm.host.toLowerCase() || host === server;
    });
    const sameMachine = registry === server || (isLoopback(registry) && isLoopback(server));
    if (realm.protocol === 'http:') {
        const plainAllowed = address.scheme === 'http' || isLoopback(registry);
        return plainAllowed && (sameMachine || named);
    }
    if (realm.protocol !== 'https:')
        return false;
    if (sameMachine || named)
        return true;
    const isVendors = vendorRealms.some(([pattern, host]) => pattern.test(registry) && registry.replace(pattern, host) === server);
    if (isVendors)
        return true;
    return isWithin(registry, server) || isWithin(server, registry);
}
/** `a.example.com` is within `example.com`; nothing is within a name of one label, or an address. */
function isWithin(name, domain) {
    return domain.includes('.') && !/^[\d.]+$/.test(domain) && name.endsWith(`.${domain}`);
}
function isLoopback(host) {
    const name = hostName(host);
    return name === 'localhost' || name === '::1' || /^127(\.\d+){3}$/.test(name);
}
function hostName(host) {
    return host
        .replace(/:\d+$/, '')
        .replace(/^\[|\]$/g, '')
        .toLowerCase();
}

;// CONCATENATED MODULE: ./build/registry/result.js
function result_ok(value) {
    return { ok: true, value };
}
function result_fail(kind, message, remedy) {
    return { ok: false, failure: { kind, message, ...(remedy !== undefined && { remedy }) } };
}

;// CONCATENATED MODULE: ./build/registry/credential.js
// What opens a registry.
/** The value of an `Authorization` header, of `auth` in Docker's files, and of what must never be shown. */
function credential_basicValue(username, password) {
    return Buffer.from(`${username}:${password}`).toString('base64');
}
/** Every text that would give the credential away. */
function secretsOf(credential) {
    if (credential.kind !== 'password')
        return [credential.token];
    return [credential.password, credential_basicValue(credential.username, credential.password)];
}

;// CONCATENATED MODULE: ./build/registry/patience.js
// Requests that are worth a second try: 408, 429, 5xx and network errors, with jitter, `Retry-After` and one budget for
// all of a registry's requests. 401 and 403 are answers, never tried again.

const firstDelay = 500;
const longestDelay = 10_000;
const longestRequest = 20_000;
function patience(host, seconds) {
    return { host, deadline: host.now() + seconds * 1000 };
}
/** Sends until there is an answer that stands, or the budget is used up: then the last result. */
async function patience_requestPatiently({ host, deadline }, request) {
    for (let attempt = 0;; attempt++) {
        const left = Math.max(deadline - host.now(), 1);
        const result = await host.request({
            ...request,
            timeoutMs: Math.min(request.timeoutMs ?? longestRequest, left),
        });
        if (attempt + 1 >= attemptsFor(result))
            return result;
        const backOff = Math.min(firstDelay * 2 ** attempt, longestDelay) * (0.5 + host.random() / 2);
        const wait = Math.max(backOff, retryAfter(result, host.now()));
        if (host.now() + wait >= deadline)
            return result;
        const what = result.kind === 'failure' ? result.message : `HTTP ${result.status}`;
        host.log(`${new URL(request.url).host}: ${what}; trying again in ${(wait / 1000).toFixed(1)} s`);
        await host.sleep(wait);
    }
}
/** How often it is worth trying: a name that is unknown three times is unknown, a server that is down may come back. */
function attemptsFor(result) {
    if (result.kind === 'failure')
        return attempts[result.reason] ?? 1;
    if (result.status === 408 || result.status === 429 || result.status >= 500)
        return asLongAsItTakes;
    // Amazon says "slow down" with status 400.
    const isThrottled = result.status === 400 && /"__type":"[^"]*Throttl/.test(result.text());
    return isThrottled ? asLongAsItTakes : 1;
}
const asLongAsItTakes = Number.POSITIVE_INFINITY;
const attempts = {
    'unknown-host': 3,
    refused: 5,
    proxy: 5,
    cut: asLongAsItTakes,
    timeout: asLongAsItTakes,
};
/** Milliseconds that the answer asks to wait: seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(result, now) {
    const value = result.kind === 'response' ? result.headers['retry-after'] : undefined;
    if (value === undefined)
        return 0;
    if (/^\d+$/.test(value.trim()))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? 0 : Math.max(date - now, 0);
}
/** A failure for an answer that is no answer: the network's, or a status after the last try. */
function patience_unusable(result, url) {
    const { host } = new URL(url);
    if (result.kind === 'failure') {
        const { reason } = result;
        const { ok, failure } = result_fail('unreachable', capital(`${result.message}.`), remedies[reason]);
        return { ok, failure: { ...failure, reason } };
    }
    const asked = result.headers['retry-after'];
    const wait = asked === undefined ? '' : ` and asks to wait (Retry-After: ${asked})`;
    if (result.status === 429) {
        return result_fail('unreachable', `${host} limits the rate (HTTP 429)${wait}, longer than this step may take.`, 'Raise `timeout`, or spread the jobs.');
    }
    if (result.status === 408 || result.status >= 500) {
        return result_fail('unreachable', `${host} has a problem of its own (HTTP ${result.status})${wait}; it did not end within \`timeout\`.`);
    }
    return result_fail('unreachable', `${host} gave an answer that no registry gives (HTTP ${result.status}).`);
}
const remedies = {
    'unknown-host': 'Check the address for a typing error; a name that only your network knows needs a runner in that network.',
    refused: 'Check host and port, and whether the runner may reach them (firewall, VPN, proxy).',
    timeout: 'Check whether the runner may reach it (firewall, VPN, proxy), or raise `timeout`.',
    certificate: "If the registry has a certificate of your own authority: put its certificate into /etc/docker/certs.d/HOST/ca.crt or the machine's store, or name its file in NODE_EXTRA_CA_CERTS.",
    'not-tls': 'A registry of plain http is used only if its address begins with `http://`.',
    proxy: 'Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY.',
};
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/registry/token.js
// Tokens from a registry's token server.
// https://distribution.github.io/distribution/spec/auth/token/ and .../oauth/




/** A bearer token; without a credential an anonymous one. `scope` as `repository:NAME:pull`. */
async function token_fetchToken(patience, address, challenge, credential, scope) {
    if (credential?.kind === 'registry-token')
        return result_ok(credential.token);
    const realm = realmUrl(challenge.realm);
    if (realm === undefined) {
        return result_fail('unreachable', `${address.host} names a token server that is no URL.`);
    }
    if (credential !== undefined && !mayReceiveCredential(address, realm)) {
        return result_fail('refused', `${address.host} wants the credential at ${realm.origin}, which is another host. It was not sent.`, `If ${realm.host} is the token server of your registry, say so: \`realm: ${realm.host}\`, or NAME_INTEGRATION_REALM=${realm.host} for an integration.`);
    }
    const request = tokenRequest(realm, challenge, credential, scope);
    const result = await patience_requestPatiently(patience, request);
    if (result.kind === 'failure')
        return patience_unusable(result, request.url);
    if (result.status === 401 ||
        result.status === 403 ||
        (result.status === 400 && credential !== undefined)) {
        return result_fail('refused', `${realm.host} answers HTTP ${result.status}${token_reasonIn(result.text())}.`);
    }
    if (result.status !== 200)
        return patience_unusable(result, request.url);
    const token = tokenIn(result.text());
    return token === undefined
        ? result_fail('unreachable', `${realm.host} answers without a token.`)
        : result_ok(token);
}
function tokenRequest(realm, challenge, credential, scope) {
    const fields = {
        ...(challenge.service !== undefined && { service: challenge.service }),
        ...(scope !== undefined && { scope }),
        client_id: 'transship',
    };
    if (credential?.kind === 'identity-token') {
        const form = { grant_type: 'refresh_token', refresh_token: credential.token, ...fields };
        return {
            url: realm.href,
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams(form).toString(),
        };
    }
    const url = new URL(realm);
    for (const [name, value] of Object.entries(fields))
        url.searchParams.set(name, value);
    if (credential?.kind !== 'password')
        return { url: url.href, method: 'GET', headers: {} };
    url.searchParams.set('account', credential.username);
    const basic = credential_basicValue(credential.username, credential.password);
    return { url: url.href, method: 'GET', headers: { authorization: `Basic ${basic}` } };
}
function realmUrl(text) {
    return URL.canParse(text) ? new URL(text) : undefined;
}
function tokenIn(text) {
    const answer = token_parseJson(text);
    const token = answer?.['token'] ?? answer?.['access_token'];
    return typeof token === 'string' && token !== '' ? token : undefined;
}
/** ` (its own words)` from the error answer of a registry or an OAuth server, shortened; empty where it has none. */
function token_reasonIn(text) {
    const answer = token_parseJson(text);
    const errors = answer?.['errors'];
    const first = Array.isArray(errors) ? errors[0] : undefined;
    const words = [
        isRecord(first) ? first['message'] : undefined,
        answer?.['error_description'],
        answer?.['details'],
        answer?.['message'],
        answer?.['Message'],
        answer?.['error'],
    ].find((word) => typeof word === 'string' && word.trim() !== '');
    return typeof words === 'string' ? ` (${words.replace(/\s+/g, ' ').trim().slice(0, 200)})` : '';
}
/** A JSON object, or undefined. */
function token_parseJson(text) {
    try {
        const value = JSON.parse(text);
        return isRecord(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/registry/dockercfg.js
// Docker's credential files in both shapes (codeship.md 5.1).



/**
 * Reads a `.dockercfg` (registries at the top) or a `config.json` (registries under `auths`).
 * What is said about a wrong file holds nothing of its content.
 */
function parseDockercfg(text) {
    const json = token_parseJson(text.replace(/^\uFEFF/, '').replace(/[\s\0]+$/, ''));
    if (json === undefined) {
        return result_fail('wrong', 'Failed to parse dockercfg: it is no JSON object.', 'It has a syntax error, or was encrypted with an incomplete AES key or that of another project: encrypt the file again with the key of this one.');
    }
    const auths = json['auths'];
    const helpers = ['credsStore', 'credHelpers'].filter((name) => json[name] !== undefined);
    const isNew = isRecord(auths) || helpers.length > 0;
    const records = isNew
        ? Object.entries(isRecord(auths) ? auths : {})
        : Object.entries(json).filter(([, value]) => isRecord(value) &&
            ('auth' in value || 'email' in value || Object.keys(value).length === 0));
    const entries = [];
    for (const [key, value] of records) {
        const address = parseAddress(key);
        if (address === undefined || !isRecord(value)) {
            return result_fail('wrong', 'Failed to parse dockercfg: it has an entry that is no registry.');
        }
        const credential = credentialIn(value);
        if (credential === 'broken') {
            return result_fail('wrong', `Failed to parse dockercfg: \`auth\` of ${address.host} is not base64 of USER:PASSWORD.`);
        }
        entries.push({ key, address, credential });
    }
    return result_ok({ entries, helpers });
}
function credentialIn(entry) {
    const text = (name) => {
        const value = entry[name];
        return typeof value === 'string' ? value : '';
    };
    if (text('identitytoken') !== '')
        return { kind: 'identity-token', token: text('identitytoken') };
    if (text('registrytoken') !== '')
        return { kind: 'registry-token', token: text('registrytoken') };
    if (text('auth') === '') {
        const [username, password] = [text('username'), text('password')];
        return username === '' || password === ''
            ? undefined
            : { kind: 'password', username, password };
    }
    // Old clients left a NUL or a line break behind the password.
    const pair = Buffer.from(text('auth'), 'base64')
        .toString('utf8')
        .replace(/[\0\r\n]+$/, '');
    const at = pair.indexOf(':');
    if (at < 1 || at === pair.length - 1)
        return 'broken';
    return { kind: 'password', username: pair.slice(0, at), password: pair.slice(at + 1) };
}

;// CONCATENATED MODULE: ./build/registry/challenge.js
// The `WWW-Authenticate` header of a registry (RFC 9110, 11.6.1).
/** The first challenge that is understood; a token server is preferred to a password in every request. */
function challenge_parseChallenge(header) {
    if (header === undefined)
        return undefined;
    const challenges = [
        ...header.matchAll(/(?:^|,\s*)([A-Za-z][A-Za-z0-9-]*)(?:\s+|$)((?:[A-Za-z_]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s,"]+)(?:\s*,\s*(?=[A-Za-z_]+\s*=))?)*)/g),
    ].map(([, scheme = '', parameters = '']) => ({
        scheme: scheme.toLowerCase(),
        parameters: parametersOf(parameters),
    }));
    const bearer = challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters['realm'] !== undefined);
    if (bearer !== undefined) {
        const { realm = '', service, scope } = bearer.parameters;
        return {
            kind: 'bearer',
            realm,
            ...(service !== undefined && { service }),
            ...(scope !== undefined && { scope }),
        };
    }
    const basic = challenges.find(({ scheme }) => scheme === 'basic');
    return basic && { kind: 'basic', realm: basic.parameters['realm'] ?? '' };
}
function parametersOf(text) {
    const pairs = [...text.matchAll(/([A-Za-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)];
    return Object.fromEntries(pairs.map(([, name = '', quoted, plain]) => [
        name.toLowerCase(),
        quoted?.replace(/\\(.)/g, '$1') ?? plain,
    ]));
}

;// CONCATENATED MODULE: ./build/registry/authorize.js
// The `Authorization` header that a registry wants, found out from its answer to a request without one.




/**
 * Undefined for a registry that wants none.
 *
 * @param credential undefined asks as anybody
 * @param scope `repository:NAME:ACTIONS`
 */
async function authorize(patience, address, answer, credential, scope) {
    if (answer.status === 200)
        return result_ok(undefined);
    const challenge = answer.status === 401 ? challenge_parseChallenge(answer.headers['www-authenticate']) : undefined;
    if (challenge === undefined) {
        return result_fail('unreachable', `${address.host} does not answer as a registry does (HTTP ${answer.status}).`);
    }
    if (challenge.kind === 'basic') {
        if (credential?.kind !== 'password')
            return result_fail('refused', 'no basic auth credentials');
        return result_ok(`Basic ${credential_basicValue(credential.username, credential.password)}`);
    }
    const token = await token_fetchToken(patience, address, challenge, credential, scope);
    if (!token.ok)
        return token;
    patience.host.mask(token.value);
    return result_ok(`Bearer ${token.value}`);
}

;// CONCATENATED MODULE: ./build/registry/named-addresses.js
// What a user said about a registry at login and a later step has to know, too: that it has no TLS, that its token server
// is elsewhere. An image name can't say it.


/** JSON, `{"host": {"scheme": "http", "realms": ["auth.example.com"]}}`; no secrets. */
const variable = 'TRANSSHIP_REGISTRIES';
/** Tells later steps of the job about addresses that need more than their host. */
function exportAddresses(host, addresses) {
    const special = addresses.filter(({ scheme, realms }) => scheme === 'http' || realms !== undefined);
    if (special.length === 0)
        return;
    const all = { ...parseJson(host.env[variable] ?? '') };
    for (const { host: name, ...rest } of special)
        all[name] = rest;
    host.exportVariable(variable, JSON.stringify(all));
}
/** The address of a registry as it stands in an image name, with what an earlier login said about it. */
function addressOf(env, registry) {
    const address = parseAddress(registry);
    const known = address && token_parseJson(env[variable] ?? '')?.[address.host];
    if (address === undefined || !isRecord(known))
        return address;
    const { scheme, realms } = known;
    const hosts = Array.isArray(realms) ? realms.filter((realm) => typeof realm === 'string') : [];
    return {
        ...address,
        ...(scheme === 'http' && { scheme }),
        ...(hosts.length > 0 && { realms: hosts }),
    };
}

// EXTERNAL MODULE: ./build/registry/registries.js
var registries = __webpack_require__(583);
;// CONCATENATED MODULE: ./build/registry/verify.js
// Whether a credential opens a registry, asked of the registry itself, as `docker login` does:
// `/v2/` without the credential, then by the way that the answer names.






async function verifyCredential(patience, address, credential) {
    const first = await firstAnswer(patience, address);
    if (!first.ok)
        return first;
    const { base, answer } = first.value;
    if (answer.status === 200)
        return verifyWhereOpen(patience, base, credential);
    const challenge = answer.status === 401 ? parseChallenge(answer.headers['www-authenticate']) : undefined;
    if (challenge === undefined) {
        return fail('unreachable', `${address.host} does not answer as a registry does (HTTP ${answer.status} for /v2/).`, 'Check the address: it is the host of the image names, without a path.');
    }
    if (challenge.kind === 'basic') {
        if (credential.kind !== 'password') {
            return fail('wrong', `${address.host} takes a user name and a password, not a token.`);
        }
        const authorization = `Basic ${basicValue(credential.username, credential.password)}`;
        return accepted(patience, address, base, authorization);
    }
    const token = await fetchToken(patience, address, challenge, credential, undefined);
    if (!token.ok)
        return token;
    patience.host.mask(token.value);
    return accepted(patience, address, base, `Bearer ${token.value}`);
}
/** The base URL that answers, and its answer to `/v2/` without a credential. */
async function firstAnswer(patience, address) {
    const [first = '', second] = baseUrls(address);
    if (second === undefined)
        return answerAt(patience, address, first);
    // A registry on this machine, whose scheme nobody wrote: a server of TLS does not understand plain http.
    const guess = await patience.host.request({ url: `${first}/v2/`, timeoutMs: 5000 });
    if (guess.kind === 'failure') {
        const isTls = guess.reason === 'cut' || guess.reason === 'other';
        return answerAt(patience, address, isTls ? second : first);
    }
    if (guess.status === 401 || guess.status === 200)
        return result_ok({ base: first, answer: guess });
    // What Go's TLS servers say.
    const isTls = guess.status === 400 && /HTTP request to an HTTPS server/i.test(guess.text());
    return answerAt(patience, address, isTls ? second : first);
}
async function answerAt(patience, address, base) {
    let url = `${base}/v2/`;
    for (let redirects = 0; redirects < 3; redirects++) {
        const result = await patience_requestPatiently(patience, { url });
        if (result.kind === 'failure' || isTransient(result.status))
            return patience_unusable(result, url);
        if (result.status < 300 || result.status >= 400) {
            return result_ok({ base: new URL(url).origin, answer: result });
        }
        const target = result.headers['location'] ?? '';
        const next = URL.canParse(target, url) ? new URL(target, url) : undefined;
        if (next === undefined || !isSamePlace(new URL(url), next)) {
            return result_fail('refused', `${address.host} sends the request on to ${next?.host ?? 'nowhere'}. The credential was not sent there.`, next && `If ${next.host} is the registry, give that as its address.`);
        }
        url = next.href;
    }
    return result_fail('unreachable', `${address.host} sends the request round in a circle.`);
}
function isTransient(status) {
    return status === 408 || status === 429 || status >= 500;
}
/** The same host by the same or a safer scheme. */
function isSamePlace(from, to) {
    return (from.hostname === to.hostname && (to.protocol === 'https:' || from.protocol === to.protocol));
}
async function accepted(patience, address, base, authorization) {
    const url = `${base}/v2/`;
    const result = await requestPatiently(patience, { url, headers: { authorization } });
    if (result.kind === 'failure')
        return unusable(result, url);
    if (result.status === 200)
        return ok('logged-in');
    if (result.status === 401 || result.status === 403) {
        return fail('refused', `${address.host} answers HTTP ${result.status}${reasonIn(result.text())}.`);
    }
    return unusable(result, url);
}
/** An open registry may still refuse a wrong password that it is given; if it takes it, that says nothing. */
async function verifyWhereOpen(patience, base, credential) {
    if (credential.kind !== 'password')
        return ok('unverifiable');
    const url = `${base}/v2/`;
    const authorization = `Basic ${basicValue(credential.username, credential.password)}`;
    const result = await requestPatiently(patience, { url, headers: { authorization } });
    if (result.kind === 'response' && (result.status === 401 || result.status === 403)) {
        return fail('refused', `${new URL(base).host} answers HTTP ${result.status}${reasonIn(result.text())}.`);
    }
    return ok('unverifiable');
}

;// CONCATENATED MODULE: ./build/registry/tags.js
// The tags of a repository, by the token authentication of the registry's API.
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags







const pageSize = 1000;
const mostPages = 1000;
/**
 * All tags, in the registry's order; tag and digest of the reference don't count.
 *
 * @param credential undefined asks as anybody, which is enough for public repositories
 * @param seconds for all of it, retries included
 */
async function listTags(reference, credential, host, seconds = 60) {
    const budget = patience(host, seconds);
    const address = addressOf(host.env, reference.host);
    if (address === undefined)
        return result_fail('wrong', `${reference.host} is no address of a registry.`);
    const first = await firstAnswer(budget, address);
    if (!first.ok)
        return first;
    const { base, answer } = first.value;
    const scope = `repository:${reference.path}:pull`;
    const authorization = await authorize(budget, address, answer, credential, scope);
    if (!authorization.ok) {
        const { failure } = authorization;
        if (failure.kind !== 'refused' || failure.remedy !== undefined)
            return authorization;
        return refusal(reference, credential, failure.message);
    }
    const tags = [];
    let url = `${base}/v2/${reference.path}/tags/list?n=${pageSize}`;
    for (let page = 0; page < mostPages; page++) {
        const result = await patience_requestPatiently(budget, {
            url,
            headers: authorization.value === undefined ? {} : { authorization: authorization.value },
        });
        if (result.kind === 'failure')
            return patience_unusable(result, url);
        if (result.status === 404) {
            return result_fail('refused', `${reference.name} does not exist, or the account may not see it.`, 'Check the name; registries say the same for both.');
        }
        if (result.status === 401 || result.status === 403) {
            return refusal(reference, credential, `HTTP ${result.status}${token_reasonIn(result.text())}.`);
        }
        if (result.status !== 200)
            return patience_unusable(result, url);
        // A repository without tags has null.
        const names = token_parseJson(result.text())?.['tags'] ?? [];
        if (!Array.isArray(names))
            return result_fail('unreachable', `${address.host} answers without tags.`);
        tags.push(...names.filter((name) => typeof name === 'string'));
        const next = nextPage(result.headers['link'], url);
        if (next === undefined)
            return result_ok(tags);
        url = next;
    }
    return result_fail('unreachable', `${reference.name} has more tags than can be listed.`);
}
/**
 * The field `accesstoken` of a Quay.io integration, an OAuth token of an organization's application, as a credential. It
 * lists tags and never logged in (shippable.md 6.1).
 */
function quayAccessToken(token) {
    return { kind: 'password', username: '$oauthtoken', password: token };
}
/** The URL of `Link: <...>; rel="next"`, if it leads to the same host: the token is for no other. */
function nextPage(link, url) {
    const target = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(link ?? '')?.[1];
    if (target === undefined || !URL.canParse(target, url))
        return undefined;
    const next = new URL(target, url);
    return next.origin === new URL(url).origin && next.href !== url ? next.href : undefined;
}
function refusal({ name, host }, credential, said) {
    return result_fail('refused', `The tags of ${name} can't be listed: ${said}`, credential === undefined
        ? 'Log in first: the repository is not public.'
        : (0,registries/* registryOfHost */.V6)(host).check);
}

// EXTERNAL MODULE: ./build/cli/program.js
var program = __webpack_require__(1205);
;// CONCATENATED MODULE: ./build/cli/tags.js
// `transship tags IMAGE`: the tags of a repository, by the registry's token authentication. A password comes by
// standard input only; without one, what `docker login` left in its configuration is used, or nobody is asked for.






const tagsOptions = [
    { name: 'username', value: 'NAME', summary: 'Account; its password is read from standard input' },
    { name: 'access-token', summary: 'Read an access token of Quay.io from standard input' },
];
/** `host` is the outside world; the runner's own in the program. */
const tagsWith = (host) => async (line, io) => {
    const image = line.arguments[0] ?? '';
    const parsed = (0,reference/* parseReference */.F2)(image);
    if (!parsed.ok)
        return (0,program/* wrongUsage */.x)(io, `\`${image}\` is no name of an image: ${parsed.message}`);
    if ('username' in line.options && 'access-token' in line.options) {
        return (0,program/* wrongUsage */.x)(io, '--username and --access-token exclude each other');
    }
    const outside = host(io);
    const credential = givenCredential(line, io) ?? machineCredential(parsed.reference, outside);
    const tags = await listTags(parsed.reference, credential, outside);
    if (tags.ok) {
        io.stdout(tags.value.map((tag) => `${tag}\n`).join(''));
        return 0;
    }
    const { message, remedy } = tags.failure;
    io.stderr(`error: ${message}\n${remedy === undefined ? '' : `  = help: ${remedy}\n`}`);
    return 1;
};
function givenCredential(line, io) {
    const { username } = line.options;
    const isToken = 'access-token' in line.options;
    if (username === undefined && !isToken)
        return undefined;
    const text = Buffer.from(io.stdin())
        .toString('utf8')
        .replace(/\r?\n$/, '');
    return isToken
        ? quayAccessToken(text)
        : { kind: 'password', username: username ?? '', password: text };
}
/** What `docker login` wrote for the host; credentials in a keychain stay there. */
function machineCredential({ host }, outside) {
    const folder = outside.env['DOCKER_CONFIG'] ?? external_node_path_.join(outside.env['HOME'] ?? '/', '.docker');
    const text = outside.files.read(external_node_path_.join(folder, 'config.json'));
    const config = text === undefined ? undefined : parseDockercfg(text);
    if (config?.ok !== true)
        return undefined;
    return config.value.entries.find(({ address }) => address.host === host)?.credential;
}
/** The runner's host without its workflow commands: what it would say goes to standard error. */
const terminalHost = (io) => {
    const say = (message) => io.stderr(`${message}\n`);
    const quiet = () => undefined;
    const { env } = io;
    return { ...githubRunner(env), log: say, notice: say, warning: say, error: say, mask: quiet };
};
const tagsProgram = tagsWith(terminalHost);


/***/ }),

/***/ 3877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  request: () => (/* binding */ request)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/host/proxy-choice.js
// Which proxy a request goes through, as curl, Go and Docker read the environment.
/** The proxy's URL, or undefined for a direct connection. */
function proxyFor(url, env) {
    const value = (name) => env[name.toLowerCase()] || env[name.toUpperCase()] || '';
    const proxy = value(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') || value('all_proxy');
    if (proxy === '' || bypasses(url, value('no_proxy')))
        return undefined;
    try {
        return new URL(proxy.includes('://') ? proxy : `http://${proxy}`);
    }
    catch {
        return undefined;
    }
}
/** NO_PROXY: names with their subdomains (`.x` and `*.x` alike), addresses, IPv4 ranges, each with an optional port; `*` is all. */
function bypasses(url, noProxy) {
    const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    if (host === 'localhost' || host === '::1' || /^127\./.test(host))
        return true;
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return noProxy
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
        if (entry === '*')
            return true;
        const [, name = '', wantedPort] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
        if (wantedPort !== undefined && /^[^:]*$/.test(name) && wantedPort !== port)
            return false;
        if (/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(name))
            return inRange(host, name);
        const domain = name.replace(/^\*?\./, '');
        return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(domain));
    });
}
function inRange(host, range) {
    if (!/^\d+\.\d+\.\d+\.\d+$/.test(host))
        return false;
    const [network = '', bits = '32'] = range.split('/');
    const shift = 2 ** (32 - Number(bits));
    return Math.floor(toNumber(host) / shift) === Math.floor(toNumber(network) / shift);
}
function toNumber(address) {
    return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

// EXTERNAL MODULE: ./build/host/trust.js
var host_trust = __webpack_require__(8973);
;// CONCATENATED MODULE: ./build/host/http.js
// One HTTP exchange over node:http(s). The global fetch takes longer to load than a whole login takes, and node:https
// takes as long as Node itself: it is loaded when the first https address is asked.



// A login asks the same host two or three times; a new TLS connection for each would be most of its time.
const plainAgent = new external_node_http_.Agent({ keepAlive: true });
const tlsAgents = new Map();
/** Machine certificates by host, once a host has needed them. */
const trusted = new Map();
async function request(wanted, env) {
    const url = new URL(wanted.url);
    if (wanted.socketPath !== undefined) {
        return new Promise((resolve) => send(wanted, url, external_node_http_.request, plainAgent, resolve));
    }
    const result = await exchange(wanted, url, env, trusted.get(url.host));
    if (result.kind !== 'failure' || result.reason !== 'certificate' || trusted.has(url.host))
        return result;
    // The Docker engine trusts the machine's own certificates, Node only those it was built with.
    const { machineTrust } = await __webpack_require__.e(/* import() */ 341).then(__webpack_require__.bind(__webpack_require__, 8341));
    const trust = machineTrust(url.host, env);
    if (trust === undefined)
        return result;
    trusted.set(url.host, trust);
    return exchange(wanted, url, env, trust);
}
async function exchange(wanted, url, env, trust) {
    const proxy = proxyFor(url, env);
    const isTls = url.protocol === 'https:';
    if (proxy !== undefined) {
        const { tunnelAgent } = await __webpack_require__.e(/* import() */ 911).then(__webpack_require__.bind(__webpack_require__, 911));
        const agent = tunnelAgent(proxy, url, trust);
        const start = isTls ? (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19))).request : external_node_http_.request;
        return new Promise((resolve) => send(wanted, url, start, agent, resolve));
    }
    if (!isTls)
        return new Promise((resolve) => send(wanted, url, external_node_http_.request, plainAgent, resolve));
    const tls = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19));
    const agent = tlsAgent(tls, trust);
    return new Promise((resolve) => send(wanted, url, tls.request, agent, resolve));
}
function tlsAgent({ Agent }, trust) {
    const known = tlsAgents.get(trust);
    if (known !== undefined)
        return known;
    const agent = new Agent({ keepAlive: true, ...(0,host_trust/* tlsOptions */.Y)(trust) });
    tlsAgents.set(trust, agent);
    return agent;
}
function send(wanted, url, start, agent, resolve) {
    const { timeoutMs = 30_000, maxBytes = 8 * 1024 * 1024, body, method = 'GET' } = wanted;
    const message = start(url, {
        method,
        agent,
        ...(wanted.socketPath !== undefined && { socketPath: wanted.socketPath }),
        headers: {
            'user-agent': 'transship',
            ...wanted.headers,
            ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
    });
    const finish = (result) => {
        clearTimeout(timer);
        resolve(result);
    };
    const fail = (reason, text) => {
        finish({ kind: 'failure', reason, message: text });
        message.destroy();
    };
    const timer = setTimeout(() => fail('timeout', `no answer from ${url.host} within ${timeoutMs / 1000} s`), timeoutMs);
    message.on('error', (error) => finish(failureOf(error, url)));
    message.on('response', (response) => {
        const chunks = [];
        let size = 0;
        response.on('data', (chunk) => {
            size += chunk.length;
            if (size > maxBytes)
                fail('too-large', `the answer of ${url.host} is larger than ${maxBytes} bytes`);
            else
                chunks.push(chunk);
        });
        response.on('end', () => {
            if (response.complete)
                finish(answerOf(response, Buffer.concat(chunks)));
            else
                fail('cut', `${url.host} ended the connection in the middle of its answer`);
        });
        response.on('error', (error) => finish(failureOf(error, url)));
    });
    message.end(body);
}
function answerOf(response, body) {
    const headers = {};
    for (const [name, value] of Object.entries(response.headers)) {
        if (value !== undefined)
            headers[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    return {
        kind: 'response',
        status: response.statusCode ?? 0,
        headers,
        body,
        text: () => body.toString('utf8'),
    };
}
/** Node's codes as reasons that a message or a retry can go by. */
function failureOf(error, url) {
    const code = error.code ?? '';
    const rows = [
        [/^TRANSSHIP_PROXY$/, 'proxy', error.message],
        [/^(ENOTFOUND|EAI_)/, 'unknown-host', `the host name ${url.hostname} is unknown (${code})`],
        [
            /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES|EPERM)$/,
            'refused',
            `${url.host} takes no connection (${code})`,
        ],
        [/^ETIMEDOUT$/, 'timeout', `no connection to ${url.host} in time (${code})`],
        [/^(ECONNRESET|EPIPE|ECONNABORTED|HPE_)/, 'cut', `${url.host} cut the connection (${code})`],
        [
            /^(ERR_TLS_CERT|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|INVALID_CA|HOSTNAME_MISMATCH)/,
            'certificate',
            `the certificate of ${url.host} is not trusted (${code})`,
        ],
        [/^(EPROTO|ERR_SSL_)/, 'not-tls', `${url.host} does not speak TLS (${code})`],
    ];
    const row = rows.find(([pattern]) => pattern.test(code));
    if (row !== undefined)
        return { kind: 'failure', reason: row[1], message: row[2] };
    return { kind: 'failure', reason: 'other', message: `${url.host}: ${error.message}` };
}


/***/ }),

/***/ 8973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ tlsOptions)
/* harmony export */ });
// Whom a TLS connection trusts.
/** What Node's TLS wants, from what we know. */
function tlsOptions(trust) {
    return {
        ...(trust?.ca && { ca: [...trust.ca] }),
        ...(trust?.cert && { cert: trust.cert }),
        ...(trust?.key && { key: trust.key }),
    };
}


/***/ })

};
