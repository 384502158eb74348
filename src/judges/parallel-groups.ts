import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Finding, JudgedFile } from './finding.ts';

/** A native parallel group: the step whose only key is `parallel`, and its children. */
type Group = { readonly steps: YAMLSeq; readonly step: YAMLMap; readonly children: YAMLSeq };

/** Every parallel group in the step lists of a workflow's jobs. Text that is not YAML has none. */
const groupsOf = (text: string, lines: LineCounter): readonly Group[] => {
  const document = parseDocument(text, { lineCounter: lines });
  const jobs = document.get('jobs');
  if (document.errors.length > 0 || !isMap(jobs)) return [];
  return jobs.items.flatMap((job) => {
    const steps = isMap(job.value) ? job.value.get('steps') : undefined;
    if (!isSeq(steps)) return [];
    return steps.items.flatMap((step) => {
      if (!isMap(step) || step.items.length !== 1) return [];
      const children = step.get('parallel');
      return isSeq(children) ? [{ steps, step, children }] : [];
    });
  });
};

const startOf = (node: YAMLMap | YAMLSeq): number => node.range?.[0] ?? 0;
const endOf = (node: YAMLMap | YAMLSeq): number => node.range?.[1] ?? 0;

export type Flattened = {
  readonly text: string;
  /** By line (from 1): how many columns the line was moved to the left. */
  readonly moved: ReadonlyMap<number, number>;
};

/**
 * Makes the children of a parallel group ordinary steps, for judges that don't know groups: the line
 * `- parallel:` becomes a comment and the children move left to its place. Every line keeps its number.
 * Left as it is, so that the judge refuses it: a group in flow style or with other keys, one inside another.
 * The result says what is well formed, not what runs: order and failure of the children differ.
 */
export const flattenParallelGroups = (text: string): Flattened => {
  const counter = new LineCounter();
  const lines = text.split('\n');
  const moved = new Map<number, number>();
  for (const { steps, step, children } of groupsOf(text, counter)) {
    if (steps.flow === true || step.flow === true || children.flow === true) continue;
    const head = counter.linePos(startOf(step)).line;
    const first = counter.linePos(startOf(children));
    const last = counter.linePos(Math.max(startOf(children), endOf(children) - 1)).line;
    const by = first.col - counter.linePos(startOf(steps)).col;
    const body = lines.slice(first.line - 1, last);
    const movable = body.every((line) => /^\s*(#|$)/.test(line) || line.startsWith(' '.repeat(by)));
    if (by <= 0 || first.line === head || !movable) continue;
    lines[head - 1] = (lines[head - 1] ?? '').replace('- parallel:', '# parallel:');
    body.forEach((line, index) => {
      const blanks = line.length - line.trimStart().length;
      lines[first.line - 1 + index] = line.slice(Math.min(by, blanks));
      moved.set(first.line + index, by);
    });
  }
  return { text: lines.join('\n'), moved };
};

/** The ids of steps whose outputs, outcome or conclusion a text reads in an expression. */
const idsRead = (text: string, bare: boolean): readonly string[] => {
  const expressions = bare
    ? [text]
    : [...text.matchAll(/\$\{\{(.*?)\}\}/gs)].map((match) => match[1] ?? '');
  return expressions.flatMap((expression) =>
    [...expression.matchAll(/\bsteps\s*(?:\.\s*([\w-]+)|\[\s*'([^']*)'\s*\])/gi)].map((match) =>
      (match[1] ?? match[2] ?? '').toLowerCase(),
    ),
  );
};

/**
 * What GitHub's parser lets pass and the runner does not have: a child of a parallel group that reads a step
 * of its own group. All children start at once; what they give is there only after the group.
 */
export const parallelGroupFindings = (file: JudgedFile): readonly Finding[] => {
  if (!file.content.includes('parallel:')) return [];
  const counter = new LineCounter();
  return groupsOf(file.content, counter).flatMap(({ children }) => {
    const ids = new Set(
      children.items.flatMap((child) => {
        const id = isMap(child) ? child.get('id') : undefined;
        return typeof id === 'string' ? [id.toLowerCase()] : [];
      }),
    );
    const findings: Finding[] = [];
    visit(children, {
      Pair: (_, pair) => {
        if (!isScalar(pair.value) || typeof pair.value.value !== 'string') return;
        const bare = isScalar(pair.key) && pair.key.value === 'if';
        for (const id of idsRead(pair.value.value, bare)) {
          if (!ids.has(id)) continue;
          const { line, col } = counter.linePos(pair.value.range?.[0] ?? 0);
          const message = `'steps.${id}' is of the same parallel group: it is known only after the group`;
          findings.push({
            judge: 'github',
            path: file.path,
            line,
            column: col,
            rule: 'parallel',
            message,
          });
        }
      },
    });
    return findings;
  });
};
