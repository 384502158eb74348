// The options of `convert` as controls of the page: one row each, with the words of the command.

import { type Choices, choices, defaultSettings, type Settings } from '../../legacy/translation.ts';
import { element } from '../viewer/dom.ts';

type ChoiceName = keyof typeof choices;

/** What a control and each of its words are called; a choice without a row here does not compile. */
const labels: {
  readonly [name in ChoiceName]: {
    readonly label: string;
    readonly words: Readonly<Record<(typeof choices)[name][number], string>>;
  };
} = {
  parallel: {
    label: 'Parallel groups',
    words: { native: "GitHub's parallel steps", shell: 'one script' },
  },
  style: {
    label: 'Style',
    words: { exact: 'exactly the old build', idiomatic: 'as one would write it today' },
  },
  secretValues: {
    label: 'Encrypted values',
    words: { file: 'files and one key', each: 'one secret for each variable' },
  },
  pullRequests: {
    label: 'Pull requests',
    words: { 'as-before': 'run what they ran', 'no-deploy': 'publish and deploy nothing' },
  },
};

const names = Object.keys(choices) as ChoiceName[];

export type Chosen = { readonly settings: Partial<Settings>; readonly given: Choices };

/** What the page itself could have set, out of anything: a link comes from anybody. */
export function checkedChosen(settings: unknown, given: unknown): Chosen {
  const { runner } = { ...(settings as object) } as { runner?: unknown };
  const isLabel = typeof runner === 'string' && /^[\w.-]{1,100}$/.test(runner);
  return { settings: isLabel ? { runner } : {}, given: checkedChoices(given) };
}

function checkedChoices(given: unknown): Choices {
  const values = { ...(given as object) } as Readonly<Record<string, unknown>>;
  const known = names.flatMap((name) => {
    const words: readonly unknown[] = choices[name];
    return words.includes(values[name]) ? [[name, values[name]] as const] : [];
  });
  return Object.fromEntries(known);
}

export type Controls = { readonly root: HTMLElement; readonly chosen: () => Chosen };

export function createControls(start: Chosen, changed: () => void): Controls {
  let { settings, given } = start;
  const usual = { ...defaultSettings, ...start.settings };
  const choose = (name: ChoiceName, word: string): void => {
    const { [name]: _before, ...others } = given;
    // As with the command: what nobody asked for is not named in the workflow.
    given = word === usual[name] ? others : { ...others, ...checkedChoices({ [name]: word }) };
    changed();
  };
  const selects = names.map((name) =>
    element(
      'label',
      {},
      `${labels[name].label} `,
      element(
        'select',
        { onchange: (event) => choose(name, (event.target as HTMLSelectElement).value) },
        ...Object.entries(labels[name].words).map(([value, text]) =>
          element('option', { value, selected: (given[name] ?? usual[name]) === value }, text),
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
      value: usual.runner,
      onchange: (event) => {
        const { value } = event.target as HTMLInputElement;
        settings = { ...settings, ...checkedChosen({ runner: value }, {}).settings };
        changed();
      },
    }),
  );
  return {
    root: element('div', { class: 'controls' }, ...selects, runner),
    chosen: () => ({ settings, given }),
  };
}
