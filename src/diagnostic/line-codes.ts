// Diagnostics of Assembly Lines.

import type { CodeRow } from './code-row.ts';

export const lineCodes = {
  'line-duplicate': {
    severity: 'error',
    outcome: 'invalid',
    title: 'Two jobs or two resources have the same name.',
    explain:
      'Names had to be unique across all files and repositories of a subscription, so Shippable rejected the second one. Rename one of them.',
  },
  'line-type': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A job or a resource has no name, or a type that Shippable did not support.',
    explain: 'Shippable rejected such a file. Fix the line that is shown.',
  },
  'line-step': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A step is neither `IN` nor `OUT` nor `TASK`.',
    explain: 'Shippable rejected such a job. Fix the line that is shown.',
  },
  'line-unknown-out': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'An `OUT` refers to neither a resource nor a job.',
    explain:
      'Shippable never read what a job wrote for such a name, so it never started anything. The name is often misspelled.',
  },
  'line-elsewhere': {
    severity: 'warning',
    first: true,
    title: 'An `IN` refers to something that is not defined in the given files.',
    explain:
      'Names were unique across all repositories of a subscription, so it belongs to another repository, or it is misspelled. The workflow waits for an event of the type in the report; the other repository has to send it. Pass that repository with `--with`, and both sides are written.',
  },
  'line-no-ci': {
    severity: 'warning',
    title: 'The CI part of a `runCI` job is missing here.',
    explain:
      'The CI job of a repository is its `shippable.yml`. Without that file nothing runs; jobs that take it as an input wait for an event.',
  },
  'line-circle': {
    severity: 'error',
    outcome: 'invalid',
    title: 'Jobs depend on each other in a circle.',
    explain:
      'Shippable rejected such files; only a `state` may go back to an earlier job. Remove the input that closes the circle.',
  },
  'line-interval': {
    severity: 'note',
    outcome: 'approximated',
    title: 'An interval is shorter than GitHub allows.',
    explain:
      'GitHub starts a schedule at most every five minutes, later at busy times, and only on the default branch.',
  },
  'line-flag': {
    severity: 'note',
    outcome: 'approximated',
    title: 'A flag filtered the view of the lines.',
    explain: 'GitHub has no such view. The flag is a comment above the job.',
  },
  'line-unused': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A resource that no job uses, or a job that git makes unnecessary.',
    explain:
      'Names were unique across all repositories of a subscription, so a job of another repository may use the resource: convert that repository with `--with` and this folder.',
  },
  'line-received': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A job runs elsewhere.',
    explain:
      'Jobs of Jenkins or another CI, and the CI of another repository, send an event of the type in the report, which starts the jobs that depend on them.',
  },
  'line-never-ran': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'Shippable silently ignored a text in an older list of scripts.',
    explain: 'The older list contains mappings with `script`. The text is ignored here, too.',
  },
  'line-unknown-version': {
    severity: 'warning',
    title: 'A command writes a version of something that its job does not produce.',
    explain:
      'A file for a name that is not an `OUT` of the job was never read, so it started nothing. Add the `OUT`, or correct the name.',
  },
  'line-dependency-mode': {
    severity: 'note',
    outcome: 'approximated',
    title: 'A job waited for its inputs in a different way.',
    explain:
      'GitHub starts a job once per run, when all jobs that it needs have ended. That corresponds to `strict`; `chrono` ran once for each new input, and `immediate` did not wait.',
  },
  'line-fan-in': {
    severity: 'note',
    title: 'A job with several triggering inputs used to run once for each.',
    explain:
      'GitHub starts a job once per run, when all jobs that it needs have ended; it then sees the newest version of every input.',
  },
  'line-repository': {
    severity: 'note',
    title: 'It is uncertain which repository is converted.',
    explain:
      'A commit in the repository itself starts a workflow with `push`; another repository has to send an event. Add `repository: OWNER/NAME` to `.github/transship.yml`, or convert in a clone whose remote `origin` points to it.',
  },
  'line-kind': {
    severity: 'warning',
    title: 'The type of an integration or a cluster is unknown.',
    explain:
      'The type was in the subscription, not in the files. It is inferred from regions, names and the functions that are called; if they do not tell, pass `--type NAME=KIND`, or set it under `types` in `.github/transship.yml`.',
  },
  'line-terraform': {
    severity: 'note',
    title: 'A job calls Terraform, which runners no longer have.',
    explain:
      "Shippable's machines had the versions of their time. An older version cannot read state that a newer one has written, so the job gets the last version of that time; upgrade it when the files are ready.",
  },
  'line-option': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A Docker option has no equivalent on the cluster.',
    explain:
      'The reviewed file of the manifest contains what Amazon ECS or Kubernetes can express. If the cluster supports what the option did, add it there.',
  },
  'line-deploy-method': {
    severity: 'note',
    outcome: 'approximated',
    title: "A deployment replaces the previous one with the cluster's own method.",
    explain:
      "Shippable's `blueGreen` started a second service next to the first and then removed that one; a rolling update without unavailable copies comes closest. `upgrade` and `replace` correspond to a rolling update and to recreation.",
  },
  'line-cluster': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A cluster of a type that is gone, or that only you can reach.',
    explain:
      'Docker Cloud, Datacenter, Triton and similar services are gone; clusters of plain machines need your own script. The reviewed file says what ran there.',
  },
  'line-container-secret': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A container that is deployed had variables from an encrypted value.',
    explain:
      "The text can be opened by Shippable alone, and a secret does not belong into a reviewed file. Put the value into the cluster's own store of secrets, and name it in the file.",
  },
  'line-balancer': {
    severity: 'warning',
    title: 'You have to attach a load balancer to the service once.',
    explain:
      'A deployment changes an existing service; its load balancer is a property of the service.',
  },
  'line-bastion': {
    severity: 'note',
    title: 'A cluster is reached through a bastion host.',
    explain:
      "Shippable's own machines were let in there. A step opens an SSH tunnel with the key of the integration, and kubectl uses it. The host must accept SSH from the machine that runs the job: GitHub's runners have changing addresses, so a runner in the network of the cluster may be the better way.",
  },
  'line-service': {
    severity: 'note',
    title: 'A deployment needs an existing Amazon ECS service.',
    explain:
      'Shippable created services itself and named them by its own rule. Create the service once, or write the name of the old one in the workflow.',
  },
  'line-bump': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A release bumps an unknown part of the version.',
    explain: 'Use one of `major`, `minor`, `patch`, `alpha`, `beta`, `rc` and `final`.',
  },
  'line-unknown-notify': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A `NOTIFY` refers to an unknown notification.',
    explain: 'Nobody was notified. The name is often misspelled.',
  },
  'line-message': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A message goes to a service that is not supported.',
    explain:
      'HipChat is gone, and GitHub has no step for IRC. `shipctl notify` sends to Slack, webhooks and Jira. For other services, use a GitHub app.',
  },
  'line-managed': {
    severity: 'note',
    outcome: 'dropped',
    title: '`TASK: managed` has no effect.',
    explain: 'It was a placeholder: the type of the job determines what it does.',
  },
  'line-by-hand': {
    severity: 'note',
    title: 'A job is only started by hand.',
    explain:
      'None of its inputs can start it: all of them have `switch: off`, or nothing produces new versions of them. Start it under Actions: choose the workflow, and the job in `start`. An environment with required reviewers is another way to keep a gate.',
  },
  'line-queue': {
    severity: 'note',
    title: 'Of several waiting runs of a job, only the newest continues.',
    explain:
      'Shippable queued every run of a serial job. GitHub keeps one waiting run and replaces it with a newer one; `--queue` writes the key that keeps up to 100, which linters do not know yet.',
  },
  'line-unset-variables': {
    severity: 'warning',
    title: 'A TASK turns on `set -u`.',
    explain:
      'The frame that Shippable put around each command reads variables that may be unset, so such a job failed at the end of the command, without its hooks. The translated job does the same. Remove the `u`, or keep it within parentheses or a script of its own.',
  },
  'line-powershell': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A command is written in PowerShell, and the job does not run on Windows.',
    explain:
      'Shippable ran TASKs in PowerShell on Windows alone. If the node pool of the job had Windows, map it to a Windows runner under `node-pools` in `.github/transship.yml`, and the TASK runs in `pwsh`. Else write the command in bash.',
  },
  'line-pwsh': {
    severity: 'note',
    outcome: 'approximated',
    title: 'A TASK of Windows runs in PowerShell 7.',
    explain:
      "The commands are as they were, in a step with `shell: pwsh`; `shipctl` and the hooks work in it. PowerShell 7 differs from the Windows PowerShell 5.1 of Shippable's machines in a few commands, and a program that ends with an error ends the TASK. Key-value pairs of integrations are variables only under their long names, `<NAME>_INTEGRATION_<KEY>`.",
  },
  'line-retry-text': {
    severity: 'warning',
    title: 'A retried command is in quotes.',
    explain:
      '`shipctl retry` runs a program with its arguments. A command in one pair of quotes is the name of a program with spaces in it, which is not found three times. Remove the quotes.',
  },
  'line-unknown-name': {
    severity: 'warning',
    title: 'A command asks `shipctl` for something that its job does not take in.',
    explain:
      'Functions that read a resource look for its variables and files. Without the resource they print an empty line and succeed, or fail where a file is read. Correct the name, or add the `IN`.',
  },
  'line-split-value': {
    severity: 'warning',
    title: 'A value with a space is split.',
    explain:
      'The functions of `shipctl` whose names end in `_multi` write a line for each word. What follows a space becomes a key without a value. Use `put_resource_state` for each value.',
  },
  'line-cut-value': {
    severity: 'warning',
    title: 'A value with `=` is cut.',
    explain:
      'A line of a version was split at every `=`, and only the first two parts were kept: `A=b=c` gives `b`. The action `line-end` does the same, and warns. Encode the value, or keep it in a file.',
  },
  'line-expanded-value': {
    severity: 'warning',
    title: 'The shell expands a version that `shipctl` prints.',
    explain:
      'Values were printed by `eval echo`: blanks collapse, and `*`, `?` and `[...]` become names of files where some match. The variable of the resource holds the value as it is.',
  },
  'line-steering-param': {
    severity: 'warning',
    title: 'A key of params would affect programs of the machine.',
    explain:
      'Params became variables under their own names. Names such as `PATH`, `LD_PRELOAD` or `BASH_ENV` would change every later step, so they are left out; the same value is in the variable with the name of the resource in front, and in the file `IN/NAME/params`.',
  },
  'line-secret-version': {
    severity: 'warning',
    title: 'A secret is written into a version.',
    explain:
      'Shippable kept versions in a database of its own. Here they are files on the branch `assembly-lines` and artifacts, in plain text, and GitHub does not mask them there: everybody who can read the repository can read them. Remove the value from the version, and create the secret for the jobs that need it.',
  },
  'line-pinned-number': {
    severity: 'warning',
    title: 'An input is pinned to a version by its number.',
    explain:
      'Numbers counted the versions that Shippable had recorded. The versions here begin at 1, so the job stops until the number exists, and it is then another version. A pin by `versionName` means the same as before.',
  },
  'line-login-gone': {
    severity: 'warning',
    title: 'A command in a hook needs a login that is gone by then.',
    explain:
      'After a success Shippable removed the logins of Docker, AWS, Google Cloud and Kubernetes before it ran `on_success` and `always`. Commands there that need one failed without anybody being told, and do so here. After a failure the logins are still there.',
  },
  'line-masked-word': {
    severity: 'note',
    title: 'A short secret could hide that there is a new version.',
    explain:
      'Jobs tell the jobs behind them of a new version by the word `line-new-version`. GitHub drops an output that contains the value of a secret, so a secret whose value is a part of that word, such as `new` or `version`, keeps later jobs from starting. Pairs and encrypted values may hold any text: keep words that need no hiding in a repository variable.',
  },
  'line-build-number': {
    severity: 'warning',
    title: 'Build numbers start again.',
    explain:
      '`BUILD_NUMBER` is the number of the run, and the runs of a new workflow count from 1. A tag that repeats an old one is not a new version, and nothing that waits for one starts. Store the number of the last build on Shippable in the repository variable `BUILD_NUMBER_OFFSET`, and it is added.',
  },
  'line-twice': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A job lists an input or an output more than once.',
    explain: 'Each name is one folder and one set of variables. The last one counts.',
  },
} as const satisfies Record<string, CodeRow>;
