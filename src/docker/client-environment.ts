// What the docker client needs of a step's environment beside what every program gets.

import type { Environment } from '../host/host.ts';

/** What BuildKit needs to reach GitHub's cache. The runner gives it to JavaScript actions, not to `run` steps. */
export const cacheVariables = [
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_CACHE_URL',
] as const;

/** The names of `cacheVariables` that are missing: without a token and one of the addresses there is no cache. */
export function missingCacheVariables(env: Environment): readonly string[] {
  const [token, results, cache] = cacheVariables;
  return [...(env[token] ? [] : [token]), ...(env[results] || env[cache] ? [] : [results])];
}
