// Aliases, fan-out and sheer number: no project takes more than two seconds, or writes without bound.

import { expect, test } from 'vitest';
import type { Conversion } from '../../../src/convert/convert.ts';
import { workOf } from '../../work.ts';
import { convertFiles } from './project.ts';

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

const services = 'app:\n  image: busybox\n  depends_on: [db]\ndb:\n  image: x/y\n';
const fanOut = (depth: number): string => {
  let step = '{command: x}';
  for (let level = 0; level < depth; level++) {
    step = `{type: parallel, services: [app, db], steps: [${step}]}`;
  }
  return `- ${step}\n`;
};
const aliases = (depth: number): string =>
  many(depth, (level) =>
    level === 0
      ? '- &a0 {service: app, command: x}\n'
      : `- &a${level} {type: serial, steps: [*a${level - 1}, *a${level - 1}, *a${level - 1}]}\n`,
  );

test.each([
  ['fan-out within fan-out', services, fanOut(20)],
  ['aliases of groups', services, aliases(12)],
  ['a chain of groups', services, aliases(70)],
  [
    'very many steps',
    services,
    many(8000, (i) => `- {service: app, command: x${i}, tag: b${i}}\n`),
  ],
  [
    'a condition each, one image',
    'app: {build: .}\n',
    many(2900, (i) => `- {service: app, command: x, tag: b${i}}\n`),
  ],
  [
    'accounts in turn',
    services,
    many(
      2900,
      (i) =>
        `- {service: app, type: push, image_name: a/b, encrypted_dockercfg_path: f${i % 2}.enc}\n`,
    ),
  ],
  [
    'services that need many others',
    many(
      300,
      (i) =>
        `s${i}: {image: x/dockercfg-generator, depends_on: [${many(Math.min(i, 100), (j) => `s${i - j - 1},`)}]}\n`,
    ),
    many(1000, (i) => `- {service: s${i % 300}, command: x}\n`),
  ],
])('%s', async (_name, given, steps) => {
  let files: Conversion['files'] = [];
  const work = await workOf(async () => {
    ({ files } = await convertFiles(given, steps));
  });
  expect(work).toBeLessThan(3_000 * (given.length + steps.length));
  expect(files.reduce((sum, { content }) => sum + content.length, 0)).toBeLessThan(5_000_000);
});
