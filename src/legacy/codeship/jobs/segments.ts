// `--style=idiomatic`: the steps of a project in the parts that an expert would make jobs of: tests, what is published,
// and each deployment.

import {
  commented,
  type Group,
  type Item,
  type Leaf,
  leavesOf,
  type Term,
} from '../steps/items.ts';

export type Segment = {
  readonly kind: 'test' | 'publish' | 'deploy';
  readonly items: readonly Item[];
  /** Where the segment is one parallel group: the group, whose children are the items. */
  readonly group?: Group;
  /** Of a deployment: the name of what is deployed to. */
  readonly environment?: string;
};

/** In the order of the file; what follows on the first publishing step is never a test. */
export function segmentsOf(items: readonly Item[]): readonly Segment[] {
  const found: Segment[] = [];
  for (const item of flat(items)) {
    const last = found.at(-1);
    const own = segmentOf(item);
    const isBehind = last !== undefined && last.kind !== 'test';
    const joins =
      last !== undefined &&
      last.group === undefined &&
      (isBehind
        ? own.kind !== 'deploy' || own.environment === last.environment
        : own.kind === 'test' && own.group === undefined);
    if (joins) found[found.length - 1] = { ...last, items: [...last.items, item] };
    else if (isBehind && own.kind === 'test') found.push({ kind: 'publish', items: [item] });
    else found.push(own);
  }
  return found;
}

/** Serial groups are lists of steps; their conditions stand at each step. */
const flat = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item): readonly Item[] => {
    if (!('items' in item) || item.kind !== 'serial' || item.onFail.length > 0) return [item];
    const [first, ...others] = item.items;
    return first === undefined ? [] : flat([commented(first, item.before), ...others]);
  });

function segmentOf(item: Item): Segment {
  const leaves = leavesOf(item);
  const deploying = leaves.find(deploys);
  if (deploying !== undefined)
    return { kind: 'deploy', items: [item], environment: environmentOf(deploying) };
  if (leaves.some(({ kind }) => kind === 'push')) return { kind: 'publish', items: [item] };
  if (!('items' in item) || item.kind !== 'parallel' || item.onFail.length > 0)
    return { kind: 'test', items: [item] };
  const children = childrenOf(item);
  return children.length < 2
    ? { kind: 'test', items: [item] }
    : { kind: 'test', items: children, group: item };
}

/** A parallel group within a parallel group runs beside its siblings; a list stays one child. */
const childrenOf = (group: Group): readonly Item[] =>
  group.items.flatMap((child): readonly Item[] => {
    if (!('items' in child) || child.onFail.length > 0) return [child];
    if (child.kind === 'parallel') return childrenOf(child);
    return leavesOf(child).length === 0 ? [] : [child];
  });

/** What brings something to where people use it. */
const deployment =
  /deploy|publish|rollout|promot|terraform\s+apply|kubectl\s+(?:apply|set|rollout|create|replace)|helm\s+(?:upgrade|install)|ansible-playbook|capistrano|\bcap\s|heroku|firebase|netlify|serverless|\beb\s|\bs3\s+(?:sync|cp)\b|\brsync\b/i;

const deploys = (leaf: Leaf): boolean =>
  leaf.kind === 'run' &&
  [leaf.label.text, leaf.service.name, leaf.argv.join(' ')].some((text) => deployment.test(text));

/** By what the step says; else by its branch. */
function environmentOf(leaf: Leaf): string {
  const texts = [leaf.label.text, ...(leaf.kind === 'run' ? leaf.argv : []), leaf.service.name];
  const stages = texts.flatMap((text) => stage.exec(text)?.[1]?.toLowerCase() ?? []);
  const [said] = stages;
  const name = said ?? branchOf(leaf.terms) ?? '';
  return stageNames[name] ?? (name === '' ? 'production' : name);
}

const stage =
  /(?:^|[^a-z])(stag(?:e|ing)|prod(?:uction)?|dev(?:elopment)?|qa|uat|demo|sandbox|test(?:ing)?|preview)(?![a-z])/i;

const stageNames: Readonly<Record<string, string>> = {
  stage: 'staging',
  prod: 'production',
  master: 'production',
  main: 'production',
  dev: 'development',
  testing: 'test',
};

/** The branch that a condition names, where it names one and nothing else. */
const branchOf = (terms: readonly Term[]): string | undefined =>
  terms.flatMap(({ tag }) => /^\^?([\w-]+)\$?$/.exec(tag?.text ?? '')?.[1] ?? []).at(-1);

/** The branch that something is published from, where its condition names one. */
export const publishingBranch = (leaf: Leaf): readonly string[] => {
  const branch = leaf.kind === 'push' || deploys(leaf) ? branchOf(leaf.terms) : undefined;
  return branch === undefined ? [] : [branch];
};

/** A matching sentence for people; undefined where nothing of the first job is needed in the second. */
export type Crossing = (earlier: readonly Leaf[], later: readonly Leaf[]) => string | undefined;

export const joinWhereNeeded = (
  segments: readonly Segment[],
  crossing: Crossing,
  tell: (why: string) => void,
): readonly Segment[] => {
  let kept = [...segments];
  for (let to = 1; to < kept.length; to++) {
    const later = kept[to]?.items.flatMap(leavesOf) ?? [];
    const from = kept.findIndex((segment, at) => {
      const why = at < to ? crossing(segment.items.flatMap(leavesOf), later) : undefined;
      if (why !== undefined) tell(why);
      return why !== undefined;
    });
    if (from < 0) continue;
    const together = kept.slice(from, to + 1);
    kept = [...kept.slice(0, from), joined(together), ...kept.slice(to + 1)];
    to = from;
  }
  return kept;
};

/** One job for several: a group is a step of it again. Where it deploys to several places, it says none. */
function joined(segments: readonly Segment[]): Segment {
  const items = segments.flatMap(({ group, items: own }) => (group === undefined ? own : [group]));
  const environments = new Set(
    segments.flatMap(({ kind, environment }) => (kind === 'deploy' ? [environment] : [])),
  );
  const [environment] = environments;
  if (environments.size !== 1 || environment === undefined)
    return { kind: environments.size > 1 ? 'publish' : (segments.at(-1)?.kind ?? 'test'), items };
  return { kind: 'deploy', items, environment };
}
