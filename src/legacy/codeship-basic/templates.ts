// Deployments that the dashboard had fields for (codeship.md 10.4), as the commands that do the same.

import { joined, type Line, traced } from '../../output/tree.ts';
import { quoteWord } from '../../shell/words.ts';
import { isEmpty, type ScalarNode, type SourceNode, valueAt } from '../../source/node.ts';
import { reportWrongType } from '../../source/readers.ts';
import type { TranslationContext } from '../translation.ts';

export type Template = {
  readonly lines: readonly Line[];
  /** Secrets that the commands read as variables. */
  readonly secrets: readonly string[];
  /** A push wants the whole history. */
  readonly needsHistory: boolean;
};

type Fields = Readonly<Record<string, ScalarNode | undefined>>;

type TemplateRow = {
  readonly fields: Readonly<Record<string, 'required' | 'optional'>>;
  readonly secrets: readonly string[];
  readonly needsHistory: boolean;
  readonly lines: (fields: Fields) => readonly Line[];
};

const word = (node: ScalarNode | undefined, prefix = '', suffix = ''): Line =>
  node === undefined ? traced('') : traced(quoteWord(`${prefix}${node.text}${suffix}`), node);

/** The key reaches git by the helper alone, so it is in no argument and no log. */
export const herokuLogin: readonly string[] = [
  `git config --global credential.https://git.heroku.com.helper '!f() { echo username=heroku; echo "password=$HEROKU_API_KEY"; }; f'`,
];

const rows: Readonly<Record<string, TemplateRow>> = {
  heroku: {
    fields: { app: 'required', url: 'optional', command: 'optional' },
    secrets: ['HEROKU_API_KEY'],
    needsHistory: true,
    lines: ({ app, url, command }) => [
      ...herokuLogin.map((line) => traced(line)),
      joined([
        'git push --force ',
        word(app, 'https://git.heroku.com/', '.git'),
        ' HEAD:refs/heads/main',
      ]),
      ...(command === undefined
        ? []
        : [
            joined([
              'npx --yes heroku run --exit-code --app ',
              word(app),
              ' -- ',
              traced(command.text, command),
            ]),
          ]),
      ...(url === undefined
        ? []
        : [
            joined([
              'curl --silent --show-error --fail --location --retry 6 --retry-delay 10 --retry-all-errors --output /dev/null ',
              word(url),
            ]),
          ]),
    ],
  },
  s3: {
    fields: { bucket: 'required', path: 'required', region: 'optional', acl: 'optional' },
    secrets: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    needsHistory: false,
    lines: ({ bucket, path, region, acl }) => [
      joined([
        'aws s3 sync ',
        word(path),
        ' ',
        word(bucket, 's3://'),
        ...(region === undefined ? [] : [' --region ', word(region)]),
        ...(acl === undefined ? [] : [' --acl ', word(acl)]),
      ]),
    ],
  },
  elastic_beanstalk: {
    fields: {
      application: 'required',
      environment: 'required',
      bucket: 'required',
      region: 'required',
    },
    secrets: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    needsHistory: false,
    lines: ({ application, environment, bucket, region }) => [
      joined(['export AWS_DEFAULT_REGION=', word(region)]),
      ...bundleLines(bucket),
      joined([
        'aws elasticbeanstalk create-application-version --application-name ',
        word(application),
        ' --version-label "$version" --source-bundle ',
        bundleOf(bucket, 'S3Bucket=', ',S3Key='),
      ]),
      joined([
        'aws elasticbeanstalk update-environment --environment-name ',
        word(environment),
        ' --version-label "$version"',
      ]),
      joined([
        'aws elasticbeanstalk wait environment-updated --environment-names ',
        word(environment),
        ' --version-label "$version"',
      ]),
    ],
  },
  codedeploy: {
    fields: {
      application: 'required',
      group: 'required',
      bucket: 'required',
      region: 'required',
      config: 'optional',
    },
    secrets: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    needsHistory: false,
    lines: ({ application, group, bucket, region, config }) => [
      joined(['export AWS_DEFAULT_REGION=', word(region)]),
      ...bundleLines(bucket),
      joined([
        'id=$(aws deploy create-deployment --application-name ',
        word(application),
        ' --deployment-group-name ',
        word(group),
        ...(config === undefined ? [] : [' --deployment-config-name ', word(config)]),
        ' --s3-location ',
        bundleOf(bucket, 'bundleType=zip,bucket=', ',key='),
        ' --query deploymentId --output text)',
      ]),
      traced('aws deploy wait deployment-successful --deployment-id "$id"'),
    ],
  },
  app_engine: {
    fields: { project: 'required' },
    secrets: ['GOOGLE_AUTH_JSON'],
    needsHistory: false,
    lines: ({ project }) => [
      // The key reaches the program by a file that the job alone can read.
      traced('trap \'rm -f "$RUNNER_TEMP/google.json"\' EXIT'),
      traced(
        '(umask 077 && printenv GOOGLE_AUTH_JSON > "$RUNNER_TEMP/google.json") && gcloud auth activate-service-account --key-file "$RUNNER_TEMP/google.json"',
      ),
      joined(['gcloud app deploy --quiet --project ', word(project)]),
    ],
  },
};

