import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3480:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8167:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("worker_threads");

/***/ }),

/***/ 3529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ clientEnv)
/* harmony export */ });
/** The environment for a program that is started: all but the credentials of the step itself. */
function clientEnv(env) {
    const own = /^INPUT_|_INTEGRATION_/;
    return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}


/***/ }),

/***/ 1381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ loginInterface)
/* harmony export */ });
const loginInterface = {
    name: 'login',
    title: 'transship login',
    description: 'Log in to container registries the way Shippable integrations and CodeShip dockercfg files did.',
    inputs: {
        integrations: {
            description: 'The list under `integrations.hub` of shippable.yml, as YAML: `integrationName`, `type`, `branches`, `region`, `agent_only`. Excludes `config`.',
        },
        config: {
            description: 'Path of a shippable.yml to read `integrations.hub` from. Excludes `integrations`.',
        },
        credentials: {
            description: 'Credentials of the integrations, one `NAME_INTEGRATION_FIELD=value` a line. Without a line, the environment variable of that name is read.',
            secret: 'pairs',
        },
        registry: {
            description: 'Address of the registry for the plain form with `username` and `password`; several with one credential are separated by spaces; `http://` in front only if it has no TLS. Empty means Docker Hub.',
        },
        username: { description: 'Account for the plain form.' },
        password: { description: 'Password or token for the plain form.', secret: true },
        identity: {
            description: 'Plain form without a password, by the identity token of the job: the ARN of a role (Amazon ECR), a workload identity provider (Google; `username` may name a service account), an OIDC connection (Docker Hub; `username` is the organization). Quay.io needs only `username`, a robot account.',
        },
        realm: {
            description: 'Hosts of token servers in another domain than the registry that may get the credential, separated by spaces. An integration names its own in `REALM`.',
        },
        dockercfg: {
            description: 'Path of a dockercfg file, in either format, encrypted by CodeShip or plain. Several: one a line.',
        },
        'aes-key': {
            description: 'CodeShip key (base64 of 32 bytes) that opens encrypted files. Never passed on.',
            secret: true,
        },
        generator: {
            description: 'Image of a CodeShip dockercfg generator service. It gets one argument, a path, and writes a dockercfg there.',
        },
        'generator-env': {
            description: 'Environment of the generator, one `KEY=value` a line.',
            secret: 'pairs',
        },
        'generator-env-file': {
            description: 'Environment files of the generator, one path a line; encrypted ones are opened with `aes-key`.',
        },
        'generator-options': {
            description: 'Further `docker run` options of the generator, split like a shell line: volumes, links, the Docker socket.',
        },
        'on-missing': {
            description: 'What an empty credential does: `fail`, `warn` or `skip`. Pull requests from forks have no secrets. An unknown integration always fails.',
            default: 'fail',
        },
        timeout: {
            description: 'Seconds that each registry may take, retries included. Network errors and HTTP 408, 429 and 5xx are tried again, 401 and 403 never.',
            default: '60',
        },
        'github-token': {
            description: 'Token for ghcr.io where no password is given. Without it, that of the job. Sent nowhere else.',
            default: '${{ github.token }}',
            secret: true,
        },
    },
    outputs: {
        registries: {
            description: 'JSON list of `{host, account, state}`, one for each login, with the `name` of the integration. `state` is `logged-in`, `unverifiable` (the registry lets everyone in), `failed` or `skipped`.',
        },
        'docker-config': { description: 'The folder that DOCKER_CONFIG names in later steps.' },
    },
};


/***/ }),

/***/ 25:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ login)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/actions/container-docker-config.js
/**
 * Variable by which `login` tells `pull-boot-image` the DOCKER_CONFIG folder that the booted container gets: every
 * credential of the job but those of entries with `agent_only: true` (shippable.md 6.2, rule 5). `login` exports it to
 * later steps beside DOCKER_CONFIG and rewrites the folder's `config.json` at every run; nothing else reads it.
 */
const containerDockerConfigVariable = 'TRANSSHIP_CONTAINER_DOCKER_CONFIG';

// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(7755);
// EXTERNAL MODULE: ./build/registry/credential.js
var registry_credential = __nccwpck_require__(6869);
// EXTERNAL MODULE: ./build/registry/token.js
var registry_token = __nccwpck_require__(5327);
;// CONCATENATED MODULE: ./build/registry/docker-config.js
// What a job's own `config.json` holds: the machine's settings, and our credentials, which win for their hosts.



/** Names by which clients ask for Docker Hub. */
const hubNames = ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io'];
/** Puts credentials into a configuration; later ones of the same host replace earlier ones. */
function withCredentials(config, logins) {
    const ours = new Set(logins.map(({ host }) => host));
    const isOurs = (key) => ours.has((0,reference/* normalizeRegistry */.l5)(key));
    const auths = Object.entries(recordIn(config, 'auths')).filter(([key]) => !isOurs(key));
    for (const { host, credential } of logins)
        auths.push([(0,reference/* dockerConfigKey */.Y4)(host), authEntry(credential)]);
    const helpers = Object.entries(recordIn(config, 'credHelpers')).filter(([key]) => !isOurs(key));
    const store = config['credsStore'];
    if (typeof store === 'string' && store !== '') {
        // A store answers for every host, so that `auths` would not be read; an empty helper for a host turns it off there.
        for (const host of ours) {
            for (const name of host === reference/* DOCKER_HUB */.Xb ? hubNames : [host])
                helpers.push([name, '']);
        }
    }
    const { auths: _auths, credHelpers: _helpers, ...others } = config;
    return {
        ...others,
        auths: Object.fromEntries(auths),
        ...(helpers.length > 0 && { credHelpers: Object.fromEntries(helpers) }),
    };
}
/** Adds folders where the client looks for plugins, so that none needs to be copied. */
function withPluginFolders(config, folders) {
    const known = config['cliPluginsExtraDirs'];
    const all = new Set([...(Array.isArray(known) ? known : []), ...folders]);
    return all.size === 0 ? config : { ...config, cliPluginsExtraDirs: [...all] };
}
/** What of the machine's configuration makes sense inside a container: proxies, not programs and folders. */
function containerBase(config) {
    const { proxies, HttpHeaders } = config;
    return {
        ...(proxies !== undefined && { proxies }),
        ...(HttpHeaders !== undefined && { HttpHeaders }),
    };
}
/** The credentials of a configuration that somebody else wrote, by host; for looking one up. */
function recordIn(config, name) {
    const value = config[name];
    return (0,registry_token/* isRecord */.u4)(value) ? value : {};
}
function authEntry(credential) {
    switch (credential.kind) {
        case 'password':
            return { auth: (0,registry_credential/* basicValue */.u)(credential.username, credential.password) };
        case 'identity-token':
            return {
                auth: (0,registry_credential/* basicValue */.u)('00000000-0000-0000-0000-000000000000', ''),
                identitytoken: credential.token,
            };
        case 'registry-token':
            return { registrytoken: credential.token };
    }
}

;// CONCATENATED MODULE: ./build/registry/docker-config-folder.js
// The job's own DOCKER_CONFIG folder: mode 0700 below RUNNER_TEMP, which the runner empties when the job ends.
// The machine's folder is read and never written to.





/**
 * Writes both folders, exports their variables, and gives the path of the host's. A job that logs in more than once
 * keeps what came before.
 */
function writeDockerConfig(host, logins) {
    const own = earlierFolders(host);
    const root = own === undefined ? host.files.makeTemporaryFolder('transship-login-') : undefined;
    const folder = own?.folder ?? external_node_path_.join(root ?? '', 'docker');
    const containerFolder = own?.containerFolder ?? external_node_path_.join(root ?? '', 'docker-container');
    if (own === undefined) {
        host.files.makeFolder(folder);
        host.files.makeFolder(containerFolder);
    }
    const base = own?.config ?? machineConfig(host, folder);
    const inContainer = own?.containerConfig ?? containerBase(base);
    const shared = logins.filter(({ agentOnly }) => !agentOnly);
    host.files.write(external_node_path_.join(folder, 'config.json'), toJson(withCredentials(base, logins)));
    host.files.write(external_node_path_.join(containerFolder, 'config.json'), toJson(withCredentials(inContainer, shared)));
    host.exportVariable('DOCKER_CONFIG', folder);
    host.exportVariable(containerDockerConfigVariable, containerFolder);
    return folder;
}
/** The folders of an earlier login of this job, if DOCKER_CONFIG still names one. */
function earlierFolders({ env, files, temporaryFolder }) {
    const folder = env['DOCKER_CONFIG'];
    const containerFolder = env[containerDockerConfigVariable];
    if (!folder || !containerFolder || external_node_path_.dirname(folder) !== external_node_path_.dirname(containerFolder))
        return undefined;
    if (external_node_path_.dirname(external_node_path_.dirname(folder)) !== external_node_path_.resolve(temporaryFolder))
        return undefined;
    const config = (0,registry_token/* parseJson */.qF)(files.read(external_node_path_.join(folder, 'config.json')) ?? '');
    const containerConfig = (0,registry_token/* parseJson */.qF)(files.read(external_node_path_.join(containerFolder, 'config.json')) ?? '');
    if (config === undefined || containerConfig === undefined)
        return undefined;
    return { folder, containerFolder, config, containerConfig };
}
/** The machine's configuration for its use from our folder: settings, plugins, contexts, TLS files of the engine. */
function machineConfig(host, folder) {
    const { files, env } = host;
    const home = env['HOME'] || env['USERPROFILE'] || external_node_os_.homedir();
    const machine = env['DOCKER_CONFIG'] || external_node_path_.join(home, '.docker');
    const names = new Set(files.list(machine));
    const text = names.has('config.json') ? files.read(external_node_path_.join(machine, 'config.json')) : undefined;
    const read = text === undefined ? {} : (0,registry_token/* parseJson */.qF)(text);
    if (read === undefined) {
        host.warning(`${external_node_path_.join(machine, 'config.json')} is no JSON object. Its settings are not taken over.`);
    }
    if (names.has('contexts')) {
        copyFolder(files, external_node_path_.join(machine, 'contexts'), external_node_path_.join(folder, 'contexts'));
    }
    for (const name of ['ca.pem', 'cert.pem', 'key.pem'].filter((pem) => names.has(pem))) {
        const bytes = files.readBytes(external_node_path_.join(machine, name));
        if (bytes !== undefined)
            files.write(external_node_path_.join(folder, name), bytes);
    }
    // Builders that exist, such as one that docker/setup-buildx-action made before, live in a folder of their own.
    if (names.has('buildx') && !env['BUILDX_CONFIG']) {
        host.exportVariable('BUILDX_CONFIG', external_node_path_.join(machine, 'buildx'));
    }
    const plugins = names.has('cli-plugins') ? [external_node_path_.join(machine, 'cli-plugins')] : [];
    const config = withPluginFolders(read ?? {}, plugins);
    return withInherited(host, config);
}
/** Credentials in DOCKER_AUTH_CONFIG go before those of any file: they become part of the file. */
function withInherited(host, config) {
    const inherited = (0,registry_token/* parseJson */.qF)(host.env['DOCKER_AUTH_CONFIG'] ?? '');
    if (inherited === undefined)
        return config;
    host.exportVariable('DOCKER_AUTH_CONFIG', '');
    return { ...config, auths: { ...Object(config['auths']), ...Object(inherited['auths']) } };
}
function copyFolder(files, from, to) {
    const names = files.list(from);
    if (names === undefined)
        return;
    files.makeFolder(to);
    for (const name of names) {
        const bytes = files.readBytes(external_node_path_.join(from, name));
        if (bytes === undefined)
            copyFolder(files, external_node_path_.join(from, name), external_node_path_.join(to, name));
        else
            files.write(external_node_path_.join(to, name), bytes);
    }
}
function toJson(config) {
    return `${JSON.stringify(config, null, 2)}\n`;
}

