import { expect, test } from 'vitest';
import type { RanCommand } from './commands.ts';
import { outcomeOf } from './outcome.ts';
import type { Row } from './rows.ts';
import { pipelineOf } from './steps.ts';

const pipeline = pipelineOf(
  `
- { service: a, command: echo hello there }
- type: parallel
  service: a
  steps: [{ command: sleep 1 }, { command: sleep 2 }]
- { service: b, command: show }
`,
  'main',
);
const row: Row = {
  folder: 'x',
  prints: { 'b: show': { among: ['one', /^t.o$/] } },
  pushed: ['a:1'],
};
const place = { repository: '', kept: '', branch: 'main', commit: '' };

const ranAs = (key: string, began: number, ended: number, ...printed: string[]): RanCommand => ({
  key,
  began: BigInt(began),
  ended: BigInt(ended),
  printed,
  code: 0,
});
const good = [
  ranAs('a: echo hello there', 1, 2, 'hello there'),
  ranAs('a: sleep 1', 3, 5),
  ranAs('a: sleep 2', 4, 6),
  ranAs('b: show', 7, 8, 'one', 'and', 'two'),
] as const;
const all = good.flatMap(({ printed }) => printed);

/** Lines that differ: expected ones with `-`, others with `+`. */
function differing(
  ran: readonly RanCommand[],
  { result = 'success', pushed = ['a:1'], console = all } = {},
): readonly string[] {
  const { expected, actual } = outcomeOf(row, pipeline, ran, { result, pushed, console }, place);
  return [
    ...expected.filter((line) => !actual.includes(line)).map((line) => `-${line}`),
    ...actual.filter((line) => !expected.includes(line)).map((line) => `+${line}`),
  ];
}

const [echo, sleepOne, sleepTwo, show] = good;

test('what ran as it should has no difference', () => expect(differing(good)).toEqual([]));

test.each<[string, readonly RanCommand[], Parameters<typeof differing>[1], readonly string[]]>([
  ['a failure', good, { result: 'failure' }, ['-result: success', '+result: failure']],
  ['nothing pushed', good, { pushed: [] }, ['-pushed: a:1']],
  ['a command too many', [...good, ranAs('a: rm', 9, 9)], {}, ['+nobody wanted: a: rm']],
  [
    'a command too early',
    [echo, sleepOne, sleepTwo, { ...show, began: 5n }],
    {},
    ['-b: show: once, exit 0, after 3 others', '+b: show: once, exit 0, after 2 others'],
  ],
  [
    'one after the other in place of both at once',
    [echo, sleepOne, { ...sleepTwo, began: 5n }, show],
    {},
    ['-a: sleep 1: beside another one', '-a: sleep 2: beside another one'],
  ],
  [
    'other words',
    [{ ...echo, printed: ['hello'] }, sleepOne, sleepTwo, show],
    { console: ['hello', ...all] },
    ['-a: echo hello there > hello there', '+a: echo hello there > hello'],
  ],
  [
    'a line missing among others',
    [echo, sleepOne, sleepTwo, { ...show, printed: ['one'] }],
    {},
    ['-b: show > /^t.o$/'],
  ],
  [
    'a line that nobody saw',
    good,
    { console: all.slice(1) },
    ['+a: echo hello there: not on the console: hello there'],
  ],
  [
    'another exit code',
    [{ ...echo, code: 1 }, sleepOne, sleepTwo, show],
    {},
    [
      '-a: echo hello there: once, exit 0, after 0 others',
      '+a: echo hello there: once, exit 1, after 0 others',
    ],
  ],
])('%s is a difference', (_, ran, facts, lines) => expect(differing(ran, facts)).toEqual(lines));
