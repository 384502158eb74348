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
        'The list under `integrations.hub` of shippable.yml, as YAML: `integrationName`, `type`, `branches`, `region`, `agent_only`. Excludes `config`.',
    },
    config: {
      description:
        'Path of a shippable.yml to read `integrations.hub` from. Excludes `integrations`.',
    },
    credentials: {
      description:
        'Credentials of the integrations, one `NAME_INTEGRATION_FIELD=value` per line. Without a line, the environment variable of that name is read.',
      secret: 'pairs',
    },
    registry: {
      description:
        'Address of the registry for the plain form with `username` and `password`; several with one credential are separated by spaces; `http://` in front only if it has no TLS. Empty means Docker Hub.',
    },
    username: { description: 'Account for the plain form.' },
    password: { description: 'Password or token for the plain form.', secret: true },
    identity: {
      description:
        'Plain form without a password, by the identity token of the job: the ARN of a role (Amazon ECR), a workload identity provider (Google; `username` may name a service account), an OIDC connection (Docker Hub; `username` is the organization). Quay.io needs only `username`, a robot account.',
    },
    realm: {
      description:
        'Hosts of token servers in another domain than the registry that may get the credential, separated by spaces. An integration names its own in `REALM`.',
    },
    dockercfg: {
      description:
        'Path of a dockercfg file, in either format, encrypted by CodeShip or plain. Several: one per line.',
    },
    hosts: {
      description:
        'Registries that later steps of the job use, one per line. Entries of `dockercfg` and `generator` for others may fail with a warning. Without it, one that works is enough.',
    },
    'aes-key': {
      description: 'CodeShip key (base64 of 32 bytes) that opens encrypted files. Never passed on.',
      secret: true,
    },
    generator: {
      description:
        'Image of a CodeShip dockercfg generator service. It gets one argument, a path, and writes a dockercfg there.',
    },
    'generator-env': {
      description: 'Environment of the generator, one `KEY=value` per line.',
      secret: 'pairs',
    },
    'generator-env-file': {
      description:
        'Environment files of the generator, one path per line; encrypted ones are opened with `aes-key`.',
    },
    'generator-options': {
      description:
        'Further `docker run` options of the generator, split like a shell line: volumes, links, the Docker socket.',
    },
    'on-missing': {
      description:
        'What an empty credential does: `fail`, `warn` or `skip`. Pull requests from forks have no secrets. An unknown integration always fails.',
      default: 'fail',
    },
    timeout: {
      description:
        'Seconds that each registry may take, retries included. Network errors and HTTP 408, 429 and 5xx are tried again, 401 and 403 never.',
      default: '60',
    },
    'github-token': {
      description:
        'Token for ghcr.io where no password is given. Without it, that of the job. Sent nowhere else.',
      default: '${{ github.token }}',
      secret: true,
    },
  },
  outputs: {
    registries: {
      description:
        'JSON list of `{host, account, state}`, one for each login, with the `name` of the integration. `state` is `logged-in`, `unverifiable` (the registry lets everyone in), `failed` or `skipped`.',
    },
    'docker-config': { description: 'The folder that DOCKER_CONFIG names in later steps.' },
  },
} as const satisfies ActionInterface;