// EXTERNAL MODULE: ./build/registry/address.js
var registry_address = __nccwpck_require__(3026);
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
    const all = { ...(0,registry_token/* parseJson */.qF)(host.env[variable] ?? '') };
    for (const { host: name, ...rest } of special)
        all[name] = rest;
    host.exportVariable(variable, JSON.stringify(all));
}
/** The address of a registry as it stands in an image name, with what an earlier login said about it. */
function addressOf(env, registry) {
    const address = parseAddress(registry);
    const known = address && parseJson(env[variable] ?? '')?.[address.host];
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

// EXTERNAL MODULE: ./build/actions/program.js + 1 modules
var program = __nccwpck_require__(608);
// EXTERNAL MODULE: ./build/registry/patience.js
var registry_patience = __nccwpck_require__(971);
;// CONCATENATED MODULE: ./build/registry/challenge.js
// The `WWW-Authenticate` header of a registry (RFC 9110, 11.6.1).
/** The first challenge that is understood; a token server is preferred to a password in every request. */
function parseChallenge(header) {
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

// EXTERNAL MODULE: ./build/registry/result.js
var registry_result = __nccwpck_require__(7397);
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
        return (0,registry_result/* fail */.f)('unreachable', `${address.host} does not answer as a registry does (HTTP ${answer.status} for /v2/).`, 'Check the address: it is the host of the image names, without a path.');
    }
    if (challenge.kind === 'basic') {
        if (credential.kind !== 'password') {
            return (0,registry_result/* fail */.f)('wrong', `${address.host} takes a user name and a password, not a token.`);
        }
        const authorization = `Basic ${(0,registry_credential/* basicValue */.u)(credential.username, credential.password)}`;
        return accepted(patience, address, base, authorization);
    }
    const token = await (0,registry_token/* fetchToken */.eY)(patience, address, challenge, credential, undefined);
    if (!token.ok)
        return token;
    patience.host.mask(token.value);
    return accepted(patience, address, base, `Bearer ${token.value}`);
}
/** The base URL that answers, and its answer to `/v2/` without a credential. */
async function firstAnswer(patience, address) {
    const [first = '', second] = (0,registry_address/* baseUrls */.gE)(address);
    if (second === undefined)
        return answerAt(patience, address, first);
    // A registry on this machine, whose scheme nobody wrote: a server of TLS does not understand plain http.
    const guess = await patience.host.request({ url: `${first}/v2/`, timeoutMs: 5000 });
    if (guess.kind === 'failure') {
        const isTls = guess.reason === 'cut' || guess.reason === 'other';
        return answerAt(patience, address, isTls ? second : first);
    }
    if (guess.status === 401 || guess.status === 200)
        return (0,registry_result.ok)({ base: first, answer: guess });
    // What Go's TLS servers say.
    const isTls = guess.status === 400 && /HTTP request to an HTTPS server/i.test(guess.text());
    return answerAt(patience, address, isTls ? second : first);
}
async function answerAt(patience, address, base) {
    let url = `${base}/v2/`;
    for (let redirects = 0; redirects < 3; redirects++) {
        const result = await (0,registry_patience/* requestPatiently */.qQ)(patience, { url });
        if (result.kind === 'failure' || isTransient(result.status))
            return (0,registry_patience/* unusable */._P)(result, url);
        if (result.status < 300 || result.status >= 400) {
            return (0,registry_result.ok)({ base: new URL(url).origin, answer: result });
        }
        const target = result.headers['location'] ?? '';
        const next = URL.canParse(target, url) ? new URL(target, url) : undefined;
        if (next === undefined || !isSamePlace(new URL(url), next)) {
            return (0,registry_result/* fail */.f)('refused', `${address.host} sends the request on to ${next?.host ?? 'nowhere'}. The credential was not sent there.`, next && `If ${next.host} is the registry, give that as its address.`);
        }
        url = next.href;
    }
    return (0,registry_result/* fail */.f)('unreachable', `${address.host} sends the request round in a circle.`);
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
    const result = await (0,registry_patience/* requestPatiently */.qQ)(patience, { url, headers: { authorization } });
    if (result.kind === 'failure')
        return (0,registry_patience/* unusable */._P)(result, url);
    if (result.status === 200)
        return (0,registry_result.ok)('logged-in');
    if (result.status === 401 || result.status === 403) {
        return (0,registry_result/* fail */.f)('refused', `${address.host} answers HTTP ${result.status}${(0,registry_token/* reasonIn */.YY)(result.text())}.`);
    }
    return (0,registry_patience/* unusable */._P)(result, url);
}
/** An open registry may still refuse a wrong password that it is given; if it takes it, that says nothing. */
async function verifyWhereOpen(patience, base, credential) {
    if (credential.kind !== 'password')
        return (0,registry_result.ok)('unverifiable');
    const url = `${base}/v2/`;
    const authorization = `Basic ${(0,registry_credential/* basicValue */.u)(credential.username, credential.password)}`;
    const result = await (0,registry_patience/* requestPatiently */.qQ)(patience, { url, headers: { authorization } });
    if (result.kind === 'response' && (result.status === 401 || result.status === 403)) {
        return (0,registry_result/* fail */.f)('refused', `${new URL(base).host} answers HTTP ${result.status}${(0,registry_token/* reasonIn */.YY)(result.text())}.`);
    }
    return (0,registry_result.ok)('unverifiable');
}

// EXTERNAL MODULE: ./build/actions/login/client-env.js
var client_env = __nccwpck_require__(3529);
;// CONCATENATED MODULE: ./build/actions/login/verify-by-docker.js
// The engine's own check of a credential, for registries that it reaches and Node does not.



/** Undefined where Docker knows no better: absent, or not there either. */
async function verifyByDocker(host, { address, credential }) {
    if (credential.kind !== 'password' || address.scheme === 'http')
        return undefined;
    // What `docker login` saves is thrown away with its folder; ours is written once, for all.
    const folder = host.files.makeTemporaryFolder('transship-verify-');
    try {
        const result = await host.exec('docker', [
            'login',
            '--username',
            credential.username,
            '--password-stdin',
            (0,reference/* dockerConfigKey */.Y4)(address.host),
        ], {
            stdin: credential.password,
            env: { ...(0,client_env/* clientEnv */.h)(host.env), DOCKER_CONFIG: folder },
            timeoutMs: 30_000,
        });
        if (result.kind === 'not-found')
            return undefined;
        // Some clients end with 0 and no word when they could not ask.
        if (result.exitCode === 0 && /Login Succeeded/.test(result.stdout))
            return (0,registry_result.ok)('logged-in');
        if (/unauthorized|incorrect username or password|denied/i.test(result.stderr)) {
            return (0,registry_result/* fail */.f)('refused', `${address.host} says no to Docker, too.`);
        }
        return undefined;
    }
    finally {
        host.files.remove(folder);
    }
}

;// CONCATENATED MODULE: ./build/actions/login/perform.js
// Carries a wish out: makes the credential, asks the registry whether it opens it.





/** @param seconds the budget of each registry, from now on */
async function perform(host, wish, seconds) {
    const budget = (0,registry_patience/* patience */._L)(host, seconds);
    const obtained = await wish.obtain(budget);
    if (!obtained.ok) {
        const { failure } = obtained;
        return {
            wish,
            logins: [],
            failures: [{ ...failure, message: `${wish.label}: ${failure.message}` }],
        };
    }
    const verified = await Promise.all(obtained.value.map(async (login) => {
        for (const secret of (0,registry_credential/* secretsOf */.F)(login.credential))
            host.mask(secret);
        const verdict = await verifyCredential(budget, login.address, login.credential);
        if (verdict.ok || !mayDockerKnowBetter(verdict.failure))
            return { login, verdict };
        return { login, verdict: (await verifyByDocker(host, login)) ?? verdict };
    }));
    const logins = [];
    const failures = [];
    for (const { login, verdict } of verified) {
        if (verdict.ok)
            logins.push({ ...login, state: verdict.value });
        else
            failures.push({ ...explain(wish, login, verdict.failure), host: login.address.host });
    }
    return { wish, logins, failures };
}
/** The engine may have a route, a name or a certificate that this process does not. */
function mayDockerKnowBetter({ reason }) {
    return (reason !== undefined && ['unknown-host', 'refused', 'certificate', 'proxy'].includes(reason));
}
function explain(wish, { address, account }, failure) {
    const name = address.host === reference/* DOCKER_HUB */.Xb ? 'Docker Hub' : address.host;
    const at = wish.label.startsWith(address.host)
        ? wish.label.replace(address.host, name)
        : `${name} for ${wish.label}`;
    return {
        ...failure,
        message: `Login as ${account} to ${at} failed. ${failure.message}`,
        remedy: failure.remedy ?? wish.registry.check,
    };
}

