// The dockercfg generators that CodeShip provided (codeship.md 5.4): what they did with their environment, without Docker
// and without their images, which may be gone.

import { defined, filled } from '../../ground/defined.ts';
import { registryNamed } from '../../integration/registries.ts';
import { parseAddress } from '../../registry/protocol/address.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import { ecrLogins } from '../../registry/vendors/ecr.ts';
import { googleCredential } from '../../registry/vendors/google.ts';
import { atAddresses } from './at-addresses.ts';
import type { Wish } from './wish.ts';

type Env = ReadonlyMap<string, string>;

type Generator = {
  /** The name of the image without registry, owner and tag. */
  readonly image: string;
  /** Without these it is run as any other image, to say itself what it lacks. */
  readonly needs: readonly string[];
  readonly registry: string;
  readonly obtain: (env: Env) => Wish['obtain'];
};

const value = (env: Env, name: string): string => env.get(name) ?? '';

/** One login by user name and password. */
function plain(host: string, username: string, password: string): Wish['obtain'] {
  const address = parseAddress(host);
  return async () => [
    address === undefined
      ? fail('wrong', `${host} is not a registry address.`)
      : ok({ address, credential: { kind: 'password', username, password }, account: username }),
  ];
}

const generators: readonly Generator[] = [
  {
    image: 'aws-ecr-dockercfg-generator',
    needs: ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    registry: 'ecr',
    obtain: (env) => {
      const [account, role] = [value(env, 'AWS_STS_ACCOUNT'), value(env, 'AWS_STS_ROLE')];
      const partition = value(env, 'AWS_REGION').startsWith('cn-') ? 'aws-cn' : 'aws';
      const session = value(env, 'AWS_SESSION_TOKEN');
      const wish = {
        identity: {
          keys: {
            accessKey: value(env, 'AWS_ACCESS_KEY_ID'),
            secretKey: value(env, 'AWS_SECRET_ACCESS_KEY'),
            ...defined({ sessionToken: filled(session) }),
          },
          ...(role !== '' && { role: `arn:${partition}:iam::${account}:role/${role}` }),
        },
        region: value(env, 'AWS_REGION'),
        hosts: env.has('ECR_PUBLIC') ? ['public.ecr.aws'] : [],
        accounts: value(env, 'AWS_ECR_REGISTRY_IDS')
          .split(/\s+/)
          .filter((id) => id !== ''),
      };
      return (patience) => ecrLogins(patience, wish);
    },
  },
  {
    image: 'gcr-dockercfg-generator',
    needs: ['GOOGLE_AUTH_JSON'],
    registry: 'gcr',
    obtain: (env) => {
      const location = value(env, 'GOOGLE_LOCATION');
      const hosts = [
        ...(registryNamed('gcr').hosts ?? []),
        ...(location === '' ? [] : [`${location}-docker.pkg.dev`]),
      ];
      return async (patience) => {
        const made = await googleCredential(patience, { key: value(env, 'GOOGLE_AUTH_JSON') });
        return made.ok
          ? atAddresses(
              hosts.map((host) => parseAddress(host)),
              made.value.credential,
              made.value.account,
            )
          : [made];
      };
    },
  },
  {
    image: 'azure-dockercfg-generator',
    needs: ['AZURE_USERNAME', 'AZURE_PASSWORD'],
    registry: 'acr',
    obtain: (env) => {
      const name =
        value(env, 'AZURE_REGISTRY_NAME') ||
        value(env, 'AZURE_REGISTRY') ||
        value(env, 'AZURE_USERNAME');
      const host = name.includes('.') ? name : `${name}.azurecr.io`;
      return plain(host, value(env, 'AZURE_USERNAME'), value(env, 'AZURE_PASSWORD'));
    },
  },
  {
    image: 'ibm-bluemix-dockercfg-generator',
    needs: ['BLUEMIX_API_KEY'],
    registry: 'private',
    obtain: (env) => {
      // registry.REGION.bluemix.net became REGION.icr.io.
      const region =
        /api\.([a-z-]+)\.bluemix\.net/.exec(value(env, 'BLUEMIX_API_ENDPOINT'))?.[1] ?? 'ng';
      const host =
        { 'eu-gb': 'uk.icr.io', 'eu-de': 'de.icr.io', 'au-syd': 'au.icr.io' }[region] ??
        'us.icr.io';
      return plain(host, 'iamapikey', value(env, 'BLUEMIX_API_KEY'));
    },
  },
  {
    image: 'heroku-dockercfg-generator',
    needs: ['HEROKU_API_KEY'],
    registry: 'private',
    obtain: (env) => plain('registry.heroku.com', '_', value(env, 'HEROKU_API_KEY')),
  },
  {
    image: 'dockercfg-generator',
    needs: ['DOCKER_USERNAME', 'DOCKER_PASSWORD'],
    registry: 'docker',
    obtain: (env) =>
      plain(
        value(env, 'DOCKER_REGISTRY'),
        value(env, 'DOCKER_USERNAME'),
        value(env, 'DOCKER_PASSWORD'),
      ),
  },
];

/** The login that a known generator made; undefined for an image that has to be run. */
export function knownGenerator(image: string, env: Env): Result<Wish> | undefined {
  const [, name] =
    /^(?:docker\.io\/|index\.docker\.io\/)?codeship\/([^:@/]+)(?:[:@].*)?$/.exec(image) ?? [];
  const generator = generators.find((row) => row.image === name);
  if (generator === undefined) return undefined;
  if (!generator.needs.every((variable) => value(env, variable) !== '')) return undefined;
  return ok({
    name: '',
    label: `generator ${image}`,
    place: {},
    registry: registryNamed(generator.registry),
    agentOnly: false,
    obtain: generator.obtain(env),
  });
}
