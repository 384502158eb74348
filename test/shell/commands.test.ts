import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commandWords,
  functionsDefined,
  isOnlyComment,
  usesExit,
  usesReturn,
} from '../../src/shell/commands.ts';
import { workOf } from '../work.ts';
import { shellText } from './shell-text.ts';

describe('commandWords', () => {
  const lines = (text: string): readonly string[] =>
    commandWords(text).map(({ word, rest }) => [word, ...rest].join(' '));

  test.each([
    ['docker push a/b', ['docker push a/b']],
    ['a && b || c; d & e | f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['X=1 Y="2 3" make all', ['make all']],
    ['X=1', []],
    [
      'a/istanbul cover --dir out grunt -- -u',
      ['a/istanbul cover --dir out grunt -- -u', 'grunt -- -u'],
    ],
    ['istanbul cover ./bin/_mocha test.js', ['istanbul cover ./bin/_mocha test.js']],
    ['"doc"ker \'pu\'sh', ['docker push']],
    ['$CMD x "$Y"', ['$CMD x "$Y"']],
    ['if a; then b; else c; fi', ['a', 'b', 'c']],
    ['while a; do b; done < <(c)', ['a', 'b', 'c']],
    ['for x in $(ls); do b; done', ['ls', 'b']],
    ['case $(a) in b) c;; esac', ['a', 'c']],
    ['f() { docker ps; }', ['docker ps']],
    ['function f { docker ps; }', ['docker ps']],
    ['( cd x; make )', ['cd x', 'make']],
    [
      'echo "$(git rev-parse HEAD)" `date`',
      ['echo "$(git rev-parse HEAD)" `date`', 'git rev-parse HEAD', 'date'],
    ],
    ['echo "docker push" # docker push', ['echo docker push']],
    ['echo docker\\ push', ['echo docker push']],
    ['cat <<END\ndocker push\nEND', ['cat']],
    ['cat <<END\n$(docker ps)\nEND', ['cat', 'docker ps']],
    ["cat <<'END'\n$(docker ps)\nEND", ['cat']],
    ['> out docker ps 2>&1', ['docker ps']],
    ['docker \\\n  push x', ['docker push x']],
    ['! docker ps', ['docker ps']],
    ['time docker ps', ['docker ps']],
    ['[[ -n $(a) ]] && b', ['a', 'b']],
    ['(( x > 1 )) && b', ['b']],
    ['a=($(b) c); d', ['b', 'd']],
    ['x=${y:-$(b)}', ['b']],
    ['if a; then\nb\nc )\nd', ['a', 'b', 'c', 'd']],
    ["echo 'a\ndocker ps", ['echo ', 'docker ps']],
  ])('%j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test.each([
    ['sudo docker push x', 'docker push x'],
    ['sudo -E -u root docker ps', 'docker ps'],
    ['sudo -- docker ps', 'docker ps'],
    ['env -i A=1 docker ps', 'docker ps'],
    ['timeout -k 5 30 docker ps', 'docker ps'],
    ['shippable_retry docker push x', 'docker push x'],
    ['shipctl retry docker push x', 'docker push x'],
    ['sudo env A=1 nice -n 5 docker ps', 'docker ps'],
    ['sh -c "docker ps"', 'docker ps'],
    ['/bin/bash -ec "cd x && docker ps"', 'docker ps'],
    ['sudo bash -c "docker ps"', 'docker ps'],
    ['bash -e -c "docker ps"', 'docker ps'],
  ])('%s runs %s as well', (text, inner) => {
    expect(lines(text)[0]).toBe(text.replaceAll('"', '').replace(/^(\S+)/, '$1'));
    expect(lines(text)).toContain(inner);
  });

  test('says where a command stands', () => {
    const text = 'cd x && docker push "a b" # ok';
    const docker = commandWords(text).find(({ word }) => word === 'docker');
    expect(docker).toEqual({ word: 'docker', offset: 8, end: 25, rest: ['push', 'a b'] });
    expect(text.slice(docker?.offset, docker?.end)).toBe('docker push "a b"');
  });
});

test.each([
  ['exit', true],
  ['exit 0', true],
  ['a || exit 1', true],
  ['if a; then exit 1; fi', true],
  ['{ exit; }', true],
  ['f() { exit 1; }', true],
  ['builtin exit', true],
  ['"ex"it', true],
  ['(exit 1)', false],
  ['x=$(exit 1)', false],
  ['exit 1 | cat', false],
  ['exit 1 &', false],
  ['echo exit', false],
  ['echo "exit" # exit', false],
  ['cat <<E\nexit\nE', false],
  ["bash -c 'exit 1'", false],
  ['exit_code=1', false],
  ['my-exit', false],
])('usesExit(%j) is %j', (text, expected) => {
  expect(usesExit(text)).toBe(expected);
});

test.each([
  ['return', true],
  ['a && return 0', true],
  ['if a; then return; fi', true],
  ['f() { return 1; }', false],
  ['f() { return 1; }; return', true],
  ['(return)', false],
  ['echo return', false],
])('usesReturn(%j) is %j', (text, expected) => {
  expect(usesReturn(text)).toBe(expected);
});

test.each([
  ['', true],
  ['  \n', true],
  ['# a', true],
  ['  # a\n\n# b\n', true],
  ['a # b', false],
  ['# a\nb', false],
  ['#a\n #b', true],
])('isOnlyComment(%j) is %j', (text, expected) => {
  expect(isOnlyComment(text)).toBe(expected);
});

test('functionsDefined names them in any form', () => {
  const text = 'a() { b; }\nfunction c { d; }\nfunction e() ( f )\nif x; then g () { h; }; fi';
  expect([...functionsDefined(text)]).toEqual(['a', 'c', 'e', 'g']);
});

test('nothing throws, and offsets lie in the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), shellText), (text) => {
      usesExit(text);
      usesReturn(text);
      isOnlyComment(text);
      functionsDefined(text);
      return commandWords(text).every(
        ({ offset, end }) => offset >= 0 && offset <= end && end <= text.length,
      );
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['commands', 'docker ps; '.repeat(9_000)],
  ['open quotes', "it's\n".repeat(20_000)],
  ['errors', ')\n'.repeat(50_000)],
  ['wrappers', 'sudo '.repeat(20_000)],
  ['comments', '# x\n'.repeat(25_000)],
])('100 KB of %s are read in work that grows with them', async (_, text) => {
  const work = await workOf(() => {
    commandWords(text);
    isOnlyComment(text);
  });
  expect(work).toBeLessThan(200 * text.length);
});
