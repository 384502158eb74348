export const id = 432;
export const ids = [432];
export const modules = {

/***/ 6432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   encryptOptions: () => (/* binding */ encryptOptions),
/* harmony export */   encryptProgram: () => (/* binding */ encryptProgram)
/* harmony export */ });
/* unused harmony export encryptWith */
/* harmony import */ var _host_secret_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7285);
/* harmony import */ var _secret_cipher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3202);
/* harmony import */ var _secret_clean_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7022);
/* harmony import */ var _secret_encrypted_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6585);
/* harmony import */ var _secret_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8127);
// `transship encrypt FILE`: writes a file as CodeShip's own tool did, in the one format whose reading is proven.





const encryptOptions = _secret_files_js__WEBPACK_IMPORTED_MODULE_3__/* .secretOptions */ .pc;
const encryptWith = (files) => async (line, io) => {
    const key = (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readKey */ .YZ)(line, io, files);
    const plain = (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readInput */ .R5)(line, io, files);
    if (key === undefined || plain === undefined)
        return 1;
    const sealed = (0,_secret_encrypted_file_js__WEBPACK_IMPORTED_MODULE_2__/* .seal */ .od)(plain, key, files.randomBytes(_secret_cipher_js__WEBPACK_IMPORTED_MODULE_1__/* .ivLength */ .ud));
    if (!sealed.ok) {
        (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_3__/* .complain */ .cc)(io, sealed.message);
        return 1;
    }
    const text = (0,_secret_clean_text_js__WEBPACK_IMPORTED_MODULE_4__/* .cleanText */ .X)(plain);
    if (text === undefined) {
        (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_3__/* .warn */ .R8)(io, 'this is not text: only `transship decrypt --binary` opens it again, not the action prepare');
    }
    else if (text !== '' && (0,_secret_encrypted_file_js__WEBPACK_IMPORTED_MODULE_2__/* .openEncrypted */ .pj)(text, key).ok) {
        (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_3__/* .complain */ .cc)(io, 'this file is encrypted already, with the same key', 'decrypt it first, or name the plain file');
        return 1;
    }
    return (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_3__/* .deliver */ .cK)({ bytes: Buffer.from(sealed.text), text: sealed.text }, line, io, files);
};
const encryptProgram = encryptWith(_host_secret_files_js__WEBPACK_IMPORTED_MODULE_0__/* .secretFiles */ .s);


/***/ }),

/***/ 8127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R5: () => (/* binding */ readInput),
/* harmony export */   R8: () => (/* binding */ warn),
/* harmony export */   YZ: () => (/* binding */ readKey),
/* harmony export */   cK: () => (/* binding */ deliver),
/* harmony export */   cc: () => (/* binding */ complain),
/* harmony export */   pc: () => (/* binding */ secretOptions)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
// What `decrypt` and `encrypt` share: where the key comes from, what they read, and where the result goes.

const secretOptions = [
    {
        name: 'key-path',
        value: 'FILE',
        summary: 'The key; without it the variable CODESHIP_AES_KEY, else codeship.aes here',
    },
    {
        name: 'out',
        value: 'FILE',
        summary: 'Write to FILE, with mode 0600, instead of standard output',
    },
    { name: 'force', summary: 'Overwrite FILE of --out' },
];
/** Finds the text of the key. */
function readKey(line, io, files) {
    const named = line.options['key-path'];
    const variable = io.env['CODESHIP_AES_KEY'];
    if (named === undefined && variable)
        return variable;
    const file = named ?? 'codeship.aes';
    const at = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(io.folder, file);
    if (named === undefined && !files.exists(at)) {
        complain(io, 'No AES key provided', 'put codeship.aes here, name it with `--key-path`, or set CODESHIP_AES_KEY');
        return undefined;
    }
    const read = files.read(at);
    if (read.kind === 'bytes')
        return Buffer.from(read.bytes).toString('utf8');
    complain(io, `the key \`${file}\` could not be read: ${read.reason}`);
    return undefined;
}
/** Reads the file that the command names; `-` is standard input. */
function readInput(line, io, files) {
    const name = line.arguments[0] ?? '-';
    if (name === '-')
        return io.stdin();
    const read = files.read(node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(io.folder, name));
    if (read.kind === 'bytes')
        return read.bytes;
    complain(io, `\`${name}\` could not be read: ${read.reason}`);
    return undefined;
}
/** Hands on the result; `text` is undefined for bytes that are no text, which only a file can take. */
function deliver(result, line, io, files) {
    const { out } = line.options;
    if (out === undefined) {
        if (result.text === undefined) {
            complain(io, 'the result is not text', 'give `--out FILE`');
            return 1;
        }
        io.stdout(result.text);
        return 0;
    }
    const written = files.write(node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(io.folder, out), result.bytes, 'force' in line.options);
    switch (written.kind) {
        case 'written':
            return 0;
        case 'exists':
            complain(io, `\`${out}\` is there already`, 'give `--force` to overwrite it');
            return 1;
        case 'failed':
            complain(io, `\`${out}\` could not be written: ${written.reason}`);
            return 1;
    }
}
function complain(io, message, help) {
    io.stderr(`error: ${message}\n${help === undefined ? '' : `  = help: ${help}\n`}`);
}
function warn(io, message) {
    io.stderr(`warning: ${message}\n`);
}


