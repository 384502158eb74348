export const id = 623;
export const ids = [623];
export const modules = {

/***/ 9623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yamlEntries: () => (/* binding */ yamlEntries)
});

// EXTERNAL MODULE: ./build/registry/result.js
var result = __webpack_require__(7397);
;// CONCATENATED MODULE: ./build/source/node.js
// The nodes of a legacy file. A scalar keeps its source text: `1.10` stays `1.10`, and `true` is a word
// until a reader asks for a flag. An alias is the very node that its anchor names, so the tree is a graph.
const isNull = (node) => node.kind === 'scalar' &&
    node.style === 'plain' &&
    (node.text === '' || node.text === '~' || /^null$/i.test(node.text));
const isEmpty = (node) => isNull(node) ||
    (node.kind === 'mapping' && node.entries.length === 0) ||
    (node.kind === 'sequence' && node.items.length === 0);
function entryOf(node, key) {
    if (node?.kind !== 'mapping')
        return undefined;
    return node.entries.find((entry) => entry.key.text === key);
}
const valueAt = (node, key) => entryOf(node, key)?.value;
/** Every scalar and empty collection below a node, through aliases, each once. */
function leavesOf(node) {
    const seen = new Set();
    const leaves = [];
    const visit = (at) => {
        if (seen.has(at))
            return;
        seen.add(at);
        if (at.kind === 'scalar')
            leaves.push(at);
        else if (at.kind === 'mapping') {
            if (at.entries.length === 0)
                leaves.push(at);
            for (const entry of at.entries)
                visit(entry.value);
        }
        else {
            if (at.items.length === 0)
                leaves.push(at);
            for (const item of at.items)
                visit(item);
        }
    };
    visit(node);
    return leaves;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/source/source-file.js
// A legacy file and the way from an offset in it to a line and a column.
function sourceFile(path, text) {
    const lineStarts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
        lineStarts.push(at + 1);
    }
    return { path, text, lineStarts };
}
function positionAt(file, offset) {
    let low = 0;
    let high = file.lineStarts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((file.lineStarts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return { line: low + 1, column: offset - (file.lineStarts[low] ?? 0) + 1 };
}
/** The text of a line (from 1), without its line end. */
function lineText(file, line) {
    const start = file.lineStarts[line - 1] ?? file.text.length;
    const next = file.lineStarts[line] ?? file.text.length + 1;
    return file.text.slice(start, next - 1).replace(/\r$/, '');
}

;// CONCATENATED MODULE: ./build/source/parse.js
// YAML (or JSON) text to nodes with places. Scalars keep their source text; merge keys, duplicate keys,
// aliases, several documents and hostile files are settled here, so that no later stage meets them.


/** Above these a file is refused: no configuration is that large, and the parser's time and memory grow. */
const limits = { bytes: 1_000_000, nodes: 50_000, depth: 100 };
/**
 * Reads one legacy file. Total: whatever is wrong is reported with a place, and what could be read is
 * still in `leaves`, so that the report can account for it. `anchors` carries anchors from one file to
 * the next: Shippable joined the text of its templates file and its main file (shippable.md 1.1).
 */
function parseSource(path, text, report, anchors = new Map()) {
    const file = sourceFile(path, text);
    const whole = { file, start: 0, end: 0 };
    const refuse = (code, message) => {
        report(code, whole, message);
        return { file, leaves: [], broken: true };
    };
    if (text.length > limits.bytes) {
        return refuse('file-too-large', `the file has ${text.length} characters; at most ${limits.bytes} are read`);
    }
    if (/[\u0000\uFFFD]/.test(text)) {
        return refuse('binary-file', 'the file is not UTF-8 text');
    }
    const tooLarge = countTokens(text);
    if (tooLarge !== undefined)
        return refuse('file-too-large', tooLarge);
    try {
        return readDocuments(file, text, report, anchors);
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        return refuse('file-too-large', 'the file nests its collections too deep to be read');
    }
}
/** Counts tokens before anything is built from them: 10 MB of `- a` would take the parser 2 GB. */
function countTokens(text) {
    if (text.length < limits.nodes / 4)
        return undefined;
    let nodes = 0;
    let flow = 0;
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        if (token === '\u001F')
            nodes++;
        else if (token === '[' || token === '{') {
            nodes++;
            if (++flow > limits.depth)
                return `the file nests its collections deeper than ${limits.depth}`;
        }
        else if (token === ']' || token === '}')
            flow--;
        else if (token === '-')
            nodes++;
        if (nodes > limits.nodes * 2)
            return `the file has more than ${limits.nodes} values`;
    }
    return undefined;
}
function readDocuments(file, text, report, anchors) {
    const composer = new dist/* Composer */.Dk({
        schema: 'failsafe',
        uniqueKeys: false,
        keepSourceTokens: false,
        logLevel: 'silent',
        prettyErrors: false,
    });
    const leaves = [];
    const builder = nodeBuilder(file, leaves, report, anchors);
    let root;
    let broken = false;
    const blank = [];
    for (const document of composer.compose(new dist/* Parser */.iX().parse(text), true, text.length)) {
        if (builder.full())
            break;
        broken = reportErrors(document, file, report) || broken;
        if (document.contents === null)
            continue;
        const node = builder.build(document.contents, leadingComment(document));
        if (node === undefined)
            continue;
        const isBlank = node.kind === 'scalar' && node.text === '';
        if (isBlank)
            blank.push(node);
        else if (root === undefined)
            root = node;
        else {
            report('extra-document', node, 'a second YAML document in one file was never read');
        }
    }
    if (builder.full()) {
        report('file-too-large', { file, start: 0, end: 0 }, `the file has more than ${limits.nodes} values`);
        broken = true;
    }
    if (root !== undefined) {
        for (const node of blank)
            report('empty-value', node, 'an empty YAML document does nothing');
    }
    broken ||= builder.refused();
    if (root !== undefined && weigh(root) > limits.nodes) {
        const message = `aliases make this file stand for more than ${limits.nodes} values`;
        report('file-too-large', { file, start: 0, end: 0 }, message);
        broken = true;
    }
    return { file, leaves, broken, ...(root === undefined ? {} : { root }) };
}
function reportErrors(document, file, report) {
    for (const error of document.errors) {
        const [start, end] = error.pos;
        report('yaml-syntax', { file, start, end }, lowerFirst(error.message.replace(/\.$/, '')));
    }
    return document.errors.length > 0;
}
const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);
function leadingComment(document) {
    return document.commentBefore ? commentLines(document.commentBefore) : [];
}
const commentLines = (comment) => comment ? comment.split('\n').map((line) => line.replace(/^ /, '').trimEnd()) : [];
/** How many values a collection stands for once its aliases are followed. */
const weights = new WeakMap();
function weigh(node) {
    const known = weights.get(node);
    if (known !== undefined || node.kind === 'scalar')
        return known ?? 1;
    const children = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items;
    return children.reduce((sum, child) => sum + (weights.get(child) ?? 1), 1);
}
/** One builder a file: the pointers, parents and anchors of its nodes. */
function nodeBuilder(file, leaves, report, anchors) {
    const open = new Set();
    // What no YAML parser of the vendors took: the whole file was refused for it.
    let refused = false;
    let count = 0;
    function base(at, origin) {
        const [start, end] = at.range;
        const behind = (0,dist/* isScalar */.jn)(at) && at.comment ? commentLines(at.comment)[0] : undefined;
        count++;
        return {
            file,
            path: origin.path,
            start,
            end,
            before: [...origin.before, ...commentLines(at.commentBefore)],
            ...(origin.parent === undefined ? {} : { parent: origin.parent }),
            ...(behind === undefined ? {} : { behind }),
        };
    }
    function scalar(at, origin, offset) {
        if (at === undefined) {
            count++;
            const node = {
                kind: 'scalar',
                file,
                path: origin.path,
                start: offset,
                end: offset,
                before: origin.before,
                text: '',
                style: 'plain',
                ...(origin.parent === undefined ? {} : { parent: origin.parent }),
            };
            leaves.push(node);
            return node;
        }
        const style = at.type === 'PLAIN' ? 'plain' : at.type?.startsWith('QUOTE') ? 'quoted' : 'block';
        const text = typeof at.value === 'string' ? at.value : (at.source ?? '');
        const node = { kind: 'scalar', ...base(at, origin), text, style };
        leaves.push(node);
        return node;
    }
    function build(at, origin, offset) {
        if (count > limits.nodes)
            return scalar(undefined, origin, offset);
        if (at === null || at === undefined)
            return scalar(undefined, origin, offset);
        if ((0,dist/* isAlias */.Vj)(at)) {
            const target = anchors.get(at.source);
            if (target !== undefined && !open.has(at.source))
                return target;
            const node = {
                kind: 'scalar',
                ...base(at, origin),
                text: `*${at.source}`,
                style: 'plain',
            };
            leaves.push(node);
            refused = true;
            report('unresolved-alias', node, target === undefined
                ? `the alias \`*${at.source}\` names no anchor above it`
                : `the alias \`*${at.source}\` stands inside its own anchor`);
            return node;
        }
        const anchor = at.anchor;
        if (anchor !== undefined)
            open.add(anchor);
        const node = origin.depth > limits.depth
            ? tooDeep(at, origin)
            : (0,dist/* isMap */.jh)(at)
                ? mapping(at, origin)
                : (0,dist/* isSeq */.oP)(at)
                    ? sequence(at, origin)
                    : scalar(at, origin, offset);
        if (anchor !== undefined) {
            open.delete(anchor);
            anchors.set(anchor, node);
        }
        if (node.kind !== 'scalar')
            weights.set(node, weigh(node));
        return node;
    }
    function tooDeep(at, origin) {
        const node = { kind: 'scalar', ...base(at, origin), text: '', style: 'plain' };
        leaves.push(node);
        refused = true;
        report('file-too-large', node, `the file nests its collections deeper than ${limits.depth}`);
        return node;
    }
    function sequence(at, origin) {
        const items = [];
        const node = { kind: 'sequence', ...base(at, origin), items };
        // A comment above the first item is the list's comment for the parser; it belongs to the item.
        const first = node.before;
        if (at.items.length > 0)
            node.before = origin.before;
        at.items.forEach((item, index) => {
            const before = index === 0 ? first.slice(origin.before.length) : [];
            items.push(build(item, { path: `${origin.path}/${index}`, parent: node, before, depth: origin.depth + 1 }, at.range[1]));
        });
        if (items.length === 0)
            leaves.push(node);
        return node;
    }
    function mapping(at, origin) {
        const entries = [];
        const node = { kind: 'mapping', ...base(at, origin), entries };
        const first = node.before.slice(origin.before.length);
        if (at.items.length > 0)
            node.before = origin.before;
        const own = new Map();
        const merges = [];
        at.items.forEach((pair, index) => {
            const key = keyOf(pair.key);
            const before = [...(index === 0 ? first : []), ...commentLines(pair.key?.commentBefore)];
            if (key.text === '<<' && key.plain) {
                const value = build(pair.value, { path: origin.path, parent: node, before, depth: origin.depth + 1 }, key.end);
                merges.push(...mergedEntries(value));
                return;
            }
            const path = `${origin.path}/${key.text.replaceAll('~', '~0').replaceAll('/', '~1')}`;
            const value = build(pair.value, { path, parent: node, before, depth: origin.depth + 1 }, key.end + 1);
            const earlier = own.get(key.text);
            if (earlier !== undefined) {
                const lost = entries[earlier];
                if (lost !== undefined) {
                    report('duplicate-key', lost.value, `\`${key.text}\` is given again further down; the last one counts`, undefined);
                }
                entries[earlier] = { key, value, merged: false };
            }
            else {
                own.set(key.text, entries.length);
                entries.push({ key, value, merged: false });
            }
        });
        for (const entry of merges) {
            if (own.has(entry.key.text))
                continue;
            own.set(entry.key.text, entries.length);
            entries.push(entry);
        }
        if (entries.length === 0 && merges.length === 0)
            leaves.push(node);
        return node;
    }
    /** Looks at each node once, and counts what it copies: aliases of aliases would make it without end. */
    function mergedEntries(value, seen = new Set()) {
        if (seen.has(value) || count > limits.nodes)
            return [];
        seen.add(value);
        if (value.kind === 'mapping') {
            count += value.entries.length;
            return value.entries.map((entry) => ({ ...entry, merged: true }));
        }
        if (value.kind === 'sequence')
            return value.items.flatMap((item) => mergedEntries(item, seen));
        refused = true;
        report('bad-merge', value, 'a merge key `<<` takes a mapping, or a list of mappings');
        return [];
    }
    return {
        full: () => count > limits.nodes,
        refused: () => refused,
        build: (contents, before) => build(contents, { path: '', before, depth: 0 }, 0),
    };
}
function keyOf(key) {
    if (key === null)
        return { text: '', start: 0, end: 0, plain: false };
    const [start, end] = key.range;
    if ((0,dist/* isScalar */.jn)(key)) {
        const text = typeof key.value === 'string' ? key.value : String(key.source ?? '');
        return { text, start, end, plain: key.type === 'PLAIN' };
    }
    return { text: (0,dist/* isAlias */.Vj)(key) ? `*${key.source}` : '?', start, end, plain: false };
}

