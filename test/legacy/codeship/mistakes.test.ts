// What is said of steps and services that CodeShip refused, ignored or read in a way of its own.

import { expect, test } from 'vitest';
import { convertTexts } from './project.ts';

async function said(services: string, steps: string): Promise<readonly string[]> {
  const { diagnostics } = await convertTexts({
    'codeship-services.yml': services,
    'codeship-steps.yml': steps,
    Dockerfile: 'FROM busybox\n',
  });
  return diagnostics
    .filter(({ code }) => code !== 'project-settings')
    .map(
      ({ code, message, help }) => `${code}: ${message}${help === undefined ? '' : `; ${help}`}`,
    );
}

test.each<[steps: string, said: string[]]>([
  [
    '',
    [
      'broken-file: this file is not converted, because of the errors of the project',
      'empty-file: the file is empty',
    ],
  ],
  [
    '{a: b}',
    [
      'no-steps: none of the steps can be translated',
      'wrong-type: found a mapping, expected a list of steps; start each step with `- `',
    ],
  ],
  [
    'text',
    [
      'no-steps: none of the steps can be translated',
      'wrong-type: found a single value, expected a list of steps; start each step with `- `',
    ],
  ],
  [
    '- text',
    [
      'no-steps: none of the steps can be translated',
      'wrong-type: found a single value, expected a mapping; write a mapping',
    ],
  ],
  [
    '- {}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: a step has neither `command` nor `steps`; add `command`',
    ],
  ],
  [
    '- [a]',
    [
      'no-steps: none of the steps can be translated',
      'wrong-type: found a list, expected a mapping; write a mapping',
    ],
  ],
  [
    '- {service: web}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: a step has neither `command` nor `steps`; add `command`',
    ],
  ],
  [
    '- {service: web, command: ""}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: it has no valid command',
      'incomplete-step: the command is empty; write a command, such as `true`',
    ],
  ],
  [
    '- {service: web, command: []}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: a step has neither `command` nor `steps`; add `command`',
    ],
  ],
  [
    `- {service: web, command: "a 'b"}`,
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: it has no valid command',
      'broken-command: the command cannot be split into words: a single quote is never closed; close the quote, or put a backslash before it',
    ],
  ],
  [
    '- {command: make}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: a step has no `service`; add `service`',
    ],
  ],
  [
    '- {service: none, command: make}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: its service does not exist',
      'no-such-service: there is no service `none`; use a service from the services file',
    ],
  ],
  [
    '- {service: wbe, command: make}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: its service does not exist',
      'no-such-service: there is no service `wbe`; use a service from the services file',
    ],
  ],
  [
    '- {type: push, service: app}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: a step of type `push` has no `image_name`; add `image_name`',
    ],
  ],
  [
    '- {type: push, image_name: a}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: a step has no `service`; add `service`',
    ],
  ],
  [
    '- {service: app, image_name: a}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: a step has `image_name`, but not `type: push`; add `type: push`',
    ],
  ],
  [
    '- {service: app, image_name: a, command: x}',
    [
      'dropped-key: `image_name` is left out: it only applies to `push`, and this step is of type `run`',
    ],
  ],
  [
    '- {type: run, service: web}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: a step of type `run` has no `command`; add `command`',
    ],
  ],
  [
    '- {type: paralel, steps: []}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: it has no valid type',
      'wrong-type: found `paralel`, expected one of `run`, `push`, `load`, `serial`, `parallel`, `matrix`, `manual`; write one of `run`, `push`, `load`, `serial`, `parallel`, `matrix`, `manual`',
    ],
  ],
  [
    '- {type: parallel}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: a step of type `parallel` has no `steps`; add `steps`',
    ],
  ],
  [
    '- {type: serial, steps: []}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: a step of type `serial` has no `steps`; add `steps`',
    ],
  ],
  [
    '- {steps: [{service: web, command: a}]}',
    [
      'group-without-type: a group without `type` is not documented; it is treated as `serial`; write `type: serial` or `type: parallel`',
    ],
  ],
  [
    '- {type: serial, steps: {a: b}}',
    [
      'no-steps: none of the steps can be translated',
      'empty-value: a group without steps does nothing',
      'wrong-type: found a mapping, expected a list of steps; start each step with `- `',
    ],
  ],
  [
    '- {type: load, service: app, command: x}',
    [
      'dropped-key: `command` is left out: it only applies to `run`, and this step is of type `load`',
    ],
  ],
  [
    '- {type: manual, steps: [{service: web, command: a}]}',
    [
      'approval-gate: the steps after the approval are a job with an environment, which asks nobody until it has reviewers; create the environment under Settings, Environments, and set its required reviewers before you merge',
    ],
  ],
  ['- {name: "", service: web, command: a}', ['empty-value: the name is empty']],
  [
    '- {name: [a], service: web, command: a}',
    ['wrong-type: found a list, expected a single value; write a single value'],
  ],
  [
    '- {service: web, command: a, tag: "["}',
    [
      "pattern-without-anchor: `[` has neither `^` nor `$`, so according to CodeShip's documentation it is compared literally, and no branch or tag can have that name; if it was meant as a pattern, write `^[$`, in the workflow as here",
    ],
  ],
  [
    '- {service: web, command: a, tag: main, exclude: main}',
    [
      'no-steps: none of the steps can be translated',
      'step-never-runs: `a (web)` never runs, for no branch and no tag: `main` and `main` together exclude all; remove the step, or correct the pattern',
    ],
  ],
  [
    '- {service: web, command: a, exclude: .*}',
    [
      "pattern-without-anchor: `.*` has neither `^` nor `$`, so according to CodeShip's documentation it is compared literally, and no branch or tag can have that name; if it was meant as a pattern, write `^.*$`, in the workflow as here",
    ],
  ],
  [
    '- {service: web, command: a, tag: ^v1}',
    [
      'letter-case: conditions are not case-sensitive before steps that get no secret and neither push nor deploy; all others are',
    ],
  ],
  [
    '- {service: web, command: a, tag: release/1}',
    [
      'letter-case: conditions are not case-sensitive before steps that get no secret and neither push nor deploy; all others are',
    ],
  ],
  [
    '- {service: web, command: a, tag: [a, b]}',
    ['wrong-type: found a list, expected a single value; write a single value'],
  ],
  [
    '- {service: web, command: a, colour: b}',
    ['unknown-key: unknown key `colour`: it was not a key of a CodeShip step'],
  ],
  [
    '- {service: web, command: a, on_fail: {a: b}}',
    ['wrong-type: found a mapping, expected a list of steps; start each step with `- `'],
  ],
  [
    '- {service: web, command: a, on_fail: [{service: web, command: b, tag: x}]}',
    [
      'letter-case: conditions are not case-sensitive before steps that get no secret and neither push nor deploy; all others are',
    ],
  ],
  [
    '- {service: web, services: [web, app], command: a}',
    [
      'dropped-key: `services` is left out: it only applies to `serial`, `parallel`, `matrix`, `manual`, and this step is of type `run`',
    ],
  ],
  [
    '- {type: parallel, services: [web, none], steps: [{command: a}]}',
    ['no-such-service: there is no service `none`; use a service from the services file'],
  ],
  [
    '- {type: parallel, service: web, steps: [{command: a}, {service: app, command: b}]}',
    [
      'service-in-group: the group already sets `web`; CodeShip did not allow a second service, and here `app` wins for this step; remove the one that you do not mean',
    ],
  ],
  [
    '- {service: web, command: a, image_tag: x}',
    [
      'dropped-key: `image_tag` is left out: it only applies to `push`, and this step is of type `run`',
    ],
  ],
  [
    '- {type: push, service: web, image_name: acme/web, registry: nowhere}',
    [
      'push-without-credentials: nothing says how to log in to `docker.io` for this push; add `encrypted_dockercfg_path` or `dockercfg_service`, or add a step with the `login` action to the workflow',
      'push-to-other-registry: the push goes to `docker.io` from `image_name`, not to `nowhere`; use the same host for both',
    ],
  ],
  [
    '- {type: push, service: app, image_name: acme/web, image_tag: "{{.Branch"}',
    [
      'push-without-credentials: nothing says how to log in to `docker.io` for this push; add `encrypted_dockercfg_path` or `dockercfg_service`, or add a step with the `login` action to the workflow',
      'broken-tag: the tag `{{.Branch` cannot be rendered: an action is never closed; correct the template',
    ],
  ],
  [
    '- {type: push, service: app, image_name: acme/web, image_tag: "{{.Nothing}}"}',
    [
      'push-without-credentials: nothing says how to log in to `docker.io` for this push; add `encrypted_dockercfg_path` or `dockercfg_service`, or add a step with the `login` action to the workflow',
      'broken-tag: the tag `{{.Nothing}}` cannot be rendered: there is no field `.Nothing`; the fields are ProjectID, BuildID, RepoName, Branch, CommitID, Commit, CommitMessage, CommitDescription, CommitterName, CommitterEmail, CommitterUsername, Time, Timestamp, StringTime, StepName, ServiceName, ImageName, Ci, CiName',
    ],
  ],
  [
    '- {type: push, service: app, image_name: acme/web, image_tag: "{{.Branch}}-x"}',
    [
      'push-without-credentials: nothing says how to log in to `docker.io` for this push; add `encrypted_dockercfg_path` or `dockercfg_service`, or add a step with the `login` action to the workflow',
    ],
  ],
  [
    '- {type: push, service: app, image_name: Acme/Web}',
    [
      'push-without-credentials: nothing says how to log in to the registry for this push; add `encrypted_dockercfg_path` or `dockercfg_service`, or add a step with the `login` action to the workflow',
      'image-name-capitals: `Acme/Web` contains uppercase letters, which image names cannot have; write `acme/web` everywhere',
    ],
  ],
  [
    '- {type: push, service: app, image_name: quay.io/acme/web, dockercfg_service: none}',
    [
      'push-without-credentials: nothing says how to log in to `quay.io` for this push; add `encrypted_dockercfg_path` or `dockercfg_service`, or add a step with the `login` action to the workflow',
      'no-such-service: there is no service `none`; use a service from the services file',
    ],
  ],
  ['- {type: push, service: app, image_name: acme/web, dockercfg_service: app}', []],
])('the steps %j', async (steps, expected) => {
  expect(await said('web: {image: busybox}\napp: {build: .}\n', `${steps}\n`)).toEqual(expected);
});

