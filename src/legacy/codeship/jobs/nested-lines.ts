// A group as the script of one step: what GitHub's parallel group cannot hold, since its children are single steps.

import { type Line, traced } from '../../../output/tree.ts';
import type { Conjunction } from '../conditions/condition-choice.ts';
import type { Service } from '../services/service.ts';
import { type Item, type Leaf, leavesOf, type Term } from '../steps/items.ts';
import { bashProject } from '../values/project-name.ts';
import type { Plan } from './plan.ts';
import { hasDependencies, loadLines, networkLine, runLines } from './run-lines.ts';

/** Whether the script of one step can say it: commands only, without steps on failure. */
export const fitsScript = (item: Item): boolean =>
  item.onFail.length === 0 &&
  item.kind !== 'push' &&
  item.kind !== 'manual' &&
  (!('items' in item) || item.items.every(fitsScript));

export type Nesting = {
  readonly plan: Plan;
  /** The name of the step, which the names within begin with. */
  readonly prefix: string;
  /** Conditions that the step as a whole has. */
  readonly outer: readonly Term[];
  /** Says that `prepare` has to decide a condition, and gives its name. */
  readonly decide: (conjunction: Conjunction) => string;
  /** A name for a Compose project that nothing else in the job has. */
  readonly project: (label: string) => string;
  /** Whether the network that containers of the Compose project share is there. */
  readonly hasNetwork: boolean;
};

/** The lines of an item; a condition of its own becomes a test of what `prepare` found, in `$HOLDS`. */
export function nestedLines(item: Item, nesting: Nesting, alone = false): readonly Line[] {
  if ('items' in item) {
    if (item.kind === 'parallel') return parallelLines(item.items, nesting);
    return item.items.flatMap((each) => nestedLines(each, nesting));
  }
  return [...headLines(item, nesting), ...guarded(item, leafLines(item, nesting, alone), nesting)];
}

/** `alone` says that nothing else runs in the shell. */
function leafLines(item: Leaf, { plan }: Nesting, alone: boolean): readonly Line[] {
  if (item.kind === 'load') return loadLines(item);
  if (item.kind !== 'run') return [];
  // The script goes on after it.
  return runLines(item, [], plan).map((line) =>
    alone ? line : { ...line, text: line.text.replace(/^exec /, '') },
  );
}

/** The name, and the comments, of a step that is not a step of its own any more. */
function headLines({ label, name, before }: Leaf, { prefix }: Nesting): readonly Line[] {
  const comments = before.filter((text) => text !== '').map((text) => traced(commentText(text)));
  const isBelow = label.text.startsWith(`${prefix} / `);
  const text = isBelow ? label.text.slice(prefix.length + 3) : label.text;
  // What nobody named says no more than the command.
  if (name === undefined && !text.includes(' / ')) return comments;
  return [...comments, { text: commentText(text), from: label.from }];
}

/** GitHub fills in `${{` in comments of a script too. */
const commentText = (text: string): string =>
  `# ${text.replace(/\s+/g, ' ').replaceAll('${{', '$ {{')}`;

function guarded(item: Leaf, lines: readonly Line[], nesting: Nesting): readonly Line[] {
  const own = nesting.plan.conditions.conjunction(item.terms, nesting.outer);
  if (own === undefined || own.terms.length === 0) return lines;
  const test = `$HOLDS == *'"${nesting.decide(own)}"'*`;
  return [traced(`if [[ ${test} ]]; then`, ...own.nodes), ...lines.map(indented), traced('fi')];
}

/** All at the same time; the siblings of one that fails go on, then the group fails. */
export function parallelLines(items: readonly Item[], nesting: Nesting): readonly Line[] {
  const shares =
    nesting.hasNetwork || nesting.plan.native !== undefined ? undefined : sharesNetwork(items);
  const lines: Line[] = [
    ...(shares === undefined ? [] : [networkLine(shares)]),
    traced('jobs=() failed='),
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
    } else lines.push(traced('('), ...body.map(indented), traced(') & jobs+=($!)'));
  });
  lines.push(
    traced('for job in "${jobs[@]}"; do wait "$job" || failed=1; done'),
    traced('[[ -z $failed ]]'),
  );
  return lines;
}

/** Steps at the same time must not share dependencies, so each has a Compose project of its own. */
export const needsProject = (item: Item): boolean =>
  'items' in item ? item.items.some(needsProject) : item.kind === 'run' && hasDependencies(item);

/** A service of steps that run at the same time in one Compose project, where some do. */
export function sharesNetwork(items: readonly Item[]): Service | undefined {
  const [first, second] = items
    .filter((item) => !needsProject(item))
    .flatMap((item) =>
      leavesOf(item)
        .filter(({ kind }) => kind === 'run')
        .slice(0, 1),
    );
  return second === undefined ? undefined : first?.service;
}

const projectLine = (name: string): Line =>
  traced(`export COMPOSE_PROJECT_NAME=${bashProject(name)}`);

/** Further lines of a word in quotes belong to the word, so they stay where they are. */
const indented = ({ text, from }: Line): Line => ({ text: `  ${text}`, from });
