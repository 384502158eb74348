// Commands of a machine on which everybody was root, on one like the runner's: the user `runner` with the id 1001, the
// real sudo, and nobody's rights beyond that. The scripts of a conversion run as they are.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { convert } from '../../src/convert/convert.ts';
import { defaultSettings } from '../../src/legacy/translation.ts';
import { ownPin } from '../golden-case.ts';
import { removeImages } from './image-job.ts';
import { run } from './setup/command.ts';

const runner = `transship.test/machine-room-${process.pid}:runner`;
const rooted = `transship.test/machine-room-${process.pid}:root`;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'transship-machine-room-'));
  const build = (tag: string, lines: readonly string[]) => {
    writeFileSync(join(folder, 'Dockerfile'), `${lines.join('\n')}\n`);
    return run('docker', ['build', '-q', '-t', tag, folder], { timeout: 300_000 });
  };
  await build(rooted, ['FROM transship.test/debian:12', 'RUN useradd -m builder']);
  await build(runner, [
    `FROM ${rooted}`,
    'RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends sudo make > /dev/null',
    'RUN useradd -m -u 1001 -s /bin/bash runner && useradd -m postgres',
    "RUN echo 'runner ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/runner && chmod 440 /etc/sudoers.d/runner",
    // What the machine has besides, as far as these commands ask for it.
    'RUN printf \'#!/bin/sh\\necho "apt-get $* by $(id -un)"\\n\' > /usr/local/bin/apt-get && chmod +x /usr/local/bin/apt-get',
    'RUN printf \'#!/bin/sh\\n[ "$1" != env ] || { echo "$GOPATH"; exit; }\\nbin=${GOBIN:-$GOPATH/bin}; mkdir -p "$bin"; printf "#!/bin/sh\\\\necho linted\\\\n" > "$bin/golint"; chmod +x "$bin/golint"\\n\' > /usr/local/bin/go && chmod +x /usr/local/bin/go && ln -sf /usr/local/bin/go /usr/bin/go',
    // Everybody may write there (actions/runner-images, configure-system.sh).
    'RUN chmod 777 /opt /usr/share',
    'USER runner',
    'WORKDIR /srv/clones/shop',
  ]);
  rmSync(folder, { recursive: true });
}, 400_000);
afterAll(() => removeImages(runner, rooted));

type Case = {
  readonly name: string;
  readonly file: string;
  readonly files?: Readonly<Record<string, string>>;
  /** What it prints, without what has no `> ` in front. */
  readonly trace: readonly string[];
  /** Runs in the image that it boots, as root. */
  readonly inImage?: true;
};

const ci = (...commands: readonly string[]): string =>
  `language: none\nbuild:\n  ci:\n${commands.map((each) => `    - |-\n${each.replace(/^/gm, '        ')}\n`).join('')}`;

