// The list of what differs and what is left to do, with a way to each place, and what the code means.

import { explained } from '../../diagnostic/explained.ts';
import type { RepositoryView, ViewDiagnostic } from '../../view/view.ts';
import { element } from './dom.ts';

export type Goto = (file: string, offset: number) => void;

/** The checklist: what will run, what is left, secrets, chores, and then what only differs. */
export function checklist(view: RepositoryView, onlyTodo: boolean, goto: Goto): HTMLElement {
  const { digest } = view;
  const todo = view.diagnostics.filter((one) => one.todo);
  const rest = view.diagnostics.filter((one) => !one.todo);
  return element(
    'div',
    { class: 'pane-text' },
    ...section('What will run', [
      ...digest.runs.flatMap(({ path, when, jobs }) => [
        element(
          'li',
          {},
          element('code', {}, path),
          ` on ${when}`,
          bullets(jobs.map((job) => element('li', {}, job))),
        ),
      ]),
      ...digest.companions.map((path) => element('li', {}, element('code', {}, path))),
    ]),
    ...section('To do by hand', [
      ...todo.map((one) => finding(view, one, goto)),
      ...digest.secrets.map(({ name, why, place }) =>
        element(
          'li',
          {},
          'Create the secret ',
          element('code', {}, name),
          `: ${why}${place === undefined ? '' : ` (${place})`}`,
        ),
      ),
      ...digest.chores.map(({ text, command }) =>
        element('li', {}, text, ...(command === undefined ? [] : [element('pre', {}, command)])),
      ),
    ]),
    ...(onlyTodo
      ? []
      : section(
          'What differs, and other notes',
          rest.map((one) => finding(view, one, goto)),
        )),
  );
}

function section(title: string, items: readonly HTMLElement[]): HTMLElement[] {
  return items.length === 0 ? [] : [element('h2', {}, title), bullets(items)];
}

const bullets = (items: readonly HTMLElement[]): HTMLElement => element('ul', {}, ...items);

function finding(view: RepositoryView, one: ViewDiagnostic, goto: Goto): HTMLElement {
  const { file, start, line } = one;
  const known = view.sources.some(({ path }) => path === file);
  const place =
    file === undefined
      ? []
      : [
          ' ',
          start === undefined || !known
            ? element('code', {}, file)
            : element(
                'button',
                { type: 'button', class: 'place', onclick: () => goto(file, start) },
                `${file}:${line}`,
              ),
        ];
  const more = view.explain[one.code];
  return element(
    'li',
    { class: `finding s-${one.severity}` },
    element('strong', {}, one.severity),
    ' ',
    ...withCode(one.message),
    ...place,
    ...(one.help === undefined ? [] : [element('p', { class: 'help' }, ...withCode(one.help))]),
    ...(more === undefined
      ? []
      : [
          element(
            'details',
            {},
            element('summary', {}, element('code', {}, one.code)),
            element('p', {}, ...withCode(`${more.title} ${more.text}`)),
            element(
              'p',
              {},
              element('a', { href: explained(one.code), rel: 'noreferrer' }, 'With an example'),
            ),
          ),
        ]),
  );
}

/** Text whose backticks are code. */
const withCode = (text: string): (Node | string)[] =>
  text
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part));