;// CONCATENATED MODULE: ./build/legacy/shippable/secret-names.js
// Names of secrets and variables (contract; shippable.md 8.4).
/** An integration's name as Shippable put it into variables: letters, digits, underscores; no digits in front. */
const integrationPrefix = (name) => name
    .replace(/[^A-Za-z0-9_]/g, '')
    .replace(/^[0-9]+/, '')
    .toUpperCase();
/** One register a workflow. `collides` reports a name that had to be changed. */
function secretNames(settings, collides) {
    const byName = new Map();
    return {
        need(wanted, why, at) {
            const key = `${wanted}\n${why}`;
            const mapped = settings.secrets[wanted];
            const clean = (mapped ?? wanted).replace(/[^A-Za-z0-9_]/g, '_');
            const permitted = /^\d|^$/.test(clean) ? `_${clean}` : clean;
            const base = /^GITHUB_/i.test(permitted) ? `SHIPPABLE_${permitted}` : permitted;
            let name = base;
            for (let suffix = 2;; suffix++) {
                const earlier = byName.get(name.toUpperCase());
                if (earlier === undefined || earlier.key === key)
                    break;
                name = `${base}_${suffix}`;
            }
            if (mapped === undefined && name !== wanted && !byName.has(name.toUpperCase()))
                collides(wanted, name, at);
            if (!byName.has(name.toUpperCase())) {
                byName.set(name.toUpperCase(), { name, why, key, ...(at === undefined ? {} : { at }) });
            }
            return name;
        },
        all: () => [...byName.values()].map(({ name, why, at }) => ({
            name,
            why,
            ...(at === undefined ? {} : { at }),
        })),
    };
}
/** A secret as an expression. */
const secret = (name) => `\${{ secrets.${name} }}`;

// EXTERNAL MODULE: ./build/actions/program-inputs.js
var program_inputs = __nccwpck_require__(6080);
;// CONCATENATED MODULE: ./build/actions/login/credential-values.js
// Credentials by the name of an integration: lines of the input `credentials`, then environment variables of the
// contract's rule `<NAME>_INTEGRATION_<FIELD>` (shippable.md 8.4).