/***/ }),

/***/ 7285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ secretFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1883);
// The real files of `transship decrypt` and `transship encrypt`.




const secretFiles = {
    read: (file) => {
        try {
            return { kind: 'bytes', bytes: node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(file) };
        }
        catch (error) {
            return { kind: 'failed', reason: (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(error) };
        }
    },
    exists: (file) => node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync(file),
    write: (file, bytes, replace) => {
        const fresh = node_path__WEBPACK_IMPORTED_MODULE_2__.join(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(file), `.${node_path__WEBPACK_IMPORTED_MODULE_2__.basename(file)}.${process.pid}.new`);
        try {
            // Looked at without following a link: what a link points to is never written.
            if (!replace && node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(file, { throwIfNoEntry: false }) !== undefined)
                return { kind: 'exists' };
            node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync(fresh, bytes, { mode: 0o600, flag: 'wx' });
            node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync(fresh, file);
            return { kind: 'written' };
        }
        catch (error) {
            node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync(fresh, { force: true });
            return { kind: 'failed', reason: (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(error) };
        }
    },
    randomBytes: node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes,
};


/***/ }),

/***/ 3202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ decipher),
/* harmony export */   Dn: () => (/* binding */ encipher),
/* harmony export */   ud: () => (/* binding */ ivLength)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
// AES-256-CFB128 without padding, the one cipher of CodeShip's formats (codeship.md 13.2).
// node:crypto is the only node module in this folder: it computes, and touches nothing outside.

const ivLength = 16;
function decipher(key, iv, body) {
    const stream = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)('aes-256-cfb', key, iv);
    return Buffer.concat([stream.update(body), stream.final()]);
}
function encipher(key, iv, plain) {
    const stream = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('aes-256-cfb', key, iv);
    return Buffer.concat([stream.update(plain), stream.final()]);
}


/***/ }),

/***/ 7022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ cleanText)
/* harmony export */ });
/**
 * The bytes as text, where they are valid UTF-8 without control characters other than tab and line ends.
 * Noise of a wrong key is not (codeship.md 13.2: never in 20,000 trials on 83 bytes; weak below about eight bytes).
 */
function cleanText(bytes) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
    return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(text) ? undefined : text;
}


/***/ }),

/***/ 6585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SV: () => (/* binding */ guessUnconfirmed),
  pj: () => (/* binding */ openEncrypted),
  od: () => (/* binding */ seal)
});

