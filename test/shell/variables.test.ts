import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { variablesRead, variablesSet } from '../../src/shell/variables.ts';
import { workOf } from '../work.ts';
import { shellText } from './shell-text.ts';

describe('variablesRead', () => {
  test.each([
    [
      'echo $A ${B} "${C:-$D}" ${#E} ${!F} ${G[0]} ${H%x}',
      ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
    ],
    ['cat <<X\n$A\nX', ['A']],
    ["sh -c 'echo $A'", ['A']],
    ["echo '$A'", ['A']],
    ['echo $1 $? $@ $$ $_', ['_']],
    ['echo $((A + B)); ((C++))', ['A', 'B', 'C']],
    ['docker run -e A -e B=1 --env C --env=D x', ['A', 'C', 'D']],
    ['docker build --build-arg A --build-arg B=$C .', ['A', 'C']],
    ['printenv A', ['A']],
    ['A=1 echo', []],
    ['echo -e A', ['A']],
  ])('%j', (text, names) => {
    expect([...variablesRead(text)].sort()).toEqual(names);
  });
});

describe('variablesSet', () => {
  test.each([
    ['A=1; B=$(c) D[1]=2 E+=3 F=(1 2)', ['A', 'B', 'D', 'E', 'F']],
    ['A=1 make', []],
    ['export A=1 B="$C" D', ['A', 'B']],
    ['declare -x A=1; typeset B=2; readonly C=3; local D=4', ['A', 'B', 'C', 'D']],
    ['read -r A B', ['A', 'B']],
    ['read', ['REPLY']],
    ['mapfile -t A < x', ['A']],
    ['printf -v A %s x', ['A']],
    ['getopts ab A', ['A', 'OPTARG', 'OPTIND']],
    ['for A in x; do B=1; done; select C in x; do :; done', ['A', 'B', 'C']],
    ['if x; then A=1; else B=2; fi', ['A', 'B']],
    ['f() { A=1; }', ['A']],
    ['(A=1); B=1 | c; x=$(C=1); D=1 &', ['x']],
    ['echo A=1 "B=2" # C=3', []],
    ['cat <<X\nA=1\nX', []],
    ['A=1 && B=2', ['A', 'B']],
  ])('%j', (text, names) => {
    expect([...variablesSet(text)].sort()).toEqual(names);
  });
});

test('nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), shellText), (text) => {
      variablesRead(text);
      variablesSet(text);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  '$A'.repeat(50_000),
  '(('.repeat(50_000),
  '$(('.repeat(33_000),
  '((('.repeat(33_000),
  '((a)'.repeat(25_000),
  '$'.repeat(100_000),
])('100 KB are read in work that grows with them', async (text) => {
  const work = await workOf(() => {
    variablesRead(text);
    variablesSet(text);
  });
  expect(work).toBeLessThan(200 * text.length);
});
