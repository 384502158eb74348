// The options of `convert` as controls of the page: one row each.

import { defaultSettings, type Settings } from '../../legacy/translation.ts';
import { element } from '../viewer/dom.ts';

type Choice = {
  readonly key: 'parallel';
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

const choices: readonly Choice[] = [
  {
    key: 'parallel',
    label: 'Parallel groups',
    choices: [
      { value: 'native', label: "GitHub's parallel steps" },
      { value: 'shell', label: 'one script' },
    ],
  },
];

/** The settings that the page knows, out of anything; each falls back to its default. */
export function checkedSettings(given: Readonly<Record<string, unknown>>): Partial<Settings> {
  const known = choices.flatMap(({ key, choices: values }) => {
    const value = given[key];
    return values.some((choice) => choice.value === value) ? [[key, value] as const] : [];
  });
  const runner = given['runner'];
  const isLabel = typeof runner === 'string' && /^[\w.-]{1,100}$/.test(runner);
  return { ...Object.fromEntries(known), ...(isLabel ? { runner } : {}) };
}

export type Controls = { readonly root: HTMLElement; readonly settings: () => Partial<Settings> };

export function createControls(start: Partial<Settings>, changed: () => void): Controls {
  let settings = start;
  const set = (key: string, value: string): void => {
    settings = { ...settings, ...checkedSettings({ [key]: value }) };
    changed();
  };
  const selects = choices.map(({ key, label, choices: values }) =>
    element(
      'label',
      {},
      `${label} `,
      element(
        'select',
        { onchange: (event) => set(key, (event.target as HTMLSelectElement).value) },
        ...values.map(({ value, label: text }) =>
          element(
            'option',
            { value, selected: (settings[key] ?? defaultSettings[key]) === value },
            text,
          ),
        ),
      ),
    ),
  );
  const runner = element(
    'label',
    {},
    'Runner ',
    element('input', {
      type: 'text',
      size: '14',
      value: settings.runner ?? defaultSettings.runner,
      onchange: (event) => set('runner', (event.target as HTMLInputElement).value),
    }),
  );
  return {
    root: element('div', { class: 'controls' }, ...selects, runner),
    settings: () => settings,
  };
}
