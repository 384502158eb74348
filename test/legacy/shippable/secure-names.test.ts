// Which variables an encrypted value is taken to have held.

import { expect, test } from 'vitest';
import { namesInComments } from '../../../src/legacy/shippable/secrets/secure-names.ts';
import { convertTexts, type Texts } from '../codeship/project.ts';

async function secrets(values: string, command: string, files: Texts) {
  const text = `language: none\nenv:\n  global:\n${values}build: {ci: [${JSON.stringify(command)}]}\n`;
  const conversion = await convertTexts({ ...files, 'shippable.yml': text });
  return conversion.secrets.map(({ name }) => name);
}

const one = '    - secure: c2VhbGVk\n';
const scripts = {
  'bin/other.sh': 'curl -u $OTHER_TOKEN x\n',
  'tools/deploy.sh': 'curl -u $API_TOKEN x\n',
  'tools/send': '#!/usr/bin/env bash\ncurl -u $MAIL_TOKEN x\n',
  'tools/send.py': 'os.environ["PY_TOKEN"]\n',
};

test.each<[command: string, names: string[]]>([
  ['curl -u $TOKEN x', ['TOKEN']],
  ['tools/deploy.sh', ['API_TOKEN']],
  ['./tools/deploy.sh', ['API_TOKEN']],
  ['"$SHIPPABLE_BUILD_DIR"/tools/deploy.sh; curl -u $TOKEN x', ['TOKEN']],
  ['$SHIPPABLE_BUILD_DIR/tools/deploy.sh', ['API_TOKEN']],
  ['${SHIPPABLE_REPO_DIR}/tools/deploy.sh', ['API_TOKEN']],
  ['bash tools/deploy.sh', ['API_TOKEN']],
  ['bash -e tools/deploy.sh', ['API_TOKEN']],
  ['. tools/deploy.sh', ['API_TOKEN']],
  ['tools/send', ['MAIL_TOKEN']],
  ['sh -x tools/send', ['MAIL_TOKEN']],
  ['export TOKEN=x; curl -u $TOKEN -H $KEY_OF_IT x', ['KEY_OF_IT']],
  ['curl -u $HOME $GITHUB_SHA $SHIPPABLE_BUILD_ID $PATH $plain $MY_PASSWORD', ['MY_PASSWORD']],
  ['cat README.md', ['SHIPPABLE_SECURE_1']],
])('one value without a comment, and %s', async (command, names) => {
  expect(await secrets(one, command, scripts)).toEqual(names);
});

test.each<[comment: string, names: string[], candidates?: string[]]>([
  ['TOKEN', ['TOKEN']],
  ['token', ['token']],
  ['TOKEN=...', ['TOKEN']],
  ['`TOKEN`', ['TOKEN']],
  ['TOKEN: of the shop', []],
  ['secret', ['secret']],
  ['thing', []],
  ['Thing', ['Thing']],
  ['the SLACK_TOKEN of the team', ['SLACK_TOKEN']],
  ['the TOKEN of the team', []],
  ['the TOKEN of the team', ['TOKEN'], ['TOKEN']],
  ['token=abc and other=x', ['token', 'other']],
  ['token=abc for deployments', ['token']],
  ['SLACK_TOKEN SLACK_TOKEN', ['SLACK_TOKEN']],
  ['see https://example.com/MY_TOKEN_PAGE', []],
  ['mail me@MY_HOST_NAME.com', []],
  ['A_B', ['A_B']],
  ['of an X', []],
  ['PATH', []],
  ['DEBIAN_FRONTEND=x', []],
])('the comment %j', (comment, names, candidates = []) => {
  expect(namesInComments([comment], candidates)).toEqual(names);
});
