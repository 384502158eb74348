export const id = 828;
export const ids = [828];
export const modules = {

/***/ 6828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compileRe2: () => (/* binding */ compileRe2)
/* harmony export */ });
/* unused harmony export matchesRefPattern */
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);
/**
 * The only module that loads the RE2 engine, which is large: callers `await import` it, and only when
 * a pattern needs it.
 */


/** Compiles an expression of Go's `regexp` (RE2: no look-around, no back-references). */
function compileRe2(text) {
    try {
        const compiled = re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(text);
        return { ok: true, matches: (ref) => compiled.matcher(ref).find() };
    }
    catch (error) {
        return { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
}
/**
 * CodeShip's whole rule for `tag` and `exclude` (codeship.md 3.6): equal text matches, text with `^` or
 * `$` is searched as RE2, an invalid expression never matches. The empty text is no condition.
 */
function matchesRefPattern(text, ref) {
    if (text === ref)
        return true;
    if (!isExpression(text))
        return false;
    const compiled = compileRe2(text);
    return compiled.ok && compiled.matches(ref);
}


/***/ })

};
