export const id = 130;
export const ids = [130];
export const modules = {

/***/ 3130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  builtRefs: () => (/* binding */ builtRefs),
  decideRefCondition: () => (/* binding */ decideRefCondition)
});

;// CONCATENATED MODULE: ./build/pattern/ref-test.js
/** The test for a sequence of parts that has to cover a whole ref name. Ref names are never empty. */
function ref_test_testOfParts(parts) {
    const merged = merge(parts);
    if (merged === undefined)
        return undefined;
    const [first, second, third] = merged;
    if (first === undefined)
        return 'never';
    if ('literal' in first) {
        const text = first.literal;
        if (second === undefined)
            return { test: 'equals', text };
        if ('literal' in second)
            return undefined;
        if (third === undefined)
            return { test: 'starts', text, longer: second.gap === '+' && !text.endsWith('/') };
        if (merged.length > 3 || !('literal' in third) || overlaps(text, third.literal))
            return undefined;
        return { test: 'starts-and-ends', start: text, end: third.literal, longer: second.gap === '+' };
    }
    if (second === undefined)
        return 'always';
    if (!('literal' in second))
        return undefined;
    const text = second.literal;
    // No ref name begins or ends with a slash: a gap beside one is never empty.
    if (third === undefined)
        return { test: 'ends', text, longer: first.gap === '+' && !text.startsWith('/') };
    if (merged.length > 3 || 'literal' in third)
        return undefined;
    const before = first.gap === '*' || text.startsWith('/');
    const after = third.gap === '*' || text.endsWith('/');
    return before && after ? { test: 'contains', text } : undefined;
}
/** Joins neighbours of one kind; undefined for gaps that ask for two characters or more. */
function merge(parts) {
    const merged = [];
    for (const part of parts) {
        const last = merged.at(-1);
        if ('literal' in part) {
            if (part.literal === '')
                continue;
            if (last !== undefined && 'literal' in last)
                merged[merged.length - 1] = { literal: last.literal + part.literal };
            else
                merged.push(part);
        }
        else if (last === undefined || 'literal' in last)
            merged.push(part);
        else if (last.gap === '+' && part.gap === '+')
            return undefined;
        else if (part.gap === '+')
            merged[merged.length - 1] = part;
    }
    return merged;
}
/** True when a text shorter than both together could begin with `start` and end with `end`. */
function overlaps(start, end) {
    for (let length = 1; length <= Math.min(start.length, end.length); length += 1) {
        if (start.endsWith(end.slice(0, length)))
            return true;
    }
    return false;
}
/** Decides a test as the product did: with regard to case. */
function ref_test_passes(test, ref) {
    switch (test.test) {
        case 'equals':
            return ref === test.text;
        case 'starts':
            return ref.startsWith(test.text) && !(test.longer && ref === test.text);
        case 'ends':
            return ref.endsWith(test.text) && !(test.longer && ref === test.text);
        case 'contains':
            return ref.includes(test.text);
        case 'starts-and-ends':
            return (ref.startsWith(test.start) &&
                ref.endsWith(test.end) &&
                !(test.longer && ref === test.start + test.end) &&
                ref.length >= test.start.length + test.end.length);
    }
}

;// CONCATENATED MODULE: ./build/pattern/regex-subset.js
/** More alternatives than this make an expression unreadable: RE2 decides it then. */
const MOST_ALTERNATIVES = 32;
/** Longer sequences are left to RE2 as well. */
const MOST_TOKENS = 64;
/** Groups deeper than this are left to RE2. */
const DEEPEST = 20;
/**
 * An RE2 expression as the list of what may stand in a ref name, each covering the whole name. Undefined
 * for all that is not made of literal text, `.*`, `.+`, `?`, small sets like `[ab]`, groups, alternatives
 * and anchors at the ends.
 */
