// Which calls change something outside of the build: an image or a package is published, a system is deployed to. A pull
// request of anybody may run what a build runs, so people ask for this list before they trust a workflow.

import { defined } from '../../ground/defined.ts';
import type { Call } from './calls.ts';

/** `publish`: an image, a package, a commit. `deploy`: a running system, or what it serves. */
export type Effect = 'publish' | 'deploy';

type DeployRow = {
  /** Names of the program, without its folder. */
  readonly program: string;
  readonly effect: Effect;
  /** What the arguments must begin with, options left out; without it, every call counts. */
  readonly verbs?: readonly string[];
  /** What must stand among the arguments. */
  readonly option?: RegExp;
};

const row = (
  program: string,
  effect: Effect,
  verbs?: readonly string[],
  option?: RegExp,
): DeployRow => ({
  program,
  effect,
  ...defined({ verbs, option }),
});

const rows: readonly DeployRow[] = [
  // Images
  row('docker', 'publish', ['push', 'image push', 'manifest push', 'compose push']),
  row('docker', 'publish', ['buildx build', 'build', 'buildx bake'], /^--push$|type=registry/),
  row('docker', 'deploy', ['stack deploy', 'service update', 'service create']),
  row('docker-compose podman buildah img', 'publish', ['push']),
  row('skopeo crane', 'publish', ['copy', 'push', 'tag']),
  row('gcloud', 'publish', ['docker push', 'docker -- push', 'builds submit']),
  row('heroku', 'publish', ['container:push']),
  // Packages
  row('npm yarn pnpm lerna', 'publish', ['publish', 'npm publish', 'dist-tag add']),
  row('twine', 'publish', ['upload']),
  row('python python2 python3', 'publish', ['setup.py'], /^upload(?:_docs)?$/),
  row('poetry flit cargo', 'publish', ['publish']),
  row('gem', 'publish', ['push', 'inabox']),
  row('rake', 'publish', ['release', 'gem:push']),
  row('mvn mvnw', 'publish', undefined, /^(?:\S+:)?(?:deploy|release:perform)$/),
  row(
    'gradle gradlew',
    'publish',
    undefined,
    /^:?(?:\S+:)?(?:publish\S*|uploadArchives|bintrayUpload)$/,
  ),
  row('sbt lein', 'publish', undefined, /^\+?(?:\S+\/)?(?:publish(?:Signed)?|deploy)$/),
  row('dotnet', 'publish', ['nuget push']),
  row('nuget choco', 'publish', ['push']),
  row('pod', 'publish', ['trunk push', 'repo push']),
  row('jfrog jf', 'publish', ['rt u', 'rt upload', 'rt dp', 'rt docker-push', 'rt bp']),
  row('goreleaser', 'publish', ['release']),
  row('semantic-release', 'publish'),
  row('packer', 'publish', ['build']),
  row('git', 'publish', ['push']),
  row('gh hub', 'publish', ['release create', 'release upload']),
  // Systems
  row('kubectl oc', 'deploy', [
    ...['apply', 'create', 'replace', 'patch', 'set', 'scale', 'delete', 'edit', 'expose', 'run'],
    ...[
      'autoscale',
      'rollout restart',
      'rollout undo',
      'rollout latest',
      'rollout resume',
      'start-build',
      'rolling-update',
      'annotate',
      'label',
    ],
  ]),
  row('helm', 'deploy', ['install', 'upgrade', 'rollback', 'delete', 'uninstall']),
  row('helmfile', 'deploy', ['apply', 'sync', 'destroy']),
  row('skaffold', 'deploy', ['run', 'deploy']),
  row('terraform terragrunt tofu', 'deploy', ['apply', 'destroy', 'apply-all', 'run-all apply']),
  row('pulumi', 'deploy', ['up', 'update', 'destroy']),
  row('aws', 'deploy', [
    ...['s3 cp', 's3 sync', 's3 mv', 's3 rm', 's3api put-object', 's3 website'],
    ...['ecs update-service', 'ecs register-task-definition', 'ecs run-task', 'ecs create-service'],
    ...['lambda update-function-code', 'lambda create-function', 'lambda publish-version'],
    ...['elasticbeanstalk update-environment', 'elasticbeanstalk create-application-version'],
    ...['cloudformation deploy', 'cloudformation create-stack', 'cloudformation update-stack'],
    ...['cloudfront create-invalidation', 'deploy create-deployment', 'deploy push'],
    ...['opsworks create-deployment', 'sns publish', 'ecr put-image'],
  ]),
  row('sam', 'deploy', ['deploy']),
  row('cdk', 'deploy', ['deploy', 'destroy']),
  row('eb', 'deploy', ['deploy', 'create', 'terminate', 'setenv', 'swap', 'use']),
  row('ecs-deploy ecs-cli', 'deploy'),
  row('gcloud', 'deploy', [
    ...['app deploy', 'run deploy', 'functions deploy', 'beta functions deploy', 'beta run deploy'],
    ...['preview app deploy', 'deployment-manager deployments', 'container clusters create'],
    ...['compute instance-groups', 'compute instances'],
  ]),
  row('gsutil', 'deploy', ['cp', 'rsync', 'mv', 'rm', 'web set']),
  row('appcfg.py', 'deploy', ['update']),
  row('az', 'deploy', [
    'webapp',
    'functionapp deployment',
    'storage blob upload',
    'aks',
    'acr build',
  ]),
  row('azcopy', 'deploy'),
  row('heroku', 'deploy', [
    'container:release',
    'deploy',
    'deploy:jar',
    'war:deploy',
    'run',
    'builds:create',
  ]),
  row('cf', 'deploy', ['push']),
  row('firebase', 'deploy', ['deploy']),
  row('netlify vercel now surge', 'deploy'),
  row('gh-pages ghp-import', 'deploy'),
  row('mkdocs', 'deploy', ['gh-deploy']),
  row('serverless sls apex up', 'deploy', ['deploy', 'remove', 'up']),
  row('dpl', 'deploy'),
  row('cap mina', 'deploy'),
  row('fab', 'deploy', undefined, /deploy|release|publish/),
  row('fastlane', 'deploy', undefined, /deploy|release|beta|deliver|pilot|supply|publish/),
  row('ansible-playbook', 'deploy'),
  row('knife chef-client', 'deploy'),
  row('nomad', 'deploy', ['run', 'job run', 'stop']),
  row('kops', 'deploy', ['update', 'rolling-update', 'create', 'delete']),
  row('mup dokku caprover flyctl', 'deploy'),
  row('rancher rancher-compose', 'deploy', ['up', 'upgrade']),
  row('rsync scp', 'deploy', undefined, /^[^/\s]+:(?!\/\/)/),
  row('lftp ncftpput', 'deploy'),
];

