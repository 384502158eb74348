export const id = 475;
export const ids = [475];
export const modules = {

/***/ 5475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderCsv: () => (/* binding */ renderCsv)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7177);
// The report as CSV (RFC 4180), for a spreadsheet: one row for each value, further diagnostic, and secret.

const columns = [
    'kind',
    'file',
    'line',
    'column',
    'path',
    'outcome',
    'severity',
    'code',
    'message',
    'help',
    'target',
    'secret',
];
function renderCsv(conversion, version) {
    const { nodes, diagnostics, secrets } = (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .toReport */ .c)(conversion, version);
    const byPlace = new Map();
    for (const diagnostic of diagnostics) {
        const key = placeKey(diagnostic);
        if (!byPlace.has(key))
            byPlace.set(key, diagnostic);
    }
    const told = new Set();
    const values = nodes.map(({ file, line, column, path, outcome, target, code }) => {
        const why = code === undefined ? undefined : byPlace.get(placeKey({ file, line, column, code }));
        if (why !== undefined)
            told.add(why);
        const { severity, message, help } = why ?? {};
        return {
            kind: 'value',
            file,
            line,
            column,
            path,
            outcome,
            severity,
            code,
            message,
            help,
            target,
        };
    });
    const others = diagnostics
        .filter((diagnostic) => !told.has(diagnostic))
        .map(({ file, line, column, severity, code, message, help }) => {
        return { kind: 'diagnostic', file, line, column, severity, code, message, help };
    });
    const needed = secrets.map(({ name, why, file, line }) => ({
        kind: 'secret',
        file,
        line,
        message: why,
        secret: name,
    }));
    const lines = [...values, ...others, ...needed].map((row) => columns.map((column) => cell(row[column])).join(','));
    return [columns.join(','), ...lines, ''].join('\r\n');
}
const placeKey = (at) => `${at.code}\n${at.file}\n${at.line}\n${at.column}`;
/** A spreadsheet takes a cell that begins with one of these signs as a formula; a quote in front makes it text. */
function cell(value) {
    if (value === undefined)
        return '';
    const text = String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}


/***/ })

};
