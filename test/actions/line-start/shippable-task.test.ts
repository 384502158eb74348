import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobFolder } from './programs.ts';

const hooks = `on_success() { echo on_success; }
on_failure() { echo on_failure; }
always() { echo always; }
`;

/** Section 14.2 of the reference. An item that ends in an and-list has `|| exit` behind it, as the translator writes it. */
const items: readonly (readonly [name: string, script: string, output: string, status: number])[] =
  [
    ['a line in the middle fails', 'echo 1\nfalse\necho 2', '1 on_failure always', 1],
    ['an and-list ends the item', 'false && true || exit\necho 2', 'on_failure always', 1],
    ['an and-list in the middle', 'false && true\necho 2', '2 on_success always', 0],
    [
      'a compound that ends in an and-list',
      'if true; then false && true; fi || exit\necho 2',
      'on_failure always',
      1,
    ],
    ['a pipe', 'false | true\necho 2', '2 on_success always', 0],
    ['a pipe under pipefail', 'set -o pipefail\nfalse | true\necho 2', 'on_failure always', 1],
    ['an assignment of a command that fails', 'X=$(false)\necho 2', 'on_failure always', 1],
    [
      'an assignment whose last command is fine',
      'X=$(false; true)\necho 2',
      '2 on_success always',
      0,
    ],
    ['a subshell', '( false; true )\necho 2', '2 on_success always', 0],
    ['a group', '{ false; true; }\necho 2', 'on_failure always', 1],
    ['the body of a loop', 'for i in 1; do false; true; done\necho 2', 'on_failure always', 1],
    ['a function', 'f() { false; true; }\nf\necho 2', '2 on_success always', 0],
    ['a file that is read in', 'echo false >f\n. ./f\necho 2', 'on_failure always', 1],
    ['exit 0', 'echo 1\nexit 0\necho 2', '1 on_success always', 0],
    ['exit 3', 'exit 3\necho 2', 'on_failure always', 3],
    ['return 0', "shippable_item 'echo a; return 0; echo b'\necho 2", 'a 2 on_success always', 0],
    ['return 1', "shippable_item 'return 1'\necho 2", 'on_failure always', 1],
    ['set -u', 'set -u\necho 2', '2', 1],
    ['set -u, and a failure', 'set -u\nfalse', '', 1],
    [
      'a trap that is taken away, last line fine',
      "shippable_item 'trap - ERR; false; echo on'\necho 2",
      'on 2 on_success always',
      0,
    ],
    [
      'a trap that is taken away, last line fails',
      "shippable_item 'trap - ERR; false'\necho 2",
      'on_failure always',
      1,
    ],
    [
      'a trap that is taken away, the next item has it',
      "shippable_item 'trap - ERR'\nfalse\necho 2",
      'on_failure always',
      1,
    ],
    [
      'several lines as one item',
      "shippable_item 'echo 1\nfalse\necho 2'",
      '1 on_failure always',
      1,
    ],
    [
      'a trap on EXIT of its own',
      'shippable_item \'trap "echo mine" EXIT\'\necho 2',
      '2 mine on_success always',
      0,
    ],
    [
      'set -e is without effect on the next items',
      "shippable_item 'set -e'\nf() { false; echo f; }\nf",
      'f on_success always',
      0,
    ],
    [
      'state is kept',
      "shippable_item 'cd state; A=1; f() { echo f$A; }'\nf\necho ${PWD##*/}",
      'f1 state on_success always',
      0,
    ],
    ['a login failed', 'shippable_begin\necho 2', 'on_failure always', 1],
  ];

const words = (text: string): string => text.trim().split(/\s+/).join(' ');

test.each(items)('item: %s', (name, script, output, status) => {
  const env = { LINE_LOGIN: name === 'a login failed' ? 'failure' : 'success' };
  const ran = jobFolder().task(`. shippable-task\n${hooks}${script}\n`, env);
  expect([words(ran.stdout), ran.status]).toEqual([output, status]);
});

