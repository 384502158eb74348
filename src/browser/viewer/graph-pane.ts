// The jobs of the workflows, drawn: each stands right of those that it waits for.

import type { WorkflowGraph } from '../../view/graph.ts';
import { type PlacedJob, placeJobs } from '../../view/place-jobs.ts';
import { element, svgElement } from './dom.ts';

const box = { width: 190, height: 56, right: 60, below: 20 } as const;

export function graphPane(graphs: readonly WorkflowGraph[]): HTMLElement {
  return element(
    'div',
    { class: 'pane-text' },
    ...(graphs.length === 0 ? [element('p', {}, 'No workflow yet.')] : []),
    ...graphs.flatMap(({ path, jobs }) => [
      element('h2', {}, path),
      element(
        'div',
        { class: 'graph', tabindex: '0', role: 'group', 'aria-label': `Jobs of ${path}` },
        draw(placeJobs(jobs)) as unknown as HTMLElement,
      ),
      element(
        'ul',
        { class: 'unseen' },
        ...jobs.map(({ name, needs }) =>
          element('li', {}, needs.length === 0 ? name : `${name}, after ${needs.join(', ')}`),
        ),
      ),
    ]),
  );
}

const left = ({ column }: PlacedJob): number => 4 + column * (box.width + box.right);
const top = ({ row }: PlacedJob): number => 4 + row * (box.height + box.below);

function draw(jobs: readonly PlacedJob[]): SVGElement {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const width = Math.max(...jobs.map(left)) + box.width + 4;
  const height = Math.max(...jobs.map(top)) + box.height + 4;
  const lines = jobs.flatMap((job) =>
    job.needs.flatMap((id) => {
      const need = byId.get(id);
      if (need === undefined) return [];
      const from = { x: left(need) + box.width, y: top(need) + box.height / 2 };
      const to = { x: left(job), y: top(job) + box.height / 2 };
      const bend = box.right / 2;
      const path = `M${from.x},${from.y} C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${to.x},${to.y}`;
      return [svgElement('path', { d: path, class: 'edge' })];
    }),
  );
  return svgElement(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' },
    ...lines,
    ...jobs.map(drawJob),
  );
}

function drawJob(job: PlacedJob): SVGElement {
  const facts = [`${job.steps} steps`, ...(job.rows > 1 ? [`${job.rows} jobs`] : [])].join(', ');
  const x = left(job);
  const y = top(job);
  return svgElement(
    'g',
    {},
    svgElement('rect', { x, y, width: box.width, height: box.height, rx: 6, class: 'job' }),
    svgElement('text', { x: x + 12, y: y + 24, class: 'job-name' }, shortened(job.name)),
    svgElement('text', { x: x + 12, y: y + 43, class: 'job-facts' }, facts),
  );
}

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);
