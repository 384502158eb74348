// What a registry's or engine's refusal means, and what to do about it. One row a cause; the first that fits counts.

import { dockerHub } from '../../image/reference.ts';

export type PushFailure = {
  /** A later try can succeed: the fault is not in what was sent. */
  readonly passing: boolean;
  /** The repository is missing at the registry. */
  readonly missingRepository: boolean;
  readonly message: string;
  readonly remedy: string;
};

export type PushPlace = {
  readonly host: string;
  /** Repository at the host. */
  readonly path: string;
  /** What was being pushed, for the message. */
  readonly text: string;
};

type Row = {
  readonly pattern: RegExp;
  readonly host?: RegExp;
  readonly passing?: true;
  readonly missingRepository?: true;
  readonly cause: (place: PushPlace, match: RegExpExecArray) => string;
  readonly remedy: (place: PushPlace, match: RegExpExecArray) => string;
};

const amazon = /\.dkr[.-]ecr[.-]|^public\.ecr\.aws$/;
const google = /(^|\.)gcr\.io$|-docker\.pkg\.dev$/;
const github = /^ghcr\.io$/;
const quay = /^quay\.io$/;
const azure = /\.azurecr\.(io|cn|us)$/;
const hub = /^docker\.io$/;

const loginAgain = ({ host }: PushPlace): string =>
  `Put a step with transship's login for ${host} before this one, and check that its credential is for this registry.`;