const endings: readonly (readonly [
  name: string,
  script: string,
  output: string,
  status: number,
])[] = [
  [
    'a command of on_success fails',
    'on_success() { false; echo on; }\nalways() { echo always; }\ntrue',
    'on always',
    0,
  ],
  [
    'the last command of on_success fails',
    'on_success() { false; }\nalways() { echo always; }\ntrue',
    'always',
    0,
  ],
  [
    'exit 1 in on_success',
    'on_success() { exit 1; }\non_failure() { echo no; }\nalways() { echo always; }\ntrue',
    '',
    1,
  ],
  [
    'exit 1 in always',
    'on_success() { echo s; }\non_failure() { echo no; }\nalways() { exit 1; }\ntrue',
    's',
    1,
  ],
  ['exit 0 in on_success', 'on_success() { exit 0; }\nalways() { echo always; }\ntrue', '', 0],
  ['exit 0 in on_failure', 'on_failure() { exit 0; }\nalways() { echo always; }\nfalse', '', 1],
  ['exit 1 in always after a failure', 'always() { exit 9; }\n(exit 4)', '', 4],
  [
    'set -e in a hook',
    'on_success() { set -e; false; echo on; }\nalways() { echo always; }\ntrue',
    'on always',
    0,
  ],
  [
    'hooks see folder, variables and functions',
    'on_success() { f "$A" "${PWD##*/}"; }\nf() { echo "$@"; }\nA=1\ncd state',
    '1 state',
    0,
  ],
  ['no hook at all', 'echo 1', '1', 0],
];

test.each(endings)('hook: %s', (_, script, output, status) => {
  const ran = jobFolder().task(`. shippable-task\n${script}\n`);
  expect([words(ran.stdout), ran.status]).toEqual([output, status]);
});

test('a TASK that is not the last runs hooks after a failure alone', () => {
  const folder = jobFolder();
  expect(words(folder.task(`. shippable-task --more\n${hooks}echo 1\n`).stdout)).toBe('1');
  expect(words(folder.task(`. shippable-task --more\n${hooks}false\n`).stdout)).toBe(
    'on_failure always',
  );
});

test('a run that is cancelled runs no hook', () => {
  const ran = jobFolder().task(`. shippable-task\n${hooks}kill -TERM $$\nsleep 1\n`);
  expect([ran.stdout, ran.status]).toEqual(['', 143]);
});

test('each TASK begins at the root', () => {
  const folder = jobFolder();
  expect(folder.task('cd /\n. shippable-task\npwd\n').stdout).toBe(`${folder.root}\n`);
});

