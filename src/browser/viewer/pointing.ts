// What the pointer and the cursor point at in an editor.

import type { Extension } from '@codemirror/state';
import { EditorView, tooltips } from '@codemirror/view';

/** The pointer shows; a click or the cursor follows. */
export const pointing = (act: (offset: number, follow: boolean) => void): Extension => [
  tooltips({ parent: document.body }),
  EditorView.domEventHandlers({
    mousemove(event, editor) {
      const offset = editor.posAtCoords({ x: event.clientX, y: event.clientY });
      if (offset !== null && event.buttons === 0) act(offset, false);
    },
  }),
  EditorView.updateListener.of((update) => {
    if (!update.selectionSet || update.docChanged || !update.view.hasFocus) return;
    const { head } = update.state.selection.main;
    // Not within the update that is under way.
    setTimeout(() => act(head, true));
  }),
];

export function scrollToLine(editor: EditorView, line: number): void {
  const { doc } = editor.state;
  const at = doc.line(Math.min(Math.max(1, line), doc.lines)).from;
  editor.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'center' }) });
}