const pairLine = /^\s*([^=]+?)_INTEGRATION_([A-Za-z0-9_]+)=(.*)$/;
/** Masks every secret value of the input as it is read. */
function credentialValues(host, input) {
    const lines = readLines(input);
    if (!lines.ok)
        return lines;
    for (const [name, value] of lines.value)
        if (!(0,program_inputs/* isPublicName */.XC)(name))
            host.mask(value);
    const variables = new Map(Object.entries(host.env).map(([name, value]) => [name.toUpperCase(), value]));
    const lookUp = (integration, field) => {
        const variable = `${integrationPrefix(integration)}_INTEGRATION_${field}`;
        return (
        // The exact name first: two integrations may have the same variable.
        lines.value.get(`${integration}_INTEGRATION_${field}`) ??
            lines.value.get(variable) ??
            variables.get(variable));
    };
    return (0,registry_result.ok)({
        read: (integration, field) => {
            const values = field.names
                .map((name) => lookUp(integration, name))
                .filter((value) => value !== undefined);
            const value = values.find((text) => text !== '') ?? values[0];
            if (value !== undefined && field.secret === true)
                host.mask(value);
            return value;
        },
        knows: (integration) => {
            const prefixes = [
                `${integration}_INTEGRATION_`,
                `${integrationPrefix(integration)}_INTEGRATION_`,
            ];
            const names = [...lines.value.keys(), ...variables.keys()];
            return names.some((name) => prefixes.some((prefix) => name.startsWith(prefix)));
        },
    });
}
/** `NAME_INTEGRATION_FIELD=value` lines; a value that begins as JSON or PEM does goes on over the lines below it. */
function readLines(input) {
    const values = new Map();
    let last = '';
    for (const [index, line] of input.split(/\r?\n/).entries()) {
        const [, name, field, value = ''] = pairLine.exec(line) ?? [];
        if (name !== undefined && field !== undefined) {
            last = `${name}_INTEGRATION_${field.toUpperCase()}`;
            values.set(last, value.trim());
            continue;
        }
        const begun = values.get(last) ?? '';
        if (/^(\{|-----BEGIN)/.test(begun))
            values.set(last, `${begun}\n${line}`.trimEnd());
        else if (line.trim() !== '' && !line.trim().startsWith('#')) {
            return (0,registry_result/* fail */.f)('wrong', `Line ${index + 1} of \`credentials\` is no \`NAME_INTEGRATION_FIELD=value\` line.`, 'Of a value with several lines, only JSON and PEM texts are understood.');
        }
    }
    return (0,registry_result.ok)(values);
}

// EXTERNAL MODULE: ./build/registry/registries.js
var registries = __nccwpck_require__(583);
;// CONCATENATED MODULE: ./build/actions/login/wish-of-fields.js
// From the fields of an integration, or the inputs of the plain form, to the way in which a login is made.


function loginMaker(context) {
    switch (context.registry.login) {
        case 'aws':
            return awsMaker(context);
        case 'google':
            return googleMaker(context);
        case 'password':
            return passwordMaker(context);
    }
}
// A plain registry runs none of these, nor the crypto library that they need.
const ecr = () => __nccwpck_require__.e(/* import() */ 966).then(__nccwpck_require__.bind(__nccwpck_require__, 5966));
const google = () => __nccwpck_require__.e(/* import() */ 43).then(__nccwpck_require__.bind(__nccwpck_require__, 7043));
const keyless = () => __nccwpck_require__.e(/* import() */ 80).then(__nccwpck_require__.bind(__nccwpck_require__, 8080));
function passwordMaker(context) {
    const { registry, values, github, fieldName } = context;
    const found = addresses(context);
    if (!found.ok)
        return found;
    const [address] = found.value;
    if (address === undefined)
        return (0,registry_result/* fail */.f)('wrong', `${fieldName('URL')} names no registry.`);
    const everywhere = (credential) => credential.ok
        ? (0,registry_result.ok)(found.value.map((at) => ({
            address: at,
            credential: credential.value,
            account: username,
        })))
        : credential;
    const isGithub = registry.id === 'ghcr';
    const username = values['USERNAME'] || (isGithub ? github.actor : '');
    const password = values['PASSWORD'] ?? (isGithub ? github.token : undefined);
    const connection = values['CONNECTIONID'];
    if (password === undefined && registry.keyless === 'docker-hub' && connection !== undefined) {
        if (connection === '' || username === '')
            return missing(context, ['USERNAME', 'CONNECTIONID']);
        return (0,registry_result.ok)(async (patience) => {
            const { dockerHubToken } = await keyless();
            return everywhere(await dockerHubToken(patience, username, connection));
        });
    }
    if (password === undefined && registry.keyless === 'quay' && username.includes('+')) {
        return (0,registry_result.ok)(async (patience) => {
            const { quayToken } = await keyless();
            return everywhere(await quayToken(patience, address, username));
        });
    }
    if (username === '' || password === undefined || password === '') {
        return missing(context, ['USERNAME', 'PASSWORD']);
    }
    return (0,registry_result.ok)(async () => everywhere((0,registry_result.ok)({ kind: 'password', username, password })));
}
function awsMaker(context) {
    const { values, fieldName } = context;
    const [access, secret, session, role] = [
        'AWS_ACCESS_KEY_ID',
        'AWS_SECRET_ACCESS_KEY',
        'SESSIONTOKEN',
        'ROLE',
    ].map((name) => values[name]);
    if (access === '' || secret === '' || session === '' || (role === '' && access === undefined)) {
        return missing(context, ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'SESSIONTOKEN', 'ROLE']);
    }
    if ((access === undefined) !== (secret === undefined)) {
        return (0,registry_result/* fail */.f)('wrong', `${fieldName('AWS_ACCESS_KEY_ID')} and ${fieldName('AWS_SECRET_ACCESS_KEY')} belong together.`);
    }
    const found = addresses(context);
    if (!found.ok)
        return found;
    const identity = {
        ...(access !== undefined &&
            secret !== undefined && {
            keys: {
                accessKey: access,
                secretKey: secret,
                ...(session !== undefined && { sessionToken: session }),
            },
        }),
        ...(role && { role }),
        ...(values['EXTERNALID'] && { externalId: values['EXTERNALID'] }),
    };
    const wish = {
        identity,
        // Shippable's own default (shippable.md 6.1).
        region: context.region || values['REGION'] || 'us-east-1',
        hosts: found.value.map(({ host }) => host),
        accounts: words(values['ACCOUNTS']),
    };
    return (0,registry_result.ok)(async (patience) => (await ecr()).ecrLogins(patience, wish));
}
function googleMaker(context) {
    const { values } = context;
    const [key, provider, serviceAccount] = [
        'JSON_KEY',
        'WORKLOADIDENTITYPROVIDER',
        'SERVICEACCOUNT',
    ].map((name) => values[name]);
    if (key === '' || (provider === '' && key === undefined)) {
        return missing(context, ['JSON_KEY', 'WORKLOADIDENTITYPROVIDER']);
    }
    const found = addresses(context);
    if (!found.ok)
        return found;
    const identity = {
        ...(key !== undefined && { key }),
        ...(provider && { provider }),
        ...(serviceAccount && { serviceAccount }),
    };
    return (0,registry_result.ok)(async (patience) => {
        const { googleCredential } = await google();
        const made = await googleCredential(patience, identity);
        return made.ok ? (0,registry_result.ok)(found.value.map((address) => ({ address, ...made.value }))) : made;
    });
}
/** Where the credential's own side says that the registry is; else where the vendor's is. */
function addresses({ registry, values, fieldName, }) {
    const given = words(values['URL']);
    if (given.length === 0 && registry.hosts === undefined && registry.login !== 'aws') {
        return (0,registry_result/* fail */.f)(values['URL'] === '' ? 'missing' : 'wrong', `${fieldName('URL')} is ${values['URL'] === '' ? 'empty' : 'not given'}: a ${registry.product} has no address of its own.`, `Give the address together with the credential, in ${fieldName('URL')}.`);
    }
    const realms = words(values['REALM']);
    const found = [];
    for (const text of given.length > 0 ? given : (registry.hosts ?? [])) {
        const address = (0,registry_address/* parseAddress */.or)(text, realms);
        if (address === undefined)
            return (0,registry_result/* fail */.f)('wrong', `${fieldName('URL')} is no address of a registry.`);
        found.push(address);
    }
    return (0,registry_result.ok)(found);
}
/** An empty field is a secret that this job does not get; one that nobody names is a mistake in the workflow. */
function missing({ fieldName, values }, fields) {
    const empty = fields.filter((field) => values[field] === '');
    const named = empty.length > 0 ? empty : fields.filter((field) => values[field] === undefined);
    const list = `${named.map(fieldName).join(' and ')} ${named.length > 1 ? 'are' : 'is'}`;
    if (empty.length === 0)
        return (0,registry_result/* fail */.f)('wrong', `${list} not given.`);
    return (0,registry_result/* fail */.f)('missing', `${list} empty.`, 'Check that the secret exists and that this job may read it. Pull requests from forks and from Dependabot do not get the secrets of the repository: `on-missing` says what to do then.');
}
function words(text) {
    return (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
}

;// CONCATENATED MODULE: ./build/actions/login/integration-wishes.js
// Integrations that apply to the ref that is built, as logins.




/** A login; or undefined where the branch filter says no, which the log tells. */
async function integrationWish(host, integration, credentials, github) {
    const { name, type, where, place } = integration;
    const label = `${name} (${where})`;
    const registry = (0,registries/* registryOfType */.pH)(type);
    if (registry === undefined) {
        const known = registries/* registries */.Yq.map(({ types }) => types[0]).join(', ');
        return (0,registry_result/* fail */.f)('wrong', `${label}: \`${type}\` is no type of a registry.`, `Types are ${known}.`);
    }
    const { only, except } = integration.branches;
    if (only.length + except.length > 0) {
        const { builtRefs, decideRefCondition } = await Promise.all(/* import() */[__nccwpck_require__.e(856), __nccwpck_require__.e(130)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3130));
        const decision = await decideRefCondition({ branches: { only, except } }, builtRefs(host.env));
        if (!decision.holds) {
            host.log(`${label}: not for this build, ${decision.reason}.`);
            return (0,registry_result.ok)(undefined);
        }
    }
    // What opens ghcr.io comes with the job, so that nothing needs to be given for it.
    if (!credentials.knows(name) && registry.id !== 'ghcr') {
        const prefix = `${integrationPrefix(name)}_INTEGRATION`;
        const fields = registry.fields
            .filter(({ secret }) => secret)
            .map(({ names }) => `${prefix}_${names[0]}`);
        return (0,registry_result/* fail */.f)('wrong', `Integration name specified in yml does not match integrations present in Subscription settings: ${name} (${where}).`, `On GitHub its credentials come from the input \`credentials\` or the step's \`env\`, by names that begin with ${prefix}_, such as ${fields[0]}. The name must be exactly the same.`);
    }
    const values = Object.fromEntries(registry.fields.map((field) => [field.names[0], credentials.read(name, field)]));
    const fieldName = (field) => `${integrationPrefix(name)}_INTEGRATION_${field}`;
    const { region } = integration;
    const maker = loginMaker({
        registry,
        values,
        ...(region !== undefined && { region }),
        github,
        fieldName,
    });
    if (!maker.ok) {
        return {
            ok: false,
            failure: { ...maker.failure, message: `${label}: ${maker.failure.message}` },
        };
    }
    return (0,registry_result.ok)({
        name,
        label,
        place,
        registry,
        agentOnly: integration.agentOnly,
        obtain: maker.value,
    });
}

;// CONCATENATED MODULE: ./build/actions/login/plain-wish.js
// The plain form: `registry`, `username`, `password`, and `identity` where there is no password.




function plainWish(inputs, github) {
    const hosts = hostsOf(inputs.registry);
    const label = hosts.join(', ');
    const byHost = (0,registries/* registryOfHost */.V6)(hosts[0] ?? '');
    // A token that another step made is a password like any other.
    const isReady = /^(AWS|_json_key|_json_key_base64|oauth2accesstoken)$/.test(inputs.username) &&
        inputs.password !== '';
    const registry = isReady ? (0,registries/* registryNamed */.Zv)('private') : byHost;
    const values = {
        ...valuesFor(registry.login, inputs, registry.keyless),
        URL: inputs.registry || hosts[0],
    };
    const maker = loginMaker({
        registry,
        values,
        github,
        fieldName: (field) => inputNames[field] ?? field.toLowerCase(),
    });
    if (!maker.ok) {
        const { failure } = maker;
        return (0,registry_result/* fail */.f)(failure.kind, `${label}: ${failure.message}`, failure.remedy);
    }
    return (0,registry_result.ok)({
        name: '',
        label,
        place: {},
        registry: isReady ? byHost : registry,
        agentOnly: false,
        obtain: maker.value,
    });
}
/** One or more registries, as in image names; nothing is Docker Hub. */
function hostsOf(registry) {
    const hosts = registry.split(/[\s,]+/).filter((word) => word !== '');
    return hosts.length === 0 ? [(0,reference/* normalizeRegistry */.l5)('')] : hosts.map(reference/* normalizeRegistry */.l5);
}
/** By which input a field is given in the plain form. */
const inputNames = {
    URL: '`registry`',
    USERNAME: '`username`',
    PASSWORD: '`password`',
    AWS_ACCESS_KEY_ID: '`username`',
    AWS_SECRET_ACCESS_KEY: '`password`',
    JSON_KEY: '`password`',
    ROLE: '`identity`',
    WORKLOADIDENTITYPROVIDER: '`identity`',
    SERVICEACCOUNT: '`username`',
    CONNECTIONID: '`identity`',
};
/** An input that is empty counts as not given only where something else can take its place. */
function valuesFor(login, { registry, username, password, identity, realm }, keyless) {
    const given = (text) => (text === '' ? undefined : text);
    switch (login) {
        case 'aws': {
            const keysMayBeAbsent = username === '' && password === '';
            return {
                AWS_ACCESS_KEY_ID: keysMayBeAbsent ? undefined : username,
                AWS_SECRET_ACCESS_KEY: keysMayBeAbsent ? undefined : password,
                ROLE: given(identity),
            };
        }
        case 'google':
            return {
                JSON_KEY: identity === '' ? password : undefined,
                WORKLOADIDENTITYPROVIDER: given(identity),
                SERVICEACCOUNT: given(username),
            };
        case 'password': {
            const otherWay = identity !== '' ||
                hostsOf(registry)[0] === 'ghcr.io' ||
                (keyless === 'quay' && username.includes('+'));
            return {
                USERNAME: username,
                PASSWORD: otherWay ? given(password) : password,
                CONNECTIONID: given(identity),
                REALM: realm,
            };
        }
    }
}

// EXTERNAL MODULE: ./build/actions/workspace-file.js
var workspace_file = __nccwpck_require__(7896);
;// CONCATENATED MODULE: ./build/actions/login/integration-entry.js
// An entry of `integrations.hub` as it stands in the text, and as an integration (shippable.md 2.7, 6.2).

const knownKeys = ['integrationName', 'type', 'branches', 'region', 'agent_only'];
/** The integration; or, as text, what is wrong with the entry; or undefined for one of another family. */
function readEntry(host, entry, where, place) {
    const { keys } = entry;
    if (keys === undefined)
        return 'it is no mapping with `integrationName` and `type`.';
    const text = (key) => {
        const value = keys.get(key);
        return value?.kind === 'text' ? value.text.trim() : '';
    };
    const type = text('type');
    if (registries/* notificationTypes */.fK.includes(type.toLowerCase())) {
        host.log(`Integration (${where}): ${type} is a notification, not a registry; nothing to log in to.`);
        return undefined;
    }
    const name = text('integrationName');
    if (name === '')
        return '`integrationName` is missing.';
    if (type === '')
        return `\`type\` of ${name} is missing.`;
    const branches = keys.get('branches');
    if (branches?.kind === 'other' || (branches?.kind === 'text' && branches.text !== '')) {
        return `\`branches\` of ${name} wants lists of names under \`only\` or \`except\`.`;
    }
    warnOfUnknownKeys(host, name, keys, where, place);
    return {
        name,
        type,
        ...(text('region') !== '' && { region: text('region') }),
        agentOnly: /^(true|yes|on)$/i.test(text('agent_only')),
        branches: branches?.kind === 'branches' ? branches : { only: [], except: [] },
        where,
        place,
    };
}
function warnOfUnknownKeys(host, name, keys, where, place) {
    for (const key of keys.keys()) {
        if (knownKeys.includes(key))
            continue;
        const isMisplaced = key === 'only' || key === 'except';
        host.warning(isMisplaced
            ? `\`${key}\` stands on ${name} (${where}) itself, where it does nothing: it belongs below \`branches\`.`
            : `\`${key}\` of ${name} (${where}) is unknown and does nothing.`, place);
    }
}

;// CONCATENATED MODULE: ./build/actions/login/plain-entries.js
// A reader for lists as nearly everyone writes them: `- key: word` and the two levels of `branches`. Loading a YAML parser
// takes longer than four logins, so that whatever this reader does not know for certain it leaves to the parser.
const key = '([A-Za-z_]+)';
/** Nothing that YAML could take for anything else: no indicator in front, no `: `, no ` #`, quotes around all or none. */
const piece = '[A-Za-z0-9_/.][A-Za-z0-9_/.*+@-]*';
const inQuotes = '[A-Za-z0-9_/.*+@ -]+';
const word = `(?!null$|Null$|NULL$)(${piece}(?: ${piece})*|"${inQuotes}"|'${inQuotes}')`;
const firstKey = new RegExp(`^- ${key}: ${word}$`);
const nextKey = new RegExp(`^  ${key}: ${word}$`);
const branchesKey = /^ {2}branches:$/;
const listKey = /^ {4}(only|except):$/;
const listItem = new RegExp(`^ {6}- ${word}$`);
/** The entries of a list; undefined where the text has anything else in it. */
function plainEntries(file, text) {
    const entries = [];
    let lists;
    let list;
    for (const [index, full] of text.split('\n').entries()) {
        const line = full.trimEnd();
        if (line === '')
            continue;
        const keys = entries.at(-1)?.keys;
        const item = listItem.exec(line);
        if (item !== null) {
            if (list === undefined)
                return undefined;
            list.push(unquoted(item[1]));
            continue;
        }
        const name = listKey.exec(line)?.[1];
        if (name === 'only' || name === 'except') {
            // A list without an item, or a key twice, is the parser's to judge.
            if (lists === undefined || lists[name].length > 0 || list?.length === 0)
                return undefined;
            list = lists[name];
            continue;
        }
        if (list?.length === 0 || (lists !== undefined && list === undefined))
            return undefined;
        [lists, list] = [undefined, undefined];
        if (branchesKey.test(line)) {
            if (keys === undefined || keys.has('branches'))
                return undefined;
            lists = { only: [], except: [] };
            keys.set('branches', { kind: 'branches', ...lists });
            continue;
        }
        const [, firstName, firstValue] = firstKey.exec(line) ?? [];
        if (firstName !== undefined) {
            entries.push({ file, line: index + 1, keys: new Map([[firstName, textValue(firstValue)]]) });
            continue;
        }
        const [, nextName, nextValue] = nextKey.exec(line) ?? [];
        if (nextName === undefined || keys === undefined || keys.has(nextName))
            return undefined;
        keys.set(nextName, textValue(nextValue));
    }
    if (list?.length === 0 || (lists !== undefined && list === undefined))
        return undefined;
    return entries;
}
function textValue(text) {
    return { kind: 'text', text: unquoted(text) };
}
function unquoted(text = '') {
    return /^["']/.test(text) ? text.slice(1, -1) : text;
}

;// CONCATENATED MODULE: ./build/actions/login/read-integrations.js
// The integrations that the inputs name: the list itself, or the file that holds it.





async function readIntegrations(host, inputs) {
    if (inputs.integrations !== '' && inputs.config !== '') {
        return (0,registry_result/* fail */.f)('wrong', '`integrations` and `config` exclude each other.', 'Keep one of them.');
    }
    const entries = inputs.config === ''
        ? await entriesOf('integrations', inputs.integrations)
        : await entriesOfFile(host, inputs.config);
    if (!entries.ok)
        return entries;
    const integrations = [];
    const failures = [];
    for (const [index, entry] of entries.value.entries()) {
        const where = `entry ${index + 1}, line ${entry.line} of ${entry.file}`;
        // A line of the workflow's own text is no line of a file in the repository.
        const place = inputs.config === '' ? {} : { file: entry.file, line: entry.line };
        const read = readEntry(host, entry, where, place);
        if (typeof read === 'string')
            failures.push({ message: `Integration (${where}): ${read}`, place });
        else if (read !== undefined)
            integrations.push(read);
    }
    return (0,registry_result.ok)({ integrations, failures });
}
async function entriesOfFile(host, given) {
    const file = (0,workspace_file/* workspaceFile */.E)(host, given);
    if (!file.ok)
        return (0,registry_result/* fail */.f)('wrong', file.message, file.remedy);
    const text = host.files.read(file.path);
    if (text === undefined)
        return (0,registry_result/* fail */.f)('wrong', `${given} is no file.`);
    const templates = external_node_path_.join(external_node_path_.dirname(file.path), 'shippable.templates.yml');
    return entriesOf(file.name, text, host.files.read(templates));
}
async function entriesOf(file, text, templates) {
    const plain = plainEntries(file, text);
    if (plain !== undefined)
        return (0,registry_result.ok)(plain);
    const { yamlEntries } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(623)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9623));
    return yamlEntries(file, text, templates);
}