describe('integrations', () => {
  const rows = [
    [
      'IN',
      'keys',
      'KEYS',
      'amazonKeys',
      'team aws',
      '5',
      'ACCESSKEY=accessKey SECRETKEY=secretKey',
    ],
    ['IN', 'pem', 'PEM', 'pemKey', 'k', '6', 'KEY=key'],
    ['IN', 'ssh', 'SSH', 'sshKey', 's', '6', 'PRIVATEKEY=privateKey PUBLICKEY=publicKey'],
    ['JOB', 'team_kv', 'TEAM_KV', 'keyValuePair', 'team_kv', '8', 'MINE=mine!'],
    ['PARAMS', 'conf', 'CONF', 'params', '-', '9', 'TOKEN=token!'],
  ]
    .map((row) => `${row.join('\t')}\n`)
    .join('');
  const env = {
    KEYS_INTEGRATION_ACCESSKEY: 'AK',
    KEYS_INTEGRATION_SECRETKEY: 's"e\\c\nret$(id)',
    PEM_INTEGRATION_KEY: 'a\nb',
    SSH_INTEGRATION_PRIVATEKEY: 'private',
    TEAM_KV_INTEGRATION_MINE: 'value',
    CONF_PARAMS_TOKEN: 'tok',
  };

  test('their files are there while the step runs, for its user alone', () => {
    const folder = jobFolder();
    folder.write('line/integrations', rows);
    const script = `. shippable-task
cat IN/keys/integration.json; echo
jq -r .secretKey IN/keys/integration.json
stat -L -c %a IN/keys/integration.json IN/pem/pem_key.pem $SSH_KEYPATH
[ -L IN/keys/integration.json ] && echo link
shipctl get_integration_resource_keys keys
shipctl get_integration_keys team_kv
shipctl get_integration_field team_kv mine
cat $PEM_KEYPATH
echo $mine $token
always() { cat IN/pem/pem_key.pem; }
`;
    const ran = folder.task(script, { ...env, KEYS_META: `${folder.root}/IN/keys` });
    expect([ran.stderr, ran.status]).toEqual(['', 0]);
    expect(ran.stdout.split('\n')).toEqual([
      '{"id": 5, "masterName": "amazonKeys", "name": "team aws", "accessKey": "AK", "secretKey": "s\\"e\\\\c\\nret$(id)"}',
      's"e\\c',
      'ret$(id)',
      '600',
      '600',
      '600',
      'link',
      'accessKey',
      'secretKey',
      'ret$(id)"',
      'mine',
      'value',
      'a',
      'b',
      'value tok',
      'a',
      'b',
      '',
    ]);
    expect(existsSync(join(folder.root, 'IN/keys/integration.json'))).toBe(false);
    expect(existsSync(join(folder.line, 'secrets/IN'))).toBe(false);
  });

  test('without their secrets there are none', () => {
    const folder = jobFolder();
    folder.write('line/integrations', rows);
    const ran = folder.task('. shippable-task\nls IN\necho "<${mine-none}>"\n');
    expect(words(ran.stdout)).toBe('app <none>');
  });

  test('logins are gone in hooks after success, and there after a failure', () => {
    const folder = jobFolder();
    const script = (end: string): string =>
      `. shippable-task\nalways() { echo "$DOCKER_CONFIG" "\${AWS_ACCESS_KEY_ID-none}"; }\n${end}\n`;
    const own = { DOCKER_CONFIG: '/mine', AWS_ACCESS_KEY_ID: 'AK' };
    expect(folder.task(script('true'), own).stdout).toBe(`${folder.line}/empty none\n`);
    expect(folder.task(script('false'), own).stdout).toBe('/mine AK\n');
  });

  test('--secrets-only makes the files and no frame', () => {
    const folder = jobFolder();
    folder.write('line/integrations', rows);
    const ran = folder.task('. shippable-task --secrets-only\nfalse\necho on\n', env);
    expect([ran.stdout, ran.status]).toEqual(['on\n', 0]);
    expect(statSync(join(folder.line, 'secrets/IN/keys/integration.env')).mode & 0o777).toBe(0o600);
  });
});

test('a commit that only the clone knows, and a name for commits', () => {
  const folder = jobFolder();
  folder.write('line/repositories', 'src\tSRC\tmain\n');
  const make = `git init -q -b other IN/src/gitRepo && cd IN/src/gitRepo && git -c user.email=a@example.test -c user.name=A commit -q --allow-empty -m 1 && git update-ref refs/remotes/origin/main HEAD && git checkout -q --detach`;
  expect(folder.run('sh', ['-c', make]).status).toBe(0);
  const ran = folder.task(
    '. shippable-task\necho $SRC_COMMIT\ngit -C IN/src/gitRepo rev-parse main\n',
  );
  const [commit, main] = ran.stdout.split('\n');
  expect(commit).toMatch(/^[0-9a-f]{40}$/);
  // Scripts name the branch, of which a checkout of a commit knows only the remote one.
  expect(main).toBe(commit);
  expect(readFileSync(join(folder.root, 'IN/src/gitRepo/.git/config'), 'utf8')).toContain(
    'build@shippable.com',
  );
});

test('`inside` puts the programs in front of the PATH of an image', () => {
  const folder = jobFolder();
  const inside = new URL('../../../actions/line-start/inside', import.meta.url).pathname;
  const ran = folder.run('sh', ['-c', `. ${inside}; command -v shipctl; . ${inside}; echo $PATH`], {
    PATH: '/usr/bin:/bin',
  });
  expect(ran.stdout).toBe(`${folder.line}/bin/shipctl\n${folder.line}/bin:/usr/bin:/bin\n`);
});
