// The table of repositories: sorted and filtered in the page, a part of it drawn at first.

import type { EstateRow } from '../../view/estate-view.ts';
import { element } from '../viewer/dom.ts';

type Column = {
  readonly label: string;
  readonly value: (row: EstateRow) => string | number;
  readonly shown: (row: EstateRow) => string;
};

const count = (label: string, value: (row: EstateRow) => number): Column => ({
  label,
  value,
  shown: (row) => String(value(row)),
});

const states = { converted: 'converted', none: 'no configuration', failed: 'not converted' };

export const nameOf = ({ name, branch }: EstateRow): string =>
  branch === undefined ? name : `${name} (${branch})`;

const columns: readonly Column[] = [
  { label: 'Repository', value: nameOf, shown: nameOf },
  { label: 'State', value: ({ state }) => state, shown: ({ state }) => states[state] },
  { label: 'Was', value: ({ systems }) => systems, shown: ({ systems }) => systems },
  count('Values', ({ values }) => values),
  count('By hand', ({ work }) => work),
  count('Errors', ({ errors }) => errors),
  count('Secrets', ({ secrets }) => secrets),
  {
    label: 'Effort',
    value: ({ minutes }) => minutes,
    shown: ({ minutes }) =>
      `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`,
  },
  { label: 'Wave', value: ({ wave }) => wave ?? 99, shown: ({ wave }) => String(wave ?? '') },
];

/** Rows that are drawn at first; more when somebody asks, or prints. */
const drawn = 200;
/** Rows of one task of the main thread, so that the page answers meanwhile. */
const atOnce = 40;

export type RepositoryTable = {
  readonly root: HTMLElement;
  /** Shows these rows, in the order that was chosen. */
  readonly show: (rows: readonly EstateRow[]) => void;
};

export function createTable(open: (row: EstateRow, from: HTMLElement) => void): RepositoryTable {
  let rows: readonly EstateRow[] = [];
  let by = 0;
  let isDown = false;
  /** A drawing that another one has followed stops. */
  let turn = 0;
  const body = element('tbody');
  const caption = element('caption', { 'aria-live': 'polite' });
  const heads = columns.map(({ label }, index) =>
    element(
      'th',
      { scope: 'col' },
      element('button', { type: 'button', onclick: () => sortBy(index) }, label),
    ),
  );
  const more = element('button', {
    type: 'button',
    class: 'more',
    onclick: () => draw(rows.length),
  });
  const root = element(
    'div',
    { class: 'rows' },
    element('table', {}, caption, element('thead', {}, element('tr', {}, ...heads)), body),
    more,
  );
  addEventListener('beforeprint', () => draw(rows.length, true));

  function sortBy(index: number): void {
    isDown = by === index ? !isDown : index > 2;
    by = index;
    show(rows);
  }

  function show(wanted: readonly EstateRow[]): void {
    const { value } = columns[by] as Column;
    const sorted = [...wanted].sort((a, b) => {
      const [one, other] = [value(a), value(b)];
      const order = one < other ? -1 : one > other ? 1 : 0;
      return (isDown ? -order : order) || (nameOf(a) < nameOf(b) ? -1 : 1);
    });
    rows = sorted;
    for (const [index, head] of heads.entries()) {
      if (index === by) head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    draw(drawn);
  }

  /** The first rows now, the others one task after the other; `now` draws all before it returns. */
  function draw(most: number, now = false): void {
    const part = rows.slice(0, most);
    const own = ++turn;
    body.replaceChildren(...part.slice(0, now ? most : atOnce).map(line));
    const next = (from: number): void => {
      if (own !== turn || from >= part.length) return;
      body.append(...part.slice(from, from + atOnce).map(line));
      setTimeout(next, 0, from + atOnce);
    };
    if (!now) setTimeout(next, 0, atOnce);
    caption.textContent = `${rows.length} ${rows.length === 1 ? 'repository' : 'repositories'}${part.length < rows.length ? `, ${part.length} shown` : ''}`;
    more.hidden = part.length === rows.length;
    more.textContent = `Show all ${rows.length}`;
  }

  function line(row: EstateRow): HTMLElement {
    const cells = columns.map(({ shown, value }, index) => {
      if (index === 0) {
        const button = element(
          'button',
          {
            type: 'button',
            class: 'name',
            onclick: (event) => open(row, event.target as HTMLElement),
          },
          shown(row),
        );
        return element('th', { scope: 'row' }, button);
      }
      const isNumber = typeof value(row) === 'number';
      return element('td', isNumber ? { class: 'number' } : {}, shown(row));
    });
    return element('tr', { class: `is-${row.state}` }, ...cells);
  }

  return { root, show };
}
