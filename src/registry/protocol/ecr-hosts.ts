// The names of Amazon ECR: partitions, regions, and every form of a registry's host.
// Suffixes and API hosts as in the AWS SDK's partition table and its endpoint rules for ECR.

export type Partition = {
  readonly id: string;
  readonly regions: RegExp;
  readonly suffix: string;
  /** Suffix of dual-stack registry hosts, `ACCOUNT.dkr-ecr.REGION.<it>`, where the partition has them. */
  readonly dualStackRegistry?: string;
  readonly dualStackApi?: string;
  /** The region in which a role is assumed when only the partition is known. */
  readonly home: string;
};

const partitions: readonly Partition[] = [
  {
    id: 'aws-cn',
    regions: /^cn-[a-z]+-\d+$/,
    suffix: 'amazonaws.com.cn',
    dualStackRegistry: 'on.amazonwebservices.com.cn',
    dualStackApi: 'api.amazonwebservices.com.cn',
    home: 'cn-northwest-1',
  },
  {
    id: 'aws-us-gov',
    regions: /^us-gov-[a-z]+-\d+$/,
    suffix: 'amazonaws.com',
    dualStackRegistry: 'on.aws',
    dualStackApi: 'api.aws',
    home: 'us-gov-west-1',
  },
  {
    id: 'aws-eusc',
    regions: /^eusc-[a-z]+-[a-z]+-\d+$/,
    suffix: 'amazonaws.eu',
    dualStackRegistry: 'on.amazonwebservices.eu',
    dualStackApi: 'api.amazonwebservices.eu',
    home: 'eusc-de-east-1',
  },
  { id: 'aws-iso', regions: /^us-iso-[a-z]+-\d+$/, suffix: 'c2s.ic.gov', home: 'us-iso-east-1' },
  {
    id: 'aws-iso-b',
    regions: /^us-isob-[a-z]+-\d+$/,
    suffix: 'sc2s.sgov.gov',
    home: 'us-isob-east-1',
  },
  {
    id: 'aws-iso-e',
    regions: /^eu-isoe-[a-z]+-\d+$/,
    suffix: 'cloud.adc-e.uk',
    home: 'eu-isoe-west-1',
  },
  {
    id: 'aws-iso-f',
    regions: /^us-isof-[a-z]+-\d+$/,
    suffix: 'csp.hci.ic.gov',
    home: 'us-isof-south-1',
  },
  {
    id: 'aws',
    regions: /^[a-z]{2}-[a-z]+-\d+$/,
    suffix: 'amazonaws.com',
    dualStackRegistry: 'on.aws',
    dualStackApi: 'api.aws',
    home: 'us-east-1',
  },
];

/** Undefined for text that is not a region of any partition: it must never become part of a host name. */
export function partitionOf(region: string): Partition | undefined {
  return partitions.find(({ regions }) => regions.test(region));
}

export type EcrHost =
  | {
      readonly kind: 'private';
      readonly account: string;
      readonly region: string;
      readonly fips: boolean;
      readonly dualStack: boolean;
    }
  | { readonly kind: 'public' };

const privateHost = /^(\d{12})\.dkr([.-])ecr(-fips)?\.([a-z0-9-]+)\.([a-z0-9.-]+)$/;

/** What a host name says; undefined if it is none of Amazon's. */
export function parseEcrHost(host: string): EcrHost | undefined {
  if (host === 'public.ecr.aws' || host === 'ecr-public.aws.com') return { kind: 'public' };
  const match = privateHost.exec(host);
  if (match === null) return undefined;
  const [, account = '', dot, fips, region = '', suffix] = match;
  const partition = partitionOf(region);
  const dualStack = dot === '-';
  if (
    partition === undefined ||
    suffix !== (dualStack ? partition.dualStackRegistry : partition.suffix)
  ) {
    return undefined;
  }
  return { kind: 'private', account, region, fips: fips !== undefined, dualStack };
}

/** The plain host of an account's registry in a region. */
export function ecrHost(account: string, region: string): string {
  return `${account}.dkr.ecr.${region}.${partitionOf(region)?.suffix ?? 'amazonaws.com'}`;
}

/** The API that gives tokens for a region; by FIPS or dual-stack where the registry's host is. */
export function ecrApi(
  region: string,
  form: { readonly fips: boolean; readonly dualStack: boolean },
): string {
  const { suffix, dualStackApi } = partitionOf(region) ?? { suffix: 'amazonaws.com' };
  const name = form.fips ? 'ecr-fips' : 'ecr';
  if (form.dualStack && dualStackApi !== undefined)
    return `https://${name}.${region}.${dualStackApi}`;
  return `https://api.${name}.${region}.${suffix}`;
}

/** ECR Public has its API in one region, wherever the runner is. */
export const ecrPublic = {
  api: 'https://api.ecr-public.us-east-1.amazonaws.com',
  region: 'us-east-1',
  hosts: ['public.ecr.aws', 'ecr-public.aws.com'],
};

export function stsApi(region: string): string {
  return `https://sts.${region}.${partitionOf(region)?.suffix ?? 'amazonaws.com'}`;
}
