// The environment of the docker client and its plugins.

import type { Environment } from '../host/host.ts';

/** Without the inputs of our action, keys among them: they are for nobody else. */
export function clientEnvironment(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
}

/** What BuildKit needs to reach GitHub's cache. The runner gives it to JavaScript actions, not to `run` steps. */
const cacheVariables = [
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_CACHE_URL',
] as const;

/** The names of `cacheVariables` that are missing: without a token and one of the addresses there is no cache. */
export function missingCacheVariables(env: Environment): readonly string[] {
  const [token, results, cache] = cacheVariables;
  return [...(env[token] ? [] : [token]), ...(env[results] || env[cache] ? [] : [results])];
}
