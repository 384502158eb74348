// The Dockerfiles of services, where the repository has them.

import type { Repository } from '../../../ground/repository.ts';
import { type SourceFile, sourceFile } from '../../../source/source-file.ts';
import { repositoryPath } from '../values/repository-path.ts';
import { dockerfileName, type Service } from './service.ts';

/** The text of the Dockerfile that a service is built from, where the repository has it. */
export function dockerfileOf(
  service: Pick<Service, 'build'>,
  folder: string,
  repository: Repository,
): string | undefined {
  const path = dockerfilePath(service, folder);
  return path === undefined ? undefined : repository.read(path);
}

/** Where that Dockerfile is, from the root of the repository. */
export function dockerfilePath(
  { build }: Pick<Service, 'build'>,
  folder: string,
): string | undefined {
  if (build === undefined) return undefined;
  const context = repositoryPath(folder, build.context?.text ?? '.');
  return context === undefined ? undefined : repositoryPath(context, dockerfileName(build));
}

/** Each Dockerfile once, however many services are built from it. */
export function dockerfilesOf(
  services: readonly Service[],
  folder: string,
  repository: Repository,
): readonly SourceFile[] {
  const paths = new Set(services.flatMap((each) => dockerfilePath(each, folder) ?? []));
  return [...paths].flatMap((path) => {
    const text = repository.read(path);
    return text === undefined ? [] : [sourceFile(path, text)];
  });
}
