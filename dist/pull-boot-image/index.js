import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 30:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ machineFailure)
/* harmony export */ });
// What Node says when the machine fails, in words for its owner. Not our mistake and not the workflow's.
const rows = {
    ENOSPC: [
        'There is no space left on the disk',
        'Free space before this step, or take a larger runner.',
    ],
    EDQUOT: ['The disk quota is used up', 'Free space before this step, or take a larger runner.'],
    EROFS: ['The disk can only be read', 'RUNNER_TEMP and the files of the runner must be writable.'],
    EACCES: [
        'Access was denied',
        'Check who owns the file: an earlier step may have made it as another user.',
    ],
    EPERM: [
        'Access was denied',
        'Check who owns the file: an earlier step may have made it as another user.',
    ],
    EMFILE: ['Too many files are open', 'Raise the limit of open files on the runner.'],
};
/** Undefined for an error that is a bug of ours. */
function machineFailure(error) {
    if (!(error instanceof Error))
        return undefined;
    const { code = '', path } = error;
    const [what, remedy] = rows[code] ?? [];
    if (what === undefined || remedy === undefined)
        return undefined;
    return { message: `${what}${path === undefined ? '' : `: ${path}`} (${code}).`, remedy };
}


/***/ }),

/***/ 525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Vw: () => (/* binding */ done),
  gz: () => (/* binding */ failed),
  Cs: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: failureOf

// EXTERNAL MODULE: ./build/actions/machine-failure.js
var machine_failure = __nccwpck_require__(818);
;// CONCATENATED MODULE: ./build/actions/program-inputs.js
// Names and secrecy of input values, for the program that reads them and the generator that writes `action.yml`.
/** The variable that carries an input to the program; `sh` drops variables with other characters in their names. */
function inputVariable(inputName) {
    return `INPUT_${inputName.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}
/** Hides the value of a secret input: all of it, or of `NAME=value` lines the values that are secret. */
function maskInput(secret, value, mask) {
    if (secret === true) {
        mask(value);
        return;
    }
    for (const line of value.split(/\r?\n/)) {
        const [name, text] = splitPair(line);
        if (text !== undefined && !isPublicName(name))
            mask(text);
    }
}
/** `NAME=value` at its first `=`; without one, the value is undefined. */
function splitPair(line) {
    const at = line.indexOf('=');
    return at < 0 ? [line.trim(), undefined] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
/**
 * Whether a variable's name says that its value is no secret. Masking an address, an account or a region would blot it
 * out of every message, and GitHub drops job outputs that contain it.
 */
function isPublicName(name) {
    return /(^|_)(URL|USERNAME|USER|EMAIL|REGION|LOCATION|REGISTRY|REGISTRY_NAME|REGISTRY_IDS|PROJECT_ID|PROJECTNAME|ACCOUNT|AWSACCOUNTID|PROVIDER|PUBLIC|ENDPOINT|CONNECTIONID)$/i.test(name);
}

;// CONCATENATED MODULE: ./build/actions/program.js
// How every action runs: secrets are masked before anything else, inputs are read by the interface that declares them,
// an expected failure becomes one error with its remedy, anything else is a bug of ours and says so.


const done = { kind: 'done' };
function failed(...failures) {
    return { kind: 'failed', failures };
}
/** Runs an action and gives the exit code of the step: 0 done, 1 failed, 3 a bug of ours. */
async function runAction(action, program, host) {
    try {
        const inputs = readInputs(action, host);
        const missing = Object.entries(action.inputs).filter(([name, row]) => row.required === true && inputs[name] === '');
        const result = missing.length > 0
            ? failed(...missing.map(([name, row]) => ({
                message: `Input ${name} is missing: ${row.description}`,
            })))
            : await program({ host, inputs, output: host.output });
        if (result.kind === 'done')
            return 0;
        for (const failure of result.failures)
            show(host, action.title, failure);
        return result.failures.some(({ isBug }) => isBug === true) ? 3 : 1;
    }
    catch (error) {
        const failure = failureOf(error);
        show(host, action.title, failure);
        return failure.isBug === true ? 3 : 1;
    }
}
/** What was thrown, as a failure: of the machine, or a bug of ours. */
function failureOf(error) {
    const failure = (0,machine_failure/* machineFailure */._)(error);
    if (failure !== undefined)
        return failure;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
        message: `This is a bug of ours, not of your workflow. Please report it with this text.\n${text}`,
        isBug: true,
    };
}
function show(host, title, { message, remedy, place }) {
    host.error(remedy === undefined ? message : `${message}\n${remedy}`, place ?? { title });
}
/** A default that is an expression has been evaluated by the runner; elsewhere it means nothing. */
function literalDefault({ default: text = '' }) {
    return text.startsWith('${{') ? '' : text;
}
function readInputs(action, host) {
    const values = {};
    for (const [name, row] of Object.entries(action.inputs)) {
        const given = host.env[inputVariable(name)] ?? literalDefault(row);
        // A password may begin or end with a space; the line break at the end is from a careless copy.
        values[name] = row.secret === undefined ? given.trim() : given.replace(/[\r\n]+$/, '');
        if (row.secret !== undefined)
            maskInput(row.secret, given, host.mask);
    }
    return values;
}


/***/ }),

/***/ 610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ runInside),
/* harmony export */   h: () => (/* binding */ collectInside)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(500);
/* harmony import */ var _engine_api_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(786);
/** Runs a command in the container, by the engine's API. */


/** Longest a command's output is waited for after it has ended, because something in the background keeps it open. */
const patienceMs = 5_000;
async function runInside(address, container, { command, user, environment, folder }, sink) {
    const created = await (0,_engine_api_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(address, {
        method: 'POST',
        path: `/containers/${container}/exec`,
        body: {
            AttachStdout: true,
            AttachStderr: true,
            Cmd: command,
            ...(user !== undefined && { User: user }),
            ...(environment && {
                Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
            }),
            ...(folder !== undefined && { WorkingDir: folder }),
        },
    });
    if (created.status !== 201) {
        return created.status === 404 || created.status === 409
            ? { kind: 'gone' }
            : { kind: 'refused', reason: (0,_engine_api_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(created) };
    }
    const { Id: id } = JSON.parse(created.text);
    const started = await (0,_engine_api_js__WEBPACK_IMPORTED_MODULE_1__/* .hijack */ .lm)(address, `/exec/${id}/start`, { Detach: false, Tty: false });
    if (started.kind === 'refused') {
        // 409: the container is not running. Otherwise what runc says: no such user, folder or program.
        return started.answer.status === 409 || started.answer.status === 404
            ? { kind: 'gone' }
            : { kind: 'refused', reason: (0,_engine_api_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(started.answer) };
    }
    const watch = endWithProcess(address, id, started.stream);
    try {
        await demultiplex(started.stream, sink);
    }
    finally {
        clearInterval(watch);
    }
    return exitCodeOf(address, id);
}
/** The same, with the output collected. */
async function collectInside(address, container, command) {
    const output = { 1: [], 2: [] };
    const result = await runInside(address, container, command, (stream, bytes) => {
        output[stream].push(bytes);
    });
    return {
        ...result,
        stdout: Buffer.concat(output[1]).toString('utf8'),
        stderr: Buffer.concat(output[2]).toString('utf8'),
    };
}
/** Frames of the engine's stream: one byte of stream, three of zero, four of length, the bytes. */
async function demultiplex(stream, sink) {
    let waiting = Buffer.alloc(0);
    let left = 0;
    let to = 1;
    try {
        for await (const chunk of stream) {
            let bytes = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : chunk;
            for (;;) {
                if (left > 0 && bytes.length > 0) {
                    const part = bytes.subarray(0, left);
                    await sink(to, part);
                    left -= part.length;
                    bytes = bytes.subarray(part.length);
                }
                else if (left === 0 && bytes.length >= 8) {
                    to = bytes[0] === 2 ? 2 : 1;
                    left = bytes.readUInt32BE(4);
                    bytes = bytes.subarray(8);
                }
                else
                    break;
            }
            waiting = bytes;
        }
    }
    catch (error) {
        // The connection was cut: by us (`endWithProcess`), or because the engine or the container went away. The exit
        // code that is asked for next tells which.
        if (error.code === undefined)
            throw error;
    }
}
/** Ends the stream when the process has ended and something else keeps its output open. */
function endWithProcess(address, id, stream) {
    let ended = 0;
    return setInterval(async () => {
        const seen = await execState(address, id).catch(() => undefined);
        if (seen === undefined || seen.running)
            return;
        ended = ended === 0 ? Date.now() : ended;
        if (Date.now() - ended >= patienceMs)
            stream.destroy();
    }, 1_000);
}
async function exitCodeOf(address, id) {
    // The stream may end a moment before the engine has noted the exit.
    for (let wait = 2;; wait = Math.min(wait * 2, 200)) {
        const seen = await execState(address, id);
        if (seen === undefined)
            return { kind: 'gone' };
        if (!seen.running)
            return { kind: 'exited', code: seen.exitCode };
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(wait);
    }
}
async function execState(address, id) {
    const answer = await (0,_engine_api_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(address, { method: 'GET', path: `/exec/${id}/json` });
    if (answer.status !== 200)
        return undefined;
    const state = JSON.parse(answer.text);
    return { running: state.Running, exitCode: state.ExitCode ?? 137 };
}


/***/ }),

/***/ 75:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  OF: () => (/* binding */ becomeBash),
  HO: () => (/* binding */ bootProgram),
  T8: () => (/* binding */ giveScript),
  jQ: () => (/* binding */ heartbeat),
  Iq: () => (/* binding */ idsScript),
  Cx: () => (/* binding */ insideFolders),
  mq: () => (/* binding */ insideSocket),
  Y1: () => (/* binding */ inspectScript),
  UM: () => (/* binding */ killScript),
  o7: () => (/* binding */ removePlaced),
  Uz: () => (/* binding */ restorePlaced),
  j3: () => (/* binding */ runScript),
  Z_: () => (/* binding */ sharedMark),
  oE: () => (/* binding */ signalScript),
  ZU: () => (/* binding */ takeRunGiveScript),
  fx: () => (/* binding */ takeScript)
});

// UNUSED EXPORTS: insideRoot

;// CONCATENATED MODULE: ./build/shell/words.js
/** Words and their quoting: text to argument vector and back. No expansion of any kind. */
/** Inside double quotes a backslash keeps its power over these characters only. */
const ESCAPABLE_IN_DOUBLE_QUOTES = new Set(['"', '\\', '$', '`']);
/**
 * Splits a CodeShip `command` into the argument vector that CodeShip ran (codeship.md 3.5): POSIX
 * quoting, adjacent parts join, newlines outside quotes are white space, and nothing else is special
 * (`$X`, `&&`, `*` and `#` are ordinary characters). On an error the words before it are returned.
 */
function splitWords(text) {
    const words = [];
    let word;
    let at = 0;
    const fail = (offset, message) => ({
        words,
        error: { offset, message },
    });
    while (at < text.length) {
        const char = text.charAt(at);
        if (char === ' ' || char === '\t' || char === '\n' || char === '\r') {
            if (word !== undefined)
                words.push(word);
            word = undefined;
            at += 1;
        }
        else if (char === "'") {
            const close = text.indexOf("'", at + 1);
            if (close < 0)
                return fail(at, 'single quote is never closed');
            word = (word ?? '') + text.slice(at + 1, close);
            at = close + 1;
        }
        else if (char === '"') {
            const quoted = doubleQuoted(text, at);
            if (quoted === undefined)
                return fail(at, 'double quote is never closed');
            word = (word ?? '') + quoted.value;
            at = quoted.end;
        }
        else if (char === '\\') {
            if (at + 1 >= text.length)
                return fail(at, 'backslash at the end escapes nothing');
            const next = text.charAt(at + 1);
            if (next !== '\n')
                word = (word ?? '') + next;
            at += 2;
        }
        else {
            word = (word ?? '') + char;
            at += 1;
        }
    }
    if (word !== undefined)
        words.push(word);
    return { words };
}
/** The text between double quotes of which the first stands at `open`; undefined when never closed. */
function doubleQuoted(text, open) {
    let value = '';
    for (let at = open + 1; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (char === '"')
            return { value, end: at + 1 };
        const next = text.charAt(at + 1);
        if (char === '\\' && next === '\n')
            at += 1;
        else if (char === '\\' && ESCAPABLE_IN_DOUBLE_QUOTES.has(next)) {
            value += next;
            at += 1;
        }
        else
            value += char;
    }
    return undefined;
}
/** Characters with no meaning to bash anywhere in an argument. */
const BARE = /^[A-Za-z0-9_./:=@%+,^-][A-Za-z0-9_./:=@%+,^#-]*$/;
/** Characters that keep a meaning inside double quotes (`!` only where history expansion is on). */
const SPECIAL_IN_DOUBLE_QUOTES = /[$`"\\!]/;
/**
 * One argument in the shortest bash quoting that keeps it as it is: bare where no character is
 * special, else in single quotes, or in double quotes where that saves escaping a single quote.
 * Not for the first word of a command: see `quoteWords`.
 */
function quoteWord(word) {
    if (BARE.test(word))
        return word;
    if (!word.includes("'") || SPECIAL_IN_DOUBLE_QUOTES.test(word)) {
        return `'${word.replaceAll("'", `'\\''`)}'`;
    }
    return `"${word}"`;
}
/** Words that bash reads as its own grammar, or as an assignment, where a command begins. */
const NOT_A_COMMAND = /^(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|in|select|function|time|coproc|[A-Za-z_]\w*\+?=.*)$/;
/** A whole command for bash, one blank between words: `splitWords` of it gives the same words. */
function quoteWords(words) {
    return words
        .map((word, index) => {
        const quoted = quoteWord(word);
        return index === 0 && quoted === word && NOT_A_COMMAND.test(word) ? `'${word}'` : quoted;
    })
        .join(' ');
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/container-scripts.js
/** The shell texts that run inside the container, and the folders there. Any sh will do: dash, busybox, bash. */

/**
 * Our folders inside lie below /dev, which is a file system of its own in memory: nothing of them, not even an empty
 * folder to mount on, gets into a committed image.
 */
const insideRoot = '/dev/transship';
const insideFolders = {
    /** One folder for each step that runs: its script and its GITHUB_* files. */
    steps: `${insideRoot}/steps`,
    /** RUNNER_TEMP. */
    temp: `${insideRoot}/temp`,
    /** Folders of the host that variables name, by the names of these. */
    shared: `${insideRoot}/shared`,
    /** DOCKER_CONFIG. */
    docker: `${insideRoot}/docker`,
    /** The engine's socket. */
    run: `${insideRoot}/run`,
    /** The docker client, for images without one. */
    client: `${insideRoot}/bin`,
    /** Libraries of the docker client, where it needs some. */
    libraries: `${insideRoot}/lib`,
    /** Plugins of the docker client. */
    plugins: `${insideRoot}/plugins`,
};
const insideSocket = `${insideFolders.run}/docker.sock`;
/** A file whose presence says that other steps run at the same time, so that none gives the files back. */
const sharedMark = 'shared';
/**
 * The first process reads commands from its standard input and ends with it, so that the container ends with whoever
 * holds the other end. A bash there also takes care of processes whose parents have ended; another shell does when it
 * starts something, so it is given a command now and then.
 */
const becomeBash = 'command -v bash >/dev/null 2>&1 && exec bash --noprofile --norc\n';
const heartbeat = '(:)\n';
/** Facts about the container, one `name=value` a line. Arguments: the workspace. Runs as root. */
const inspectScript = `
fact() { printf '%s=%s\\n' "$1" "$2"; }
workspace=$1
set -- $(ls -di "$workspace" 2>/dev/null)
fact inode "\${1:-}"
set -- $(ls -nd "$workspace" 2>/dev/null)
fact owner "\${3:-}:\${4:-}"
[ -e ${insideFolders.steps}/ready ] && fact steps shared
for tool in bash chown find docker; do
  command -v "$tool" >/dev/null 2>&1 && fact "$tool" yes
done
socket=/var/run/docker.sock
if [ -S "$socket" ]; then fact socket own
elif [ -e "$socket" ] && { [ ! -f "$socket" ] || [ -s "$socket" ]; }; then fact socket own
else
  [ -f "$socket" ] && fact socket empty
  for folder in /var /var/run; do
    [ -d "$folder" ] || { mkdir "$folder" && fact made "$folder"; } 2>/dev/null
  done
  ln -sfn ${insideSocket} "$socket" 2>/dev/null && fact link "$socket"
fi
if command -v docker >/dev/null 2>&1; then
  DOCKER_HOST=unix://${insideSocket} docker version >/dev/null 2>&1 </dev/null && fact client works
elif [ -e ${insideFolders.client}/docker ]; then
  for folder in /usr/local/bin /usr/bin /bin; do
    case ":$PATH:" in *":$folder:"*) ;; *) continue ;; esac
    [ -d "$folder" ] || continue
    ln -s ${insideFolders.client}/docker "$folder/docker" 2>/dev/null && fact link "$folder/docker" && break
  done
fi
exit 0
`;
/** User and group of the process that runs it, as `ids=1:2`, with nothing but the shell itself. */
const idsScript = `
while read -r key real rest; do
  case $key in Uid:) uid=$real ;; Gid:) printf 'ids=%s:%s\\n' "$uid" "$real"; break ;; esac
done </proc/self/status
`;
/**
 * Runs the script. Arguments: the step's folder, options for bash. Shippable's shell was bash with \`-e\` and without
 * \`pipefail\` (shippable.md 3.2); an image without bash gets sh.
 */
const runScript = `
step=$1; shift
echo $$ >"$step/pid"
[ -e "$step/leader" ] || echo $$ >"$step/leader"
if command -v bash >/dev/null 2>&1; then exec bash --noprofile --norc -e "$@" "$step/script"; fi
exec sh -e "$@" "$step/script"
`;
/** Those of ours in which steps may make files. Without any below the last one, its pattern finds nothing. */
const ownFolders = `${insideFolders.temp} ${insideFolders.docker} ${insideFolders.shared}/*`;
/** Files of others in the folders become those of \`$1\` (\`uid:gid\`). */
const changeOwner = `
change() {
  if command -v find >/dev/null 2>&1; then
    find "$workspace" ${ownFolders} "$step" -xdev ! -user "\${1%:*}" -exec chown -h "$1" {} +
  else chown -hR "$1" "$workspace" ${ownFolders} "$step"; fi
} 2>>"$step/owners"
`;
const ownerArguments = 'step=$1 workspace=$2 inside=$3 outside=$4; shift 4\n';
/** Makes the files those of the container's user. Arguments: step, workspace, \`uid:gid\` inside and outside. As root. */
const takeScript = `${ownerArguments}${changeOwner}change "$inside"\n`;
/** Makes them the host user's again. Same arguments. */
const giveScript = `${ownerArguments}${changeOwner}change "$outside"\n`;
/** All three in one go, where the container's user is root: the same arguments, then options for bash. */
const takeRunGiveScript = `${ownerArguments}${changeOwner}
change "$inside"
echo $$ >"$step/leader"
sh -c ${quoteWord(runScript)} boot "$step" "$@"
code=$?
[ -e ${insideFolders.steps}/${sharedMark} ] || change "$outside"
exit $code
`;
/** Sends a signal to a step's script. Arguments: step, name of the signal. */
const signalScript = 'read -r pid <"$1/pid" && kill -s "$2" "$pid"\n';
/** Ends whatever a step started and has not taken out of its process group. Argument: step. */
const killScript = 'read -r pid <"$1/leader" && kill -s KILL -- "-$pid"\n';
/** Takes away what we placed, so that a commit does not see it. */
function removePlaced({ links, madeFolders }) {
    return [
        ...links.map(({ path }) => `rm -f ${quoteWord(path)}`),
        ...links.filter((link) => link.wasEmptyFile).map(({ path }) => `: >${quoteWord(path)}`),
        ...[...madeFolders].reverse().map((folder) => `rmdir ${quoteWord(folder)}`),
        ':',
    ].join('\n');
}
function restorePlaced({ links, madeFolders }) {
    return [
        ...madeFolders.map((folder) => `mkdir -p ${quoteWord(folder)}`),
        ...links.map(({ path, target }) => `ln -sfn ${quoteWord(target)} ${quoteWord(path)}`),
        ':',
    ].join('\n');
}
/**
 * The program \`boot\` on the host's PATH. It only carries: the holder reads this process's arguments, environment and
 * folder from /proc, which loses nothing, and the step's environment reaches no program of ours (NODE_OPTIONS).
 */
function bootProgram(folder, holder) {
    return `#!/bin/sh
# Runs a script inside the booted container: boot [OPTION OF BASH]... SCRIPT
here=${quoteWord(folder)}
step=$here/requests/$$
if ! kill -0 ${holder} 2>/dev/null || ! [ -p "$here/bell" ]; then
  echo '::error title=transship boot::The booted container is gone: it ends with its job.'
  exit 125
fi
rm -rf "$step"
mkdir -m 700 "$step" && mkfifo -m 600 "$step/out" "$step/err" || exit 125
tell() { echo "$1 $$" >"$here/bell"; }
for signal in HUP INT QUIT TERM USR1 USR2; do trap "tell $signal" "$signal"; done
{ cat "$step/err" >&2 & cat "$step/out"; wait; } </dev/null &
relay=$!
tell run
# A signal ends the waiting, not what is waited for.
until wait "$relay"; do kill -0 "$relay" 2>/dev/null || break; done
code=125
[ ! -e "$step/code" ] || read -r code <"$step/code"
rm -rf "$step"
exit "$code"
`;
}


/***/ }),

