// What is said of files of Assembly Lines that Shippable refused, ignored in part, or read in a way of its own.

import { expect, test } from 'vitest';
import { convertTexts } from '../codeship/project.ts';

const resources = `resources:
  - {name: repo, type: gitRepo, pointer: {sourceName: acme/lib}}
  - {name: img, type: image, pointer: {sourceName: acme/app}, seed: {versionName: "1"}}
`;

/** Notes that nearly every file gets, and what is said of the two resources. */
const usual = /^line-(?:by-hand|queue|unused: no job here has `(?:repo|img)`|repository)/;

async function said(text: string): Promise<readonly string[]> {
  const { diagnostics } = await convertTexts({ 'shippable.yml': text });
  return diagnostics
    .map(({ code, message, help }) => `${code}: ${message}${help === undefined ? '' : `; ${help}`}`)
    .filter((line) => !usual.test(line));
}

test.each<[text: string, said: string[]]>([
  [
    'resources: x\njobs: []\n',
    [
      'wrong-type: `resources` takes a list; write a list',
      'empty-value: `jobs` has no value, so it is ignored',
    ],
  ],
  [
    'resources: [x]\njobs: [y]\n',
    [
      'wrong-type: found a single value, expected a mapping; write a mapping',
      'wrong-type: found a single value, expected a mapping; write a mapping',
    ],
  ],
  [
    'resources: [{type: image}]\njobs: [{type: runSh}]\n',
    [
      'line-type: this resource has no `name`; add one',
      'line-type: this job has no `name`; add one',
    ],
  ],
  [
    'resources: [{name: a}]\njobs: []\n',
    [
      'line-type: the resource `a` has no `type`; add its type: `gitRepo`, `image`, `params` ...',
      'empty-value: `jobs` has no value, so it is ignored',
    ],
  ],
  [
    'resources: [{name: a, type: imgae}]\njobs: []\n',
    [
      'line-unused: no job here has `a` as an input or produces it; if a job of another repository uses it, convert that one with `--with` this folder',
      'empty-value: `jobs` has no value, so it is ignored',
    ],
  ],
  [
    '+  - {name: img, type: params}\njobs: []\n',
    [
      'line-duplicate: `img` is defined twice; names are unique across all files; rename one of them, or remove the one that is not used',
      'empty-value: `jobs` has no value, so it is ignored',
    ],
  ],
  [
    'jobs: [{name: a, type: runsh, steps: []}]\n',
    ['line-type: `runsh` is not a job type; did you mean `runSh`?'],
  ],
  [
    'jobs: [{name: a, type: runSh, steps: x}]\n',
    [
      'wrong-type: found a single value, expected a list, each item any value; write a list, each item any value',
    ],
  ],
  [
    'jobs: [{name: a, type: runSh, steps: [{TASK: x}]}, {name: a, type: runSh, steps: []}]\n',
    [
      'line-never-ran: this text never ran: the older list contains `- script: ...`; if it should run, move it to where it runs',
      'line-duplicate: `a` is defined twice; names are unique across all files; rename one of them, or remove the one that is not used',
    ],
  ],
  [
    '+  - {name: n, type: notification, integration: slack, pointer: {recipients: ["#a"]}}\njobs:\n  - name: a\n    type: runSh\n    steps: [{IN: img}, {TASK: {script: make}}]\n    on_success: [{NOTIFY: n}]\n    on_failure: [{NOTIFY: m}]\n',
    [
      'line-unknown-notify: no notification is called `m`, so nobody was notified; did you mean `n`?',
    ],
  ],
  [
    '+  - {name: t, type: time, seed: {interval: "* * * * *"}}\n  - {name: u, type: time, seed: {interval: x}}\n  - {name: v, type: time}\njobs:\n  - name: a\n    type: runSh\n    steps: [{IN: t}, {IN: u}, {IN: v}, {TASK: {script: make}}]\n',
    [
      'line-interval: `* * * * *` is written as `*/5 * * * *`: GitHub starts a schedule at most every five minutes',
      'wrong-type: `x` is not a time as cron writes it, so nothing starts by it; write five fields, such as `0 3 * * *`',
    ],
  ],
  [
    '+jobs:\n  - {name: m, type: manifest, steps: [{IN: nothing}]}\n  - {name: d, type: deploy, steps: [{IN: m}]}\n  - {name: r, type: release, bump: minor, steps: [{IN: m}]}\n',
    [
      'line-elsewhere: nothing here is called `nothing`: it belongs to another repository, which has to send an event; pass the repository that has it with `--with`, or send the event with the step in the report',
      'line-cluster: `d` does not deploy to a known cluster; write the steps that deploy the reviewed file',
    ],
  ],
  [
    '+jobs:\n  - {name: a, type: runSh, steps: [{IN: b}, {TASK: {script: x}}]}\n  - {name: b, type: runSh, steps: [{IN: a}, {TASK: {script: x}}]}\n',
    [
      'missing-program: `x` is unknown, and no earlier command installs anything; install `x` in the first commands of the section',
      'line-circle: `b` waits for `a`, which waits for `b`; remove one of the inputs; only a `state` may go back',
      'missing-program: `x` is unknown, and no earlier command installs anything; install `x` in the first commands of the section',
    ],
  ],
  [
    '+jobs:\n  - {name: a, type: rSync, steps: [{IN: repo}]}\n  - {name: b, type: jenkinsJob, steps: [{IN: repo}]}\n  - {name: c, type: externalCI, steps: [{IN: repo}]}\n  - {name: e, type: runCLI, steps: [{IN: repo}, {TASK: {script: make}}]}\n',
    [
      'line-unused: `a` kept Assembly Lines in sync with their files, which git does itself',
      'line-received: `b` runs elsewhere, so it does not become a job; let it send the event `line-b` when it succeeds',
      'line-received: `c` runs elsewhere, so it does not become a job; let it send the event `line-c` when it succeeds',
    ],
  ],
  [
    '+  - {name: p, type: params, version: {params: {secure: abc}}}\n  - {name: c, type: cluster, integration: dcl}\njobs:\n  - {name: m, type: manifest, steps: [{IN: img}, {IN: p}]}\n  - {name: d, type: deploy, steps: [{IN: m}, {IN: c}]}\n',
    [
      'line-container-secret: the container `img` had this encrypted value as variables; hand the value to the container when you deploy it',
      'line-cluster: no step can deploy to `c`: its type is `dclKey`; pass `--type c=KIND` (`amazonKeys`: Amazon ECS; `kubernetesConfig`, `gcloudKey`, `azureKeys`: Kubernetes), or write the steps that deploy `.github/assembly-line/m`',
    ],
  ],
  [
    '+  - {name: t, type: time, seed: {interval: [x]}}\njobs:\n  - {name: a, type: runSh, steps: [{IN: t}, {TASK: {script: make}}]}\n',
    [],
  ],
  [
    'triggers: [{name: t, type: trigger}]\njobs: [{name: a, type: runSh, steps: [{IN: t}, {TASK: {script: make}}]}]\n',
    [],
  ],
])('%j', async (text, expected) => {
  expect(await said(text.replace(/^\+/, resources))).toEqual(expected);
});

