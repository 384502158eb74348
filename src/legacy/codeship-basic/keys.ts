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

const ofCodeship = 'it says something of CodeShip alone';

const setup = translated(anything, {
  summary:
    'Commands that ran first in every test pipeline: a list, or a text of one command per line.',
  becomes:
    'The first lines of the script of every test job; `rvm`, `nvm` and the like are setup actions.',
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
    'What was deployed from which branch, in order: `branch`, `commands`, and `match: prefix` where the branch is the beginning of a name.',
  becomes:
    'A job each behind all tests; with a single test pipeline, steps behind its script, since they shared one machine.',
  source: 'codeship.md 10.2',
});
const environment = translated(anything, {
  summary: 'Variables of the project: a mapping, or a list of `name` and `value`.',
  becomes: '`env` of the jobs; what looks like a secret, or has no value, is a secret of GitHub.',
  source: 'codeship.md 10.2',
});

export const basicKeys = {
  setup,
  tests,
  deployments,
  environment,
  services: translated(listOf(text), {
    summary:
      'Databases that the project uses, of those that were simply there: `postgresql`, `mysql`, `redis`, `mongodb`, `memcached`, `rabbitmq`, `couchdb`, `elasticsearch`, `cassandra`. Without it, what the files of the repository name.',
    becomes: 'Service containers of the versions that CodeShip had.',
    source: 'codeship.md 10.3',
  }),
  setup_commands: setup,
  test_pipelines: tests,
  deployment_pipelines: deployments,
  environment_variables: environment,
  type: described('Kind of the project, `basic`.', 'only such a project is read from this file'),
  notification_rules: described(
    'Who was told of what.',
    'GitHub sends e-mail to whoever caused a run; other targets need an action',
  ),
  ssh_key: described(
    "The public half of the project's SSH key.",
    'the private half stayed with CodeShip; make a new pair for what the commands log in to',
  ),
  aes_key: described('The key of a Pro project.', 'a Basic project has none'),
  name: described('Name of the project.', 'the repository has its own'),
  repository_url: described('Where the repository is.', ofCodeship),
  repository_provider: described('Who hosts the repository.', ofCodeship),
  authentication_user: described('Who connected the repository.', ofCodeship),
  team_ids: described('Teams with access.', 'the rights of the repository count on GitHub'),
  uuid: described('Id of the project.', ofCodeship),
  id: described('Id of the project.', ofCodeship),
  organization_uuid: described('Id of the organization.', ofCodeship),
  created_at: described('Time of creation.', ofCodeship),
  updated_at: described('Time of the last change.', ofCodeship),
} as const satisfies KeyTable;