/***/ 786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   RG: () => (/* binding */ download),
/* harmony export */   Se: () => (/* binding */ upload),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   lm: () => (/* binding */ hijack)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(67);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(30);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(692);
/** The Docker engine by its own API: what the client's command line has no words for, and without starting a program. */




const agents = new Map();
/** One exchange. Rejects where there is no engine; an engine's "no" is an answer. */
async function ask(address, request) {
    const response = await send(address, request);
    return { status: response.statusCode ?? 0, text: await textOf(response) };
}
/** Sends `content` as the body, and gives the answer. */
async function upload(address, path, content) {
    const message = start(address, { method: 'PUT', path }, { 'content-type': 'application/x-tar' });
    const answer = new Promise((resolve, reject) => {
        message.on('error', reject);
        message.on('response', (response) => textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject));
    });
    const sending = (async () => {
        for await (const chunk of content) {
            if (!message.write(chunk))
                await drained(message);
        }
        message.end();
    })();
    // The engine may answer, with an error, before it has read everything.
    sending.catch((error) => message.destroy(error));
    return answer;
}
/** The body as it comes, or the engine's refusal. */
async function download(address, path) {
    const response = await send(address, { method: 'GET', path });
    const status = response.statusCode ?? 0;
    return status === 200
        ? { kind: 'body', body: response }
        : { kind: 'refused', answer: { status, text: await textOf(response) } };
}
/** Turns the connection into a raw stream, for `attach` and `exec`. */
function hijack(address, path, body) {
    return new Promise((resolve, reject) => {
        const message = start(address, { method: 'POST', path, body }, { connection: 'Upgrade', upgrade: 'tcp' });
        message.on('error', reject);
        message.on('upgrade', (_response, stream, head) => {
            if (head.length > 0)
                stream.unshift(head);
            resolve({ kind: 'stream', stream });
        });
        message.on('response', (response) => {
            textOf(response).then((text) => resolve({ kind: 'refused', answer: { status: response.statusCode ?? 0, text } }), reject);
        });
        finish(message, body);
    });
}
/** A plain connection to the engine, for what is passed on as it is. */
function connect(address) {
    if (address.kind === 'socket')
        return node_net__WEBPACK_IMPORTED_MODULE_2__.connect({ path: address.path, allowHalfOpen: true });
    const { host, port } = address;
    return address.tls === undefined
        ? node_net__WEBPACK_IMPORTED_MODULE_2__.connect({ host, port, allowHalfOpen: true })
        : node_tls__WEBPACK_IMPORTED_MODULE_3__.connect({ host, port, ...address.tls });
}
/** The engine's own words of an error: `{"message": "..."}`. */
function reasonOf({ text, status }) {
    try {
        const { message } = JSON.parse(text);
        if (typeof message === 'string')
            return message;
    }
    catch {
        // Not from the engine itself.
    }
    return text.trim() || `HTTP ${status}`;
}
function send(address, request) {
    return new Promise((resolve, reject) => {
        const message = start(address, request, {});
        message.on('error', reject);
        message.on('response', resolve);
        finish(message, request.body);
    });
}
function start(address, { method, path, body }, headers) {
    const secure = address.kind === 'tcp' && address.tls !== undefined;
    const options = {
        method,
        path,
        headers: {
            // Node checks the certificate against this name.
            host: address.kind === 'socket' ? 'docker' : address.host,
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
        },
        agent: headers['upgrade'] === undefined ? agentFor(address, secure) : false,
        ...(address.kind === 'socket'
            ? { socketPath: address.path }
            : { host: address.host, port: address.port, ...address.tls }),
    };
    return secure ? node_https__WEBPACK_IMPORTED_MODULE_1__.request(options) : node_http__WEBPACK_IMPORTED_MODULE_0__.request(options);
}
function finish(message, body) {
    if (body === undefined)
        message.end();
    else
        message.end(JSON.stringify(body));
}
/** One connection serves several requests of a step. */
function agentFor(address, secure) {
    const key = JSON.stringify(address);
    const known = agents.get(key);
    if (known !== undefined)
        return known;
    const agent = secure ? new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ keepAlive: true }) : new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true });
    agents.set(key, agent);
    return agent;
}
async function textOf(response) {
    const chunks = [];
    for await (const chunk of response)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
function drained(message) {
    return new Promise((resolve, reject) => {
        message.once('drain', resolve);
        message.once('error', reject);
        message.once('close', resolve);
    });
}


/***/ }),

