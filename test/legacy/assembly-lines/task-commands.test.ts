// What becomes of single commands of a TASK, what they are given, and what is said of them.

import { expect, test } from 'vitest';
import { convertTexts, stepsOf, type Texts } from '../codeship/project.ts';

const head = `resources:
  - name: src
    type: gitRepo
    integration: gh
    versionTemplate: {sourceName: acme/app, branch: master}
  - name: img
    type: image
    integration: hub
    versionTemplate: {sourceName: acme/app, versionName: "1"}
  - name: reg
    type: cliConfig
    integration: registry
  - name: cloud
    type: cliConfig
    integration: aws
    versionTemplate: {region: us-east-1}
  - name: settings
    type: params
    version: {params: {MODE: fast, secure: "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo="}}
  - name: words
    type: integration
    integration: team-kv
  - name: key
    type: integration
    integration: deploy
  - name: out
    type: image
    integration: hub
    versionTemplate: {sourceName: acme/out, versionName: none}
jobs:
  - name: build
    type: runSh
    steps:
      - IN: src
      - IN: img
      - IN: reg
      - IN: cloud
      - IN: settings
      - IN: words
      - IN: key
      - OUT: out
      - TASK:
          - script: `;

/** The script of the TASK, the variables that it gets, other steps of its own, and what is said of the command. */
async function ofCommand(command: string, files: Texts = {}): Promise<string[]> {
  const conversion = await convertTexts(
    { 'shippable.jobs.yml': `${head}${JSON.stringify(command)}\n`, ...files },
    {
      repository: 'acme/app',
      types: {
        aws: 'amazonKeys',
        'team-kv': 'keyValuePair',
        deploy: 'sshKey',
        registry: 'dockerRegistryLogin',
      },
    },
  );
  const steps = stepsOf(conversion).filter(
    ({ name = '' }) =>
      !/^(?:Resources of|Check out src|Log in to|Configure the|New versions|Record the)/.test(name),
  );
  const said = conversion.diagnostics
    .filter(({ at }) => at?.file.path === 'shippable.jobs.yml' && at.start >= head.length)
    .map(({ code, message }) => `${code}: ${message}`);
  return [
    ...steps.map(({ name, run, env = {} }) =>
      name === 'TASK'
        ? [run?.replace('. shippable-task\n', '').trim(), ...Object.keys(env)].join(' < ')
        : `${name}`,
    ),
    ...said,
  ];
}

