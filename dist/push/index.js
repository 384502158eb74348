import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

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

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 9220:
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

;// CONCATENATED MODULE: ./build/actions/program-inputs.js
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
        const given = host.env[inputVariable(name)] ?? literalDefault(row);
        // A password may begin or end with a space; the line break at the end is from a careless copy.
        values[name] = row.secret === undefined ? given.trim() : given.replace(/[\r\n]+$/, '');
        if (row.secret !== undefined)
            maskInput(row.secret, given, host.mask);
    }
    return values;
}


/***/ }),

/***/ 6978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ pushInterface)
/* harmony export */ });
const pushInterface = {
    name: 'push',
    title: 'transship push',
    description: 'Push an image to one or many references, as `docker push` and CodeShip push steps did.',
    inputs: {
        image: {
            description: 'The local image to push. Without it, the first listed reference that exists here.',
        },
        image_name: {
            description: 'Repositories to push to, with their registry; several: one a line.',
            required: true,
        },
        image_tag: {
            description: 'Tags, one a line; Go templates over the CodeShip variables. Characters that a tag cannot have are removed.',
            default: 'latest',
        },
        registry: {
            description: 'CodeShip `registry`: chooses the credential; the push goes where `image_name` says.',
        },
        'step-name': { description: 'Value of the template field `.StepName`.' },
        'service-name': { description: 'Value of the template field `.ServiceName`.' },
        tag: {
            description: 'Push only where the branch or git tag matches: a literal, or an RE2 pattern with `^` or `$`.',
        },
        exclude: { description: 'Do not push where the branch or git tag matches; wins over `tag`.' },
        branches: {
            description: 'Shippable `branches`: a YAML mapping of `only` and `except` with `*` wildcards.',
        },
        dockercfg: {
            description: 'Path of a dockercfg for this push only, encrypted by CodeShip or plain.',
        },
        'aes-key': {
            description: 'CodeShip key (base64 of 32 bytes) that opens encrypted files.',
            secret: true,
        },
        'create-repository': {
            description: 'Whether to create a missing Amazon ECR repository.',
            default: 'false',
        },
    },
    outputs: {
        digests: { description: 'JSON mapping of reference to digest, read back from the registry.' },
        pushed: { description: '`true` when something was pushed, `false` when a condition said no.' },
    },
};


/***/ }),

/***/ 2125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Mk: () => (/* binding */ chooseCredentials),
  M8: () => (/* binding */ jobConfig),
  el: () => (/* binding */ registryMismatch),
  iP: () => (/* binding */ temporaryConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/docker/client-credential.js
var client_credential = __nccwpck_require__(9098);
;// CONCATENATED MODULE: ./build/docker/client-environment.js
// The environment of the docker client and its plugins.
/** Without the inputs of our action, keys among them: they are for nobody else. */
function clientEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
}
/** What BuildKit needs to reach GitHub's cache. The runner gives it to JavaScript actions, not to `run` steps. */
const cacheVariables = (/* unused pure expression or super */ null && ([
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RESULTS_URL',
    'ACTIONS_CACHE_URL',
]));
/** The names of `cacheVariables` that are missing: without a token and one of the addresses there is no cache. */
function missingCacheVariables(env) {
    const [token, results, cache] = cacheVariables;
    return [...(env[token] ? [] : [token]), ...(env[results] || env[cache] ? [] : [results])];
}

// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(7755);
// EXTERNAL MODULE: ./build/registry/credential.js
var registry_credential = __nccwpck_require__(6869);
// EXTERNAL MODULE: ./build/registry/token.js
var token = __nccwpck_require__(5327);
;// CONCATENATED MODULE: ./build/registry/docker-config.js
// What a job's own `config.json` holds: the machine's settings, and our credentials, which win for their hosts.



/** Names by which clients ask for Docker Hub. */
const hubNames = ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io'];
/** Puts credentials into a configuration; later ones of the same host replace earlier ones. */
function docker_config_withCredentials(config, logins) {
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
function docker_config_withPluginFolders(config, folders) {
    const known = config['cliPluginsExtraDirs'];
    const all = new Set([...(Array.isArray(known) ? known : []), ...folders]);
    return all.size === 0 ? config : { ...config, cliPluginsExtraDirs: [...all] };
}
/** What of the machine's configuration makes sense inside a container: proxies, not programs and folders. */
function docker_config_containerBase(config) {
    const { proxies, HttpHeaders } = config;
    return {
        ...(proxies !== undefined && { proxies }),
        ...(HttpHeaders !== undefined && { HttpHeaders }),
    };
}
/** The credentials of a configuration that somebody else wrote, by host; for looking one up. */
function recordIn(config, name) {
    const value = config[name];
    return (0,token/* isRecord */.u4)(value) ? value : {};
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

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
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
    const folder = own?.folder ?? path.join(root ?? '', 'docker');
    const containerFolder = own?.containerFolder ?? path.join(root ?? '', 'docker-container');
    if (own === undefined) {
        host.files.makeFolder(folder);
        host.files.makeFolder(containerFolder);
    }
    const base = own?.config ?? machineConfig(host, folder);
    const inContainer = own?.containerConfig ?? containerBase(base);
    const shared = logins.filter(({ agentOnly }) => !agentOnly);
    host.files.write(path.join(folder, 'config.json'), toJson(withCredentials(base, logins)));
    host.files.write(path.join(containerFolder, 'config.json'), toJson(withCredentials(inContainer, shared)));
    host.exportVariable('DOCKER_CONFIG', folder);
    host.exportVariable(containerDockerConfigVariable, containerFolder);
    return folder;
}
/** The folders of an earlier login of this job, if DOCKER_CONFIG still names one. */
function earlierFolders({ env, files, temporaryFolder }) {
    const folder = env['DOCKER_CONFIG'];
    const containerFolder = env[containerDockerConfigVariable];
    if (!folder || !containerFolder || path.dirname(folder) !== path.dirname(containerFolder))
        return undefined;
    if (path.dirname(path.dirname(folder)) !== path.resolve(temporaryFolder))
        return undefined;
    const config = parseJson(files.read(path.join(folder, 'config.json')) ?? '');
    const containerConfig = parseJson(files.read(path.join(containerFolder, 'config.json')) ?? '');
    if (config === undefined || containerConfig === undefined)
        return undefined;
    return { folder, containerFolder, config, containerConfig };
}
/** The machine's configuration for its use from our folder: settings, plugins, contexts, TLS files of the engine. */
function machineConfig(host, folder) {
    const { files, env } = host;
    const home = env['HOME'] || env['USERPROFILE'] || os.homedir();
    const machine = env['DOCKER_CONFIG'] || path.join(home, '.docker');
    const names = new Set(files.list(machine));
    const text = names.has('config.json') ? files.read(path.join(machine, 'config.json')) : undefined;
    const read = text === undefined ? {} : parseJson(text);
    if (read === undefined) {
        host.warning(`${path.join(machine, 'config.json')} is no JSON object. Its settings are not taken over.`);
    }
    if (names.has('contexts')) {
        copyFolder(files, path.join(machine, 'contexts'), path.join(folder, 'contexts'));
    }
    for (const name of ['ca.pem', 'cert.pem', 'key.pem'].filter((pem) => names.has(pem))) {
        const bytes = files.readBytes(path.join(machine, name));
        if (bytes !== undefined)
            files.write(path.join(folder, name), bytes);
    }
    // Builders that exist, such as one that docker/setup-buildx-action made before, live in a folder of their own.
    if (names.has('buildx') && !env['BUILDX_CONFIG']) {
        host.exportVariable('BUILDX_CONFIG', path.join(machine, 'buildx'));
    }
    const plugins = names.has('cli-plugins') ? [path.join(machine, 'cli-plugins')] : [];
    const config = withPluginFolders(read ?? {}, plugins);
    return withInherited(host, config);
}
/** Credentials in DOCKER_AUTH_CONFIG go before those of any file: they become part of the file. */
function withInherited(host, config) {
    const inherited = parseJson(host.env['DOCKER_AUTH_CONFIG'] ?? '');
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

;// CONCATENATED MODULE: ./build/actions/push/own-credentials.js
// A dockercfg for one push: a configuration folder of its own that lives as long as the step.








/** The configuration that the job has. */
function jobConfig(host) {
    return { env: clientEnvironment(host.env), folder: (0,client_credential/* dockerConfigFolder */.P)(host), remove: () => { } };
}
/**
 * Which credentials of a dockercfg serve which hosts.
 *
 * @param registry CodeShip's `registry` of the push step, as written; empty where it names none
 * @param targets hosts that images are pushed to
 */
function chooseCredentials(entries, registry, targets) {
    const logins = [];
    for (const { address, credential } of entries) {
        if (credential !== undefined)
            logins.push({ host: address.host, credential });
    }
    const warnings = [];
    const failures = [];
    const wanted = registry === '' ? undefined : (0,reference/* normalizeRegistry */.l5)(registry);
    for (const target of new Set(targets)) {
        if (logins.some(({ host }) => host === target))
            continue;
        const named = logins.find(({ host }) => host === wanted);
        if (named !== undefined && isSameOwner(named.host, target)) {
            warnings.push(`The credential of \`${named.host}\` is used for \`${target}\`, as \`registry\` says.`);
            logins.push({ host: target, credential: named.credential });
        }
        else if (entries.some(({ address }) => address.host === target)) {
            failures.push({
                message: `The dockercfg has an entry for ${target} without a credential.`,
                remedy: 'It was written where the credentials lie in a keychain: log in on a machine without one, and encrypt that file.',
            });
        }
        else {
            const known = logins.map(({ host }) => host).join(', ') || 'none';
            warnings.push(`The dockercfg has no credential for \`${target}\`; it has: ${known}. What an earlier login left is used.`);
        }
    }
    return { logins, warnings, failures };
}
/** Google's hosts take the same credentials. Names of other domains may belong to anybody. */
const google = /(^|\.)gcr\.io$|-docker\.pkg\.dev$/;
const isSameOwner = (one, other) => google.test(one) && google.test(other);
/** A folder like the job's, with other credentials. */
function temporaryConfig(host, logins) {
    for (const { credential } of logins)
        for (const secret of (0,registry_credential/* secretsOf */.F)(credential))
            host.mask(secret);
    const job = (0,client_credential/* dockerConfigFolder */.P)(host);
    const folder = host.files.makeTemporaryFolder('transship-push-');
    const config = (0,token/* parseJson */.qF)(host.files.read(external_node_path_.join(job, 'config.json')) ?? '') ?? {};
    const plugins = external_node_path_.join(job, 'cli-plugins');
    const own = docker_config_withPluginFolders(docker_config_withCredentials(config, logins), host.files.list(plugins) === undefined ? [] : [plugins]);
    copyFolder(host.files, external_node_path_.join(job, 'contexts'), external_node_path_.join(folder, 'contexts'));
    host.files.write(external_node_path_.join(folder, 'config.json'), `${JSON.stringify(own)}\n`);
    const usesTls = Boolean(host.env['DOCKER_TLS_VERIFY'] || host.env['DOCKER_TLS']);
    return {
        env: {
            ...clientEnvironment(host.env),
            DOCKER_CONFIG: folder,
            // Would go before every file.
            DOCKER_AUTH_CONFIG: undefined,
            ...(usesTls && { DOCKER_CERT_PATH: host.env['DOCKER_CERT_PATH'] || job }),
            BUILDX_CONFIG: host.env['BUILDX_CONFIG'] || external_node_path_.join(job, 'buildx'),
        },
        folder,
        remove: () => host.files.remove(folder),
    };
}
/** CodeShip's `registry` chose the credential; the push goes where the image's name says (codeship.md 4.2). */
function registryMismatch(registry, targets) {
    const named = (0,reference/* normalizeRegistry */.l5)(registry);
    if (registry === '' || targets.every((host) => host === named))
        return undefined;
    const other = targets.find((host) => host !== named) ?? reference/* DOCKER_HUB */.Xb;
    return `\`registry\` names \`${named}\`, and the image goes to \`${other}\`, as its name says.`;
}


/***/ }),

