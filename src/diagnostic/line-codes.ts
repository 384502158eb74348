// Diagnostics of Assembly Lines.

import type { CodeRow } from './code-row.ts';

export const lineCodes = {
  'line-duplicate': {
    severity: 'error',
    outcome: 'invalid',
    title: 'Two jobs or two resources have one name.',
    explain:
      'Names were unique over all files and repositories of a subscription, so Shippable refused the second. Rename one of the two.',
  },
  'line-type': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A job or a resource has no name, or no type that Shippable knew.',
    explain: 'Shippable refused such a file. Correct the place that is shown.',
  },
  'line-step': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A step is neither `IN` nor `OUT` nor `TASK`.',
    explain: 'Shippable refused such a job. Correct the place that is shown.',
  },
  'line-unknown-out': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'An `OUT` names neither a resource nor a job.',
    explain:
      'Shippable never read what a job wrote for such a name, so nothing downstream ever started by it. Often the name is misspelt.',
  },
  'line-elsewhere': {
    severity: 'warning',
    title: 'An `IN` names something that no given file defines.',
    explain:
      'Names were unique over all repositories of a subscription, so it belongs to another repository, or it is misspelt. The workflow waits for an event of the type that the report shows; the other repository has to send it. Give that repository by `--with`, and both sides are written.',
  },
  'line-no-ci': {
    severity: 'warning',
    title: 'A job of the type `runCI` whose CI part is not here.',
    explain:
      'The CI job of a repository is its `shippable.yml`. Without that file nothing runs; other jobs that take it in wait for an event.',
  },
  'line-circle': {
    severity: 'error',
    outcome: 'invalid',
    title: 'Jobs wait for each other in a circle.',
    explain:
      'Shippable refused such files; only a `state` may go back to an earlier job. Remove the input that closes the circle.',
  },
  'line-interval': {
    severity: 'note',
    outcome: 'approximated',
    title: 'An interval is shorter than GitHub allows.',
    explain:
      'GitHub starts a schedule every five minutes at most, later at busy times, and only on the default branch.',
  },
  'line-flag': {
    severity: 'note',
    outcome: 'approximated',
    title: 'A flag filtered the view of the lines.',
    explain: 'GitHub has no such view. The flag stands as a comment above the job.',
  },
  'line-unused': {
    severity: 'note',
    outcome: 'dropped',
    title: 'A resource that no job uses, or a job that git makes needless.',
    explain:
      'Names were unique over all repositories of a subscription, so a job of another repository may use the resource: convert that repository with `--with` and this folder.',
  },
  'line-received': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A job that runs elsewhere.',
    explain:
      'Jobs of Jenkins or of another CI, and the CI of another repository, send an event of the type that the report shows; the jobs that take them in start by it.',
  },
  'line-never-ran': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A text in an older list of scripts, which Shippable left out in silence.',
    explain: 'The older list takes mappings with `script`. The text stays out here too.',
  },
  'line-unknown-version': {
    severity: 'warning',
    title: 'A command writes a version of something that its job does not make.',
    explain:
      'A file for a name that is not an `OUT` of the job was never read, so nothing downstream started by it. Add the `OUT`, or correct the name.',
  },
  'line-dependency-mode': {
    severity: 'note',
    outcome: 'approximated',
    title: 'A job waited for its inputs in another way.',
    explain:
      'GitHub starts a job once in a run, when all jobs that it needs have ended. That is what `strict` was; `chrono` ran once for each new input, `immediate` did not wait.',
  },
  'line-fan-in': {
    severity: 'note',
    title: 'A job with several inputs that start it ran once for each.',
    explain:
      'GitHub starts a job once in a run, when all jobs that it needs have ended; it then sees the newest version of every input.',
  },
  'line-repository': {
    severity: 'note',
    title: 'Nothing says for sure which repository is converted.',
    explain:
      'A commit of the repository itself starts a workflow by `push`; one of another repository has to be sent as an event. Write `repository: OWNER/NAME` into `.github/transship.yml`, or convert in a clone whose remote `origin` says it.',
  },
  'line-kind': {
    severity: 'warning',
    title: 'Nothing tells what kind an integration or a cluster is.',
    explain:
      'The kind stood in the subscription, not in the files. It is told from regions, names and the functions that are called; where that says nothing, give it by `--type NAME=KIND`, or under `types` in `.github/transship.yml`.',
  },
  'line-terraform': {
    severity: 'note',
    title: 'A job calls Terraform, which runners have no more.',
    explain:
      "Shippable's machines had the versions of their time. State that a newer version has written is not read by an older one, so the job gets the last one of that age; raise it when the files are ready.",
  },
  'line-option': {
    severity: 'warning',
    outcome: 'manual',
    title: 'An option of Docker that the cluster has no word for.',
    explain:
      'The reviewed file of the manifest holds what Amazon ECS or Kubernetes can say. Add what the option did there, where the cluster can do it.',
  },
  'line-deploy-method': {
    severity: 'note',
    outcome: 'approximated',
    title: "A deployment replaces the one before as the cluster's own tool does.",
    explain:
      "Shippable's `blueGreen` started a second service beside the first and removed that one; a rolling update with no unavailable copy comes nearest. `upgrade` and `replace` are what the tools call rolling update and recreation.",
  },
  'line-cluster': {
    severity: 'warning',
    outcome: 'manual',
    title: 'A cluster of a kind that nothing deploys to any more, or that only a person can reach.',
    explain:
      'Docker Cloud, Datacenter, Triton and their like are gone; clusters of plain machines need a script of your own. The reviewed file says what ran there.',
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
    title: 'A load balancer has to be attached to the service once.',
    explain:
      'A deployment changes a service that exists; which load balancer it stands behind is a property of the service.',
  },
  'line-service': {
    severity: 'note',
    title: 'A deployment names a service of Amazon ECS, which has to exist.',
    explain:
      'Shippable made services itself and named them by its own rule. Create the service once, or write the name of the old one into the workflow.',
  },
  'line-bump': {
    severity: 'error',
    outcome: 'invalid',
    title: 'A release raises a part of the version that there is none of.',
    explain: 'Write one of `major`, `minor`, `patch`, `alpha`, `beta`, `rc` and `final`.',
  },
  'line-unknown-notify': {
    severity: 'warning',
    outcome: 'invalid',
    title: 'A `NOTIFY` names no notification.',
    explain: 'Nobody was told. Often the name is misspelt.',
  },
  'line-message': {
    severity: 'warning',
    outcome: 'dropped',
    title: 'A message to a service that nothing here sends to.',
    explain:
      'HipChat is gone, and GitHub has no step for IRC. Slack, webhooks and Jira are told by `shipctl notify`. Use an app of GitHub for other services.',
  },
  'line-managed': {
    severity: 'note',
    outcome: 'dropped',
    title: '`TASK: managed` said nothing.',
    explain: 'It was a placeholder: what such a job does is what its type does.',
  },
  'line-by-hand': {
    severity: 'note',
    title: 'A job that only people start.',
    explain:
      'No input of it can start it: all of its switches are off, or nothing makes new versions of what it takes in. It starts by hand, where the workflow is chosen under Actions and the job in `start`. An environment with required reviewers is another way to keep a gate.',
  },
  'line-queue': {
    severity: 'note',
    title: 'Of several waiting runs of a job, only the newest goes on.',
    explain:
      'Shippable kept every run of a serial job in its queue. GitHub keeps one that waits and replaces it by a newer one; `--queue` writes the key that keeps up to 100, which linters do not know yet.',
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
    title: 'A TASK of Windows is written in PowerShell.',
    explain:
      'The programs of an Assembly Line, `shipctl` among them, are written for bash, which the Windows runners of GitHub have. Write the commands in bash, or as a step with `shell: pwsh` that reads the variables of the job and writes `$JOB_STATE/NAME.env` itself.',
  },
  'line-retry-text': {
    severity: 'warning',
    title: 'A retried command stands in quotes.',
    explain:
      '`shipctl retry` runs a program with its arguments. A command in one pair of quotes is the name of a program with blanks in it, which is not found three times. Remove the quotes.',
  },
  'line-unknown-name': {
    severity: 'warning',
    title: 'A command asks `shipctl` for something that its job does not take in.',
    explain:
      'Functions that read a resource look for its variables and files. Without the resource they print an empty line and succeed, or fail where a file is read. Correct the name, or add the `IN`.',
  },
  'line-split-value': {
    severity: 'warning',
    title: 'A value with a blank is split.',
    explain:
      'The functions of `shipctl` whose names end in `_multi` write a line for each word. What stands behind a blank becomes a key without a value. Use `put_resource_state` for each value.',
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
    title: 'A key of params would steer programs of the machine.',
    explain:
      'Params became variables under their own names. Names such as `PATH`, `LD_PRELOAD` or `BASH_ENV` would change every later step, so they are left out; the same value is in the variable with the name of the resource in front, and in the file `IN/NAME/params`.',
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
    title: 'A job names an input or an output more than once.',
    explain: 'Each name is one folder and one set of variables. The last one counts.',
  },
} as const satisfies Record<string, CodeRow>;
