import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathEntries, splitEnvFile } from '../../../src/actions/pull-boot-image/github-files.ts';
import { steersMachine } from '../../../src/variables/steering-variables.ts';

const split = (text: string) =>
  splitEnvFile(
    text,
    (value) => value,
    () => '0',
  );
/** As the file of the runner has a value of several lines. */
const long = (name: string, value: string): string =>
  `${name}<<transship_0\n${value}\ntransship_0\n`;

test.each<[string, string, Record<string, string>]>([
  ['A=1\nB=2\n', 'A=1\nB=2\n', {}],
  ['PATH=/x\nA=1\n', 'A=1\n', { PATH: '/x' }],
  ['A<<END\nPATH=/x\nEND\nB=2', 'A=PATH=/x\nB=2\n', {}],
  ['A<<END\n1\n2\nEND\n', long('A', '1\n2'), {}],
  ['PATH<<END\n/x\n/y\nEND\nA=1\n', 'A=1\n', { PATH: '/x\n/y' }],
  ['USER=a=b<<c\nA=<<b\n', 'A=<<b\n', { USER: 'a=b<<c' }],
  ['LD_PRELOAD=\r\nA=1\r\n', long('A', '1\r'), { LD_PRELOAD: '' }],
  ['no entry\nXDG_DATA_HOME=x\n', 'no entry\n', { XDG_DATA_HOME: 'x' }],
  ['A=1\nPATH<<END\nnever ends', 'A=1\nThe value of "PATH" has no end\n', {}],
  ['\uFEFFPATH=/evil\nA=1\n', 'A=1\n', { PATH: '/evil' }],
  ['USER=x\n\uFEFFPATH=/evil\n', '', { USER: 'x', PATH: '/evil' }],
  // An end with a carriage return is none to the runner of Linux: PATH stands outside of X.
  ['A<<E\nE\r\nX<<F\nE\nPATH=/evil\nF\n', `${long('A', 'E\r\nX<<F')}F\n`, { PATH: '/evil' }],
  [
    'NODE_OPTIONS=--require=/x\nhttps_proxy=p\nNODE_ENV=test\n',
    'NODE_ENV=test\n',
    { NODE_OPTIONS: '--require=/x', https_proxy: 'p' },
  ],
  ['', '', {}],
])('%j', (text, outside, inside) => {
  expect(split(text)).toEqual({ outside, inside, refused: [] });
});

test('what the runner alone may say counts nowhere', () => {
  expect(split('GITHUB_SHA=x\nTRANSSHIP_REGISTRIES={}\nACTIONS_RUNTIME_TOKEN=t\nOK=1\n')).toEqual({
    outside: 'OK=1\n',
    inside: {},
    refused: ['GITHUB_SHA', 'TRANSSHIP_REGISTRIES', 'ACTIONS_RUNTIME_TOKEN'],
  });
});

/** The file as the runner of Linux reads it. */
function runnersEntries(text: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const end = lines.indexOf(line.slice(heredoc + 2), at + 1);
      if (heredoc === 0 || end < 0) return entries;
      entries.set(line.slice(0, heredoc), lines.slice(at + 1, end).join('\n'));
      at = end;
    } else if (equals > 0) entries.set(line.slice(0, equals), line.slice(equals + 1));
    else return entries;
  }
  return entries;
}

const piece = fc.constantFrom(
  'PATH',
  'LD_PRELOAD',
  'A',
  'E',
  '=',
  '<<',
  '\n',
  '\r',
  '\r\n',
  '\uFEFF',
  ' ',
  'x',
  '\u2028',
);

test('no text sets a variable outside that steers the machine, and none is lost', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.array(piece, { maxLength: 40 }),
      (one, two) => {
        const texts = [one.join(''), two.join('')];
        // Two scripts of one step write into one file of the runner.
        const written = texts.map((text) => splitEnvFile(text).outside).join('');
        for (const name of runnersEntries(written).keys()) {
          expect(steersMachine(name)).toBe(false);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test.each(
  'PATH LD_PRELOAD DYLD_INSERT_LIBRARIES BASH_ENV ENV IFS TRANSSHIP_X GITHUB_ENV RUNNER_TEMP ACTIONS_X NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NODE_TLS_REJECT_UNAUTHORIZED GIT_SSH GIT_SSH_COMMAND GIT_CONFIG GIT_CONFIG_COUNT GIT_EXEC_PATH GIT_ASKPASS GIT_DIR GIT_WORK_TREE GIT_PROXY_COMMAND GIT_EXTERNAL_DIFF GIT_TEMPLATE_DIR HTTPS_PROXY http_proxy no_proxy ALL_PROXY'.split(
    ' ',
  ),
)('%s steers the machine', (name) => {
  expect(steersMachine(name)).toBe(true);
});

test.each([
  'NODE_ENV',
  'GIT_COMMIT',
  'GIT_TAG_NAME',
  'GIT_BRANCH',
  'MY_PATH',
  'ENVIRONMENT',
  'path',
])('%s does not', (name) => {
  expect(steersMachine(name)).toBe(false);
});

test('the last line of GITHUB_PATH goes first', () => {
  expect(pathEntries('/a\n\n /b \r\n/c')).toEqual(['/c', '/b', '/a']);
});
