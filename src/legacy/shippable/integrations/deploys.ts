// `integrations.deploy`: Elastic Beanstalk after `ci` (shippable.md 2.7, 11.65), by the calls that Shippable made.

import { allOf, type Expression, standingFor } from '../../../expression/expression.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import { type Line, traced } from '../../../output/tree.ts';
import { type Section, section } from '../../../source/keys.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import type { Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import { type branchKeys, deployKeys } from '../keys/keys.ts';
import { plainLine } from '../scripts/script.ts';
import { type SecretNames, secret } from '../secrets/secret-names.ts';
import { warnOfIndent } from './misplaced-filter.ts';
import { hasSecrets } from './secret-guard.ts';

type Filter = Section<typeof branchKeys>;
type Deploy = Section<typeof deployKeys>;

/** `where`: the condition for a filter of branches. */
export function translateDeploys(
  items: readonly SourceNode[],
  where: (filter: Filter | undefined) => Expression | undefined,
  secrets: SecretNames,
  context: TranslationContext,
): readonly Step[] {
  return items.flatMap((item) => {
    warnOfIndent(item, context);
    const deploy = section(deployKeys).read(item, context);
    return deploy === undefined ? [] : deployStep(deploy, where, secrets, context);
  });
}

function deployStep(
  deploy: Deploy,
  where: (filter: Filter | undefined) => Expression | undefined,
  secrets: SecretNames,
  { report, otherwise }: TranslationContext,
): readonly Step[] {
  const { integrationName: name, application_name: application, env_name: environment } = deploy;
  if (name === undefined || application === undefined || environment === undefined) {
    report(
      'incomplete-deploy',
      deploy.node,
      'a deployment to Elastic Beanstalk needs `integrationName`, `application_name` and `env_name`; this one never worked',
      'add what is missing and convert again',
    );
    return [];
  }
  report(
    'old-deploy',
    application,
    'the deployment becomes AWS CLI commands; the access keys of the integration become secrets',
    'if you can, let the job assume a role with OpenID Connect instead of using keys',
  );
  if (deploy.platform !== undefined)
    otherwise('deploy-platform', deploy.platform, 'the environment already has its platform');
  const prefix = `${integrationPrefix(name.text)}_INTEGRATION`;
  const key = (field: string, what: string): Expression =>
    secret(secrets.need(`${prefix}_${field}`, `${what} of the integration \`${name.text}\``, name));
  const filter = where(deploy.branches);
  const region = deploy.region;
  return [
    {
      kind: 'run',
      name: traced(`Deploy to Elastic Beanstalk`, ...given(deploy.type, deploy.target)),
      ...defined({ before: filled(deploy.node.before) }),
      if: allOf([...(filter === undefined ? [] : [filter]), hasSecrets]) ?? hasSecrets,
      env: [
        {
          name: 'AWS_ACCESS_KEY_ID',
          value: standingFor(key('ACCESSKEY', 'access key'), name),
        },
        {
          name: 'AWS_SECRET_ACCESS_KEY',
          value: standingFor(key('SECRETKEY', 'secret key'), name),
        },
        {
          name: 'AWS_DEFAULT_REGION',
          value: region === undefined ? 'us-east-1' : traced(region.text, region),
        },
      ],
      run: deployLines(deploy, application, environment),
    },
  ];
}

const given = (...nodes: readonly (ScalarNode | undefined)[]): readonly ScalarNode[] =>
  nodes.filter((node) => node !== undefined);

/** A new version from the clone, or from the description of an image, for the environment. */
function deployLines(deploy: Deploy, application: ScalarNode, environment: ScalarNode): Line[] {
  const { image_name: image, image_tag: tag, bucket_name: bucket } = deploy;
  const app = word(application);
  const onImage = /docker/i.test(deploy.target?.text ?? '') || image !== undefined;
  return [
    plainLine('version=$GITHUB_RUN_NUMBER-$GITHUB_RUN_ATTEMPT'),
    bucket === undefined
      ? plainLine(
          'bucket=$(aws elasticbeanstalk create-storage-location --query S3Bucket --output text)',
        )
      : traced(`bucket=${word(bucket)}`, bucket),
    ...(onImage
      ? [
          ...(image === undefined
            ? []
            : [traced(`sed -i "s|<IMAGE_NAME>|${inside(image)}|" Dockerrun.aws.json`, image)]),
          traced(
            `sed -i "s|<TAG>|${tag === undefined ? 'latest' : inside(tag)}|" Dockerrun.aws.json`,
            ...given(tag),
          ),
          plainLine('files="Dockerrun.aws.json $(ls -d .ebextensions 2> /dev/null || :)"'),
          plainLine('zip -qr "$RUNNER_TEMP/$version.zip" $files'),
        ]
      : [plainLine(`git archive -o "$RUNNER_TEMP/$version.zip" HEAD`)]),
    traced(`aws s3 cp "$RUNNER_TEMP/$version.zip" "s3://$bucket/$version.zip"`),
    traced(
      `aws elasticbeanstalk create-application-version --application-name ${app} --version-label "$version" --source-bundle "S3Bucket=$bucket,S3Key=$version.zip"`,
      application,
    ),
    traced(
      `aws elasticbeanstalk update-environment --environment-name ${word(environment)} --version-label "$version"`,
      environment,
    ),
  ];
}

/** The values were shell text. */
const inside = (node: ScalarNode): string => node.text.replaceAll('"', '\\"');
const word = (node: ScalarNode): string =>
  /^[\w./-]+$/.test(node.text) ? node.text : `"${inside(node)}"`;
