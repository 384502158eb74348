// The ledger: what becomes of every value that was read. Translators report codes and hand their sources
// to the output; the ledger puts both together, so that a value nobody looked at cannot stay unseen.

import type { Outcome } from '../diagnostic/code-row.ts';
import { type Code, codeRow } from '../diagnostic/codes.ts';
import { defined } from '../ground/defined.ts';
import { withoutMarks } from '../ground/open-mark.ts';
import type { Diagnostic, Place, Report } from '../source/diagnostic.ts';
import type { LeafNode, SourceNode } from '../source/node.ts';
import type { SourceDocument } from '../source/parse.ts';

export type LedgerEntry = {
  readonly node: SourceNode;
  readonly outcome: Outcome;
  /** `file#/json/pointer` of the output that changes with the value. */
  readonly target?: string;
  readonly code?: Code;
};

/** What the emitter found: each source node and the first place of the output that came from it. */
type Targets = ReadonlyMap<SourceNode, string>;

type Mark = { readonly outcome: Exclude<Outcome, 'translated'>; readonly code: Code };

type Fate = {
  readonly node: SourceNode;
  readonly outcome: Outcome;
  readonly code: Code;
  /** What is only said where nothing else settles the value. */
  readonly late?: Diagnostic;
};

export type Ledger = {
  readonly report: Report;
  /** Settles a value only if nothing else does: an unused template, a key that is ignored. */
  readonly otherwise: Report;
  readonly diagnostics: () => readonly Diagnostic[];
  /**
   * Forgets what was said of values that somebody else takes over, but what is wrong with the file itself.
   *
   * @param values all of them; they lie in `whole`
   */
  readonly release: (values: ReadonlySet<SourceNode>, whole: Place) => void;
  /** One entry for each leaf, in the order of the file; a marked collection stands for its leaves. */
  readonly settle: (document: SourceDocument, targets: Targets) => readonly LedgerEntry[];
};

const isNode = (at: SourceNode | Place): at is SourceNode => 'kind' in at;

export function createLedger(): Ledger {
  let diagnostics: Diagnostic[] = [];
  const marks = new Map<SourceNode, Mark>();
  const fallbacks = new Map<SourceNode, Diagnostic>();
  const isFirst = firstOfPlace();

  const report: Report = (code, at, said, remedy, shown) => {
    const message = withoutMarks(said);
    const help = remedy === undefined ? undefined : withoutMarks(remedy);
    const row = codeRow(code);
    if (isFirst(`${code}\n${message}`, at)) {
      const { severity } = row;
      diagnostics.push({ code, severity, message, at, ...defined({ help, shown }) });
    }
    if (row.outcome !== undefined && isNode(at)) {
      const earlier = marks.get(at);
      if (earlier === undefined || rank[row.outcome] > rank[earlier.outcome]) {
        marks.set(at, { outcome: row.outcome, code });
      }
    }
  };

  const otherwise: Report = (code, at, message, help, shown) => {
    if (!isNode(at) || fallbacks.has(at)) return;
    const severity = codeRow(code).severity;
    fallbacks.set(at, {
      code,
      severity,
      message: withoutMarks(message),
      at,
      ...defined({ help: help && withoutMarks(help), shown }),
    });
  };

  const release: Ledger['release'] = (values, whole) => {
    for (const value of values) {
      marks.delete(value);
      fallbacks.delete(value);
    }
    diagnostics = diagnostics.filter(({ code, at }) => ofTheFile.has(code) || !isWithin(at, whole));
  };

  const settle: Ledger['settle'] = (document, targets) => {
    const entries: LedgerEntry[] = [];
    const covered = new Set<SourceNode>();
    for (const leaf of document.leaves) {
      const own = marks.get(leaf);
      const target = targets.get(leaf);
      if (target !== undefined && own?.outcome !== 'manual') {
        entries.push(reached(leaf, target, own));
        continue;
      }
      const { node, outcome, code, late } = fateOf(leaf);
      if (covered.has(node)) continue;
      covered.add(node);
      if (late !== undefined) diagnostics.push(late);
      entries.push({ node, outcome, code });
    }
    return entries.sort((a, b) => a.node.start - b.node.start || a.node.end - b.node.end);
  };

  /** What becomes of a leaf that reaches no output, said of it or of a collection around it. */
  function fateOf(leaf: LeafNode): Fate {
    const around = collectionsAround(leaf);
    for (const node of [leaf, ...around]) {
      const mark = marks.get(node);
      if (mark !== undefined && mark.outcome !== 'approximated') return { node, ...mark };
    }
    for (const node of [...around, leaf]) {
      const late = fallbacks.get(node);
      if (late === undefined) continue;
      return { node, outcome: codeRow(late.code).outcome ?? 'dropped', code: late.code, late };
    }
    report(
      'unread-value',
      leaf,
      'this value was not understood, so nothing was made from it',
      'translate it by hand',
    );
    return { node: leaf, outcome: 'manual', code: 'unread-value' };
  }

  return { report, otherwise, release, settle, diagnostics: () => diagnostics };
}

/** The same thing said twice of one place, through an alias or a matrix, is said once. */
function firstOfPlace(): (text: string, at: SourceNode | Place) => boolean {
  const seen = new Map<SourceNode | string, Set<string>>();
  return (text, at) => {
    const key = isNode(at) ? at : `${at.file.path}:${at.start}:${at.end}`;
    const texts = seen.get(key) ?? new Set<string>();
    seen.set(key, texts);
    const isNew = !texts.has(text);
    texts.add(text);
    return isNew;
  };
}

/** A leaf that an output has. */
const reached = (node: LeafNode, target: string, mark: Mark | undefined): LedgerEntry =>
  mark?.outcome === 'approximated'
    ? { node, outcome: 'approximated', target, code: mark.code }
    : { node, outcome: 'translated', target };

const isWithin = (at: Diagnostic['at'], whole: Place): boolean =>
  at !== undefined && at.file === whole.file && at.start >= whole.start && at.end <= whole.end;

/** What holds of a file, whatever becomes of its values. */
const ofTheFile: ReadonlySet<Code> = new Set([
  'open-credential',
  'duplicate-key',
  'extra-document',
  'unresolved-alias',
  'bad-merge',
  'hook-failed',
  'unpinned-action',
]);

const rank: Record<Exclude<Outcome, 'translated'>, number> = {
  dropped: 0,
  invalid: 1,
  approximated: 2,
  manual: 3,
};

/** From the inner to the outer. */
function collectionsAround(leaf: LeafNode): readonly SourceNode[] {
  const found: SourceNode[] = [];
  for (let at: SourceNode | undefined = leaf.parent; at !== undefined; at = at.parent)
    found.push(at);
  return found;
}
