// The playground: paste the old file, read the new one. Everything happens on this page; its policy forbids requests.

import { strToU8, type ZipOptions, zipSync } from 'fflate';
import { isLegacyConfiguration } from '../../convert/discover.ts';
import type { RepositoryView } from '../../view/view.ts';
import { element } from '../viewer/dom.ts';
import { createViewer } from '../viewer/viewer.ts';
import { checkedChosen, createControls } from './controls.ts';
import { createConverter } from './converter.ts';
import { type Dropped, readChosen, readDropped } from './drop.ts';
import { inputOf, linkOf } from './link.ts';
import type { InputFile, PageFacts, PlaygroundInput } from './messages.ts';

/** What the build and `transship playground` put into the page. */
type Embedded = {
  readonly facts: PageFacts;
  readonly examples: readonly { readonly label: string; readonly files: readonly InputFile[] }[];
  readonly input?: PlaygroundInput;
};

const embeddedText = (id: string): string => document.getElementById(id)?.textContent ?? '';
const embedded = JSON.parse(embeddedText('playground-data')) as Embedded;

const newNames = [
  'shippable.yml',
  'codeship-services.yml',
  'codeship-steps.yml',
  'shippable.jobs.yml',
  'shippable.resources.yml',
  'shippable.triggers.yml',
  'Dockerfile',
  'docker-compose.yml',
];

const start: PlaygroundInput = linked() ??
  embedded.input ?? {
    paths: [],
    files: embedded.examples[0]?.files ?? [],
    settings: {},
    given: {},
  };

/** A link comes from anybody: of its settings only what the page itself could set is taken. */
function linked(): PlaygroundInput | undefined {
  const given = inputOf(location.hash);
  return given === undefined
    ? undefined
    : { ...given, ...checkedChosen(given.settings, given.given) };
}

/** Files that have no tab: scripts and other context of a folder. They count all the same. */
let context: readonly InputFile[] = [];
let paths: readonly string[] = [];
let held: readonly string[] = [];
let view: RepositoryView | undefined;
let asked = performance.now();

const message = element('p', { class: 'message', role: 'status', 'aria-live': 'polite' });
const viewer = createViewer({
  editable: true,
  onEdit: () => later(),
  onRemove: (path) => {
    const left = viewer.files().filter((file) => file.path !== path);
    paths = paths.filter((at) => at !== path);
    setTabs(left);
  },
  panes: [{ label: 'Report', render: renderReportPane }],
});
const controls = createControls(start, later);

const input = (): PlaygroundInput => ({
  paths,
  held,
  files: [...viewer.files(), ...context],
  ...controls.chosen(),
});

const converter = createConverter(embeddedText('playground-worker'), embedded.facts, (answer) => {
  if (answer.kind === 'failed') {
    say(`A bug of transship, please report it: ${answer.message}`);
    return;
  }
  view = answer.view;
  viewer.show(answer.view);
  document.documentElement.dataset['state'] = 'ready';
  document.documentElement.dataset['milliseconds'] = answer.milliseconds.toFixed(1);
});

let timer = 0;
/** A short pause after the last key; long enough to type on, short enough to feel immediate. */
function later(): void {
  document.documentElement.dataset['state'] = 'converting';
  clearTimeout(timer);
  const pause = performance.now() - asked > 1000 ? 0 : 80;
  timer = setTimeout(() => {
    asked = performance.now();
    converter.convert(input());
  }, pause);
}

function say(text: string): void {
  message.textContent = text;
}

function setTabs(files: readonly InputFile[], chosen?: string): void {
  viewer.setFiles(files, chosen);
  later();
}

/** A set of files takes the place of all that was there. */
function open({ paths: all, files, held: there = [] }: Dropped): void {
  const isShown = ({ path }: InputFile): boolean =>
    isLegacyConfiguration(path) ||
    files.length <= 8 ||
    /^(?:docker-compose\.ya?ml|Dockerfile)$/.test(path);
  paths = all;
  held = there;
  context = files.filter((file) => !isShown(file));
  // The legacy files first: they are what people came with.
  const byLegacy = (a: InputFile, b: InputFile): number =>
    Number(isLegacyConfiguration(b.path)) - Number(isLegacyConfiguration(a.path));
  setTabs(files.filter(isShown).sort(byLegacy));
  const legacy = files.filter(({ path }) => isLegacyConfiguration(path)).length;
  say(legacy === 0 ? 'No file of Shippable or CodeShip was among them.' : '');
}

