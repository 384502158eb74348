// What each example prints and leaves on CodeShip: from the folder's own files, and codeship.md where they leave it
// open. Commands and their order come from the steps file (steps.ts); `echo` prints its words, `sleep` nothing.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The whole of a line, or what it looks like. */
export type Line = string | RegExp;

/** All that a command prints, or lines that come among others: in this order, or in any. */
export type Printed =
  | readonly Line[]
  | { readonly among: readonly Line[] }
  | { readonly anywhere: readonly Line[] };

export type Place = {
  /** The converted folder, as it was checked out. */
  readonly repository: string;
  /** Files that the run left in its checkout. */
  readonly kept: string;
  readonly branch: string;
  readonly commit: string;
};

export type Row = {
  readonly folder: string;
  /** By service and words of the command. */
  readonly prints?: Readonly<Record<string, Printed | ((place: Place) => Printed)>>;
  /** `main` unless told: `jet steps` without `--tag` skips every step that has a condition. */
  readonly branches?: readonly string[];
  /** What the registry at localhost:5000 has afterwards. */
  readonly pushed?: readonly string[];
  /** Encrypted files, and the ones beside them that hold their text. */
  readonly encrypted?: Readonly<Record<string, string>>;
  /** Encrypted texts of the services file by their key, and what they are made to hold. */
  readonly encryptedValues?: Readonly<Record<string, string>>;
  /** Folders that are mounted and stood in no commit: codeship.md 2.6 asks for a file that keeps them. */
  readonly mounted?: readonly string[];
  /** Uses a port, or a name of an image, that another example uses too. */
  readonly alone?: boolean;
  /** What stood in place of what, or is known to differ. */
  readonly note?: string;
  /** Nothing to run: what the translator has to say about it. */
  readonly explained?: { readonly diagnostic: string; readonly why: string };
};

const version = [/^ruby \d+\.\d+\.\d+/];
const ownKey = 'encrypted again with a key of ours';
const mountedNote = 'with tmp/.gitkeep, which the folder lacks';

/** The line of a file that the run left: what `date` prints. */
const dateIn = (file: string) => (place: Place) => {
  const path = join(place.kept, file);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
  const isDate = lines.length === 1 && /^\w{3} .*\d\d:\d\d:\d\d .*\d{4}$/.test(lines[0] ?? '');
  return isDate ? lines : [`the date in ${file}`];
};

/** What `env` prints: what the service is given, and the variables of every build (codeship.md 6.1). */
const environment =
  (own: string) =>
  ({ branch, commit }: Place): Printed => ({
    anywhere: [
      own,
      'CI=true',
      'CI_NAME=codeship',
      `CI_BRANCH=${branch}`,
      `CI_COMMIT_ID=${commit}`,
      'CI_COMMIT_MESSAGE=Change something',
      'CI_COMMITTER_NAME=Ada Lovelace',
      'CI_COMMITTER_EMAIL=ada@example.test',
      /^CI_COMMIT_DESCRIPTION=v0\.9\.0-2-g[0-9a-f]+$/,
      'CI_REPO_NAME=shop',
      /^CI_TIMESTAMP=\d{10}$/,
      'CI_PULL_REQUEST=false',
    ],
  });

/** Names that `ls` shows of the checkout. */
const filesOfTheRepository = (place: Place): readonly string[] =>
  readdirSync(place.repository)
    .filter((name) => !name.startsWith('.'))
    .sort();

/** `sha512sum` of files 1 to 20, in the order in which `ls` lists 1.out to 20.out. */
const sums = (place: Place): readonly string[] =>
  Array.from({ length: 20 }, (_, index) => `${index + 1}`)
    .sort((a, b) => (`${a}.out` < `${b}.out` ? -1 : 1))
    .map((name) => {
      const bytes = readFileSync(join(place.repository, 'files', name));
      return `${createHash('sha512').update(bytes).digest('hex')}  /app/files/${name}`;
    });

