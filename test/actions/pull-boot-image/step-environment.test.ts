import { expect, test } from 'vitest';
import {
  pathInside,
  stepEnvironment,
  withPathsOutside,
} from '../../../src/actions/pull-boot-image/step-environment.ts';

const folders = [
  { outside: '/srv/_temp/ours/temp', inside: '/dev/t/temp' },
  { outside: '/srv/_temp', inside: '/dev/t/temp' },
];
const none = { container: {}, listed: [], step: {}, worker: {}, inside: {}, fixed: {}, folders };

test('what differs from the worker crosses, what belongs to the machine does not', () => {
  expect(
    stepEnvironment({
      ...none,
      worker: { SAME: '1', CHANGED: 'old', CI: 'true', GITHUB_ACTIONS: 'true', http_proxy: 'p' },
      step: {
        SAME: '1',
        CHANGED: 'new',
        NEW: 'x',
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        http_proxy: 'p',
        PATH: '/host',
        USER: 'runner',
        DOCKER_HOST: 'tcp://x',
        DOCKER_TAG: '1',
        BUILDX_CONFIG: '/root/.docker/buildx',
        DOCKER_AUTH_CONFIG: '{}',
        XDG_RUNTIME_DIR: '/run/user/1',
        RUNNER_TRACKING_ID: 'x',
        RUNNER_ARCH: 'X64',
        ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.test',
        TRANSSHIP_CONTAINER_DOCKER_CONFIG: '/srv/_temp/login',
      },
    }),
  ).toEqual({
    CHANGED: 'new',
    NEW: 'x',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    http_proxy: 'p',
    DOCKER_TAG: '1',
    RUNNER_ARCH: 'X64',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.test',
  });
});

test('names without a value cross whatever they hold', () => {
  const machine = { LANG: 'C', PATH: '/host' };
  expect(stepEnvironment({ ...none, worker: machine, step: machine, listed: ['LANG'] })).toEqual({
    LANG: 'C',
  });
  expect(stepEnvironment({ ...none, worker: machine, step: machine, listed: ['PATH'] })).toEqual({
    PATH: '/host',
  });
});

test('the container’s own count least, then the step’s, then those of steps inside, then ours', () => {
  const one = (source: string): Record<string, string> => ({ A: source });
  const all = { ...none, container: one('container'), step: one('step') };
  expect(stepEnvironment(all)).toEqual({ A: 'step' });
  expect(stepEnvironment({ ...all, inside: one('inside') })).toEqual({ A: 'inside' });
  expect(stepEnvironment({ ...all, inside: one('inside'), fixed: one('fixed') })).toEqual({
    A: 'fixed',
  });
});

test('paths of shared folders are translated, in both directions', () => {
  expect(
    stepEnvironment({
      ...none,
      step: {
        A: '/srv/_temp/report',
        B: '/srv/_temp/ours/temp/x',
        C: '/srv/_temporary',
        D: 'see /srv/_temp/report',
        RUNNER_TEMP: '/srv/_temp',
      },
    }),
  ).toEqual({
    A: '/dev/t/temp/report',
    B: '/dev/t/temp/x',
    C: '/srv/_temporary',
    D: 'see /srv/_temp/report',
    RUNNER_TEMP: '/dev/t/temp',
  });
  expect(withPathsOutside('A=/dev/t/temp/x\nB=/dev/t/temporary /dev/t/temp', folders)).toBe(
    'A=/srv/_temp/ours/temp/x\nB=/dev/t/temporary /srv/_temp/ours/temp',
  );
});

test('PATH inside', () => {
  expect(pathInside('/usr/bin:/bin', [], undefined)).toBe('/usr/bin:/bin');
  expect(pathInside('/bin', ['/new', '/old'], { folder: '/ours', first: false })).toBe(
    '/new:/old:/bin:/ours',
  );
  expect(pathInside('/bin', ['/new'], { folder: '/ours', first: true })).toBe('/new:/ours:/bin');
});