/***/ 717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _: () => (/* binding */ hold)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(30);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(500);
// EXTERNAL MODULE: ./build/actions/pull-boot-image/container-exec.js
var container_exec = __nccwpck_require__(610);
// EXTERNAL MODULE: ./build/actions/pull-boot-image/container-scripts.js + 1 modules
var container_scripts = __nccwpck_require__(75);
// EXTERNAL MODULE: ./build/actions/pull-boot-image/engine-api.js
var engine_api = __nccwpck_require__(786);
;// CONCATENATED MODULE: ./build/actions/pull-boot-image/tar.js
/** Changes files inside a tar stream on its way, without holding more than one small file. */
const block = 512;
/** What is replaced is text of a few lines; more than this is dropped rather than passed on unseen. */
const longestReplaced = 1024 * 1024;
/** Asks for each regular file by its path. Everything else goes through as it is. */
async function* rewriteTar(input, decide) {
    const source = reader(input);
    let extended = [];
    let longPath;
    for (;;) {
        const header = await source.take(block);
        if (header === undefined)
            return;
        if (header.every((byte) => byte === 0)) {
            yield header;
            yield* source.rest();
            return;
        }
        const type = String.fromCharCode(header[156] ?? 0);
        const size = sizeOf(header);
        const padded = Math.ceil(size / block) * block;
        if (type === 'x' || type === 'L' || type === 'K') {
            const data = (await source.take(padded)) ?? Buffer.alloc(0);
            if (type === 'x')
                longPath = paxPath(data.subarray(0, size)) ?? longPath;
            if (type === 'L')
                longPath = textIn(data, 0, size);
            extended.push(header, data);
            continue;
        }
        const decision = type === '0' || type === '\0' ? decide(longPath ?? pathOf(header)) : { kind: 'keep' };
        if (decision.kind === 'keep') {
            yield* extended;
            yield header;
            yield* source.pass(padded);
        }
        else if (decision.kind === 'drop' || size > longestReplaced) {
            for await (const _ of source.pass(padded))
                ;
        }
        else {
            const old = (await source.take(padded)) ?? Buffer.alloc(0);
            const content = Buffer.from(decision.content(old.toString('utf8', 0, size)));
            yield* extended;
            yield withSize(header, content.length);
            yield content;
            yield Buffer.alloc((block - (content.length % block)) % block);
        }
        extended = [];
        longPath = undefined;
    }
}
function reader(input) {
    const chunks = input[Symbol.asyncIterator]();
    let waiting = Buffer.alloc(0);
    const more = async () => {
        const next = await chunks.next();
        if (next.done === true)
            return false;
        const { buffer, byteOffset, byteLength } = next.value;
        const chunk = Buffer.from(buffer, byteOffset, byteLength);
        waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
        return true;
    };
    const take = async (length) => {
        while (waiting.length < length) {
            if (!(await more()))
                return undefined;
        }
        const taken = waiting.subarray(0, length);
        waiting = waiting.subarray(length);
        return taken;
    };
    const pass = async function* (length) {
        for (let left = length; left > 0;) {
            if (waiting.length === 0 && !(await more()))
                throw new Error('the tar stream ends too early');
            const part = waiting.subarray(0, left);
            waiting = waiting.subarray(part.length);
            left -= part.length;
            yield part;
        }
    };
    const rest = async function* () {
        do {
            if (waiting.length > 0)
                yield waiting;
            waiting = Buffer.alloc(0);
        } while (await more());
    };
    return { take, pass, rest };
}
function sizeOf(header) {
    // Numbers too large for octal digits are binary, marked by the first bit.
    if (((header[124] ?? 0) & 0x80) !== 0)
        return Number(header.readBigUInt64BE(128));
    return Number.parseInt(textIn(header, 124, 12).trim() || '0', 8);
}
function pathOf(header) {
    const name = textIn(header, 0, 100);
    const prefix = textIn(header, 257, 5) === 'ustar' ? textIn(header, 345, 155) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
}
/** Records `LENGTH path=VALUE\n`. */
function paxPath(data) {
    for (let at = 0; at < data.length;) {
        const blank = data.indexOf(0x20, at);
        const length = Number(data.toString('latin1', at, blank));
        if (blank < 0 || !(length > 0))
            return undefined;
        const record = data.toString('utf8', blank + 1, at + length - 1);
        if (record.startsWith('path='))
            return record.slice('path='.length);
        at += length;
    }
    return undefined;
}
function textIn(data, start, length) {
    const field = data.subarray(start, start + length);
    const end = field.indexOf(0);
    return field.toString('utf8', 0, end < 0 ? field.length : end);
}
function withSize(header, size) {
    const changed = Buffer.from(header);
    changed.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    changed.fill(0x20, 148, 156);
    const sum = changed.reduce((total, byte) => total + byte, 0);
    changed.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return changed;
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/workspace-secrets.js
/** Credentials that actions leave in a workspace: they must not get into a committed image. */
const gitFolder = String.raw `(?:^|/)\.git/(?:modules/(?:.+/)?|worktrees/[^/]+/)?`;
const rows = [
    // actions/checkout keeps its token there (`persist-credentials`).
    {
        path: new RegExp(`${gitFolder}config(?:\\.worktree)?$`),
        decision: { kind: 'replace', content: withoutCredentials },
    },
    { path: new RegExp(`${gitFolder}(?:\\.git-)?credentials$`), decision: { kind: 'drop' } },
    // google-github-actions/auth writes this file into the root of the workspace.
    { path: /^[^/]+\/gha-creds-[0-9a-f]+\.json$/, decision: { kind: 'drop' } },
];
/** What becomes of a file of the workspace, by its path in an archive that begins with the workspace's own name. */
function workspaceDecision(path) {
    return rows.find((row) => row.path.test(path.replace(/^\.\//, '')))?.decision ?? { kind: 'keep' };
}
/** A Git configuration without tokens, and without what points to files of the runner. */
function withoutCredentials(config) {
    let section = '';
    const kept = [];
    for (const line of logicalLines(config)) {
        section = /^\s*\[\s*([^\s\]"]+)/.exec(line)?.[1]?.toLowerCase() ?? section;
        if (section === 'credential')
            continue;
        if (/^(?:\s*\[[^\]]*\])?\s*(?:extraheader|sshcommand)\s*=/i.test(line))
            continue;
        if (section.startsWith('include') && /git-credentials/.test(line))
            continue;
        // A name in front of @ may be a token too; only ssh needs one.
        kept.push(line.replace(/(https?:\/\/)[^/@\s"]+@/gi, '$1'));
    }
    return kept.join('\n');
}
/** Lines, with those that a backslash continues as one. */
function logicalLines(text) {
    return text.replace(/\\\r?\n/g, '').split('\n');
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/commit.js
/** `docker commit` of the booted container: what `ci` left, its clone included, with the image's own settings. */






/**
 * Answers the engine's `POST /commit` in its place. The engine alone would keep our entry point, and it leaves out what
 * is mounted: the workspace, where Shippable's clone lay in the container itself (shippable.md 3.3). So the container is
 * committed with the image's settings, and the workspace is added in a container of that which never runs.
 */
async function commitContainer(booted, query, 
/** A configuration that the client sent, or nothing. */
wanted) {
    const first = await withoutPlaced(booted, () => commit(booted, { container: booted.container, ...chosen(query, ['pause', 'comment', 'author', 'changes']) }, { ...settingsOf(booted.imageConfig), ...wanted }));
    if (first.status !== 201)
        return first;
    const bare = idOf(first);
    const copy = await (0,engine_api/* ask */.kA)(booted.engine, {
        method: 'POST',
        path: '/containers/create',
        body: { Image: bare, Entrypoint: ['sh'], Cmd: [], NetworkDisabled: true },
    });
    if (copy.status !== 201)
        return copy;
    const container = idOf(copy);
    try {
        const problem = await copyWorkspace(booted, container);
        if (problem !== undefined)
            return problem;
        const seen = await (0,engine_api/* ask */.kA)(booted.engine, { method: 'GET', path: `/images/${bare}/json` });
        const { Config: config } = JSON.parse(seen.text);
        return await commit(booted, { container, ...chosen(query, ['repo', 'tag', 'comment', 'author']) }, settingsOf(config));
    }
    finally {
        await (0,engine_api/* ask */.kA)(booted.engine, { method: 'DELETE', path: `/containers/${container}?force=1` });
        // Where it is a layer of the new image, the engine keeps it and says so.
        await (0,engine_api/* ask */.kA)(booted.engine, { method: 'DELETE', path: `/images/${bare}?noprune=1` });
    }
}
function commit({ engine }, query, settings) {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
        for (const one of typeof value === 'string' ? [value] : value)
            search.append(name, one);
    }
    return (0,engine_api/* ask */.kA)(engine, { method: 'POST', path: `/commit?${search}`, body: settings });
}
/**
 * Settings that the engine takes over as they are: it fills what is missing from the container, and the container's
 * entry point is ours; an empty list says that there is none.
 */
function settingsOf(config) {
    return { ...config, Entrypoint: config['Entrypoint'] ?? [], Cmd: config['Cmd'] ?? [] };
}
async function withoutPlaced(booted, work) {
    const inside = (script) => (0,container_exec/* collectInside */.h)(booted.engine, booted.container, { command: ['sh', '-c', script], user: '0' });
    await inside((0,container_scripts/* removePlaced */.o7)(booted.placed));
    try {
        return await work();
    }
    finally {
        await inside((0,container_scripts/* restorePlaced */.Uz)(booted.placed));
    }
}
async function copyWorkspace({ engine, container, workspace }, to) {
    const from = await (0,engine_api/* download */.RG)(engine, `/containers/${container}/archive?path=${encodeURIComponent(workspace)}`);
    if (from.kind === 'refused')
        return from.answer;
    const answer = await (0,engine_api/* upload */.Se)(engine, `/containers/${to}/archive?path=${encodeURIComponent(external_node_path_.dirname(workspace))}`, rewriteTar(from.body, workspaceDecision));
    if (answer.status === 200)
        return undefined;
    const message = `The workspace could not be copied into the image: ${(0,engine_api/* reasonOf */.A3)(answer)}`;
    return { status: 500, text: JSON.stringify({ message }) };
}
function chosen(query, names) {
    return Object.fromEntries(names.map((name) => [name, query.getAll(name)]));
}
function idOf({ text }) {
    return JSON.parse(text).Id;
}

;// CONCATENATED MODULE: ./build/actions/container-docker-config.js
/**
 * Variable by which `login` tells `pull-boot-image` the DOCKER_CONFIG folder that the booted container gets: every
 * credential of the job but those of entries with `agent_only: true` (shippable.md 6.2, rule 5). `login` exports it to
 * later steps beside DOCKER_CONFIG and rewrites the folder's `config.json` at every run; nothing else reads it.
 */
const containerDockerConfigVariable = 'TRANSSHIP_CONTAINER_DOCKER_CONFIG';

// EXTERNAL MODULE: ./build/actions/pull-boot-image/step-environment.js
var step_environment = __nccwpck_require__(235);
;// CONCATENATED MODULE: ./build/actions/pull-boot-image/github-files.js
/** What a script wrote into its GITHUB_* files, taken from the container's copies to the runner's own. */

/** The files that a script writes to, by the variable that names them, and their name in a step's folder. */
const writtenFiles = {
    GITHUB_ENV: 'env',
    GITHUB_OUTPUT: 'output',
    GITHUB_PATH: 'path',
    GITHUB_STATE: 'state',
    GITHUB_STEP_SUMMARY: 'summary',
    GITHUB_ARTIFACTS: 'artifacts',
};
/**
 * Parts a GITHUB_ENV file. Variables that belong to the machine stay inside: a PATH of the container would break every
 * later step of the host. Text that is no entry goes on to the runner, which says what is wrong with it.
 */
function splitEnvFile(text) {
    const lines = text.split('\n');
    const inside = {};
    let outside = '';
    for (let at = 0; at < lines.length; at += 1) {
        const line = lines[at] ?? '';
        const first = at;
        const entry = entryAt(line);
        let value = entry.text;
        if (entry.heredoc) {
            const end = lines.findIndex((other, index) => index > at && trimmed(other) === entry.text);
            if (end < 0) {
                outside += lines.slice(at).join('\n');
                break;
            }
            value = lines.slice(at + 1, end).join('\n');
            at = end;
        }
        const { name } = entry;
        if (name !== '' && (0,step_environment/* belongsToMachine */.r4)(name))
            inside[name] = value;
        else
            outside += lines.slice(first, at + 1).join('\n') + (at < lines.length - 1 ? '\n' : '');
    }
    return { outside, inside };
}
/** `NAME=value`, or `NAME<<END` where that comes first. A line that is neither has no name. */
function entryAt(line) {
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    const isHeredoc = heredoc >= 0 && (equals < 0 || heredoc < equals);
    if (!isHeredoc && equals < 0)
        return { name: '', text: '', heredoc: false };
    const at = isHeredoc ? heredoc : equals;
    return {
        name: line.slice(0, at),
        text: trimmed(line).slice(at + (isHeredoc ? 2 : 1)),
        heredoc: isHeredoc,
    };
}
function trimmed(line) {
    return line.replace(/\r$/, '');
}
/** The folders of a GITHUB_PATH file, the last line first, as the runner puts them in front of PATH. */
function pathEntries(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .reverse();
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/step-folder.js
/**
 * The folder through which a step's files go into the container and come back. Whoever is root in there may have put
 * links and pipes in place of files, so nothing here follows one.
 */



/** More than this is no text for the runner; GitHub takes 1 MiB of a summary. */
const longestFile = 64 * 1024 * 1024;
const fileNames = ['script', 'pid', 'leader', 'owners', ...Object.values(writtenFiles)];
/** Makes the folder beside the others, filled, and moves it in at once. */
function makeStepFolder(staging, steps, script) {
    const fresh = external_node_fs_.mkdtempSync(external_node_path_.join(staging, 'step-'));
    for (const file of Object.values(writtenFiles)) {
        external_node_fs_.writeFileSync(external_node_path_.join(fresh, file), '');
        external_node_fs_.chmodSync(external_node_path_.join(fresh, file), 0o666);
    }
    external_node_fs_.writeFileSync(external_node_path_.join(fresh, 'script'), script);
    external_node_fs_.chmodSync(external_node_path_.join(fresh, 'script'), 0o644);
    // The container's user writes here, whatever its number; nobody else on the host gets past the folder above.
    external_node_fs_.chmodSync(fresh, 0o777);
    const name = external_node_path_.basename(fresh);
    const folder = external_node_path_.join(steps, name);
    external_node_fs_.renameSync(fresh, folder);
    const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW } = external_node_fs_.constants;
    const descriptor = external_node_fs_.openSync(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    const own = `/proc/self/fd/${descriptor}`;
    return {
        name,
        read: (file) => readPlainFile(`${own}/${file}`),
        remove: () => {
            for (const file of fileNames) {
                try {
                    external_node_fs_.unlinkSync(`${own}/${file}`);
                }
                catch {
                    // Gone already, or a folder now: it stays until the runner empties its folder.
                }
            }
            external_node_fs_.closeSync(descriptor);
            try {
                external_node_fs_.rmdirSync(folder);
            }
            catch {
                // Something of the step's own is in it.
            }
        },
    };
}
/** Throws, with words for the user, where it is there and no plain file. */
function readPlainFile(file) {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = external_node_fs_.constants;
    let descriptor;
    try {
        descriptor = external_node_fs_.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT')
            return undefined;
        throw new Error(`${external_node_path_.basename(file)} is no plain file any more (${code})`);
    }
    try {
        const { size } = external_node_fs_.fstatSync(descriptor);
        if (!external_node_fs_.fstatSync(descriptor).isFile())
            throw new Error(`${external_node_path_.basename(file)} is no plain file any more`);
        if (size > longestFile)
            throw new Error(`${external_node_path_.basename(file)} has more than 64 MiB`);
        return external_node_fs_.readFileSync(descriptor, 'utf8');
    }
    finally {
        external_node_fs_.closeSync(descriptor);
    }
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/docker-credentials.js
/** The container's DOCKER_CONFIG: what `login` wrote for it, and what steps inside logged in to themselves. */





/**
 * Brings the container's `config.json` up to date before a step: a login may have come since the last one. There always is
 * one, so that a login inside never writes into the container's own files, and so into a committed image.
 */
function credentialKeeper(folder, hasPlugins) {
    const target = external_node_path_.join(folder, 'docker', 'config.json');
    const plugins = hasPlugins ? { cliPluginsExtraDirs: [container_scripts/* insideFolders */.Cx.plugins] } : {};
    let last;
    return (step) => {
        const from = step[containerDockerConfigVariable];
        const text = from === undefined ? undefined : read(external_node_path_.join(from, 'config.json'));
        const source = text ?? '{}';
        if (source === last)
            return;
        const own = asConfig(read(target));
        const given = asConfig(source);
        const merged = {
            ...own,
            ...given,
            ...plugins,
            auths: { ...asConfig(own['auths']), ...asConfig(given['auths']) },
        };
        // Moved into place: a link in its stead is replaced, not followed.
        const fresh = external_node_path_.join(folder, 'config.json.new');
        external_node_fs_.writeFileSync(fresh, JSON.stringify(merged), { mode: 0o600 });
        external_node_fs_.renameSync(fresh, target);
        last = source;
    };
}
function read(file) {
    try {
        return readPlainFile(file);
    }
    catch {
        return undefined;
    }
}
function asConfig(value) {
    let config = value;
    if (typeof value === 'string') {
        try {
            config = JSON.parse(value);
        }
        catch {
            return {};
        }
    }
    return typeof config === 'object' && config !== null && !Array.isArray(config)
        ? config
        : {};
}

// EXTERNAL MODULE: ./build/actions/pull-boot-image/processes.js
var processes = __nccwpck_require__(736);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(67);
;// CONCATENATED MODULE: ./build/actions/pull-boot-image/socket-relay.js
/** The engine's socket for the container: everything passes as it is, but a commit of the container itself. */



/** More than this of a request's head is nobody's request. */
const longestHead = 64 * 1024;
const commitTarget = /^POST (?:\/v[0-9.]+)?\/commit\?(\S*) HTTP\/1\.[01]\r\n/;
/**
 * A server that reads the head of a connection's first request and asks for `Connection: close`, so that there is no
 * second one; connections that become something else (`attach`, `exec`, BuildKit's sessions) are passed on untouched.
 */
function socketRelay(options) {
    const commits = external_node_http_.createServer((request, response) => {
        answerCommit(options, request, response).catch((error) => {
            response.writeHead(500, { 'content-type': 'application/json', connection: 'close' });
            response.end(JSON.stringify({ message: `transship boot: ${error.message}` }));
        });
    });
    return external_node_net_.createServer({ allowHalfOpen: true }, (client) => {
        client.on('error', () => client.destroy());
        takeHead(client, async (head, rest) => {
            const query = commitTarget.exec(head)?.[1];
            const container = query === undefined ? null : new URLSearchParams(query).get('container');
            if (container !== null && (await options.isBooted(container).catch(() => false))) {
                client.unshift(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
                commits.emit('connection', client);
                client.resume();
                return;
            }
            const upstream = (0,engine_api/* connect */.Ng)(options.engine);
            upstream.on('error', () => client.destroy());
            client.on('close', () => upstream.destroy());
            upstream.on('close', () => client.destroySoon());
            upstream.write(Buffer.concat([Buffer.from(singleRequest(head), 'latin1'), rest]));
            client.pipe(upstream);
            upstream.pipe(client);
        });
    });
}
function takeHead(client, done) {
    let seen = Buffer.alloc(0);
    const take = (chunk) => {
        seen = Buffer.concat([seen, chunk]);
        const end = seen.indexOf('\r\n\r\n');
        if (end < 0 && seen.length < longestHead)
            return;
        client.off('data', take);
        client.pause();
        if (end < 0)
            client.destroy();
        else {
            const head = seen.toString('latin1', 0, end + 4);
            done(head, seen.subarray(end + 4)).catch(() => client.destroy());
        }
    };
    client.on('data', take);
}
/** The head with `Connection: close`, unless the connection is to become something else. */
function singleRequest(head) {
    if (/^Upgrade:/im.test(head))
        return head;
    const [first, ...lines] = head.slice(0, -4).split('\r\n');
    const others = lines.filter((line) => !/^(?:Connection|Keep-Alive):/i.test(line));
    return `${[first, ...others, 'Connection: close'].join('\r\n')}\r\n\r\n`;
}
async function answerCommit({ commit }, request, response) {
    const chunks = [];
    for await (const chunk of request)
        chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8').trim() || 'null');
    const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
    const wanted = Object.entries(body ?? {}).filter(([, value]) => value !== null && value !== '');
    const answer = await commit(query, Object.fromEntries(wanted));
    response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close' });
    response.end(answer.text);
}

// EXTERNAL MODULE: ./build/actions/machine-failure.js
var machine_failure = __nccwpck_require__(818);
// EXTERNAL MODULE: ./build/host/workflow-commands.js
var workflow_commands = __nccwpck_require__(713);
;// CONCATENATED MODULE: ./build/actions/pull-boot-image/boot-streams.js
/** The output of a step: two pipes, whose other ends the process of `boot` copies to where the runner reads. */






/** Opens the pipes of a `boot` once it reads them; undefined where it ended before. */
async function openStreams(request, mark) {
    const out = await openPipe(external_node_path_.join(request, 'out'), mark);
    const err = await openPipe(external_node_path_.join(request, 'err'), mark);
    if (out === undefined || err === undefined) {
        out?.destroy();
        err?.destroy();
        return undefined;
    }
    return {
        write: async (stream, bytes) => {
            const socket = stream === 2 ? err : out;
            if (socket.destroyed || socket.write(bytes))
                return;
            await new Promise((resolve) => {
                const ready = () => {
                    socket.off('drain', ready).off('close', ready);
                    resolve();
                };
                socket.on('drain', ready).on('close', ready);
            });
        },
        end: async () => {
            await Promise.all([out, err].map(ended));
        },
    };
}
async function openPipe(file, mark) {
    const { O_WRONLY, O_NONBLOCK, O_NOFOLLOW } = external_node_fs_.constants;
    for (let wait = 1; (0,processes/* isAlive */._n)(mark); wait = Math.min(wait * 2, 50)) {
        try {
            const descriptor = external_node_fs_.openSync(file, O_WRONLY | O_NONBLOCK | O_NOFOLLOW);
            const socket = new external_node_net_.Socket({ fd: descriptor, readable: false, writable: true });
            // Whoever read it has gone: nothing is left to be told.
            socket.on('error', () => socket.destroy());
            return socket;
        }
        catch (error) {
            if (error.code !== 'ENXIO')
                return undefined;
            await (0,promises_.setTimeout)(wait);
        }
    }
    return undefined;
}
function ended(socket) {
    return new Promise((resolve) => {
        if (socket.destroyed)
            return resolve();
        socket.on('close', () => resolve());
        socket.end(() => socket.destroy());
    });
}
/** An error in the step's log. */
function tellError(streams, message) {
    return say(streams, (0,workflow_commands/* workflowCommand */.NA)('error', message, { title: 'transship boot' }));
}
async function say(streams, line) {
    await streams.write(1, Buffer.from(`${line}\n`));
}
/** A warning in the step's log. */
function tellWarning(streams, message) {
    return say(streams, (0,workflow_commands/* workflowCommand */.NA)('warning', message, { title: 'transship boot' }));
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/file-owners.js
/** Whose the workspace's files are: the container's user's while steps run, else those of the runner's user. */




/** For the scripts that change owners: workspace, `uid:gid` inside and outside. */
function ownerArguments({ workspace, owners }) {
    return [workspace, owners?.inside ?? '', owners?.outside ?? ''];
}
/** Notes that a step runs. Beside another one, none of them may give the files back at its own end. */
function shareWith(state, pid, step) {
    if (state.running.size > 0 && state.booted.owners !== undefined) {
        try {
            external_node_fs_.closeSync(external_node_fs_.openSync(sharedFile(state), 'wx'));
        }
        catch {
            // A third step: it is there.
        }
    }
    state.running.set(pid, step);
}
/** Gives the files back when the last of several steps has ended. */
async function endSharing(state, root) {
    const { owners } = state.booted;
    if (owners === undefined || state.running.size > 0 || !external_node_fs_.existsSync(sharedFile(state)))
        return;
    external_node_fs_.unlinkSync(sharedFile(state));
    await root(container_scripts/* giveScript */.T8, ...ownerArguments(state.booted));
}
function sharedFile({ order }) {
    return external_node_path_.join(order.folder, 'steps', container_scripts/* sharedMark */.Z_);
}
/** Tells about files that could not be given to their user. */
async function reportOwners(step, streams) {
    try {
        const lines = (step.read('owners') ?? '').split('\n').filter((line) => line.trim() !== '');
        // A file may be gone between being found and being changed.
        const [first, ...others] = lines.filter((line) => !/No such file or directory/.test(line));
        if (first === undefined)
            return;
        const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
        const text = `Not all files could be given to the right user: ${first}${more}`;
        await tellWarning(streams, text);
    }
    catch {
        // The step put something else in its place; it has lost nothing by it.
    }
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/step.js
/** One step: a process of `boot` on the host, whose script runs in the container. */













/** Runs the step of a process of `boot`, to the end: its exit code is in its folder when its streams end. */
async function runStep(state, pid) {
    const request = external_node_path_.join(state.order.folder, 'requests', String(pid));
    const mark = (0,processes/* markOf */.Fg)(pid);
    const seen = (0,processes/* seeProcess */.z9)(pid);
    if (mark === undefined || seen === undefined)
        return;
    const streams = await openStreams(request, mark);
    if (streams === undefined)
        return;
    let code = 1;
    try {
        code = await runSeen(state, mark, seen, streams);
    }
    catch (error) {
        await tellError(streams, messageOf(error));
    }
    try {
        external_node_fs_.writeFileSync(external_node_path_.join(request, 'code'), `${code}\n`);
    }
    catch {
        // The process of `boot` was killed, and its folder is gone.
    }
    await streams.end();
}
async function runSeen(state, mark, seen, streams) {
    const { order } = state;
    // `/bin/sh .../bin/boot OPTION... SCRIPT`
    const given = seen.args.slice(seen.args.indexOf(external_node_path_.join(order.folder, 'bin', 'boot')) + 1);
    const [options, script] = [given.slice(0, -1), given.at(-1)];
    if (script === undefined)
        throw new Error('Usage: boot [OPTION OF BASH]... SCRIPT');
    const text = external_node_fs_.readFileSync(external_node_path_.resolve(seen.folder, script));
    const step = makeStepFolder(external_node_path_.join(order.folder, 'staging'), external_node_path_.join(order.folder, 'steps'), text);
    const inside = `${container_scripts/* insideFolders */.Cx.steps}/${step.name}`;
    const root = (command, ...args) => (0,container_exec/* collectInside */.h)(order.engine, order.container, {
        command: ['sh', '-c', command, 'boot', inside, ...args],
        user: '0',
    });
    const watch = setInterval(() => {
        if (!(0,processes/* isAlive */._n)(mark))
            root(container_scripts/* killScript */.UM).catch(() => { });
    }, 250);
    shareWith(state, mark.pid, { signal: (name) => void sendSignal(root, name) });
    try {
        const result = await runInContainer(state, seen, inside, options, streams, root);
        const lost = await collect(state, seen.environment, step, streams);
        const code = await exitCode(state, result, seen, step, streams);
        return lost && code === 0 ? 1 : code;
    }
    finally {
        clearInterval(watch);
        state.running.delete(mark.pid);
        await endSharing(state, root);
        await reportOwners(step, streams);
        step.remove();
    }
}
async function runInContainer(state, { environment, folder }, inside, options, { write }, root) {
    const { order, booted } = state;
    const { owners, isRoot, user } = booted;
    const inOne = owners !== undefined && isRoot;
    if (owners !== undefined && !isRoot)
        await root(container_scripts/* takeScript */.fx, ...ownerArguments(booted));
    state.bringCredentials(environment);
    const variables = environmentInside(state, environment, inside);
    const result = await (0,container_exec/* runInside */._)(order.engine, order.container, {
        command: [
            ...outerShell(booted, variables),
            '-c',
            inOne ? container_scripts/* takeRunGiveScript */.ZU : container_scripts/* runScript */.j3,
            'boot',
            inside,
            ...(inOne ? ownerArguments(booted) : []),
            ...options,
        ],
        ...(user !== undefined && { user }),
        environment: variables,
        folder: folderInside(folder, booted.workspace),
    }, write);
    // One that was killed could not give the files back itself.
    const gaveBack = inOne && !(result.kind === 'exited' && result.code > 128);
    if (owners !== undefined && !gaveBack && state.running.size <= 1)
        await root(container_scripts/* giveScript */.T8, ...ownerArguments(booted));
    return result;
}
/** dash drops variables with names that are not its own; bash keeps them, but reads BASH_ENV once more. */
function outerShell({ hasBash }, variables) {
    const odd = Object.keys(variables).some((name) => !/^[A-Za-z_]\w*$/.test(name));
    return hasBash && odd ? ['bash', '--noprofile', '--norc'] : ['sh'];
}
function environmentInside(state, step, folder) {
    const { booted } = state;
    const files = Object.entries(writtenFiles).flatMap(([variable, file]) => step[variable] ? [[variable, `${folder}/${file}`]] : []);
    const client = booted.client && { folder: container_scripts/* insideFolders */.Cx.client, first: booted.client.first };
    return (0,step_environment/* stepEnvironment */.aK)({
        container: booted.container,
        listed: booted.listed,
        step,
        folders: [
            { outside: booted.workspace, inside: booted.workspace },
            ...booted.folders,
            // What else lies in the runner's folder has no name inside; a script may make it anew.
            ...(step['RUNNER_TEMP']
                ? [{ outside: step['RUNNER_TEMP'], inside: container_scripts/* insideFolders */.Cx.temp }]
                : []),
        ],
        worker: booted.worker,
        inside: state.inside,
        fixed: {
            ...Object.fromEntries(files),
            ...(step['GITHUB_EVENT_PATH'] && { GITHUB_EVENT_PATH: `${container_scripts/* insideFolders */.Cx.steps}/event.json` }),
            RUNNER_TEMP: container_scripts/* insideFolders */.Cx.temp,
            PATH: (0,step_environment/* pathInside */._l)(state.inside['PATH'] ?? booted.path, state.pathAdded, client),
            DOCKER_CONFIG: container_scripts/* insideFolders */.Cx.docker,
            ...(!booted.hasSocket && { DOCKER_HOST: `unix://${container_scripts/* insideSocket */.mq}` }),
        },
    });
}
/** The same folder inside: the workspace has one name there, whatever way led to it here. */
function folderInside(folder, workspace) {
    const real = external_node_fs_.realpathSync(workspace);
    return folder === real || folder.startsWith(`${real}/`)
        ? workspace + folder.slice(real.length)
        : folder;
}
/** Takes over what the script wrote into its GITHUB_* files; whether something of it is lost. */
async function collect(state, step, folder, streams) {
    let lost = false;
    for (const [variable, file] of Object.entries(writtenFiles)) {
        const target = step[variable];
        if (!target)
            continue;
        try {
            const text = folder.read(file) ?? '';
            if (text === '')
                continue;
            if (variable === 'GITHUB_PATH') {
                state.pathAdded.unshift(...pathEntries(text));
                continue;
            }
            const { outside, inside } = variable === 'GITHUB_ENV' ? splitEnvFile(text) : { outside: text, inside: {} };
            state.inside = { ...state.inside, ...inside };
            const names = variable === 'GITHUB_ENV' || variable === 'GITHUB_OUTPUT';
            external_node_fs_.appendFileSync(target, names ? (0,step_environment/* withPathsOutside */.gw)(outside, state.booted.folders) : outside);
        }
        catch (error) {
            lost = true;
            await tellError(streams, `What the script wrote into ${variable} is lost: ${messageOf(error)}`);
        }
    }
    return lost;
}
async function exitCode(state, result, { folder }, step, streams) {
    if (result.kind === 'gone' ||
        (result.kind === 'exited' && result.code === 137 && (await hasEnded(state)))) {
        await tellError(streams, `The booted container has ended. ${await state.ended()}`);
        return 137;
    }
    if (result.kind === 'exited' && hasStarted(step))
        return result.code;
    // The engine's own words are in the log already, where it gave an exit code.
    const own = folderInside(folder, state.booted.workspace);
    await tellError(streams, own.startsWith(state.booted.workspace)
        ? `The engine could not start the step.\n${result.kind === 'refused' ? result.reason : ''}`
        : `The folder ${folder} may not exist inside the container: only the workspace has the same name there.`);
    return 126;
}
/** A script that could not even begin has not noted its number. */
function hasStarted(step) {
    try {
        return step.read('pid') !== undefined;
    }
    catch {
        return true;
    }
}
/** Whether the container has ended, after one of its processes was killed: it may have been all of them. */
async function hasEnded({ order }) {
    for (let attempt = 0; attempt < 3; attempt += 1) {
        await (0,promises_.setTimeout)(100);
        const path = `/containers/${order.container}/json`;
        const { status, text } = await (0,engine_api/* ask */.kA)(order.engine, { method: 'GET', path });
        if (status !== 200)
            return true;
        const { State } = JSON.parse(text);
        if (!State.Running)
            return true;
    }
    return false;
}
async function sendSignal(root, name) {
    // The script may be about to start.
    for (let attempt = 0; attempt < 20; attempt += 1) {
        const result = await root(container_scripts/* signalScript */.oE, name).catch(() => undefined);
        if (result?.kind !== 'exited' || result.code === 0)
            return;
        await (0,promises_.setTimeout)(100);
    }
}
function messageOf(error) {
    const words = error instanceof Error ? error.message : String(error);
    return (0,machine_failure/* machineFailure */._)(error)?.message ?? words;
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/holder.js
/**
 * The process that holds the container for as long as the job runs. It is the other end of the container's standard
 * input: when it ends, however it ends, the container's first process ends, and the engine removes the container. It
 * also runs the steps and stands between the container and the engine's socket.
 */











/**
 * Reads its orders from standard input, and answers each with a line: `ready`, then it stays; `failed: ...`; after an empty
 * order, which ends it, what the container's first process said, as JSON text.
 */
async function hold() {
    const orders = lines(process.stdin);
    const order = JSON.parse((await orders.next()).value ?? '');
    // A socket's path may be no longer than 107 bytes; relative to this folder it is short.
    process.chdir(order.folder);
    const attached = await (0,engine_api/* hijack */.lm)(order.engine, `/containers/${order.container}/attach?stream=1&stdin=1&stdout=1&stderr=1`);
    if (attached.kind === 'refused') {
        process.stdout.write(`failed: ${(0,engine_api/* reasonOf */.A3)(attached.answer)}\n`);
        process.exitCode = 1;
        return;
    }
    const { stream } = attached;
    let said = Buffer.alloc(0);
    stream.on('error', () => stream.destroy());
    stream.on('data', (chunk) => {
        // The first process says nothing, unless it could not begin.
        if (said.length < longestWords)
            said = Buffer.concat([said, chunk]).subarray(0, longestWords);
    });
    process.stdout.write('ready\n');
    const told = (await orders.next()).value;
    if (told === undefined || told === '') {
        // The container did not start, or whoever starts it was ended.
        await remove(order);
        process.stdout.write(`${JSON.stringify(printable(said))}\n`);
        process.exit(0);
    }
    const booted = JSON.parse(told);
    await serve(order, booted, stream);
    process.stdout.write('ready\n');
}
const longestWords = 2_000;
/** Output without the frames of the engine and without control characters. */
function printable(output) {
    return output
        .toString('utf8')
        .replace(/[^\P{C}\n]+/gu, ' ')
        .trim();
}
async function serve(order, booted, stream) {
    const state = {
        order,
        booted,
        bringCredentials: credentialKeeper('.', booted.client?.hasPlugins === true),
        running: new Map(),
        ended: async () => {
            // The engine says so a moment later.
            await (0,promises_.setTimeout)(200);
            return lastWords;
        },
        pathAdded: [],
        inside: {},
    };
    let lastWords = 'Its engine says no more about it.';
    let gone = false;
    stream.on('close', () => {
        gone = true;
    });
    const relay = socketRelay({
        engine: order.engine,
        isBooted: async (name) => {
            const path = `/containers/${encodeURIComponent(name)}/json`;
            const { status, text } = await (0,engine_api/* ask */.kA)(order.engine, { method: 'GET', path });
            return status === 200 && JSON.parse(text).Id === order.container;
        },
        commit: (query, wanted) => commitContainer({ ...booted, engine: order.engine, container: order.container }, query, wanted),
    });
    await listen(relay, external_node_path_.join('run', 'docker.sock'));
    listenToBell(state);
    stream.write(container_scripts/* becomeBash */.OF);
    watchDeath(order, (words) => {
        lastWords = words;
    });
    const watch = setInterval(() => {
        // The worker of a job ends with it; act goes on to the next job, but takes the job's folder away.
        if ((0,processes/* isAlive */._n)(order.worker) && external_node_fs_.existsSync(external_node_path_.join(order.folder, 'requests'))) {
            if (!gone && !booted.hasBash)
                stream.write(container_scripts/* heartbeat */.jQ);
            return;
        }
        clearInterval(watch);
        stream.destroy();
        remove(order).finally(() => process.exit(0));
    }, 1_000);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
        process.on(signal, () => remove(order).finally(() => process.exit(0)));
    }
}
/** A line of the bell is `run PID` or `SIGNAL PID`, from a process of `boot`. */
function listenToBell(state) {
    const bell = external_node_fs_.openSync('bell', external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_NONBLOCK);
    const socket = new external_node_net_.Socket({ fd: bell, readable: true, writable: false });
    (async () => {
        for await (const line of lines(socket)) {
            const [word, pid] = line.split(' ');
            if (word === 'run')
                void runStep(state, Number(pid));
            else if (word !== undefined)
                state.running.get(Number(pid))?.signal(word);
        }
    })();
}
/** Waits for the container's end, which nobody asked for: later steps are told why. */
async function watchDeath(order, tell) {
    const filters = JSON.stringify({ container: [order.container], event: ['oom', 'die'] });
    const path = `/events?filters=${encodeURIComponent(filters)}`;
    try {
        const events = await (0,engine_api/* download */.RG)(order.engine, path);
        if (events.kind === 'refused')
            return;
        let outOfMemory = false;
        for await (const line of lines(events.body)) {
            const event = JSON.parse(line);
            if (event.Action === 'oom')
                outOfMemory = true;
            if (event.Action !== 'die')
                continue;
            const code = event.Actor?.Attributes?.exitCode ?? 'unknown';
            tell(outOfMemory
                ? 'It ran out of memory.'
                : `Its first process ended with exit code ${code}; a step stopped or killed it, or the engine did.`);
        }
    }
    catch {
        // The engine itself ended.
    }
}
async function remove(order) {
    const path = `/containers/${order.container}?force=1&v=1`;
    await (0,engine_api/* ask */.kA)(order.engine, { method: 'DELETE', path }).catch(() => { });
}
function listen(server, file) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(file, () => {
            // Any user of the container may use the engine, as root there may; the folder above lets no other user through.
            external_node_fs_.chmodSync(file, 0o666);
            resolve();
        });
    });
}
async function* lines(input) {
    let waiting = '';
    for await (const chunk of input) {
        const parts = (waiting + String(chunk)).split('\n');
        waiting = parts.pop() ?? '';
        yield* parts;
    }
    return undefined;
}


/***/ }),

/***/ 606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ pullBootImageInterface)
/* harmony export */ });
const pullBootImageInterface = {
    name: 'pull-boot-image',
    title: 'transship pull-boot-image',
    description: 'Pull and boot an image as `build.pre_ci_boot` of shippable.yml did; later steps with `shell: boot {0}` run inside it.',
    inputs: {
        image_name: {
            description: 'Image to boot, with its registry; `$NAME` is replaced from the environment. A tag or digest in it counts where `image_tag` is the default.',
            required: true,
        },
        image_tag: { description: 'Tag, or a digest that begins with `sha256:`.', default: 'latest' },
        pull: {
            description: 'Whether to pull the image first; `false` takes one that an earlier step built.',
            default: 'true',
        },
        env: {
            description: 'Environment of every step inside: `A=1 B="two words"`, or one pair a line; `$NAME` is replaced from the environment. A name alone passes on the value that the step has.',
        },
        options: {
            description: 'Raw `docker run` options, split like a shell line; `$NAME` is replaced. Given, they replace the defaults `--privileged=true --net=bridge`.',
        },
        mirrors: {
            description: 'Mirrors to pull from before the registry itself, one a line: `mirror.example` for Docker Hub, `REGISTRY=mirror.example/path` for another.',
        },
        platform: {
            description: 'Platform to pull and run, such as `linux/arm64`. Without it, that of the engine.',
        },
    },
    outputs: {
        container: { description: 'Name of the container, also exported as SHIPPABLE_CONTAINER_NAME.' },
        image: { description: 'The reference that was booted.' },
        digest: {
            description: 'Digest of the image in its registry; empty for an image that was built here.',
        },
    },
};


/***/ }),

/***/ 736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   KS: () => (/* binding */ findWorker),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   p7: () => (/* binding */ environmentOf),
/* harmony export */   z9: () => (/* binding */ seeProcess)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/** Processes of this machine, as /proc shows them. */

/** What a process of the same user was started with; undefined where it is gone or another user's. */
function seeProcess(pid) {
    try {
        return {
            args: strings(`/proc/${pid}/cmdline`),
            environment: environmentOf(pid) ?? {},
            folder: node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync(`/proc/${pid}/cwd`),
        };
    }
    catch {
        return undefined;
    }
}
/** The environment that a process was started with; undefined where it can't be read. */
function environmentOf(pid) {
    try {
        return Object.fromEntries(strings(`/proc/${pid}/environ`).map((entry) => {
            const equals = entry.indexOf('=');
            return [entry.slice(0, equals), entry.slice(equals + 1)];
        }));
    }
    catch {
        return undefined;
    }
}
function strings(file) {
    const text = node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync(file, 'utf8');
    return text === '' ? [] : text.replace(/\0$/, '').split('\0');
}
function markOf(pid) {
    const stat = statOf(pid);
    return stat === undefined ? undefined : { pid, started: stat.started };
}
function isAlive({ pid, started }) {
    const stat = statOf(pid);
    return stat !== undefined && stat.started === started && stat.state !== 'Z';
}
function statOf(pid) {
    let text;
    try {
        text = node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync(`/proc/${pid}/stat`, 'utf8');
    }
    catch {
        return undefined;
    }
    // The program's name stands in parentheses and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', parent: Number(fields[1]), started: fields[19] ?? '' };
}
/**
 * The process that runs the job: the first one above `pid` that was not started for this step. The variable tells, one
 * whose value no other step has. In a job container the steps have no parent there; then it is the container's first
 * process, which lives as long as the container.
 */
function findWorker(pid, variable, value) {
    let worker = pid;
    for (let depth = 0; depth < 64; depth += 1) {
        const parent = statOf(worker)?.parent ?? 0;
        if (parent === 0)
            return markOf(1) ?? { pid: 1, started: '' };
        worker = parent;
        const environment = environmentOf(worker);
        if (value === undefined || environment === undefined || environment[variable] !== value)
            break;
    }
    return markOf(worker) ?? { pid: worker, started: '' };
}


/***/ }),

/***/ 519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ pullBootImage)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./build/actions/program.js + 1 modules
var program = __nccwpck_require__(525);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./build/actions/pull-boot-image/client-proxies.js
/** Proxies that the machine's docker client is set up for. */

