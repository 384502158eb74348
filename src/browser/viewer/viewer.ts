// The two panes: the legacy files on the left, what they became on the right, and the ledger between them. The
// playground and the HTML report show the same component; only the playground's left side can be edited.

import type { RepositoryView } from '../../view/view.ts';
import { element } from './dom.ts';
import { checklist } from './findings.ts';
import { graphPane } from './graph-pane.ts';
import { linkPanes } from './link-panes.ts';
import { meterOf } from './meter.ts';
import { createOutputPane, type OtherPane, type OutputPane } from './output-pane.ts';
import { nextPlace } from './places.ts';
import { createSourcePane, type InputFile, type SourcePane } from './source-pane.ts';

export type Viewer = {
  readonly root: HTMLElement;
  /** Shows a conversion; of files that are edited meanwhile, what no longer fits is left out. */
  readonly show: (view: RepositoryView) => void;
  /** The files and the conversion of another repository, drawn in several tasks, between which the page answers. */
  readonly open: (view: RepositoryView) => Promise<void>;
  /** Replaces the files on the left. */
  readonly setFiles: (files: readonly InputFile[], chosen?: string) => void;
  readonly files: () => readonly InputFile[];
  readonly choose: (path: string, offset?: number) => void;
  /** The file on the right that is shown; undefined for a list or a drawing. */
  readonly shownOutput: () => string | undefined;
};

export type ViewerOptions = {
  readonly editable: boolean;
  readonly onEdit?: () => void;
  readonly onRemove?: (path: string) => void;
  /** Further panes on the right. */
  readonly panes?: readonly OtherPane[];
};

export function createViewer({ editable, onEdit, onRemove, panes = [] }: ViewerOptions): Viewer {
  let view: RepositoryView | undefined;
  let onlyTodo = false;
  const status = element('p', { class: 'status', role: 'status', 'aria-live': 'polite' });
  const meter = element('div', { class: 'meter' });

  const source: SourcePane = createSourcePane({
    editable,
    onEdit,
    onRemove,
    view: () => view,
    onPoint: (offset, follow) => fromSource(offset, follow),
  });
  const output: OutputPane = createOutputPane({
    panes: [
      { label: 'Checklist', render: (given) => checklist(given, onlyTodo, source.goTo) },
      { label: 'Jobs', render: ({ graphs }) => graphPane(graphs) },
      ...panes,
    ],
    view: () => view,
    onPoint: (offset, follow) => fromOutput(offset, follow),
  });
  const { fromSource, fromOutput } = linkPanes({ view: () => view, source, output, status });

  function drawMeter(): void {
    if (view === undefined) return;
    meter.replaceChildren(...meterOf(view.digest.counts, { onlyTodo, toggleTodo, nextTodo }));
  }

  function toggleTodo(): void {
    onlyTodo = !onlyTodo;
    source.showOnlyTodo(onlyTodo);
    drawMeter();
    output.draw();
  }

  /** The next place that waits for a person, after the cursor, through all files. */
  function nextTodo(): void {
    if (view === undefined) return;
    const place = nextPlace(view, source.paths(), { file: source.chosen(), at: source.cursor() });
    if (place === undefined)
      status.textContent = 'No place in the files waits for you; see the checklist for secrets.';
    else source.goTo(place.file, place.start);
  }

  /** Takes the conversion over, and says with which steps it is drawn. */
  function begin(given: RepositoryView): readonly (() => void)[] {
    // The workflows first: they are what people look for.
    const rank = (path: string): number => Number(!path.startsWith('.github/workflows/'));
    view = {
      ...given,
      outputs: [...given.outputs].sort((a, b) => rank(a.path) - rank(b.path)),
    };
    output.chooseIn(view);
    return [output.draw, source.decorate, drawMeter];
  }

  function setFiles(files: readonly InputFile[], chosen?: string): void {
    source.setFiles(files, chosen);
    output.drawTabs();
  }

  /** An opening that another one has followed stops. */
  let opening = 0;

  return {
    root: frame(meter, source, output, status),
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
    files: source.files,
    choose: source.goTo,
    shownOutput: () => {
      const chosen = output.chosen();
      return view?.outputs.some(({ path }) => path === chosen) ? chosen : undefined;
    },
  };
}

const frame = (
  meter: HTMLElement,
  source: SourcePane,
  output: OutputPane,
  status: HTMLElement,
): HTMLElement =>
  element(
    'div',
    { class: 'viewer' },
    meter,
    element(
      'div',
      { class: 'panes' },
      element('section', { class: 'pane', 'aria-label': 'Legacy files' }, ...source.parts),
      element('section', { class: 'pane', 'aria-label': 'Results' }, ...output.parts),
    ),
    status,
  );

/** Other tasks, such as drawing a frame, come first. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
