import type { Environment } from '../../host/host.ts';

/** The environment for a program that is started: all but the credentials of the step itself. */
export function clientEnv(env: Environment): Environment {
  const own = /^INPUT_|_INTEGRATION_/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}