const cases: readonly Case[] = [
  {
    name: 'what is written into files of root',
    file: ci(
      "echo '127.0.0.1 shop.test' >> /etc/hosts",
      "grep -q shop.test /etc/hosts && echo '> host'",
      'echo one > /etc/shop.conf\necho two >> /etc/shop.conf',
      "echo \"> $(tr '\\n' ' ' < /etc/shop.conf)\"",
      '{ echo a; echo b; } > /etc/shop.group',
      'for i in 1 2; do echo $i; done >> /etc/shop.group',
      'echo "> $(wc -l < /etc/shop.group)"',
      'cat > /etc/shop.here <<END\nname=$USER_OF_SHOP\nEND',
      "grep -c name= /etc/shop.here | sed 's/^/> /'",
      "echo text | tee /etc/shop.tee > /dev/null && echo '> tee'",
      "sed -i 's/one/three/' /etc/shop.conf && grep -q three /etc/shop.conf && echo '> sed'",
    ),
    trace: ['host', 'one two ', '4', '1', 'tee', 'sed'],
  },
  {
    name: 'folders and programs of root',
    file: ci(
      'mkdir -p /app/cache',
      "touch /app/cache/x && echo '> touched'",
      "echo text > /app/file && echo '> written'",
      'printf \'#!/bin/sh\\necho "> tool"\\n\' > tool && chmod +x tool',
      'cp tool /usr/local/bin/shop-tool',
      'shop-tool',
      'ln -s /usr/local/bin/shop-tool /usr/bin/shop-link && shop-link',
      'install -m 755 tool /usr/local/bin/shop-other && shop-other',
      'mv tool /opt/shop-moved && /opt/shop-moved',
      "rm /usr/local/bin/shop-other && [ ! -e /usr/local/bin/shop-other ] && echo '> removed'",
    ),
    trace: ['touched', 'written', 'tool', 'tool', 'tool', 'tool', 'removed'],
  },
  {
    name: 'users and rights',
    file: ci(
      "useradd -m worker && id worker > /dev/null && echo '> worker'",
      'echo mine > mine && chown worker mine',
      "[ $(stat -c %U mine) = worker ] && echo '> given'",
      'su postgres -c "id -un" | sed "s/^/> /"',
      "su - postgres -c 'id -un' | sed 's/^/> /'",
      'apt-get update && apt-get install -y jq',
      'DEBIAN_FRONTEND=noninteractive apt-get install -y curl | sed "s/^/> /"',
    ),
    trace: ['worker', 'given', 'postgres', 'postgres', 'apt-get install -y curl by root'],
  },
  {
    name: 'sudo as the commands say it',
    file: ci(
      'sudo id -un | sed "s/^/> /"',
      'sudo -u nobody id -un | sed "s/^/> /"',
      'sudo NAME=v printenv NAME | sed "s/^/> /"',
      'sudo -E -H id -un | sed "s/^/> /"',
      'sudo --user=nobody id -un | sed "s/^/> /"',
      'sudo -- sh -c "echo \\"> by \\$(id -un)\\""',
    ),
    trace: ['root', 'nobody', 'v', 'root', 'nobody', 'by root'],
  },
  {
    name: 'sudo in an image that has none',
    file: `language: none\nbuild:\n  pre_ci_boot:\n    image_name: acme/shop\n${ci(
      'sudo id -un | sed "s/^/> /"',
      'sudo -u builder id -un | sed "s/^/> /"',
      'sudo NAME=v printenv NAME | sed "s/^/> /"',
      'sudo -E -H id -un | sed "s/^/> /"',
      'sudo --user=builder -n id -un | sed "s/^/> /"',
      'sudo -u builder -H -- sh -c "echo \\"> by \\$(id -un)\\""',
      'sudo -iu builder sh -c "id -un" | sed "s/^/> /"',
    ).replace('language: none\nbuild:\n', '')}`,
    trace: ['root', 'builder', 'v', 'root', 'builder', 'by builder', 'builder'],
    inImage: true,
  },
  {
    name: 'version managers',
    file: `language: go\ngo: 1.11\nbuild:\n  ci:
    - source ~/.gvm/scripts/gvm
    - gvm use go1.11
    - gvm install go1.11 -B
    - source $HOME/.rvm/scripts/rvm
    - rvm use 2.3
    - rvm 2.3 do echo '> by rvm'
    - phpenv global 7.1
    - eval "$(rbenv init -)"
    - rbenv exec echo '> by rbenv'
    - jdk_switcher home openjdk8 | sed 's/^/> /'
    - jdk_switcher use openjdk8 && echo "> $JAVA_HOME"
    - go get -u github.com/golang/lint/golint
    - golint | sed 's/^/> /'
`,
    trace: ['by rvm', 'by rbenv', '/jdk8', '/jdk8', 'linted'],
  },
  {
    name: 'places of the vendor',
    file: ci(
      'mkdir -p /root/.ssh && echo key > /root/.ssh/id_shop && chmod 600 /root/.ssh/id_shop',
      "[ -s ~/.ssh/id_shop ] && echo '> key'",
      "echo versionName=1 > /build/state/shop.env && echo '> state'",
      "mkdir -p /shippableci/logs && touch /shippableci/logs/x && echo '> artifacts'",
      "mkdir -p shippable/testresults && touch shippable/testresults/a.xml && echo '> results'",
    ),
    trace: ['key', 'state', 'artifacts', 'results'],
  },
  {
    name: 'folders, hosts and variables of pre_ci_boot.options',
    file: `language: none\nbuild:\n  pre_ci_boot:\n    options: "-v /app:/app -v /data:/srv/data -v $PWD:/shop --add-host db.test:127.0.0.1 -e MODE=ci --privileged=true -m 2g"\n${ci(
      "touch /app/x && echo '> app'",
      "echo text > /srv/data/y && [ -s /data/y ] && echo '> data'",
      "touch here && [ -e /shop/here ] && echo '> clone'",
      "grep -q db.test /etc/hosts && echo '> host'",
      'echo "> $MODE"',
    ).replace('language: none\nbuild:\n', '')}`,
    trace: ['app', 'data', 'clone', 'host', 'ci'],
  },
  {
    name: 'scripts and recipes',
    file: ci('bash setup.sh', './tools/hosts.sh', 'make install'),
    files: {
      'setup.sh': 'mkdir -p /srv/shop\necho text > /srv/shop/file\necho "> setup"\n',
      'tools/hosts.sh': '#!/bin/sh\necho "127.0.0.1 other.test" >> /etc/hosts && echo "> hosts"\n',
      Makefile: 'install:\n\tcp setup.sh /usr/local/bin/shop-setup\n\t@echo "> installed"\n',
    },
    trace: ['setup', 'hosts', 'installed'],
  },
];

