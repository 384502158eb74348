// The right pane: the files that the conversion made, and lists and drawings about it.

import { EditorView } from '@codemirror/view';
import type { RepositoryView, ViewTarget } from '../../view/view.ts';
import { element } from './dom.ts';
import { editorState, setLit } from './editor.ts';
import { pointing, scrollToLine } from './pointing.ts';
import { createTabs } from './tabs.ts';
import { difference } from './text-difference.ts';

/** A pane that is no file: what its tab says, and what it shows of a conversion. */
export type OtherPane = {
  readonly label: string;
  readonly render: (view: RepositoryView) => HTMLElement;
};

export type OutputPane = {
  /** The tabs, and the pane below them. */
  readonly parts: readonly [HTMLElement, HTMLElement];
  /** The path or the label that is chosen. */
  readonly chosen: () => string;
  readonly choose: (name: string) => void;
  /** Of a new conversion: keeps what somebody chose, where it is still there. */
  readonly chooseIn: (view: RepositoryView) => void;
  readonly draw: () => void;
  readonly drawTabs: () => void;
  readonly lineAt: (offset: number) => number;
  readonly scrollTo: (line: number) => void;
  readonly light: (lines: readonly Pick<ViewTarget, 'from' | 'to'>[]) => void;
};

export type OutputPaneOptions = {
  /** Behind the tabs of the files. */
  readonly panes: readonly [OtherPane, ...OtherPane[]];
  /** The pointer is at an offset of the file; a click or the cursor asks to follow. */
  readonly onPoint: (offset: number, follow: boolean) => void;
  readonly view: () => RepositoryView | undefined;
};

export function createOutputPane({ panes, onPoint, view }: OutputPaneOptions): OutputPane {
  let chosen = '';
  /** Whether somebody chose what is shown; else the first file is. */
  let isChosen = false;
  /** What the editor holds: it is kept until its text changes. */
  const shown = { path: '', content: '' };
  const host = element('div', {
    class: 'editor',
    id: 'output-panel',
    role: 'tabpanel',
    'aria-label': 'Result',
  });
  const file = element('div', { class: 'other-pane' });
  const other = element('div', { class: 'other-pane' });
  host.append(file, other);
  const editor = new EditorView({ parent: file });
  const tabs = createTabs({
    label: 'Results',
    panel: 'output-panel',
    choose: (name) => {
      isChosen = true;
      choose(name);
    },
  });

  function choose(name: string): void {
    if (name === chosen) return;
    chosen = name;
    draw();
  }

  function drawFile({ path, content }: RepositoryView['outputs'][number]): void {
    if (shown.path !== path) {
      const options = { text: content, path, label: path, editable: false };
      editor.setState(editorState({ ...options, extensions: [pointing(onPoint)] }));
    } else if (shown.content !== content) {
      editor.dispatch({ changes: difference(shown.content, content) });
    }
    Object.assign(shown, { path, content });
  }

  function draw(): void {
    const conversion = view();
    const output = conversion?.outputs.find(({ path }) => path === chosen);
    file.hidden = output === undefined;
    other.hidden = output !== undefined;
    if (output !== undefined) drawFile(output);
    else if (conversion !== undefined) {
      const pane = panes.find(({ label }) => label === chosen) ?? panes[0];
      other.replaceChildren(pane.render(conversion));
    }
    drawTabs();
  }

  function drawTabs(): void {
    tabs.set(
      [
        ...(view()?.outputs ?? []).map(({ path }) => ({
          id: path,
          label: path.slice(path.lastIndexOf('/') + 1),
        })),
        ...panes.map(({ label }) => ({ id: label, label })),
      ],
      chosen,
    );
  }

  return {
    parts: [tabs.root, host],
    chosen: () => chosen,
    choose,
    chooseIn: ({ outputs }) => {
      const exists =
        outputs.some(({ path }) => path === chosen) || panes.some(({ label }) => label === chosen);
      if (!exists || !isChosen) chosen = outputs[0]?.path ?? panes[0].label;
    },
    draw,
    drawTabs,
    lineAt: (offset) => editor.state.doc.lineAt(offset).number,
    scrollTo: (line) => scrollToLine(editor, line),
    light: (lines) => editor.dispatch({ effects: setLit.of({ lines }) }),
  };
}
