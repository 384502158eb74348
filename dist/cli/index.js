#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



exports.Dk = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
exports.JG = lexer.Lexer;
__webpack_unused_export__ = lineCounter.LineCounter;
exports.iX = parser.Parser;
__webpack_unused_export__ = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
__webpack_unused_export__ = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 8455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OP: () => (/* binding */ commonOptions),
/* harmony export */   Pi: () => (/* binding */ commands)
/* harmony export */ });
/* unused harmony export convertOptions */
// The command line as tables. The parser, `--help` and the README read the same rows.
const convertOptions = [
    { name: 'out', value: 'DIR', summary: 'Write below DIR instead of PATH' },
    { name: 'dry-run', summary: 'Write nothing; print a unified diff against what is on disk' },
    { name: 'check', summary: 'Write nothing; exit 1 if the files on disk differ' },
    { name: 'json', summary: 'Print the report as JSON, and nothing else, on standard output' },
    {
        name: 'report',
        value: 'FILE',
        summary: 'Also write the report; the ending chooses the form: .json, .md, .sarif or .csv',
    },
    { name: 'strict', summary: 'A warning counts as an error for the exit code' },
    { name: 'force', summary: 'Overwrite files that transship did not write, or that were edited' },
    {
        name: 'config',
        value: 'FILE',
        summary: 'Settings; without it .github/transship.yml of PATH, if there is one',
    },
    {
        name: 'parallel',
        value: 'FORM',
        choices: ['native', 'shell'],
        summary: "How CodeShip parallel groups are written: GitHub's parallel steps, or one script",
    },
];
const later = (name) => async () => ({
    options: [],
    program: async (_line, io) => {
        io.stderr(`transship: \`${name}\` is not part of this version yet\n`);
        return 2;
    },
});
const commands = [
    {
        name: 'convert',
        usage: '[PATH]',
        least: 0,
        most: 1,
        summary: 'Translate the legacy configuration in PATH (default: the current folder).',
        load: async () => ({
            options: convertOptions,
            program: (await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4215))).convertProgram,
        }),
    },
    {
        name: 'audit',
        usage: 'PATH...',
        least: 1,
        most: Number.POSITIVE_INFINITY,
        summary: 'Read many repositories and write one report (not in this version yet).',
        load: later('audit'),
    },
    {
        name: 'explain',
        usage: '[CODE|KEY]',
        least: 0,
        most: 1,
        summary: 'Explain a diagnostic code or a legacy key; without argument, list all.',
        load: async () => ({ options: [], program: (await __nccwpck_require__.e(/* import() */ 47).then(__nccwpck_require__.bind(__nccwpck_require__, 2047))).explainProgram }),
    },
    {
        name: 'decrypt',
        usage: 'FILE',
        least: 1,
        most: 1,
        summary: 'Open a file that CodeShip encrypted.',
        load: async () => {
            const { decryptOptions, decryptProgram } = await __nccwpck_require__.e(/* import() */ 36).then(__nccwpck_require__.bind(__nccwpck_require__, 7036));
            return { options: decryptOptions, program: decryptProgram };
        },
    },
    {
        name: 'encrypt',
        usage: 'FILE',
        least: 1,
        most: 1,
        summary: "Encrypt a file as CodeShip's own tool did.",
        load: async () => {
            const { encryptOptions, encryptProgram } = await __nccwpck_require__.e(/* import() */ 432).then(__nccwpck_require__.bind(__nccwpck_require__, 6432));
            return { options: encryptOptions, program: encryptProgram };
        },
    },
    {
        name: 'secrets',
        usage: '[PATH]',
        least: 0,
        most: 1,
        summary: 'List the secrets that a converted repository needs (not in this version yet).',
        load: later('secrets'),
    },
    {
        name: 'integrations',
        usage: '[PATH...]',
        least: 0,
        most: Number.POSITIVE_INFINITY,
        summary: 'List registry integrations and who uses them (not in this version yet).',
        load: later('integrations'),
    },
    {
        name: 'tags',
        usage: 'IMAGE',
        least: 1,
        most: 1,
        summary: 'List the tags of an image repository.',
        load: async () => {
            const { tagsOptions, tagsProgram } = await __nccwpck_require__.e(/* import() */ 975).then(__nccwpck_require__.bind(__nccwpck_require__, 4975));
            return { options: tagsOptions, program: tagsProgram };
        },
    },
];
const commonOptions = [
    { name: 'help', summary: 'Show this help' },
    { name: 'version', summary: 'Show the version' },
];


/***/ }),

/***/ 4215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  convertProgram: () => (/* binding */ convertProgram)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/host/package.js + 1 modules
var host_package = __nccwpck_require__(8431);
// EXTERNAL MODULE: ./build/source/source-file.js
var source_file = __nccwpck_require__(1074);
// EXTERNAL MODULE: ./build/report/display-text.js
var display_text = __nccwpck_require__(889);
;// CONCATENATED MODULE: ./build/report/mask.js
// Ciphertexts are not secrets, but nobody wants one in a log, and beside a leaked key it would be one.
/**
 * A line of a legacy file with what may be encrypted or a key replaced by `*`, each character by one, so
 * that columns stay. It looks at the text alone, because a file that is broken has no nodes.
 */
function maskCiphertext(line) {
    return line
        .replace(/(\bsecure\b['"]?\s*:\s*|\bencrypted(?:_args|_environment)?['"]?\s*:\s*)([^\s#&*|>[{].*)$/i, (_match, key, value) => key + stars(value))
        .replace(/[A-Za-z0-9+/_-]{32,}={0,2}/g, (run) => (looksRandom(run) ? stars(run) : run));
}
const stars = (text) => '*'.repeat(text.length);
/** Upper case, lower case and digits in one run: base64 and tokens. A digest or a path has not all three. */
const looksRandom = (run) => /[A-Z]/.test(run) && /[a-z]/.test(run) && /\d/.test(run) && !/\/[a-z]+\/[a-z]+\//.test(run);

// EXTERNAL MODULE: ./build/report/paint.js
var report_paint = __nccwpck_require__(8495);
;// CONCATENATED MODULE: ./build/report/terminal-diagnostics.js
// Diagnostics as the best compilers print them: what, where, the line with carets, and what to do.




/** Longer lines are cut around what is meant. */
const widest = 110;
function renderDiagnostics(diagnostics, color) {
    const paint = (0,report_paint/* painter */.C)(color);
    return diagnostics.map((diagnostic) => `${renderOne(diagnostic, paint)}\n`).join('\n');
}
const colors = {
    error: 'red',
    warning: 'yellow',
    note: 'blue',
};
function renderOne({ code, severity, message, help, at }, paint) {
    const head = paint('bold', `${paint(colors[severity], `${severity}[${code}]`)}: `);
    const lines = [`${head}${paint('bold', (0,display_text/* visible */.R)(message))}`];
    const gutter = at === undefined ? '' : ' '.repeat(String((0,source_file/* positionAt */.t$)(at.file, at.start).line).length);
    if (at !== undefined)
        lines.push(...excerpt(at, gutter, paint, colors[severity]));
    if (help !== undefined)
        lines.push(`${gutter} ${paint('cyan', '=')} help: ${(0,display_text/* visible */.R)(help)}`);
    return lines.join('\n');
}
function excerpt(at, gutter, paint, color) {
    const { file } = at;
    const { line, column } = (0,source_file/* positionAt */.t$)(file, at.start);
    const bar = paint('cyan', '|');
    // A whole file has no line to show.
    if (file.text === '' || (at.start === 0 && at.end === 0)) {
        return [`${gutter}${paint('cyan', '-->')} ${(0,display_text/* visible */.R)(file.path)}`];
    }
    const text = maskCiphertext((0,source_file/* lineText */.oZ)(file, line));
    const from = Math.min(column - 1, text.length);
    const to = Math.max(from, Math.min(from + (at.end - at.start), text.length));
    const shown = cut(text, from, to);
    const carets = '^'.repeat(Math.max(1, (0,display_text/* displayWidth */.F)(shown.marked)));
    const source = `${shown.before}${shown.marked}${shown.after}`;
    return [
        `${gutter}${paint('cyan', '-->')} ${(0,display_text/* visible */.R)(file.path)}:${line}:${column}`,
        `${gutter} ${bar}`,
        `${paint('cyan', `${line} |`)} ${source}`.trimEnd(),
        `${gutter} ${bar} ${' '.repeat((0,display_text/* displayWidth */.F)(shown.before))}${paint(color, carets)}`,
    ];
}
/** The line around a range, at most `widest` columns of it; the range's beginning is always seen. */
function cut(text, from, to) {
    const keep = Math.min(from, Math.max(20, widest - (to - from)), text.length <= widest ? from : 60);
    const room = widest - keep;
    const before = from > keep ? `…${text.slice(from - keep, from)}` : text.slice(0, from);
    if (to - from > room) {
        return { before: (0,display_text/* visible */.R)(before), marked: (0,display_text/* visible */.R)(text.slice(from, from + room)), after: '…' };
    }
    const end = from + room;
    const after = text.length > end ? `${text.slice(to, end)}…` : text.slice(to);
    return { before: (0,display_text/* visible */.R)(before), marked: (0,display_text/* visible */.R)(text.slice(from, to)), after: (0,display_text/* visible */.R)(after) };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/legacy/assembly-lines/translate.js
// Assembly Lines (`resources`, `jobs`, `triggers`) are read and accounted for, and translated by nobody yet:
// each file says so once, and each of its root values is a person's to translate.
const help = 'translate its jobs by hand: a job becomes a workflow job, an `IN` job a `needs`, a resource a secret, a variable or an artifact';
function translateAssemblyLines(documents, { report }) {
    for (const { root } of documents)
        if (root !== undefined)
            leaveByHand(root, report);
    return {
        system: 'shippable-assembly-lines',
        sources: documents,
        workflows: [],
        documents: [],
        texts: [],
        secrets: [],
    };
}
/** Marks a node, and with it everything below, as a person's to translate. */
function leaveByHand(node, report) {
    report('assembly-lines', node, 'Assembly Lines are not translated; they are left to a person', help);
}
/** The root values of a CI file that belong to Assembly Lines. */
const assemblyLineKeys = ['resources', 'jobs', 'triggers'];
function hasAssemblyLines(root) {
    return root.entries.some(({ key }) => assemblyLineKeys.includes(key.text));
}

// EXTERNAL MODULE: ./build/output/tree.js
var tree = __nccwpck_require__(9618);
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

;// CONCATENATED MODULE: ./build/legacy/codeship/argv.js
// The words of a command (codeship.md 3.5).

/** Undefined where the command, which is said to be wrong then, has none. */
function argvOf(command, { report }) {
    if (command === undefined)
        return undefined;
    if (command.kind === 'list') {
        const argv = command.nodes.map((node) => node.text);
        if (argv.length > 0)
            return { argv, command: command.nodes };
        report('incomplete-step', command.node, 'the command is empty', 'write a command, such as `true`');
        return undefined;
    }
    const { node } = command;
    const split = splitWords(node.text);
    if (split.error !== undefined) {
        report('broken-command', node, `the command cannot be split into words: a ${split.error.message}`, 'close the quote, or put a backslash in front of it');
        return undefined;
    }
    if (split.words.length === 0) {
        report('incomplete-step', node, 'the command is empty', 'write a command, such as `true`');
        return undefined;
    }
    return { argv: split.words, command: [node] };
}

// EXTERNAL MODULE: ./build/source/spelling.js
var spelling = __nccwpck_require__(1556);
;// CONCATENATED MODULE: ./build/legacy/codeship/connect-services.js
// Names of services become the services themselves: what depends on what, whose volumes, whose credentials.

function connectServices(found, context) {
    const services = new Map();
    for (const service of found) {
        services.set(service.name, { ...service, dependencies: [], links: [], volumesFrom: [] });
    }
    for (const service of services.values()) {
        service.links = linksOf(service, services, context);
        service.dependencies = dependenciesOf(service, services, context);
        service.volumesFrom = volumesFrom(service, services, context);
        const credentials = credentialsOf(service.keys.encrypted_dockercfg_path, service.keys.dockercfg_service, services, context);
        if (credentials !== undefined)
            service.credentials = credentials;
    }
    cutCycles(services.values(), context);
    return services;
}
/** The service of that name; an error at the value where there is none. */
function serviceNamed(name, node, services, { report }) {
    const service = services.get(name);
    if (service === undefined) {
        const near = (0,spelling/* nearestWord */.z)(name, [...services.keys()]);
        report('no-such-service', node, `there is no service \`${name}\``, near === undefined ? 'name a service of the services file' : `did you mean \`${near}\`?`);
    }
    return service;
}
function linksOf(service, services, context) {
    const links = [];
    for (const node of service.keys.links ?? []) {
        const colon = node.text.indexOf(':');
        const name = colon < 0 ? node.text : node.text.slice(0, colon);
        const alias = colon < 0 ? undefined : node.text.slice(colon + 1);
        const target = serviceNamed(name, node, services, context);
        if (target === undefined)
            continue;
        links.push({ service: target, node, ...(alias ? { alias } : {}) });
    }
    return links;
}
/** `depends_on` and `links` together, each service once. */
function dependenciesOf(service, services, context) {
    const from = new Map();
    const add = (target, node) => {
        from.set(target, [...(from.get(target) ?? []), node]);
    };
    for (const { name, node } of service.keys.depends_on ?? []) {
        const target = serviceNamed(name, node, services, context);
        if (target !== undefined)
            add(target, node);
    }
    for (const link of service.links)
        add(link.service, link.node);
    return [...from].map(([target, nodes]) => ({ service: target, from: nodes }));
}
function volumesFrom(service, services, context) {
    const found = [];
    for (const node of service.keys.volumes_from ?? []) {
        const name = services.has(node.text) ? node.text : node.text.replace(/:r[ow]$/, '');
        const target = serviceNamed(name, node, services, context);
        if (target !== undefined)
            found.push({ service: target, from: [node] });
    }
    return found;
}
/** The encrypted path wins over a generator (codeship.md 3.3). */
function credentialsOf(path, generator, services, context) {
    if (path !== undefined) {
        if (generator !== undefined) {
            context.report('conflicting-keys', generator, '`dockercfg_service` stands next to `encrypted_dockercfg_path`, which wins', 'remove the one that is not meant');
        }
        return { kind: 'file', path: path.text, nodes: [path] };
    }
    if (generator === undefined)
        return undefined;
    const service = serviceNamed(generator.text, generator, services, context);
    return service === undefined ? undefined : { kind: 'generator', service, nodes: [generator] };
}
/** Leaves out what makes services need each other: neither CodeShip nor Compose could start one first. */
function cutCycles(services, { report }) {
    const state = new Map();
    const visit = (service) => {
        state.set(service, 'open');
        const keep = ({ service: needed, from }) => {
            if (state.get(needed) === undefined)
                visit(needed);
            if (state.get(needed) === 'done')
                return true;
            for (const node of from) {
                report('dependency-cycle', node, `\`${service.name}\` needs \`${needed.name}\`, which needs \`${service.name}\``, 'remove one of both');
            }
            return false;
        };
        service.dependencies = service.dependencies.filter(keep);
        service.volumesFrom = service.volumesFrom.filter(keep);
        const kept = new Set(service.dependencies.map((each) => each.service));
        service.links = service.links.filter((link) => kept.has(link.service));
        state.set(service, 'done');
    };
    for (const service of services)
        if (state.get(service) === undefined)
            visit(service);
}

;// CONCATENATED MODULE: ./build/legacy/codeship/service.js
// A service as the translator sees it, once its file was read.
/** Equal for credentials that come from the same place. */
const credentialsKey = (credentials) => credentials.kind === 'file' ? `file ${credentials.path}` : `service ${credentials.service.name}`;
/** Equal for services that build the same thing under the same name. */
const imageKey = ({ image, build }) => JSON.stringify([
    image.name,
    (build?.context?.text ?? '').replace(/^\.\/?|\/$/g, ''),
    (build?.dockerfile?.text ?? 'Dockerfile').replace(/^\.\//, ''),
    build?.args?.items.map(({ name, value }) => [name, value]),
    build?.encryptedArgs.map(({ text }) => text),
    build?.encryptedArgsFiles.map(({ text }) => text),
]);
const startedWithMemo = new WeakMap();
/** Everything that is started with a service, each once, what is needed first in front. */
function startedWith(service) {
    const known = startedWithMemo.get(service);
    if (known !== undefined)
        return known;
    const found = [];
    startedWithMemo.set(service, found);
    const seen = new Set([service]);
    const visit = (at) => {
        for (const next of neededBy(at)) {
            if (seen.has(next))
                continue;
            seen.add(next);
            visit(next);
            found.push(next);
        }
    };
    visit(service);
    return found;
}
const neededByMemo = new WeakMap();
/** What is started right before a service: dependencies, links, and the holders of its volumes. */
function neededBy(service) {
    const known = neededByMemo.get(service);
    if (known !== undefined)
        return known;
    const all = [...service.dependencies, ...service.volumesFrom].map((each) => each.service);
    const found = [...new Set(all)];
    neededByMemo.set(service, found);
    return found;
}

;// CONCATENATED MODULE: ./build/legacy/codeship/inherit.js
// What groups hand down to the steps within them (codeship.md 3.3).


/** At the top of the file. */
const nothingGiven = {
    fanned: false,
    terms: [],
    groupNames: [],
    noApproval: false,
    isAfterFailure: false,
    from: [],
};
/** What holds for a step and everything below it. */
function inherit(step, outer, pass) {
    const { keys } = step;
    const { services, context } = pass;
    const named = keys.service && serviceNamed(keys.service.text, keys.service, services, context);
    const own = credentialsOf(keys.encrypted_dockercfg_path, keys.dockercfg_service, services, context);
    if (keys.service !== undefined && outer.service !== undefined && !outer.isAfterFailure) {
        context.report('service-in-group', keys.service, `the group says \`${outer.service.node.text}\` already; CodeShip allowed no second service, and here \`${keys.service.text}\` wins for this step`, 'remove the one that is not meant');
    }
    const term = termOf(step, pass);
    return {
        fanned: named === undefined && outer.fanned,
        terms: term === undefined ? outer.terms : [...outer.terms, term],
        groupNames: outer.groupNames,
        noApproval: outer.noApproval,
        isAfterFailure: outer.isAfterFailure,
        from: [...outer.from, ...(keys.type === undefined ? [] : [keys.type])],
        ...pick('service', named && keys.service ? { service: named, node: keys.service } : undefined, outer),
        ...pick('credentials', sameAs(own, outer.credentials), outer),
    };
}
function pick(key, own, outer) {
    const value = own ?? outer[key];
    return (value === undefined ? {} : { [key]: value });
}
/** Credentials that a group says too are the same ones, said twice. */
function sameAs(own, outer) {
    if (own === undefined || outer === undefined)
        return own;
    if (credentialsKey(own) !== credentialsKey(outer))
        return own;
    return { ...own, nodes: [...own.nodes, ...outer.nodes] };
}
/** One for each step that was read, so that its copies share it. */
function termOf(step, { terms, context }) {
    const { tag, exclude, name } = step.keys;
    const known = terms.get(step);
    if (known !== undefined)
        return known;
    for (const node of [tag, exclude]) {
        if (node?.text === '')
            context.otherwise('empty-value', node, 'an empty pattern asks nothing');
    }
    const term = {
        label: name?.text ?? '',
        ...(tag === undefined || tag.text === '' ? {} : { tag }),
        ...(exclude === undefined || exclude.text === '' ? {} : { exclude }),
    };
    if (term.tag === undefined && term.exclude === undefined)
        return undefined;
    terms.set(step, term);
    return term;
}

;// CONCATENATED MODULE: ./build/legacy/codeship/items.js
// Steps after inheritance and fan-out: what really runs, with everything that holds for it.
/** The same item with further comment lines above it. */
const commented = (item, before) => before.length === 0 ? item : { ...item, before: [...before, ...item.before] };
/** Every leaf below an item, in order, without those that run on failure. */
const leavesOf = (item) => 'items' in item ? item.items.flatMap(leavesOf) : [item];
/** The same, with those that run on failure. */
const allLeavesOf = (item) => [
    ...('items' in item ? item.items.flatMap(allLeavesOf) : [item]),
    ...item.onFail.flatMap(allLeavesOf),
];

;// CONCATENATED MODULE: ./build/legacy/codeship/limits.js
// Aliases can make a small file large. Above these a project is refused, so that no input exhausts time or memory.
const limits = {
    services: 300,
    /** Values of all services together, aliases written out. */
    serviceValues: 100_000,
    /** Steps that are read, and steps that run after fan-out. */
    steps: 3000,
    /** Groups within groups. */
    depth: 60,
};
function budget(total, what, { report, otherwise }) {
    let left = total;
    let told = false;
    return {
        spend: (amount, at) => {
            left -= amount;
            if (left >= 0)
                return true;
            const message = `there are more than ${total} ${what}; the rest is left out`;
            if (told)
                otherwise('too-many-values', at, message);
            else
                report('too-many-values', at, message);
            told = true;
            return false;
        },
    };
}

;// CONCATENATED MODULE: ./build/legacy/codeship/expand-groups.js
// Read steps become items: each with what it inherits, and a group with several services as one group a service
// (codeship.md 3.4).






function expandSteps(steps, expansion) {
    const copies = budget(limits.steps, 'steps', expansion.context);
    return expandList(steps, nothingGiven, { ...expansion, terms: new Map(), copies });
}
const expandList = (steps, given, pass) => steps.flatMap((step) => expandStep(step, given, pass) ?? []);
function expandStep(step, outer, pass) {
    if (!pass.copies.spend(1, step.node))
        return undefined;
    const given = inherit(step, outer, pass);
    if (step.type === 'run' || step.type === 'push' || step.type === 'load') {
        return expandLeaf(step, given, pass);
    }
    return expandGroup(step, step.type, given, pass);
}
function onFailOf(step, given, pass) {
    const label = step.keys.name === undefined ? 'on_fail' : `${step.keys.name.text} failed`;
    // Conditions of the step itself hold, or it would not have run.
    return expandList(step.onFail, {
        ...given,
        noApproval: true,
        isAfterFailure: true,
        from: [],
        groupNames: [...given.groupNames, (0,tree/* traced */.mn)(label)],
    }, pass);
}
function expandLeaf(step, given, pass) {
    const { keys, node } = step;
    const { context } = pass;
    if (given.service === undefined) {
        if (keys.service === undefined) {
            context.report('incomplete-step', node, 'a step has no `service`', 'add `service`');
        }
        else {
            context.otherwise('incomplete-step', node, 'the step is left out: its service does not exist');
        }
        return undefined;
    }
    const { service, node: serviceNode } = given.service;
    const words = step.type === 'run' ? argvOf(keys.command, context) : undefined;
    if (step.type === 'run' && words === undefined) {
        context.otherwise('incomplete-step', node, 'the step is left out: it has no valid command');
        return undefined;
    }
    const base = {
        node,
        before: step.before,
        service,
        terms: given.terms,
        label: leafLabel(step, words, given),
        onFail: onFailOf(step, given, pass),
        from: [...given.from, serviceNode],
        ...(given.credentials === undefined ? {} : { credentials: given.credentials }),
        ...(keys.name === undefined ? {} : { name: keys.name }),
    };
    if (words !== undefined)
        return { kind: 'run', ...base, ...words };
    const { image_name: imageName, image_tag: imageTag, registry } = keys;
    if (step.type === 'load' || imageName === undefined)
        return { kind: 'load', ...base };
    return {
        kind: 'push',
        ...base,
        imageName,
        ...(imageTag === undefined ? {} : { imageTag }),
        ...(registry === undefined ? {} : { registry }),
    };
}
const labelLength = 60;
/** A step's own name; else what it does, and where. */
function leafLabel(step, words, given) {
    const { keys } = step;
    const service = given.service?.service.name ?? '';
    const own = keys.name !== undefined
        ? (0,tree/* traced */.mn)(given.fanned ? `${keys.name.text} (${service})` : keys.name.text, keys.name)
        : (0,tree/* traced */.mn)(describe(step, words?.argv ?? [], service));
    return (0,tree/* joined */.oR)([...given.groupNames, own], ' / ');
}
function describe(step, argv, service) {
    if (step.type === 'push')
        return `Push ${step.keys.image_name?.text ?? service}`;
    if (step.type === 'load')
        return `Load ${service}`;
    const line = argv.join(' ').replace(/\s+/g, ' ').trim();
    const short = line.length > labelLength ? `${line.slice(0, labelLength).trimEnd()}…` : line;
    return `${short} (${service})`;
}
function expandGroup(step, type, given, pass) {
    const { keys } = step;
    const named = keys.name === undefined ? [] : [(0,tree/* traced */.mn)(keys.name.text, keys.name)];
    const inner = {
        ...given,
        noApproval: given.noApproval || type === 'manual',
        groupNames: [...given.groupNames, ...named],
    };
    const base = {
        node: step.node,
        before: step.before,
        terms: given.terms,
        label: (0,tree/* joined */.oR)(inner.groupNames, ' / '),
        onFail: onFailOf(step, given, pass),
        from: given.from,
    };
    const kind = kindOf(step, type, given, pass);
    const copies = fanOut(step, inner, pass);
    const lists = (copies ?? [inner]).map((copy) => expandList(step.steps, copy, pass));
    const isFanned = copies !== undefined && kind === 'parallel';
    const items = isFanned
        ? lists.map((list) => {
            const [only] = list;
            if (list.length === 1 && only !== undefined)
                return only;
            return { ...base, kind: 'serial', before: [], onFail: [], items: list };
        })
        : lists.flat();
    const group = { kind, ...base, items };
    if (leavesOf(group).length === 0) {
        pass.context.otherwise('empty-value', step.node, 'a group without steps does nothing');
    }
    return group;
}
function kindOf({ keys, node }, type, { noApproval }, { context }) {
    if (type === 'matrix')
        return 'parallel';
    if (type !== 'manual' || !noApproval)
        return type;
    context.report('approval-without-gate', keys.type ?? node, 'nobody is asked here: an approval or a failure came before, and CodeShip allowed one approval a build', 'write the steps without `type: manual`, or give them an approval of their own');
    return 'serial';
}
/** What each service of `services` hands down; undefined where the group has no such list. */
function fanOut(step, given, pass) {
    const { service, services } = step.keys;
    if (services === undefined)
        return undefined;
    if (service !== undefined) {
        pass.context.report('conflicting-keys', service, '`service` stands next to `services`, which wins', 'remove the one that is not meant');
    }
    if (services.length > 1 && (step.type === 'serial' || step.type === 'matrix')) {
        pass.context.report('fan-out-order', step.node, step.type === 'serial'
            ? 'the steps run for one service after the other, as the example in the documentation had it; its text said at the same time'
            : 'the services of a matrix run at the same time; their order was never documented');
    }
    if (!pass.copies.spend(services.length, step.node))
        return [];
    return services.flatMap((node) => {
        const found = serviceNamed(node.text, node, pass.services, pass.context);
        return found === undefined
            ? []
            : { ...given, service: { service: found, node }, fanned: services.length > 1 };
    });
}

// EXTERNAL MODULE: ./build/source/keys.js
var keys = __nccwpck_require__(7694);
// EXTERNAL MODULE: ./build/source/node.js
var source_node = __nccwpck_require__(6726);
;// CONCATENATED MODULE: ./build/legacy/codeship/names.js
// Names that GitHub, Compose and Docker accept, made from names that a user was free to choose.
/** A name that is not taken yet, and takes it: `name`, `name-2`, `name-3`. Letter case tells nothing apart. */
function uniqueName(name, taken) {
    for (let count = 1;; count++) {
        const candidate = count === 1 ? name : `${name}-${count}`;
        if (taken.has(candidate.toLowerCase()))
            continue;
        taken.add(candidate.toLowerCase());
        return candidate;
    }
}
/** Service names of Compose have letters, digits, `.`, `_` and `-`. */
const composeName = (name) => name.replace(/[^A-Za-z0-9._-]+/g, '-') || 'service';
/** CodeShip gave an image without a name one that began with `codeship_` (codeship.md 2.2). */
function imageName(service) {
    const name = service
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/([._-])[._-]*/g, '$1')
        .replace(/^[._-]+|[._-]+$/g, '');
    return `codeship_${name || 'service'}`;
}
/** Ids of steps, jobs and conditions: a letter or `_` in front, then letters, digits, `_` and `-`. */
function stepId(name, fallback) {
    const slug = name
        .toLowerCase()
        .replace(/[^a-z0-9_]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60)
        .replace(/-+$/, '');
    if (slug === '')
        return fallback;
    return /^[a-z_]/.test(slug) ? slug : `${fallback}-${slug}`;
}
/** A part of a file name, from a folder's path. */
const fileNamePart = (text) => text.replace(/[^A-Za-z0-9._-]+/g, '-');

// EXTERNAL MODULE: ./build/legacy/codeship/services-keys.js + 1 modules
var services_keys = __nccwpck_require__(6826);
;// CONCATENATED MODULE: ./build/legacy/codeship/read-services.js
// The services file: which mapping holds the services, and what each of them says (codeship.md 1.2, 2).






/** The services by name, in the order of the file. */
function readServices(document, context) {
    const entries = document.root === undefined ? [] : serviceEntries(document.root, context);
    const reader = (0,keys/* section */.uW)(services_keys/* servicesKeys */.J, { ignored: 'CodeShip ignored it' });
    const ids = new Set();
    const images = new Set();
    const found = [];
    const count = budget(limits.services, 'services', context);
    const values = budget(limits.serviceValues, 'values in services', context);
    for (const { key, value } of entries) {
        if (!count.spend(1, value) || !values.spend(weightOf(value), value))
            break;
        const keys = reader.read(value, context);
        if (keys === undefined || value.kind !== 'mapping')
            continue;
        const id = uniqueName(composeName(key.text), ids);
        const build = readBuild(keys, context);
        const named = build === undefined ? keys.image : namedByBuild(keys);
        if (build === undefined && named === undefined) {
            context.report('incomplete-service', value, `the service \`${key.text}\` has neither \`image\` nor \`build\``, 'give it one of both, or remove it');
            continue;
        }
        found.push({
            name: key.text,
            id,
            node: value,
            before: value.before,
            keys,
            image: named === undefined
                ? { name: uniqueName(imageName(key.text), images) }
                : { name: named.text, node: named },
            ...(build === undefined ? {} : { build }),
        });
    }
    return connectServices(found, context);
}
/** How much a service says, two levels deep; keys with more levels take only as much as they know. */
function weightOf(node) {
    if (node.kind !== 'mapping')
        return 1;
    return node.entries.reduce((sum, { value }) => {
        const inner = value.kind === 'mapping' ? value.entries.map((each) => each.value) : [value];
        return sum + inner.reduce((all, each) => all + lengthOf(each), 0);
    }, 0);
}
const lengthOf = (node) => node.kind === 'scalar' ? 1 : node.kind === 'mapping' ? node.entries.length : node.items.length;
/** Form B has the services under `services`; form A at the top (codeship.md 1.2). */
function serviceEntries(root, context) {
    if (root.kind !== 'mapping') {
        context.report('wrong-type', root, 'found no mapping, expected a mapping of names to services', 'write the name of a service, and its keys below');
        return [];
    }
    const nested = (0,source_node/* entryOf */.Ms)(root, 'services')?.value;
    if (nested?.kind === 'mapping' && isMappingOfServices(nested)) {
        for (const { key, value } of root.entries) {
            if (value === nested)
                continue;
            context.otherwise('dropped-key', value, key.text === 'version'
                ? '`version` is left out: CodeShip ignored it'
                : `\`${key.text}\` is left out: CodeShip read nothing but \`services\``);
        }
        return nested.entries;
    }
    return root.entries.filter(({ key, value }) => {
        if (key.text !== 'version' || value.kind !== 'scalar')
            return true;
        context.otherwise('dropped-key', value, '`version` is left out: CodeShip ignored it');
        return false;
    });
}
const isMappingOfServices = (node) => node.entries.every(({ value }) => value.kind === 'mapping') &&
    !node.entries.some(({ key }) => key.text === 'image' || key.text === 'build');
function namedByBuild(keys) {
    return keys.build !== undefined && 'node' in keys.build ? keys.build.image : undefined;
}
function readBuild(keys, context) {
    const { build } = keys;
    if (keys.image !== undefined) {
        if (build !== undefined) {
            const node = 'node' in build ? build.node : build;
            context.report('conflicting-keys', node, '`build` stands next to `image`; CodeShip took one of both only, and here `image` wins', 'remove the one that is not meant');
        }
        if (keys.dockerfile !== undefined) {
            context.otherwise('dropped-key', keys.dockerfile, '`dockerfile` is left out: the service has an `image`, so nothing is built');
        }
        return undefined;
    }
    if (build === undefined)
        return undefined;
    if (!('node' in build)) {
        return {
            context: build,
            encryptedArgsFiles: [],
            encryptedArgs: [],
            from: [],
            ...(keys.dockerfile === undefined ? {} : { dockerfile: keys.dockerfile }),
        };
    }
    const folder = synonym(build.context, build.path, 'context', context);
    const file = synonym(build.dockerfile ?? keys.dockerfile, build.dockerfile_path ?? (build.dockerfile === undefined ? undefined : keys.dockerfile), 'dockerfile', context);
    return {
        encryptedArgsFiles: build.encrypted_args_file ?? [],
        encryptedArgs: build.encrypted_args ?? [],
        from: [...folder.from, ...file.from],
        ...(folder.node === undefined ? {} : { context: folder.node }),
        ...(file.node === undefined ? {} : { dockerfile: file.node }),
        ...(build.args === undefined ? {} : { args: build.args }),
    };
}
/** Of two names for one thing the newer one counts (codeship.md 2.2). */
function synonym(newer, older, name, { report }) {
    if (newer === undefined)
        return older === undefined ? { from: [] } : { node: older, from: [] };
    if (older === undefined)
        return { node: newer, from: [] };
    if (older.text === newer.text)
        return { node: newer, from: [older] };
    report('conflicting-keys', older, `\`${name}\` says \`${newer.text}\` and wins over \`${older.text}\` under an older name of the key`, 'remove the one that is not meant');
    return { node: newer, from: [] };
}

// EXTERNAL MODULE: ./build/legacy/codeship/steps-keys.js
var steps_keys = __nccwpck_require__(7824);
;// CONCATENATED MODULE: ./build/legacy/codeship/read-steps.js
// The steps file as a tree: what each step is, and what stands in it that its kind does not take (codeship.md 3.1, 3.2).



const reader = (0,keys/* section */.uW)(steps_keys/* stepsKeys */.a4, { ignored: 'CodeShip had no such key for steps' });
/** The top level of the file is a serial group. */
function readSteps(document, context) {
    if (document.root === undefined)
        return [];
    const steps = budget(limits.steps, 'steps', context);
    return readList(document.root, { ...context, known: new Map(), steps, depth: 0 });
}
function readList(node, pass) {
    if (node.kind !== 'sequence') {
        pass.report('wrong-type', node, `found ${node.kind === 'mapping' ? 'a mapping' : 'a single value'}, expected a list of steps`, 'write `- ` in front of each step');
        return [];
    }
    if (pass.depth > limits.depth) {
        pass.report('too-many-values', node, `groups are nested deeper than ${limits.depth}`);
        return [];
    }
    if (!pass.steps.spend(node.items.length, node))
        return [];
    const inner = { ...pass, depth: pass.depth + 1 };
    return node.items.flatMap((item) => {
        if (!pass.known.has(item))
            pass.known.set(item, readStep(item, inner));
        return pass.known.get(item) ?? [];
    });
}
function readStep(node, pass) {
    const read = reader.read(node, pass);
    if (read === undefined || node.kind !== 'mapping')
        return undefined;
    const keys = withoutEmptyName(read, pass);
    const type = typeOf(keys, pass);
    if (type === undefined)
        return undefined;
    leaveOut(type, keys, pass);
    const isGroup = steps_keys/* keysOfType */.k9[type].includes('steps');
    const steps = isGroup && keys.steps !== undefined ? readList(keys.steps, pass) : [];
    const onFail = keys.on_fail === undefined ? [] : readList(keys.on_fail, pass);
    return { type, node, before: commentsOf(node), keys, steps, onFail };
}
function withoutEmptyName(keys, { otherwise }) {
    if (keys.name === undefined || keys.name.text.trim() !== '')
        return keys;
    otherwise('empty-value', keys.name, 'an empty name is none');
    const { name, ...others } = keys;
    return others;
}
/** Every comment of a step, above it or beside its keys, but for those of the steps within. */
function commentsOf(node) {
    return [
        ...node.before,
        ...node.entries.flatMap(({ value, merged }) => merged ? [] : [...value.before, ...(value.behind === undefined ? [] : [value.behind])]),
    ];
}
function typeOf(keys, context) {
    const said = keys.type?.text;
    if (said !== undefined) {
        const missing = steps_keys/* keysOfType */.k9[said].includes('steps') && keys.steps === undefined
            ? 'steps'
            : said === 'run' && keys.command === undefined
                ? 'command'
                : said === 'push' && keys.image_name === undefined
                    ? 'image_name'
                    : undefined;
        if (missing === undefined)
            return said;
        incomplete(keys, `a step of type \`${said}\` has no \`${missing}\``, `add \`${missing}\``, context);
        return undefined;
    }
    // A type that was given and is none is reported by its reader; CodeShip refused the file.
    if (keys.node.entries.some(({ key }) => key.text === 'type' && !isBlank(key.text, keys))) {
        context.otherwise('incomplete-step', keys.node, 'the step is left out: it has no valid type');
        return undefined;
    }
    if (keys.command !== undefined)
        return 'run';
    if (keys.steps !== undefined) {
        context.report('group-without-type', keys.node, 'a group without `type` is not documented; it is taken as `serial`', 'write `type: serial` or `type: parallel`');
        return 'serial';
    }
    if (keys.image_name !== undefined) {
        incomplete(keys, 'a step has `image_name`, but not `type: push`', 'add `type: push`', context);
        return undefined;
    }
    incomplete(keys, 'a step has neither `command` nor `steps`', 'add `command`', context);
    return undefined;
}
/** `type:` without a value is no type. */
function isBlank(key, keys) {
    const node = keys.node.entries.find((entry) => entry.key.text === key)?.value;
    return node?.kind === 'scalar' && node.style === 'plain' && /^(?:|~|null)$/i.test(node.text);
}
function incomplete(keys, message, help, context) {
    context.report('incomplete-step', keys.node, message, help);
}
const everyType = [
    'type',
    'name',
    'service',
    'tag',
    'exclude',
    'on_fail',
    'encrypted_dockercfg_path',
    'dockercfg_service',
];
/** Says what the kind of step has no use for. */
function leaveOut(type, keys, context) {
    for (const { key, value } of keys.node.entries) {
        if (everyType.includes(key.text) || steps_keys/* keysOfType */.k9[type].includes(key.text))
            continue;
        if (!Object.hasOwn(steps_keys/* stepsKeys */.a4, key.text))
            continue;
        const takers = Object.entries(steps_keys/* keysOfType */.k9).filter(([, taken]) => taken.includes(key.text));
        context.otherwise('dropped-key', value, `\`${key.text}\` is left out: it means something for ${takers.map(([name]) => `\`${name}\``).join(', ')} only, and this step is of type \`${type}\``);
    }
}

;// CONCATENATED MODULE: ./build/docker/dockerfile.js
// What the build action must know of a Dockerfile before it builds: which images it starts from, which
// arguments it declares, and what in it only BuildKit understands. The builder does the real reading.
/** Arguments that every Dockerfile may use without declaring them. */
const predefinedArguments = new Set(['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [
    name,
    name.toLowerCase(),
]));
/** Arguments that steer the builder itself; no Dockerfile declares them. */
const builderArgument = /^(BUILDKIT_|SOURCE_DATE_EPOCH$|TARGET|BUILD(PLATFORM|OS|ARCH|VARIANT)$)/;
const heredocWord = /<<-?\s*(["']?)([A-Za-z_][A-Za-z0-9_]*)\1/g;
const heredocInstructions = new Set(['RUN', 'COPY', 'ADD']);
function escapeCharacter(lines) {
    for (const line of lines) {
        const directive = /^\s*#\s*([A-Za-z]+)\s*=\s*(.*?)\s*$/.exec(line);
        if (directive === null)
            return '\\';
        if (directive[1]?.toLowerCase() === 'escape' && directive[2] === '`')
            return '`';
    }
    return '\\';
}
/** Joins continued lines, leaves comments and the bodies of here-documents out. */
function instructions(text) {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const continuation = escapeCharacter(lines);
    const list = [];
    let heredoc = false;
    let open = '';
    const ends = [];
    for (const line of lines) {
        const end = ends[0];
        if (end !== undefined) {
            if (line.replace(/^\t+/, '') === end || line === end)
                ends.shift();
            continue;
        }
        if (/^\s*(#|$)/.test(line))
            continue;
        const trimmed = line.trimEnd();
        if (trimmed.endsWith(continuation)) {
            open += `${trimmed.slice(0, -1)} `;
            continue;
        }
        const whole = (open + trimmed).trim();
        open = '';
        const match = /^(\S+)\s*([\s\S]*)$/.exec(whole);
        if (match === null)
            continue;
        const instruction = { keyword: (match[1] ?? '').toUpperCase(), rest: match[2] ?? '' };
        list.push(instruction);
        if (!heredocInstructions.has(instruction.keyword))
            continue;
        for (const [, , word] of instruction.rest.matchAll(heredocWord)) {
            if (word !== undefined)
                ends.push(word);
        }
        heredoc = heredoc || ends.length > 0;
    }
    return { list, heredoc };
}
/** Fills in `$X`, `${X}`, `${X:-word}` and `${X:+word}`; what is unknown becomes nothing, as in Docker. */
function fillIn(text, values) {
    return text.replace(/\$(?:\{([A-Za-z_][A-Za-z0-9_]*)(?::([-+])([^}]*))?\}|([A-Za-z_][A-Za-z0-9_]*))/g, (_all, braced, mark, word, bare) => {
        const value = values.get(braced ?? bare) ?? '';
        if (mark === '-')
            return value === '' ? (word ?? '') : value;
        if (mark === '+')
            return value === '' ? '' : (word ?? '');
        return value;
    });
}
/** Names and defaults of one `ARG` line, which may declare several. */
function argumentsOf(rest) {
    return [...rest.matchAll(/([A-Za-z_][A-Za-z0-9_]*)(?:=("[^"]*"|'[^']*'|\S*))?(?:\s+|$)/g)].map(([, name, value]) => ({
        name: name ?? '',
        fallback: value?.replace(/^(["'])([\s\S]*)\1$/, '$2'),
    }));
}
/** Splits leading `--flag=value` words from the rest of an instruction. */
function flagsOf(rest) {
    const match = /^((?:--\S+\s+)*)([\s\S]*)$/.exec(rest);
    return { flags: (match?.[1] ?? '').split(/\s+/).filter(Boolean), tail: match?.[2] ?? '' };
}
/**
 * Reads a Dockerfile as far as it concerns the choice of a builder.
 *
 * @param text the file's text
 * @param given build arguments by name; they win over the defaults that stand in the file
 */
function readDockerfile(text, given) {
    const { list, heredoc } = instructions(text);
    const stages = new Set();
    const images = new Set();
    const declared = new Set();
    const needs = new Set(heredoc ? ['a here-document'] : []);
    const global = new Map();
    let stageCount = 0;
    const take = (name) => {
        const image = fillIn(name, global);
        if (image === '' ||
            image === 'scratch' ||
            stages.has(image.toLowerCase()) ||
            /^\d+$/.test(image))
            return;
        images.add(image);
    };
    for (const { keyword, rest } of list) {
        const { flags, tail } = flagsOf(rest);
        if (keyword === 'ARG') {
            for (const { name, fallback } of argumentsOf(rest)) {
                declared.add(name);
                const value = given.get(name) ?? (fallback === undefined ? undefined : fillIn(fallback, global));
                if (stageCount === 0 && value !== undefined)
                    global.set(name, value);
            }
        }
        if (keyword === 'FROM') {
            const [image = '', as = '', stage = ''] = tail.split(/\s+/);
            take(image);
            if (as.toUpperCase() === 'AS')
                stages.add(stage.toLowerCase());
            stageCount += 1;
        }
        for (const flag of flags) {
            const from = /^--from=(.+)$/.exec(flag)?.[1] ?? /^--mount=(?:.*,)?from=([^,]+)/.exec(flag)?.[1];
            if (from !== undefined)
                take(from);
            if (/^--(mount|network|security|link|parents|exclude|checksum|keep-git-dir)\b/.test(flag)) {
                needs.add(`\`${keyword} ${flag.replace(/=.*$/, '')}\``);
            }
        }
    }
    return { baseImages: [...images], declaredArguments: declared, needsBuildKit: [...needs] };
}
/** Names among `given` that no `ARG` of the file declares: Docker passes over them (codeship.md 2.2). */
function undeclaredArguments(dockerfile, given) {
    return given.filter((name) => !dockerfile.declaredArguments.has(name) &&
        !predefinedArguments.has(name) &&
        !builderArgument.test(name));
}

;// CONCATENATED MODULE: ./build/template/escape.js
/** The escaping functions of the template language, with Go's choice of characters and spellings. */
const HTML = {
    '\0': '\ufffd',
    '"': '&#34;',
    "'": '&#39;',
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
};
function htmlEscaped(text) {
    return text.replace(/[\0"'&<>]/g, (char) => HTML[char] ?? char);
}
/** Letters, marks, numbers, punctuation, symbols, and the ASCII blank. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
function isPrintable(char) {
    return PRINTABLE.test(char);
}
function jsEscaped(text) {
    return text.replace(/[\0-\x1f\\'"<>&=]|[^\0-\x7f]/gu, (char) => {
        if (char === '\\' || char === "'" || char === '"')
            return `\\${char}`;
        if (char > '\x7f' && isPrintable(char))
            return char;
        return `\\u${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    });
}
function queryEscaped(text) {
    const bytes = new TextEncoder().encode(text);
    let escaped = '';
    for (const byte of bytes) {
        const char = String.fromCharCode(byte);
        if (byte < 0x80 && /[A-Za-z0-9\-_.~]/.test(char))
            escaped += char;
        else if (char === ' ')
            escaped += '+';
        else
            escaped += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return escaped;
}

;// CONCATENATED MODULE: ./build/template/float.js
/** No float has more digits that aren't zero. */
const MOST_DIGITS = 1_100;
/** The exponent from which Go leaves the plain form, where no precision is given. */
const SHORTEST_LIMIT = 6;
/**
 * A float by the verbs `e`, `f` and `g` of Go's `fmt`, in either case, or `v`. Without a precision,
 * `g` and `v` print the fewest digits that keep the value.
 */
function floatText(value, verb, precision) {
    const magnitude = Math.abs(value);
    const lower = verb.toLowerCase();
    const digits = Math.min(precision ?? 6, MOST_DIGITS);
    const zeros = '0'.repeat((precision ?? digits) - digits);
    const text = lower === 'e'
        ? scientific(magnitude, digits).replace('e', `${zeros}e`)
        : lower === 'f'
            ? fixed(magnitude, digits) + zeros
            : general(magnitude, precision === undefined ? undefined : digits);
    const signed = value < 0 || Object.is(value, -0) ? `-${text}` : text;
    return verb === 'E' || verb === 'G' ? signed.toUpperCase() : signed;
}
/** A float of any size times a power of ten, rounded to a whole number, halves to the even neighbour. */
function scaled(value, power) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    const bits = view.getBigUint64(0);
    const biased = Number(bits >> 52n);
    const fraction = bits & ((1n << 52n) - 1n);
    const exponent = Math.max(biased, 1) - 1075;
    let numerator = biased === 0 ? fraction : fraction | (1n << 52n);
    let denominator = 1n;
    if (exponent >= 0)
        numerator <<= BigInt(exponent);
    else
        denominator <<= BigInt(-exponent);
    if (power >= 0)
        numerator *= 10n ** BigInt(power);
    else
        denominator *= 10n ** BigInt(-power);
    const whole = numerator / denominator;
    const twiceRest = (numerator - whole * denominator) * 2n;
    const up = twiceRest > denominator || (twiceRest === denominator && whole % 2n === 1n);
    return up ? whole + 1n : whole;
}
function fixed(value, digits) {
    const text = String(scaled(value, digits)).padStart(digits + 1, '0');
    return withPoint(text, text.length - digits);
}
function withPoint(digits, at) {
    return at >= digits.length ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
}
function scientific(value, digits) {
    const shown = exponentOf(value);
    const known = value === 0 ? '0'.repeat(digits + 1) : String(scaled(value, digits - shown));
    // The fewest digits may stand for a value just below them, with one exponent less.
    const exact = known.length <= digits ? shown - 1 : shown;
    const text = exact === shown ? known : String(scaled(value, digits - exact));
    // Rounding up can give one digit more.
    const exponent = exact + Math.max(0, text.length - digits - 1);
    return `${withPoint(text.slice(0, digits + 1), 1)}${exponentText(exponent)}`;
}
function exponentOf(value) {
    return Number(value.toExponential().split('e')[1]);
}
/** Go writes at least two digits of an exponent. */
function exponentText(exponent) {
    return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
function general(value, precision) {
    const digits = precision === undefined ? undefined : Math.max(1, precision);
    const text = digits === undefined ? value.toExponential() : scientific(value, digits - 1);
    const [mantissa = '', power = '0'] = text.split('e');
    const exponent = Number(power);
    const significant = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
    if (exponent < -4 || exponent >= (digits ?? SHORTEST_LIMIT)) {
        return `${significant}${exponentText(exponent)}`;
    }
    // Go counts digits, trailing zeros left out.
    const count = significant.replace('.', '').length;
    return fixed(value, Math.max(0, count - 1 - exponent));
}

;// CONCATENATED MODULE: ./build/template/time.js
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DAY_SECONDS = 86_400;
/** JavaScript's dates end 275,000 years from now in both directions. */
const LARGEST = 8.64e12;
function clock({ unixSeconds }) {
    const seconds = Number.isFinite(unixSeconds) ? Math.floor(unixSeconds) : 0;
    const date = new Date(Math.max(-LARGEST, Math.min(LARGEST, seconds)) * 1000);
    const year = date.getUTCFullYear();
    const newYear = new Date(0);
    newYear.setUTCFullYear(year, 0, 1);
    return {
        year,
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        weekday: date.getUTCDay(),
        yearDay: Math.floor((date.getTime() - newYear.getTime()) / 1000 / DAY_SECONDS) + 1,
    };
}
function monthName(month) {
    return MONTHS[month - 1] ?? `%!Month(${month})`;
}
function dayName(weekday) {
    return DAYS[weekday] ?? `%!Weekday(${weekday})`;
}
/** What Go prints for a time without a layout. */
function timeText(time) {
    return time_formatTime(time, '2006-01-02 15:04:05.999999999 -0700 MST');
}
function padded(value, width, fill = '0') {
    return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(width, fill)}`;
}
/** Elements of Go's layouts. Longer ones come first; `at` sees the clock. Time zone: UTC. */
const ELEMENTS = [
    [/January/y, (at) => monthName(at.month)],
    [/Jan(?![a-z])/y, (at) => monthName(at.month).slice(0, 3)],
    [/Monday/y, (at) => dayName(at.weekday)],
    [/Mon(?![a-z])/y, (at) => dayName(at.weekday).slice(0, 3)],
    [/MST/y, () => 'UTC'],
    [/2006/y, (at) => padded(at.year, 4)],
    [/__2/y, (at) => padded(at.yearDay, 3, ' ')],
    [/002/y, (at) => padded(at.yearDay, 3)],
    [/01/y, (at) => padded(at.month, 2)],
    [/02/y, (at) => padded(at.day, 2)],
    [/03/y, (at) => padded(twelve(at.hour), 2)],
    [/04/y, (at) => padded(at.minute, 2)],
    [/05/y, (at) => padded(at.second, 2)],
    [/06/y, (at) => padded(at.year % 100, 2)],
    [/15/y, (at) => padded(at.hour, 2)],
    [/_2(?!006)/y, (at) => padded(at.day, 2, ' ')],
    [/1/y, (at) => String(at.month)],
    [/2/y, (at) => String(at.day)],
    [/3/y, (at) => String(twelve(at.hour))],
    [/4/y, (at) => String(at.minute)],
    [/5/y, (at) => String(at.second)],
    [/PM/y, (at) => (at.hour >= 12 ? 'PM' : 'AM')],
    [/pm/y, (at) => (at.hour >= 12 ? 'pm' : 'am')],
    [/-07:00:00|-07:00|-070000|-0700|-07/y, (_, found) => found.replace('-', '+').replace(/7/g, '0')],
    [/Z07:00:00|Z07:00|Z070000|Z0700|Z07/y, () => 'Z'],
    [/[.,]0+(?!\d)/y, (_, found) => found],
    [/[.,]9+(?!\d)/y, () => ''],
];
function twelve(hour) {
    return hour % 12 === 0 ? 12 : hour % 12;
}
/** Go's `Time.Format` in UTC. Seconds have no fraction. */
function time_formatTime(time, layout) {
    const at = clock(time);
    let text = '';
    let position = 0;
    while (position < layout.length) {
        const element = ELEMENTS.find(([pattern]) => {
            pattern.lastIndex = position;
            return pattern.test(layout);
        });
        if (element === undefined) {
            text += layout.charAt(position);
            position += 1;
            continue;
        }
        const [pattern, write] = element;
        const end = pattern.lastIndex;
        text += write(at, layout.slice(position, end));
        position = end;
    }
    return text;
}

;// CONCATENATED MODULE: ./build/template/value.js

function value_failure(message) {
    return { kind: 'failure', message };
}
function value_stringValue(value) {
    return { kind: 'string', value };
}
function value_intValue(value, type = 'int') {
    return { kind: 'int', value: BigInt(value), type };
}
function value_boolValue(value) {
    return { kind: 'bool', value };
}
function value_typeName(value) {
    switch (value.kind) {
        case 'int':
            return value.type;
        case 'float':
            return 'float64';
        case 'time':
            return 'time.Time';
        case 'nil':
            return '<nil>';
        default:
            return value.kind;
    }
}
/** Go's idea of a value that counts as true: neither zero nor empty. */
function value_isTrue(value) {
    switch (value.kind) {
        case 'string':
            return value.value !== '';
        case 'int':
            return value.value !== 0n;
        case 'float':
            return value.value !== 0;
        case 'bool':
            return value.value;
        case 'nil':
            return false;
        default:
            return true;
    }
}
/** What the `String` method of a value gives, if it has one. */
function stringerText(value) {
    if (value.kind === 'time')
        return timeText(value.time);
    return value.kind === 'int' ? value.text : undefined;
}
/** UTF-8, as Go holds text. */
function utf8(text) {
    return new TextEncoder().encode(text);
}
function fromUtf8(bytes) {
    return new TextDecoder().decode(bytes);
}

;// CONCATENATED MODULE: ./build/template/format-value.js



const PLAIN = { plus: false, minus: false, sharp: false, space: false, zero: false };
/** A verb that Go can and this project can't print, such as a time as a number. */
const UNSUPPORTED = Symbol('unsupported');
/** One argument by one verb, as Go's `fmt` prints it, mistakes of the format included. */
function formatValue(value, verb, spec) {
    if (value.kind === 'nil')
        return verb === 'v' || verb === 'T' ? format_value_padded('<nil>', spec) : `%!${verb}(<nil>)`;
    if (value.kind === 'fields')
        return UNSUPPORTED;
    if (verb === 'T')
        return format_value_padded(truncated(value_typeName(value), spec), spec);
    const goSyntax = verb === 'v' && spec.sharp;
    const stringer = stringerText(value);
    if (stringer !== undefined && !goSyntax && 'vsxXq'.includes(verb)) {
        return formatString(stringer, verb, spec) ?? UNSUPPORTED;
    }
    const text = byKind(value, verb, verb === 'v' ? { ...spec, sharp: false, plus: false } : spec, goSyntax);
    return text ?? badVerb(value, verb, spec);
}
/** The plain form of a value, as `print` and `%v` show it. */
function plainText(value) {
    return formatValue(value, 'v', PLAIN);
}
function byKind(value, verb, spec, goSyntax) {
    switch (value.kind) {
        case 'bool':
            return verb === 'v' || verb === 't' ? format_value_padded(String(value.value), spec) : undefined;
        case 'int':
            return formatInteger(value.value, value.type, verb, spec, goSyntax);
        case 'string':
            return goSyntax ? quotedString(value.value, spec) : formatString(value.value, verb, spec);
        case 'float': {
            if (!'vbgGxXfFeE'.includes(verb))
                return undefined;
            if ('bxX'.includes(verb) || goSyntax || spec.sharp)
                return UNSUPPORTED;
            return signedPadding(floatText(value.value, verb, spec.precision), spec);
        }
        default:
            return UNSUPPORTED;
    }
}
function badVerb(value, verb, spec) {
    const inner = 'text' in value ? { ...value, text: undefined } : value;
    const shown = value.kind === 'time' ? UNSUPPORTED : byKind(inner, 'v', spec, false);
    return typeof shown === 'string' ? `%!${verb}(${value_typeName(value)}=${shown})` : UNSUPPORTED;
}
/** Fills up to the width, counted in characters; zeros go to the left only. */
function format_value_padded(text, spec) {
    const missing = (spec.width ?? 0) - [...text].length;
    if (missing <= 0)
        return text;
    if (spec.minus)
        return text + ' '.repeat(missing);
    return (spec.zero ? '0' : ' ').repeat(missing) + text;
}
function formatString(text, verb, spec) {
    switch (verb) {
        case 'v':
        case 's':
            return format_value_padded(truncated(text, spec), spec);
        case 'x':
        case 'X':
            return format_value_padded(hexadecimal(text, verb, spec), spec);
        case 'q':
            return quotedString(text, spec);
        default:
            return undefined;
    }
}
function truncated(text, { precision }) {
    return precision === undefined ? text : [...text].slice(0, precision).join('');
}
function quotedString(text, spec) {
    const cut = truncated(text, spec);
    if (spec.sharp && !/[`\x7f\0-\x08\x0a-\x1f\ufeff]/.test(cut))
        return format_value_padded(`\`${cut}\``, spec);
    return format_value_padded(`"${[...cut].map((char) => quotedChar(char, '"', spec.plus)).join('')}"`, spec);
}
const ESCAPES = {
    '\x07': 'a',
    '\b': 'b',
    '\f': 'f',
    '\n': 'n',
    '\r': 'r',
    '\t': 't',
    '\v': 'v',
    '\\': '\\',
};
function quotedChar(char, quote, ascii) {
    if (char === quote)
        return `\\${char}`;
    const simple = ESCAPES[char];
    if (simple !== undefined)
        return `\\${simple}`;
    const code = char.codePointAt(0) ?? 0;
    if (isPrintable(char) && !(ascii && code > 0x7f))
        return char;
    if (code < 0x80)
        return `\\x${code.toString(16).padStart(2, '0')}`;
    return code < 0x10000
        ? `\\u${code.toString(16).padStart(4, '0')}`
        : `\\U${code.toString(16).padStart(8, '0')}`;
}
function hexadecimal(text, verb, { precision, space, sharp }) {
    const bytes = utf8(text).subarray(0, precision ?? text.length * 4);
    const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
    const lower = space
        ? digits.map((pair) => (sharp ? `0x${pair}` : pair)).join(' ')
        : `${sharp && digits.length > 0 ? '0x' : ''}${digits.join('')}`;
    return verb === 'X' ? lower.toUpperCase() : lower;
}
const BASES = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
const MAX_RUNE = 0x10ffffn;
function formatInteger(value, type, verb, spec, goSyntax) {
    if (verb === 'c')
        return format_value_padded(rune(value), spec);
    if (verb === 'q')
        return format_value_padded(`'${quotedChar(rune(value), "'", spec.plus)}'`, spec);
    if (verb === 'U')
        return codePoint(value, spec);
    const base = BASES[verb];
    if (base === undefined)
        return undefined;
    if (goSyntax && type === 'uint8')
        return formatInteger(value, type, 'x', { ...spec, sharp: true }, false);
    const negative = value < 0n;
    const magnitude = negative ? -value : value;
    if (spec.precision === 0 && value === 0n)
        return ' '.repeat(spec.width ?? 0);
    let digits = magnitude.toString(base);
    if (verb === 'X')
        digits = digits.toUpperCase();
    const signed = negative || spec.plus || spec.space;
    const filled = spec.zero && !spec.minus ? (spec.width ?? 0) - (signed ? 1 : 0) : 0;
    digits = digits.padStart(spec.precision ?? filled, '0');
    if (spec.sharp && base === 8 && !digits.startsWith('0'))
        digits = `0${digits}`;
    else if (spec.sharp && base !== 8 && base !== 10)
        digits = `0${verb}${digits}`;
    if (verb === 'O')
        digits = `0o${digits}`;
    const sign = negative ? '-' : spec.plus ? '+' : spec.space ? ' ' : '';
    return format_value_padded(sign + digits, { ...spec, zero: false });
}
function rune(value) {
    const valid = value >= 0n && value <= MAX_RUNE && (value < 0xd800n || value > 0xdfffn);
    return valid ? String.fromCodePoint(Number(value)) : '\ufffd';
}
function codePoint(value, spec) {
    const unsigned = BigInt.asUintN(64, value);
    const digits = unsigned
        .toString(16)
        .toUpperCase()
        .padStart(Math.max(4, spec.precision ?? 4), '0');
    const char = unsigned <= MAX_RUNE && isPrintable(rune(value)) ? ` '${rune(value)}'` : '';
    return format_value_padded(`U+${digits}${spec.sharp ? char : ''}`, { ...spec, zero: false });
}
/** A float without a sign gets one if asked for; zeros go between the sign and the digits. */
function signedPadding(number, spec) {
    const negative = number.startsWith('-');
    const sign = negative ? '-' : spec.plus ? '+' : spec.space ? ' ' : '';
    const digits = negative ? number.slice(1) : number;
    if (sign === '' || !spec.zero || spec.minus)
        return format_value_padded(sign + digits, spec);
    return sign + format_value_padded(digits, { ...spec, width: (spec.width ?? 0) - 1 });
}

;// CONCATENATED MODULE: ./build/template/format.js


/** Go refuses widths and precisions beyond this. */
const LARGEST_NUMBER = 1_000_000;
const UNPRINTABLE = value_failure('Go can print this, but only CodeShip knew what');
/** Go's `fmt.Sprint`: blanks between values of which neither is a string. */
function format_printed(values) {
    return joined(values, (value, before) => before !== undefined && value.kind !== 'string' && before.kind !== 'string');
}
/** Go's `fmt.Sprintln`: blanks between all values, and a newline. */
function printedLine(values) {
    const line = joined(values, (_, before) => before !== undefined);
    return typeof line === 'string' ? `${line}\n` : line;
}
function joined(values, blankBefore) {
    let text = '';
    for (const [at, value] of values.entries()) {
        const plain = plainText(value);
        if (plain === UNSUPPORTED)
            return UNPRINTABLE;
        text += `${blankBefore(value, values[at - 1]) ? ' ' : ''}${plain}`;
    }
    return text;
}
const FLAGS = /[#0+\- ]*/y;
const DIGITS = /\d+/y;
/** Go's `fmt.Sprintf`, mistakes included (`%!d(string=x)`). A failure beyond `longest` characters. */
function formatted(format, values, longest) {
    const printer = { format, values, at: 0, next: 0, reordered: false, text: '' };
    while (printer.at < format.length) {
        const percent = format.indexOf('%', printer.at);
        printer.text += format.slice(printer.at, percent < 0 ? format.length : percent);
        if (percent < 0)
            break;
        printer.at = percent + 1;
        if (!printVerb(printer))
            return UNPRINTABLE;
        if (printer.text.length > longest)
            return value_failure('the text grows too long');
    }
    if (printer.reordered || printer.next >= values.length)
        return printer.text;
    const extra = values.slice(Math.max(printer.next, 0)).map((value) => {
        const plain = plainText(value);
        return plain === UNSUPPORTED
            ? undefined
            : value.kind === 'nil'
                ? '<nil>'
                : `${value_typeName(value)}=${plain}`;
    });
    return extra.includes(undefined) ? UNPRINTABLE : `${printer.text}%!(EXTRA ${extra.join(', ')})`;
}
function match(printer, sticky) {
    sticky.lastIndex = printer.at;
    const found = sticky.exec(printer.format)?.[0] ?? '';
    printer.at += found.length;
    return found;
}
/** Reads and prints what follows one `%`; false when that can't be printed here. */
function printVerb(printer) {
    const flags = match(printer, FLAGS);
    let index = argumentIndex(printer);
    let good = index.good;
    const width = measure(printer, '%!(BADWIDTH)', -LARGEST_NUMBER);
    // An index has to be followed by what it chooses the argument for.
    if (index.read && width.digits)
        good = false;
    if (width.star)
        index = NO_INDEX;
    let precision;
    if (printer.format.charAt(printer.at) === '.' && printer.at + 1 < printer.format.length) {
        printer.at += 1;
        if (index.read)
            good = false;
        index = argumentIndex(printer);
        good &&= index.good;
        precision = measure(printer, '%!(BADPREC)', 0);
        if (precision.star)
            index = NO_INDEX;
    }
    if (!index.read)
        good = argumentIndex(printer).good && good;
    if (printer.at >= printer.format.length) {
        printer.text += '%!(NOVERB)';
        return true;
    }
    const verb = String.fromCodePoint(printer.format.codePointAt(printer.at) ?? 0);
    printer.at += verb.length;
    const value = printer.values[printer.next];
    if (verb === '%')
        printer.text += '%';
    else if (!good)
        printer.text += `%!${verb}(BADINDEX)`;
    else if (value === undefined)
        printer.text += `%!${verb}(MISSING)`;
    else {
        const text = formatValue(value, verb, specOf(flags, width, precision));
        if (text === UNSUPPORTED)
            return false;
        printer.text += text;
        printer.next += 1;
    }
    return true;
}
function measure(printer, complaint, least) {
    if (printer.format.charAt(printer.at) === '*') {
        printer.at += 1;
        const argument = printer.values[printer.next];
        if (argument !== undefined)
            printer.next += 1;
        const value = argument?.kind === 'int' ? Number(argument.value) : Number.NaN;
        if (value >= least && value <= LARGEST_NUMBER)
            return { value, digits: false, star: true };
        printer.text += complaint;
        return { digits: false, star: true };
    }
    const digits = match(printer, DIGITS);
    if (digits === '')
        return { digits: false, star: false };
    const value = Number(digits);
    // Go looks before it takes the last digit.
    if (Math.floor(value / 10) <= LARGEST_NUMBER)
        return { value, digits: true, star: false };
    printer.at = printer.format.length;
    return { digits: false, star: false };
}
function specOf(flags, width, precision) {
    const negative = (width.value ?? 0) < 0;
    const spec = {
        ...PLAIN,
        plus: flags.includes('+'),
        minus: flags.includes('-') || negative,
        sharp: flags.includes('#'),
        space: flags.includes(' '),
        zero: flags.includes('0') && !negative,
        ...(width.value === undefined ? {} : { width: Math.abs(width.value) }),
    };
    if (precision === undefined || (precision.star && precision.value === undefined))
        return spec;
    return { ...spec, precision: precision.value ?? 0 };
}
const NO_INDEX = { read: false, good: true };
/** Reads `[n]`, which chooses the argument that comes next. */
function argumentIndex(printer) {
    if (printer.format.charAt(printer.at) !== '[')
        return NO_INDEX;
    printer.reordered = true;
    const close = printer.format.indexOf(']', printer.at);
    if (close < 0) {
        printer.at += 1;
        return { read: false, good: false };
    }
    const digits = printer.format.slice(printer.at + 1, close);
    printer.at = close + 1;
    if (!/^\d+$/.test(digits))
        return { read: false, good: false };
    const index = Number(digits) - 1;
    const good = index >= 0 && index < printer.values.length;
    if (good)
        printer.next = index;
    return { read: true, good };
}

;// CONCATENATED MODULE: ./build/template/functions.js



/** Texts longer than this are an error: a template could double a text with each line. */
const functions_LONGEST_TEXT = 1_048_576;
function functions_text(value) {
    if (typeof value !== 'string')
        return value;
    return value.length > functions_LONGEST_TEXT ? value_failure('the text grows too long') : value_stringValue(value);
}
/** What stands for nil in output. */
const NO_VALUE = value_stringValue('<no value>');
function escaped(inner) {
    return (...values) => {
        const plain = format_printed(values.map((value) => (value.kind === 'nil' ? NO_VALUE : value)));
        return typeof plain === 'string' ? functions_text(inner(plain)) : plain;
    };
}
/** `and` and `or` stop early and are evaluated elsewhere; here they only have their place. */
const SHORT_CIRCUIT = { least: 1, call: (...values) => values.at(-1) ?? { kind: 'nil' } };
const BUILTINS = {
    and: SHORT_CIRCUIT,
    or: SHORT_CIRCUIT,
    not: { least: 1, most: 1, call: (value) => value_boolValue(value === undefined || !value_isTrue(value)) },
    len: { least: 1, most: 1, call: functions_length },
    index: { least: 1, call: index },
    slice: { least: 1, call: slice },
    print: { least: 0, call: (...values) => functions_text(format_printed(values)) },
    println: { least: 0, call: (...values) => functions_text(printedLine(values)) },
    printf: { least: 1, call: printf },
    html: { least: 0, call: escaped(htmlEscaped) },
    js: { least: 0, call: escaped(jsEscaped) },
    urlquery: { least: 0, call: escaped(queryEscaped) },
    call: { least: 0, call: () => value_failure('no field is a function that `call` could call') },
    eq: { least: 1, call: equalsAny },
    ne: { least: 2, most: 2, call: (...values) => inverted(equalsAny(...values)) },
    lt: { least: 2, most: 2, call: (...values) => less(...values) },
    le: { least: 2, most: 2, call: lessOrEqual },
    gt: { least: 2, most: 2, call: (...values) => inverted(lessOrEqual(...values)) },
    ge: { least: 2, most: 2, call: (...values) => inverted(less(...values)) },
};
function isFunction(name) {
    return Object.hasOwn(BUILTINS, name);
}
/** Calls a function by its name with evaluated arguments. */
function functions_callFunction(name, values) {
    const builtin = isFunction(name) ? BUILTINS[name] : undefined;
    if (builtin === undefined)
        return failure(`there is no function \`${name}\``);
    const { least, most, call } = builtin;
    if (values.length < least || (most !== undefined && values.length > most)) {
        const wanted = most === undefined ? `at least ${least}` : String(least);
        return failure(`\`${name}\` takes ${wanted} arguments, not ${values.length}`);
    }
    return call(...values);
}
function printf(format, ...values) {
    if (format?.kind !== 'string')
        return value_failure('the first argument of `printf` has to be a string');
    return functions_text(formatted(format.value, values, functions_LONGEST_TEXT));
}
function functions_length(value) {
    if (value?.kind === 'string')
        return value_intValue(utf8(value.value).length);
    return value_failure(`\`len\` of ${value === undefined ? 'nothing' : value_typeName(value)}`);
}
/** An index into a text of `size` bytes, or why it is none. */
function indexOf(value, size) {
    if (value.kind !== 'int')
        return value_failure(`${value_typeName(value)} is no index`);
    if (value.value < 0n || value.value > BigInt(size))
        return value_failure(`index ${value.value} is out of range`);
    return Number(value.value);
}
function index(item, ...indexes) {
    let value = item ?? { kind: 'nil' };
    for (const each of indexes) {
        if (value.kind !== 'string')
            return value_failure(`${value_typeName(value)} can't be indexed`);
        const bytes = utf8(value.value);
        const at = indexOf(each, bytes.length);
        if (typeof at !== 'number')
            return at;
        const byte = bytes[at];
        if (byte === undefined)
            return value_failure(`index ${at} is out of range`);
        value = value_intValue(byte, 'uint8');
    }
    return value.kind === 'nil' ? value_failure('`index` of nil') : value;
}
/** Bytes of a text. Cut inside of a character, its remains become U+FFFD. */
function slice(item, ...indexes) {
    if (item?.kind !== 'string')
        return value_failure(`${item === undefined ? 'nothing' : value_typeName(item)} can't be sliced`);
    if (indexes.length > 2)
        return value_failure('a string takes two indexes at most');
    const bytes = utf8(item.value);
    const bounds = [0, bytes.length];
    for (const [place, each] of indexes.entries()) {
        const at = indexOf(each, bytes.length);
        if (typeof at !== 'number')
            return at;
        bounds[place] = at;
    }
    const [from = 0, to = 0] = bounds;
    if (from > to)
        return value_failure(`slice from ${from} to ${to}`);
    return value_stringValue(fromUtf8(bytes.subarray(from, to)));
}
function inverted(result) {
    return result.kind === 'bool' ? value_boolValue(!result.value) : result;
}
function equalsAny(first, ...others) {
    if (first === undefined || others.length === 0)
        return value_failure('nothing to compare with');
    for (const other of others) {
        const equal = equals(first, other);
        if (typeof equal !== 'boolean')
            return equal;
        if (equal)
            return value_boolValue(true);
    }
    return value_boolValue(false);
}
function equals(first, second) {
    if (first.kind === 'nil' || second.kind === 'nil')
        return first.kind === second.kind;
    if (first.kind !== second.kind) {
        return value_failure(`${value_typeName(first)} and ${value_typeName(second)} can't be compared`);
    }
    if (first.kind === 'fields')
        return value_failure("all fields together can't be compared");
    if (first.kind === 'time')
        return second.kind === 'time' && first.time.unixSeconds === second.time.unixSeconds;
    return 'value' in second && first.value === second.value;
}
function less(first, second) {
    if (first === undefined || second === undefined)
        return value_failure('nothing to compare with');
    if (first.kind === 'string' && second.kind === 'string') {
        return value_boolValue(byBytes(first.value, second.value) < 0);
    }
    if (first.kind === 'int' && second.kind === 'int')
        return value_boolValue(first.value < second.value);
    if (first.kind === 'float' && second.kind === 'float')
        return value_boolValue(first.value < second.value);
    return value_failure(`${value_typeName(first)} and ${value_typeName(second)} have no order`);
}
function lessOrEqual(...values) {
    const smaller = less(...values);
    return smaller.kind === 'bool' && !smaller.value ? equalsAny(...values) : smaller;
}
/** The order of UTF-8, which is the order of code points. */
function byBytes(first, second) {
    const left = [...first];
    const right = [...second];
    for (const [at, char] of left.entries()) {
        const difference = (char.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
        if (difference !== 0)
            return difference;
    }
    return left.length - right.length;
}

;// CONCATENATED MODULE: ./build/template/methods.js


const NANOSECONDS = 1000000000n;
/** The first year of Go's own calendar, whose start counts as no time at all. */
const ZERO_TIME = -62_135_596_800;
/** The methods of `time.Time` that take no argument and give one value. Times are UTC. */
const TIME_METHODS = {
    Unix: (time) => value_intValue(seconds(time), 'int64'),
    UnixMilli: (time) => value_intValue(seconds(time) * 1000n, 'int64'),
    UnixMicro: (time) => value_intValue(seconds(time) * 1000000n, 'int64'),
    UnixNano: (time) => value_intValue(seconds(time) * NANOSECONDS, 'int64'),
    Year: (time) => value_intValue(clock(time).year),
    Month: (time) => named(clock(time).month, 'time.Month', monthName(clock(time).month)),
    Day: (time) => value_intValue(clock(time).day),
    Hour: (time) => value_intValue(clock(time).hour),
    Minute: (time) => value_intValue(clock(time).minute),
    Second: (time) => value_intValue(clock(time).second),
    Nanosecond: () => value_intValue(0),
    YearDay: (time) => value_intValue(clock(time).yearDay),
    Weekday: (time) => named(clock(time).weekday, 'time.Weekday', dayName(clock(time).weekday)),
    UTC: (time) => ({ kind: 'time', time }),
    Local: (time) => ({ kind: 'time', time }),
    String: (time) => value_stringValue(timeText(time)),
    IsZero: (time) => value_boolValue(time.unixSeconds === ZERO_TIME),
};
function seconds({ unixSeconds }) {
    return BigInt(Number.isFinite(unixSeconds) ? Math.floor(unixSeconds) : 0);
}
function named(value, type, text) {
    return { kind: 'int', value: BigInt(value), type, text };
}
function methods_hasMethods(value) {
    return value.kind === 'time' || (value.kind === 'int' && value.text !== undefined);
}
/** Calls a method of a time, a month or a day of the week. */
function methods_callMethod(value, name, values) {
    if (value.kind === 'time' && name === 'Format') {
        const [layout] = values;
        if (values.length !== 1 || layout?.kind !== 'string')
            return failure('`Format` takes one layout');
        return stringValue(formatTime(value.time, layout.value));
    }
    const text = value.kind === 'int' && name === 'String' ? value.text : undefined;
    const method = value.kind === 'time' && Object.hasOwn(TIME_METHODS, name) ? TIME_METHODS[name] : undefined;
    if (text === undefined && method === undefined)
        return failure(`there is no method \`${name}\` here`);
    if (values.length > 0)
        return failure(`\`${name}\` takes no arguments`);
    if (value.kind === 'time' && method !== undefined)
        return method(value.time);
    return stringValue(text ?? '');
}

;// CONCATENATED MODULE: ./build/template/evaluate.js




/** Renders nodes into `rendering.text`; the failure that ended it, if one did. */
function evaluate_renderNodes(rendering, nodes, dot) {
    for (const node of nodes) {
        if (node.kind === 'text')
            rendering.text += node.text;
        else if (node.kind === 'action') {
            const failed = renderAction(rendering, node.pipeline, dot);
            if (failed !== undefined)
                return failed;
        }
        else {
            const mark = rendering.variables.length;
            const value = evaluatePipeline(rendering, node.pipeline, dot);
            if (value.kind === 'failure')
                return value;
            const inner = node.kind === 'with' ? value : dot;
            const failed = isTrue(value)
                ? evaluate_renderNodes(rendering, node.body, inner)
                : evaluate_renderNodes(rendering, node.otherwise, dot);
            if (failed !== undefined)
                return failed;
            rendering.variables.length = mark;
        }
        if (rendering.text.length > rendering.longest)
            return failure('the text grows too long');
    }
    return undefined;
}
function renderAction(rendering, pipeline, dot) {
    const value = evaluatePipeline(rendering, pipeline, dot);
    if (value.kind === 'failure')
        return value;
    if (pipeline.variable !== undefined)
        return undefined;
    const text = value.kind === 'nil' ? '<no value>' : printed([value]);
    if (typeof text !== 'string')
        return at(text, pipeline.commands[0]?.offset);
    rendering.text += text;
    return undefined;
}
/** A failure with its place, unless it has one from deeper inside. */
function at(result, offset) {
    if (result.kind !== 'failure' || result.error !== undefined || offset === undefined)
        return result;
    return { ...result, error: { offset, message: result.message } };
}
function evaluatePipeline(rendering, pipeline, dot) {
    let value;
    for (const command of pipeline.commands) {
        const result = at(evaluateCommand(rendering, command, dot, value), command.offset);
        if (result.kind === 'failure')
            return result;
        value = result;
    }
    const result = value ?? { kind: 'nil' };
    const { variable } = pipeline;
    if (variable?.declares === true)
        rendering.variables.push({ name: variable.name, value: result });
    else if (variable !== undefined) {
        const known = findVariable(rendering, variable.name);
        if (known === undefined)
            return failure(`variable \`${variable.name}\` is not declared`);
        known.value = result;
    }
    return result;
}
function findVariable(rendering, name) {
    return rendering.variables.findLast((variable) => variable.name === name);
}
/** Runs a command; `final` is what a pipe hands on, and becomes the last argument. */
function evaluateCommand(rendering, { operands }, dot, final) {
    const [first, ...rest] = operands;
    if (first === undefined)
        return failure('a command is empty');
    if (first.kind === 'function')
        return evaluateFunction(rendering, first.name, rest, dot, final);
    const names = 'names' in first ? first.names : [];
    if (names.length > 0) {
        const values = () => evaluateAll(rendering, rest, dot, final);
        const receiver = evaluateReceiver(rendering, first, dot);
        if (receiver.kind === 'failure')
            return receiver;
        return evaluateFields(rendering, receiver, names, values, rest.length + (final === undefined ? 0 : 1));
    }
    if (first.kind === 'nil')
        return failure('nil is not a command');
    if (rest.length > 0 || final !== undefined)
        return failure('only functions and methods take arguments');
    return evaluateOperand(rendering, first, dot);
}
function evaluateFunction(rendering, name, operands, dot, final) {
    if (name !== 'and' && name !== 'or') {
        const values = evaluateAll(rendering, operands, dot, final);
        return 'kind' in values ? values : callFunction(name, values);
    }
    let value = final;
    for (const operand of operands) {
        const next = evaluateOperand(rendering, operand, dot);
        if (next.kind === 'failure' || isTrue(next) === (name === 'or'))
            return next;
        value = final ?? next;
    }
    return callFunction(name, value === undefined ? [] : [value]);
}
function evaluateAll(rendering, operands, dot, final) {
    const values = [];
    for (const operand of operands) {
        const value = evaluateOperand(rendering, operand, dot);
        if (value.kind === 'failure')
            return value;
        values.push(value);
    }
    return final === undefined ? values : [...values, final];
}
/** What the fields of an operand are looked up in. */
function evaluateReceiver(rendering, operand, dot) {
    if (operand.kind === 'group')
        return evaluatePipeline(rendering, operand.pipeline, dot);
    if (operand.kind !== 'variable')
        return dot;
    const variable = findVariable(rendering, operand.name);
    return variable?.value ?? failure(`variable \`${operand.name}\` is not declared`);
}
function evaluateOperand(rendering, operand, dot) {
    switch (operand.kind) {
        case 'dot':
            return dot;
        case 'nil':
            return operand;
        case 'bool':
            return boolValue(operand.value);
        case 'string':
        case 'float':
            return operand;
        case 'int':
            return { kind: 'int', value: operand.value, type: 'int' };
        case 'function':
            return at(evaluateFunction(rendering, operand.name, [], dot, undefined), operand.offset);
        default: {
            const receiver = evaluateReceiver(rendering, operand, dot);
            if (receiver.kind === 'failure')
                return at(receiver, operand.offset);
            return at(evaluateFields(rendering, receiver, operand.names, () => [], 0), operand.offset);
        }
    }
}
/** Looks up `.A.B.C`; arguments belong to the last name. */
function evaluateFields(rendering, receiver, names, values, count) {
    let value = receiver;
    for (const [place, name] of names.entries()) {
        const last = place === names.length - 1;
        const result = evaluateField(rendering, value, name, last ? values : () => [], last ? count : 0);
        if (result.kind === 'failure')
            return result;
        value = result;
    }
    return value;
}
function evaluateField(rendering, receiver, name, values, count) {
    if (receiver.kind === 'nil')
        return receiver;
    if (receiver.kind === 'fields') {
        const field = rendering.fields.get(name);
        if (field === undefined)
            return failure(`there is no field \`${name}\``);
        return count === 0 ? field : failure(`\`${name}\` is a field and takes no arguments`);
    }
    if (!hasMethods(receiver))
        return failure(`${typeName(receiver)} has no field \`${name}\``);
    const evaluated = values();
    return 'kind' in evaluated ? evaluated : callMethod(receiver, name, evaluated);
}

;// CONCATENATED MODULE: ./build/template/lex.js
const SPACE = ' \t\r\n';
const TRIMMING_OPEN = /\{\{-[ \t\r\n]/y;
const TRIMMING_CLOSE = /[ \t\r\n]-\}\}/y;
const TOKENS = [
    ['space', /[ \t\r\n]+/y],
    ['declare', /:=/y],
    ['assign', /=/y],
    ['pipe', /\|/y],
    ['comma', /,/y],
    ['left', /\(/y],
    ['right', /\)/y],
    ['string', /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`/y],
    ['character', /'(?:[^'\\\n]|\\[^\n])+'/y],
    [
        'number',
        /(?=[+\-0-9]|\.[0-9])[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*|0[bB][01_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y,
    ],
    ['field', /\.[\p{L}\p{Nd}_]+/uy],
    ['variable', /\$[\p{L}\p{Nd}_]*/uy],
    ['word', /[\p{L}\p{Nd}_]+/uy],
    ['dot', /\./y],
];
const NAMES = ['field', 'variable', 'word', 'dot'];
/** What may follow a name. */
const TERMINATOR = /[ \t\r\n.,|:()]|\}\}|$/y;
/** Splits a template into text and tokens, with trim markers applied and comments dropped. */
function lexTemplate(text) {
    const tokens = [];
    let at = 0;
    let trims = false;
    for (;;) {
        const open = text.indexOf('{{', at);
        const trimsBefore = matchesAt(TRIMMING_OPEN, text, open);
        let plain = text.slice(at, open < 0 ? text.length : open);
        if (trims)
            plain = trimLeft(plain);
        if (trimsBefore)
            plain = trimRight(plain);
        if (plain !== '')
            tokens.push({ kind: 'text', text: plain, offset: at });
        if (open < 0)
            return { ok: true, tokens };
        const start = open + (trimsBefore ? 4 : 2);
        const read = text.startsWith('/*', start)
            ? comment(text, open, start)
            : action(text, open, start, tokens);
        if ('message' in read)
            return { ok: false, error: read };
        at = read.end;
        trims = read.trims;
    }
}
function matchesAt(sticky, text, at) {
    if (at < 0)
        return false;
    sticky.lastIndex = at;
    return sticky.test(text);
}
function trimLeft(text) {
    let from = 0;
    while (from < text.length && SPACE.includes(text.charAt(from)))
        from += 1;
    return text.slice(from);
}
function trimRight(text) {
    let to = text.length;
    while (to > 0 && SPACE.includes(text.charAt(to - 1)))
        to -= 1;
    return text.slice(0, to);
}
function closeAt(text, at) {
    if (text.startsWith('}}', at))
        return { end: at + 2, trims: false };
    return matchesAt(TRIMMING_CLOSE, text, at) ? { end: at + 4, trims: true } : undefined;
}
function comment(text, open, start) {
    const end = text.indexOf('*/', start + 2);
    if (end < 0)
        return { offset: open, message: 'a comment is never closed' };
    return closeAt(text, end + 2) ?? { offset: end, message: 'a comment has to end its action' };
}
function action(text, open, start, tokens) {
    tokens.push({ kind: 'open', text: '{{', offset: open });
    let at = start;
    for (;;) {
        const close = closeAt(text, at);
        if (close !== undefined) {
            tokens.push({ kind: 'close', text: '}}', offset: at });
            return close;
        }
        if (at >= text.length)
            return { offset: open, message: 'an action is never closed' };
        const token = nextToken(text, at);
        if (token === undefined) {
            return { offset: at, message: `unexpected \`${text.charAt(at)}\` in an action` };
        }
        tokens.push(token);
        at += token.text.length;
    }
}
function nextToken(text, at) {
    for (const [kind, pattern] of TOKENS) {
        pattern.lastIndex = at;
        const found = pattern.exec(text)?.[0];
        if (found === undefined)
            continue;
        const end = at + found.length;
        if (NAMES.includes(kind) && !matchesAt(TERMINATOR, text, end))
            return undefined;
        if (kind === 'number' && /^[\p{L}\p{Nd}_]/u.test(text.slice(end, end + 2)))
            return undefined;
        // Before a closing trim marker, the last blank belongs to the marker.
        const marker = kind === 'space' && text.startsWith('-}}', end);
        return { kind, text: marker ? found.slice(0, -1) : found, offset: at };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/template/literal.js
/** Go's literals, as they stand in templates. */
const SIMPLE = {
    a: 7,
    b: 8,
    f: 12,
    n: 10,
    r: 13,
    t: 9,
    v: 11,
    '\\': 92,
};
const ESCAPE = /\\(?:([abfnrtv\\"'])|x([\da-fA-F]{2})|([0-7]{3})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y;
/** What one escape stands for: a byte or a code point. Undefined when Go has no such escape. */
function readEscape(text, at, quote) {
    ESCAPE.lastIndex = at;
    const found = ESCAPE.exec(text);
    if (found === null)
        return undefined;
    const [, simple, hex, octal, short, long] = found;
    const end = ESCAPE.lastIndex;
    if (simple === '"' || simple === "'") {
        return simple === quote ? { code: simple.charCodeAt(0), isByte: false, end } : undefined;
    }
    if (simple !== undefined)
        return { code: SIMPLE[simple] ?? 0, isByte: false, end };
    const byte = hex !== undefined || octal !== undefined;
    const code = octal === undefined
        ? Number.parseInt(hex ?? short ?? long ?? '', 16)
        : Number.parseInt(octal, 8);
    const valid = byte ? code <= 0xff : code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return valid ? { code, isByte: byte, end } : undefined;
}
/** The text of a quoted or raw string; undefined when it is malformed. */
function goString(literal) {
    const body = literal.slice(1, -1);
    if (literal.startsWith('`'))
        return body.replaceAll('\r', '');
    if (!body.includes('\\'))
        return body;
    const encoder = new TextEncoder();
    const bytes = [];
    let at = 0;
    while (at < body.length) {
        const next = body.indexOf('\\', at);
        const end = next < 0 ? body.length : next;
        for (const byte of encoder.encode(body.slice(at, end)))
            bytes.push(byte);
        if (next < 0)
            break;
        const escaped = readEscape(body, next, '"');
        if (escaped === undefined)
            return undefined;
        if (escaped.isByte)
            bytes.push(escaped.code);
        else
            bytes.push(...encoder.encode(String.fromCodePoint(escaped.code)));
        at = escaped.end;
    }
    return new TextDecoder().decode(new Uint8Array(bytes));
}
/** The code point of a character constant; undefined when it is malformed. */
function goCharacter(literal) {
    const body = literal.slice(1, -1);
    if (!body.startsWith('\\'))
        return [...body].length === 1 ? body.codePointAt(0) : undefined;
    const escaped = readEscape(body, 0, "'");
    return escaped?.end === body.length ? escaped.code : undefined;
}
const INTEGER = /^([+-]?)(?:0[xX]((?:_?[\da-fA-F])+)|0[oO]?((?:_?[0-7])+)|0[bB]((?:_?[01])+)|((?:[1-9](?:_?\d)*)|0))$/;
const FLOAT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const literal_LARGEST = 2n ** 63n - 1n;
/** A number constant; undefined when it is malformed, too large for an int, or of a rare form. */
function goNumber(literal) {
    const integer = INTEGER.exec(literal);
    if (integer !== null) {
        const [, sign, hex, octal, binary, decimal] = integer;
        const digits = (hex ?? octal ?? binary ?? decimal ?? '').replaceAll('_', '');
        if (digits.length > 70)
            return undefined;
        const base = hex !== undefined ? '0x' : octal !== undefined ? '0o' : binary !== undefined ? '0b' : '';
        const magnitude = BigInt(base + digits);
        const value = sign === '-' ? -magnitude : magnitude;
        return value <= literal_LARGEST && value >= -literal_LARGEST - 1n ? { kind: 'int', value } : undefined;
    }
    if (!FLOAT.test(literal) || !/[.eE]/.test(literal))
        return undefined;
    const value = Number(literal);
    return Number.isFinite(value) ? { kind: 'float', value } : undefined;
}

;// CONCATENATED MODULE: ./build/template/parse.js



/** Nesting beyond this is an error of the template, not of the call stack. */
const DEEPEST = 100;
/** Parts of Go's language without a use here: no field is a list, and a template is one line. */
const parse_UNSUPPORTED = new Set(['range', 'define', 'block', 'template', 'break', 'continue']);
/** Reads a Go template (codeship.md 4.3). The first error ends the reading. */
function parseTemplate(text) {
    const lexed = lexTemplate(text);
    if (!lexed.ok)
        return lexed;
    const parser = {
        tokens: lexed.tokens,
        length: text.length,
        at: 0,
        depth: 0,
        error: undefined,
        variables: ['$'],
    };
    const { nodes, ending } = list(parser);
    if (ending !== undefined)
        fail(parser, ending.offset, `unexpected \`${ending.text}\``);
    if (parser.error !== undefined)
        return { ok: false, error: parser.error };
    return { ok: true, template: { nodes } };
}
function fail(parser, offset, message) {
    parser.error ??= { offset, message };
    parser.at = parser.tokens.length;
}
function peek(parser) {
    return parser.tokens[parser.at];
}
function skipSpace(parser) {
    while (peek(parser)?.kind === 'space')
        parser.at += 1;
    return peek(parser);
}
function offsetOf(parser) {
    return peek(parser)?.offset ?? parser.length;
}
/** Steps over the end of an action. */
function expectClose(parser) {
    const token = skipSpace(parser);
    if (token?.kind === 'close')
        parser.at += 1;
    else
        fail(parser, offsetOf(parser), `unexpected \`${token?.text ?? 'end'}\` in an action`);
}
/** Reads up to the end, or to `end` or `else`, of which only the word is read. */
function list(parser) {
    const nodes = [];
    for (;;) {
        const token = peek(parser);
        if (token === undefined)
            return { nodes };
        parser.at += 1;
        if (token.kind === 'text') {
            nodes.push({ kind: 'text', text: token.text });
            continue;
        }
        const word = skipSpace(parser);
        const keyword = word?.kind === 'word' ? word.text : undefined;
        if (word !== undefined && (keyword === 'end' || keyword === 'else')) {
            parser.at += 1;
            return { nodes, ending: word };
        }
        if (keyword === 'if' || keyword === 'with') {
            parser.at += 1;
            nodes.push(control(parser, keyword));
        }
        else if (keyword !== undefined && parse_UNSUPPORTED.has(keyword)) {
            fail(parser, word?.offset ?? 0, `\`${keyword}\` is not supported`);
        }
        else {
            nodes.push({ kind: 'action', pipeline: pipeline(parser, 'close') });
        }
    }
}
function control(parser, kind) {
    const variables = parser.variables;
    const opened = offsetOf(parser);
    const node = nested(parser, () => {
        const condition = pipeline(parser, 'close');
        const { nodes: body, ending } = list(parser);
        const otherwise = ending?.text === 'else' ? alternative(parser, kind, opened) : [];
        if (ending?.text === 'end')
            expectClose(parser);
        else if (ending === undefined)
            fail(parser, opened, `\`${kind}\` without \`end\``);
        return { kind, pipeline: condition, body, otherwise };
    });
    parser.variables = variables;
    return node ?? { kind: 'text', text: '' };
}
/** Reads what follows `else`, with the `end` of the whole. */
function alternative(parser, kind, opened) {
    const word = skipSpace(parser);
    if (word?.kind === 'word' && word.text === kind) {
        parser.at += 1;
        return [control(parser, kind)];
    }
    expectClose(parser);
    const { nodes, ending } = list(parser);
    if (ending?.text === 'end')
        expectClose(parser);
    else
        fail(parser, ending?.offset ?? opened, `\`${kind}\` without \`end\``);
    return nodes;
}
function nested(parser, read) {
    if (parser.depth >= DEEPEST) {
        fail(parser, offsetOf(parser), `nested more than ${DEEPEST} levels deep`);
        return undefined;
    }
    parser.depth += 1;
    const result = read();
    parser.depth -= 1;
    return result;
}
const NOT_EXECUTABLE = ['bool', 'dot', 'nil', 'int', 'float', 'string'];
/** Reads commands up to the end of the action or the parenthesis, and steps over that. */
function pipeline(parser, end) {
    const start = offsetOf(parser);
    const variable = declaration(parser);
    const commands = [];
    for (;;) {
        const token = skipSpace(parser);
        if (token?.kind === end)
            break;
        if (token === undefined || !startsOperand(token)) {
            fail(parser, offsetOf(parser), `unexpected \`${token?.text ?? 'end'}\` in an action`);
            break;
        }
        const next = command(parser);
        const [first] = next.operands;
        if (commands.length > 0 && first !== undefined && NOT_EXECUTABLE.includes(first.kind)) {
            fail(parser, next.offset, 'what follows a pipe has to be a function or a method');
        }
        commands.push(next);
    }
    parser.at += 1;
    if (commands.length === 0)
        fail(parser, start, 'an action without a value');
    return variable === undefined ? { commands } : { variable, commands };
}
function declaration(parser) {
    const start = parser.at;
    const name = skipSpace(parser);
    if (name?.kind !== 'variable')
        return undefined;
    parser.at += 1;
    const operator = skipSpace(parser);
    if (operator?.kind === 'declare' || operator?.kind === 'assign') {
        parser.at += 1;
        parser.variables = [...parser.variables, name.text];
        return { name: name.text, declares: operator.kind === 'declare' };
    }
    parser.at = start;
    return undefined;
}
function startsOperand({ kind }) {
    return ['dot', 'field', 'variable', 'word', 'number', 'character', 'string', 'left'].includes(kind);
}
/** Reads operands up to a pipe, which belongs to the command, or to the end of the pipeline. */
function command(parser) {
    const offset = offsetOf(parser);
    const operands = [];
    for (;;) {
        const token = skipSpace(parser);
        if (token !== undefined && startsOperand(token))
            operands.push(operand(parser));
        const after = peek(parser);
        if (after?.kind === 'space') {
            parser.at += 1;
            continue;
        }
        if (after?.kind === 'pipe')
            parser.at += 1;
        else if (after?.kind !== 'close' && after?.kind !== 'right') {
            fail(parser, offsetOf(parser), `unexpected \`${after?.text ?? 'end'}\` behind a value`);
        }
        return { offset, operands };
    }
}
function operand(parser) {
    const offset = offsetOf(parser);
    const term = readTerm(parser);
    const names = [];
    for (let token = peek(parser); token?.kind === 'field'; token = peek(parser)) {
        names.push(token.text.slice(1));
        parser.at += 1;
    }
    if (names.length === 0)
        return term;
    if (term.kind === 'field' || term.kind === 'variable' || term.kind === 'group') {
        return { ...term, names: [...term.names, ...names] };
    }
    if (term.kind === 'function') {
        return { kind: 'group', pipeline: { commands: [{ offset, operands: [term] }] }, names, offset };
    }
    fail(parser, offset, 'a constant has no fields');
    return term;
}
function readTerm(parser) {
    const token = peek(parser);
    const nil = { kind: 'nil' };
    if (token === undefined)
        return nil;
    const { text, offset } = token;
    parser.at += 1;
    switch (token.kind) {
        case 'dot':
            return { kind: 'dot' };
        case 'field':
            return { kind: 'field', names: [text.slice(1)], offset };
        case 'variable':
            if (!parser.variables.includes(text))
                fail(parser, offset, `variable \`${text}\` is not declared`);
            return { kind: 'variable', name: text, names: [], offset };
        case 'left': {
            const inner = nested(parser, () => pipeline(parser, 'right'));
            return inner === undefined ? nil : { kind: 'group', pipeline: inner, names: [], offset };
        }
        case 'word':
            if (text === 'nil')
                return nil;
            if (text === 'true' || text === 'false')
                return { kind: 'bool', value: text === 'true' };
            if (!isFunction(text))
                fail(parser, offset, `there is no function \`${text}\``);
            return { kind: 'function', name: text, offset };
        default: {
            const constant = literal(token);
            if (constant === undefined)
                fail(parser, offset, `\`${text.slice(0, 40)}\` is malformed`);
            return constant ?? nil;
        }
    }
}
function literal({ kind, text }) {
    if (kind === 'number')
        return goNumber(text);
    if (kind === 'character') {
        const code = goCharacter(text);
        return code === undefined ? undefined : { kind: 'int', value: BigInt(code) };
    }
    const value = goString(text);
    return value === undefined ? undefined : { kind: 'string', value };
}

;// CONCATENATED MODULE: ./build/template/go-template.js




/**
 * Renders a template over fields (`.Branch` is `fields.Branch`), as Go did for CodeShip (codeship.md 4.3).
 * An unknown field is an error, as in Go only where it is reached.
 */
function renderTemplate(template, fields) {
    const root = { kind: 'fields' };
    const rendering = {
        fields: new Map(Object.entries(fields).map(([name, value]) => [name, fieldValue(value)])),
        longest: LONGEST_TEXT,
        variables: [{ name: '$', value: root }],
        text: '',
    };
    const failed = renderNodes(rendering, template.nodes, root);
    if (failed === undefined)
        return { ok: true, text: rendering.text };
    return { ok: false, error: failed.error ?? { offset: 0, message: failed.message } };
}
function fieldValue(value) {
    switch (typeof value) {
        case 'string':
            return stringValue(value);
        case 'boolean':
            return boolValue(value);
        case 'bigint':
            return intValue(value);
        case 'number':
            return Number.isInteger(value) ? intValue(value) : { kind: 'float', value };
        default:
            return { kind: 'time', time: value };
    }
}
/** The names of all fields that a template may read, in any of its branches. */
function templateFields(template) {
    const names = new Set();
    addNodes(names, template.nodes, true);
    return names;
}
/** `root` says that the dot holds all fields; inside of `with` it doesn't. */
function addNodes(names, nodes, root) {
    for (const node of nodes) {
        if (node.kind === 'text')
            continue;
        addPipeline(names, node.pipeline, root);
        if (node.kind === 'action')
            continue;
        addNodes(names, node.body, root && (node.kind === 'if' || isRoot(node.pipeline)));
        addNodes(names, node.otherwise, root);
    }
}
function isRoot({ commands }) {
    const operands = commands.flatMap((command) => command.operands);
    const [only] = operands;
    return (operands.length === 1 && only !== undefined && (only.kind === 'dot' || only.kind === 'variable'));
}
function addPipeline(names, pipeline, root) {
    for (const { operands } of pipeline.commands)
        for (const operand of operands)
            addOperand(names, operand, root);
}
function addOperand(names, operand, root) {
    if (operand.kind === 'group')
        addPipeline(names, operand.pipeline, root);
    const [first] = 'names' in operand ? operand.names : [];
    if (first === undefined)
        return;
    // A variable may hold all fields, as `$` does.
    if (operand.kind === 'variable' || (operand.kind === 'field' && root))
        names.add(first);
    if (operand.kind === 'group')
        names.add(first);
}

;// CONCATENATED MODULE: ./build/variables/codeship-template.js
// The fields of CodeShip's Go templates, in `image_tag` and in build arguments (codeship.md 4.3).
const variable = (meaning, name) => ({
    meaning,
    source: { kind: 'variable', name },
    inBuildArguments: true,
});
const codeshipTemplateFields = {
    ProjectID: variable("The project's id.", 'CI_PROJECT_ID'),
    BuildID: variable("The build's id.", 'CI_BUILD_ID'),
    RepoName: variable('The name of the repository.', 'CI_REPO_NAME'),
    Branch: variable('The branch, or the tag on builds of tags.', 'CI_BRANCH'),
    CommitID: variable('The full hash of the commit.', 'CI_COMMIT_ID'),
    Commit: variable('The name of CommitID until jet 0.7.10.', 'CI_COMMIT_ID'),
    CommitMessage: variable('The message of the commit.', 'CI_COMMIT_MESSAGE'),
    CommitDescription: variable('What `git describe` says.', 'CI_COMMIT_DESCRIPTION'),
    CommitterName: variable('The name of the committer.', 'CI_COMMITTER_NAME'),
    CommitterEmail: variable('The e-mail address of the committer.', 'CI_COMMITTER_EMAIL'),
    CommitterUsername: variable('The account of the committer.', 'CI_COMMITTER_USERNAME'),
    Time: {
        meaning: 'The time of the build, with the methods of a Go time.',
        source: { kind: 'build-time' },
        inBuildArguments: true,
    },
    Timestamp: variable('The time of the build in seconds since 1970.', 'CI_TIMESTAMP'),
    StringTime: variable('The time of the build as text.', 'CI_STRING_TIME'),
    StepName: {
        meaning: 'The name of the push step.',
        source: { kind: 'step', key: 'name' },
        inBuildArguments: false,
    },
    ServiceName: {
        meaning: 'The name of the service.',
        source: { kind: 'step', key: 'service' },
        inBuildArguments: false,
    },
    ImageName: {
        meaning: 'The name of the image.',
        source: { kind: 'step', key: 'image_name' },
        inBuildArguments: false,
    },
    Ci: {
        meaning: 'The word true.',
        source: { kind: 'literal', value: 'true' },
        inBuildArguments: true,
    },
    CiName: {
        meaning: 'The word codeship.',
        source: { kind: 'literal', value: 'codeship' },
        inBuildArguments: false,
    },
};

;// CONCATENATED MODULE: ./build/legacy/codeship/compose-text.js
// Texts as a Compose file takes them.


/** CodeShip took `$` as it stands; Compose fills in `$NAME`, so it is doubled. */
const composeText = (text) => text.replaceAll('$', () => '$$');
const composeValue = (node) => (0,tree/* traced */.mn)(composeText(node.text), node);
/**
 * A command of Compose. One text is left as it is where splitting means the same to both; else it becomes the list of
 * words that CodeShip made of it. Undefined where it cannot be split.
 */
function composeWords(words) {
    if (words.kind === 'list')
        return (0,tree/* list */.p_)(words.nodes.map(composeValue));
    const { node } = words;
    if (/^[A-Za-z0-9_./:=@%+,^ -]*$/.test(node.text))
        return (0,tree/* scalar */.d_)((0,tree/* traced */.mn)(node.text, node));
    const split = splitWords(node.text);
    if (split.error !== undefined)
        return undefined;
    return (0,tree/* list */.p_)(split.words.map((word) => (0,tree/* joined */.oR)([(0,tree/* traced */.mn)(composeText(word), node)])));
}

;// CONCATENATED MODULE: ./build/legacy/codeship/build-arguments.js
// Build arguments: what stands in the Compose file, and what only the `build` action can say (codeship.md 2.2, 4.3).




function readBuildArguments(build, context) {
    return (build.args?.items ?? []).flatMap((argument) => readArgument(argument, context) ?? []);
}
function readArgument(argument, context) {
    const { node } = argument;
    const value = yamlWord(argument, context);
    const plain = {
        argument,
        template: (0,tree/* traced */.mn)(value, node),
        variables: [],
        fields: new Set(),
    };
    if (!value.includes('{{'))
        return { ...plain, compose: (0,tree/* traced */.mn)(composeText(value), node) };
    const parsed = parseTemplate(value);
    if (!parsed.ok) {
        context.report('broken-template', node, `the template cannot be read: ${parsed.error.message}`, 'correct the template');
        return undefined;
    }
    const simple = simpleParts(parsed.template);
    const fields = templateFields(parsed.template);
    if (simple === undefined)
        return { ...plain, fields };
    return { ...plain, fields, compose: (0,tree/* traced */.mn)(simple.text, node), variables: simple.variables };
}
/** What go-yaml made of an unquoted word of YAML 1.1 (codeship.md 1.3). */
function yamlWord({ node, value = '' }, { report }) {
    if (node.style !== 'plain' || node.text !== value)
        return value;
    const word = value.toLowerCase();
    if (['yes', 'on', 'true'].includes(word) && value !== 'true')
        return say('true');
    if (['no', 'off', 'false'].includes(word) && value !== 'false')
        return say('false');
    return value;
    function say(read) {
        report('word-argument', node, `\`${value}\` without quotes was read as \`${read}\``, `write \`"${value}"\` if the word is meant`);
        return read;
    }
}
/** A template of text and plain fields, as text with `${VARIABLE}`; undefined for anything beyond. */
function simpleParts(template) {
    const variables = [];
    let text = '';
    for (const node of template.nodes) {
        if (node.kind === 'text') {
            text += composeText(node.text);
            continue;
        }
        if (node.kind !== 'action' || node.pipeline.variable !== undefined)
            return undefined;
        const [command, ...others] = node.pipeline.commands;
        const [operand, ...further] = command?.operands ?? [];
        if (others.length > 0 || further.length > 0 || operand?.kind !== 'field')
            return undefined;
        const [field = '', ...methods] = operand.names;
        const row = Object.hasOwn(codeshipTemplateFields, field)
            ? codeshipTemplateFields[field]
            : undefined;
        if (methods.length > 0 || row === undefined)
            return undefined;
        if (row.source.kind === 'literal')
            text += row.source.value;
        else if (row.source.kind === 'variable') {
            variables.push(row.source.name);
            text += `\${${row.source.name}}`;
        }
        else
            return undefined;
    }
    return { text, variables };
}
/** `KEY=value` lines for the `build` action. */
const argumentLines = (found) => (0,tree/* joined */.oR)(found.map(({ argument, template }) => (0,tree/* joined */.oR)([`${argument.name}=`, template])), '\n');

;// CONCATENATED MODULE: ./build/legacy/codeship/field-text.js
// Text of a user in a field where GitHub evaluates expressions.
/** The text with every `${{` of the user's own kept as text. */
const fieldText = (text) => text.replaceAll('${{', () => "${{ '${{' }}");

// EXTERNAL MODULE: ./build/image/reference.js
var reference = __nccwpck_require__(7755);
;// CONCATENATED MODULE: ./build/legacy/codeship/known-images.js
// What is known of images that cannot be looked into: whether they have a HEALTHCHECK, and which of CodeShip's
// variables they read.

/** The images that Docker itself publishes. By their policy none has a HEALTHCHECK, and none knows a CI product. */
const official = new Set(`adminer aerospike almalinux alpine alt amazoncorretto amazonlinux arangodb archlinux backdrop bash bonita buildpack-deps
  busybox caddy cassandra centos chronograf cirros clearlinux clefos clojure composer consul convertigo couchbase couchdb
  crate crux dart debian docker drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang
  express-gateway fedora flink fluentd friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy haskell haxe
  hello-world hitch hola-mundo httpd hylang ibmjava influxdb iojs irssi java jenkins jetty jobber joomla jruby julia kaazing-gateway
  kapacitor kibana known kong lightstreamer logstash mageia mariadb matomo maven mediawiki memcached mongo mongo-express
  monica mono mysql nats nats-streaming neo4j neurodebian nextcloud nginx node notary nuxeo odoo open-liberty openjdk
  opensuse oraclelinux orientdb percona perl photon php php-zendserver phpmyadmin plone postfixadmin postgres pypy python
  r-base rabbitmq rails rakudo-star rapidoid redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust
  sapmachine satosa scratch sentry silverpeas sl solr sonarqube sourcemage spiped spark storm swarm swift swipl teamspeak
  telegraf thrift tomcat tomee traefik ubuntu ubuntu-debootstrap unit varnish vault websphere-liberty wordpress xwiki
  yourls znc zookeeper`.split(/\s+/));
/** CodeShip's own images by what they read (codeship.md 5.5); those that read nothing have an empty list. */
const helpers = {
    'codeship/aws-deployment': ['CI_COMMIT_ID', 'CI_BUILD_ID', 'CI_COMMIT_MESSAGE'],
    'codeship/google-cloud-deployment': [],
    'codeship/azure-deployment': [],
    'codeship/heroku-deployment': [],
    'codeship/ibm-bluemix-deployment': [],
    'codeship/kubectl': [],
    'codeship/eks-kubectl': [],
    'codeship/ssh-helper': [],
    'codeship/env-var-helper': [],
    'codeship/aws-ecr-dockercfg-generator': [],
    'codeship/gcr-dockercfg-generator': [],
    'codeship/azure-dockercfg-generator': [],
    'codeship/ibm-bluemix-dockercfg-generator': [],
    'codeship/heroku-dockercfg-generator': [],
    'codeship/dockercfg-generator': [],
};
function knownImage(name) {
    const parsed = (0,reference/* parseReference */.F2)(name);
    if (!parsed.ok || parsed.reference.host !== reference/* DOCKER_HUB */.Xb) {
        return { healthCheck: 'unknown', fromVendor: false };
    }
    const { path } = parsed.reference;
    const library = /^library\/(.+)$/.exec(path)?.[1];
    if (library !== undefined && official.has(library)) {
        return { healthCheck: 'no', reads: [], fromVendor: false };
    }
    // That is what the organisation is there for (codeship.md 2.5).
    if (path.startsWith('healthcheck/'))
        return { healthCheck: 'yes', reads: [], fromVendor: false };
    const reads = Object.hasOwn(helpers, path) ? helpers[path] : undefined;
    return {
        healthCheck: reads === undefined ? 'unknown' : 'no',
        fromVendor: path.startsWith('codeship/'),
        ...(reads === undefined ? {} : { reads }),
    };
}

;// CONCATENATED MODULE: ./build/legacy/codeship/repository-path.js
// Paths of a services file and of the repository. CodeShip read every path from the folder of the services file
// (codeship.md 1.1); GitHub's steps start at the root of the checkout.
/**
 * A path as written in `folder` ('' is the root) as a path of the repository: `./b/` in `a` is `a/b`, the root is ''.
 * Undefined where it is absolute or leaves the repository.
 */
function repositoryPath(folder, written) {
    if (written.startsWith('/') || written.startsWith('~'))
        return undefined;
    const parts = [];
    for (const part of [...folder.split('/'), ...written.split('/')]) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join('/');
}
/** How a file of the repository is written in a file that lies in `folder`: always with `./` or `../`. */
function relativeTo(folder, path) {
    const up = folder === '' ? '' : '../'.repeat(folder.split('/').length);
    return `${up === '' ? './' : up}${path}`;
}
/** Whether a path lies in a folder of the repository ('' is the root), or is it. */
const isWithin = (folder, path) => folder === '' || path === folder || path.startsWith(`${folder}/`);

;// CONCATENATED MODULE: ./build/legacy/codeship/health-check.js
// Whether a dependency is waited for. CodeShip asked Docker: an image with a HEALTHCHECK was waited for, any other was
// not (codeship.md 2.5). What cannot be seen here is asked when the job runs.


function healthChecks(services, folder, repository) {
    const builders = new Map([...services].flatMap((each) => (each.build ? [[each.image.name, each]] : [])));
    const known = new Map();
    const decide = (service) => {
        const found = known.get(service);
        if (found !== undefined)
            return found;
        known.set(service, 'unknown');
        const text = dockerfileOf(service, folder, repository);
        const answer = service.build === undefined
            ? ofImage(service.image.name)
            : text === undefined
                ? 'unknown'
                : ofDockerfile(text, ofImage);
        known.set(service, answer);
        return answer;
    };
    const ofImage = (name) => {
        const builder = builders.get(name);
        return builder === undefined ? knownImage(name).healthCheck : decide(builder);
    };
    return decide;
}
/** The text of the Dockerfile that a service is built from, where the repository has it. */
function dockerfileOf({ build }, folder, repository) {
    if (build === undefined)
        return undefined;
    const context = repositoryPath(folder, build.context?.text ?? '.');
    if (context === undefined)
        return undefined;
    const path = repositoryPath(context, build.dockerfile?.text ?? 'Dockerfile');
    return path === undefined ? undefined : repository.read(path);
}
/** The last stage decides; what it does not say it has from its base. */
function ofDockerfile(text, ofImage) {
    const stages = [];
    for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
        const from = /^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line);
        if (from !== null) {
            stages.push({ base: from[1] ?? '', name: (from[2] ?? '').toLowerCase() });
            continue;
        }
        const check = /^\s*HEALTHCHECK\s+(\S+)/i.exec(line);
        const stage = stages.at(-1);
        if (check !== null && stage !== undefined) {
            stage.check = check[1]?.toUpperCase() === 'NONE' ? 'no' : 'yes';
        }
    }
    const decide = (index) => {
        const stage = stages[index];
        if (stage === undefined)
            return 'unknown';
        if (stage.check !== undefined)
            return stage.check;
        const earlier = stages.findIndex(({ name }, at) => at < index && name !== '' && name === stage.base.toLowerCase());
        if (earlier >= 0)
            return decide(earlier);
        return stage.base.includes('$') ? 'unknown' : ofImage(stage.base);
    };
    return decide(stages.length - 1);
}

;// CONCATENATED MODULE: ./build/legacy/codeship/build-plan.js
// How the image of a service is built: by Compose, or by the `build` action where Compose cannot do what CodeShip did.






/** Undefined for a service whose image is pulled. */
function planBuild(service, services, folder, keySecret, context) {
    const { build } = service;
    if (build === undefined) {
        refuseCache(service, context);
        return undefined;
    }
    const found = readBuildArguments(build, context);
    const cached = isCached(service, services, folder, context);
    const encrypted = build.encryptedArgs.length + build.encryptedArgsFiles.length > 0;
    for (const node of [...build.encryptedArgsFiles, ...build.encryptedArgs]) {
        context.report('visible-argument', node, 'the values of encrypted build arguments stay visible in the history of the image', 'use BuildKit secrets in the Dockerfile, and the input `secrets` of the `build` action');
    }
    const byAction = cached || encrypted || found.some(({ compose }) => compose === undefined);
    const needsHistory = found.some(({ fields }) => fields.has('CommitDescription'));
    if (!byAction)
        return { arguments: found, from: [], needsHistory, needsKey: false };
    const action = [
        ...place(service, folder),
        ...(found.length === 0 ? [] : [{ name: 'build-args', value: argumentLines(found) }]),
        ...encryptedArguments(service, folder, keySecret),
        ...(cached ? cacheFields(service) : []),
    ];
    const from = cached && service.keys.cached !== undefined ? [service.keys.cached.node] : [];
    return { arguments: found, action, from, needsHistory, needsKey: encrypted };
}
function place({ image, build }, folder) {
    const from = image.node === undefined ? [] : [image.node];
    const colon = image.name.lastIndexOf(':');
    const tagged = colon > image.name.lastIndexOf('/');
    const name = tagged ? image.name.slice(0, colon) : image.name;
    const context = repositoryPath(folder, build?.context?.text ?? '.') ?? build?.context?.text ?? '';
    const fields = [{ name: 'image_name', value: (0,tree/* traced */.mn)(name, ...from) }];
    if (tagged)
        fields.push({ name: 'image_tag', value: (0,tree/* traced */.mn)(image.name.slice(colon + 1), ...from) });
    if (context !== '') {
        fields.push({ name: 'context', value: nodeText(context, build?.context) });
    }
    if (build?.dockerfile !== undefined) {
        fields.push({ name: 'dockerfile', value: nodeText(build.dockerfile.text, build.dockerfile) });
    }
    return fields;
}
const nodeText = (text, node) => (0,tree/* traced */.mn)(fieldText(text), ...(node === undefined ? [] : [node]));
function encryptedArguments({ build }, folder, keySecret) {
    if (build === undefined)
        return [];
    const { encryptedArgs, encryptedArgsFiles } = build;
    if (encryptedArgs.length + encryptedArgsFiles.length === 0)
        return [];
    const files = encryptedArgsFiles.map((node) => nodeText(repositoryPath(folder, node.text) ?? node.text, node));
    const values = encryptedArgs.map((node) => (0,tree/* traced */.mn)(fieldText(node.text.trim().replace(/\s+/g, ' ')), node));
    const fields = [];
    if (files.length > 0)
        fields.push({ name: 'encrypted-args-file', value: (0,tree/* joined */.oR)(files, '\n') });
    if (values.length > 0)
        fields.push({ name: 'encrypted-args', value: (0,tree/* joined */.oR)(values, '\n') });
    return [...fields, { name: 'aes-key', value: keySecret }];
}
/** One cache for each service and branch, and that of a fallback branch (codeship.md 2.4). */
function cacheFields({ name, keys }) {
    const fallback = keys.default_cache_branch;
    return [
        { name: 'cache', value: 'gha' },
        { name: 'cache-scope', value: fieldText(name) },
        {
            name: 'cache-branch',
            value: fallback === undefined ? 'master' : nodeText(fallback.text, fallback),
        },
    ];
}
function refuseCache({ keys }, { report }) {
    if (keys.cached?.value !== true)
        return;
    report('cache-without-build', keys.cached.node, '`cached` is left out: the image is pulled, so there is nothing to cache', 'remove `cached`');
}
function isCached(service, services, folder, context) {
    const { cached } = service.keys;
    if (cached?.value !== true)
        return false;
    const text = dockerfileOf(service, folder, context.repository);
    if (text === undefined)
        return true;
    const given = new Map(service.build?.args?.items.map(({ name, value }) => [name, value ?? '']) ?? []);
    const bases = readDockerfile(text, given).baseImages;
    const local = [...services.values()].find((other) => other !== service && other.build !== undefined && bases.includes(other.image.name));
    if (local === undefined)
        return true;
    context.report('cache-of-local-base', cached.node, `\`cached\` is left out: the Dockerfile starts from \`${local.image.name}\`, which this job builds and the builder with the cache cannot see`, `push \`${local.image.name}\` to a registry if its builds take long`);
    return false;
}

;// CONCATENATED MODULE: ./build/variables/expressions.js
// Expressions that several variables share. Each holds on push, tag, pull_request, release, workflow_dispatch and
// schedule: a property that an event lacks is null, which `||` passes over and which prints as nothing.
/** The hash that a push event names as the one before, when the branch or tag is new. */
const noCommit = '0'.repeat(40);
/** `github.sha` is the merge commit on pull requests. A release or tag has its commit there. */
const builtCommit = '${{ github.event.pull_request.head.sha || github.sha }}';
/** `ref_name` is the tag on tags and releases; `base_ref` is empty but for pull requests. */
const baseOrBuiltRef = '${{ github.base_ref || github.ref_name }}';
const headOrBuiltRef = '${{ github.head_ref || github.ref_name }}';
const pullRequestNumberOrFalse = "${{ github.event.pull_request.number || 'false' }}";
/** A new ref, a manual run and a release have no commit before: the range is empty then, and still one that git accepts. */
const commitRange = `\${{ github.event.pull_request.base.sha || github.event.before != '${noCommit}' && github.event.before || github.sha }}` +
    `...${builtCommit}`;
const runUrl = '${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}';
const repositoryUrl = '${{ github.server_url }}/${{ github.repository }}';
const jobId = '${{ github.run_id }}-${{ github.job }}-${{ strategy.job-index }}';

;// CONCATENATED MODULE: ./build/variables/variable-row.js
// How a predefined variable of a retired product comes to a GitHub job. The translator writes `env:` lines from these
// rows, the action `prepare` computes from them, and the documentation lists them.
/** Rows that share everything but their names. */
function sameRow(names, row) {
    return Object.fromEntries(names.map((name) => [name, row]));
}

;// CONCATENATED MODULE: ./build/variables/codeship.js
// CodeShip's predefined variables: Pro (codeship.md 6.1) and Basic (6.2).


const expression = (value) => ({ kind: 'expression', value, level: 'workflow' });
/** What git knows about a commit; the event of a push carries it too. */
const ofCommit = (property) => ({
    kind: 'computed',
    shortcut: {
        events: ['push'],
        value: `\${{ github.event.head_commit.${property} }}`,
        level: 'workflow',
    },
});
const commit = {
    meaning: 'The commit that is built; on pull requests the head, not the merge.',
    way: expression(builtCommit),
};
const codeshipVariables = {
    CI: { meaning: 'Says that a build runs here.', way: { kind: 'runner' } },
    CI_NAME: {
        meaning: 'The name of the product.',
        way: { kind: 'literal', value: 'codeship' },
        differs: 'Coverage services read it to find out where they run: leave it out where no script of yours tests it.',
    },
    CI_BRANCH: {
        meaning: 'The branch that is built; the source branch on pull requests, the tag on tags and releases.',
        way: expression(headOrBuiltRef),
    },
    ...sameRow(['CI_COMMIT_ID', 'CI_COMMIT'], commit),
    CI_COMMIT_MESSAGE: { meaning: 'The message of the commit.', way: ofCommit('message') },
    CI_COMMIT_DESCRIPTION: {
        meaning: 'The commit as the nearest tag describes it: `git describe --abbrev=1 --tags --always`.',
        way: { kind: 'computed' },
        differs: 'Needs the history and the tags: `fetch-depth: 0` at the checkout.',
    },
    CI_COMMITTER_NAME: { meaning: 'The name of the committer.', way: ofCommit('committer.name') },
    CI_COMMITTER_EMAIL: {
        meaning: 'The e-mail address of the committer.',
        way: ofCommit('committer.email'),
    },
    CI_COMMITTER_USERNAME: {
        meaning: 'The account of the committer.',
        way: expression('${{ github.event.head_commit.committer.username || github.actor }}'),
        differs: 'On events other than a push: the account that caused the run.',
    },
    CI_PROJECT_ID: {
        meaning: "The project's id.",
        way: expression('${{ github.repository_id }}'),
        differs: "GitHub's id of the repository.",
    },
    CI_BUILD_ID: {
        meaning: "The build's id.",
        way: expression('${{ github.run_id }}'),
        differs: 'A number; a second attempt of a run has the same.',
    },
    CI_REPO_NAME: {
        meaning: 'The name of the repository, without its owner.',
        way: expression('${{ github.event.repository.name }}'),
    },
    CI_TIMESTAMP: {
        meaning: 'The time of the build in seconds since 1970.',
        way: { kind: 'computed' },
    },
    CI_STRING_TIME: {
        meaning: 'The time of the build as text.',
        way: { kind: 'computed' },
        differs: "CodeShip's form is not known; this one reads 2026-01-31 12:00:00 +0000 UTC.",
    },
    CI_PR_NUMBER: {
        meaning: 'The number of the pull request; empty without one.',
        way: expression('${{ github.event.pull_request.number }}'),
    },
    CI_PULL_REQUEST: {
        meaning: 'The address of the pull request, or the word false.',
        way: expression("${{ github.event.pull_request.html_url || 'false' }}"),
    },
    CI_BUILD_APPROVED: {
        meaning: 'Set once a person approved the manual step.',
        way: {
            kind: 'none',
            reason: 'Only the job behind the approval has it: `CI_BUILD_APPROVED: true` stands in the `env` of that job.',
        },
    },
    CI_BUILD_NUMBER: {
        meaning: 'The number of the build (Basic).',
        way: expression('${{ github.run_number }}'),
        differs: 'Starts at 1 again, and counts for each workflow.',
    },
    CI_BUILD_URL: { meaning: "The page with the build's log (Basic).", way: expression(runUrl) },
    CI_MESSAGE: {
        meaning: 'The message of the commit (Basic).',
        way: ofCommit('message'),
        differs: 'Long messages were cut; here they are whole.',
    },
};

;// CONCATENATED MODULE: ./build/legacy/codeship/scan-repository.js
// Which predefined variables, and which variables of old links, the files of the repository name. Looked at once, and
// only when something asks.

/** A repository's scripts are fewer and shorter; its data is of no interest. */
const scan_repository_limits = { files: 3000, characters: 16_000_000 };
const scripts = /(?:^|\/)[^./]+$|(?:^|\/)(?:Dockerfile|Makefile|Rakefile)[^/]*$|\.(?:bash|cfg|cjs|clj|conf|cs|ctmpl|dockerfile|env|erb|ex|exs|fish|go|gradle|groovy|ini|java|js|json|jsx|kt|kts|mjs|mk|php|pl|pm|properties|ps1|py|rake|rb|rs|scala|sh|tmpl|toml|tpl|ts|tsx|xml|ya?ml|zsh)$/i;
/** Other products' variables have the same names, documents only talk of them, and what is generated tells nothing. */
const otherwise = /(?:^|\/)(?:\.github|\.gitlab|\.circleci)\/|(?:^|\/)(?:\.gitlab-ci|\.travis|appveyor|bitbucket-pipelines|azure-pipelines|shippable|compose\.codeship|(?:codeship|jet)-(?:services|steps))\.(?:ya?ml|json)$|(?:^|\/)(?:LICENSE|README|CHANGELOG)|lock\.json$|lock\.ya?ml$|\.min\.js$/i;
function scanRepository({ paths, read }) {
    let found;
    const scan = () => {
        let left = scan_repository_limits.characters;
        found ??= paths
            .filter((path) => scripts.test(path) && !otherwise.test(path))
            .slice(0, scan_repository_limits.files)
            .flatMap((path) => {
            const text = left > 0 ? (read(path) ?? '') : '';
            left -= text.length;
            return look(path, text);
        });
        return found;
    };
    const collect = (key, folders) => {
        if (folders.length === 0)
            return new Set();
        const all = scan().filter(({ path }) => folders.some((folder) => isWithin(folder, path)));
        return new Set(all.flatMap((each) => [...each[key]]));
    };
    return {
        namesIn: (folders) => collect('names', folders),
        linkedIn: (folders) => collect('linked', folders),
    };
}
function look(path, text) {
    const names = variablesIn(text);
    const linked = linkPrefixesIn(text);
    return names.size + linked.size === 0 ? [] : [{ path, names, linked }];
}
const variablesIn = (text) => new Set(text.match(/\bCI_[A-Z][A-Z_]*\b/g) ?? []);
const linkPrefixesIn = (text) => new Set([...text.matchAll(/\b([A-Z][A-Z0-9_]*?)_(?:PORT_\d+_(?:TCP|UDP)|ENV_[A-Z])/g)].map((match) => match[1] ?? ''));

;// CONCATENATED MODULE: ./build/legacy/codeship/volumes.js
// Volumes of services (codeship.md 2.6). What lies in the container alone is new for every step, unless another
// service takes it over: then it is one volume for the whole job.



function mountOf(node) {
    const colon = node.text.indexOf(':');
    if (colon < 0)
        return { kind: 'container', node };
    const source = node.text.slice(0, colon);
    return { kind: /^[.~]|\//.test(source) ? 'folder' : 'name', source, node };
}
/** Folders of the repository that a service mounts. */
function mountedFolders({ keys }, folder) {
    return (keys.volumes ?? []).flatMap((node) => {
        const mount = mountOf(node);
        const path = mount.kind === 'folder' ? repositoryPath(folder, mount.source) : undefined;
        return path === undefined ? [] : [path];
    });
}
function readVolumes(services, folder, context) {
    const holders = new Set(services.flatMap((each) => each.volumesFrom.map(({ service }) => service)));
    const declared = new Map();
    const declare = (name, node) => {
        declared.set(name, [...(declared.get(name) ?? []), node]);
        return name;
    };
    const mounts = new Map();
    for (const service of services) {
        const texts = (service.keys.volumes ?? []).map((node) => {
            const mount = mountOf(node);
            if (mount.kind === 'name')
                return volumes_named(mount.source, node, folder, declare, context);
            if (mount.kind === 'folder')
                return folderMount(mount.source, node);
            if (!holders.has(service))
                return composeValue(node);
            context.report('volume-lifetime', { file: node.file, start: node.start, end: node.end }, `\`${node.text}\` is taken over by other services, so it keeps its files for the whole job`);
            const name = declare(`${service.id}${node.text.replace(/[^A-Za-z0-9_.-]+/g, '-')}`, node);
            return (0,tree/* traced */.mn)(`${name}:${composeText(node.text)}`, node);
        });
        if (service.keys.add_docker?.value === true) {
            const socket = '/var/run/docker.sock';
            texts.push((0,tree/* traced */.mn)(`${socket}:${socket}`, service.keys.add_docker.node));
        }
        mounts.set(service, texts);
    }
    return {
        of: (service) => mounts.get(service) ?? [],
        declared: [...declared].map(([name, from]) => ({
            key: name,
            // A name of its own, for parallel steps have projects of their own; the run's id, for a machine may be used again.
            value: (0,tree/* map */.Tj)([
                { key: 'name', value: (0,tree/* scalar */.d_)((0,tree/* traced */.mn)(`codeship-\${GITHUB_RUN_ID:-0}-${name}`, ...from)) },
            ]),
        })),
    };
}
/** Compose takes a relative folder only with a dot in front. */
function folderMount(source, node) {
    const dotted = /^[./~]/.test(source) ? node.text : `./${node.text}`;
    return (0,tree/* traced */.mn)(composeText(dotted), node);
}
function volumes_named(source, node, folder, declare, context) {
    const path = repositoryPath(folder, source);
    const isFolder = path !== undefined && context.repository.paths.some((each) => each.startsWith(`${path}/`));
    context.report('named-volume', node, `\`${source}\` has no separator, so it is the name of a volume${isFolder ? ', although the repository has a folder of that name' : ''}`, `write \`./${node.text}\` in the Compose file if the folder is meant`);
    const name = declare(source.replace(/[^A-Za-z0-9_.-]+/g, '-'), node);
    return (0,tree/* traced */.mn)(composeText(name + node.text.slice(source.length)), node);
}

;// CONCATENATED MODULE: ./build/legacy/codeship/ci-variables.js
// CodeShip's predefined variables (codeship.md 6.1): which of them a service gets, and how the job comes by them.





/** In the order of the reference; `CI_COMMIT` and those of Basic come in only where something names them. */
const proVariables = [
    'CI',
    'CI_NAME',
    'CI_BRANCH',
    'CI_COMMIT_ID',
    'CI_COMMIT_MESSAGE',
    'CI_COMMIT_DESCRIPTION',
    'CI_COMMITTER_NAME',
    'CI_COMMITTER_EMAIL',
    'CI_COMMITTER_USERNAME',
    'CI_PROJECT_ID',
    'CI_BUILD_ID',
    'CI_REPO_NAME',
    'CI_TIMESTAMP',
    'CI_STRING_TIME',
    'CI_PR_NUMBER',
    'CI_PULL_REQUEST',
    'CI_BUILD_APPROVED',
];
const known = [...proVariables, 'CI_COMMIT'];
function passedVariables(service, use, folder, scan) {
    if (!use.isUsed)
        return { all: false, names: [], named: new Set() };
    const runsSteps = use.commands.length > 0;
    const image = service.build === undefined ? knownImage(service.image.name) : undefined;
    const named = new Set([
        ...use.commands.flat().flatMap((word) => [...variablesIn(word)]),
        ...wordsOf(service).flatMap((word) => [...variablesIn(word)]),
        ...scan.namesIn(visibleFolders(service, folder)),
        ...(runsSteps ? (image?.reads ?? []) : []),
    ]);
    const isUnknown = runsSteps && image !== undefined && image.reads === undefined;
    if (isUnknown || use.commands.some(printsEnvironment))
        return { all: true, names: [], named };
    const names = known.filter((name) => named.has(name) || (name === 'CI' && runsSteps));
    return { all: false, names, named };
}
/** Programs that print their whole environment, unless words say what of it. */
const printsEnvironment = ([program, ...words]) => /^(?:\S*\/)?(?:env|printenv)$/.test(program ?? '') && words.length === 0;
function wordsOf({ keys }) {
    return [keys.command, keys.entrypoint].flatMap((words) => words === undefined
        ? []
        : words.kind === 'line'
            ? [words.node.text]
            : words.nodes.map((node) => node.text));
}
/** Folders of the repository whose files a container of the service has: its build context and its mounts. */
function visibleFolders(service, folder) {
    const context = service.build === undefined
        ? undefined
        : repositoryPath(folder, service.build.context?.text ?? '.');
    const holders = service.volumesFrom.map((each) => each.service);
    return [
        ...(context === undefined ? [] : [context]),
        ...[service, ...holders].flatMap((each) => mountedFolders(each, folder)),
    ];
}
function jobVariables(names, approved) {
    const env = [];
    const computed = [];
    for (const name of known) {
        if (!names.has(name))
            continue;
        const way = codeshipVariables[name]?.way;
        if (name === 'CI_BUILD_APPROVED') {
            if (approved)
                env.push({ name, value: 'true' });
        }
        else if (way?.kind === 'expression' || way?.kind === 'literal')
            env.push({ name, value: way.value });
        else if (way?.kind === 'computed')
            computed.push(name);
    }
    return { env, computed, needsHistory: names.has('CI_COMMIT_DESCRIPTION') };
}
/** How the values of variables that somebody reads differ from CodeShip's. */
const differences = (names) => known.flatMap((name) => {
    const differs = names.has(name) ? codeshipVariables[name]?.differs : undefined;
    return differs === undefined || name === 'CI_COMMIT_DESCRIPTION' || name === 'CI_NAME'
        ? []
        : [`\`${name}\`: ${differs.replace(/\.$/, '')}`];
});

// EXTERNAL MODULE: ./build/secret/env-file.js
var env_file = __nccwpck_require__(8817);
;// CONCATENATED MODULE: ./build/legacy/codeship/environment.js
// The environment of a service in Compose. CodeShip's order was `environment` < `env_file` < encrypted files
// (codeship.md 2.3); Compose has `environment` above every file.




/** Encrypted files and values of a service's environment, weakest first. */
function sealedEnvironment({ id, keys }, folder) {
    const files = [...(keys.encrypted_env ?? []), ...(keys.encrypted_env_file ?? [])];
    const given = keys.encrypted_environment;
    const values = given === undefined ? [] : 'kind' in given ? [given] : given;
    return [
        ...files.map((node) => {
            return { kind: 'file', name: repositoryPath(folder, node.text) ?? node.text, node };
        }),
        ...values.map((node, index) => {
            const name = `${id.replace(/^[.-]+/, '')}.environment${values.length === 1 ? '' : `.${index + 1}`}`;
            return { kind: 'value', name, text: node.text.trim().replace(/\s+/g, ' '), node };
        }),
    ];
}
/** Names that a file of the repository gives the service; a file that is not there gives none. */
function namesInFiles({ keys }, folder, { repository }) {
    const names = new Set();
    let complete = true;
    for (const node of keys.env_file ?? []) {
        const path = repositoryPath(folder, node.text);
        const text = path === undefined ? undefined : repository.read(path);
        if (text === undefined)
            complete = false;
        else
            for (const { name } of (0,env_file/* parseEnvFile */.F)(text).entries)
                names.add(name);
    }
    return { names, complete };
}
/**
 * The list under `env_file`: files win over those before them. Commands of Compose such as `up` and `down` want the
 * files of services that they do not touch too, so a file that a job does not need, or does not open, may be missing.
 */
function environmentFiles(service, facts, started) {
    const plain = started === 'never' ? { optional: true } : {};
    const sealed = started === 'always' ? {} : { optional: true };
    const files = [
        ...(facts.allNamesFile === undefined ? [] : [{ path: facts.allNamesFile, from: [] }]),
        ...(service.keys.env_file ?? []).map((node) => {
            return { path: composeText(node.text), from: [node], ...plain };
        }),
        ...sealedEnvironment(service, facts.folder).map(({ name, node }) => {
            return { path: `\${RUNNER_TEMP}/codeship/${composeText(name)}`, from: [node], ...sealed };
        }),
    ];
    if (files.length === 0)
        return undefined;
    return (0,tree/* seq */.O6)(files.map(({ path, from, optional: missing }) => {
        const entries = [
            { key: 'path', value: (0,tree/* scalar */.d_)((0,tree/* traced */.mn)(path, ...from)) },
            { key: 'format', value: (0,tree/* scalar */.d_)('raw') },
        ];
        if (missing)
            entries.push({ key: 'required', value: (0,tree/* raw */.lS)('false') });
        return { value: (0,tree/* map */.Tj)(entries) };
    }));
}
/** What stands under `environment`: the user's own variables in their form, then names that are passed on. */
function environmentOf(service, facts, context) {
    const own = service.keys.environment ?? { form: 'list', items: [] };
    const inFiles = namesInFiles(service, facts.folder, context);
    const sealed = sealedEnvironment(service, facts.folder).length > 0;
    const kept = own.items.filter((item) => {
        if (!inFiles.names.has(item.name))
            return true;
        context.report('environment-overridden', item.node, `\`${item.name}\` is left out of \`environment\`: a file under \`env_file\` gives it too, and won`);
        return false;
    });
    if (sealed || !inFiles.complete) {
        for (const item of kept) {
            context.report('environment-order', item.node, `if ${sealed ? 'an encrypted file' : 'a file under `env_file`'} gives \`${item.name}\` too, this value wins here; on CodeShip the file won`, `if the file gives \`${item.name}\`, remove it from \`environment\` in the Compose file`);
        }
    }
    const passed = facts.passed.filter((name) => !inFiles.names.has(name) && !kept.some((item) => item.name === name));
    if (kept.length + passed.length === 0)
        return undefined;
    return own.form === 'list'
        ? (0,tree/* seq */.O6)([
            ...kept.map((item) => ({ value: (0,tree/* scalarOrBlock */.nZ)(pairOf(item)), before: item.before })),
            ...passed.map((name) => ({ value: (0,tree/* scalar */.d_)(name) })),
        ])
        : (0,tree/* map */.Tj)([
            ...kept.map((item) => ({
                key: item.name,
                value: (0,tree/* scalarOrBlock */.nZ)((0,tree/* traced */.mn)(composeText(item.value ?? ''), item.node)),
                before: item.before,
            })),
            ...passed.map((name) => ({ key: name, value: (0,tree/* raw */.lS)('') })),
        ]);
}
const pairOf = ({ name, value, node }) => (0,tree/* traced */.mn)(value === undefined ? composeText(name) : `${name}=${composeText(value)}`, node);

;// CONCATENATED MODULE: ./build/legacy/codeship/compose-service.js
// One service of the Compose file, key by key in the order in which the user wrote it.



const one = (key, value) => value === undefined ? [] : [{ key, value }];
const compose_service_text = (key) => {
    return ({ keys }) => {
        const node = keys[key];
        return isScalar(node) ? one(key, (0,tree/* scalar */.d_)(composeValue(node))) : [];
    };
};
const texts = (key) => {
    return ({ keys }) => {
        const nodes = keys[key];
        if (!Array.isArray(nodes) || nodes.length === 0)
            return [];
        return one(key, compose_service_commented(nodes.map(composeValue)));
    };
};
/** A list whose items keep the comments that stood above them. */
const compose_service_commented = (items) => (0,tree/* seq */.O6)(items.map((item) => ({ value: (0,tree/* scalar */.d_)(item), before: item.from[0]?.before ?? [] })));
const isScalar = (value) => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'scalar';
const environmentFile = (service, facts) => one('env_file', environmentFiles(service, facts.environment(service), facts.started(service)));
const environment = (service, facts, context) => one('environment', environmentOf(service, facts.environment(service), context));
const dependencies = ({ dependencies: found }, { healthCheck }) => {
    if (found.length === 0)
        return [];
    const waits = found.some(({ service }) => healthCheck(service) === 'yes');
    if (!waits) {
        return one('depends_on', (0,tree/* seq */.O6)(found.map(({ service, from }) => ({ value: (0,tree/* scalar */.d_)((0,tree/* traced */.mn)(service.id, ...from)) }))));
    }
    return one('depends_on', (0,tree/* map */.Tj)(found.map(({ service, from }) => ({
        key: service.id,
        value: (0,tree/* map */.Tj)([
            {
                key: 'condition',
                value: (0,tree/* scalar */.d_)(healthCheck(service) === 'yes' ? 'service_healthy' : 'service_started'),
            },
        ], from),
    }))));
};
const links = ({ links: found }) => {
    const aliases = found.flatMap(({ service, alias, node }) => alias === undefined ? [] : [(0,tree/* traced */.mn)(`${service.id}:${alias}`, node)]);
    return aliases.length === 0 ? [] : one('links', (0,tree/* list */.p_)(aliases));
};
const volumes = (service, facts) => {
    const mounts = facts.volumes.of(service);
    return mounts.length === 0 ? [] : one('volumes', compose_service_commented(mounts));
};
const compose_service_volumesFrom = ({ volumesFrom: found }) => found.length === 0
    ? []
    : one('volumes_from', (0,tree/* list */.p_)(found.map(({ service, from }) => {
        const mode = /:r[ow]$/.exec(from.map((node) => ('text' in node ? node.text : '')).join(''));
        return (0,tree/* traced */.mn)(`${service.id}${mode?.[0] ?? ''}`, ...from);
    })));
const words = (key) => {
    return ({ keys }, _facts, { report }) => {
        const found = keys[key];
        if (found === undefined)
            return [];
        const value = composeWords(found);
        if (value === undefined) {
            report('broken-command', found.node, `\`${key}\` cannot be split into words: a quote is never closed`, 'close the quote');
        }
        return one(key, value);
    };
};
const build = (service, facts) => {
    const found = service.build;
    if (found === undefined)
        return [];
    const named = service.image.node;
    const image = (0,tree/* scalar */.d_)(named === undefined ? service.image.name : (0,tree/* traced */.mn)(composeText(service.image.name), named));
    const args = facts.arguments(service);
    const context = found.context ?? undefined;
    const only = found.dockerfile === undefined && args.length === 0 && context !== undefined;
    const entries = [];
    const add = (key, node) => {
        if (node !== undefined)
            entries.push({ key, value: (0,tree/* scalar */.d_)(composeValue(node)) });
    };
    add('context', context);
    add('dockerfile', found.dockerfile);
    const said = args.flatMap(({ argument, compose }) => compose === undefined ? [] : [{ argument, compose }]);
    if (said.length > 0) {
        entries.push({
            key: 'args',
            value: (0,tree/* map */.Tj)(said.map(({ argument, compose }) => ({
                key: argument.name,
                value: (0,tree/* scalar */.d_)(compose),
                before: argument.before,
            }))),
        });
    }
    if (entries.length === 0)
        entries.push({ key: 'context', value: (0,tree/* scalar */.d_)('.') });
    const value = only
        ? (0,tree/* scalar */.d_)((0,tree/* traced */.mn)(composeText(context.text), context, ...found.from))
        : (0,tree/* map */.Tj)(entries, found.from);
    return [
        { key: 'build', value },
        { key: 'image', value: image },
    ];
};
const compose_service_image = ({ build: built, image: { name, node } }, _facts, { settings }) => {
    if (built !== undefined || node === undefined)
        return [];
    const replaced = Object.hasOwn(settings.images, name) ? settings.images[name] : undefined;
    return one('image', (0,tree/* scalar */.d_)((0,tree/* traced */.mn)(composeText(replaced ?? name), node)));
};
const pairs = ({ keys: { extra_hosts: found } }) => {
    if (found === undefined || found.length === 0)
        return [];
    const entries = found.flatMap((item) => ('key' in item ? [item] : []));
    if (entries.length === 0) {
        return one('extra_hosts', (0,tree/* list */.p_)(found.map(composeValue)));
    }
    return one('extra_hosts', (0,tree/* map */.Tj)(entries.map(({ key, value }) => ({ key: key.text, value: (0,tree/* scalar */.d_)(composeValue(value)) }))));
};
const readOnly = ({ keys }) => keys.read_only === undefined
    ? []
    : one('read_only', (0,tree/* raw */.lS)((0,tree/* traced */.mn)(String(keys.read_only.value), keys.read_only.node)));
const ports = (service, facts, { report }) => {
    const found = service.keys.ports ?? [];
    if (facts.publishes(service))
        return one('ports', (0,tree/* list */.p_)(found.map(composeValue)));
    for (const node of found) {
        report('dropped-key', node, '`ports` is left out: CodeShip published no ports; steps reach a service by its name');
    }
    return [];
};
/** What each key of a service becomes. Several keys may become one; it stands where the first of them stood. */
const writers = {
    image: compose_service_image,
    build,
    dockerfile: build,
    environment,
    env_file: environmentFile,
    encrypted_environment: environmentFile,
    encrypted_env_file: environmentFile,
    encrypted_env: environmentFile,
    depends_on: dependencies,
    links: (...all) => [...dependencies(...all), ...links(...all)],
    volumes,
    add_docker: volumes,
    volumes_from: compose_service_volumesFrom,
    command: words('command'),
    entrypoint: words('entrypoint'),
    working_dir: compose_service_text('working_dir'),
    user: compose_service_text('user'),
    hostname: compose_service_text('hostname'),
    domainname: compose_service_text('domainname'),
    dns: texts('dns'),
    dns_search: texts('dns_search'),
    extra_hosts: pairs,
    expose: texts('expose'),
    security_opt: texts('security_opt'),
    cap_add: texts('cap_add'),
    cap_drop: texts('cap_drop'),
    mem_limit: compose_service_text('mem_limit'),
    cpuset: compose_service_text('cpuset'),
    cpu_shares: compose_service_text('cpu_shares'),
    restart: compose_service_text('restart'),
    read_only: readOnly,
    ports,
};
/** The service as Compose has it. What is not the user's own stands at the end. */
function composeService(service, facts, context) {
    const entries = [];
    const from = [];
    const add = (parts, before) => {
        for (const { key, value } of parts) {
            if (entries.some((entry) => entry.key === key))
                continue;
            entries.push({ key, value, ...(before.length > 0 ? { before } : {}) });
        }
    };
    for (const { key, value, merged } of service.node.entries) {
        const writer = Object.hasOwn(writers, key.text) ? writers[key.text] : undefined;
        if (writer === undefined)
            continue;
        add(writer(service, facts, context), merged ? [] : value.before);
    }
    add(environmentFile(service, facts, context), []);
    add(environment(service, facts, context), []);
    for (const flag of [service.keys.add_docker, service.keys.cached]) {
        if (flag?.value === false)
            from.push(flag.node);
    }
    return (0,tree/* map */.Tj)(entries, from);
}

;// CONCATENATED MODULE: ./build/legacy/codeship/compose-file.js
// The Compose file of a project: what its services are, for the workflow and for a person's own machine.


function composeFile(path, services, facts, context) {
    const sealed = services.some(({ keys }) => keys.encrypted_env_file ?? keys.encrypted_env ?? keys.encrypted_environment);
    const entries = [
        {
            key: 'services',
            value: (0,tree/* map */.Tj)(services.map((service) => ({
                key: service.id,
                value: composeService(service, facts, context),
                before: service.before,
            }))),
        },
    ];
    const { declared } = facts.volumes;
    if (declared.length > 0)
        entries.push({ key: 'volumes', value: (0,tree/* map */.Tj)(declared) });
    return {
        path,
        header: [
            `By hand: docker compose --file ${path} run --rm SERVICE COMMAND`,
            ...(sealed
                ? ['Encrypted files are read, opened, from $RUNNER_TEMP/codeship; see `transship decrypt`.']
                : []),
        ],
        root: (0,tree/* map */.Tj)(entries),
    };
}

;// CONCATENATED MODULE: ./build/pattern/condition.js
const ALWAYS = { text: 'true' };
const NEVER = { text: 'false' };
/** A string of the expression language. */
function expressionString(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
/** A test of the ref that the expression `subject` names. */
function testCondition(test, subject) {
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
            return test.longer ? allOf(starts, unless(test.text)) : starts;
        }
        case 'ends': {
            const ends = call('endsWith', test.text);
            return test.longer ? allOf(ends, unless(test.text)) : ends;
        }
        case 'contains':
            return call('contains', test.text);
        case 'starts-and-ends': {
            const both = allOf(call('startsWith', test.start), call('endsWith', test.end));
            return test.longer ? allOf(both, unless(test.start + test.end)) : both;
        }
    }
}
/** One of the conditions holds; none is `false`. */
function anyOf(conditions) {
    const [only, ...others] = conditions;
    if (only === undefined)
        return NEVER;
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
function allOf(first, second) {
    if (first === NEVER || second === NEVER)
        return NEVER;
    if (first === ALWAYS)
        return second;
    if (second === ALWAYS)
        return first;
    return { text: `${within(first, '&&')} && ${within(second, '&&')}`, operator: '&&' };
}
function negated(condition) {
    if (condition === ALWAYS)
        return NEVER;
    if (condition === NEVER)
        return ALWAYS;
    return condition.opposite ?? { text: `!(${condition.text})` };
}
function within(condition, operator) {
    const alone = condition.operator === undefined || condition.operator === operator;
    return alone ? condition.text : `(${condition.text})`;
}

;// CONCATENATED MODULE: ./build/pattern/ref-expression.js

/** The name of the branch or tag of a run, in expressions. */
const REF_NAME = 'github.ref_name';
/**
 * An expression for a pattern, without `${{ }}`; `'true'` and `'false'` where the ref doesn't matter.
 * Undefined where only RE2 can say it. Expressions compare without regard to case, which CodeShip
 * didn't: callers tell. `subject` is an expression for the name of the ref.
 */
function refExpression(pattern, subject = REF_NAME) {
    return conditionOf(pattern, subject)?.text;
}
/**
 * An expression for `tag` and `exclude` together, where `exclude` wins; `'true'` when a step always runs,
 * `'false'` when it never does. Undefined where only RE2 can say it.
 */
function combinedRefExpression(tag, exclude, subject = REF_NAME) {
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

;// CONCATENATED MODULE: ./build/pattern/ref-test.js
/** The test for a sequence of parts that has to cover a whole ref name. Ref names are never empty. */
function testOfParts(parts) {
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
const regex_subset_DEEPEST = 20;
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
    if (reader.depth >= regex_subset_DEEPEST)
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
        const outcome = testOfParts(parts);
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

;// CONCATENATED MODULE: ./build/legacy/codeship/conditions.js
// `tag` and `exclude` as conditions of GitHub (codeship.md 3.6): an expression where one can say the same, else a
// condition that the `prepare` action decides with a real RE2 engine.




/** The step that decides what expressions cannot. */
const prepareId = 'codeship';
const holdsOfStep = `steps.${prepareId}.outputs.holds`;
const nodesOf = ({ tag, exclude }) => [tag, exclude].filter((node) => node !== undefined);
/** Reads every condition of a project once, and says what is odd about it. */
async function readConditions(terms, context) {
    const meanings = new Map();
    let caseTold = false;
    for (const term of terms) {
        if (meanings.has(keyOf(term)))
            continue;
        const tag = term.tag && (await readPattern(term.tag, context));
        const exclude = term.exclude && (await readPattern(term.exclude, context));
        const combined = combinedRefExpression(tag, exclude);
        const text = combined === 'false' ? neverRuns(term, context) : combined;
        const meaning = text === undefined
            ? { kind: 'engine' }
            : text === 'true'
                ? { kind: 'always' }
                : { kind: 'expression', text };
        meanings.set(keyOf(term), meaning);
        const [first] = nodesOf(term);
        if (meaning.kind === 'expression' &&
            !caseTold &&
            first !== undefined &&
            /[a-z]/i.test(text ?? '')) {
            caseTold = true;
            context.report('letter-case', { file: first.file, start: first.start, end: first.end }, 'the conditions of this file become expressions, which do not tell upper and lower case apart');
        }
    }
    const names = new Map();
    const taken = new Set();
    const name = (term) => {
        const key = keyOf(term);
        const known = names.get(key) ?? uniqueName(stepId(term.label, 'condition'), taken);
        names.set(key, known);
        return known;
    };
    const meaningOf = (term) => meanings.get(keyOf(term)) ?? { kind: 'always' };
    return {
        key: keyOf,
        name,
        isAlways: (term) => meaningOf(term).kind === 'always',
        needsEngine: (term) => meaningOf(term).kind === 'engine',
        expression: (all, holds = holdsOfStep) => {
            const distinct = new Map(all.map((term) => [keyOf(term), term]));
            const parts = [];
            for (const [key, term] of distinct) {
                const meaning = meaningOf(term);
                // A group and its step may say the same.
                const nodes = all.filter((each) => keyOf(each) === key).flatMap(nodesOf);
                if (meaning.kind === 'expression')
                    parts.push((0,tree/* traced */.mn)(meaning.text, ...nodes));
                if (meaning.kind === 'engine') {
                    parts.push((0,tree/* traced */.mn)(`contains(fromJSON(${holds}), '${name(term)}')`, ...nodes));
                }
            }
            return conditions_allOf(parts);
        },
    };
}
/** A condition that no ref fulfils, which is no constant: GitHub's linters refuse those. */
function neverRuns(term, { report }) {
    const node = term.exclude ?? term.tag;
    if (node !== undefined) {
        report('step-never-runs', node, `\`${node.text}\` ${node === term.exclude ? 'excludes every branch and tag' : 'matches nothing'}, so the step never runs`, 'remove the step, or correct the pattern');
    }
    return "github.ref_name == ''";
}
const conditions_keys = new WeakMap();
function keyOf(term) {
    const key = conditions_keys.get(term) ?? JSON.stringify([term.tag?.text, term.exclude?.text]);
    conditions_keys.set(term, key);
    return key;
}
/** An item whose conditions are known to hold where it stands, without them. */
function withoutTerms(item, known, conditions) {
    const terms = item.terms.filter((term) => !known.has(conditions.key(term)));
    const dropped = item.terms.filter((term) => known.has(conditions.key(term)));
    const from = [...item.from, ...dropped.flatMap(nodesOf)];
    if (!('items' in item))
        return { ...item, terms, from };
    return {
        ...item,
        terms,
        from,
        items: item.items.map((each) => withoutTerms(each, known, conditions)),
    };
}
/** All of these expressions; one with `||` is put into brackets. */
function conditions_allOf(parts) {
    const [only, ...others] = parts;
    if (only === undefined)
        return undefined;
    if (others.length === 0)
        return (0,tree/* joined */.oR)([only]);
    const closed = parts.map((part) => {
        const { text, from } = (0,tree/* joined */.oR)([part]);
        return text.includes('||') ? { text: `(${text})`, from } : { text, from };
    });
    return (0,tree/* joined */.oR)(closed, ' && ');
}
/**
 * A pattern as a test of the ref. What never matches is compared as it stands, which is CodeShip's own first rule
 * and true for no ref: so the condition stays to be seen.
 */
async function readPattern(node, { report }) {
    const { text } = node;
    const pattern = classifyRefPattern(text);
    const literally = { kind: 'literal', text, looksLikeRegex: false };
    if (pattern.kind === 'regex') {
        const { compileRe2 } = await Promise.all(/* import() */[__nccwpck_require__.e(856), __nccwpck_require__.e(828)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6828));
        const compiled = compileRe2(text);
        if (compiled.ok)
            return pattern;
        reportAt('invalid-pattern', `\`${text}\` is no valid expression, so it never matches: ${compiled.message}`);
        return literally;
    }
    if (pattern.kind === 'never') {
        const why = pattern.reason === 'no-ref'
            ? 'it has neither `^` nor `$`, so it is compared as it stands, and no branch or tag can have that name'
            : 'it contradicts itself';
        reportAt('pattern-never-matches', `\`${text}\` matches nothing: ${why}`, suggestion(text));
        return literally;
    }
    if (pattern.kind === 'literal' && pattern.looksLikeRegex) {
        reportAt('pattern-never-matches', `\`${text}\` has neither \`^\` nor \`$\`, so it is compared as it stands`, suggestion(text));
    }
    return pattern;
    function reportAt(code, message, help) {
        report(code, node, message, help);
    }
}
const suggestion = (text) => /[$^]/.test(text) ? undefined : `write \`^${text}$\` if an expression is meant`;

;// CONCATENATED MODULE: ./build/legacy/codeship/job-builder.js
// A job while it is written: its steps so far, which of them may be referred to, and what they have made.

/** How many steps a condition asks whether one of them ran. */
const askLimit = 4;
function createJob(conditions, reservedIds) {
    const parts = [];
    const ids = new Set(reservedIds);
    const projects = new Set();
    const made = new Map();
    const keysOf = (terms) => terms.map(conditions.key);
    const finish = ({ ref, make }) => make(ref.id === undefined ? {} : { id: ref.id });
    return {
        add: (draft) => {
            parts.push({ kind: 'step', draft });
            return draft.ref;
        },
        addParallel: (drafts, before, from) => {
            parts.push({ kind: 'parallel', drafts, before, from });
        },
        idOf: (ref) => {
            ref.id ??= uniqueName(stepId(ref.label, 'step'), ids);
            return ref.id;
        },
        steps: () => parts.map((part) => {
            if (part.kind === 'step')
                return finish(part.draft);
            const { drafts, before, from } = part;
            return { kind: 'parallel', steps: drafts.map(finish), before, from };
        }),
        made: {
            ask: (what, terms) => {
                const by = made.get(what) ?? [];
                const holds = new Set(keysOf(terms));
                // A step without conditions beyond these ran whenever this one does.
                if (by.some(({ keys }) => keys.every((key) => holds.has(key)))) {
                    return { kind: 'yes' };
                }
                return by.length === 0
                    ? { kind: 'no' }
                    : {
                        kind: 'sometimes',
                        by: by.length > askLimit ? undefined : by.map(({ ref }) => ref),
                    };
            },
            tell: (what, by) => {
                const known = made.get(what) ?? [];
                known.push({ ref: by, keys: keysOf(by.terms) });
                made.set(what, known);
            },
        },
        logins: [],
        prepared: new Map(),
        project: (label) => uniqueName(`codeship-${stepId(label, 'step')}`, projects),
    };
}

;// CONCATENATED MODULE: ./build/legacy/codeship/logins.js
// Credentials (codeship.md 5): one login before they are first needed, and again where another account may have taken
// the place of a registry's entry.







/** What a step needs: its own credentials, and those of the services whose images it pulls or builds. */
function credentialsOfLeaf(leaf, plan) {
    const isLocal = leaf.kind === 'push' && isLocalRegistry(leaf.imageName.text);
    const found = new Map();
    const add = (credentials) => {
        if (credentials !== undefined)
            found.set(credentialsKey(credentials), credentials);
    };
    for (const service of [...startedWith(leaf.service), leaf.service])
        add(service.credentials);
    if (!isLocal)
        add(leaf.credentials);
    else if (leaf.credentials !== undefined)
        logins_leaveOut(leaf.credentials, plan.context);
    return [...found.values()];
}
const isLocalRegistry = (imageName) => /^(?:localhost|127\.0\.0\.1)(?::\d+)?\//.test(imageName);
function logins_leaveOut(credentials, { report }) {
    for (const node of credentials.nodes) {
        report('dropped-key', node, `\`${credentials.kind === 'file' ? 'encrypted_dockercfg_path' : 'dockercfg_service'}\` is left out: a push to a registry on the machine of the job needs no login`);
    }
}
function indexLogins(leaves, plan) {
    const byLeaf = new Map();
    const terms = new Map();
    const { key: termKey } = plan.conditions;
    for (const leaf of leaves) {
        const needed = credentialsOfLeaf(leaf, plan);
        byLeaf.set(leaf, needed);
        const own = new Set(leaf.terms.map(termKey));
        for (const credentials of needed) {
            const key = credentialsKey(credentials);
            const common = terms.get(key) ?? leaf.terms;
            terms.set(key, common.filter((term) => own.has(termKey(term))));
        }
    }
    return {
        of: (leaf) => byLeaf.get(leaf) ?? credentialsOfLeaf(leaf, plan),
        commonTerms: (key) => terms.get(key) ?? [],
        hasSeveral: terms.size > 1,
    };
}
function loginOf(credentials, hasSeveral, plan) {
    if (credentials.kind === 'file') {
        const path = repositoryPath(plan.folder, credentials.path) ?? credentials.path;
        return {
            label: hasSeveral ? `Log in with ${path}` : 'Log in to the registries',
            fields: [
                { name: 'dockercfg', value: (0,tree/* traced */.mn)(fieldText(path), ...credentials.nodes) },
                { name: 'aes-key', value: plan.key },
            ],
            from: [],
        };
    }
    return generatorLogin(credentials.service, credentials.nodes, plan);
}
/** A generator is given what its service has; it gets one argument and writes a dockercfg there (codeship.md 5.3). */
function generatorLogin(service, mentions, plan) {
    const { keys, image, name } = service;
    const fields = [];
    const add = (key, value, isEmpty = false) => {
        if (!isEmpty)
            fields.push({ name: key, value });
    };
    const environment = (keys.environment?.items ?? []).map(({ name: key, value, node }) => (0,tree/* traced */.mn)(fieldText(`${key}=${value ?? ''}`), node));
    const plain = (keys.env_file ?? []).map((node) => (0,tree/* traced */.mn)(fieldText(repositoryPath(plan.folder, node.text) ?? node.text), node));
    const sealed = sealedEnvironment(service, plan.folder);
    const files = sealed.map((each) => (0,tree/* traced */.mn)(each.kind === 'file'
        ? fieldText(each.name)
        : `\${{ runner.temp }}/codeship/${fieldText(each.name)}`, each.node));
    const options = generatorOptions(service, plan);
    add('generator', (0,tree/* traced */.mn)(fieldText(image.name), ...(image.node ? [image.node] : [])));
    add('generator-env', (0,tree/* joined */.oR)(environment, '\n'), environment.length === 0);
    add('generator-env-file', (0,tree/* joined */.oR)([...plain, ...files], '\n'), plain.length + files.length === 0);
    add('generator-options', options.text, options.text.text === '');
    add('aes-key', plan.key, files.length === 0);
    return { label: `Log in with ${name}`, fields, from: [...mentions, ...options.from] };
}
/** Steps start at the root of the checkout, the services file may lie in a folder. */
function mountFromRoot(text, folder) {
    const colon = text.indexOf(':');
    const source = colon < 0 ? '' : text.slice(0, colon);
    const path = /^[.]|\//.test(source) ? repositoryPath(folder, source) : undefined;
    return path === undefined ? text : `./${path}${text.slice(colon)}`;
}
/** Further options of `docker run`. Images that are known ask for none: the action does by itself what they do. */
function generatorOptions(service, plan) {
    const { keys, build, image } = service;
    const parts = [];
    const from = [];
    const isKnown = build === undefined && knownImage(image.name).reads !== undefined;
    if (keys.add_docker !== undefined) {
        const { value, node } = keys.add_docker;
        if (!value)
            from.push(node);
        else if (!isKnown)
            parts.push((0,tree/* traced */.mn)('--volume /var/run/docker.sock:/var/run/docker.sock', node));
    }
    for (const node of keys.volumes ?? [])
        parts.push((0,tree/* traced */.mn)(`--volume ${quoteWords([mountFromRoot(node.text, plan.folder)])}`, node));
    for (const [option, node] of [
        ['--workdir', keys.working_dir],
        ['--user', keys.user],
    ]) {
        if (node !== undefined)
            parts.push((0,tree/* traced */.mn)(`${option} ${quoteWords([node.text])}`, node));
    }
    if (keys.entrypoint?.kind === 'line') {
        const { node } = keys.entrypoint;
        parts.push((0,tree/* traced */.mn)(`--entrypoint ${quoteWords([node.text])}`, node));
    }
    for (const { from: nodes } of [...service.dependencies, ...service.volumesFrom]) {
        for (const node of nodes) {
            plan.context.report('generator-network', node, `\`${service.name}\` is started alone, without \`${'text' in node ? node.text : ''}\``, 'give the login what it needs by `generator-options`, or log in by another step');
            from.push(node);
        }
    }
    return {
        text: (0,tree/* joined */.oR)(parts.map((part) => (0,tree/* traced */.mn)(fieldText(part.text), ...part.from)), ' '),
        from,
    };
}

;// CONCATENATED MODULE: ./build/legacy/codeship/push-fields.js
// A push step as inputs of the `push` action (codeship.md 4).


/** The repository, and the tag where it stands in `image_name` as it did in 2015. */
function targetOf({ imageName, imageTag }) {
    const { text } = imageName;
    const colon = text.lastIndexOf(':');
    const inName = imageTag === undefined && colon > text.lastIndexOf('/');
    return inName ? { name: text.slice(0, colon), tag: text.slice(colon + 1) } : { name: text };
}
function pushFields(item, plan) {
    const { service, imageName, imageTag, registry, name } = item;
    const fields = [];
    const add = (key, value) => {
        fields.push({ name: key, value });
    };
    const { settings } = plan.context;
    const image = service.build === undefined && Object.hasOwn(settings.images, service.image.name)
        ? (settings.images[service.image.name] ?? service.image.name)
        : service.image.name;
    const target = targetOf(item);
    add('image', fieldText(image));
    add('image_name', (0,tree/* traced */.mn)(fieldText(target.name), imageName));
    if (target.tag !== undefined)
        add('image_tag', (0,tree/* traced */.mn)(fieldText(target.tag), imageName));
    if (imageTag !== undefined)
        add('image_tag', (0,tree/* traced */.mn)(fieldText(imageTag.text), imageTag));
    if (registry !== undefined)
        add('registry', (0,tree/* traced */.mn)(fieldText(registry.text), registry));
    const template = imageTag?.text ?? '';
    if (/\.StepName\b/.test(template) && name !== undefined) {
        add('step-name', (0,tree/* traced */.mn)(fieldText(name.text), name));
    }
    if (/\.ServiceName\b/.test(template))
        add('service-name', fieldText(service.name));
    return fields;
}

;// CONCATENATED MODULE: ./build/legacy/codeship/run-lines.js
// The script of a run step: fresh dependencies, one new container, the words of the command as they are
// (codeship.md 2.5, 3.5, 7.1).



/** Whether a step starts more than its own container. */
const hasDependencies = ({ service }) => neededBy(service).length > 0;
const unknownHealth = new WeakMap();
/** Whether it is unknown here if a dependency has a HEALTHCHECK. A holder of volumes is not waited for. */
function hasUnknownHealth({ service }, plan) {
    const known = unknownHealth.get(service);
    if (known !== undefined)
        return known;
    const started = [service, ...startedWith(service)];
    const answer = started.some(({ dependencies }) => dependencies.some((each) => plan.healthCheck(each.service) === 'unknown'));
    unknownHealth.set(service, answer);
    return answer;
}
function runLines(item, builds, plan) {
    const lines = [];
    const dependencies = neededBy(item.service);
    const waits = hasUnknownHealth(item, plan);
    if (dependencies.length > 0) {
        lines.push((0,tree/* traced */.mn)(`trap 'docker compose down${plan.keepsVolumes ? '' : ' --volumes'}' EXIT`));
    }
    if (builds.length > 0)
        lines.push(buildLine(builds));
    if (waits) {
        lines.push((0,tree/* traced */.mn)(`docker compose up --detach ${names(dependencies)}`));
        lines.push((0,tree/* traced */.mn)(`bash ${quoteWord(plan.awaitScript)}`));
    }
    lines.push((0,tree/* joined */.oR)([
        [
            'docker compose run --rm -T',
            ...(dependencies.length > 0 ? ['--use-aliases'] : []),
            ...(waits ? ['--no-deps'] : []),
            quoteWord(item.service.id),
            '',
        ].join(' '),
        commandText(item.argv, item.command),
    ]));
    return lines;
}
/** What is on the machine already may have been made there, so it is not pulled. */
const pullLine = ({ id }) => (0,tree/* traced */.mn)(`docker compose pull --policy missing ${quoteWord(id)}`);
/**
 * Creates the network of the Compose project and nothing else. Processes of Compose that start at the same time create
 * one each otherwise, with the same name, and then each finds the name ambiguous.
 */
const networkLine = ({ id }) => (0,tree/* traced */.mn)(`docker compose up --no-start --no-build --pull never --scale ${quoteWord(id)}=0 ${quoteWord(id)}`);
/** `type: load` makes the image available and runs nothing. */
const loadLines = ({ service }) => [
    service.build === undefined
        ? pullLine(service)
        : (0,tree/* traced */.mn)(`docker image inspect --format '{{.Id}}' ${withoutExpression(quoteWord(service.image.name))}`),
];
/** The line stands for `cached: false` too, which needs no action. */
const buildLine = (services) => (0,tree/* traced */.mn)(`docker compose build ${names(services)}`, ...services.flatMap(({ keys }) => (keys.cached?.value === false ? [keys.cached.node] : [])));
const names = (services) => quoteWords(services.map(({ id }) => id));
/** Quoted for bash. GitHub fills in `${{` wherever it stands in a script, so a user's own is taken apart. */
const commandText = (argv, from) => (0,tree/* traced */.mn)(argv.map(quoteWord).map(withoutExpression).join(' '), ...from);
/** In single quotes, where `quoteWord` puts every `$`, this ends them and begins them again. */
const withoutExpression = (word) => word.replaceAll('${{', () => "$''{{");
/** Waits as CodeShip did: for each running container that has a HEALTHCHECK, for an hour at most. */
const awaitScriptText = `#!/usr/bin/env bash
# Waits for the dependencies of a step whose image has a HEALTHCHECK; the others are not waited for.
set -e
for container in $(docker compose ps --quiet); do
  for ((second = 0; ; second++)); do
    health=$(docker inspect --format '{{if .State.Running}}{{with .State.Health}}{{.Status}}{{end}}{{end}}' "$container")
    if [[ $health != starting ]]; then break; fi
    if ((second == 3600)); then health=unhealthy; break; fi
    sleep 1
  done
  if [[ $health == unhealthy ]]; then
    docker logs --tail 50 "$container"
    echo "::error::$(docker inspect --format '{{.Name}}' "$container") is unhealthy"
    exit 1
  fi
done
`;

;// CONCATENATED MODULE: ./build/legacy/codeship/lower-leaf.js
// A leaf becomes steps of a job: credentials and images first, then what the step itself does.








/** The step of a leaf that runs by itself. */
function lowerLeaf(item, lowering) {
    prepareLeaf([item], lowering);
    const inline = imagesFor(item, lowering, item.kind === 'run');
    if (item.kind === 'push')
        pullFor(item, lowering);
    const draft = leafDraft(item, inline, lowering);
    const ref = lowering.job.add(draft);
    if (lowering.guard !== undefined)
        return ref;
    for (const service of inline)
        tellBuilt(service, ref, lowering);
    if (item.kind !== 'push')
        tellPulled(item, ref, lowering);
    return ref;
}
const pulledKey = ({ image }) => `pulled ${image.name}`;
/** A push of an image that is not built needs it on the machine (codeship.md 4.1). */
function pullFor({ service, terms }, lowering) {
    if (service.build !== undefined)
        return;
    if (lowering.job.made.ask(pulledKey(service), terms).kind === 'yes')
        return;
    const ref = addStep(`Pull ${service.name}`, terms, [], lowering, (base) => ({
        kind: 'run',
        run: [pullLine(service)],
        ...base,
    }));
    if (lowering.guard === undefined)
        lowering.job.made.tell(pulledKey(service), ref);
}
/** A step that ran leaves the images of everything it started. */
function tellPulled({ service }, ref, { job }) {
    for (const each of [...startedWith(service), service]) {
        if (each.build === undefined)
            job.made.tell(pulledKey(each), ref);
    }
}
/** Logs in, and starts a registry, before steps that need it. */
function prepareLeaf(leaves, lowering) {
    const needed = new Map();
    for (const each of leaves.flatMap(lowering.logins.of)) {
        const key = credentialsKey(each);
        if (!needed.has(key))
            needed.set(key, each);
    }
    const { logins } = lowering.job;
    for (const [key, credentials] of needed) {
        const last = logins.lastIndexOf(key);
        // A login in between may have replaced the entry of a registry that both know.
        if (last >= 0 && logins.slice(last + 1).every((other) => needed.has(other)))
            continue;
        const [first] = leaves;
        const terms = lowering.guard === undefined ? lowering.logins.commonTerms(key) : (first?.terms ?? []);
        if (credentials.kind === 'generator')
            buildFor([credentials.service], terms, lowering);
        const { label, fields, from } = loginOf(credentials, lowering.logins.hasSeveral, lowering.plan);
        addStep(label, terms, from, lowering, (base) => ({
            kind: 'own',
            action: 'login',
            with: fields,
            ...base,
        }));
        if (lowering.guard === undefined)
            logins.push(key);
    }
    for (const leaf of leaves) {
        if (leaf.kind !== 'push')
            continue;
        const registry = lowering.plan.registryOf(leaf.imageName.text);
        if (registry === undefined)
            continue;
        const key = `registry ${registry.name}`;
        const state = lowering.job.made.ask(key, leaf.terms);
        if (state.kind === 'yes')
            continue;
        buildFor([registry], leaf.terms, lowering);
        // What a step or the machine has started by then has the port already, and is where CodeShip pushed.
        const [host = ''] = leaf.imageName.text.split('/');
        const run = `curl --silent --fail --output /dev/null http://${host}/v2/ || docker compose --project-name codeship-registry up --detach --wait ${registry.id}`;
        const ref = addStep(`Start ${registry.name}`, leaf.terms, [], lowering, (base) => ({
            kind: 'run',
            run: [(0,tree/* traced */.mn)(run)],
            ...base,
        }));
        if (lowering.guard === undefined)
            lowering.job.made.tell(key, ref);
    }
}
/**
 * Makes the images of a leaf available. What Compose builds may be built by the leaf's own script: those services are
 * given back, where `inline` is asked for.
 */
function imagesFor(leaf, lowering, inline) {
    const services = [...startedWith(leaf.service), leaf.service];
    return buildFor(services, leaf.terms, lowering, inline);
}
/** Each image is built once, before the first step that needs it (codeship.md 2.2). */
function buildFor(services, terms, lowering, inline = false) {
    const { plan, job } = lowering;
    const byCompose = [];
    for (const service of services) {
        const build = plan.buildOf(service);
        if (build === undefined || byCompose.some((each) => imageKey(each) === imageKey(service)))
            continue;
        const state = job.made.ask(imageKey(service), terms);
        if (state.kind === 'yes')
            continue;
        // Where too many steps may have built it, it is built again, which the layers on the machine make short.
        const by = state.kind === 'sometimes' ? state.by : undefined;
        if (by === undefined && build.action === undefined) {
            byCompose.push(service);
            continue;
        }
        const skipped = (by ?? []).map((ref) => `steps.${job.idOf(ref)}.outcome == 'skipped'`);
        addBuild([service], terms, skipped, lowering);
    }
    if (inline)
        return byCompose;
    if (byCompose.length > 0)
        addBuild(byCompose, terms, [], lowering);
    return [];
}
function addBuild(services, terms, skipped, lowering) {
    const label = `Build ${services.map(({ name }) => name).join(', ')}`;
    const [only] = services;
    const build = only && services.length === 1 ? lowering.plan.buildOf(only) : undefined;
    const action = build?.action;
    const ref = addStep(label, terms, build?.from ?? [], lowering, (base) => action === undefined
        ? { kind: 'run', run: [buildLine(services)], ...base }
        : { kind: 'own', action: 'build', with: action, ...base }, skipped);
    if (lowering.guard === undefined)
        for (const service of services)
            tellBuilt(service, ref, lowering);
}
const tellBuilt = (service, ref, { job }) => job.made.tell(imageKey(service), ref);
/** The condition under which a step with these conditions runs. */
function lower_leaf_conditionOf(terms, { plan, job, guard }, more = []) {
    for (const term of terms) {
        if (plan.conditions.needsEngine(term))
            job.prepared.set(plan.conditions.name(term), term);
    }
    const own = plan.conditions.expression(terms);
    return conditions_allOf([
        ...(guard === undefined ? [] : [guard]),
        ...(own === undefined ? [] : [own]),
        ...more,
    ]);
}
function addStep(label, terms, from, lowering, make, more = []) {
    const condition = lower_leaf_conditionOf(terms, lowering, more);
    const ref = { label, terms };
    return lowering.job.add({
        ref,
        make: (id) => make({
            name: fieldText(label),
            ...id,
            ...(condition === undefined ? {} : { if: condition }),
            ...(from.length === 0 ? {} : { from }),
        }),
    });
}
/** What is said of a step whatever it does. */
function baseOf(item, lowering) {
    const condition = lower_leaf_conditionOf(item.terms, lowering);
    // A condition that asks nothing still stands for the step.
    const silent = item.terms.filter(lowering.plan.conditions.isAlways).flatMap(nodesOf);
    // So do credentials that an earlier step logged in with.
    const mentioned = leavesOf(item)
        .flatMap(lowering.logins.of)
        .flatMap(({ nodes }) => nodes);
    return {
        ref: { label: item.label.text, terms: item.terms },
        base: {
            name: { text: fieldText(item.label.text), from: item.label.from },
            before: item.before,
            from: [...item.from, ...silent, ...mentioned],
            ...(condition === undefined ? {} : { if: condition }),
        },
    };
}
/** The step of a leaf, whose images are there or are built by its own script. */
function leafDraft(item, builds, lowering, env = []) {
    const { ref, base } = baseOf(item, lowering);
    const { plan } = lowering;
    const withEnv = env.length === 0 ? {} : { env };
    return {
        ref,
        make: (id) => {
            const all = { ...base, ...id };
            if (item.kind === 'push') {
                const fields = pushFields(item, plan);
                return { kind: 'own', action: 'push', with: fields, ...all };
            }
            const run = item.kind === 'run' ? runLines(item, builds, plan) : loadLines(item);
            return { kind: 'run', run, ...withEnv, ...all };
        },
    };
}

;// CONCATENATED MODULE: ./build/legacy/codeship/nested-lines.js
// A group as the script of one step: what GitHub's parallel group cannot hold, since its children are single steps.



/** Whether the script of one step can say it: commands only, without steps on failure. */
const fitsScript = (item) => item.onFail.length === 0 &&
    item.kind !== 'push' &&
    item.kind !== 'manual' &&
    (!('items' in item) || item.items.every(fitsScript));
/** The lines of an item; a condition of its own becomes a test of what `prepare` found, in `$HOLDS`. */
function nestedLines(item, nesting, alone = false) {
    if ('items' in item) {
        if (item.kind === 'parallel')
            return parallelLines(item.items, nesting);
        return item.items.flatMap((each) => nestedLines(each, nesting));
    }
    return [...headLines(item, nesting), ...guarded(item, leafLines(item, nesting, alone), nesting)];
}
/** `alone` says that nothing else runs in the shell. */
function leafLines(item, { plan }, alone) {
    if (item.kind === 'load')
        return loadLines(item);
    if (item.kind !== 'run')
        return [];
    const lines = runLines(item, [], plan);
    // The trap that removes the dependencies must fire when this command ends, not at the end of the script.
    return hasDependencies(item) && !alone
        ? [(0,tree/* traced */.mn)('('), ...lines.map(indented), (0,tree/* traced */.mn)(')')]
        : lines;
}
/** The name, and the comments, of a step that is no step of its own any more. */
function headLines({ label, name, before }, { prefix }) {
    const comments = before.filter((text) => text !== '').map((text) => (0,tree/* traced */.mn)(commentText(text)));
    const isBelow = label.text.startsWith(`${prefix} / `);
    const text = isBelow ? label.text.slice(prefix.length + 3) : label.text;
    // What nobody named says no more than the command.
    if (name === undefined && !text.includes(' / '))
        return comments;
    return [...comments, { text: commentText(text), from: label.from }];
}
/** GitHub fills in `${{` in comments of a script too. */
const commentText = (text) => `# ${text.replace(/\s+/g, ' ').replaceAll('${{', '$ {{')}`;
function guarded(item, lines, nesting) {
    const outer = new Set(nesting.outer.map(nesting.plan.conditions.key));
    const own = item.terms.filter((term) => !outer.has(nesting.plan.conditions.key(term)) && !nesting.plan.conditions.isAlways(term));
    if (own.length === 0)
        return lines;
    const tests = own.map((term) => `$HOLDS == *'"${nesting.decide(term)}"'*`).join(' && ');
    const from = own.flatMap(({ tag, exclude }) => [tag, exclude].filter((node) => node !== undefined));
    return [(0,tree/* traced */.mn)(`if [[ ${tests} ]]; then`, ...from), ...lines.map(indented), (0,tree/* traced */.mn)('fi')];
}
/** All at the same time; the siblings of one that fails go on, then the group fails. */
function parallelLines(items, nesting) {
    const shares = nesting.hasNetwork ? undefined : sharesNetwork(items);
    const lines = [
        ...(shares === undefined ? [] : [networkLine(shares)]),
        (0,tree/* traced */.mn)('jobs=() failed='),
    ];
    const running = items.filter((item) => leavesOf(item).length > 0);
    running.forEach((item) => {
        const own = needsProject(item);
        const project = own ? [projectLine(nesting.project(item.label.text))] : [];
        const hasNetwork = !own && (nesting.hasNetwork || shares !== undefined);
        const inner = nestedLines(item, { ...nesting, hasNetwork }, true);
        const head = inner.findIndex(({ text }) => !text.startsWith('#'));
        const body = [...project, ...inner.slice(Math.max(head, 0))];
        const [only] = body;
        lines.push(...inner.slice(0, Math.max(head, 0)));
        if (only !== undefined && body.length === 1 && !only.text.includes('\n')) {
            lines.push({ text: `${only.text} & jobs+=($!)`, from: only.from });
        }
        else
            lines.push((0,tree/* traced */.mn)('('), ...body.map(indented), (0,tree/* traced */.mn)(') & jobs+=($!)'));
    });
    lines.push((0,tree/* traced */.mn)('for job in "${jobs[@]}"; do wait "$job" || failed=1; done'), (0,tree/* traced */.mn)('[[ -z $failed ]]'));
    return lines;
}
/** Steps at the same time must not share dependencies, so each has a Compose project of its own. */
const needsProject = (item) => 'items' in item ? item.items.some(needsProject) : item.kind === 'run' && hasDependencies(item);
/** A service of steps that run at the same time in one Compose project, where some do. */
function sharesNetwork(items) {
    const [first, second] = items
        .filter((item) => !needsProject(item))
        .flatMap((item) => leavesOf(item)
        .filter(({ kind }) => kind === 'run')
        .slice(0, 1));
    return second === undefined ? undefined : first?.service;
}
const projectLine = (name) => (0,tree/* traced */.mn)(`export COMPOSE_PROJECT_NAME=${name}`);
/** Further lines of a word in quotes belong to the word, so they stay where they are. */
const indented = ({ text, from }) => ({ text: `  ${text}`, from });

;// CONCATENATED MODULE: ./build/legacy/codeship/parallel-drafts.js
// The steps of a parallel group: one for each child, or one script for all.





/** A child of a native group. */
function childDraft(child, hasNetwork, lowering) {
    const own = needsProject(child);
    const project = own
        ? [{ name: 'COMPOSE_PROJECT_NAME', value: lowering.job.project(child.label.text) }]
        : [];
    if (!('items' in child))
        return leafDraft(child, [], lowering, project);
    return scriptDraft(child, child.label.text || labelOf(child), project, lowering, (nesting) => nestedLines(child, { ...nesting, hasNetwork: hasNetwork && !own }));
}
/** A group of which one script says everything, with what `prepare` decided in its environment. */
function scriptDraft(group, label, env, lowering, write) {
    const { plan, job } = lowering;
    const { ref, base } = baseOf(group, lowering);
    let decides = false;
    const run = write({
        plan,
        outer: group.terms,
        prefix: group.label.text,
        project: job.project,
        hasNetwork: false,
        decide: (term) => {
            decides = true;
            const name = plan.conditions.name(term);
            job.prepared.set(name, term);
            return name;
        },
    });
    const holds = decides
        ? [{ name: 'HOLDS', value: `\${{ steps.${prepareId}.outputs.holds }}` }]
        : [];
    const all = [...env, ...holds];
    const name = group.label.text === '' ? fieldText(label) : base.name;
    return {
        ref: { ...ref, label },
        make: (id) => ({
            kind: 'run',
            run,
            ...base,
            ...id,
            name,
            from: [
                ...(base.from ?? []),
                ...leavesOf(group).flatMap((leaf) => [...leaf.from, ...leaf.terms.flatMap(nodesOf)]),
            ],
            ...(all.length === 0 ? {} : { env: all }),
        }),
    };
}
/** All children in one script. */
function scriptGroup(group, items, lowering) {
    const whole = { ...group, items };
    const label = group.label.text || labelOf(whole);
    return lowering.job.add(scriptDraft(whole, label, [], lowering, (nesting) => parallelLines(items, nesting)));
}
/** A group without a name is called after its steps. */
const labelOf = (group) => {
    const text = leavesOf(group)
        .map(({ label }) => label.text)
        .join(', ');
    return text.length > 80 ? `${text.slice(0, 80).trimEnd()}…` : text;
};

;// CONCATENATED MODULE: ./build/legacy/codeship/lower-items.js
// Items become steps of a job in their order; a parallel group (codeship.md 3.2, 7.1) becomes GitHub's own where that can
// hold it, else background processes of one script.








/** The steps that an item became, for what depends on their outcome. */
function lowerItem(item, lowering) {
    const refs = 'items' in item
        ? item.kind === 'parallel'
            ? lowerParallel(item, lowering)
            : commentedItems(item, item.items).flatMap((each) => lowerItem(each, lowering))
        : [lowerLeaf(item, lowering)];
    lowerFailure(item, refs, lowering);
    return refs;
}
/** The comments of a group that is no step of its own stand above its first step. */
function commentedItems(group, items) {
    const [first, ...others] = items;
    return first === undefined ? [] : [commented(first, group.before), ...others];
}
/** `on_fail` belongs to one step or group (codeship.md 3.8). */
function lowerFailure(item, refs, lowering) {
    if (item.onFail.length === 0 || refs.length === 0)
        return;
    const outcomes = refs.map((ref) => `steps.${lowering.job.idOf(ref)}.outcome == 'failure'`);
    const failed = outcomes.length === 1 ? outcomes.join('') : `(${outcomes.join(' || ')})`;
    const guarded = { ...lowering, guard: `failure() && ${failed}` };
    // The step ran, so its own conditions hold.
    const known = new Set(item.terms.map(lowering.plan.conditions.key));
    for (const each of item.onFail) {
        lowerItem(withoutTerms(each, known, lowering.plan.conditions), guarded);
    }
}
function lowerParallel(group, lowering) {
    const children = flat(group.items);
    if (children.length < 2)
        return inOrder(group, children, lowering);
    const native = lowering.plan.context.settings.parallel === 'native';
    const together = children.filter((child) => native && !('items' in child) ? true : fitsScript(child));
    const after = children.filter((child) => !together.includes(child));
    if (after.length > 0)
        reportOrder(group, after, lowering);
    if (together.length < 2)
        return inOrder(group, children, lowering);
    makeReady(together, lowering);
    const refs = native
        ? nativeGroup(group, together, lowering)
        : [scriptGroup(group, together, lowering)];
    return [...refs, ...after.flatMap((child) => lowerItem(child, lowering))];
}
const inOrder = (group, items, lowering) => commentedItems(group, items).flatMap((item) => lowerItem(item, lowering));
/** A parallel group within a parallel group runs at the same time as its siblings anyway. */
function flat(items) {
    return items.flatMap((item) => {
        if (!('items' in item) || item.onFail.length > 0)
            return [item];
        if (item.kind === 'parallel')
            return flat(commentedItems(item, item.items));
        const [only] = item.items;
        if (item.items.length === 1 && only !== undefined)
            return flat([commented(only, item.before)]);
        return item.items.length === 0 ? [] : [item];
    });
}
function reportOrder(group, after, { plan }) {
    const names = after.map((item) => `\`${item.label.text || labelOf(item)}\``).join(', ');
    plan.context.report('parallel-in-order', (0,source_node/* valueAt */.fK)(group.node, 'type') ?? group.node, `${names} cannot be one step of a parallel group, so ${after.length === 1 ? 'it follows' : 'they follow'} after the group`, 'nothing has to be done; the job takes longer');
}
/** Siblings share images and logins, so these come before the group. */
function makeReady(items, lowering) {
    const leaves = items.flatMap(leavesOf);
    prepareLeaf(leaves, lowering);
    for (const leaf of leaves)
        if (leaf.kind === 'push')
            pullFor(leaf, lowering);
    // Those with equal conditions are built by one step.
    const groups = new Map();
    for (const leaf of leaves) {
        const key = leaf.terms.map(lowering.plan.conditions.key).sort().join(' ');
        const group = groups.get(key) ?? { leaf, services: new Set() };
        groups.set(key, group);
        for (const service of imagesOf(leaf))
            group.services.add(service);
    }
    const unconditional = groups.get('');
    for (const group of [...(unconditional ? [unconditional] : []), ...groups.values()]) {
        buildFor([...group.services], group.leaf.terms, lowering);
    }
}
function nativeGroup(group, children, lowering) {
    const shares = sharesNetwork(children);
    if (shares !== undefined) {
        const label = 'Create the network of the parallel steps';
        addStep(label, group.terms, [], lowering, (base) => ({
            kind: 'run',
            run: [networkLine(shares)],
            ...base,
        }));
    }
    const drafts = children.map((child) => childDraft(child, shares !== undefined, lowering));
    lowering.job.addParallel(drafts, group.before, []);
    children.forEach((child, index) => {
        const draft = drafts[index];
        if (draft !== undefined)
            lowerFailure(child, [draft.ref], lowering);
    });
    return drafts.map(({ ref }) => ref);
}
const imagesOf = (leaf) => [...startedWith(leaf.service), leaf.service];

;// CONCATENATED MODULE: ./build/output/scalar.js
// How one text is written as a YAML scalar so that every reader, of YAML 1.1 or 1.2, gets the same text back.
/** Words and numbers that some reader would not take as text. */
const special = /^(?:~|null|true|false|yes|no|on|off|y|n|\.inf|\.nan|[-+]?\.inf|[-+]?(?:0[xob])?[\d_][\d_.,:]*(?:e[-+]?\d+)?|[-+]?\.[\d_.]*(?:e[-+]?\d*)?|[-+]?e[-+]?\d+|0x[\da-f_]+|\d{4}-\d\d?-\d\d?.*|<<|=)$/i;
const startsBad = /^[\s\-?:,[\]{}#&*!|>'"%@`]/;
const scalar_control = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uD800-\uDFFF]/u;
/** The shortest safe form of a text on one line: plain, single-quoted, or double-quoted. */
function writeScalar(text) {
    // The folder `.` is a text to every reader of workflows and Compose files.
    if (text === '.' || (text !== '' && scalar_isPlain(text)))
        return text;
    if (!scalar_control.test(text)) {
        // Double quotes where they need no escape and single ones would be doubled.
        return /'/.test(text) && !/["\\]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
    }
    return scalar_doubleQuoted(text);
}
function scalar_isPlain(text) {
    if (special.test(text) || scalar_control.test(text))
        return false;
    if (startsBad.test(text)) {
        // `-x`, `?x` and `:x` are fine where the next character is neither a blank nor a flow sign.
        if (!/^[-?:][^\s,[\]{}]/.test(text) || /^[-?:]{2,3}(?:\s|$)/.test(text))
            return false;
    }
    return !/:(?:\s|$)|\s#|\s$/.test(text);
}
const escapes = {
    '\\': '\\\\',
    '"': '\\"',
    '\n': '\\n',
    '\t': '\\t',
    '\r': '\\r',
    '\0': '\\0',
    '\u001B': '\\e',
    '\u0085': '\\N',
    '\u00A0': '\\_',
    '\u2028': '\\L',
    '\u2029': '\\P',
};
function scalar_doubleQuoted(text) {
    let out = '"';
    for (const character of text) {
        const escaped = escapes[character];
        if (escaped !== undefined)
            out += escaped;
        else if (scalar_control.test(character)) {
            out += `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
        }
        else
            out += character;
    }
    return `${out}"`;
}
/** Whether a literal block (`|`) can hold the text: printable, and not nothing but blanks. */
function fitsBlock(text) {
    return (/\S/.test(text) &&
        !/[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\u2028\u2029\uFEFF\uD800-\uDFFF]|\u0085/u.test(text));
}

;// CONCATENATED MODULE: ./build/legacy/codeship/prepare-step.js
// The step with the `prepare` action: what GitHub has no words for. A job that needs none of it has no such step.





function prepareStep({ computed, services, conditions }, plan) {
    const sealed = services.flatMap((service) => sealedEnvironment(service, plan.folder));
    const files = prepare_step_distinct(sealed.filter(({ kind }) => kind === 'file'));
    const values = prepare_step_distinct(sealed.filter(({ kind }) => kind === 'value'));
    const fields = [];
    const does = [];
    const add = (name, value) => {
        fields.push({ name, value });
    };
    if (computed.length > 0) {
        does.push('compute variables');
        add('variables', computed.join(' '));
    }
    if (files.length > 0)
        add('encrypted-files', (0,tree/* joined */.oR)(files.map(fileLine), '\n'));
    if (values.length > 0)
        add('encrypted-values', (0,tree/* joined */.oR)(values.map(valueLine), '\n'));
    if (files.length + values.length > 0) {
        does.push('open encrypted files');
        add('aes-key', plan.key);
    }
    if (conditions.size > 0) {
        does.push('decide conditions');
        add('conditions', (0,tree/* joined */.oR)([...conditions].map(([name, term]) => conditionText(name, term)), '\n'));
    }
    if (fields.length === 0)
        return undefined;
    const name = does.join(', ').replace(/, ([^,]*)$/, ' and $1');
    return {
        kind: 'own',
        action: 'prepare',
        name: name.charAt(0).toUpperCase() + name.slice(1),
        with: fields,
        ...(conditions.size > 0 ? { id: prepareId } : {}),
    };
}
/** One file that several services have is opened once. */
function prepare_step_distinct(sealed) {
    const byName = new Map();
    for (const file of sealed)
        byName.set(file.name, [...(byName.get(file.name) ?? []), file]);
    return [...byName.values()];
}
const fileLine = (same) => (0,tree/* traced */.mn)(fieldText(same[0]?.name ?? ''), ...same.map(({ node }) => node));
const valueLine = (same) => (0,tree/* traced */.mn)(fieldText(`${same[0]?.name ?? ''}=${same[0]?.text ?? ''}`), ...same.map(({ node }) => node));
function conditionText(name, { tag, exclude }) {
    const lines = [(0,tree/* traced */.mn)(`${name}:`)];
    if (tag !== undefined)
        lines.push((0,tree/* traced */.mn)(`  tag: ${fieldText(writeScalar(tag.text))}`, tag));
    if (exclude !== undefined) {
        lines.push((0,tree/* traced */.mn)(`  exclude: ${fieldText(writeScalar(exclude.text))}`, exclude));
    }
    return (0,tree/* joined */.oR)(lines, '\n');
}

;// CONCATENATED MODULE: ./build/legacy/codeship/jobs.js
// The jobs of a workflow: one that does everything, and one behind each approval (codeship.md 3.7).








/** CodeShip ended a build after five hours (codeship.md 7.3). */
const timeoutMinutes = 300;
function writeJob(items, frame, facts) {
    const { plan } = facts;
    const leaves = items.flatMap(allLeavesOf);
    const builder = createJob(plan.conditions, [prepareId]);
    const logins = indexLogins(leaves, plan);
    for (const item of items)
        lowerItem(item, { plan, job: builder, logins });
    for (const term of frame.asked)
        builder.prepared.set(plan.conditions.name(term), term);
    const services = servicesOf(leaves);
    const variables = jobVariables(facts.variablesOf(services), frame.approved);
    const prepare = prepareStep({
        computed: variables.computed,
        services: [...services, ...sealedGenerators(leaves)],
        conditions: builder.prepared,
    }, plan);
    const decides = builder.prepared.size > 0;
    const steps = [
        checkout(facts, facts.needsHistory || variables.needsHistory),
        ...(prepare === undefined ? [] : [prepare]),
        ...builder.steps(),
    ];
    const job = {
        id: frame.id,
        name: frame.name,
        runsOn: plan.context.settings.runner,
        timeoutMinutes,
        permissions: [{ scope: 'contents', access: 'read' }],
        env: [
            { name: 'COMPOSE_FILE', value: facts.composePath },
            ...(facts.hasDotEnv
                ? [{ name: 'COMPOSE_DISABLE_ENV_FILE', value: 'true', raw: true }]
                : []),
            ...variables.env,
        ],
        steps,
        ...(frame.if === undefined ? {} : { if: frame.if }),
        ...(frame.needs === undefined ? {} : { needs: frame.needs }),
        ...(frame.environment === undefined ? {} : { environment: frame.environment }),
    };
    return { job, services, decides };
}
/** Services that a job starts. */
const servicesOf = (leaves) => [
    ...new Set(leaves
        .filter(({ kind }) => kind === 'run')
        .flatMap(({ service }) => [...startedWith(service), service])),
];
/** The login opens encrypted files itself, but not values that stood in the services file. */
const sealedGenerators = (leaves) => [...leaves, ...leaves.map(({ service }) => service)].flatMap(({ credentials }) => credentials?.kind === 'generator' &&
    credentials.service.keys.encrypted_environment !== undefined
    ? [credentials.service]
    : []);
function checkout({ hasSubmodules }, needsHistory) {
    return {
        kind: 'uses',
        name: 'Check out the repository',
        uses: 'actions/checkout',
        with: [
            ...(needsHistory ? [{ name: 'fetch-depth', value: '0', raw: true }] : []),
            { name: 'persist-credentials', value: 'false', raw: true },
            ...(hasSubmodules ? [{ name: 'submodules', value: 'recursive' }] : []),
        ],
    };
}

;// CONCATENATED MODULE: ./build/legacy/codeship/approvals.js
// Manual steps (codeship.md 3.7): the build stopped before the group; once approved, a new build ran everything from
// the first step, now with the group and with CI_BUILD_APPROVED.

function splitAtApprovals(items, context) {
    const groups = items.flatMap(manualGroups);
    if (groups.length > 0)
        reportFollowers(items, context);
    for (const group of groups) {
        context.report('approval-gate', (0,source_node/* valueAt */.fK)(group.node, 'type') ?? group.node, 'the steps behind the approval are a job with an environment, which asks nobody until it has reviewers', 'create the environment under Settings, Environments, and set its required reviewers before you merge');
    }
    return {
        before: keep(untilApproval(items), undefined),
        approved: groups.map((group) => ({ group, items: keep(items, group) })),
    };
}
const manualGroups = (item) => !('items' in item) ? [] : item.kind === 'manual' ? [item] : item.items.flatMap(manualGroups);
/** Nothing runs behind an approval that every build needs. */
function untilApproval(items) {
    const gate = items.findIndex((item) => manualGroups(item).some((group) => group.terms.length === 0));
    return gate < 0 ? items : items.slice(0, gate + 1);
}
/** Everything but the manual groups; the one that is approved is a serial group. */
function keep(items, approved) {
    return items.flatMap((item) => {
        if (!('items' in item))
            return [item];
        if (item.kind === 'manual' && item !== approved)
            return [];
        const kind = item.kind === 'manual' ? 'serial' : item.kind;
        const inner = keep(item.items, approved);
        return inner.length === 0 ? [] : [{ ...item, kind, items: inner }];
    });
}
function reportFollowers(items, { report }) {
    const first = items.findIndex((item) => manualGroups(item).length > 0);
    for (const item of items.slice(first + 1)) {
        if (manualGroups(item).length > 0)
            continue;
        const { file, start, end } = item.node;
        report('steps-after-approval', { file, start, end }, 'the step stands behind a manual step; CodeShip did not process such a build', 'move it before the manual step, or into it');
    }
}

;// CONCATENATED MODULE: ./build/legacy/codeship/project-jobs.js
// The jobs of a project: one, and one more for what waits for each approval.





const skipWords = ['--skip-ci', '--ci-skip'];
/** GitHub heeds `[skip ci]` by itself, but not the forms with dashes (codeship.md 7.4). */
const notSkipped = skipWords
    .map((word) => `!contains(github.event.head_commit.message, '${word}')`)
    .join(' && ');
function writeJobs(items, { byHandOnly }, facts) {
    const { plan } = facts;
    const unlessSkipped = byHandOnly ? [] : [notSkipped];
    const split = splitAtApprovals(items, plan.context);
    const hasMain = split.before.length > 0;
    const asked = split.approved
        .flatMap(({ group }) => group.terms)
        .filter(plan.conditions.needsEngine);
    const main = hasMain
        ? writeJob(split.before, {
            id: 'build',
            name: 'Build',
            approved: false,
            asked,
            ...(byHandOnly ? {} : { if: notSkipped }),
        }, facts)
        : undefined;
    const ids = new Set(['build']);
    const approved = split.approved.map(({ group, items: all }) => {
        const name = group.label.text === ''
            ? 'Approved'
            : { text: fieldText(group.label.text), from: group.label.from };
        const id = uniqueName(stepId(group.label.text, 'approved'), ids);
        // Without an earlier job nobody has decided what an expression cannot say; the steps ask themselves then.
        const isAsked = hasMain || !group.terms.some(plan.conditions.needsEngine);
        const own = isAsked
            ? plan.conditions.expression(group.terms, 'needs.build.outputs.holds')
            : undefined;
        const condition = hasMain
            ? own
            : conditions_allOf([...unlessSkipped, ...(own === undefined ? [] : [own])]);
        const environment = group.label.text === '' ? 'approval' : id;
        const known = new Set(isAsked ? group.terms.map(plan.conditions.key) : []);
        return writeJob(all.map((item) => withoutTerms(item, known, plan.conditions)), {
            id,
            name,
            environment,
            approved: true,
            asked: [],
            ...(hasMain ? { needs: ['build'] } : {}),
            ...(condition === undefined ? {} : { if: condition }),
        }, facts);
    });
    const all = [
        ...(main === undefined ? [] : [{ ...main, job: withHolds(main.job, asked.length > 0) }]),
        ...approved,
    ];
    return all.filter(({ job }) => job.steps.length > 1);
}
const withHolds = (job, asks) => asks
    ? { ...job, outputs: [{ name: 'holds', value: '${{ steps.codeship.outputs.holds }}' }] }
    : job;

;// CONCATENATED MODULE: ./build/legacy/codeship/registries.js
// A registry that runs within the build (codeship.md 4.5, row "local"): a service whose published port a push names.
function registries(services, leaves) {
    const of = (imageName) => {
        const port = /^(?:localhost|127\.0\.0\.1):(\d+)\//.exec(imageName)?.[1];
        return port === undefined
            ? undefined
            : services.find(({ keys }) => (keys.ports ?? []).some(({ text }) => publishedPort(text) === port));
    };
    const found = leaves.flatMap((leaf) => leaf.kind === 'push' ? (of(leaf.imageName.text) ?? []) : []);
    return { services: new Set(found), of };
}
/** `5000` of `5000:5000`, `127.0.0.1:5000:5000` and `5000:5000/tcp`. */
const publishedPort = (text) => /(?:^|:)(\d+):\d+(?:\/\w+)?$/.exec(text)?.[1];

;// CONCATENATED MODULE: ./build/legacy/codeship/report-project.js
// What is said of a project as a whole, and of what a translation cannot see from one key alone.






function reportProject(reported) {
    const { project, leaves, named } = reported;
    const { context, stepsFile } = project;
    const whole = { file: stepsFile.file, start: 0, end: 0 };
    context.report('project-settings', whole, "CodeShip's project settings stood in no file: the workflow builds every push of a branch or tag, and no pull request", 'compare `on` and `concurrency` with the settings; then remove the webhook, the required status checks and the badge');
    const differs = differences(named);
    if (differs.length > 0) {
        context.report('variable-differs', whole, `predefined variables differ: ${differs.join('; ')}`);
    }
    for (const leaf of leaves) {
        if (leaf.kind === 'push')
            reportPush(leaf, reported);
        if (leaf.kind === 'run')
            reportRun(leaf, reported);
    }
    reportUnused(reported);
    reportLinks(reported);
    reportSharedImages(reported);
}
function reportPush(leaf, { project: { context } }) {
    const { imageName, registry } = leaf;
    const { name, tag } = targetOf(leaf);
    if (tag !== undefined) {
        context.report('tag-in-image-name', imageName, `the tag \`${tag}\` stands in \`image_name\``);
    }
    const parsed = (0,reference/* parseReference */.F2)(name);
    const host = parsed.ok ? parsed.reference.host : undefined;
    const isLocal = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host ?? '');
    if (leaf.credentials === undefined && !isLocal) {
        const { file, start, end } = leaf.node;
        context.report('push-without-credentials', { file, start, end }, `nothing says how to log in to ${host === undefined ? 'the registry' : `\`${host}\``} for this push`, 'add `encrypted_dockercfg_path` or `dockercfg_service`, or a step with the `login` action to the workflow');
    }
    if (registry === undefined || host === undefined)
        return;
    const said = (0,reference/* normalizeRegistry */.l5)(registry.text);
    if (said !== host) {
        context.report('push-to-other-registry', registry, `the push goes to \`${host}\`, which \`image_name\` names, not to \`${said}\``, 'give both the same host');
    }
}
function reportRun(leaf, { project: { context } }) {
    const [node] = leaf.command;
    if (node !== undefined && /\bgit\s+push\b/.test(leaf.argv.join(' '))) {
        context.report('push-of-git', node, 'the command pushes with git; the checkout keeps no credentials, and its remote is an https address', 'push to the ssh address with a key of your own, or give the remote a token');
    }
}
/** Keys that only matter once the service is used. */
function reportUnused({ services, used, leaves, project: { context } }) {
    const generators = new Set([...leaves, ...services].flatMap(({ credentials }) => credentials?.kind === 'generator' ? [credentials.service] : []));
    for (const service of services) {
        if (service.build === undefined && knownImage(service.image.name).fromVendor) {
            const { node } = service.image;
            if (node !== undefined) {
                context.report('codeship-image', node, `\`${service.image.name}\` is an image of CodeShip's own, which may be removed from Docker Hub`, 'keep a copy in a registry of yours, or replace it by the tools of the runner');
            }
        }
        const why = used.has(service)
            ? 'nothing else in the service needs it'
            : generators.has(service)
                ? 'the login does without'
                : `no step uses the service \`${service.name}\``;
        for (const { key, value } of service.node.entries) {
            context.otherwise('unused-key', value, `\`${key.text}\` is left out: ${why}`);
        }
    }
}
/** Old links made variables; nothing does today (codeship.md 2.5). */
function reportLinks({ leaves, services, project }) {
    const linked = services.filter(({ links }) => links.length > 0);
    if (linked.length === 0)
        return;
    const scan = scanRepository(project.context.repository);
    for (const service of linked) {
        const prefixes = new Set([
            ...scan.linkedIn(visibleFolders(service, project.folder)),
            ...leaves.flatMap((leaf) => leaf.kind === 'run' && leaf.service === service
                ? leaf.argv.flatMap((word) => [...linkPrefixesIn(word)])
                : []),
        ]);
        for (const { alias, service: target, node } of service.links) {
            const prefix = (alias ?? target.name).toUpperCase().replace(/[^A-Z0-9]/g, '_');
            if (!prefixes.has(prefix))
                continue;
            project.context.report('link-variable', node, `a file names variables such as \`${prefix}_PORT_...\`, which links create no more`, `use the host name \`${alias ?? target.name}\` and the port`);
        }
    }
}
function reportSharedImages({ services, project: { context } }) {
    const first = new Map();
    for (const service of services) {
        const { build, image } = service;
        if (build === undefined || image.node === undefined)
            continue;
        const other = first.get(image.name);
        if (other === undefined)
            first.set(image.name, service);
        else if (imageKey(other) !== imageKey(service)) {
            context.report('image-built-twice', image.node, `\`${service.name}\` and \`${other.name}\` build different images, both named \`${image.name}\``, 'give each build an `image` of its own');
        }
    }
}

;// CONCATENATED MODULE: ./build/legacy/codeship/write-project.js
// The files of one project: the workflow, the Compose file, and scripts where they are needed.

















async function writeProject(project) {
    const { folder, items, context } = project;
    const leaves = items.flatMap(allLeavesOf);
    const services = [...project.services.values()];
    const paths = projectPaths(folder);
    const secretName = context.settings.secrets['CODESHIP_AES_KEY'] ?? 'CODESHIP_AES_KEY';
    const key = `\${{ secrets.${secretName} }}`;
    const builds = new Map(services.map((each) => [each, planBuild(each, project.services, folder, key, context)]));
    const volumes = readVolumes(services, folder, context);
    const published = registries(services, leaves);
    const plan = {
        context,
        folder,
        services: project.services,
        conditions: await readConditions(leaves.flatMap(({ terms }) => terms), context),
        healthCheck: healthChecks(services, folder, context.repository),
        buildOf: (service) => builds.get(service),
        keepsVolumes: volumes.declared.length > 0,
        registryOf: published.of,
        key,
        awaitScript: paths.awaitScript,
    };
    const passed = readPassed(services, leaves, folder, context);
    const variablesOf = (started) => new Set([
        ...started.flatMap((each) => variablesPassed(passed.get(each))),
        ...[...builds.values()].flatMap((build) => build?.arguments.flatMap(({ variables }) => variables) ?? []),
    ]);
    const facts = {
        plan,
        composePath: paths.compose,
        hasDotEnv: context.repository.paths.includes(folder === '' ? '.env' : `${folder}/.env`),
        hasSubmodules: context.repository.paths.includes('.gitmodules'),
        variablesOf,
        needsHistory: needsHistory(leaves, builds),
    };
    const written = writeJobs(items, project.options, facts);
    const jobs = written.map(({ job }) => job);
    const used = usedServices(leaves);
    const needed = new Set(services.flatMap(startedWith));
    const document = composeFile(paths.compose, services.filter((each) => !isGeneratorOnly(each, used, needed)), {
        environment: (service) => {
            const all = passed.get(service)?.all === true;
            return {
                folder,
                passed: passed.get(service)?.names ?? [],
                ...(all ? { allNamesFile: relativeTo(folder, paths.allNames) } : {}),
            };
        },
        arguments: (service) => builds.get(service)?.arguments ?? [],
        healthCheck: plan.healthCheck,
        volumes,
        started: (service) => {
            const count = written.filter((each) => each.services.includes(service)).length;
            return count === 0 ? 'never' : count === written.length ? 'always' : 'sometimes';
        },
        publishes: (service) => published.services.has(service),
    }, context);
    reportProject({ project, services, leaves, builds, used, named: namedOf(passed) });
    if (jobs.length === 0) {
        const { file } = project.stepsFile;
        context.report('no-steps', { file, start: 0, end: 0 }, 'no step of the file can be translated');
        return { workflows: [], documents: [document], texts: [], secrets: [] };
    }
    return {
        workflows: [workflowOf(jobs, paths, project)],
        documents: [document],
        texts: companions(plan, leaves, passed, paths),
        secrets: secretNeeds(secretName, jobs, leaves, plan, builds),
    };
}
function projectPaths(folder) {
    const suffix = folder === '' ? '' : `-${fileNamePart(folder)}`;
    const own = `.github/codeship${suffix}`;
    return {
        workflow: `.github/workflows/codeship${suffix}.yml`,
        compose: folder === '' ? 'compose.codeship.yml' : `${folder}/compose.codeship.yml`,
        awaitScript: `${own}/await-healthy.sh`,
        allNames: `${own}/ci.env`,
    };
}
function workflowOf(jobs, paths, { folder, options }) {
    return {
        path: paths.workflow,
        header: [],
        name: folder === '' ? 'CodeShip' : `CodeShip (${folder})`,
        on: { dispatch: true, ...(options.byHandOnly ? {} : { push: {} }) },
        concurrency: '${{ github.workflow }}-${{ github.ref }}',
        // Like the shell of CodeShip's machine: the first failing command ends a script, a pipe has the status of its end.
        shell: 'bash --noprofile --norc -e {0}',
        jobs,
    };
}
function readPassed(services, leaves, folder, { repository }) {
    const scan = scanRepository(repository);
    const started = new Set(servicesOf(leaves));
    return new Map(services.map((service) => {
        const commands = leaves.flatMap((leaf) => leaf.kind === 'run' && leaf.service === service ? [leaf.argv] : []);
        return [
            service,
            passedVariables(service, { commands, isUsed: started.has(service) }, folder, scan),
        ];
    }));
}
const variablesPassed = (passed) => passed === undefined ? [] : passed.all ? proVariables : passed.names;
const namedOf = (passed) => new Set([...passed.values()].flatMap(({ named }) => [...named]));
function needsHistory(leaves, builds) {
    return ([...builds.values()].some((build) => build?.needsHistory === true) ||
        leaves.some((leaf) => leaf.kind === 'push' && /\.CommitDescription\b/.test(leaf.imageTag?.text ?? '')));
}
/** Services that the workflow starts, builds or pushes. */
function usedServices(leaves) {
    return new Set(leaves.flatMap(({ service }) => [...startedWith(service), service]));
}
/** A generator that is pulled and only writes credentials stands in the login, and needs no place in the Compose file. */
function isGeneratorOnly(service, used, needed) {
    if (service.build !== undefined || used.has(service) || needed.has(service))
        return false;
    return /dockercfg-generator(?::|$)/.test(service.image.name);
}
function companions(plan, leaves, passed, paths) {
    const texts = [];
    if ([...passed.values()].some(({ all }) => all)) {
        texts.push({ path: paths.allNames, text: `${proVariables.join('\n')}\n`, from: [] });
    }
    if (leaves.some((leaf) => leaf.kind === 'run' && hasUnknownHealth(leaf, plan))) {
        texts.push({ path: paths.awaitScript, text: awaitScriptText, from: [] });
    }
    return texts;
}
function secretNeeds(name, jobs, leaves, plan, builds) {
    const asked = JSON.stringify(jobs.map(({ steps }) => steps.map((step) => 'with' in step
        ? step.with.map(({ value }) => (typeof value === 'string' ? value : ''))
        : step.kind)));
    if (!asked.includes(plan.key))
        return [];
    const sealed = usedServices(leaves);
    const at = [...sealed].flatMap((service) => sealedEnvironment(service, plan.folder))[0]?.node ??
        leaves.find(({ credentials }) => credentials !== undefined)?.credentials?.nodes[0] ??
        [...builds].find(([, build]) => build?.needsKey)?.[0].node;
    return [
        {
            name,
            why: "opens the encrypted files: the text of the project's codeship.aes, which the general settings of the CodeShip project showed",
            ...(at === undefined ? {} : { at }),
        },
    ];
}

;// CONCATENATED MODULE: ./build/legacy/codeship/translate.js
// CodeShip Pro: a services file and a steps file become one workflow and one Compose file.




/** Translates one folder with CodeShip files. Total: whatever is wrong is reported, and what is left is written. */
async function translateCodeship(project, options, context) {
    const { services: servicesFile, steps: stepsFile, folder } = project;
    const sources = [servicesFile, stepsFile].flatMap((document) => document === undefined ? [] : [document]);
    const nothing = {
        system: 'codeship',
        sources,
        workflows: [],
        documents: [],
        texts: [],
        secrets: [],
    };
    reportFiles(sources, folder, context);
    const broken = sources.filter((document) => isUnreadable(document, context));
    if (servicesFile === undefined || stepsFile === undefined) {
        reportMissing(servicesFile ?? stepsFile, servicesFile === undefined, context);
        return nothing;
    }
    if (broken.length > 0) {
        for (const document of sources)
            translate_leaveOut(document, context);
        return nothing;
    }
    const services = readServices(servicesFile, context);
    const steps = readSteps(stepsFile, context);
    const items = expandSteps(steps, { services, context });
    const written = await writeProject({ folder, services, items, stepsFile, options, context });
    accountForOverridden(steps, context);
    for (const document of sources)
        accountForEmpty(document, context);
    return { ...nothing, ...written };
}
function reportFiles(sources, folder, { report, repository }) {
    for (const { file } of sources) {
        if (!/(?:^|\/)jet-[^/]*$/.test(file.path))
            continue;
        report('old-file-name', { file, start: 0, end: 0 }, '`jet-*` is the name of the file from before 2017');
    }
    const key = folder === '' ? 'codeship.aes' : `${folder}/codeship.aes`;
    const [first] = sources;
    if (first === undefined || !repository.paths.includes(key))
        return;
    report('committed-key', { file: first.file, start: 0, end: 0 }, `\`${key}\` is in the repository: everybody who can read it can open every encrypted file`, 'change every encrypted password and token, encrypt them anew, and remove the key from the repository');
}
function isUnreadable(document, { report }) {
    if (document.broken)
        return true;
    if (document.root !== undefined)
        return false;
    report('empty-file', { file: document.file, start: 0, end: 0 }, 'the file holds nothing');
    return true;
}
function reportMissing(found, servicesMissing, context) {
    if (found === undefined)
        return;
    context.report(servicesMissing ? 'missing-services-file' : 'missing-steps-file', { file: found.file, start: 0, end: 0 }, servicesMissing
        ? 'there are steps, but no `codeship-services.yml` or `docker-compose.yml` beside them'
        : 'there are services, but no `codeship-steps.yml` beside them', `add \`${servicesMissing ? 'codeship-services.yml' : 'codeship-steps.yml'}\``);
    translate_leaveOut(found, context);
}
/** Nothing is made from the file; each of its values is accounted for at once. */
function translate_leaveOut({ root }, { otherwise }) {
    if (root === undefined)
        return;
    otherwise('broken-file', root, 'nothing is made from this file, because of the errors of the project');
}
const handedDown = ['service', 'services', 'encrypted_dockercfg_path', 'dockercfg_service'];
/** What a group hands down and every step below it says anew. */
function accountForOverridden(steps, context) {
    for (const step of new Set(steps)) {
        for (const { key, value } of step.node.entries) {
            if (!handedDown.includes(key.text))
                continue;
            context.otherwise('dropped-key', value, `\`${key.text}\` is left out: nothing that needs it is left, since the steps below say their own`);
        }
        accountForOverridden([...step.steps, ...step.onFail], context);
    }
}
/** Collections with nothing in them, wherever they stand. */
function accountForEmpty({ leaves }, { otherwise }) {
    for (const leaf of leaves) {
        if (leaf.kind !== 'scalar')
            otherwise('empty-value', leaf, 'there is nothing in it, so it does nothing');
    }
}

;// CONCATENATED MODULE: ./build/shell/cursor.js
/** Nesting beyond this is a problem of the text, not of the call stack. */
const cursor_DEEPEST = 100;
function cursor_fail(cursor, offset, message, open = false) {
    cursor.problem ??= { offset, message, open };
    cursor.at = cursor.text.length;
}
/** Runs `read` one level deeper; too deep is a problem. */
function cursor_nested(cursor, read, otherwise) {
    if (cursor.depth >= cursor_DEEPEST) {
        cursor_fail(cursor, cursor.at, `nested more than ${cursor_DEEPEST} levels deep`);
        return otherwise;
    }
    cursor.depth += 1;
    const result = read();
    cursor.depth -= 1;
    return result;
}
function atEnd(cursor) {
    return cursor.at >= cursor.text.length;
}
function looking(cursor, token) {
    return cursor.text.startsWith(token, cursor.at);
}
/** Steps over `token` if it is next. */
function accept(cursor, token) {
    if (!looking(cursor, token))
        return false;
    cursor.at += token.length;
    return true;
}
/** The match of a sticky expression at the cursor, without stepping over it. */
function cursor_match(cursor, sticky) {
    sticky.lastIndex = cursor.at;
    return sticky.exec(cursor.text)?.[0];
}
/** True for the characters that end a word. */
function isMeta(char) {
    return char === '' || ' \t\n;&|()<>'.includes(char);
}

;// CONCATENATED MODULE: ./build/shell/scan-ansi.js
const LETTERS = {
    a: '\x07',
    b: '\b',
    e: '\x1b',
    E: '\x1b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
const NUMERIC = /x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|c([\s\S])/y;
/**
 * Reads bash's `$'...'`, of which the first quote stands at `open`: its text with the escapes of C
 * decoded, and the offset behind it. Undefined when it is never closed.
 */
function ansiQuoted(text, open) {
    let value = '';
    for (let at = open + 1; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (char === "'")
            return { value, end: at + 1 };
        if (char !== '\\') {
            value += char;
            continue;
        }
        NUMERIC.lastIndex = at + 1;
        const numeric = NUMERIC.exec(text);
        const next = text.charAt(at + 1);
        if (numeric !== null) {
            value += numericEscape(numeric);
            at = NUMERIC.lastIndex - 1;
        }
        else {
            value += LETTERS[next] ?? ('\\\'"?'.includes(next) ? next : `\\${next}`);
            at += 1;
        }
    }
    return undefined;
}
function numericEscape([, hex, short, long, octal, control]) {
    if (control !== undefined)
        return String.fromCharCode(control.charCodeAt(0) & 0x1f);
    const code = octal === undefined
        ? Number.parseInt(hex ?? short ?? long ?? '0', 16)
        : Number.parseInt(octal, 8);
    return code <= 0x10ffff
        ? String.fromCodePoint(octal === undefined ? code : code & 0xff)
        : '\ufffd';
}

;// CONCATENATED MODULE: ./build/shell/scan-word.js


function noParts() {
    return { value: '', dynamic: false, substitutions: [] };
}
const ASSIGNMENT_BEFORE_ARRAY = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=$/;
const scan_word_PLAIN = /[^\s;&|()<>'"\\$`?*+@!]+/y;
/** Reads one word at the cursor, which must not stand on white space or an operator. */
function scanWord(cursor) {
    const start = cursor.at;
    const parts = noParts();
    while (!atEnd(cursor)) {
        const plain = cursor_match(cursor, scan_word_PLAIN);
        if (plain !== undefined) {
            parts.value += plain;
            cursor.at += plain.length;
            continue;
        }
        const char = cursor.text.charAt(cursor.at);
        if (quotedPart(cursor, parts))
            continue;
        if ('?*+@!'.includes(char)) {
            cursor.at += 1;
            parts.value += char;
            if (looking(cursor, '(') && char !== '') {
                parts.dynamic = true;
                parenthesised(cursor, parts);
            }
        }
        else if ((char === '<' || char === '>') && cursor.text.charAt(cursor.at + 1) === '(') {
            cursor.at += 2;
            parts.dynamic = true;
            parts.substitutions.push(cursor.substitution(cursor));
        }
        else if (char === '(' && isArray(cursor, start)) {
            parts.dynamic = true;
            parenthesised(cursor, parts);
        }
        else if (isMeta(char))
            break;
        else {
            parts.value += char;
            cursor.at += 1;
        }
    }
    return finished(cursor, start, parts);
}
function isArray(cursor, start) {
    const before = cursor.text.charAt(cursor.at - 1);
    return before === '=' && ASSIGNMENT_BEFORE_ARRAY.test(cursor.text.slice(start, cursor.at));
}
function finished(cursor, start, parts) {
    const word = {
        start,
        end: cursor.at,
        raw: cursor.text.slice(start, cursor.at),
        substitutions: parts.substitutions,
    };
    return parts.dynamic ? word : { ...word, value: parts.value };
}
/** Reads quotes, an escape or an expansion if one begins here. */
function quotedPart(cursor, parts) {
    const char = cursor.text.charAt(cursor.at);
    if (char === "'")
        singleQuoted(cursor, parts);
    else if (char === '"')
        scan_word_doubleQuoted(cursor, parts);
    else if (char === '\\')
        scan_word_escaped(cursor, parts);
    else if (char === '`')
        backquoted(cursor, parts);
    else if (char === '$')
        dollar(cursor, parts, false);
    else
        return false;
    return true;
}
function scan_word_escaped(cursor, parts) {
    const next = cursor.text.charAt(cursor.at + 1);
    if (next === '') {
        cursor_fail(cursor, cursor.at, 'backslash at the end of the text', true);
        return;
    }
    if (next !== '\n')
        parts.value += next;
    cursor.at += 2;
}
function singleQuoted(cursor, parts) {
    const close = cursor.text.indexOf("'", cursor.at + 1);
    if (close < 0) {
        cursor_fail(cursor, cursor.at, 'single quote is never closed', true);
        return;
    }
    parts.value += cursor.text.slice(cursor.at + 1, close);
    cursor.at = close + 1;
}
const PLAIN_IN_DOUBLE_QUOTES = /[^"\\$`]+/y;
function scan_word_doubleQuoted(cursor, parts) {
    const open = cursor.at;
    cursor.at += 1;
    while (!atEnd(cursor)) {
        const plain = cursor_match(cursor, PLAIN_IN_DOUBLE_QUOTES) ?? '';
        parts.value += plain;
        cursor.at += plain.length;
        if (accept(cursor, '"'))
            return;
        if (looking(cursor, '$'))
            dollar(cursor, parts, true);
        else if (looking(cursor, '`'))
            backquoted(cursor, parts);
        else if (accept(cursor, '\\')) {
            const next = cursor.text.charAt(cursor.at);
            if (next !== '\n')
                parts.value += '"\\$`'.includes(next) ? next : `\\${next}`;
            cursor.at += 1;
        }
    }
    cursor_fail(cursor, open, 'double quote is never closed', true);
}
/** Reads balanced parentheses: an array, or an extended pattern. */
function parenthesised(cursor, parts) {
    const open = cursor.at;
    cursor.at += 1;
    cursor_nested(cursor, () => {
        while (!atEnd(cursor)) {
            if (accept(cursor, ')'))
                return;
            if (looking(cursor, '('))
                parenthesised(cursor, parts);
            else if (looking(cursor, '#') && /\s/.test(cursor.text.charAt(cursor.at - 1))) {
                cursor.at += (cursor_match(cursor, /[^\n]*/y) ?? '').length;
            }
            else if (!quotedPart(cursor, parts))
                cursor.at += 1;
        }
        cursor_fail(cursor, open, 'parenthesis is never closed', true);
    }, undefined);
}
const NAME = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;
/** Reads what follows a `$`, which the cursor stands on. A `$` that expands nothing is itself. */
function dollar(cursor, parts, inDoubleQuotes) {
    const open = cursor.at;
    cursor.at += 1;
    const name = cursor_match(cursor, NAME);
    if (name !== undefined) {
        parts.dynamic = true;
        cursor.at += name.length;
    }
    else if (looking(cursor, '{')) {
        parts.dynamic = true;
        parameter(cursor, parts, inDoubleQuotes);
    }
    else if (looking(cursor, '(')) {
        parts.dynamic = true;
        const arithmetic = looking(cursor, '((') ? arithmeticEnd(cursor) : undefined;
        cursor.at = arithmetic ?? cursor.at + 1;
        if (arithmetic === undefined)
            parts.substitutions.push(cursor.substitution(cursor));
    }
    else if (accept(cursor, '[')) {
        parts.dynamic = true;
        const close = cursor.text.indexOf(']', cursor.at);
        if (close < 0)
            cursor_fail(cursor, open, 'arithmetic expansion is never closed', true);
        else
            cursor.at = close + 1;
    }
    else if (looking(cursor, "'") && !inDoubleQuotes) {
        const quoted = ansiQuoted(cursor.text, cursor.at);
        if (quoted === undefined) {
            cursor_fail(cursor, open, 'single quote is never closed', true);
            return;
        }
        parts.value += quoted.value;
        cursor.at = quoted.end;
    }
    else if (looking(cursor, '"') && !inDoubleQuotes) {
        scan_word_doubleQuoted(cursor, parts);
    }
    else
        parts.value += '$';
}
/** Reads `{...}` of a parameter expansion; inside, quotes and expansions nest. */
function parameter(cursor, parts, inDoubleQuotes) {
    const open = cursor.at - 1;
    cursor.at += 1;
    cursor_nested(cursor, () => {
        // ${#} and ${#X}: the mark is no comment and no operator.
        accept(cursor, '#');
        while (!atEnd(cursor)) {
            if (accept(cursor, '}'))
                return;
            if (inDoubleQuotes && looking(cursor, "'"))
                cursor.at += 1;
            else if (!quotedPart(cursor, parts))
                cursor.at += 1;
        }
        cursor_fail(cursor, open, 'parameter expansion is never closed', true);
    }, undefined);
}
/**
 * Where `((`...`))` at the cursor ends (behind it), when it is arithmetic: the parenthesis that
 * closes the second one is followed by another at once. Otherwise commands stand in the first.
 */
function arithmeticEnd(cursor) {
    if (cursor.noArithmeticEnd)
        return undefined;
    let open = 1;
    for (let at = cursor.at + 2; at < cursor.text.length; at += 1) {
        const char = cursor.text.charAt(at);
        if (char === '\\')
            at += 1;
        else if (char === '(')
            open += 1;
        else if (char === ')')
            open -= 1;
        if (open === 0)
            return cursor.text.charAt(at + 1) === ')' ? at + 2 : undefined;
    }
    cursor.noArithmeticEnd = true;
    return undefined;
}
/** Reads a backquoted command substitution. Nothing nests in it without backslashes. */
function backquoted(cursor, parts) {
    const open = cursor.at;
    parts.dynamic = true;
    let close = open + 1;
    while (close < cursor.text.length && cursor.text.charAt(close) !== '`') {
        close += cursor.text.charAt(close) === '\\' ? 2 : 1;
    }
    if (close >= cursor.text.length) {
        cursor_fail(cursor, open, 'backquote is never closed', true);
        return;
    }
    parts.substitutions.push(cursor.backquotes(cursor, open + 1, close));
    cursor.at = close + 1;
}

;// CONCATENATED MODULE: ./build/shell/redirection.js
// What may stand between and behind words: blanks, comments, redirections, and the here-documents that these announce.


const BLANKS = /(?:[ \t]|\\\n)+/y;
const COMMENT = /#[^\n]*/y;
/** Steps over blanks, continued lines, and a comment. A comment ends before its newline. */
function skipBlanks(cursor) {
    const before = cursor.text.charAt(cursor.at - 1);
    const blanks = cursor_match(cursor, BLANKS) ?? '';
    cursor.at += blanks.length;
    if (blanks !== '' || isMeta(before))
        cursor.at += (cursor_match(cursor, COMMENT) ?? '').length;
}
const REDIRECTION = /(?:\d+|\{[A-Za-z_]\w*\})?(?:<<<|<<-?|<&|<>|>>|>&|>\||<(?!\()|>(?!\())|&>>?/y;
/** Reads one redirection if it is next. A here-document is remembered until its line ends. */
function redirection(cursor) {
    const operator = cursor_match(cursor, REDIRECTION);
    if (operator === undefined)
        return undefined;
    const start = cursor.at;
    cursor.at += operator.length;
    skipBlanks(cursor);
    if (isMeta(cursor.text.charAt(cursor.at)) &&
        !/[<>]\(/y.test(cursor.text.slice(cursor.at, cursor.at + 2))) {
        cursor_fail(cursor, start, `nothing follows ${operator}`, atEnd(cursor));
    }
    const target = scanWord(cursor);
    if (!/(?:^|[^<])<<-?$/.test(operator))
        return { operator, target };
    const body = [];
    cursor.pending.push({
        delimiter: target.value ?? target.raw,
        expands: target.raw === (target.value ?? target.raw),
        stripsTabs: operator.endsWith('-'),
        body,
    });
    return { operator, target, body };
}
/** Reads the bodies of the here-documents of the line that just ended. */
function hereDocumentBodies(cursor) {
    const pending = cursor.pending;
    cursor.pending = [];
    for (const { delimiter, expands, stripsTabs, body } of pending) {
        const start = cursor.at;
        let end = -1;
        while (end < 0 && !atEnd(cursor)) {
            const line = cursor_match(cursor, /[^\n]*/y) ?? '';
            if ((stripsTabs ? line.replace(/^\t+/, '') : line) === delimiter)
                end = cursor.at;
            cursor.at = Math.min(cursor.at + line.length + 1, cursor.text.length);
        }
        if (end < 0) {
            const missing = cursor.text.length;
            if (cursor.problem === undefined)
                cursor_fail(cursor, start, `here-document without its end ${delimiter}`, true);
            end = missing;
        }
        if (expands)
            body.push(...expansions(cursor, start, end));
    }
}
/** The commands that are substituted into text which is not shell text itself. */
function expansions(outer, start, end) {
    const cursor = {
        ...outer,
        text: outer.text.slice(0, end),
        at: start,
        problem: undefined,
        pending: [],
        noArithmeticEnd: false,
    };
    const parts = noParts();
    cursor_nested(cursor, () => {
        while (!atEnd(cursor)) {
            const plain = cursor_match(cursor, /[^$`\\]+/y);
            if (plain !== undefined)
                cursor.at += plain.length;
            else if (accept(cursor, '\\'))
                cursor.at += 1;
            else
                quotedPart(cursor, parts);
        }
    }, undefined);
    return parts.substitutions;
}

;// CONCATENATED MODULE: ./build/shell/parse-compound.js



const START = /(?:if|while|until|for|select|case|function|\{|\[\[)(?=[ \t\n;&|()<>]|$)|\(/y;
function isCompoundStart(cursor) {
    return cursor_match(cursor, START) !== undefined;
}
/** Reads a compound command at the cursor, with the redirections behind it. */
function compoundCommand(cursor) {
    const start = cursor.at;
    const keyword = cursor_match(cursor, START) ?? '';
    const read = () => {
        cursor.at += keyword.length;
        if (keyword === 'function')
            return namedFunction(cursor, start);
        if (keyword === '[[')
            return test(cursor, start);
        if (keyword === 'if')
            return ifCommand(cursor, start);
        if (keyword === 'case')
            return caseCommand(cursor, start);
        if (keyword === 'for' || keyword === 'select')
            return forCommand(cursor, start, keyword);
        if (keyword === 'while' || keyword === 'until')
            return whileCommand(cursor, start, keyword);
        return grouped(cursor, start, keyword);
    };
    const command = cursor_nested(cursor, read, {
        kind: 'test',
        start,
        end: start,
        substitutions: [],
        redirections: [],
    });
    const redirections = [];
    let end = cursor.at;
    for (;;) {
        skipBlanks(cursor);
        const redirected = redirection(cursor);
        if (redirected === undefined)
            return { ...command, end, redirections };
        redirections.push(redirected);
        end = cursor.at;
    }
}
/** Steps over a reserved word that has to come next. */
function expectWord(cursor, word, opened) {
    skipBlanks(cursor);
    if (looking(cursor, word) && isMeta(cursor.text.charAt(cursor.at + word.length))) {
        cursor.at += word.length;
    }
    else if (atEnd(cursor))
        cursor_fail(cursor, opened, `${word} is missing`, true);
    else
        cursor_fail(cursor, cursor.at, `${word} is missing`);
}
function lookingAtWord(cursor, word) {
    return looking(cursor, word) && isMeta(cursor.text.charAt(cursor.at + word.length));
}
function compound(cursor, kind, start, parts) {
    return {
        kind,
        start,
        end: cursor.at,
        conditions: [],
        bodies: [],
        words: [],
        header: '',
        redirections: [],
        ...parts,
    };
}
/** Reads a list that can't be empty. */
function commands(cursor) {
    const list = cursor.list(cursor);
    if (list.statements.length === 0)
        cursor_fail(cursor, cursor.at, 'a command is missing', atEnd(cursor));
    return list;
}
function ifCommand(cursor, start) {
    const conditions = [];
    const bodies = [];
    do {
        conditions.push(commands(cursor));
        expectWord(cursor, 'then', start);
        bodies.push(commands(cursor));
    } while (lookingAtWord(cursor, 'elif') && accept(cursor, 'elif'));
    if (lookingAtWord(cursor, 'else') && accept(cursor, 'else'))
        bodies.push(commands(cursor));
    expectWord(cursor, 'fi', start);
    return compound(cursor, 'if', start, { conditions, bodies });
}
function whileCommand(cursor, start, kind) {
    const conditions = [commands(cursor)];
    expectWord(cursor, 'do', start);
    const bodies = [commands(cursor)];
    expectWord(cursor, 'done', start);
    return compound(cursor, kind, start, { conditions, bodies });
}
function forCommand(cursor, start, kind) {
    const words = [];
    skipBlanks(cursor);
    if (looking(cursor, '((')) {
        const end = arithmeticEnd(cursor);
        if (end === undefined)
            cursor_fail(cursor, start, 'for (( is never closed', true);
        else
            cursor.at = end;
    }
    else {
        words.push(scanWord(cursor));
        skipLines(cursor);
        if (lookingAtWord(cursor, 'in') && accept(cursor, 'in')) {
            skipBlanks(cursor);
            while (!atEnd(cursor) && cursor_match(cursor, /[;\n&|)]/y) === undefined) {
                const before = cursor.at;
                words.push(scanWord(cursor));
                if (cursor.at === before)
                    cursor_fail(cursor, before, 'unexpected text in for');
                skipBlanks(cursor);
            }
        }
    }
    const header = cursor.text.slice(start, cursor.at);
    skipBlanks(cursor);
    accept(cursor, ';');
    skipLines(cursor);
    const braces = lookingAtWord(cursor, '{');
    expectWord(cursor, braces ? '{' : 'do', start);
    const bodies = [commands(cursor)];
    expectWord(cursor, braces ? '}' : 'done', start);
    return compound(cursor, kind, start, { bodies, words, header });
}
function skipLines(cursor) {
    skipBlanks(cursor);
    while (accept(cursor, '\n'))
        skipBlanks(cursor);
}
function caseCommand(cursor, start) {
    const bodies = [];
    skipBlanks(cursor);
    const words = [scanWord(cursor)];
    skipLines(cursor);
    expectWord(cursor, 'in', start);
    skipLines(cursor);
    while (!atEnd(cursor) && !lookingAtWord(cursor, 'esac')) {
        accept(cursor, '(');
        do {
            skipBlanks(cursor);
            words.push(scanWord(cursor));
            skipBlanks(cursor);
        } while (accept(cursor, '|'));
        if (!accept(cursor, ')'))
            cursor_fail(cursor, atEnd(cursor) ? start : cursor.at, 'case pattern without )', atEnd(cursor));
        bodies.push(cursor.list(cursor));
        if (cursor_match(cursor, /;;&|;;|;&/y) === undefined)
            break;
        cursor.at += (cursor_match(cursor, /;;&|;;|;&/y) ?? '').length;
        skipLines(cursor);
    }
    expectWord(cursor, 'esac', start);
    return compound(cursor, 'case', start, { bodies, words });
}
function grouped(cursor, start, opening) {
    if (opening === '(') {
        cursor.at -= 1;
        const end = looking(cursor, '((') ? arithmeticEnd(cursor) : undefined;
        if (end !== undefined) {
            cursor.at = end;
            return { kind: 'arithmetic', start, end, substitutions: [], redirections: [] };
        }
        cursor.at += 1;
    }
    const bodies = [commands(cursor)];
    if (opening === '{')
        expectWord(cursor, '}', start);
    else if (!accept(cursor, ')')) {
        cursor_fail(cursor, atEnd(cursor) ? start : cursor.at, 'parenthesis is never closed', atEnd(cursor));
    }
    return compound(cursor, opening === '{' ? 'group' : 'subshell', start, { bodies });
}
function namedFunction(cursor, start) {
    skipBlanks(cursor);
    const name = scanWord(cursor);
    if (name.raw === '')
        cursor_fail(cursor, cursor.at, 'function without a name', atEnd(cursor));
    skipBlanks(cursor);
    cursor.at += (cursor_match(cursor, /\([ \t]*\)/y) ?? '').length;
    return functionBody(cursor, start, name.raw);
}
/** Reads the body of a function, the cursor standing behind its name and parentheses. */
function functionBody(cursor, start, name) {
    skipBlanks(cursor);
    while (accept(cursor, '\n'))
        skipBlanks(cursor);
    if (!isCompoundStart(cursor))
        cursor_fail(cursor, cursor.at, `function ${name} has no body`, atEnd(cursor));
    const body = cursor_nested(cursor, () => compoundCommand(cursor), EMPTY);
    return { kind: 'function', start, end: cursor.at, name, body, redirections: [] };
}
const EMPTY = {
    kind: 'simple',
    start: 0,
    end: 0,
    assignments: [],
    words: [],
    redirections: [],
};
/** Reads `[[ ... ]]`: quotes and expansions matter, operators and patterns don't. */
function test(cursor, start) {
    const parts = noParts();
    while (!atEnd(cursor)) {
        const before = cursor.text.charAt(cursor.at - 1);
        if (isMeta(before) && lookingAtWord(cursor, ']]')) {
            cursor.at += 2;
            return {
                kind: 'test',
                start,
                end: cursor.at,
                substitutions: parts.substitutions,
                redirections: [],
            };
        }
        if (!quotedPart(cursor, parts))
            cursor.at += 1;
    }
    cursor_fail(cursor, start, '[[ is never closed', true);
    return {
        kind: 'test',
        start,
        end: cursor.at,
        substitutions: parts.substitutions,
        redirections: [],
    };
}

;// CONCATENATED MODULE: ./build/shell/parse-simple.js




const ASSIGNMENT = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/;
const FUNCTION_PARENTHESES = /\([ \t]*\)/y;
/** Reads a simple command, or a function definition when that turns out to be one. */
function simpleCommand(cursor) {
    const start = cursor.at;
    const assignments = [];
    const words = [];
    const redirections = [];
    let end = start;
    for (;;) {
        const redirected = redirection(cursor);
        if (redirected !== undefined)
            redirections.push(redirected);
        else {
            const char = cursor.text.charAt(cursor.at);
            if (isMeta(char) && !/^[<>]\(/.test(cursor.text.slice(cursor.at, cursor.at + 2)))
                break;
            const word = scanWord(cursor);
            if (words.length === 0 && ASSIGNMENT.test(word.raw))
                assignments.push(word);
            else
                words.push(word);
        }
        end = Math.max(cursor.at, end);
        skipBlanks(cursor);
        const name = words[0];
        if (words.length === 1 && assignments.length === 0 && name !== undefined) {
            const parentheses = cursor_match(cursor, FUNCTION_PARENTHESES);
            if (parentheses !== undefined) {
                cursor.at += parentheses.length;
                return functionBody(cursor, start, name.raw);
            }
        }
    }
    if (looking(cursor, '(') ||
        (words.length === 0 && assignments.length === 0 && redirections.length === 0)) {
        cursor_fail(cursor, cursor.at, 'a command is missing or a parenthesis stands where none can', atEnd(cursor));
    }
    const command = { kind: 'simple', start, end, assignments, words, redirections };
    return command;
}

;// CONCATENATED MODULE: ./build/shell/parse.js




/** A longer text is no command that a person wrote; its analysis would take seconds. */
const LONGEST = 50_000;
/** The passes of a translator read the same commands again and again. */
const parse_known = new Map();
let held = 0;
/** Reads bash text. Total: what can't be understood ends in a `problem`, with all before it kept. */
function parseShell(text, start = 0) {
    if (start > 0)
        return readScript(text, start);
    const earlier = parse_known.get(text);
    if (earlier !== undefined)
        return earlier;
    const script = readScript(text, 0);
    held += text.length;
    if (held > 1_000_000) {
        parse_known.clear();
        held = text.length;
    }
    parse_known.set(text, script);
    return script;
}
function readScript(text, start) {
    if (text.length - start > LONGEST) {
        return {
            statements: [],
            problem: { offset: start, message: 'too long to be read', open: false },
        };
    }
    const cursor = newCursor(text, start);
    const list = parse_readList(cursor);
    if (!atEnd(cursor))
        cursor_fail(cursor, cursor.at, `unexpected ${cursor_match(cursor, /\S{1,12}/y) ?? 'end'}`);
    return cursor.problem === undefined ? list : { ...list, problem: cursor.problem };
}
function newCursor(text, at) {
    return {
        text,
        at,
        depth: 0,
        problem: undefined,
        pending: [],
        noArithmeticEnd: false,
        list: parse_readList,
        substitution,
        backquotes: (outer, start, end) => {
            const cursor = { ...newCursor(outer.text.slice(0, end), start), depth: outer.depth };
            return cursor_nested(cursor, () => parse_readList(cursor), { statements: [] });
        },
    };
}
/** Reads the commands of `$(`, `<(` or `>(`, the cursor standing behind the parenthesis. */
function substitution(cursor) {
    const open = cursor.at - 1;
    return cursor_nested(cursor, () => {
        const list = parse_readList(cursor);
        if (!accept(cursor, ')')) {
            if (atEnd(cursor))
                cursor_fail(cursor, open, 'command substitution is never closed', true);
            else
                cursor_fail(cursor, cursor.at, 'unexpected text in a command substitution');
        }
        return list;
    }, { statements: [] });
}
/** What ends a list without belonging to it: reserved words, `)`, and the ends of a `case` clause. */
const LIST_END = /(?:then|elif|else|fi|do|done|esac|\})(?=[ \t\n;&|()<>]|$)|\)|;;|;&/y;
/** Reads commands until something that ends a list, or the end of the text. */
function parse_readList(cursor) {
    const statements = [];
    skipSeparators(cursor);
    while (!atEnd(cursor) && cursor_match(cursor, LIST_END) === undefined) {
        const statement = andOrList(cursor);
        skipBlanks(cursor);
        const background = looking(cursor, '&') && accept(cursor, '&');
        statements.push({ ...statement, background });
        if (!background && !atEnd(cursor) && cursor_match(cursor, /[;\n)]/y) === undefined) {
            // A compound command may be followed by a reserved word at once: `( a ) }`, `fi done`.
            if (cursor_match(cursor, LIST_END) === undefined)
                cursor_fail(cursor, cursor.at, 'unexpected text');
            break;
        }
        if (!background && cursor_match(cursor, LIST_END) === undefined)
            accept(cursor, ';');
        skipSeparators(cursor);
    }
    if (atEnd(cursor))
        hereDocumentBodies(cursor);
    return { statements };
}
/** Steps over blanks, comments and newlines (and with them the bodies of here-documents). */
function skipSeparators(cursor) {
    skipBlanks(cursor);
    while (accept(cursor, '\n')) {
        hereDocumentBodies(cursor);
        skipBlanks(cursor);
    }
}
function andOrList(cursor) {
    const start = cursor.at;
    const pipelines = [parse_pipeline(cursor)];
    const operators = [];
    for (;;) {
        const end = pipelines.at(-1)?.end ?? cursor.at;
        skipBlanks(cursor);
        const operator = looking(cursor, '&&') ? '&&' : looking(cursor, '||') ? '||' : undefined;
        if (operator === undefined)
            return { start, end, pipelines, operators };
        cursor.at += 2;
        skipSeparators(cursor);
        if (atEnd(cursor))
            cursor_fail(cursor, cursor.at, `nothing follows ${operator}`, true);
        operators.push(operator);
        pipelines.push(parse_pipeline(cursor));
    }
}
const NEGATION = /!(?=[ \t\n(]|$)/y;
const TIME = /time(?=[ \t\n;&|()<>]|$)(?:[ \t]+-p(?=[ \t\n]))?/y;
function parse_pipeline(cursor) {
    const start = cursor.at;
    let negated = false;
    let timed = false;
    for (;;) {
        const time = cursor_match(cursor, TIME);
        if (cursor_match(cursor, NEGATION) !== undefined) {
            negated = !negated;
            cursor.at += 1;
        }
        else if (time !== undefined) {
            timed = true;
            cursor.at += time.length;
        }
        else
            break;
        skipBlanks(cursor);
    }
    const commands = [];
    if ((!negated && !timed) || cursor_match(cursor, /[\s;&|)]|$/y) === undefined)
        commands.push(parse_command(cursor));
    for (;;) {
        const end = commands.at(-1)?.end ?? cursor.at;
        skipBlanks(cursor);
        if (looking(cursor, '||') || !accept(cursor, '|')) {
            return { start, end, negated, timed, commands };
        }
        accept(cursor, '&');
        skipSeparators(cursor);
        if (atEnd(cursor))
            cursor_fail(cursor, cursor.at, 'nothing follows |', true);
        commands.push(parse_command(cursor));
    }
}
function parse_command(cursor) {
    return isCompoundStart(cursor) ? compoundCommand(cursor) : simpleCommand(cursor);
}

;// CONCATENATED MODULE: ./build/shell/walk.js
const TOP = { subshell: false, function: false };
/** Visits every command of a list, those inside of other commands and of words included. */
function walkCommands(list, visit, place = TOP) {
    for (const { pipelines, background } of list.statements) {
        for (const { commands } of pipelines) {
            const alone = commands.length === 1 && !background;
            for (const command of commands) {
                walkCommand(command, visit, alone ? place : { ...place, subshell: true });
            }
        }
    }
}
function walkCommand(command, visit, place) {
    visit(command, place);
    const apart = { ...place, subshell: true };
    const lists = (inner, at) => {
        for (const list of inner)
            walkCommands(list, visit, at);
    };
    const words = (all) => {
        for (const word of all)
            lists(word.substitutions, apart);
    };
    if (command.kind === 'simple') {
        words(command.assignments);
        words(command.words);
    }
    else if (command.kind === 'function') {
        walkCommand(command.body, visit, { ...place, function: true });
    }
    else if ('substitutions' in command) {
        lists(command.substitutions, apart);
    }
    else {
        const inside = command.kind === 'subshell' ? apart : place;
        words(command.words);
        lists(command.conditions, inside);
        lists(command.bodies, inside);
    }
    for (const { target, body } of command.redirections) {
        words([target]);
        lists(body ?? [], apart);
    }
}

;// CONCATENATED MODULE: ./build/shell/commands.js


/** The simple commands of a text with the place where each runs, problems of the text left out. */
function simpleCommands(text) {
    const found = new Map();
    let start = 0;
    // After a problem, reading goes on with the next line, a bounded number of times.
    for (let attempt = 0; attempt < 20; attempt += 1) {
        const script = parseShell(text, start);
        walkCommands(script, (command, place) => {
            if (command.kind !== 'simple' || found.has(command.start))
                return;
            found.set(command.start, { command, place });
        });
        const next = script.problem === undefined ? -1 : text.indexOf('\n', script.problem.offset);
        if (next < start)
            break;
        start = next + 1;
    }
    return [...found.values()].sort((a, b) => a.command.start - b.command.start);
}
function textOf(word) {
    return word.value ?? word.raw;
}
/**
 * The words of every simple command, in the order of the text, wherever they stand: in substitutions,
 * functions, and in the argument of `sh -c`. What `sudo`, `env`, `timeout`, a retry and their like run is
 * a command of its own, after the one that runs it. Best effort: never a word from a comment or from the
 * body of a here-document; nothing that only `eval` or a variable would make a command.
 */
function commandWords(text) {
    return simpleCommands(text).flatMap(({ command }) => {
        const all = [];
        let at = 0;
        while (all.length < MOST_WRAPPERS) {
            const [name, ...rest] = command.words.slice(at);
            if (name === undefined)
                break;
            const values = rest.map(textOf);
            all.push({ word: textOf(name), offset: name.start, end: command.end, rest: values });
            all.push(...scriptArgument(name, rest));
            const wrapped = wrappedCommand(textOf(name), values);
            if (wrapped === undefined)
                break;
            at += wrapped + 1;
        }
        return all;
    });
}
/** More wrappers around one command are nobody's. */
const MOST_WRAPPERS = 5;
const SHELL = /^(?:\S*\/)?(?:ba|da|z|k)?sh$/;
/** The commands inside of `sh -c '...'`, at the place of that argument. */
function scriptArgument(name, rest) {
    const flag = rest.findIndex((word) => /^-[a-z]*c$/.test(textOf(word)));
    const script = rest[flag + 1];
    if (!SHELL.test(textOf(name)) || flag < 0 || script === undefined)
        return [];
    const text = script.value ?? script.raw.replace(/^"|"$/g, '');
    return simpleCommands(text).flatMap((inner) => {
        const [first, ...others] = inner.command.words;
        if (first === undefined)
            return [];
        const { start: offset, end } = script;
        return [{ word: textOf(first), offset, end, rest: others.map(textOf) }];
    });
}
/** Commands that run their arguments, with the flags of theirs that take a value. */
const WRAPPERS = {
    sudo: { valued: 'CghprtTuU' },
    env: { valued: 'uCS' },
    exec: { valued: 'a' },
    command: {},
    nice: { valued: 'n' },
    nohup: {},
    time: { valued: 'fo' },
    timeout: { valued: 'ks', skip: 1 },
    xargs: { valued: 'aEIdLnPs' },
    'xvfb-run': { valued: 'efnpsw' },
    'ssh-agent': {},
    retry: {},
    shippable_retry: {},
};
/** How many of the words behind a wrapper don't belong to what it runs; undefined for no wrapper. */
function wrappedCommand(word, rest) {
    if (word === 'shipctl')
        return rest[0] === 'retry' ? 1 : undefined;
    const wrapper = Object.hasOwn(WRAPPERS, word) ? WRAPPERS[word] : undefined;
    if (wrapper === undefined)
        return undefined;
    let at = 0;
    for (let value = rest[at]; value !== undefined; value = rest[at]) {
        const valued = /^-[A-Za-z]$/.test(value) && (wrapper.valued ?? '').includes(value.slice(1));
        if (value === '--')
            return at + 1 + (wrapper.skip ?? 0);
        if (!value.startsWith('-') && !/^[A-Za-z_]\w*=/.test(value))
            break;
        at += valued ? 2 : 1;
    }
    return at + (wrapper.skip ?? 0);
}
/**
 * True when the text may end the shell that runs it: `exit` as a command of that shell itself, not of
 * a subshell, a pipeline, a background command or a substitution.
 */
function usesExit(text) {
    return simpleCommands(text).some(({ command, place }) => !place.subshell && nameOf(command) === 'exit');
}
/** True for `return` outside of any function that the text defines itself, as `usesExit`. */
function usesReturn(text) {
    return simpleCommands(text).some(({ command, place }) => !place.subshell && !place.function && nameOf(command) === 'return');
}
function nameOf(command) {
    const [first, second] = command.words;
    if (first?.value === 'builtin' || first?.value === 'command')
        return second?.value;
    return first?.value;
}
/** True when a text has no command: nothing, white space, comments. */
function isOnlyComment(text) {
    return /^\s*(?:#.*(?:\n\s*|$))*$/.test(text);
}
/** The names of the functions that a text defines. */
function functionsDefined(text) {
    const names = new Set();
    walkCommands(parseShell(text), (command) => {
        if (command.kind === 'function')
            names.add(command.name);
    });
    return names;
}

;// CONCATENATED MODULE: ./build/shell/variables.js



const EXPANSION = /\$(?:\{[!#]?)?([A-Za-z_]\w*)/g;
const ARITHMETIC = /\(\(((?:[^()]|\([^()]*\))*)\)\)/g;
const variables_NAME = /^[A-Za-z_]\w*$/;
/** Flags by which a command takes a variable of the environment by its name alone. */
const TAKES_NAME = new Set(['-e', '--env', '--build-arg']);
/**
 * The names of variables that a text may read. Generous: an expansion counts in any quoting, in
 * comments and in here-documents, because text can reach another shell. Also names without `$`: in
 * arithmetic, behind `docker run -e`, `--env` and `--build-arg`, and the arguments of `printenv`.
 */
function variablesRead(text) {
    const names = new Set();
    for (const [, name] of text.matchAll(EXPANSION))
        if (name !== undefined)
            names.add(name);
    for (const [, body] of text.matchAll(ARITHMETIC)) {
        for (const [name] of (body ?? '').matchAll(/[A-Za-z_]\w*/g))
            names.add(name);
    }
    for (const { word, rest } of commandWords(text)) {
        for (const name of namesTaken(word, rest))
            names.add(name);
    }
    return names;
}
function namesTaken(word, rest) {
    if (word === 'printenv')
        return rest.filter((name) => variables_NAME.test(name));
    return rest.flatMap((argument, at) => {
        const attached = /^(?:--env|--build-arg)=(\w+)$/.exec(argument)?.[1];
        const next = rest[at + 1];
        const name = attached ?? (TAKES_NAME.has(argument) ? next : undefined);
        return name !== undefined && variables_NAME.test(name) ? [name] : [];
    });
}
const DECLARES = new Set(['export', 'declare', 'typeset', 'local', 'readonly']);
/**
 * The names of variables that a text gives a value in the shell that runs it: assignments, `export`,
 * `declare` and their kin, `read`, `mapfile`, `getopts`, `printf -v`, `for` and `select`. Not those that
 * hold for one command only (`X=1 make`), and not those of a subshell or a pipeline.
 */
function variablesSet(text) {
    const names = new Set();
    const add = (name) => {
        if (name !== undefined)
            names.add(name);
    };
    for (const { command, place } of simpleCommands(text)) {
        if (place.subshell)
            continue;
        if (command.words.length === 0)
            for (const word of command.assignments)
                add(assigned(word));
        for (const name of namesSetBy(command.words))
            names.add(name);
    }
    walkCommands(parseShell(text), (command, { subshell }) => {
        if (subshell || (command.kind !== 'for' && command.kind !== 'select'))
            return;
        add(command.words[0]?.value);
    });
    return names;
}
function assigned(word) {
    return /^([A-Za-z_]\w*)(?:\[[^\]]*\])?\+?=/.exec(word.raw)?.[1];
}
function namesSetBy(words) {
    const [name, ...rest] = words;
    const values = rest.map(textOf);
    const names = values.filter((value) => variables_NAME.test(value));
    switch (name?.value) {
        case 'read':
            return names.length === 0 ? ['REPLY'] : names;
        case 'mapfile':
        case 'readarray':
            return names.length === 0 ? ['MAPFILE'] : names.slice(-1);
        case 'getopts':
            return [...names.slice(-1), 'OPTARG', 'OPTIND'];
        case 'printf': {
            const variable = values[0] === '-v' ? values[1] : undefined;
            return variable === undefined ? [] : [variable];
        }
        default:
            if (name?.value === undefined || !DECLARES.has(name.value))
                return [];
            return rest.flatMap((word) => assigned(word) ?? []);
    }
}

;// CONCATENATED MODULE: ./build/legacy/shippable/cache.js
// The cache: one blob a project, overwritten by each successful build (shippable.md 3.7). GitHub's caches
// are never overwritten, so each run saves one of its own and restores the newest.

const none = { restore: [], save: [] };
function translateCache(config, boots, { report, otherwise }) {
    const { cache, cacheFolders } = config;
    if (cache === undefined || !cache.value) {
        if (cache !== undefined)
            otherwise('default-value', cache.node, 'no cache is what GitHub does anyway');
        for (const node of cacheFolders)
            otherwise('ignored-without', node, '`cache_dir_list` had no effect without `cache: true`');
        return none;
    }
    report('cache-scope', cache.node, 'Shippable kept one cache for the project; GitHub keeps one for each branch and run, and restores the newest that the branch may see', 'the commit message words that reset the cache do nothing: delete caches on the Actions page, or with `gh cache delete`');
    if (boots) {
        for (const node of cacheFolders.filter(({ text }) => !/SHIPPABLE_(?:BUILD|REPO)_DIR/.test(text))) {
            report('cache-in-container', node, `\`${node.text}\` lies inside the booted image, where the cache steps cannot reach it`, 'keep the folder below the workspace, or mount it with `options`');
        }
    }
    const resolve = cacheFolders.filter((node) => staticFolder(node.text) === undefined);
    const paths = cacheFolders.length === 0
        ? [(0,tree/* traced */.mn)('${{ github.workspace }}', cache.node)]
        : cacheFolders
            .filter((node) => !resolve.includes(node))
            .map((node) => (0,tree/* traced */.mn)(staticFolder(node.text) ?? '', node));
    const steps = [];
    if (resolve.length > 0) {
        steps.push({
            kind: 'run',
            name: 'Resolve the folders of the cache',
            id: 'cache-folders',
            run: resolveLines(resolve),
        });
        paths.push('${{ steps.cache-folders.outputs.paths }}');
    }
    const path = paths.length === 1
        ? (paths[0] ?? '')
        : {
            text: `${paths.map((part) => (typeof part === 'string' ? part : part.text)).join('\n')}\n`,
            from: paths.flatMap((part) => (typeof part === 'string' ? [] : part.from)),
        };
    const key = 'shippable-${{ github.run_id }}-${{ github.run_attempt }}-${{ strategy.job-index }}';
    return {
        restore: [
            ...steps,
            {
                kind: 'uses',
                uses: 'actions/cache/restore',
                name: 'Restore the cache',
                from: [cache.node],
                with: [
                    { name: 'path', value: path },
                    { name: 'key', value: key },
                    { name: 'restore-keys', value: 'shippable-' },
                ],
            },
        ],
        save: [
            {
                kind: 'uses',
                uses: 'actions/cache/save',
                name: 'Save the cache',
                with: [
                    { name: 'path', value: path },
                    { name: 'key', value: key },
                ],
            },
        ],
    };
}
/** A folder as an input of the action; undefined where a shell has to expand it. */
function staticFolder(text) {
    const folder = text
        .replace(/^"(.*)"$/, '$1')
        .replace(/^\$\{?(?:SHIPPABLE_(?:BUILD|REPO)_DIR|TRAVIS_BUILD_DIR)\}?(?=\/|$)/, '${{ github.workspace }}')
        .replace(/^\$\{?HOME\}?(?=\/|$)/, '~');
    const rest = folder.replace('${{ github.workspace }}', '');
    return /[$`]/.test(rest) ? undefined : folder;
}
function resolveLines(nodes) {
    return [
        (0,tree/* traced */.mn)('{'),
        (0,tree/* traced */.mn)("  echo 'paths<<end_of_paths'"),
        ...nodes.map((node) => (0,tree/* traced */.mn)(`  printf '%s\\n' ${/^["']/.test(node.text) ? node.text : `"${node.text}"`}`, node)),
        (0,tree/* traced */.mn)("  echo 'end_of_paths'"),
        (0,tree/* traced */.mn)('} >> "$GITHUB_OUTPUT"'),
    ];
}

;// CONCATENATED MODULE: ./build/legacy/shippable/checkout.js
// The clone: complete, with submodules where there are some, and without a token left in its configuration.


function translateCheckout(config, commands, context) {
    const { keys } = config;
    const pushes = commands.some(({ text }) => pushesToOrigin(text));
    const fields = [];
    if (keys.depth === undefined)
        fields.push({ name: 'fetch-depth', value: '0', raw: true });
    else if (/^[1-9]\d*$/.test(keys.depth.text))
        fields.push({ name: 'fetch-depth', value: (0,tree/* traced */.mn)(keys.depth.text, keys.depth), raw: true });
    else {
        context.report('wrong-type', keys.depth, `found \`${keys.depth.text}\`, expected a positive number`, 'write a positive number');
        fields.push({ name: 'fetch-depth', value: '0', raw: true });
    }
    const submodules = keys.git?.submodules;
    const has = context.repository.paths.includes('.gitmodules');
    if (submodules?.value === true || (submodules === undefined && has)) {
        fields.push({
            name: 'submodules',
            value: (0,tree/* joined */.oR)(submodules === undefined ? ['true'] : [(0,tree/* traced */.mn)('true', submodules.node)]),
            raw: true,
        });
    }
    fields.push({
        name: 'persist-credentials',
        value: pushes ? 'true' : 'false',
        raw: true,
        ...(pushes ? { before: ['A command pushes to the repository.'] } : {}),
    });
    const steps = [];
    const settings = keys.gitConfig ?? [];
    if (settings.length > 0) {
        steps.push({
            kind: 'run',
            name: 'Configure git',
            // An item was the rest of the command line.
            run: settings.map((node) => (0,tree/* traced */.mn)(`git config --global ${node.text.trim()}`, node)),
        });
    }
    steps.push({
        kind: 'uses',
        uses: 'actions/checkout',
        name: 'Check out the repository',
        with: fields,
        ...(submodules?.value === false ? { from: [submodules.node] } : {}),
    });
    return { steps, pushes };
}
/** Whether a command pushes to the remote that the checkout set up; other remotes bring their own rights. */
function pushesToOrigin(text) {
    return commandWords(text).some(({ word, rest }) => {
        if (word !== 'git' || !rest.includes('push'))
            return false;
        const target = rest.slice(rest.indexOf('push') + 1).find((part) => !part.startsWith('-'));
        return target === undefined || target === 'origin';
    });
}

// EXTERNAL MODULE: ./build/legacy/shippable/keys.js + 1 modules
var shippable_keys = __nccwpck_require__(4241);
;// CONCATENATED MODULE: ./build/legacy/shippable/config.js
// Pass 1: the file as read, with the older format and root-level sections settled into one shape.


/** Reads the root mapping; undefined where there is nothing to make a workflow from. */
function readConfig(sources, context) {
    const { report } = context;
    readTemplates(sources, context);
    const { main } = sources;
    if (main.broken) {
        if (main.root !== undefined) {
            report('broken-file', main.root, 'nothing is made from a file that Shippable could not have read', 'correct the errors above and convert again');
        }
        return undefined;
    }
    const root = main.root;
    if (root?.kind !== 'mapping') {
        const message = 'the file has no keys, so there is nothing to translate';
        if (root === undefined)
            report('empty-file', { file: main.file, start: 0, end: 0 }, message);
        else
            report('wrong-type', root, `found no mapping: ${message}`);
        return undefined;
    }
    const keys = shippable_keys/* shippableRoot */.Hb.read(root, context);
    if (keys === undefined)
        return undefined;
    if (hasAssemblyLines(root)) {
        for (const part of [keys.resources, keys.jobs, keys.triggers]) {
            if (part !== undefined)
                leaveByHand(part, report);
        }
        const rest = root.entries.some(({ key }) => !['resources', 'jobs', 'triggers'].includes(key.text));
        if (!rest)
            return undefined;
    }
    for (const reference of keys.externalReferences ?? []) {
        report('external-reference', reference, `anchors of \`${reference.text}\` are not known: the converter uses no network`, `download ${reference.text}, put its text at the top of the file, and convert again`);
    }
    const mails = keys.notifications?.email;
    if (mails !== undefined) {
        report('mail-notification', mails, 'GitHub sends mails by the settings of each person, so no step is made for them', 'each person chooses under Settings, Notifications, Actions');
    }
    return { root, keys, ...settleSections(keys, context) };
}
/** The templates file holds anchors; what nobody uses has no effect. */
function readTemplates({ templates }, { otherwise, report }) {
    if (templates?.root === undefined)
        return;
    const { root } = templates;
    otherwise('unused-template', root, 'no other file uses this template');
    if (root.kind !== 'mapping')
        return;
    for (const { key, value } of root.entries) {
        if (key.text === 'externalReferences') {
            report('external-reference', value, 'anchors of external references are not known: the converter uses no network', 'download the files, put their text at the top of this one, and convert again');
        }
    }
}
function settleSections(keys, context) {
    const build = keys.build;
    const pick = (key) => {
        const inside = build?.[key];
        const atRoot = keys[key];
        const node = keys.node.entries.find((entry) => entry.key.text === key)?.value;
        if (atRoot === undefined || node === undefined)
            return inside;
        if (inside !== undefined) {
            context.otherwise('shadowed-key', node, `\`${key}\` at the root is not read where \`build.${key}\` is given`);
            return inside;
        }
        if (key !== 'cache') {
            context.report('misplaced-key', node, `\`${key}\` stands at the root; Shippable read it below \`build\` only`, 'it is translated as if it stood below `build`: check that you want it to run');
        }
        return atRoot;
    };
    const commands = (nodes) => (nodes ?? []).map(toCommand);
    const ci = pick('ci');
    const old = [keys.before_install, keys.install, keys.before_script, keys.script];
    const hasOld = old.some((part) => part !== undefined);
    const ciIsGiven = ci !== undefined && ci.length > 0;
    if (hasOld && (ciIsGiven || build !== undefined)) {
        for (const name of ['before_install', 'install', 'before_script', 'script']) {
            const node = keys.node.entries.find((entry) => entry.key.text === name)?.value;
            if (node !== undefined) {
                context.report('shadowed-key', node, `\`${name}\` is not read where \`build\` is given`, 'move its commands into `build.ci` if they are to run');
            }
        }
    }
    const useOld = hasOld && build === undefined && !ciIsGiven;
    const boot = pick('pre_ci_boot');
    if (boot !== undefined && keys.build_image !== undefined) {
        context.otherwise('shadowed-key', keys.build_image, '`build_image` is not read where `pre_ci_boot` is given');
    }
    const cache = pick('cache');
    return {
        sections: {
            preCi: commands(pick('pre_ci')),
            ...(ciIsGiven ? { ci: commands(ci) } : {}),
            postCi: commands(pick('post_ci')),
            onSuccess: [...commands(pick('on_success')), ...commands(keys.after_success)],
            onFailure: [...commands(pick('on_failure')), ...commands(keys.after_failure)],
            always: [...commands(pick('always')), ...commands(keys.after_script)],
            push: commands(pick('push')),
        },
        ...(useOld
            ? {
                oldScript: {
                    beforeInstall: commands(keys.before_install),
                    beforeScript: commands(keys.before_script),
                    ...(keys.install === undefined ? {} : { install: commands(keys.install) }),
                    ...(keys.script === undefined ? {} : { script: commands(keys.script) }),
                },
            }
            : {}),
        ...(boot === undefined ? {} : { boot }),
        ...(keys.build_image === undefined ? {} : { buildImage: keys.build_image }),
        ...(cache === undefined ? {} : { cache }),
        cacheFolders: pick('cache_dir_list') ?? [],
    };
}
function toCommand(node) {
    const behind = node.behind === undefined ? [] : [node.behind];
    return { text: node.text.replace(/\s+$/, ''), from: [node], before: [...node.before, ...behind] };
}
/** A command that no file holds: a default of the language. */
const defaultCommand = (text, ...from) => ({
    text,
    from,
    before: [],
});
/** The sections of a node pool: its own where it has them, the file's otherwise. */
function overrideSections(config, own) {
    if (own === undefined)
        return config;
    const { sections } = config;
    const pick = (nodes, shared) => (nodes === undefined ? shared : nodes.map(toCommand));
    const ci = own.ci !== undefined && own.ci.length > 0 ? own.ci.map(toCommand) : sections.ci;
    return {
        ...config,
        sections: {
            preCi: pick(own.pre_ci, sections.preCi),
            ...(ci === undefined ? {} : { ci }),
            postCi: pick(own.post_ci, sections.postCi),
            onSuccess: pick(own.on_success, sections.onSuccess),
            onFailure: pick(own.on_failure, sections.onFailure),
            always: pick(own.always, sections.always),
            push: pick(own.push, sections.push),
        },
        ...(own.pre_ci_boot === undefined ? {} : { boot: own.pre_ci_boot }),
        ...(own.cache === undefined ? {} : { cache: own.cache }),
        cacheFolders: own.cache_dir_list ?? config.cacheFolders,
    };
}

;// CONCATENATED MODULE: ./build/legacy/shippable/languages.js
// One row for each language: how GitHub gets it, which versions its runners no longer have, and the
// commands that Shippable ran where the file gives none (shippable.md 4).

const uses = (uses, name, fields) => ({ name, uses, with: fields });
/** A version as major and minor; undefined for names such as `lts/*`. */
function majorMinor(version) {
    const match = /^v?(\d+)(?:\.(\d+))?/.exec(version);
    return match === null ? undefined : [Number(match[1]), Number(match[2] ?? 0)];
}
const atLeast = (major, minor = 0) => (version) => {
    const found = majorMinor(version);
    if (found === undefined)
        return true;
    return found[0] > major || (found[0] === major && found[1] >= minor);
};
const has = (repository, path) => repository.paths.includes(path);
/** The JDK number of `openjdk8`, `oraclejdk11`, `8`. */
const jdkNumber = (name) => /(\d+)$/.exec(name)?.[1] ?? '8';
const setupJava = (version, old) => uses('actions/setup-java', 'Set up the JDK', [
    // Temurin begins with 8; 6 and 7 come from Zulu.
    { name: 'distribution', value: old ? 'zulu' : 'temurin' },
    { name: 'java-version', value: version },
]);
const languages = {
    node_js: {
        title: 'Node.js',
        versionKey: 'node_js',
        defaultVersion: '10.15.1',
        image: 'node',
        onRunner: (version) => !/^(?:io\.?js|iojs-)/.test(version) && atLeast(6)(version),
        spell: (version) => (version === 'stable' ? 'latest' : version),
        setup: (version) => uses('actions/setup-node', 'Set up Node.js', [
            { name: 'node-version', value: version },
            { name: 'package-manager-cache', value: 'false', raw: true },
        ]),
        install: (repository) => has(repository, 'yarn.lock')
            ? ['shippable_retry yarn install']
            : ['shippable_retry npm install'],
        test: () => ['npm test'],
    },
    python: {
        title: 'Python',
        versionKey: 'python',
        defaultVersion: '2.7',
        image: 'python',
        onRunner: (version) => !/^(?:pypy$|pypy-?2)/.test(version) && atLeast(3, 8)(version),
        spell: (version) => (version === 'nightly' ? '3' : version),
        setup: (version) => uses('actions/setup-python', 'Set up Python', [{ name: 'python-version', value: version }]),
        install: (repository) => has(repository, 'requirements.txt')
            ? ['shippable_retry pip install -r requirements.txt']
            : repository.paths.length > 3
                ? []
                : ['[ ! -f requirements.txt ] || shippable_retry pip install -r requirements.txt'],
        test: () => [],
    },
    ruby: {
        title: 'Ruby',
        versionKey: 'rvm',
        defaultVersion: '2.3.8',
        image: 'ruby',
        onRunner: atLeast(2, 3),
        spell: (version) => version.replace(/^ruby-/, ''),
        setup: (version) => uses('ruby/setup-ruby', 'Set up Ruby', [{ name: 'ruby-version', value: version }]),
        env: [
            { name: 'RAILS_ENV', value: 'test' },
            { name: 'RACK_ENV', value: 'test' },
        ],
        install: (_repository, gemfile) => [
            gemfile
                ? 'shippable_retry bundle install --gemfile="$SHIPPABLE_GEMFILE"'
                : 'shippable_retry bundle install',
        ],
        test: () => [],
    },
    java: {
        title: 'JDK',
        versionKey: 'jdk',
        defaultVersion: 'openjdk8',
        onRunner: () => true,
        spell: jdkNumber,
        setup: (version) => setupJava(version, typeof version !== 'string' && /^[67]$/.test(version.text)),
        install: () => [],
        test: (repository) => {
            if (has(repository, 'pom.xml'))
                return ['shippable_retry mvn install -DskipTests=true'];
            if (has(repository, 'build.gradle'))
                return ['shippable_retry gradle assemble'];
            if (repository.paths.length > 3)
                return ['ant test'];
            return [
                'if [ -f pom.xml ]; then mvn install -DskipTests=true; elif [ -f build.gradle ]; then gradle assemble; else ant test; fi',
            ];
        },
    },
    go: {
        title: 'Go',
        versionKey: 'go',
        defaultVersion: '1.11.5',
        image: 'golang',
        onRunner: atLeast(1, 2),
        spell: (version) => (version === 'tip' ? 'stable' : version.replace(/^go/, '')),
        setup: (version) => uses('actions/setup-go', 'Set up Go', [
            { name: 'go-version', value: version },
            { name: 'cache', value: 'false', raw: true },
        ]),
        install: () => ['shippable_retry go get -d -v ./...', 'go build -v ./...'],
        test: () => ['go test -v ./...'],
    },
    php: {
        title: 'PHP',
        versionKey: 'php',
        defaultVersion: '7.2',
        image: 'php',
        onRunner: (version) => !version.startsWith('hhvm') && atLeast(5, 3)(version),
        spell: (version) => version.replace(/^(\d+\.\d+)\.\d+$/, '$1'),
        setup: (version) => uses('shivammathur/setup-php', 'Set up PHP', [
            { name: 'php-version', value: version },
            { name: 'tools', value: 'phpunit' },
        ]),
        install: () => [],
        test: () => ['phpunit'],
    },
    scala: {
        title: 'Scala',
        versionKey: 'scala',
        defaultVersion: '2.12.8',
        onRunner: () => true,
        setup: () => uses('sbt/setup-sbt', 'Set up sbt', []),
        install: () => [],
        test: () => ['sbt ++$SHIPPABLE_SCALA_VERSION test'],
    },
    clojure: {
        title: 'Leiningen',
        versionKey: 'lein',
        defaultVersion: '2.8.1',
        image: 'clojure',
        onRunner: () => true,
        spell: (version) => (/^lein2?$/.test(version) ? 'latest' : version),
        setup: (version) => uses('DeLaGuardo/setup-clojure', 'Set up Leiningen', [{ name: 'lein', value: version }]),
        install: () => [],
        test: () => ['lein test'],
    },
    c: {
        title: 'C',
        versionKey: 'compiler',
        defaultVersion: 'gcc',
        onRunner: () => true,
        install: () => [],
        test: () => ['./configure', 'make', 'make test'],
    },
    none: { title: 'CI', onRunner: () => true, install: () => [], test: () => [] },
};
/** Names that occur besides those of the table (shippable.md 2.1, 4). */
const otherNames = {
    nodejs: 'node_js',
    node: 'node_js',
    jruby: 'ruby',
    golang: 'go',
    'c++': 'c',
    cpp: 'c',
    generic: 'none',
    clojure: 'clojure',
};
function languageName(text) {
    const word = text.toLowerCase();
    if (Object.hasOwn(languages, word))
        return word;
    return otherNames[word];
}
/** The commands that ran where neither `build.ci` nor the older keys say any. */
function defaultCommands(language, repository, from, gemfile = false) {
    const make = (texts) => texts.map((text) => defaultCommand(text, ...from));
    return {
        install: make(language.install(repository, gemfile)),
        test: make(language.test(repository)),
    };
}

;// CONCATENATED MODULE: ./build/legacy/shippable/ci-commands.js
// The language of the file and the commands of `ci`, with the defaults that ran where the file gives none.

function chooseLanguage(config, { report }) {
    const node = config.keys.language;
    if (node === undefined) {
        report('missing-language', { file: config.root.file, start: config.root.start, end: config.root.start }, 'the file names no `language`, which meant Ruby on Shippable', 'if the project has no Ruby, add `language: none` and convert again');
        return languages.ruby;
    }
    const name = languageName(node.text);
    if (name !== undefined)
        return languages[name];
    report('unknown-language', node, `\`${node.text}\` is no language that Shippable knew`, `use one of ${Object.keys(languages).join(', ')}`);
    return languages.none;
}
/** The commands of `ci`: as given, or joined from the older keys, or the language's own. */
function settleCommands(config, language, context) {
    const { sections, oldScript, keys } = config;
    if (sections.ci !== undefined)
        return sections.ci;
    const from = keys.language === undefined ? [] : [keys.language];
    const defaults = defaultCommands(language, context.repository, from, keys.gemfile !== undefined);
    // Without a language the defaults were Ruby's; where no Gemfile is known they could only fail.
    const known = keys.language !== undefined || context.repository.paths.includes('Gemfile');
    const install = known ? withBundlerArgs(defaults.install, config) : [];
    const test = known ? defaults.test : [];
    if (oldScript === undefined)
        return [...install, ...test];
    return [
        ...oldScript.beforeInstall,
        ...(oldScript.install ?? install),
        ...oldScript.beforeScript,
        ...(oldScript.script ?? test),
    ];
}
function withBundlerArgs(commands, { keys }) {
    const args = keys.bundler_args;
    if (args === undefined)
        return commands;
    return commands.map((command) => command.text.includes('bundle install')
        ? { ...command, text: `${command.text} ${args.text}`, from: [...command.from, args] }
        : command);
}
function allCommands({ sections }, ci) {
    return [
        ...sections.preCi,
        ...ci,
        ...sections.postCi,
        ...sections.onSuccess,
        ...sections.onFailure,
        ...sections.always,
        ...sections.push,
    ];
}

;// CONCATENATED MODULE: ./build/legacy/shippable/companion.js
// GitHub evaluates `${{` wherever it stands in a workflow. A script of the user's that holds it moves into a
// file of its own, where it arrives unchanged.

/** Moves scripts that hold `${{`; what moved is added to `texts`. */
function moveTemplates(workflow, texts) {
    const folder = `.github/${workflow.name.toLowerCase()}`;
    const used = new Set();
    const move = (step) => {
        if (step.kind !== 'run' || !step.run.some(({ text }) => text.includes('${{')))
            return step;
        const base = (0,tree/* textOf */.b6)(step.name ?? 'script')
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .replace(/^-|-$/g, '') || 'script';
        let name = base;
        for (let suffix = 2; used.has(name); suffix++)
            name = `${base}-${suffix}`;
        used.add(name);
        const path = `${folder}/${name}.sh`;
        texts.push({
            path,
            text: `${step.run.map(({ text }) => text).join('\n')}\n`,
            from: step.run.flatMap(({ from }) => from),
        });
        return { ...step, run: [{ text: `. "$GITHUB_WORKSPACE/${path}"`, from: [] }] };
    };
    const jobs = workflow.jobs.map((job) => ({ ...job, steps: job.steps.map(move) }));
    return { ...workflow, jobs };
}

;// CONCATENATED MODULE: ./build/shell/assignments.js



const assignments_NAME = /^([A-Za-z_]\w*)=/;
/**
 * Reads the text of a Shippable `env` entry, which was the arguments of an `export` line
 * (shippable.md 2.4): `A=1 B="two words" C=$A`. A trailing `# comment` is left out as a shell would.
 */
function parseAssignments(text) {
    const cursor = newCursor(text, 0);
    const assignments = [];
    let error;
    for (;;) {
        skipBlanks(cursor);
        if (cursor.at >= text.length)
            break;
        if (text.charAt(cursor.at) === '\n' || text.charAt(cursor.at) === '\r') {
            cursor.at += 1;
            continue;
        }
        const word = scanWord(cursor);
        if (cursor.problem !== undefined)
            break;
        if (word.raw === '') {
            const offset = cursor.at;
            error ??= {
                offset,
                message: `\`${text.charAt(offset)}\` ends the assignments unless it is quoted`,
            };
            break;
        }
        const name = assignments_NAME.exec(word.raw)?.[1];
        if (name === undefined) {
            error ??= { offset: word.start, message: `\`${word.raw.slice(0, 40)}\` is not NAME=value` };
            continue;
        }
        const source = word.raw.slice(name.length + 1);
        const value = expandsOtherwise(source) ? undefined : word.value?.slice(name.length + 1);
        const assignment = { name, source, start: word.start, end: word.end };
        assignments.push(value === undefined ? assignment : { ...assignment, value });
    }
    const problem = cursor.problem ?? error;
    if (problem === undefined)
        return { assignments };
    return { assignments, error: { offset: problem.offset, message: problem.message } };
}
/** Expansions without `$`: a home at the start of a value or behind a colon, and alternatives in braces. */
function expandsOtherwise(source) {
    const bare = source.replace(/\\[\s\S]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"/g, '_');
    return /^~|:~/.test(bare) || /\{[^}]*(?:,|\.\.)[\s\S]*\}/.test(bare);
}

;// CONCATENATED MODULE: ./build/legacy/shippable/environment.js
// Pass 2: `env`. Shippable wrote each pair as an `export` line, so values are shell text. What is plain
// text becomes `env:` of the job; what a shell has to evaluate keeps its order and is exported by a shell.



/** Reads `env`; a value that a later one of the same name replaces is accounted for as such. */
function readEnvironment(node, context) {
    const environment = readForms(node, context);
    for (const { name, from } of [
        ...environment.global,
        ...environment.rows.flatMap((row) => row.variables),
    ]) {
        for (const at of from) {
            context.otherwise('shadowed-key', at, `\`${name}\` is set again; the last value counts`);
        }
    }
    return environment;
}
function readForms(node, context) {
    const empty = { global: [], secure: [], rows: [] };
    if (node === undefined || (0,source_node/* isNull */.kZ)(node))
        return empty;
    if (node.kind === 'scalar')
        return { ...empty, rows: [readRow(node, context)] };
    if (node.kind === 'sequence') {
        return {
            ...empty,
            rows: flatten(node)
                .filter(notNull(context))
                .map((item) => readRow(item, context)),
        };
    }
    const global = (0,source_node/* valueAt */.fK)(node, 'global');
    const matrix = (0,source_node/* valueAt */.fK)(node, 'matrix');
    const others = node.entries.filter(({ key }) => key.text !== 'global' && key.text !== 'matrix');
    const pairs = { variables: [], secure: [] };
    if (global !== undefined)
        readPairs(global, pairs, context);
    // A mapping without `global` and `matrix` is one row of pairs.
    for (const { key, value } of others)
        readEntry(key.text, value, pairs, context);
    const items = matrix === undefined ? [] : matrix.kind === 'sequence' ? flatten(matrix) : [matrix];
    return {
        global: pairs.variables,
        secure: pairs.secure,
        rows: items.filter(notNull(context)).map((item) => readRow(item, context)),
    };
}
const flatten = (node) => node.kind === 'sequence' && node.items.length > 0 ? node.items.flatMap(flatten) : [node];
const notNull = ({ otherwise }) => (node) => {
    if (!(0,source_node/* isEmpty */.Im)(node))
        return true;
    otherwise('empty-value', node, 'an item without a value is no variable');
    return false;
};
function readRow(node, context) {
    const pairs = { variables: [], secure: [] };
    readPairs(node, pairs, context);
    return { ...pairs, node };
}
function readPairs(node, pairs, context) {
    if ((0,source_node/* isEmpty */.Im)(node)) {
        context.otherwise('empty-value', node, 'an item without a value is no variable');
    }
    else if (node.kind === 'sequence') {
        for (const item of flatten(node))
            readPairs(item, pairs, context);
    }
    else if (node.kind === 'mapping') {
        for (const { key, value } of node.entries)
            readEntry(key.text, value, pairs, context);
    }
    else
        readText(node, pairs, context);
}
function readEntry(name, value, pairs, context) {
    if (name === 'secure') {
        if (value.kind === 'scalar')
            pairs.secure.push({ node: value });
        else
            context.report('wrong-type', value, 'found a collection, expected the encrypted text of `secure`');
        return;
    }
    if (value.kind !== 'scalar') {
        const secure = (0,source_node/* valueAt */.fK)(value, 'secure');
        const alone = value.kind === 'mapping' && value.entries.length === 1;
        if (secure?.kind === 'scalar' && alone)
            pairs.secure.push({ node: secure });
        else
            context.report('wrong-type', value, `found a collection, expected the text of \`${name}\``);
        return;
    }
    if (!/^[A-Za-z_]\w*$/.test(name)) {
        context.report('bad-variable-name', value, `\`${name}\` is no name of a shell variable, so it was never set`);
        return;
    }
    const source = (0,source_node/* isNull */.kZ)(value) ? '' : value.text;
    const parsed = parseAssignments(`${name}=${source}`);
    const [first] = parsed.assignments;
    // A value with blanks was the rest of an `export` line; as a YAML value it is meant as one text.
    const whole = parsed.assignments.length === 1 && first?.source === source;
    pairs.variables.push({
        name,
        source: whole ? source : quoteWord(source),
        ...(whole ? (first.value === undefined ? {} : { value: first.value }) : { value: source }),
        from: [value],
        before: comments(value),
    });
}
function readText(node, pairs, context) {
    const { assignments, error } = parseAssignments(node.text);
    const help = 'write one `NAME=value` an item, with quotes around a value that has blanks';
    if (assignments.length === 0) {
        const message = `\`${node.text}\` sets no variable: expected \`NAME=value\``;
        context.report('no-variable', node, message, help);
    }
    else if (error !== undefined) {
        const message = `a part of \`${node.text}\` is no \`NAME=value\`: ${error.message}`;
        context.report('bad-variable', node, message, help);
    }
    assignments.forEach((assignment, index) => {
        pairs.variables.push({
            name: assignment.name,
            source: assignment.source,
            ...(assignment.value === undefined ? {} : { value: assignment.value }),
            from: [node],
            before: index === 0 ? comments(node) : [],
        });
    });
}
const comments = (node) => [
    ...node.before,
    ...(node.behind === undefined ? [] : [node.behind]),
];
/** What a plain value may not hold to stand in `env:`: GitHub would evaluate `${{`. */
const environment_isPlain = (variable) => variable.value !== undefined &&
    !variable.value.includes('${{') &&
    !/^(?:GITHUB|RUNNER)_/i.test(variable.name);
/**
 * Splits variables in order: a name is plain only while nothing evaluated of the same name came before,
 * and the last plain value of a name counts.
 */
function splitEnvironment(variables) {
    const lastOf = new Map(variables.map((variable, index) => [variable.name, index]));
    const evaluatedNames = new Set();
    const plain = [];
    const evaluated = [];
    for (const variable of variables)
        if (!environment_isPlain(variable))
            evaluatedNames.add(variable.name);
    variables.forEach((variable, index) => {
        if (environment_isPlain(variable) && !evaluatedNames.has(variable.name)) {
            if (lastOf.get(variable.name) === index)
                plain.push(variable);
        }
        else
            evaluated.push(variable);
    });
    return { plain, evaluated };
}

;// CONCATENATED MODULE: ./build/legacy/shippable/idle-values.js
// Values that have an effect only together with others, or that others replace everywhere.
/** Values that count only together with others, which this file may not have. */
function settleIdle({ keys }, otherwise) {
    if (keys.bundler_args !== undefined) {
        otherwise('ignored-without', keys.bundler_args, '`bundler_args` had an effect on the default `bundle install` only');
    }
    if (keys.archive !== undefined) {
        otherwise('default-value', keys.archive.node, 'nothing is kept unless a step uploads it');
    }
}
/** What every node pool replaces is read by none. */
function settleOverridden({ keys, sections, oldScript, boot, buildImage, cacheFolders }, otherwise) {
    if ((keys.runtime ?? []).every((pool) => pool.build === undefined))
        return;
    const commands = [sections, oldScript].flatMap((part) => part === undefined ? [] : Object.values(part).flat());
    const nodes = [
        ...commands.flatMap(({ from }) => from),
        ...cacheFolders,
        ...(boot === undefined ? [] : [boot.node]),
        ...(buildImage === undefined ? [] : [buildImage]),
    ];
    for (const node of nodes) {
        otherwise('shadowed-key', node, 'every node pool replaces this by a `build` of its own');
    }
}

// EXTERNAL MODULE: ./build/registry/registries.js
var registry_registries = __nccwpck_require__(583);
;// CONCATENATED MODULE: ./build/registry/integration-types.js
// The secrets that a converted repository needs for its integrations: what the translator wants to know of the table.

/** The credential fields of a `type`; undefined for a word that is none. */
function integrationFields(type) {
    return (0,registry_registries/* registryOfType */.pH)(type)
        ?.fields.filter(({ asked }) => asked)
        .map(({ names, meaning }) => ({ name: names[0] ?? '', what: meaning }));
}

;// CONCATENATED MODULE: ./build/legacy/shippable/secret-names.js
// Names of secrets and variables (contract; shippable.md 8.4).
/** An integration's name as Shippable put it into variables: letters, digits, underscores; no digits in front. */
const integrationPrefix = (name) => name
    .replace(/[^A-Za-z0-9_]/g, '')
    .replace(/^[0-9]+/, '')
    .toUpperCase();
/** One register a workflow. `collides` reports a name that had to be changed. */
function secretNames(settings, collides) {
    const byName = new Map();
    return {
        need(wanted, why, at) {
            const key = `${wanted}\n${why}`;
            const mapped = settings.secrets[wanted];
            const clean = (mapped ?? wanted).replace(/[^A-Za-z0-9_]/g, '_');
            const permitted = /^\d|^$/.test(clean) ? `_${clean}` : clean;
            const base = /^GITHUB_/i.test(permitted) ? `SHIPPABLE_${permitted}` : permitted;
            let name = base;
            for (let suffix = 2;; suffix++) {
                const earlier = byName.get(name.toUpperCase());
                if (earlier === undefined || earlier.key === key)
                    break;
                name = `${base}_${suffix}`;
            }
            if (mapped === undefined && name !== wanted && !byName.has(name.toUpperCase()))
                collides(wanted, name, at);
            if (!byName.has(name.toUpperCase())) {
                byName.set(name.toUpperCase(), { name, why, key, ...(at === undefined ? {} : { at }) });
            }
            return name;
        },
        all: () => [...byName.values()].map(({ name, why, at }) => ({
            name,
            why,
            ...(at === undefined ? {} : { at }),
        })),
    };
}
/** A secret as an expression. */
const secret = (name) => `\${{ secrets.${name} }}`;

;// CONCATENATED MODULE: ./build/legacy/shippable/key-steps.js
// Keys of integrations: loaded into an SSH agent, and written to `/tmp/ssh/NAME` where a command names it
// (shippable.md 2.7, 3.3).


function keySteps(item, commands, inContainer, secrets, { report }) {
    const name = item.integrationName;
    if (name === undefined) {
        report('integration-without-name', item.node, 'this integration has no name, so Shippable refused it', 'give the name that the key had in the subscription');
        return [];
    }
    const isPem = /pem/i.test(item.type?.text ?? '');
    const wanted = `${integrationPrefix(name.text)}_INTEGRATION_${isPem ? 'KEY' : 'PRIVATEKEY'}`;
    const given = secrets.need(wanted, `private key of the integration \`${name.text}\``, name);
    const file = `/tmp/ssh/${name.text}`;
    const from = [name, ...(item.type === undefined ? [] : [item.type])];
    const steps = [];
    const before = item.node.before.length > 0 ? { before: item.node.before } : {};
    if (!inContainer) {
        steps.push({
            kind: 'uses',
            uses: 'webfactory/ssh-agent',
            name: (0,tree/* traced */.mn)(`Load the key ${name.text}`, name),
            ...before,
            with: [{ name: 'ssh-private-key', value: { text: secret(given), from } }],
        });
    }
    if (inContainer ||
        commands.some(({ text }) => text.includes(file) || text.includes('/tmp/ssh'))) {
        steps.push({
            kind: 'run',
            name: (0,tree/* traced */.mn)(`Write the key ${name.text}`, name),
            ...(inContainer ? { shell: 'boot {0}' } : {}),
            env: [{ name: 'PRIVATE_KEY', value: { text: secret(given), from } }],
            run: [
                { text: 'mkdir -p -m 700 /tmp/ssh', from: [] },
                { text: `(umask 077; printf '%s\\n' "$PRIVATE_KEY" > ${quotePath(file)})`, from: [name] },
            ],
        });
    }
    return steps;
}
const quotePath = (path) => /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

;// CONCATENATED MODULE: ./build/legacy/shippable/misplaced-filter.js
// A filter for branches that stands where Shippable did not look for one.

/** A `branches` list with the wrong indent leaves `only` on the item, where Shippable ignored it. */
function warnOfIndent(item, { report }) {
    for (const key of ['only', 'except']) {
        const node = (0,source_node/* valueAt */.fK)(item, key);
        if (node !== undefined) {
            report('misplaced-filter', node, `\`${key}\` stands on the integration itself, where Shippable ignored it`, `put it below \`branches\` if it is to count`);
        }
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

;// CONCATENATED MODULE: ./build/legacy/shippable/branch-condition.js
// A `branches` filter of an integration as a GitHub expression, for the `if` of a step. Pull requests
// compare their base branch, tags their name (shippable.md 2.3, 6.2).

const subject = '(github.base_ref || github.ref_name)';
function branchCondition(filter) {
    const only = filter?.only ?? [];
    const except = filter?.except ?? [];
    if (only.length === 0 && except.length === 0)
        return undefined;
    const texts = (nodes) => nodes.map(({ text }) => text);
    const from = [...only, ...except];
    if (except.length === 0 && only.length > 1 && !only.some(({ text }) => text.includes('*'))) {
        const names = JSON.stringify(texts(only)).replaceAll("'", "''");
        return { text: `contains(fromJSON('${names}'), github.base_ref || github.ref_name)`, from };
    }
    // A name with wildcards inside is more than an expression can say: its step then runs for every branch.
    const text = wildcardExpression(texts(only), texts(except), subject) ?? 'always()';
    return { text: /\|\|/.test(text) ? `(${text})` : text, from };
}

;// CONCATENATED MODULE: ./build/legacy/shippable/notifications.js
// Notifications (shippable.md 2.8). Slack and webhooks become a step at the end of the job; mails are
// GitHub's own business; HipChat is gone.






const types = ['slack', 'hipchat', 'irc', 'email', 'webhook'];
const isNotificationType = (node) => node?.kind === 'scalar' && types.includes(node.text.toLowerCase());
function translateNotifications(items, secrets, context) {
    const steps = [];
    const start = [];
    let asksPrevious = false;
    for (const item of items) {
        warnOfIndent(item, context);
        const read = (0,keys/* section */.uW)(shippable_keys/* notificationKeys */.qn).read(item, context);
        if (read === undefined)
            continue;
        const type = (read.type?.text ?? read.integrationName?.text ?? '').toLowerCase();
        if (type === 'slack' || type === 'webhook') {
            const made = messageSteps(read, type, secrets, context);
            steps.push(...made.steps);
            start.push(...made.start);
            asksPrevious ||= made.asksPrevious;
        }
        else
            notifications_leaveOut(read, item, type, context);
    }
    return { steps, start, asksPrevious };
}
function notifications_leaveOut(read, item, type, { report }) {
    if (type === 'email') {
        report('mail-notification', item, 'GitHub sends mails by the settings of each person, so no step is made for them', mailHelp(read));
    }
    else if (type === 'hipchat') {
        report('dropped-notification', item, 'HipChat was shut down in 2019, so no step is made for it');
    }
    else if (type === 'irc') {
        report('manual-notification', item, 'no step is made for IRC', 'send the message from a step at the end, or move to Slack or a webhook');
    }
    else {
        report('manual-notification', item, `\`${type}\` is no type of a notification that Shippable had`, `known types: ${types.join(', ')}`);
    }
}
const mailHelp = (read) => read.recipients === undefined
    ? 'each person chooses under Settings, Notifications, Actions'
    : `each person chooses under Settings, Notifications, Actions; ${read.recipients.map(({ text }) => text).join(', ')} got mails before`;
function messageSteps(read, type, secrets, context) {
    const name = read.integrationName;
    if (name === undefined) {
        context.report('integration-without-name', read.node, 'this notification has no integration, so Shippable refused it', 'give the name of the integration');
        return { steps: [], start: [], asksPrevious: false };
    }
    const prefix = integrationPrefix(name.text);
    const url = secrets.need(`${prefix}_INTEGRATION_WEBHOOKURL`, `webhook address of the integration \`${name.text}\``, name);
    // The default of `on_cancel` differs by page; `never` is what a cancelled run on GitHub can do without a hook.
    const success = setting(read.on_success, 'change');
    const failure = setting(read.on_failure, 'always');
    const change = success.text === 'change' || failure.text === 'change';
    const conditions = notifications_conditionOf(read, success.text, failure.text, context);
    const title = type === 'slack' ? 'Tell Slack' : 'Call the webhook';
    const env = (status) => [
        {
            name: 'WEBHOOK_URL',
            value: { text: secret(url), from: [name, ...(read.type === undefined ? [] : [read.type])] },
        },
        { name: 'STATUS', value: status },
        ...(change && status !== 'started' ? [{ name: 'GH_TOKEN', value: '${{ github.token }}' }] : []),
        {
            name: 'RUN_URL',
            value: '${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}',
        },
    ];
    const before = read.node.before.length > 0 ? { before: read.node.before } : {};
    const send = body(read, type);
    const start = [];
    if (read.on_start?.text.toLowerCase() === 'always') {
        start.push({
            kind: 'run',
            name: `${title} that the run started`,
            continueOnError: true,
            if: (0,tree/* traced */.mn)('!cancelled()', read.on_start),
            env: env('started'),
            run: send,
        });
    }
    else if (read.on_start !== undefined)
        context.report('notification-default', read.on_start, 'no step tells of a start, which is what this says');
    if (read.on_cancel !== undefined) {
        context.report('notification-cancel', read.on_cancel, 'a cancelled run on GitHub is told by GitHub itself, not by a step');
    }
    if (conditions === undefined)
        return { steps: [], start, asksPrevious: false };
    return {
        start,
        asksPrevious: change,
        steps: [
            {
                kind: 'run',
                name: title,
                if: conditions,
                // A message that could not be sent never failed a build.
                continueOnError: true,
                ...before,
                env: env('${{ job.status }}'),
                run: [...(change ? changeLines(success, failure) : []), ...send],
            },
        ],
    };
}
const setting = (node, otherwise) => node === undefined ? { text: otherwise } : { text: node.text.toLowerCase(), node };
/** When the step runs: which results, which branches, pull requests or not. */
function notifications_conditionOf(read, success, failure, context) {
    const from = [];
    if (read.on_success !== undefined)
        from.push(read.on_success);
    if (read.on_failure !== undefined)
        from.push(read.on_failure);
    if (success === 'never' && failure === 'never') {
        for (const node of [...from, ...(read.recipients ?? []), read.integrationName, read.type]) {
            if (node !== undefined)
                context.report('notification-never', node, 'this notification is never sent, so no step is made for it');
        }
        return undefined;
    }
    const parts = [
        {
            text: success === 'never' ? 'failure()' : failure === 'never' ? 'success()' : '!cancelled()',
            from,
        },
    ];
    const branches = branchCondition(read.branches);
    if (branches !== undefined)
        parts.push(branches);
    const pulls = read.on_pull_request;
    if (pulls?.text.toLowerCase() === 'never')
        parts.push((0,tree/* traced */.mn)("github.event_name != 'pull_request'", pulls));
    else if (pulls !== undefined)
        context.report('notification-default', pulls, 'the step runs for pull requests too, which is what this says');
    return (0,tree/* joined */.oR)(parts, ' && ');
}
/** The previous finished run of the branch decides what `change` means. */
function changeLines(success, failure) {
    const lines = [
        (0,tree/* traced */.mn)('previous=$(gh run list --workflow "$GITHUB_WORKFLOW" --branch "$GITHUB_REF_NAME" --status completed --limit 1 --json conclusion --jq \'.[0].conclusion\' || true)'),
    ];
    if (success.text === 'change')
        lines.push((0,tree/* traced */.mn)('if [ "$STATUS" = success ] && [ "$previous" = success ]; then exit 0; fi', ...nodes(success)));
    if (failure.text === 'change')
        lines.push((0,tree/* traced */.mn)('if [ "$STATUS" = failure ] && [ "$previous" = failure ]; then exit 0; fi', ...nodes(failure)));
    return lines;
}
const nodes = ({ node }) => (node === undefined ? [] : [node]);
/** The request. The address comes by standard input, so that it is in no list of processes. */
function body(read, type) {
    const post = `curl -fsS --retry 3 -X POST -H 'Content-Type: application/json' --data @- --config <(printf 'url = "%s"\\n' "$WEBHOOK_URL")`;
    if (type === 'webhook') {
        const pairs = (read.payload ?? []).map((node) => {
            const [key, ...rest] = node.text.split('=');
            return { key: (key ?? '').trim(), value: rest.join('='), node };
        });
        const args = pairs
            .map(({ key, value }) => ` --arg ${quote(key)} ${doubleQuote(value)}`)
            .join('');
        return [
            (0,tree/* traced */.mn)(`jq -n --arg status "$STATUS" --arg url "$RUN_URL"${args} '$ARGS.named' | ${post}`, ...pairs.map(({ node }) => node)),
        ];
    }
    const text = 'text="$GITHUB_REPOSITORY $GITHUB_REF_NAME: $STATUS $RUN_URL"';
    const recipients = read.recipients ?? [];
    if (recipients.length === 0)
        return [(0,tree/* traced */.mn)(text), (0,tree/* traced */.mn)(`jq -n --arg text "$text" '$ARGS.named' | ${post}`)];
    return [
        (0,tree/* traced */.mn)(text),
        (0,tree/* traced */.mn)(`for channel in ${recipients.map((node) => quote(node.text)).join(' ')}; do`, ...recipients),
        (0,tree/* traced */.mn)(`  jq -n --arg text "$text" --arg channel "$channel" '$ARGS.named' | ${post}`),
        (0,tree/* traced */.mn)('done'),
    ];
}
const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
/** Payload values were expanded by the shell. */
const doubleQuote = (text) => `"${text.replace(/^"(.*)"$/, '$1').replaceAll('"', '\\"')}"`;

;// CONCATENATED MODULE: ./build/legacy/shippable/integrations.js
// Pass 6: integrations. Registries become one step with the action `login`, whose input is the list as it
// stood in the file; keys become secrets that an SSH agent loads (shippable.md 2.7, 6.2).









function translateIntegrations(config, commands, inContainer, secrets, context) {
    const families = [config.keys.integrations, config.keys.integration].filter((part) => part !== undefined);
    const hubs = [];
    const notifications = [];
    for (const family of families) {
        for (const item of family.hub ?? []) {
            if (isNotificationType((0,source_node/* valueAt */.fK)(item, 'type'))) {
                context.report('misplaced-notification', item, 'a notification stands below `hub`; it is read as if it stood below `notifications`');
                notifications.push(item);
                continue;
            }
            warnOfIndent(item, context);
            const hub = (0,keys/* section */.uW)(shippable_keys/* hubKeys */.g7).read(item, context);
            if (hub !== undefined)
                hubs.push(hub);
        }
        notifications.push(...(family.notifications ?? []));
    }
    const login = loginStep(hubs, secrets, context);
    checkContainerLogin(hubs, config, commands, context);
    return {
        ...(login === undefined ? {} : { login }),
        keys: families.flatMap((family) => [...(family.key ?? []), ...(family.keys ?? [])].flatMap((item) => keySteps(item, commands, inContainer, secrets, context))),
        notifications,
        hubs,
    };
}
function loginStep(hubs, secrets, context) {
    const lines = [];
    const env = [];
    const taken = new Map();
    for (const hub of hubs) {
        const named = hub.integrationName;
        const name = named === undefined || (0,source_node/* isNull */.kZ)(named)
            ? placeholder(hub, context)
            : distinctName(named, taken, context);
        lines.push(...hubLines(hub, named, name));
        env.push(...hubSecrets(hub, named, name, secrets, context));
    }
    if (lines.length === 0)
        return undefined;
    const before = hubs.flatMap((hub) => hub.node.before);
    return {
        kind: 'own',
        action: 'login',
        name: 'Log in to the registries',
        ...(before.length > 0 ? { before } : {}),
        with: [
            { name: 'integrations', value: block(lines) },
            // A pull request from a fork gets no secrets, on Shippable as here.
            {
                name: 'on-missing',
                value: "${{ github.event.pull_request.head.repo.fork && 'skip' || 'fail' }}",
            },
        ],
        env: unique(env),
    };
}
const block = (lines) => ({
    text: `${lines.map(({ text }) => text).join('\n')}\n`,
    from: lines.flatMap(({ from }) => from),
});
const unique = (fields) => fields.filter((field, index) => fields.findIndex(({ name }) => name === field.name) === index);
/**
 * The name as the workflow gives it: two names that are the same once they are part of a variable, and
 * names that GitHub keeps for itself, are told apart (contract; shippable.md 8.4).
 */
function distinctName(node, taken, { report }) {
    let name = node.text;
    if (/^(?:GITHUB|RUNNER)|^$/.test(integrationPrefix(name)))
        name = `shippable_${name}`;
    const base = name;
    for (let suffix = 2; (taken.get(integrationPrefix(name)) ?? node.text) !== node.text; suffix++) {
        name = `${base}_${suffix}`;
    }
    taken.set(integrationPrefix(name), node.text);
    if (name !== node.text) {
        report('integration-renamed', node, `the integration \`${node.text}\` is called \`${name}\` here: as a part of a variable, its name is taken`, `its secrets begin with ${integrationPrefix(name)}_INTEGRATION_`);
    }
    return name;
}
/** A sample leaves the name open; the registry's type stands in for it. */
function placeholder(hub, { report }) {
    const node = (0,source_node/* valueAt */.fK)(hub.node, 'integrationName');
    const name = (hub.type?.text ?? 'registry').replace(/[^A-Za-z0-9_]/g, '');
    report('integration-without-name', node ?? hub.node.entries[0]?.value ?? hub.node, `this integration has no name, so Shippable refused it; \`${name}\` stands in for it`, 'give the name that the integration had in the subscription');
    return name;
}
/** The entry as the action reads it: the keys of the file, in the order of the file. */
function hubLines(hub, named, name) {
    const lines = [];
    const push = (text, ...from) => {
        lines.push({ text: `${lines.length === 0 ? '- ' : '  '}${text}`, from });
    };
    if (named === undefined || (0,source_node/* isNull */.kZ)(named))
        push(`integrationName: ${writeScalar(name)}`);
    for (const { key, value } of hub.node.entries) {
        if ((0,source_node/* isNull */.kZ)(value))
            continue;
        if (key.text === 'branches' && hub.branches !== undefined) {
            push('branches:');
            for (const list of ['only', 'except']) {
                const items = hub.branches[list];
                if (items === undefined)
                    continue;
                push(`  ${list}:`);
                for (const item of items)
                    push(`    - ${writeScalar(item.text)}`, item);
            }
        }
        else if (value.kind === 'scalar' && Object.hasOwn(shippable_keys/* hubKeys */.g7, key.text)) {
            const flag = key.text === 'agent_only' ? hub.agent_only : undefined;
            if (value === named) {
                push(`integrationName: ${writeScalar(name)}`, value);
                continue;
            }
            push(`${key.text}: ${flag === undefined ? writeScalar(value.text) : String(flag.value)}`, value);
        }
    }
    return lines;
}
function hubSecrets(hub, named, name, secrets, { report }) {
    const type = hub.type?.text ?? 'docker';
    const fields = integrationFields(type);
    if (fields === undefined) {
        report('unknown-integration-type', hub.type ?? hub.node, `\`${type}\` is no type of a registry integration`, 'use `docker`, `dockerRegistryLogin`, `private docker registry`, `docker trusted registry`, `ecr`, `gcr`, `gcloudKey`, `quay.io`, `quayLogin` or `artifactory`');
        return [];
    }
    return fields.map((field) => {
        const wanted = `${integrationPrefix(name)}_INTEGRATION_${field.name}`;
        const given = secrets.need(wanted, `${field.what} of the integration \`${name}\``, named);
        return { name: wanted, value: secret(given) };
    });
}
/** `agent_only` keeps the login out of the container, so a push from there cannot have worked (shippable.md 6.2). */
function checkContainerLogin(hubs, config, _commands, { report }) {
    const pushes = [
        ...(config.sections.ci ?? []),
        ...config.sections.postCi,
        ...config.sections.onSuccess,
    ].some(({ text }) => /\bdocker\s+push\b/.test(text));
    if (!pushes || hubs.length === 0)
        return;
    if (hubs.every((hub) => hub.agent_only?.value === true)) {
        const node = hubs[0]?.agent_only?.node;
        if (node !== undefined) {
            report('push-without-login', node, '`agent_only: true` keeps this login out of the container, but `docker push` stands in a section that runs there: it never worked', 'remove `agent_only`, or move the push to `build.push`');
        }
    }
}

;// CONCATENATED MODULE: ./build/legacy/shippable/job-head.js
// The name of the job and the runner that it asks for.
function jobName(matrix, language, title) {
    const only = matrix.rows[0];
    if (title === undefined)
        return only?.pool === undefined
            ? 'CI'
            : { text: `CI on ${only.pool.text}`, from: only.pool.from };
    const parts = [
        ...matrix.axes.map((axis) => axis === language.versionKey && matrix.axes.length === 1
            ? `${language.title} \${{ matrix.${axis} }}`
            : `\${{ matrix.${axis} }}`),
        ...(matrix.hasPools ? ['${{ matrix.pool }}'] : []),
        ...title.map((column) => `\${{ matrix.${column} }}`),
    ];
    return parts.length === 0 ? 'CI' : `CI (${parts.join(', ')})`;
}
/** `runs-on`: one label for all rows, or a cell of the matrix where pools differ. */
function runsOn(matrix, { settings, report }) {
    const labels = new Set();
    for (const row of matrix.rows) {
        const { pool } = row;
        if (pool === undefined) {
            labels.add(settings.runner);
            continue;
        }
        const label = poolLabel(pool.text, settings);
        labels.add(label);
        const [node] = pool.from;
        if (node !== undefined && settings.nodePools[pool.text] === undefined) {
            report('node-pool', node, `nothing says what machines the pool \`${pool.text}\` has; the job runs on \`${label}\``, 'name the runner in `.github/transship.yml` under `node-pools`');
        }
    }
    if (labels.size <= 1)
        return [...labels][0] ?? settings.runner;
    return '${{ matrix.runner }}';
}
function poolLabel(pool, settings) {
    const mapped = settings.nodePools[pool];
    if (mapped !== undefined)
        return mapped;
    if (/windows|win\d/i.test(pool))
        return 'windows-latest';
    if (/mac|osx/i.test(pool))
        return 'macos-latest';
    if (/aarch64|arm64/i.test(pool))
        return 'ubuntu-24.04-arm';
    return settings.runner;
}

;// CONCATENATED MODULE: ./build/shell/item.js



/** Ends a `bash -e` script with the status of the command before, if that is a failure. */
const KEEP_STATUS = '(exit $?)';
/**
 * A Shippable command item as it must stand in a `bash -e` script. Shippable gave each item to `eval`
 * under `-e` (shippable.md 3.2, 11.66): an item whose last status is a failure ended the section, also
 * where the same text in a script goes on because `-e` looks away, as in `test -f x && make` or
 * `! grep -q x`. Such items get an ending that keeps the status; others stay as they are:
 *
 * - an and-or list of plain programs gets ` || exit`,
 * - what would behave otherwise inside of `||` (functions, blocks) gets a line `(exit $?)`,
 * - text that is not complete, or that can't be understood, goes through `eval` again.
 */
function endItem(text, context = {}) {
    const script = parseShell(text);
    if (script.problem !== undefined)
        return byEval(text);
    const last = script.statements.at(-1);
    if (last === undefined || !mayFailSilently(last))
        return text;
    const plain = context.errexitOff !== true &&
        !changesFailing(text) &&
        isPlainEnd(last, functionsOf(text, context));
    if (plain)
        return `${text.slice(0, last.end)} || exit${text.slice(last.end)}`;
    return `${text.replace(/\n+$/, '')}\n${KEEP_STATUS}`;
}
/**
 * An item for a script in which no failure ends anything: as it stands when it is complete, else
 * through `eval`, so that it can't take the items behind it along.
 */
function completeItem(text) {
    return parseShell(text).problem === undefined ? text : byEval(text);
}
function byEval(text) {
    return `eval ${quoteWord(text)}`;
}
/** `endItem` for the items of one script, in order: what one item does is known to the next. */
function endItems(items) {
    const functions = new Set();
    let errexitOff = false;
    return items.map((item) => {
        const ended = endItem(item, { functions, errexitOff });
        for (const name of functionsDefined(item))
            functions.add(name);
        errexitOff ||= changesFailing(item);
        return ended;
    });
}
function functionsOf(text, { functions }) {
    return new Set([...(functions ?? []), ...functionsDefined(text)]);
}
/** True when what happens at a failure may no longer be the plain end of the script. */
function changesFailing(text) {
    if (turnsErrexitOff(text))
        return true;
    return simpleCommands(text).some(({ command: { words } }) => {
        const [name, ...rest] = words.map(textOf);
        return name === 'trap' && rest.some((word) => word.toUpperCase() === 'ERR');
    });
}
/** True when a text may switch `-e` off for what follows it in the same script. */
function turnsErrexitOff(text) {
    return simpleCommands(text).some(({ command }) => {
        const [name, ...flags] = command.words.map(textOf);
        if (name !== 'set')
            return false;
        return flags.some((flag, at) => {
            const named = /^\+[a-z]*o$/.test(flag) && flags[at + 1] === 'errexit';
            return named || /^\+[a-df-z]*e/.test(flag);
        });
    });
}
/** True when a list can end with a failure that `-e` doesn't see. */
function mayFailSilently(list) {
    const last = list.pipelines.at(-1);
    if (list.background || last === undefined)
        return false;
    if (last.negated || list.operators.at(-1) === '&&')
        return true;
    // The last part of a pipeline runs in a process of its own, and its failure is seen.
    if (last.commands.length > 1)
        return false;
    return last.commands.some(commandMayFailSilently);
}
function commandMayFailSilently(command) {
    if (!('bodies' in command) || command.kind === 'subshell')
        return false;
    // Failing arithmetic between `for` and its body is a silent failure of the loop.
    if (command.kind === 'for' && /\(\([^)]*[/%]/.test(command.header))
        return true;
    return command.bodies.some(listMayFailSilently);
}
function listMayFailSilently({ statements }) {
    const last = statements.at(-1);
    return last !== undefined && mayFailSilently(last);
}
/**
 * True when ` || exit` behind a list changes nothing but its end: what newly stands to the left of
 * `||` runs without `-e`, so it must be nothing that runs several commands in this shell.
 */
function isPlainEnd(list, functions) {
    const last = list.pipelines.at(-1);
    if (last === undefined)
        return false;
    if (last.negated)
        return true;
    return last.commands.every((command) => {
        if (command.kind === 'test' || command.kind === 'arithmetic')
            return true;
        return command.kind === 'simple' && isProgram(command, functions);
    });
}
/** Commands that are practically never functions; others may come from a file that was sourced. */
const PROGRAMS = new Set(`: [ alias apk apt apt-get awk aws basename bash brew break bundle cargo cat cd chmod chown composer
  continue cp curl cut date declare diff dirname docker docker-compose dotnet echo env exit export false
  find gcloud gem git go gradle grep grunt gulp gunzip gzip head hash heroku java jq kill kubectl let ln
  local ls make mkdir mv mvn mysql node npm npx php pip pip3 popd printf psql pushd pwd python python2
  python3 rake read readonly return rm rsync ruby sbt scp sed service set sh shift shipctl shopt sleep sort
  ssh sudo tail tar tee test touch trap true type typeset ulimit umask unset unzip wait wc wget which
  xargs yarn zip`.split(/\s+/));
function isProgram(command, functions) {
    const name = command.words[0];
    if (name === undefined)
        return true;
    const value = name.value;
    if (value === undefined || functions.has(value))
        return false;
    return PROGRAMS.has(value) || value.includes('/');
}

;// CONCATENATED MODULE: ./build/legacy/shippable/script.js
// Sections as scripts. Shippable gave each item to `eval` under `-e`, in one shell for `ci` and `post_ci`;
// a hook's failures changed nothing (shippable.md 3.2).


/** The items of one section, each with the comments that stood above it. */
function sectionLines(commands) {
    const items = commands.filter((command) => command.text !== '');
    const ended = endItems(items.map((command) => command.text));
    return items.flatMap((command, index) => [
        ...commentLines(command.before),
        { text: ended[index] ?? command.text, from: command.from },
    ]);
}
const commentLines = (comments) => comments.map((comment) => ({ text: comment === '' ? '#' : `# ${neutral(comment)}`, from: [] }));
/** GitHub evaluates `${{` in a comment of a script as well. */
const neutral = (comment) => comment.replaceAll('${{', '$ {{').replace(/\s+/g, ' ');
const plainLine = (text) => ({ text, from: [] });
/** Where `ci` leaves its variables for the hooks alone: `push` never saw them (shippable.md 2.2, 11.10). */
const keptFile = '"$RUNNER_TEMP/ci-variables"';
/** `ci` and `post_ci` as one script. */
function mainScript(ci, postCi, before, 
/** Variables that the hooks have to see, however the script ends. */
kept) {
    const lines = [...before];
    const returns = [...ci, ...postCi].some(({ text }) => usesReturn(text));
    const exits = [...ci, ...postCi].some(({ text }) => usesExit(text));
    if (exits) {
        lines.push(plainLine('# On Shippable a script that ended before its last command failed, also with `exit 0`.'));
    }
    const atExit = [
        ...(kept.length > 0 ? [`declare -p ${kept.join(' ')} > ${keptFile} 2> /dev/null || :`] : []),
        ...(exits ? ['[ -n "$finished" ] || exit 1'] : []),
    ];
    if (atExit.length > 0)
        lines.push(plainLine(`trap '${atExit.join('; ')}' EXIT`));
    const add = (name, commands) => {
        if (commands.length === 0)
            return;
        if (!returns) {
            lines.push(...sectionLines(commands));
            return;
        }
        // `return` ends a section, and only that one, because each was a function.
        lines.push(plainLine(`${name}() {`), ...sectionLines(commands), plainLine('}'), plainLine(name));
    };
    add('ci', ci);
    add('post_ci', postCi);
    if (exits)
        lines.push(plainLine('finished=1'));
    return hasCommand(lines) ? lines : [...lines, plainLine(':')];
}
const hasCommand = (lines) => lines.some((line) => !isOnlyComment(line.text));
/** A section on the host: a shell of its own that stops at the first failure. */
function hostScript(commands, before) {
    const lines = [...before, ...sectionLines(commands)];
    return hasCommand(lines) ? lines : [...lines, plainLine(':')];
}
/** A hook goes on after a failing command; only an explicit `exit` counts. `reads`: it reads a variable of `ci`. */
function hookScript(commands, before, reads) {
    const body = commands
        .filter((command) => command.text !== '')
        .flatMap((command) => [
        ...commentLines(command.before),
        { text: completeItem(command.text), from: command.from },
    ]);
    const variables = reads ? [plainLine(`. ${keptFile}`)] : [];
    return [plainLine('set +e'), ...variables, ...before, ...body, plainLine('exit 0')];
}

;// CONCATENATED MODULE: ./build/legacy/shippable/matrix-layout.js
// The rows of the matrix as `strategy.matrix.include`, and the variables that they set.




function layoutMatrix(matrix, environment, language, label) {
    const [only] = matrix.rows;
    if (matrix.rows.length <= 1) {
        const variables = [...environment.global, ...(only?.env?.variables ?? [])];
        const { plain, evaluated } = splitEnvironment(variables);
        return { env: plain.map(plainField), evaluated: exportLines(evaluated), title: [] };
    }
    const global = splitEnvironment(environment.global);
    const globalNames = new Set(global.evaluated.map(({ name }) => name));
    const columns = commonNames(matrix.rows, globalNames);
    const hasEnv = matrix.rows.some((row) => row.env !== undefined);
    const asText = hasEnv && columns === undefined;
    const labels = new Set(matrix.rows.map((row) => (row.pool === undefined ? '' : label(row.pool.text))));
    const rows = matrix.rows.map((row) => ({
        fields: [
            ...axisFields(row, matrix, language),
            ...(row.pool === undefined
                ? []
                : [{ name: 'pool', value: { text: row.pool.text, from: row.pool.from } }]),
            ...(row.pool === undefined || labels.size <= 1
                ? []
                : [{ name: 'runner', value: label(row.pool.text) }]),
            ...(columns === undefined ? [] : (row.env?.variables ?? []).map(plainCell)),
            ...(asText ? [{ name: 'env', value: envText(row.env?.variables ?? []) }] : []),
            ...(matrix.hasAllowed
                ? [{ name: 'allow_failure', value: String(row.allowFailure), raw: true }]
                : []),
        ],
    }));
    const evaluated = exportLines(global.evaluated);
    const names = new Set(matrix.rows.flatMap((row) => row.env?.variables ?? []).map(({ name }) => name));
    return {
        rows,
        env: [
            ...global.plain.filter(({ name }) => !columns?.includes(name)).map(plainField),
            ...(columns ?? []).map((name) => ({ name, value: `\${{ matrix.${name} }}` })),
            ...(asText ? [{ name: 'MATRIX_ENV', value: '${{ matrix.env }}' }] : []),
        ],
        evaluated: asText
            ? {
                lines: [
                    ...evaluated.lines,
                    // Without a name, `export` would write the whole environment to the log.
                    plainLine(matrix.rows.every((row) => (row.env?.variables ?? []).length > 0)
                        ? 'eval "export $MATRIX_ENV"'
                        : '[ -z "$MATRIX_ENV" ] || eval "export $MATRIX_ENV"'),
                ],
                names: [
                    ...evaluated.names,
                    ...[...names].filter((name) => !evaluated.names.includes(name)),
                ],
            }
            : evaluated,
        title: columns ?? (asText ? ['env'] : []),
    };
}
const plainField = (variable) => ({
    name: variable.name,
    value: { text: variable.value, from: variable.from },
    ...(variable.before.length > 0 ? { before: variable.before } : {}),
});
const plainCell = (variable) => ({
    name: variable.name,
    value: { text: variable.value ?? variable.source, from: variable.from },
});
/** What the images told commands of an axis, whether or not a command reads it by its Shippable name. */
function axisVariables(matrix) {
    const value = (axis) => {
        if (matrix.rows.length > 1)
            return `\${{ matrix.${axis} }}`;
        const cell = matrix.rows[0]?.cells.get(axis);
        return cell === undefined ? '' : (0,tree/* joined */.oR)([cell]);
    };
    const fields = [];
    if (matrix.axes.includes('gemfile')) {
        fields.push({ name: 'SHIPPABLE_GEMFILE', value: value('gemfile') });
    }
    if (matrix.axes.includes('scala')) {
        fields.push({ name: 'SHIPPABLE_SCALA_VERSION', value: value('scala') });
    }
    if (matrix.axes.includes('compiler')) {
        const only = matrix.rows.length > 1 ? undefined : matrix.rows[0]?.cells.get('compiler');
        fields.push({ name: 'CC', value: value('compiler') });
        fields.push({
            name: 'CXX',
            value: only === undefined
                ? "${{ matrix.compiler == 'clang' && 'clang++' || 'g++' }}"
                : (0,tree/* traced */.mn)(only.text.includes('clang') ? 'clang++' : 'g++', ...only.from),
        });
    }
    return fields;
}
function axisFields(row, matrix, language) {
    const fields = [];
    for (const axis of matrix.axes) {
        const cell = row.cells.get(axis);
        if (cell !== undefined)
            fields.push({ name: axis, value: (0,tree/* joined */.oR)([cell]) });
    }
    const jdk = row.cells.get('jdk');
    if (jdk !== undefined && language.versionKey !== 'jdk') {
        fields.push({ name: 'java', value: jdkNumber(jdk.text) });
    }
    if (spelledApart(matrix, language) && language.versionKey !== undefined) {
        const cell = row.cells.get(language.versionKey);
        if (cell !== undefined)
            fields.push({ name: 'version', value: language.spell?.(cell.text) ?? cell.text });
    }
    return fields;
}
/** Whether the setup action spells some version otherwise than the file. */
function spelledApart(matrix, language) {
    const { spell, versionKey } = language;
    if (spell === undefined || versionKey === undefined)
        return false;
    return matrix.rows.some((row) => {
        const cell = row.cells.get(versionKey);
        return cell !== undefined && spell(cell.text) !== cell.text;
    });
}
/** The names that every row sets to plain text: then each name is a column of its own. */
function commonNames(rows, taken) {
    const first = rows[0]?.env?.variables.map(({ name }) => name);
    if (first === undefined || first.length === 0)
        return undefined;
    const wanted = [...first].sort().join(' ');
    const reserved = [
        'node_js',
        'python',
        'rvm',
        'jdk',
        'java',
        'go',
        'php',
        'scala',
        'lein',
        'compiler',
        'gemfile',
        'pool',
        'runner',
        'env',
        'version',
        'allow_failure',
    ];
    for (const row of rows) {
        const variables = row.env?.variables ?? [];
        if (variables
            .map(({ name }) => name)
            .sort()
            .join(' ') !== wanted)
            return undefined;
        if (!variables.every(environment_isPlain))
            return undefined;
        if (new Set(variables.map(({ name }) => name)).size !== variables.length)
            return undefined;
        if (variables.some(({ name }) => taken.has(name) || reserved.includes(name.toLowerCase())))
            return undefined;
    }
    return first;
}
const envText = (variables) => (0,tree/* joined */.oR)(variables.map((variable) => (0,tree/* traced */.mn)(`${variable.name}=${variable.source}`, ...variable.from)), ' ');
function exportLines(variables) {
    return {
        lines: variables.flatMap((variable) => [
            ...commentLines(variable.before),
            (0,tree/* traced */.mn)(`export ${variable.name}=${variable.source}`, ...variable.from),
        ]),
        names: [...new Set(variables.map(({ name }) => name))],
    };
}

;// CONCATENATED MODULE: ./build/legacy/shippable/machine.js
// Pass 4: where the container sections run: on the runner with a setup action, or inside a booted image.
// The vendor's own images are gone; the runner stands for them, except where a version is too old for it.


/** Images that Shippable published, with the settings of its machines inside (shippable.md 4). */
const vendorImage = /^(?:drydock|drydockaarch64|drydock\w*|shippable|shippableimages)\//;
function chooseMachine(config, language, matrix, needs, context) {
    const versions = versionsOf(matrix, language);
    const custom = customImage(config, context);
    if (custom !== undefined) {
        const cells = matrix.rows.flatMap((row) => [...row.cells.values()]);
        for (const { from } of cells) {
            for (const node of from) {
                context.otherwise('version-on-own-image', node, 'versions chose nothing on an image of your own, which Shippable said in the log', 'remove it, or have the image bring the version');
            }
        }
        return custom;
    }
    const dead = versions.filter((cell) => !language.onRunner(cell.text));
    const spell = language.spell ?? ((version) => version);
    const standard = language.defaultVersion;
    if (dead.length > 0 && needs.nvm)
        return { kind: 'runner' };
    const standardIsDead = versions.length === 0 && standard !== undefined && !language.onRunner(standard);
    if (standardIsDead && config.keys.language !== undefined && language.image !== undefined) {
        context.report('old-default', config.keys.language, `without a version Shippable ran ${language.title} ${standard}, which no runner has any more, so the job boots the image \`${language.image}:${spell(standard)}\``, 'name a version that is still maintained when you can');
    }
    if (language.image !== undefined && (dead.length > 0 || standardIsDead || needs.container)) {
        for (const cell of dead) {
            const [node] = cell.from;
            if (node === undefined)
                continue;
            context.report('old-version', node, `no runner has ${language.title} ${cell.text} any more, so the job boots the image \`${language.image}:${spell(cell.text)}\``, 'move to a version that is still maintained when you can');
        }
        return {
            kind: 'official',
            image: language.image,
            tag: versionText(matrix, language, spell) ?? language.defaultVersion ?? 'latest',
        };
    }
    const version = versionText(matrix, language, spell) ??
        (language.defaultVersion === undefined ? undefined : spell(language.defaultVersion));
    return { kind: 'runner', ...(version === undefined ? {} : { version }) };
}
function customImage(config, { report }) {
    const { boot, buildImage } = config;
    const name = boot?.image_name;
    if (boot !== undefined && name === undefined) {
        report('boot-without-image', boot.node, '`pre_ci_boot` names no image, so Shippable failed to boot', 'give `image_name`, or remove `pre_ci_boot`');
        return undefined;
    }
    if (boot !== undefined && name !== undefined) {
        if (!vendorImage.test(name.text)) {
            return {
                kind: 'boot',
                image: (0,tree/* traced */.mn)(name.text, name),
                boot,
                ...(boot.image_tag === undefined
                    ? {}
                    : { tag: (0,tree/* traced */.mn)(boot.image_tag.text, boot.image_tag) }),
            };
        }
        const parts = [
            name,
            boot.image_tag,
            boot.pull?.node,
            boot.options,
            ...(boot.env ?? []),
        ];
        for (const node of parts) {
            if (node !== undefined)
                report('vendor-image', node, `\`${name.text}\` was an image of Shippable and is gone; the runner stands for it`, 'check that the runner has the tools that the commands use');
        }
        return undefined;
    }
    if (buildImage !== undefined) {
        if (vendorImage.test(buildImage.text)) {
            report('vendor-image', buildImage, `\`${buildImage.text}\` was an image of Shippable and is gone; the runner stands for it`, 'check that the runner has the tools that the commands use');
            return undefined;
        }
        const match = /^(.*?)(?::([^:/]+))?$/.exec(buildImage.text);
        return {
            kind: 'boot-name',
            image: (0,tree/* traced */.mn)(match?.[1] ?? buildImage.text, buildImage),
            ...(match?.[2] === undefined ? {} : { tag: (0,tree/* traced */.mn)(match[2], buildImage) }),
        };
    }
    return undefined;
}
function versionsOf(matrix, language) {
    const key = language.versionKey;
    if (key === undefined)
        return [];
    return matrix.rows.flatMap((row) => row.cells.get(key) ?? []);
}
/** The version for an input: a literal for a single job, the matrix cell for several. */
function versionText(matrix, language, spell) {
    const key = language.versionKey;
    if (key === undefined || !matrix.axes.includes(key))
        return undefined;
    if (matrix.rows.length > 1) {
        const cells = versionsOf(matrix, language);
        // A row of an include may say no version: then the image's default counts.
        const fallback = cells.length < matrix.rows.length && language.defaultVersion !== undefined
            ? ` || '${language.defaultVersion}'`
            : '';
        const column = spelledApart(matrix, language) ? 'version' : key;
        return `\${{ matrix.${column}${fallback} }}`;
    }
    const cell = matrix.rows[0]?.cells.get(key);
    return cell === undefined ? undefined : (0,tree/* joined */.oR)([{ text: spell(cell.text), from: cell.from }]);
}

;// CONCATENATED MODULE: ./build/legacy/shippable/machine-steps.js
// The steps that make the machine what the commands expect: a setup action, or a booted image.


const machineSteps = {
    /** What makes the language's version available on the runner. */
    setup(machine, language, matrix, config, context) {
        if (machine.kind !== 'runner')
            return [];
        const steps = [];
        const before = config.keys.language?.before ?? [];
        const onJvm = [languages.java, languages.scala, languages.clojure].includes(language);
        if (onJvm || usesJdk(matrix)) {
            steps.push(javaStep(machine.version, language, matrix, context));
        }
        if (language.setup !== undefined &&
            language !== languages.java &&
            machine.version !== undefined) {
            steps.push({ kind: 'uses', ...language.setup(machine.version) });
        }
        const [first, ...rest] = steps;
        if (first === undefined)
            return [];
        const from = config.keys.language === undefined ? {} : { from: [config.keys.language] };
        return [{ ...first, ...from, ...(before.length > 0 ? { before } : {}) }, ...rest];
    },
    boot(machine, hasServices, languageNode) {
        switch (machine.kind) {
            case 'runner':
                return [];
            case 'boot': {
                const { boot } = machine;
                const fields = [
                    { name: 'image_name', value: machine.image },
                    ...(machine.tag === undefined
                        ? []
                        : [{ name: 'image_tag', value: machine.tag }]),
                    ...(boot.pull === undefined
                        ? []
                        : [
                            {
                                name: 'pull',
                                value: (0,tree/* traced */.mn)(String(boot.pull.value), boot.pull.node),
                                raw: true,
                            },
                        ]),
                    ...(boot.env === undefined || boot.env.length === 0
                        ? []
                        : [
                            {
                                name: 'env',
                                value: { text: boot.env.map(({ text }) => text).join('\n'), from: boot.env },
                            },
                        ]),
                    ...(boot.options === undefined
                        ? []
                        : [{ name: 'options', value: (0,tree/* traced */.mn)(boot.options.text, boot.options) }]),
                ];
                const before = boot.node.before;
                return [
                    {
                        kind: 'own',
                        action: 'pull-boot-image',
                        name: 'Boot the CI image',
                        ...(before.length > 0 ? { before } : {}),
                        with: fields,
                    },
                ];
            }
            case 'boot-name':
            case 'official':
                return [
                    {
                        kind: 'own',
                        action: 'pull-boot-image',
                        name: 'Boot the CI image',
                        ...(machine.kind === 'official' && languageNode !== undefined
                            ? { from: [languageNode] }
                            : {}),
                        with: [
                            { name: 'image_name', value: machine.image },
                            ...(machine.tag === undefined
                                ? []
                                : [{ name: 'image_tag', value: machine.tag }]),
                            // Service containers publish their ports on the runner, which is localhost for this network.
                            ...(hasServices
                                ? [{ name: 'options', value: '--privileged=true --net=host' }]
                                : []),
                        ],
                    },
                ];
            default:
                return machine;
        }
    },
};
const usesJdk = (matrix) => matrix.axes.includes('jdk');
function javaStep(version, language, matrix, { report }) {
    const cells = matrix.rows.flatMap((row) => row.cells.get('jdk') ?? []);
    const old = cells.some(({ text }) => /[67]$/.test(text));
    for (const cell of cells) {
        const [node] = cell.from;
        if (node === undefined)
            continue;
        if (!/^(?:(?:oracle|open)-?jdk-?)?\d+(?:\.\d+)*$/i.test(cell.text)) {
            report('wrong-type', node, `found \`${cell.text}\`, expected a JDK such as \`openjdk8\``, 'write the name of a JDK with its version');
        }
        else if (/oracle/i.test(cell.text)) {
            report('oracle-jdk', node, `Oracle's JDK is not on GitHub; OpenJDK ${jdkNumber(cell.text)} of ${old ? 'Zulu' : 'Temurin'} is used`);
        }
    }
    if (language !== languages.java) {
        const [cell] = cells;
        if (matrix.rows.length > 1 && cell !== undefined) {
            return { kind: 'uses', ...setupJava('${{ matrix.java }}', old) };
        }
        return {
            kind: 'uses',
            ...setupJava(cell === undefined ? '8' : (0,tree/* traced */.mn)(jdkNumber(cell.text), ...cell.from), old),
        };
    }
    return { kind: 'uses', ...setupJava(version ?? '8', old) };
}

;// CONCATENATED MODULE: ./build/legacy/shippable/matrix.js
// Pass 3: the matrix. Shippable made every combination of its axes a job of its own, added the includes as
// further jobs, and never merged one into another (shippable.md 2.5); so the rows are written out one by one.


const versionKeys = [
    'node_js',
    'python',
    'rvm',
    'go',
    'php',
    'scala',
    'lein',
    'compiler',
    'jdk',
    'gemfile',
];
/** Languages that had `jdk` as a second axis (shippable.md 2.1). */
const withJdk = ['rvm', 'scala', 'lein', 'jdk'];
/** Jobs that one matrix may make on GitHub. */
const largest = 256;
function buildMatrix(config, language, environment, context) {
    const axes = readAxes(config, language, context);
    const pools = readPools(config, context);
    const size = axes.reduce((product, { values }) => product * values.length, 1) *
        Math.max(1, environment.rows.length) *
        Math.max(1, pools.length);
    if (size > largest) {
        context.report('matrix-too-large', { file: config.root.file, start: config.root.start, end: config.root.start }, `the axes make ${size} jobs; GitHub runs at most ${largest} of one matrix`, 'split the file into several, or leave combinations out');
        const values = axes.flatMap((axis) => axis.values.flatMap(({ from }) => from));
        for (const node of [...values, config.keys.env]) {
            if (node !== undefined) {
                context.otherwise('matrix-left', node, 'this value makes too many jobs, so it is left out');
            }
        }
        return {
            rows: [{ cells: new Map(), allowFailure: false }],
            axes: [],
            hasPools: false,
            hasAllowed: false,
            from: [],
        };
    }
    let rows = [{ cells: new Map(), allowFailure: false }];
    for (const { key, values } of axes) {
        rows = rows.flatMap((row) => values.map((cell) => ({ ...row, cells: new Map([...row.cells, [key, cell]]) })));
    }
    if (environment.rows.length > 0)
        rows = rows.flatMap((row) => environment.rows.map((env) => ({ ...row, env })));
    if (pools.length > 0)
        rows = rows.flatMap((row) => pools.map((pool) => ({ ...row, pool })));
    const from = [];
    const matrix = config.keys.matrix;
    rows = exclude(rows, matrix?.exclude ?? [], from, context);
    const includes = (matrix?.include ?? []).flatMap((node) => includeRow(node, pools[0], context) ?? []);
    const hasAxis = axes.length > 0 || environment.rows.length > 0 || config.keys.runtime !== undefined;
    // With no axis and no `runtime`, only the includes run.
    rows = includes.length > 0 && !hasAxis ? includes : [...rows, ...includes];
    if (includes.length > 0 &&
        axes.length > 0 &&
        axes.every(({ values }) => values.length === 1) &&
        environment.rows.length === 0) {
        const [first] = axes;
        const node = first?.values[0]?.from[0];
        if (node !== undefined) {
            context.report('single-version-with-include', node, 'one version and `matrix.include` make one job more than the includes; Shippable never said whether it ran that one', `remove \`${first?.key}\` at the root if only the includes ran`);
        }
    }
    rows = allowFailures(rows, matrix?.allow_failures ?? [], from, context);
    return matrixOf(rows, from);
}
const matrixOf = (rows, from) => ({
    rows,
    axes: versionKeys.filter((key) => rows.some((row) => row.cells.has(key))),
    hasPools: rows.some((row) => row.pool !== undefined),
    hasAllowed: rows.some((row) => row.allowFailure),
    from,
});
/** The rows that run on some of the pools. */
const onPools = (matrix, pools) => matrix.hasPools
    ? matrixOf(matrix.rows.filter(({ pool }) => pool !== undefined && pools.has(pool.text)), matrix.from)
    : matrix;
function readAxes(config, language, { otherwise }) {
    const axes = [];
    for (const key of versionKeys) {
        const nodes = config.keys[key];
        if (nodes === undefined || nodes.length === 0)
            continue;
        const own = key === language.versionKey;
        const second = (key === 'jdk' && withJdk.includes(language.versionKey)) ||
            (key === 'gemfile' && language.versionKey === 'rvm');
        if (own || second)
            axes.push({ key, values: nodes.map((node) => ({ text: node.text, from: [node] })) });
        else {
            for (const node of nodes) {
                otherwise('other-language', node, `\`${key}\` has no meaning for this language, so Shippable ignored it`);
            }
        }
    }
    return axes;
}
function readPools(config, _context) {
    return (config.keys.runtime ?? []).flatMap((pool) => pool.nodePool === undefined ? [] : [{ text: pool.nodePool.text, from: [pool.nodePool] }]);
}
function exclude(rows, nodes, from, { report }) {
    let left = rows;
    for (const node of nodes) {
        const kept = left.filter((row) => !matches(row, node));
        if (kept.length === left.length) {
            report('matrix-no-match', node, 'this exclude matches no job of the matrix');
        }
        else
            from.push(...(0,source_node/* leavesOf */.wf)(node));
        left = kept;
    }
    if (left.length === 0 && rows.length > 0 && nodes[0] !== undefined) {
        report('matrix-empty', nodes[0], 'the excludes leave no job of the matrix');
        return rows.slice(0, 1);
    }
    return left;
}
function allowFailures(rows, nodes, from, { report }) {
    let marked = rows;
    for (const node of nodes) {
        if (!marked.some((row) => matches(row, node))) {
            report('matrix-no-match', node, 'this entry of `allow_failures` matches no job of the matrix');
            continue;
        }
        from.push(...(0,source_node/* leavesOf */.wf)(node));
        marked = marked.map((row) => (matches(row, node) ? { ...row, allowFailure: true } : row));
    }
    return marked;
}
/** Whether a row has every value that an entry names. */
function matches(row, entry) {
    if (entry.kind !== 'mapping' || entry.entries.length === 0)
        return false;
    return entry.entries.every(({ key, value }) => {
        if (key.text === 'env')
            return row.env !== undefined && matrix_envText(row.env.node) === matrix_envText(value);
        if (key.text === 'nodePool')
            return value.kind === 'scalar' && row.pool?.text === value.text;
        const cell = row.cells.get(key.text);
        return value.kind === 'scalar' && cell?.text === value.text;
    });
}
/** The pairs of an `env` as text that does not depend on its form. */
function matrix_envText(node) {
    if (node.kind === 'scalar')
        return node.text.trim().replace(/\s+/g, ' ');
    if (node.kind === 'sequence')
        return node.items.map(matrix_envText).join(' ');
    return node.entries.map(({ key, value }) => `${key.text}=${matrix_envText(value)}`).join(' ');
}
function includeRow(node, firstPool, context) {
    if (node.kind !== 'mapping') {
        context.report('wrong-type', node, 'found no mapping, expected the keys of one job');
        return undefined;
    }
    const cells = new Map();
    let env;
    let pool = firstPool;
    for (const { key, value } of node.entries) {
        if ((0,source_node/* isNull */.kZ)(value)) {
            context.otherwise('empty-value', value, `\`${key.text}\` has no value, which is the same as no key`);
            continue;
        }
        if (key.text === 'env')
            env = matrix_merge(env, readRow(value, context), value);
        else if (value.kind !== 'scalar') {
            context.report('wrong-type', value, `found a collection, expected the text of \`${key.text}\``);
        }
        else if (key.text === 'nodePool')
            pool = { text: value.text, from: [value] };
        else if (versionKeys.includes(key.text)) {
            cells.set(key.text, { text: value.text, from: [value] });
        }
        else
            env = matrix_merge(env, variableKey(key.text, value, context), value);
    }
    return {
        cells,
        allowFailure: false,
        ...(env === undefined ? {} : { env }),
        ...(pool === undefined ? {} : { pool }),
    };
}
/** `- ENV1: "foo"` in an include: the vendor's page shows it, so it is read as a variable. */
function variableKey(name, value, { report }) {
    report('include-variable', value, `\`${name}\` is no key of a matrix entry, so it is read as an environment variable`);
    return {
        variables: [{ name, source: value.text, value: value.text, from: [value], before: [] }],
        secure: [],
        node: value,
    };
}
const matrix_merge = (a, b, node) => a === undefined
    ? b
    : { variables: [...a.variables, ...b.variables], secure: [...a.secure, ...b.secure], node };

;// CONCATENATED MODULE: ./build/variables/shippable-unavailable.js
// Shippable's variables about itself, its service scripts, Gerrit and Assembly Lines: nothing on GitHub corresponds.

const shippable_unavailable_none = (meaning, reason) => ({ meaning, way: { kind: 'none', reason } });
const platformVariables = {
    ...sameRow([
        'SHIPPABLE_AMI_VERSION',
        'SHIPPABLE_WWW_URL',
        'SHIPPABLE_API_URL',
        'RUN_MODE',
        'SHIPPABLE_IS_OFFICIAL_IMAGE',
        'SHIPPABLE_IS_LEGACY_IMAGE',
        'SHIPPABLE_DOCKER_VERSION',
    ], shippable_unavailable_none("Said something about Shippable's own machines.", 'It described machines that no longer exist: remove what depends on it.')),
    ...sameRow([
        'JOB_NAME',
        'JOB_TYPE',
        'JOB_PATH',
        'JOB_STATE',
        'JOB_PREVIOUS_STATE',
        'JOB_TRIGGERED_BY_NAME',
        'BUILD_JOB_ID',
        'BUILD_JOB_NUMBER',
    ], shippable_unavailable_none('The job of an Assembly Line that ran this build.', 'It was set only where an Assembly Line ran the build.')),
};
const services = ['POSTGRES', 'MYSQL', 'SELENIUM'];
const serviceFields = ['VERSION', 'BINARY', 'CMD', 'PORT'];
const serviceVariables = sameRow(services.flatMap((service) => serviceFields.map((field) => `SHIPPABLE_${service}_${field}`)), shippable_unavailable_none('How a script of the official image started a service.', 'Services are containers here: their image, command and ports stand under `services:`.'));
const people = ['CHANGE_OWNER', 'PATCHSET_UPLOADER', 'CHANGE_UPLOADER'];
const gerritVariables = sameRow([
    'PROJECT',
    'REST_URL',
    'HOST',
    'PORT',
    'BRANCH',
    'EVENT_TYPE',
    'CHANGE_ID',
    'CHANGE_URL',
    'CHANGE_NUMBER',
    'CHANGE_SUBJECT',
    'CHANGE_COMMIT_MESSAGE',
    'REFSPEC',
    'PATCHSET_NUMBER',
    'PATCHSET_REVISION',
    ...people.flatMap((person) => [person, `${person}_NAME`, `${person}_EMAIL`]),
].map((name) => `GERRIT_${name}`), shippable_unavailable_none('Something about a Gerrit change.', 'GitHub Actions has no Gerrit events.'));

;// CONCATENATED MODULE: ./build/variables/shippable.js
// Shippable's predefined variables (shippable.md 7). PATH is no row: $HOME/bin went in front of it, GITHUB_PATH does that.



const shippable_expression = (value, level = 'workflow') => ({
    kind: 'expression',
    value,
    level,
});
const shippable_literal = (value) => ({ kind: 'literal', value });
const shippable_setting = (key, absent) => ({ kind: 'setting', key, absent });
const yes = { meaning: 'Says that a build runs here.', way: shippable_literal('true') };
const shippable_commit = {
    meaning: 'The commit that is built; on pull requests the head, not the merge.',
    way: shippable_expression(builtCommit),
};
const branch = {
    meaning: 'The branch that is built; the base branch on pull requests, the tag on tags and releases.',
    way: shippable_expression(baseOrBuiltRef),
};
const baseBranch = {
    meaning: 'The branch that a pull request goes to; empty without one.',
    way: shippable_expression('${{ github.base_ref }}'),
};
const pullRequest = {
    meaning: 'The number of the pull request, or the word false.',
    way: shippable_expression(pullRequestNumberOrFalse),
};
const range = {
    meaning: 'The commits of this build as OLD...NEW; on pull requests from the base to the head.',
    way: shippable_expression(commitRange),
    differs: 'A new branch or tag, a manual run and a release have no older commit: the range is COMMIT...COMMIT.',
};
const runNumber = {
    meaning: 'The number of the run within the project.',
    way: shippable_expression('${{ github.run_number }}'),
    differs: 'Starts at 1 again, and counts for each workflow: as an image tag it meets older tags.',
};
const runId = {
    meaning: 'The id of the run.',
    way: shippable_expression('${{ github.run_id }}'),
    differs: 'A number, not 24 hexadecimal digits.',
};
const internalJobId = {
    meaning: 'The id of the job.',
    way: shippable_expression(jobId, 'job'),
    differs: "Made from the run's id, the job's name and its place in the matrix.",
};
const jobNumber = {
    meaning: 'The place of the job in its run, from 1.',
    way: { kind: 'computed', alone: '1' },
};
const slug = {
    meaning: 'Owner and name of the repository, OWNER/NAME.',
    way: shippable_expression('${{ github.repository }}'),
};
const clone = {
    meaning: 'The folder of the clone.',
    way: shippable_expression('${{ github.workspace }}'),
    differs: 'Names the folder on the runner; inside a job container it is $GITHUB_WORKSPACE.',
};
const axis = (key) => ({
    meaning: `The value of \`${key}\` in this job.`,
    way: { kind: 'matrix', axis: key },
});
const axes = {
    NODE_VERSION: 'node_js',
    PYTHON_VERSION: 'python',
    GO_VERSION: 'go',
    PHP_VERSION: 'php',
    SCALA_VERSION: 'scala',
    JDK_VERSION: 'jdk',
    LEIN_VERSION: 'lein',
};
const versionVariables = Object.fromEntries([
    ...Object.entries(axes).flatMap(([suffix, key]) => [
        [`SHIPPABLE_${suffix}`, axis(key)],
        [`TRAVIS_${suffix}`, axis(key)],
    ]),
    ['SHIPPABLE_RUBY', axis('rvm')],
    ['TRAVIS_RUBY_VERSION', axis('rvm')],
    ['SHIPPABLE_GEMFILE', axis('gemfile')],
]);
const os = {
    meaning: 'The kind of operating system of the node.',
    way: shippable_literal('linux'),
};
const testEnvironment = {
    meaning: 'The mode in which Ruby frameworks start.',
    way: shippable_literal('test'),
};
const locale = { meaning: 'The locale.', way: shippable_literal('en_US.UTF-8') };
const shippableVariables = {
    CI: { meaning: 'Says that a build runs here.', way: { kind: 'runner' } },
    ...sameRow(['CONTINUOUS_INTEGRATION', 'SHIPPABLE', 'TRAVIS'], yes),
    ...sameRow(['BRANCH', 'TRAVIS_BRANCH'], branch),
    ...sameRow(['BASE_BRANCH', 'PULL_REQUEST_BASE_BRANCH'], baseBranch),
    HEAD_BRANCH: {
        meaning: 'The branch that a pull request comes from; empty without one.',
        way: shippable_expression('${{ github.head_ref }}'),
    },
    ...sameRow(['COMMIT', 'TRAVIS_COMMIT'], shippable_commit),
    COMMIT_MESSAGE: {
        meaning: 'The message of the commit; on pull requests the title.',
        way: {
            kind: 'computed',
            shortcut: {
                events: ['push', 'pull_request'],
                value: '${{ github.event.pull_request.title || github.event.head_commit.message }}',
                level: 'workflow',
            },
        },
    },
    COMMITTER: {
        meaning: 'The name of the committer.',
        way: {
            kind: 'computed',
            shortcut: {
                events: ['push'],
                value: '${{ github.event.head_commit.committer.name }}',
                level: 'workflow',
            },
        },
    },
    LAST_AUTHOR: {
        meaning: 'The name of the author of the commit.',
        way: {
            kind: 'computed',
            shortcut: {
                events: ['push'],
                value: '${{ github.event.head_commit.author.name }}',
                level: 'workflow',
            },
        },
    },
    COMPARE_URL: {
        meaning: 'A page that shows what changed.',
        way: shippable_expression("${{ github.event.compare || github.event.pull_request && format('{0}/files', github.event.pull_request.html_url) }}"),
        differs: 'Empty for manual runs and releases.',
    },
    ...sameRow(['SHIPPABLE_COMMIT_RANGE', 'TRAVIS_COMMIT_RANGE'], range),
    IS_PULL_REQUEST: {
        meaning: 'true for a pull request, else false.',
        way: shippable_expression("${{ github.event_name == 'pull_request' }}"),
    },
    ...sameRow(['PULL_REQUEST', 'TRAVIS_PULL_REQUEST'], pullRequest),
    PULL_REQUEST_REPO_FULL_NAME: {
        meaning: 'The repository that a pull request comes from, OWNER/NAME; empty without one.',
        way: shippable_expression('${{ github.event.pull_request.head.repo.full_name }}'),
    },
    IS_FORK: {
        meaning: 'true where the repository itself is a fork; says nothing about pull requests.',
        way: shippable_expression("${{ github.event.repository.fork || 'false' }}"),
    },
    IS_GIT_TAG: {
        meaning: 'true for a pushed tag, else false.',
        way: shippable_expression("${{ github.event_name == 'push' && github.ref_type == 'tag' }}"),
    },
    GIT_TAG_NAME: {
        meaning: 'The tag, for tags and releases; else empty.',
        way: shippable_expression("${{ github.ref_type == 'tag' && github.ref_name || '' }}"),
    },
    IS_RELEASE: {
        meaning: 'true for a release, else false.',
        way: shippable_expression("${{ github.event_name == 'release' }}"),
    },
    RELEASE_NAME: {
        meaning: 'The title of the release; else empty.',
        way: shippable_expression('${{ github.event.release.name }}'),
    },
    RELEASED_AT: {
        meaning: 'When the release was published; else empty.',
        way: shippable_expression('${{ github.event.release.published_at }}'),
    },
    IS_PRERELEASE: {
        meaning: 'true for a release that is marked as preliminary, else false.',
        way: shippable_expression("${{ github.event.release.prerelease || 'false' }}"),
    },
    ...sameRow(['BUILD_NUMBER', 'SHIPPABLE_BUILD_NUMBER', 'TRAVIS_BUILD_NUMBER'], runNumber),
    ...sameRow(['BUILD_ID', 'SHIPPABLE_BUILD_ID', 'TRAVIS_BUILD_ID'], runId),
    BUILD_URL: { meaning: "The page with the run's log.", way: shippable_expression(runUrl) },
    ...sameRow(['JOB_ID', 'TRAVIS_JOB_ID'], internalJobId),
    ...sameRow(['JOB_NUMBER', 'SHIPPABLE_JOB_NUMBER', 'SHIPPABLE_JOB_ID', 'TRAVIS_JOB_NUMBER'], jobNumber),
    SHIPPABLE_JOB_COUNT: {
        meaning: 'How many jobs the run has.',
        way: shippable_expression('${{ strategy.job-total }}', 'job'),
        differs: 'Counts the rows of this job, not other jobs of the workflow.',
    },
    LAST_SUCCESSFUL_BUILD_TIMESTAMP: {
        meaning: 'When the last successful build of the branch started, in seconds; or the word false.',
        way: {
            kind: 'none',
            reason: 'GitHub tells it only over its API: `gh run list --status success --limit 1 --json startedAt`, with the permission `actions: read`.',
        },
    },
    ...sameRow(['REPO_FULL_NAME', 'SHIPPABLE_REPO_SLUG', 'TRAVIS_REPO_SLUG'], slug),
    REPO_NAME: {
        meaning: 'The name of the repository, without its owner.',
        way: shippable_expression('${{ github.event.repository.name }}'),
    },
    ORG_NAME: {
        meaning: 'The owner of the repository.',
        way: shippable_expression('${{ github.repository_owner }}'),
    },
    REPOSITORY_URL: { meaning: "The repository's address.", way: shippable_expression(repositoryUrl) },
    PROJECT_ID: {
        meaning: "The project's id.",
        way: shippable_expression('${{ github.repository_id }}'),
        differs: "GitHub's id of the repository.",
    },
    SUBSCRIPTION_ID: {
        meaning: "The subscription's id.",
        way: shippable_expression('${{ github.repository_owner_id }}'),
        differs: "GitHub's id of the owner.",
    },
    ...sameRow(['SHIPPABLE_BUILD_DIR', 'SHIPPABLE_REPO_DIR', 'TRAVIS_BUILD_DIR'], clone),
    SHIPPABLE_ARTIFACTS_DIR: {
        meaning: 'A folder for what the build leaves, /shippableci.',
        way: { kind: 'computed' },
        differs: 'A folder below RUNNER_TEMP. What lies there is not uploaded by itself.',
    },
    SHIPPABLE_DATA_DIR: {
        meaning: 'A folder for data of services, $HOME/data.',
        way: { kind: 'computed' },
        differs: 'A folder below RUNNER_TEMP.',
    },
    SHIPPABLE_CONTAINER_NAME: {
        meaning: 'The name of the build container.',
        way: {
            kind: 'none',
            reason: 'The action pull-boot-image sets it; a job that boots no image has no container to name.',
        },
    },
    ...versionVariables,
    SHIPPABLE_BUNDLER_ARGS: {
        meaning: 'The value of `bundler_args`.',
        way: shippable_setting('bundler_args', ''),
    },
    SHIPPABLE_GOPATH: { meaning: 'The GOPATH, which was $HOME.', way: { kind: 'computed' } },
    SHIPPABLE_VE_DIR: {
        meaning: 'The folder of the Python virtualenv that was active.',
        way: {
            kind: 'none',
            reason: 'No virtualenv is active on a runner: make one with `python -m venv` where a script needs it.',
        },
    },
    SHIPPABLE_SUBMODULE_ENABLED: {
        meaning: 'The value of `git.submodules`.',
        way: shippable_setting('git.submodules', 'true'),
    },
    SHIPPABLE_DEPTH: { meaning: 'The value of `depth`.', way: shippable_setting('depth', '') },
    CACHE_DIR: { meaning: 'true where `build.cache` is on.', way: shippable_setting('build.cache', 'false') },
    CACHE_CONTAINER: {
        meaning: 'Whether the container was cached; always false.',
        way: shippable_literal('false'),
    },
    SHIPPABLE_ARCHIVE: { meaning: 'The value of `archive`.', way: shippable_setting('archive', 'false') },
    SERVICE_SKIP: { meaning: 'Whether services were left out; always false.', way: shippable_literal('false') },
    ...sameRow(['LANG', 'LC_ALL', 'LC_CTYPE'], locale),
    DEBIAN_FRONTEND: { meaning: 'Keeps apt from asking.', way: shippable_literal('noninteractive') },
    ...sameRow(['RAILS_ENV', 'RACK_ENV', 'MERB_ENV'], testEnvironment),
    ...sameRow(['SHIPPABLE_OS_NAME', 'TRAVIS_OS_NAME'], os),
    SHIPPABLE_NODE_ARCHITECTURE: { meaning: 'The processor of the node.', way: shippable_literal('x86_64') },
    SHIPPABLE_NODE_OPERATING_SYSTEM: {
        meaning: 'The operating system of the node.',
        way: shippable_literal('Ubuntu_16.04'),
        differs: 'Keeps the old name so that scripts take the same path; the runner is newer.',
    },
    ...platformVariables,
    ...serviceVariables,
    ...gerritVariables,
};

;// CONCATENATED MODULE: ./build/legacy/shippable/scan.js
// Which predefined variables the files of the repository read: scripts that the commands call get them too.
/** Kinds of files that read environment variables; large trees are bounded below. */
const scanned = /(?:^|\/)(?:Makefile|Dockerfile[^/]*|Rakefile|Gemfile|Gruntfile[^/]*|gulpfile[^/]*|package\.json|pom\.xml|build\.xml|build\.sbt|build\.gradle|Jakefile|Procfile)$|\.(?:sh|bash|zsh|mk|rb|rake|py|js|mjs|cjs|ts|coffee|go|php|pl|clj|scala|java|gradle|groovy|ya?ml|toml|cfg|ini|env|ps1|cake|cs|cmake|xml)$/i;
const scan_limits = { files: 2000, characters: 8_000_000 };
/** The names that some file reads, in the ways of shells and of the usual languages. */
function namesInRepository(names, repository) {
    const found = new Set();
    const anyName = names.join('|');
    // `$NAME`, `${NAME`, `$(NAME)` of make, env.NAME, env['NAME'], getenv("NAME"), `%NAME%` is never a Linux script.
    const pattern = new RegExp(`(?:\\$[{(]?|\\b(?:env|ENV)(?:iron)?(?:\\.get)?\\s*[.(\\[]\\s*['"]?|getenv\\(\\s*['"]|ENV\\.fetch\\(\\s*['"]|ENV\\[['"])(${anyName})\\b`, 'g');
    let files = 0;
    let characters = 0;
    for (const path of repository.paths) {
        if (!scanned.test(path) ||
            /(?:^|\/)(?:\.?shippable(?:\.\w+)?\.yml|codeship-|jet-|\.github\/)/i.test(path))
            continue;
        if (++files > scan_limits.files || characters > scan_limits.characters)
            break;
        const text = repository.read(path);
        if (text === undefined)
            continue;
        characters += text.length;
        for (const match of text.matchAll(pattern))
            if (match[1] !== undefined)
                found.add(match[1]);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/legacy/shippable/predefined.js
// Pass 5: the predefined variables. A workflow sets those that a command, or a script of the repository,
// reads, and no others (shippable.md 7).





function predefinedVariables(input, context) {
    const read = new Set();
    const set = new Set();
    for (const text of [...input.texts, ...input.commands.map((command) => command.text)]) {
        for (const name of variablesRead(text))
            read.add(name);
        for (const name of variablesSet(text))
            set.add(name);
    }
    const names = Object.keys(shippableVariables);
    const inFiles = namesInRepository(names, context.repository);
    const job = [];
    const computed = [];
    for (const name of names) {
        const row = shippableVariables[name];
        if (row === undefined || input.own.has(name))
            continue;
        const wanted = read.has(name) || inFiles.has(name);
        if (!wanted)
            continue;
        const value = valueOfVariable(name, input, context);
        if (value === 'computed')
            computed.push(name);
        else if (value !== undefined)
            job.push({ name, value });
    }
    return { job, computed, read };
}
function valueOfVariable(name, input, context) {
    const row = shippableVariables[name];
    if (row === undefined)
        return undefined;
    const { way } = row;
    switch (way.kind) {
        case 'literal':
        case 'expression':
            return way.value;
        case 'runner':
            return undefined;
        case 'computed':
            if (way.alone !== undefined && input.matrix.rows.length === 1)
                return way.alone;
            return 'computed';
        case 'matrix':
            return axisValue(way.axis, input.matrix);
        case 'setting':
            return settingValue(way.key, way.absent, input.config);
        case 'none':
            reportUnavailable(name, way.reason, input, context);
            return undefined;
        default:
            return way;
    }
}
function axisValue(axis, matrix) {
    if (!matrix.axes.includes(axis)) {
        const row = Object.values(languages).find(({ versionKey }) => versionKey === axis);
        return row?.defaultVersion ?? '';
    }
    if (matrix.rows.length > 1)
        return `\${{ matrix.${axis} }}`;
    const cell = matrix.rows[0]?.cells.get(axis);
    return cell === undefined ? '' : (0,tree/* joined */.oR)([cell]);
}
function settingValue(key, absent, config) {
    const { keys } = config;
    if (key === 'bundler_args' && keys.bundler_args)
        return (0,tree/* joined */.oR)([{ text: keys.bundler_args.text, from: [keys.bundler_args] }]);
    if (key === 'depth' && keys.depth)
        return keys.depth.text;
    if (key === 'git.submodules' && keys.git?.submodules)
        return String(keys.git.submodules.value);
    if (key === 'build.cache' && config.cache)
        return String(config.cache.value);
    if (key === 'archive' && keys.archive)
        return String(keys.archive.value);
    return absent;
}
function reportUnavailable(name, reason, input, { report }) {
    // The action pull-boot-image sets it; Assembly Line names get a folder of their own (see `translate.ts`).
    if (name === 'SHIPPABLE_CONTAINER_NAME' && input.boots)
        return;
    if (name === 'JOB_STATE') {
        const writer = input.commands.find(({ text }) => variablesRead(text).has(name));
        if (writer?.from[0] !== undefined) {
            report('job-state', writer.from[0], 'what is written to `$JOB_STATE` told Assembly Lines a version; the workflow gives an empty folder, and nobody reads it', 'hand the value on by `$GITHUB_OUTPUT` if another job needs it');
        }
        return;
    }
    const command = input.commands.find((candidate) => variablesRead(candidate.text).has(name));
    const node = command?.from[0];
    if (node !== undefined)
        report('unavailable-variable', node, `\`${name}\` is empty on GitHub`, reason);
}

;// CONCATENATED MODULE: ./build/legacy/shippable/reports.js
// Test results and coverage: Shippable read `shippable/testresults` and `shippable/codecoverage` by itself
// (shippable.md 3.3). A workflow that writes them uploads them, and shows failed tests at their lines.
function reportSteps(config, commands, environment, matrix) {
    const texts = [
        ...commands.map(({ text }) => text),
        ...environment.global.map(({ source }) => source),
    ];
    const tests = texts.some((text) => text.includes('shippable/testresults'));
    const coverage = texts.some((text) => text.includes('shippable/codecoverage'));
    const archive = config.keys.archive;
    const archives = archive?.value === true;
    if (!tests && !coverage && !archives)
        return [];
    const ran = "!cancelled() && steps.ci.outcome != 'skipped'";
    const steps = [];
    if (tests) {
        steps.push({
            kind: 'uses',
            uses: 'mikepenz/action-junit-report',
            name: 'Show the test results',
            if: ran,
            with: [
                { name: 'report_paths', value: 'shippable/testresults/*.xml' },
                { name: 'annotate_only', value: 'true', raw: true },
            ],
        });
    }
    steps.push({
        kind: 'uses',
        uses: 'actions/upload-artifact',
        name: 'Upload the reports',
        if: ran,
        with: [
            {
                name: 'name',
                value: matrix.rows.length > 1 ? 'reports-${{ strategy.job-index }}' : 'reports',
            },
            {
                name: 'path',
                value: archives
                    ? { text: 'shippable/', from: archive === undefined ? [] : [archive.node] }
                    : 'shippable/',
            },
            { name: 'if-no-files-found', value: 'ignore' },
        ],
    });
    return steps;
}

;// CONCATENATED MODULE: ./build/legacy/shippable/secure.js
// `secure` values are encrypted with a key that died with Shippable, names included. What they held can only
// be guessed: by the names that commands read and nothing sets (shippable.md 2.4, 11.23).



/** Names that shells, runners and the images' tools set themselves. */
const ordinary = /^(?:HOME|PATH|PWD|OLDPWD|USER|SHELL|LANG|LC_\w+|TERM|TMPDIR|HOSTNAME|RANDOM|IFS|UID|EUID|PS\d|DISPLAY|JAVA_HOME|GOPATH|GOROOT|M2_HOME|ANDROID_\w+|NVM_DIR|VIRTUAL_ENV|PYTHONPATH|CI|GITHUB_\w+|RUNNER_\w+|BASH_\w+|SECONDS|LINENO|SSH_\w+|DEBIAN_FRONTEND|EDITOR|_)$/;
function placeSecrets(input, secrets, { report }) {
    const { config, environment, commands, predefined } = input;
    const blobs = [...environment.secure, ...environment.rows.flatMap((row) => row.secure)].map(({ node }) => node);
    const generics = [config.keys.integrations, config.keys.integration].flatMap((family) => family?.generic ?? []);
    if (blobs.length === 0 && generics.length === 0)
        return { forCommands: () => [] };
    const candidates = candidateNames(environment, commands, predefined);
    const placed = new Map();
    const unknown = [];
    const list = (names) => names.map((name) => `\`${name}\``).join(', ');
    blobs.forEach((blob, index) => {
        // The last value may hold several pairs, as each may.
        const names = index < blobs.length - 1 ? candidates.slice(index, index + 1) : candidates.slice(index);
        if (names.length === 0) {
            const name = secrets.need(`SHIPPABLE_SECURE_${index + 1}`, 'stands for a `secure` value whose variable is not known: rename it to the variable', blob);
            unknown.push({ name, value: { text: secret(name), from: [blob] } });
            report('secure-value', blob, 'this value was encrypted for a key that is gone, and no command reads a variable that nothing sets', `find out which variable it held, and rename the secret \`${name}\` to it, here and in the workflow; if nobody knows, remove it`);
            return;
        }
        for (const name of names) {
            const given = secrets.need(name, 'read by a command and set by nothing else: a `secure` value held it', blob);
            placed.set(name, { secret: given, at: blob });
        }
        report('secure-value', blob, `this value was encrypted for a key that is gone; it held ${names.length === 1 ? '' : 'some of '}${list(names)}, which a command reads and nothing else sets`, `create the secret with a new value: gh secret set ${names[0]}`);
    });
    for (const generic of generics) {
        const name = generic.integrationName;
        if (name === undefined)
            continue;
        const names = blobs.length > 0 ? [] : candidates;
        for (const candidate of names) {
            const given = secrets.need(candidate, `a key of the integration \`${name.text}\`, as far as its name tells`, name);
            placed.set(candidate, { secret: given, at: name });
        }
        report('generic-integration', name, `the keys of \`${name.text}\` were kept by Shippable${names.length > 0 ? `; ${list(names)} may be among them` : ''}`, 'create a secret for each key, and add it to `env` of the steps that read it');
    }
    return {
        forCommands(of, isMain) {
            const read = new Set(of.flatMap(({ text }) => [...variablesRead(text)]));
            const known = [...placed]
                .filter(([name]) => read.has(name))
                .map(([name, { secret: given, at }]) => ({
                name,
                value: { text: secret(given), from: [at] },
            }));
            return isMain ? [...known, ...unknown] : known;
        },
    };
}
function candidateNames(environment, commands, predefined) {
    const own = new Set([...environment.global, ...environment.rows.flatMap((row) => row.variables)].map(({ name }) => name));
    for (const { text } of commands)
        for (const name of variablesSet(text))
            own.add(name);
    return [...predefined.read].filter((name) => /^[A-Z][A-Z0-9_]+$/.test(name) &&
        !own.has(name) &&
        !ordinary.test(name) &&
        shippableVariables[name] === undefined &&
        !/_INTEGRATION_/.test(name));
}

;// CONCATENATED MODULE: ./build/legacy/shippable/services.js
// Services as service containers. Shippable started them inside the build container, on localhost, and
// waited for their ports (shippable.md 5); published ports and health checks do the same on a runner.


const rows = {
    postgres: {
        image: 'postgres',
        tag: '11',
        ports: [5432],
        health: 'pg_isready -U postgres',
        env: [{ name: 'POSTGRES_HOST_AUTH_METHOD', value: 'trust' }],
        client: [
            { name: 'PGHOST', value: 'localhost' },
            { name: 'PGUSER', value: 'postgres' },
        ],
    },
    mysql: {
        image: 'mysql',
        tag: '5.7',
        ports: [3306],
        health: 'mysqladmin ping -h 127.0.0.1',
        env: [{ name: 'MYSQL_ALLOW_EMPTY_PASSWORD', value: 'yes' }],
    },
    mongodb: { image: 'mongo', tag: '4.0', ports: [27017], health: "mongo --eval 'db.stats()'" },
    redis: { image: 'redis', tag: '5', ports: [6379], health: 'redis-cli ping' },
    memcached: { image: 'memcached', tag: '1.5', ports: [11211] },
    rabbitmq: { image: 'rabbitmq', tag: '3.6', ports: [5672], health: 'rabbitmqctl status' },
    elasticsearch: {
        image: 'elasticsearch',
        tag: '6.8.23',
        ports: [9200],
        health: 'curl -sf http://localhost:9200',
        env: [{ name: 'discovery.type', value: 'single-node' }],
    },
    couchdb: {
        image: 'couchdb',
        tag: '2.3',
        ports: [5984],
        health: 'curl -sf http://localhost:5984',
    },
    cassandra: {
        image: 'cassandra',
        tag: '3.11',
        ports: [9042, 9160],
        health: "cqlsh -e 'describe keyspaces'",
    },
    neo4j: {
        image: 'neo4j',
        tag: '3.5',
        ports: [7474, 7687],
        health: 'wget -qO /dev/null http://localhost:7474',
        env: [{ name: 'NEO4J_AUTH', value: 'none' }],
    },
    rethinkdb: { image: 'rethinkdb', tag: '2.3', ports: [28015, 8080] },
    riak: { image: 'basho/riak-kv', tag: 'ubuntu-2.2.3', ports: [8087, 8098] },
    selenium: {
        image: 'selenium/standalone-firefox',
        tag: '3.141.59',
        ports: [4444],
        options: '--shm-size 2g',
        health: 'curl -sf http://localhost:4444/wd/hub/status',
    },
};
const services_otherNames = {
    postgresql: 'postgres',
    mongo: 'mongodb',
    'redis-server': 'redis',
    memcache: 'memcached',
    'rabbitmq-server': 'rabbitmq',
    couch: 'couchdb',
};
/** `onOwnImage`: Shippable started no service where the user booted an image of his own. */
function translateServices(config, onOwnImage, context) {
    const { report } = context;
    const containers = [];
    const client = [];
    const addons = config.keys.addons ?? [];
    const addon = (name) => {
        const node = addons.find(({ key }) => key.text === name)?.value;
        return node?.kind === 'scalar' ? node : undefined;
    };
    for (const wanted of wantedServices(config)) {
        const [node] = wanted.from;
        if (node === undefined)
            continue;
        const word = services_otherNames[wanted.word] ?? wanted.word;
        if (word === 'sqlite') {
            for (const at of wanted.from)
                report('dropped-key', at, '`sqlite` is left out: it is a library, so there is no service to start');
            continue;
        }
        if (word === 'docker') {
            for (const at of wanted.from)
                report('dropped-key', at, '`docker` is left out: runners have Docker running');
            continue;
        }
        const row = rows[word];
        if (row === undefined) {
            for (const at of wanted.from) {
                report('unknown-service', at, `\`${wanted.word}\` is no service that Shippable knew`, `known services: ${Object.keys(rows).join(', ')}; add a service container by hand if you need it`);
            }
            continue;
        }
        if (onOwnImage) {
            for (const at of wanted.from)
                report('service-on-own-image', at, `Shippable did not start \`${wanted.word}\` on an image of your own, so no container is made for it`);
            continue;
        }
        if (containers.some(({ id }) => id === word))
            continue;
        const version = wanted.version ??
            addon(word) ??
            (word === 'postgres' ? addon('postgresql') : undefined) ??
            (word === 'mongodb' ? addon('mongodb') : undefined);
        containers.push(container(word, row, wanted, version, context));
        client.push(...(row.client ?? []));
    }
    for (const { key, value } of addons)
        settleAddon(key.text, value, context);
    return { containers, client };
}
function* wantedServices(config) {
    for (const item of config.keys.services ?? []) {
        if (!Array.isArray(item)) {
            const node = item;
            yield { name: node, word: node.text.trim().toLowerCase(), from: [node] };
            continue;
        }
        for (const { key, value } of item) {
            yield {
                name: undefined,
                word: key.text.trim().toLowerCase(),
                ...((0,source_node/* isNull */.kZ)(value) ? {} : { version: value }),
                from: [value],
            };
        }
    }
}
function container(word, row, wanted, version, { settings, report }) {
    const mapped = settings.images[word];
    const name = wanted.name === undefined ? row.image : (0,tree/* traced */.mn)(row.image, wanted.name);
    let image = (0,tree/* joined */.oR)([
        name,
        ':',
        version === undefined ? row.tag : (0,tree/* traced */.mn)(version.text, version),
    ]);
    if (mapped !== undefined)
        image = (0,tree/* joined */.oR)([{ text: mapped, from: wanted.from }]);
    if (word === 'selenium' && version !== undefined && !/^3\.\d+\.\d+/.test(version.text)) {
        report('service-version', version, `no image has Selenium ${version.text}; ${row.tag} is used`, 'check that the tests work with it');
        image = (0,tree/* joined */.oR)([`${row.image}:${row.tag}`]);
    }
    const health = row.health === undefined
        ? ''
        : `--health-cmd "${row.health}" --health-interval 5s --health-timeout 5s --health-retries 24`;
    const options = [row.options ?? '', health].filter((part) => part !== '').join(' ');
    return {
        id: word,
        image,
        ports: row.ports.map((port) => `${port}:${port}`),
        ...(row.env === undefined ? {} : { env: row.env }),
        ...(options === '' ? {} : { options }),
        from: wanted.name === undefined ? [] : [wanted.name],
        before: services_commentsOf(wanted.from[0]),
    };
}
/** The comments of an item; the first one has those of the list, too. */
function services_commentsOf(node) {
    if (node === undefined)
        return [];
    const { parent } = node;
    const isFirst = parent?.kind === 'sequence' && parent.items[0] === node;
    const behind = node.behind === undefined ? [] : [node.behind];
    return [...(isFirst ? parent.before : []), ...node.before, ...behind];
}
/** Additions in the manner of Travis CI (shippable.md 2.1). */
function settleAddon(name, node, { otherwise }) {
    if (name === 'firefox') {
        otherwise('addon', node, 'this Firefox is not on runners, which have a current one', 'use a container image with the version that the tests need');
    }
    else {
        otherwise('addon', node, `the addon \`${name}\` is not translated`, 'install it in the first commands of `ci`, or use an image that has it');
    }
}

;// CONCATENATED MODULE: ./build/legacy/shippable/utilities.js
// What Shippable's machines had on PATH and runners have not: its helper commands, `docker-compose`, and
// rights without `sudo`. Each becomes a shell function at the top of the scripts that call it.


const retry = '"$@" || "$@" || "$@"';
const utilities = {
    // Three attempts, no pause (shippable.md 9).
    shippable_retry: { body: [`shippable_retry() { ${retry}; }`] },
    shippable_replace: {
        body: [
            'shippable_replace() {',
            '  local file',
            '  for file; do',
            '    [ -f "$file" ] || return 82',
            '    printf \'%s\\n\' "$(envsubst < "$file")" > "$file"',
            '  done',
            '}',
        ],
    },
    shipctl: {
        body: [
            'shipctl() {',
            '  local name=$1',
            '  shift',
            '  case $name in',
            `    retry) ${retry} ;;`,
            '    replace) shippable_replace "$@" ;;',
            '    to_uppercase) printf \'%s\\n\' "${1^^}" ;;',
            '    sanitize_shippable_string) printf \'%s\\n\' "${1//[^A-Za-z0-9_]/}" ;;',
            '    *) echo "shipctl $name is not available on GitHub" >&2; return 99 ;;',
            '  esac',
            '}',
        ],
    },
    sudo: {
        body: ['command -v sudo > /dev/null || sudo() { while [[ $1 == -* ]]; do shift; done; "$@"; }'],
        inContainerOnly: true,
    },
    // Services are containers that run before the first step.
    shippable_service: { body: ['shippable_service() { :; }'] },
    'docker-compose': { body: ['docker-compose() { docker compose "$@"; }'], onRunnerOnly: true },
    'apt-get': { body: ['apt-get() { sudo apt-get "$@"; }'], onRunnerOnly: true },
    apt: { body: ['apt() { sudo apt "$@"; }'], onRunnerOnly: true },
    'add-apt-repository': {
        body: ['add-apt-repository() { sudo add-apt-repository "$@"; }'],
        onRunnerOnly: true,
    },
    'apt-key': { body: ['apt-key() { sudo apt-key "$@"; }'], onRunnerOnly: true },
    dpkg: { body: ['dpkg() { sudo dpkg "$@"; }'], onRunnerOnly: true },
};
/** Subcommands of `shipctl` that the function above has. */
const shipctlHas = ['retry', 'replace', 'to_uppercase', 'sanitize_shippable_string'];
/** The functions that a section needs, as lines for the top of its script. */
function utilityLines(commands, inContainer, context) {
    const needed = new Set();
    for (const command of commands) {
        for (const { word, rest } of commandWords(command.text)) {
            if (!Object.hasOwn(utilities, word))
                continue;
            needed.add(word);
            if (word === 'shipctl' && rest[0] === 'replace')
                needed.add('shippable_replace');
            const [node] = command.from;
            if (word === 'shipctl' && node !== undefined && !shipctlHas.includes(rest[0] ?? '')) {
                context.report('unavailable-utility', node, `\`shipctl ${rest[0] ?? ''}\` has nothing to work on outside of Assembly Lines`, 'replace the call: read the value from a variable, a secret or a file');
            }
        }
    }
    return Object.entries(utilities)
        .filter(([name, row]) => needed.has(name) && !(inContainer ? row.onRunnerOnly : row.inContainerOnly))
        .flatMap(([, row]) => row.body.map(plainLine));
}

;// CONCATENATED MODULE: ./build/legacy/shippable/steps.js
// The steps of the sections: host sections in the runner's shell, container sections in one shell of their own.



function sectionSteps(input) {
    const { config, commands, evaluated, placed, boots, context } = input;
    const { sections } = config;
    const inContainer = boots ? { shell: 'boot {0}' } : {};
    const elsewhere = [
        sections.preCi,
        sections.onSuccess,
        sections.onFailure,
        sections.always,
        sections.push,
    ].some((part) => part.length > 0);
    const bootTexts = [
        config.boot?.image_name,
        config.boot?.image_tag,
        config.boot?.options,
        ...(config.boot?.env ?? []),
        ...config.cacheFolders,
    ]
        .map((node) => node?.text ?? '')
        .join(' ');
    const outside = [...variablesRead(bootTexts)].some((name) => evaluated.names.includes(name));
    // With one section, its script exports the values itself, as Shippable's did.
    const inline = !elsewhere && !outside;
    const env = (of, isMain = false) => {
        const fields = placed.forCommands(of, isMain);
        return fields.length > 0 ? { env: fields } : {};
    };
    const comments = (of) => {
        const parent = of[0]?.from[0]?.parent;
        const before = parent?.kind === 'sequence' ? parent.before : [];
        return before.length > 0 ? { before } : {};
    };
    const mainCommands = [...commands, ...sections.postCi];
    const hooks = [...sections.onSuccess, ...sections.onFailure, ...sections.always];
    // Every command had the keys in an agent.
    const agent = boots && input.hasKeys ? [plainLine('eval "$(ssh-agent -s)" && ssh-add /tmp/ssh/*')] : [];
    const before = [
        ...agent,
        ...(input.jobState
            ? [plainLine('export JOB_STATE="$RUNNER_TEMP/job-state"'), plainLine('mkdir -p "$JOB_STATE"')]
            : []),
        ...(usesSsh([...mainCommands, ...hooks]) || input.hasKeys ? [hostKeysLine] : []),
        ...(input.mysql && mainCommands.some(({ text }) => /\bmysql/.test(text)) ? [mysqlLine] : []),
        ...(inline ? evaluated.lines : []),
        ...(input.goPath ? goPathLines : []),
        ...utilityLines(mainCommands, boots, context),
    ];
    const host = (name, of) => of.length === 0
        ? []
        : [
            {
                kind: 'run',
                name,
                ...comments(of),
                ...env(of),
                run: hostScript(of, [
                    ...(usesSsh(of) ? [hostKeysLine] : []),
                    ...utilityLines(of, false, context),
                ]),
            },
        ];
    const hook = (name, condition, of) => of.length === 0
        ? []
        : [
            {
                kind: 'run',
                name,
                ...comments(of),
                ...(condition === undefined ? {} : { if: condition }),
                ...inContainer,
                ...env(of),
                run: hookScript(of, [...agent, ...utilityLines(of, boots, context)], keptNames(mainCommands, of).length > 0),
            },
        ];
    return {
        environment: inline || evaluated.lines.length === 0 ? [] : [environmentStep(evaluated)],
        preCi: host('pre_ci', sections.preCi),
        main: [
            {
                kind: 'run',
                name: sections.postCi.length > 0 ? 'ci and post_ci' : 'ci',
                id: 'ci',
                ...comments(commands),
                ...inContainer,
                ...env(mainCommands, true),
                run: mainScript(commands, sections.postCi, before, keptNames(mainCommands, hooks)),
            },
        ],
        hooks: [
            ...hook('on_success', undefined, sections.onSuccess),
            ...hook('on_failure', "failure() && steps.ci.outcome == 'failure'", sections.onFailure),
            ...hook('always', "!cancelled() && steps.ci.outcome != 'skipped'", sections.always),
        ],
        push: host('push', sections.push),
    };
}
/** Unknown hosts were accepted (shippable.md 11.62). */
const hostKeysLine = plainLine("mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config");
/** Clients came in by a socket, as root without a password; here the server is at the network's end. */
const mysqlLine = plainLine("printf '[client]\\nuser=root\\nhost=127.0.0.1\\n' > ~/.my.cnf");
const usesSsh = (commands) => commands.some(({ text }) => /\bgit@|\bssh:\/\/|(?:^|[\s;&|])(?:ssh|scp|sftp)\s/.test(text));
/** Variables that `ci` sets and a hook reads: the hooks ran in the same script. */
function keptNames(main, hooks) {
    const set = new Set(main.flatMap(({ text }) => [...variablesSet(text)]));
    const read = new Set(hooks.flatMap(({ text }) => [...variablesRead(text)]));
    return [...set].filter((name) => read.has(name) && name !== 'PATH');
}
function environmentStep({ lines, names }) {
    return {
        kind: 'run',
        name: 'Set the environment',
        run: [
            ...lines,
            plainLine(`for name in ${names.join(' ')}; do`),
            plainLine('  [ -z "${!name+x}" ] || printf \'%s<<end_of_value\\n%s\\nend_of_value\\n\' "$name" "${!name}" >> "$GITHUB_ENV"'),
            plainLine('done'),
        ],
    };
}
/** Go before modules found a project by its place below GOPATH, where Shippable cloned it. */
const goPathLines = [
    'export GOPATH=$HOME',
    'mkdir -p "$GOPATH/src/github.com/${GITHUB_REPOSITORY%/*}"',
    'ln -sfn "$GITHUB_WORKSPACE" "$GOPATH/src/github.com/$GITHUB_REPOSITORY"',
    'cd "$GOPATH/src/github.com/$GITHUB_REPOSITORY"',
].map(plainLine);

;// CONCATENATED MODULE: ./build/legacy/shippable/traps.js
// What a person should know about commands that behave otherwise today, or never did what they look like
// (shippable.md 11). Nothing here changes the workflow.

function reportTraps(input, context) {
    const { config, commands } = input;
    const { sections } = config;
    for (const command of [...commands, ...sections.postCi])
        exitInMain(command, context);
    const all = [
        ...sections.preCi,
        ...commands,
        ...sections.postCi,
        ...sections.onSuccess,
        ...sections.onFailure,
        ...sections.always,
        ...sections.push,
    ];
    for (const command of all)
        oldClients(command, context);
    for (const command of all)
        vendorPaths(command, context);
    const guarded = all.some(({ text }) => /PULL_REQUEST/.test(text));
    if (!guarded)
        for (const command of all)
            pushFromPullRequest(command, input, context);
    wrongRegion(input, all, context);
    unlistedService(input, commands, context);
    missingTools(input, all, context);
}
/** The images of the older format started databases by themselves (shippable.md 2.9). */
function unlistedService({ config, machine }, commands, { report }) {
    if (config.oldScript === undefined || machine.kind === 'boot')
        return;
    const listed = JSON.stringify((config.keys.services ?? [])
        .map((item) => (Array.isArray(item) ? '' : item))
        .map((node) => typeof node === 'object' && node !== null && 'text' in node ? node.text : ''));
    for (const [client, service] of [
        ['psql', 'postgres'],
        ['mysql', 'mysql'],
    ]) {
        if (listed.includes(service))
            continue;
        const command = commands.find(({ text }) => commandWords(text).some(({ word }) => word === client));
        const node = command?.from[0];
        if (node === undefined)
            continue;
        report('unlisted-service', node, `\`${client}\` needs a server; the old images started one by themselves, the workflow does not`, `add \`services: [${service}]\` to the file and convert again`);
    }
}
/** Tools of Shippable's images that neither runners nor language images have (shippable.md 4). */
const missing = {
    jfrog: 'install it with `npm install -g jfrog-cli-v2-jf`, which calls it `jf`',
    eb: 'install it with `pip install awsebcli`',
    heroku: 'install it with `npm install -g heroku`',
    rvm: 'use the version that the setup step installed',
    phpenv: 'use the version that the setup step installed',
    gvm: 'use the version that the setup step installed',
};
function missingTools(_input, commands, { report }) {
    const seen = new Set();
    for (const { text, from } of commands) {
        for (const { word } of commandWords(text)) {
            const help = Object.hasOwn(missing, word) ? missing[word] : undefined;
            if (help === undefined || seen.has(word) || from[0] === undefined)
                continue;
            seen.add(word);
            report('missing-tool', from[0], `\`${word}\` was in the images of Shippable and is not on the machine`, help);
        }
    }
}
function exitInMain({ text, from: [node] }, { report }) {
    if (node === undefined || !usesExit(text))
        return;
    report('exit-in-ci', node, '`exit` ended the script before Shippable saw its result, so the job failed also with `exit 0`; the workflow fails too', 'use `return` to end the section with success');
}
function oldClients({ text, from: [node] }, { report }) {
    if (node === undefined)
        return;
    for (const { word, rest } of commandWords(text)) {
        if (word !== 'docker')
            continue;
        if (rest[0] === 'tag' && rest.some((part) => part === '-f' || part === '--force')) {
            report('old-docker-flag', node, '`docker tag -f` is refused by current clients', 'remove `-f`: tagging always replaces');
        }
        if (rest[0] === 'login' && rest.some((part) => part === '-e' || part === '--email')) {
            report('old-docker-flag', node, '`docker login -e` is refused by current clients', 'remove `-e` and its value');
        }
    }
}
function vendorPaths({ text, from: [node] }, { report }) {
    const match = /\/root\/src\/(?:github\.com|bitbucket\.org)\/[\w./-]+|\/home\/shippable\/\S+/.exec(text);
    if (node === undefined || match === null)
        return;
    report('vendor-path', node, `\`${match[0]}\` is a folder of Shippable's machines that no runner has`, 'use `$GITHUB_WORKSPACE` for the clone');
}
/** A pull request compares its base branch, so a filter on the branch alone lets it push (shippable.md 11.64). */
function pushFromPullRequest({ text, from: [node] }, { integrations }, { report }) {
    if (node === undefined || integrations.hubs.length === 0)
        return;
    if (commandWords(text).some(({ word, rest }) => word === 'docker' && rest[0] === 'push')) {
        report('push-from-pull-request', node, 'this push runs for pull requests as well, as it did on Shippable', 'put `[ "$IS_PULL_REQUEST" = true ] ||` in front of it if it should not');
    }
}
/** The region of a login is its own, `us-east-1` by default, whatever the image names say (shippable.md 11.19). */
function wrongRegion({ integrations, config }, commands, { report }) {
    const texts = [
        ...commands.map(({ text }) => text),
        config.boot?.image_name?.text ?? '',
        traps_envText(config),
    ].join('\n');
    const regions = new Set([...texts.matchAll(/\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com/g)].map((match) => match[1] ?? ''));
    for (const hub of integrations.hubs) {
        if (!/^(?:ecr|amazonkeys|aws)$/i.test(hub.type?.text ?? '') || regions.size === 0)
            continue;
        const region = hub.region?.text ?? 'us-east-1';
        if (regions.has(region))
            continue;
        report('region-mismatch', hub.region ?? hub.type ?? hub.node, `the login goes to \`${region}\`, but the images are in ${[...regions].map((name) => `\`${name}\``).join(', ')}`, `set \`region\` to the region of the images`);
    }
}
function traps_envText(config) {
    const { env } = config.keys;
    return env === undefined ? '' : env.file.text.slice(env.start, env.end);
}

;// CONCATENATED MODULE: ./build/legacy/shippable/triggers.js
// Triggers: Shippable built every commit and every pull request, and neither tags nor releases, unless the
// settings of the project said otherwise (shippable.md 2.3, 2.10).


function translateTriggers(config, { report, otherwise }) {
    const named = (nodes) => (nodes ?? []).filter((node) => {
        const isName = node.text.trim() !== '';
        if (!isName)
            otherwise('empty-value', node, 'an empty name is no branch');
        return isName;
    });
    const only = named(config.keys.branches?.only);
    const except = named(config.keys.branches?.except);
    const filter = (node, sign = '') => {
        const pattern = toGithubFilter(node.text);
        if (node.text.includes('*') && pattern !== node.text) {
            report('widened-glob', node, `\`${node.text}\` is written as \`${pattern}\`: a single \`*\` of GitHub stops at a slash`);
        }
        return (0,tree/* traced */.mn)(sign + pattern, node);
    };
    const branches = [
        ...only.map((node) => filter(node)),
        // A filter of negative patterns alone matches nothing.
        ...(only.length === 0 && except.length > 0 ? ['**'] : []),
        ...except.map((node) => filter(node, '!')),
    ];
    const before = config.keys.branches?.node.before[0];
    if (branches.length === 0)
        return { push: { branches: ['**'] }, pullRequest: {}, dispatch: true };
    return {
        push: { branches, ...(before === undefined ? {} : { comment: before }) },
        pullRequest: { branches },
        dispatch: true,
    };
}

;// CONCATENATED MODULE: ./build/legacy/shippable/variants.js
// A node pool with a `build` of its own is a job of its own (shippable.md 2.6).

/** The pools that share `build`, and each pool that overrides it, key by key (shippable.md 2.6). */
function variants(config) {
    const pools = config.keys.runtime ?? [];
    const own = pools.filter(({ build }) => build !== undefined);
    if (own.length === 0)
        return [{ id: 'ci', config }];
    const shared = pools.filter(({ build }) => build === undefined);
    // The matrix is made of all pools, so that its entries mean the same for each; a pool without a name has none.
    const rowsOf = (of) => of.every(({ nodePool }) => nodePool !== undefined)
        ? { config, pools: new Set(of.flatMap(({ nodePool }) => nodePool?.text ?? [])) }
        : { config: { ...config, keys: { ...config.keys, runtime: of } } };
    return [
        ...(shared.length > 0 ? [{ id: 'ci', ...rowsOf(shared) }] : []),
        ...own.map((pool, index) => {
            const rows = rowsOf([pool]);
            return {
                ...rows,
                id: `ci-${(pool.nodePool?.text ?? String(index)).toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
                config: overrideSections(rows.config, pool.build),
                pool: pool.node,
            };
        }),
    ];
}

;// CONCATENATED MODULE: ./build/legacy/shippable/translate.js
// Shippable CI: one file becomes one workflow with one job. The passes stand here in their order; each has
// a file of its own.


























function translateShippable(sources, context) {
    const documents = [...(sources.templates === undefined ? [] : [sources.templates]), sources.main];
    const nothing = {
        system: 'shippable',
        sources: documents,
        workflows: [],
        documents: [],
        texts: [],
        secrets: [],
    };
    const config = readConfig(sources, context);
    if (config === undefined)
        return nothing;
    const { report, otherwise } = context;
    settleIdle(config, otherwise);
    settleOverridden(config, otherwise);
    const secrets = secretNames(context.settings, (wanted, given, at) => {
        if (at !== undefined)
            report('secret-renamed', at, `the secret \`${wanted}\` has to be called \`${given}\``);
    });
    const jobs = variants(config).flatMap((variant) => translateJob(variant, secrets, context) ?? []);
    const texts = [];
    const workflow = moveTemplates({
        path: '.github/workflows/shippable.yml',
        header: [],
        name: 'Shippable',
        on: translateTriggers(config, context),
        concurrency: 'shippable-${{ github.run_id }}',
        shell: 'bash --noprofile --norc -e {0}',
        jobs,
    }, texts);
    return { ...nothing, workflows: [workflow], texts, secrets: secrets.all() };
}
/** One job; none where the excludes leave no row of the matrix on its pools. */
function translateJob({ id, config, pools, pool }, secrets, context) {
    const language = chooseLanguage(config, context);
    const commands = settleCommands(config, language, context);
    const all = allCommands(config, commands);
    const environment = readEnvironment(config.keys.env, context);
    const whole = buildMatrix(config, language, environment, context);
    const matrix = pools === undefined ? whole : onPools(whole, pools);
    if (matrix.rows.length === 0) {
        for (const leaf of pool === undefined ? [] : (0,source_node/* leavesOf */.wf)(pool))
            context.otherwise('shadowed-key', leaf, 'the excludes leave no job on this pool');
        return undefined;
    }
    const needsContainer = all.some(({ text }) => variablesRead(text).has('SHIPPABLE_CONTAINER_NAME'));
    const nvm = all.some(({ text }) => /\bnvm\.sh\b/.test(text));
    const machine = chooseMachine(config, language, matrix, { container: needsContainer, nvm }, context);
    const boots = machine.kind !== 'runner';
    const onOwnImage = machine.kind === 'boot' || machine.kind === 'boot-name';
    const services = translateServices(config, onOwnImage, context);
    const integrations = translateIntegrations(config, all, boots, secrets, context);
    const notifications = translateNotifications(integrations.notifications, secrets, context);
    const predefined = predefinedVariables({
        config,
        commands: all,
        texts: shellTexts(config, environment, integrations.notifications),
        matrix,
        own: ownNames(environment),
        boots,
    }, context);
    const placed = placeSecrets({ config, environment, commands: all, predefined }, secrets, context);
    const { rows, env: matrixEnv, evaluated, title, } = layoutMatrix(matrix, environment, language, (pool) => poolLabel(pool, context.settings));
    const cache = translateCache(config, boots, context);
    const checkout = translateCheckout(config, all, context);
    reportTraps({ config, commands, integrations, machine }, context);
    const sections = sectionSteps({
        config,
        commands,
        evaluated: matrix.hasPools && predefined.read.has(architecture)
            ? withArchitecture(evaluated)
            : evaluated,
        placed,
        boots,
        context,
        jobState: predefined.read.has('JOB_STATE'),
        hasKeys: integrations.keys.length > 0,
        goPath: needsGoPath(language, matrix, context),
        mysql: services.containers.some(({ id }) => id === 'mysql'),
    });
    const setup = machineSteps.setup(machine, language, matrix, config, context);
    const boot = machineSteps.boot(machine, services.containers.length > 0, config.keys.language);
    const steps = [
        ...checkout.steps,
        ...setup,
        ...translate_prepareStep(predefined.computed),
        ...notifications.start,
        ...(integrations.login === undefined ? [] : [integrations.login]),
        ...(boots ? [] : integrations.keys),
        ...sections.environment,
        ...sections.preCi,
        ...boot,
        ...(boots ? integrations.keys : []),
        ...cache.restore,
        ...sections.main,
        ...sections.hooks,
        ...cache.save,
        ...reportSteps(config, all, environment, matrix),
        ...sections.push,
        ...notifications.steps,
    ];
    const env = [
        // Pools differ in their processors, so only the machine itself can tell.
        ...predefined.job.filter(({ name }) => !(matrix.hasPools && name === architecture)),
        ...(machine.kind === 'runner' || machine.kind === 'official' ? (language.env ?? []) : []),
        ...services.client,
        ...axisVariables(matrix),
        ...matrixEnv,
    ];
    return {
        id,
        name: jobName(matrix, language, rows === undefined ? undefined : title),
        runsOn: runsOn(matrix, context),
        timeoutMinutes: 60,
        ...(matrix.hasAllowed
            ? { continueOnError: rows === undefined ? 'true' : '${{ matrix.allow_failure }}' }
            : {}),
        permissions: [
            checkout.pushes
                ? { scope: 'contents', access: 'write', reason: 'A command pushes to the repository' }
                : { scope: 'contents', access: 'read' },
            ...(notifications.asksPrevious
                ? [
                    {
                        scope: 'actions',
                        access: 'read',
                        reason: 'To ask how the previous run ended',
                    },
                ]
                : []),
        ],
        ...(rows === undefined ? {} : { matrix: rows }),
        ...(services.containers.length > 0 ? { services: services.containers } : {}),
        ...(env.length > 0 ? { env: firstOfEach(env) } : {}),
        steps,
        from: [...matrix.from, ...(config.keys.language === undefined ? [] : [config.keys.language])],
    };
}
/** Shell text outside of commands that may read variables. */
function shellTexts(config, environment, notifications) {
    const variables = [...environment.global, ...environment.rows.flatMap((row) => row.variables)];
    const boot = config.boot;
    return [
        ...variables.map(({ source }) => source),
        ...[
            boot?.image_name?.text,
            boot?.image_tag?.text,
            boot?.options?.text,
            ...(boot?.env ?? []).map(({ text }) => text),
        ].flatMap((text) => text ?? []),
        ...config.cacheFolders.map(({ text }) => text),
        ...notifications.flatMap((item) => {
            const payload = (0,source_node/* valueAt */.fK)(item, 'payload');
            return payload === undefined ? [] : (0,source_node/* leavesOf */.wf)(payload).map(textOfLeaf);
        }),
    ];
}
const textOfLeaf = (node) => (node.kind === 'scalar' ? node.text : '');
const ownNames = (environment) => new Set([...environment.global, ...environment.rows.flatMap((row) => row.variables)].map(({ name }) => name));
function translate_prepareStep(names) {
    if (names.length === 0)
        return [];
    return [
        {
            kind: 'own',
            action: 'prepare',
            name: 'Set the variables of Shippable',
            with: [{ name: 'variables', value: names.join(' ') }],
        },
    ];
}
const architecture = 'SHIPPABLE_NODE_ARCHITECTURE';
const withArchitecture = ({ lines, names }) => ({
    lines: [{ text: `export ${architecture}="$(uname -m)"`, from: [] }, ...lines],
    names: [architecture, ...names],
});
/** Go found packages by their place below GOPATH until modules became the rule. */
function needsGoPath(language, matrix, { repository }) {
    if (language !== languages.go || repository.paths.includes('go.mod'))
        return false;
    const versions = matrix.rows.map((row) => row.cells.get('go')?.text ?? language.defaultVersion ?? '');
    return versions.some((version) => /^(?:go)?1\.(?:\d|1[0-5])(?:\.|$)/.test(version));
}
function firstOfEach(fields) {
    const last = new Map(fields.map((field) => [field.name, field]));
    return [...last.values()];
}

;// CONCATENATED MODULE: ./build/output/emit.js
// The tree as YAML text: two-space indent, LF, one line end at the end, and for each legacy value the
// JSON Pointer of the place that it reached.

/** Writes a mapping as a document, with `header` as comment lines above it. */
function emit(root, header = []) {
    const lines = header.map(commentLine);
    const targets = new Map();
    const note = (from, path) => {
        for (const node of from)
            targets.set(node, placeOfBoth(targets.get(node), path));
    };
    function writeMap(out, indent, path, first) {
        note(out.from, path);
        let lead = first;
        for (const entry of out.entries) {
            for (const text of entry.before ?? []) {
                if (lead !== undefined) {
                    // A comment cannot stand behind the dash of an item, so it goes above it.
                    lines.push(indent.slice(0, -2) + commentLine(text));
                }
                else
                    lines.push(text === '' ? '' : indent + commentLine(text));
            }
            const head = `${lead ?? indent}${writeKey(entry.key)}:`;
            lead = undefined;
            writeValue(entry.value, head, indent, `${path}/${entry.key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
        }
    }
    function writeSeq(out, indent, path) {
        note(out.from, path);
        out.items.forEach((item, index) => {
            for (const text of item.before ?? [])
                lines.push(text === '' ? '' : indent + commentLine(text));
            const at = `${path}/${index}`;
            const { value } = item;
            if (value.kind === 'map' && value.entries.length > 0) {
                writeMap(value, `${indent}  `, at, `${indent}- `);
            }
            else
                writeValue(value, `${indent}-`, indent, at);
        });
    }
    function writeValue(out, head, indent, path) {
        switch (out.kind) {
            case 'scalar': {
                note(out.from, path);
                const comment = out.comment === undefined ? '' : ` # ${oneLine(out.comment)}`;
                const text = out.raw ? out.text : writeScalar(out.text);
                lines.push(`${head}${text === '' ? '' : ` ${text}`}${comment}`);
                return;
            }
            case 'block':
                writeBlock(out, head, indent, path);
                return;
            case 'map':
                if (out.entries.length === 0) {
                    note(out.from, path);
                    lines.push(`${head} {}`);
                    return;
                }
                lines.push(head);
                writeMap(out, `${indent}  `, path);
                return;
            case 'seq':
                if (out.items.length === 0) {
                    note(out.from, path);
                    lines.push(`${head} []`);
                    return;
                }
                lines.push(head);
                writeSeq(out, `${indent}  `, path);
                return;
            default:
                out;
        }
    }
    function writeBlock(out, head, indent, path) {
        for (const line of out.lines)
            note(line.from, path);
        const text = out.exact ? out.lines.map((line) => line.text).join('\n') : blockText(out.lines);
        const comment = out.comment === undefined ? '' : ` # ${oneLine(out.comment)}`;
        const body = text.replace(/\n+$/, '');
        if (!fitsBlock(body)) {
            lines.push(`${head} ${writeScalar(text)}${comment}`);
            return;
        }
        const rows = body.split('\n');
        const ends = text.slice(body.length);
        // Where the text ends without a line end, with one, or with several: strip, clip, keep.
        const chomp = ends === '' ? '-' : ends === '\n' ? '' : '+';
        // A first line that begins with a blank hides the indent, so it is said.
        const blankFirst = /^[ \t]/.test(rows.find((row) => row !== '') ?? '');
        lines.push(`${head} |${blankFirst ? '2' : ''}${chomp}${comment}`);
        for (const row of rows)
            lines.push(row === '' ? '' : `${indent}  ${row}`);
        for (let extra = 1; extra < ends.length; extra++)
            lines.push('');
    }
    writeMap(root, '', '');
    return { text: `${lines.join('\n')}\n`, targets };
}
/**
 * One place for a value that reached two: what holds both, so that a change of either is a change of it.
 * Where only a job or more holds both, the first.
 */
function placeOfBoth(first, second) {
    if (first === undefined)
        return second;
    const [a, b] = [first.split('/'), second.split('/')];
    let same = 0;
    while (same < a.length && same < b.length && a[same] === b[same])
        same++;
    const isVague = same <= 1 || (a[1] === 'jobs' && same <= 3);
    return isVague ? first : a.slice(0, same).join('/');
}
/** The text of a block: a script ends with a line end, whatever its last line says. */
const blockText = (lines) => lines
    .map((line) => line.text)
    .join('\n')
    .replace(/\n*$/, '\n');
/** `on` is a word of YAML 1.1, but no reader of workflows takes it for a boolean, and nobody quotes it. */
const writeKey = (key) => (key === 'on' ? key : writeScalar(key));
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
const commentLine = (text) => text === ''
    ? '#'
    : `# ${text.replace(/[\u0000-\u0008\u000A-\u001F\u007F\u0085\u2028\u2029\uFEFF]/g, ' ').trimEnd()}`.trimEnd();

// EXTERNAL MODULE: ./build/output/marker.js
var marker = __nccwpck_require__(2096);
// EXTERNAL MODULE: ./build/diagnostic/codes.js + 2 modules
var codes = __nccwpck_require__(8271);
;// CONCATENATED MODULE: ./build/report/ledger.js
// The ledger: what becomes of every value that was read. Translators report codes and hand their sources
// to the output; the ledger puts both together, so that a value nobody looked at cannot stay unseen.

const isNode = (at) => 'kind' in at;
function createLedger() {
    const diagnostics = [];
    const marks = new Map();
    const fallbacks = new Map();
    const seen = new Map();
    const report = (code, at, message, help) => {
        const row = (0,codes/* codeRow */.I)(code);
        // The same thing said twice of one place, through an alias or a matrix, is said once.
        const key = isNode(at) ? at : `${at.file.path}:${at.start}:${at.end}`;
        const said = seen.get(key) ?? new Set();
        seen.set(key, said);
        const text = `${code}\n${message}`;
        if (!said.has(text)) {
            said.add(text);
            diagnostics.push({
                code,
                severity: row.severity,
                message,
                at,
                ...(help === undefined ? {} : { help }),
            });
        }
        if (row.outcome !== undefined && isNode(at)) {
            const earlier = marks.get(at);
            if (earlier === undefined || rank[row.outcome] > rank[earlier.outcome]) {
                marks.set(at, { outcome: row.outcome, code });
            }
        }
    };
    const otherwise = (code, at, message, help) => {
        if (!isNode(at) || fallbacks.has(at))
            return;
        const severity = (0,codes/* codeRow */.I)(code).severity;
        fallbacks.set(at, { code, severity, message, at, ...(help === undefined ? {} : { help }) });
    };
    function settle(document, targets) {
        const entries = [];
        const covered = new Set();
        const cover = (node, outcome, code) => {
            if (covered.has(node))
                return;
            covered.add(node);
            entries.push({ node, outcome, code });
        };
        for (const leaf of document.leaves) {
            const own = marks.get(leaf);
            const target = targets.get(leaf);
            if (target !== undefined && own?.outcome !== 'manual') {
                const approximate = own?.outcome === 'approximated';
                entries.push(approximate
                    ? { node: leaf, outcome: 'approximated', target, code: own.code }
                    : { node: leaf, outcome: 'translated', target });
                continue;
            }
            if (own !== undefined && own.outcome !== 'approximated') {
                cover(leaf, own.outcome, own.code);
                continue;
            }
            const marked = nearest(leaf, (node) => {
                const mark = marks.get(node);
                return mark !== undefined && mark.outcome !== 'approximated';
            });
            const mark = marked && marks.get(marked);
            if (marked !== undefined && mark !== undefined) {
                cover(marked, mark.outcome, mark.code);
                continue;
            }
            const ignored = nearest(leaf, (node) => fallbacks.has(node));
            const fallback = ignored && fallbacks.get(ignored);
            if (ignored !== undefined && fallback !== undefined) {
                const { code } = fallback;
                if (!covered.has(ignored))
                    diagnostics.push(fallback);
                cover(ignored, (0,codes/* codeRow */.I)(code).outcome ?? 'dropped', code);
                continue;
            }
            report('unread-value', leaf, 'this value was not understood, so nothing was made from it', 'translate it by hand');
            cover(leaf, 'manual', 'unread-value');
        }
        return entries.sort((a, b) => a.node.start - b.node.start || a.node.end - b.node.end);
    }
    return { report, otherwise, settle, diagnostics: () => diagnostics };
}
const rank = {
    dropped: 0,
    invalid: 1,
    approximated: 2,
    manual: 3,
};
function nearest(leaf, test) {
    for (let at = leaf.parent; at !== undefined; at = at.parent) {
        if (test(at))
            return at;
    }
    // A fallback may stand on the leaf itself; a mark on it was looked at before.
    return test(leaf) ? leaf : undefined;
}

;// CONCATENATED MODULE: ./build/workflow/pins.js
// The actions that generated workflows use, each pinned to the full commit of a release.
/** Commits as GitHub published them on 2026-09-18; renew all rows together. */
const pins = {
    'actions/checkout': { version: 'v7.0.1', commit: '3d3c42e5aac5ba805825da76410c181273ba90b1' },
    'actions/setup-node': { version: 'v7.0.0', commit: '820762786026740c76f36085b0efc47a31fe5020' },
    'actions/setup-python': { version: 'v7.0.0', commit: '5fda3b95a4ea91299a34e894583c3862153e4b97' },
    'actions/setup-java': { version: 'v6.0.1', commit: 'de7274f081f381c8f8158605e0321c36c376e2e6' },
    'actions/setup-go': { version: 'v7.0.0', commit: 'b7ad1dad31e06c5925ef5d2fc7ad053ef454303e' },
    'ruby/setup-ruby': { version: 'v1.324.0', commit: 'a0102e0972be65f351c307e2d64b9314a57c8073' },
    'shivammathur/setup-php': {
        version: '2.37.2',
        commit: 'f3e473d116dcccaddc5834248c87452386958240',
    },
    'DeLaGuardo/setup-clojure': {
        version: '13.6.0',
        commit: '02f5a82b79a547523e664fe8a7a32ea14884d7b2',
    },
    'actions/cache/restore': {
        version: 'v6.1.0',
        commit: '55cc8345863c7cc4c66a329aec7e433d2d1c52a9',
    },
    'actions/cache/save': { version: 'v6.1.0', commit: '55cc8345863c7cc4c66a329aec7e433d2d1c52a9' },
    'actions/upload-artifact': {
        version: 'v7.0.1',
        commit: '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a',
    },
    'actions/github-script': {
        version: 'v8.0.0',
        commit: 'ed597411d8f924073f98dfc5c65a23a2325f34cd',
    },
    'mikepenz/action-junit-report': {
        version: 'v6.4.2',
        commit: 'd9f48fc87bc235f7e214acf696ca5abc0a986f16',
    },
    'sbt/setup-sbt': { version: 'v1.5.2', commit: '6444f4c8111de4b9059c3975def104b03cfaa5f0' },
    'webfactory/ssh-agent': { version: 'v0.9.1', commit: 'a6f90b1f127823b31d4d4a8d96047790581349bd' },
};
const ownRepository = 'transship/transship';

;// CONCATENATED MODULE: ./build/workflow/layout.js
// The workflow model as an output tree: GitHub's customary order of keys, and nothing empty.



function layoutWorkflow(workflow, own) {
    return (0,tree/* map */.Tj)(spaced([
        { key: 'name', value: (0,tree/* scalar */.d_)(workflow.name) },
        { key: 'on', value: layoutTriggers(workflow.on) },
        { key: 'permissions', value: (0,tree/* map */.Tj)([]) },
        {
            key: 'concurrency',
            value: (0,tree/* map */.Tj)([
                { key: 'group', value: (0,tree/* scalar */.d_)(workflow.concurrency) },
                { key: 'cancel-in-progress', value: (0,tree/* raw */.lS)('false') },
            ]),
        },
        {
            key: 'defaults',
            value: (0,tree/* map */.Tj)([{ key: 'run', value: (0,tree/* map */.Tj)([{ key: 'shell', value: (0,tree/* scalar */.d_)(workflow.shell) }]) }]),
        },
        {
            key: 'jobs',
            value: (0,tree/* map */.Tj)(workflow.jobs.map((job) => ({ key: job.id, value: layoutJob(job, own) }))),
        },
    ]));
}
/** A blank line above each part but the first. */
const spaced = (entries) => entries.map((entry, index) => index === 0 ? entry : { ...entry, before: ['', ...(entry.before ?? [])] });
function layoutTriggers(on) {
    const filters = (of) => {
        const entries = [
            ...(of.branches?.length ? [{ key: 'branches', value: (0,tree/* list */.p_)(of.branches) }] : []),
            ...(of.tags?.length ? [{ key: 'tags', value: (0,tree/* list */.p_)(of.tags) }] : []),
        ];
        return entries.length > 0 ? (0,tree/* map */.Tj)(entries) : (0,tree/* raw */.lS)('');
    };
    const entries = [];
    if (on.push) {
        entries.push({
            key: 'push',
            value: filters(on.push),
            ...(on.push.comment === undefined ? {} : { before: [on.push.comment] }),
        });
    }
    if (on.pullRequest)
        entries.push({ key: 'pull_request', value: filters(on.pullRequest) });
    if (on.schedule?.length) {
        entries.push({
            key: 'schedule',
            value: (0,tree/* seq */.O6)(on.schedule.map((cron) => ({ value: (0,tree/* map */.Tj)([{ key: 'cron', value: (0,tree/* scalar */.d_)(cron) }]) }))),
        });
    }
    if (on.dispatch)
        entries.push({ key: 'workflow_dispatch', value: (0,tree/* raw */.lS)('') });
    return (0,tree/* map */.Tj)(entries);
}
function layoutJob(job, own) {
    const entries = [{ key: 'name', value: (0,tree/* scalar */.d_)(job.name) }];
    const add = (key, value) => {
        if (value !== undefined)
            entries.push({ key, value });
    };
    add('if', job.if === undefined ? undefined : (0,tree/* scalar */.d_)(job.if));
    add('needs', job.needs?.length
        ? job.needs.length === 1
            ? (0,tree/* scalar */.d_)(job.needs[0] ?? '')
            : (0,tree/* list */.p_)(job.needs)
        : undefined);
    add('runs-on', (0,tree/* scalar */.d_)(job.runsOn));
    add('environment', job.environment === undefined ? undefined : (0,tree/* scalar */.d_)(job.environment));
    add('timeout-minutes', (0,tree/* raw */.lS)(String(job.timeoutMinutes)));
    add('continue-on-error', job.continueOnError === undefined ? undefined : (0,tree/* raw */.lS)(job.continueOnError));
    add('permissions', (0,tree/* map */.Tj)(job.permissions.map((permission) => ({
        key: permission.scope,
        value: (0,tree/* scalar */.d_)(permission.access, permission.reason),
    }))));
    if (job.matrix !== undefined) {
        add('strategy', (0,tree/* map */.Tj)([
            { key: 'fail-fast', value: (0,tree/* raw */.lS)('false') },
            { key: 'matrix', value: (0,tree/* map */.Tj)([{ key: 'include', value: (0,tree/* seq */.O6)(job.matrix.map(layoutRow)) }]) },
        ]));
    }
    add('services', job.services?.length ? (0,tree/* map */.Tj)(job.services.map(layoutService)) : undefined);
    add('outputs', layoutFields(job.outputs));
    add('env', layoutFields(job.env));
    add('steps', (0,tree/* seq */.O6)(job.steps.map((step) => layoutStep(step, own))));
    return (0,tree/* map */.Tj)(entries, job.from ?? []);
}
const layoutRow = (row) => ({
    value: (0,tree/* map */.Tj)(row.fields.map(layoutField), row.from ?? []),
});
const layoutField = (field) => ({
    key: field.name,
    value: field.raw ? (0,tree/* raw */.lS)(field.value) : (0,tree/* scalarOrBlock */.nZ)(field.value),
    ...(field.before?.length ? { before: field.before } : {}),
});
const layoutFields = (fields) => fields?.length ? (0,tree/* map */.Tj)(fields.map(layoutField)) : undefined;
function layoutService(service) {
    const entries = [{ key: 'image', value: (0,tree/* scalar */.d_)(service.image) }];
    const env = layoutFields(service.env);
    if (env !== undefined)
        entries.push({ key: 'env', value: env });
    if (service.ports?.length)
        entries.push({ key: 'ports', value: (0,tree/* list */.p_)(service.ports) });
    if (service.options !== undefined)
        entries.push({ key: 'options', value: (0,tree/* scalar */.d_)(service.options) });
    return {
        key: service.id,
        value: (0,tree/* map */.Tj)(entries, service.from ?? []),
        ...(service.before?.length ? { before: service.before } : {}),
    };
}
function layoutStep(step, own) {
    const before = step.before?.length ? { before: step.before } : {};
    if (step.kind === 'parallel') {
        return {
            value: (0,tree/* map */.Tj)([{ key: 'parallel', value: (0,tree/* seq */.O6)(step.steps.map((child) => layoutStep(child, own))) }], step.from ?? []),
            ...before,
        };
    }
    const entries = [];
    const add = (key, value) => {
        if (value !== undefined)
            entries.push({ key, value });
    };
    add('name', step.name === undefined ? undefined : (0,tree/* scalar */.d_)(step.name));
    add('id', step.id === undefined ? undefined : (0,tree/* scalar */.d_)(step.id));
    add('if', step.if === undefined ? undefined : (0,tree/* scalar */.d_)(step.if));
    add('continue-on-error', step.continueOnError ? (0,tree/* raw */.lS)('true') : undefined);
    switch (step.kind) {
        case 'uses': {
            const pin = pins[step.uses];
            add('uses', (0,tree/* scalar */.d_)(`${step.uses}@${pin.commit}`, pin.version));
            add('with', layoutFields(step.with));
            add('env', layoutFields(step.env));
            break;
        }
        case 'own':
            add('uses', (0,tree/* scalar */.d_)(`${ownRepository}/actions/${step.action}@${own.commit}`, own.version));
            add('with', layoutFields(step.with));
            add('env', layoutFields(step.env));
            break;
        case 'run':
            add('working-directory', step.workingDirectory === undefined ? undefined : (0,tree/* scalar */.d_)(step.workingDirectory));
            add('shell', step.shell === undefined ? undefined : (0,tree/* scalar */.d_)(step.shell));
            add('env', layoutFields(step.env));
            add('run', layoutScript(step.run));
            break;
        default:
            return step;
    }
    return { value: (0,tree/* map */.Tj)(entries, step.from ?? []), ...before };
}
/** One line stands behind the key; several are a block. */
function layoutScript(lines) {
    const [only] = lines;
    if (lines.length === 1 &&
        only !== undefined &&
        !only.text.includes('\n') &&
        !only.text.startsWith('#') &&
        !/^['"]/.test(writeScalar(only.text))) {
        return (0,tree/* scalar */.d_)(only);
    }
    return { kind: 'block', lines };
}

;// CONCATENATED MODULE: ./build/convert/discover.js
// Which files of a repository are legacy configuration, and which project each belongs to.
/** In the order in which CodeShip looked for them (codeship.md 1.1). */
const servicesNames = [
    'jet-services.yml',
    'jet-services.json',
    'codeship-services.yml',
    'codeship-services.json',
    'docker-compose.yml',
];
const stepsNames = ['jet-steps.yml', 'jet-steps.json', 'codeship-steps.yml', 'codeship-steps.json'];
/** Whether the name alone makes a file somebody's legacy configuration; a Compose file is CodeShip's only beside others. */
const isLegacyConfiguration = (path) => {
    const name = baseName(path);
    return ((servicesNames.includes(name) && name !== 'docker-compose.yml') ||
        stepsNames.includes(name) ||
        /shippable(?:\.(?:jobs|resources|triggers|templates))?\.yml$/i.test(name));
};
const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
function discover(paths) {
    return { shippable: discoverShippable(paths), codeship: discoverCodeship(paths) };
}
function discoverShippable(paths) {
    const root = paths.filter((path) => !path.includes('/'));
    const main = root.find((path) => path === 'shippable.yml') ??
        root.find((path) => path.toLowerCase() === 'shippable.yml') ??
        root.find((path) => path.toLowerCase() === '.shippable.yml');
    const templates = root.find((path) => path.toLowerCase() === 'shippable.templates.yml');
    const assemblyLines = [];
    const ignored = [];
    for (const path of paths) {
        const name = baseName(path).toLowerCase();
        if (path === main || path === templates)
            continue;
        if (/^shippable\.(?:jobs|resources|triggers)\.yml$/.test(name))
            assemblyLines.push(path);
        else if (name === 'shippable.yml' || name === '.shippable.yml')
            ignored.push(path);
        else if (name.endsWith('shippable.yml'))
            assemblyLines.push(path);
    }
    return {
        assemblyLines,
        ignored,
        ...(main === undefined ? {} : { main }),
        ...(templates === undefined ? {} : { templates }),
    };
}
function discoverCodeship(paths) {
    const folders = new Map();
    for (const path of paths) {
        const name = baseName(path);
        if (!servicesNames.includes(name) && !stepsNames.includes(name))
            continue;
        const folder = folderOf(path);
        const names = folders.get(folder) ?? new Set();
        folders.set(folder, names.add(name));
    }
    const projects = [];
    for (const [folder, names] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const at = (name) => (folder === '' ? name : `${folder}/${name}`);
        const services = servicesNames.filter((name) => names.has(name));
        const steps = stepsNames.filter((name) => names.has(name));
        // A Compose file alone is somebody's Compose file.
        const isCodeship = steps.length > 0 || services.some((name) => name !== 'docker-compose.yml');
        if (!isCodeship)
            continue;
        projects.push({
            folder,
            shadowed: [
                ...services.slice(1).filter((name) => name !== 'docker-compose.yml'),
                ...steps.slice(1),
            ].map(at),
            ...(services[0] === undefined ? {} : { services: at(services[0]) }),
            ...(steps[0] === undefined ? {} : { steps: at(steps[0]) }),
        });
    }
    return projects;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8815);
;// CONCATENATED MODULE: ./build/source/parse.js
// YAML (or JSON) text to nodes with places. Scalars keep their source text; merge keys, duplicate keys,
// aliases, several documents and hostile files are settled here, so that no later stage meets them.


/** Above these a file is refused: no configuration is that large, and the parser's time and memory grow. */
const parse_limits = { bytes: 1_000_000, nodes: 50_000, depth: 100 };
/**
 * Reads one legacy file. Total: whatever is wrong is reported with a place, and what could be read is
 * still in `leaves`, so that the report can account for it. `anchors` carries anchors from one file to
 * the next: Shippable joined the text of its templates file and its main file (shippable.md 1.1).
 */
function parseSource(path, text, report, anchors = new Map()) {
    const file = (0,source_file/* sourceFile */.sm)(path, text);
    const whole = { file, start: 0, end: 0 };
    const refuse = (code, message) => {
        report(code, whole, message);
        return { file, leaves: [], broken: true };
    };
    if (text.length > parse_limits.bytes) {
        return refuse('file-too-large', `the file has ${text.length} characters; at most ${parse_limits.bytes} are read`);
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
    if (text.length < parse_limits.nodes / 4)
        return undefined;
    let nodes = 0;
    let flow = 0;
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        if (token === '\u001F')
            nodes++;
        else if (token === '[' || token === '{') {
            nodes++;
            if (++flow > parse_limits.depth)
                return `the file nests its collections deeper than ${parse_limits.depth}`;
        }
        else if (token === ']' || token === '}')
            flow--;
        else if (token === '-')
            nodes++;
        if (nodes > parse_limits.nodes * 2)
            return `the file has more than ${parse_limits.nodes} values`;
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
        report('file-too-large', { file, start: 0, end: 0 }, `the file has more than ${parse_limits.nodes} values`);
        broken = true;
    }
    if (root !== undefined) {
        for (const node of blank)
            report('empty-value', node, 'an empty YAML document does nothing');
    }
    broken ||= builder.refused();
    if (root !== undefined && weigh(root) > parse_limits.nodes) {
        const message = `aliases make this file stand for more than ${parse_limits.nodes} values`;
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
    return document.commentBefore ? parse_commentLines(document.commentBefore) : [];
}
const parse_commentLines = (comment) => comment ? comment.split('\n').map((line) => line.replace(/^ /, '').trimEnd()) : [];
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
        const behind = (0,dist/* isScalar */.jn)(at) && at.comment ? parse_commentLines(at.comment)[0] : undefined;
        count++;
        return {
            file,
            path: origin.path,
            start,
            end,
            before: [...origin.before, ...parse_commentLines(at.commentBefore)],
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
        if (count > parse_limits.nodes)
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
        const node = origin.depth > parse_limits.depth
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
        report('file-too-large', node, `the file nests its collections deeper than ${parse_limits.depth}`);
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
            const key = parse_keyOf(pair.key);
            const before = [...(index === 0 ? first : []), ...parse_commentLines(pair.key?.commentBefore)];
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
        if (seen.has(value) || count > parse_limits.nodes)
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
        full: () => count > parse_limits.nodes,
        refused: () => refused,
        build: (contents, before) => build(contents, { path: '', before, depth: 0 }, 0),
    };
}
function parse_keyOf(key) {
    if (key === null)
        return { text: '', start: 0, end: 0, plain: false };
    const [start, end] = key.range;
    if ((0,dist/* isScalar */.jn)(key)) {
        const text = typeof key.value === 'string' ? key.value : String(key.source ?? '');
        return { text, start, end, plain: key.type === 'PLAIN' };
    }
    return { text: (0,dist/* isAlias */.Vj)(key) ? `*${key.source}` : '?', start, end, plain: false };
}

;// CONCATENATED MODULE: ./build/convert/sources.js
// The legacy files of a repository, read and sorted by the translator that they are for.



/** Root keys of the Assembly Lines engine (shippable.md 1). */
const assemblyKeys = ['resources', 'jobs', 'triggers'];
function readSources(found, repository, report) {
    const documents = [];
    const keep = (document) => {
        documents.push(document);
        return document;
    };
    const read = (path, anchors) => {
        const text = repository.read(path);
        if (text !== undefined)
            return parseSource(path, text, report, anchors);
        const file = (0,source_file/* sourceFile */.sm)(path, '');
        report('file-unreadable', { file, start: 0, end: 0 }, 'the file could not be read as text of at most 1 MB');
        return undefined;
    };
    const assemblyLines = [];
    for (const path of found.shippable.assemblyLines) {
        const document = read(path);
        if (document === undefined)
            continue;
        const named = /(?:^|\/)shippable\.(?:jobs|resources|triggers)\.yml$/i.test(path);
        if (named || assemblyKeys.some((key) => (0,source_node/* entryOf */.Ms)(document.root, key) !== undefined)) {
            assemblyLines.push(keep(document));
        }
    }
    for (const path of found.shippable.ignored) {
        const file = (0,source_file/* sourceFile */.sm)(path, '');
        report('ignored-file', { file, start: 0, end: 0 }, 'Shippable ran only the `shippable.yml` of the root, so this one is not read');
    }
    const codeship = found.codeship.map((project) => readProject(project, read, keep, report));
    const shippable = readShippable(found, read, keep);
    return { assemblyLines, codeship, documents, ...(shippable === undefined ? {} : { shippable }) };
}
function readShippable(found, read, keep) {
    const { main, templates } = found.shippable;
    if (main === undefined)
        return undefined;
    // The anchors of the templates file are known in the main file.
    const anchors = new Map();
    const extra = templates === undefined ? undefined : read(templates, anchors);
    if (extra !== undefined)
        keep(extra);
    const document = read(main, anchors);
    if (document === undefined)
        return undefined;
    return { main: keep(document), ...(extra === undefined ? {} : { templates: extra }) };
}
function readProject(project, read, keep, report) {
    for (const path of project.shadowed) {
        const file = (0,source_file/* sourceFile */.sm)(path, '');
        report('ignored-file', { file, start: 0, end: 0 }, 'CodeShip looked for another file first and found it, so this one is not read');
    }
    const services = project.services === undefined ? undefined : read(project.services);
    const steps = project.steps === undefined ? undefined : read(project.steps);
    return {
        folder: project.folder,
        ...(services === undefined ? {} : { services: keep(services) }),
        ...(steps === undefined ? {} : { steps: keep(steps) }),
    };
}

;// CONCATENATED MODULE: ./build/convert/convert.js
// The translator as one function: a view of a repository in, files and a full account out. No effects.









/** Translates every legacy configuration of a repository. Deterministic and total. */
async function convert(options) {
    const ledger = createLedger();
    const context = {
        report: ledger.report,
        otherwise: ledger.otherwise,
        repository: options.repository,
        settings: options.settings,
        own: options.own,
    };
    const sources = readSources(discover(options.repository.paths), options.repository, ledger.report);
    const translations = await translate(sources, context);
    const written = write(translations, options.own);
    const entries = sources.documents.flatMap((document) => ledger.settle(document, written.targets));
    return {
        sources: translations.map(({ system, sources: documents }) => ({
            system,
            files: documents.map((document) => document.file.path),
        })),
        files: written.files,
        workflows: translations.flatMap((translation) => translation.workflows),
        entries,
        diagnostics: convert_inOrder(ledger.diagnostics()),
        secrets: translations.flatMap((translation) => translation.secrets),
    };
}
async function translate(sources, context) {
    const translations = [];
    if (sources.shippable !== undefined)
        translations.push(translateShippable(sources.shippable, context));
    if (sources.assemblyLines.length > 0) {
        translations.push(translateAssemblyLines(sources.assemblyLines, context));
    }
    const hasRoot = sources.codeship.some((project) => project.folder === '');
    for (const project of sources.codeship) {
        const byHandOnly = hasRoot && project.folder !== '';
        translations.push(await translateCodeship(project, { byHandOnly }, context));
    }
    return translations;
}
function write(translations, own) {
    const files = [];
    const targets = new Map();
    for (const translation of translations) {
        const names = translation.sources.map((document) => document.file.path);
        const add = (path, text, found, header) => {
            const above = header.map((line) => (line === '' ? '#\n' : `# ${line}\n`)).join('');
            const body = `${above}${text}`;
            files.push({ path, content: `# ${(0,marker/* markerLine */.B_)(names, body)}\n${body}` });
            for (const [node, pointer] of found) {
                if (!targets.has(node))
                    targets.set(node, `${path}#${pointer}`);
            }
        };
        for (const workflow of translation.workflows) {
            const emitted = emit(layoutWorkflow(workflow, own));
            add(workflow.path, emitted.text, emitted.targets, workflow.header);
        }
        for (const document of translation.documents) {
            const emitted = emit(document.root);
            add(document.path, emitted.text, emitted.targets, document.header);
        }
        for (const { path, text, from } of translation.texts) {
            files.push({ path, content: withMarker(text, names) });
            for (const node of from)
                if (!targets.has(node))
                    targets.set(node, `${path}#`);
        }
    }
    return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), targets };
}
/** A script keeps its `#!` line first. */
function withMarker(text, names) {
    const shebang = /^#!.*\n/.exec(text)?.[0] ?? '';
    const body = text.slice(shebang.length);
    return `${shebang}# ${(0,marker/* markerLine */.B_)(names, body)}\n${body}`;
}
/** By file, place and code. */
function convert_inOrder(diagnostics) {
    const key = (diagnostic) => [
        diagnostic.at?.file.path ?? '',
        diagnostic.at?.start ?? 0,
    ];
    return [...diagnostics].sort((a, b) => {
        const [fileA, startA] = key(a);
        const [fileB, startB] = key(b);
        return fileA === fileB
            ? startA - startB || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
            : fileA < fileB
                ? -1
                : 1;
    });
}

;// CONCATENATED MODULE: ./build/host/own-pin.js
// Which commit of this project's own actions a generated workflow names. Read from files: starting git
// would cost more than a whole conversion, and may not be installed.



const isCommit = (text) => /^[0-9a-f]{40}$/.test(text);
/** In the contract's order: settings, the action's ref, the packed commit, the checkout's HEAD, the tag. */
function findOwnPin({ settings, actionRef, folder = (0,host_package/* packageFolder */.n)(), }) {
    const facts = (0,host_package/* packageFacts */.W)(folder);
    const version = `v${facts.version}`;
    const exact = (commit, of = version) => ({
        pin: { commit, version: of },
        exact: true,
    });
    if (settings !== undefined)
        return exact(settings.commit, settings.version);
    if (actionRef !== undefined && actionRef !== '') {
        if (isCommit(actionRef))
            return exact(actionRef);
        return { pin: { commit: actionRef, version: actionRef }, exact: false };
    }
    const commit = facts.gitHead ?? headOf(folder);
    if (commit !== undefined && isCommit(commit))
        return exact(commit);
    return { pin: { commit: version, version }, exact: false };
}
/** The commit of a checkout's HEAD; undefined where the folder is no checkout, or has no commit yet. */
function headOf(folder) {
    const git = gitFolder(external_node_path_.join(folder, '.git'));
    if (git === undefined)
        return undefined;
    const head = own_pin_readText(external_node_path_.join(git, 'HEAD'))?.trim() ?? '';
    const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
    if (ref === undefined)
        return isCommit(head) ? head : undefined;
    // A linked work tree has its own HEAD and shares the refs.
    const common = external_node_path_.resolve(git, own_pin_readText(external_node_path_.join(git, 'commondir'))?.trim() ?? '.');
    for (const at of [git, common]) {
        const commit = own_pin_readText(external_node_path_.join(at, ref))?.trim() ?? '';
        if (isCommit(commit))
            return commit;
    }
    return packedRef(own_pin_readText(external_node_path_.join(common, 'packed-refs')) ?? '', ref);
}
function packedRef(packed, ref) {
    for (const line of packed.split('\n')) {
        const [commit = '', name] = line.trim().split(' ');
        if (name === ref && isCommit(commit))
            return commit;
    }
    return undefined;
}
/** `.git` is a folder, or in a linked work tree or a submodule a file that names one. */
function gitFolder(at) {
    const stat = external_node_fs_.statSync(at, { throwIfNoEntry: false });
    if (stat === undefined || stat.isDirectory())
        return stat === undefined ? undefined : at;
    const target = /^gitdir: (.+)$/m.exec(own_pin_readText(at) ?? '')?.[1];
    return target === undefined ? undefined : external_node_path_.resolve(external_node_path_.dirname(at), target.trim());
}
function own_pin_readText(file) {
    try {
        return external_node_fs_.readFileSync(file, 'utf8');
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/host/repository.js
var repository = __nccwpck_require__(1883);
;// CONCATENATED MODULE: ./build/legacy/translation.js
// What every translator is given and what it gives back.
const defaultSettings = {
    nodePools: {},
    runner: 'ubuntu-24.04',
    images: {},
    secrets: {},
    parallel: 'native',
};

;// CONCATENATED MODULE: ./build/report/inherited.js
// What a security linter (zizmor) will say of a generated workflow because of the user's own commands and
// images, which stay as they are: listed, so that nobody looks for the fault in the conversion.


/** The audits that the user's own text can cause, by the names that zizmor gives them. */
const audits = {
    adhoc: {
        rule: 'adhoc-packages',
        what: 'a command installs a package outside of a lock file',
        help: 'put the package into the lock file of the project, if you want the linter silent',
    },
    publish: {
        rule: 'use-trusted-publishing',
        what: 'a command publishes a package with a secret',
        help: 'the registry may take a token of the job (OIDC) instead',
    },
    image: {
        rule: 'unpinned-images',
        what: 'an image is named by a tag, which can be moved',
        help: 'write the digest behind the tag: `NAME:TAG@sha256:...`',
    },
};
const adhoc = /\b(?:npm|pnpm)\s+(?:i|in|ins|install|add)(?:\s+-\S+)*\s+(?!-)[@\w]|\byarn\s+(?:global\s+)?add(?:\s+-\S+)*\s+(?!-)[@\w]|\bgem\s+install(?:\s+-\S+)*\s+(?!-)\w|\bbundle\s+add\s/;
const publish = /\b(?:npm|pnpm|yarn|poetry|cargo|uv|hatch|flit)\s+(?:npm\s+)?publish\b|\bgem\s+push\b|\btwine\s+upload\b|\bdotnet\s+nuget\s+push\b/;
/** One note for each command and image that a linter will name. */
function inheritedFindings({ workflows }) {
    const found = new Map();
    const note = ({ rule, what, help }, node) => {
        if (node === undefined)
            return;
        const { severity } = (0,codes/* codeRow */.I)('inherited-finding');
        const message = `${what}; it is yours and stays as it is (zizmor: \`${rule}\`)`;
        const key = `${rule} ${node.file.path} ${node.start}`;
        found.set(key, { code: 'inherited-finding', severity, message, help, at: node });
    };
    for (const job of workflows.flatMap(({ jobs }) => jobs)) {
        for (const { image, from } of job.services ?? []) {
            if (!(0,tree/* textOf */.b6)(image).includes('@sha256:')) {
                note(audits.image, (0,tree/* sourcesOf */.u0)(image)[0] ?? from?.[0] ?? job.from?.[0]);
            }
        }
        for (const step of runSteps(job)) {
            for (const { text, from } of step.run) {
                if (adhoc.test(text))
                    note(audits.adhoc, from[0]);
                if (publish.test(text))
                    note(audits.publish, from[0]);
            }
        }
    }
    return [...found.values()];
}
const runSteps = ({ steps }) => steps
    .flatMap((step) => (step.kind === 'parallel' ? step.steps : [step]))
    .filter((step) => step.kind === 'run');

;// CONCATENATED MODULE: ./build/report/old-badges.js
// Badges of the retired services in a repository's documents.


const old_badges_document = /(?:^|\/)(?:readme[^/]*|index)\.(?:md|markdown|rst|adoc|txt|html?)$|^readme$/i;
const badge = /https?:\/\/[\w.-]*(?:shippable\.com|codeship\.(?:com|io))\/[^\s)\]>"']*/gi;
/** One note for each line with an address of a retired service. */
function findOldBadges(repository) {
    return repository.paths
        .filter((path) => old_badges_document.test(path) && path.split('/').length <= 2)
        .flatMap((path) => badgesOf(path, repository.read(path) ?? ''));
}
function badgesOf(path, text) {
    const file = (0,source_file/* sourceFile */.sm)(path, text);
    const lines = new Set();
    const found = [];
    for (const match of text.matchAll(badge)) {
        const line = text.lastIndexOf('\n', match.index);
        if (lines.has(line))
            continue;
        lines.add(line);
        found.push({
            code: 'old-badge',
            severity: (0,codes/* codeRow */.I)('old-badge').severity,
            message: 'this line links to the retired service',
            help: 'replace it by the badge of the new workflow',
            at: { file, start: match.index, end: match.index + match[0].length },
        });
    }
    return found;
}

// EXTERNAL MODULE: ./build/source/readers.js
var readers = __nccwpck_require__(3460);
;// CONCATENATED MODULE: ./build/cli/settings.js
// The settings file: what a person decides once for a repository or a company. Read with the reader of
// the legacy files, so that every mistake has a place.





const defaultSettingsFile = '.github/transship.yml';
const source = 'contract';
const settings_commit = {
    expects: 'a full commit: 40 hexadecimal digits',
    read: (node, reading) => {
        const word = readers/* text */.Qq.read(node, reading);
        if (word === undefined || /^[0-9a-f]{40}$/.test(word.text))
            return word;
        reading.report('wrong-type', node, `found \`${word.text}\`, expected ${settings_commit.expects}`);
        return undefined;
    },
};
const ownActionKeys = {
    commit: (0,keys/* translated */.vE)(settings_commit, {
        summary: 'Full commit at which generated workflows use the actions of transship.',
        becomes: 'Stands behind the `@` of each `uses`.',
        source,
    }),
    version: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Release of that commit.',
        becomes: 'Stands behind each `uses` as a comment.',
        source,
    }),
};
const settingKeys = {
    runner: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'The `runs-on` label where nothing else says one.',
        becomes: 'Without it, `ubuntu-24.04`.',
        source,
    }),
    'node-pools': (0,keys/* translated */.vE)((0,readers/* dictOf */.Mv)(readers/* text */.Qq), {
        summary: 'The `runs-on` label of each Shippable node pool, by its name.',
        becomes: 'Without it, a node pool is the default runner.',
        source,
    }),
    images: (0,keys/* translated */.vE)((0,readers/* dictOf */.Mv)(readers/* text */.Qq), {
        summary: 'Images to use instead of others, by the name as it is written.',
        becomes: 'Without it, images stay as they are.',
        source,
    }),
    secrets: (0,keys/* translated */.vE)((0,readers/* dictOf */.Mv)(readers/* text */.Qq), {
        summary: 'Secrets that exist already, by the name that transship would give.',
        becomes: 'Without it, transship names the secrets.',
        source,
    }),
    parallel: (0,keys/* translated */.vE)((0,readers/* oneOf */.yL)(['native', 'shell']), {
        summary: 'How a CodeShip parallel group is written, as the option `--parallel`.',
        becomes: 'Without it, `native`.',
        source,
    }),
    'own-actions': (0,keys/* translated */.vE)((0,keys/* section */.uW)(ownActionKeys), {
        summary: 'Where the actions of transship come from: `commit` and `version`.',
        becomes: 'Without it, the commit that the command runs from.',
        source,
        keys: ownActionKeys,
    }),
};
/** Codes of the legacy reader, in the words of a settings file. */
const renamed = {
    'unknown-key': 'ignored-setting',
    'empty-value': 'ignored-setting',
    'extra-document': 'bad-setting',
};
/** Reads a settings file; `path` is only for messages. */
function readSettings(path, content) {
    const diagnostics = [];
    const report = (code, at, message, help) => {
        const own = renamed[code] ?? 'bad-setting';
        const { severity } = (0,codes/* codeRow */.I)(own);
        diagnostics.push({
            code: own,
            severity,
            message,
            at,
            ...(help === undefined ? {} : { help }),
        });
    };
    const { root } = parseSource(path, content, report);
    const read = root && (0,keys/* section */.uW)(settingKeys).read(root, { report, otherwise: report });
    const own = read?.['own-actions'];
    if (own !== undefined && own.commit === undefined && !diagnostics.some(isError)) {
        report('wrong-type', own.node, '`own-actions` needs a `commit`');
    }
    const version = own?.version?.text;
    return {
        settings: {
            runner: read?.runner?.text ?? defaultSettings.runner,
            nodePools: asRecord(read?.['node-pools']),
            images: asRecord(read?.images),
            secrets: asRecord(read?.secrets),
            parallel: read?.parallel?.text === 'shell' ? 'shell' : 'native',
        },
        diagnostics,
        usable: !diagnostics.some(isError),
        ...(own?.commit === undefined
            ? {}
            : { own: { commit: own.commit.text, ...(version === undefined ? {} : { version }) } }),
    };
}
const isError = ({ severity }) => severity === 'error';
/** Without a prototype: a key of the user may be called `constructor`. */
function asRecord(pairs) {
    const record = Object.create(null);
    for (const { key, value } of pairs ?? [])
        record[key.text] = value.text;
    return record;
}

;// CONCATENATED MODULE: ./build/cli/convert-folder.js
// One repository folder from disk to a full account, with nothing written yet. The command and the root
// action do the same.













async function convertFolder(request) {
    const refused = (message, diagnostics = []) => ({
        kind: 'refused',
        message,
        diagnostics,
    });
    const unusable = whyNoFolder(request.folder);
    if (unusable !== undefined)
        return refused(unusable);
    const read = settingsOf(request);
    if (typeof read === 'string')
        return refused(read);
    if (!read.usable)
        return refused('the settings cannot be used', read.diagnostics);
    const settings = request.parallel === undefined
        ? read.settings
        : { ...read.settings, parallel: request.parallel };
    const { repository, diagnostics } = openWithin(request);
    const { pin, exact } = findOwnPin({
        ...(read.own === undefined ? {} : { settings: read.own }),
        ...(request.actionRef === undefined ? {} : { actionRef: request.actionRef }),
    });
    const conversion = await convert({ repository, settings, own: pin });
    const found = [...read.diagnostics, ...diagnostics, ...inheritedFindings(conversion)];
    if (conversion.sources.length === 0)
        found.push(nothingFound());
    else
        found.push(...findOldBadges(repository));
    if (!exact)
        found.push(...unpinned(conversion, pin.commit));
    return { kind: 'converted', conversion: withDiagnostics(conversion, found) };
}
/** Other files stay in sight: a build may take its context from anywhere. */
function openWithin({ folder, within = '' }) {
    const opened = (0,repository/* openRepository */.h_)(folder);
    if (within === '')
        return opened;
    const isHidden = (at) => isLegacyConfiguration(at) && !at.startsWith(`${within}/`);
    const { paths, read } = opened.repository;
    return {
        ...opened,
        repository: {
            paths: paths.filter((at) => !isHidden(at)),
            read: (at) => (isHidden(at) ? undefined : read(at)),
        },
    };
}
/** The conversion with further diagnostics at their places in the order. */
const withDiagnostics = (conversion, more) => more.length === 0
    ? conversion
    : { ...conversion, diagnostics: convert_inOrder([...conversion.diagnostics, ...more]) };
/** A diagnostic about a whole file, or about none. */
function fileDiagnostic(code, file, message, help) {
    const { severity } = (0,codes/* codeRow */.I)(code);
    const at = file === undefined ? {} : { at: { file: (0,source_file/* sourceFile */.sm)(file, ''), start: 0, end: 0 } };
    return { code, severity, message, help, ...at };
}
function whyNoFolder(folder) {
    try {
        return external_node_fs_.statSync(folder).isDirectory()
            ? undefined
            : `\`${folder}\` is a file; name the folder of the repository`;
    }
    catch (error) {
        return `\`${folder}\` cannot be read (${(0,repository/* reasonOf */.A3)(error)})`;
    }
}
function settingsOf({ folder, config }) {
    const file = config ?? external_node_path_.join(folder, defaultSettingsFile);
    const shown = config === undefined ? defaultSettingsFile : external_node_path_.relative(folder, file);
    try {
        if (config === undefined && !liesWithin(folder, file)) {
            return `the settings \`${shown}\` are a link that leads out of the repository`;
        }
        return readSettings(shown.replaceAll('\\', '/'), external_node_fs_.readFileSync(file, 'utf8'));
    }
    catch (error) {
        const reason = (0,repository/* reasonOf */.A3)(error);
        if (config === undefined && (reason === 'ENOENT' || reason === 'ENOTDIR')) {
            return { settings: defaultSettings, diagnostics: [], usable: true };
        }
        return `the settings \`${file}\` cannot be read (${reason})`;
    }
}
/** Whether a file of the repository is one: what a link reads elsewhere would end up in the report. */
function liesWithin(folder, file) {
    return external_node_fs_.realpathSync(file).startsWith(external_node_fs_.realpathSync(folder) + external_node_path_.sep);
}
const nothingFound = () => fileDiagnostic('no-configuration', undefined, 'the folder holds no configuration of Shippable or CodeShip', 'name the folder of the repository; `transship explain no-configuration` lists the files');
/** Only a workflow that names one of our actions has something to pin. */
const unpinned = ({ files }, ref) => files
    .filter(({ content }) => content.includes(`${ownRepository}/actions/`))
    .map(({ path: at }) => fileDiagnostic('unpinned-own-action', at, `the actions of transship are named by \`${ref}\`, which is not a commit`, 'write the commit of the release under `own-actions` in the settings'));

;// CONCATENATED MODULE: ./build/cli/exit-code.js
/** 1 where some input could not be converted; `strict` counts warnings; `differs` is what a check found. */
function exitCodeOf(conversion, strict, differs) {
    const isBad = conversion.diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
    return isBad || differs ? 1 : 0;
}

// EXTERNAL MODULE: ./build/cli/program.js
var program = __nccwpck_require__(1205);
;// CONCATENATED MODULE: ./build/host/write-files.js
// Puts generated files on disk: each whole or not at all, and never over a file that a person wrote or edited.




/** Looks at the disk without changing it. `folder` is absolute and need not exist. */
function planFiles(folder, files) {
    return files.map((file) => ({ file, state: stateOf(folder, file) }));
}
function stateOf(folder, file) {
    try {
        const blocked = blockedBy(folder, file.path);
        if (blocked !== undefined)
            return { kind: 'blocked', reason: blocked };
        const at = external_node_path_.join(folder, file.path);
        if (external_node_fs_.lstatSync(at, { throwIfNoEntry: false }) === undefined)
            return { kind: 'new' };
        // A checkout on Windows may have given every line a carriage return.
        const text = external_node_fs_.readFileSync(at, 'utf8').replaceAll('\r\n', '\n');
        return text === file.content ? { kind: 'equal' } : { kind: (0,marker/* originOf */.yv)(text), text };
    }
    catch (error) {
        return { kind: 'blocked', reason: `it could not be looked at (${(0,repository/* reasonOf */.A3)(error)})` };
    }
}
/** A link or a file on the way, or a folder at the end. */
function blockedBy(folder, file) {
    const parts = file.split('/');
    let at = folder;
    for (const [index, part] of parts.entries()) {
        at = external_node_path_.join(at, part);
        const stat = external_node_fs_.lstatSync(at, { throwIfNoEntry: false });
        if (stat === undefined)
            return undefined;
        const shown = parts.slice(0, index + 1).join('/');
        if (stat.isSymbolicLink()) {
            const isLast = index === parts.length - 1;
            if (isLast || !isInside(folder, at))
                return `\`${shown}\` is a symbolic link`;
        }
        else if (index < parts.length - 1) {
            if (!stat.isDirectory())
                return `\`${shown}\` is not a folder`;
        }
        else if (!stat.isFile())
            return `\`${shown}\` is not a regular file`;
    }
    return undefined;
}
function isInside(folder, at) {
    const real = external_node_fs_.realpathSync(at);
    const root = external_node_fs_.realpathSync(folder);
    return real === root || real.startsWith(root + external_node_path_.sep);
}
/** One after the other: Node's own recursive form never ends where the system says ENOENT of a new folder (/proc). */
function makeFolders(folder) {
    if (external_node_fs_.existsSync(folder))
        return;
    const above = external_node_path_.dirname(folder);
    if (above !== folder)
        makeFolders(above);
    try {
        external_node_fs_.mkdirSync(folder);
    }
    catch (error) {
        if ((0,repository/* reasonOf */.A3)(error) !== 'EEXIST')
            throw error;
    }
}
/** Writes one file by a temporary one beside it, so that a reader sees the old text or the new one. */
function writeWhole(at, content) {
    const fresh = external_node_path_.join(external_node_path_.dirname(at), `.${external_node_path_.basename(at)}.${process.pid}.new`);
    try {
        makeFolders(external_node_path_.dirname(at));
        external_node_fs_.rmSync(fresh, { force: true });
        const descriptor = external_node_fs_.openSync(fresh, 'wx', content.startsWith('#!') ? 0o755 : 0o644);
        try {
            external_node_fs_.writeFileSync(descriptor, content);
        }
        finally {
            external_node_fs_.closeSync(descriptor);
        }
        external_node_fs_.renameSync(fresh, at);
        return { kind: 'written' };
    }
    catch (error) {
        try {
            external_node_fs_.rmSync(fresh, { force: true });
        }
        catch {
            // Where even that fails, the first reason is the one to tell.
        }
        return { kind: 'failed', reason: (0,repository/* reasonOf */.A3)(error) };
    }
}

// EXTERNAL MODULE: ./build/report/report.js
var report = __nccwpck_require__(7177);
;// CONCATENATED MODULE: ./build/cli/report-file.js
// The forms of a report, by the ending of the file's name. Each renderer is loaded when it is asked for.





const renderJson = (conversion, version) => `${JSON.stringify((0,report/* toReport */.c)(conversion, version), undefined, 2)}\n`;
const report_file_forms = {
    '.json': {
        load: async () => renderJson,
        beginning: /^\{\s*"version": 1,\s*"tool": \{\s*"name": "transship"/,
    },
    '.md': {
        load: async () => (await __nccwpck_require__.e(/* import() */ 902).then(__nccwpck_require__.bind(__nccwpck_require__, 4902))).renderMarkdown,
        beginning: /^# transship report/,
    },
    '.sarif': {
        load: async () => (await __nccwpck_require__.e(/* import() */ 150).then(__nccwpck_require__.bind(__nccwpck_require__, 5150))).renderSarif,
        beginning: /^\{[^}]*"name": "transship"/,
    },
    '.csv': {
        load: async () => (await __nccwpck_require__.e(/* import() */ 475).then(__nccwpck_require__.bind(__nccwpck_require__, 5475))).renderCsv,
        beginning: /^kind,file,line,column,/,
    },
};
const reportEndings = Object.keys(report_file_forms);
const formOf = (file) => report_file_forms[external_node_path_.extname(file).toLowerCase()];
const hasReportEnding = (file) => formOf(file) !== undefined;
/** Why a report may not be written to this absolute path; undefined where it may. */
function whyNoReport(file, force) {
    const stat = external_node_fs_.statSync(file, { throwIfNoEntry: false });
    if (stat === undefined || force)
        return undefined;
    if (!stat.isFile())
        return 'it is not a regular file';
    try {
        const isReport = formOf(file)?.beginning.test(external_node_fs_.readFileSync(file, 'utf8')) === true;
        return stat.size === 0 || isReport ? undefined : 'transship did not write it';
    }
    catch (error) {
        return (0,repository/* reasonOf */.A3)(error);
    }
}
/** The report in the form that the file's ending asks for. */
async function renderReport(file, conversion, version) {
    const render = (await formOf(file)?.load()) ?? renderJson;
    return render(conversion, version);
}
/** Writes a text whole; gives the system's reason where that fails. */
function writeText(file, text) {
    const result = writeWhole(file, text);
    return result.kind === 'failed' ? result.reason : undefined;
}
/** Renders and writes a report; gives the system's reason where that fails. */
const writeReport = async (file, conversion, version) => writeText(file, await renderReport(file, conversion, version));

;// CONCATENATED MODULE: ./build/cli/write-conversion.js
// What becomes of each generated file on disk: written, left alone, or refused with a diagnostic.



/** Compares what would be written with what is below `out`. Changes nothing. */
function planConversion(conversion, out, force) {
    const files = planFiles(out, conversion.files);
    return { files, diagnostics: files.flatMap((planned) => refusalOf(planned, force)) };
}
function refusalOf({ file, state }, force) {
    switch (state.kind) {
        case 'new':
        case 'equal':
        case 'ours':
            return [];
        case 'blocked':
            return [
                fileDiagnostic('blocked-file', file.path, `nothing can be written here: ${state.reason}`, 'move what stands there, or write elsewhere with `--out`'),
            ];
        case 'edited':
        case 'foreign':
            if (force)
                return [];
            return [
                fileDiagnostic(state.kind === 'edited' ? 'edited-file' : 'foreign-file', file.path, state.kind === 'edited'
                    ? 'the file was edited after transship wrote it, so it is left as it is'
                    : 'transship did not write this file, so it is left as it is', 'see the difference with `--dry-run`, then move the file or overwrite it with `--force`'),
            ];
        default:
            return state;
    }
}
/** Writes what the plan allows. */
function writeConversion(plan, out) {
    const refused = new Set(plan.diagnostics.map(({ at }) => at?.file.path));
    const states = new Map();
    const diagnostics = [];
    for (const planned of plan.files) {
        const { file } = planned;
        const state = write_conversion_stateOf(planned, refused);
        states.set(file.path, state);
        if (state === 'unchanged' || state === 'refused')
            continue;
        const result = writeWhole(external_node_path_.join(out, file.path), file.content);
        if (result.kind === 'written')
            continue;
        states.set(file.path, 'failed');
        diagnostics.push(fileDiagnostic('write-failed', file.path, `the system refused to write the file (${result.reason})`, 'make room or give yourself the right to write there, and convert again'));
    }
    return { states, diagnostics };
}
/** What would happen to each file. */
function statesOf(plan) {
    const refused = new Set(plan.diagnostics.map(({ at }) => at?.file.path));
    return new Map(plan.files.map((planned) => [planned.file.path, write_conversion_stateOf(planned, refused)]));
}
function write_conversion_stateOf({ file, state }, refused) {
    if (state.kind === 'equal')
        return 'unchanged';
    if (refused.has(file.path))
        return 'refused';
    return state.kind === 'new' ? 'new' : 'changed';
}

;// CONCATENATED MODULE: ./build/cli/convert.js
// `transship convert`: the options, what is printed, and the exit code.








const convertProgram = async (line, io) => {
    const options = readOptions(line, io);
    if (typeof options === 'string')
        return (0,program/* wrongUsage */.x)(io, options);
    const result = await convertFolder(options);
    if (result.kind === 'refused') {
        io.stderr(renderDiagnostics(result.diagnostics, io.color.stderr));
        return (0,program/* wrongUsage */.x)(io, result.message);
    }
    return finish(result.conversion, options, io);
};
function readOptions({ arguments: names, options: given }, io) {
    const absolute = (of) => external_node_path_.resolve(io.folder, of);
    const folder = absolute(names[0] ?? '.');
    const { out, report, config, parallel } = given;
    if ('check' in given && 'dry-run' in given) {
        return '`--check` and `--dry-run` exclude each other';
    }
    if (report !== undefined && !hasReportEnding(report)) {
        return `\`--report ${report}\`: the ending chooses the form: ${reportEndings.join(', ')}`;
    }
    return {
        folder,
        out: out === undefined ? folder : absolute(out),
        mode: 'check' in given ? 'check' : 'dry-run' in given ? 'dry-run' : 'write',
        json: 'json' in given,
        strict: 'strict' in given,
        force: 'force' in given,
        ...(report === undefined ? {} : { report: absolute(report) }),
        ...(config === undefined ? {} : { config: absolute(config) }),
        ...(parallel === undefined ? {} : { parallel: parallel }),
    };
}
async function finish(converted, options, io) {
    const plan = planConversion(converted, options.out, options.force);
    const refusals = [
        // A check writes nothing, so nothing can be overwritten.
        ...(options.mode === 'check' ? [] : plan.diagnostics),
        ...reportRefusal(options),
    ];
    let conversion = withDiagnostics(converted, refusals);
    let states = statesOf(plan);
    const render = () => renderAll(conversion, options, plan, states, io);
    // All is rendered before anything is written, so that a bug in a renderer leaves the disk as it was.
    let rendered = await render();
    if (options.mode === 'write') {
        const written = writeConversion(plan, options.out);
        states = written.states;
        if (written.diagnostics.length > 0) {
            conversion = withDiagnostics(conversion, written.diagnostics);
            rendered = await render();
        }
    }
    const failure = saveReport(options, rendered);
    if (failure.length > 0) {
        conversion = withDiagnostics(conversion, failure);
        rendered = await render();
    }
    io.stderr(rendered.stderr);
    io.stdout(rendered.stdout);
    const differs = [...states.values()].some((state) => state !== 'unchanged');
    return exitCodeOf(conversion, options.strict, options.mode === 'check' && differs);
}
async function renderAll(conversion, options, plan, states, io) {
    const { version } = (0,host_package/* packageFacts */.W)();
    const { report, json } = options;
    return {
        stderr: renderDiagnostics(conversion.diagnostics, io.color.stderr),
        stdout: json
            ? renderJson(conversion, version)
            : await convert_printed(conversion, options, plan, states, io),
        ...(report === undefined ? {} : { report: await renderReport(report, conversion, version) }),
    };
}
const noReport = ({ report = '', folder }, reason) => fileDiagnostic('write-failed', external_node_path_.relative(folder, report).replaceAll('\\', '/'), `the report was not written: ${reason}`, 'name another file, or overwrite this one with `--force`');
function reportRefusal(options) {
    const { report, force } = options;
    const reason = report === undefined ? undefined : whyNoReport(report, force);
    return reason === undefined ? [] : [noReport(options, reason)];
}
function saveReport(options, { report }) {
    if (options.report === undefined || report === undefined)
        return [];
    if (reportRefusal(options).length > 0)
        return [];
    const reason = writeText(options.report, report);
    return reason === undefined ? [] : [noReport(options, reason)];
}
async function convert_printed(conversion, { mode }, plan, states, io) {
    switch (mode) {
        case 'dry-run':
            return (await __nccwpck_require__.e(/* import() */ 717).then(__nccwpck_require__.bind(__nccwpck_require__, 4717))).renderDiff(plan.files);
        case 'check':
            return [...states]
                .filter(([, state]) => state !== 'unchanged')
                .map(([file, state]) => `${file}: ${state === 'new' ? 'missing' : 'differs'}\n`)
                .join('');
        case 'write': {
            const [{ digest }, { renderSummary }] = await Promise.all([
                Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4803)),
                Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1550)),
            ]);
            const stateOf = (file) => states.get(file) ?? 'unchanged';
            return renderSummary(digest(conversion), stateOf, io.color.stdout);
        }
        default:
            return mode;
    }
}


/***/ }),

/***/ 9654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   commandHelp: () => (/* binding */ commandHelp),
/* harmony export */   generalHelp: () => (/* binding */ generalHelp)
/* harmony export */ });
/* unused harmony exports exitCodes, optionForm */
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8455);
// `--help` from the tables of commands.ts.

const exitCodes = [
    { code: 0, meaning: 'Done. Warnings are allowed.' },
    {
        code: 1,
        meaning: 'Some input could not be converted, or `--check` found a difference, or `--strict` and a warning.',
    },
    { code: 2, meaning: 'Wrong usage. Nothing is written.' },
    { code: 3, meaning: 'A bug of transship. Nothing is written.' },
];
function generalHelp(commands) {
    return [
        'Usage: transship COMMAND [ARGUMENTS] [OPTIONS]',
        '',
        'Leave Shippable and CodeShip for GitHub Actions.',
        '',
        'Commands:',
        ...columns(commands.map((row) => [`${row.name} ${row.usage}`.trimEnd(), row.summary])),
        '',
        'Options:',
        ...optionLines(_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commonOptions */ .OP),
        '',
        ...exitCodeLines(),
        '',
        '`transship COMMAND --help` shows the options of a command.',
        '',
    ].join('\n');
}
async function commandHelp(command) {
    const { options } = await command.load();
    return [
        `Usage: transship ${command.name} ${command.usage}${options.length > 0 ? ' [OPTIONS]' : ''}`,
        '',
        command.summary,
        '',
        'Options:',
        ...optionLines([...options, ..._commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commonOptions */ .OP]),
        '',
        ...exitCodeLines(),
        '',
    ].join('\n');
}
const exitCodeLines = () => [
    'Exit codes:',
    ...columns(exitCodes.map(({ code, meaning }) => [String(code), meaning.replaceAll('`', '')])),
];
const optionLines = (rows) => columns(rows.map((row) => [optionForm(row), row.summary]));
/** `--parallel native|shell`. */
const optionForm = (row) => {
    const value = row.choices?.join('|') ?? row.value;
    return `--${row.name}${value === undefined ? '' : ` ${value}`}`;
};
function columns(rows) {
    const width = Math.max(...rows.map(([left]) => left.length));
    return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}


/***/ }),

/***/ 5979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/source/spelling.js
var spelling = __nccwpck_require__(1556);
// EXTERNAL MODULE: ./build/cli/commands.js
var commands = __nccwpck_require__(8455);
;// CONCATENATED MODULE: ./build/cli/arguments.js
// Reads a command line against the tables of commands.ts.


/** `--name value`, `--name=value`; everything behind `--` is an argument. */
async function parseArguments(given, commands) {
    const [first, ...rest] = given;
    if (first === undefined)
        return { kind: 'help' };
    if (first === '--help' || first === '-h')
        return { kind: 'help' };
    if (first === '--version' || first === '-V')
        return { kind: 'version' };
    if (first === 'help')
        return helpOf(rest[0], commands);
    const command = commands.find(({ name }) => name === first);
    if (command === undefined)
        return unknownCommand(first, commands);
    return parseCommand(command, await command.load(), rest);
}
function helpOf(name, commands) {
    if (name === undefined)
        return { kind: 'help' };
    const command = commands.find((row) => row.name === name);
    return command === undefined ? unknownCommand(name, commands) : { kind: 'help', command };
}
function unknownCommand(name, commands) {
    const what = name.startsWith('-') ? 'option' : 'command';
    const near = (0,spelling/* nearestWord */.z)(name, commands.map((row) => row.name));
    return {
        kind: 'wrong',
        message: `unknown ${what} \`${name}\``,
        help: near === undefined ? 'see `transship --help`' : `did you mean \`${near}\`?`,
    };
}
function parseCommand(command, loaded, given) {
    const rows = [...loaded.options, ...commands/* commonOptions */.OP];
    const names = [];
    const options = {};
    for (let at = 0; at < given.length; at++) {
        const word = given[at] ?? '';
        if (word === '--') {
            names.push(...given.slice(at + 1));
            break;
        }
        if (word === '-h')
            return { kind: 'help', command };
        if (!word.startsWith('-') || word === '-') {
            names.push(word);
            continue;
        }
        const equals = word.indexOf('=');
        const name = (equals < 0 ? word : word.slice(0, equals)).replace(/^--/, '');
        const row = rows.find((candidate) => candidate.name === name);
        if (row === undefined)
            return unknownOption(word, name, command, rows);
        const inline = equals < 0 ? undefined : word.slice(equals + 1);
        if (row.value === undefined) {
            if (inline !== undefined)
                return wrong(`\`--${name}\` takes no value`, command);
            if (name === 'help')
                return { kind: 'help', command };
            if (name === 'version')
                return { kind: 'version' };
            options[name] = '';
            continue;
        }
        const value = inline ?? given[++at];
        if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
            return wrong(`\`--${name}\` needs a value, ${row.value}`, command);
        }
        if (row.choices !== undefined && !row.choices.includes(value)) {
            const allowed = row.choices.map((choice) => `\`${choice}\``).join(' or ');
            return wrong(`\`--${name}\` takes ${allowed}, not \`${value}\``, command);
        }
        options[name] = value;
    }
    if (names.length < command.least) {
        return wrong(`\`${command.name}\` needs ${command.usage}`, command);
    }
    if (names.length > command.most) {
        return wrong(`\`${command.name}\` takes no argument \`${names[command.most]}\``, command);
    }
    return { kind: 'run', command: loaded, line: { arguments: names, options } };
}
function unknownOption(word, name, command, rows) {
    const near = (0,spelling/* nearestWord */.z)(name, rows.map((row) => row.name));
    return {
        kind: 'wrong',
        message: `unknown option \`${word}\` of \`${command.name}\``,
        help: near === undefined
            ? `see \`transship ${command.name} --help\``
            : `did you mean \`--${near}\`?`,
    };
}
const wrong = (message, command) => ({
    kind: 'wrong',
    message,
    help: `see \`transship ${command.name} --help\``,
});

;// CONCATENATED MODULE: ./build/cli/main.js
// The command `transship`: reads the command line, runs one command, and turns what no command
// expected into one line and exit code 3.


async function main(given, io, version) {
    try {
        const parsed = await parseArguments(given, commands/* commands */.Pi);
        switch (parsed.kind) {
            case 'run':
                return await parsed.command.program(parsed.line, io);
            case 'version':
                io.stdout(`${version()}\n`);
                return 0;
            case 'help': {
                const { commandHelp, generalHelp } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 9654));
                io.stdout(parsed.command === undefined ? generalHelp(commands/* commands */.Pi) : await commandHelp(parsed.command));
                return given.length === 0 ? 2 : 0;
            }
            case 'wrong':
                io.stderr(`transship: ${parsed.message}\n`);
                if (parsed.help !== undefined)
                    io.stderr(`  = help: ${parsed.help}\n`);
                return 2;
            default:
                return parsed;
        }
    }
    catch (error) {
        return reportBug(error, io, version());
    }
}
/** One line; the stack only where TRANSSHIP_DEBUG asks for it, because it names folders of the machine. */
function reportBug(error, io, version) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    io.stderr(`transship: a bug of transship ${version}, please report it: ${text.replace(/\s+/g, ' ')}\n`);
    if (io.env['TRANSSHIP_DEBUG'] && error instanceof Error)
        io.stderr(`${error.stack ?? ''}\n`);
    return 3;
}


/***/ }),

/***/ 1205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ wrongUsage)
/* harmony export */ });
// What a command is given and gives back. A command never touches the process: it writes through `Io`.
/** A wrong command line that only the program could see. */
function wrongUsage(io, message, help) {
    io.stderr(`transship: ${message}\n${help === undefined ? '' : `  = help: ${help}\n`}`);
    return 2;
}


/***/ }),

/***/ 8271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I: () => (/* binding */ codeRow),
  F: () => (/* binding */ codes)
});

;// CONCATENATED MODULE: ./build/diagnostic/codeship-codes.js
// The diagnostic codes of the CodeShip translator.
const codeshipCodes = {
    // Files
    'missing-steps-file': {
        severity: 'error',
        title: 'A project has services and no steps.',
        explain: 'CodeShip ran nothing without a steps file, so no workflow is made. Add `codeship-steps.yml` beside the services file, or remove the services file.',
    },
    'missing-services-file': {
        severity: 'error',
        title: 'A project has steps and no services.',
        explain: 'Every step runs on a service, so no workflow is made. Add `codeship-services.yml`, or a `docker-compose.yml` that CodeShip read in its place, beside the steps file.',
    },
    'no-steps': {
        severity: 'error',
        title: 'No step of the file can be translated.',
        explain: 'A workflow without a step is none. The other diagnostics of the file say what is wrong with each step.',
    },
    'old-file-name': {
        severity: 'note',
        title: 'The file has a name from before 2017.',
        explain: 'It is read like the file with the newer name. Nothing has to be done.',
    },
    'committed-key': {
        severity: 'error',
        title: "The project's key is committed.",
        explain: 'Whoever can read the repository can open every encrypted file in it. Create the secret CODESHIP_AES_KEY for the transition, change every password and token that is encrypted in the repository, and remove the key.',
    },
    'project-settings': {
        severity: 'note',
        title: 'Some settings of a CodeShip project stood in no file.',
        explain: 'Which branches were built, whether pull requests were, who was notified, whether a newer build cancelled an older one: compare the project settings with `on`, `concurrency` and `if` of the workflow. Then remove the webhook, the required status checks and the badge of CodeShip.',
    },
    'too-many-values': {
        severity: 'error',
        outcome: 'invalid',
        title: 'A project is larger than any that ran on CodeShip.',
        explain: 'More than 300 services, 100,000 values or 3,000 steps, aliases written out, or groups nested deeper than 60, are not translated, so that no input can exhaust time or memory.',
    },
    // Services
    'incomplete-service': {
        severity: 'error',
        outcome: 'invalid',
        title: 'A service has neither an image nor a build.',
        explain: 'CodeShip wanted exactly one of both. Steps on the service are left out.',
    },
    'conflicting-keys': {
        severity: 'warning',
        outcome: 'invalid',
        title: 'Two keys say different things of which only one can be.',
        explain: 'The message names the one that wins. Remove the one that is not meant.',
    },
    'no-such-service': {
        severity: 'error',
        outcome: 'invalid',
        title: 'A name of a service is none.',
        explain: 'CodeShip refused the build. Correct the name, or add the service to the services file.',
    },
    'dependency-cycle': {
        severity: 'error',
        outcome: 'invalid',
        title: 'Services need each other.',
        explain: 'Neither can be started first. Remove one of the dependencies.',
    },
    'image-built-twice': {
        severity: 'warning',
        title: 'Two services build different images under one name.',
        explain: 'Each is built before the first step that needs it, so the name means the image that was built last. Give each build its own `image`.',
    },
    'environment-order': {
        severity: 'note',
        outcome: 'approximated',
        title: 'An environment file that cannot be read here may give the same variable.',
        explain: 'On CodeShip the file won over `environment`; in Compose `environment` wins. If the file gives the variable too, remove it from `environment` in the Compose file.',
    },
    'environment-overridden': {
        severity: 'note',
        outcome: 'dropped',
        title: 'An environment file gives the variable too.',
        explain: 'On CodeShip the file won over `environment`; in Compose it would not. The variable is left out of `environment`, so that the file gives it.',
    },
    'word-argument': {
        severity: 'note',
        title: 'An unquoted word of YAML is the value of a build argument.',
        explain: 'CodeShip read `yes`, `no`, `on` and `off` without quotes as `true` and `false`, and so does the workflow. Put the value into quotes if the word itself is meant.',
    },
    'visible-argument': {
        severity: 'warning',
        outcome: 'approximated',
        title: 'An encrypted build argument stays visible in the image.',
        explain: 'The history of an image shows its build arguments to everyone who can pull it, as on CodeShip. BuildKit secrets (`RUN --mount=type=secret`) leave no trace; the `build` action takes them by its input `secrets`.',
    },
    'volume-lifetime': {
        severity: 'note',
        title: 'A volume that other services take over lives for the whole job.',
        explain: 'The documentation of CodeShip said both that such a volume lives for one step and that it lives for the build. Here it lives for the job, so files that one step writes are there in the next.',
    },
    'named-volume': {
        severity: 'warning',
        outcome: 'approximated',
        title: 'A volume has a name, where folders are written with a separator.',
        explain: 'Docker takes a source without `/` or `.` as the name of a volume, which is empty at first. If the folder of the repository is meant, write `./NAME` and convert again.',
    },
    'link-variable': {
        severity: 'warning',
        title: 'A script reads a variable that old links created.',
        explain: 'Docker creates no variables such as `DB_PORT_5432_TCP_ADDR` on networks of today. Use the name of the service as the host and the port that you know.',
    },
    'cache-without-build': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'There is nothing to cache.',
        explain: 'CodeShip cached images that it built. An image that is pulled has no cache.',
    },
    'cache-of-local-base': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'An image starts from one that the job builds, so it is not cached.',
        explain: "The builder that reaches GitHub's cache sees images of registries only. The image is built without a cache. Push the base image to a registry to cache what stands on it.",
    },
    'codeship-image': {
        severity: 'warning',
        title: "An image is CodeShip's own.",
        explain: 'The images of the organisation `codeship` were maintained by the vendor and may disappear. Copy them to a registry of yours, or use the tools that runners have (aws, gcloud, az, kubectl, heroku).',
    },
    'unused-key': {
        severity: 'note',
        outcome: 'dropped',
        title: 'A key of a service has nothing to do.',
        explain: 'No step uses the service, or nothing else in it needs the key. What Compose knows stands in the Compose file all the same.',
    },
    'generator-network': {
        severity: 'warning',
        outcome: 'approximated',
        title: 'A generator of credentials uses other services.',
        explain: 'The `login` action starts the generator alone. Make its services reachable with `generator-options`, such as `--network NAME`, or give the credentials in another way.',
    },
    // Steps
    'incomplete-step': {
        severity: 'error',
        outcome: 'invalid',
        title: 'A step lacks what its kind needs.',
        explain: 'CodeShip refused such a file. The step is left out of the workflow.',
    },
    'broken-command': {
        severity: 'error',
        outcome: 'invalid',
        title: 'A command cannot be split into words.',
        explain: 'CodeShip split commands like a shell, but ran none. A quote that is never closed has no meaning; the step is left out.',
    },
    'broken-template': {
        severity: 'error',
        outcome: 'invalid',
        title: 'A Go template cannot be read.',
        explain: 'CodeShip stopped the build at it. Correct the template; the message says what is wrong.',
    },
    'group-without-type': {
        severity: 'warning',
        title: 'A group does not say its type.',
        explain: 'It is taken as `serial`, which no documentation of CodeShip confirms.',
    },
    'service-in-group': {
        severity: 'warning',
        title: 'A step of a group names a service, and so does the group.',
        explain: 'CodeShip allowed none below a group that names one. The inner service is taken.',
    },
    'fan-out-order': {
        severity: 'note',
        title: 'In which order a group ran for several services was never clear.',
        explain: 'The message says which order the workflow has. Write the steps out where another one matters.',
    },
    'parallel-in-order': {
        severity: 'warning',
        outcome: 'approximated',
        title: 'A parallel group, or a part of it, runs in order.',
        explain: 'GitHub runs single steps at the same time, and a list of commands as one step. A list with a push, or with steps on failure, cannot be one step, so it follows after the group. It takes longer; nothing else changes.',
    },
    'letter-case': {
        severity: 'note',
        title: 'Expressions of GitHub do not tell upper and lower case apart.',
        explain: 'CodeShip did: `tag: master` did not hold for a branch `Master`. It matters only where two branches differ in nothing else.',
    },
    'pattern-never-matches': {
        severity: 'warning',
        title: 'A pattern can match no branch and no tag.',
        explain: 'CodeShip took a pattern as an expression only if it held `^` or `$`; any other text had to be the whole name. A step with such a `tag` never ran, and never will. Add `^` if an expression was meant.',
    },
    'step-never-runs': {
        severity: 'warning',
        title: 'The conditions of a step exclude every branch and tag.',
        explain: 'CodeShip never ran the step, and the workflow keeps it with a condition that nothing fulfils. Remove it, or correct the patterns.',
    },
    'invalid-pattern': {
        severity: 'warning',
        title: 'A pattern is no valid RE2 expression.',
        explain: 'CodeShip reported nothing and treated it as one that never matches: a step with such a `tag` never ran, and such an `exclude` never excluded. The workflow keeps that. Correct the pattern.',
    },
    'approval-gate': {
        severity: 'warning',
        outcome: 'manual',
        title: 'A manual step needs an environment with reviewers.',
        explain: 'The steps behind the approval are a job of their own that names an environment. Without required reviewers nobody is asked. Create the environment under Settings, Environments, and name who may approve.',
    },
    'approval-without-gate': {
        severity: 'warning',
        outcome: 'approximated',
        title: 'A manual step within another one, or on failure, asks nobody.',
        explain: 'CodeShip allowed one approval a build, at the end of the pipeline. The steps run in their place, behind the approval that is there already.',
    },
    'steps-after-approval': {
        severity: 'warning',
        title: 'Steps stand behind a manual step.',
        explain: 'CodeShip did not process a build with steps behind an approval. They run in the job behind the approval, after its own steps.',
    },
    'push-to-other-registry': {
        severity: 'warning',
        title: 'A push names two registries.',
        explain: 'Docker pushes to the host in `image_name`; `registry` chose the credentials. Give both the same host.',
    },
    'push-without-credentials': {
        severity: 'warning',
        title: 'A push has no credentials.',
        explain: 'CodeShip took no credentials from a service for a push. Add `encrypted_dockercfg_path` or `dockercfg_service` to the step, or a step with the `login` action before it.',
    },
    'tag-in-image-name': {
        severity: 'note',
        title: 'The tag of a push stands in `image_name`.',
        explain: 'That was the form of 2015. It is taken as `image_tag`.',
    },
    'push-of-git': {
        severity: 'note',
        title: 'A command pushes with git.',
        explain: 'The checkout keeps no credentials, as on CodeShip, and its remote is an https address now. A script that brings its own SSH key has to push to the ssh address.',
    },
    'variable-differs': {
        severity: 'note',
        title: 'Some predefined variables have other values on GitHub.',
        explain: 'The message says which and how. Only those that a file of the repository names are listed.',
    },
};

;// CONCATENATED MODULE: ./build/diagnostic/shippable-codes.js
// The diagnostic codes of the Shippable translator.
const shippableCodes = {
    'broken-file': {
        severity: 'error',
        outcome: 'invalid',
        title: 'The file cannot be read, so nothing is made from it.',
        explain: 'The errors that are reported for the same file say why. Correct them and convert again.',
    },
    'empty-file': {
        severity: 'error',
        title: 'The file holds nothing.',
        explain: 'There is nothing to translate. Remove the file, or put the configuration into it.',
    },
    'external-reference': {
        severity: 'warning',
        outcome: 'manual',
        title: 'Anchors of a file on the network are not known.',
        explain: 'Shippable fetched the files under `externalReferences`. The converter uses no network: put their text into `shippable.templates.yml` and convert again.',
    },
    'unused-template': {
        severity: 'note',
        outcome: 'dropped',
        title: 'A template is not used.',
        explain: 'Nothing refers to the anchor, so nothing is made from it.',
    },
    'shadowed-key': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'A key has no effect because another one is given.',
        explain: '`build` wins over the keys of the older format and over copies at the root. Move the commands to where they should run.',
    },
    'misplaced-key': {
        severity: 'warning',
        title: 'A key of `build` stands at the root.',
        explain: 'Shippable read it below `build` only, so it may never have had an effect. The workflow does what the key says; check that you want that.',
    },
    'misplaced-filter': {
        severity: 'warning',
        outcome: 'dropped',
        title: '`only` or `except` stands on an integration itself.',
        explain: 'Shippable ignored it there, so the integration was used for every branch. Put it below `branches` if it should count.',
    },
    'misplaced-notification': {
        severity: 'warning',
        title: 'A notification stands below `hub`.',
        explain: "Two pages of Shippable's documentation showed it so. It is translated as a notification.",
    },
    'default-value': {
        severity: 'note',
        outcome: 'dropped',
        title: 'A value says what happens anyway.',
        explain: 'Nothing has to be written for it.',
    },
    'ignored-without': {
        severity: 'note',
        outcome: 'dropped',
        title: 'A value had no effect without another one.',
        explain: 'Nothing is made from it, as on Shippable.',
    },
    'missing-language': {
        severity: 'warning',
        title: 'The file names no language.',
        explain: 'Shippable then took Ruby. Without a Gemfile in the repository, no default command of Ruby is written.',
    },
    'unknown-language': {
        severity: 'warning',
        outcome: 'manual',
        title: 'The language is none that Shippable knew.',
        explain: 'Nothing is set up and no default command runs. Correct the name, or use `none`.',
    },
    'other-language': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'A version key belongs to another language.',
        explain: 'Shippable read only the version key of the language that the file names.',
    },
    'version-on-own-image': {
        severity: 'note',
        outcome: 'dropped',
        title: 'A version has no effect on an image of your own.',
        explain: 'Shippable switched versions only in its own images, and said so in the log.',
    },
    'old-default': {
        severity: 'warning',
        title: "The default version of the language is too old for GitHub's runners.",
        explain: 'The job boots the official image of the language in that version. Name a newer version to run on the runner itself.',
    },
    'job-state': {
        severity: 'warning',
        title: 'A command writes state for Assembly Lines.',
        explain: 'The folder exists so that the command works, but nothing reads it. Use outputs, artifacts or caches to hand values on.',
    },
    'unlisted-service': {
        severity: 'warning',
        title: 'A command uses a database that no service provides.',
        explain: 'The images of the older format started PostgreSQL and MySQL by themselves. Add the name under `services` and convert again.',
    },
    'missing-tool': {
        severity: 'note',
        title: 'A command calls a tool that the machine no longer has.',
        explain: "Shippable's images had many command-line tools. Install the tool in the first commands of the section.",
    },
    'old-version': {
        severity: 'warning',
        outcome: 'approximated',
        title: "A version is too old for GitHub's runners.",
        explain: "The job boots the official image of the language in that version, with the action pull-boot-image, and runs the container sections inside. The image has fewer tools than Shippable's.",
    },
    'oracle-jdk': {
        severity: 'warning',
        outcome: 'approximated',
        title: "Oracle's JDK is replaced by a build of OpenJDK.",
        explain: 'The two differ in little that a build can see. Name another distribution in the workflow if you need one.',
    },
    'vendor-image': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'The image was published by Shippable and is gone.',
        explain: 'The runner and a setup action stand for it. Tools that only the image had must be installed by a command.',
    },
    'boot-without-image': {
        severity: 'error',
        outcome: 'invalid',
        title: '`pre_ci_boot` names no image.',
        explain: 'Shippable failed to boot. Give `image_name`, or remove the section.',
    },
    'node-pool': {
        severity: 'warning',
        outcome: 'approximated',
        title: 'Nothing says what machines a node pool has.',
        explain: 'A runner is chosen by the name of the pool. Say it in `.github/transship.yml`: `node-pools: {NAME: LABEL}`.',
    },
    'matrix-no-match': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'An entry of the matrix matches no job.',
        explain: 'It has no effect. Entries match by the text of all their values.',
    },
    'matrix-too-large': {
        severity: 'error',
        title: 'The matrix has more jobs than GitHub runs.',
        explain: 'GitHub runs at most 256 jobs of one matrix. The workflow is written with one job; the values of the axes are left to a person.',
    },
    'matrix-left': {
        severity: 'warning',
        outcome: 'manual',
        title: 'A value of a matrix that is too large is left out.',
        explain: 'Decide which combinations are worth a job, and write them into `strategy.matrix.include`.',
    },
    'matrix-empty': {
        severity: 'warning',
        title: 'The excludes leave no job.',
        explain: 'One job is kept so that the workflow runs. Remove the excludes that go too far.',
    },
    'include-variable': {
        severity: 'warning',
        title: 'A key of a matrix entry is read as an environment variable.',
        explain: "One page of Shippable's documentation showed variables written so. Put it below `env` to be sure.",
    },
    'single-version-with-include': {
        severity: 'warning',
        title: 'One version and an include: how many jobs that made is not known.',
        explain: 'The workflow runs the single version as a job of its own and each include as another.',
    },
    'bad-variable': {
        severity: 'warning',
        title: 'A part of an `env` item is no `NAME=value`.',
        explain: 'Shippable wrote the item behind `export`. What is no assignment was the name of a variable to export, or an error.',
    },
    'no-variable': {
        severity: 'warning',
        outcome: 'invalid',
        title: 'An `env` item sets no variable.',
        explain: 'Shippable wrote the item behind `export`, where it set nothing. Write `NAME=value`.',
    },
    'bad-variable-name': {
        severity: 'warning',
        outcome: 'invalid',
        title: 'A name is no name of a shell variable.',
        explain: 'Names are letters, digits and underscores, and do not begin with a digit.',
    },
    'secure-value': {
        severity: 'warning',
        outcome: 'manual',
        title: 'A value was encrypted for a service that is gone.',
        explain: 'Only Shippable could decrypt it, and the names of its variables are inside. Create a secret with a new value under the name that the report gives, and treat the old value as lost.',
    },
    'secret-renamed': {
        severity: 'warning',
        title: 'A secret has another name than its variable.',
        explain: 'GitHub forbids the name, or two values would share it. The workflow gives the variable its own name.',
    },
    'unavailable-variable': {
        severity: 'warning',
        title: 'A command reads a variable that GitHub cannot give.',
        explain: 'The variable is empty in the workflow. The help says what to use instead.',
    },
    'unavailable-utility': {
        severity: 'warning',
        title: "A command calls a function of Shippable's helper that has nothing to work on.",
        explain: '`shipctl` read resources and integrations of Assembly Lines. Replace the call.',
    },
    'unknown-service': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'A service is none that Shippable knew.',
        explain: 'Shippable could not start it. Add a service container to the workflow if the tests need one.',
    },
    'service-on-own-image': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'Services were not started on an image of your own.',
        explain: 'Shippable started services only in its own images, so the workflow has none either.',
    },
    'service-version': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'No image has the version of a service.',
        explain: 'The nearest published version is used.',
    },
    addon: {
        severity: 'warning',
        outcome: 'manual',
        title: 'An addon is not translated.',
        explain: 'Addons installed versions that runners do not have. Install what the tests need in a command.',
    },
    'integration-without-name': {
        severity: 'error',
        outcome: 'invalid',
        title: 'An integration has no name.',
        explain: 'Shippable refused the file: the name has to match an integration of the subscription.',
    },
    'integration-renamed': {
        severity: 'warning',
        title: 'An integration has another name in the workflow.',
        explain: 'Names of integrations become parts of variables: letters, digits and underscores, in capitals. Two names can then be the same, and GitHub keeps names that begin with GITHUB or RUNNER.',
    },
    'unknown-integration-type': {
        severity: 'warning',
        title: 'The type of an integration is not known.',
        explain: 'No secret can be named for it. Correct the type.',
    },
    'generic-integration': {
        severity: 'warning',
        outcome: 'manual',
        title: 'The keys of a key-value integration are not in the file.',
        explain: 'Shippable kept names and values. Create a secret for each key, and hand it to the steps that read it.',
    },
    'push-without-login': {
        severity: 'warning',
        title: 'A push runs where the login does not reach.',
        explain: '`agent_only: true` kept a login out of the build container, so a `docker push` in `ci`, `post_ci` or `on_success` had no credentials. It never worked; where the sections run on the runner itself, the login now reaches them.',
    },
    'push-from-pull-request': {
        severity: 'note',
        title: 'A push runs for pull requests too.',
        explain: 'Branch filters compare the base branch of a pull request, here as on Shippable. Guard the push with `IS_PULL_REQUEST` if it should only follow merges.',
    },
    'region-mismatch': {
        severity: 'warning',
        title: 'The login goes to another region than the images.',
        explain: 'Without `region` the login goes to us-east-1, whatever the image names say. Set `region`.',
    },
    'mail-notification': {
        severity: 'note',
        outcome: 'dropped',
        title: 'Mails are sent by GitHub itself.',
        explain: 'Each person chooses in the settings which runs cause a mail; a workflow cannot. Recipients outside of GitHub get none.',
    },
    'dropped-notification': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'A notification goes to a service that no longer exists.',
        explain: 'No step is made for it.',
    },
    'manual-notification': {
        severity: 'warning',
        outcome: 'manual',
        title: 'A notification is not translated.',
        explain: 'Add a step at the end of the job that sends it.',
    },
    'notification-cancel': {
        severity: 'note',
        outcome: 'dropped',
        title: 'A cancelled run sends no message.',
        explain: 'A step that runs after a cancel is not reliable; GitHub shows the cancel itself.',
    },
    'notification-default': {
        severity: 'note',
        outcome: 'dropped',
        title: 'A setting of a notification says what the step does anyway.',
        explain: 'Nothing has to be written for it.',
    },
    'notification-never': {
        severity: 'note',
        outcome: 'dropped',
        title: 'A notification is never sent.',
        explain: 'Both success and failure are set to `never`, so no step is made.',
    },
    'cache-scope': {
        severity: 'warning',
        outcome: 'approximated',
        title: "GitHub's caches belong to a branch.",
        explain: 'Shippable overwrote one cache for the whole project. Each run saves a cache of its own; a branch restores its newest, or that of the default branch. Old caches are evicted by GitHub.',
    },
    'cache-in-container': {
        severity: 'warning',
        title: 'A cached folder lies inside the booted image.',
        explain: 'The cache steps run on the runner and see the workspace only. Keep the folder below the workspace.',
    },
    'exit-in-ci': {
        severity: 'warning',
        title: '`exit` in `ci` or `post_ci` failed the job.',
        explain: 'The script ended before it could report success, also with `exit 0`. The workflow keeps that. `return` ends a section with success.',
    },
    'old-docker-flag': {
        severity: 'warning',
        title: 'A command uses a flag that current Docker clients refuse.',
        explain: 'The command is written as it stands and will fail. The help has the form of today.',
    },
    'vendor-path': {
        severity: 'warning',
        title: "A command names a folder of Shippable's machines.",
        explain: 'Runners keep the clone in `$GITHUB_WORKSPACE`, and their home is another.',
    },
    'widened-glob': {
        severity: 'note',
        title: 'A wildcard is written with two stars.',
        explain: "GitHub's `*` stops at a slash. Shippable never said whether its own did; the wider reading builds at least what was built.",
    },
};

;// CONCATENATED MODULE: ./build/diagnostic/codes.js
// Every diagnostic code is one row. The type, `transship explain`, the SARIF rules and the documentation
// are read from here. A row with an `outcome` settles the value at its place in the report.


const codes = {
    // Reading
    'yaml-syntax': {
        severity: 'error',
        title: 'The file is not valid YAML.',
        explain: 'The vendor refused such a file, so nothing is made from it. Correct the place that is shown and convert again.',
    },
    'file-too-large': {
        severity: 'error',
        title: 'The file is larger, or nests deeper, than any configuration.',
        explain: 'Files above 1 MB, 50,000 values or 100 levels are refused, so that no input can exhaust time or memory. Take generated data out of the file.',
    },
    'binary-file': {
        severity: 'error',
        title: 'The file is not UTF-8 text.',
        explain: 'Save the file as UTF-8 and convert again.',
    },
    'file-unreadable': {
        severity: 'error',
        title: 'The file could not be read.',
        explain: 'Check that it is a regular file and that you may read it.',
    },
    'ignored-file': {
        severity: 'note',
        title: 'A file looks like a legacy configuration, but the vendor never read it.',
        explain: 'Nothing is made from it. Move it to the place that the vendor read if it mattered, and convert again.',
    },
    'extra-document': {
        severity: 'warning',
        outcome: 'invalid',
        title: 'A file holds more than one YAML document.',
        explain: 'Only the first document with content counts. Join the documents into one if the others mattered.',
    },
    'duplicate-key': {
        severity: 'warning',
        outcome: 'invalid',
        title: 'A key stands twice in one mapping.',
        explain: 'The last one counted; the earlier value was never in effect. Remove it.',
    },
    'unresolved-alias': {
        severity: 'error',
        outcome: 'invalid',
        title: 'A YAML alias names no anchor.',
        explain: 'The anchor must stand above the alias, in the same file or, for Shippable, in shippable.templates.yml.',
    },
    'bad-merge': {
        severity: 'error',
        outcome: 'invalid',
        title: 'A merge key does not name a mapping.',
        explain: '`<<` takes an alias to a mapping, or a list of such aliases.',
    },
    'wrong-type': {
        severity: 'error',
        outcome: 'invalid',
        title: 'A value is not of the kind that its key takes.',
        explain: 'The vendor refused it or read it as nothing. Write the kind of value that the message names.',
    },
    'command-not-text': {
        severity: 'error',
        outcome: 'invalid',
        title: 'A command is not a text.',
        explain: 'Shippable answered "Only strings allowed" and ran nothing. An unquoted colon with a blank behind it makes YAML read a mapping; put the whole command in quotes.',
    },
    'unknown-key': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'The key is not part of this format.',
        explain: 'The vendor ignored it, so nothing is made from it. If it is misspelt, correct it and convert again.',
    },
    'empty-value': {
        severity: 'note',
        outcome: 'dropped',
        title: 'A key has no value.',
        explain: 'The vendor treated the key as absent, and so does the workflow.',
    },
    'unread-value': {
        severity: 'warning',
        outcome: 'manual',
        title: 'A value was not understood.',
        explain: 'Nothing in the workflow stands for it. This is a gap in transship: please report the file, and translate the value by hand.',
    },
    // What becomes of a value
    'dropped-key': {
        severity: 'warning',
        outcome: 'dropped',
        title: 'A key has no effect on GitHub, or never had one.',
        explain: 'The message says why. Nothing has to be done unless you relied on it.',
    },
    'assembly-lines': {
        severity: 'warning',
        outcome: 'manual',
        title: 'A Shippable Assembly Lines configuration is not translated.',
        explain: 'The jobs, resources and triggers of Assembly Lines (earlier: Pipelines) are read and listed, but no workflow is made from them.',
    },
    'manual-key': {
        severity: 'warning',
        outcome: 'manual',
        title: 'A value has to be translated by a person.',
        explain: 'The help says what to do; the workflow does not do it yet.',
    },
    // Around the translation
    'no-configuration': {
        severity: 'warning',
        title: 'The folder holds no legacy configuration.',
        explain: 'Looked for: shippable.yml, shippable.jobs.yml and its companions, codeship-services.yml and codeship-steps.yml, and their older names. Name the folder of the repository.',
    },
    'repository-cut': {
        severity: 'warning',
        title: 'The repository is larger than what is looked at.',
        explain: 'At most 20,000 files and 24 levels of folders are looked at, those nearest to the root first. Scripts further down are not searched for variables.',
    },
    'folder-unreadable': {
        severity: 'warning',
        title: 'A folder could not be read.',
        explain: 'Its files are treated as absent. Give yourself the right to read it and convert again.',
    },
    'foreign-file': {
        severity: 'error',
        title: 'A file that transship did not write stands where one would be written.',
        explain: 'It is left as it is. Compare with `--dry-run`; move the file, or overwrite it with `--force`.',
    },
    'edited-file': {
        severity: 'error',
        title: 'A file that transship wrote was edited since.',
        explain: 'It is left as it is, so that no work is lost. Compare with `--dry-run`; overwrite it with `--force`.',
    },
    'blocked-file': {
        severity: 'error',
        title: 'A file cannot be written at its place.',
        explain: 'A symbolic link, a folder or another special file stands there. transship writes only regular files within the folder; move what stands there.',
    },
    'write-failed': {
        severity: 'error',
        title: 'The system refused to write a file.',
        explain: 'Nothing of the file was written. The message has the reason of the system: EACCES and EPERM are missing rights, ENOSPC is a full disk, EROFS a disk that is read-only.',
    },
    'ignored-setting': {
        severity: 'warning',
        title: 'A key of the settings file has no effect.',
        explain: 'It is no setting, or it has no value. The settings are: runner, node-pools, images, secrets, parallel, own-actions.',
    },
    'bad-setting': {
        severity: 'error',
        title: 'The settings file cannot be used.',
        explain: 'Nothing is converted and nothing is written. Correct the place that is shown.',
    },
    'unpinned-own-action': {
        severity: 'warning',
        title: "A workflow names this project's own actions by a tag.",
        explain: 'No commit was found: the tool runs neither from a checkout nor from a packed release. A tag can be moved. Write `own-actions: { commit: ..., version: ... }` into the settings.',
    },
    'inherited-finding': {
        severity: 'note',
        title: 'A linter will name a command or an image that was in the legacy file.',
        explain: 'Commands and images are kept as they were, so what a security linter says of them is inherited, not made by the conversion. The message names the audit of zizmor.',
    },
    'old-badge': {
        severity: 'note',
        title: 'A document shows a badge of the retired service.',
        explain: 'Replace it by the badge of the new workflow, `.../actions/workflows/NAME.yml/badge.svg`.',
    },
    ...shippableCodes,
    ...codeshipCodes,
};
/** A code's row, with the optional fields that the literal type hides. */
const codeRow = (code) => codes[code];


/***/ }),

/***/ 9553:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _cli_main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5979);
/* harmony import */ var _host_package_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8431);
/* harmony import */ var _host_terminal_io_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1097);



process.exitCode = await (0,_cli_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)(process.argv.slice(2), (0,_host_terminal_io_js__WEBPACK_IMPORTED_MODULE_2__/* .terminalIo */ .l)(), () => (0,_host_package_js__WEBPACK_IMPORTED_MODULE_1__/* .packageFacts */ .W)().version);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W: () => (/* binding */ packageFacts),
  n: () => (/* binding */ packageFolder)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./build/host/package.js
// Where this package lies, and its version: the folder above `dist/cli`, `build/entry` or `src/host`.



/** Absolute path of the package's folder. Every build lies two folders below it. */
const packageFolder = () => external_node_path_.resolve(external_node_path_.dirname((0,external_node_url_namespaceObject.fileURLToPath)(import.meta.url)), '..', '..');
function packageFacts(folder = packageFolder()) {
    const text = external_node_fs_.readFileSync(external_node_path_.join(folder, 'package.json'), 'utf8');
    return JSON.parse(text);
}


/***/ }),

/***/ 1883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   h_: () => (/* binding */ openRepository)
/* harmony export */ });
/* unused harmony export repositoryLimits */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8271);
/* harmony import */ var _output_marker_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2096);
/* harmony import */ var _source_source_file_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1074);
// A folder of the disk as the view that translators get. Bounded, lazy, and total: what can't be read is
// reported, never thrown.





const repositoryLimits = {
    paths: 20_000,
    depth: 24,
    /** Bytes of a file that a scan may read. */
    scan: 256 * 1024,
    /** Enough bytes of a legacy file for the parser to see that it is too large, whatever the characters. */
    legacy: 3_000_100,
};
/** Version control, and what package managers put there. */
const leftOut = new Set(['.git', '.hg', '.svn', 'node_modules', 'bower_components', 'vendor']);
const legacyName = /^(?:.*shippable(?:\.(?:jobs|resources|triggers|templates))?\.yml|(?:codeship|jet)-(?:services|steps)\.(?:yml|json)|docker-compose\.yml)$/i;
/** Looks at a folder that exists. Symbolic links count as what they name inside the folder, or not at all. */
function openRepository(root) {
    const diagnostics = [];
    const report = (code, at, message, help) => {
        const file = (0,_source_source_file_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceFile */ .sm)(at, '');
        const { severity } = (0,_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .codeRow */ .I)(code);
        diagnostics.push({ code, severity, message, help, at: { file, start: 0, end: 0 } });
    };
    const realRoot = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync(root);
    const paths = listFiles(realRoot, report);
    const known = new Set(paths);
    const texts = new Map();
    const read = (file) => {
        if (!known.has(file))
            return undefined;
        if (!texts.has(file))
            texts.set(file, readText(realRoot, file));
        return texts.get(file);
    };
    return { repository: { paths, read }, diagnostics };
}
/** Breadth first, so that a bound that is reached cuts off the depths and not the root. */
function listFiles(root, report) {
    const files = [];
    let folders = [''];
    for (let depth = 0; folders.length > 0; depth++) {
        const next = [];
        for (const folder of folders) {
            for (const entry of entriesOf(root, folder, report)) {
                const at = folder === '' ? entry.name : `${folder}/${entry.name}`;
                // `.git` may be a file, in a submodule.
                if (leftOut.has(entry.name))
                    continue;
                if (entry.isDirectory())
                    next.push(at);
                else if (isFileWithin(root, at, entry) && !isOwnOutput(root, at))
                    files.push(at);
                if (files.length >= repositoryLimits.paths) {
                    reportCut(report, `${repositoryLimits.paths} files`);
                    return files.sort(byCodeUnit);
                }
            }
        }
        if (depth >= repositoryLimits.depth && next.length > 0) {
            reportCut(report, `${repositoryLimits.depth} levels of folders`);
            break;
        }
        folders = next;
    }
    return files.sort(byCodeUnit);
}
const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function reportCut(report, what) {
    report('repository-cut', '.', `only the first ${what} were looked at`, 'convert a copy without generated files if a legacy file or a script lies deeper');
}
function entriesOf(root, folder, report) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, folder), { withFileTypes: true })
            .sort((a, b) => byCodeUnit(a.name, b.name));
    }
    catch (error) {
        report('folder-unreadable', folder === '' ? '.' : folder, `the folder could not be read (${reasonOf(error)})`, 'give yourself the right to read it, if it holds a configuration or scripts');
        return [];
    }
}
/** The system's word for what went wrong, such as `EACCES`; never its message, which names the machine's folders. */
const reasonOf = (error) => error.code ?? (error instanceof Error ? error.name : 'unknown');
/** A regular file, or a link to one inside the repository. A link out of it is named, and can't be read. */
function isFileWithin(root, at, entry) {
    if (entry.isFile())
        return true;
    if (!entry.isSymbolicLink())
        return false;
    const target = realTarget(root, at);
    if (target === undefined)
        return legacyName.test(entry.name);
    return node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync(target, { throwIfNoEntry: false })?.isFile() ?? false;
}
function realTarget(root, at) {
    try {
        const target = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, at));
        return target.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? target : undefined;
    }
    catch {
        return undefined;
    }
}
/** A file that transship wrote is no input, or converting twice would see other files than converting once. */
function isOwnOutput(root, at) {
    if (!/(?:^|\/)(?:\.github\/.*|compose\.codeship\.yml)$/.test(at))
        return false;
    const head = readBytes(root, at, 2000);
    return head !== undefined && (0,_output_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .originOf */ .yv)(head.toString('utf8')) !== 'foreign';
}
function readText(root, at) {
    const isLegacy = legacyName.test(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(at));
    const limit = isLegacy ? repositoryLimits.legacy : repositoryLimits.scan;
    const bytes = readBytes(root, at, limit + 1);
    if (bytes === undefined || (bytes.length > limit && !isLegacy))
        return undefined;
    return bytes.toString('utf8');
}
/** At most so many bytes from the start of a file; undefined where it can't be read or lies outside. */
function readBytes(root, at, most) {
    const file = realTarget(root, at);
    if (file === undefined)
        return undefined;
    try {
        const descriptor = node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync(file, 'r');
        try {
            const size = Math.min(node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync(descriptor).size, most);
            const buffer = Buffer.alloc(size);
            let filled = 0;
            while (filled < size) {
                const count = node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync(descriptor, buffer, filled, size - filled, null);
                if (count === 0)
                    break;
                filled += count;
            }
            return buffer.subarray(0, filled);
        }
        finally {
            node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync(descriptor);
        }
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeAll),
/* harmony export */   y: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
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

/***/ 1097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ terminalIo)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:tty"
const external_node_tty_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");
// EXTERNAL MODULE: ./build/host/standard-output.js
var standard_output = __nccwpck_require__(9134);
;// CONCATENATED MODULE: ./build/host/terminal-io.js
// The real streams of the command line: written at once, and silent once the reader has gone (`| head`).



function terminalIo(env = process.env) {
    const mayColor = !env['NO_COLOR'] && env['TERM'] !== 'dumb';
    return {
        stdout: writer(1),
        stderr: writer(2),
        stdin: () => external_node_fs_.readFileSync(0),
        env,
        folder: process.cwd(),
        color: { stdout: mayColor && external_node_tty_namespaceObject.isatty(1), stderr: mayColor && external_node_tty_namespaceObject.isatty(2) },
    };
}
function writer(descriptor) {
    let open = true;
    return (text) => {
        if (!open || text === '')
            return;
        try {
            (0,standard_output/* writeAll */.f)(descriptor, Buffer.from(text));
        }
        catch (error) {
            if (error.code !== 'EPIPE')
                throw error;
            open = false;
        }
    };
}


/***/ }),

/***/ 7755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   Xb: () => (/* binding */ DOCKER_HUB),
/* harmony export */   l5: () => (/* binding */ normalizeRegistry)
/* harmony export */ });
/* unused harmony exports familiarName, dockerConfigKey */
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


/***/ }),

/***/ 6826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  J: () => (/* binding */ servicesKeys)
});

// EXTERNAL MODULE: ./build/source/keys.js
var keys = __nccwpck_require__(7694);
// EXTERNAL MODULE: ./build/source/readers.js
var readers = __nccwpck_require__(3460);
// EXTERNAL MODULE: ./build/legacy/codeship/values.js
var values = __nccwpck_require__(904);
;// CONCATENATED MODULE: ./build/legacy/codeship/build-keys.js
// The keys under `build` of a service (codeship.md 2.2).



const source = 'codeship.md 2.2';
const ignored = (summary, help) => (0,keys/* dropped */.p)({
    summary,
    source,
    why: 'CodeShip ignored it',
    ...(help === undefined ? {} : { help }),
});
const buildKeys = {
    image: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Name of the image that is built.',
        becomes: '`image` of the service in the Compose file.',
        source,
    }),
    context: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Folder that is sent to the builder, from the folder of the services file.',
        becomes: '`build.context` in the Compose file.',
        source,
    }),
    path: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Older name of `context`.',
        becomes: '`build.context` in the Compose file.',
        source,
    }),
    dockerfile: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Dockerfile, from the folder of the context.',
        becomes: '`build.dockerfile` in the Compose file.',
        source,
    }),
    dockerfile_path: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Older name of `dockerfile`.',
        becomes: '`build.dockerfile` in the Compose file.',
        source,
    }),
    args: (0,keys/* translated */.vE)(values/* assignments */.TT, {
        summary: 'Build arguments; values may be Go templates.',
        becomes: '`build.args` in the Compose file; a template becomes the variable that it names, or is rendered by the `build` action.',
        source: 'codeship.md 2.2, 4.3',
    }),
    encrypted_args_file: (0,keys/* translated */.vE)((0,readers/* oneOrMany */.Pl)(readers/* text */.Qq), {
        summary: 'Encrypted files of build arguments, from the folder of the services file.',
        becomes: '`encrypted-args-file` of the `build` action. The values stay visible in the history of the image.',
        source: 'codeship.md 2.2, 12.2',
    }),
    encrypted_args: (0,keys/* translated */.vE)((0,readers/* oneOrMany */.Pl)(readers/* text */.Qq), {
        summary: 'Encrypted build arguments in the file itself.',
        becomes: '`encrypted-args` of the `build` action. The values stay visible in the history of the image.',
        source: 'codeship.md 2.2, 12.2',
    }),
    configure: (0,keys/* manual */.jW)({
        summary: 'A service and a command that ran before the build.',
        source,
        why: 'a command before a build was possible in 2015 only',
        todo: 'write the command as a step of its own, before the first step that uses the service',
    }),
    name: ignored('A slip of one documentation page.', 'write `image` to name the image'),
    target: ignored('Stage of the Dockerfile to stop at.'),
    cache_from: ignored('Images to take layers from.', 'CodeShip had `cached: true` for this'),
    labels: ignored('Labels of the image.', 'put LABEL into the Dockerfile'),
    network: ignored('Network during the build.'),
    ssh: ignored('SSH agents for the build.'),
    secrets: ignored('Secrets for the build.'),
    shm_size: ignored('Size of /dev/shm during the build.'),
    platforms: ignored('Platforms to build for.'),
};

;// CONCATENATED MODULE: ./build/legacy/codeship/services-keys.js
// The keys of a service (codeship.md 2.1).




const services_keys_source = 'codeship.md 2.1';
/** A key that `docker run` and Compose have under the same name. */
const same = (summary, becomes = 'The same key in the Compose file.') => ({ summary, becomes, source: services_keys_source });
const services_keys_ignored = (summary) => (0,keys/* dropped */.p)({ summary, source: services_keys_source, why: 'CodeShip ignored this key of Compose' });
const linksToHost = (summary) => (0,keys/* dropped */.p)({
    summary,
    source: services_keys_source,
    why: 'CodeShip excluded what ties a service to the machine',
});
const misspelt = (right) => (0,keys/* dropped */.p)({
    summary: `A misspelling of \`${right}\` that an old documentation page had.`,
    source: 'codeship.md 5.4',
    why: 'CodeShip ignored it',
    help: `write \`${right}\``,
});
const encryptedFile = {
    summary: 'Encrypted environment files, stronger than `env_file`.',
    becomes: 'Opened by the `prepare` action to the folder that `env_file` of the Compose file names.',
    source: 'codeship.md 2.3',
};
const servicesKeys = {
    image: (0,keys/* translated */.vE)(readers/* text */.Qq, same('Image to pull, or to take from the machine where it is there.')),
    build: (0,keys/* translated */.vE)((0,readers/* bySort */.WO)({ scalar: readers/* text */.Qq, mapping: (0,keys/* section */.uW)(buildKeys, { ignored: 'CodeShip ignored it' }) }), {
        summary: 'Folder to build the image from, or a mapping.',
        becomes: '`build` and `image` in the Compose file; the image is built once, before the first step that needs it.',
        source: 'codeship.md 2.2',
        keys: buildKeys,
    }),
    dockerfile: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Dockerfile of `build: FOLDER`, from that folder.',
        becomes: '`build.dockerfile` in the Compose file.',
        source: services_keys_source,
    }),
    cached: (0,keys/* translated */.vE)(readers/* flag */.Jt, {
        summary: 'Whether the layers of the image are kept for later builds of the branch.',
        becomes: 'A step with the `build` action, which keeps them in the cache of GitHub.',
        source: 'codeship.md 2.4',
    }),
    default_cache_branch: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Branch whose cache serves a branch without one; `master` where it is not said.',
        becomes: '`cache-branch` of the `build` action.',
        source: 'codeship.md 2.4',
    }),
    environment: (0,keys/* translated */.vE)(values/* assignments */.TT, {
        summary: 'Variables of the container, weaker than those of environment files.',
        becomes: '`environment` in the Compose file, without the names that an environment file gives too.',
        source: 'codeship.md 2.3',
    }),
    env_file: (0,keys/* translated */.vE)((0,readers/* oneOrMany */.Pl)(readers/* text */.Qq), {
        summary: 'Environment files, one `KEY=value` a line, read literally.',
        becomes: '`env_file` in the Compose file, with `format: raw`.',
        source: 'codeship.md 2.3',
    }),
    encrypted_environment: (0,keys/* translated */.vE)((0,readers/* bySort */.WO)({ scalar: readers/* text */.Qq, sequence: (0,readers/* listOf */.c3)(readers/* text */.Qq) }), {
        summary: 'Encrypted `KEY=value` texts in the file itself.',
        becomes: 'Opened by the `prepare` action to files that `env_file` of the Compose file names.',
        source: 'codeship.md 2.3',
    }),
    encrypted_env_file: (0,keys/* translated */.vE)((0,readers/* oneOrMany */.Pl)(readers/* text */.Qq), encryptedFile),
    encrypted_env: (0,keys/* translated */.vE)((0,readers/* oneOrMany */.Pl)(readers/* text */.Qq), encryptedFile),
    encrypted_dockercfg_path: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Encrypted registry credentials for pulling and building.',
        becomes: 'A step with the `login` action before the image is needed.',
        source: 'codeship.md 5.2',
    }),
    dockercfg_service: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Service that writes the registry credentials for pulling and building.',
        becomes: 'A step with the `login` action before the image is needed.',
        source: 'codeship.md 5.3',
    }),
    registry: (0,keys/* dropped */.p)({
        summary: 'Stood in one early example, next to `image`.',
        source: services_keys_source,
        why: 'on a service it had no effect',
    }),
    depends_on: (0,keys/* translated */.vE)(values/* mentions */.wy, {
        summary: 'Services that are started first, new for every step.',
        becomes: '`depends_on` in the Compose file; with `condition: service_healthy` where the image has a HEALTHCHECK.',
        source: 'codeship.md 2.5',
    }),
    links: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* text */.Qq), {
        summary: 'As `depends_on`, with further host names.',
        becomes: '`depends_on` in the Compose file, and `links` for further host names.',
        source: 'codeship.md 2.5',
    }),
    volumes: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* text */.Qq), {
        summary: 'Folders of the repository, or volumes, and where the container has them.',
        becomes: '`volumes` in the Compose file; what other services take over is a volume that lives for the job.',
        source: 'codeship.md 2.6',
    }),
    volumes_from: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* text */.Qq), {
        summary: 'Services whose volumes this one has too.',
        becomes: '`volumes_from` in the Compose file.',
        source: 'codeship.md 2.6',
    }),
    add_docker: (0,keys/* translated */.vE)(readers/* flag */.Jt, {
        summary: 'Whether the container can use the Docker of the machine.',
        becomes: 'A mount of /var/run/docker.sock in the Compose file.',
        source: 'codeship.md 2.7',
    }),
    command: (0,keys/* translated */.vE)(values/* words */.aL, {
        summary: 'What runs where the service is a dependency; a step says its own command.',
        becomes: '`command` in the Compose file.',
        source: 'codeship.md 2.8',
    }),
    entrypoint: (0,keys/* translated */.vE)(values/* words */.aL, {
        summary: 'Replaces the ENTRYPOINT of the image.',
        becomes: '`entrypoint` in the Compose file.',
        source: 'codeship.md 2.8',
    }),
    working_dir: (0,keys/* translated */.vE)(readers/* text */.Qq, same('Folder in which the command starts.')),
    user: (0,keys/* translated */.vE)(readers/* text */.Qq, same('User that the command runs as.')),
    hostname: (0,keys/* translated */.vE)(readers/* text */.Qq, same('Host name of the container.')),
    domainname: (0,keys/* translated */.vE)(readers/* text */.Qq, same('Domain name of the container.')),
    dns: (0,keys/* translated */.vE)((0,readers/* oneOrMany */.Pl)(readers/* text */.Qq), same('Name servers.')),
    dns_search: (0,keys/* translated */.vE)((0,readers/* oneOrMany */.Pl)(readers/* text */.Qq), same('Search domains.')),
    extra_hosts: (0,keys/* translated */.vE)(values/* textsOrPairs */.JZ, same('Further host names.')),
    expose: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* text */.Qq), same('Ports that other services may use; all may be used anyway.')),
    security_opt: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* text */.Qq), same('Security options.')),
    cap_add: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* text */.Qq), same('Capabilities to add.')),
    cap_drop: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* text */.Qq), same('Capabilities to take away.')),
    mem_limit: (0,keys/* translated */.vE)(readers/* text */.Qq, same('Limit of memory.')),
    cpuset: (0,keys/* translated */.vE)(readers/* text */.Qq, same('Processors to run on.')),
    cpu_shares: (0,keys/* translated */.vE)(readers/* text */.Qq, same('Share of the processors.')),
    restart: (0,keys/* translated */.vE)(readers/* text */.Qq, same('When the container is started again.')),
    read_only: (0,keys/* translated */.vE)(readers/* flag */.Jt, same('Whether the file system is read-only.')),
    ports: (0,keys/* translated */.vE)((0,readers/* oneOrMany */.Pl)(readers/* text */.Qq), {
        summary: 'Ports published on the machine; CodeShip published none.',
        becomes: 'Left out, but for a registry within the build that a push goes to.',
        source: 'codeship.md 2.1, 4.5',
    }),
    privileged: (0,keys/* dropped */.p)({
        summary: 'Full access to the machine.',
        source: services_keys_source,
        why: 'CodeShip ignored it',
        help: 'add `privileged: true` to the service in the Compose file if it needs that on GitHub',
    }),
    healthcheck: (0,keys/* dropped */.p)({
        summary: 'A health check in the services file.',
        source: services_keys_source,
        why: 'CodeShip heeded the HEALTHCHECK of the image only',
        help: 'put HEALTHCHECK into the Dockerfile',
    }),
    labels: (0,keys/* dropped */.p)({
        summary: 'Labels of the container.',
        source: services_keys_source,
        why: 'CodeShip ignored it',
        help: 'put LABEL into the Dockerfile',
    }),
    external_links: linksToHost('Links to containers of other projects.'),
    stdin_open: linksToHost('Whether the standard input stays open.'),
    cgroup_parent: services_keys_ignored('Parent control group.'),
    configs: services_keys_ignored('Configurations of a swarm.'),
    container_name: services_keys_ignored('Name of the container.'),
    cpu_quota: services_keys_ignored('Quota of the processors.'),
    deploy: services_keys_ignored('Deployment in a swarm.'),
    devices: services_keys_ignored('Devices of the machine.'),
    extends: services_keys_ignored('A service to take over from another file.'),
    group_add: services_keys_ignored('Further groups.'),
    init: services_keys_ignored('Whether an init process runs.'),
    ipc: services_keys_ignored('Name space of processes.'),
    isolation: services_keys_ignored('Kind of isolation.'),
    log_driver: services_keys_ignored('Driver of the log.'),
    log_opt: services_keys_ignored('Options of the log.'),
    logging: services_keys_ignored('Driver and options of the log.'),
    mac_address: services_keys_ignored('Address of the network card.'),
    mem_swappiness: services_keys_ignored('Use of swap.'),
    memswap_limit: services_keys_ignored('Limit of memory and swap.'),
    network_mode: services_keys_ignored('Kind of network.'),
    networks: services_keys_ignored('Networks of the service.'),
    oom_score_adj: services_keys_ignored('Order in which processes are ended when memory runs out.'),
    oom_scope_adj: services_keys_ignored('A slip of the documentation for `oom_score_adj`.'),
    pid: services_keys_ignored('Name space of processes.'),
    platform: services_keys_ignored('Platform of the image.'),
    profiles: services_keys_ignored('Profiles that the service belongs to.'),
    pull_policy: services_keys_ignored('When the image is pulled.'),
    secrets: services_keys_ignored('Secrets of a swarm.'),
    shm_size: services_keys_ignored('Size of /dev/shm.'),
    stop_grace_period: services_keys_ignored('How long to wait for the end.'),
    stop_signal: services_keys_ignored('Signal that ends the container.'),
    sysctls: services_keys_ignored('Settings of the kernel.'),
    tmpfs: services_keys_ignored('Folders in memory.'),
    tty: services_keys_ignored('Whether there is a terminal.'),
    ulimits: services_keys_ignored('Limits of the processes.'),
    userns_mode: services_keys_ignored('Name space of users.'),
    volume_driver: services_keys_ignored('Driver of the volumes.'),
    encryped_dockercfg: misspelt('encrypted_dockercfg_path'),
    'encrypted_.dockercfg_path': misspelt('encrypted_dockercfg_path'),
};


/***/ }),

/***/ 7824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a4: () => (/* binding */ stepsKeys),
/* harmony export */   k9: () => (/* binding */ keysOfType)
/* harmony export */ });
/* unused harmony export stepTypes */
/* harmony import */ var _source_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7694);
/* harmony import */ var _source_readers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3460);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(904);
// The keys of a step (codeship.md 3.1).



const source = 'codeship.md 3.1';
const stepTypes = ['run', 'push', 'load', 'serial', 'parallel', 'matrix', 'manual'];
const stepsKeys = {
    type: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)((0,_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(stepTypes), {
        summary: 'Kind of step; `run` where it is not said.',
        becomes: '`parallel` is a parallel group, `manual` a job behind an environment, `push` a step with the `push` action; the others are steps in order.',
        source: 'codeship.md 3.2',
    }),
    name: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, { summary: 'Name in logs.', becomes: '`name` of the step.', source }),
    service: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        summary: 'Service that the step, or every step of the group, runs on.',
        becomes: 'The service in `docker compose run`.',
        source: 'codeship.md 3.3',
    }),
    services: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)((0,_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq), {
        summary: 'Services that the steps of a group run on, one after the other.',
        becomes: 'A step for each service and each step of the group.',
        source: 'codeship.md 3.4',
    }),
    command: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_values_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL, {
        summary: 'Words that are run in a new container, without a shell.',
        becomes: 'The words behind `docker compose run`, quoted so that the shell of GitHub keeps them as they are.',
        source: 'codeship.md 3.5',
    }),
    steps: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .anything */ .D8, {
        summary: 'Steps of a group.',
        becomes: 'Steps in their order, or a parallel group.',
        source: 'codeship.md 3.2',
    }),
    tag: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        summary: 'Branch or git tag that the step runs for: a literal, or RE2 where it holds `^` or `$`.',
        becomes: '`if` with an expression, or a condition that the `prepare` action decides.',
        source: 'codeship.md 3.6',
    }),
    exclude: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        summary: 'Branch or git tag that the step is left out for; wins over `tag`.',
        becomes: '`if` with an expression, or a condition that the `prepare` action decides.',
        source: 'codeship.md 3.6',
    }),
    on_fail: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .anything */ .D8, {
        summary: 'Steps that run when this one failed.',
        becomes: 'Steps with `if: failure()` and the outcome of this one.',
        source: 'codeship.md 3.8',
    }),
    image_name: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        summary: 'Repository that the image is pushed to.',
        becomes: '`image_name` of the `push` action.',
        source: 'codeship.md 4.2',
    }),
    image_tag: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        summary: 'Tag that is pushed; a Go template, `latest` where it is not said.',
        becomes: '`image_tag` of the `push` action.',
        source: 'codeship.md 4.2',
    }),
    registry: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        summary: 'Registry whose credentials are used.',
        becomes: '`registry` of the `push` action.',
        source: 'codeship.md 4.2',
    }),
    encrypted_dockercfg_path: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        summary: 'Encrypted registry credentials, for this step or the whole group.',
        becomes: 'A step with the `login` action before they are needed.',
        source: 'codeship.md 5.2',
    }),
    dockercfg_service: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .translated */ .vE)(_source_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        summary: 'Service that writes the registry credentials, for this step or the whole group.',
        becomes: 'A step with the `login` action before they are needed.',
        source: 'codeship.md 5.3',
    }),
    encryped_dockercfg: (0,_source_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .dropped */ .p)({
        summary: 'A misspelling of `encrypted_dockercfg_path` that an old documentation page had.',
        source: 'codeship.md 5.4',
        why: 'CodeShip ignored it',
        help: 'write `encrypted_dockercfg_path`',
    }),
};
/** Which keys mean something for which kind of step; the others are said to be left out. */
const keysOfType = {
    run: ['command'],
    push: ['image_name', 'image_tag', 'registry'],
    load: [],
    serial: ['services', 'steps'],
    parallel: ['services', 'steps'],
    matrix: ['services', 'steps'],
    manual: ['services', 'steps'],
};


/***/ }),

/***/ 904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ textsOrPairs),
/* harmony export */   TT: () => (/* binding */ assignments),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   wy: () => (/* binding */ mentions)
/* harmony export */ });
/* harmony import */ var _source_node_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6726);
/* harmony import */ var _source_readers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3460);
// Readers of the values that both CodeShip files have in forms of their own.


const fromList = {
    expects: 'a list of `NAME=value`',
    read: (node, reading) => {
        const items = (0,_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq).read(node, reading);
        if (items === undefined)
            return undefined;
        return { form: 'list', items: items.map(assignmentOf) };
    },
};
function assignmentOf(node) {
    const equals = node.text.indexOf('=');
    if (equals < 0)
        return { name: node.text, node, before: node.before };
    return {
        name: node.text.slice(0, equals),
        value: node.text.slice(equals + 1),
        node,
        before: node.before,
    };
}
const fromMapping = {
    expects: 'a mapping of names to texts',
    read: (node, reading) => {
        if (node.kind !== 'mapping')
            return (0,_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .reportWrongType */ .Ky)(node, 'a mapping', reading);
        const items = [];
        for (const { key, value, merged } of node.entries) {
            const scalar = _source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.read(value, reading);
            if (scalar === undefined)
                continue;
            items.push({
                name: key.text,
                // A name without a value was the empty text: CodeShip read the values as Go strings.
                value: (0,_source_node_js__WEBPACK_IMPORTED_MODULE_1__/* .isNull */ .kZ)(scalar) ? '' : scalar.text,
                node: scalar,
                before: merged ? [] : scalar.before,
            });
        }
        return { form: 'mapping', items };
    },
};
const assignments = (0,_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .bySort */ .WO)({
    sequence: fromList,
    mapping: fromMapping,
});
const words = {
    expects: 'a command, or a list of words',
    read: (node, reading) => {
        if (node.kind === 'scalar')
            return { kind: 'line', node };
        const nodes = (0,_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq).read(node, reading);
        return nodes === undefined ? undefined : { kind: 'list', nodes, node };
    },
};
/** Names of services: a list; a single name; or the keys of a mapping, as later Compose files have it. */
const mentions = {
    expects: 'a list of services',
    read: (node, reading) => {
        if (node.kind === 'mapping')
            return mentionsOfMapping(node.entries, reading);
        const nodes = node.kind === 'scalar' ? [node] : (0,_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq).read(node, reading);
        return nodes?.map((item) => ({ name: item.text, node: item }));
    },
};
function mentionsOfMapping(entries, { otherwise }) {
    return entries.map(({ key, value }) => {
        if (value.kind === 'mapping') {
            otherwise('dropped-key', value, `what stands under \`${key.text}\` is left out: CodeShip took names only, and waited for what an image's HEALTHCHECK says`);
        }
        return { name: key.text, node: value };
    });
}
/** A list of texts, or a mapping of names to texts, which Compose takes alike. */
const textsOrPairs = (0,_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .bySort */ .WO)({ sequence: (0,_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), mapping: (0,_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .dictOf */ .Mv)(_source_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) });


/***/ }),

/***/ 4241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g7: () => (/* binding */ hubKeys),
  qn: () => (/* binding */ notificationKeys),
  D$: () => (/* binding */ rootKeys),
  Hb: () => (/* binding */ shippableRoot)
});

// UNUSED EXPORTS: branchKeys, branches, build, buildKeys, genericKeys, integrationFamilies, integrationsSection, keyIntegrationKeys, oldNotificationKeys, preCiBootKeys, runtime, runtimeKeys

// EXTERNAL MODULE: ./build/source/keys.js
var keys = __nccwpck_require__(7694);
// EXTERNAL MODULE: ./build/source/readers.js
var readers = __nccwpck_require__(3460);
;// CONCATENATED MODULE: ./build/legacy/shippable/command.js
// One command item of a section.
/** A text; a mapping is what `- echo Note: x` means to YAML, and Shippable refused it (shippable.md 1.2). */
const command = {
    expects: 'a command',
    read: (node, { report }) => {
        if (node.kind === 'scalar')
            return node;
        report('command-not-text', node, 'a command has to be one text; Shippable refused this one', 'put the command in quotes: a colon and a blank inside it make YAML read a mapping');
        return undefined;
    },
};

;// CONCATENATED MODULE: ./build/legacy/shippable/keys.js
// The keys of `shippable.yml`, of the current format (shippable.md 2.1 to 2.8) and of the older one like
// Travis CI's (2.9). Reader, messages, key reference and `transship explain` all come from these rows.



const texts = (0,readers/* flatList */.y3)(readers/* text */.Qq);
const commands = (0,readers/* flatList */.y3)(command);
const only = {
    only: (0,keys/* translated */.vE)(texts, {
        summary: 'Names of branches, and of tags, with `*` for any characters.',
        becomes: 'Branch filters of `on.push` and `on.pull_request`, or an `if` of a step.',
        source: 'shippable.md 2.3',
    }),
    except: (0,keys/* translated */.vE)(texts, {
        summary: 'Names that are left out.',
        becomes: 'Negative branch filters, or an `if` of a step.',
        source: 'shippable.md 2.3',
    }),
};
const branchKeys = only;
const branches = (0,keys/* section */.uW)(branchKeys);
const preCiBootKeys = {
    image_name: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'The image that the container sections run in.',
        becomes: 'Input `image_name` of the action `pull-boot-image`; an official image becomes the runner and a setup action.',
        source: 'shippable.md 2.2',
    }),
    image_tag: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: "The image's tag; `latest` without it.",
        becomes: 'Input `image_tag` of `pull-boot-image`.',
        source: 'shippable.md 2.2',
    }),
    pull: (0,keys/* translated */.vE)(readers/* flag */.Jt, {
        summary: 'Whether the image comes from its registry, or from a build in `pre_ci`.',
        becomes: 'Input `pull` of `pull-boot-image`.',
        source: 'shippable.md 2.2',
    }),
    env: (0,keys/* translated */.vE)((0,readers/* oneOrMany */.Pl)(readers/* text */.Qq), {
        summary: 'Environment of the container.',
        becomes: 'Input `env` of `pull-boot-image`.',
        source: 'shippable.md 2.2',
    }),
    options: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Options of `docker run`; they replace `--privileged=true --net=bridge`.',
        becomes: 'Input `options` of `pull-boot-image`.',
        source: 'shippable.md 2.2',
    }),
};
const buildKeys = {
    pre_ci: (0,keys/* translated */.vE)(commands, {
        summary: 'Commands on the host, before the container exists.',
        becomes: 'A step on the runner, before the image is booted.',
        source: 'shippable.md 2.2',
    }),
    pre_ci_boot: (0,keys/* translated */.vE)((0,readers/* bySort */.WO)({ mapping: (0,keys/* section */.uW)(preCiBootKeys) }), {
        summary: 'The image that `ci` and what follows it run in.',
        becomes: 'A step with the action `pull-boot-image`.',
        source: 'shippable.md 2.2',
        keys: preCiBootKeys,
    }),
    ci: (0,keys/* translated */.vE)(commands, {
        summary: 'Commands in the container. Without any, the commands of the language run.',
        becomes: 'One step with one shell, together with `post_ci`.',
        source: 'shippable.md 2.2, 3.2',
    }),
    post_ci: (0,keys/* translated */.vE)(commands, {
        summary: 'Commands in the container after `ci`, in the same shell.',
        becomes: 'The end of the step of `ci`.',
        source: 'shippable.md 2.2, 3.2',
    }),
    on_success: (0,keys/* translated */.vE)(commands, {
        summary: 'Commands after `ci` and `post_ci` succeeded; their failures change nothing.',
        becomes: 'A step that runs on success and goes on after a failing command.',
        source: 'shippable.md 2.2, 3.2',
    }),
    on_failure: (0,keys/* translated */.vE)(commands, {
        summary: 'Commands after `ci` or `post_ci` failed.',
        becomes: 'A step with an `if` on the outcome of the step of `ci`.',
        source: 'shippable.md 2.2, 3.2',
    }),
    always: (0,keys/* translated */.vE)(commands, {
        summary: 'Commands after success or failure, not after a cancel.',
        becomes: 'A step with an `if` on the outcome of the step of `ci`.',
        source: 'shippable.md 2.2, 3.2',
    }),
    push: (0,keys/* translated */.vE)(commands, {
        summary: 'Commands on the host after the container succeeded.',
        becomes: 'A step on the runner, in a fresh shell.',
        source: 'shippable.md 2.2',
    }),
    cache: (0,keys/* approximated */.dV)(readers/* flag */.Jt, {
        summary: 'Whether folders are kept for the next build.',
        becomes: 'Steps that restore and save a cache.',
        source: 'shippable.md 3.7',
    }),
    cache_dir_list: (0,keys/* translated */.vE)(texts, {
        summary: 'The folders to keep; the clone without it.',
        becomes: 'Paths of the cache steps.',
        source: 'shippable.md 3.7',
    }),
    advancedReporting: (0,keys/* dropped */.p)({
        summary: 'Showed reports in more detail.',
        source: 'shippable.md 2.2',
        why: 'GitHub has no such view; the reports are uploaded',
    }),
};
const build = (0,keys/* section */.uW)(buildKeys);
const runtimeKeys = {
    nodePool: (0,keys/* approximated */.dV)(readers/* text */.Qq, {
        summary: 'The group of machines that the job runs on.',
        becomes: '`runs-on`, by the map `node-pools` of the settings file.',
        source: 'shippable.md 2.6',
    }),
    build: (0,keys/* translated */.vE)(build, {
        summary: 'Sections that replace those of `build` on this pool.',
        becomes: 'The commands of the jobs of this pool.',
        source: 'shippable.md 2.6',
        keys: buildKeys,
    }),
};
const runtime = (0,keys/* section */.uW)(runtimeKeys);
const hubKeys = {
    integrationName: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: "The integration's name in the subscription.",
        becomes: 'Input `integrations` of the action `login`, and the names of its secrets.',
        source: 'shippable.md 2.7, 6.2',
        nullable: true,
    }),
    type: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'The kind of registry.',
        becomes: 'Input `integrations` of `login`.',
        source: 'shippable.md 2.7, 6.1',
    }),
    branches: (0,keys/* translated */.vE)(branches, {
        summary: 'The branches, or tags, for which the login happens.',
        becomes: 'Input `integrations` of `login`; it limits the login only.',
        source: 'shippable.md 6.2',
        keys: branchKeys,
    }),
    region: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Region of Amazon ECR, `us-east-1` without it.',
        becomes: 'Input `integrations` of `login`.',
        source: 'shippable.md 6.1',
    }),
    agent_only: (0,keys/* translated */.vE)(readers/* flag */.Jt, {
        summary: 'Whether the login stays out of the build container.',
        becomes: 'Input `integrations` of `login`.',
        source: 'shippable.md 6.2',
    }),
};
const when = (event) => (0,keys/* translated */.vE)((0,readers/* oneOf */.yL)(['always', 'change', 'never'], true), {
    summary: `Whether ${event} is told: always, on change, or never.`,
    becomes: 'The `if` of the step that sends the message.',
    source: 'shippable.md 2.8',
});
const notificationKeys = {
    integrationName: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: "The integration's name; `email` and `irc` need none.",
        becomes: 'The name of the secret that the step reads.',
        source: 'shippable.md 2.7',
        nullable: true,
    }),
    type: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Where the message goes.',
        becomes: 'A step that sends it, for Slack and webhooks.',
        source: 'shippable.md 2.8',
    }),
    recipients: (0,keys/* translated */.vE)(texts, {
        summary: 'Channels, rooms or addresses.',
        becomes: 'The channels in the message of the step.',
        source: 'shippable.md 2.8',
    }),
    payload: (0,keys/* translated */.vE)(texts, {
        summary: 'Pairs that a webhook gets.',
        becomes: 'The JSON that the step sends.',
        source: 'shippable.md 2.8',
    }),
    branches: (0,keys/* translated */.vE)(branches, {
        summary: 'The branches whose builds are told.',
        becomes: 'The `if` of the step.',
        source: 'shippable.md 2.8',
        keys: branchKeys,
    }),
    on_success: when('success'),
    on_failure: when('failure'),
    on_cancel: when('a cancel'),
    on_start: when('the start'),
    on_pull_request: when('a pull request'),
    sendConsoleLogs: (0,keys/* dropped */.p)({
        summary: 'Attached the console log to a mail.',
        source: 'shippable.md 2.7',
        why: "GitHub's mails link to the log",
    }),
    sendCoverageReports: (0,keys/* dropped */.p)({
        summary: 'Attached coverage reports to a mail.',
        source: 'shippable.md 2.7',
        why: "GitHub's mails link to the run, which has the reports as an artifact",
    }),
    sendFailingSnippet: (0,keys/* dropped */.p)({
        summary: 'Put the failing lines into a mail.',
        source: 'shippable.md 2.7',
        why: "GitHub's mails link to the log",
    }),
};
const keyIntegrationKeys = {
    integrationName: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Name of a key; the file `/tmp/ssh/NAME`.',
        becomes: 'A secret that is loaded into an SSH agent, and written to that file where a command names it.',
        source: 'shippable.md 2.7, 3.3',
    }),
    type: (0,keys/* translated */.vE)((0,readers/* oneOf */.yL)(['sshkey', 'pemkey', 'ssh-key', 'pem-key'], true), {
        summary: '`sshKey` or `pemKey`; `ssh-key` and `pem-key` in older files.',
        becomes: 'The field of the secret.',
        source: 'shippable.md 2.7',
    }),
};
const genericKeys = {
    integrationName: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Name of a key-value integration.',
        becomes: 'Secrets for the names that scripts read.',
        source: 'shippable.md 2.7',
    }),
    type: (0,keys/* dropped */.p)({
        summary: 'The kind of the integration.',
        source: 'shippable.md 2.7',
        why: 'a generic integration is always a list of keys and values',
    }),
};
const integrationFamilies = {
    // A notification may stand below `hub` by mistake, so items are read when their type is known.
    hub: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* anything */.D8), {
        summary: 'Registries to log in to.',
        becomes: 'A step with the action `login`.',
        source: 'shippable.md 6.2',
        keys: hubKeys,
    }),
    notifications: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* anything */.D8), {
        summary: 'Messages about results.',
        becomes: 'Steps at the end of the job.',
        source: 'shippable.md 2.8',
        keys: notificationKeys,
    }),
    key: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)((0,keys/* section */.uW)(keyIntegrationKeys)), {
        summary: 'SSH and PEM keys.',
        becomes: 'Steps that load the keys.',
        source: 'shippable.md 2.7, 3.3',
        keys: keyIntegrationKeys,
    }),
    keys: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)((0,keys/* section */.uW)(keyIntegrationKeys)), {
        summary: 'Another spelling of `key`.',
        becomes: 'As `key`.',
        source: 'shippable.md 2.7',
        keys: keyIntegrationKeys,
    }),
    generic: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)((0,keys/* section */.uW)(genericKeys)), {
        summary: 'Key-value integrations, whose pairs became environment variables.',
        becomes: 'A secret for each name that a script reads.',
        source: 'shippable.md 2.7',
        keys: genericKeys,
    }),
    deploy: (0,keys/* manual */.jW)({
        summary: 'Deployed to Elastic Beanstalk after CI; deprecated even then.',
        source: 'shippable.md 2.7, 11.65',
        why: 'Elastic Beanstalk deployments need rights and names that the file does not hold',
        todo: 'add a step after `ci` that uploads a version and calls `aws elasticbeanstalk update-environment`',
    }),
};
const integrationsSection = (0,keys/* section */.uW)(integrationFamilies);
const oldNotificationKeys = {
    email: (0,keys/* approximated */.dV)(readers/* anything */.D8, {
        summary: 'Mails about results, in the older format.',
        becomes: "Left out: GitHub mails by each person's own settings.",
        source: 'shippable.md 2.9',
    }),
};
const versions = (language) => (0,keys/* translated */.vE)(texts, {
    summary: `Versions of ${language}; several are an axis of the matrix.`,
    becomes: 'The version of the setup action, or the tag of the official image for versions that no runner has.',
    source: 'shippable.md 2.1, 4',
});
const oldCommands = (place) => (0,keys/* translated */.vE)(commands, {
    summary: `Commands of the older format: ${place}.`,
    becomes: 'Commands in the step of `ci`, in the order in which Shippable joined them.',
    source: 'shippable.md 2.9',
});
const rootKeys = {
    language: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'The language, which chose the image and the default commands.',
        becomes: 'A setup action, or the official image of the language; the default commands where none are given.',
        source: 'shippable.md 2.1, 4',
    }),
    node_js: versions('Node.js'),
    python: versions('Python'),
    rvm: versions('Ruby'),
    jdk: versions('the JDK'),
    go: versions('Go'),
    php: versions('PHP'),
    scala: versions('Scala'),
    lein: versions('Leiningen'),
    compiler: versions('the C compiler'),
    gemfile: (0,keys/* translated */.vE)(texts, {
        summary: 'Gemfiles; several are an axis of the matrix.',
        becomes: '`SHIPPABLE_GEMFILE` of the job.',
        source: 'shippable.md 2.1',
    }),
    bundler_args: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Arguments of the default `bundle install`.',
        becomes: 'Arguments of that command.',
        source: 'shippable.md 2.1',
    }),
    branches: (0,keys/* translated */.vE)(branches, {
        summary: 'The branches that are built; the same lists filter tags.',
        becomes: 'Filters of `on.push` and `on.pull_request`.',
        source: 'shippable.md 2.3',
        keys: branchKeys,
    }),
    runtime: (0,keys/* approximated */.dV)((0,readers/* oneOrMany */.Pl)(runtime), {
        summary: 'Node pools; several are an axis of the matrix.',
        becomes: '`runs-on`, by the map `node-pools` of the settings file.',
        source: 'shippable.md 2.6',
        keys: runtimeKeys,
    }),
    services: (0,keys/* translated */.vE)((0,readers/* flatList */.y3)((0,readers/* bySort */.WO)({ scalar: readers/* text */.Qq, mapping: (0,readers/* dictOf */.Mv)(readers/* text */.Qq) })), {
        summary: 'Databases and other services that run on localhost.',
        becomes: 'Service containers with published ports and health checks.',
        source: 'shippable.md 5',
    }),
    addons: (0,keys/* approximated */.dV)((0,readers/* dictOf */.Mv)(readers/* anything */.D8), {
        summary: 'Additions in the manner of Travis CI: a Firefox, a database version.',
        becomes: 'The version of a service container, where it is one.',
        source: 'shippable.md 2.1, 5',
    }),
    git: (0,keys/* translated */.vE)((0,keys/* section */.uW)({
        submodules: (0,keys/* translated */.vE)(readers/* flag */.Jt, {
            summary: 'Whether submodules are fetched; yes without the key.',
            becomes: 'Input `submodules` of actions/checkout.',
            source: 'shippable.md 2.1',
        }),
    }), {
        summary: 'Options of the clone.',
        becomes: 'Inputs of actions/checkout.',
        source: 'shippable.md 2.1',
    }),
    depth: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'Depth of the clone; everything without it.',
        becomes: 'Input `fetch-depth` of actions/checkout.',
        source: 'shippable.md 2.1',
    }),
    gitConfig: (0,keys/* translated */.vE)(texts, {
        summary: 'Settings of git before the clone.',
        becomes: 'A step with `git config --global` before the checkout.',
        source: 'shippable.md 2.1',
    }),
    vote: (0,keys/* dropped */.p)({
        summary: 'Votes on Gerrit changes.',
        source: 'shippable.md 2.1',
        why: 'GitHub has no Gerrit votes',
        help: 'make the check a required status check',
    }),
    env: (0,keys/* translated */.vE)(readers/* anything */.D8, {
        summary: 'Environment: `global` for every job, each other item a row of the matrix.',
        becomes: '`env` of the job; what the shell has to evaluate is exported by a step.',
        source: 'shippable.md 2.4',
    }),
    matrix: (0,keys/* translated */.vE)((0,keys/* section */.uW)({
        include: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* anything */.D8), {
            summary: 'Additional jobs.',
            becomes: 'Rows of `strategy.matrix.include`.',
            source: 'shippable.md 2.5',
        }),
        exclude: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* anything */.D8), {
            summary: 'Combinations that do not run.',
            becomes: 'Rows that are left out.',
            source: 'shippable.md 2.5',
        }),
        allow_failures: (0,keys/* translated */.vE)((0,readers/* listOf */.c3)(readers/* anything */.D8), {
            summary: 'Jobs whose failure does not fail the run.',
            becomes: '`continue-on-error` of the rows.',
            source: 'shippable.md 2.5',
        }),
    }), {
        summary: 'Changes to the combinations of the axes.',
        becomes: 'Rows of `strategy.matrix.include`.',
        source: 'shippable.md 2.5',
    }),
    build: (0,keys/* translated */.vE)(build, {
        summary: 'The commands.',
        becomes: 'The steps of the job.',
        source: 'shippable.md 2.2',
        keys: buildKeys,
    }),
    integrations: (0,keys/* translated */.vE)(integrationsSection, {
        summary: 'Registries, messages and keys, by the names of integrations.',
        becomes: 'Steps for login, keys and messages; a secret for each credential.',
        source: 'shippable.md 2.7',
        keys: integrationFamilies,
    }),
    integration: (0,keys/* translated */.vE)(integrationsSection, {
        summary: 'Another spelling of `integrations`.',
        becomes: 'As `integrations`.',
        source: 'shippable.md 2.1',
        keys: integrationFamilies,
    }),
    resources: (0,keys/* leftToPerson */.gf)(readers/* anything */.D8, {
        summary: 'Resources of Assembly Lines.',
        becomes: 'Nothing yet: left to a person.',
        source: 'shippable.md 8',
    }),
    jobs: (0,keys/* leftToPerson */.gf)(readers/* anything */.D8, {
        summary: 'Jobs of Assembly Lines.',
        becomes: 'Nothing yet: left to a person.',
        source: 'shippable.md 8',
    }),
    triggers: (0,keys/* leftToPerson */.gf)(readers/* anything */.D8, {
        summary: 'Triggers of Assembly Lines.',
        becomes: 'Nothing yet: left to a person.',
        source: 'shippable.md 8',
    }),
    externalReferences: (0,keys/* leftToPerson */.gf)((0,readers/* listOf */.c3)(readers/* text */.Qq), {
        summary: 'Addresses of files whose anchors may be used.',
        becomes: 'Nothing: the converter uses no network.',
        source: 'shippable.md 1.1',
    }),
    // Older format
    before_install: oldCommands('first'),
    install: oldCommands('second; the default command of the language without it'),
    before_script: oldCommands('third'),
    script: oldCommands('fourth; the default command of the language without it'),
    after_script: (0,keys/* approximated */.dV)(commands, {
        summary: 'Commands at the end, of the older format.',
        becomes: 'As `build.always`.',
        source: 'shippable.md 2.9',
    }),
    after_success: (0,keys/* translated */.vE)(commands, {
        summary: 'Commands after success, of the older format.',
        becomes: 'As `build.on_success`.',
        source: 'shippable.md 2.9',
    }),
    after_failure: (0,keys/* translated */.vE)(commands, {
        summary: 'Commands after failure, of the older format.',
        becomes: 'As `build.on_failure`.',
        source: 'shippable.md 2.9',
    }),
    build_image: (0,keys/* translated */.vE)(readers/* text */.Qq, {
        summary: 'The image of the older format.',
        becomes: 'As `build.pre_ci_boot`; images of Shippable become the runner.',
        source: 'shippable.md 2.9',
    }),
    build_environment: (0,keys/* dropped */.p)({
        summary: 'Named the operating system; it chose nothing.',
        source: 'shippable.md 2.9',
        why: 'it was informational only',
    }),
    commit_container: (0,keys/* manual */.jW)({
        summary: 'Committed the build container and pushed it.',
        source: 'shippable.md 2.9, 11.53',
        why: 'a runner is no container that could be committed',
        todo: 'write a Dockerfile that makes the image, and add steps with the actions `build` and `push`',
    }),
    archive: (0,keys/* translated */.vE)(readers/* flag */.Jt, {
        summary: 'Whether the build kept its artifacts.',
        becomes: 'A step that uploads the folder `shippable`.',
        source: 'shippable.md 2.9',
    }),
    reset_minion: (0,keys/* dropped */.p)({
        summary: 'Forced a fresh container.',
        source: 'shippable.md 2.9',
        why: 'every job gets a fresh runner',
    }),
    privileged: (0,keys/* dropped */.p)({
        summary: 'Gave the container more rights.',
        source: 'shippable.md 2.9',
        why: 'runners have Docker',
    }),
    notifications: (0,keys/* approximated */.dV)((0,keys/* section */.uW)(oldNotificationKeys), {
        summary: 'Messages of the older format.',
        becomes: "Left out: GitHub mails by each person's own settings.",
        source: 'shippable.md 2.9',
        keys: oldNotificationKeys,
    }),
    // Sections of `build` that stand at the root; Shippable read only those below `build`.
    pre_ci: buildKeys.pre_ci,
    pre_ci_boot: buildKeys.pre_ci_boot,
    ci: buildKeys.ci,
    post_ci: buildKeys.post_ci,
    on_success: buildKeys.on_success,
    on_failure: buildKeys.on_failure,
    always: buildKeys.always,
    push: buildKeys.push,
    cache: buildKeys.cache,
    cache_dir_list: buildKeys.cache_dir_list,
};
const shippableRoot = (0,keys/* section */.uW)(rootKeys, { ignored: 'Shippable ignored it' });


/***/ }),

/***/ 2096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ markerLine),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* unused harmony export checksum */
// The line by which transship knows a file that it wrote, and sees whether a person edited it since.
const pattern = /^# Generated by transship from .*; checksum ([0-9a-f]{14})\.$/m;
/** The first comment line of a generated file; `body` is everything below it. */
const markerLine = (sources, body) => `Generated by transship from ${sources.join(' and ')}; checksum ${checksum(body)}.`;
/** Whether a file on disk is as transship wrote it, was edited since, or never was ours. */
function originOf(text) {
    const head = text.slice(0, 2000);
    const match = pattern.exec(head);
    if (match === null)
        return 'foreign';
    const body = text.slice(match.index + match[0].length + 1);
    return checksum(body) === match[1] ? 'ours' : 'edited';
}
/** 56 bits over the text: two multiplicative hashes. It finds edits; it keeps no secret. */
function checksum(text) {
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        a = Math.imul(a ^ unit, 0x9e3779b1);
        b = Math.imul(b ^ unit, 0x5f356495);
    }
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    const low = (a >>> 0).toString(16).padStart(8, '0');
    const high = ((b >>> 0) & 0xffffff).toString(16).padStart(6, '0');
    return high + low;
}


/***/ }),

/***/ 9618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O6: () => (/* binding */ seq),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   d_: () => (/* binding */ scalar),
/* harmony export */   lS: () => (/* binding */ raw),
/* harmony export */   mn: () => (/* binding */ traced),
/* harmony export */   nZ: () => (/* binding */ scalarOrBlock),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   u0: () => (/* binding */ sourcesOf)
/* harmony export */ });
// The text that will be written, as a tree whose every part knows which legacy values it came from.
// The emitter turns that into the `target` of each value, so no translator counts indices by hand.
const textOf = (text) => (typeof text === 'string' ? text : text.text);
const sourcesOf = (text) => typeof text === 'string' ? [] : text.from;
const traced = (text, ...from) => ({ text, from });
/** Joins texts, keeping all their sources. */
function joined(parts, separator = '') {
    return { text: parts.map(textOf).join(separator), from: parts.flatMap(sourcesOf) };
}
const scalar = (text, comment) => ({
    kind: 'scalar',
    text: textOf(text),
    from: sourcesOf(text),
    ...(comment === undefined ? {} : { comment }),
});
/** A number, a boolean or a null: written without quotes. */
const raw = (text) => ({ ...scalar(text), raw: true });
const map = (entries, from = []) => ({
    kind: 'map',
    entries,
    from,
});
const seq = (items, from = []) => ({
    kind: 'seq',
    items,
    from,
});
/** A list of texts. */
const list = (texts) => seq(texts.map((text) => ({ value: scalar(text) })));
/** A text of one line as a scalar, of several as a block. */
function scalarOrBlock(text) {
    const value = textOf(text);
    if (!value.includes('\n'))
        return scalar(text);
    return { kind: 'block', lines: [{ text: value, from: sourcesOf(text) }], exact: true };
}


/***/ }),

/***/ 583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V6: () => (/* binding */ registryOfHost),
/* harmony export */   pH: () => (/* binding */ registryOfType)
/* harmony export */ });
/* unused harmony exports registries, registryNamed, notificationTypes */
// The registries that an integration can be, one row each: by which `type` they are asked for, where they are, what opens
// them, and what to check when they say no. Documentation is made from these rows, too.
const url = {
    names: ['URL'],
    asked: true,
    meaning: "the registry's address; `http://` in front only if it has no TLS",
};
const username = { names: ['USERNAME'], asked: true, meaning: 'account' };
const password = {
    names: ['PASSWORD', 'TOKEN', 'APIKEY'],
    secret: true,
    asked: true,
    meaning: 'password or token',
};
const realm = {
    names: ['REALM'],
    meaning: 'host of the token server, where it is in another domain than the registry',
};
const email = {
    names: ['EMAIL'],
    meaning: 'accepted and not used: no client has sent it since 2016',
};
const given = [url, username, password, realm, email];
const { asked: _asked, ...optionalUrl } = url;
const connection = {
    names: ['CONNECTIONID', 'IDENTITY'],
    meaning: 'OIDC connection of Docker Hub, instead of a password',
};
const dockerCheck = 'Check user name and password. Docker Hub takes an access token in place of the password, and nothing else where two-factor authentication is on; a token that was deleted or has expired is refused like a wrong one.';
const googleFields = [
    {
        names: ['JSON_KEY', 'JSONKEY'],
        secret: true,
        asked: true,
        meaning: 'JSON key of the service account, also in base64',
    },
    {
        names: ['WORKLOADIDENTITYPROVIDER', 'IDENTITY'],
        meaning: 'workload identity provider, `projects/N/locations/global/workloadIdentityPools/POOL/providers/NAME`, instead of a key',
    },
    {
        names: ['SERVICEACCOUNT', 'SERVICEACCOUNTEMAIL'],
        meaning: 'service account to act as with the provider; not needed where the pool itself has the roles',
    },
    { ...optionalUrl, meaning: 'hosts, separated by spaces' },
];
const registries = [
    {
        id: 'docker-hub',
        product: 'Docker Hub',
        types: ['docker', 'dockerHub'],
        pattern: /^(docker\.io|dhi\.io)$/,
        hosts: ['docker.io'],
        login: 'password',
        keyless: 'docker-hub',
        fields: [username, password, connection, optionalUrl, realm, email],
        check: dockerCheck,
    },
    {
        id: 'docker',
        product: 'Docker Hub, or any registry with a URL',
        types: ['dockerRegistryLogin', 'Docker Registry'],
        hosts: ['docker.io'],
        login: 'password',
        keyless: 'docker-hub',
        fields: [
            { ...url, meaning: "the registry's address (empty for Docker Hub)" },
            username,
            password,
            connection,
            realm,
            email,
        ],
        check: dockerCheck,
    },
    {
        id: 'private',
        product: 'Private Docker registry',
        types: ['private docker registry', 'Private registry'],
        login: 'password',
        fields: given,
        check: 'Check user name and password in the registry itself, and that the account may log in there.',
    },
    {
        id: 'trusted',
        product: 'Docker Trusted Registry (Mirantis Secure Registry)',
        types: ['docker trusted registry', 'dtr', 'msr'],
        login: 'password',
        fields: given,
        check: 'Check user name and password. An access token of the registry works as the password; a deactivated one is refused.',
    },
    {
        id: 'ecr',
        product: 'Amazon ECR, private and public',
        types: ['ecr', 'Amazon ECR', 'amazonKeys', 'AWS Keys', 'amazonIamRole', 'aws'],
        pattern: /(\.dkr[.-]ecr(-fips)?\.)|^(public\.ecr\.aws|ecr-public\.aws\.com)$/,
        login: 'aws',
        fields: [
            { names: ['AWS_ACCESS_KEY_ID', 'ACCESSKEY'], asked: true, meaning: 'access key id' },
            {
                names: ['AWS_SECRET_ACCESS_KEY', 'SECRETKEY'],
                secret: true,
                asked: true,
                meaning: 'secret access key',
            },
            {
                names: ['SESSIONTOKEN', 'AWS_SESSION_TOKEN'],
                secret: true,
                meaning: 'session token of temporary keys',
            },
            {
                names: ['ROLE', 'ASSUMEROLEARN', 'IDENTITY'],
                meaning: 'role to assume: with the keys, or without keys by the identity token of the job',
            },
            { names: ['EXTERNALID'], meaning: 'external id that the role asks for' },
            {
                names: ['REGION', 'AWS_REGION'],
                meaning: 'region; `region` of the entry wins; default `us-east-1`',
            },
            {
                names: ['ACCOUNTS', 'AWSACCOUNTID'],
                meaning: 'further accounts of the region, separated by spaces',
            },
            { ...optionalUrl, meaning: 'hosts, separated by spaces; `public.ecr.aws` for ECR Public' },
        ],
        check: 'Check the keys and that the identity has the permission ecr:GetAuthorizationToken (ECR Public: ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken).',
    },
    {
        id: 'gcr',
        product: 'Google Container Registry names (served by Artifact Registry)',
        types: ['gcr', 'gcloudKey', 'Google Cloud', 'gke'],
        pattern: /(^|\.)gcr\.io$/,
        // What `gcloud docker -a` logged in to (shippable.md 6.1).
        hosts: ['gcr.io', 'us.gcr.io', 'eu.gcr.io', 'asia.gcr.io'],
        login: 'google',
        fields: googleFields,
        check: 'Check that the key was not deleted and that its account has an Artifact Registry role (roles/artifactregistry.reader or writer): the old storage roles of Container Registry count no longer.',
    },
    {
        id: 'gar',
        product: 'Google Artifact Registry',
        types: ['gar', 'Artifact Registry'],
        pattern: /-docker\.pkg\.dev$/,
        login: 'google',
        fields: googleFields,
        check: 'Check that the key was not deleted and that its account has an Artifact Registry role (roles/artifactregistry.reader or writer).',
    },
    {
        id: 'quay',
        product: 'Quay.io',
        types: ['quayLogin', 'quay', 'quay.io'],
        pattern: /^quay\.io$/,
        hosts: ['quay.io'],
        login: 'password',
        keyless: 'quay',
        fields: [
            username,
            password,
            {
                names: ['ACCESSTOKEN'],
                secret: true,
                meaning: 'OAuth token of an application: lists tags, never logs in',
            },
            optionalUrl,
            realm,
            email,
        ],
        check: 'Check the name of the robot account (`ORG+NAME`) and its token. A password of a person works only if it is an encrypted one from the account settings.',
    },
    {
        id: 'artifactory',
        product: 'JFrog Artifactory',
        types: ['artifactory', 'artifactoryKey', 'jfrog'],
        pattern: /\.jfrog\.io$/,
        login: 'password',
        fields: given,
        check: 'Check user name and password, API key or identity token; a locked account is refused like a wrong password.',
    },
    {
        id: 'ghcr',
        product: 'GitHub Container Registry',
        types: ['ghcr', 'ghcr.io'],
        pattern: /^ghcr\.io$/,
        hosts: ['ghcr.io'],
        login: 'password',
        // Nothing is needed: the token of the job opens it.
        fields: [
            { names: ['USERNAME'], meaning: 'account; without it, the one that started the job' },
            { names: ['PASSWORD', 'TOKEN'], secret: true, meaning: 'token; without it, that of the job' },
            optionalUrl,
        ],
        check: 'Give the job `permissions: packages: read` (or `write` to push). For packages of other owners use a personal access token (classic) with read:packages.',
    },
    {
        id: 'acr',
        product: 'Azure Container Registry',
        types: ['acr', 'azureKeys'],
        pattern: /\.azurecr\.(io|cn|us|de)$/,
        login: 'password',
        fields: [
            url,
            {
                ...username,
                names: ['USERNAME', 'APPID'],
                meaning: 'admin user, token name or id of a service principal',
            },
            password,
            realm,
        ],
        check: 'Check user name and password: a service principal needs the role AcrPull or AcrPush, the admin user must be switched on, a client secret may have expired.',
    },
];
/** The row for a `type`, in any case and spelling of the vendors. */
function registryOfType(type) {
    const word = bare(type);
    return registries.find(({ types }) => types.some((one) => bare(one) === word));
}
function bare(type) {
    return type.toLowerCase().replace(/[\s_-]+/g, '');
}
/** The row for a host; that of Docker Hub and private registries where no other fits. */
function registryOfHost(host) {
    const found = registries.find(({ pattern }) => pattern?.test(host.replace(/:\d+$/, '')));
    return found ?? registryNamed('private');
}
function registryNamed(id) {
    const row = registries.find((registry) => registry.id === id);
    if (row === undefined)
        throw new Error(`there is no registry called ${id}`);
    return row;
}
/** Items of other integration families that users put under `hub` by mistake (shippable.md 2.7). */
const notificationTypes = (/* unused pure expression or super */ null && (['slack', 'hipchat', 'irc', 'email', 'webhook']));


/***/ }),

/***/ 4803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   countOutcomes: () => (/* binding */ countOutcomes),
/* harmony export */   digest: () => (/* binding */ digest)
/* harmony export */ });
/* harmony import */ var _diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8271);
/* harmony import */ var _output_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9618);
/* harmony import */ var _source_source_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1074);
// What a person has to know, in the order in which it is read: what will run, what differs, what to do
// by hand. The terminal and the Markdown report print the same digest.



function digest(conversion) {
    const workflows = new Set(conversion.workflows.map(({ path }) => path));
    // What only needs its secret is said once, among the secrets.
    const isSecret = ({ code, at }) => (0,_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .codeRow */ .I)(code).outcome === 'manual' &&
        at !== undefined &&
        conversion.secrets.some((need) => need.at?.file === at.file && need.at.start === at.start);
    const badges = conversion.diagnostics.filter(({ code }) => code === 'old-badge');
    return {
        runs: conversion.workflows.map(digestWorkflow),
        companions: conversion.files.map(({ path }) => path).filter((path) => !workflows.has(path)),
        differs: gather(conversion.diagnostics.filter((one) => sortOf(one) === 'differs')),
        todo: gather(conversion.diagnostics.filter((one) => sortOf(one) === 'todo' && !isSecret(one))),
        secrets: secretsOf(conversion),
        chores: conversion.workflows.length === 0 ? [] : choresOf(conversion, badges),
        counts: countOutcomes(conversion),
    };
}
function countOutcomes(conversion) {
    const counts = { translated: 0, approximated: 0, manual: 0, dropped: 0, invalid: 0 };
    for (const { outcome } of conversion.entries)
        counts[outcome]++;
    return counts;
}
/** An error or an outcome `manual` is work; a difference is what the reader should know; the rest is detail. */
function sortOf({ code, severity }) {
    const { outcome } = (0,_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .codeRow */ .I)(code);
    if (outcome === 'manual' || severity === 'error')
        return 'todo';
    if (outcome === 'approximated' || severity === 'warning')
        return 'differs';
    return 'detail';
}
function gather(diagnostics) {
    const findings = new Map();
    for (const { code, message, help, at } of diagnostics) {
        const key = `${code}\n${message}\n${help}`;
        const finding = findings.get(key) ?? {
            code,
            message,
            places: [],
            ...(help === undefined ? {} : { help }),
        };
        findings.set(key, finding);
        if (at !== undefined)
            finding.places.push(placeOf(at));
    }
    return [...findings.values()];
}
const placeOf = (at) => at.file.text === '' ? at.file.path : `${at.file.path}:${(0,_source_source_file_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t$)(at.file, at.start).line}`;
function secretsOf({ secrets }) {
    const byName = new Map();
    for (const { name, why, at } of secrets) {
        if (byName.has(name))
            continue;
        byName.set(name, { name, why, ...(at === undefined ? {} : { place: placeOf(at) }) });
    }
    return [...byName.values()];
}
const productOf = {
    shippable: 'Shippable',
    'shippable-assembly-lines': 'Shippable',
    codeship: 'CodeShip',
};
function choresOf(conversion, badges) {
    const products = [
        ...new Set(conversion.sources.map(({ system }) => productOf[system] ?? system)),
    ];
    const names = products.join(' and ');
    return [
        {
            text: `remove the webhook and the deploy key of ${names} (Settings, Webhooks and Deploy keys)`,
            command: 'gh api "repos/{owner}/{repo}/hooks" --jq \'.[] | "\\(.id) \\(.config.url)"\'',
        },
        {
            text: `in the branch protection, replace the required checks of ${names} by the jobs above`,
        },
        ...badges.flatMap(({ at }) => at === undefined ? [] : [{ text: `replace the badge at ${placeOf(at)}` }]),
    ];
}
function digestWorkflow(workflow) {
    return {
        path: workflow.path,
        when: describeTriggers(workflow.on),
        jobs: workflow.jobs.map(describeJob),
    };
}
function describeTriggers({ push, pullRequest, schedule, dispatch }) {
    const of = (names, word) => names?.length ? [`${word} ${names.join(', ')}`] : [];
    const parts = [];
    if (push !== undefined) {
        const to = [
            ...of(push.branches?.map(_output_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6), 'branches'),
            ...of(push.tags?.map(_output_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6), 'tags'),
        ].join(' and ');
        parts.push(to === '' ? 'every push' : `push to ${to}`);
    }
    if (pullRequest !== undefined) {
        const to = of(pullRequest.branches?.map(_output_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6), 'into').join('');
        parts.push(to === '' ? 'pull requests' : `pull requests ${to}`);
    }
    if (schedule?.length)
        parts.push(`schedule ${schedule.map(_output_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6).join('; ')}`);
    if (dispatch)
        parts.push('by hand');
    return parts.join(', ');
}
function describeJob(job) {
    const steps = job.steps.reduce((sum, step) => sum + (step.kind === 'parallel' ? step.steps.length : 1), 0);
    const rows = job.matrix?.length ?? 1;
    const parts = [
        ...(rows > 1 ? [`${rows} jobs`] : []),
        `${steps} steps`,
        `on ${(0,_output_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(job.runsOn).startsWith('${{') ? 'the runner of each row' : (0,_output_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(job.runsOn)}`,
        ...(job.needs?.length ? [`after ${job.needs.join(', ')}`] : []),
    ];
    return `${job.id}: ${parts.join(', ')}`;
}


/***/ }),

/***/ 889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ displayWidth),
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
// Text of users on a terminal: nothing in it may move the cursor, and carets must stand under what they mean.
/** Code points that take two columns: East Asian wide and fullwidth, and emoji (Unicode 15, TR 11). */
const wide = [
    [0x1100, 0x115f],
    [0x231a, 0x231b],
    [0x2e80, 0x303e],
    [0x3041, 0x33ff],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xa000, 0xa4cf],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe30, 0xfe6f],
    [0xff00, 0xff60],
    [0xffe0, 0xffe6],
    [0x1f300, 0x1f64f],
    [0x1f680, 0x1f6ff],
    [0x1f900, 0x1f9ff],
    [0x20000, 0x3fffd],
];
const widthOf = (character) => {
    if (/^(?:\p{Mn}|\p{Me}|[\u200B-\u200D]|[\uFE00-\uFE0F])$/u.test(character))
        return 0;
    const code = character.codePointAt(0) ?? 0;
    return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
};
/** Columns that a text takes; it must have been made visible before. */
function displayWidth(text) {
    let width = 0;
    for (const character of text)
        width += widthOf(character);
    return width;
}
/**
 * Shows control characters, and those that change the direction of text, as a sign of their own; a tab
 * becomes four blanks.
 */
function visible(text) {
    return text
        .replaceAll('\t', '    ')
        .replace(/[\u0000-\u001F]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
        .replaceAll('\u007F', '\u2421')
        .replace(/[\u0080-\u009F\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g, '\uFFFD')
        .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}


/***/ }),

/***/ 8495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ painter)
/* harmony export */ });
// Colours of a terminal (SGR codes), or none.
const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 };
const painter = (color) => (style, text) => color ? `\u001B[${codes[style]}m${text}\u001B[0m` : text;


/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ toReport)
/* harmony export */ });
/* harmony import */ var _source_source_file_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1074);
// The report of the public contract, version 1: what the `--json` output is.

/** The conversion as the contract words it: lines and columns from 1, columns in UTF-16 units. */
function toReport(conversion, version) {
    const summary = { translated: 0, approximated: 0, manual: 0, dropped: 0, invalid: 0 };
    const nodes = conversion.entries.map(({ node, outcome, target, code }) => {
        summary[outcome]++;
        return {
            file: node.file.path,
            path: node.path,
            ...(0,_source_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .positionAt */ .t$)(node.file, node.start),
            outcome,
            ...(target === undefined ? {} : { target }),
            ...(code === undefined ? {} : { code }),
        };
    });
    return {
        version: 1,
        tool: { name: 'transship', version },
        sources: conversion.sources,
        files: conversion.files,
        nodes,
        diagnostics: conversion.diagnostics.map(({ code, severity, message, help, at }) => {
            const place = at === undefined ? {} : placeOf(at.file, at.start, at.end);
            return { code, severity, message, ...(help === undefined ? {} : { help }), ...place };
        }),
        secrets: conversion.secrets.map(({ name, why, at }) => ({
            name,
            why,
            ...(at === undefined ? {} : { file: at.file.path, line: (0,_source_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .positionAt */ .t$)(at.file, at.start).line }),
        })),
        summary,
    };
}
function placeOf(file, start, end) {
    const from = (0,_source_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .positionAt */ .t$)(file, start);
    const to = (0,_source_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .positionAt */ .t$)(file, Math.max(start, end));
    return {
        file: file.path,
        line: from.line,
        column: from.column,
        endLine: to.line,
        endColumn: to.column,
    };
}


/***/ }),

/***/ 1550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   renderSummary: () => (/* binding */ renderSummary)
/* harmony export */ });
/* harmony import */ var _display_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(889);
/* harmony import */ var _paint_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8495);
// The digest on a terminal: what a person reads in ten seconds.


/** More places of one finding are counted, not listed. */
const shownPlaces = 3;
/** `state` says of each file what happened to it: `new`, `changed`, `unchanged`. */
function renderSummary(digest, state, color) {
    const paint = (0,_paint_js__WEBPACK_IMPORTED_MODULE_0__/* .painter */ .C)(color);
    const parts = [
        section(paint, 'What will run', runs(digest, state, paint)),
        section(paint, 'What differs', digest.differs.flatMap((finding) => differs(finding, paint))),
        section(paint, 'To do by hand', todo(digest, paint)),
        counts(digest),
    ];
    return parts.filter((part) => part !== '').join('\n');
}
const section = (paint, title, lines) => lines.length === 0
    ? ''
    : `${paint('bold', title)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
function runs(digest, state, paint) {
    const file = (path) => `${paint('green', path)} (${state(path)})`;
    return [
        ...digest.runs.flatMap((workflow) => [
            file(workflow.path),
            `  on ${(0,_display_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(workflow.when)}`,
            ...workflow.jobs.map((job) => `  ${(0,_display_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(job)}`),
        ]),
        ...digest.companions.map(file),
    ];
}
const differs = (finding, paint) => [
    `${(0,_display_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(finding.message)}${places(finding, paint)}`,
];
function places({ places: all }, paint) {
    if (all.length === 0)
        return '';
    const more = all.length > shownPlaces ? ` and ${all.length - shownPlaces} more` : '';
    return paint('dim', ` (${all.slice(0, shownPlaces).map(_display_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R).join(', ')}${more})`);
}
function todo(digest, paint) {
    const lines = digest.todo.flatMap((finding) => [
        `- ${(0,_display_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(finding.message)}${places(finding, paint)}`,
        ...(finding.help === undefined ? [] : [`  ${(0,_display_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(finding.help)}`]),
    ]);
    if (digest.secrets.length > 0) {
        lines.push('- create the secrets (in an organization, add `--org NAME`)');
        for (const { name, why } of digest.secrets) {
            lines.push(`  gh secret set ${name}${paint('dim', `  # ${(0,_display_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(why)}`)}`);
        }
    }
    for (const { text, command } of digest.chores) {
        lines.push(`- ${(0,_display_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(text)}`, ...(command === undefined ? [] : [`  ${command}`]));
    }
    return lines;
}
function counts({ counts: of }) {
    const total = Object.values(of).reduce((sum, count) => sum + count, 0);
    if (total === 0)
        return '';
    const parts = Object.entries(of)
        .filter(([, count]) => count > 0)
        .map(([outcome, count]) => `${count} ${outcome}`);
    return `${total} values: ${parts.join(', ')}\n`;
}


/***/ }),

/***/ 8817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseEnvFile),
/* harmony export */   l: () => (/* binding */ envFileWarnings)
/* harmony export */ });
// The grammar of CodeShip's environment files, plain or opened (codeship.md 2.3): `KEY=value` a line, nothing else.
// Quotes stay, `\n` stays two characters, nothing is expanded.
const colonForm = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*:(?:\s+(.*))?$/;
const variableName = /^[^\s=]+$/;
function parseEnvFile(text) {
    const lines = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .map((line, index) => ({ text: line.replace(/\r$/, '').trimStart(), line: index + 1 }))
        .filter(({ text: content }) => content !== '' && !content.startsWith('#'));
    const first = lines[0];
    if (first !== undefined && lines.every(({ text: content }) => colonForm.test(content))) {
        return keepLast(lines.map(({ text: content, line }) => {
            const match = colonForm.exec(content);
            return { name: match?.[1] ?? '', value: unquote(match?.[2] ?? ''), line };
        }), [
            {
                kind: 'colon-form',
                line: first.line,
                message: 'Every line reads `KEY: value`. Docker wants `KEY=value`: rewrite the file and encrypt it again.',
            },
        ]);
    }
    const entries = [];
    const warnings = [];
    for (const { text: content, line } of lines) {
        const equals = content.indexOf('=');
        const name = equals < 0 ? content.trimEnd() : content.slice(0, equals);
        const value = equals < 0 ? '' : content.slice(equals + 1);
        if (!variableName.test(name)) {
            warnings.push({ kind: 'bad-name', line, message: `Line ${line} is no \`KEY=value\` line.` });
        }
        else if (equals < 0) {
            warnings.push({ kind: 'no-value', line, message: `Line ${line} has a name and no \`=\`.` });
        }
        else {
            entries.push({ name, value, line });
            if (/^(["']).*\1$/.test(value)) {
                const message = `The value at line ${line} is in quotes, which are part of it: neither CodeShip nor Docker removes them.`;
                warnings.push({ kind: 'quoted', line, message });
            }
        }
    }
    return keepLast(entries, warnings);
}
/**
 * The warnings for an opened file of unknown kind: none where it is no environment file, but JSON, a bare value, or a
 * certificate, whose base64 ends in `=`.
 */
function envFileWarnings(text) {
    if (/^\s*[[{]/.test(text))
        return [];
    const { entries, warnings } = parseEnvFile(text);
    return entries.some(({ value }) => !/^=?$/.test(value)) ? warnings : [];
}
function keepLast(entries, warnings) {
    const last = new Map(entries.map((entry) => [entry.name, entry]));
    const overridden = entries
        .filter((entry) => last.get(entry.name) !== entry)
        .map(({ name, line }) => {
        const winner = last.get(name)?.line;
        return {
            kind: 'overridden',
            line,
            message: `The name at line ${line} stands again at line ${winner}, which wins.`,
        };
    });
    return {
        entries: entries.filter((entry) => last.get(entry.name) === entry),
        warnings: [...warnings, ...overridden].sort((a, b) => a.line - b.line),
    };
}
/** A YAML scalar of the old form may be quoted. */
function unquote(value) {
    const bare = value.trim();
    const match = /^(["'])(.*)\1$/.exec(bare);
    return match?.[2] ?? bare;
}


/***/ }),

/***/ 7694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dV: () => (/* binding */ approximated),
/* harmony export */   gf: () => (/* binding */ leftToPerson),
/* harmony export */   jW: () => (/* binding */ manual),
/* harmony export */   p: () => (/* binding */ dropped),
/* harmony export */   uW: () => (/* binding */ section),
/* harmony export */   vE: () => (/* binding */ translated)
/* harmony export */ });
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6726);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3460);
/* harmony import */ var _spelling_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1556);
// A legacy key is one row: what it takes, what becomes of it, and where that is known from. One generic
// reader walks a mapping against a table of rows, so that no section repeats the checks and no key can
// vanish; the key reference and `transship explain` print the same rows.



/** A key whose value has the same effect on GitHub. */
const translated = (accepts, about) => ({ accepts, outcome: 'translated', ...about });
/** A key whose value has nearly the same effect; the translator reports how it differs. */
const approximated = (accepts, about) => ({ accepts, outcome: 'approximated', ...about });
/** A key with nothing to make from it. `why` follows "`key` is left out: ". */
const dropped = (about) => ({
    accepts: {
        expects: 'any value',
        read: (node, { report }) => {
            report('dropped-key', node, `\`${lastKey(node)}\` is left out: ${about.why}`, about.help);
            return undefined;
        },
    },
    outcome: 'dropped',
    summary: about.summary,
    becomes: `Left out: ${about.why}.`,
    source: about.source,
});
/** A key that a person has to translate. `todo` is the help. */
const manual = (about) => ({
    accepts: {
        expects: 'any value',
        read: (node, { report }) => {
            report('manual-key', node, `\`${lastKey(node)}\` is not translated: ${about.why}`, about.todo);
            return undefined;
        },
    },
    outcome: 'manual',
    summary: about.summary,
    becomes: `By hand: ${about.todo}.`,
    source: about.source,
});
function lastKey(node) {
    const parts = node.path.split('/');
    while (parts.length > 1 && /^\d+$/.test(parts.at(-1) ?? ''))
        parts.pop();
    return (parts.at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
}
/** A key whose value a person has to translate, which the translator itself reports. */
const leftToPerson = (accepts, about) => ({
    accepts,
    outcome: 'manual',
    ...about,
});
/** Reads a mapping of known keys. `ignored` says why an unknown key has no effect in this place. */
function section(table, options = {}) {
    return {
        expects: 'a mapping',
        read: (node, reading) => {
            if (node.kind !== 'mapping')
                return (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .reportWrongType */ .Ky)(node, 'a mapping', reading);
            return readSection(node, table, options.ignored, reading);
        },
    };
}
function readSection(node, table, ignored, reading) {
    const values = { node };
    for (const { key, value } of node.entries) {
        const row = Object.hasOwn(table, key.text) ? table[key.text] : undefined;
        if (row === undefined) {
            const near = (0,_spelling_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestWord */ .z)(key.text, Object.keys(table));
            reading.otherwise('unknown-key', value, `unknown key \`${key.text}\`${ignored === undefined ? '' : `: ${ignored}`}`, near === undefined ? undefined : `did you mean \`${near}\`?`);
        }
        else if ((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .isEmpty */ .Im)(value) && !row.nullable) {
            reading.otherwise('empty-value', value, `\`${key.text}\` has no value, which is the same as no key`);
        }
        else {
            values[key.text] = row.accepts.read(value, reading);
        }
    }
    return values;
}


/***/ }),

/***/ 6726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   kZ: () => (/* binding */ isNull),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
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


/***/ }),

/***/ 3460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Ky: () => (/* binding */ reportWrongType),
/* harmony export */   Mv: () => (/* binding */ dictOf),
/* harmony export */   Pl: () => (/* binding */ oneOrMany),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   WO: () => (/* binding */ bySort),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   y3: () => (/* binding */ flatList),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6726);
// Readers turn a node into the value that a key takes, or say what is wrong with it. They are data with a
// phrase of what they expect, which serves the message and the documentation alike.

function reportWrongType(node, expects, { report }) {
    const found = node.kind === 'scalar' ? 'a single value' : node.kind === 'mapping' ? 'a mapping' : 'a list';
    report('wrong-type', node, `found ${found}, expected ${expects}`, `write ${expects}`);
    return undefined;
}
/** Any scalar, as its source text. */
const text = {
    expects: 'a text',
    read: (node, reading) => node.kind === 'scalar' ? node : reportWrongType(node, 'a text', reading),
};
const words = {
    true: true,
    yes: true,
    on: true,
    false: false,
    no: false,
    off: false,
};
/** A boolean, in the words of YAML 1.1 too (shippable.md 1.2). */
const flag = {
    expects: '`true` or `false`',
    read: (node, reading) => {
        const value = node.kind === 'scalar' ? words[node.text.toLowerCase()] : undefined;
        if (node.kind !== 'scalar' || value === undefined) {
            return reportWrongType(node, '`true` or `false`', reading);
        }
        return { value, node };
    },
};
/** Anything at all; the translator looks at the node itself. */
const anything = { expects: 'any value', read: (node) => node };
/** One text of a few. Letter case does not matter where `fold` is set. */
function oneOf(allowed, fold = false) {
    const expects = `one of ${allowed.map((word) => `\`${word}\``).join(', ')}`;
    return {
        expects,
        read: (node, reading) => {
            if (node.kind !== 'scalar')
                return reportWrongType(node, expects, reading);
            const word = fold ? node.text.toLowerCase() : node.text;
            if (allowed.includes(word))
                return node;
            reading.report('wrong-type', node, `found \`${node.text}\`, expected ${expects}`, `write ${expects}`);
            return undefined;
        },
    };
}
/** A list; items that are nothing are left out. */
function listOf(item) {
    const expects = `a list, each item ${item.expects}`;
    return {
        expects,
        read: (node, reading) => node.kind === 'sequence'
            ? readItems(node.items, item, reading)
            : reportWrongType(node, expects, reading),
    };
}
/** A list, or one item without it. */
function oneOrMany(item) {
    const expects = `${item.expects}, or a list of them`;
    return {
        expects,
        read: (node, reading) => readItems(node.kind === 'sequence' ? node.items : [node], item, reading),
    };
}
/** A list, or one item; lists inside lists are laid flat, as the vendor did with aliases (shippable.md 1.1). */
function flatList(item) {
    const flatten = (node) => node.kind === 'sequence' && node.items.length > 0 ? node.items.flatMap(flatten) : [node];
    return {
        expects: `${item.expects}, or a list of them`,
        read: (node, reading) => readItems(flatten(node), item, reading),
    };
}
function readItems(nodes, item, reading) {
    const values = [];
    for (const node of nodes) {
        if ((0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmpty */ .Im)(node)) {
            reading.otherwise('empty-value', node, 'an item without a value does nothing');
            continue;
        }
        const value = item.read(node, reading);
        if (value !== undefined)
            values.push(value);
    }
    return values;
}
/** A mapping whose keys are the user's own. */
function dictOf(item) {
    const expects = `a mapping, each value ${item.expects}`;
    return {
        expects,
        read: (node, reading) => {
            if (node.kind !== 'mapping')
                return reportWrongType(node, expects, reading);
            const pairs = [];
            for (const entry of node.entries) {
                const value = item.read(entry.value, reading);
                if (value !== undefined)
                    pairs.push({ key: entry.key, value, node: entry.value });
            }
            return pairs;
        },
    };
}
/** The first reader whose kind of node it is: `bySort({ scalar: text, sequence: listOf(text) })`. */
function bySort(of) {
    const expects = [of.scalar, of.sequence, of.mapping]
        .flatMap((reader) => (reader === undefined ? [] : [reader.expects]))
        .join(', or ');
    return {
        expects,
        read: (node, reading) => {
            const reader = of[node.kind];
            return reader === undefined
                ? reportWrongType(node, expects, reading)
                : reader.read(node, reading);
        },
    };
}


/***/ }),

/***/ 1074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   oZ: () => (/* binding */ lineText),
/* harmony export */   sm: () => (/* binding */ sourceFile),
/* harmony export */   t$: () => (/* binding */ positionAt)
/* harmony export */ });
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


/***/ }),

/***/ 1556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ nearestWord)
/* harmony export */ });
// Which known word a misspelt one was meant to be.
/** The word within two edits, if there is exactly one nearest; short words allow one edit. */
function nearestWord(word, known) {
    const reach = word.length < 5 ? 1 : 2;
    let best;
    let distance = reach + 1;
    for (const candidate of known) {
        if (Math.abs(candidate.length - word.length) > reach)
            continue;
        const edits = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (edits < distance) {
            best = candidate;
            distance = edits;
        }
        else if (edits === distance)
            best = undefined;
    }
    return best;
}
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
        }
        row = next;
    }
    return row[b.length] ?? 0;
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
/******/ var __webpack_exports__ = __nccwpck_require__(9553);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