/**
 * The variables that the docker client gives every container, by the `proxies` of its configuration. They are kept out of
 * the container's settings, and so out of a committed image: a proxy's address may hold a password.
 */
function clientProxies(host, engineUrl) {
    const folder = host.env['DOCKER_CONFIG'] || external_node_path_.join(host.env['HOME'] ?? '/', '.docker');
    let proxies;
    try {
        const text = host.files.read(external_node_path_.join(folder, 'config.json')) ?? '{}';
        ({ proxies } = JSON.parse(text));
    }
    catch {
        // The client itself says what is wrong with its file.
    }
    const all = asRecord(proxies);
    const own = asRecord(all[engineUrl] ?? all['default']);
    return Object.fromEntries(['http', 'https', 'ftp', 'all', 'no'].flatMap((kind) => {
        const value = own[`${kind}Proxy`];
        if (typeof value !== 'string' || value === '')
            return [];
        return [`${kind}_proxy`, `${kind.toUpperCase()}_PROXY`].map((name) => [name, value]);
    }));
}
function asRecord(value) {
    return typeof value === 'object' && value !== null ? value : {};
}

// EXTERNAL MODULE: ./build/actions/pull-boot-image/container-scripts.js + 1 modules
var container_scripts = __nccwpck_require__(75);
// EXTERNAL MODULE: ./build/actions/pull-boot-image/engine-api.js
var engine_api = __nccwpck_require__(786);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(421);
;// CONCATENATED MODULE: ./build/actions/pull-boot-image/holder-process.js
/** The process that holds the container, as the program that boots talks to it. */



