export const id = 497;
export const ids = [497];
export const modules = {

/***/ 6497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openEncrypted: () => (/* binding */ openEncrypted)
});

// UNUSED EXPORTS: guessUnconfirmed, seal

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/secret/cipher.js
// AES-256-CFB128 without padding, the one cipher of CodeShip's formats (codeship.md 13.2).
// node:crypto is the only node module in this folder: it computes, and touches nothing outside.

const cipher_ivLength = 16;
function decipher(key, iv, body) {
    const stream = (0,external_node_crypto_.createDecipheriv)('aes-256-cfb', key, iv);
    return Buffer.concat([stream.update(body), stream.final()]);
}
function cipher_encipher(key, iv, plain) {
    const stream = createCipheriv('aes-256-cfb', key, iv);
    return Buffer.concat([stream.update(plain), stream.final()]);
}

;// CONCATENATED MODULE: ./build/secret/clean-text.js
/**
 * The bytes as text, where they are valid UTF-8 without control characters other than tab and line ends.
 * Noise of a wrong key is not (codeship.md 13.2: never in 20,000 trials on 83 bytes; weak below about eight bytes).
 */
function clean_text_cleanText(bytes) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
    return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(text) ? undefined : text;
}

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
function project_key_readProjectKey(text) {
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

;// CONCATENATED MODULE: ./build/secret/signed-format.js
// The formats with a header (`codeship:v2` since 2018, `cloudbees:v1` since 2022). No file with a known key was
// ever published, so the layout is not known; what is known is that 32 bytes of digest came in (codeship.md 13.3).
// Every layout is tried, and one counts only when its digest matches: with 256 bits none matches by accident.



const digestLength = 32;
/** The layouts in the order to try; `raw` is the decoded file, at least 48 bytes. */
const layouts = {
    L1: (key, raw) => {
        const iv = raw.subarray(0, cipher_ivLength);
        const whole = decipher(key.bytes, iv, raw.subarray(cipher_ivLength));
        return { iv, plain: whole.subarray(0, -digestLength), digest: whole.subarray(-digestLength) };
    },
    L2: (key, raw) => {
        const iv = raw.subarray(0, cipher_ivLength);
        const whole = decipher(key.bytes, iv, raw.subarray(cipher_ivLength));
        return { iv, plain: whole.subarray(digestLength), digest: whole.subarray(0, digestLength) };
    },
    L3: (key, raw) => apart(key, raw.subarray(0, cipher_ivLength), raw.subarray(cipher_ivLength, -digestLength), raw.subarray(-digestLength)),
    L4: (key, raw) => apart(key, raw.subarray(digestLength, 48), raw.subarray(48), raw.subarray(0, digestLength)),
    L5: (key, raw) => apart(key, raw.subarray(0, cipher_ivLength), raw.subarray(48), raw.subarray(cipher_ivLength, 48)),
};
function apart(key, iv, sealed, digest) {
    return { iv, plain: decipher(key.bytes, iv, sealed), sealed, digest };
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
    if (raw.length < cipher_ivLength + digestLength)
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
function signed_format_guessSigned(key, raw) {
    if (raw.length < ivLength + digestLength)
        return [];
    const seen = new Set();
    const guesses = [];
    for (const [layout, take] of Object.entries(layouts)) {
        const { plain } = take(key, raw);
        const text = cleanText(plain);
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
    if (raw !== undefined && raw.length >= cipher_ivLength)
        return { ok: true, header: match?.[1] ?? '', raw };
    const seen = raw === undefined
        ? 'the text is not base64'
        : `it holds ${raw.length} bytes, fewer than ${cipher_ivLength}`;
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
    const read = project_key_readProjectKey(keyText);
    if (!read.ok)
        return read;
    const parts = takeApart(text);
    if (!parts.ok)
        return parts;
    const { header, raw } = parts;
    if (header === '') {
        const plain = decipher(read.key.bytes, raw.subarray(0, cipher_ivLength), raw.subarray(cipher_ivLength));
        if (clean_text_cleanText(plain) !== undefined)
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
    const sealed = Buffer.concat([iv, encipher(read.key.bytes, iv, plain)]);
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
