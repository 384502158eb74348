import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobFolder, pathWithout } from './programs.ts';

type Row = readonly [
  args: readonly string[],
  output: string,
  status: number,
  env?: Readonly<Record<string, string>>,
];

/** Section 14.4 of the reference: what Shippable's own shipctl printed, and its status. */
const recorded: readonly Row[] = [
  [[], '', 1],
  [['nosuch'], 'The command nosuch is not supported\n', 99],
  [['set'], 'The command set is not supported\n', 99],
  [['get_resource_name', '1a-b c'], '1ABC\n', 0],
  [['get_resource_id', 'nope'], '\n', 0],
  [['get_resource_id', '1abc'], '1abcABC_ID\n', 0],
  [
    ['get_resource_version_name', 'app'],
    'a IN OUT previousState state b\n',
    0,
    { APP_VERSIONNAME: 'a  *  b' },
  ],
  [
    ['get_params_resource', 'app', 'q'],
    '$HOME "q" $(id)\n',
    0,
    { APP_PARAMS_Q: '$HOME "q" $(id)' },
  ],
  [['get_resource_env', 'app', 'integration_x-y'], '-Y\n', 0],
  [['get_resource_version_key', 'app', 'none'], 'null\n', 0],
  [['get_resource_version_key', 'nope', 'x'], 'version.json not present for resource: nope\n', 99],
  [
    ['get_integration_resource_keys', 'nope'],
    'integration.env not present for resource: nope\n',
    99,
  ],
  [['get_json_value', 'nofile', 'a'], 'nofile: No such file present in this directory\n', 0],
  [
    ['post_resource_state', 'app', 'k', ''],
    'Usage: shipctl post_resource_state RESOURCE KEY VALUE\n',
    99,
  ],
  [['bump_version', 'v1.2.3', 'minor'], 'v1.3.0\n', 0],
  [['bump_version', '1.2.3-rc', 'rc'], '1.2.3-rc.1\n', 0],
  [['bump_version', '1.2.3-rc.9', 'rc'], '1.2.3-rc.10\n', 0],
  [['bump_version', '1.2.3-rc.1.2', 'rc'], '1.2.3-rc.2\n', 0],
  [['bump_version', '1.2.3-beta.3', 'rc'], '1.2.3-rc\n', 0],
  [['bump_version', '1.2.3-alpha', 'final'], '1.2.3\n', 0],
  [['replace', '.'], 'shippable_replace is not supported for directories\n', 82],
  [['replicate', 'app', 'out'], 'Error: resources must be the same type.\n', 99],
  [['get_git_changes', '--path=.'], 'git repository not found at path: .\n', 99],
  [['jdk'], 'Usage: shippable_jdk set openjdk9\n', 1],
];

/** Section 9: the functions that read. */
const reading: readonly Row[] = [
  [['sanitize_shippable_string', 'a-b c_1é'], 'abc_1\n', 0],
  [['to_uppercase', 'a-b c'], 'A-B C\n', 0],
  [['get_resource_id', 'app'], '7\n', 0],
  [['get_resource_operation', 'app'], 'IN\n', 0],
  [['get_resource_type', 'app'], 'image\n', 0],
  [['get_resource_env', 'app', 'versionname'], '1.2\n', 0],
  [['get_resource_version_name', 'app'], '1.2\n', 0],
  [['get_resource_version_number', 'app'], '4\n', 0],
  [['get_resource_version_id', 'app'], '12\n', 0],
  [['get_resource_version_key', 'app', 'versionName'], '1.2\n', 0],
  [['get_resource_version_key', 'app', 'versionNumber'], '4\n', 0],
  [['get_resource_version_key', 'app', 'sourceName'], 'o/a\n', 0],
  [['get_resource_version_key', 'app', 'shaData.commitSha'], 'abc\n', 0],
  [['get_resource_version_key', 'app', '"a-b"'], 'dash\n', 0],
  [['get_resource_version_key', 'app', 'a-b'], '', 3],
  [['get_resource_pointer_key', 'app', 'sourceName'], 'p/q\n', 0],
  [
    ['get_integration_resource_field', 'app', 'url'],
    'https://r\n',
    0,
    { APP_INTEGRATION_URL: 'https://r' },
  ],
];