;// CONCATENATED MODULE: ./build/actions/login/yaml-entries.js
// The entries of `integrations.hub` by the YAML parser: every form that Shippable read.




/**
 * @param file for messages
 * @param text a list of entries, or a whole shippable.yml
 * @param templates the file that Shippable put in front of it, for its anchors (shippable.md 1.1)
 */
function yamlEntries(file, text, templates) {
    const anchors = new Map();
    let problem = '';
    if (templates !== undefined)
        parseSource('shippable.templates.yml', templates, () => { }, anchors);
    const { root, broken } = parseSource(file, text, (_code, _at, message) => {
        problem ||= message;
    }, anchors);
    if (broken)
        return (0,result/* fail */.f)('wrong', `${file} can't be read: ${problem}.`);
    const family = valueAt(root, 'integrations') ?? valueAt(root, 'integration') ?? root;
    const list = root?.kind === 'sequence' ? root : valueAt(family, 'hub');
    const items = list?.kind === 'sequence' ? list.items : list === undefined ? [] : [list];
    return (0,result.ok)(items.filter((item) => !isNull(item)).map(rawEntry));
}
function rawEntry(item) {
    const { line } = positionAt(item.file, item.start);
    const keys = item.kind === 'mapping'
        ? new Map(item.entries.map(({ key, value }) => [key.text, rawValue(key.text, value)]))
        : undefined;
    return { file: item.file.path, line, keys };
}
function rawValue(key, node) {
    if (node.kind === 'scalar')
        return { kind: 'text', text: isNull(node) ? '' : node.text };
    const only = names(valueAt(node, 'only'));
    const except = names(valueAt(node, 'except'));
    if (key !== 'branches' || node.kind !== 'mapping' || only === undefined || except === undefined) {
        return { kind: 'other' };
    }
    return { kind: 'branches', only, except };
}
/** A list of names or one name; undefined for anything else. */
function names(node) {
    if (node === undefined)
        return [];
    const nodes = node.kind === 'sequence' ? node.items : [node];
    const texts = nodes.flatMap((entry) => entry.kind === 'scalar' ? [isNull(entry) ? '' : entry.text] : []);
    return texts.length === nodes.length ? texts.filter((text) => text !== '') : undefined;
}


/***/ })

};