/***/ 3348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ push)
});

;// CONCATENATED MODULE: ./build/docker/engine.js
// The Docker engine that a step works with: whether there is one, and what it and its client can do.
const withoutEngine = 'This step needs a Docker engine for Linux containers';
/** Asks once; gives the one error that a machine without a Linux engine gets. */
async function findEngine(host) {
    const result = await host.exec('docker', ['info', '--format', '{{json .}}']);
    if (result.kind === 'not-found' || result.exitCode !== 0)
        return noEngine(host, result);
    const info = parseInfo(result.stdout);
    if (info === undefined || !info.ServerVersion)
        return noEngine(host, result);
    if (info.OSType !== 'linux') {
        return failure(`${withoutEngine}; the one here runs ${info.OSType || 'no Linux'} containers.`, 'Use a Linux runner, or switch the engine to Linux containers.');
    }
    const plugins = info.ClientInfo?.Plugins ?? [];
    const indexes = Object.entries(info.RegistryConfig?.IndexConfigs ?? {});
    return {
        kind: 'found',
        engine: {
            clientVersion: info.ClientInfo?.Version || (await clientVersion(host)),
            serverVersion: info.ServerVersion,
            containerdStore: (info.DriverStatus ?? []).some(([, value]) => value.startsWith('io.containerd.')),
            plugins: new Set(plugins.filter((plugin) => !plugin.Err).map((plugin) => plugin.Name)),
            context: info.ClientInfo?.Context || 'default',
            insecureHosts: new Set(indexes.filter(([, row]) => row.Secure === false).map(([name]) => name)),
            hasMirrors: (info.RegistryConfig?.Mirrors ?? []).length > 0,
        },
    };
}
/** The error for a docker command that could not reach an engine; undefined where it failed for another reason. */
function missingEngine(host, result) {
    if (result.kind === 'exited' &&
        !/Cannot connect to the Docker daemon|error during connect/i.test(result.stderr)) {
        return undefined;
    }
    return noEngine(host, result).failure;
}
function noEngine(host, result) {
    if (result.kind === 'not-found') {
        const systems = {
            darwin: "GitHub's macOS runners have none: use a Linux runner, or install one on a runner of your own.",
            win32: "GitHub's Windows runners have none for Linux containers: use a Linux runner.",
        };
        return failure(`${withoutEngine}, and there is no \`docker\` on PATH.`, systems[host.platform] ??
            "Use a runner with Docker, or in a job container an image that has the docker client, with the runner's /var/run/docker.sock mounted.");
    }
    const said = result.stderr.trim().split('\n').at(-1) ?? '';
    return failure(`${withoutEngine}, and it does not answer: ${said || `docker ended with ${result.exitCode}`}`, 'Start the engine, or let DOCKER_HOST name it. In a job container mount /var/run/docker.sock.');
}
const failure = (message, remedy) => ({
    kind: 'failed',
    failure: { message, remedy },
});
function parseInfo(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Clients before 23 do not name themselves in `docker info`. */
async function clientVersion(host) {
    const result = await host.exec('docker', ['version', '--format', '{{.Client.Version}}']);
    return result.kind === 'exited' ? result.stdout.trim() : '';
}
/** The first number of a version such as `20.10.24+dfsg1`; 0 where there is none. */
const majorVersion = (version) => Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);

// EXTERNAL MODULE: ./build/actions/program.js + 2 modules
var program = __nccwpck_require__(9220);
// EXTERNAL MODULE: ./build/actions/push/own-credentials.js + 3 modules
var own_credentials = __nccwpck_require__(2125);
// EXTERNAL MODULE: ./build/docker/client-credential.js
var client_credential = __nccwpck_require__(9098);
// EXTERNAL MODULE: ./build/image/reference.js
var image_reference = __nccwpck_require__(7755);
;// CONCATENATED MODULE: ./build/docker/local-images.js
// Which images exist in the engine only: another builder would look for them in a registry, in vain.