describe.each([
  ['with jq', [] as readonly string[]],
  ['without jq and envsubst', ['jq', 'envsubst']],
])('shipctl, %s', (_, missing) => {
  test.each(
    [...recorded, ...reading].map(([args, output, status, env = {}]) => ({
      args,
      output,
      status,
      env,
    })),
  )('$args', ({ args, output, status, env }) => {
    const folder = jobFolder();
    const PATH = missing.length === 0 ? undefined : pathWithout(folder, ...missing);
    const ran = folder.run('shipctl', args, { ...env, ...(PATH === undefined ? {} : { PATH }) });
    expect({ output: ran.stdout, status: ran.status }).toEqual({ output, status });
  });

  test('a document without a field comes whole, laid out', () => {
    const folder = jobFolder();
    folder.write('build/a.json', '{"a":[1,{"b":"x\\n\\u00e9"}],"e":{},"f":[]}');
    const env = missing.length === 0 ? {} : { PATH: pathWithout(folder, ...missing) };
    const whole =
      '{\n  "a": [\n    1,\n    {\n      "b": "x\\né"\n    }\n  ],\n  "e": {},\n  "f": []\n}\n';
    expect(folder.run('shipctl', ['get_json_value', 'a.json'], env).stdout).toBe(whole);
    expect(folder.run('shipctl', ['get_json_value', 'a.json', 'a[1].b'], env).stdout).toBe(
      'x\né\n',
    );
    expect(folder.run('shipctl', ['get_json_value', 'a.json', 'a.b'], env).status).toBe(5);
    folder.write('build/b.json', '{"a":');
    expect(folder.run('shipctl', ['get_json_value', 'b.json', 'a'], env).status).toBeGreaterThan(1);
  });

  test('replace fills in every name, and leaves what is none', () => {
    const folder = jobFolder();
    folder.write('build/t', '$A-${B}\n$uri ${NO} $ $1 $(id)\nend $A', 0o640);
    const env = missing.length === 0 ? {} : { PATH: pathWithout(folder, ...missing) };
    const ran = folder.run('shipctl', ['replace', 't'], { ...env, A: 'one', B: '$A & \\n' });
    expect(ran).toEqual({ stdout: '', stderr: '', status: 0 });
    expect(readFileSync(join(folder.root, 't'), 'utf8')).toBe(
      'one-$A & \\n\n  $ $1 $(id)\nend one',
    );
    expect(statSync(join(folder.root, 't')).mode & 0o777).toBe(0o640);
  });
});

test('an integration that is none is said on standard output', () => {
  const folder = jobFolder();
  expect(folder.run('shipctl', ['get_integration_resource', 'app'])).toMatchObject({
    stdout: `The given resource is not of type integration. ${folder.root}/IN/app/integration.json: No such file or directory\n`,
    status: 0,
  });
});

test('bump_version says on standard error what is wrong', () => {
  const folder = jobFolder();
  for (const [version, action, message] of [
    ['1.2', 'minor', 'error: Invalid semantics given in the argument.\n'],
    ['1.2.3', 'foo', 'error: Invalid action given in the argument.\n'],
  ] as const)
    expect(folder.run('shipctl', ['bump_version', version, action])).toEqual({
      stdout: '',
      stderr: message,
      status: 99,
    });
});

test.each([
  ['1.1.0-beta', '1.1.0', '1.1.0'],
  ['1.1.0', '1.1.0-rc.2', '1.1.0'],
  ['1.1.0-rc.9', '1.1.0-rc.10', '1.1.0-rc.10'],
  ['1.0.0-rc', '1.0.0-beta.4', '1.0.0-rc'],
  ['1.0.0-rc', '1.0.0-rc.1', '1.0.0-rc.1'],
  ['1.10.0', '1.9.9', '1.10.0'],
  ['v1.2.0', '1.3.0', '1.3.0'],
  ['', '1.0.0', '1.0.0'],
  ['', '', ''],
])('the greater of %j and %j is %j', (one, other, greater) => {
  const folder = jobFolder();
  for (const versions of [
    [one, other],
    [other, one],
  ])
    expect(folder.run('shipctl', ['greatest_version', ...versions])).toEqual({
      stdout: `${greater}\n`,
      stderr: '',
      status: 0,
    });
});