;// CONCATENATED MODULE: ./build/actions/login/wanted.js
// Everything that the inputs ask for, in all forms, in the order of their declaration.




async function wantedLogins(action) {
    const { inputs } = action;
    const parts = [];
    if (inputs.integrations !== '' || inputs.config !== '')
        parts.push(await fromIntegrations(action));
    if ([inputs.registry, inputs.username, inputs.password, inputs.identity].some((text) => text !== '')) {
        parts.push(collect([plainWish(inputs, github(action))]));
    }
    const realms = inputs.realm.split(/[\s,]+/).filter((realm) => realm !== '');
    const files = lines(inputs.dockercfg);
    if (files.length > 0) {
        const { dockercfgFileWishes } = await __nccwpck_require__.e(/* import() */ 909).then(__nccwpck_require__.bind(__nccwpck_require__, 6909));
        for (const file of files) {
            parts.push(collect(await dockercfgFileWishes(action.host, file, inputs['aes-key'], realms)));
        }
    }
    if (inputs.generator !== '') {
        const { generatorWishes } = await __nccwpck_require__.e(/* import() */ 378).then(__nccwpck_require__.bind(__nccwpck_require__, 6378));
        const results = await generatorWishes(action.host, {
            image: inputs.generator,
            env: inputs['generator-env'],
            envFiles: lines(inputs['generator-env-file']),
            options: inputs['generator-options'],
            key: inputs['aes-key'],
            realms,
        });
        parts.push(collect(results));
    }
    if (parts.length === 0)
        return { ...nothing, refusals: [refusalOf(nothingGiven)] };
    return {
        wishes: parts.flatMap(({ wishes }) => wishes),
        refusals: parts.flatMap(({ refusals }) => refusals),
        filtered: parts.flatMap(({ filtered }) => filtered),
    };
}
const nothing = { wishes: [], refusals: [], filtered: [] };
const nothingGiven = {
    kind: 'wrong',
    message: 'There is nothing to log in to.',
    remedy: 'Give `integrations` or `config`, `registry` with `username` and `password`, `dockercfg`, or `generator`.',
};
async function fromIntegrations(action) {
    const { host, inputs } = action;
    const credentials = credentialValues(host, inputs.credentials);
    if (!credentials.ok)
        return { ...nothing, refusals: [refusalOf(credentials.failure)] };
    const read = await readIntegrations(host, inputs);
    if (!read.ok)
        return { ...nothing, refusals: [refusalOf(read.failure)] };
    const { integrations, failures } = read.value;
    if (integrations.length + failures.length === 0) {
        host.notice(`${inputs.config || '`integrations`'} lists no registry under \`integrations.hub\`.`);
    }
    const wishes = [];
    const filtered = [];
    const refusals = failures.map(({ message, place }) => refusalOf({ kind: 'wrong', message }, '', place));
    for (const integration of integrations) {
        const wish = await integrationWish(host, integration, credentials.value, github(action));
        if (!wish.ok)
            refusals.push(refusalOf(wish.failure, integration.name, integration.place));
        else if (wish.value === undefined)
            filtered.push(integration.name);
        else
            wishes.push(wish.value);
    }
    return { wishes, refusals, filtered };
}
function github({ host, inputs }) {
    return { actor: host.env['GITHUB_ACTOR'] || 'github-actions', token: inputs['github-token'] };
}
function collect(results) {
    const wishes = results.flatMap((result) => (result.ok ? [result.value] : []));
    const refusals = results.flatMap((result) => (result.ok ? [] : [refusalOf(result.failure)]));
    return { wishes, refusals, filtered: [] };
}
function refusalOf(failure, name = '', place = {}) {
    return { failure, name, place, host: '' };
}
function lines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./build/actions/login/login.js
// The action `login`: what is wanted, all of it at once, then one configuration with everything that worked.





