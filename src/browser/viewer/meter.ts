// The line above the panes: how much moves by itself, and what is left.

import type { RepositoryView } from '../../view/view.ts';
import { element } from './dom.ts';
import { outcomeLooks, outcomeOrder } from './outcomes.ts';

type MeterState = {
  /** Whether what needs nothing from the user is dimmed. */
  readonly onlyTodo: boolean;
  readonly toggleTodo: () => void;
  readonly nextTodo: () => void;
};

export function meterOf(
  counts: RepositoryView['digest']['counts'],
  { onlyTodo, toggleTodo, nextTodo }: MeterState,
): readonly HTMLElement[] {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const moved = counts.translated + counts.approximated;
  const share = total === 0 ? 0 : Math.floor((moved / total) * 100);
  return [
    element(
      'span',
      { class: 'share' },
      total === 0 ? 'Nothing read yet' : `${share} % moves by itself`,
    ),
    ...outcomeOrder.flatMap((outcome) => {
      if (counts[outcome] === 0) return [];
      const { sign, label } = outcomeLooks[outcome];
      return [
        element('span', { class: `count o-${outcome}` }, `${sign} ${counts[outcome]} ${label}`),
      ];
    }),
    element(
      'button',
      {
        type: 'button',
        'aria-pressed': String(onlyTodo),
        title: 'Dim what needs nothing from you',
        onclick: toggleTodo,
      },
      'Only what is left',
    ),
    element('button', { type: 'button', onclick: nextTodo }, 'Next'),
  ];
}
