// What images and programs are known to read from their environment without anybody's file saying so. CodeShip's own
// images are the rows of its reference (codeship.md 5.4, 5.5).

export type Needs = {
  /** Without these it does nothing useful. */
  readonly needs: readonly string[];
  /** What it reads where it is there. */
  readonly takes?: readonly string[];
};

const aws = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
const google = ['GOOGLE_AUTH_JSON', 'GOOGLE_AUTH_EMAIL', 'GOOGLE_PROJECT_ID'];

/** By the name without registry, owner and tag: people built copies of these under names of their own. */
const images: Readonly<Record<string, Needs>> = {
  'aws-ecr-dockercfg-generator': {
    needs: ['AWS_REGION', ...aws],
    takes: ['AWS_STS_ROLE', 'AWS_STS_ACCOUNT', 'ECR_PUBLIC', 'AWS_ECR_REGISTRY_IDS'],
  },
  'gcr-dockercfg-generator': { needs: google, takes: ['GOOGLE_LOCATION'] },
  'azure-dockercfg-generator': {
    needs: ['AZURE_USERNAME', 'AZURE_PASSWORD', 'AZURE_REGISTRY_NAME'],
    takes: ['AZURE_REGISTRY'],
  },
  'ibm-bluemix-dockercfg-generator': {
    needs: ['BLUEMIX_API_KEY'],
    takes: ['BLUEMIX_API_ENDPOINT'],
  },
  'heroku-dockercfg-generator': { needs: ['HEROKU_API_KEY'] },
  'dockercfg-generator': {
    needs: ['DOCKER_USERNAME', 'DOCKER_PASSWORD'],
    takes: ['DOCKER_REGISTRY'],
  },
  'aws-deployment': { needs: [...aws, 'AWS_DEFAULT_REGION'] },
  'google-cloud-deployment': { needs: google },
  'azure-deployment': {
    needs: ['AZURE_USERNAME', 'AZURE_PASSWORD'],
    takes: ['AZURE_RESOURCE_GROUP', 'AZURE_CLUSTER_NAME'],
  },
  'heroku-deployment': { needs: ['HEROKU_API_KEY'] },
  'ibm-bluemix-deployment': { needs: ['BLUEMIX_API_KEY'] },
  kubectl: { needs: ['ENV_VAR_HELPER'] },
  'eks-kubectl': { needs: ['ENV_VAR_HELPER', ...aws, 'AWS_DEFAULT_REGION'] },
  'ssh-helper': { needs: ['PRIVATE_SSH_KEY'] },
};

/** Helpers that carry these names, of this organization and of copies. */
const isHelper = (path: string): boolean => {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return path.startsWith('codeship/') || /dockercfg-generator$|-deployment$/.test(base);
};

/** @param name the image as it is written, with or without registry and tag */
export function needsOfImage(name: string): Needs | undefined {
  const path = name.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const base = path.slice(path.lastIndexOf('/') + 1);
  return isHelper(path.replace(/^docker\.io\//, '')) && Object.hasOwn(images, base)
    ? images[base]
    : undefined;
}

/** Programs by a pattern of a command line. */
const programs: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:^|[\s;&|(/])(?:aws|eb|ecs-deploy|ecs-cli|s3cmd|serverless|sls|codeship_aws|cdk)\s+\w/, aws],
  [/\bcodeship_google\b|\bcodeship_app_engine_deploy\b/, google],
  [/(?:^|[\s;&|(])(?:heroku\s+\w|codeship_heroku\s+deploy)/, ['HEROKU_API_KEY']],
  [/(?:^|[\s;&|(])coveralls\b/, ['COVERALLS_REPO_TOKEN']],
  [/(?:^|[\s;&|(])codecov\b|codecov\.io\/bash/, ['CODECOV_TOKEN']],
  [/\bcodeclimate-test-reporter\b/, ['CODECLIMATE_REPO_TOKEN']],
  [/\bcc-test-reporter\b/, ['CC_TEST_REPORTER_ID']],
  [/(?:^|[\s;&|(])snyk\s+(?:test|monitor|auth)\b/, ['SNYK_TOKEN']],
  [/(?:^|[\s;&|(])doctl\s+\w/, ['DIGITALOCEAN_ACCESS_TOKEN']],
  [/(?:^|[\s;&|(])sentry-cli\s+\w/, ['SENTRY_AUTH_TOKEN']],
  [/\bcypress\s+run\b.*--record\b/, ['CYPRESS_RECORD_KEY']],
  [/(?:^|[\s;&|(])twine\s+upload\b(?!.*(?:-u|--username)\b)/, ['TWINE_USERNAME', 'TWINE_PASSWORD']],
  [/(?:^|[\s;&|(])(?:netlify|ntl)\s+deploy\b/, ['NETLIFY_AUTH_TOKEN', 'NETLIFY_SITE_ID']],
  [/(?:^|[\s;&|(])firebase\s+deploy\b(?!.*--token)/, ['FIREBASE_TOKEN']],
  [/(?:^|[\s;&|(])surge\s+\S/, ['SURGE_LOGIN', 'SURGE_TOKEN']],
  [/(?:^|[\s;&|(])(?:now|vercel)\s+(?:--|deploy)/, ['VERCEL_TOKEN']],
  [/(?:^|[\s;&|(])gem\s+push\b/, ['GEM_HOST_API_KEY']],
];

/** Names that the programs of a command, or of a script, read by themselves. */
export const needsOfCommand = (text: string): readonly string[] => [
  ...new Set(programs.flatMap(([pattern, names]) => (pattern.test(text) ? names : []))),
];
