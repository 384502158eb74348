import { expect, test } from 'vitest';
import { scanForEvidence } from '../../src/evidence/gather.ts';
import { needsOfCommand, needsOfImage } from '../../src/evidence/known-needs.ts';
import { isCredentialName, isOrdinaryName } from '../../src/evidence/ordinary-names.ts';
import { variablesOf } from '../../src/evidence/reads.ts';

const names = (path: string, text: string): readonly string[] =>
  variablesOf(path, text).reads.map(({ name, hasDefault }) => `${name}${hasDefault ? '?' : ''}`);

test.each<[string, string, readonly string[]]>([
  [
    'a.js',
    'process.env.A_B; process.env["C_D"] || "x"; process.env.E_F ?? 3',
    ['A_B', 'E_F?', 'C_D?'],
  ],
  ['a.ts', 'const { X, Y: other, Z = "d" } = process.env;', ['X', 'Y', 'Z?']],
  ['a.js', 'const env = process.env;\nenv.KEY_ONE; env.KEY_TWO || 1', ['KEY_ONE', 'KEY_TWO?']],
  ['a.js', 'process.env.A === process.env.B', ['A', 'B']],
  [
    'a.rb',
    "ENV['A'] || ENV['B'] || 'x'; ENV.fetch('C'); ENV.fetch('D', 'x'); ENV.fetch('E') { 1 }",
    ['A', 'B?', 'C', 'D?', 'E?'],
  ],
  [
    'database.yml',
    'url: <%= ENV["DB_URL"] %>\nkey: ${API_KEY:-none}\nother: ${OTHER_KEY}',
    ['API_KEY?', 'OTHER_KEY', 'DB_URL'],
  ],
  [
    'a.py',
    'os.environ["A"]; os.getenv("B"); os.environ.get("C", "x"); os.environ.get("D", None); config("E_F")',
    ['A', 'B', 'C?', 'D', 'E_F'],
  ],
  [
    'a.php',
    "getenv('A'); env('B', 'x'); env('C', null); $_ENV['D']; getenv('E') ?: 'x'",
    ['A', 'B?', 'C', 'E?', 'D'],
  ],
  ['A.java', 'System.getenv("A"); System.getenv().get("B")', ['A', 'B']],
  ['application.properties', 'a=${A_B}\nc=${C_D:x}', ['A_B', 'C_D?']],
  ['a.go', 'os.Getenv("A"); os.LookupEnv("B")', ['A', 'B']],
  ['a.exs', 'System.get_env("A") || "x"; System.fetch_env!("B"); {:system, "C"}', ['A?', 'B', 'C']],
  ['a.cs', 'Environment.GetEnvironmentVariable("A") ?? "x"', ['A?']],
  ['a.rs', 'env::var("A").unwrap_or(x); env::var("B").expect("b")', ['A?', 'B']],
  ['a.sh', 'echo "$A_B" ${C_D} ${E_F:-x} \\$G_H', ['C_D', 'E_F?', 'A_B']],
  ['b.sh', 'echo ${#A_B} ${!C_D}', ['A_B', 'C_D']],
  ['Makefile', 'x:\n\techo $(A_B) $$C_D', ['A_B']],
  ['run', '#!/usr/bin/env bash\necho $TOKEN', ['TOKEN']],
  ['notes', 'echo $TOKEN', []],
  ['.npmrc', '//registry.npmjs.org/:_authToken=${NPM_TOKEN}', ['NPM_TOKEN']],
])('%s: %s', (path, text, expected) => {
  expect([...names(path, text)].sort()).toEqual([...expected].sort());
});

test('what a Dockerfile or a script sets is not a secret; an argument that is passed on may be', () => {
  const files: Readonly<Record<string, string>> = {
    Dockerfile: 'ARG SOME_ARG\nENV GIVEN_HERE=x OTHER_HERE=y\nENV PASSED_ON=$PASSED_ON\n',
    'run.sh':
      'LOCAL_ONE=1\nexport LOCAL_TWO=2\necho $LOCAL_ONE $LOCAL_TWO $SOME_ARG $GIVEN_HERE $NEEDED_HERE\nread ANSWER_ONE; echo $ANSWER_ONE\n',
    'a.js':
      'process.env.OTHER_HERE; process.env.MODE_OF_IT || 1; process.env.HIDDEN_TOKEN || ""; process.env.NODE_ENV',
    'README.md': 'set $NOT_READ_HERE',
    'test/fixtures/x.sh': 'echo $NOT_OURS',
    '.env.example': '# comment\nLISTED_KEY=\nWITH_VALUE=5\nexport LISTED_TWO=<your value>\n',
    'sub/b.rb': "ENV['ONLY_BELOW']",
  };
  const scan = scanForEvidence({ paths: Object.keys(files).sort(), read: (path) => files[path] });
  const all = scan.neededIn([''], new Set(['LISTED_TWO']));
  expect(all.map(({ name, path, line, why }) => `${name} ${path}:${line} ${why}`)).toEqual([
    'LISTED_KEY .env.example:2 example',
    'HIDDEN_TOKEN a.js:1 read',
    'PASSED_ON Dockerfile:3 read',
    'SOME_ARG run.sh:3 read',
    'NEEDED_HERE run.sh:3 read',
    'ONLY_BELOW sub/b.rb:1 read',
  ]);
  expect(scan.neededIn(['sub'], new Set()).map(({ name }) => name)).toEqual(['ONLY_BELOW']);
  expect(scan.neededIn([], new Set())).toEqual([]);
});

test.each([
  ['codeship/aws-ecr-dockercfg-generator:latest', 'AWS_REGION'],
  ['docker.io/codeship/heroku-deployment', 'HEROKU_API_KEY'],
  ['acme/gcr-dockercfg-generator', 'GOOGLE_AUTH_JSON'],
  ['codeship/ssh-helper', 'PRIVATE_SSH_KEY'],
])('%s needs %s', (image, name) => {
  expect(needsOfImage(image)?.needs).toContain(name);
});

test('an image that only has such a word in its name needs nothing', () => {
  expect(needsOfImage('bitnami/kubectl')).toBeUndefined();
  expect(needsOfImage('registry:5000/app')).toBeUndefined();
});

test.each([
  ['aws s3 sync x y', ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']],
  ['cd x && heroku run y', ['HEROKU_API_KEY']],
  ['twine upload -u me dist/*', []],
  ['twine upload dist/*', ['TWINE_USERNAME', 'TWINE_PASSWORD']],
  ['echo draws', []],
])('the programs of `%s`', (text, expected) => {
  expect(needsOfCommand(text)).toEqual(expected);
});

test('credentials are told from what everybody reads', () => {
  for (const name of [
    'GITHUB_TOKEN',
    'DB_PASSWORD',
    'STRIPE_API_KEY',
    'AWS_ACCESS_KEY_ID',
    'TEST_API_TOKEN',
  ])
    expect([name, isCredentialName(name), isOrdinaryName(name)]).toEqual([name, true, false]);
  for (const name of [
    'NODE_ENV',
    'GITHUB_SHA',
    'CI_BRANCH',
    'DB_PORT_5432_TCP_ADDR',
    'LC_ALL',
    'npm_package_version',
    'RAILS_ENV',
  ])
    expect([name, isOrdinaryName(name)]).toEqual([name, true]);
});
