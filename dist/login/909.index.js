export const id = 909;
export const ids = [909];
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

// EXTERNAL MODULE: ./build/registry/registries.js
var registries = __webpack_require__(583);
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


/***/ })

};