/** The image of that name or id in the engine; undefined where there is none. */
async function inspectImage(host, name) {
    const format = '{{.Id}} {{json .RepoDigests}}';
    const result = await host.exec('docker', ['image', 'inspect', '--format', format, '--', name]);
    if (result.kind !== 'exited' || result.exitCode !== 0)
        return undefined;
    const [id = '', ...rest] = result.stdout.trim().split(' ');
    const digests = JSON.parse(rest.join(' ') || 'null');
    return { id, digests: Array.isArray(digests) ? digests.map(String) : [] };
}
/** Whether `name@digest`, as the engine writes it, is of the repository of an image. */
function isOf(known, image) {
    const [one, other] = [(0,image_reference/* parseReference */.F2)(known), (0,image_reference/* parseReference */.F2)(image)];
    return one.ok && other.ok && one.reference.name === other.reference.name;
}
/**
 * Those of `images` that the engine has, and not from the registry that their name says.
 *
 * @param anyIsLocal with containerd's store every image has a digest, so that nothing tells where it came from
 */
async function localOnly(host, images, anyIsLocal) {
    const found = await Promise.all(images.map((image) => inspectImage(host, image)));
    return images.filter((name, index) => {
        const image = found[index];
        return image !== undefined && (anyIsLocal || !image.digests.some((known) => isOf(known, name)));
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/registry/token.js
var registry_token = __nccwpck_require__(5327);
;// CONCATENATED MODULE: ./build/docker/tag-image.js
// Gives a local image further names. By the engine's socket where it can be: a client process for each name takes
// longer than the push of a tag.




/** @returns whether the image has the name now */
async function tagImage(host, env, image, name) {
    if (await tagBySocket(host, image, name))
        return true;
    const result = await host.exec('docker', ['tag', image, name], { env });
    return result.kind === 'exited' && result.exitCode === 0;
}
/** https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageTag */
async function tagBySocket(host, image, name) {
    const socketPath = engineSocket(host);
    const parsed = (0,image_reference/* parseReference */.F2)(name);
    if (socketPath === undefined || !parsed.ok)
        return false;
    const query = new URLSearchParams({
        repo: parsed.reference.name,
        tag: parsed.reference.tag ?? 'latest',
    });
    const url = `http://engine/images/${encodeURIComponent(image)}/tag?${query}`;
    const result = await host.request({ url, socketPath, method: 'POST', timeoutMs: 10_000 });
    return result.kind === 'response' && result.status === 201;
}
/** The engine's Unix socket, where the client would use one: by DOCKER_HOST, or by the default without another context. */
function engineSocket(host) {
    const { DOCKER_HOST: named, DOCKER_CONTEXT: context } = host.env;
    if (named)
        return named.startsWith('unix://') ? named.slice('unix://'.length) : undefined;
    if (host.platform === 'win32' || (context && context !== 'default'))
        return undefined;
    const config = (0,registry_token/* parseJson */.qF)(host.files.read(external_node_path_.join((0,client_credential/* dockerConfigFolder */.P)(host), 'config.json')) ?? '');
    const current = config?.['currentContext'];
    return current === undefined || current === '' || current === 'default'
        ? '/var/run/docker.sock'
        : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
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

// EXTERNAL MODULE: ./build/registry/credential.js
var registry_credential = __nccwpck_require__(6869);
// EXTERNAL MODULE: ./build/registry/result.js
var registry_result = __nccwpck_require__(7397);
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
        return (0,registry_result.ok)(undefined);
    const challenge = answer.status === 401 ? challenge_parseChallenge(answer.headers['www-authenticate']) : undefined;
    if (challenge === undefined) {
        return (0,registry_result/* fail */.f)('unreachable', `${address.host} does not answer as a registry does (HTTP ${answer.status}).`);
    }
    if (challenge.kind === 'basic') {
        if (credential?.kind !== 'password')
            return (0,registry_result/* fail */.f)('refused', 'no basic auth credentials');
        return (0,registry_result.ok)(`Basic ${(0,registry_credential/* basicValue */.u)(credential.username, credential.password)}`);
    }
    const token = await (0,registry_token/* fetchToken */.eY)(patience, address, challenge, credential, scope);
    if (!token.ok)
        return token;
    patience.host.mask(token.value);
    return (0,registry_result.ok)(`Bearer ${token.value}`);
}

// EXTERNAL MODULE: ./build/registry/patience.js
var registry_patience = __nccwpck_require__(971);
// EXTERNAL MODULE: ./build/registry/address.js
var registry_address = __nccwpck_require__(3026);
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

;// CONCATENATED MODULE: ./build/registry/manifests.js
// Manifests of one repository over HTTP: read them, and give them further tags without sending a layer again.
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md






/** All kinds of manifests: images and indexes of several platforms, of Docker and of OCI. */
const manifestTypes = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ');
/**
 * Opens a repository for reading and writing. Nothing says yet that the account may write: a registry tells that when
 * something is written.
 *
 * @param path repository at the host
 * @param credential undefined for a registry that lets everyone in
 */
async function openRepository(patience, address, path, credential) {
    const first = await firstAnswer(patience, address);
    if (!first.ok)
        return first;
    const { base, answer } = first.value;
    const scope = `repository:${path}:pull,push`;
    const authorization = await authorize(patience, address, answer, credential, scope);
    if (!authorization.ok)
        return authorization;
    return (0,registry_result.ok)({ patience, url: `${base}/v2/${path}`, authorization: authorization.value });
}
/** The digest that a tag has now; undefined where the repository has no such tag. */
async function readDigest(repository, tag) {
    const result = await send(repository, {
        url: `manifests/${tag}`,
        method: 'HEAD',
        headers: { accept: manifestTypes },
    });
    if (!result.ok)
        return result;
    const { status, headers } = result.value;
    if (status === 404)
        return (0,registry_result.ok)(undefined);
    if (status !== 200)
        return refused(result.value);
    const digest = headers['docker-content-digest'];
    if (digest !== undefined)
        return (0,registry_result.ok)(digest);
    // Old registries say the digest with the content only.
    const manifest = await getManifest(repository, tag);
    return manifest.ok ? (0,registry_result.ok)(manifest.value?.digest) : manifest;
}
/** A manifest by tag or digest; undefined where there is none. */
async function getManifest(repository, tagOrDigest) {
    const result = await send(repository, {
        url: `manifests/${tagOrDigest}`,
        headers: { accept: manifestTypes },
    });
    if (!result.ok)
        return result;
    const answer = result.value;
    if (answer.status === 404)
        return (0,registry_result.ok)(undefined);
    if (answer.status !== 200)
        return refused(answer);
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(answer.body).digest('hex')}`;
    const wanted = tagOrDigest.startsWith('sha256:')
        ? tagOrDigest
        : answer.headers['docker-content-digest'];
    if (wanted !== undefined && wanted !== digest) {
        return (0,registry_result/* fail */.f)('unreachable', `The manifest that came is ${digest}, not ${wanted}.`);
    }
    const mediaType = (answer.headers['content-type'] ?? '').replace(/;.*$/, '').trim();
    return (0,registry_result.ok)({ mediaType, digest, content: answer.body });
}
/** Gives a manifest, whose layers the repository has, a tag. */
async function putManifest(repository, tag, manifest) {
    const result = await send(repository, {
        url: `manifests/${tag}`,
        method: 'PUT',
        headers: { 'content-type': manifest.mediaType },
        body: manifest.content,
    });
    if (!result.ok)
        return result;
    return result.value.status >= 200 && result.value.status < 300
        ? (0,registry_result.ok)(undefined)
        : refused(result.value);
}
/** @param request its URL is relative to the repository's */
async function send(repository, request) {
    const url = `${repository.url}/${request.url}`;
    const authorization = repository.authorization === undefined ? {} : { authorization: repository.authorization };
    const headers = { ...request.headers, ...authorization };
    const result = await (0,registry_patience/* requestPatiently */.qQ)(repository.patience, { ...request, url, headers });
    return result.kind === 'failure' ? (0,registry_patience/* unusable */._P)(result, url) : (0,registry_result.ok)(result);
}
/** A refusal in the words of the docker client, `denied: requested access to the resource is denied`. */
function refused(answer) {
    const status = answer.status >= 500 ? 'unreachable' : 'refused';
    return (0,registry_result/* fail */.f)(status, registryWords(answer.text()) ?? `HTTP ${answer.status}`);
}
function registryWords(text) {
    const errors = (0,registry_token/* parseJson */.qF)(text)?.['errors'];
    if (!Array.isArray(errors))
        return undefined;
    const words = errors.filter(registry_token/* isRecord */.u4).map((error) => {
        const code = typeof error['code'] === 'string'
            ? error['code'].toLowerCase().replaceAll('_', ' ')
            : 'unknown';
        const message = typeof error['message'] === 'string' ? error['message'] : '';
        return `${code}: ${message}`.replace(/\s+/g, ' ').trim();
    });
    return words.length === 0 ? undefined : words.join('; ').slice(0, 500);
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
    const address = (0,registry_address/* parseAddress */.or)(registry);
    const known = address && (0,registry_token/* parseJson */.qF)(env[variable] ?? '')?.[address.host];
    if (address === undefined || !(0,registry_token/* isRecord */.u4)(known))
        return address;
    const { scheme, realms } = known;
    const hosts = Array.isArray(realms) ? realms.filter((realm) => typeof realm === 'string') : [];
    return {
        ...address,
        ...(scheme === 'http' && { scheme }),
        ...(hosts.length > 0 && { realms: hosts }),
    };
}

;// CONCATENATED MODULE: ./build/actions/push/explain.js
// What a registry's or engine's refusal means, and what to do about it. One row a cause; the first that fits counts.

const amazon = /\.dkr[.-]ecr[.-]|^public\.ecr\.aws$/;
const google = /(^|\.)gcr\.io$|-docker\.pkg\.dev$/;
const github = /^ghcr\.io$/;
const quay = /^quay\.io$/;
const azure = /\.azurecr\.(io|cn|us)$/;
const hub = /^docker\.io$/;
const loginAgain = ({ host }) => `Put a step with transship's login for ${host} before this one, and check that its credential is of this registry.`;
const rows = [
    {
        pattern: /no basic auth credentials/i,
        cause: ({ host }) => `there is no credential for ${host}`,
        remedy: ({ host }) => `Log in to ${host} in a step before, or give this step a \`dockercfg\` that has it. The host of the credential and of the image name must be the same.`,
    },
    {
        pattern: /authorization token has expired|token (has |is )?expired/i,
        cause: ({ host }) => `the credential for ${host} has expired`,
        remedy: () => 'Log in again right before the push: tokens of cloud registries live for 1 to 12 hours.',
    },
    {
        pattern: /is not authorized to perform: ([\w-]+:\w+)/i,
        cause: (_place, match) => `the AWS identity lacks the permission \`${match[1]}\``,
        remedy: ({ path }) => `Allow it for the repository \`${path}\`. A push needs ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage and ecr:GetAuthorizationToken.`,
    },
    {
        pattern: /(name unknown|NAME_UNKNOWN|does not exist|RepositoryNotFound)/,
        host: amazon,
        missingRepository: true,
        cause: ({ host, path }) => `the repository \`${path}\` does not exist at ${host}`,
        remedy: () => 'Set `create-repository: true`, or create it with `aws ecr create-repository`: Amazon ECR makes none by a push.',
    },
    {
        pattern: /Permission [\\"']*(artifactregistry\.[\w.]+)/i,
        cause: ({ path }, match) => `the Google account lacks \`${match[1]}\` for \`${path}\`, or the repository does not exist`,
        remedy: () => 'Create the repository in Artifact Registry if it is missing, and give the account the role roles/artifactregistry.writer on it.',
    },
    {
        pattern: /createOnPush|repo does not exist|Repository [\\"']*[\w-]+[\\"']* not found|name unknown|NAME_UNKNOWN/i,
        host: google,
        missingRepository: true,
        cause: ({ path }) => `there is no Artifact Registry repository for \`${path}\``,
        remedy: () => 'Create it (`gcloud artifacts repositories create`), or give the account roles/artifactregistry.createOnPushWriter for a gcr.io name.',
    },
    {
        pattern: /You don't have the needed permissions|Unauthenticated request|unauthorized|denied/i,
        host: google,
        cause: ({ path }) => `the Google account may not write to \`${path}\``,
        remedy: () => 'Give it the role roles/artifactregistry.writer on the repository.',
    },
    {
        pattern: /permission_denied: write_package|permission_denied|installation not allowed|denied/i,
        host: github,
        cause: ({ path }) => `the token may not write the package \`${path}\``,
        remedy: () => 'Give the job `permissions: packages: write`; for a package that another repository made, add this repository with the role Write under the package\'s "Manage Actions access". A personal token needs the scope write:packages.',
    },
    {
        pattern: /unauthorized: access to the requested resource is not authorized|unauthorized|denied|insufficient/i,
        host: quay,
        cause: ({ path }) => `the account may not write to \`${path}\` at Quay`,
        remedy: () => 'Give the robot account the permission Write on the repository; a repository that does not exist needs the right to create it in the organisation.',
    },
    {
        pattern: /unauthorized|denied|insufficient_scope/i,
        host: azure,
        cause: ({ path, host }) => `the account may not push \`${path}\` to ${host}`,
        remedy: () => 'Give it the role AcrPush on the registry, or use the admin user of the registry.',
    },
    {
        pattern: /immutable|cannot be overwritten|already exists/i,
        cause: ({ text }) => `the tag of \`${text}\` exists and may not be changed`,
        remedy: () => 'The repository has immutable tags: push another tag, or allow changes in its settings.',
    },
    {
        pattern: /denied|insufficient_scope|forbidden|\b403\b/i,
        host: hub,
        cause: ({ path }) => `the account may not push to \`${path.replace(/^library\//, '')}\` at Docker Hub, or the repository does not exist`,
        remedy: ({ path }) => path.startsWith('library/')
            ? 'An image name without an account belongs to Docker itself: write `account/name`, or the host of your registry in front.'
            : 'Use an access token with Read & Write, of an account with write access to the repository.',
    },
    {
        pattern: /\btoo ?many ?requests\b|\b429\b|rate limit/i,
        passing: true,
        cause: ({ host }) => `${host} asks for a pause (too many requests)`,
        remedy: () => 'Run the job again later.',
    },
    {
        pattern: /no space left on device|insufficient storage|\b507\b|disk quota|quota exceeded|exceed.{0,20}quota/i,
        cause: ({ host }) => `there is no space left, on this machine or at ${host}`,
        remedy: () => 'Remove images that are not needed, or raise the quota.',
    },
    {
        pattern: /server gave HTTP response to HTTPS client|first record does not look like a TLS handshake/i,
        cause: ({ host }) => `${host} speaks plain http, which the engine refuses`,
        remedy: ({ host }) => `Name it in \`insecure-registries\` of the engine's daemon.json (${host}), or give the registry a certificate.`,
    },
    {
        pattern: /x509|certificate/i,
        cause: ({ host }) => `the engine does not trust the certificate of ${host}`,
        remedy: ({ host }) => `Put the certificate of its authority at /etc/docker/certs.d/${host}/ca.crt on the runner.`,
    },
    {
        pattern: /no such host|server misbehaving/i,
        cause: ({ host }) => `the host name ${host} is unknown to the engine`,
        remedy: () => 'Check `image_name`, and that the runner can reach the registry.',
    },
    {
        pattern: /\b413\b|entity too large/i,
        cause: ({ host }) => `a layer is larger than ${host}, or a proxy in front of it, accepts`,
        remedy: () => 'Raise the limit of the proxy (client_max_body_size of nginx), or make the layer smaller.',
    },
    {
        pattern: /\b405\b|operation is unsupported|UNSUPPORTED|read.?only/i,
        cause: ({ host }) => `${host} takes no pushes: it is read-only or a mirror`,
        remedy: () => 'Push to the registry behind it.',
    },
    {
        pattern: /manifest (blob )?(invalid|unknown)|MANIFEST_INVALID|MANIFEST_BLOB_UNKNOWN/i,
        passing: true,
        cause: ({ host }) => `${host} refuses the manifest of the image`,
        remedy: () => 'A registry of that age may know no OCI images: bring it up to date.',
    },
    {
        pattern: /unauthorized|authentication required|\b401\b|incorrect username or password/i,
        cause: ({ host }) => `${host} does not accept the credential`,
        remedy: loginAgain,
    },
    {
        pattern: /name unknown|NAME_UNKNOWN|repository .*not found|project .*not found|\b404\b/i,
        missingRepository: true,
        cause: ({ host, path }) => `the repository \`${path}\` does not exist at ${host}`,
        remedy: () => 'Create it, or the project that it belongs to, or correct `image_name`.',
    },
    {
        pattern: /denied|forbidden|insufficient_scope|\b403\b/i,
        cause: ({ host, path }) => `the account may not push to \`${path}\` at ${host}`,
        remedy: () => 'Give the account the right to write to this repository.',
    },
    {
        pattern: /does not exist locally|No such image/i,
        cause: ({ text }) => `there is no local image for \`${text}\``,
        remedy: () => 'Build, pull or commit it in a step before, or name it by `image`.',
    },
    {
        pattern: /\b(408|50[0-9]|52[0-9])\b|timeout|timed out|deadline exceeded|connection (refused|reset)|broken pipe|EOF|cut the connection|takes no connection|temporary failure|try again|unavailable|blob upload|closed network connection|stream error|http2:/i,
        passing: true,
        cause: ({ host }) => `${host} did not answer as it should`,
        remedy: ({ host }) => `Run the job again later; what was uploaded is not sent again. If ${host} is your own: its log says more, a full disk among other things.`,
    },
];
/**
 * Explains a failed push.
 *
 * @param said what the docker client or the registry said
 */
function explainPush(said, place) {
    for (const row of rows) {
        if (row.host !== undefined && !row.host.test(place.host))
            continue;
        const match = row.pattern.exec(said);
        if (match === null)
            continue;
        return {
            passing: row.passing === true,
            missingRepository: row.missingRepository === true,
            message: `\`${place.text}\` was not pushed: ${row.cause(place, match)}. It said: ${said}`,
            remedy: row.remedy(place, match),
        };
    }
    return {
        passing: false,
        missingRepository: false,
        message: `\`${place.text}\` was not pushed: ${said}`,
        remedy: `Check that \`docker push ${place.text}\` works with the same credential${place.host === image_reference/* DOCKER_HUB */.Xb ? '' : ` for ${place.host}`}.`,
    };
}

;// CONCATENATED MODULE: ./build/actions/push/upload.js
// The one upload of a repository: layers and manifest under the first of its tags, by the docker client.


/** Tries in all. */
const tries = 5;
const firstDelay = 2_000;
const longestDelay = 30_000;
/** Uploads and tries again where the failure may pass. What the registry has already is not sent again. */
async function upload(settings, source, place) {
    const { host } = settings;
    for (let attempt = 1;; attempt += 1) {
        const result = await uploadOnce(settings, source, place);
        if (result.kind === 'uploaded')
            return result;
        if (!result.failure.passing || result.tired || attempt === tries)
            return result;
        const delay = Math.min(firstDelay * 2 ** (attempt - 1), longestDelay) * (0.5 + host.random() / 2);
        host.log(`${result.failure.message} Trying again in ${(delay / 1000).toFixed(1)} s.`);
        await host.sleep(delay);
    }
}
async function uploadOnce({ host, env, live }, source, place) {
    const fail = (said, tired = false) => ({
        kind: 'failed',
        failure: explainPush(said, place),
        tired,
    });
    if (source.id !== undefined && !(await tagImage(host, env, source.id, place.text))) {
        return fail('the engine gives the image no such name');
    }
    const options = { env, output: live ? 'show' : 'collect' };
    const pushed = await host.exec('docker', source.uploadStep(place.text), options);
    if (pushed.kind === 'not-found')
        return fail('there is no `docker` on PATH');
    if (pushed.exitCode !== 0) {
        const last = pushed.stderr.trim().split('\n').filter(Boolean).at(-1);
        const said = last?.replace(/^(ERROR|error):\s*/, '') ?? `docker ended with ${pushed.exitCode}`;
        return fail(said, /Retrying in 1 second/.test(pushed.stdout));
    }
    if (!live)
        for (const line of pushed.stdout.trimEnd().split('\n'))
            host.log(line);
    const digest = source.digestFrom(pushed);
    return digest === undefined
        ? fail('the docker client named no digest')
        : { kind: 'uploaded', digest };
}

;// CONCATENATED MODULE: ./build/actions/push/push-repository.js
// All tags of one repository: one upload, then the manifest under every other tag, then what the registry says they are.









/** Seconds for requests that ask or tag, from the first to the last, waiting included. */
const requestBudget = 120;
const tagsAtOnce = 6;
async function pushRepository(push, group) {
    const { host, source } = push;
    const [first] = group.targets;
    const began = host.now();
    // Both at once: the upload takes longer than asking for a token.
    const opening = push_repository_open(push, group);
    const known = await findKnown(source, group, opening);
    if (known !== undefined)
        return tagAll(push, group.targets, known.repository, known.manifest, true);
    const place = placeOf(group, first);
    let uploaded = await upload(push, source, place);
    if (uploaded.kind === 'failed' &&
        uploaded.failure.missingRepository &&
        push.createRepository !== undefined) {
        const problem = await push.createRepository(place);
        if (problem === undefined)
            uploaded = await upload(push, source, place);
        else
            uploaded = { kind: 'failed', failure: problem, tired: false };
    }
    if (uploaded.kind === 'failed') {
        const { failure: cause } = uploaded;
        const others = group.targets.slice(1).map(({ text }) => `\`${text}\``);
        const also = others.length === 0 ? '' : ` Nor was ${others.join(', ')}.`;
        const failure = { ...cause, message: cause.message + also };
        return group.targets.map((target) => ({ target, state: 'failed', readBack: false, failure }));
    }
    // A token lives for a minute at least, and a large upload for longer.
    const opened = host.now() - began < 30_000 ? await opening : await push_repository_open(push, group);
    const others = group.targets.slice(1);
    if (!opened.ok)
        return withoutRequests(push, group, uploaded.digest, opened.failure.message);
    const repository = opened.value;
    const outcome = {
        target: first,
        state: 'uploaded',
        digest: uploaded.digest,
        readBack: false,
    };
    if (others.length === 0)
        return [await readBack(repository, outcome)];
    // By its tag, which reads the first one back at the same time.
    const manifest = await getManifest(repository, first.reference.tag);
    if (!manifest.ok)
        return withoutRequests(push, group, uploaded.digest, manifest.failure.message);
    const readOutcome = judge(outcome, manifest.value?.digest);
    if (manifest.value === undefined || readOutcome.state === 'failed') {
        const failure = readOutcome.failure ?? explainPush('the registry does not show it', place);
        return group.targets.map((target) => ({ target, state: 'failed', readBack: true, failure }));
    }
    host.log(`${others.length} more ${others.length === 1 ? 'tag' : 'tags'} of ${group.host}/${group.path} by manifest, without uploading again`);
    return [readOutcome, ...(await tagAll(push, others, repository, manifest.value, false))];
}
const placeOf = (group, target) => ({
    host: group.host,
    path: group.path,
    text: target.text,
});
async function push_repository_open(push, group) {
    const address = addressOf(push.host.env, group.host);
    if (address === undefined)
        return (0,registry_result/* fail */.f)('wrong', `${group.host} is no host.`);
    const credential = await (0,client_credential/* clientCredential */.b)(push.host, push.configFolder, group.host);
    return openRepository((0,registry_patience/* patience */._L)(push.host, requestBudget), address, group.path, credential);
}
/** The manifest of this very image where the repository has it from an earlier push: nothing is uploaded then. */
async function findKnown(source, group, opening) {
    const name = group.targets[0].reference.name;
    const digests = source.knownDigests.filter((known) => isOf(known, name));
    if (digests.length === 0)
        return undefined;
    const opened = await opening;
    if (!opened.ok)
        return undefined;
    for (const digest of digests) {
        const manifest = await getManifest(opened.value, digest.slice(digest.indexOf('@') + 1));
        if (manifest.ok && manifest.value !== undefined)
            return { repository: opened.value, manifest: manifest.value };
    }
    return undefined;
}
async function tagAll(push, targets, repository, manifest, mayBePresent) {
    const tagOne = async (target) => {
        const { tag } = target.reference;
        if (mayBePresent) {
            const now = await readDigest(repository, tag);
            if (now.ok && now.value === manifest.digest) {
                return { target, state: 'present', digest: manifest.digest, readBack: true };
            }
        }
        const put = await putManifest(repository, tag, manifest);
        if (put.ok)
            return readBack(repository, {
                target,
                state: 'tagged',
                digest: manifest.digest,
                readBack: false,
            });
        // The client may know a way that we do not; if it does not either, its words count.
        const said = put.failure.message;
        push.host.log(`${target.text}: ${said}; trying by docker push`);
        return uploadOther(push, target, said);
    };
    const outcomes = [];
    for (let at = 0; at < targets.length; at += tagsAtOnce) {
        const some = targets.slice(at, at + tagsAtOnce);
        // A later step may want the image by this name; the push does not depend on it.
        const local = some.map((target) => tagLocally(push, target));
        outcomes.push(...(await Promise.all(some.map(tagOne))));
        await Promise.all(local);
    }
    return outcomes;
}
async function tagLocally({ host, env, source }, target) {
    if (source.id !== undefined)
        await tagImage(host, env, source.id, target.text);
}
async function uploadOther(push, target, said) {
    const { host, path } = target.reference;
    const place = { host, path, text: target.text };
    const uploaded = await upload(push, push.source, place);
    if (uploaded.kind === 'uploaded') {
        return { target, state: 'uploaded', digest: uploaded.digest, readBack: false };
    }
    const failure = said === '' ? uploaded.failure : explainPush(said, place);
    return {
        target,
        state: 'failed',
        readBack: false,
        failure: uploaded.failure.passing ? failure : uploaded.failure,
    };
}
/** Where this program cannot speak to the registry, as the engine can: one push after the other. */
async function withoutRequests(push, group, digest, why) {
    const [first, ...others] = group.targets;
    push.host.warning(`${group.host} was reached by the engine, not by this step (${why}): every tag is pushed by itself, and the digests are those that the docker client said.`, { title: 'transship push' });
    const outcomes = [{ target: first, state: 'uploaded', digest, readBack: false }];
    for (const target of others)
        outcomes.push(await uploadOther(push, target, ''));
    return outcomes;
}
async function readBack(repository, outcome) {
    const { target } = outcome;
    const now = await readDigest(repository, target.reference.tag);
    if (now.ok)
        return judge(outcome, now.value);
    repository.patience.host.warning(`${target.text} was pushed, but its digest could not be read back: ${now.failure.message}`, { title: 'transship push' });
    return outcome;
}
/** What was pushed, against what the registry says. */
function judge(outcome, seen) {
    const { target, digest } = outcome;
    if (seen === digest)
        return { ...outcome, readBack: true };
    const says = seen === undefined ? 'has no such tag' : `says ${seen}`;
    return {
        target,
        state: 'failed',
        readBack: true,
        failure: {
            passing: false,
            missingRepository: false,
            message: `\`${target.text}\` was pushed as ${digest}, and the registry ${says}.`,
            remedy: 'Another job may have pushed the same tag at the same time: let one of them do it.',
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/push/report.js
// What a push tells: its outputs, the runner's list of artifacts, the summary of the step.

const words = {
    uploaded: 'pushed',
    tagged: 'pushed (manifest only)',
    present: 'was there already',
    failed: 'failed',
};
function logOutcomes(host, outcomes) {
    for (const { target, state, digest, readBack } of outcomes) {
        if (state === 'failed')
            continue;
        host.log(`${target.text} ${digest}: ${words[state]}${readBack ? '' : ', digest not read back'}`);
    }
}
/** Reference to digest, JSON, of what is at its registry now. */
function digestsOf(outcomes) {
    const pairs = outcomes.flatMap(({ target, digest }) => digest === undefined ? [] : [[target.text, digest]]);
    return JSON.stringify(Object.fromEntries(pairs));
}
/** Lines for the file in which newer runners collect what a job made; nothing where the runner has none. */
function recordArtifacts(host, outcomes) {
    const file = host.env['GITHUB_ARTIFACTS'];
    if (!file)
        return;
    const lines = outcomes.flatMap(({ target, digest }) => digest === undefined ? [] : [`oci://${target.reference.name}@${digest}\n`]);
    if (lines.length === 0)
        return;
    const before = host.files.read(file) ?? '';
    if (host.files.list(external_node_path_.dirname(file)) === undefined)
        return;
    host.files.write(file, [before, ...new Set(lines)].join(''), 0o644);
}
/** A table of every reference. */
function summaryOf(title, outcomes) {
    const rows = outcomes.map(({ target, state, digest }) => {
        const mark = state === 'failed' ? '❌' : '✅';
        return `| \`${target.text}\` | ${digest === undefined ? '' : `\`${digest}\``} | ${mark} ${words[state]} |`;
    });
    return [
        `### Push of ${title}`,
        '',
        '| Reference | Digest | |',
        '| --- | --- | --- |',
        ...rows,
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/docker/layout.js
// Images of several platforms, which an engine without containerd's store cannot hold. `build` leaves them as OCI
// layouts in the job's temporary folder, `push` finds them there by name.



/** The folder for the layout of an image; names may hold what file names may not. */
function layout_placeOf(host, reference) {
    const name = (0,external_node_crypto_.createHash)('sha256').update(reference).digest('hex').slice(0, 32);
    return external_node_path_.join(host.temporaryFolder, 'transship-layouts', name);
}
/** An empty folder for the layout of an image that gets these names. */
function newLayoutFolder(host, references) {
    const folder = path.join(layout_placeOf(host, references.join('\n')), 'layout');
    host.files.remove(folder);
    host.files.makeFolder(folder);
    return folder;
}
/** Remembers under which names a layout is found. */
function recordLayout(host, references, layout) {
    for (const reference of references) {
        const place = layout_placeOf(host, reference);
        host.files.makeFolder(place);
        host.files.write(path.join(place, 'record.json'), JSON.stringify(layout));
    }
}
/** Forgets what an image of that name was before: a later build put it into the engine. */
function forgetLayouts(host, references) {
    for (const reference of references)
        host.files.remove(path.join(layout_placeOf(host, reference), 'record.json'));
}
function findLayout(host, reference) {
    const record = (0,registry_token/* parseJson */.qF)(host.files.read(external_node_path_.join(layout_placeOf(host, reference), 'record.json')) ?? '');
    if (record === undefined)
        return undefined;
    const { folder, digest, platforms, builder } = record;
    if (typeof folder !== 'string' || typeof digest !== 'string' || typeof builder !== 'string')
        return undefined;
    if (!Array.isArray(platforms) || (0,registry_token/* isRecord */.u4)(platforms))
        return undefined;
    return { folder, digest, platforms: platforms.map(String), builder };
}

;// CONCATENATED MODULE: ./build/actions/push/source.js
// What is pushed: an image of the engine, or an image of several platforms that `build` left as a layout.



/**
 * Finds the image to push.
 *
 * @param names the first that exists here counts
 * @returns undefined where none exists
 */
async function findSource(host, names) {
    for (const name of names) {
        const layout = findLayout(host, withTag(name));
        if (layout !== undefined)
            return layoutSource(host, name, layout);
        const image = await inspectImage(host, name);
        if (image !== undefined)
            return engineSource(name, image);
    }
    return undefined;
}
/** A name without a tag means `latest`, as in the docker client. */
function withTag(name) {
    const parsed = (0,image_reference/* parseReference */.F2)(name);
    if (!parsed.ok)
        return name;
    const { reference } = parsed;
    return (0,image_reference/* familiarName */.hG)(reference.digest === undefined ? { tag: 'latest', ...reference } : reference);
}
function engineSource(name, image) {
    return {
        title: `${name} (${image.id.replace(/^sha256:/, '').slice(0, 12)})`,
        knownDigests: image.digests,
        uploadStep: (reference) => ['push', reference],
        digestFrom: ({ stdout }) => /digest: (sha256:[0-9a-f]{64})/.exec(stdout)?.[1],
        id: image.id,
    };
}
/** BuildKit reads a layout of the client and pushes it unchanged: a Dockerfile of one line, nothing to build. */
function layoutSource(host, name, layout) {
    const empty = `${layout.folder}.context`;
    host.files.makeFolder(empty);
    host.files.write(`${empty}/Dockerfile`, 'FROM image\n');
    return {
        title: `${name} (${layout.platforms.join(', ')})`,
        knownDigests: [],
        uploadStep: (reference) => [
            ...['buildx', 'build', '--builder', layout.builder, '--progress', 'plain'],
            ...['--platform', layout.platforms.join(','), '--provenance=false'],
            ...['--build-context', `image=oci-layout://${layout.folder}@${layout.digest}`],
            ...['--tag', reference, '--output', 'type=registry', empty],
        ],
        digestFrom: ({ stderr }) => {
            const pushed = /pushing manifest for \S+@(sha256:[0-9a-f]{64})/.exec(stderr)?.[1];
            return pushed === layout.digest ? pushed : undefined;
        },
        id: undefined,
    };
}

;// CONCATENATED MODULE: ./build/template/strip-tag.js
/** Docker's limit. */
const LONGEST_TAG = 128;
/**
 * Removes from a rendered or literal tag what Docker forbids: CodeShip deleted such characters, and
 * replaced none (codeship.md 4.4). What it did with `.` and `-` in front, and beyond 128 characters, was
 * never said: both go as well.
 */
function stripTag(text) {
    const removed = [...new Set(text.match(/[^A-Za-z0-9_.-]/gu) ?? [])];
    const allowed = text.replace(/[^A-Za-z0-9_.-]/gu, '');
    const leading = /^[.-]*/.exec(allowed)?.[0] ?? '';
    const rest = allowed.slice(leading.length);
    return { tag: rest.slice(0, LONGEST_TAG), removed, leading, cut: rest.slice(LONGEST_TAG) };
}

;// CONCATENATED MODULE: ./build/actions/push/tag-text.js
// A tag as CodeShip made it of a text: without what a tag cannot have (codeship.md 4.4).

/** @param text a rendered template or a literal tag */
function tagOf(text) {
    const { tag, removed, leading, cut } = stripTag(text);
    if (tag === '')
        return { ok: false, message: `nothing that a tag may hold is left of \`${text}\`.` };
    if (tag === text)
        return { ok: true, tag };
    const what = [
        ...(removed.length > 0
            ? [`without ${removed.map((character) => `\`${character}\``).join(' ')}`]
            : []),
        ...(leading === '' ? [] : [`without \`${leading}\` in front`]),
        ...(cut === '' ? [] : ['cut to 128 characters']),
    ];
    const warning = `The tag is \`${tag}\`: \`${text}\` ${what.join(', ')}, as a tag allows and CodeShip did. Two branches may come to the same tag.`;
    return { ok: true, tag, warning };
}

;// CONCATENATED MODULE: ./build/actions/push/targets.js
// Where a push goes: every name with every tag, once.

/** Lines of an input, without empty ones and the space around them. */
const linesOf = (text) => text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
/**
 * All targets of a push.
 *
 * @param names repositories, one a line; a tag in a name counts where `image_tag` has its default (codeship.md 4.2)
 * @param tags tags or templates, one a line
 * @param render a tag for one of the names: template filled in, characters removed that a tag cannot have
 */
function planTargets(names, tags, render) {
    const targets = new Map();
    const warnings = [];
    const problems = [];
    for (const name of names) {
        const parsed = (0,image_reference/* parseReference */.F2)(name);
        if (!parsed.ok) {
            problems.push(`\`${name}\` cannot be pushed to: ${parsed.message}.`);
            continue;
        }
        const { digest, tag: ownTag, ...repository } = parsed.reference;
        if (digest !== undefined) {
            problems.push(`\`${name}\` names a digest, which a push cannot choose.`);
            continue;
        }
        if (ownTag !== undefined && tags.some((tag) => tag !== 'latest' && tag !== ownTag)) {
            problems.push(`\`${name}\` has a tag, and \`image_tag\` has others: remove one of them.`);
            continue;
        }
        if (ownTag !== undefined) {
            warnings.push(`\`${name}\` has its tag in the name; \`image_tag\` is the place for it.`);
        }
        const plain = (0,image_reference/* familiarName */.hG)(repository);
        // An empty input is an absent one.
        const wantedTags = tags.length === 0 ? ['latest'] : tags;
        for (const wanted of ownTag === undefined ? wantedTags : [ownTag]) {
            const rendered = render(wanted, plain);
            if (!rendered.ok) {
                problems.push(`The tag \`${wanted}\` of \`${plain}\`: ${rendered.message}`);
                continue;
            }
            const reference = { ...repository, tag: rendered.tag };
            const text = (0,image_reference/* familiarName */.hG)(reference);
            const known = targets.get(text);
            if (known === undefined)
                targets.set(text, { text, reference });
            if (rendered.warning !== undefined)
                warnings.push(rendered.warning);
        }
    }
    return {
        targets: [...targets.values()],
        warnings: [...new Set(warnings)],
        problems: [...new Set(problems)],
    };
}
/** The targets of each repository, in the order in which they were written. */
function byRepository(targets) {
    const groups = new Map();
    for (const target of targets) {
        const group = groups.get(target.reference.name);
        if (group === undefined)
            groups.set(target.reference.name, [target]);
        else
            group.push(target);
    }
    return [...groups.values()].map((group) => ({
        host: group[0].reference.host,
        path: group[0].reference.path,
        targets: group,
    }));
}

;// CONCATENATED MODULE: ./build/actions/push/push.js
// Pushes one image to one or many references.








const title = 'transship push';
const push = async ({ host, inputs, output }) => {
    const condition = await conditionHolds(host, inputs);
    if (!condition.ok)
        return (0,program/* failed */.gz)(...condition.failures);
    if (!condition.value) {
        output('digests', '{}');
        output('pushed', 'false');
        return program/* done */.Vw;
    }
    const planned = await plan(host, inputs);
    if (!planned.ok)
        return (0,program/* failed */.gz)(...planned.failures);
    const targets = planned.value;
    const found = await findImage(host, inputs.image, targets);
    if (!found.ok)
        return (0,program/* failed */.gz)(...found.failures);
    const client = await clientConfig(host, inputs, targets);
    if (!client.ok)
        return (0,program/* failed */.gz)(...client.failures);
    try {
        const outcomes = await pushAll(host, client.value, found.value, targets, inputs);
        logOutcomes(host, outcomes);
        recordArtifacts(host, outcomes);
        host.summary(summaryOf(found.value.title, outcomes));
        output('digests', digestsOf(outcomes));
        output('pushed', String(outcomes.some(({ state }) => state !== 'failed')));
        const failures = failuresOf(outcomes);
        return failures.length === 0 ? program/* done */.Vw : (0,program/* failed */.gz)(...failures);
    }
    finally {
        client.value.remove();
    }
};
/** `tag`, `exclude` and `branches`: false skips the push, which is no failure. */
async function conditionHolds(host, inputs) {
    const { tag, exclude } = inputs;
    if (tag === '' && exclude === '' && inputs.branches === '')
        return { ok: true, value: true };
    // With a YAML reader and the RE2 engine: most pushes need neither.
    const { readBranches } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(922)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9922));
    const { builtRefs, decideRefCondition } = await Promise.all(/* import() */[__nccwpck_require__.e(856), __nccwpck_require__.e(130)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3130));
    const branches = readBranches(inputs.branches);
    if (!branches.ok)
        return wrong(`Input branches ${branches.message}.`);
    const refs = builtRefs(host.env);
    if (refs.codeship === '') {
        return wrong('The ref that is built is unknown: GITHUB_REF_NAME is empty.', 'Leave the conditions out, or set GITHUB_REF_NAME.');
    }
    const decision = await decideRefCondition({ tag, exclude, branches: branches.value }, refs);
    for (const warning of decision.warnings)
        host.warning(warning, { title });
    if (!decision.holds)
        host.notice(`Nothing is pushed: ${decision.reason}.`, { title });
    return { ok: true, value: decision.holds };
}
async function plan(host, inputs) {
    const names = linesOf(inputs.image_name);
    const tags = linesOf(inputs.image_tag);
    let templates = { render: (text) => ({ ok: true, text }) };
    if (tags.some((tag) => tag.includes('{{'))) {
        const read = await (await Promise.all(/* import() */[__nccwpck_require__.e(856), __nccwpck_require__.e(130), __nccwpck_require__.e(908)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3908))).readTemplates(host, tags);
        if (read.failures.length > 0)
            return { ok: false, failures: read.failures };
        templates = read.templates;
    }
    const render = (tag, name) => {
        const step = { name: inputs['step-name'], service: inputs['service-name'], image_name: name };
        const rendered = templates.render(tag, step);
        return rendered.ok ? tagOf(rendered.text) : { ok: false, message: rendered.message };
    };
    const { targets, warnings, problems } = planTargets(names, tags, render);
    for (const warning of warnings)
        host.warning(warning, { title });
    if (problems.length > 0)
        return { ok: false, failures: problems.map((message) => ({ message })) };
    const mismatch = (0,own_credentials/* registryMismatch */.el)(inputs.registry, targets.map(({ reference }) => reference.host));
    if (mismatch !== undefined)
        host.warning(mismatch, { title });
    return { ok: true, value: targets };
}
async function findImage(host, image, targets) {
    const names = image === '' ? targets.map(({ text }) => text) : [image];
    const source = await findSource(host, names);
    if (source !== undefined)
        return { ok: true, value: source };
    const engine = missingEngine(host, await host.exec('docker', ['version']));
    if (engine !== undefined)
        return { ok: false, failures: [engine] };
    const list = names.map((name) => `\`${name}\``).join(', ');
    return wrong(image === ''
        ? `None of the references exists in the engine: ${list}.`
        : `The image ${list} does not exist in the engine.`, 'Build, pull or commit it in a step before, in the same job, or name it by `image`.');
}
async function clientConfig(host, inputs, targets) {
    if (inputs.dockercfg === '')
        return { ok: true, value: (0,own_credentials/* jobConfig */.M8)(host) };
    const { configFromDockercfg } = await __nccwpck_require__.e(/* import() */ 599).then(__nccwpck_require__.bind(__nccwpck_require__, 599));
    const hosts = targets.map(({ reference }) => reference.host);
    return configFromDockercfg(host, inputs, hosts);
}
async function pushAll(host, client, source, targets, inputs) {
    const groups = byRepository(targets);
    host.log(`Pushing ${source.title} to ${targets.map(({ text }) => text).join(', ')}`);
    const mayCreate = inputs['create-repository'] === 'true';
    const common = {
        host,
        source,
        env: client.env,
        configFolder: client.folder,
        live: groups.length === 1,
        ...(mayCreate && {
            createRepository: async (place) => (await __nccwpck_require__.e(/* import() */ 170).then(__nccwpck_require__.bind(__nccwpck_require__, 8170))).createRepository(host, place),
        }),
    };
    // The engine sends to several registries at once; two repositories of one registry share layers, so they take turns.
    const hosts = new Map();
    for (const group of groups)
        hosts.set(group.host, [...(hosts.get(group.host) ?? []), group]);
    const perHost = [...hosts.values()].map(async (list) => {
        const outcomes = [];
        for (const group of list)
            outcomes.push(...(await pushRepository(common, group)));
        return outcomes;
    });
    const all = (await Promise.all(perHost)).flat();
    return targets.flatMap((target) => all.find((outcome) => outcome.target === target) ?? []);
}
/** One failure for each cause: tags of one repository share theirs. */
function failuresOf(outcomes) {
    const failures = new Map();
    for (const { failure } of outcomes) {
        if (failure !== undefined)
            failures.set(failure.message, { message: failure.message, remedy: failure.remedy });
    }
    return [...failures.values()];
}
const wrong = (message, remedy) => ({
    ok: false,
    failures: [remedy === undefined ? { message } : { message, remedy }],
});


/***/ }),

/***/ 9098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ dockerConfigFolder),
/* harmony export */   b: () => (/* binding */ clientCredential)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7755);
/* harmony import */ var _registry_dockercfg_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7332);
/* harmony import */ var _registry_token_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5327);
// The credential that the docker client would send to a registry, found where the client finds it.
// https://github.com/docker/cli/blob/master/cli/config/configfile/file.go