const byProgram = new Map<string, DeployRow[]>();
for (const one of rows) {
  for (const name of one.program.split(' ')) {
    byProgram.set(name, [...(byProgram.get(name) ?? []), one]);
  }
}

/** Programs that start another one of the project: how many arguments of their own stand in front of it. */
const starters: Readonly<Record<string, RegExp>> = {
  bundle: /^exec$/,
  npx: /^(?!-)/,
  yarn: /^(?:exec|dlx)$/,
  poetry: /^run$/,
  pipenv: /^run$/,
  python: /^-m$/,
  python3: /^-m$/,
};

/** What a call does outside of the build; undefined where nothing is known of it. */
export function effectOf({ word, args, isLiteral }: Call): Effect | undefined {
  return isLiteral ? effectOfWords([word, ...args]) : undefined;
}

function effectOfWords([word = '', ...args]: readonly string[]): Effect | undefined {
  const name = word.slice(word.lastIndexOf('/') + 1);
  if (args.some((arg) => /^--(?:dry-run(?:=.*)?|help)$/.test(arg))) return undefined;
  const words = args.filter((arg) => !arg.startsWith('-') || arg === '--');
  // What stands behind an option may be its value.
  const surely = args.filter(
    (arg, at) => !arg.startsWith('-') && !/^-[^=]*$/.test(args[at - 1] ?? ''),
  );
  const isVerb = (verb: string): boolean => {
    const parts = verb.split(' ');
    return [words, surely].some((of) => parts.every((part, at) => of[at] === part));
  };
  const found = byProgram
    .get(name)
    ?.find(
      ({ verbs, option }) =>
        (verbs === undefined || verbs.some(isVerb)) &&
        (option === undefined || args.some((arg) => option.test(arg))),
    );
  if (found !== undefined) return found.effect;
  if (starters[name]?.test(args[0] ?? '') !== true) return undefined;
  return effectOfWords(name === 'npx' ? args : args.slice(1));
}
