// What becomes of single keys of a service: its entry in the Compose file, the steps, and what is said.

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { convertTexts, stepsOf } from './project.ts';

/** The service `app` with these lines: its entry, scripts of the steps but the usual call, and what is said of the file. */
async function ofService(lines: string) {
  const conversion = await convertTexts({
    'codeship-services.yml': `app:\n${lines.replace(/^/gm, '  ')}\nother:\n  image: acme/other\n`,
    'codeship-steps.yml': `- service: app\n  command: ./test\n`,
    Dockerfile: 'FROM alpine:3\nARG A\nARG B\n',
    'app/Dockerfile': 'FROM alpine:3\n',
    'app/Dockerfile.ci': 'FROM alpine:3\n',
    'app/.env': 'A=1\n',
    'ci.env': "# all\nA=1\nB='two words'\nexport C=3\nD\n",
  });
  const compose = conversion.files.find(({ path }) => path === 'compose.codeship.yml');
  const { env_file: _, ...entry } = parse(compose?.content ?? '')?.services.app ?? {};
  const scripts = stepsOf(conversion).flatMap(({ run }) =>
    run === undefined || /^docker compose run --rm -T app \S+$/.test(run) ? [] : [run.trim()],
  );
  const said = conversion.diagnostics
    .filter(({ at }) => at?.file.path === 'codeship-services.yml')
    .map(({ code, message }) => `${code}: ${message}`);
  return [JSON.stringify(entry), ...scripts, ...said];
}

