// Whether a dependency is waited for. CodeShip asked Docker: an image with a HEALTHCHECK was waited for, any other was
// not (codeship.md 2.5). What cannot be seen here is asked when the job runs.

import type { Repository } from '../../../ground/repository.ts';
import { dockerfileOf } from '../services/dockerfiles.ts';
import { type HealthCheck, knownImage } from '../services/known-images.ts';
import type { Service } from '../services/service.ts';

export type HealthChecks = (service: Service) => HealthCheck;

export function healthChecks(
  services: Iterable<Service>,
  folder: string,
  repository: Repository,
): HealthChecks {
  const builders = new Map(
    [...services].flatMap((each) => (each.build ? [[each.image.name, each]] : [])),
  );
  const known = new Map<Service, HealthCheck>();
  const decide = (service: Service): HealthCheck => {
    const found = known.get(service);
    if (found !== undefined) return found;
    known.set(service, 'unknown');
    const text = dockerfileOf(service, folder, repository);
    const answer =
      service.build === undefined
        ? ofImage(service.image.name)
        : text === undefined
          ? 'unknown'
          : ofDockerfile(text, ofImage);
    known.set(service, answer);
    return answer;
  };
  const ofImage = (name: string): HealthCheck => {
    const builder = builders.get(name);
    return builder === undefined ? knownImage(name).healthCheck : decide(builder);
  };
  return decide;
}

type Stage = { readonly name: string; readonly base: string; check?: HealthCheck };

/** The last stage decides; what it does not say it has from its base. */
function ofDockerfile(text: string, ofImage: (name: string) => HealthCheck): HealthCheck {
  const stages: Stage[] = [];
  for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const from = /^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line);
    if (from !== null) {
      stages.push({ base: from[1] ?? '', name: (from[2] ?? '').toLowerCase() });
      continue;
    }
    const check = /^\s*HEALTHCHECK\s+(\S+)/i.exec(line);
    const stage = stages.at(-1);
    if (check !== null && stage !== undefined) {
      stage.check = check[1]?.toUpperCase() === 'NONE' ? 'no' : 'yes';
    }
  }
  const decide = (index: number): HealthCheck => {
    const stage = stages[index];
    if (stage === undefined) return 'unknown';
    if (stage.check !== undefined) return stage.check;
    const earlier = stages.findIndex(
      ({ name }, at) => at < index && name !== '' && name === stage.base.toLowerCase(),
    );
    if (earlier >= 0) return decide(earlier);
    return stage.base.includes('$') ? 'unknown' : ofImage(stage.base);
  };
  return decide(stages.length - 1);
}