async function login(action) {
    const { host, inputs } = action;
    const onMissing = inputs['on-missing'];
    if (!['fail', 'warn', 'skip'].includes(onMissing)) {
        return (0,program/* failed */.gz)({
            message: `\`on-missing: ${onMissing}\` is none of \`fail\`, \`warn\` and \`skip\`.`,
        });
    }
    const seconds = Number(inputs.timeout);
    if (!(seconds > 0)) {
        return (0,program/* failed */.gz)({ message: `\`timeout: ${inputs.timeout}\` is no number of seconds.` });
    }
    const wanted = await wantedLogins(action);
    const performed = await Promise.all(wanted.wishes.map((wish) => perform(host, wish, seconds)));
    const { failures, skipped } = sortRefusals(action, [
        ...wanted.refusals,
        ...performed.flatMap(refusalsOf),
    ]);
    warnOfDoubles(action, performed);
    const made = performed.flatMap(({ wish, logins }) => logins.map((one) => ({ ...one, wish })));
    // Before anything is said: a login that could not be saved is none.
    const folder = writeDockerConfig(host, made.map(({ address, credential, wish }) => ({
        host: address.host,
        credential,
        agentOnly: wish.agentOnly,
    })));
    exportAddresses(host, made.map(({ address }) => address));
    for (const one of made)
        announce(action, one);
    const rows = [
        ...failures.map((refusal) => rowOf(refusal, 'failed')),
        ...skipped.map((refusal) => rowOf(refusal, 'skipped')),
        ...wanted.filtered.map((name) => ({ host: '', account: '', state: 'skipped', name })),
        ...made.map(({ address, account, state, wish }) => ({
            host: address.host,
            account,
            state,
            ...(wish.name !== '' && { name: wish.name }),
        })),
    ];
    action.output('registries', JSON.stringify(rows));
    action.output('docker-config', folder);
    return failures.length === 0 ? program/* done */.Vw : (0,program/* failed */.gz)(...failures.map(asActionFailure));
}
function announce({ host }, { address, account, state, wish }) {
    const { name, agentOnly } = wish;
    const behind = name === '' ? '' : ` (${name}${agentOnly ? ', not in the container' : ''})`;
    if (state === 'logged-in')
        host.log(`Logged in to ${address.host} as ${account}${behind}.`);
    else {
        host.notice(`${address.host} lets everyone in, so nothing can be said about the credential of ${account}${behind}. It is kept for pushes.`);
    }
}
function refusalsOf({ wish: { name, place }, failures }) {
    return failures.map((failure) => ({ failure, name, place, host: failure.host ?? '' }));
}
/** What `on-missing` says about empty credentials; everything else is a failure. */
function sortRefusals({ host, inputs }, refusals) {
    const onMissing = inputs['on-missing'];
    const isSkipped = ({ failure }) => failure.kind === 'missing' && onMissing !== 'fail';
    const skipped = refusals.filter(isSkipped);
    for (const { failure, place } of skipped) {
        const message = `${failure.message} Not logged in.`;
        if (onMissing === 'warn')
            host.warning(message, place);
        else
            host.log(message);
    }
    return { failures: refusals.filter((refusal) => !isSkipped(refusal)), skipped };
}
function rowOf({ host, name }, state) {
    return { host, account: '', state, ...(name !== '' && { name }) };
}
function asActionFailure({ failure: { message, remedy }, place }) {
    return {
        message,
        ...(remedy !== undefined && { remedy }),
        ...(place.file !== undefined && { place: { title: 'transship login', ...place } }),
    };
}
/** Docker keeps one credential a host: as in Shippable, the later entry wins (shippable.md 6.2, rule 4). */
function warnOfDoubles({ host }, performed) {
    const seen = new Map();
    for (const { wish, logins } of performed) {
        for (const { address } of logins) {
            const earlier = seen.get(address.host);
            if (earlier !== undefined) {
                host.warning(`Two logins for ${address.host}: ${wish.label} replaces ${earlier}. Docker keeps one credential for a host.`, wish.place);
            }
            seen.set(address.host, wish.label);
        }
    }
}


/***/ }),