const rows: readonly Row[] = [
  {
    // Before what a refusal means elsewhere: vendors say this as "denied", with 403.
    pattern:
      /will exceed the configured upper limit|quota has been exceeded|QUOTA_EXCEEDED|(?<!disk )quota.{0,20}exceed|(?<!rate )limit is \d+/i,
    cause: ({ host }) => `a limit of the project or plan at ${host} is reached`,
    remedy: () =>
      'Remove unused images or repositories, or raise the quota. The credential and its permissions are not the problem.',
  },
  {
    pattern: /unauthorized to access repository: (\S+?), action: (\w+)/i,
    cause: ({ path }, match) =>
      `the account is not allowed to ${match[2]} \`${path}\`, or the project \`${path.split('/')[0]}\` does not exist`,
    remedy: () =>
      'Create the project, or give the account a role in it that can push. A robot account needs Push Repository, and its full name (`robot$...`) as the user.',
  },
  {
    pattern: /no basic auth credentials/i,
    cause: ({ host }) => `there is no credential for ${host}`,
    remedy: ({ host }) =>
      `Log in to ${host} in an earlier step, or set \`dockercfg\` of this step. The host of the credential and of the image name must be the same.`,
  },
  {
    pattern: /authorization token has expired|token (has |is )?expired/i,
    cause: ({ host }) => `the credential for ${host} has expired`,
    remedy: () =>
      'Log in again right before the push: tokens of cloud registries are valid for 1 to 12 hours.',
  },
  {
    pattern: /is not authorized to perform: ([\w-]+:\w+)/i,
    cause: (_place, match) => `the AWS identity lacks the permission \`${match[1]}\``,
    remedy: ({ path }) =>
      `Allow it for the repository \`${path}\`. A push needs ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage and ecr:GetAuthorizationToken.`,
  },
  {
    pattern: /(name unknown|NAME_UNKNOWN|does not exist|RepositoryNotFound)/,
    host: amazon,
    missingRepository: true,
    cause: ({ host, path }) => `the repository \`${path}\` does not exist at ${host}`,
    remedy: () =>
      'Set `create-repository: true`, or create it with `aws ecr create-repository`: Amazon ECR makes none by a push.',
  },
  {
    pattern: /Permission [\\"']*(artifactregistry\.[\w.]+)/i,
    cause: ({ path }, match) =>
      `the Google account lacks \`${match[1]}\` for \`${path}\`, or the repository does not exist`,
    remedy: () =>
      'Create the repository in Artifact Registry if it is missing, and give the account the role roles/artifactregistry.writer on it.',
  },
  {
    pattern:
      /createOnPush|repo does not exist|Repository [\\"']*[\w-]+[\\"']* not found|name unknown|NAME_UNKNOWN/i,
    host: google,
    missingRepository: true,
    cause: ({ path }) => `there is no Artifact Registry repository for \`${path}\``,
    remedy: () =>
      'Create it (`gcloud artifacts repositories create`), or give the account roles/artifactregistry.createOnPushWriter for a gcr.io name.',
  },
  {
    pattern: /You don't have the needed permissions|Unauthenticated request|unauthorized|denied/i,
    host: google,
    cause: ({ path }) => `the Google account is not allowed to write to \`${path}\``,
    remedy: () => 'Give it the role roles/artifactregistry.writer on the repository.',
  },
  {
    pattern: /permission_denied: write_package|permission_denied|installation not allowed|denied/i,
    host: github,
    cause: ({ path }) => `the token is not allowed to write the package \`${path}\``,
    remedy: () =>
      'Give the job `permissions: packages: write`; for a package that another repository created, add this repository with the role Write under the package\'s "Manage Actions access". A personal token needs the scope write:packages.',
  },
  {
    pattern:
      /unauthorized: access to the requested resource is not authorized|unauthorized|denied|insufficient/i,
    host: quay,
    cause: ({ path }) => `the account is not allowed to write to \`${path}\` at Quay`,
    remedy: () =>
      'Give the robot account the permission Write on the repository; to create a repository, it needs the permission to create repositories in the organization.',
  },
  {
    pattern: /unauthorized|denied|insufficient_scope/i,
    host: azure,
    cause: ({ path, host }) => `the account is not allowed to push \`${path}\` to ${host}`,
    remedy: () =>
      'Give it the role AcrPush on the registry, or use the admin user of the registry.',
  },
  {
    pattern: /immutable|cannot be overwritten|already exists/i,
    cause: ({ text }) => `the tag of \`${text}\` exists and cannot be changed`,
    remedy: () =>
      'The repository has immutable tags: push another tag, or allow changes in its settings.',
  },
  {
    pattern: /denied|insufficient_scope|forbidden|\b403\b/i,
    host: hub,
    cause: ({ path }) =>
      `the account is not allowed to push to \`${path.replace(/^library\//, '')}\` at Docker Hub, or the repository does not exist`,
    remedy: ({ path }) =>
      path.startsWith('library/')
        ? 'An image name without an account belongs to Docker itself: write `account/name`, or put the host of your registry first.'
        : 'Use an access token with Read & Write, of an account with write access to the repository.',
  },
  {
    pattern: /\btoo ?many ?requests\b|\b429\b|rate limit/i,
    passing: true,
    cause: ({ host }) => `${host} limits the request rate (too many requests)`,
    remedy: () => 'Run the job again later.',
  },
  {
    pattern:
      /no space left on device|insufficient storage|\b507\b|disk quota|quota exceeded|exceed.{0,20}quota/i,
    cause: ({ host }) => `there is no space left, on this machine or at ${host}`,
    remedy: () => 'Remove unused images, or raise the quota.',
  },
  {
    pattern:
      /server gave HTTP response to HTTPS client|first record does not look like a TLS handshake/i,
    cause: ({ host }) => `${host} uses plain HTTP, which the engine refuses`,
    remedy: ({ host }) =>
      `Add it (${host}) to \`insecure-registries\` in the engine's daemon.json, or give the registry a certificate.`,
  },
  {
    pattern: /x509|certificate/i,
    cause: ({ host }) => `the engine does not trust the certificate of ${host}`,
    remedy: ({ host }) =>
      `Put the certificate of its authority in /etc/docker/certs.d/${host}/ca.crt on the runner.`,
  },
  {
    pattern: /no such host|server misbehaving/i,
    cause: ({ host }) => `the host name ${host} is unknown to the engine`,
    remedy: () => 'Check `image_name`, and that the runner can reach the registry.',
  },
  {
    pattern: /\b413\b|entity too large/i,
    cause: ({ host }) => `a layer is larger than ${host}, or a proxy in front of it, accepts`,
    remedy: () =>
      'Raise the limit of the proxy (client_max_body_size of nginx), or make the layer smaller.',
  },
  {
    pattern: /\b405\b|operation is unsupported|UNSUPPORTED|read.?only/i,
    cause: ({ host }) => `${host} does not accept pushes: it is read-only or a mirror`,
    remedy: () => 'Push to the registry that it mirrors.',
  },
  {
    // A registry of several servers that see each other's uploads late.
    pattern: /manifest (blob )?unknown|MANIFEST_(BLOB_)?UNKNOWN/i,
    passing: true,
    cause: ({ host }) => `${host} does not see the content that was just uploaded`,
    remedy: ({ host }) =>
      `Run the job again later. If ${host} is your own: all its servers must share one storage.`,
  },
  {
    pattern: /manifest invalid|MANIFEST_INVALID|\b415\b|unsupported media type/i,
    cause: ({ host }) => `${host} rejects the manifest of the image`,
    remedy: () =>
      'An old registry may not support OCI images: update it. Zot only supports OCI images unless its settings contain `http: {compat: [docker2s2]}`; `from` copies an image that is already an OCI image.',
  },
  {
    pattern: /unauthorized|authentication required|\b401\b|incorrect username or password/i,
    cause: ({ host }) => `${host} does not accept the credential`,
    remedy: loginAgain,
  },
  {
    pattern: /name unknown|NAME_UNKNOWN|repository .*not found|project .*not found|\b404\b/i,
    missingRepository: true,
    cause: ({ host, path }) => `the repository \`${path}\` does not exist at ${host}`,
    remedy: () => 'Create it, or the project that it belongs to, or correct `image_name`.',
  },
  {
    pattern: /denied|forbidden|insufficient_scope|\b403\b/i,
    cause: ({ host, path }) => `the account is not allowed to push to \`${path}\` at ${host}`,
    remedy: () => 'Give the account write access to this repository.',
  },
  {
    pattern: /does not exist locally|No such image/i,
    cause: ({ text }) => `there is no local image for \`${text}\``,
    remedy: () => 'Build, pull or commit it in an earlier step, or set `image`.',
  },
  {
    pattern:
      /\b(408|50[0-9]|52[0-9])\b|timeout|timed out|deadline exceeded|connection (refused|reset)|broken pipe|EOF|cut the connection|takes no connection|temporary failure|try again|unavailable|blob upload|closed network connection|stream error|http2:/i,
    passing: true,
    cause: ({ host }) => `${host} did not answer correctly`,
    remedy: ({ host }) =>
      `Run the job again later; layers that were uploaded are not sent again. If ${host} is your own registry, see its log; its disk may be full.`,
  },
];

/**
 * Explains a failed push.
 *
 * @param said what the docker client or the registry said
 */
export function explainPush(said: string, place: PushPlace): PushFailure {
  for (const row of rows) {
    if (row.host !== undefined && !row.host.test(place.host)) continue;
    const match = row.pattern.exec(said);
    if (match === null) continue;
    return {
      passing: row.passing === true,
      missingRepository: row.missingRepository === true,
      message: `\`${place.text}\` was not pushed: ${row.cause(place, match)}. The registry said: ${said}`,
      remedy: row.remedy(place, match),
    };
  }
  return {
    passing: false,
    missingRepository: false,
    message: `\`${place.text}\` was not pushed: ${said}`,
    remedy: `Check that \`docker push ${place.text}\` works with the same credential${place.host === dockerHub ? '' : ` for ${place.host}`}.`,
  };
}
