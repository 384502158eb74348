// The files of Assembly Lines as jobs and resources. All files together are one set of names (shippable.md 1).

import { defined } from '../../../ground/defined.ts';
import type { Report } from '../../../source/diagnostic.ts';
import { readKeys } from '../../../source/keys.ts';
import {
  isEmpty,
  type MappingNode,
  type ScalarNode,
  type SourceNode,
  valueAt,
} from '../../../source/node.ts';
import type { SourceDocument } from '../../../source/parse.ts';
import type { Reading } from '../../../source/readers.ts';
import { nearestWord } from '../../../source/spelling.ts';
import { isMainName } from '../../sources.ts';
import {
  inStepKeys,
  job,
  lineRootKeys,
  outStepKeys,
  resource,
  task as taskSection,
  taskStepKeys,
} from './keys.ts';
import type {
  Hook,
  HookName,
  InStep,
  LineJob,
  LineResource,
  LineStep,
  Lines,
  Notify,
  OutStep,
  Task,
} from './model.ts';
import { hookNames } from './model.ts';

/** The root values of a file that belong to Assembly Lines. */
const rootNames = Object.keys(lineRootKeys);

export function readLines(documents: readonly SourceDocument[], reading: Reading): Lines {
  const jobs: LineJob[] = [];
  const resources: LineResource[] = [];
  for (const { root, file } of documents) {
    if (root === undefined) continue;
    const addResource = (item: SourceNode): void => {
      const read = readResource(item, reading);
      if (read !== undefined) resources.push(read);
    };
    const addJob = (item: SourceNode): void => {
      const read = readJob(item, reading);
      if (read !== undefined) jobs.push(read);
    };
    if (root.kind === 'sequence' && /triggers\.yml$/i.test(file.path)) {
      // The oldest page shows the bare list.
      root.items.forEach(addResource);
      continue;
    }
    if (root.kind !== 'mapping') {
      reading.report(
        'wrong-type',
        root,
        'found no mapping, expected one with `resources`, `jobs` or `triggers`',
      );
      continue;
    }
    itemsOf(root, 'resources', reading).forEach(addResource);
    itemsOf(root, 'triggers', reading).forEach(addResource);
    itemsOf(root, 'jobs', reading).forEach(addJob);
    // Other keys of the root's own file are CI's; anywhere else nobody read them, but for anchors.
    if (isMainName(file.path)) continue;
    for (const { key, value } of root.entries) {
      if (rootNames.includes(key.text)) continue;
      reading.otherwise(
        'unknown-key',
        value,
        `unknown key \`${key.text}\`: only its anchors were read`,
        nearHelp(key.text, rootNames),
      );
    }
  }
  return { jobs: unique(jobs, reading.report), resources: unique(resources, reading.report) };
}

export function nearHelp(word: string, known: readonly string[]): string | undefined {
  const near = nearestWord(word, known);
  return near === undefined ? undefined : `did you mean \`${near}\`?`;
}

function itemsOf(root: MappingNode, key: string, reading: Reading): readonly SourceNode[] {
  const value = valueAt(root, key);
  if (value === undefined) return [];
  if (isEmpty(value)) {
    reading.otherwise('empty-value', value, `\`${key}\` has no value, so it is ignored`);
    return [];
  }
  if (value.kind === 'sequence') return flattened(value);
  reading.report('wrong-type', value, `\`${key}\` takes a list`, 'write a list');
  return [];
}

/** An empty list within the list is an item, and no resource or job. */
const flattened = (node: SourceNode): readonly SourceNode[] =>
  node.kind === 'sequence' && node.items.length > 0 ? node.items.flatMap(flattened) : [node];

type Named = { readonly name: string; readonly named: ScalarNode; readonly node: MappingNode };

/** Names are unique over all files; the first one counts. */
function unique<T extends Named>(items: readonly T[], report: Report): readonly T[] {
  const seen = new Map<string, T>();
  for (const item of items) {
    if (!seen.has(item.name)) seen.set(item.name, item);
    else
      report(
        'line-duplicate',
        item.node,
        `\`${item.name}\` is defined twice; names are unique across all files`,
        'rename one of them, or remove the one that is not used',
      );
  }
  return [...seen.values()];
}

