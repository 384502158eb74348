export const id = 341;
export const ids = [341];
export const modules = {

/***/ 8341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   machineTrust: () => (/* binding */ machineTrust)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1692);
// The certificates that the machine trusts for a registry, found where the Docker engine finds them.
// Loaded only after a certificate that Node does not know.




/** Go's list of bundles (crypto/x509/root_linux.go, root_bsd.go). */
const systemBundles = [
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/ca-bundle.pem',
    '/etc/pki/tls/cacert.pem',
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    '/etc/ssl/cert.pem',
];
/** Undefined where the machine knows nothing that Node does not. */
function machineTrust(host, env) {
    const ca = [];
    let cert;
    let key;
    // https://docs.docker.com/engine/security/certificates/
    for (const folder of certificateFolders(env)) {
        const registryFolder = node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, host);
        for (const name of list(registryFolder)) {
            const text = read(node_path__WEBPACK_IMPORTED_MODULE_2__.join(registryFolder, name));
            if (text === undefined)
                continue;
            if (name.endsWith('.crt'))
                ca.push(text);
            const keyText = read(node_path__WEBPACK_IMPORTED_MODULE_2__.join(registryFolder, name.replace(/\.cert$/, '.key')));
            if (name.endsWith('.cert') && keyText !== undefined)
                [cert, key] = [text, keyText];
        }
    }
    const bundle = [env['SSL_CERT_FILE'], ...systemBundles]
        .filter((file) => file !== undefined && file !== '')
        .map(read)
        .find((text) => text !== undefined);
    if (bundle !== undefined)
        ca.push(bundle);
    ca.push(...systemStore());
    if (ca.length === 0 && cert === undefined)
        return undefined;
    return {
        ...(ca.length > 0 && { ca: [...node_tls__WEBPACK_IMPORTED_MODULE_3__.rootCertificates, ...ca] }),
        ...(cert !== undefined && { cert }),
        ...(key !== undefined && { key }),
    };
}
function certificateFolders(env) {
    const home = env['HOME'] || node_os__WEBPACK_IMPORTED_MODULE_1__.homedir();
    const config = env['DOCKER_CONFIG'] || node_path__WEBPACK_IMPORTED_MODULE_2__.join(home, '.docker');
    return [
        '/etc/docker/certs.d',
        node_path__WEBPACK_IMPORTED_MODULE_2__.join(home, '.config/docker/certs.d'),
        node_path__WEBPACK_IMPORTED_MODULE_2__.join(config, 'certs.d'),
    ];
}
/** The store of Windows and macOS, by a function that newer Node versions have. */
function systemStore() {
    const getCACertificates = Reflect.get(node_tls__WEBPACK_IMPORTED_MODULE_3__, 'getCACertificates');
    return typeof getCACertificates === 'function' ? getCACertificates('system') : [];
}
function read(file) {
    try {
        return file === undefined ? undefined : node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync(file, 'utf8');
    }
    catch {
        return undefined;
    }
}
function list(folder) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync(folder).sort();
    }
    catch {
        return [];
    }
}


/***/ })

};
