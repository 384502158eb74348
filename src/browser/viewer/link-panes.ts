// From a value on the left to its lines on the right, and back.

import type { RepositoryView, ViewNode } from '../../view/view.ts';
import type { OutputPane } from './output-pane.ts';
import { describe, nodeAt, valuesOf } from './places.ts';
import type { SourcePane } from './source-pane.ts';

type Panes = {
  readonly view: () => RepositoryView | undefined;
  readonly source: SourcePane;
  readonly output: OutputPane;
  /** Where the value is described. */
  readonly status: HTMLElement;
};

/** Lights what belongs to a place in an editor. `follow`: also brings it into view, in whatever file it is. */
type FromPlace = (offset: number, follow: boolean) => void;

export function linkPanes({ view, source, output, status }: Panes): {
  readonly fromSource: FromPlace;
  readonly fromOutput: FromPlace;
} {
  const nodesOf = (path: string): readonly ViewNode[] =>
    view()?.sources.find((one) => one.path === path)?.nodes ?? [];

  const fromSource: FromPlace = (offset, follow) => {
    const node = nodeAt(nodesOf(source.chosen()), offset);
    const target = node?.target;
    status.textContent = node === undefined ? '' : describe(node);
    if (target !== undefined && follow) {
      output.choose(target.file);
      output.scrollTo(target.from);
    }
    source.light(node === undefined ? [] : [node]);
    output.light(target !== undefined && target.file === output.chosen() ? [target] : []);
  };

  const fromOutput: FromPlace = (offset, follow) => {
    const conversion = view();
    if (conversion === undefined) return;
    const line = output.lineAt(offset);
    const best = valuesOf(conversion, output.chosen(), line);
    const [first] = best;
    if (first === undefined) {
      status.textContent = `Line ${line}: no legacy value made it`;
      source.light([]);
      return;
    }
    const more = best.length > 1 ? `, and ${best.length - 1} more` : '';
    status.textContent = `${describe(first.node)}${more}`;
    if (follow) {
      source.choose(first.path);
      source.scrollTo(first.node.start);
    }
    source.light(best.filter(({ path }) => path === source.chosen()).map(({ node }) => node));
    output.light([{ from: line, to: line }]);
  };

  return { fromSource, fromOutput };
}