function readResource(node: SourceNode, reading: Reading): LineResource | undefined {
  const keys = resource.read(node, reading);
  if (keys === undefined || node.kind !== 'mapping') return undefined;
  const named = nameOf(keys.name, node, 'resource', reading);
  if (named === undefined) return undefined;
  const type = keys.type?.text ?? '';
  if (type === '')
    reading.report(
      'line-type',
      node,
      `the resource \`${named.text}\` has no \`type\``,
      'add its type: `gitRepo`, `image`, `params` ...',
    );
  const integration = keys.integration ?? keys.integrationName;
  return {
    name: named.text,
    type,
    named,
    keys,
    node,
    ...defined({ integration }),
  };
}

function nameOf(
  found: ScalarNode | undefined,
  node: SourceNode,
  what: string,
  { report }: Reading,
): ScalarNode | undefined {
  if (found !== undefined && found.text !== '') return found;
  report('line-type', node, `this ${what} has no \`name\``, 'add one');
  return undefined;
}

function readJob(node: SourceNode, reading: Reading): LineJob | undefined {
  const keys = job.read(node, reading);
  if (keys === undefined || node.kind !== 'mapping') return undefined;
  const named = nameOf(keys.name, node, 'job', reading);
  if (named === undefined) return undefined;
  const type = keys.type?.text ?? '';
  const read = readSteps(keys.steps ?? [], reading);
  const hooks: Partial<Record<HookName, Hook>> = {};
  for (const name of hookNames) {
    const value = keys[name];
    if (value === undefined) continue;
    const hook = readHook(value, reading);
    const isIdle = name === 'on_start' || name === 'on_cancel';
    if (isIdle) neverRan(hook.script, reading, `\`${name}\` only sends messages`);
    hooks[name] = isIdle ? { ...hook, script: [] } : hook;
  }
  const scripts = [
    ...read.tasks.flatMap(({ script }) => script),
    ...Object.values(hooks).flatMap(({ script }) => script),
  ];
  for (const script of scripts)
    if (script.text.trim() === '')
      reading.otherwise('empty-value', script, 'an empty command does nothing');
  return { name: named.text, type, named, keys, node, ...read, hooks };
}

type Steps = Pick<LineJob, 'steps' | 'ins' | 'outs' | 'tasks' | 'managed'>;

function readSteps(nodes: readonly SourceNode[], reading: Reading): Steps {
  const steps: LineStep[] = [];
  let managed: Steps['managed'] = {};
  for (const node of nodes.flatMap(flattened)) {
    if (node.kind !== 'mapping') {
      reading.report(
        'wrong-type',
        node,
        'found no mapping, expected one with `IN`, `OUT` or `TASK`',
      );
      continue;
    }
    const has = (key: string): boolean => node.entries.some((entry) => entry.key.text === key);
    if (has('IN') || has('GET')) {
      const step = readIn(node, reading);
      if (step !== undefined) steps.push({ kind: 'in', step });
    } else if (has('OUT')) {
      const step = readOut(node, reading);
      if (step !== undefined) steps.push({ kind: 'out', step });
    } else if (has('TASK')) {
      const keys = readKeys(node, taskStepKeys, reading);
      managed = { ...managed, ...keys };
      if (keys.TASK !== undefined)
        for (const one of readTask(keys.TASK, node, reading))
          steps.push({ kind: 'task', task: one });
    } else {
      reading.report(
        'line-step',
        node,
        'a step needs `IN`, `OUT` or `TASK`',
        nearHelp(node.entries[0]?.key.text ?? '', ['IN', 'OUT', 'TASK', 'GET']),
      );
    }
  }
  const of = <K extends LineStep['kind']>(kind: K) =>
    steps.filter((step): step is Extract<LineStep, { kind: K }> => step.kind === kind);
  return {
    steps,
    ins: of('in').map(({ step }) => step),
    outs: of('out').map(({ step }) => step),
    tasks: of('task').map(({ task }) => task),
    managed,
  };
}