/** A process of its own session: it stays when this step ends, and the runner ends it with the job by its tracking id. */
function spawnHolder(order) {
    const log = external_node_fs_.openSync(external_node_path_.join(order.folder, 'holder.log'), 'a', 0o600);
    const child = (0,external_node_child_process_.spawn)(process.execPath, [process.argv[1] ?? '', 'hold'], {
        detached: true,
        stdio: ['pipe', 'pipe', log],
        cwd: '/',
        env: {
            PATH: process.env['PATH'],
            ...(process.env['RUNNER_TRACKING_ID'] !== undefined && {
                RUNNER_TRACKING_ID: process.env['RUNNER_TRACKING_ID'],
            }),
        },
    });
    external_node_fs_.closeSync(log);
    const { stdin, stdout } = child;
    if (stdin === null || stdout === null)
        throw new Error('no pipes to the holder');
    const answers = [];
    let waiting;
    let text = '';
    const give = (line) => {
        if (waiting === undefined)
            answers.push(line);
        else
            waiting(line);
        waiting = undefined;
    };
    stdin.on('error', () => { });
    stdout.on('data', (chunk) => {
        const lines = (text + chunk).split('\n');
        text = lines.pop() ?? '';
        for (const line of lines)
            give(line);
    });
    stdout.on('close', () => give(undefined));
    child.on('error', () => give(undefined));
    stdin.write(`${JSON.stringify(order)}\n`);
    return {
        pid: child.pid ?? 0,
        tell: (line) => void stdin.write(`${line}\n`),
        answer: () => answers.length > 0
            ? Promise.resolve(answers.shift())
            : new Promise((resolve) => {
                waiting = resolve;
            }),
        release: () => {
            stdin.destroy();
            stdout.destroy();
            child.unref();
        },
    };
}
/** Ends the holder, and the container with it; what the container's first process said. */
async function lastWords(holder) {
    holder.tell('');
    const words = JSON.parse((await holder.answer()) ?? '""');
    return typeof words === 'string' ? words : '';
}

// EXTERNAL MODULE: ./build/actions/pull-boot-image/container-exec.js
var container_exec = __nccwpck_require__(610);
;// CONCATENATED MODULE: ./build/actions/pull-boot-image/inspect-container.js
/** Looks at the container from inside: what it has, who it runs as, and whether it shares our folders. */



/** Owner of files whose owner the container can't name (user_namespaces(7)). */
const nobodyOwns = '65534:65534';
async function inspectContainer(order) {
    const { engine, name, workspace, image } = order;
    const seen = await (0,container_exec/* collectInside */.h)(engine, name, {
        command: ['sh', '-c', container_scripts/* inspectScript */.Y1, 'boot', workspace],
        user: '0',
    });
    if (seen.kind !== 'exited' || seen.code !== 0) {
        return { ok: false, reason: seen.kind === 'refused' ? seen.reason : seen.stderr };
    }
    const facts = factsIn(seen.stdout);
    const fact = (key) => facts.get(key)?.[0] ?? '';
    if (fact('steps') !== 'shared' || fact('inode') !== String(external_node_fs_.statSync(workspace).ino)) {
        return {
            ok: false,
            reason: '',
            failure: {
                message: `The Docker engine does not see the folders of this runner (${workspace}, ${order.folder}): the container got empty ones.`,
                remedy: 'The engine has to run on the machine of the runner. In a container, the runner’s work folder has to be mounted from the engine’s machine.',
            },
        };
    }
    const user = order.user ?? (typeof image.config['User'] === 'string' ? image.config['User'] : '');
    const ids = await idsOf(order, user);
    if (ids === undefined || typeof ids === 'object') {
        const message = `The container has no user ${user}.\n${ids?.reason ?? ''}`;
        return {
            ok: false,
            reason: '',
            failure: { message, remedy: 'Say another --user in `options`.' },
        };
    }
    const owner = fact('owner');
    const canChange = fact('chown') === 'yes' && owner !== nobodyOwns && /^\d+:\d+$/.test(owner);
    const differ = ids.split(':')[0] !== owner.split(':')[0];
    const notes = [];
    if (differ && !canChange) {
        notes.push(fact('chown') === 'yes'
            ? 'The engine maps users (userns-remap): files in the workspace keep their owners, and the container may not be able to write there.'
            : 'The image has no `chown`: files that steps make in the workspace keep their owner, and host steps may not be able to change them.');
    }
    const hasClient = order.client !== undefined;
    if (fact('docker') !== 'yes' && !hasClient)
        notes.push('Neither the image nor this machine has a docker client that the container could use.');
    if (fact('docker') === 'yes' && fact('client') !== 'works' && hasClient)
        notes.push('The docker client of the image can’t talk to this engine: the machine’s own goes before it.');
    if (fact('bash') !== 'yes')
        notes.push('The image has no bash: steps run in its sh.');
    const links = facts.get('link') ?? [];
    return {
        ok: true,
        notes,
        facts: {
            ...(differ && canChange && { owners: { inside: ids, outside: owner } }),
            hasBash: fact('bash') === 'yes',
            isRoot: ids.startsWith('0:'),
            placed: placedIn(facts),
            ...(hasClient && {
                client: {
                    first: fact('docker') === 'yes' && fact('client') !== 'works',
                    hasPlugins: order.client?.hasPlugins === true,
                },
            }),
            hasSocket: fact('socket') === 'own' || links.some((link) => link.endsWith('/docker.sock')),
        },
    };
}
/** `uid:gid` of the user that steps run as. */
async function idsOf({ engine, name }, user) {
    if (['', '0', 'root', '0:0', 'root:root'].includes(user))
        return '0:0';
    const seen = await (0,container_exec/* collectInside */.h)(engine, name, { command: ['sh', '-c', container_scripts/* idsScript */.Iq], user });
    if (seen.kind === 'refused')
        return { reason: seen.reason };
    return factsIn(seen.stdout).get('ids')?.[0];
}
/** What the container says is the image's word: only lines of the form that our script prints count. */
function factsIn(text) {
    const facts = new Map();
    for (const line of text.split('\n')) {
        const match = /^([a-z]+)=(.*)$/.exec(line);
        if (match === null)
            continue;
        const [, key = '', value = ''] = match;
        facts.set(key, [...(facts.get(key) ?? []), value]);
    }
    return facts;
}
function placedIn(facts) {
    const wasEmpty = facts.get('socket')?.includes('empty') === true;
    return {
        links: (facts.get('link') ?? []).map((link) => link.endsWith('/docker.sock')
            ? { path: link, target: container_scripts/* insideSocket */.mq, wasEmptyFile: wasEmpty }
            : { path: link, target: `${container_scripts/* insideFolders */.Cx.client}/docker`, wasEmptyFile: false }),
        madeFolders: facts.get('made') ?? [],
    };
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/job-container.js
/** Where this process runs: on the machine itself, or in a container whose folders the engine knows by other names. */


/**
 * In a job container, or a runner in a container, with the engine's socket: the mounts of that container tell where its
 * folders are. Elsewhere a folder's name is the same for the engine.
 */
async function toEngine(address) {
    const own = ownContainer();
    if (own === undefined)
        return (path) => ({ kind: 'bind', path });
    const answer = await (0,engine_api/* ask */.kA)(address, { method: 'GET', path: `/containers/${own}/json` });
    // Another engine's container, such as a runner in Kubernetes with an engine beside it: names are the same there.
    if (answer.status !== 200)
        return (path) => ({ kind: 'bind', path });
    const { Mounts: mounts } = JSON.parse(answer.text);
    return (folder) => mountSource(folder, mounts);
}
function mountSource(folder, mounts) {
    const [mount] = mounts
        .filter(({ Destination }) => folder === Destination || folder.startsWith(`${Destination}/`))
        .sort((a, b) => b.Destination.length - a.Destination.length);
    if (mount === undefined)
        return undefined;
    const rest = folder.slice(mount.Destination.length);
    if (mount.Type === 'bind')
        return { kind: 'bind', path: mount.Source + rest };
    // Part of a volume can't be mounted by every engine.
    return mount.Type === 'volume' && rest === '' && mount.Name !== undefined
        ? { kind: 'volume', name: mount.Name }
        : undefined;
}
/** The id of the container that this process runs in: Docker mounts files of its own there, by the id. */
function ownContainer() {
    let mounts;
    try {
        mounts = external_node_fs_.readFileSync('/proc/self/mountinfo', 'utf8');
    }
    catch {
        return undefined;
    }
    return /^\S+ \S+ \S+ \S*\/containers\/([0-9a-f]{64})\/\S+ \/etc\/(?:hostname|hosts|resolv\.conf) /m.exec(mounts)?.[1];
}
/** A row of `docker create --mount`. */
function mountOption(source, target, readOnly = false) {
    const fields = [
        `type=${source.kind}`,
        `src=${source.kind === 'bind' ? source.path : source.name}`,
        `dst=${target}`,
        ...(readOnly ? ['readonly'] : []),
    ];
    return fields
        .map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
        .join(',');
}

;// CONCATENATED MODULE: ./build/image/reference.js
/** Names of images and registries, by the rules of the Docker client. */
/** The registry that a name without a host means. */
const DOCKER_HUB = 'docker.io';
const HOST_LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const HOST = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const IMAGE_ID = /^[a-f0-9]{64}$/;
/** Docker's limit for host and path together. */
const LONGEST_NAME = 255;
/** Reads `[host[:port]/]path[:tag][@digest]`; the first part is a host if it can be no user's name. */
function parseReference(text) {
    const fail = (message) => ({ ok: false, message });
    if (text === '')
        return fail('the name of an image is empty');
    if (IMAGE_ID.test(text))
        return fail('64 hexadecimal digits are the identifier of an image, not its name');
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !DIGEST.test(digest))
        return fail(`\`${digest}\` is not a digest`);
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.lastIndexOf(':');
    const hasTag = colon > named.lastIndexOf('/');
    const tag = hasTag ? named.slice(colon + 1) : undefined;
    if (tag !== undefined && !TAG.test(tag))
        return fail(`\`${tag}\` is not a tag`);
    const { host, path } = hostAndPath(hasTag ? named.slice(0, colon) : named);
    if (!HOST.test(host))
        return fail(`\`${host}\` is not the name of a registry`);
    const wrong = path.split('/').find((component) => !COMPONENT.test(component));
    if (wrong !== undefined) {
        return fail(wrong !== wrong.toLowerCase() && COMPONENT.test(wrong.toLowerCase())
            ? `\`${wrong}\` has to be in lower case`
            : `\`${wrong}\` is not part of an image name`);
    }
    const name = `${host}/${path}`;
    if (name.length > LONGEST_NAME)
        return fail(`a name is at most ${LONGEST_NAME} characters long`);
    return {
        ok: true,
        reference: {
            host,
            path,
            ...(tag === undefined ? {} : { tag }),
            ...(digest === undefined ? {} : { digest }),
            name,
        },
    };
}
function hostAndPath(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isHost = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
    const host = isHost && first !== 'index.docker.io' ? first : DOCKER_HUB;
    const path = isHost ? name.slice(slash + 1) : name;
    return { host, path: host === DOCKER_HUB && !path.includes('/') ? `library/${path}` : path };
}
/** The name for people: without what Docker adds by itself. */
function familiarName({ host, path, tag, digest }) {
    const short = host === DOCKER_HUB ? path.replace(/^library\/(?=[^/]+$)/, '') : `${host}/${path}`;
    return `${short}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** Hosts that are Docker Hub (codeship.md 4.2, shippable.md 6.1). */
const DOCKER_HUB_HOSTS = new Set([
    '',
    DOCKER_HUB,
    'index.docker.io',
    'registry-1.docker.io',
    'registry.hub.docker.com',
    'hub.docker.com',
]);
/**
 * The host of a registry as it stands in image names, from any way in which it was written: with a
 * scheme, a path such as `/v1/`, a trailing slash. Nothing, and every spelling of Docker Hub, is
 * `docker.io`.
 */
function normalizeRegistry(text) {
    const host = text
        .trim()
        .replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '')
        .replace(/[/?#][\s\S]*$/, '')
        .replace(/^[\s\S]*@/, '')
        .toLowerCase();
    return DOCKER_HUB_HOSTS.has(host) ? DOCKER_HUB : host;
}
/** The key of a registry in Docker's `config.json`, for a host as `normalizeRegistry` gives it. */
function dockerConfigKey(host) {
    return host === DOCKER_HUB ? 'https://index.docker.io/v1/' : host;
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/local-image.js
/** What the engine knows about the image that is to be booted. */


/** Undefined where the engine has no such image. */
async function localImage(engine, name, { reference }) {
    const answer = await (0,engine_api/* ask */.kA)(engine, {
        method: 'GET',
        path: `/images/${encodeURIComponent(name).replaceAll('%2F', '/')}/json`,
    });
    if (answer.status !== 200)
        return undefined;
    const image = JSON.parse(answer.text);
    const { tag: _tag, digest: _digest, ...bare } = reference;
    const repository = `${familiarName(bare)}@`;
    const own = image.RepoDigests?.find((digest) => digest.startsWith(repository));
    return {
        id: image.Id,
        config: image.Config ?? {},
        os: image.Os,
        architecture: image.Architecture,
        digest: reference.digest ?? own?.slice(repository.length),
    };
}
/** Variables of an image's settings. */
function imageVariables({ config }) {
    const list = Array.isArray(config['Env']) ? config['Env'] : [];
    return Object.fromEntries(list.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
}

// EXTERNAL MODULE: ./build/actions/pull-boot-image/processes.js
var processes = __nccwpck_require__(736);
;// CONCATENATED MODULE: ./build/actions/pull-boot-image/start-failure.js
/** Why a container does not start, in words for the user. */
const rows = [
    {
        match: /exec format error/i,
        message: (image, platform) => `${image} is an image for ${platform}, which this machine does not run.`,
        remedy: 'Use a runner of that platform, say another `platform`, or put docker/setup-qemu-action before this step.',
    },
    {
        match: /"sh": executable file not found|exec: "sh"|stat \/bin\/sh: no such file/i,
        message: (image) => `${image} has no shell: there is no \`sh\` on its PATH, and steps need one.`,
        remedy: 'Boot an image with a shell, such as the one that this image is built from, and use this one in `docker run` or as a service.',
    },
    {
        match: /unknown flag|invalid argument|flag needs an argument|unknown shorthand/i,
        message: () => 'Docker does not know an option of `options`.',
        remedy: 'Old options may be gone: https://docs.docker.com/reference/cli/docker/container/run/.',
    },
    {
        match: /port is already allocated|address already in use/i,
        message: () => 'A port that `options` publishes is taken on this machine.',
        remedy: 'Another container or service has it; on a kept machine perhaps one of another job.',
    },
    {
        match: /no space left on device/i,
        message: () => 'The disk is full.',
        remedy: 'Remove what the job does not need (`docker system df` shows what takes room).',
    },
    {
        match: /is already in use by container/i,
        message: () => 'The name that `options` gives to the container is taken.',
        remedy: 'Leave `--name` out: SHIPPABLE_CONTAINER_NAME tells a name of its own for each job.',
    },
];
function startFailure(reason, imageText, { os, architecture }) {
    const row = rows.find(({ match }) => match.test(reason));
    return row === undefined
        ? { message: `The container of ${imageText} did not start.\n${reason}` }
        : {
            message: `${row.message(imageText, `${os}/${architecture}`)}\n${reason}`,
            remedy: row.remedy,
        };
}
/** Whether the reason is one that fewer rights would not change. */
function isExplained(reason) {
    return rows.some(({ match }) => match.test(reason));
}

// EXTERNAL MODULE: ./build/actions/pull-boot-image/step-environment.js
var step_environment = __nccwpck_require__(235);
;// CONCATENATED MODULE: ./build/actions/pull-boot-image/boot.js
/** Makes the container, starts it under the process that holds it, and looks at what it is. */












