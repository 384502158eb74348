// The two panes: the legacy files on the left, what they became on the right, and the ledger between them. The
// playground and the HTML report show the same component; only the playground's left side can be edited.

import { lintGutter, setDiagnostics } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { RepositoryView, ViewNode, ViewTarget } from '../../view/view.ts';
import { element } from './dom.ts';
import { editorState, fates, setLit, setNodes } from './editor.ts';
import { checklist } from './findings.ts';
import { graphPane } from './graph-pane.ts';
import { meterOf } from './meter.ts';
import { describe, lintPlaces, nextPlace, nodeAt, valuesOf } from './places.ts';
import { pointing, scrollToLine } from './pointing.ts';
import { createTabs } from './tabs.ts';
import { difference } from './text-difference.ts';

type InputFile = { readonly path: string; readonly text: string };

export type Viewer = {
  readonly root: HTMLElement;
  /** Shows a conversion; of files that are edited meanwhile, what no longer fits is left out. */
  readonly show: (view: RepositoryView) => void;
  /** The files and the conversion of another repository, drawn in several tasks, between which the page answers. */
  readonly open: (view: RepositoryView) => Promise<void>;
  /** Replaces the files on the left. */
  readonly setFiles: (files: readonly InputFile[], chosen?: string) => void;
  readonly files: () => readonly InputFile[];
  readonly choose: (path: string, start?: number, end?: number) => void;
  /** The file on the right that is shown; undefined for a list or a drawing. */
  readonly shownOutput: () => string | undefined;
};

export type ViewerOptions = {
  readonly editable: boolean;
  readonly onEdit?: () => void;
  readonly onRemove?: (path: string) => void;
  /** Further panes on the right: a label, and what it shows. */
  readonly panes?: readonly { readonly label: string; readonly render: () => HTMLElement }[];
};

