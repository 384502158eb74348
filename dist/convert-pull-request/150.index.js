export const id = 150;
export const ids = [150];
export const modules = {

/***/ 5150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderSarif: () => (/* binding */ renderSarif)
/* harmony export */ });
/* harmony import */ var _diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8271);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7177);
// The diagnostics as SARIF 2.1.0. Every code is a rule, in the order of the table, so that ids and indices are stable.


const ruleIds = Object.keys(_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .codes */ .F);
function renderSarif(conversion, version) {
    const { diagnostics } = (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .toReport */ .c)(conversion, version);
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'transship',
                        version,
                        informationUri: 'https://github.com/transship/transship',
                        rules: ruleIds.map(rule),
                    },
                },
                columnKind: 'utf16CodeUnits',
                results: diagnostics.map(result),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
function rule(id) {
    const { severity, title, explain } = (0,_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .codeRow */ .I)(id);
    return {
        id,
        shortDescription: { text: title },
        fullDescription: { text: `${title} ${explain}` },
        help: { text: explain },
        defaultConfiguration: { level: severity },
    };
}
function result({ code, severity, message, help, ...at }) {
    const text = help === undefined ? message : `${message}. Help: ${help}`;
    return {
        ruleId: code,
        ruleIndex: ruleIds.indexOf(code),
        level: severity,
        message: { text },
        ...(at.file === undefined ? {} : { locations: [location(at.file, at)] }),
    };
}
function location(file, at) {
    const uri = file.split('/').map(encodeURIComponent).join('/');
    return {
        physicalLocation: {
            artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
            ...(at.line === undefined
                ? {}
                : {
                    region: {
                        startLine: at.line,
                        startColumn: at.column,
                        endLine: at.endLine,
                        endColumn: at.endColumn,
                    },
                }),
        },
    };
}


/***/ })

};