/** Shippable's own options, where the yml gave none (shippable.md 2.2). */
const defaultOptions = ['--privileged=true', '--net=bridge'];
const humbleOptions = ['--net=bridge'];
async function boot(host, order) {
    const first = await start(host, order, order.options ?? defaultOptions);
    if (first.ok || order.options !== undefined || isExplained(first.reason))
        return finish(host, order, first);
    const second = await start(host, order, humbleOptions);
    if (second.ok) {
        host.warning(`The engine refuses --privileged=true, which Shippable had: booted without it. Say what the job needs in \`options\` to end this warning.\n${first.reason}`);
    }
    return finish(host, order, second);
}
async function start(host, order, options) {
    const created = await create(host, order, options);
    if (!created.ok)
        return created;
    const holder = spawnHolder({
        folder: order.folder,
        engine: order.engine,
        container: created.id,
        worker: order.worker,
    });
    const answer = await holder.answer();
    if (answer !== 'ready')
        return { ok: false, reason: answer ?? 'the holder ended' };
    const started = await (0,engine_api/* ask */.kA)(order.engine, {
        method: 'POST',
        path: `/containers/${created.id}/start`,
    });
    if (started.status === 204)
        return { ok: true, holder };
    await lastWords(holder);
    return { ok: false, reason: (0,engine_api/* reasonOf */.A3)(started) };
}
async function create(host, order, options) {
    const { folder, toEngine, workspace } = order;
    const shared = [
        [workspace, workspace, false],
        [external_node_path_.join(folder, 'steps'), container_scripts/* insideFolders */.Cx.steps, false],
        [external_node_path_.join(folder, 'temp'), container_scripts/* insideFolders */.Cx.temp, false],
        [external_node_path_.join(folder, 'docker'), container_scripts/* insideFolders */.Cx.docker, false],
        [external_node_path_.join(folder, 'run'), container_scripts/* insideFolders */.Cx.run, true],
        ...sharedFolders(host, toEngine).map((one) => [one.outside, one.inside, false]),
    ];
    const mounts = [
        ...shared.flatMap(([own, inside, readOnly]) => {
            const source = toEngine(own);
            return source === undefined ? [] : [mountOption(source, inside, readOnly)];
        }),
        ...(order.client?.mounts ?? []),
    ];
    // The user's options first: where both say something, ours has to hold.
    const args = [
        'create',
        ...options,
        '--rm',
        '--interactive',
        '--entrypoint=sh',
        `--name=${order.name}`,
        ...(order.platform === '' ? [] : [`--platform=${order.platform}`]),
        ...mounts.map((mount) => `--mount=${mount}`),
        // It is there: what was looked at is what is booted.
        '--pull=never',
        order.imageName,
    ];
    // An empty configuration: the client would put the proxies of the machine's own into the container's settings, and so
    // into a committed image.
    const created = await host.exec('docker', args, {
        env: { ...host.env, DOCKER_HOST: order.engineUrl, DOCKER_CONFIG: external_node_path_.join(folder, 'empty') },
    });
    if (created.kind === 'not-found')
        return { ok: false, reason: 'There is no docker client.' };
    const id = created.stdout.trim().split('\n').at(-1) ?? '';
    for (const line of created.stderr.trim().split('\n')) {
        if (created.exitCode === 0 && line !== '')
            host.log(line);
    }
    return created.exitCode === 0 && /^[0-9a-f]{64}$/.test(id)
        ? { ok: true, id }
        : { ok: false, reason: created.stderr.trim() };
}
async function finish(host, order, started) {
    if (!started.ok)
        return { ok: false, failure: startFailure(started.reason, order.imageText, order.image) };
    const { holder } = started;
    const seen = await inspectContainer(order);
    if (!seen.ok) {
        const words = await lastWords(holder);
        if (seen.failure !== undefined)
            return { ok: false, failure: seen.failure };
        const reason = `It ended at once. ${seen.reason} ${words}`;
        return { ok: false, failure: startFailure(reason, order.imageText, order.image) };
    }
    for (const note of seen.notes)
        host.notice(note);
    const variables = imageVariables(order.image);
    const given = Object.fromEntries(order.env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
    const worker = (0,processes/* environmentOf */.p7)(order.worker.pid);
    if (worker === undefined) {
        host.warning('The environment of the runner’s own process can’t be read: variables of the machine can’t be told from those of the workflow, and only what `env` names and what GitHub defines goes into the container.');
    }
    const booted = {
        image: order.imageText,
        imageConfig: order.image.config,
        workspace: order.workspace,
        ...(order.user !== undefined && { user: order.user }),
        ...seen.facts,
        container: { ...clientProxies(host, order.engineUrl), ...given },
        listed: order.env.flatMap(({ name, value }) => (value === undefined ? [name] : [])),
        worker: worker ?? definedValues(host.env),
        folders: [
            { outside: external_node_path_.join(order.folder, 'temp'), inside: container_scripts/* insideFolders */.Cx.temp },
            ...sharedFolders(host, order.toEngine),
        ],
        path: given['PATH'] ?? variables['PATH'] ?? defaultPath,
    };
    external_node_fs_.writeFileSync(external_node_path_.join(order.folder, 'bin', 'boot'), (0,container_scripts/* bootProgram */.HO)(order.folder, holder.pid));
    external_node_fs_.chmodSync(external_node_path_.join(order.folder, 'bin', 'boot'), 0o700);
    holder.tell(JSON.stringify(booted));
    const answer = await holder.answer();
    holder.release();
    if (answer !== 'ready') {
        const log = host.files.read(external_node_path_.join(order.folder, 'holder.log')) ?? '';
        throw new Error(`The process that holds the container did not start.\n${answer ?? ''}${log}`);
    }
    return { ok: true, booted };
}
/** Folders that earlier steps made below RUNNER_TEMP for both sides. */
function sharedFolders(host, toEngine) {
    return step_environment/* sharedFolderVariables */.Vs.flatMap((variable) => {
        const outside = external_node_path_.normalize(host.env[variable] ?? '.');
        const isOurs = outside.startsWith(`${external_node_path_.normalize(host.temporaryFolder)}/`);
        return isOurs && host.files.list(outside) !== undefined && toEngine(outside) !== undefined
            ? [{ outside, inside: `${container_scripts/* insideFolders */.Cx.shared}/${variable}` }]
            : [];
    });
}
/** Docker's own, for images that say nothing. */
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
function definedValues(env) {
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
/** The folders of a boot, below a new one of mode 0700. */
async function makeFolders(host) {
    const folder = host.files.makeTemporaryFolder('transship-boot-');
    const modes = {
        client: 0o755,
        bin: 0o700,
        requests: 0o700,
        staging: 0o700,
        empty: 0o700,
        run: 0o755,
    };
    for (const [name, mode] of Object.entries(modes))
        host.files.makeFolder(external_node_path_.join(folder, name), mode);
    // The container's user writes there, whatever its number; the folder above keeps everyone else out.
    for (const name of ['steps', 'temp', 'docker'])
        host.files.makeFolder(external_node_path_.join(folder, name), 0o777);
    host.files.write(external_node_path_.join(folder, 'steps', 'ready'), '', 0o644);
    const event = host.files.readBytes(host.env['GITHUB_EVENT_PATH'] ?? '');
    if (event !== undefined)
        host.files.write(external_node_path_.join(folder, 'steps', 'event.json'), event, 0o644);
    const made = await host.exec('mkfifo', ['-m', '600', external_node_path_.join(folder, 'bell')]);
    if (made.kind === 'not-found' || made.exitCode !== 0)
        throw new Error(`mkfifo: ${made.kind === 'exited' ? made.stderr : made.kind}`);
    return folder;
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/words.js
/** Shell text of the vendors' yml as words: quotes, backslashes and `$NAME`, and nothing else of a shell. */
/**
 * Splits a text into words as a shell does: white space parts them, single quotes keep everything, double quotes keep
 * all but `$`, a backslash keeps the next character. `$NAME` and `${NAME}` are replaced; unlike a shell, what a variable
 * holds is never split again. Any other `$` stands for itself.
 */
function expandWords(text, lookup) {
    const words = [];
    const unset = new Set();
    let word;
    let at = 0;
    let quoted = false;
    const add = (part) => {
        word = (word ?? '') + part;
    };
    while (at < text.length) {
        const char = text.charAt(at);
        const variable = char === '$' ? variableAt(text, at) : undefined;
        if (variable !== undefined) {
            const value = lookup(variable.name);
            if (value === undefined)
                unset.add(variable.name);
            // An unset variable alone makes no word, as in a shell; in quotes it makes an empty one.
            if (value)
                add(value);
            at = variable.end;
        }
        else if (char === '\\' && (!quoted || '"\\$`\n'.includes(text.charAt(at + 1)))) {
            if (at + 1 >= text.length)
                return { words, unset: [...unset], problem: 'a backslash at the end escapes nothing' };
            if (text.charAt(at + 1) !== '\n')
                add(text.charAt(at + 1));
            at += 2;
        }
        else if (char === '"') {
            quoted = !quoted;
            add('');
            at += 1;
        }
        else if (char === "'" && !quoted) {
            const close = text.indexOf("'", at + 1);
            if (close < 0)
                return { words, unset: [...unset], problem: 'a single quote is never closed' };
            add(text.slice(at + 1, close));
            at = close + 1;
        }
        else if (!quoted && /\s/.test(char)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
            at += 1;
        }
        else {
            add(char);
            at += 1;
        }
    }
    if (word !== undefined)
        words.push(word);
    return {
        words,
        unset: [...unset],
        ...(quoted && { problem: 'a double quote is never closed' }),
    };
}
/** Replaces `$NAME` and `${NAME}` in a text that has no quotes, such as the name of an image. */
function expandText(text, lookup) {
    const unset = new Set();
    const expanded = text.replace(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (_, braced, bare) => {
        const name = braced ?? bare ?? '';
        const value = lookup(name);
        if (value === undefined)
            unset.add(name);
        return value ?? '';
    });
    return { text: expanded, unset: [...unset] };
}
function variableAt(text, at) {
    const match = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(text.slice(at, at + 300));
    const name = match?.[1] ?? match?.[2];
    return match === null || name === undefined ? undefined : { name, end: at + match[0].length };
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/booted-image.js
/** Which image is meant: the inputs `image_name`, `image_tag` and `mirrors` as references. */


/**
 * The image that `image_name` and `image_tag` mean (shippable.md 2.2). A tag or digest in the name itself counts where
 * the tag is the default `latest`; two that differ are an error, because one of them would be silently lost.
 */
function bootedImage(nameInput, tagInput, lookup) {
    const name = expandText(nameInput, lookup);
    const tag = expandText(tagInput, lookup);
    const unset = [...new Set([...name.unset, ...tag.unset])];
    if (unset.length > 0) {
        const names = unset.map((variable) => `$${variable}`).join(', ');
        return { ok: false, message: `${names} in image_name or image_tag is not set.` };
    }
    const parsed = parseReference(name.text);
    if (!parsed.ok)
        return { ok: false, message: `image_name is no image name: ${parsed.message}.` };
    const own = parsed.reference;
    const wanted = tag.text === '' ? 'latest' : tag.text;
    const bare = name.text.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
    let text;
    if (/^[a-z0-9]+:[0-9a-fA-F]{32,}$/.test(wanted)) {
        if (own.digest !== undefined && own.digest !== wanted)
            return { ok: false, message: 'image_name and image_tag name two different digests.' };
        text = `${own.tag === undefined ? bare : `${bare}:${own.tag}`}@${wanted}`;
    }
    else if (own.tag === undefined && own.digest === undefined)
        text = `${bare}:${wanted}`;
    else if (wanted === 'latest' || own.tag === wanted)
        text = name.text;
    else if (own.tag === undefined)
        text = `${bare}:${wanted}@${own.digest}`;
    else
        return { ok: false, message: `image_name says tag ${own.tag}, image_tag says ${wanted}.` };
    const whole = parseReference(text);
    if (!whole.ok)
        return { ok: false, message: `image_tag is no tag: ${whole.message}.` };
    return { ok: true, image: { text, reference: whole.reference } };
}
/**
 * The same image at the mirrors that serve its registry, in the order of the input. A line is `MIRROR`, which mirrors
 * Docker Hub, or `REGISTRY=MIRROR`; a mirror may have a path (`mirror.example/hub`).
 */
function mirrorReferences(lines, { reference }) {
    const references = [];
    for (const line of lines
        .split(/[\r\n]+/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')) {
        const equals = line.indexOf('=');
        const registry = equals < 0 ? DOCKER_HUB : normalizeRegistry(line.slice(0, equals));
        const mirror = line
            .slice(equals + 1)
            .trim()
            .replace(/^https?:\/\//, '')
            .replace(/\/+$/, '');
        const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
        const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
        const parsed = parseReference(`${mirror}/${reference.path}${tag}${digest}`);
        if (!parsed.ok || !parsed.reference.path.endsWith(reference.path))
            return { ok: false, message: `mirrors: \`${line}\` is no mirror.` };
        if (registry === reference.host)
            references.push(familiarName(parsed.reference));
    }
    return { ok: true, references };
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/elf.js
/** Programs of Linux, as far as one has to know whether they need libraries. */

/** The type of a program header that names the loader (elf(5)). */
const interpreterHeader = 3;
/** The loader that an ELF program of 64 bits asks for, `none` where it stands alone; undefined for any other file. */
function interpreterOf(program) {
    const file = external_node_fs_.openSync(program, 'r');
    try {
        const head = Buffer.alloc(4096);
        const length = external_node_fs_.readSync(file, head, 0, head.length, 0);
        // 64 bits, lowest byte first: what every machine with a runner has.
        if (length < 64 || head.toString('latin1', 0, 6) !== '\x7fELF\x02\x01')
            return undefined;
        const first = Number(head.readBigUInt64LE(32));
        const [rowSize, rows] = [head.readUInt16LE(54), head.readUInt16LE(56)];
        for (let row = first; row < first + rows * rowSize && row + 56 <= length; row += rowSize) {
            if (head.readUInt32LE(row) !== interpreterHeader)
                continue;
            const name = Buffer.alloc(Number(head.readBigUInt64LE(row + 32)));
            external_node_fs_.readSync(file, name, 0, name.length, Number(head.readBigUInt64LE(row + 8)));
            return name.toString('utf8').replace(/\0.*$/, '');
        }
        return 'none';
    }
    finally {
        external_node_fs_.closeSync(file);
    }
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/docker-client.js
/** A docker client for images that have none: the machine's own, with what it needs to run in any image. */





const pluginNames = ['docker-buildx', 'docker-compose'];
/**
 * Makes the client and its plugins ready below `folder`. A program that is linked to libraries takes them along, with
 * its loader, because an image may have older ones or none of that kind. Undefined where the machine's `docker` is no
 * program to lend.
 */
async function lendClient(host, folder, toEngine) {
    const program = programOnPath('docker', host.env['PATH'] ?? '');
    if (program === undefined)
        return undefined;
    const lender = { host, folder, toEngine };
    const client = await lend(lender, program, `${container_scripts/* insideFolders */.Cx.client}/docker`);
    if (client === undefined)
        return undefined;
    const plugins = [];
    for (const [name, file] of pluginPrograms(host.env)) {
        // A copy of each would cost more than it is worth.
        if (toEngine(file)?.kind !== 'bind')
            continue;
        const plugin = await lend(lender, file, `${container_scripts/* insideFolders */.Cx.plugins}/${name}`);
        if (plugin !== undefined)
            plugins.push(plugin);
    }
    return {
        // Libraries that several need are one mount.
        mounts: [...new Map([client, ...plugins].flatMap((mounts) => [...mounts]))].map(([target, source]) => mountOption(source, target, true)),
        hasPlugins: plugins.length > 0,
    };
}
async function lend(lender, program, target) {
    const interpreter = interpreterOf(program);
    if (interpreter === undefined)
        return undefined;
    const name = external_node_path_.basename(target);
    const mounts = new Map();
    if (interpreter === 'none')
        mounts.set(target, shared(lender, program, name));
    else {
        const needed = await librariesOf(lender.host, program);
        if (needed === undefined)
            return undefined;
        const { libraries } = container_scripts/* insideFolders */.Cx;
        for (const file of [interpreter, ...needed]) {
            const library = external_node_path_.basename(file);
            mounts.set(`${libraries}/${library}`, shared(lender, external_node_fs_.realpathSync(file), library));
        }
        const real = `${libraries}/programs/${name}`;
        mounts.set(real, shared(lender, program, `${name}.program`));
        const loader = `${libraries}/${external_node_path_.basename(interpreter)}`;
        const wrapper = external_node_path_.join(lender.folder, `${name}.sh`);
        lender.host.files.write(wrapper, `#!/bin/sh\nexec ${loader} --library-path ${libraries} ${real} "$@"\n`, 0o755);
        mounts.set(target, lender.toEngine(wrapper));
    }
    const known = [...mounts].flatMap(([inside, source]) => source === undefined ? [] : [[inside, source]]);
    return known.length < mounts.size ? undefined : new Map(known);
}
/** The file itself where the engine can see it, else a copy in our folder. */
function shared({ folder, toEngine }, file, name) {
    const direct = toEngine(file);
    if (direct?.kind === 'bind')
        return direct;
    const copy = external_node_path_.join(folder, name);
    external_node_fs_.copyFileSync(file, copy);
    external_node_fs_.chmodSync(copy, 0o755);
    return toEngine(copy);
}
function programOnPath(name, searchPath) {
    for (const folder of searchPath.split(':')) {
        const file = external_node_path_.join(folder, name);
        try {
            external_node_fs_.accessSync(file, external_node_fs_.constants.X_OK);
            if (external_node_fs_.statSync(file).isFile())
                return external_node_fs_.realpathSync(file);
        }
        catch {
            // Not there.
        }
    }
    return undefined;
}
/** The plugins' files, by the folders in which the client looks: the first one found wins. */
function pluginPrograms(env) {
    const own = env['DOCKER_CONFIG'] || external_node_path_.join(env['HOME'] ?? '/', '.docker');
    const folders = [
        external_node_path_.join(own, 'cli-plugins'),
        '/usr/local/lib/docker/cli-plugins',
        '/usr/local/libexec/docker/cli-plugins',
        '/usr/lib/docker/cli-plugins',
        '/usr/libexec/docker/cli-plugins',
    ];
    return pluginNames.flatMap((name) => {
        const file = folders
            .map((folder) => external_node_path_.join(folder, name))
            .find((candidate) => external_node_fs_.existsSync(candidate));
        return file === undefined ? [] : [[name, external_node_fs_.realpathSync(file)]];
    });
}
/** Paths of the libraries of a program, without its loader; undefined where they can't be told. */
async function librariesOf(host, program) {
    const listed = await host.exec('ldd', [program]);
    if (listed.kind === 'not-found' || listed.exitCode !== 0)
        return undefined;
    return [...listed.stdout.matchAll(/=> (\/\S+)/g)].flatMap(([, file]) => file ?? []);
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/engine-address.js
/** Where the Docker engine is that the machine's own client talks to. */


/** DOCKER_HOST, else the client's current context. Only an engine that can see this machine's folders is of use. */
async function engineAddress(host) {
    let url = host.env['DOCKER_HOST'] ?? '';
    if (url === '') {
        const context = await host.exec('docker', [
            'context',
            'inspect',
            '--format',
            '{{.Endpoints.docker.Host}}',
        ]);
        if (context.kind === 'not-found') {
            return {
                ok: false,
                message: 'There is no docker client on this machine.',
                remedy: 'Use a runner with Docker, or install it: https://docs.docker.com/engine/install/. In a job container, its image needs the docker client and the engine’s socket.',
            };
        }
        url = context.stdout.trim() || 'unix:///var/run/docker.sock';
    }
    const socket = /^unix:\/\/(\/.*)$/.exec(url)?.[1];
    if (socket !== undefined)
        return { ok: true, url, address: { kind: 'socket', path: socket } };
    const tcp = /^(?:tcp|https?):\/\/(\[[0-9a-f:]+\]|[^:/]+)(?::(\d+))?\/?$/i.exec(url);
    if (tcp !== null) {
        const certificates = tlsFiles(host);
        return {
            ok: true,
            url,
            address: {
                kind: 'tcp',
                host: (tcp[1] ?? '').replace(/^\[|\]$/g, ''),
                port: Number(tcp[2] ?? (certificates === undefined ? 2375 : 2376)),
                ...(certificates && { tls: certificates }),
            },
        };
    }
    return {
        ok: false,
        message: `The Docker engine at ${url} is on another machine, or reached in a way that a container can't share.`,
        remedy: 'The container shares the workspace with this machine, so the engine has to run here: unix:// or tcp://.',
    };
}
/** As the client does it: https://docs.docker.com/engine/security/protect-access/. */
function tlsFiles(host) {
    if (!host.env['DOCKER_TLS_VERIFY'] && !host.env['DOCKER_TLS'])
        return undefined;
    const folder = host.env['DOCKER_CERT_PATH'] ||
        host.env['DOCKER_CONFIG'] ||
        external_node_path_.join(host.env['HOME'] ?? '/', '.docker');
    const read = (name) => {
        const file = external_node_path_.join(folder, name);
        return external_node_fs_.existsSync(file) ? external_node_fs_.readFileSync(file, 'utf8') : undefined;
    };
    const [ca, cert, key] = [read('ca.pem'), read('cert.pem'), read('key.pem')];
    return {
        ...(ca !== undefined && { ca }),
        ...(cert !== undefined && { cert }),
        ...(key !== undefined && { key }),
    };
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/pull.js
/** Pulls the image: mirrors first, again after what may pass, and says in one sentence what will not. */
const tries = 5;
const firstDelayMs = 1_000;
/** What no second try can change, by the words of the engine or the registry. */
const refusals = [
    {
        match: /Cannot connect to the Docker daemon|permission denied while trying to connect/i,
        message: () => 'The Docker engine does not answer.',
        remedy: 'Check that it runs, and that this user may use its socket (group docker).',
    },
    {
        match: /no space left on device/i,
        message: (image) => `The disk is full: ${image} could not be unpacked.`,
        remedy: 'Remove what the job does not need (`docker system df` shows what takes room), or use a larger runner.',
    },
    {
        match: /no matching manifest for|does not match the specified platform|image operating system .* cannot be used/i,
        message: (image) => `${image} does not exist for this platform.`,
        remedy: 'Say another `platform`, use a runner of the image’s platform, or another image.',
    },
    {
        match: /manifest unknown|manifest for .* not found|not found: manifest|name unknown|repository .* not found: does not exist or no pull access/i,
        message: (image) => `${image} does not exist at its registry.`,
        remedy: 'Check image_name and image_tag. An image that an earlier step built is taken with `pull: false`.',
    },
    {
        match: /pull access denied|no basic auth credentials|unauthorized|authentication required|denied|403 Forbidden/i,
        message: (image) => `The registry gives ${image} only to accounts that may pull it, or it does not exist.`,
        remedy: 'Put the login action before this step, with an account that may pull from this repository, and check image_name. (In shippable.yml: a `hub` integration whose `branches` match.)',
    },
    {
        match: /x509|certificate/i,
        message: (image) => `The engine does not trust the certificate of the registry of ${image}.`,
        remedy: 'Put the authority’s certificate into /etc/docker/certs.d/HOST/ca.crt on the runner.',
    },
    {
        match: /server gave HTTP response to HTTPS client/i,
        message: (image) => `The registry of ${image} speaks plain http.`,
        remedy: 'Name it in `insecure-registries` of the engine’s daemon.json, or give it a certificate.',
    },
];
/** Words of what may pass: limits and problems of the registry itself. They may hold words of a refusal. */
const passing = /toomanyrequests|too many requests|(?:unexpected|status).{0,120}\b(?:408|429|5\d\d)\b|service unavailable|bad gateway|gateway time-?out|internal server error/i;
async function pullImage(host, { text, mirrors, platform }) {
    const withPlatform = platform === '' ? [] : ['--platform', platform];
    for (const mirror of mirrors) {
        host.group(`Pull ${mirror}`);
        const pulled = await host.exec('docker', ['pull', ...withPlatform, mirror], { output: 'show' });
        host.endGroup();
        if (!succeeded(pulled)) {
            host.warning(`The mirror did not give ${mirror}; trying the next place.`);
            continue;
        }
        // An image by digest can't be given a name; the digest proves that it is the same.
        if (text.includes('@'))
            return { kind: 'pulled', as: mirror };
        if (succeeded(await host.exec('docker', ['tag', mirror, text])))
            return { kind: 'pulled', as: text };
    }
    for (let attempt = 1;; attempt += 1) {
        host.group(`Pull ${text}${attempt === 1 ? '' : `, try ${attempt}`}`);
        const pulled = await host.exec('docker', ['pull', ...withPlatform, text], { output: 'show' });
        host.endGroup();
        if (succeeded(pulled))
            return { kind: 'pulled', as: text };
        const words = pulled.kind === 'exited' ? pulled.stderr : '';
        const refusal = passing.test(words)
            ? undefined
            : refusals.find(({ match }) => match.test(words));
        if (refusal !== undefined)
            return failed(`${refusal.message(text)}\n${lastLine(words)}`, refusal.remedy);
        if (attempt === tries || pulled.kind === 'not-found') {
            return failed(`${text} could not be pulled in ${attempt} tries.\n${lastLine(words)}`, 'Check the registry’s state and whether the runner may reach it.');
        }
        const wait = firstDelayMs * 2 ** (attempt - 1) * (0.5 + host.random());
        host.log(`${lastLine(words)}\nTrying again in ${(wait / 1000).toFixed(1)} s.`);
        await host.sleep(wait);
    }
}
function failed(message, remedy) {
    return { kind: 'failed', failure: { message, remedy } };
}
function succeeded(result) {
    return result.kind === 'exited' && result.exitCode === 0;
}
function lastLine(text) {
    return text.trim().split('\n').at(-1)?.trim() ?? '';
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/run-options.js
/** Raw `docker run` options: which go to the engine as they are, and which the boot has to take over itself. */
const flag = { kind: 'flag' };
const value = { kind: 'value' };
const ownWay = (takesValue, why) => ({
    kind: 'ignored',
    takesValue,
    why,
});
/**
 * Options of `docker run` that are switches, or that the boot handles; every other one takes a value and goes to the
 * engine. Environment, user and folder never reach `docker create`: they would stay in a committed image.
 */
const handlings = {
    '--privileged': flag,
    '--init': flag,
    '--read-only': flag,
    '--publish-all': flag,
    '-P': flag,
    '--no-healthcheck': flag,
    '--oom-kill-disable': flag,
    '--disable-content-trust': flag,
    '--env': { kind: 'env' },
    '-e': { kind: 'env' },
    '--env-file': { kind: 'envFile' },
    '--user': { kind: 'user' },
    '-u': { kind: 'user' },
    '--name': { kind: 'name' },
    '--workdir': ownWay(true, 'a step runs in its own working directory'),
    '-w': ownWay(true, 'a step runs in its own working directory'),
    '--entrypoint': ownWay(true, 'the container waits for steps, the entry point does not run'),
    '--rm': ownWay(false, 'the container is always removed with the job'),
    '--detach': ownWay(false, 'the container always runs in the background'),
    '-d': ownWay(false, 'the container always runs in the background'),
    '--interactive': ownWay(false, 'steps have an empty standard input'),
    '-i': ownWay(false, 'steps have an empty standard input'),
    '--tty': ownWay(false, 'steps have no terminal'),
    '-t': ownWay(false, 'steps have no terminal'),
    '--attach': ownWay(true, 'the output of steps is shown, that of the container is empty'),
    '-a': ownWay(true, 'the output of steps is shown, that of the container is empty'),
    '--restart': ownWay(true, 'the container ends with the job'),
    '--pull': ownWay(true, 'the input `pull` says this'),
    '--quiet': ownWay(false, 'it says nothing anyway'),
    '-q': ownWay(false, 'it says nothing anyway'),
    '--sig-proxy': ownWay(false, 'signals always reach the step'),
    '--detach-keys': ownWay(true, 'there is no terminal to detach from'),
};
function parseRunOptions(words) {
    const create = [];
    const env = [];
    const envFiles = [];
    const ignored = [];
    const problems = [];
    const single = {};
    const rest = [...words];
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
        if (!/^-./.test(word) || word === '--') {
            problems.push(`word ${words.length - rest.length} is no option`);
            continue;
        }
        for (const { option, attached, last } of optionsOf(word)) {
            const handling = handlings[option] ?? value;
            const takesValue = handling.kind === 'flag' ? false : handling.kind === 'ignored' ? handling.takesValue : true;
            const given = attached ?? (takesValue && last ? rest.shift() : undefined);
            if (takesValue && given === undefined) {
                problems.push(`${option} has no value`);
                continue;
            }
            const text = given ?? '';
            if (handling.kind === 'ignored')
                ignored.push({ option, why: handling.why });
            else if (handling.kind === 'env')
                env.push(pair(text));
            else if (handling.kind === 'envFile')
                envFiles.push(text);
            else if (handling.kind === 'user' || handling.kind === 'name')
                single[handling.kind] = text;
            else if (handling.kind === 'flag')
                create.push(given === undefined ? option : `${option}=${given}`);
            else
                create.push(...(option.startsWith('--') ? [`${option}=${text}`] : [option, text]));
        }
    }
    return { create, env, envFiles, ignored, problems, ...single };
}
/** `NAME=value`, or `NAME` alone. */
function pair(text) {
    const equals = text.indexOf('=');
    return equals < 0
        ? { name: text, value: undefined }
        : { name: text.slice(0, equals), value: text.slice(equals + 1) };
}
/** One word holds one long option, or several short ones (`-it`), of which the last may bring its value (`-p80:80`). */
function optionsOf(word) {
    if (word.startsWith('--')) {
        const equals = word.indexOf('=');
        return equals < 0
            ? [{ option: word, attached: undefined, last: true }]
            : [{ option: word.slice(0, equals), attached: word.slice(equals + 1), last: true }];
    }
    const options = [];
    for (let at = 1; at < word.length; at += 1) {
        const option = `-${word.charAt(at)}`;
        const handling = handlings[option] ?? value;
        const isSwitch = handling.kind === 'flag' || (handling.kind === 'ignored' && !handling.takesValue);
        const tail = word.slice(at + 1);
        if (tail.startsWith('=')) {
            options.push({ option, attached: tail.slice(1), last: true });
            break;
        }
        if (!isSwitch && tail !== '') {
            options.push({ option, attached: tail, last: true });
            break;
        }
        options.push({ option, attached: undefined, last: tail === '' });
    }
    return options;
}

;// CONCATENATED MODULE: ./build/actions/pull-boot-image/pull-boot-image.js
/** The action: pulls or finds the image, boots it, and tells later steps about it. */













const pullBootImage = async ({ host, inputs, output, }) => {
    const lookup = (name) => host.env[name];
    const named = bootedImage(inputs.image_name, inputs.image_tag, lookup);
    if (!named.ok)
        return (0,program/* failed */.gz)({ message: named.message });
    const { image } = named;
    const mirrors = mirrorReferences(inputs.mirrors, image);
    if (!mirrors.ok)
        return (0,program/* failed */.gz)({ message: mirrors.message });
    const pull = /^(true|false)$/i.exec(inputs.pull)?.[1]?.toLowerCase();
    if (pull === undefined)
        return (0,program/* failed */.gz)({ message: `pull is \`true\` or \`false\`, not \`${inputs.pull}\`.` });
    const options = readOptions(host, inputs.options);
    if (!options.ok)
        return (0,program/* failed */.gz)(...options.failures);
    const env = readEnv(host, inputs.env);
    if (!env.ok)
        return (0,program/* failed */.gz)(env.failure);
    if (host.platform !== 'linux') {
        return (0,program/* failed */.gz)({
            message: `This action boots Linux containers; this runner's system is ${host.platform}.`,
            remedy: 'Use a Linux runner with a Docker engine, such as ubuntu-latest.',
        });
    }
    const address = await engineAddress(host);
    if (!address.ok)
        return (0,program/* failed */.gz)(address);
    const engine = address.address;
    const problem = await engineProblem(engine, address.url);
    if (problem !== undefined)
        return (0,program/* failed */.gz)(problem);
    let local = image.text;
    if (pull === 'true') {
        const pulled = await pullImage(host, {
            text: image.text,
            mirrors: mirrors.references,
            platform: inputs.platform,
        });
        if (pulled.kind === 'failed')
            return (0,program/* failed */.gz)(pulled.failure);
        local = pulled.as;
    }
    const found = await localImage(engine, local, image);
    if (found === undefined) {
        return (0,program/* failed */.gz)({
            message: `${image.text} is not on this machine.`,
            remedy: '`pull: false` takes an image that an earlier step of the same job built or pulled; check its name and tag there, or say `pull: true`.',
        });
    }
    const started = host.now();
    const folder = await makeFolders(host);
    const workspace = host.env['GITHUB_WORKSPACE'] || process.cwd();
    const translate = await toEngine(engine);
    const hidden = [workspace, folder].filter((own) => translate(own) === undefined);
    if (hidden.length > 0) {
        return (0,program/* failed */.gz)({
            message: `The Docker engine can't mount ${hidden.join(' and ')} of this job container.`,
            remedy: 'Run the job without `container:` (the steps run in the booted image anyway), or mount these folders from the engine’s machine.',
        });
    }
    const order = {
        engine,
        engineUrl: address.url,
        image: found,
        imageName: local,
        imageText: image.text,
        name: options.options.name ?? containerName(host),
        platform: inputs.platform,
        options: inputs.options === '' ? undefined : options.options.create,
        user: options.options.user,
        env: [...options.env, ...env.pairs],
        workspace,
        toEngine: translate,
        client: await lendClient(host, external_node_path_.join(folder, 'client'), translate),
        worker: (0,processes/* findWorker */.KS)(process.pid, 'GITHUB_ENV', host.env['GITHUB_ENV']),
        folder,
    };
    const booted = await boot(host, order);
    if (!booted.ok)
        return (0,program/* failed */.gz)(booted.failure);
    host.addPath(external_node_path_.join(folder, 'bin'));
    host.exportVariable('SHIPPABLE_CONTAINER_NAME', order.name);
    output('container', order.name);
    output('image', image.text);
    output('digest', found.digest ?? '');
    const seconds = ((host.now() - started) / 1000).toFixed(1);
    host.log(`Booted ${image.text} (${found.digest ?? found.id}) as ${order.name} in ${seconds} s. Steps with \`shell: boot {0}\` run inside it.`);
    return program/* done */.Vw;
};
/** What Shippable called it: `c.exec.PROJECT.RUN.JOB` (shippable.md 2.2), and something that no other job has. */
function containerName(host) {
    const repository = (host.env['GITHUB_REPOSITORY'] ?? '').split('/').at(-1) || 'local';
    const run = host.env['GITHUB_RUN_NUMBER'] || '0';
    const unique = Math.floor(host.random() * 0x100000000)
        .toString(16)
        .padStart(8, '0');
    return `c.exec.${repository}.${run}.${unique}`.replace(/[^A-Za-z0-9_.-]/g, '-');
}
async function engineProblem(engine, url) {
    try {
        const { Os: os } = JSON.parse((await (0,engine_api/* ask */.kA)(engine, { method: 'GET', path: '/version' })).text);
        if (os === 'linux')
            return undefined;
        return { message: `The Docker engine at ${url} runs ${os} containers, not Linux containers.` };
    }
    catch (error) {
        const { code } = error;
        return {
            message: `The Docker engine at ${url} does not answer (${code ?? 'no answer of an engine'}).`,
            remedy: code === 'EACCES'
                ? 'This user may not use its socket: add it to the group docker.'
                : 'Check that the engine runs: this action needs one on the machine of the runner.',
        };
    }
}
function readOptions(host, text) {
    const { words, unset, problem } = expandWords(text, (name) => host.env[name]);
    warnUnset(host, 'options', unset);
    const options = parseRunOptions(words);
    const problems = [...(problem === undefined ? [] : [problem]), ...options.problems];
    if (problems.length > 0) {
        return {
            ok: false,
            failures: problems.map((one) => ({
                message: `options: ${one}.`,
            })),
        };
    }
    for (const { option, why } of options.ignored)
        host.notice(`options: ${option} has no effect here: ${why}.`);
    const fromFiles = [];
    for (const file of options.envFiles) {
        const content = host.files.read(external_node_path_.resolve(file));
        if (content === undefined)
            return { ok: false, failures: [{ message: `options: there is no --env-file ${file}.` }] };
        const lines = content.split(/\r?\n/).map((line) => line.trimStart());
        fromFiles.push(...lines.filter((line) => line !== '' && !line.startsWith('#')).map(pair));
    }
    warnMissing(host, 'options', options.env);
    // As for `docker run`: what -e says wins over files.
    return { ok: true, options, env: [...fromFiles, ...options.env] };
}
function readEnv(host, text) {
    const { words, unset, problem } = expandWords(text, (name) => host.env[name]);
    warnUnset(host, 'env', unset);
    const pairs = words.map(pair);
    const wrong = pairs.findIndex(({ name, value }) => !(value === undefined ? /^[A-Za-z_]\w*$/ : /^[^\s=]+$/).test(name));
    warnMissing(host, 'env', pairs);
    // The word itself may be part of a secret.
    return problem === undefined && wrong < 0
        ? { ok: true, pairs }
        : {
            ok: false,
            failure: {
                message: `env: ${problem ?? `word ${wrong + 1} is no NAME and no NAME=value`}.`,
                remedy: 'A value with spaces has to be in quotes: NAME="two words".',
            },
        };
}
function warnUnset(host, input, unset) {
    for (const name of unset)
        host.warning(`${input}: $${name} is not set; it counts as empty.`);
}
/** A name alone may be the rest of a value that is not in quotes. */
function warnMissing(host, input, pairs) {
    pairs.forEach(({ name, value }, index) => {
        if (value !== undefined || host.env[name] !== undefined)
            return;
        host.warning(`${input}: variable ${index + 1} is a name alone, and no variable has that name now. A value with spaces has to be in quotes.`);
    });
}


/***/ }),

/***/ 235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ sharedFolderVariables),
/* harmony export */   _l: () => (/* binding */ pathInside),
/* harmony export */   aK: () => (/* binding */ stepEnvironment),
/* harmony export */   gw: () => (/* binding */ withPathsOutside),
/* harmony export */   r4: () => (/* binding */ belongsToMachine)
/* harmony export */ });
/** The environment rule: which variables of a step go into the container. The README says the same in words. */
/** Belong to the machine or to the image: the image's own value holds, or none. */
const machineNames = new Set([
    'PATH',
    'HOSTNAME',
    'USER',
    'LOGNAME',
    'SHELL',
    'PWD',
    'OLDPWD',
    'SHLVL',
    '_',
    'TMPDIR',
    'TMP',
    'TEMP',
    // Files that a shell or the loader reads: the host's are not there, the container's would break the host.
    'BASH_ENV',
    'ENV',
    'LD_PRELOAD',
    'LD_LIBRARY_PATH',
    // How the host's docker client reaches its engine. The container has its own way.
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_CONFIG',
    'DOCKER_CERT_PATH',
    'DOCKER_TLS',
    'DOCKER_TLS_VERIFY',
    'DOCKER_API_VERSION',
    'DOCKER_AUTH_CONFIG',
    'BUILDX_CONFIG',
    // The runner ends processes by the first, the other two are folders that only the host has.
    'RUNNER_TRACKING_ID',
    'RUNNER_TOOL_CACHE',
    'AGENT_TOOLSDIRECTORY',
    // Where `login` left the container's credentials on the host.
    'TRANSSHIP_CONTAINER_DOCKER_CONFIG',
]);
/** Given by the runner to every step, though the worker itself may have the same value. */
const always = /^(?:GITHUB_.*|RUNNER_.*|ACTIONS_ID_TOKEN_REQUEST_(?:URL|TOKEN)|CI|(?:https?|ftp|all|no)_proxy|(?:HTTPS?|FTP|ALL|NO)_PROXY)$/;
/** Whether a variable belongs to the place where a process runs: it crosses neither into the container nor out of it. */
function belongsToMachine(name) {
    return machineNames.has(name) || name.startsWith('XDG_');
}
/** A path below one of the folders by its name inside; any other text as it is. */
function pathInContainer(value, folders) {
    const folder = folders.find(({ outside }) => value === outside || value.startsWith(`${outside}/`));
    return folder === undefined ? value : folder.inside + value.slice(folder.outside.length);
}
/** Text of the container for the host: each mention of a folder by its name there gets its name here. */
function withPathsOutside(text, folders) {
    return folders.reduce((changed, { inside, outside }) => changed.replace(new RegExp(`${inside}(?![\\w.-])`, 'g'), () => outside), text);
}
/** Folders below RUNNER_TEMP that Shippable had inside the container, and that host steps use as well. */
const sharedFolderVariables = [
    'SHIPPABLE_ARTIFACTS_DIR',
    'SHIPPABLE_DATA_DIR',
];
/** The variables that a step's processes get beside those of the image. Later sources win over earlier ones. */
function stepEnvironment(sources) {
    const listed = new Set(sources.listed);
    const crossing = Object.entries(sources.step).filter(([name, value]) => listed.has(name) ||
        (!belongsToMachine(name) && (always.test(name) || sources.worker[name] !== value)));
    const moved = crossing.map(([name, value]) => [name, pathInContainer(value, sources.folders)]);
    return {
        ...sources.container,
        ...Object.fromEntries(moved),
        ...sources.inside,
        ...sources.fixed,
    };
}
/** PATH inside: what steps inside added (the newest first), the image's own, ours at one of its ends. */
function pathInside(own, added, client) {
    const before = client?.first === true ? [client.folder] : [];
    const after = client?.first === false ? [client.folder] : [];
    return [...added, ...before, own, ...after].filter((part) => part !== '').join(':');
}


/***/ }),

/***/ 769:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _actions_program_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(525);
/* harmony import */ var _actions_pull_boot_image_holder_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(717);
/* harmony import */ var _actions_pull_boot_image_interface_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(606);
/* harmony import */ var _actions_pull_boot_image_pull_boot_image_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(519);
/* harmony import */ var _host_github_runner_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(455);





// The action starts its own program once more, to hold the container while the job runs.
if (process.argv[2] === 'hold')
    await (0,_actions_pull_boot_image_holder_js__WEBPACK_IMPORTED_MODULE_1__/* .hold */ ._)();
else
    process.exit(await (0,_actions_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(_actions_pull_boot_image_interface_js__WEBPACK_IMPORTED_MODULE_2__/* .pullBootImageInterface */ .a, _actions_pull_boot_image_pull_boot_image_js__WEBPACK_IMPORTED_MODULE_3__/* .pullBootImage */ .t, (0,_host_github_runner_js__WEBPACK_IMPORTED_MODULE_4__/* .githubRunner */ .O)()));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ githubRunner)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(760);
/* harmony import */ var _standard_output_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(134);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(713);
// The real host: a step on a GitHub runner (or `act`), by the runner's own files and commands.
// No library: @actions/core alone takes longer to load than a whole login takes.





function githubRunner(env = process.env) {
    const temporaryFolder = env['RUNNER_TEMP'] || node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir();
    const masked = new Set();
    const appendTo = (variable, text) => {
        const file = env[variable];
        if (file)
            node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync(file, text);
    };
    return {
        env,
        platform: process.platform,
        temporaryFolder,
        log: (line) => (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .y)((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .literalLine */ .Gl)(line)),
        notice: (message, place) => (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .y)((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .workflowCommand */ .NA)('notice', message, place)),
        warning: (message, place) => (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .y)((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .workflowCommand */ .NA)('warning', message, place)),
        error: (message, place) => (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .y)((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .workflowCommand */ .NA)('error', message, place)),
        group: (title) => (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .y)((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .workflowCommand */ .NA)('group', title)),
        endGroup: () => (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .y)((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .workflowCommand */ .NA)('endgroup', '')),
        mask: (secret) => {
            if (masked.has(secret))
                return;
            masked.add(secret);
            for (const command of (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .maskCommands */ .vu)(secret))
                (0,_standard_output_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .y)(command);
        },
        output: (name, value) => appendTo('GITHUB_OUTPUT', (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .fileEntry */ .nV)(name, value, uniqueText)),
        exportVariable: (name, value) => appendTo('GITHUB_ENV', (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .fileEntry */ .nV)(name, value, uniqueText)),
        addPath: (folder) => appendTo('GITHUB_PATH', `${folder}\n`),
        summary: (markdown) => appendTo('GITHUB_STEP_SUMMARY', `${markdown}\n`),
        files: realFiles(temporaryFolder),
        // Loaded when first used: a login by HTTP needs no child process. HTTP is in the same file (`eager`), for most need it.
        exec: async (command, args, options) => (await __nccwpck_require__.e(/* import() */ 970).then(__nccwpck_require__.bind(__nccwpck_require__, 970))).exec(command, args, options),
        request: async (request) => (await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 877))).request(request, env),
        now: Date.now,
        sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        random: Math.random,
    };
}
/** Text that no one can foresee, without loading a crypto library for it. */
function uniqueText() {
    return globalThis.crypto.randomUUID();
}
function realFiles(temporaryFolder) {
    const read = (file) => {
        try {
            return node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync(file);
        }
        catch (error) {
            if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code ?? ''))
                return undefined;
            throw error;
        }
    };
    return {
        read: (file) => read(file)?.toString('utf8'),
        readBytes: read,
        write: (file, content, mode = 0o600) => {
            const fresh = `${file}.${process.pid}.new`;
            try {
                node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync(fresh, { force: true });
                // `wx`: nobody can have put a link there in the meantime.
                node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync(fresh, content, { mode, flag: 'wx' });
                node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync(fresh, mode);
                node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync(fresh, file);
            }
            catch (error) {
                node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync(fresh, { force: true });
                // Node names no file when writing fails for want of space.
                throw Object.assign(error, { path: file });
            }
        },
        makeFolder: (folder, mode = 0o700) => {
            node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync(folder, { recursive: true, mode });
            node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync(folder, mode);
        },
        makeTemporaryFolder: (prefix) => {
            node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync(temporaryFolder, { recursive: true });
            return node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync(node_path__WEBPACK_IMPORTED_MODULE_2__.join(temporaryFolder, prefix));
        },
        realPath: (file) => {
            try {
                return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync(file);
            }
            catch (error) {
                if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(error.code ?? ''))
                    return undefined;
                throw error;
            }
        },
        list: (folder) => {
            try {
                return node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync(folder).sort();
            }
            catch (error) {
                if (['ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
                    return undefined;
                throw error;
            }
        },
        remove: (file) => node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync(file, { recursive: true, force: true }),
    };
}