function alternativesOf(text) {
    const reader = { text, at: 0, depth: 0 };
    const sequences = alternation(reader);
    if (sequences === undefined || reader.at < text.length)
        return undefined;
    const resolved = sequences.map(anchored);
    return resolved.includes(undefined)
        ? undefined
        : resolved.flatMap((parts) => (parts ? [parts] : []));
}
/** Resolves anchors: a side without one may be followed by anything. */
function anchored(sequence) {
    let from = 0;
    let to = sequence.length;
    while (sequence[from] === 'start')
        from += 1;
    while (to > from && sequence[to - 1] === 'end')
        to -= 1;
    const parts = sequence
        .slice(from, to)
        .flatMap((token) => (typeof token === 'string' ? [] : [token]));
    if (parts.length < to - from)
        return undefined;
    const any = { gap: '*' };
    return [...(from === 0 ? [any] : []), ...parts, ...(to === sequence.length ? [any] : [])];
}
function alternation(reader) {
    const all = [];
    do {
        const sequences = sequence(reader);
        if (sequences === undefined)
            return undefined;
        all.push(...sequences);
        if (all.length > MOST_ALTERNATIVES)
            return undefined;
    } while (take(reader, '|'));
    return all;
}
function take(reader, char) {
    if (reader.text.charAt(reader.at) !== char)
        return false;
    reader.at += 1;
    return true;
}
/** Reads up to `|` or `)`: every way in which the pieces can follow each other. */
function sequence(reader) {
    let all = [[]];
    while (reader.at < reader.text.length && !'|)'.includes(reader.text.charAt(reader.at))) {
        const choices = piece(reader);
        if (choices === undefined || all.length * choices.length > MOST_ALTERNATIVES)
            return undefined;
        all = all.flatMap((before) => choices.map((choice) => [...before, ...choice]));
        if (all.some((tokens) => tokens.length > MOST_TOKENS))
            return undefined;
    }
    return all;
}
/** Reads one atom with what repeats it. */
function piece(reader) {
    if (take(reader, '.')) {
        const gap = take(reader, '*') ? '*' : take(reader, '+') ? '+' : undefined;
        // Lazy gaps match the same names.
        if (gap !== undefined)
            take(reader, '?');
        return gap === undefined || isRepeat(reader) ? undefined : [[{ gap }]];
    }
    const choices = atom(reader);
    if (choices === undefined)
        return undefined;
    if (take(reader, '?')) {
        take(reader, '?');
        return isRepeat(reader) ? undefined : [...choices, []];
    }
    return isRepeat(reader) ? undefined : choices;
}
function isRepeat(reader) {
    const char = reader.text.charAt(reader.at);
    return char !== '' && '*+?{'.includes(char);
}
/** A run of characters that stand for themselves; the last may belong to what repeats it. */
const RUN = /[^\\^$.|?*+()[\]{}]+/uy;
function atom(reader) {
    const { text } = reader;
    if (take(reader, '^'))
        return [['start']];
    if (take(reader, '$'))
        return [['end']];
    if (take(reader, '('))
        return group(reader);
    if (take(reader, '['))
        return set(reader);
    if (take(reader, '\\')) {
        const next = text.charAt(reader.at);
        reader.at += 1;
        if (next === 'A')
            return [['start']];
        if (next === 'z')
            return [['end']];
        return /^[!-/:-@[-`{-~]$/.test(next) ? [[{ literal: next }]] : undefined;
    }
    RUN.lastIndex = reader.at;
    const run = RUN.exec(text)?.[0];
    if (run === undefined)
        return undefined;
    const repeated = /^[?*+{]$/.test(text.charAt(reader.at + run.length));
    const characters = [...run];
    const last = characters.at(-1) ?? '';
    const literal = repeated && characters.length > 1 ? run.slice(0, run.length - last.length) : run;
    reader.at += literal.length;
    return [[{ literal }]];
}
function group(reader) {
    if (take(reader, '?') && !take(reader, ':'))
        return undefined;
    if (reader.depth >= DEEPEST)
        return undefined;
    reader.depth += 1;
    const inner = alternation(reader);
    reader.depth -= 1;
    return inner !== undefined && take(reader, ')') ? inner : undefined;
}
/** Reads a set of single characters that all stand for themselves. */
function set(reader) {
    const close = reader.text.indexOf(']', reader.at);
    const characters = reader.text.slice(reader.at, close);
    if (close < 0 || !/^[A-Za-z0-9_./]{1,8}$/.test(characters))
        return undefined;
    reader.at = close + 1;
    return [...new Set(characters)].map((literal) => [{ literal }]);
}

;// CONCATENATED MODULE: ./build/pattern/ref-pattern.js


/** True when CodeShip read the text as an expression: any `^` or `$` in it (codeship.md 3.6). */
function isExpression(text) {
    return text.includes('^') || text.includes('$');
}
/** What git allows for no ref name, or only text that was meant as an expression has. */
const NO_REF = /[\x00-\x20\x7f~:?*[\\]|\.\.|@\{|^\/|\/$|\/\/|\.$|\.lock(?:\/|$)|^@$/;
const REGEX_LOOK = /[()|+]|\.\*|\{\d/;
/**
 * Says what a `tag` or `exclude` pattern asks, exactly as CodeShip decided it (codeship.md 3.6), for
 * every name that git allows for a branch or a tag. One case is left out on purpose: a pattern also
 * matched a ref whose name is the pattern's own text (`x$` is a possible name).
 */
function classifyRefPattern(text) {
    if (text === '')
        return { kind: 'unset', text };
    if (!isExpression(text)) {
        if (NO_REF.test(text))
            return { kind: 'never', text, reason: 'no-ref' };
        return { kind: 'literal', text, looksLikeRegex: REGEX_LOOK.test(text) };
    }
    const alternatives = alternativesOf(text);
    if (alternatives === undefined)
        return { kind: 'regex', text };
    const tests = [];
    for (const parts of alternatives) {
        const outcome = ref_test_testOfParts(parts);
        if (outcome === 'always')
            return { kind: 'always', text };
        if (outcome === undefined)
            return { kind: 'regex', text };
        if (outcome !== 'never')
            tests.push(outcome);
    }
    if (tests.length === 0)
        return { kind: 'never', text, reason: 'contradiction' };
    return { kind: 'tests', text, tests: distinct(tests) };
}
function distinct(tests) {
    const seen = new Map(tests.map((test) => [JSON.stringify(test), test]));
    return [...seen.values()];
}
/** Whether a ref matches; undefined where only RE2 can say it (and for no condition at all). */
function refMatches(pattern, ref) {
    switch (pattern.kind) {
        case 'always':
            return true;
        case 'never':
            return false;
        case 'literal':
            return pattern.text === ref;
        case 'tests':
            return pattern.tests.some((test) => passes(test, ref));
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/pattern/condition.js
const condition_ALWAYS = { text: 'true' };
const condition_NEVER = { text: 'false' };
/** A string of the expression language. */
function expressionString(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
/** A test of the ref that the expression `subject` names. */
function condition_testCondition(test, subject) {
    const call = (name, text) => {
        const called = `${name}(${subject}, ${expressionString(text)})`;
        return { text: called, opposite: { text: `!${called}` } };
    };
    const unless = (text) => ({ text: `${subject} != ${expressionString(text)}` });
    switch (test.test) {
        case 'equals':
            return {
                text: `${subject} == ${expressionString(test.text)}`,
                opposite: unless(test.text),
            };
        case 'starts': {
            const starts = call('startsWith', test.text);
            return test.longer ? condition_allOf(starts, unless(test.text)) : starts;
        }
        case 'ends': {
            const ends = call('endsWith', test.text);
            return test.longer ? condition_allOf(ends, unless(test.text)) : ends;
        }
        case 'contains':
            return call('contains', test.text);
        case 'starts-and-ends': {
            const both = condition_allOf(call('startsWith', test.start), call('endsWith', test.end));
            return test.longer ? condition_allOf(both, unless(test.start + test.end)) : both;
        }
    }
}
/** One of the conditions holds; none is `false`. */
function condition_anyOf(conditions) {
    const [only, ...others] = conditions;
    if (only === undefined)
        return condition_NEVER;
    if (others.length === 0)
        return only;
    const text = conditions.map((condition) => within(condition, '||')).join(' || ');
    const opposites = conditions.flatMap(({ opposite }) => opposite ?? []);
    const simple = opposites.length === conditions.length && opposites.every(isPlain);
    if (!simple)
        return { text, operator: '||' };
    const opposite = opposites.map((each) => each.text).join(' && ');
    return { text, operator: '||', opposite: { text: opposite, operator: '&&' } };
}
function isPlain({ operator }) {
    return operator === undefined;
}
/** Both conditions hold. */
function condition_allOf(first, second) {
    if (first === condition_NEVER || second === condition_NEVER)
        return condition_NEVER;
    if (first === condition_ALWAYS)
        return second;
    if (second === condition_ALWAYS)
        return first;
    return { text: `${within(first, '&&')} && ${within(second, '&&')}`, operator: '&&' };
}
function condition_negated(condition) {
    if (condition === condition_ALWAYS)
        return condition_NEVER;
    if (condition === condition_NEVER)
        return condition_ALWAYS;
    return condition.opposite ?? { text: `!(${condition.text})` };
}
function within(condition, operator) {
    const alone = condition.operator === undefined || condition.operator === operator;
    return alone ? condition.text : `(${condition.text})`;
}

;// CONCATENATED MODULE: ./build/pattern/ref-expression.js

/** The name of the branch or tag of a run, in expressions. */
const ref_expression_REF_NAME = 'github.ref_name';
/**
 * An expression for a pattern, without `${{ }}`; `'true'` and `'false'` where the ref doesn't matter.
 * Undefined where only RE2 can say it. Expressions compare without regard to case, which CodeShip
 * didn't: callers tell. `subject` is an expression for the name of the ref.
 */
function refExpression(pattern, subject = ref_expression_REF_NAME) {
    return conditionOf(pattern, subject)?.text;
}
/**
 * An expression for `tag` and `exclude` together, where `exclude` wins; `'true'` when a step always runs,
 * `'false'` when it never does. Undefined where only RE2 can say it.
 */
function combinedRefExpression(tag, exclude, subject = ref_expression_REF_NAME) {
    const excluded = exclude === undefined || exclude.kind === 'unset' ? NEVER : conditionOf(exclude, subject);
    const wanted = tag === undefined ? ALWAYS : conditionOf(tag, subject);
    // One side can decide alone, also where RE2 would have to decide the other.
    if (excluded === ALWAYS || wanted === NEVER)
        return NEVER.text;
    if (excluded === undefined || wanted === undefined)
        return undefined;
    return allOf(wanted, negated(excluded)).text;
}
function conditionOf(pattern, subject) {
    switch (pattern.kind) {
        case 'unset':
        case 'always':
            return ALWAYS;
        case 'never':
            return NEVER;
        case 'literal':
            return testCondition({ test: 'equals', text: pattern.text }, subject);
        case 'tests':
            return anyOf(pattern.tests.map((test) => testCondition(test, subject)));
        case 'regex':
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/pattern/wildcard.js



/**
 * Shippable's names with `*` (shippable.md 2.3). How far a `*` reaches was never documented: here it
 * crosses slashes, as everywhere in this project.
 */
function matchesWildcard(pattern, ref) {
    const [first = '', ...rest] = pattern.split('*');
    const last = rest.pop();
    if (last === undefined)
        return pattern === ref;
    if (!ref.startsWith(first) || !ref.endsWith(last))
        return false;
    let at = first.length;
    for (const text of rest) {
        const found = ref.indexOf(text, at);
        if (found < 0)
            return false;
        at = found + text.length;
    }
    return at <= ref.length - last.length;
}
/**
 * The same as a filter of GitHub's `branches` and `tags`: `feature/*` is `feature/**` there. What a
 * filter takes as special and Shippable didn't is escaped.
 */
function toGithubFilter(pattern) {
    return pattern
        .replace(/[?+[\]\\]/g, '\\$&')
        .replace(/^!/, '\\!')
        .replace(/\*+/g, '**');
}
/**
 * An expression for lists of `only` and `except`, `except` winning; undefined where a wildcard can't be
 * said in one. An absent or empty list asks nothing. Expressions ignore case, which Shippable didn't.
 */
function wildcardExpression(only, except, subject = REF_NAME) {
    const wanted = only === undefined || only.length === 0 ? ALWAYS : anyWildcard(only, subject);
    const unwanted = except === undefined || except.length === 0 ? NEVER : anyWildcard(except, subject);
    if (wanted === undefined || unwanted === undefined)
        return undefined;
    return allOf(wanted, negated(unwanted)).text;
}
function anyWildcard(patterns, subject) {
    const conditions = [];
    for (const pattern of new Set(patterns)) {
        const outcome = testOfParts(partsOf(pattern));
        if (outcome === undefined)
            return undefined;
        if (outcome === 'always')
            return ALWAYS;
        if (outcome !== 'never')
            conditions.push(testCondition(outcome, subject));
    }
    return anyOf(conditions);
}
function partsOf(pattern) {
    return pattern
        .split('*')
        .flatMap((literal, index) => index === 0 ? [{ literal }] : [{ gap: '*' }, { literal }]);
}

;// CONCATENATED MODULE: ./build/actions/ref-condition.js
// The conditions of both products on the ref that is built, decided on the runner: CodeShip's `tag` and `exclude`
// (codeship.md 3.6), Shippable's `branches` (shippable.md 2.3).


function builtRefs(env) {
    const ref = env['GITHUB_REF_NAME'] || (env['GITHUB_REF'] ?? '').replace(/^refs\/(?:heads|tags)\//, '');
    return { codeship: env['GITHUB_HEAD_REF'] || ref, shippable: env['GITHUB_BASE_REF'] || ref };
}
/** `exclude` wins over `tag`, `except` over `only`. */
async function decideRefCondition(condition, refs) {
    const { tag = '', exclude = '', branches } = condition;
    const warnings = [];
    const matches = async (key, pattern) => {
        const answer = await matchesPattern(pattern, refs.codeship);
        if (answer.warning !== undefined)
            warnings.push(`\`${key}: ${pattern}\` ${answer.warning}`);
        return answer.matches;
    };
    const decided = (holds, reason) => ({ holds, reason, warnings });
    // Both are asked before either decides, so that a broken pattern is always reported.
    const excluded = exclude !== '' && (await matches('exclude', exclude));
    const tagged = tag === '' || (await matches('tag', tag));
    if (excluded)
        return decided(false, `\`exclude\` ${exclude} matches ${refs.codeship}`);
    if (!tagged)
        return decided(false, `\`tag\` ${tag} does not match ${refs.codeship}`);
    const except = branches?.except.find((pattern) => matchesWildcard(pattern, refs.shippable));
    if (except !== undefined)
        return decided(false, `\`except\` ${except} matches ${refs.shippable}`);
    const only = branches?.only ?? [];
    const chosen = only.find((pattern) => matchesWildcard(pattern, refs.shippable));
    if (only.length > 0 && chosen === undefined)
        return decided(false, `no \`only\` matches ${refs.shippable}`);
    if (chosen !== undefined)
        return decided(true, `\`only\` ${chosen} matches ${refs.shippable}`);
    if (tag !== '')
        return decided(true, `\`tag\` ${tag} matches ${refs.codeship}`);
    return decided(true, 'nothing speaks against it');
}
async function matchesPattern(text, ref) {
    if (text === ref)
        return { matches: true };
    const pattern = classifyRefPattern(text);
    if (pattern.kind === 'literal' && pattern.looksLikeRegex) {
        return {
            matches: false,
            warning: 'has neither `^` nor `$`, so it is compared as it stands and matches no ref but its own text.',
        };
    }
    if (pattern.kind === 'never' && pattern.reason === 'no-ref') {
        return {
            matches: false,
            warning: 'has neither `^` nor `$`, so it is compared as it stands, and no ref can have this name.',
        };
    }
    if (pattern.kind === 'literal' || pattern.kind === 'never')
        return { matches: false };
    const { compileRe2 } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 6828));
    const compiled = compileRe2(text);
    if (compiled.ok)
        return { matches: compiled.matches(ref) };
    return {
        matches: false,
        warning: `is no valid RE2 expression (${compiled.message}), so it never matches, as in CodeShip.`,
    };
}


/***/ }),

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
