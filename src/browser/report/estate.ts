// An audit as a page: what the estate comes to, the table of its repositories, and the panes of the one that is chosen.

import type { EstateRow, EstateView, Facet } from '../../view/estate-view.ts';
import { facetGroups } from '../../view/facet-groups.ts';
import type { RepositoryView } from '../../view/view.ts';
import { element } from '../viewer/dom.ts';
import { createViewer, type Viewer } from '../viewer/viewer.ts';
import { unpack } from './packed.ts';
import { createTable, nameOf } from './table.ts';

/** @param finished is called when everything is there */
export function showEstate(estate: EstateView, finished: () => void): void {
  document.body.classList.add('estate');
  const overview = element('main', { class: 'overview' });
  const detail = element('main', { class: 'detail', hidden: true });
  document.body.prepend(
    element(
      'header',
      {},
      element('h1', {}, 'transship audit'),
      element('p', { class: 'lead' }, leadOf(estate)),
    ),
    overview,
    detail,
  );

  const indexOf = new Map(estate.rows.map((row, index) => [row, index]));
  let opener: HTMLElement | undefined;
  const showRow = detailPane(estate, detail, () => {
    location.hash = '';
  });
  const table = createTable((row, from) => {
    opener = from;
    location.hash = `r${indexOf.get(row) ?? 0}`;
  });
  const filters = filterBar(estate, (rows) => table.show(rows));
  overview.append(
    ...(estate.stopped === undefined
      ? []
      : [element('p', { class: 'message', role: 'alert' }, `Not complete: ${estate.stopped}`)]),
    cards(estate),
    element('h2', {}, 'Repositories'),
    filters.root,
    table.root,
  );
  // One task after the other: the page answers from the first one on.
  const steps: readonly (() => void)[] = [
    () => table.show(estate.rows),
    () => overview.append(...facetTables(estate, filters.choose)),
    () => overview.append(...plan(estate)),
    finished,
  ];
  const next = ([step, ...rest]: readonly (() => void)[]): void => {
    step?.();
    if (rest.length > 0) setTimeout(next, 0, rest);
  };
  setTimeout(next, 0, steps);

  const follow = (): void => {
    const row = estate.rows[Number(/^#r(\d+)$/.exec(location.hash)?.[1] ?? Number.NaN)];
    overview.hidden = row !== undefined;
    detail.hidden = row === undefined;
    if (row !== undefined) void showRow(row, indexOf.get(row) ?? 0);
    else if (opener?.isConnected) opener.focus();
  };
  addEventListener('hashchange', follow);
  follow();
}

const leadOf = ({ totals }: EstateView): string =>
  `${totals.byThemselves} of ${totals.converted} repositories with a configuration need nothing by hand but their secrets.`;

function cards({ totals, effort, systems }: EstateView): HTMLElement {
  const of = (label: string, value: string): HTMLElement =>
    element('div', { class: 'card' }, element('dt', {}, label), element('dd', {}, value));
  const values = Object.values(totals.values).reduce((sum, count) => sum + count, 0);
  const share = values === 0 ? 100 : Math.floor((100 * totals.values.translated) / values);
  const kinds = Object.entries(systems).map(([system, count]) => `${count} ${system}`);
  return element(
    'dl',
    { class: 'cards' },
    of('Repositories', String(totals.repositories)),
    of(
      'With a configuration',
      `${totals.converted}${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`,
    ),
    of('Without one', String(totals.withoutConfiguration)),
    of('Not converted', String(totals.failed)),
    of('Values translated as they were', `${share} % of ${values}`),
    of('Left to a person', String(totals.values.manual)),
    of('Secrets to create', String(totals.secrets)),
    of('Effort', effort),
  );
}

type FilterBar = { readonly root: HTMLElement; readonly choose: (facet: number) => void };

function filterBar(estate: EstateView, show: (rows: readonly EstateRow[]) => void): FilterBar {
  const search = element('input', { type: 'search', id: 'search' });
  const option = (value: string, text: string): HTMLOptionElement =>
    element('option', { value }, text);
  const state = element(
    'select',
    { id: 'state' },
    option('', 'any'),
    option('itself', 'moves by itself'),
    option('work', 'with work by hand'),
    option('open', 'with an open credential'),
    option('failed', 'not converted'),
    option('none', 'no configuration'),
  );
  const wave = element(
    'select',
    { id: 'wave' },
    option('', 'any'),
    ...estate.waves.map(({ number, title }) => option(String(number), `${number}: ${title}`)),
  );
  const has = element('select', { id: 'has' }, option('', 'anything'));
  for (const [group, label] of Object.entries(facetGroups)) {
    const options = estate.facets.flatMap((facet, index) =>
      facet.group === group ? [option(String(index), `${facet.name} (${facet.count})`)] : [],
    );
    if (options.length > 0) has.append(element('optgroup', { label }, ...options));
  }
  const fits = (row: EstateRow): boolean => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const name = nameOf(row).toLowerCase();
    if (!words.every((word) => name.includes(word))) return false;
    if (wave.value !== '' && row.wave !== Number(wave.value)) return false;
    if (has.value !== '' && !row.has.includes(Number(has.value))) return false;
    switch (state.value) {
      case 'itself':
        return row.state === 'converted' && row.work === 0 && row.open === undefined;
      case 'work':
        return row.work > 0;
      case 'open':
        return row.open !== undefined;
      case '':
        return true;
      default:
        return row.state === state.value;
    }
  };
  const apply = (): void => show(estate.rows.filter(fits));
  const named = (label: string, field: HTMLElement): HTMLElement =>
    element('label', { for: field.id }, `${label} `, field);
  const root = element(
    'search',
    { class: 'filters' },
    named('Name', search),
    named('State', state),
    named('Wave', wave),
    named('Has', has),
  );
  root.addEventListener('input', apply);
  const choose = (facet: number): void => {
    search.value = '';
    state.value = '';
    wave.value = '';
    has.value = String(facet);
    apply();
    has.focus();
    root.scrollIntoView();
  };
  return { root, choose };
}

/** Longer lists are folded. */
const unfolded = 12;

function facetTables(estate: EstateView, choose: (facet: number) => void): HTMLElement[] {
  return Object.entries(facetGroups).flatMap(([group, label]) => {
    const found = estate.facets.flatMap((facet, index) =>
      facet.group === group ? [{ facet, index }] : [],
    );
    if (found.length === 0) return [];
    const line = ({ facet, index }: { facet: Facet; index: number }): HTMLElement =>
      element(
        'li',
        {},
        element(
          'button',
          { type: 'button', onclick: () => choose(index), title: 'Show the repositories' },
          `${facet.count}`,
          element('span', { class: 'unseen' }, ` times ${facet.name}: show the repositories`),
        ),
        ' ',
        element('code', {}, facet.name),
        facet.title === undefined ? '' : ` ${facet.title}`,
      );
    const list = element('ul', { class: 'facets' }, ...found.map(line));
    return [
      element(
        'details',
        found.length <= unfolded ? { open: true } : {},
        element('summary', {}, element('h2', {}, `${label} (${found.length})`)),
        list,
      ),
    ];
  });
}

function plan({ waves, effort, formula }: EstateView): HTMLElement[] {
  return [
    element('h2', {}, 'Which first'),
    element(
      'ol',
      {},
      ...waves.map(({ number, title, repositories, effort: of }) =>
        element(
          'li',
          { value: String(number) },
          `${title}: ${repositories} ${repositories === 1 ? 'repository' : 'repositories'}, ${of}`,
        ),
      ),
    ),
    element('h2', {}, 'Effort'),
    element('p', {}, `${effort} together, the sum of`),
    element('ul', {}, ...formula.map((text) => element('li', {}, text))),
  ];
}

/** The panes of one repository; made when the first one is opened. */
function detailPane(
  estate: EstateView,
  pane: HTMLElement,
  back: () => void,
): (row: EstateRow, index: number) => Promise<void> {
  const title = element('h2', { tabindex: '-1' });
  const facts = element('p', { class: 'lead' });
  const open = element('ul', { class: 'open' });
  let viewer: Viewer | undefined;
  /** The repository that was chosen last: of earlier ones nothing more is shown. */
  let chosen = -1;
  pane.append(
    element(
      'div',
      { class: 'bar' },
      element('button', { type: 'button', onclick: back }, '← All repositories'),
      title,
      facts,
    ),
    open,
  );
  return async (row, index) => {
    chosen = index;
    title.textContent = nameOf(row);
    facts.textContent = [
      row.failure ?? '',
      row.systems,
      row.wave === undefined ? '' : `wave ${row.wave}`,
    ]
      .filter((text) => text !== '')
      .join(' · ');
    open.hidden = row.open === undefined;
    open.replaceChildren(
      ...(row.open ?? []).map((text) =>
        element('li', {}, `A credential seems to lie open: ${text}`),
      ),
    );
    const view = await unpack<RepositoryView>(`view-${index}`);
    if (chosen !== index) return;
    if (view !== undefined) {
      if (viewer === undefined) {
        // A task of its own, as each of the steps that follow.
        await new Promise((resolve) => setTimeout(resolve));
        viewer = createViewer({ editable: false });
        pane.append(viewer.root);
      }
      viewer.root.hidden = false;
      await viewer.open({ ...view, explain: estate.explain });
    } else if (viewer !== undefined) viewer.root.hidden = true;
    if (chosen !== index) return;
    title.focus();
    document.documentElement.dataset['shown'] = String(index);
  };
}
