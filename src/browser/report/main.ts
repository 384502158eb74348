// A report as a page, to read and not to edit: the two panes of the playground for one repository, or the table of an
// audit with the panes of each.

import type { EstateView } from '../../view/estate-view.ts';
import type { RepositoryView } from '../../view/view.ts';
import { element } from '../viewer/dom.ts';
import { createViewer } from '../viewer/viewer.ts';
import { showEstate } from './estate.ts';

// Reading the program was one task of the main thread; this is another.
setTimeout(() => {
  const text = document.getElementById('report-data')?.textContent ?? '';
  const data = JSON.parse(text) as RepositoryView | EstateView;
  if ('kind' in data) showEstate(data, ready);
  else {
    showRepository(data);
    ready();
  }
}, 0);

function ready(): void {
  document.documentElement.dataset['state'] = 'ready';
}

function showRepository(view: RepositoryView): void {
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
}
