// The page on `transship audit`, whose tables are those that the audit works with.

import { auditOptions } from '../cli/audit.ts';
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
    '`transship audit PATH...` looks for repositories below each path, converts every one in memory, and writes one report. Nothing in the repositories changes, nothing of them runs, and for folders no network is asked.',
    '```sh\ntransship audit ~/src --report audit.md --report audit.json --report audit.csv\n```',
    'A folder is a repository if git says so or if a legacy configuration lies in it. With `--repos FILE` each line of the file is one repository. One that cannot be read is named in the report, with the reason, and never stops the others.',
    table(
      ['Option', ''],
      auditOptions.map((row) => [`\`${optionForm(row)}\``, `${row.summary}.`]),
    ),
    '## Repositories on GitHub',
    '```sh\nexport GH_TOKEN=$(gh auth token)\ntransship audit --org acme --journal acme.journal --report audit.html\n```',
    '`--org`, `--user` and `owner/name` in `--repos FILE` are read by the API; nothing is cloned. The token comes from GH_TOKEN or GITHUB_TOKEN (on an Enterprise Server first GH_ENTERPRISE_TOKEN or GITHUB_ENTERPRISE_TOKEN), never from the command line, and goes to that API alone. It needs to read contents and metadata: a fine-grained token with both for all repositories of the owner, a classic one with `repo`, or a GitHub App. The token of a job sees no other private repository. `--host`, GH_HOST or GITHUB_API_URL name a subdomain of ghe.com or an Enterprise Server; HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS count.',
    'One request lists 100 repositories, one asks for the heads of 50, one for the tree of each commit, and one for up to 60 files of whichever repositories need them. 2,000 repositories of which 400 have a configuration take about 2,410 requests: at most fourteen a second, three minutes; a token of a person may send 5,000 in an hour. A used-up limit is waited for, up to two hours; a failing server and a cut connection are tried again. What cannot be had is said with what to do about it:',
    table(
      ['Status', 'Message', 'What to do'],
      readingFailures.map(({ status, message, remedy }) => [
        String(status),
        message('the repository', {}),
        typeof remedy === 'string' ? remedy : remedy({}),
      ]),
    ),
    'With `--clone` git brings the trees and files instead: for each repository the commits that are wanted, without their history, and of their files only those that somebody reads. The clone lies in the folder for temporary files and is removed at once. The API is then asked for the lists and the heads alone: about 150 requests for 5,000 repositories. The token reaches git in its environment, and is in no argument, address or file. It is the better way where the limit of the API is used up by others; where few repositories have a configuration, the API is faster.',
    'With `--branches` other branches count, too: on GitHub all of them, in a folder those of the clone and those that it knows of `origin`, read from git without a checkout. A configuration is reported once, under the first branch that has it.',
    '## On several machines',
    '[`audit.yml`](../workflows/audit.yml), copied into a repository and started under Actions, audits an owner in parts: the first job counts the repositories, by which a missing right is named before anything else; up to 256 parts follow, four at a time; the last job joins their journals and reads what is missing. It needs the secret TRANSSHIP_TOKEN, or the input `app-id`, the client ID of a GitHub App, and the secret TRANSSHIP_APP_KEY with its private key; such a token lasts an hour, and what a part did not read by then the last job reads. An Enterprise Server has no artifacts that parts could hand on: audit it on one machine. The reports and, for a day, the journals are artifacts of the run: who may read the repository may read them, so take a private one.',
    'A plan for 5,000 repositories, a fifth of which has a configuration:',
    table(
      ['', 'Requests', 'Minutes at fourteen a second'],
      [
        ['list (50), first look (2)', '52', '1'],
        ['heads, 50 in a question, for each of 50 parts and once more to join', '200', '1'],
        ['lists, for each of 50 parts and once more to join', '2,550', '4'],
        ['trees, one for each repository', '5,000', '6'],
        ['files, 60 in a question', 'about 500', '1'],
        ['together', 'about 8,300', '13 in four parts at a time, of 50'],
      ],
    ),
    'The minutes are less than the limit allows: a token of a person may send 5,000 requests of REST in an hour, so that the audit waits once, and takes about an hour and a quarter; that of a GitHub App in an organization of Enterprise Cloud may send 15,000, and does not wait. One machine with a journal needs about 6,000 requests (6,026 for 5,000 made-up repositories against an API that a test plays; with three kills, used-up limits, failing servers and cut connections 6,323, of which 228 were refused and 33 asked twice), and is as fast: parts are worth their requests only where a job would run into its six hours.',
    'The audit exits with 0 when it is complete, whatever it found; with 1 when a report could not be written, when it had to stop, or with `--strict` when a repository could not be read or has an error; with 2 when the command line is wrong.',
    '## The report',
    'In this order: what is there; how much moves by itself; what is left to a person, by kind, with the places; which secrets, variables, runner labels, images and actions are needed, and by whom; credentials that seem to lie open; which repositories first; the effort.',
    'The JSON form is described by [audit.schema.json](../schemas/audit.schema.json). The CSV form has a row for each repository and one for each finding, told apart by the column `row`. The SARIF form keeps to what code scanning takes: of more than 25,000 findings the least severe are left out, and the log says how many.',
    'No value of a secret is in any of them. A credential that seems to lie open is named by its file and line.',
    '## The effort',
    'Whole minutes, by a formula that can be done again on paper. For each repository with a configuration the sum of',
    table(
      ['Minutes', 'For each'],
      effortRows.map(({ minutes, each }) => [String(minutes), each]),
    ),
    'The effort of all is the sum over the repositories. The numbers are meant for people who know GitHub Actions and the project; multiply them if yours are others.',
    '## The waves',
    'A repository goes into the first wave whose limit its own effort keeps, and into the second at least if a person has something to do in it:',
    table(
      ['Wave', 'Effort of a repository', ''],
      waveLimits.map(({ title, minutes }, index) => [
        String(index + 1),
        Number.isFinite(minutes) ? `at most ${durationText(minutes)}` : 'more',
        title,
      ]),
    ),
    'Repositories that Assembly Lines tie together (a resource of one names the other) move in one wave, the latest of theirs. A repository whose image another one pulls never moves after it. Within a wave, what others depend on comes first, then the smaller, then by name.',
    'The names of the first wave, for the input `repositories` of [convert.yml](workflows.md#the-translator):',
    "```sh\njq --raw-output '.repositories[] | select(.wave == 1) | .name' audit.json\n```",
    '## Images that are no longer maintained',
    table(
      ['Pattern of the full name', 'Why'],
      concerns.map(({ pattern, why }) => [`\`${pattern.source.replaceAll('\\/', '/')}\``, why]),
    ),
    '## The journal',
    'With `--journal FILE` every repository that was read is written down at once, by its commit. An audit that was ended goes on where it stopped, and a later one reads only what has other commits. A folder whose files differ from its commit is always read. Answers of GitHub are written down too: what was answered is not asked again, whenever the audit was ended, and a later audit asks of the lists only whether they changed. With another version of transship, other options or other settings the journal begins anew. It holds what the report holds, so only its owner may read it.',
    'Next: [convert the first wave](workflows.md#the-translator).',
    '',
  ].join('\n\n');
}
