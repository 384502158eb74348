import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type DockerConfig = {
  readonly folder: string;
  /** This process's environment with DOCKER_CONFIG set to the folder. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly remove: () => void;
};

/** An empty Docker configuration of a test's own, so that no test logs another in. */
export const createDockerConfig = (): DockerConfig => {
  const folder = mkdtempSync(join(tmpdir(), 'transship-docker-config-'));
  return {
    folder,
    env: { ...process.env, DOCKER_CONFIG: folder },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
