export const id = 970;
export const ids = [970];
export const modules = {

/***/ 9970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exec: () => (/* binding */ exec)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _standard_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9134);
// Child processes: arguments as an array, secrets on standard input, no shell anywhere.



function exec(command, args, options = {}) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, args, {
            cwd: options.cwd,
            env: options.env ?? process.env,
            stdio: ['pipe', 'pipe', 'pipe'],
            windowsHide: true,
        });
        const show = options.output === 'show';
        // What runs may print `::add-path::` or worse: the runner ignores commands until it sees this text again.
        const resumeText = show ? globalThis.crypto.randomUUID() : '';
        const stdout = [];
        const stderr = [];
        let lastByte = 10;
        const take = (into) => (chunk) => {
            into.push(chunk);
            if (!show)
                return;
            (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_2__/* .writeAll */ .f)(1, chunk);
            lastByte = chunk.at(-1) ?? lastByte;
        };
        let timedOut = false;
        const timer = options.timeoutMs === undefined
            ? undefined
            : setTimeout(() => {
                timedOut = true;
                child.kill('SIGKILL');
            }, options.timeoutMs);
        const finish = () => {
            clearTimeout(timer);
            if (!show)
                return;
            if (lastByte !== 10)
                (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .y)('');
            (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .y)(`::${resumeText}::`);
        };
        if (show)
            (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .y)(`::stop-commands::${resumeText}`);
        child.stdout.on('data', take(stdout));
        child.stderr.on('data', take(stderr));
        // A program that ends without reading its input is judged by its exit code alone.
        child.stdin.on('error', () => { });
        child.stdin.end(options.stdin ?? '');
        child.on('error', (error) => {
            finish();
            if (error.code === 'ENOENT' || error.code === 'EACCES')
                resolve({ kind: 'not-found', command });
            else
                reject(error);
        });
        child.on('close', (code, signal) => {
            finish();
            resolve({
                kind: 'exited',
                exitCode: code ?? 128 + (signal === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[signal]),
                stdout: Buffer.concat(stdout).toString('utf8'),
                stderr: Buffer.concat(stderr).toString('utf8'),
                timedOut,
            });
        });
    });
}


/***/ })

};
