// The keys of a service (codeship.md 2.1).

import { dropped, section, translated } from '../../../source/keys.ts';
import { bySort, flag, listOf, oneOrMany, text } from '../../../source/readers.ts';
import { assignments, mentions, ports, textsOrPairs, words } from '../values/values.ts';
import { buildKeys } from './build-keys.ts';

const source = 'codeship.md 2.1';

/** A key that `docker run` and Compose have under the same name. */
const same = (summary: string, becomes = 'The same key in the Compose file.') =>
  ({ summary, becomes, source }) as const;

const code = 'ignored-key';

const ignored = (summary: string) =>
  dropped({ summary, source, why: 'CodeShip ignored this key of Compose', code });

const linksToHost = (summary: string) =>
  dropped({
    summary,
    source,
    why: 'CodeShip did not allow keys that tie a service to the machine',
    code,
  });

const misspelt = (right: string) =>
  dropped({
    summary: `A misspelling of \`${right}\` that an old documentation page had.`,
    source: 'codeship.md 5.4',
    why: 'CodeShip ignored it',
    help: `write \`${right}\``,
  });

const encryptedFile = {
  summary: 'Encrypted environment files, which override `env_file`.',
  becomes:
    'Decrypted by the `prepare` action to the folder that `env_file` in the Compose file points to.',
  source: 'codeship.md 2.3',
} as const;