/***/ }),

/***/ 877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  request: () => (/* binding */ request)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(67);
;// CONCATENATED MODULE: ./build/host/proxy-choice.js
// Which proxy a request goes through, as curl, Go and Docker read the environment.
/** The proxy's URL, or undefined for a direct connection. */
function proxyFor(url, env) {
    const value = (name) => env[name.toLowerCase()] || env[name.toUpperCase()] || '';
    const proxy = value(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') || value('all_proxy');
    if (proxy === '' || bypasses(url, value('no_proxy')))
        return undefined;
    try {
        return new URL(proxy.includes('://') ? proxy : `http://${proxy}`);
    }
    catch {
        return undefined;
    }
}
/** NO_PROXY: names with their subdomains (`.x` and `*.x` alike), addresses, IPv4 ranges, each with an optional port; `*` is all. */
function bypasses(url, noProxy) {
    const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    if (host === 'localhost' || host === '::1' || /^127\./.test(host))
        return true;
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return noProxy
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
        if (entry === '*')
            return true;
        const [, name = '', wantedPort] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
        if (wantedPort !== undefined && /^[^:]*$/.test(name) && wantedPort !== port)
            return false;
        if (/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(name))
            return inRange(host, name);
        const domain = name.replace(/^\*?\./, '');
        return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(domain));
    });
}
function inRange(host, range) {
    if (!/^\d+\.\d+\.\d+\.\d+$/.test(host))
        return false;
    const [network = '', bits = '32'] = range.split('/');
    const shift = 2 ** (32 - Number(bits));
    return Math.floor(toNumber(host) / shift) === Math.floor(toNumber(network) / shift);
}
function toNumber(address) {
    return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

// EXTERNAL MODULE: ./build/host/trust.js
var host_trust = __nccwpck_require__(973);
;// CONCATENATED MODULE: ./build/host/http.js
// One HTTP exchange over node:http(s). The global fetch takes longer to load than a whole login takes, and node:https
// takes as long as Node itself: it is loaded when the first https address is asked.



// A login asks the same host two or three times; a new TLS connection for each would be most of its time.
const plainAgent = new external_node_http_.Agent({ keepAlive: true });
const tlsAgents = new Map();
/** Machine certificates by host, once a host has needed them. */
const trusted = new Map();
async function request(wanted, env) {
    const url = new URL(wanted.url);
    if (wanted.socketPath !== undefined) {
        return new Promise((resolve) => send(wanted, url, external_node_http_.request, plainAgent, resolve));
    }
    const result = await exchange(wanted, url, env, trusted.get(url.host));
    if (result.kind !== 'failure' || result.reason !== 'certificate' || trusted.has(url.host))
        return result;
    // The Docker engine trusts the machine's own certificates, Node only those it was built with.
    const { machineTrust } = await __nccwpck_require__.e(/* import() */ 341).then(__nccwpck_require__.bind(__nccwpck_require__, 341));
    const trust = machineTrust(url.host, env);
    if (trust === undefined)
        return result;
    trusted.set(url.host, trust);
    return exchange(wanted, url, env, trust);
}
async function exchange(wanted, url, env, trust) {
    const proxy = proxyFor(url, env);
    const isTls = url.protocol === 'https:';
    if (proxy !== undefined) {
        const { tunnelAgent } = await __nccwpck_require__.e(/* import() */ 911).then(__nccwpck_require__.bind(__nccwpck_require__, 911));
        const agent = tunnelAgent(proxy, url, trust);
        const start = isTls ? (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 708, 19))).request : external_node_http_.request;
        return new Promise((resolve) => send(wanted, url, start, agent, resolve));
    }
    if (!isTls)
        return new Promise((resolve) => send(wanted, url, external_node_http_.request, plainAgent, resolve));
    const tls = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 708, 19));
    const agent = tlsAgent(tls, trust);
    return new Promise((resolve) => send(wanted, url, tls.request, agent, resolve));
}
function tlsAgent({ Agent }, trust) {
    const known = tlsAgents.get(trust);
    if (known !== undefined)
        return known;
    const agent = new Agent({ keepAlive: true, ...(0,host_trust/* tlsOptions */.Y)(trust) });
    tlsAgents.set(trust, agent);
    return agent;
}
function send(wanted, url, start, agent, resolve) {
    const { timeoutMs = 30_000, maxBytes = 8 * 1024 * 1024, body, method = 'GET' } = wanted;
    const message = start(url, {
        method,
        agent,
        ...(wanted.socketPath !== undefined && { socketPath: wanted.socketPath }),
        headers: {
            'user-agent': 'transship',
            ...wanted.headers,
            ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
    });
    const finish = (result) => {
        clearTimeout(timer);
        resolve(result);
    };
    const fail = (reason, text) => {
        finish({ kind: 'failure', reason, message: text });
        message.destroy();
    };
    const timer = setTimeout(() => fail('timeout', `no answer from ${url.host} within ${timeoutMs / 1000} s`), timeoutMs);
    message.on('error', (error) => finish(failureOf(error, url)));
    message.on('response', (response) => {
        const chunks = [];
        let size = 0;
        response.on('data', (chunk) => {
            size += chunk.length;
            if (size > maxBytes)
                fail('too-large', `the answer of ${url.host} is larger than ${maxBytes} bytes`);
            else
                chunks.push(chunk);
        });
        response.on('end', () => {
            if (response.complete)
                finish(answerOf(response, Buffer.concat(chunks)));
            else
                fail('cut', `${url.host} ended the connection in the middle of its answer`);
        });
        response.on('error', (error) => finish(failureOf(error, url)));
    });
    message.end(body);
}
function answerOf(response, body) {
    const headers = {};
    for (const [name, value] of Object.entries(response.headers)) {
        if (value !== undefined)
            headers[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    return {
        kind: 'response',
        status: response.statusCode ?? 0,
        headers,
        body,
        text: () => body.toString('utf8'),
    };
}
/** Node's codes as reasons that a message or a retry can go by. */
function failureOf(error, url) {
    const code = error.code ?? '';
    const rows = [
        [/^TRANSSHIP_PROXY$/, 'proxy', error.message],
        [/^(ENOTFOUND|EAI_)/, 'unknown-host', `the host name ${url.hostname} is unknown (${code})`],
        [
            /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES|EPERM)$/,
            'refused',
            `${url.host} takes no connection (${code})`,
        ],
        [/^ETIMEDOUT$/, 'timeout', `no connection to ${url.host} in time (${code})`],
        [/^(ECONNRESET|EPIPE|ECONNABORTED|HPE_)/, 'cut', `${url.host} cut the connection (${code})`],
        [
            /^(ERR_TLS_CERT|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|INVALID_CA|HOSTNAME_MISMATCH)/,
            'certificate',
            `the certificate of ${url.host} is not trusted (${code})`,
        ],
        [/^(EPROTO|ERR_SSL_)/, 'not-tls', `${url.host} does not speak TLS (${code})`],
    ];
    const row = rows.find(([pattern]) => pattern.test(code));
    if (row !== undefined)
        return { kind: 'failure', reason: row[1], message: row[2] };
    return { kind: 'failure', reason: 'other', message: `${url.host}: ${error.message}` };
}


/***/ }),