/***/ 6080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ inputVariable),
/* harmony export */   XC: () => (/* binding */ isPublicName),
/* harmony export */   lJ: () => (/* binding */ maskInput)
/* harmony export */ });
/* unused harmony export splitPair */
// Names and secrecy of input values, for the program that reads them and the generator that writes `action.yml`.
/** The variable that carries an input to the program; `sh` drops variables with other characters in their names. */
function inputVariable(inputName) {
    return `INPUT_${inputName.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}
/** Hides the value of a secret input: all of it, or of `NAME=value` lines the values that are secret. */
function maskInput(secret, value, mask) {
    if (secret === true) {
        mask(value);
        return;
    }
    for (const line of value.split(/\r?\n/)) {
        const [name, text] = splitPair(line);
        if (text !== undefined && !isPublicName(name))
            mask(text);
    }
}
/** `NAME=value` at its first `=`; without one, the value is undefined. */
function splitPair(line) {
    const at = line.indexOf('=');
    return at < 0 ? [line.trim(), undefined] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
/**
 * Whether a variable's name says that its value is no secret. Masking an address, an account or a region would blot it
 * out of every message, and GitHub drops job outputs that contain it.
 */
function isPublicName(name) {
    return /(^|_)(URL|USERNAME|USER|EMAIL|REGION|LOCATION|REGISTRY|REGISTRY_NAME|REGISTRY_IDS|PROJECT_ID|PROJECTNAME|ACCOUNT|AWSACCOUNTID|PROVIDER|PUBLIC|ENDPOINT|CONNECTIONID)$/i.test(name);
}


/***/ }),

/***/ 608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Vw: () => (/* binding */ done),
  gz: () => (/* binding */ failed),
  Cs: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: failureOf

;// CONCATENATED MODULE: ./build/actions/machine-failure.js
// What Node says when the machine fails, in words for its owner. Not our mistake and not the workflow's.
const rows = {
    ENOSPC: [
        'There is no space left on the disk',
        'Free space before this step, or take a larger runner.',
    ],
    EDQUOT: ['The disk quota is used up', 'Free space before this step, or take a larger runner.'],
    EROFS: ['The disk can only be read', 'RUNNER_TEMP and the files of the runner must be writable.'],
    EACCES: [
        'Access was denied',
        'Check who owns the file: an earlier step may have made it as another user.',
    ],
    EPERM: [
        'Access was denied',
        'Check who owns the file: an earlier step may have made it as another user.',
    ],
    EMFILE: ['Too many files are open', 'Raise the limit of open files on the runner.'],
};
/** Undefined for an error that is a bug of ours. */
function machineFailure(error) {
    if (!(error instanceof Error))
        return undefined;
    const { code = '', path } = error;
    const [what, remedy] = rows[code] ?? [];
    if (what === undefined || remedy === undefined)
        return undefined;
    return { message: `${what}${path === undefined ? '' : `: ${path}`} (${code}).`, remedy };
}

// EXTERNAL MODULE: ./build/actions/program-inputs.js
var program_inputs = __nccwpck_require__(6080);
;// CONCATENATED MODULE: ./build/actions/program.js
// How every action runs: secrets are masked before anything else, inputs are read by the interface that declares them,
// an expected failure becomes one error with its remedy, anything else is a bug of ours and says so.


const done = { kind: 'done' };
function failed(...failures) {
    return { kind: 'failed', failures };
}
/** Runs an action and gives the exit code of the step: 0 done, 1 failed, 3 a bug of ours. */
async function runAction(action, program, host) {
    try {
        const inputs = readInputs(action, host);
        const missing = Object.entries(action.inputs).filter(([name, row]) => row.required === true && inputs[name] === '');
        const result = missing.length > 0
            ? failed(...missing.map(([name, row]) => ({
                message: `Input ${name} is missing: ${row.description}`,
            })))
            : await program({ host, inputs, output: host.output });
        if (result.kind === 'done')
            return 0;
        for (const failure of result.failures)
            show(host, action.title, failure);
        return result.failures.some(({ isBug }) => isBug === true) ? 3 : 1;
    }
    catch (error) {
        const failure = failureOf(error);
        show(host, action.title, failure);
        return failure.isBug === true ? 3 : 1;
    }
}
/** What was thrown, as a failure: of the machine, or a bug of ours. */
function failureOf(error) {
    const failure = machineFailure(error);
    if (failure !== undefined)
        return failure;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
        message: `This is a bug of ours, not of your workflow. Please report it with this text.\n${text}`,
        isBug: true,
    };
}
function show(host, title, { message, remedy, place }) {
    host.error(remedy === undefined ? message : `${message}\n${remedy}`, place ?? { title });
}
/** A default that is an expression has been evaluated by the runner; elsewhere it means nothing. */
function literalDefault({ default: text = '' }) {
    return text.startsWith('${{') ? '' : text;
}
function readInputs(action, host) {
    const values = {};
    for (const [name, row] of Object.entries(action.inputs)) {
        const given = host.env[(0,program_inputs/* inputVariable */.LO)(name)] ?? literalDefault(row);
        // A password may begin or end with a space; the line break at the end is from a careless copy.
        values[name] = row.secret === undefined ? given.trim() : given.replace(/[\r\n]+$/, '');
        if (row.secret !== undefined)
            (0,program_inputs/* maskInput */.lJ)(row.secret, given, host.mask);
    }
    return values;
}


/***/ }),

/***/ 7896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ workspaceFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
// Files that an input names: they lie in the workspace, also when a link in a checkout points elsewhere.

/** Finds a file by its path below the workspace; refuses what lies outside, also by a symbolic link. */
function workspaceFile(host, given) {
    const workspace = host.env['GITHUB_WORKSPACE'] || process.cwd();
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workspace, given);
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.relative(workspace, file);
    if (!isBelow(name)) {
        return {
            ok: false,
            message: `${given} lies outside the workspace.`,
            remedy: 'Name a file of the repository, by its path from the root of the checkout.',
        };
    }
    const real = host.files.realPath(file);
    if (real === undefined) {
        return {
            ok: false,
            message: `${given} was not found in the workspace.`,
            remedy: 'Put a step with actions/checkout before this one, and check the path: it starts at the root of the checkout.',
        };
    }
    const realWorkspace = host.files.realPath(workspace) ?? workspace;
    if (!isBelow(node_path__WEBPACK_IMPORTED_MODULE_0__.relative(realWorkspace, real))) {
        return {
            ok: false,
            message: `${given} is a link out of the workspace.`,
            remedy: 'Commit the file itself.',
        };
    }
    return { ok: true, path: real, name: name.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/') };
}
function isBelow(relative) {
    return (relative !== '' &&
        relative !== '..' &&
        !relative.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) &&
        !node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(relative));
}


/***/ }),

/***/ 9658:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _actions_login_interface_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1381);
/* harmony import */ var _actions_login_login_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(25);
/* harmony import */ var _actions_program_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(608);
/* harmony import */ var _host_github_runner_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(203);




process.exit(await (0,_actions_program_js__WEBPACK_IMPORTED_MODULE_2__/* .runAction */ .Cs)(_actions_login_interface_js__WEBPACK_IMPORTED_MODULE_0__/* .loginInterface */ .b, _actions_login_login_js__WEBPACK_IMPORTED_MODULE_1__/* .login */ .i, (0,_host_github_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .githubRunner */ .O)()));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ githubRunner)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/host/standard-output.js
var standard_output = __nccwpck_require__(9134);
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
        exec: async (command, args, options) => (await __nccwpck_require__.e(/* import() */ 970).then(__nccwpck_require__.bind(__nccwpck_require__, 9970))).exec(command, args, options),
        request: async (request) => (await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 3877))).request(request, env),
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


/***/ }),

/***/ 3877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  request: () => (/* binding */ request)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
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
var host_trust = __nccwpck_require__(8973);
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
    const { machineTrust } = await __nccwpck_require__.e(/* import() */ 341).then(__nccwpck_require__.bind(__nccwpck_require__, 8341));
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
        const { tunnelAgent } = await __nccwpck_require__.e(/* import() */ 911).then(__nccwpck_require__.bind(__nccwpck_require__, 911));
        const agent = tunnelAgent(proxy, url, trust);
        const start = isTls ? (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 19))).request : external_node_http_.request;
        return new Promise((resolve) => send(wanted, url, start, agent, resolve));
    }
    if (!isTls)
        return new Promise((resolve) => send(wanted, url, external_node_http_.request, plainAgent, resolve));
    const tls = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 19));
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

/***/ 9134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeAll),
/* harmony export */   y: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
// Standard output without `process.stdout`: written at once, so that nothing is lost when the process ends, and nothing to load.

function print(line) {
    writeAll(1, Buffer.from(`${line}\n`));
}
/** Writes all bytes, also to a pipe that is full for a moment. */
function writeAll(descriptor, bytes) {
    let written = 0;
    while (written < bytes.length) {
        try {
            written += node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync(descriptor, bytes, written);
        }
        catch (error) {
            if (error.code !== 'EAGAIN')
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        }
    }
}


/***/ }),

/***/ 8973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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


/***/ }),

/***/ 7755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xb: () => (/* binding */ DOCKER_HUB),
/* harmony export */   Y4: () => (/* binding */ dockerConfigKey),
/* harmony export */   l5: () => (/* binding */ normalizeRegistry)
/* harmony export */ });
/* unused harmony exports parseReference, familiarName */
/** Names of images and registries, by the rules of the Docker client. */
/** The registry that a name without a host means. */
const DOCKER_HUB = 'docker.io';
const HOST_LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const HOST = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const IMAGE_ID = /^[a-f0-9]{64}$/;
/** Docker's limit for host and path together. */
const LONGEST_NAME = 255;
/** Reads `[host[:port]/]path[:tag][@digest]`; the first part is a host if it can be no user's name. */
function parseReference(text) {
    const fail = (message) => ({ ok: false, message });
    if (text === '')
        return fail('the name of an image is empty');
    if (IMAGE_ID.test(text))
        return fail('64 hexadecimal digits are the identifier of an image, not its name');
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !DIGEST.test(digest))
        return fail(`\`${digest}\` is not a digest`);
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.lastIndexOf(':');
    const hasTag = colon > named.lastIndexOf('/');
    const tag = hasTag ? named.slice(colon + 1) : undefined;
    if (tag !== undefined && !TAG.test(tag))
        return fail(`\`${tag}\` is not a tag`);
    const { host, path } = hostAndPath(hasTag ? named.slice(0, colon) : named);
    if (!HOST.test(host))
        return fail(`\`${host}\` is not the name of a registry`);
    const wrong = path.split('/').find((component) => !COMPONENT.test(component));
    if (wrong !== undefined) {
        return fail(wrong !== wrong.toLowerCase() && COMPONENT.test(wrong.toLowerCase())
            ? `\`${wrong}\` has to be in lower case`
            : `\`${wrong}\` is not part of an image name`);
    }
    const name = `${host}/${path}`;
    if (name.length > LONGEST_NAME)
        return fail(`a name is at most ${LONGEST_NAME} characters long`);
    return {
        ok: true,
        reference: {
            host,
            path,
            ...(tag === undefined ? {} : { tag }),
            ...(digest === undefined ? {} : { digest }),
            name,
        },
    };
}
function hostAndPath(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isHost = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
    const host = isHost && first !== 'index.docker.io' ? first : DOCKER_HUB;
    const path = isHost ? name.slice(slash + 1) : name;
    return { host, path: host === DOCKER_HUB && !path.includes('/') ? `library/${path}` : path };
}
/** The name for people: without what Docker adds by itself. */
function familiarName({ host, path, tag, digest }) {
    const short = host === DOCKER_HUB ? path.replace(/^library\/(?=[^/]+$)/, '') : `${host}/${path}`;
    return `${short}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** Hosts that are Docker Hub (codeship.md 4.2, shippable.md 6.1). */
const DOCKER_HUB_HOSTS = new Set([
    '',
    DOCKER_HUB,
    'index.docker.io',
    'registry-1.docker.io',
    'registry.hub.docker.com',
    'hub.docker.com',
]);
/**
 * The host of a registry as it stands in image names, from any way in which it was written: with a
 * scheme, a path such as `/v1/`, a trailing slash. Nothing, and every spelling of Docker Hub, is
 * `docker.io`.
 */
function normalizeRegistry(text) {
    const host = text
        .trim()
        .replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '')
        .replace(/[/?#][\s\S]*$/, '')
        .replace(/^[\s\S]*@/, '')
        .toLowerCase();
    return DOCKER_HUB_HOSTS.has(host) ? DOCKER_HUB : host;
}
/** The key of a registry in Docker's `config.json`, for a host as `normalizeRegistry` gives it. */
function dockerConfigKey(host) {
    return host === DOCKER_HUB ? 'https://index.docker.io/v1/' : host;
}


/***/ }),

/***/ 3026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cc: () => (/* binding */ mayReceiveCredential),
/* harmony export */   gE: () => (/* binding */ baseUrls),
/* harmony export */   or: () => (/* binding */ parseAddress)
/* harmony export */ });
/* unused harmony export isLoopback */
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7755);
// Where a registry is reached, and to whom a credential for it may be sent.

/** From any way in which a registry is written. Undefined: no host. */
function parseAddress(text, realms = []) {
    const host = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeRegistry */ .l5)(text);
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
    if (host === _image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .DOCKER_HUB */ .Xb)
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


/***/ }),

/***/ 6869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf),
/* harmony export */   u: () => (/* binding */ basicValue)
/* harmony export */ });
// What opens a registry.
/** The value of an `Authorization` header, of `auth` in Docker's files, and of what must never be shown. */
function basicValue(username, password) {
    return Buffer.from(`${username}:${password}`).toString('base64');
}
/** Every text that would give the credential away. */
function secretsOf(credential) {
    if (credential.kind !== 'password')
        return [credential.token];
    return [credential.password, basicValue(credential.username, credential.password)];
}


/***/ }),

/***/ 971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _L: () => (/* binding */ patience),
/* harmony export */   _P: () => (/* binding */ unusable),
/* harmony export */   qQ: () => (/* binding */ requestPatiently)
/* harmony export */ });
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7397);
// Requests that are worth a second try: 408, 429, 5xx and network errors, with jitter, `Retry-After` and one budget for
// all of a registry's requests. 401 and 403 are answers, never tried again.

const firstDelay = 500;
const longestDelay = 10_000;
const longestRequest = 20_000;
function patience(host, seconds) {
    return { host, deadline: host.now() + seconds * 1000 };
}
/** Sends until there is an answer that stands, or the budget is used up: then the last result. */
async function requestPatiently({ host, deadline }, request) {
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
function unusable(result, url) {
    const { host } = new URL(url);
    if (result.kind === 'failure') {
        const { reason } = result;
        const { ok, failure } = (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .f)('unreachable', capital(`${result.message}.`), remedies[reason]);
        return { ok, failure: { ...failure, reason } };
    }
    const asked = result.headers['retry-after'];
    const wait = asked === undefined ? '' : ` and asks to wait (Retry-After: ${asked})`;
    if (result.status === 429) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .f)('unreachable', `${host} limits the rate (HTTP 429)${wait}, longer than this step may take.`, 'Raise `timeout`, or spread the jobs.');
    }
    if (result.status === 408 || result.status >= 500) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .f)('unreachable', `${host} has a problem of its own (HTTP ${result.status})${wait}; it did not end within \`timeout\`.`);
    }
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .f)('unreachable', `${host} gave an answer that no registry gives (HTTP ${result.status}).`);
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


/***/ }),