// EXTERNAL MODULE: ./build/secret/cipher.js
var cipher = __webpack_require__(3202);
// EXTERNAL MODULE: ./build/secret/clean-text.js
var clean_text = __webpack_require__(7022);
;// CONCATENATED MODULE: ./build/secret/project-key.js
// The key of a CodeShip project, `codeship.aes`: base64 of 32 bytes (codeship.md 13.1).
const whereTheKeyIs = 'CodeShip kept it as `codeship.aes` (44 characters of base64); store that text as the secret CODESHIP_AES_KEY';
/** Decodes strict standard base64; padding may be missing. `undefined`: the text is something else. */
function decodeBase64(text) {
    const body = text.replace(/=+$/, '');
    const padding = text.length - body.length;
    const needed = (4 - (body.length % 4)) % 4;
    if (needed === 3 || (padding !== 0 && padding !== needed) || !/^[A-Za-z0-9+/]*$/.test(body))
        return undefined;
    const bytes = Buffer.from(body, 'base64');
    // Buffer forgives stray bits in the last character; a damaged text should not pass for a whole one.
    return bytes.toString('base64').replace(/=+$/, '') === body ? bytes : undefined;
}
/** Reads the text of `codeship.aes`. White space around and inside it means nothing. */
function readProjectKey(text) {
    const bare = text.replace(/\s+/g, '');
    if (bare === '') {
        return { ok: false, code: 'key-missing', message: `No AES key provided. ${whereTheKeyIs}.` };
    }
    if (bare.startsWith('-----BEGIN')) {
        return {
            ok: false,
            code: 'key-invalid',
            message: `This is a PEM key. RSA was in use for a few weeks of 2015 only and is not supported. ${whereTheKeyIs}.`,
        };
    }
    const bytes = decodeBase64(bare);
    if (bytes === undefined || bytes.length !== 32) {
        const seen = bytes === undefined ? 'it is not base64' : `it decodes to ${bytes.length} bytes`;
        return {
            ok: false,
            code: 'key-invalid',
            message: `The AES key must be base64 of 32 bytes; ${seen}. ${whereTheKeyIs}.`,
        };
    }
    return { ok: true, key: { bytes, text: Buffer.from(bytes).toString('base64') } };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/secret/signed-format.js
// The formats with a header (`codeship:v2` since 2018, `cloudbees:v1` since 2022). No file with a known key was
// ever published, so the layout is not known; what is known is that 32 bytes of digest came in (codeship.md 13.3).
// Every layout is tried, and one counts only when its digest matches: with 256 bits none matches by accident.



const digestLength = 32;
/** The layouts in the order to try; `raw` is the decoded file, at least 48 bytes. */
const layouts = {
    L1: (key, raw) => {
        const iv = raw.subarray(0, cipher/* ivLength */.ud);
        const whole = (0,cipher/* decipher */.$v)(key.bytes, iv, raw.subarray(cipher/* ivLength */.ud));
        return { iv, plain: whole.subarray(0, -digestLength), digest: whole.subarray(-digestLength) };
    },
    L2: (key, raw) => {
        const iv = raw.subarray(0, cipher/* ivLength */.ud);
        const whole = (0,cipher/* decipher */.$v)(key.bytes, iv, raw.subarray(cipher/* ivLength */.ud));
        return { iv, plain: whole.subarray(digestLength), digest: whole.subarray(0, digestLength) };
    },
    L3: (key, raw) => apart(key, raw.subarray(0, cipher/* ivLength */.ud), raw.subarray(cipher/* ivLength */.ud, -digestLength), raw.subarray(-digestLength)),
    L4: (key, raw) => apart(key, raw.subarray(digestLength, 48), raw.subarray(48), raw.subarray(0, digestLength)),
    L5: (key, raw) => apart(key, raw.subarray(0, cipher/* ivLength */.ud), raw.subarray(48), raw.subarray(cipher/* ivLength */.ud, 48)),
};
function apart(key, iv, sealed, digest) {
    return { iv, plain: (0,cipher/* decipher */.$v)(key.bytes, iv, sealed), sealed, digest };
}
/** A Node that was built without one of the rarer hashes does without that candidate. */
const hash = (algorithm) => (_key, parts) => (0,external_node_crypto_.getHashes)().includes(algorithm)
    ? (0,external_node_crypto_.createHash)(algorithm).update(parts.plain).digest()
    : undefined;
const keyed = (secret, over) => (key, parts) => {
    const pieces = over(parts);
    if (pieces === undefined)
        return undefined;
    const mac = (0,external_node_crypto_.createHmac)('sha256', secret(key));
    for (const piece of pieces)
        mac.update(piece);
    return mac.digest();
};
const rawKey = (key) => key.bytes;
const keyText = (key) => key.text;
const overPlain = (parts) => [parts.plain];
const overSealed = (parts) => parts.sealed && [parts.sealed];
const overIvAndSealed = (parts) => parts.sealed && [parts.iv, parts.sealed];
const digests = {
    sha256: hash('sha256'),
    'hmac-sha256': keyed(rawKey, overPlain),
    'hmac-sha256 (key text)': keyed(keyText, overPlain),
    'hmac-sha256 of iv and ciphertext': keyed(rawKey, overIvAndSealed),
    'hmac-sha256 of ciphertext': keyed(rawKey, overSealed),
    'hmac-sha256 (key text) of iv and ciphertext': keyed(keyText, overIvAndSealed),
    'hmac-sha256 (key text) of ciphertext': keyed(keyText, overSealed),
    'sha512-256': hash('sha512-256'),
    'sha3-256': hash('sha3-256'),
};
/** Opens a signed file, decoded from base64. `undefined`: no layout has a digest that matches. */
function openSigned(key, raw) {
    if (raw.length < cipher/* ivLength */.ud + digestLength)
        return undefined;
    for (const [layout, take] of Object.entries(layouts)) {
        const parts = take(key, raw);
        for (const [name, digest] of Object.entries(digests)) {
            const expected = digest(key, parts);
            if (expected !== undefined && (0,external_node_crypto_.timingSafeEqual)(expected, parts.digest)) {
                return { plain: parts.plain, layout: `${layout} ${name}` };
            }
        }
    }
    return undefined;
}
const lineOfAssignment = /^\s*(?:#.*|[A-Za-z_][A-Za-z0-9_.-]*=.*)?$/;
function looksMeant(text) {
    if (text.trim() === '')
        return false;
    if (text.split(/\r?\n/).every((line) => lineOfAssignment.test(line)))
        return true;
    try {
        return typeof JSON.parse(text) === 'object';
    }
    catch {
        return false;
    }
}
/**
 * What a signed file would hold by each layout, without regard to its digest: only results that read as
 * `KEY=value` lines or as JSON. For a person to look at, on request; never to be used unseen.
 */
function guessSigned(key, raw) {
    if (raw.length < cipher/* ivLength */.ud + digestLength)
        return [];
    const seen = new Set();
    const guesses = [];
    for (const [layout, take] of Object.entries(layouts)) {
        const { plain } = take(key, raw);
        const text = (0,clean_text/* cleanText */.X)(plain);
        if (text === undefined || seen.has(text) || !looksMeant(text))
            continue;
        seen.add(text);
        guesses.push({ plain, layout });
    }
    return guesses;
}

;// CONCATENATED MODULE: ./build/secret/encrypted-file.js
// CodeShip's encrypted files, as `jet encrypt` wrote them (codeship.md 13). Text in, bytes out.




/** A header line may be folded into the line of the base64 text, as values inside a yml are (codeship.md 13.5). */
function takeApart(text) {
    const match = /^([a-z]+:v[0-9]+)(?:\s+([\s\S]*))?$/.exec(text.trim());
    const body = (match === null ? text : (match[2] ?? '')).replace(/\s+/g, '');
    const raw = decodeBase64(body);
    if (raw !== undefined && raw.length >= cipher/* ivLength */.ud)
        return { ok: true, header: match?.[1] ?? '', raw };
    const seen = raw === undefined
        ? 'the text is not base64'
        : `it holds ${raw.length} bytes, fewer than ${cipher/* ivLength */.ud}`;
    return {
        ok: false,
        code: 'not-encrypted',
        message: `This is not a file that CodeShip encrypted: ${seen}. A plain file needs no opening; a damaged one must be taken from git again.`,
    };
}
const jetRemedy = 'If you still have the `jet` program, `jet decrypt` on your own machine opens the file for certain';
const keyRemedy = 'Take the key from the same project that encrypted the file; a key reset made every older file unreadable, which must then be encrypted anew';
/**
 * Opens an encrypted file, or an encrypted value that stood in a yml.
 *
 * @param text what `jet encrypt` wrote, with or without its header
 * @param keyText the text of `codeship.aes`
 * @returns the plain bytes; or why not, in a message that holds neither key nor content
 */
function openEncrypted(text, keyText, options = {}) {
    const read = readProjectKey(keyText);
    if (!read.ok)
        return read;
    const parts = takeApart(text);
    if (!parts.ok)
        return parts;
    const { header, raw } = parts;
    if (header === '') {
        const plain = (0,cipher/* decipher */.$v)(read.key.bytes, raw.subarray(0, cipher/* ivLength */.ud), raw.subarray(cipher/* ivLength */.ud));
        if ((0,clean_text/* cleanText */.X)(plain) !== undefined)
            return { ok: true, plain, format: 'v1' };
        const signed = openSigned(read.key, raw);
        if (signed !== undefined)
            return { ok: true, ...signed, format: 'signed' };
        if (options.allowBinary === true)
            return { ok: true, plain, format: 'v1' };
        return {
            ok: false,
            code: 'wrong-key',
            message: `The AES key does not fit: the result is not text. ${keyRemedy}.`,
        };
    }
    const signed = openSigned(read.key, raw);
    if (signed !== undefined)
        return { ok: true, ...signed, format: header };
    return {
        ok: false,
        code: 'unconfirmed',
        message: `checksum for decrypted data is invalid, corrupt AES key or data; the format ${header} could not be confirmed. ${keyRemedy}. ${jetRemedy}; encrypt the result again with \`transship encrypt\`.`,
    };
}
/**
 * Writes the v1 format, the one whose reading is proven: one line of base64, no newline at its end.
 *
 * @param iv 16 bytes, never used twice with one key: take them from a random source
 */
function seal(plain, keyText, iv) {
    const read = readProjectKey(keyText);
    if (!read.ok)
        return read;
    const sealed = Buffer.concat([iv, (0,cipher/* encipher */.Dn)(read.key.bytes, iv, plain)]);
    return { ok: true, text: sealed.toString('base64') };
}
/**
 * What a signed file may hold where no digest confirms it: the layouts whose result reads as `KEY=value` lines or JSON.
 * For a person to judge, on request, with a warning; never for a workflow.
 */
function guessUnconfirmed(text, keyText) {
    const read = readProjectKey(keyText);
    if (!read.ok)
        return read;
    const parts = takeApart(text);
    return parts.ok ? { ok: true, guesses: guessSigned(read.key, parts.raw) } : parts;
}


/***/ })

};