const checklistPane = 'Checklist';
const graphName = 'Jobs';

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one component; all its functions share what is chosen.
export function createViewer({ editable, onEdit, onRemove, panes = [] }: ViewerOptions): Viewer {
  let view: RepositoryView | undefined;
  let chosenSource = '';
  let chosenOutput = '';
  let onlyTodo = false;
  /** Whether somebody chose what is shown on the right; else the first file is. */
  let isOutputChosen = false;
  const states = new Map<string, EditorState>();

  const status = element('p', { class: 'status', role: 'status', 'aria-live': 'polite' });
  const leftHost = element('div', {
    class: 'editor',
    id: 'legacy-panel',
    role: 'tabpanel',
    'aria-label': 'Legacy file',
  });
  const rightHost = element('div', {
    class: 'editor',
    id: 'output-panel',
    role: 'tabpanel',
    'aria-label': 'Result',
  });
  const rightText = element('div', { class: 'other-pane' });
  const meter = element('div', { class: 'meter' });

  const left = new EditorView({ parent: leftHost });
  const rightEditor = element('div', { class: 'other-pane' });
  const right = new EditorView({ parent: rightEditor });
  rightHost.append(rightEditor, rightText);

  // --- from a value to its lines, and back ---

  const nodesOf = (path: string): readonly ViewNode[] =>
    view?.sources.find((source) => source.path === path)?.nodes ?? [];

  function light(values: readonly ViewNode[], target: ViewTarget | undefined): void {
    left.dispatch({ effects: setLit.of({ values }) });
    const lines = target !== undefined && target.file === chosenOutput ? [target] : [];
    right.dispatch({ effects: setLit.of({ lines }) });
  }

  /** `follow`: also bring the lines into view, in whatever file they are. */
  function fromSource(offset: number, follow: boolean): void {
    const node = nodeAt(nodesOf(chosenSource), offset);
    status.textContent = node === undefined ? '' : describe(node);
    if (node?.target !== undefined && follow) {
      chooseOutput(node.target.file);
      scrollToLine(right, node.target.from);
    }
    light(node === undefined ? [] : [node], node?.target);
  }

  function fromOutput(offset: number, follow: boolean): void {
    if (view === undefined) return;
    const line = right.state.doc.lineAt(offset).number;
    const best = valuesOf(view, chosenOutput, line);
    const first = best[0];
    if (first === undefined) {
      status.textContent = `Line ${line}: no legacy value made it`;
      left.dispatch({ effects: setLit.of({}) });
      return;
    }
    status.textContent =
      best.length > 1
        ? `${describe(first.node)}, and ${best.length - 1} more`
        : describe(first.node);
    if (follow) {
      chooseSource(first.path);
      left.dispatch({
        effects: EditorView.scrollIntoView(Math.min(first.node.start, left.state.doc.length), {
          y: 'center',
        }),
      });
    }
    left.dispatch({
      effects: setLit.of({
        values: best.filter(({ path }) => path === chosenSource).map(({ node }) => node),
      }),
    });
    right.dispatch({ effects: setLit.of({ lines: [{ from: line, to: line }] }) });
  }

  const leftExtensions: Extension[] = [
    fates,
    lintGutter(),
    pointing(fromSource),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onEdit?.();
    }),
  ];

  // --- tabs ---

  const leftTabs = createTabs({
    label: 'Legacy files',
    panel: 'legacy-panel',
    choose: (path) => chooseSource(path),
    ...(onRemove === undefined ? {} : { remove: onRemove }),
  });
  const rightTabs = createTabs({
    label: 'Results',
    panel: 'output-panel',
    choose: (path) => {
      isOutputChosen = true;
      chooseOutput(path);
    },
  });

  function drawTabs(): void {
    leftTabs.set(
      [...states.keys()].map((path) => ({ id: path, label: path, removable: editable })),
      chosenSource,
    );
    rightTabs.set(
      [
        ...(view?.outputs ?? []).map(({ path }) => ({
          id: path,
          label: path.slice(path.lastIndexOf('/') + 1),
        })),
        { id: checklistPane, label: checklistPane },
        { id: graphName, label: graphName },
        ...panes.map(({ label }) => ({ id: label, label })),
      ],
      chosenOutput,
    );
  }

  function keepState(): void {
    if (states.has(chosenSource)) states.set(chosenSource, left.state);
  }

  function chooseSource(path: string): void {
    const state = states.get(path);
    if (state === undefined || path === chosenSource) return;
    keepState();
    chosenSource = path;
    left.setState(state);
    decorateSource();
    drawTabs();
  }

  function chooseOutput(name: string): void {
    if (name === chosenOutput) return;
    chosenOutput = name;
    drawOutput();
  }

  /** Every output keeps its editor until its text changes. */
  const shown = { path: '', content: '' };

  function drawOutput(): void {
    const file = view?.outputs.find(({ path }) => path === chosenOutput);
    rightEditor.hidden = file === undefined;
    rightText.hidden = file !== undefined;
    if (file !== undefined) {
      if (shown.path !== file.path) {
        const { path, content } = file;
        const options = { text: content, path, label: path, editable: false };
        right.setState(editorState({ ...options, extensions: [pointing(fromOutput)] }));
      } else if (shown.content !== file.content) {
        right.dispatch({ changes: difference(shown.content, file.content) });
      }
      Object.assign(shown, file);
    } else if (view !== undefined) {
      const pane = panes.find(({ label }) => label === chosenOutput);
      rightText.replaceChildren(
        pane?.render() ??
          (chosenOutput === graphName ? graphPane(view.graphs) : checklist(view, onlyTodo, choose)),
      );
    }
    drawTabs();
  }

  // --- the ledger on the left ---

  function decorateSource(): void {
    if (view === undefined) return;
    const source = view.sources.find(({ path }) => path === chosenSource);
    const text = left.state.doc.toString();
    const fits = source === undefined || source.text === text;
    left.dispatch({ effects: setNodes.of(fits ? (source?.nodes ?? []) : []) });
    const places = lintPlaces(view, chosenSource, left.state.doc.length);
    left.dispatch(setDiagnostics(left.state, places));
  }

  function drawMeter(): void {
    if (view === undefined) return;
    meter.replaceChildren(...meterOf(view.digest.counts, { onlyTodo, toggleTodo, nextTodo }));
  }

  function toggleTodo(): void {
    onlyTodo = !onlyTodo;
    leftHost.classList.toggle('only-todo', onlyTodo);
    drawMeter();
    drawOutput();
  }

  /** The next place that waits for a person, after the cursor, through all files. */
  function nextTodo(): void {
    if (view === undefined) return;
    const { head } = left.state.selection.main;
    const place = nextPlace(view, [...states.keys()], { file: chosenSource, at: head });
    if (place === undefined)
      status.textContent = 'No place in the files waits for you; see the checklist for secrets.';
    else choose(place.file, place.start, place.end);
  }

  function choose(path: string, start?: number, end = start): void {
    chooseSource(path);
    if (start === undefined || end === undefined || path !== chosenSource) return;
    const { length } = left.state.doc;
    left.focus();
    left.dispatch({
      selection: { anchor: Math.min(start, length), head: Math.min(start, length) },
      effects: EditorView.scrollIntoView(Math.min(start, length), { y: 'center' }),
    });
  }

  const root = element(
    'div',
    { class: 'viewer' },
    meter,
    element(
      'div',
      { class: 'panes' },
      element('section', { class: 'pane', 'aria-label': 'Legacy files' }, leftTabs.root, leftHost),
      element('section', { class: 'pane', 'aria-label': 'Results' }, rightTabs.root, rightHost),
    ),
    status,
  );

  /** Chooses what is shown on the right, and says with which steps it is drawn. */
  function begin(given: RepositoryView): readonly (() => void)[] {
    // The workflows first: they are what people look for.
    const rank = (path: string): number => Number(!path.startsWith('.github/workflows/'));
    const next = {
      ...given,
      outputs: [...given.outputs].sort((a, b) => rank(a.path) - rank(b.path)),
    };
    view = next;
    const exists =
      next.outputs.some(({ path }) => path === chosenOutput) ||
      [checklistPane, graphName, ...panes.map(({ label }) => label)].includes(chosenOutput);
    if (!exists || !isOutputChosen) chosenOutput = next.outputs[0]?.path ?? checklistPane;
    return [drawOutput, decorateSource, drawMeter];
  }

  function setFiles(files: readonly InputFile[], chosen?: string): void {
    const kept = new Map(states);
    keepState();
    states.clear();
    for (const { path, text } of files) {
      const earlier = path === chosenSource ? left.state : kept.get(path);
      const same = earlier?.doc.toString() === text;
      states.set(
        path,
        same && earlier !== undefined
          ? earlier
          : editorState({ text, path, label: path, editable, extensions: leftExtensions }),
      );
    }
    const next =
      chosen !== undefined && states.has(chosen)
        ? chosen
        : states.has(chosenSource)
          ? chosenSource
          : (files[0]?.path ?? '');
    chosenSource = '';
    leftHost.hidden = next === '';
    chooseSource(next);
    drawTabs();
  }

  /** An opening that another one has followed stops. */
  let opening = 0;

  return {
    root,
    show(given) {
      for (const step of begin(given)) step();
    },
    async open(given) {
      const turn = ++opening;
      const isFollowed = async (): Promise<boolean> => {
        await nextTask();
        return turn !== opening;
      };
      view = undefined;
      if (await isFollowed()) return;
      setFiles(given.sources);
      for (const step of begin(given)) {
        if (await isFollowed()) return;
        step();
      }
    },
    setFiles,
    files() {
      keepState();
      return [...states].map(([path, state]) => ({ path, text: state.doc.toString() }));
    },
    choose,
    shownOutput: () =>
      view?.outputs.some(({ path }) => path === chosenOutput) ? chosenOutput : undefined,
  };
}

/** Other tasks, such as drawing a frame, come first. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