export const rows: readonly Row[] = [
  {
    folder: '01.dockerfile',
    prints: {
      'demodockerfile: ruby --version': version,
      'demohub: ruby --version': version,
      'demodockerfiledockercompose: ls /app': filesOfTheRepository,
    },
    note: 'the converted folder holds one file more',
  },
  {
    folder: '02.redis',
    alone: true,
    prints: {
      'demo: bundle exec ruby check.rb': {
        among: ['Redis', 'retry', 'Expected: bar', 'Current: bar'],
      },
    },
  },
  {
    folder: '03.redis-postgres',
    alone: true,
    prints: {
      'demo: bundle exec ruby check.rb': {
        among: [
          'Redis',
          /^REDIS VERSION: \d+\./,
          'retrying postgres connection',
          /^PostgreSQL \d+/,
        ],
      },
    },
  },
  { folder: '04.parallelised' },
  {
    folder: '05.matrix',
    prints: {
      'demo1: env': environment('OUTPUT=test1'),
      'demo2: env': environment('OUTPUT=test2'),
    },
  },
  {
    folder: '06.matrix-complex',
    prints: {
      'demo1: env': environment('OUTPUT=test1'),
      'demo2: env': environment('OUTPUT=test2'),
    },
  },
  {
    folder: '07.volumes',
    mounted: ['tmp'],
    note: mountedNote,
    prints: {
      'read: cat /artifacts/foo': dateIn('tmp/foo'),
    },
  },
  {
    folder: '08.deployment-container',
    mounted: ['tmp'],
    note: mountedNote,
    prints: {
      'compiledemo: ./write_artifact.sh': ['Writing artifact'],
      'deploy: cat /data/date': dateIn('tmp/date'),
      'builder: ./build_with_docker.sh': { among: [/^Successfully built /] },
      'app1: cat /app/date': dateIn('tmp/date'),
      'app2: cat /app/date': dateIn('tmp/date'),
    },
  },
  { folder: '09.branch-only', branches: ['main', 'master'] },
  { folder: '10.lots-of-parallel' },
  {
    folder: '11.encrypted-aes',
    encrypted: { 'environment.encrypted': 'environment' },
    prints: { 'checker: ./check_for_foo.sh': ['FOO=bar'] },
    note: ownKey,
  },
  { folder: '14.add_docker', prints: { 'adddocker: docker run busybox echo hello': ['hello'] } },
  {
    folder: '15.parallel-output-to-volume',
    prints: { 'app: bash /app/print.sh /data': sums },
  },
  {
    folder: '16.docker_push',
    alone: true,
    prints: { 'demo: ls ./': { among: ['codeship-docker-push-example'] } },
    pushed: ['myapp:latest'],
  },
  {
    folder: '17.caching',
    explained: {
      diagnostic: 'no-configuration',
      why: 'it holds a README that calls it deprecated',
    },
  },
  {
    folder: '18.load-balancer',
    prints: {
      'test: ./ab-with-backoff.sh': {
        among: [/^Complete requests: +100$/, /^Failed requests: +0$/],
      },
    },
  },
  {
    folder: '19.dockercfg-service',
    alone: true,
    prints: { 'demo: ls ./': { among: ['codeship-docker-push-example'] } },
    pushed: ['myapp:latest'],
    note: 'the generator of credentials is left out, as convert says: this registry asks for none',
  },
  {
    folder: '20.build-args',
    encrypted: { 'build_args.encrypted': 'build_args' },
    encryptedValues: { encrypted_args: 'ENCRYPTED=a value of ours' },
    prints: {
      'app: /app/test-build-arg.sh': [
        'UNENCRYPTED has been set to foo',
        'CI has been set to true',
        'ENCRYPTED has been set to a value of ours',
        'FROMFILE has been set to supersecret',
      ],
    },
    note: ownKey,
  },
  { folder: '22.working_dir', prints: { 'app: ./script.sh': ['foo'] } },
  {
    folder: '23.depends_on',
    prints: { 'app: ./wait.sh': { among: [/<title>Directory listing for \/<\/title>/] } },
  },
  {
    folder: '24.healthchecks',
    prints: {
      'app: curl -sL elasticsearch:9200': [/"told healthy": true/],
    },
    note: 'with a server in place of Elasticsearch, which Debian has not',
  },
];