const cases: readonly (readonly [command: string, files: Texts, found: string[]])[] = [
  ['make', {}, ['make < SETTINGS_PARAMS_SECURE']],
  ['set -e', {}, ["shippable_item 'set -e' < SETTINGS_PARAMS_SECURE"]],
  [
    'set -u',
    {},
    [
      'set -u < SETTINGS_PARAMS_SECURE',
      'line-unset-variables: this command turns `set -u` on for the rest of the TASK, which ended the job as failed on Shippable, without its hooks; it does so here',
    ],
  ],
  [
    'set -eu -o pipefail',
    {},
    [
      "shippable_item 'set -eu -o pipefail' < SETTINGS_PARAMS_SECURE",
      'line-unset-variables: this command turns `set -u` on for the rest of the TASK, which ended the job as failed on Shippable, without its hooks; it does so here',
    ],
  ],
  [
    'set -o nounset',
    {},
    [
      'set -o nounset < SETTINGS_PARAMS_SECURE',
      'line-unset-variables: this command turns `set -u` on for the rest of the TASK, which ended the job as failed on Shippable, without its hooks; it does so here',
    ],
  ],
  ['set +u', {}, ['set +u < SETTINGS_PARAMS_SECURE']],
  ['(set -u; make)', {}, ['(set -u; make) < SETTINGS_PARAMS_SECURE']],
  [
    'bash -u x.sh',
    {},
    [
      'bash -u x.sh < KEY_INTEGRATION_PUBLICKEY < KEY_INTEGRATION_PRIVATEKEY < SETTINGS_PARAMS_SECURE',
    ],
  ],
  [
    '. tools/strict.sh',
    { 'tools/strict.sh': 'set -u\n' },
    [
      '. tools/strict.sh < SETTINGS_PARAMS_SECURE',
      'line-unset-variables: `tools/strict.sh` turns `set -u` on for the rest of the TASK, which ended the job as failed on Shippable, without its hooks; it does so here',
    ],
  ],
  [
    'source ./tools/strict.sh',
    { 'tools/strict.sh': 'set -e\n' },
    ['source ./tools/strict.sh < SETTINGS_PARAMS_SECURE'],
  ],
  [
    '. strict.sh',
    { 'a/strict.sh': 'set -u\n', 'b/strict.sh': 'set -u\n' },
    ['. strict.sh < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'cd $(shipctl get_resource_state src)',
    {},
    ['cd $(shipctl get_resource_state src) < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'cd $(shipctl get_resource_state scr)',
    {},
    [
      'cd $(shipctl get_resource_state scr) < SETTINGS_PARAMS_SECURE',
      'line-unknown-name: `scr` is neither an `IN` nor an `OUT` of `build`, so `shipctl get_resource_state` prints an empty line or fails',
    ],
  ],
  [
    'shipctl get_resource_version_name img',
    {},
    ['shipctl get_resource_version_name img < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'shipctl get_resource_version_key img sourceName',
    {},
    ['shipctl get_resource_version_key img sourceName < SETTINGS_PARAMS_SECURE'],
  ],
  ['shipctl get_resource_meta img', {}, ['shipctl get_resource_meta img < SETTINGS_PARAMS_SECURE']],
  [
    'shipctl get_resource_pointer_key img sourceName',
    {},
    ['shipctl get_resource_pointer_key img sourceName < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'shipctl get_params_resource settings MODE',
    {},
    ['shipctl get_params_resource settings MODE < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'shipctl get_integration_resource words',
    {},
    ['shipctl get_integration_resource words < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'shipctl get_integration_resource words token',
    {},
    [
      'shipctl get_integration_resource words token < WORDS_INTEGRATION_TOKEN < SETTINGS_PARAMS_SECURE',
    ],
  ],
  [
    'shipctl get_integration_resource_field key "privateKey"',
    {},
    [
      'shipctl get_integration_resource_field key "privateKey" < KEY_INTEGRATION_PRIVATEKEY < SETTINGS_PARAMS_SECURE',
    ],
  ],
  [
    'shipctl get_integration_field team-kv token',
    {},
    [
      'shipctl get_integration_field team-kv token < SETTINGS_PARAMS_SECURE',
      'line-unknown-name: `team-kv` is none of the `integrations` of `build`, so `shipctl get_integration_field` finds nothing',
    ],
  ],
  [
    'shipctl get_integration_field taem-kv token',
    {},
    [
      'shipctl get_integration_field taem-kv token < SETTINGS_PARAMS_SECURE',
      'line-unknown-name: `taem-kv` is none of the `integrations` of `build`, so `shipctl get_integration_field` finds nothing',
    ],
  ],
  [
    'shipctl put_resource_state out versionName 1.0',
    {},
    ['shipctl put_resource_state out versionName 1.0 < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'shipctl put_resource_state out versionName "1.0 beta"',
    {},
    ['shipctl put_resource_state out versionName "1.0 beta" < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'shipctl put_resource_state oot versionName 1',
    {},
    [
      'shipctl put_resource_state oot versionName 1 < SETTINGS_PARAMS_SECURE',
      'line-unknown-version: this command writes a version of `oot`, which `build` does not have as an `OUT`, so nobody ever read it',
    ],
  ],
  [
    'shipctl put_resource_state img versionName 1',
    {},
    [
      'shipctl put_resource_state img versionName 1 < SETTINGS_PARAMS_SECURE',
      'line-unknown-version: this command writes a version of `img`, which `build` does not have as an `OUT`, so nobody ever read it',
    ],
  ],
  [
    'shipctl post_resource_state out versionName 1',
    {},
    ['shipctl post_resource_state out versionName 1 < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'shipctl post_resource_state_multi out "versionName=1 sha=$SHA"',
    {},
    [
      'shipctl post_resource_state_multi out "versionName=1 sha=$SHA" < WORDS_INTEGRATION_SHA < SETTINGS_PARAMS_SHA',
    ],
  ],
  [
    'shipctl put_resource_state_multi out versionName=1 "note=a b"',
    {},
    [
      'shipctl put_resource_state_multi out versionName=1 "note=a b" < SETTINGS_PARAMS_SECURE',
      'line-split-value: `b` becomes a key without a value: `put_resource_state_multi` splits its text at every blank',
    ],
  ],
  [
    'shipctl put_resource_state out link "https://example.com/?a=b"',
    {},
    [
      'shipctl put_resource_state out link "https://example.com/?a=b" < SETTINGS_PARAMS_SECURE',
      'line-cut-value: of this value only `https://example.com/?a` is kept: a line of a version ends at its second `=`',
    ],
  ],
  [
    'shipctl put_resource_state out token "$WORDS_INTEGRATION_TOKEN"',
    {},
    [
      'shipctl put_resource_state out token "$WORDS_INTEGRATION_TOKEN" < WORDS_INTEGRATION_TOKEN < SETTINGS_PARAMS_SECURE',
      'line-secret-version: this command writes the secret `WORDS_INTEGRATION_TOKEN` into a version, which everybody who can read the repository can read',
    ],
  ],
  [
    'shipctl copy_file_to_state a.txt',
    {},
    ['shipctl copy_file_to_state a.txt < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'shipctl copy_file_from_prev_state a.txt .',
    {},
    ['shipctl copy_file_from_prev_state a.txt . < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'shipctl copy_file_to_resource_state a.txt out',
    {},
    ['shipctl copy_file_to_resource_state a.txt out < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'shipctl refresh_file_to_out_path a.txt out',
    {},
    ['shipctl refresh_file_to_out_path a.txt out < SETTINGS_PARAMS_SECURE'],
  ],
  ['shipctl replace deploy.yml', {}, ['shipctl replace deploy.yml < SETTINGS_PARAMS_SECURE']],
  [
    'shipctl retry "npm ci"',
    {},
    [
      'shipctl retry "npm ci" < SETTINGS_PARAMS_SECURE',
      'line-retry-text: `npm ci` is retried as the name of one program, which there is none of',
      'missing-program: `npm ci` is unknown, and no earlier command installs anything',
    ],
  ],
  ['shipctl retry npm ci', {}, ['shipctl retry npm ci < SETTINGS_PARAMS_SECURE']],
  ['shipctl decrypt a.enc key', {}, ['shipctl decrypt a.enc key < SETTINGS_PARAMS_SECURE']],
  ['shipctl notify slack', {}, ['shipctl notify slack < SETTINGS_PARAMS_SECURE']],
  [
    'shipctl get_json_value a.json b',
    {},
    ['shipctl get_json_value a.json b < SETTINGS_PARAMS_SECURE'],
  ],
  ['shipctl unknown_word a', {}, ['shipctl unknown_word a < SETTINGS_PARAMS_SECURE']],
  [
    'echo "versionName=1" >> $JOB_STATE/out.env',
    {},
    ['echo "versionName=1" >> $JOB_STATE/out.env < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'echo versionName=$X > "$JOB_STATE/out.env"',
    {},
    ['echo versionName=$X > "$JOB_STATE/out.env" < WORDS_INTEGRATION_X < SETTINGS_PARAMS_X'],
  ],
  ['cp a.txt $JOB_STATE', {}, ['cp a.txt $JOB_STATE < SETTINGS_PARAMS_SECURE']],
  ['cat $JOB_PREVIOUS_STATE/a.txt', {}, ['cat $JOB_PREVIOUS_STATE/a.txt < SETTINGS_PARAMS_SECURE']],
  ['cat IN/settings/params', {}, ['cat IN/settings/params < SETTINGS_PARAMS_SECURE']],
  [
    '. IN/words/integration.env',
    {},
    [
      '. IN/words/integration.env < KEY_INTEGRATION_PUBLICKEY < KEY_INTEGRATION_PRIVATEKEY < SETTINGS_PARAMS_SECURE',
    ],
  ],
  [
    'cat IN/key/integration.json | jq -r .privateKey',
    {},
    [
      'cat IN/key/integration.json | jq -r .privateKey < KEY_INTEGRATION_PUBLICKEY < KEY_INTEGRATION_PRIVATEKEY < SETTINGS_PARAMS_SECURE',
    ],
  ],
  [
    'ssh -i "$KEY_KEYPATH" me@example.com',
    {},
    [
      'ssh -i "$KEY_KEYPATH" me@example.com < KEY_INTEGRATION_PUBLICKEY < KEY_INTEGRATION_PRIVATEKEY < SETTINGS_PARAMS_SECURE',
    ],
  ],
  [
    'ssh-add $KEY_PRIVATE_KEY_PATH',
    {},
    [
      'ssh-add $KEY_PRIVATE_KEY_PATH < KEY_INTEGRATION_PUBLICKEY < KEY_INTEGRATION_PRIVATEKEY < SETTINGS_PARAMS_SECURE',
    ],
  ],
  [
    'echo $SETTINGS_PARAMS_MODE $MODE',
    {},
    ['echo $SETTINGS_PARAMS_MODE $MODE < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'docker push acme/out:$BUILD_NUMBER',
    {},
    [
      'docker push acme/out:$BUILD_NUMBER < SETTINGS_PARAMS_SECURE',
      'line-build-number: `BUILD_NUMBER` counts from 1 again: a tag that repeats an old one is not a new version',
    ],
  ],
  [
    'sudo docker push acme/out',
    {},
    [
      'docker push acme/out < SETTINGS_PARAMS_SECURE',
      "needless-sudo: `sudo docker` would use root's own logins, not those of the job; `sudo` is removed",
    ],
  ],
  ['aws ecs list-clusters', {}, ['aws ecs list-clusters < SETTINGS_PARAMS_SECURE']],
  [
    'aws --version && eb deploy',
    {},
    [
      'Install what the commands call',
      'aws --version && eb deploy\n(exit $?) < SETTINGS_PARAMS_SECURE',
      'installed-program: the runner lacks `eb`; a step installs it',
    ],
  ],
  [
    'terraform plan',
    {},
    [
      'Set up Terraform',
      'terraform plan < SETTINGS_PARAMS_SECURE',
      'line-terraform: terraform 0.11.15 is set up: the last version that reads files and state of that time unchanged',
    ],
  ],
  ['kubectl get pods', {}, ['kubectl get pods < SETTINGS_PARAMS_SECURE']],
  ['helm upgrade a b', {}, ['helm upgrade a b < SETTINGS_PARAMS_SECURE']],
  ['gcloud auth list', {}, ['gcloud auth list < SETTINGS_PARAMS_SECURE']],
  ['packer build a.json', {}, ['packer build a.json < SETTINGS_PARAMS_SECURE']],
  [
    'apt-get install -y jq',
    {},
    [
      'Update the lists of packages',
      'sudo apt-get install -y jq < SETTINGS_PARAMS_SECURE',
      'raised-rights: `apt-get` needs root, as everything had on Shippable; it gets `sudo`',
    ],
  ],
  [
    'pip install awscli',
    {},
    ['Install what the commands call', 'pip install awscli < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'git -C IN/src/gitRepo push origin master',
    {},
    ['git -C IN/src/gitRepo push origin master < SETTINGS_PARAMS_SECURE'],
  ],
  [
    'git push git@github.com:acme/app.git master',
    {},
    ['git push git@github.com:acme/app.git master < SETTINGS_PARAMS_SECURE'],
  ],
  ['node -v && npm i -g npm', {}, ['node -v && npm i -g npm || exit < SETTINGS_PARAMS_SECURE']],
  [
    'echo "$IMG_VERSIONNAME $IMG_SOURCENAME $IMG_VERSIONNUMBER"',
    {},
    ['echo "$IMG_VERSIONNAME $IMG_SOURCENAME $IMG_VERSIONNUMBER" < SETTINGS_PARAMS_SECURE'],
  ],
  ['echo "$SHIPPABLE_API_TOKEN"', {}, ['echo "$SHIPPABLE_API_TOKEN" < SETTINGS_PARAMS_SECURE']],
  [
    'curl https://api.shippable.com/projects',
    {},
    [
      'curl https://api.shippable.com/projects < SETTINGS_PARAMS_SECURE',
      "gone-from-machine: Shippable's API went with Shippable",
    ],
  ],
  ['exit 1', {}, ['exit 1 < SETTINGS_PARAMS_SECURE']],
  ['return 0', {}, ["shippable_item 'return 0' < SETTINGS_PARAMS_SECURE"]],
  ['if [ -f a ]; then exit 0; fi', {}, ['if [ -f a ]; then exit 0; fi < SETTINGS_PARAMS_SECURE']],
  [
    'Write-Output $env:BUILD_ID',
    {},
    [
      'Write-Output $env:BUILD_ID < SETTINGS_PARAMS_SECURE',
      'line-powershell: this command is PowerShell, and the TASK runs in bash, where it stops here',
      'missing-program: `Write-Output` is unknown, and no earlier command installs anything',
    ],
  ],
];

test.each(cases)('%j', async (command, files, found) => {
  expect(await ofCommand(command, files)).toEqual(found);
});
