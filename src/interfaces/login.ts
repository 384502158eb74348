import type { ActionInterface } from './action-interface.ts';

export const loginInterface = {
  name: 'login',
  title: 'transship login',
  icon: 'log-in',
  description:
    'Log in to container registries the way Shippable integrations and CodeShip dockercfg files did.',
  inputs: {
    integrations: {
      description:
        'The list under `integrations.hub` of shippable.yml, as YAML: `integrationName`, `type`, `branches`, `region`, `agent_only`. Cannot be combined with `config`.',
    },
    config: {
      description:
        'Path of a shippable.yml to read `integrations.hub` from. Cannot be combined with `integrations`.',
    },
    credentials: {
      description:
        'Credentials of the integrations, one `NAME_INTEGRATION_FIELD=value` per line. For fields that are not listed, the environment variable of that name is read.',
      secret: 'pairs',
    },
    registry: {
      description:
        'Address of the registry, for use with `username` and `password`. Separate several registries that share one credential with spaces. Start it with `http://` only if the registry has no TLS. Without it, Docker Hub.',
    },
    username: { description: 'Account to log in to `registry` with.' },
    password: { description: 'Password or token of `username`.', secret: true },
    identity: {
      description:
        'Log in to `registry` without a password, with the identity token of the job: the ARN of a role (Amazon ECR), a workload identity provider (Google; `username` can be a service account), or an OIDC connection (Docker Hub; `username` is the organization). Quay.io needs only `username`, a robot account.',
    },
    realm: {
      description:
        'Hosts of token servers outside the domain of the registry that may receive the credential, separated by spaces. An integration sets its own with `REALM`.',
    },
    dockercfg: {
      description:
        'Paths of dockercfg files, one per line. Either format works, encrypted by CodeShip or unencrypted.',
    },
    hosts: {
      description:
        'Registries that later steps of the job use, one per line. If the login to another registry in `dockercfg` or `generator` fails, that is only a warning. Without it, one successful login is enough.',
    },
    'aes-key': {
      description:
        'CodeShip key (32 bytes, base64) that decrypts encrypted files. It is never passed on.',
      secret: true,
    },
    generator: {
      description:
        'Image of a CodeShip dockercfg generator service. It is run with a path as its only argument, and writes a dockercfg there.',
    },
    'generator-env': {
      description: 'Environment variables for the generator, one `KEY=value` per line.',
      secret: 'pairs',
    },
    'generator-env-file': {
      description:
        'Environment files for the generator, one path per line. Encrypted files are decrypted with `aes-key`.',
    },
    'generator-options': {
      description:
        'More `docker run` options for the generator, such as volumes, links or the Docker socket. They are split as a shell splits them.',
    },
    'on-missing': {
      description:
        'What to do if a credential is empty: `fail`, `warn` or `skip`. Pull requests from forks have no secrets. An unknown integration always fails.',
      default: 'fail',
    },
    timeout: {
      description:
        'Seconds that each registry may take, including retries. Network errors and HTTP 408, 429 and 5xx are retried; 401 and 403 never are.',
      default: '60',
    },
    'github-token': {
      description:
        'Token for ghcr.io if no password is given. Without it, the token of the job. It is not sent anywhere else.',
      default: '${{ github.token }}',
      secret: true,
    },
  },
  outputs: {
    registries: {
      description:
        'JSON list of `{host, account, state}`, one for each login, with the `name` of the integration. `state` is `logged-in`, `unverifiable` (the registry lets everybody in), `failed` or `skipped`.',
    },
    'docker-config': { description: 'The folder that DOCKER_CONFIG is set to in later steps.' },
  },
} as const satisfies ActionInterface;
