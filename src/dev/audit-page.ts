// The page on `transship audit`, whose tables are those that the audit works with.

import { auditOptions } from '../cli/audit/command.ts';
import { optionForm } from '../cli/help.ts';
import { durationText, effortRows } from '../estate/effort.ts';
import { concerns } from '../estate/images.ts';
import { waveLimits } from '../estate/waves.ts';
import { readingFailures } from '../github/reading-failure.ts';
import { table } from './table.ts';

export function auditPage(): string {
  return [
    '<!-- Made by `npm run fix` from src/dev/audit-page.ts and the tables of src/estate. -->',
    '# What it takes to move many repositories',
    '`transship audit PATH...` looks for repositories below each path, converts each one in memory, and writes one report. It changes nothing in the repositories and runs nothing from them. For folders, it does not use the network.',
    '```sh\ntransship audit ~/src --report audit.md --report audit.json --report audit.csv\n```',
    'A folder is a repository if git says so or if it contains a legacy configuration. With `--repos FILE`, each line of the file is one repository. If one cannot be read, the report says why, and the audit continues with the others.',
    table(
      ['Option', ''],
      auditOptions.map((row) => [`\`${optionForm(row)}\``, `${row.summary}.`]),
    ),
    '## Repositories on GitHub',
    '```sh\nexport GH_TOKEN=$(gh auth token)\ntransship audit --org acme --journal acme.journal --report audit.html\n```',
    '`--org`, `--user` and `owner/name` in `--repos FILE` are read with the API; nothing is cloned. The token comes from GH_TOKEN or GITHUB_TOKEN (on an Enterprise Server first GH_ENTERPRISE_TOKEN or GITHUB_ENTERPRISE_TOKEN), never from the command line, and is only sent to that API. It must be able to read contents and metadata: use a fine-grained token with both for all repositories of the owner, a classic token with `repo`, or a GitHub App. The token of a job cannot see other private repositories. For a subdomain of ghe.com or an Enterprise Server, set `--host`, GH_HOST or GITHUB_API_URL. HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS are used.',
    'One request lists 100 repositories, one reads the heads of 50, one reads the tree of a commit, and one reads up to 60 files from any of the repositories. 2,000 repositories, 400 of them with a configuration, take about 2,410 requests: three minutes at the maximum of fourteen per second. The limit for the token of a person is 5,000 per hour. If the limit is reached, the audit waits up to two hours; server errors and lost connections are retried. Other failures are reported with what to do:',
    table(
      ['Status', 'Message', 'What to do'],
      readingFailures.map(({ status, message, remedy }) => [
        String(status),
        message('the repository', {}),
        typeof remedy === 'string' ? remedy : remedy({}),
      ]),
    ),
    'With `--clone`, git fetches the trees and files instead: for each repository only the needed commits, without history, and only the files that are read. The clone is in the folder for temporary files and is removed immediately. The API is then only used for the lists and the heads: about 150 requests for 5,000 repositories. The token is passed to git in its environment, never in an argument, URL or file. Use this if others use up the limit of the API; if few repositories have a configuration, the API is faster.',
    'With `--branches`, other branches are audited too: on GitHub all of them, in a folder those of the clone and the known ones of `origin`, read from git without a checkout. A configuration is reported once, for the first branch that has it.',
    '## On several machines',
    '[`audit.yml`](../workflows/audit.yml), copied into a repository and started under Actions, audits an owner in parts: the first job counts the repositories, so missing permissions are reported before anything else; up to 256 parts follow, four at a time; the last job joins their journals and reads what is missing. It needs the secret TRANSSHIP_TOKEN, or the input `app-id`, the client ID of a GitHub App, and the secret TRANSSHIP_APP_KEY with its private key; its token is valid for an hour, and the last job reads what a part did not finish by then. On an Enterprise Server, parts cannot pass on artifacts: audit it on one machine. The reports and, for a day, the journals are artifacts of the run. Everybody who can read the repository can read them, so use a private one.',
    'For 5,000 repositories, a fifth of them with a configuration:',
    table(
      ['', 'Requests', 'Minutes at fourteen per second'],
      [
        ['list (50), first look (2)', '52', '1'],
        ['heads, 50 per request, for each of 50 parts and once more to join', '200', '1'],
        ['lists, for each of 50 parts and once more to join', '2,550', '4'],
        ['trees, one for each repository', '5,000', '6'],
        ['files, 60 per request', 'about 500', '1'],
        ['total', 'about 8,300', '13 with 50 parts, four at a time'],
      ],
    ),
    'The rate limit makes it slower: the token of a person can send 5,000 REST requests per hour, so the audit waits once and takes about an hour and a quarter; the token of a GitHub App in an organization of Enterprise Cloud can send 15,000 and does not wait. One machine with a journal needs about 6,000 requests (6,026 for 5,000 made-up repositories with a simulated API; 6,323 with three kills, rate limits, server errors and lost connections, of which 228 were refused and 33 repeated), and is as fast. Parts are only worth their requests if one job would take more than six hours.',
    'The exit code is 0 if the audit is complete, whatever it found; 1 if a report could not be written, if the audit had to stop, or, with `--strict`, if a repository could not be read or has an error; 2 if the command line is wrong.',
    '## The report',
    'It contains, in this order: what exists; how much is converted automatically; what is left to you, by kind, with the places; which secrets, variables, runner labels, images and actions are needed, and where; credentials that seem to be exposed; which repositories to move first; the effort.',
    'The JSON form is described by [audit.schema.json](../schemas/audit.schema.json). The CSV form has a row for each repository and one for each finding; the column `row` distinguishes them. The SARIF form respects the limits of code scanning: of more than 25,000 findings, the least severe are left out, and the log says how many.',
    'None of them contains the value of a secret. A credential that seems to be exposed is reported with its file and line.',
    '## The effort',
    'Whole minutes, from a formula that you can check by hand. For each repository with a configuration, it is the sum of',
    table(
      ['Minutes', 'For each'],
      effortRows.map(({ minutes, each }) => [String(minutes), each]),
    ),
    'The total effort is the sum over the repositories. The numbers assume people who know GitHub Actions and the project; otherwise, multiply them.',
    '## The waves',
    'A repository is in the first wave whose limit is not below its effort, but at least in the second if something in it is left to you:',
    table(
      ['Wave', 'Effort of a repository', ''],
      waveLimits.map(({ title, minutes }, index) => [
        String(index + 1),
        Number.isFinite(minutes) ? `at most ${durationText(minutes)}` : 'more',
        title,
      ]),
    ),
    'Repositories that Assembly Lines connect (a resource of one refers to the other) move in the same wave, the latest of theirs. A repository whose image another one pulls never moves after it. Within a wave, dependencies come first, then smaller repositories, then by name.',
    'The names of the first wave, for the input `repositories` of [convert.yml](workflows.md#the-translator):',
    "```sh\njq --raw-output '.repositories[] | select(.wave == 1) | .origin // .name' audit.json\n```",
    '## Images that are no longer maintained',
    table(
      ['Pattern of the full name', 'Why'],
      concerns.map(({ pattern, why }) => [`\`${pattern.source.replaceAll('\\/', '/')}\``, why]),
    ),
    '## The journal',
    'With `--journal FILE`, every repository is recorded with its commit as soon as it is read. An interrupted audit continues where it stopped, and a later audit only reads repositories with new commits. A folder whose files differ from its commit is always read. Answers from GitHub are recorded too: they are not requested again, and a later audit only checks whether the lists have changed. With another version of transship, or other options or settings, the journal starts over. It contains the same data as the report, so only its owner can read it.',
    'Next: [convert the first wave](workflows.md#the-translator).',
    '',
  ].join('\n\n');
}
