// CodeMirror as both panes use it. CodeMirror 6 rather than Monaco: a tenth of the size, it works on phones and with
// screen readers, and takes a strict Content-Security-Policy.

import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import {
  EditorState,
  type Extension,
  RangeSet,
  RangeSetBuilder,
  StateEffect,
  StateField,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  GutterMarker,
  gutter,
  highlightActiveLine,
  keymap,
  lineNumbers,
  WidgetType,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Outcome } from '../../diagnostic/code-row.ts';
import { credentialShapes } from '../../secret/credential-shapes.ts';
import type { ViewNode } from '../../view/view.ts';
import { element } from './dom.ts';
import { outcomeLooks, outcomeOrder } from './outcomes.ts';

const highlighting = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: 'tok-key' },
  { tag: [tags.string, tags.content], class: 'tok-text' },
  { tag: [tags.comment], class: 'tok-comment' },
  { tag: [tags.keyword, tags.labelName, tags.typeName, tags.meta], class: 'tok-meta' },
]);

const base = (label: string): Extension => [
  lineNumbers(),
  drawSelection(),
  highlightActiveLine(),
  syntaxHighlighting(highlighting),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
  lit,
  masks,
];

/** What an editor of one file is made of; each file keeps its own history. */
export function editorState(options: {
  readonly text: string;
  readonly path: string;
  readonly label: string;
  readonly editable: boolean;
  readonly extensions: readonly Extension[];
}): EditorState {
  return EditorState.create({
    doc: options.text,
    extensions: [
      base(options.label),
      /\.(?:ya?ml|json)$/i.test(options.path) ? yaml() : [],
      options.editable
        ? [history(), keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab])]
        : [EditorState.readOnly.of(true), keymap.of(defaultKeymap)],
      ...options.extensions,
    ],
  });
}

// --- what lights up --------------------------------------------------------------------------------

export type Lit = {
  /** Offsets of values. */
  readonly values?: readonly { readonly start: number; readonly end: number }[];
  /** Lines, from 1. */
  readonly lines?: readonly { readonly from: number; readonly to: number }[];
};

export const setLit = StateEffect.define<Lit>();

const litLine = Decoration.line({ class: 'lit-line' });
const litValue = Decoration.mark({ class: 'lit-value' });

const lit = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    let next = now.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setLit)) continue;
      const { doc } = transaction.state;
      const inside = (offset: number): number => Math.min(Math.max(0, offset), doc.length);
      const ranges = [
        ...(effect.value.lines ?? []).flatMap(({ from, to }) =>
          Array.from({ length: Math.max(0, Math.min(to, doc.lines) - from + 1) }, (_, index) =>
            litLine.range(doc.line(from + index).from),
          ),
        ),
        ...(effect.value.values ?? [])
          .map(({ start, end }) => ({ start: inside(start), end: inside(end) }))
          .filter(({ start, end }) => end > start)
          .map(({ start, end }) => litValue.range(start, end)),
      ];
      next = Decoration.set(ranges, true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// --- the fate of every value -----------------------------------------------------------------------

export const setNodes = StateEffect.define<readonly ViewNode[]>();

type Fates = { readonly marks: DecorationSet; readonly signs: RangeSet<GutterMarker> };

const markOf = Object.fromEntries(
  outcomeOrder.map((outcome) => [outcome, Decoration.mark({ class: `value o-${outcome}` })]),
) as Record<Outcome, Decoration>;

class Sign extends GutterMarker {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super();
    this.outcome = outcome;
  }
  override eq(other: Sign): boolean {
    return other.outcome === this.outcome;
  }
  override toDOM(): Node {
    const { sign, label } = outcomeLooks[this.outcome];
    return element('span', { class: `sign o-${this.outcome}`, title: label }, sign);
  }
}

const signOf = Object.fromEntries(
  outcomeOrder.map((outcome) => [outcome, new Sign(outcome)]),
) as Record<Outcome, Sign>;

/** The marks of all values, and for each line the sign of its most pressing one. */
export const fates = StateField.define<Fates>({
  create: () => ({ marks: Decoration.none, signs: RangeSet.empty }),
  update(now, transaction) {
    let next = transaction.docChanged
      ? { marks: now.marks.map(transaction.changes), signs: now.signs.map(transaction.changes) }
      : now;
    for (const effect of transaction.effects) {
      if (effect.is(setNodes)) next = fatesOf(effect.value, transaction.state);
    }
    return next;
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ marks }) => marks),
    gutter({ class: 'cm-signs', markers: (view) => view.state.field(field).signs }),
  ],
});

function fatesOf(nodes: readonly ViewNode[], { doc }: EditorState): Fates {
  const worst = new Map<number, Outcome>();
  const ranges = nodes
    .filter(({ end }) => end <= doc.length)
    .map(({ start, end, outcome }) => {
      const line = doc.lineAt(start).from;
      const earlier = worst.get(line);
      if (earlier === undefined || outcomeOrder.indexOf(outcome) > outcomeOrder.indexOf(earlier)) {
        worst.set(line, outcome);
      }
      return { start, end, outcome };
    })
    .filter(({ start, end }) => end > start)
    .map(({ start, end, outcome }) => markOf[outcome].range(start, end));
  const signs = new RangeSetBuilder<GutterMarker>();
  for (const [line, outcome] of [...worst].sort(([a], [b]) => a - b))
    signs.add(line, line, signOf[outcome]);
  return { marks: Decoration.set(ranges, true), signs: signs.finish() };
}

// --- values that nobody should read over a shoulder ----------------------------------------------------

class Mask extends WidgetType {
  readonly what: string;
  constructor(what: string) {
    super();
    this.what = what;
  }
  override eq(other: Mask): boolean {
    return other.what === this.what;
  }
  override toDOM(): HTMLElement {
    const title = `${this.what}: hidden; put the cursor here to see it`;
    return element('span', { class: 'mask', title, role: 'img', 'aria-label': title }, '••••••');
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

/** Larger texts are not searched at every key. */
const mostMasked = 200_000;

function masksOf(state: EditorState): DecorationSet {
  if (state.doc.length > mostMasked) return Decoration.none;
  const { from, to } = state.selection.main;
  const hidden = credentialShapes(state.doc.toString()).filter(
    ({ start, end }) => to < start || from > end,
  );
  return Decoration.set(
    hidden.flatMap(({ start, end, what }) => {
      // A decoration that replaces may not cross a line end here: a key of several lines is hidden line by line.
      const first = state.doc.lineAt(start);
      const last = state.doc.lineAt(end);
      return Array.from({ length: last.number - first.number + 1 }, (_, index) => {
        const line = state.doc.line(first.number + index);
        return { from: Math.max(start, line.from), to: Math.min(end, line.to), what };
      })
        .filter((part) => part.to > part.from)
        .map((part) =>
          Decoration.replace({ widget: new Mask(part.what) }).range(part.from, part.to),
        );
    }),
    true,
  );
}

/** A decoration alone: the text, and what is copied, stays as it is. */
const masks = StateField.define<DecorationSet>({
  create: masksOf,
  update: (now, transaction) =>
    transaction.docChanged || transaction.selection !== undefined
      ? masksOf(transaction.state)
      : now,
  provide: (field) => EditorView.decorations.from(field),
});
