// Which variables an encrypted file held, where nobody has the key: what the services that have it read, and nothing
// else gives them.

import { type Evidence, type EvidenceScan, scanForEvidence } from '../../../evidence/gather.ts';
import { needsOfCommand, needsOfImage } from '../../../evidence/known-needs.ts';
import { isOrdinaryName } from '../../../evidence/ordinary-names.ts';
import { variablesOf } from '../../../evidence/reads.ts';
import { readDockerfile } from '../../../format/dockerfile.ts';
import { parseEnvFile } from '../../../format/env-file.ts';
import type { Repository } from '../../../ground/repository.ts';
import { visibleFolders } from '../services/ci-variables.ts';
import { dockerfileOf } from '../services/dockerfiles.ts';
import { type Service, startedWith } from '../services/service.ts';
import type { Leaf } from '../steps/items.ts';
import { filePath } from '../values/repository-path.ts';

export type ServiceEvidence = {
  readonly environment: (service: Service) => readonly Evidence[];
  readonly arguments: (service: Service) => readonly Evidence[];
};

/** @param leaves every step of the project */
export function serviceEvidence(
  leaves: readonly Leaf[],
  folder: string,
  repository: Repository,
): ServiceEvidence {
  const scan = scanForEvidence(repository);
  return {
    environment: (service) => environmentOf(service, leaves, { folder, repository, scan }),
    arguments: (service) => argumentsOf(service, folder, repository),
  };
}

type Facts = {
  readonly folder: string;
  readonly repository: Repository;
  readonly scan: EvidenceScan;
};

function environmentOf(
  service: Service,
  leaves: readonly Leaf[],
  { folder, repository, scan }: Facts,
): readonly Evidence[] {
  const given = givenTo(service, leaves, folder, repository);
  const found = new Map<string, Evidence>();
  const add = (evidence: Evidence): void => {
    if (!given.has(evidence.name) && !found.has(evidence.name)) found.set(evidence.name, evidence);
  };
  const dockerfile = dockerfileOf(service, folder, repository);
  const images = [
    service.image.name,
    ...(dockerfile === undefined ? [] : readDockerfile(dockerfile, new Map()).baseImages),
  ];
  const needs = images.map(needsOfImage).find((each) => each !== undefined);
  for (const name of needs?.needs ?? []) add({ name, path: service.image.name, why: 'image' });
  for (const text of commandsOf(service, leaves)) {
    for (const { name } of variablesOf('command.sh', text).reads)
      if (!isOrdinaryName(name))
        add({ name, path: `the command \`${shorten(text)}\``, why: 'read' });
    for (const name of needsOfCommand(text))
      add({ name, path: `the command \`${shorten(text)}\``, why: 'program' });
    for (const path of scriptsIn(text, repository))
      for (const evidence of scan.neededIn([path], given)) add(evidence);
  }
  // What an image of the vendor does is known, whatever is mounted into it.
  if (needs === undefined)
    for (const evidence of scan.neededIn(visibleFolders(service, folder), given)) add(evidence);
  return [...found.values()];
}

/** Names that a service gets in the open. */
function ownOf({ keys }: Service, folder: string, { read }: Repository): ReadonlySet<string> {
  const files = (keys.env_file ?? []).flatMap((node) => {
    const path = filePath(folder, node.text);
    return parseEnvFile(path === undefined ? '' : (read(path) ?? '')).entries;
  });
  return new Set([...(keys.environment?.items ?? []), ...files].map(({ name }) => name));
}

/** What any service gets in the open is not a secret of another. */
function givenTo(
  service: Service,
  leaves: readonly Leaf[],
  folder: string,
  repository: Repository,
): ReadonlySet<string> {
  const all = new Set([
    service,
    ...leaves.flatMap((leaf) => [leaf.service, ...startedWith(leaf.service)]),
  ]);
  return new Set([...all].flatMap((each) => [...ownOf(each, folder, repository)]));
}

function commandsOf(service: Service, leaves: readonly Leaf[]): readonly string[] {
  const own = [service.keys.command, service.keys.entrypoint].flatMap((words) =>
    words === undefined
      ? []
      : [words.kind === 'line' ? words.node.text : words.nodes.map(({ text }) => text).join(' ')],
  );
  const steps = leaves.flatMap((leaf) =>
    leaf.kind === 'run' && leaf.service === service ? [leaf.argv.join(' ')] : [],
  );
  return [...new Set([...own, ...steps])];
}

/** Files of the repository that a command names, by their path or by the end of it. */
function scriptsIn(text: string, { paths }: Repository): readonly string[] {
  const words = text.split(/[\s;&|'"]+/).filter((word) => /[./]/.test(word) && word.length > 3);
  return words.flatMap((word) => {
    const bare = word.replace(/^\.?\//, '');
    const same = paths.filter((path) => path === bare);
    if (same.length > 0) return same;
    const base = bare.slice(bare.lastIndexOf('/') + 1);
    const ends = paths.filter((path) => path.endsWith(`/${base}`) || path === base);
    return ends.length === 1 ? ends : [];
  });
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

/** Arguments that a Dockerfile declares without a value, and that nothing else gives. */
function argumentsOf(
  service: Service,
  folder: string,
  repository: Repository,
): readonly Evidence[] {
  const text = dockerfileOf(service, folder, repository);
  if (text === undefined) return [];
  const given = new Set((service.build?.args?.items ?? []).map(({ name }) => name));
  const path = service.build?.dockerfile?.text ?? 'Dockerfile';
  return text.split('\n').flatMap((line, index): Evidence[] => {
    const [, name = ''] = /^\s*ARG\s+([A-Za-z_]\w*)\s*$/i.exec(line) ?? [];
    return name === '' || given.has(name) || isOrdinaryName(name)
      ? []
      : [{ name, path, line: index + 1, why: 'read' }];
  });
}
