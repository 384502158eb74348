export const id = 668;
export const ids = [668];
export const modules = {

/***/ 4668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   playgroundOptions: () => (/* binding */ playgroundOptions),
/* harmony export */   playgroundProgram: () => (/* binding */ playgroundProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3136);
/* harmony import */ var _convert_convert_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4737);
/* harmony import */ var _convert_discover_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7817);
/* harmony import */ var _host_own_pin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3961);
/* harmony import */ var _host_package_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5159);
/* harmony import */ var _host_repository_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1883);
/* harmony import */ var _legacy_translation_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8053);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1205);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(892);
// `transship playground`: where the page lies, or a copy of it that holds a repository's files.













const playgroundOptions = [
    { name: 'open', summary: 'Open the page in the browser' },
    { name: 'out', value: 'FILE', summary: 'Write the copy to FILE instead of a temporary folder' },
];
const playgroundProgram = async ({ arguments: [given], options }, io) => {
    const page = node_path__WEBPACK_IMPORTED_MODULE_3__.join((0,_host_package_js__WEBPACK_IMPORTED_MODULE_7__/* .packageFolder */ .n)(), 'dist', 'playground', 'index.html');
    const { out } = options;
    if (given === undefined && out === undefined)
        return show(page, 'open' in options, io);
    const folder = node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(io.folder, given ?? '.');
    if (!node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
        return (0,_program_js__WEBPACK_IMPORTED_MODULE_11__/* .wrongUsage */ .x)(io, `\`${given}\` is not a folder`, 'name the folder of the repository');
    }
    const template = node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(page, 'utf8');
    const { repository } = (0,_host_repository_js__WEBPACK_IMPORTED_MODULE_8__/* .openRepository */ .h_)(folder);
    const text = withInput(template, await inputOf(repository, settingsOf(folder)));
    const target = out === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(io.folder, out);
    try {
        return show(writePrivate(text, target), 'open' in options, io);
    }
    catch (error) {
        io.stderr(`transship: the page could not be written (${(0,_host_repository_js__WEBPACK_IMPORTED_MODULE_8__/* .reasonOf */ .A3)(error)})\n`);
        io.stderr('  = help: name a file that does not exist yet, in a folder that you may write to\n');
        return 2;
    }
};
/** The repository's own settings; what is wrong with them is for `convert` to say. */
function settingsOf(folder) {
    try {
        const text = node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, _settings_js__WEBPACK_IMPORTED_MODULE_10__/* .defaultSettingsFile */ .jP), 'utf8');
        const { settings, usable } = (0,_settings_js__WEBPACK_IMPORTED_MODULE_10__/* .readSettings */ .sb)(_settings_js__WEBPACK_IMPORTED_MODULE_10__/* .defaultSettingsFile */ .jP, text);
        return usable ? settings : _legacy_translation_js__WEBPACK_IMPORTED_MODULE_9__/* .defaultSettings */ .L;
    }
    catch {
        return _legacy_translation_js__WEBPACK_IMPORTED_MODULE_9__/* .defaultSettings */ .L;
    }
}
/** The names of all files, and the text of those that a conversion looks at. */
async function inputOf(repository, settings) {
    const texts = new Map();
    const read = (at) => {
        const text = repository.read(at);
        if (text !== undefined)
            texts.set(at, text);
        return text;
    };
    for (const at of repository.paths.filter(_convert_discover_js__WEBPACK_IMPORTED_MODULE_12__/* .isLegacyConfiguration */ .S))
        read(at);
    const { pin } = (0,_host_own_pin_js__WEBPACK_IMPORTED_MODULE_6__/* .findOwnPin */ .z)({});
    await (0,_convert_convert_js__WEBPACK_IMPORTED_MODULE_5__/* .convert */ .C)({ repository: { ...repository, read }, settings, own: pin });
    const files = [...texts].map(([at, text]) => ({ path: at, text }));
    return { paths: repository.paths, files, settings };
}
const block = /(<script type="application\/json" id="playground-data">)(.*?)(<\/script>)/s;
/** The page with these files instead of an example, and with the pin that this command would write. */
function withInput(page, input) {
    return page.replace(block, (_all, open, text, close) => {
        const { version } = (0,_host_package_js__WEBPACK_IMPORTED_MODULE_7__/* .packageFacts */ .W)();
        const data = {
            ...JSON.parse(text),
            facts: { version, own: (0,_host_own_pin_js__WEBPACK_IMPORTED_MODULE_6__/* .findOwnPin */ .z)({}) },
            input,
        };
        return `${open}${JSON.stringify(data).replaceAll('<', '\\u003c')}${close}`;
    });
}
/** Only for its owner: the files may hold what nobody else should read. Never over a file that is there. */
function writePrivate(text, target) {
    const file = target ?? node_path__WEBPACK_IMPORTED_MODULE_3__.join(node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync(node_path__WEBPACK_IMPORTED_MODULE_3__.join(node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir(), 'transship-')), 'playground.html');
    node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return file;
}
function show(file, open, io) {
    io.stdout(`${file}\n`);
    if (!open)
        return 0;
    const [program, ...before] = process.platform === 'darwin'
        ? ['open']
        : process.platform === 'win32'
            ? ['cmd', '/c', 'start', '']
            : ['xdg-open'];
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(program ?? 'xdg-open', [...before, (0,node_url__WEBPACK_IMPORTED_MODULE_4__.pathToFileURL)(file).href], (error) => {
        if (error !== null)
            io.stderr(`transship: no browser could be started; open ${file} yourself\n`);
    });
    child.unref();
    return 0;
}


/***/ })

};
