// The report of one conversion as a page: the same two panes as the playground, to read and not to edit.

import type { RepositoryView } from '../../view/view.ts';
import { element } from '../viewer/dom.ts';
import { createViewer } from '../viewer/viewer.ts';

const text = document.getElementById('report-data')?.textContent ?? '';
const view = JSON.parse(text) as RepositoryView;

const viewer = createViewer({ editable: false });
document.body.prepend(
  element(
    'header',
    {},
    element('h1', {}, 'transship report'),
    element(
      'p',
      { class: 'lead' },
      'Point at a value on the left to see what it became on the right.',
    ),
  ),
  element('main', {}, viewer.root),
);
viewer.setFiles(view.sources);
viewer.show(view);
document.documentElement.dataset['state'] = 'ready';