/***/ 134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeAll),
/* harmony export */   y: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
// Standard output without `process.stdout`: written at once, so that nothing is lost when the process ends, and nothing to load.

function print(line) {
    writeAll(1, Buffer.from(`${line}\n`));
}
/** Writes all bytes, also to a pipe that is full for a moment. */
function writeAll(descriptor, bytes) {
    let written = 0;
    while (written < bytes.length) {
        try {
            written += node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync(descriptor, bytes, written);
        }
        catch (error) {
            if (error.code !== 'EAGAIN')
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        }
    }
}


/***/ }),

/***/ 973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ tlsOptions)
/* harmony export */ });
// Whom a TLS connection trusts.
/** What Node's TLS wants, from what we know. */
function tlsOptions(trust) {
    return {
        ...(trust?.ca && { ca: [...trust.ca] }),
        ...(trust?.cert && { cert: trust.cert }),
        ...(trust?.key && { key: trust.key }),
    };
}


/***/ }),

/***/ 713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gl: () => (/* binding */ literalLine),
/* harmony export */   NA: () => (/* binding */ workflowCommand),
/* harmony export */   nV: () => (/* binding */ fileEntry),
/* harmony export */   vu: () => (/* binding */ maskCommands)
/* harmony export */ });
// The lines and file entries by which a step talks to the runner.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
/** One workflow command as a line: `::error title=A::text`. */
function workflowCommand(name, message, place = {}) {
    const properties = [
        ['title', place.title],
        ['file', place.file],
        ['line', place.line],
        ['col', place.column],
    ]
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
        .join(',');
    return `::${name}${properties === '' ? '' : ` ${properties}`}::${escapeMessage(message)}`;
}
/** The commands that hide a secret: the whole text and each of its lines that is long enough to be worth hiding. */
function maskCommands(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    // A line such as `}` of a JSON key would blot out every brace in the log.
    const worthHiding = lines.length === 1 ? lines : lines.filter((line) => line.length > 3);
    return [...new Set(worthHiding)]
        .filter((line) => line !== '')
        .map((line) => workflowCommand('add-mask', line));
}
/** Text of the log, of one or more lines, that the runner prints as it is, though it may look like a command. */
function literalLine(line) {
    // The runner looks for `::` at the start after white space, and for `##[` anywhere.
    return line.replace(/^([^\S\r\n]*):(:)/gm, '$1:\u200b$2').replaceAll('##[', '##\u200b[');
}
/** An entry of the GITHUB_OUTPUT or GITHUB_ENV file. */
function fileEntry(name, value, uniqueText) {
    if (!/[\r\n]/.test(value))
        return `${name}=${value}\n`;
    let delimiter = `transship_${uniqueText()}`;
    while (value.includes(delimiter))
        delimiter = `transship_${uniqueText()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
function escapeMessage(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(769);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