export const servicesKeys = {
  image: translated(text, same('Image to use; it is pulled if it is not on the machine.')),
  build: translated(
    bySort({ scalar: text, mapping: section(buildKeys, { ignored: 'CodeShip ignored it' }) }),
    {
      summary: 'Folder to build the image from, or a mapping.',
      becomes:
        '`build` and `image` in the Compose file; the image is built once, before the first step that needs it.',
      source: 'codeship.md 2.2',
      keys: buildKeys,
    },
  ),
  dockerfile: translated(text, {
    summary: 'Dockerfile of `build: FOLDER`, relative to that folder.',
    becomes: '`build.dockerfile` in the Compose file.',
    source,
  }),
  cached: translated(flag, {
    summary: 'Whether to keep the layers of the image for later builds of the branch.',
    becomes: 'A step with the `build` action, which keeps them in the GitHub cache.',
    source: 'codeship.md 2.4',
  }),
  default_cache_branch: translated(text, {
    summary: 'Branch whose cache is used if a branch has none; by default `master`.',
    becomes: '`cache-branch` of the `build` action.',
    source: 'codeship.md 2.4',
  }),
  environment: translated(assignments, {
    summary: 'Variables of the container. Environment files override them.',
    becomes: '`environment` in the Compose file, without names that an environment file also sets.',
    source: 'codeship.md 2.3',
  }),
  env_file: translated(oneOrMany(text), {
    summary: 'Environment files, one `KEY=value` per line, read literally.',
    becomes: '`env_file` in the Compose file, with `format: raw`.',
    source: 'codeship.md 2.3',
  }),
  encrypted_environment: translated(bySort({ scalar: text, sequence: listOf(text) }), {
    summary: 'Encrypted `KEY=value` texts in the file itself.',
    becomes:
      'Decrypted by the `prepare` action to files that are listed in `env_file` in the Compose file.',
    source: 'codeship.md 2.3',
  }),
  encrypted_env_file: translated(oneOrMany(text), encryptedFile),
  encrypted_env: translated(oneOrMany(text), encryptedFile),
  encrypted_dockercfg_path: translated(text, {
    summary: 'Encrypted registry credentials for pulling and building.',
    becomes: 'A step with the `login` action before the image is needed.',
    source: 'codeship.md 5.2',
  }),
  dockercfg_service: translated(text, {
    summary: 'Service that writes the registry credentials for pulling and building.',
    becomes: 'A step with the `login` action before the image is needed.',
    source: 'codeship.md 5.3',
  }),
  registry: dropped({
    summary: 'Appeared in one early example, next to `image`.',
    source,
    why: 'on a service it had no effect',
  }),
  depends_on: translated(mentions, {
    summary: 'Services to start first, again for every step.',
    becomes:
      '`depends_on` in the Compose file; with `condition: service_healthy` where the image has a HEALTHCHECK.',
    source: 'codeship.md 2.5',
  }),
  links: translated(listOf(text), {
    summary: 'As `depends_on`, with more host names.',
    becomes:
      '`depends_on` in the Compose file, `links` for the host names, and the variables that links made, where something reads them.',
    source: 'codeship.md 2.5',
  }),
  volumes: translated(listOf(text), {
    summary: 'Folders of the repository or volumes, and their paths in the container.',
    becomes:
      '`volumes` in the Compose file; what other services use with `volumes_from` is a volume that exists for the whole job.',
    source: 'codeship.md 2.6',
  }),
  volumes_from: translated(listOf(text), {
    summary: 'Services whose volumes this service also uses.',
    becomes: '`volumes_from` in the Compose file.',
    source: 'codeship.md 2.6',
  }),
  add_docker: translated(flag, {
    summary: 'Whether the container can use the Docker of the machine.',
    becomes: 'A mount of /var/run/docker.sock in the Compose file.',
    source: 'codeship.md 2.7',
  }),
  command: translated(words, {
    summary: 'The command when the service is a dependency; steps have their own.',
    becomes: '`command` in the Compose file.',
    source: 'codeship.md 2.8',
  }),
  entrypoint: translated(words, {
    summary: 'Replaces the ENTRYPOINT of the image.',
    becomes: '`entrypoint` in the Compose file.',
    source: 'codeship.md 2.8',
  }),
  working_dir: translated(text, same('Working folder of the command.')),
  user: translated(text, same('User that the command runs as.')),
  hostname: translated(text, same('Host name of the container.')),
  domainname: translated(text, same('Domain name of the container.')),
  dns: translated(oneOrMany(text), same('Name servers.')),
  dns_search: translated(oneOrMany(text), same('Search domains.')),
  extra_hosts: translated(textsOrPairs, same('More host names.')),
  expose: translated(
    listOf(text),
    same('Ports that other services can use; all ports can be used anyway.'),
  ),
  security_opt: translated(listOf(text), same('Security options.')),
  cap_add: translated(listOf(text), same('Capabilities to add.')),
  cap_drop: translated(listOf(text), same('Capabilities to drop.')),
  mem_limit: translated(text, same('Limit of memory.')),
  cpuset: translated(text, same('Processors to run on.')),
  cpu_shares: translated(text, same('Share of the processors.')),
  restart: translated(text, same('When to restart the container.')),
  read_only: translated(flag, same('Whether the file system is read-only.')),
  ports: translated(ports, {
    summary: 'Ports published on the machine; CodeShip published none.',
    becomes: 'Left out, except for a registry inside the build that a push goes to.',
    source: 'codeship.md 2.1, 4.5',
  }),
  privileged: dropped({
    summary: 'Full access to the machine.',
    source,
    why: 'CodeShip ignored it',
    help: 'add `privileged: true` to the service in the Compose file if it needs that on GitHub',
    code,
  }),
  healthcheck: dropped({
    summary: 'A health check in the services file.',
    source,
    why: 'CodeShip only used the HEALTHCHECK of the image',
    help: 'put HEALTHCHECK into the Dockerfile',
    code,
  }),
  labels: dropped({
    summary: 'Labels of the container.',
    source,
    why: 'CodeShip ignored it',
    help: 'put LABEL into the Dockerfile',
    code,
  }),
  external_links: linksToHost('Links to containers of other projects.'),
  stdin_open: linksToHost('Whether the standard input stays open.'),
  cgroup_parent: ignored('Parent control group.'),
  configs: ignored('Configurations of a swarm.'),
  container_name: ignored('Name of the container.'),
  cpu_quota: ignored('Quota of the processors.'),
  deploy: ignored('Deployment in a swarm.'),
  devices: ignored('Devices of the machine.'),
  extends: ignored('A service in another file to extend.'),
  group_add: ignored('More groups.'),
  init: ignored('Whether an init process runs.'),
  ipc: ignored('Namespace of processes.'),
  isolation: ignored('Kind of isolation.'),
  log_driver: ignored('Driver of the log.'),
  log_opt: ignored('Options of the log.'),
  logging: ignored('Driver and options of the log.'),
  mac_address: ignored('MAC address of the container.'),
  mem_swappiness: ignored('Use of swap.'),
  memswap_limit: ignored('Limit of memory and swap.'),
  network_mode: ignored('Kind of network.'),
  networks: ignored('Networks of the service.'),
  oom_score_adj: ignored('Order in which processes are killed when memory runs out.'),
  oom_scope_adj: ignored('A typo in the documentation for `oom_score_adj`.'),
  pid: ignored('Namespace of processes.'),
  platform: ignored('Platform of the image.'),
  profiles: ignored('Profiles that the service belongs to.'),
  pull_policy: ignored('When to pull the image.'),
  secrets: ignored('Secrets of a swarm.'),
  shm_size: ignored('Size of /dev/shm.'),
  stop_grace_period: ignored('How long to wait for the container to stop.'),
  stop_signal: ignored('Signal that stops the container.'),
  sysctls: ignored('Settings of the kernel.'),
  tmpfs: ignored('Folders in memory.'),
  tty: ignored('Whether there is a terminal.'),
  ulimits: ignored('Limits of the processes.'),
  userns_mode: ignored('Namespace of users.'),
  volume_driver: ignored('Driver of the volumes.'),
  encryped_dockercfg: misspelt('encrypted_dockercfg_path'),
  'encrypted_.dockercfg_path': misspelt('encrypted_dockercfg_path'),
};
