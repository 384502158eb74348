export const id = 47;
export const ids = [47];
export const modules = {

/***/ 2047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainProgram: () => (/* binding */ explainProgram)
});

// EXTERNAL MODULE: ./build/diagnostic/codes.js + 2 modules
var codes = __webpack_require__(8271);
// EXTERNAL MODULE: ./build/legacy/codeship/services-keys.js + 1 modules
var services_keys = __webpack_require__(6826);
// EXTERNAL MODULE: ./build/legacy/codeship/steps-keys.js
var steps_keys = __webpack_require__(7824);
// EXTERNAL MODULE: ./build/legacy/shippable/keys.js + 1 modules
var keys = __webpack_require__(4241);
;// CONCATENATED MODULE: ./build/report/key-reference.js
// Every legacy key as one flat list, from the tables that the translators read with.



const formats = [
    { file: 'shippable.yml', title: 'Shippable: `shippable.yml`', keys: keys/* rootKeys */.D$ },
    {
        file: 'codeship-services.yml',
        title: 'CodeShip: each service of `codeship-services.yml`',
        keys: services_keys/* servicesKeys */.J,
    },
    {
        file: 'codeship-steps.yml',
        title: 'CodeShip: each step of `codeship-steps.yml`',
        keys: steps_keys/* stepsKeys */.a4,
    },
];
/** All keys in the order of their tables, each table below the first key that takes it. */
function keyReference() {
    return formats.flatMap(({ file, keys }) => entriesOf(file, keys, '', new Map()));
}
function entriesOf(file, keys, above, listed) {
    return Object.entries(keys).flatMap(([key, row]) => {
        const path = above === '' ? key : `${above}.${key}`;
        if (row.keys === undefined)
            return [{ file, path, row }];
        const sameAs = listed.get(row.keys);
        if (sameAs !== undefined)
            return [{ file, path, row, sameAs }];
        listed.set(row.keys, path);
        return [{ file, path, row }, ...entriesOf(file, row.keys, path, listed)];
    });
}

// EXTERNAL MODULE: ./build/source/spelling.js
var spelling = __webpack_require__(1556);
// EXTERNAL MODULE: ./build/cli/program.js
var program = __webpack_require__(1205);
;// CONCATENATED MODULE: ./build/cli/explain.js
// `transship explain`: the rows of the diagnostic codes and of the legacy keys, as text.




const explainProgram = async ({ arguments: [word] }, io) => {
    if (word === undefined) {
        io.stdout(listAll());
        return 0;
    }
    const texts = [
        ...(Object.hasOwn(codes/* codes */.F, word) ? [explainCode(word)] : []),
        ...keysNamed(word).map(explainKey),
    ];
    if (texts.length === 0) {
        const known = [
            ...Object.keys(codes/* codes */.F),
            ...keyReference().flatMap(({ path }) => [path, lastOf(path)]),
        ];
        const near = (0,spelling/* nearestWord */.z)(word, [...new Set(known)]);
        return (0,program/* wrongUsage */.x)(io, `neither a diagnostic code nor a legacy key: \`${word}\``, near === undefined ? '`transship explain` lists all' : `did you mean \`${near}\`?`);
    }
    io.stdout(texts.join('\n'));
    return 0;
};
/** A key by its full path, or by its last word wherever it stands. */
const keysNamed = (word) => keyReference().filter(({ path }) => path === word || lastOf(path) === word);
const lastOf = (path) => path.slice(path.lastIndexOf('.') + 1);
function explainCode(code) {
    const { severity, outcome, title, explain } = (0,codes/* codeRow */.I)(code);
    const what = outcome === undefined ? severity : `${severity}; the value is counted as ${outcome}`;
    return `${code} (${what})\n\n  ${title}\n  ${explain}\n`;
}
function explainKey({ file, path, row, sameAs }) {
    return [
        `${path} (${file}; ${row.outcome})`,
        '',
        `  ${row.summary}`,
        `  Takes: ${row.accepts.expects}.`,
        `  ${row.becomes}`,
        ...(sameAs === undefined ? [] : [`  Its keys are those of ${sameAs}.`]),
        '',
    ].join('\n');
}
function listAll() {
    const codeLines = Object.keys(codes/* codes */.F).map((code) => `  ${code.padEnd(24)} ${(0,codes/* codeRow */.I)(code).title}`);
    const keyLines = keyReference().map(({ path, row }) => `  ${path.padEnd(40)} ${row.outcome.padEnd(13)} ${row.summary}`);
    return ['Diagnostic codes', ...codeLines, '', 'Legacy keys', ...keyLines, ''].join('\n');
}


/***/ })

};