test('every function but the last ones wants its arguments', () => {
  const folder = jobFolder();
  for (const name of [
    'sanitize_shippable_string to_uppercase get_resource_name get_resource_id get_resource_meta get_resource_state',
    'get_resource_operation get_resource_type get_resource_path get_resource_env get_params_resource',
    'get_resource_version_name get_resource_version_id get_resource_version_number get_resource_version_key',
    'get_resource_pointer_key get_integration_resource_keys get_integration_resource_field get_integration_resource',
    'get_integration_keys get_integration_field get_json_value post_resource_state put_resource_state',
    'post_resource_state_multi put_resource_state_multi copy_file_to_state copy_file_from_prev_state',
    'refresh_file_to_state copy_file_from_resource_state copy_resource_file_from_state copy_file_to_resource_state',
    'refresh_file_to_out_path replicate bump_version get_git_changes split_tests notify',
  ].flatMap((line) => line.split(' '))) {
    const { stdout, status } = folder.run('shipctl', [name]);
    expect([name, stdout.startsWith(`Usage: shipctl ${name} `), status]).toEqual([name, true, 99]);
  }
});

describe('state', () => {
  const state = (folder: ReturnType<typeof jobFolder>, name: string): string =>
    readFileSync(join(folder.root, 'state', name), 'utf8');

  test('post overwrites, put appends, and words become lines', () => {
    const folder = jobFolder();
    folder.run('shipctl', ['post_resource_state', 'app', 'k', 'v']);
    folder.run('shipctl', ['put_resource_state', 'app', 'k2', 'v w=x']);
    expect(state(folder, 'app.env')).toBe('k=v\nk2=v w=x\n');
    folder.run('shipctl', ['post_resource_state_multi', 'app', 'a=1 b=2', 'c=3']);
    expect(state(folder, 'app.env')).toBe('a=1\nb=2\nc=3\n');
    folder.run('shipctl', ['put_resource_state_multi', 'app', 'x=has blank']);
    expect(state(folder, 'app.env')).toBe('a=1\nb=2\nc=3\nx=has\nblank\n');
  });

  test('files go to the state and come from the one before', () => {
    const folder = jobFolder();
    folder.write('build/file', 'new');
    folder.write('build/previousState/old', 'old');
    expect(folder.run('shipctl', ['copy_file_to_state', 'file']).status).toBe(0);
    expect(state(folder, 'file')).toBe('new');
    expect(folder.run('shipctl', ['copy_file_to_state', 'nofile'])).toMatchObject({ status: 1 });
    expect(folder.run('shipctl', ['refresh_file_to_state', 'some/old']).status).toBe(0);
    expect(state(folder, 'old')).toBe('old');
    expect(folder.run('shipctl', ['refresh_file_to_state', 'nofile'])).toMatchObject({
      stdout: expect.stringContaining('skipping'),
      status: 0,
    });
    expect(folder.run('shipctl', ['copy_file_from_prev_state', 'old', '.']).status).toBe(0);
    expect(readFileSync(join(folder.root, 'old'), 'utf8')).toBe('old');
    expect(folder.run('shipctl', ['copy_file_from_prev_state', 'nofile', '.'])).toMatchObject({
      stdout: expect.stringContaining('skipping'),
      status: 0,
    });
  });

  test.each([
    ['copy_file_from_resource_state', 'copy_file_to_resource_state'],
    ['copy_resource_file_from_state', 'refresh_file_to_out_path'],
  ])('%s and %s', (from, to) => {
    const folder = jobFolder();
    folder.write('build/IN/tf/state/terraform.tfstate', 'one');
    mkdirSync(join(folder.root, 'OUT/tf/state'), { recursive: true });
    const env = { TF_TYPE: 'state' };
    expect(folder.run('shipctl', [from, 'tf', 'terraform.tfstate', '.'], env).status).toBe(0);
    expect(readFileSync(join(folder.root, 'terraform.tfstate'), 'utf8')).toBe('one');
    expect(folder.run('shipctl', [from, 'tf', 'nofile', '.'], env)).toMatchObject({
      stdout: expect.stringContaining('skipping'),
      status: 0,
    });
    folder.write('build/terraform.tfstate', 'two');
    expect(folder.run('shipctl', [to, 'terraform.tfstate', 'tf']).status).toBe(0);
    expect(readFileSync(join(folder.root, 'OUT/tf/state/terraform.tfstate'), 'utf8')).toBe('two');
    expect(folder.run('shipctl', [to, 'terraform.tfstate', 'NORES'])).toMatchObject({ status: 1 });
    expect(folder.run('shipctl', [to, 'gone/terraform.tfstate', 'tf']).status).toBe(0);
    expect(readFileSync(join(folder.root, 'OUT/tf/state/terraform.tfstate'), 'utf8')).toBe('one');
  });
});