test.each<[services: string, said: string[]]>([
  [
    '',
    [
      'empty-file: the file is empty',
      'broken-file: this file is not converted, because of the errors of the project',
    ],
  ],
  [
    '[a]',
    [
      'wrong-type: found no mapping, expected a mapping of names to services; write the name of a service, and its keys under it',
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: its service does not exist',
      'no-such-service: there is no service `a`; use a service from the services file',
    ],
  ],
  [
    'text',
    [
      'wrong-type: found no mapping, expected a mapping of names to services; write the name of a service, and its keys under it',
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: its service does not exist',
      'no-such-service: there is no service `a`; use a service from the services file',
    ],
  ],
  [
    'a: text',
    [
      'wrong-type: found a single value, expected a mapping; write a mapping',
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: its service does not exist',
      'no-such-service: there is no service `a`; use a service from the services file',
    ],
  ],
  [
    'a: {}',
    [
      'incomplete-service: the service `a` has neither `image` nor `build`; add one of them, or remove the service',
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: its service does not exist',
      'no-such-service: there is no service `a`; use a service from the services file',
    ],
  ],
  [
    'a: {image: busybox, dockerfile: x}',
    ['dropped-key: `dockerfile` is left out: the service has an `image`, so nothing is built'],
  ],
  [
    'a: {image: busybox, build: .}',
    ['image-of-build: `build` makes the image; `busybox` is its name'],
  ],
  [
    'a: {build: {}}',
    [
      'incomplete-service: the service `a` has neither `image` nor `build`; add one of them, or remove the service',
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: its service does not exist',
      'no-such-service: there is no service `a`; use a service from the services file',
    ],
  ],
  [
    'a: {build: {context: ../x}}',
    [
      'outside-checkout: this path lies outside of the repository, and the runner has nothing there: `a` is built from it; name a path within the repository, or check out what it needs in a step before',
    ],
  ],
  [
    'a: {build: [a]}',
    [
      'incomplete-service: the service `a` has neither `image` nor `build`; add one of them, or remove the service',
      'wrong-type: found a list, expected a single value, or a mapping; write a single value, or a mapping',
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: its service does not exist',
      'no-such-service: there is no service `a`; use a service from the services file',
    ],
  ],
  [
    'a: {image: busybox, volumes: {a: b}}',
    [
      'wrong-type: found a mapping, expected a list, each item a single value; write a list, each item a single value',
    ],
  ],
  ['a: {image: busybox, volumes: [nothing]}', []],
  [
    'a: {image: busybox, volumes: ["../x:/y"]}',
    [
      'outside-checkout: this path lies outside of the repository, and the runner has nothing there: Docker mounts an empty folder in its place; name a path within the repository, or check out what it needs in a step before',
    ],
  ],
  ['a: {image: busybox, volumes: ["/etc:/y"]}', []],
  [
    'a: {image: busybox, volumes: [{type: bind}]}',
    ['wrong-type: found a mapping, expected a single value; write a single value'],
  ],
  [
    'a: {image: busybox, volumes_from: [b]}',
    ['no-such-service: there is no service `b`; did you mean `a`?'],
  ],
  [
    'a: {image: busybox, depends_on: [b]}',
    ['no-such-service: there is no service `b`; did you mean `a`?'],
  ],
  [
    'a: {image: busybox, depends_on: [a]}',
    ['dependency-cycle: `a` needs `a`, which needs `a`; remove one of them'],
  ],
  ['a: {image: busybox, links: ["b:c"]}\nb: {image: redis}', []],
  [
    'a: {image: busybox, depends_on: {b: {condition: service_healthy}}}\nb: {image: redis}',
    [
      "ignored-key: the keys under `b` are left out: CodeShip only read names, and waited for what an image's HEALTHCHECK says",
    ],
  ],
  [
    'a: {image: busybox, depends_on: [b]}\nb: {image: redis, depends_on: [a]}',
    ['dependency-cycle: `b` needs `a`, which needs `b`; remove one of them'],
  ],
  [
    'a: {image: busybox, environment: text}',
    [
      'wrong-type: found a single value, expected a list of `NAME=value`, or a mapping of names to strings; write a list of `NAME=value`, or a mapping of names to strings',
    ],
  ],
  ['a: {image: busybox, environment: [A]}', []],
  [
    'a: {image: busybox, environment: {A: [b]}}',
    ['wrong-type: found a list, expected a single value; write a single value'],
  ],
  ['a: {image: busybox, environment: {A: }}', []],
  ['a: {image: busybox, environment: {A: yes, B: 010, C: 1.0, D: ~}}', []],
  [
    'a: {image: busybox, env_file: missing.env}',
    [
      'missing-file: `missing.env` is not in the repository: Compose refuses to start anything; add it to the repository, or correct the path, unless an earlier step of the build creates it',
    ],
  ],
  [
    'a: {image: busybox, env_file: [a.env, ../b.env]}',
    [
      'missing-file: `a.env` is not in the repository: Compose refuses to start anything; add it to the repository, or correct the path, unless an earlier step of the build creates it',
      'outside-checkout: this path lies outside of the repository, and the runner has nothing there: Compose refuses to start anything; name a path within the repository, or check out what it needs in a step before',
    ],
  ],
  [
    'a: {image: busybox, encrypted_env: {A: b}}',
    ['wrong-type: found a mapping, expected a single value; write a single value'],
  ],
  [
    'a: {image: busybox, ports: ["80:80", 81]}',
    [
      'ignored-key: `ports` is left out: CodeShip published no ports; steps reach a service by its name',
      'ignored-key: `ports` is left out: CodeShip published no ports; steps reach a service by its name',
    ],
  ],
  [
    'a: {image: busybox, cached: true}',
    [
      'cache-without-build: `cached` is left out: the image is pulled, so there is nothing to cache; remove `cached`',
    ],
  ],
  [
    'a: {image: busybox, cached: maybe}',
    ['wrong-type: found a single value, expected `true` or `false`; write `true` or `false`'],
  ],
  ['a: {build: ., cached: no}', []],
  [
    'a: {build: ., cache: true}',
    ['unknown-key: unknown key `cache`: CodeShip ignored it; did you mean `cached`?'],
  ],
  ['a: {image: busybox, add_docker: "yes"}', []],
  [
    'a: {image: busybox, privileged: true, cap_add: [ALL], dns: 8.8.8.8}',
    [
      'ignored-key: `privileged` is left out: CodeShip ignored it; add `privileged: true` to the service in the Compose file if it needs that on GitHub',
    ],
  ],
  [
    'a: {image: busybox, healthcheck: {test: x}}',
    [
      'ignored-key: `healthcheck` is left out: CodeShip only used the HEALTHCHECK of the image; put HEALTHCHECK into the Dockerfile',
    ],
  ],
  [
    'a: {image: busybox, restart: always, container_name: x, hostname: y}',
    ['ignored-key: `container_name` is left out: CodeShip ignored this key of Compose'],
  ],
  ['a: {image: busybox, command: [a, b], entrypoint: c d}', []],
  [
    `a: {image: busybox, command: "a 'b"}`,
    [
      'broken-command: `command` cannot be split into words: a quote is never closed; close the quote',
    ],
  ],
  ['a: {image: busybox, user: 1, working_dir: x, mem_limit: 1g}', []],
  [
    'a: {image: busybox, networks: [x]}',
    ['ignored-key: `networks` is left out: CodeShip ignored this key of Compose'],
  ],
  [
    'a: {image: busybox, extends: b}',
    ['ignored-key: `extends` is left out: CodeShip ignored this key of Compose'],
  ],
  [
    'a: {image: busybox, dockercfg_service: b}',
    ['no-such-service: there is no service `b`; did you mean `a`?'],
  ],
  [
    'version: "2"\nservices: {a: {image: busybox}}',
    ['ignored-key: `version` is left out: CodeShip ignored it'],
  ],
  [
    'version: "2"\na: {image: busybox}',
    ['ignored-key: `version` is left out: CodeShip ignored it'],
  ],
  [
    'a: {imgae: busybox}',
    [
      'incomplete-service: the service `a` has neither `image` nor `build`; add one of them, or remove the service',
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: its service does not exist',
      'no-such-service: there is no service `a`; use a service from the services file',
    ],
  ],
  ['a: {image: busybox, colour: red}', ['unknown-key: unknown key `colour`: CodeShip ignored it']],
  [
    'a: {image: busybox, default_cache_branch: main}',
    ['unused-key: `default_cache_branch` is left out: nothing else in the service needs it'],
  ],
  [
    'a: {image: codeship/setup}',
    [
      "codeship-image: `codeship/setup` is one of CodeShip's own images, which may be removed from Docker Hub; keep a copy in your own registry, or replace it with the tools of the runner",
    ],
  ],
  ['a: {image: "busybox:$TAG"}', []],
  [
    'a: {image: Busybox}',
    [
      'image-name-capitals: `Busybox` contains uppercase letters, which image names cannot have; write `busybox` everywhere',
    ],
  ],
  [
    'A b: {image: busybox}',
    [
      'no-steps: none of the steps can be translated',
      'incomplete-step: the step is left out: its service does not exist',
      'no-such-service: there is no service `a`; use a service from the services file',
    ],
  ],
  [
    'a: {image: busybox, logging: {driver: none}, labels: {a: b}, tmpfs: /x, shm_size: 1g, ulimits: {nofile: 1}}',
    [
      'ignored-key: `logging` is left out: CodeShip ignored this key of Compose',
      'ignored-key: `labels` is left out: CodeShip ignored it; put LABEL into the Dockerfile',
      'ignored-key: `tmpfs` is left out: CodeShip ignored this key of Compose',
      'ignored-key: `shm_size` is left out: CodeShip ignored this key of Compose',
      'ignored-key: `ulimits` is left out: CodeShip ignored this key of Compose',
    ],
  ],
])('the services %j', async (services, expected) => {
  expect(await said(`${services}\n`, '- {service: a, command: make}\n')).toEqual(expected);
});