/** The folder of the client's configuration. */
function dockerConfigFolder(host) {
    return host.env['DOCKER_CONFIG'] || node_path__WEBPACK_IMPORTED_MODULE_1__.join(host.env['HOME'] || node_os__WEBPACK_IMPORTED_MODULE_0__.homedir(), '.docker');
}
/**
 * The credential for a registry; undefined where there is none.
 *
 * @param folder the client's configuration folder
 * @param registry host as in image names
 */
async function clientCredential(host, folder, registry) {
    const config = (0,_registry_token_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(host.files.read(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, 'config.json')) ?? '') ?? {};
    const key = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerConfigKey */ .Y4)(registry);
    const helpers = config['credHelpers'];
    const named = (0,_registry_token_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(helpers) ? helpers[key] : undefined;
    // An entry for the host counts even if it is empty: the file itself is meant then.
    const helper = named === undefined ? config['credsStore'] : named;
    if (typeof helper === 'string' && helper !== '')
        return fromHelper(host, helper, key);
    const auths = config['auths'];
    if (!(0,_registry_token_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(auths))
        return undefined;
    const entry = auths[key] ?? Object.entries(auths).find(([name]) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeRegistry */ .l5)(name) === registry)?.[1];
    return entry === undefined ? undefined : fromEntry(key, entry);
}
async function fromHelper(host, helper, key) {
    const result = await host.exec(`docker-credential-${helper}`, ['get'], { stdin: key });
    if (result.kind !== 'exited' || result.exitCode !== 0)
        return undefined;
    const answer = (0,_registry_token_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(result.stdout);
    const [username, secret] = [answer?.['Username'], answer?.['Secret']];
    if (typeof username !== 'string' || typeof secret !== 'string' || secret === '')
        return undefined;
    // The protocol's sign for an OAuth2 refresh token.
    if (username === '<token>')
        return { kind: 'identity-token', token: secret };
    return { kind: 'password', username, password: secret };
}
/** One member of `auths`, read as a file of its own: what is wrong in others is no matter here. */
function fromEntry(key, entry) {
    const parsed = (0,_registry_dockercfg_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDockercfg */ .i)(JSON.stringify({ auths: { [key]: entry } }));
    return parsed.ok ? parsed.value.entries[0]?.credential : undefined;
}


/***/ }),