function readIn(node: MappingNode, reading: Reading): InStep | undefined {
  const keys = readKeys(node, inStepKeys, reading);
  const named = keys.IN ?? keys.GET;
  if (named === undefined) return undefined;
  const flag = keys.switch ?? keys.trigger;
  return { name: named.text, named, keys, node, starts: flag?.value !== false };
}

function readOut(node: MappingNode, reading: Reading): OutStep | undefined {
  const keys = readKeys(node, outStepKeys, reading);
  const named = keys.OUT;
  return named === undefined ? undefined : { name: named.text, named, keys, node };
}

/** A mapping; an older list, whose texts were left out in silence; or a word that says nothing. */
function readTask(node: SourceNode, step: MappingNode, reading: Reading): readonly Task[] {
  const before = step.before;
  if (node.kind === 'scalar') {
    if (node.text === 'managed') {
      reading.report(
        'line-managed',
        node,
        '`managed` has no effect: the type of the job determines what it does',
      );
      return [];
    }
    neverRan([node], reading);
    return [];
  }
  if (node.kind === 'mapping') {
    const keys = taskSection.read(node, reading);
    if (keys === undefined) return [];
    return [{ keys, script: keys.script ?? [], before }];
  }
  const parts = scriptItems(node, reading);
  neverRan(parts.ignored, reading);
  return [{ script: parts.script, before }];
}

/** Plain texts of an older list were left out in silence (shippable.md 8.5). */
function neverRan(
  nodes: readonly ScalarNode[],
  { report }: Reading,
  why = 'the older list contains `- script: ...`',
): void {
  for (const node of nodes)
    report(
      'line-never-ran',
      node,
      `this text never ran: ${why}`,
      'if it should run, move it to where it runs',
    );
}

function scriptItems(
  node: SourceNode,
  reading: Reading,
): { readonly script: readonly ScalarNode[]; readonly ignored: readonly ScalarNode[] } {
  const script: ScalarNode[] = [];
  const ignored: ScalarNode[] = [];
  for (const item of flattened(node)) {
    if (item.kind === 'scalar') ignored.push(item);
    else if (item.kind === 'mapping') {
      const keys = taskSection.read(item, reading);
      script.push(...(keys?.script ?? []));
    }
  }
  return { script, ignored };
}

/** Older: a list of `{script}` and `{NOTIFY}`; newer: a mapping of both (shippable.md 8.2). */
function readHook(node: SourceNode, reading: Reading): Hook {
  const script: ScalarNode[] = [];
  const ignored: ScalarNode[] = [];
  const notify: Notify[] = [];
  const texts = (value: SourceNode): readonly ScalarNode[] =>
    flattened(value).flatMap((item) => {
      if (item.kind === 'scalar') return isEmpty(item) ? [] : [item];
      reading.report('wrong-type', item, 'found a mapping, expected a command', 'put it in quotes');
      return [];
    });
  const messages = (value: SourceNode): readonly Notify[] =>
    flattened(value).flatMap((item): Notify[] => {
      if (item.kind === 'scalar') return [{ named: item, node: item }];
      const named = valueAt(item, 'name');
      return named?.kind === 'scalar' ? [{ named, node: item }] : [];
    });
  const ofMapping = (item: MappingNode): void => {
    for (const { key, value } of item.entries) {
      if (isEmpty(value)) reading.otherwise('empty-value', value, `\`${key.text}\` has no value`);
      else if (key.text === 'script') script.push(...texts(value));
      else if (/^notify$/i.test(key.text)) notify.push(...messages(value));
      else
        reading.otherwise(
          'unknown-key',
          value,
          `unknown key \`${key.text}\`: a hook has the keys \`script\` and \`NOTIFY\``,
          nearHelp(key.text, ['script', 'NOTIFY']),
        );
    }
  };
  for (const item of flattened(node)) {
    if (item.kind === 'mapping') ofMapping(item);
    else if (item.kind === 'scalar') ignored.push(item);
  }
  neverRan(ignored, reading);
  return { script, notify };
}
