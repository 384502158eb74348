import { expect, test } from 'vitest';
import { withoutPins, withPinsOf } from '../../src/output/action-pins.ts';
import { markerLine, originOf } from '../../src/output/marker.ts';

const commit = (digit: string): string => digit.repeat(40);
const workflow = (checkout: string, login: string): string =>
  `steps:\n  - name: Check out\n    uses: actions/checkout@${checkout}\n  - uses: transship/transship/actions/login@${login}\n  - run: echo "uses: a/b@v1 stays"\n`;

test('a pin that a bot raised is not an edit; anything else is', () => {
  const body = workflow(`${commit('a')} # v4.1.0`, commit('b'));
  const file = `# ${markerLine(['shippable.yml'], body)}\n${body}`;
  const raised = file.replace(`${commit('a')} # v4.1.0`, `${commit('c')} # v5`);
  expect(raised).not.toBe(file);
  expect([originOf(file), originOf(raised)]).toEqual(['ours', 'ours']);
  expect(originOf(raised.replace('echo', 'eval'))).toBe('edited');
  expect(originOf(file.replace('actions/checkout', 'evil/checkout'))).toBe('edited');
});

test('pins that stand in a file stay', () => {
  const standing = workflow(`${commit('c')} # v5`, 'v1');
  const fresh = workflow(`${commit('a')} # v4.1.0`, commit('b'));
  expect(withPinsOf(standing, fresh)).toBe(standing);
  expect(withoutPins(standing)).toBe(withoutPins(fresh));
});

test('an action with several pins keeps what the conversion says', () => {
  const standing = `uses: a/b@v1\nuses: a/b@v2\n`;
  expect(withPinsOf(standing, 'uses: a/b@v3\n')).toBe('uses: a/b@v3\n');
});
