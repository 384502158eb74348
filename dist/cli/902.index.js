export const id = 902;
export const ids = [902];
export const modules = {

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   code: () => (/* binding */ code),
/* harmony export */   prose: () => (/* binding */ prose),
/* harmony export */   renderMarkdown: () => (/* binding */ renderMarkdown)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4803);
/* harmony import */ var _display_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(889);
// The report for a pull request or a job summary: what will run, what differs, what to do by hand.


/** A list of places longer than this is cut, and counted. */
const shownPlaces = 5;
function renderMarkdown(conversion, _version) {
    const of = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__.digest)(conversion);
    const sources = conversion.sources.flatMap(({ files }) => files.map(code)).join(', ');
    const parts = [
        '# transship report',
        sources === '' ? 'No legacy configuration was found.' : `Read: ${sources}.`,
        ...section('What will run', runs(of)),
        ...section('What differs', of.differs.map((finding) => `- ${findingText(finding)}`)),
        ...section('To do by hand', todo(of)),
        ...section('In numbers', numbers(of)),
    ];
    return `${parts.join('\n\n')}\n`;
}
const section = (title, lines) => lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
function runs({ runs: workflows, companions }) {
    return [
        ...workflows.flatMap(({ path, when, jobs }) => [
            `- ${code(path)}: ${prose(when)}`,
            ...jobs.map((job) => `  - ${prose(job)}`),
        ]),
        ...companions.map((path) => `- ${code(path)}`),
    ];
}
function findingText({ message, help, places, code: id }) {
    const more = places.length > shownPlaces ? ` and ${places.length - shownPlaces} more` : '';
    const at = places.length === 0 ? '' : ` (${places.slice(0, shownPlaces).map(code).join(', ')}${more})`;
    const todo = help === undefined ? '' : ` — ${prose(help)}`;
    return `${prose(message)}${at}${todo} ${code(id)}`;
}
function todo({ todo: findings, secrets, chores }) {
    return [
        ...findings.map((finding) => `- [ ] ${findingText(finding)}`),
        ...(secrets.length === 0
            ? []
            : [
                '- [ ] Create the secrets (in an organization, add `--org NAME`):',
                '',
                '  ```sh',
                ...secrets.map(({ name }) => `  gh secret set ${name}`),
                '  ```',
                '',
                ...secrets.map(({ name, why, place }) => {
                    const at = place === undefined ? '' : ` (${code(place)})`;
                    return `  - ${code(name)}: ${prose(why)}${at}`;
                }),
            ]),
        ...chores.flatMap(({ text, command }) => [
            `- [ ] ${prose(text)}`,
            ...(command === undefined ? [] : ['', '  ```sh', `  ${command}`, '  ```', '']),
        ]),
    ];
}
function numbers({ counts }) {
    const rows = Object.entries(counts).filter(([, count]) => count > 0);
    if (rows.length === 0)
        return [];
    return [
        '| Outcome | Values |',
        '| --- | ---: |',
        ...rows.map(([outcome, count]) => `| ${outcome} | ${count} |`),
    ];
}
/** A code span of any text. */
function code(text) {
    const line = oneLine(text);
    const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/**
 * A message, whose user text stands in backticks: those stay code, and nothing else of it is Markdown or
 * HTML, names a person or links to an issue.
 */
function prose(text) {
    return oneLine(text)
        .split(/(`[^`]*`)/)
        .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
        .join('');
}
/** Without line breaks, and without characters that hide or turn text, or that are half of one. */
const oneLine = (text) => (0,_display_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(text.replace(/\s+/g, ' '));
const escapeMarkdown = (text) => text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/([@#])(?=\w)/g, '$1\u200B');


/***/ })

};
