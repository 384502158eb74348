import { expect, test } from 'vitest';
import { pipelineOf } from './steps.ts';

const after = (text: string, branch = 'main'): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(pipelineOf(text, branch).commands.map(({ key, after }) => [key, after]));

test('a parallel group waits for what comes before it, and is waited for', () => {
  expect(
    after(`
- { service: a, command: first }
- type: parallel
  service: b
  steps:
    - command: one
    - type: serial
      steps: [{ command: two }, { command: three }]
- { service: a, command: say "two words" }
`),
  ).toEqual({
    'a: first': [],
    'b: one': ['a: first'],
    'b: two': ['a: first'],
    'b: three': ['a: first', 'b: two'],
    'a: say "two words"': ['a: first', 'b: one', 'b: two', 'b: three'],
  });
});

test('a matrix runs all its steps for each service', () => {
  const text = '- { type: matrix, services: [a, b], steps: [{ command: x }, { command: y }] }';
  expect(after(text)).toEqual({ 'a: x': [], 'a: y': ['a: x'], 'b: x': [], 'b: y': ['b: x'] });
});

test('a step with a condition runs on its branch; pushes are no commands', () => {
  const text = `
- { service: a, command: x, tag: master }
- { service: a, type: push, image_name: localhost:5000/a }`;
  expect(after(text)).toEqual({});
  expect(after(text, 'master')).toEqual({ 'a: x': [] });
  expect(pipelineOf(text, 'main').pushes).toEqual(['localhost:5000/a']);
});
