// The graph of Assembly Lines in Markdown: a table of edges with the fate of each, and a drawing in Mermaid.

import { visible } from '../ground/display-text.ts';
import type { EdgeOutcome, LineEdge, LineGraph, LineNode } from '../legacy/line-graph.ts';
import { positionAt } from '../source/source-file.ts';

const fates: Readonly<Record<EdgeOutcome, string>> = {
  kept: '`needs` and `if`',
  event: '`on` and `if`',
  crosses: 'an event of another repository',
  contracted: 'contracted',
  given: 'given to the job; starts nothing',
  made: 'an output of the job, recorded',
  never: 'never fires',
};

/** A text within a cell, as code. */
const cell = (text: string): string => `\`${visible(text).replace(/[`|\n]/g, ' ')}\``;

export function edgeTable({ edges }: LineGraph): readonly string[] {
  return [
    '| Source | From | To | Starts it | Became |',
    '| --- | --- | --- | --- | --- |',
    ...edges.map((edge) => {
      const { at, from, to, starts, outcome, detail } = edge;
      const place = cell(`${at.file.path}:${positionAt(at.file, at.start).line}`);
      const said = detail === undefined ? '' : `: ${cell(detail)}`;
      return `| ${place} | ${cell(from)} | ${cell(to)} | ${starts ? 'yes' : 'no'} | ${fates[outcome]}${said} |`;
    }),
  ];
}

const arrows: Readonly<Record<EdgeOutcome, string>> = {
  kept: '-->',
  event: '-->',
  crosses: '-.->',
  contracted: '-->',
  given: '---',
  made: '-->',
  never: '-. never .->',
};

/** A drawing as a block of Mermaid. Flags are classes, so that people can color by them. */
export function mermaid(graph: LineGraph): readonly string[] {
  const names = [...graph.jobs, ...graph.resources].map(({ name }) => name);
  const others = graph.edges.flatMap(({ from, to }) => [from, to]);
  const all = [...new Set([...names, ...others])];
  const id = (name: string): string => `n${all.indexOf(name)}`;
  const label = (text: string): string => visible(text).replace(/["<>#;&\n`]/g, ' ');
  const jobs = new Set(graph.jobs.map(({ name }) => name));
  const flagged = (nodes: readonly LineNode[]): readonly string[] =>
    nodes.flatMap(({ name, flags }) =>
      flags.map((flag) => `  class ${id(name)} ${flag.replace(/[^A-Za-z0-9_]/g, '_')}`),
    );
  const known = new Set(names);
  const link = ({ from, to, starts, outcome }: LineEdge): string => {
    const arrow = !starts && outcome !== 'made' && outcome !== 'never' ? '-.-' : arrows[outcome];
    return `  ${id(from)} ${arrow} ${id(to)}`;
  };
  return [
    '```mermaid',
    'flowchart LR',
    ...graph.jobs.map(({ name, type }) => `  ${id(name)}["${label(name)}<br>${label(type)}"]`),
    ...graph.resources
      .filter(({ name }) => !jobs.has(name))
      .map(({ name, type }) => `  ${id(name)}(["${label(name)}<br>${label(type)}"])`),
    ...all.filter((name) => !known.has(name)).map((name) => `  ${id(name)}{{"${label(name)}"}}`),
    ...graph.edges.map(link),
    ...flagged(graph.jobs),
    '  subgraph legend',
    '    l1["a job"] --> l2(["a resource"])',
    '    l3{{"another repository"}} -.-> l4["starts a job"]',
    '    l5(["taken in"]) -.- l6["starts nothing"]',
    '  end',
    '```',
  ];
}