const cases: readonly (readonly [lines: string, found: string[]])[] = [
  ['image: busybox', ['{"image":"busybox"}']],
  [
    'build: .',
    [
      '{"build":".","image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  [
    'build: app',
    [
      '{"build":"app","image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  [
    'build: ./app/',
    [
      '{"build":"./app/","image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  [
    'build: {context: app, dockerfile: Dockerfile.ci}',
    [
      '{"build":{"context":"app","dockerfile":"Dockerfile.ci"},"image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  [
    'build: {path: app, dockerfile_path: Dockerfile.ci}',
    [
      '{"build":{"context":"app","dockerfile":"Dockerfile.ci"},"image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  [
    'build: app\ndockerfile: Dockerfile.ci',
    [
      '{"build":{"context":"app","dockerfile":"Dockerfile.ci"},"image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  ['build: {image: acme/app, context: .}\ncached: true', ['{"build":".","image":"acme/app"}']],
  [
    'build: {image: acme/app}\ncached: false',
    [
      '{"build":".","image":"acme/app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  [
    'image: acme/app\nbuild: .',
    [
      '{"build":".","image":"acme/app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
      'image-of-build: `build` makes the image; `acme/app` is its name',
    ],
  ],
  [
    'build: {context: ., args: {A: 1, B: "x y"}}',
    [
      '{"build":{"args":{"A":"1","B":"x y"}},"image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  [
    'build: {context: ., args: [A=1, B]}',
    [
      '{"build":{"args":{"A":"1","B":""}},"image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  [
    'build: {context: ., args: {A: "{{ .Branch }}"}}',
    [
      '{"build":{"args":{"A":"${CI_BRANCH}"}},"image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  [
    'build: {context: ., args: {A: "${HOME}", B: $CI_BRANCH}}',
    [
      '{"build":{"args":{"A":"$${HOME}","B":"$$CI_BRANCH"}},"image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
    ],
  ],
  [
    'build: {context: ., target: one, labels: {a: b}}',
    [
      '{"build":".","image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
      'dropped-key: `target` is left out: CodeShip ignored it',
      'dropped-key: `labels` is left out: CodeShip ignored it',
    ],
  ],
  [
    'build: {context: ., environment: {A: 1}}',
    [
      '{"build":".","image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
      'dropped-key: `environment` is left out: CodeShip ignored it',
    ],
  ],
  [
    'build: {context: ., configure: yes}',
    [
      '{"build":".","image":"codeship_app"}',
      'docker compose build app\ndocker compose run --rm -T app ./test',
      'manual-key: `configure` is not translated: a command before a build was possible in 2015 only',
    ],
  ],
  [
    'image: busybox\nenvironment: {A: 1, B: null, C: "$D", E: "{{ .Branch }}"}',
    ['{"image":"busybox","environment":{"A":"1","B":"","C":"$$D","E":"{{ .Branch }}"}}'],
  ],
  [
    'image: busybox\nenvironment: [A=1, B, "C=x=y", D=]',
    ['{"image":"busybox","environment":["A=1","B","C=x=y","D="]}'],
  ],
  [
    'image: busybox\nenvironment: {A: on, B: 1.10, C: 0x1F, D: 2020-01-01}',
    ['{"image":"busybox","environment":{"A":"on","B":"1.10","C":"0x1F","D":"2020-01-01"}}'],
  ],
  [
    'image: busybox\nenv_file: ci.env',
    [
      '{"image":"busybox"}',
      'broken-env-file: line 4 of `ci.env` is not a `KEY=value` line: Compose refuses to start anything',
    ],
  ],
  [
    'image: busybox\nenv_file: [ci.env, app/.env]',
    [
      '{"image":"busybox"}',
      'broken-env-file: line 4 of `ci.env` is not a `KEY=value` line: Compose refuses to start anything',
    ],
  ],
  [
    'image: busybox\nenv_file: none.env',
    [
      '{"image":"busybox"}',
      'missing-file: `none.env` is not in the repository: Compose refuses to start anything',
    ],
  ],
  [
    'image: busybox\ncommand: ./serve --port 80',
    ['{"image":"busybox","command":"./serve --port 80"}'],
  ],
  [
    'image: busybox\ncommand: [./serve, "--port=80"]',
    ['{"image":"busybox","command":["./serve","--port=80"]}'],
  ],
  ['image: busybox\nentrypoint: ["sh", "-c"]', ['{"image":"busybox","entrypoint":["sh","-c"]}']],
  ['image: busybox\nentrypoint: ""', ['{"image":"busybox","entrypoint":""}']],
  [
    'image: busybox\nworking_dir: /src\nuser: 1000:1000\nhostname: app\ndomainname: local',
    [
      '{"image":"busybox","working_dir":"/src","user":"1000:1000","hostname":"app","domainname":"local"}',
    ],
  ],
  [
    'image: busybox\ndns: 8.8.8.8\ndns_search: [a, b]',
    ['{"image":"busybox","dns":["8.8.8.8"],"dns_search":["a","b"]}'],
  ],
  [
    'image: busybox\nextra_hosts: ["a:1.2.3.4"]\nexpose: [80, "90"]',
    ['{"image":"busybox","extra_hosts":["a:1.2.3.4"],"expose":["80","90"]}'],
  ],
  [
    'image: busybox\nsecurity_opt: [seccomp:unconfined]\ncap_add: [ALL]\ncap_drop: [KILL]',
    [
      '{"image":"busybox","security_opt":["seccomp:unconfined"],"cap_add":["ALL"],"cap_drop":["KILL"]}',
    ],
  ],
  [
    'image: busybox\nmem_limit: 1g\ncpuset: "0,1"\ncpu_shares: 512\nrestart: always\nread_only: true',
    [
      '{"image":"busybox","mem_limit":"1g","cpuset":"0,1","cpu_shares":"512","restart":"always","read_only":true}',
    ],
  ],
  ['image: busybox\nread_only: no', ['{"image":"busybox","read_only":false}']],
  [
    'image: busybox\nread_only: maybe',
    ['{"image":"busybox"}', 'wrong-type: found a single value, expected `true` or `false`'],
  ],
  [
    'image: busybox\nprivileged: true',
    ['{"image":"busybox"}', 'ignored-key: `privileged` is left out: CodeShip ignored it'],
  ],
  [
    'image: busybox\nports: ["80:80", 90]',
    [
      '{"image":"busybox"}',
      'ignored-key: `ports` is left out: CodeShip published no ports; steps reach a service by its name',
      'ignored-key: `ports` is left out: CodeShip published no ports; steps reach a service by its name',
    ],
  ],
  [
    'image: busybox\nhealthcheck: {test: curl localhost}',
    [
      '{"image":"busybox"}',
      'ignored-key: `healthcheck` is left out: CodeShip only used the HEALTHCHECK of the image',
    ],
  ],
  [
    'image: busybox\nlabels: {a: b}',
    ['{"image":"busybox"}', 'ignored-key: `labels` is left out: CodeShip ignored it'],
  ],
  [
    'image: busybox\ntty: true\nstdin_open: true\nnetwork_mode: host',
    [
      '{"image":"busybox"}',
      'ignored-key: `tty` is left out: CodeShip ignored this key of Compose',
      'ignored-key: `stdin_open` is left out: CodeShip did not allow keys that tie a service to the machine',
      'ignored-key: `network_mode` is left out: CodeShip ignored this key of Compose',
    ],
  ],
  [
    'image: busybox\ntmpfs: /tmp\nulimits: {nofile: 1024}',
    [
      '{"image":"busybox"}',
      'ignored-key: `tmpfs` is left out: CodeShip ignored this key of Compose',
      'ignored-key: `ulimits` is left out: CodeShip ignored this key of Compose',
    ],
  ],
  [
    'image: busybox\nvolumes: ["./a:/a", "/b:/b", "c:/c", "/d", "~/e:/e", "./f:/f:ro"]',
    [
      '{"image":"busybox","volumes":["./a:/a","/b:/b","./c:/c","/d","~/e:/e","./f:/f:ro"]}',
      'empty-mount: `a` is not in the repository: Docker mounts an empty folder, which steps can fill',
      'empty-mount: `c` is not in the repository: Docker mounts an empty folder, which steps can fill',
      'empty-mount: `f` is not in the repository: Docker mounts an empty folder, which steps can fill',
    ],
  ],
  [
    'image: busybox\nvolumes: ["../up:/up", ".:/src", "$HOME/x:/x"]',
    [
      '{"image":"busybox","volumes":["../up:/up",".:/src","./$$HOME/x:/x"]}',
      'outside-checkout: this path lies outside of the repository, and the runner has nothing there: Docker mounts an empty folder in its place',
      'missing-mount: `$HOME/x` is not in the repository: Docker mounts an empty folder in its place',
    ],
  ],
  [
    'image: busybox\nvolumes: "./a:/a"',
    [
      '{"image":"busybox"}',
      'wrong-type: found a single value, expected a list, each item a single value',
    ],
  ],
  [
    'image: busybox\nvolumes_from: [other]',
    [
      '{"image":"busybox","volumes_from":["other"]}',
      'exec bash .github/codeship/run.sh app ./test',
    ],
  ],
  [
    'image: busybox\nvolumes_from: [other:ro]',
    [
      '{"image":"busybox","volumes_from":["other:ro"]}',
      'exec bash .github/codeship/run.sh app ./test',
    ],
  ],
  [
    'image: busybox\ndepends_on: [other]',
    ['{"image":"busybox","depends_on":["other"]}', 'exec bash .github/codeship/run.sh app ./test'],
  ],
  [
    'image: busybox\ndepends_on: {other: {condition: service_healthy}}',
    [
      '{"image":"busybox","depends_on":["other"]}',
      'exec bash .github/codeship/run.sh app ./test',
      "ignored-key: the keys under `other` are left out: CodeShip only read names, and waited for what an image's HEALTHCHECK says",
    ],
  ],
  [
    'image: busybox\ndepends_on: other',
    ['{"image":"busybox","depends_on":["other"]}', 'exec bash .github/codeship/run.sh app ./test'],
  ],
  [
    'image: busybox\ndepends_on: [nobody]',
    ['{"image":"busybox"}', 'no-such-service: there is no service `nobody`'],
  ],
  [
    'image: busybox\ndepends_on: [app]',
    ['{"image":"busybox"}', 'dependency-cycle: `app` needs `app`, which needs `app`'],
  ],
  [
    'image: busybox\nlinks: [other, "other:db"]',
    [
      '{"image":"busybox","depends_on":["other"],"links":["other:db"]}',
      'exec bash .github/codeship/run.sh app ./test',
    ],
  ],
  [
    'image: busybox\nlinks: ["nobody:db"]',
    ['{"image":"busybox"}', 'no-such-service: there is no service `nobody`'],
  ],
  [
    'image: busybox\nadd_docker: true',
    ['{"image":"busybox","volumes":["/var/run/docker.sock:/var/run/docker.sock"]}'],
  ],
  ['image: busybox\nadd_docker: false', ['{"image":"busybox"}']],
  [
    'image: busybox\nencrypted_environment: abcdef',
    [
      '{"image":"busybox"}',
      "secret-ways: `app.environment` is encrypted, and nobody can get the key from CodeShip anymore. With the project's `codeship.aes`, create the one secret `CODESHIP_AES_KEY`. Without it, convert again with `--secrets each`: you have to find out the names of the secrets",
    ],
  ],
  [
    'image: busybox\nencrypted_env_file: [a.encrypted, b.encrypted]',
    [
      '{"image":"busybox"}',
      'missing-file: `a.encrypted` is not in the repository: the job ends before its first step',
      "secret-ways: `a.encrypted`, `b.encrypted` are encrypted, and nobody can get the key from CodeShip anymore. With the project's `codeship.aes`, create the one secret `CODESHIP_AES_KEY`. Without it, convert again with `--secrets each`: you have to find out the names of the secrets",
      'missing-file: `b.encrypted` is not in the repository: the job ends before its first step',
    ],
  ],
  [
    'image: busybox\nencryped_dockercfg: a',
    ['{"image":"busybox"}', 'dropped-key: `encryped_dockercfg` is left out: CodeShip ignored it'],
  ],
  [
    'image: busybox\nencrypted_dockercfg_path: dockercfg.encrypted',
    [
      '{"image":"busybox"}',
      'missing-file: `dockercfg.encrypted` is not in the repository: the login fails',
      "secret-ways: `dockercfg.encrypted` is encrypted, and nobody can get the key from CodeShip anymore. With the project's `codeship.aes`, create the one secret `CODESHIP_AES_KEY`. Without it, convert again with `--secrets each`: 2 secrets, as far as the repository tells: `DOCKERHUB_USERNAME`, `DOCKERHUB_PASSWORD`",
    ],
  ],
  ['image: busybox\ndockercfg_service: other', ['{"image":"busybox"}']],
  [
    'image: busybox\nregistry: quay.io',
    ['{"image":"busybox"}', 'dropped-key: `registry` is left out: on a service it had no effect'],
  ],
  [
    'image: busybox\ndefault_cache_branch: main',
    [
      '{"image":"busybox"}',
      'unused-key: `default_cache_branch` is left out: nothing else in the service needs it',
    ],
  ],
  [
    'image: busybox\nenviroment: {A: 1}',
    ['{"image":"busybox"}', 'unknown-key: unknown key `enviroment`: CodeShip ignored it'],
  ],
  [
    'image: busybox\nx-own: 1',
    ['{"image":"busybox"}', 'unknown-key: unknown key `x-own`: CodeShip ignored it'],
  ],
  ['image: "acme/app:{{ .Branch }}"', ['{"image":"acme/app:{{ .Branch }}"}']],
  ['image: ""', ['{}', 'incomplete-service: the service `app` has neither `image` nor `build`']],
  [
    'image: [busybox]',
    [
      '{}',
      'incomplete-service: the service `app` has neither `image` nor `build`',
      'wrong-type: found a list, expected a single value',
    ],
  ],
  [
    'image: codeship/setenv',
    [
      '{"image":"codeship/setenv"}',
      "codeship-image: `codeship/setenv` is one of CodeShip's own images, which may be removed from Docker Hub",
    ],
  ],
  [
    'image: postgres',
    [
      '{"image":"postgres","environment":{"POSTGRES_HOST_AUTH_METHOD":"trust"}}',
      'database-password: since 2020, `postgres` only starts with a password; the service accepts every connection, as on CodeShip',
    ],
  ],
  ['image: mysql:5.7', ['{"image":"mysql:5.7"}']],
  ['image: ubuntu:14.04', ['{"image":"ubuntu:14.04"}']],
];

test.each(cases)('%j', async (lines, found) => {
  expect(await ofService(lines)).toEqual(found);
});