test.each<[keys: string, steps: string, said: string[]]>([
  [
    '',
    '[{IN: nothing}, {TASK: {script: make}}]',
    [
      'line-elsewhere: nothing here is called `nothing`: it belongs to another repository, which has to send an event; pass the repository that has it with `--with`, or send the event with the step in the report',
    ],
  ],
  [
    '',
    '[{IN: imgg}, {TASK: {script: make}}]',
    [
      'line-elsewhere: nothing here is called `imgg`: it belongs to another repository, which has to send an event; did you mean `img`?',
    ],
  ],
  [
    '',
    '[{IN: [a]}, {TASK: {script: make}}]',
    ['wrong-type: found a list, expected a single value; write a single value'],
  ],
  ['', '[{IN: img, colour: x}, {TASK: {script: make}}]', []],
  [
    '',
    '[{IN: img, switch: maybe}, {TASK: {script: make}}]',
    ['wrong-type: found a single value, expected `true` or `false`; write `true` or `false`'],
  ],
  [
    '',
    '[{IN: a}, {TASK: {script: make}}]',
    [
      'line-circle: `a` has an input that it starts itself; remove one of the inputs; only a `state` may go back',
    ],
  ],
  [
    '',
    '[{IN: img}, {TASK: make}]',
    [
      'line-never-ran: this text never ran: the older list contains `- script: ...`; if it should run, move it to where it runs',
    ],
  ],
  [
    '',
    '[{IN: img}, {TASK: managed}]',
    ['line-managed: `managed` has no effect: the type of the job determines what it does'],
  ],
  [
    '',
    '[{IN: img}, {TASK: {scirpt: make}}]',
    ['unknown-key: unknown key `scirpt`; did you mean `script`?'],
  ],
  [
    '',
    '[{IN: img}, {TASK: {script: make, runtime: {options: {imageTag: x, pull: true, options: ["-v a:b"]}}}}]',
    [
      'dropped-key: `imageTag` is left out: Shippable ignored it without `imageName`',
      "dropped-key: this container option is left out: Shippable's own image is gone, and the TASK runs on the runner; set an image with `imageName` if the TASK needs a container",
      "dropped-key: this container option is left out: Shippable's own image is gone, and the TASK runs on the runner; set an image with `imageName` if the TASK needs a container",
    ],
  ],
  [
    '',
    '[{IN: img}, {TASK: {script: make}}, {OUT: nothing}]',
    [
      'line-unknown-out: no resource or job is called `nothing`, so what `a` writes for it is ignored; define the resource, or pass the repository that does with `--with`',
    ],
  ],
  ['', '[{IN: img}, {TASK: {script: make}}, {OUT: repo}]', []],
  ['', '[{TASK: {script: make}}, {IN: img}]', []],
  ['', '[{IN: img, versionName: x}, {TASK: {script: make}}]', []],
  [
    '',
    '[{IN: img, versionNumber: 3, pull: true}, {TASK: {script: make}}]',
    [
      'line-pinned-number: `a` is pinned to version 3 of `img`, and numbers of versions begin at 1 again; pin it by `versionName`, or set versions by `transship lines set img versionName=...` until the number is there',
      'dropped-key: `pull` is left out: the last agent of Shippable never fetched images or files',
    ],
  ],
  [
    'on_success: make',
    '[{IN: img}, {TASK: {script: make}}]',
    [
      'line-never-ran: this text never ran: the older list contains `- script: ...`; if it should run, move it to where it runs',
    ],
  ],
  [
    'on_start: [{NOTIFY: x}]',
    '[{IN: img}, {TASK: {script: make}}]',
    ['line-unknown-notify: no notification is called `x`, so nobody was notified'],
  ],
  [
    'on_failure: {script: [a, b]}\nalways: {script: c}\non_cancel: {script: d}',
    '[{IN: img}, {TASK: {script: make}}]',
    [
      'missing-program: `a` is unknown, and no earlier command installs anything; install `a` in the first commands of the section',
      'missing-program: `b` is unknown, and no earlier command installs anything; install `b` in the first commands of the section',
      'missing-program: `c` is unknown, and no earlier command installs anything; install `c` in the first commands of the section',
      'line-never-ran: this text never ran: `on_cancel` only sends messages; if it should run, move it to where it runs',
    ],
  ],
  ['integrations: [nothing]', '[{IN: img}, {TASK: {script: make}}]', []],
  [
    'runtime: {nodePool: big, timeoutMinutes: 90, container: false}',
    '[{IN: img}, {TASK: {script: make}}]',
    [
      'node-pool: the machines of the pool `big` are unknown; the job runs on `ubuntu-24.04`; set the runner in `.github/transship.yml` under `node-pools`',
    ],
  ],
  [
    'runtime: {timeoutMinutes: x}',
    '[{IN: img}, {TASK: {script: make}}]',
    [
      'unread-value: this value was not understood, so nothing was made from it; translate it by hand',
    ],
  ],
  [
    'triggerMode: parallel\ndependencyMode: chrono',
    '[{IN: img}, {TASK: {script: make}}]',
    ['line-dependency-mode: a `chrono` job ran once for each new input; here it runs once per run'],
  ],
  [
    'triggerMode: sometimes',
    '[{IN: img}, {TASK: {script: make}}]',
    [
      'wrong-type: found `sometimes`, expected one of `serial`, `parallel`; write one of `serial`, `parallel`',
    ],
  ],
  [
    'allowFailure: true\ncolour: x',
    '[{IN: img}, {TASK: {script: make}}]',
    ['unknown-key: unknown key `allowFailure`', 'unknown-key: unknown key `colour`'],
  ],
  [
    '',
    '[{IN: img}, {TASK: {script: "echo $BUILD_NUMBER"}}]',
    [
      'line-build-number: `BUILD_NUMBER` counts from 1 again: a tag that repeats an old one is not a new version; `gh variable set BUILD_NUMBER_OFFSET --body NUMBER`, with the number of the last build on Shippable',
    ],
  ],
  [
    '',
    '[{IN: img}, {TASK: {script: "set -u"}}]',
    [
      'line-unset-variables: this command turns `set -u` on for the rest of the TASK, which ended the job as failed on Shippable, without its hooks; it does so here; remove the `u`, or put the commands that need it into parentheses or a script of their own',
    ],
  ],
  [
    '',
    '[{IN: img}, {TASK: {script: "terraform apply"}}]',
    [
      'line-terraform: terraform 0.11.15 is set up: the last version that reads files and state of that time unchanged; upgrade `terraform_version` when your files are ready',
    ],
  ],
  ['', '[{IN: img}, {TASK: {script: "docker push acme/app"}}]', []],
  [
    '',
    '[{IN: img}, {TASK: {script: "shipctl put_resource_state img versionName 2"}}]',
    [
      'line-unknown-version: this command writes a version of `img`, which `a` does not have as an `OUT`, so nobody ever read it; add `- OUT: img` to the steps of `a`',
    ],
  ],
  ['', '[{IN: img}, {TASK: {script: "cat IN/img/version.json"}}]', []],
  ['', '[{IN: img}, {TASK: {script: "echo $IMG_VERSIONNAME $NOTHING"}}]', []],
  [
    '',
    '[{IN: img}, {TASK: {script: "shipctl get_resource_version_name nothing"}}]',
    [
      'line-unknown-name: `nothing` is neither an `IN` nor an `OUT` of `a`, so `shipctl get_resource_version_name` prints an empty line or fails; add `- IN: nothing` to the steps of `a`',
    ],
  ],
  ['', '[{IN: img}, {TASK: {script: "kubectl get pods"}}]', []],
  ['', '[{IN: img}, {TASK: {script: "aws s3 ls"}}]', []],
  [
    '',
    '[{IN: img}, {IN: img}, {TASK: {script: make}}]',
    ['line-twice: `a` lists `img` more than once; the last one counts'],
  ],
  [
    '',
    '[{IN: img}, {TASK: {script: make}}, {OUT: img}, {OUT: img}]',
    ['line-twice: `a` lists `img` more than once; the last one counts'],
  ],
])('a job with the keys %j and the steps %s', async (keys, steps, expected) => {
  const lines = ['name: a', 'type: runSh', ...keys.split('\n'), `steps: ${steps}`];
  const job = lines.filter((line) => line !== '').join('\n    ');
  expect(await said(`${resources}jobs:\n  - ${job}\n`)).toEqual(expected);
});
