export const id = 83;
export const ids = [83,909,966,43];
export const modules = {

/***/ 6909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dockercfgFileWishes: () => (/* binding */ dockercfgFileWishes),
  US: () => (/* binding */ dockercfgWishes),
  qE: () => (/* binding */ findFile),
  Uq: () => (/* binding */ openText)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/integration/registries.js
var registries = __webpack_require__(6322);
// EXTERNAL MODULE: ./build/registry/credential.js
var registry_credential = __webpack_require__(6869);
// EXTERNAL MODULE: ./build/registry/address.js
var registry_address = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/registry/result.js
var result = __webpack_require__(7397);
// EXTERNAL MODULE: ./build/registry/token.js
var token = __webpack_require__(5327);
;// CONCATENATED MODULE: ./build/registry/dockercfg.js
// Docker's credential files in both shapes (codeship.md 5.1).



/**
 * Reads a `.dockercfg` (registries at the top) or a `config.json` (registries under `auths`).
 * What is said about a wrong file holds nothing of its content.
 */
function parseDockercfg(text) {
    const json = (0,token/* parseJson */.qF)(text.replace(/^\uFEFF/, '').replace(/[\s\0]+$/, ''));
    if (json === undefined) {
        return (0,result/* fail */.f)('wrong', 'Failed to parse dockercfg: it is no JSON object.', 'It has a syntax error, or was encrypted with an incomplete AES key or that of another project: encrypt the file again with the key of this one.');
    }
    const auths = json['auths'];
    const helpers = ['credsStore', 'credHelpers'].filter((name) => json[name] !== undefined);
    const isNew = (0,token/* isRecord */.u4)(auths) || helpers.length > 0;
    const records = isNew
        ? Object.entries((0,token/* isRecord */.u4)(auths) ? auths : {})
        : Object.entries(json).filter(([, value]) => (0,token/* isRecord */.u4)(value) &&
            ('auth' in value || 'email' in value || Object.keys(value).length === 0));
    const entries = [];
    for (const [key, value] of records) {
        const address = (0,registry_address/* parseAddress */.or)(key);
        if (address === undefined || !(0,token/* isRecord */.u4)(value)) {
            return (0,result/* fail */.f)('wrong', 'Failed to parse dockercfg: it has an entry that is no registry.');
        }
        const credential = credentialIn(value);
        if (credential === 'broken') {
            return (0,result/* fail */.f)('wrong', `Failed to parse dockercfg: \`auth\` of ${address.host} is not base64 of USER:PASSWORD.`);
        }
        entries.push({ key, address, credential });
    }
    return (0,result.ok)({ entries, helpers });
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

// EXTERNAL MODULE: ./build/actions/workspace-file.js
var workspace_file = __webpack_require__(7896);
;// CONCATENATED MODULE: ./build/actions/login/dockercfg-wishes.js
// CodeShip's dockercfg files, plain or encrypted, as logins (codeship.md 5.1, 13).






/** The logins of a file in the workspace, each on its own: an entry without a credential spoils no other. */
async function dockercfgFileWishes(host, given, key, realms) {
    const file = findFile(host, given);
    if (!file.ok)
        return [file];
    const { name, text } = file.value;
    // A plain file is JSON, which no encrypted one can be.
    const plain = /^[\s\uFEFF]*\{/.test(text) ? (0,result.ok)(text) : await openText(name, text, key);
    if (!plain.ok)
        return [plain];
    return dockercfgWishes(host, plain.value, name, { file: name }, realms);
}
/** A file of the repository, or one that an earlier step of the job put below RUNNER_TEMP. */
function findFile(host, given) {
    const inTemp = external_node_path_.relative(host.temporaryFolder, given);
    const isTemporary = external_node_path_.isAbsolute(given) && !inTemp.startsWith('..') && !external_node_path_.isAbsolute(inTemp);
    const file = isTemporary
        ? { ok: true, path: given, name: inTemp }
        : (0,workspace_file/* workspaceFile */.E)(host, given);
    if (!file.ok)
        return (0,result/* fail */.f)('wrong', file.message, file.remedy);
    const text = host.files.read(file.path);
    return text === undefined ? (0,result/* fail */.f)('wrong', `${given} is no file.`) : (0,result.ok)({ name: file.name, text });
}
/** Opens what CodeShip encrypted. */
async function openText(name, text, key) {
    if (key === '') {
        return (0,result/* fail */.f)('missing', `${name} is encrypted, and \`aes-key\` is empty.`, 'Store the text of codeship.aes as the secret CODESHIP_AES_KEY and pass it on. Pull requests from forks do not get it.');
    }
    const { openEncrypted } = await __webpack_require__.e(/* import() */ 497).then(__webpack_require__.bind(__webpack_require__, 6497));
    const opened = openEncrypted(text, key);
    if (!opened.ok)
        return (0,result/* fail */.f)('wrong', `${name}: ${opened.message}`);
    return (0,result.ok)(Buffer.from(opened.plain).toString('utf8'));
}
/** The logins of a dockercfg text; `source` is where it came from, for messages. */
function dockercfgWishes(host, text, source, place, realms) {
    const parsed = parseDockercfg(text);
    if (!parsed.ok) {
        const { failure } = parsed;
        return [(0,result/* fail */.f)(failure.kind, `${source}: ${failure.message}`, failure.remedy)];
    }
    const { entries, helpers } = parsed.value;
    if (helpers.length > 0) {
        host.notice(`${source}: ${helpers.join(' and ')} name programs of the machine where the file was made, and do nothing here.`, place);
    }
    if (entries.length === 0) {
        return [(0,result/* fail */.f)('wrong', `${source} holds no registry.`, keychainRemedy)];
    }
    return entries.map(({ address: found, credential }) => {
        const address = realms.length > 0 ? { ...found, realms } : found;
        if (credential === undefined) {
            return (0,result/* fail */.f)('wrong', `${source}: no credentials for ${address.host}, its entry is empty.`, keychainRemedy);
        }
        for (const secret of (0,registry_credential/* secretsOf */.F)(credential))
            host.mask(secret);
        const account = credential.kind === 'password' ? credential.username : 'token';
        return (0,result.ok)({
            name: '',
            label: `${address.host} (${source})`,
            place,
            registry: (0,registries/* registryOfHost */.V6)(address.host),
            agentOnly: false,
            obtain: async () => (0,result.ok)([{ address, credential, account }]),
        });
    });
}
const keychainRemedy = 'A file that `docker login` wrote on a machine with a keychain holds no passwords: log in where there is none, or write the entry with `auth`.';


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  generatorWishes: () => (/* binding */ generatorWishes)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/format/env-file.js
// The grammar of CodeShip's environment files, plain or opened (codeship.md 2.3): `KEY=value` a line, nothing else.
// Quotes stay, `\n` stays two characters, nothing is expanded.
const colonForm = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*:(?:\s+(.*))?$/;
const variableName = /^[^\s=]+$/;
function parseEnvFile(text) {
    const lines = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .map((line, index) => ({ text: line.replace(/\r$/, '').trimStart(), line: index + 1 }))
        .filter(({ text: content }) => content !== '' && !content.startsWith('#'));
    const first = lines[0];
    if (first !== undefined && lines.every(({ text: content }) => colonForm.test(content))) {
        return keepLast(lines.map(({ text: content, line }) => {
            const match = colonForm.exec(content);
            return { name: match?.[1] ?? '', value: unquote(match?.[2] ?? ''), line };
        }), [
            {
                kind: 'colon-form',
                line: first.line,
                message: 'Every line reads `KEY: value`. Docker wants `KEY=value`: rewrite the file and encrypt it again.',
            },
        ]);
    }
    const entries = [];
    const warnings = [];
    for (const { text: content, line } of lines) {
        const equals = content.indexOf('=');
        const name = equals < 0 ? content.trimEnd() : content.slice(0, equals);
        const value = equals < 0 ? '' : content.slice(equals + 1);
        if (!variableName.test(name)) {
            warnings.push({ kind: 'bad-name', line, message: `Line ${line} is no \`KEY=value\` line.` });
        }
        else if (equals < 0) {
            warnings.push({ kind: 'no-value', line, message: `Line ${line} has a name and no \`=\`.` });
        }
        else {
            entries.push({ name, value, line });
            if (/^(["']).*\1$/.test(value)) {
                const message = `The value at line ${line} is in quotes, which are part of it: neither CodeShip nor Docker removes them.`;
                warnings.push({ kind: 'quoted', line, message });
            }
        }
    }
    return keepLast(entries, warnings);
}
/**
 * The warnings for an opened file of unknown kind: none where it is no environment file, but JSON, a bare value, or a
 * certificate, whose base64 ends in `=`.
 */
function envFileWarnings(text) {
    if (/^\s*[[{]/.test(text))
        return [];
    const { entries, warnings } = parseEnvFile(text);
    return entries.some(({ value }) => !/^=?$/.test(value)) ? warnings : [];
}
function keepLast(entries, warnings) {
    const last = new Map(entries.map((entry) => [entry.name, entry]));
    const overridden = entries
        .filter((entry) => last.get(entry.name) !== entry)
        .map(({ name, line }) => {
        const winner = last.get(name)?.line;
        return {
            kind: 'overridden',
            line,
            message: `The name at line ${line} stands again at line ${winner}, which wins.`,
        };
    });
    return {
        entries: entries.filter((entry) => last.get(entry.name) === entry),
        warnings: [...warnings, ...overridden].sort((a, b) => a.line - b.line),
    };
}
/** A YAML scalar of the old form may be quoted. */
function unquote(value) {
    const bare = value.trim();
    const match = /^(["'])(.*)\1$/.exec(bare);
    return match?.[2] ?? bare;
}

// EXTERNAL MODULE: ./build/registry/result.js
var result = __webpack_require__(7397);
;// CONCATENATED MODULE: ./build/shell/words.js
/** Words and their quoting: text to argument vector and back. No expansion of any kind. */
/** Inside double quotes a backslash keeps its power over these characters only. */
const ESCAPABLE_IN_DOUBLE_QUOTES = new Set(['"', '\\', '$', '`']);
/**
 * Splits a CodeShip `command` into the argument vector that CodeShip ran (codeship.md 3.5): POSIX
 * quoting, adjacent parts join, newlines outside quotes are white space, and nothing else is special
 * (`$X`, `&&`, `*` and `#` are ordinary characters). On an error the words before it are returned.
 */
function splitWords(text) {
    const words = [];
    let word;
    let at = 0;
    const fail = (offset, message) => ({
        words,
        error: { offset, message },
    });
    while (at < text.length) {
        const char = text.charAt(at);
        if (char === ' ' || char === '\t' || char === '\n' || char === '\r') {
            if (word !== undefined)
                words.push(word);
            word = undefined;
            at += 1;
        }
        else if (char === "'") {
            const close = text.indexOf("'", at + 1);
            if (close < 0)
                return fail(at, 'single quote is never closed');
            word = (word ?? '') + text.slice(at + 1, close);
            at = close + 1;
        }
        else if (char === '"') {
            const quoted = doubleQuoted(text, at);
            if (quoted === undefined)
                return fail(at, 'double quote is never closed');
            word = (word ?? '') + quoted.value;
            at = quoted.end;
        }
        else if (char === '\\') {
            if (at + 1 >= text.length)
                return fail(at, 'backslash at the end escapes nothing');
            const next = text.charAt(at + 1);
            if (next !== '\n')
                word = (word ?? '') + next;
            at += 2;
        }
        else {
            word = (word ?? '') + char;
            at += 1;
        }
    }
    if (word !== undefined)
        words.push(word);
    return { words };
}
/** The text between double quotes of which the first stands at `open`; undefined when never closed. */
function doubleQuoted(text, open) {
    let value = '';
    for (let at = open + 1; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (char === '"')
            return { value, end: at + 1 };
        const next = text.charAt(at + 1);
        if (char === '\\' && next === '\n')
            at += 1;
        else if (char === '\\' && ESCAPABLE_IN_DOUBLE_QUOTES.has(next)) {
            value += next;
            at += 1;
        }
        else
            value += char;
    }
    return undefined;
}
/** Characters with no meaning to bash anywhere in an argument. */
const BARE = /^[A-Za-z0-9_./:=@%+,^-][A-Za-z0-9_./:=@%+,^#-]*$/;
/** Characters that keep a meaning inside double quotes (`!` only where history expansion is on). */
const SPECIAL_IN_DOUBLE_QUOTES = /[$`"\\!]/;
/**
 * One argument in the shortest bash quoting that keeps it as it is: bare where no character is
 * special, else in single quotes, or in double quotes where that saves escaping a single quote.
 * Not for the first word of a command: see `quoteWords`.
 */
function quoteWord(word) {
    if (BARE.test(word))
        return word;
    if (!word.includes("'") || SPECIAL_IN_DOUBLE_QUOTES.test(word)) {
        return `'${word.replaceAll("'", `'\\''`)}'`;
    }
    return `"${word}"`;
}
/** Words that bash reads as its own grammar, or as an assignment, where a command begins. */
const NOT_A_COMMAND = /^(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|in|select|function|time|coproc|[A-Za-z_]\w*\+?=.*)$/;
/** A whole command for bash, one blank between words: `splitWords` of it gives the same words. */
function quoteWords(words) {
    return words
        .map((word, index) => {
        const quoted = quoteWord(word);
        return index === 0 && quoted === word && NOT_A_COMMAND.test(word) ? `'${word}'` : quoted;
    })
        .join(' ');
}

// EXTERNAL MODULE: ./build/actions/program-inputs.js
var program_inputs = __webpack_require__(6080);
// EXTERNAL MODULE: ./build/actions/login/client-env.js
var client_env = __webpack_require__(3529);
// EXTERNAL MODULE: ./build/actions/login/dockercfg-wishes.js + 1 modules
var dockercfg_wishes = __webpack_require__(6909);
// EXTERNAL MODULE: ./build/integration/registries.js
var registries = __webpack_require__(6322);
// EXTERNAL MODULE: ./build/registry/address.js
var registry_address = __webpack_require__(3026);
// EXTERNAL MODULE: ./build/registry/ecr.js + 4 modules
var ecr = __webpack_require__(5966);
// EXTERNAL MODULE: ./build/registry/google.js
var google = __webpack_require__(7043);
;// CONCATENATED MODULE: ./build/actions/login/known-generators.js
// The dockercfg generators that CodeShip provided (codeship.md 5.4): what they did with their environment, without Docker
// and without their images, which may be gone.





const value = (env, name) => env.get(name) ?? '';
/** One login by user name and password. */
function plain(host, username, password) {
    const address = (0,registry_address/* parseAddress */.or)(host);
    return async () => (0,result.ok)(address === undefined
        ? []
        : [{ address, credential: { kind: 'password', username, password }, account: username }]);
}
const generators = [
    {
        image: 'aws-ecr-dockercfg-generator',
        needs: ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
        registry: 'ecr',
        obtain: (env) => {
            const [account, role] = [value(env, 'AWS_STS_ACCOUNT'), value(env, 'AWS_STS_ROLE')];
            const partition = value(env, 'AWS_REGION').startsWith('cn-') ? 'aws-cn' : 'aws';
            const session = value(env, 'AWS_SESSION_TOKEN');
            const wish = {
                identity: {
                    keys: {
                        accessKey: value(env, 'AWS_ACCESS_KEY_ID'),
                        secretKey: value(env, 'AWS_SECRET_ACCESS_KEY'),
                        ...(session !== '' && { sessionToken: session }),
                    },
                    ...(role !== '' && { role: `arn:${partition}:iam::${account}:role/${role}` }),
                },
                region: value(env, 'AWS_REGION'),
                hosts: env.has('ECR_PUBLIC') ? ['public.ecr.aws'] : [],
                accounts: value(env, 'AWS_ECR_REGISTRY_IDS')
                    .split(/\s+/)
                    .filter((id) => id !== ''),
            };
            return (patience) => (0,ecr.ecrLogins)(patience, wish);
        },
    },
    {
        image: 'gcr-dockercfg-generator',
        needs: ['GOOGLE_AUTH_JSON'],
        registry: 'gcr',
        obtain: (env) => {
            const location = value(env, 'GOOGLE_LOCATION');
            const hosts = [
                ...((0,registries/* registryNamed */.Zv)('gcr').hosts ?? []),
                ...(location === '' ? [] : [`${location}-docker.pkg.dev`]),
            ];
            return async (patience) => {
                const made = await (0,google.googleCredential)(patience, { key: value(env, 'GOOGLE_AUTH_JSON') });
                return made.ok ? (0,result.ok)(hosts.map((host) => ({ address: { host }, ...made.value }))) : made;
            };
        },
    },
    {
        image: 'azure-dockercfg-generator',
        needs: ['AZURE_USERNAME', 'AZURE_PASSWORD'],
        registry: 'acr',
        obtain: (env) => {
            const name = value(env, 'AZURE_REGISTRY_NAME') ||
                value(env, 'AZURE_REGISTRY') ||
                value(env, 'AZURE_USERNAME');
            const host = name.includes('.') ? name : `${name}.azurecr.io`;
            return plain(host, value(env, 'AZURE_USERNAME'), value(env, 'AZURE_PASSWORD'));
        },
    },
    {
        image: 'ibm-bluemix-dockercfg-generator',
        needs: ['BLUEMIX_API_KEY'],
        registry: 'private',
        obtain: (env) => {
            // registry.REGION.bluemix.net became REGION.icr.io.
            const region = /api\.([a-z-]+)\.bluemix\.net/.exec(value(env, 'BLUEMIX_API_ENDPOINT'))?.[1] ?? 'ng';
            const host = { 'eu-gb': 'uk.icr.io', 'eu-de': 'de.icr.io', 'au-syd': 'au.icr.io' }[region] ??
                'us.icr.io';
            return plain(host, 'iamapikey', value(env, 'BLUEMIX_API_KEY'));
        },
    },
    {
        image: 'heroku-dockercfg-generator',
        needs: ['HEROKU_API_KEY'],
        registry: 'private',
        obtain: (env) => plain('registry.heroku.com', '_', value(env, 'HEROKU_API_KEY')),
    },
    {
        image: 'dockercfg-generator',
        needs: ['DOCKER_USERNAME', 'DOCKER_PASSWORD'],
        registry: 'docker',
        obtain: (env) => plain(value(env, 'DOCKER_REGISTRY'), value(env, 'DOCKER_USERNAME'), value(env, 'DOCKER_PASSWORD')),
    },
];
/** The login that a known generator made; undefined for an image that has to be run. */
function knownGenerator(image, env) {
    const [, name] = /^(?:docker\.io\/|index\.docker\.io\/)?codeship\/([^:@/]+)(?:[:@].*)?$/.exec(image) ?? [];
    const generator = generators.find((row) => row.image === name);
    if (generator === undefined)
        return undefined;
    if (!generator.needs.every((variable) => value(env, variable) !== ''))
        return undefined;
    return (0,result.ok)({
        name: '',
        label: `generator ${image}`,
        place: {},
        registry: (0,registries/* registryNamed */.Zv)(generator.registry),
        agentOnly: false,
        obtain: generator.obtain(env),
    });
}

;// CONCATENATED MODULE: ./build/actions/login/tar.js
// The two tar streams that `docker cp` wants and gives: one folder, one file (POSIX ustar).
const block = 512;
/** The content of the one file in a stream. */
function fileInTar(tar) {
    const bytes = Buffer.from(tar, 'utf8');
    const isFile = bytes.length >= block && /[0\0]/.test(bytes.toString('latin1', 156, 157));
    const size = Number.parseInt(bytes.toString('latin1', 124, 136), 8);
    return isFile && Number.isInteger(size) ? bytes.toString('utf8', block, block + size) : undefined;
}
/** A stream with an empty folder that everybody may write to. */
function openFolder(name) {
    const header = Buffer.alloc(block);
    const octal = (value, length) => `${value.toString(8).padStart(length, '0')}\0`;
    const fields = [
        [0, `${name}/`],
        [100, octal(0o777, 7)],
        [108, octal(0, 7)],
        [116, octal(0, 7)],
        [124, octal(0, 11)],
        [136, octal(0, 11)],
        // The checksum counts itself as spaces.
        [148, '        '],
        [156, '5'],
        [257, 'ustar\x0000'],
    ];
    for (const [offset, text] of fields)
        header.write(text, offset, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${octal(sum, 6)} `, 148, 'latin1');
    return Buffer.concat([header, Buffer.alloc(2 * block)]);
}

;// CONCATENATED MODULE: ./build/actions/login/generator.js
// CodeShip's generator services (codeship.md 5.3): an image that writes a dockercfg to the path that it is given.
// The file stays in a volume of the container and comes out as a stream, so that it is never on the runner's disk.









const target = '/opt/data/dockercfg';
const longestRun = 10 * 60 * 1000;
async function generatorWishes(host, inputs) {
    const env = await generatorEnv(host, inputs);
    if (!env.ok)
        return [env];
    const known = knownGenerator(inputs.image, env.value);
    if (known !== undefined) {
        host.log(`${inputs.image} is not run: what it does is done here.`);
        return [known];
    }
    const text = await runGenerator(host, inputs, env.value);
    if (!text.ok)
        return [text];
    return (0,dockercfg_wishes/* dockercfgWishes */.US)(host, text.value, `generator ${inputs.image}`, {}, inputs.realms);
}
/** Files come after `generator-env`: in CodeShip they win (codeship.md 2.3). */
async function generatorEnv(host, { env, envFiles, key }) {
    const texts = [env];
    for (const given of envFiles) {
        const file = (0,dockercfg_wishes/* findFile */.qE)(host, given);
        if (!file.ok)
            return file;
        const { name, text } = file.value;
        const isPlain = /^[A-Za-z_][A-Za-z0-9_]*\s*[=:]/m.test(text) && !/^[a-z]+:v\d+\s/.test(text);
        const opened = isPlain ? (0,result.ok)(text) : await (0,dockercfg_wishes/* openText */.Uq)(name, text, key);
        if (!opened.ok)
            return opened;
        texts.push(opened.value);
    }
    const values = new Map();
    for (const text of texts) {
        for (const { name, value } of parseEnvFile(text).entries) {
            values.set(name, value);
            if (!(0,program_inputs/* isPublicName */.XC)(name))
                host.mask(value);
        }
    }
    return (0,result.ok)(values);
}
async function runGenerator(host, { image, options }, env) {
    const words = splitWords(options);
    if (words.error !== undefined) {
        return (0,result/* fail */.f)('wrong', `\`generator-options\` can't be split into words: ${words.error.message}.`);
    }
    const folder = external_node_path_.posix.dirname(target);
    const client = (0,client_env/* clientEnv */.h)(host.env);
    const docker = (args, options = {}) => host.exec('docker', args, { ...options, env: client });
    const create = await host.exec('sh', [
        '-c',
        // Docker opens its standard input by name, which works for a pipe and not for the socket that Node makes.
        'cat | docker "$@"',
        'docker',
        'create',
        '--env-file',
        '/dev/stdin',
        '-v',
        folder,
        ...absoluteVolumes(host, words.words),
        image,
        target,
    ], 
    // By standard input: not in a list of processes, not on the disk, and no name of it can change the client.
    {
        stdin: [...env].map(([name, value]) => `${name}=${value}\n`).join(''),
        env: client,
        timeoutMs: longestRun,
    });
    if (create.kind === 'not-found' || create.exitCode === 127) {
        return (0,result/* fail */.f)('wrong', `The generator ${image} needs Docker, and there is no docker command here.`, 'Run the job on a Linux machine with Docker.');
    }
    if (create.exitCode !== 0)
        return (0,result/* fail */.f)('wrong', `The generator ${image} can't be made: ${lastLine(create)}`);
    const container = create.stdout.trim().split('\n').at(-1) ?? '';
    try {
        // A program that is not root could not write to the volume, which the engine makes for root.
        await docker(['cp', '-', `${container}:${external_node_path_.posix.dirname(folder)}`], {
            stdin: openFolder(external_node_path_.posix.basename(folder)),
        });
        host.group(`Log of the generator ${image}`);
        const run = await docker(['start', '--attach', container], {
            output: 'show',
            timeoutMs: longestRun,
        });
        host.endGroup();
        if (run.kind !== 'exited' || run.exitCode !== 0) {
            const how = run.kind === 'exited'
                ? run.timedOut
                    ? 'did not end'
                    : `ended with code ${run.exitCode}`
                : 'did not start';
            return (0,result/* fail */.f)('refused', `The generator ${image} ${how}.`, 'Its log is above. Check its environment, and whether it needs volumes or the Docker socket in `generator-options`.');
        }
        const copy = await docker(['cp', `${container}:${target}`, '-']);
        const content = copy.kind === 'exited' && copy.exitCode === 0 ? fileInTar(copy.stdout) : undefined;
        if (content === undefined) {
            return (0,result/* fail */.f)('refused', `The generator ${image} wrote no file to the path that is its argument, ${target}.`);
        }
        return (0,result.ok)(content);
    }
    finally {
        await docker(['rm', '--force', '--volumes', container]);
    }
}
/** `./folder` of a volume is below the workspace, as in a services file. */
function absoluteVolumes(host, words) {
    const workspace = host.env['GITHUB_WORKSPACE'] || process.cwd();
    const absolute = (volume) => volume.replace(/^\.{1,2}(?=[/:])[^:]*/, (folder) => external_node_path_.resolve(workspace, folder));
    return words.map((word, index) => {
        const before = words[index - 1];
        if (before === '-v' || before === '--volume')
            return absolute(word);
        return word.replace(/^(--volume=|-v=)(.*)$/, (_all, option, volume) => option + absolute(volume));
    });
}
/** The last line that says something; the client ends with a hint at its help. */
function lastLine({ stderr, stdout }) {
    const lines = (stderr.trim() || stdout.trim()).split('\n').map((line) => line.trim());
    return lines.findLast((line) => line !== '' && !/--help|^See /.test(line)) ?? '';
}


/***/ }),

/***/ 5966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ecrLogins: () => (/* binding */ ecrLogins)
});

// EXTERNAL MODULE: ./build/integration/registries.js
var registries = __webpack_require__(6322);
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


/***/ }),

/***/ 7043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   googleCredential: () => (/* binding */ googleCredential)
/* harmony export */ });
/* harmony import */ var _integration_registries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6322);
/* harmony import */ var _github_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6482);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(971);
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
    const identity = await (0,_github_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .githubIdentity */ .w)(patience, `https://iam.googleapis.com/${name}`);
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
    const result = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .requestPatiently */ .qQ)(patience, {
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
    });
    if (result.kind === 'failure')
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._P)(result, url);
    const { host } = new URL(url);
    const answer = (0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(result.text());
    const token = answer?.['access_token'] ?? answer?.['accessToken'];
    if (result.status === 200 && typeof token === 'string') {
        patience.host.mask(token);
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(token);
    }
    if (result.status >= 500 || result.status === 429 || result.status === 408)
        return (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._P)(result, url);
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
const missingRemedy = `Give JSON_KEY, or WORKLOADIDENTITYPROVIDER for the identity token of the job. ${(0,_integration_registries_js__WEBPACK_IMPORTED_MODULE_0__/* .registryNamed */ .Zv)('gar').check}`;


/***/ })

};
