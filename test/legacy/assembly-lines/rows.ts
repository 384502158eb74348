// Every row of the vendor's tables of variables, resources, integrations and logins, and every fact of its exact list of
// environment and files, with the cases that prove it. A row is named by how it begins in the reference.

/** A test by its file and its name, or a place in what a golden case becomes. */
export type Proof =
  | { readonly file: string; readonly test: string }
  | { readonly golden: string; readonly has: RegExp };

const inLine = (test: string): Proof => ({ file: 'actions/line/line.test.ts', test });
const inEnvironment = (test: string): Proof => ({ file: 'actions/line/environment.test.ts', test });
const inTask = (test: string): Proof => ({
  file: 'actions/line-start/shippable-task.test.ts',
  test,
});
const golden = (name: string, has: RegExp): Proof => ({ golden: name, has });

/** All fields of a kind are asked for where a script takes the whole. */
const fields = (kind: string, list: string): Proof =>
  golden('every-kind', new RegExp(`kind: ${kind}\\n +secrets: \\[${list}\\]`));
const files = inTask('their files are there while the step runs, for its user alone');
const definition = (name: string, type: string): Proof =>
  golden(name, new RegExp(`type: ${type}\\n`));

type Rows = Readonly<Record<string, readonly Proof[]>>;

export const rows: Readonly<Record<string, Rows>> = {
  '### 6.4': {
    '`dockerRegistryLogin`': [fields('dockerRegistryLogin', 'URL, USERNAME, PASSWORD')],
    '`quayLogin`': [fields('quayLogin', 'USERNAME, PASSWORD')],
    '`amazonKeys`': [fields('amazonKeys', 'ACCESSKEY, SECRETKEY'), files],
    'old ECR / AWS': [golden('every-kind', /I25_INTEGRATION_AWS_SECRET_ACCESS_KEY/)],
    '`amazonIamRole`': [fields('amazonIamRole', 'ASSUMEROLEARN, AWSACCOUNTID')],
    '`gcloudKey`': [fields('gcloudKey', 'JSON_KEY')],
    'old Google Cloud': [fields('gcloudKey', 'JSON_KEY')],
    '`azureKeys`': [fields('azureKeys', 'APPID, PASSWORD, TENANT')],
    '`artifactoryKey`': [fields('artifactoryKey', 'URL, USERNAME, PASSWORD')],
    '`kubernetesConfig`': [
      fields('kubernetesConfig', 'KUBECONFIGCONTENT'),
      golden('deployments', /through its bastion host/),
    ],
    '`sshKey`': [fields('sshKey', 'PUBLICKEY, PRIVATEKEY'), files],
    '`pemKey`': [fields('pemKey', 'KEY'), files],
    '`keyValuePair`': [fields('keyValuePair', 'PAIR_ONE'), files],
    '`gitCredential`': [fields('gitCredential', 'HOST, PORT, USERNAME, PASSWORD')],
    'github, githubEnterprise': [fields('github', 'URL, TOKEN')],
    '`slackKey` / `hipchatKey` / `webhookV2`': [
      fields('slackKey', 'WEBHOOKURL'),
      fields('hipchatKey', 'TOKEN'),
      fields('webhookV2', 'WEBHOOKURL, AUTHORIZATION'),
    ],
    '`jira`': [fields('jira', 'URL, USERNAME, TOKEN')],
    '`airBrakeKey`, `newRelicKey`': [
      fields('airBrakeKey', 'URL, TOKEN'),
      fields('newRelicKey', 'URL, TOKEN'),
    ],
    '`nodeCluster`': [fields('nodeCluster', 'NODES, PUBLICKEY, PRIVATEKEY')],
    '`DOC`': [fields('DOC', 'APITOKEN')],
    '`ddcKey`, `azureDcosKey`': [
      fields('ddcKey', 'URL, USERNAME, PASSWORD'),
      fields('azureDcosKey', 'USERNAME, URL'),
      fields('dclKey', 'USERNAME, TOKEN'),
      fields('joyentTritonKey', 'USERNAME, VALIDITYPERIOD'),
    ],
  },
  '### 8.4': {
    job: [inLine('the variables of the job, of section 8.4')],
    'every `IN`/`OUT`': [
      inLine('the variables of the job, of section 8.4'),
      inLine('placeholders are filled in with what stands before'),
    ],
    'with integration': [files],
    '`params`': [
      inLine('params: raw names, prefixed names, the file, objects, and what a job writes'),
    ],
    '`gitRepo`': [
      inLine('the variables of a repository, of section 8.4'),
      inLine('a pull request, a tag and a release'),
    ],
  },
  '### 8.6': {
    '`gitRepo`': [
      golden('starts', /branches: \[/),
      inLine('commits: own branch, another branch, another repository'),
    ],
    '`ciRepo`': [definition('every-kind', 'ciRepo')],
    '`syncRepo`': [definition('every-kind', 'syncRepo')],
    '`image`': [
      inLine('an image that nobody made yet stops the job, and says what to do'),
      inLine('a version goes from job to job, to the branch, and to the next run'),
    ],
    '`file`': [golden('clusters', /files:\n +- name: pkg\n +sourceName: /)],
    '`params`': [
      inLine('params: raw names, prefixed names, the file, objects, and what a job writes'),
    ],
    '`integration`': [definition('credentials', 'integration')],
    '`cliConfig`': [definition('credentials', 'cliConfig')],
    '`cluster`': [definition('clusters', 'cluster'), golden('deployments', /--proxy-url/)],
    '`dockerOptions`': [
      golden('clusters', /containerPort: 8080/),
      golden('deployments', /terminationGracePeriodSeconds: 5/),
    ],
    '`replicas`': [golden('deployments', /replicas: 2/), golden('clusters', /desired-count: 2/)],
    '`loadBalancer`': [
      golden('kubernetes', /kind: Service\n/),
      golden('clusters', /type: loadBalancer/),
    ],
    '`version`': [inLine('a job counts up from its own last version')],
    '`time`': [golden('starts', /- cron: /)],
    '`trigger`': [definition('starts', 'trigger')],
    '`webhook`': [inLine('a dispatch brings a version, a webhook its payload')],
    '`notification`': [golden('messages', /shipctl notify /)],
    '`state`': [
      inLine(
        'state files: sub-folders, modes, the whole set replaced, the old ones after a failure',
      ),
    ],
    '`externalCIServer`': [definition('every-kind', 'externalCIServer')],
  },
  '### 8.7': {
    '`amazonKeys` / old AWS': [golden('every-kind', /Configure the AWS CLI for cli-0/)],
    'old ECR': [golden('every-kind', /Log in to the registry of cli-9/)],
    '`gcloudKey` / GKE / GCL': [golden('every-kind', /Log in to Google Cloud with cli-2/)],
    '`azureKeys`': [golden('every-kind', /Log in to Azure with cli-3/)],
    '`dockerRegistryLogin`': [golden('every-kind', /Log in to the registry of cli-4/)],
    '`quayLogin`': [golden('every-kind', /Log in to the registry of cli-5/)],
    '`artifactoryKey`': [golden('every-kind', /Configure the JFrog CLI for cli-6/)],
    '`kubernetesConfig`': [golden('every-kind', /Configure kubectl for cli-7/)],
    '`DOC`': [
      golden('every-kind', /line-kind .* no step can log in with an integration of the type `DOC`/),
    ],
  },
  '### 14.3': {
    'Order of the exports': [
      inEnvironment("params never replace Shippable's variables, the variables of the TASK do"),
    ],
    'Values are written as': [inEnvironment('values arrive as they are')],
    '`params`: each key raw': [
      inLine('params: raw names, prefixed names, the file, objects, and what a job writes'),
      inEnvironment(
        'params that a job makes are no variables of that job, and have no folder of their own',
      ),
      inTask('their files are there while the step runs, for its user alone'),
    ],
    'Every IN and OUT but params': [
      inEnvironment(
        'each IN and OUT has an empty folder, but that of a job has the files of its state, with their modes',
      ),
    ],
    '`$JOB_STATE/<name>.env` exists': [
      inEnvironment(
        'the .env files of all INs, OUTs and of the job are there from the start, and saved with its state',
      ),
    ],
    '`.env` lines': [
      inLine(
        'a value with `=` is cut, a line without is nothing, a name that is not an OUT is said',
      ),
      inEnvironment('a line of Windows keeps its \\\\r'),
    ],
    '"Changed" compares': [
      inEnvironment('a number is not the text of it'),
      inEnvironment('the same is none, whatever its trace says'),
      inEnvironment('`overwrite` begins empty, but for what came with a commit or a webhook'),
      inEnvironment(
        '`replicate` copies name and bag, of repositories what came with the commit alone; .env lies over it',
      ),
      inLine('replicate copies the version of an IN, overwrite begins anew'),
    ],
    '`message.json`': [inEnvironment('message.json has the members that scripts knew')],
    '`<R>_KEYPATH` of a gitRepo': [golden('deployments', /SRC_DEPLOY_KEY/)],
    '`integration.env`': [files],
    'gitRepo: private repositories': [
      inTask('a commit that only the clone knows, and a name for commits'),
      golden('deployments', /git config --global --unset core\.longpaths/),
      golden('inputs-of-ci', /git config --global core\.autocrlf input/),
    ],
    'Base container options': [golden('credentials', /actions\/pull-boot-image@/)],
  },
};