/***/ 3527:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _actions_program_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9220);
/* harmony import */ var _actions_push_interface_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6978);
/* harmony import */ var _actions_push_push_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3348);
/* harmony import */ var _host_github_runner_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(203);




process.exit(await (0,_actions_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(_actions_push_interface_js__WEBPACK_IMPORTED_MODULE_1__/* .pushInterface */ .M, _actions_push_push_js__WEBPACK_IMPORTED_MODULE_2__/* .push */ .V, (0,_host_github_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .githubRunner */ .O)()));

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
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   Xb: () => (/* binding */ DOCKER_HUB),
/* harmony export */   Y4: () => (/* binding */ dockerConfigKey),
/* harmony export */   hG: () => (/* binding */ familiarName),
/* harmony export */   l5: () => (/* binding */ normalizeRegistry)
/* harmony export */ });
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

/***/ 7332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ parseDockercfg)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3026);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7397);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5327);
// Docker's credential files in both shapes (codeship.md 5.1).



/**
 * Reads a `.dockercfg` (registries at the top) or a `config.json` (registries under `auths`).
 * What is said about a wrong file holds nothing of its content.
 */
function parseDockercfg(text) {
    const json = (0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text.replace(/^\uFEFF/, '').replace(/[\s\0]+$/, ''));
    if (json === undefined) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .f)('wrong', 'Failed to parse dockercfg: it is no JSON object.', 'It has a syntax error, or was encrypted with an incomplete AES key or that of another project: encrypt the file again with the key of this one.');
    }
    const auths = json['auths'];
    const helpers = ['credsStore', 'credHelpers'].filter((name) => json[name] !== undefined);
    const isNew = (0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(auths) || helpers.length > 0;
    const records = isNew
        ? Object.entries((0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(auths) ? auths : {})
        : Object.entries(json).filter(([, value]) => (0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) &&
            ('auth' in value || 'email' in value || Object.keys(value).length === 0));
    const entries = [];
    for (const [key, value] of records) {
        const address = (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(key);
        if (address === undefined || !(0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value)) {
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .f)('wrong', 'Failed to parse dockercfg: it has an entry that is no registry.');
        }
        const credential = credentialIn(value);
        if (credential === 'broken') {
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .f)('wrong', `Failed to parse dockercfg: \`auth\` of ${address.host} is not base64 of USER:PASSWORD.`);
        }
        entries.push({ key, address, credential });
    }
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ entries, helpers });
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
/* harmony export */   eY: () => (/* binding */ fetchToken),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* unused harmony export reasonIn */
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
/******/ var __webpack_exports__ = __nccwpck_require__(3527);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
