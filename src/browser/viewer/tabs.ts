// A row of tabs after the ARIA pattern: arrow keys move, the chosen one is in the tab order.

import { element } from './dom.ts';

type Tab = { readonly id: string; readonly label: string; readonly removable?: boolean };

export type Tabs = {
  readonly root: HTMLElement;
  readonly set: (tabs: readonly Tab[], chosen: string) => void;
};

export type TabsOptions = {
  readonly label: string;
  /** Id of the panel that the tabs show. */
  readonly panel: string;
  readonly choose: (id: string) => void;
  readonly remove?: (id: string) => void;
};

export function createTabs({ label, panel, choose, remove }: TabsOptions): Tabs {
  const root = element('div', { class: 'tabs', role: 'tablist', 'aria-label': label });
  let ids: readonly string[] = [];
  let shown = '';
  const move = (event: Event): void => {
    const { key } = event as KeyboardEvent;
    const at = ids.indexOf((event.target as HTMLElement).dataset['id'] ?? '');
    const next =
      key === 'ArrowRight'
        ? at + 1
        : key === 'ArrowLeft'
          ? at - 1
          : key === 'Home'
            ? 0
            : key === 'End'
              ? ids.length - 1
              : -2;
    const id = ids[(next + ids.length) % Math.max(1, ids.length)];
    if (key === 'Delete' && at >= 0) remove?.(ids[at] ?? '');
    else if (next !== -2 && id !== undefined) {
      event.preventDefault();
      choose(id);
      root.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
    }
  };
  root.addEventListener('keydown', move);
  return {
    root,
    set(tabs, chosen) {
      const state = JSON.stringify([tabs, chosen]);
      if (state === shown) return;
      shown = state;
      const focused = root.contains(document.activeElement);
      ids = tabs.map(({ id }) => id);
      root.replaceChildren(
        ...tabs.map(({ id, label: text, removable = false }) =>
          element(
            'button',
            {
              type: 'button',
              role: 'tab',
              'aria-selected': String(id === chosen),
              'aria-controls': panel,
              tabindex: id === chosen ? '0' : '-1',
              'data-id': id,
              title: removable && remove !== undefined ? `${text} (Delete removes it)` : text,
              onclick: () => choose(id),
            },
            text,
          ),
        ),
      );
      const selected = root.querySelector<HTMLElement>('[aria-selected=true]');
      if (focused) selected?.focus();
      selected?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };
}