/** The commit as an archive in the bucket, below the part of its name behind the first slash. */
const bundleLines = (bucket: ScalarNode | undefined): readonly Line[] => [
  traced('version=$CI_BUILD_NUMBER-${GITHUB_SHA:0:7}'),
  traced('git archive --format zip --output "$RUNNER_TEMP/$version.zip" HEAD'),
  joined(['aws s3 cp "$RUNNER_TEMP/$version.zip" ', word(bucket, 's3://', '/'), '"$version.zip"']),
];

function bundleOf(bucket: ScalarNode | undefined, before: string, between: string): Line {
  const [name = '', ...path] = (bucket?.text ?? '').split('/').filter((part) => part !== '');
  const folder = path.map((part) => `${part}/`).join('');
  return traced(
    `${quoteWord(`${before}${name}${between}${folder}`)}"$version.zip"`,
    ...(bucket === undefined ? [] : [bucket]),
  );
}

/** By the key of a deployment: its fields, and which of them have to be there. */
export const templateFields: Readonly<Record<string, TemplateRow['fields']>> = Object.fromEntries(
  Object.entries(rows).map(([name, { fields }]) => [name, fields]),
);

/** Keys of a deployment that hold the fields of the dashboard. */
export const templateNames: readonly string[] = Object.keys(rows);

/** The deployment that the fields of the dashboard describe. */
export function templateOf(node: SourceNode, context: TranslationContext): Template | undefined {
  for (const [name, row] of Object.entries(rows)) {
    const given = valueAt(node, name);
    if (given === undefined || isEmpty(given)) continue;
    if (given.kind !== 'mapping') {
      reportWrongType(given, `a mapping with ${Object.keys(row.fields).join(', ')}`, context);
      continue;
    }
    const fields: Record<string, ScalarNode> = {};
    for (const { key, value } of given.entries) {
      if (!Object.hasOwn(row.fields, key.text))
        context.report('unknown-key', value, `unknown key \`${key.text}\``);
      else if (value.kind === 'scalar') fields[key.text] = value;
      else reportWrongType(value, 'a single value', context);
    }
    const missing = Object.entries(row.fields).find(
      ([key, need]) => need === 'required' && fields[key] === undefined,
    );
    if (missing !== undefined) {
      context.report(
        'incomplete-step',
        given,
        `the deployment lacks \`${missing[0]}\``,
        'write it as it was in the dashboard',
      );
      continue;
    }
    const { secrets, needsHistory } = row;
    return { lines: row.lines(fields), secrets, needsHistory };
  }
  return undefined;
}