type Step = { readonly run?: string; readonly name?: string };
type Job = { readonly env?: Readonly<Record<string, unknown>>; readonly steps: readonly Step[] };

/** Every `run` of the job in turn, each a script of its own, with what steps hand on by GITHUB_ENV. */
function scriptOf(job: Job, files: Readonly<Record<string, string>>): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const env = Object.entries(job.env ?? {}).filter(([, value]) => !String(value).includes('${{'));
  return [
    'set -e',
    'export RUNNER_TEMP=/tmp/runner GITHUB_WORKSPACE=$PWD GITHUB_ENV=/tmp/runner/env GITHUB_PATH=/tmp/runner/path GITHUB_OUTPUT=/tmp/runner/output',
    'export GITHUB_REPOSITORY=acme/shop JAVA_HOME_8_X64=/jdk8',
    // What the actions of the job give.
    'export JOB_STATE=$RUNNER_TEMP/state SHIPPABLE_ARTIFACTS_DIR=$RUNNER_TEMP/artifacts',
    'mkdir -p $RUNNER_TEMP $JOB_STATE $SHIPPABLE_ARTIFACTS_DIR; touch $GITHUB_ENV $GITHUB_PATH',
    ...env.map(([name, value]) => `export ${name}=${quoted(String(value))}`),
    ...Object.entries(files).flatMap(([path, text]) => [
      `mkdir -p "$(dirname ${quoted(path)})"; printf %s ${quoted(text)} > ${quoted(path)}; chmod +x ${quoted(path)}`,
    ]),
    ...job.steps.flatMap(({ run: text }, index) =>
      text === undefined
        ? []
        : [
            `printf %s ${quoted(text)} > $RUNNER_TEMP/step-${index}.sh`,
            `bash -e $RUNNER_TEMP/step-${index}.sh`,
            'while IFS= read -r line; do case $line in *=*) export "$line" ;; esac; done < $GITHUB_ENV',
            'while IFS= read -r line; do PATH=$line:$PATH; done < $GITHUB_PATH',
          ],
    ),
  ].join('\n');
}

describe('commands that were written for root', () => {
  for (const { name, file, files = {}, trace, inImage } of cases) {
    test(name, { timeout: 300_000 }, async () => {
      const all = { 'shippable.yml': file, ...files };
      const paths = Object.keys(all);
      const read = (path: string): string | undefined => (all as Record<string, string>)[path];
      const { files: written } = await convert({
        repository: { paths, read },
        settings: defaultSettings,
        own: ownPin,
      });
      const workflow = parse(written[0]?.content ?? '') as { jobs: Record<string, Job> };
      const job = workflow.jobs['ci'];
      if (job === undefined) throw new Error('no job');
      const script = scriptOf(job, files);
      const { output, code } = await run(
        'docker',
        ['run', '--rm', '-i', inImage ? rooted : runner, 'bash', '-s'],
        { input: script, check: false },
      );
      const seen = output.split('\n').flatMap((line) => /^> (.*)$/.exec(line)?.[1] ?? []);
      expect({ seen, code }, `${output}\n${script}`).toEqual({ seen: [...trace], code: 0 });
    });
  }
});
