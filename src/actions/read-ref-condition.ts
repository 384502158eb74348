// Conditions as text of an action's input. Every scalar is its source text: `tag: 1.10` asks for the ref `1.10`.

import { parseDocument } from 'yaml';
import { fail, ok, type Result } from '../ground/result.ts';
import type { RefCondition } from '../pattern/ref-condition.ts';

type Value = string | readonly Value[] | { readonly [key: string]: Value };

/**
 * A mapping of names to conditions. A list under a name is several conditions that must all hold, as those of a
 * CodeShip step and of the groups around it.
 */
export function readConditions(text: string): Result<ReadonlyMap<string, readonly RefCondition[]>> {
  const yaml = readYaml(text);
  if (!yaml.ok) return yaml;
  if (!isMapping(yaml.value)) return fail('must be a mapping of names to conditions');
  const conditions = new Map<string, readonly RefCondition[]>();
  const seen = new Map<string, string>();
  for (const [name, value] of Object.entries(yaml.value)) {
    const other = seen.get(name.toLowerCase());
    if (other !== undefined) {
      return fail(
        `\`${other}\` and \`${name}\` only differ in case, and \`contains\` is not case-sensitive`,
      );
    }
    seen.set(name.toLowerCase(), name);
    const list = Array.isArray(value) ? value : [value];
    const members: RefCondition[] = [];
    for (const member of list) {
      const condition = conditionOf(member);
      if (!condition.ok) return fail(`\`${name}\` ${condition.failure.message}`);
      members.push(condition.value);
    }
    conditions.set(name, members);
  }
  return ok(conditions);
}

/** Shippable's `branches`: a mapping of `only` and `except`, each a list or one name. */
export function readBranches(text: string): Result<NonNullable<RefCondition['branches']>> {
  const yaml = readYaml(text);
  return yaml.ok ? branchesOf(yaml.value) : yaml;
}

function readYaml(text: string): Result<Value> {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) return fail(`is not valid YAML: ${error.message.split('\n')[0]}`);
  try {
    return ok((document.toJS({ maxAliasCount: 100 }) ?? '') as Value);
  } catch (failure) {
    // An alias without its anchor, or too many of them.
    return fail(
      `is not valid YAML: ${failure instanceof Error ? failure.message : String(failure)}`,
    );
  }
}

function conditionOf(value: Value): Result<RefCondition> {
  if (!isMapping(value)) return fail('must be a mapping with `tag`, `exclude` or `branches`');
  let condition: RefCondition = {};
  for (const [key, member] of Object.entries(value)) {
    if (key === 'branches') {
      const branches = branchesOf(member);
      if (!branches.ok) return branches;
      condition = { ...condition, branches: branches.value };
    } else if (key !== 'tag' && key !== 'exclude') {
      return fail(`has an unknown key \`${key}\`; \`tag\`, \`exclude\` and \`branches\` are known`);
    } else if (typeof member !== 'string') {
      return fail(`has no text under \`${key}\``);
    } else condition = { ...condition, [key]: member };
  }
  return ok(condition);
}

function branchesOf(value: Value): Result<NonNullable<RefCondition['branches']>> {
  if (value === '') return ok({ only: [], except: [] });
  if (!isMapping(value)) return fail('needs a mapping with `only` or `except` under `branches`');
  const unknown = Object.keys(value).find((key) => key !== 'only' && key !== 'except');
  if (unknown !== undefined) return fail(`has an unknown key \`${unknown}\` under \`branches\``);
  const only = namesOf(value['only']);
  const except = namesOf(value['except']);
  if (only === undefined || except === undefined)
    return fail('needs lists of names under `branches`');
  return ok({ only, except });
}

function namesOf(value: Value | undefined): readonly string[] | undefined {
  if (value === undefined || value === '') return [];
  const list = Array.isArray(value) ? value : [value];
  return list.every((name): name is string => typeof name === 'string') ? list : undefined;
}

function isMapping(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && !Array.isArray(value);
}
