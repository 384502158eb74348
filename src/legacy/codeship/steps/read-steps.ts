// The steps file as a tree: what each step is, and what stands in it that its kind does not take (codeship.md 3.1, 3.2).

import { section } from '../../../source/keys.ts';
import type { MappingNode, SourceNode } from '../../../source/node.ts';
import type { SourceDocument } from '../../../source/parse.ts';
import type { TranslationContext } from '../../translation.ts';
import { type Budget, budget, limits } from '../values/limits.ts';
import { keysOfType, type StepType, stepsKeys } from './steps-keys.ts';

const reader = section(stepsKeys, { ignored: 'it was not a key of a CodeShip step' });
type Keys = NonNullable<ReturnType<typeof reader.read>>;

export type ReadStep = {
  readonly type: StepType;
  readonly node: MappingNode;
  readonly before: readonly string[];
  readonly keys: Keys;
  /** Steps of a group. */
  readonly steps: readonly ReadStep[];
  readonly onFail: readonly ReadStep[];
};

type Pass = TranslationContext & {
  /** A step that an alias repeats is read once. */
  readonly known: Map<SourceNode, ReadStep | undefined>;
  readonly steps: Budget;
  readonly depth: number;
};

/** The top level of the file is a serial group. */
export function readSteps(
  document: SourceDocument,
  context: TranslationContext,
): readonly ReadStep[] {
  if (document.root === undefined) return [];
  const steps = budget(limits.steps, 'steps', context);
  return readList(document.root, { ...context, known: new Map(), steps, depth: 0 });
}

function readList(node: SourceNode, pass: Pass): ReadStep[] {
  if (node.kind !== 'sequence') {
    pass.report(
      'wrong-type',
      node,
      `found ${node.kind === 'mapping' ? 'a mapping' : 'a single value'}, expected a list of steps`,
      'start each step with `- `',
    );
    return [];
  }
  if (pass.depth > limits.depth) {
    pass.report('too-many-values', node, `groups are nested more than ${limits.depth} deep`);
    return [];
  }
  if (!pass.steps.spend(node.items.length, node)) return [];
  const inner = { ...pass, depth: pass.depth + 1 };
  return node.items.flatMap((item) => {
    if (!pass.known.has(item)) pass.known.set(item, readStep(item, inner));
    return pass.known.get(item) ?? [];
  });
}

function readStep(node: SourceNode, pass: Pass): ReadStep | undefined {
  const read = reader.read(node, pass);
  if (read === undefined || node.kind !== 'mapping') return undefined;
  const keys = withoutEmptyName(read, pass);
  const type = typeOf(keys, pass);
  if (type === undefined) return undefined;
  leaveOut(type, keys, pass);
  const isGroup = keysOfType[type].includes('steps');
  const steps = isGroup && keys.steps !== undefined ? readList(keys.steps, pass) : [];
  const onFail = keys.on_fail === undefined ? [] : readList(keys.on_fail, pass);
  return { type, node, before: commentsOf(node), keys, steps, onFail };
}

function withoutEmptyName(keys: Keys, { otherwise }: Pass): Keys {
  if (keys.name === undefined || keys.name.text.trim() !== '') return keys;
  otherwise('empty-value', keys.name, 'the name is empty');
  const { name, ...others } = keys;
  return others;
}

/** Every comment of a step, above it or beside its keys, but for those of the steps within. */
function commentsOf(node: MappingNode): readonly string[] {
  return [
    ...node.before,
    ...node.entries.flatMap(({ value, merged }) =>
      merged ? [] : [...value.before, ...(value.behind === undefined ? [] : [value.behind])],
    ),
  ];
}

function typeOf(keys: Keys, context: TranslationContext): StepType | undefined {
  const said = keys.type?.text as StepType | undefined;
  if (said !== undefined) {
    const missing =
      keysOfType[said].includes('steps') && keys.steps === undefined
        ? 'steps'
        : said === 'run' && keys.command === undefined
          ? 'command'
          : said === 'push' && keys.image_name === undefined
            ? 'image_name'
            : undefined;
    if (missing === undefined) return said;
    incomplete(
      keys,
      `a step of type \`${said}\` has no \`${missing}\``,
      `add \`${missing}\``,
      context,
    );
    return undefined;
  }
  // A type that was given and is none is reported by its reader; CodeShip refused the file.
  if (keys.node.entries.some(({ key }) => key.text === 'type' && !isBlank(key.text, keys))) {
    context.otherwise('incomplete-step', keys.node, 'the step is left out: it has no valid type');
    return undefined;
  }
  if (keys.command !== undefined) return 'run';
  if (keys.steps !== undefined) {
    context.report(
      'group-without-type',
      keys.node,
      'a group without `type` is not documented; it is treated as `serial`',
      'write `type: serial` or `type: parallel`',
    );
    return 'serial';
  }
  if (keys.image_name !== undefined) {
    incomplete(keys, 'a step has `image_name`, but not `type: push`', 'add `type: push`', context);
    return undefined;
  }
  incomplete(keys, 'a step has neither `command` nor `steps`', 'add `command`', context);
  return undefined;
}

/** `type:` without a value is not a type. */
function isBlank(key: string, keys: Keys): boolean {
  const node = keys.node.entries.find((entry) => entry.key.text === key)?.value;
  return node?.kind === 'scalar' && node.style === 'plain' && /^(?:|~|null)$/i.test(node.text);
}

function incomplete(keys: Keys, message: string, help: string, context: TranslationContext): void {
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
function leaveOut(type: StepType, keys: Keys, context: TranslationContext): void {
  for (const { key, value } of keys.node.entries) {
    if (everyType.includes(key.text) || keysOfType[type].includes(key.text)) continue;
    if (!Object.hasOwn(stepsKeys, key.text)) continue;
    const takers = Object.entries(keysOfType).filter(([, taken]) => taken.includes(key.text));
    context.otherwise(
      'dropped-key',
      value,
      `\`${key.text}\` is left out: it only applies to ${takers.map(([name]) => `\`${name}\``).join(', ')}, and this step is of type \`${type}\``,
    );
  }
}
