export const id = 467;
export const ids = [467];
export const modules = {

/***/ 9467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  configFromDockercfg: () => (/* binding */ configFromDockercfg)
});

// EXTERNAL MODULE: ./build/registry/dockercfg.js
var dockercfg = __webpack_require__(7332);
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

;// CONCATENATED MODULE: ./build/secret/masking.js
// What of an opened file must not appear in a log, decided before anything is printed.

const shortest = 3;
const commonWords = new Set(('true false yes no on off null none nil default auto all any enabled disabled debug info warn warning error ' +
    'production staging development test testing prod stage dev local localhost master main latest stable root admin ' +
    'user guest http https tcp ssh linux docker json utf8 utf-8 c.utf-8 en_us.utf-8 127.0.0.1 0.0.0.0').split(' '));
/** Words, small numbers and regions: hiding them would blot out half a log, and hides nothing from anyone. */
function isCommon(text) {
    return (commonWords.has(text.toLowerCase()) ||
        /^[0-9]{1,5}$/.test(text) ||
        /^[a-z]{2,12}-(?:(?:gov|iso[a-z]*)-)?(?:north|south|east|west|central)(?:east|west)?-?[0-9]{1,2}$/.test(text));
}
/** The masks for an opened file of any kind: every line, and every value in it by itself. */
function masksFor(text) {
    const lines = text.split(/\r\n|\r|\n/);
    const isJson = looksLikeJson(text);
    const texts = new Set();
    const spared = new Set();
    const hide = (value, line) => {
        const bare = value.trim();
        // The second `=` at the end of a base64 text is no value.
        if (bare === '' || bare === '=')
            return;
        if (bare.length >= shortest && !isCommon(bare)) {
            texts.add(bare);
        }
        else if (line !== undefined)
            spared.add(line);
    };
    for (const [index, line] of lines.entries()) {
        const equals = line.indexOf('=');
        hide(line, equals < 0 && !isJson ? index + 1 : undefined);
        // Every line of that form, also those that a later one overrides.
        if (equals > 0 && !line.trimStart().startsWith('#')) {
            for (const form of formsOf(line.slice(equals + 1)))
                hide(form, index + 1);
        }
    }
    for (const entry of parseEnvFile(text).entries)
        hide(entry.value, entry.line);
    for (const value of jsonValues(text))
        for (const form of formsOf(value))
            hide(form);
    return { texts: [...texts], spared: [...spared].sort((a, b) => a - b) };
}
/** A value, and what programs make of it before they print it. */
function formsOf(value) {
    const bare = value.trim();
    const unquoted = /^(["'])(.*)\1$/.exec(bare)?.[2];
    // A key of several lines is stored with `\n`, which a program expands.
    const expanded = bare.split(/\\r|\\n|\r|\n/);
    const password = /^[a-z][a-z0-9+.-]*:\/\/[^:@/\s]*:([^@/\s]+)@/i.exec(unquoted ?? bare)?.[1];
    return [
        bare,
        unquoted,
        ...(expanded.length > 1 ? expanded : []),
        password,
        decodedUrl(password),
    ].filter((form) => form !== undefined);
}
function decodedUrl(text) {
    try {
        return text === undefined ? undefined : decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/** The texts in a JSON file, such as a dockercfg; of `auth` also the password inside. */
function jsonValues(text) {
    if (!looksLikeJson(text))
        return [];
    let root;
    try {
        root = JSON.parse(text);
    }
    catch {
        return [];
    }
    const values = [];
    const visit = (value, key) => {
        if (typeof value === 'string') {
            values.push(value);
            if (key === 'auth')
                values.push(...authParts(value));
        }
        else if (typeof value === 'object' && value !== null) {
            for (const [name, member] of Object.entries(value))
                visit(member, name);
        }
    };
    visit(root, '');
    return values;
}
function looksLikeJson(text) {
    return /^\s*[[{]/.test(text);
}
/** The password of base64 of `user:password`, split at the first colon (codeship.md 5.1). */
function authParts(auth) {
    const pair = Buffer.from(auth, 'base64')
        .toString('utf8')
        .replace(/[\0\r\n]+$/, '');
    const colon = pair.indexOf(':');
    return colon < 0 ? [] : [pair, pair.slice(colon + 1)];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/integration/registries.js
// The registries that an integration can be, one row each: by which `type` they are asked for, where they are, what opens
// them, and what to check when they say no. Documentation is made from these rows, too.
const url = {
    names: ['URL'],
    asked: true,
    meaning: "the registry's address; `http://` in front only if it has no TLS",
};
const username = { names: ['USERNAME'], asked: true, meaning: 'account' };
const registries_password = {
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
const given = [url, username, registries_password, realm, email];
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
        fields: [username, registries_password, connection, optionalUrl, realm, email],
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
            registries_password,
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
            registries_password,
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
            registries_password,
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
function registries_registryOfHost(host) {
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
const notificationTypes = (/* unused pure expression or super */ null && (['slack', 'hipchat', 'irc', 'email', 'webhook']));

// EXTERNAL MODULE: ./build/registry/result.js
var result = __webpack_require__(7397);
;// CONCATENATED MODULE: ./build/actions/workspace-file.js
// Files that an input names: they lie in the workspace, also when a link in a checkout points elsewhere.

/** Finds a file by its path below the workspace; refuses what lies outside, also by a symbolic link. */
function workspaceFile(host, given) {
    const workspace = host.env['GITHUB_WORKSPACE'] || process.cwd();
    const file = external_node_path_.resolve(workspace, given);
    const name = external_node_path_.relative(workspace, file);
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
    if (!isBelow(external_node_path_.relative(realWorkspace, real))) {
        return {
            ok: false,
            message: `${given} is a link out of the workspace.`,
            remedy: 'Commit the file itself.',
        };
    }
    return { ok: true, path: real, name: name.split(external_node_path_.sep).join('/') };
}
function isBelow(relative) {
    return (relative !== '' &&
        relative !== '..' &&
        !relative.startsWith(`..${external_node_path_.sep}`) &&
        !external_node_path_.isAbsolute(relative));
}

;// CONCATENATED MODULE: ./build/actions/login/dockercfg-wishes.js
// CodeShip's dockercfg files, plain or encrypted, as logins (codeship.md 5.1, 13).






/** The logins of a file in the workspace, each on its own: an entry without a credential spoils no other. */
async function dockercfgFileWishes(host, given, key, realms) {
    const file = findFile(host, given);
    if (!file.ok)
        return [file];
    const { name, text } = file.value;
    // A plain file is JSON, which no encrypted one can be.
    const plain = /^[\s\uFEFF]*\{/.test(text) ? ok(text) : await openText(name, text, key);
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
        : workspaceFile(host, given);
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
        return [fail(failure.kind, `${source}: ${failure.message}`, failure.remedy)];
    }
    const { entries, helpers } = parsed.value;
    if (helpers.length > 0) {
        host.notice(`${source}: ${helpers.join(' and ')} name programs of the machine where the file was made, and do nothing here.`, place);
    }
    if (entries.length === 0) {
        return [fail('wrong', `${source} holds no registry.`, keychainRemedy)];
    }
    return entries.map(({ address: found, credential }) => {
        const address = realms.length > 0 ? { ...found, realms } : found;
        if (credential === undefined) {
            return fail('wrong', `${source}: no credentials for ${address.host}, its entry is empty.`, keychainRemedy);
        }
        for (const secret of secretsOf(credential))
            host.mask(secret);
        const account = credential.kind === 'password' ? credential.username : 'token';
        return ok({
            name: '',
            label: `${address.host} (${source})`,
            place,
            registry: registryOfHost(address.host),
            agentOnly: false,
            obtain: async () => ok([{ address, credential, account }]),
        });
    });
}
const keychainRemedy = 'A file that `docker login` wrote on a machine with a keychain holds no passwords: log in where there is none, or write the entry with `auth`.';

// EXTERNAL MODULE: ./build/actions/push/own-credentials.js + 3 modules
var own_credentials = __webpack_require__(2125);
;// CONCATENATED MODULE: ./build/actions/push/own-dockercfg.js
// Reads the dockercfg of a push, plain or encrypted by CodeShip.




/** A client configuration with the credentials of the file, for the hosts that are pushed to. */
async function configFromDockercfg(host, inputs, hosts) {
    const file = findFile(host, inputs.dockercfg);
    if (!file.ok)
        return refuse(file.failure);
    const { name, text } = file.value;
    // A plain file is JSON, which no encrypted one can be.
    const isPlain = /^[\s\uFEFF]*\{/.test(text);
    const opened = isPlain
        ? { ok: true, value: text }
        : await openText(name, text, inputs['aes-key']);
    if (!opened.ok)
        return refuse(opened.failure);
    for (const secret of masksFor(opened.value).texts)
        host.mask(secret);
    const parsed = (0,dockercfg/* parseDockercfg */.i)(opened.value);
    if (!parsed.ok)
        return refuse({ ...parsed.failure, message: `${name}: ${parsed.failure.message}` });
    const chosen = (0,own_credentials/* chooseCredentials */.Mk)(parsed.value.entries, inputs.registry, hosts);
    if (chosen.failures.length > 0)
        return { ok: false, failures: chosen.failures };
    for (const warning of chosen.warnings)
        host.warning(warning, { title: 'transship push' });
    return { ok: true, value: (0,own_credentials/* temporaryConfig */.iP)(host, chosen.logins) };
}
const refuse = ({ message, remedy }) => ({
    ok: false,
    failures: [remedy === undefined ? { message } : { message, remedy }],
});


/***/ })

};
