export const id = 922;
export const ids = [922];
export const modules = {

/***/ 9922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBranches: () => (/* binding */ readBranches)
/* harmony export */ });
/* unused harmony export readConditions */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
// Conditions as text of an action's input. Every scalar is its source text: `tag: 1.10` asks for the ref `1.10`.

/**
 * A mapping of names to conditions. A list under a name is several conditions that must all hold, as those of a
 * CodeShip step and of the groups around it.
 */
function readConditions(text) {
    const yaml = readYaml(text);
    if (!yaml.ok)
        return yaml;
    if (!isMapping(yaml.value))
        return wrong('must be a mapping of names to conditions');
    const conditions = new Map();
    const seen = new Map();
    for (const [name, value] of Object.entries(yaml.value)) {
        const other = seen.get(name.toLowerCase());
        if (other !== undefined) {
            return wrong(`\`${other}\` and \`${name}\` differ in letter case only, which \`contains\` does not tell apart`);
        }
        seen.set(name.toLowerCase(), name);
        const list = Array.isArray(value) ? value : [value];
        const members = [];
        for (const member of list) {
            const condition = conditionOf(member);
            if (!condition.ok)
                return wrong(`\`${name}\` ${condition.message}`);
            members.push(condition.value);
        }
        conditions.set(name, members);
    }
    return { ok: true, value: conditions };
}
/** Shippable's `branches`: a mapping of `only` and `except`, each a list or one name. */
function readBranches(text) {
    const yaml = readYaml(text);
    return yaml.ok ? branchesOf(yaml.value) : yaml;
}
function readYaml(text) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { schema: 'failsafe', logLevel: 'silent' });
    const [error] = document.errors;
    if (error !== undefined)
        return wrong(`is not valid YAML: ${error.message.split('\n')[0]}`);
    try {
        return { ok: true, value: (document.toJS({ maxAliasCount: 100 }) ?? '') };
    }
    catch (failure) {
        // An alias without its anchor, or too many of them.
        return wrong(`is not valid YAML: ${failure instanceof Error ? failure.message : String(failure)}`);
    }
}
function conditionOf(value) {
    if (!isMapping(value))
        return wrong('must be a mapping with `tag`, `exclude` or `branches`');
    let condition = {};
    for (const [key, member] of Object.entries(value)) {
        if (key === 'branches') {
            const branches = branchesOf(member);
            if (!branches.ok)
                return branches;
            condition = { ...condition, branches: branches.value };
        }
        else if (key !== 'tag' && key !== 'exclude') {
            return wrong(`has an unknown key \`${key}\`; \`tag\`, \`exclude\` and \`branches\` are known`);
        }
        else if (typeof member !== 'string') {
            return wrong(`has no text under \`${key}\``);
        }
        else
            condition = { ...condition, [key]: member };
    }
    return { ok: true, value: condition };
}
function branchesOf(value) {
    if (value === '')
        return { ok: true, value: { only: [], except: [] } };
    if (!isMapping(value))
        return wrong('wants a mapping with `only` or `except` under `branches`');
    const unknown = Object.keys(value).find((key) => key !== 'only' && key !== 'except');
    if (unknown !== undefined)
        return wrong(`has an unknown key \`${unknown}\` under \`branches\``);
    const only = namesOf(value['only']);
    const except = namesOf(value['except']);
    if (only === undefined || except === undefined)
        return wrong('wants lists of names under `branches`');
    return { ok: true, value: { only, except } };
}
function namesOf(value) {
    if (value === undefined || value === '')
        return [];
    const list = Array.isArray(value) ? value : [value];
    return list.every((name) => typeof name === 'string') ? list : undefined;
}
function isMapping(value) {
    return typeof value === 'object' && !Array.isArray(value);
}
function wrong(message) {
    return { ok: false, message };
}


/***/ })

};
