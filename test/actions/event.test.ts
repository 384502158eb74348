import { expect, test } from 'vitest';
import { eventPayload, isForkPullRequest } from '../../src/actions/event.ts';
import { done, runAction } from '../../src/actions/program.ts';
import type { ActionInterface } from '../../src/interfaces/action-interface.ts';
import { type FakeHost, fakeHost } from '../fake-host.ts';

const env = { GITHUB_EVENT_PATH: '/temp/event.json', GITHUB_REPOSITORY: 'acme/web' };
const whole = JSON.stringify({ pull_request: { head: { repo: { full_name: 'stranger/web' } } } });

/** A host whose event file is written by somebody else while it is read. */
function whileWritten(texts: readonly string[]): FakeHost {
  const host = fakeHost({ env, files: { '/temp/event.json': texts[0] ?? '' } });
  let reads = 0;
  const read: FakeHost['files']['read'] = () => texts[Math.min(reads++, texts.length - 1)];
  return { ...host, files: { ...host.files, read } };
}

test('half an event is read again', async () => {
  const host = whileWritten(['', whole.slice(0, 30), whole]);
  expect(await eventPayload(host)).toEqual(JSON.parse(whole));
  expect(await isForkPullRequest(whileWritten([whole.slice(0, 30), whole]))).toBe(true);
});

test('an event that stays half is a failure, never an empty event', async () => {
  const host = whileWritten([whole.slice(0, 30)]);
  const action = {
    name: 'sample',
    title: 'sample',
    icon: 'box',
    description: 'A sample.',
    inputs: {},
    outputs: {},
  } as const satisfies ActionInterface;
  const code = await runAction(
    action,
    async () => {
      await eventPayload(host);
      return done;
    },
    host,
  );
  expect(code).toBe(1);
  expect(host.lines[0]).toMatch(
    /^error: The event of this run cannot be read: \/temp\/event\.json/,
  );
});

test('a runner without an event has an empty one', async () => {
  expect(await eventPayload(fakeHost())).toEqual({});
  expect(await eventPayload(fakeHost({ env }))).toEqual({});
});
