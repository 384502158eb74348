// JavaFX was a part of Oracle's JDK 8; builds of OpenJDK leave it out, but for those that say so.

import type { Repository } from '../../ground/repository.ts';

const sources = /\.(?:java|kt|scala|groovy|clj)$/;
const builds = /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?|build\.sbt|project\.clj)$/;

/** Of all sources, the first hundreds say enough. */
const mostFiles = 400;

/** Whether the sources need JavaFX from the JDK: no file of the build brings it as a library. */
export function usesJavaFx({ paths, read }: Repository): boolean {
  if (paths.some((path) => builds.test(path) && /openjfx/.test(read(path) ?? ''))) return false;
  return (
    paths.some((path) => path.endsWith('.fxml')) ||
    paths
      .filter((path) => sources.test(path))
      .slice(0, mostFiles)
      .some((path) => /^\s*import\s+javafx\./m.test(read(path) ?? ''))
  );
}