test('retry tries three times and ends as the last try', () => {
  const folder = jobFolder();
  const lines = [1, 2, 3].map((n) => `retrying ${n} of 3 times...\nsh -c exit 7\n`).join('');
  expect(folder.run('shipctl', ['retry', 'sh', '-c', 'exit 7'])).toMatchObject({
    stdout: lines,
    status: 7,
  });
  expect(folder.run('shippable_retry', ['echo', 'a'])).toMatchObject({ stdout: 'a\n', status: 0 });
  expect(folder.run('shipctl', ['retry', 'echo a'])).toMatchObject({ status: 127 });
  const twice = 'test -e done || { touch done; false; }';
  expect(folder.run('shippable_retry', ['sh', '-c', twice]).status).toBe(0);
});

test('decrypt opens blocks for a key, and appends', () => {
  const folder = jobFolder();
  const make = `openssl genrsa -out k 2048 2>/dev/null; openssl rsa -in k -pubout -out p 2>/dev/null
    head -c 150 /dev/zero | tr '\\0' a >one; printf 'the end' >two
    for f in one two; do openssl pkeyutl -encrypt -pubin -inkey p -pkeyopt rsa_padding_mode:oaep -in $f; done | openssl base64 >f`;
  expect(folder.run('sh', ['-c', make]).status).toBe(0);
  expect(folder.run('shipctl', ['decrypt', 'f', 'k'])).toMatchObject({ stderr: '', status: 0 });
  const file = join(folder.root, 'f.decrypted');
  expect(readFileSync(file, 'utf8')).toBe(`${'a'.repeat(150)}the end`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(folder.run('shipctl', ['decrypt', 'f', 'nokey']).status).toBe(100);
});

test('jdk refuses what is not installed, and links what is', () => {
  const folder = jobFolder();
  expect(folder.run('shipctl', ['jdk', 'set', 'openjdk6']).status).toBe(99);
  folder.write('jdk/bin/java', '', 0o755);
  folder.write('few/update-alternatives', '#!/bin/sh\necho "$@" >>calls\n', 0o755);
  folder.write('few/sudo', '#!/bin/sh\nexec "$@"\n', 0o755);
  const top = join(folder.root, '..');
  const ran = folder.run('shipctl', ['jdk', 'set', 'openjdk99'], {
    JAVA_HOME_99_X64: `${top}/jdk`,
    PATH: `${folder.line}/bin:${top}/few:${process.env['PATH']}`,
  });
  expect(ran.status).toBe(0);
  expect(readFileSync(join(folder.root, 'calls'), 'utf8')).toContain(
    `--set java ${top}/jdk/bin/java`,
  );
});

describe('get_git_changes', () => {
  const repository = (): ReturnType<typeof jobFolder> => {
    const folder = jobFolder();
    const script = `git init -q repo && cd repo && git config user.email a@example.test && git config user.name A
      git commit -q --allow-empty -m 1 && mkdir -p a/x a/y b && echo 1 >a/x/1 && echo 1 >a/y/2 && echo 1 >b/3 && echo 1 >top
      git add . && git commit -q -m 2`;
    expect(folder.run('sh', ['-c', script]).stderr).toBe('');
    return folder;
  };
  const ask = (folder: ReturnType<typeof jobFolder>, ...args: readonly string[]): string =>
    folder.run('shipctl', ['get_git_changes', '--path=repo', ...args], {
      SHIPPABLE_COMMIT_RANGE: 'HEAD~1...HEAD',
    }).stdout;

  test('files, parts of paths, folders', () => {
    const folder = repository();
    expect(ask(folder)).toBe('a/x/1\na/y/2\nb/3\ntop\n');
    expect(ask(folder, '--depth=1')).toBe('a\nb\ntop\n');
    expect(ask(folder, '--depth=2')).toBe('x\ny\n3\n');
    expect(ask(folder, '--directories-only')).toBe('a/x\na/y\nb\n');
    expect(ask(folder, '--commit-range=HEAD..HEAD')).toBe('');
  });

  test('the commits of a resource', () => {
    const folder = repository();
    const [before, after] = folder
      .run('git', ['-C', 'repo', 'log', '--reverse', '--format=%H'])
      .stdout.split('\n');
    folder.write(
      'build/IN/src/version.json',
      JSON.stringify({
        version: {
          propertyBag: {
            shaData: { beforeCommitSha: before, commitSha: after, isPullRequest: false },
          },
        },
      }),
    );
    const env = { SRC_META: `${folder.root}/IN/src`, SRC_STATE: `${folder.root}/repo` };
    expect(
      folder.run('shipctl', ['get_git_changes', '--resource=src', '--depth=1'], env).stdout,
    ).toBe('a\nb\ntop\n');
  });
});

test('split_tests gives each job its share, the slow files first', () => {
  const folder = jobFolder();
  for (const name of ['a', 'b', 'c', 'd']) folder.write(`build/test/${name}_test.rb`, '');
  folder.write('build/test/helper.rb', '');
  folder.write(
    'build/reports/1.xml',
    '<testsuite><testcase file="./test/c_test.rb" time="9.5"/><testcase file="test/a_test.rb" time="1"/>\n<testcase file="test/a_test.rb" time="2.25"/></testsuite>',
  );
  const share = (number: string): string =>
    folder.run('shipctl', ['split_tests', 'test', '_test\\.rb$', 'reports'], {
      SHIPPABLE_JOB_NUMBER: number,
      SHIPPABLE_JOB_COUNT: '2',
    }).stdout;
  expect(share('1')).toBe('test/c_test.rb\ntest/b_test.rb\n');
  expect(share('2')).toBe('test/a_test.rb\ntest/d_test.rb\n');
});

test('notify sends by curl, with nothing secret in its arguments', () => {
  const folder = jobFolder();
  folder.write('few/curl', '#!/bin/sh\nprintf "%s\\n" "$*" >args; cat >config\n', 0o755);
  const env = {
    PATH: `${folder.line}/bin:${join(folder.root, '..', 'few')}:${process.env['PATH']}`,
    TEAM_INTEGRATION_WEBHOOKURL: 'https://hooks.example.test/T0k3n',
  };
  expect(
    folder.run('shipctl', ['notify', 'team', '--text=it "is"\nout', '--recipient=#ops'], env),
  ).toEqual({ stdout: '', stderr: '', status: 0 });
  expect(readFileSync(join(folder.root, 'args'), 'utf8')).not.toContain('T0k3n');
  const config = readFileSync(join(folder.root, 'config'), 'utf8');
  expect(config).toContain('url = "https://hooks.example.test/T0k3n"');
  const body = /data-raw = (.*)/.exec(config)?.[1] ?? '';
  expect(JSON.parse(JSON.parse(body))).toMatchObject({
    channel: '#ops',
    attachments: [{ text: 'it "is"\nout' }],
  });
  expect(folder.run('shipctl', ['notify', 'nobody'], env).status).toBe(99);
});

test('replicate leaves the version for line-end, and copies the files', () => {
  const folder = jobFolder();
  folder.write('build/IN/s/state/deep/f', 'x');
  folder.write('build/IN/s/version.json', '{"type":"state","version":{"versionName":"5"}}');
  folder.write('build/OUT/t/version.json', '{"type":"state"}');
  mkdirSync(join(folder.root, 'OUT/t/state'));
  expect(folder.run('shipctl', ['replicate', 's', 't']).status).toBe(0);
  expect(readFileSync(join(folder.root, 'OUT/t/state/deep/f'), 'utf8')).toBe('x');
  expect(
    JSON.parse(readFileSync(join(folder.root, 'OUT/t/.replicated/version.json'), 'utf8')),
  ).toEqual({ versionName: '5' });
  expect(folder.run('shipctl', ['replicate', 's', 't', '--metadata-only']).status).toBe(0);
  expect(folder.run('shipctl', ['replicate', 'pack', 't']).status).toBe(99);
  expect(existsSync(join(folder.root, '.replicated'))).toBe(false);
});

test('service says what takes its place', () => {
  expect(jobFolder().run('shipctl', ['service', 'mysql', 'start']).status).toBe(127);
});

test('a call starts no other program where it only prints a variable, but tr', () => {
  const folder = jobFolder();
  const env = { PATH: pathWithout(folder, 'jq', 'envsubst', 'awk', 'sed', 'cat') };
  expect(folder.run('shipctl', ['get_resource_version_name', 'app'], env).stdout).toBe('1.2\n');
  expect(spawnSync('bash', ['-n', join(folder.line, 'bin/shipctl')]).status).toBe(0);
});
