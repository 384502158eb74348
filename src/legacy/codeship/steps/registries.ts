// A registry that runs within the build (codeship.md 4.5, row "local"): a service whose published port a push names.

import type { Service } from '../services/service.ts';
import type { Leaf } from './items.ts';

export type Registries = {
  readonly services: ReadonlySet<Service>;
  /** The service that a push to this image goes to. */
  readonly of: (imageName: string) => Service | undefined;
};

export function registries(services: readonly Service[], leaves: readonly Leaf[]): Registries {
  const of = (imageName: string): Service | undefined => {
    const port = /^(?:localhost|127\.0\.0\.1):(\d+)\//.exec(imageName)?.[1];
    return port === undefined
      ? undefined
      : services.find(({ keys }) =>
          (keys.ports ?? []).some(({ text }) => publishedPort(text) === port),
        );
  };
  const found = leaves.flatMap((leaf) =>
    leaf.kind === 'push' ? (of(leaf.imageName.text) ?? []) : [],
  );
  return { services: new Set(found), of };
}

/** `5000` of `5000:5000`, `127.0.0.1:5000:5000` and `5000:5000/tcp`. */
const publishedPort = (text: string): string | undefined =>
  /(?:^|:)(\d+):\d+(?:\/\w+)?$/.exec(text)?.[1];
