// What a CodeShip Basic project was: everything stood in the dashboard. The keys of the API's project object
// (codeship.md 10.1), and shorter ones for a file that somebody writes by hand.

import { type KeyRow, type KeyTable, translated } from '../../source/keys.ts';
import type { SourceNode } from '../../source/node.ts';
import { anything, listOf, text } from '../../source/readers.ts';

const source = 'codeship.md 10.1';

/** A field of the saved project that describes CodeShip itself. */
const described = (summary: string, why: string): KeyRow<SourceNode> => ({
  accepts: {
    expects: 'any value',
    read: (node, { report }) => {
      const key = node.path.split('/').at(-1) ?? '';
      report('basic-setting', node, `\`${key}\` is left out: ${why}`);
      return node;
    },
  },
  outcome: 'dropped',
  summary,
  becomes: `Left out: ${why}.`,
  source,
});

const ofCodeship = 'it only matters for CodeShip';

const setup = translated(anything, {
  summary:
    'Commands that ran first in every test pipeline: a list, or text with one command per line.',
  becomes:
    'The first lines of the script of every test job; `rvm`, `nvm` and similar commands become setup actions.',
  source: 'codeship.md 10.2',
});
const tests = translated(anything, {
  summary:
    'The test pipelines, which ran at the same time: lists of commands by name, a list of `name` and `commands`, or the commands of the only one.',
  becomes: 'A job each, whose commands are one script.',
  source: 'codeship.md 10.2',
});
const deployments = translated(anything, {
  summary:
    'Deployments for branches, in order: `branch`, `commands`, and `match: prefix` if the branch is the beginning of a name.',
  becomes:
    'A job each, after all tests; with a single test pipeline, steps after its script, because they shared one machine.',
  source: 'codeship.md 10.2',
});
const environment = translated(anything, {
  summary: 'Variables of the project: a mapping, or a list of `name` and `value`.',
  becomes:
    '`env` of the jobs; values that look like secrets, or are missing, become secrets on GitHub.',
  source: 'codeship.md 10.2',
});

export const basicKeys = {
  setup,
  tests,
  deployments,
  environment,
  services: translated(listOf(text), {
    summary:
      'Databases that the project uses, out of those that were always running: `postgresql`, `mysql`, `redis`, `mongodb`, `memcached`, `rabbitmq`, `couchdb`, `elasticsearch`, `cassandra`. Without it, those that the files of the repository mention.',
    becomes: 'Service containers of the versions that CodeShip had.',
    source: 'codeship.md 10.3',
  }),
  setup_commands: setup,
  test_pipelines: tests,
  deployment_pipelines: deployments,
  environment_variables: environment,
  type: described('Kind of the project, `basic`.', 'this file is only for such projects'),
  notification_rules: described(
    'Who was notified, and when.',
    'GitHub emails whoever started a run; other targets need an action',
  ),
  ssh_key: described(
    "The public half of the project's SSH key.",
    'the private half stayed with CodeShip; create a new pair for the servers that the commands log in to',
  ),
  aes_key: described('The key of a Pro project.', 'a Basic project has none'),
  name: described('Name of the project.', 'the repository has its own'),
  repository_url: described('Where the repository is.', ofCodeship),
  repository_provider: described('Who hosts the repository.', ofCodeship),
  authentication_user: described('Who connected the repository.', ofCodeship),
  team_ids: described('Teams with access.', 'GitHub uses the permissions of the repository'),
  uuid: described('ID of the project.', ofCodeship),
  id: described('ID of the project.', ofCodeship),
  organization_uuid: described('ID of the organization.', ofCodeship),
  created_at: described('Time of creation.', ofCodeship),
  updated_at: described('Time of the last change.', ofCodeship),
} as const satisfies KeyTable;