function addFile(path: string): void {
  const name = path.trim().replace(/^\.?\//, '');
  if (name === '') return;
  const files = viewer.files();
  if (files.some((file) => file.path === name)) viewer.choose(name, 0);
  else setTabs([...files, { path: name, text: '' }], name);
}

// --- what can be taken away ---

function save(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const outputs = (): RepositoryView['outputs'] => view?.outputs ?? [];
const shownFile = () => outputs().find(({ path }) => path === viewer.shownOutput()) ?? outputs()[0];

async function copyShown(): Promise<void> {
  const file = shownFile();
  if (file === undefined) return say('There is no file to copy yet.');
  await copy(file.content, `Copied ${file.path}.`);
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    // A page from disk may not be allowed to: then the text is selected for the person to copy.
    const area = element('textarea', {
      class: 'copy',
      'aria-label': 'Text to copy',
      readonly: true,
    });
    area.value = text;
    message.replaceChildren('Press Ctrl+C or ⌘C to copy: ', area);
    area.select();
  }
}

function downloadShown(): void {
  const file = shownFile();
  if (file === undefined) say('There is no file to download yet.');
  else save(file.path.slice(file.path.lastIndexOf('/') + 1), strToU8(file.content), 'text/plain');
}

async function downloadAll(): Promise<void> {
  const report = await converter.report(input());
  const files = [...outputs(), { path: 'transship-report.json', content: report }];
  // The day is that of the format's first, so that the same input gives the same bytes.
  const entries = files.map(
    ({ path, content }) =>
      [
        path,
        [strToU8(content), { mtime: new Date(1980, 0, 1) }] as [Uint8Array, ZipOptions],
      ] as const,
  );
  save(
    'transship.zip',
    zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>,
    'application/zip',
  );
}

async function makeLink(): Promise<void> {
  const link = linkOf(input());
  if (link.kind === 'refused') return say(link.reason);
  history.replaceState(undefined, '', link.fragment);
  await copy(location.href, 'The address of this page now holds the input; it was copied.');
}

function renderReportPane(): HTMLElement {
  const pre = element(
    'pre',
    { class: 'json', tabindex: '0', 'aria-label': 'Report as JSON' },
    'Making the report…',
  );
  converter.report(input()).then((text) => {
    pre.textContent = text;
  });
  return element('div', { class: 'pane-text' }, pre);
}

// --- the page ---

const button = (label: string, act: () => void, title?: string): HTMLElement =>
  element('button', { type: 'button', title, onclick: act }, label);

function menu(label: string, values: readonly string[], act: (value: string) => void): HTMLElement {
  const select = element(
    'select',
    {
      'aria-label': label,
      onchange: () => {
        const { value } = select;
        select.selectedIndex = 0;
        act(value);
      },
    },
    element('option', { value: '' }, label),
    ...values.map((value) => element('option', { value }, value)),
  );
  return select;
}

/** A file input behind a button, for files or for a whole folder. */
function chooser(label: string, attributes: Readonly<Record<string, true>>): HTMLElement[] {
  const field = element('input', {
    type: 'file',
    ...attributes,
    class: 'unseen',
    'aria-label': label,
    tabindex: '-1',
    onchange: async () => {
      if (field.files !== null) open(await readChosen(field.files, isLegacyConfiguration));
      field.value = '';
    },
  });
  return [button(label, () => field.click()), field];
}

const otherName = 'another file…';
document.body.prepend(
  element(
    'header',
    {},
    element('h1', {}, 'transship playground'),
    element(
      'p',
      { class: 'lead' },
      'Paste or drop your Shippable or CodeShip files. Nothing leaves this page.',
    ),
    element(
      'div',
      { class: 'bar', role: 'toolbar', 'aria-label': 'Files' },
      menu(
        'Example',
        embedded.examples.map(({ label }) => label),
        (label) => {
          const files = embedded.examples.find((example) => example.label === label)?.files;
          if (files !== undefined) open({ paths: [], files });
        },
      ),
      menu('Add a file', [...newNames, otherName], (name) =>
        addFile(name === otherName ? (prompt('Path of the file in the repository') ?? '') : name),
      ),
      ...chooser('Open files', { multiple: true }),
      ...chooser('Open a folder', { webkitdirectory: true }),
      button('Start empty', () =>
        open({ paths: [], files: [{ path: 'shippable.yml', text: '' }] }),
      ),
    ),
    controls.root,
    element(
      'div',
      { class: 'bar', role: 'toolbar', 'aria-label': 'Results' },
      button('Copy', copyShown, 'Copy the file that is shown'),
      button('Download', downloadShown, 'Download the file that is shown'),
      button('Download all', downloadAll, 'All files and the report, as a zip archive'),
      button('Link', makeLink, 'A link that holds the input; it is never sent to a server'),
    ),
    message,
  ),
  element('main', {}, viewer.root),
);

addEventListener('dragover', (event) => event.preventDefault());
// Before the editor sees it, which would insert the text of a file.
addEventListener(
  'drop',
  async (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    try {
      open(await readDropped(event.dataTransfer, isLegacyConfiguration));
    } catch {
      say('This browser does not open a folder that is dropped here: use “Open a folder”.');
    }
  },
  true,
);
addEventListener('hashchange', () => {
  const given = linked();
  if (given !== undefined) open(given);
});

open(start);
