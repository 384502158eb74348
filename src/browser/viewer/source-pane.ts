// The left pane: the legacy files, each with an editor of its own, and what became of their values beside them.

import { lintGutter, setDiagnostics } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { RepositoryView, ViewNode } from '../../view/view.ts';
import { element } from './dom.ts';
import { editorState, fates, setLit, setNodes } from './editor.ts';
import { lintPlaces } from './places.ts';
import { pointing } from './pointing.ts';
import { createTabs } from './tabs.ts';

export type InputFile = { readonly path: string; readonly text: string };

export type SourcePane = {
  /** The tabs, and the editor below them. */
  readonly parts: readonly [HTMLElement, HTMLElement];
  /** Path of the file that is shown; empty where there is none. */
  readonly chosen: () => string;
  readonly paths: () => readonly string[];
  readonly files: () => readonly InputFile[];
  /** Where the cursor is. */
  readonly cursor: () => number;
  readonly setFiles: (files: readonly InputFile[], chosen?: string) => void;
  readonly choose: (path: string) => void;
  /** Shows a file, with the cursor at a place of it. */
  readonly goTo: (path: string, offset?: number) => void;
  readonly scrollTo: (offset: number) => void;
  readonly light: (values: readonly ViewNode[]) => void;
  /** Draws what the conversion says of the file that is shown; of a text that no longer fits, nothing. */
  readonly decorate: () => void;
  readonly showOnlyTodo: (isOn: boolean) => void;
};

export type SourcePaneOptions = {
  readonly editable: boolean;
  readonly onEdit?: (() => void) | undefined;
  readonly onRemove?: ((path: string) => void) | undefined;
  /** The pointer is at an offset of the file; a click or the cursor asks to follow. */
  readonly onPoint: (offset: number, follow: boolean) => void;
  readonly view: () => RepositoryView | undefined;
};

const panelOfTabs = {
  class: 'editor',
  id: 'legacy-panel',
  role: 'tabpanel',
  'aria-label': 'Legacy file',
};

export function createSourcePane(options: SourcePaneOptions): SourcePane {
  const { editable, onEdit, onRemove, onPoint, view } = options;
  const states = new Map<string, EditorState>();
  let chosen = '';
  const host = element('div', panelOfTabs);
  const editor = new EditorView({ parent: host });
  const extensions: readonly Extension[] = [
    fates,
    lintGutter(),
    pointing(onPoint),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onEdit?.();
    }),
  ];
  const tabs = createTabs({
    label: 'Legacy files',
    panel: 'legacy-panel',
    choose,
    ...(onRemove === undefined ? {} : { remove: onRemove }),
  });

  const drawTabs = (): void => {
    const labels = [...states.keys()].map((path) => ({
      id: path,
      label: path,
      removable: editable,
    }));
    tabs.set(labels, chosen);
  };

  const keepState = (): void => {
    if (states.has(chosen)) states.set(chosen, editor.state);
  };

  function choose(path: string): void {
    const state = states.get(path);
    if (state === undefined || path === chosen) return;
    keepState();
    chosen = path;
    editor.setState(state);
    decorate();
    drawTabs();
  }

  function goTo(path: string, offset?: number): void {
    choose(path);
    if (offset !== undefined && path === chosen) putCursor(editor, offset);
  }

  function decorate(): void {
    const conversion = view();
    if (conversion !== undefined) drawLedger(editor, conversion, chosen);
  }

  function setFiles(files: readonly InputFile[], wanted?: string): void {
    const kept = new Map(states);
    keepState();
    states.clear();
    for (const { path, text } of files) {
      const earlier = path === chosen ? editor.state : kept.get(path);
      const isSame = earlier?.doc.toString() === text;
      const options = { text, path, label: path, editable, extensions };
      states.set(path, isSame && earlier !== undefined ? earlier : editorState(options));
    }
    const next = [wanted, chosen].find((path) => path !== undefined && states.has(path));
    const shown = next ?? files[0]?.path ?? '';
    chosen = '';
    host.hidden = shown === '';
    choose(shown);
    drawTabs();
  }

  return {
    parts: [tabs.root, host],
    chosen: () => chosen,
    paths: () => [...states.keys()],
    files: () => {
      keepState();
      return [...states].map(([path, state]) => ({ path, text: state.doc.toString() }));
    },
    cursor: () => editor.state.selection.main.head,
    setFiles,
    choose,
    goTo,
    scrollTo: (offset) => {
      const at = Math.min(offset, editor.state.doc.length);
      editor.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    },
    light: (values) => editor.dispatch({ effects: setLit.of({ values }) }),
    decorate,
    showOnlyTodo: (isOn) => host.classList.toggle('only-todo', isOn),
  };
}

function putCursor(editor: EditorView, offset: number): void {
  const at = Math.min(offset, editor.state.doc.length);
  editor.focus();
  editor.dispatch({
    selection: { anchor: at, head: at },
    effects: EditorView.scrollIntoView(at, { y: 'center' }),
  });
}

/** Marks at the values of a file; a text that was edited since has none. */
function drawLedger(editor: EditorView, conversion: RepositoryView, path: string): void {
  const source = conversion.sources.find((one) => one.path === path);
  const fits = source === undefined || source.text === editor.state.doc.toString();
  editor.dispatch({ effects: setNodes.of(fits ? (source?.nodes ?? []) : []) });
  const places = lintPlaces(conversion, path, editor.state.doc.length);
  editor.dispatch(setDiagnostics(editor.state, places));
}
