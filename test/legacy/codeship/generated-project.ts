// Projects that CodeShip could have had, with what is likely to break a translator in them.

import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Texts } from './project.ts';

const names = ['web', 'db', '1api', 'ui.local', 'Gen', 'we ird'] as const;
type Part = Readonly<Record<string, unknown>>;

const anyOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const none: fc.Arbitrary<Part> = fc.constant({});
const maybe = (weight: number, part: fc.Arbitrary<Part>): fc.Arbitrary<Part> =>
  fc.oneof({ weight: 10 - weight, arbitrary: none }, { weight, arbitrary: part });
const all = (...parts: readonly fc.Arbitrary<Part>[]): fc.Arbitrary<Part> =>
  fc.tuple(...parts).map((found) => Object.assign({}, ...found) as Part);
const key = <T>(name: string, value: fc.Arbitrary<T>): fc.Arbitrary<Part> =>
  value.map((one) => ({ [name]: one }));

const patterns = anyOf(
  ...['master', '^v', '^(a|b)$', '^v\\d+$', '^(a', '(\\d+)', '', "it's", '^a$b$', '.*$'],
  ...['Feature/x', '^[[:alpha:]]+$', '^release/.*$', '^${{ github.actor }}'],
);
const commands = anyOf<unknown>(
  ...['true', 'make test', "sh -c 'echo $CI_COMMIT_ID | wc'", 'echo "${{ secrets.X }}"', '-o pid'],
  ...['a && b', 'bash -c "it\'s"', 'echo héé\nfoo', "sh -c 'a\n  b\n'", 'x "unclosed', '# x: y'],
  ['sh', '-c', 'a b'],
);
const labels = anyOf('build', 'run ${{ x }}', 'a: b', 'deploy', '01', 'ünï', '', 'codeship');
const conditions = all(maybe(3, key('tag', patterns)), maybe(2, key('exclude', patterns)));
const credentials = anyOf<Part>(
  { encrypted_dockercfg_path: 'a.enc' },
  { encrypted_dockercfg_path: './b.enc' },
  { dockercfg_service: 'Gen' },
);
const service = maybe(8, key('service', anyOf<string>(...names)));
const common = all(maybe(5, key('name', labels)), conditions, maybe(2, credentials));

const push = all(
  fc.constant({ type: 'push' }),
  common,
  service,
  key('image_name', anyOf('acme/web', 'quay.io/a/b:1', 'localhost:5000/x', 'gcr.io/x/y')),
  maybe(6, key('image_tag', anyOf('{{.Branch}}', 'v1', '{{ .StepName }}-x', '${{.Branch}}'))),
  maybe(5, key('registry', anyOf('https://index.docker.io/v1/', 'quay.io', 'localhost:5000'))),
);
const load = all(fc.constant({ type: 'load' }), common, service);

function stepAt(depth: number): fc.Arbitrary<Part> {
  const inner = depth > 0 ? listAt(depth - 1, 3) : fc.constant([]);
  const onFail = depth > 1 ? maybe(2, key('on_fail', listAt(0, 2))) : none;
  const run = all(common, service, key('command', commands), onFail);
  if (depth === 0) return fc.oneof({ weight: 4, arbitrary: run }, push, load);
  const group = all(
    maybe(9, key('type', anyOf('serial', 'parallel', 'parallel', 'matrix', 'manual'))),
    common,
    maybe(3, anyOf<Part>({ service: 'web' }, { services: ['web', '1api'] }, { services: ['db'] })),
    onFail,
    key('steps', inner),
  );
  return fc.oneof({ weight: 4, arbitrary: run }, { weight: 4, arbitrary: group }, push, load);
}

const listAt = (depth: number, maxLength: number): fc.Arbitrary<readonly Part[]> =>
  fc.array(stepAt(depth), { minLength: 1, maxLength });

const builds = anyOf<unknown>(
  ...['.', './sub'],
  { dockerfile: 'D', image: 'acme/x' },
  { args: { A: '{{ .CommitID }}', B: 'yes', C: '$X' }, encrypted_args_file: 'args.enc' },
  { args: ['A={{printf "%.8s" .CommitID}}'], encrypted_args: 'AAAA' },
);
const images = anyOf(
  ...['redis', 'healthcheck/postgres', 'acme/tool', 'codeship/aws-deployment', 'registry'],
);

function serviceNamed(name: string): fc.Arbitrary<Part> {
  const others = anyOf(...names.filter((each) => each !== name));
  return all(
    fc.oneof(key('build', builds), key('image', images)),
    maybe(5, key('cached', fc.boolean())),
    maybe(5, key('environment', anyOf<unknown>({ A: 'b$c', E: null }, ['CI=1', 'X', 'Y=a # b']))),
    maybe(3, key('env_file', anyOf<unknown>('x.env', ['./x.env', 'y.env']))),
    maybe(3, key('encrypted_env_file', anyOf<unknown>('s.enc', ['s.enc', 'sub/t.enc']))),
    maybe(1, key('encrypted_environment', fc.constant(['AAAA', 'BBBB']))),
    maybe(4, key('depends_on', fc.tuple(others))),
    maybe(
      3,
      key(
        'links',
        others.map((other) => [other, `${other}:alias`]),
      ),
    ),
    maybe(
      3,
      key('volumes', anyOf(['./a:/a'], ['/data'], ['x:/x', 'a/b:/y:ro'], ['/data', '.:/b'])),
    ),
    maybe(2, key('volumes_from', fc.tuple(others))),
    maybe(2, key('add_docker', fc.boolean())),
    maybe(2, key('command', anyOf<unknown>('x', "sh -c '$A'", ['a', 'b'], 'a "b'))),
    maybe(2, key('ports', fc.constant(['5000:5000']))),
    maybe(1, credentials),
  );
}

const services = fc
  .tuple(...names.map(serviceNamed))
  .map((found) => Object.fromEntries(found.map((each, index) => [names[index], each])));

const furtherFiles = anyOf<Texts>(
  {},
  { Dockerfile: 'FROM redis\nHEALTHCHECK CMD x\nENV X=$CI_TIMESTAMP\n', 'x.env': 'A=1\n' },
  { '.env': '', '.gitmodules': '' },
);

export const projects: fc.Arbitrary<Texts> = fc
  .tuple(services, listAt(3, 6), furtherFiles)
  .map(([found, steps, others]) => ({
    ...others,
    'codeship-services.yml': stringify(found),
    'codeship-steps.yml': stringify(steps),
  }));