/***/ 583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V6: () => (/* binding */ registryOfHost),
/* harmony export */   Yq: () => (/* binding */ registries),
/* harmony export */   Zv: () => (/* binding */ registryNamed),
/* harmony export */   fK: () => (/* binding */ notificationTypes),
/* harmony export */   pH: () => (/* binding */ registryOfType)
/* harmony export */ });
// The registries that an integration can be, one row each: by which `type` they are asked for, where they are, what opens
// them, and what to check when they say no. Documentation is made from these rows, too.
const url = {
    names: ['URL'],
    asked: true,
    meaning: "the registry's address; `http://` in front only if it has no TLS",
};
const username = { names: ['USERNAME'], asked: true, meaning: 'account' };
const password = {
    names: ['PASSWORD', 'TOKEN', 'APIKEY'],
    secret: true,
    asked: true,
    meaning: 'password or token',
};
const realm = {
    names: ['REALM'],
    meaning: 'host of the token server, where it is in another domain than the registry',
};
const email = {
    names: ['EMAIL'],
    meaning: 'accepted and not used: no client has sent it since 2016',
};
const given = [url, username, password, realm, email];
const { asked: _asked, ...optionalUrl } = url;
const connection = {
    names: ['CONNECTIONID', 'IDENTITY'],
    meaning: 'OIDC connection of Docker Hub, instead of a password',
};
const dockerCheck = 'Check user name and password. Docker Hub takes an access token in place of the password, and nothing else where two-factor authentication is on; a token that was deleted or has expired is refused like a wrong one.';
const googleFields = [
    {
        names: ['JSON_KEY', 'JSONKEY'],
        secret: true,
        asked: true,
        meaning: 'JSON key of the service account, also in base64',
    },
    {
        names: ['WORKLOADIDENTITYPROVIDER', 'IDENTITY'],
        meaning: 'workload identity provider, `projects/N/locations/global/workloadIdentityPools/POOL/providers/NAME`, instead of a key',
    },
    {
        names: ['SERVICEACCOUNT', 'SERVICEACCOUNTEMAIL'],
        meaning: 'service account to act as with the provider; not needed where the pool itself has the roles',
    },
    { ...optionalUrl, meaning: 'hosts, separated by spaces' },
];
const registries = [
    {
        id: 'docker-hub',
        product: 'Docker Hub',
        types: ['docker', 'dockerHub'],
        pattern: /^(docker\.io|dhi\.io)$/,
        hosts: ['docker.io'],
        login: 'password',
        keyless: 'docker-hub',
        fields: [username, password, connection, optionalUrl, realm, email],
        check: dockerCheck,
    },
    {
        id: 'docker',
        product: 'Docker Hub, or any registry with a URL',
        types: ['dockerRegistryLogin', 'Docker Registry'],
        hosts: ['docker.io'],
        login: 'password',
        keyless: 'docker-hub',
        fields: [
            { ...url, meaning: "the registry's address (empty for Docker Hub)" },
            username,
            password,
            connection,
            realm,
            email,
        ],
        check: dockerCheck,
    },
    {
        id: 'private',
        product: 'Private Docker registry',
        types: ['private docker registry', 'Private registry'],
        login: 'password',
        fields: given,
        check: 'Check user name and password in the registry itself, and that the account may log in there.',
    },
    {
        id: 'trusted',
        product: 'Docker Trusted Registry (Mirantis Secure Registry)',
        types: ['docker trusted registry', 'dtr', 'msr'],
        login: 'password',
        fields: given,
        check: 'Check user name and password. An access token of the registry works as the password; a deactivated one is refused.',
    },
    {
        id: 'ecr',
        product: 'Amazon ECR, private and public',
        types: ['ecr', 'Amazon ECR', 'amazonKeys', 'AWS Keys', 'amazonIamRole', 'aws'],
        pattern: /(\.dkr[.-]ecr(-fips)?\.)|^(public\.ecr\.aws|ecr-public\.aws\.com)$/,
        login: 'aws',
        fields: [
            { names: ['AWS_ACCESS_KEY_ID', 'ACCESSKEY'], asked: true, meaning: 'access key id' },
            {
                names: ['AWS_SECRET_ACCESS_KEY', 'SECRETKEY'],
                secret: true,
                asked: true,
                meaning: 'secret access key',
            },
            {
                names: ['SESSIONTOKEN', 'AWS_SESSION_TOKEN'],
                secret: true,
                meaning: 'session token of temporary keys',
            },
            {
                names: ['ROLE', 'ASSUMEROLEARN', 'IDENTITY'],
                meaning: 'role to assume: with the keys, or without keys by the identity token of the job',
            },
            { names: ['EXTERNALID'], meaning: 'external id that the role asks for' },
            {
                names: ['REGION', 'AWS_REGION'],
                meaning: 'region; `region` of the entry wins; default `us-east-1`',
            },
            {
                names: ['ACCOUNTS', 'AWSACCOUNTID'],
                meaning: 'further accounts of the region, separated by spaces',
            },
            { ...optionalUrl, meaning: 'hosts, separated by spaces; `public.ecr.aws` for ECR Public' },
        ],
        check: 'Check the keys and that the identity has the permission ecr:GetAuthorizationToken (ECR Public: ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken).',
    },
    {
        id: 'gcr',
        product: 'Google Container Registry names (served by Artifact Registry)',
        types: ['gcr', 'gcloudKey', 'Google Cloud', 'gke'],
        pattern: /(^|\.)gcr\.io$/,
        // What `gcloud docker -a` logged in to (shippable.md 6.1).
        hosts: ['gcr.io', 'us.gcr.io', 'eu.gcr.io', 'asia.gcr.io'],
        login: 'google',
        fields: googleFields,
        check: 'Check that the key was not deleted and that its account has an Artifact Registry role (roles/artifactregistry.reader or writer): the old storage roles of Container Registry count no longer.',
    },
    {
        id: 'gar',
        product: 'Google Artifact Registry',
        types: ['gar', 'Artifact Registry'],
        pattern: /-docker\.pkg\.dev$/,
        login: 'google',
        fields: googleFields,
        check: 'Check that the key was not deleted and that its account has an Artifact Registry role (roles/artifactregistry.reader or writer).',
    },
    {
        id: 'quay',
        product: 'Quay.io',
        types: ['quayLogin', 'quay', 'quay.io'],
        pattern: /^quay\.io$/,
        hosts: ['quay.io'],
        login: 'password',
        keyless: 'quay',
        fields: [
            username,
            password,
            {
                names: ['ACCESSTOKEN'],
                secret: true,
                meaning: 'OAuth token of an application: lists tags, never logs in',
            },
            optionalUrl,
            realm,
            email,
        ],
        check: 'Check the name of the robot account (`ORG+NAME`) and its token. A password of a person works only if it is an encrypted one from the account settings.',
    },
    {
        id: 'artifactory',
        product: 'JFrog Artifactory',
        types: ['artifactory', 'artifactoryKey', 'jfrog'],
        pattern: /\.jfrog\.io$/,
        login: 'password',
        fields: given,
        check: 'Check user name and password, API key or identity token; a locked account is refused like a wrong password.',
    },
    {
        id: 'ghcr',
        product: 'GitHub Container Registry',
        types: ['ghcr', 'ghcr.io'],
        pattern: /^ghcr\.io$/,
        hosts: ['ghcr.io'],
        login: 'password',
        // Nothing is needed: the token of the job opens it.
        fields: [
            { names: ['USERNAME'], meaning: 'account; without it, the one that started the job' },
            { names: ['PASSWORD', 'TOKEN'], secret: true, meaning: 'token; without it, that of the job' },
            optionalUrl,
        ],
        check: 'Give the job `permissions: packages: read` (or `write` to push). For packages of other owners use a personal access token (classic) with read:packages.',
    },
    {
        id: 'acr',
        product: 'Azure Container Registry',
        types: ['acr', 'azureKeys'],
        pattern: /\.azurecr\.(io|cn|us|de)$/,
        login: 'password',
        fields: [
            url,
            {
                ...username,
                names: ['USERNAME', 'APPID'],
                meaning: 'admin user, token name or id of a service principal',
            },
            password,
            realm,
        ],
        check: 'Check user name and password: a service principal needs the role AcrPull or AcrPush, the admin user must be switched on, a client secret may have expired.',
    },
];
/** The row for a `type`, in any case and spelling of the vendors. */
function registryOfType(type) {
    const word = bare(type);
    return registries.find(({ types }) => types.some((one) => bare(one) === word));
}
function bare(type) {
    return type.toLowerCase().replace(/[\s_-]+/g, '');
}
/** The row for a host; that of Docker Hub and private registries where no other fits. */
function registryOfHost(host) {
    const found = registries.find(({ pattern }) => pattern?.test(host.replace(/:\d+$/, '')));
    return found ?? registryNamed('private');
}
function registryNamed(id) {
    const row = registries.find((registry) => registry.id === id);
    if (row === undefined)
        throw new Error(`there is no registry called ${id}`);
    return row;
}
/** Items of other integration families that users put under `hub` by mistake (shippable.md 2.7). */
const notificationTypes = ['slack', 'hipchat', 'irc', 'email', 'webhook'];


/***/ }),

/***/ 7397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ fail),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
function ok(value) {
    return { ok: true, value };
}
function fail(kind, message, remedy) {
    return { ok: false, failure: { kind, message, ...(remedy !== undefined && { remedy }) } };
}


/***/ }),

/***/ 5327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   YY: () => (/* binding */ reasonIn),
/* harmony export */   eY: () => (/* binding */ fetchToken),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3026);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6869);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(971);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7397);
// Tokens from a registry's token server.
// https://distribution.github.io/distribution/spec/auth/token/ and .../oauth/




/** A bearer token; without a credential an anonymous one. `scope` as `repository:NAME:pull`. */
async function fetchToken(patience, address, challenge, credential, scope) {
    if (credential?.kind === 'registry-token')
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(credential.token);
    const realm = realmUrl(challenge.realm);
    if (realm === undefined) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .f)('unreachable', `${address.host} names a token server that is no URL.`);
    }
    if (credential !== undefined && !(0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .mayReceiveCredential */ .cc)(address, realm)) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .f)('refused', `${address.host} wants the credential at ${realm.origin}, which is another host. It was not sent.`, `If ${realm.host} is the token server of your registry, say so: \`realm: ${realm.host}\`, or NAME_INTEGRATION_REALM=${realm.host} for an integration.`);
    }
    const request = tokenRequest(realm, challenge, credential, scope);
    const result = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .requestPatiently */ .qQ)(patience, request);
    if (result.kind === 'failure')
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(result, request.url);
    if (result.status === 401 ||
        result.status === 403 ||
        (result.status === 400 && credential !== undefined)) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .f)('refused', `${realm.host} answers HTTP ${result.status}${reasonIn(result.text())}.`);
    }
    if (result.status !== 200)
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(result, request.url);
    const token = tokenIn(result.text());
    return token === undefined
        ? (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .f)('unreachable', `${realm.host} answers without a token.`)
        : (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(token);
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
    const basic = (0,_credential_js__WEBPACK_IMPORTED_MODULE_3__/* .basicValue */ .u)(credential.username, credential.password);
    return { url: url.href, method: 'GET', headers: { authorization: `Basic ${basic}` } };
}
function realmUrl(text) {
    return URL.canParse(text) ? new URL(text) : undefined;
}
function tokenIn(text) {
    const answer = parseJson(text);
    const token = answer?.['token'] ?? answer?.['access_token'];
    return typeof token === 'string' && token !== '' ? token : undefined;
}
/** ` (its own words)` from the error answer of a registry or an OAuth server, shortened; empty where it has none. */
function reasonIn(text) {
    const answer = parseJson(text);
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
function parseJson(text) {
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


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9658);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
