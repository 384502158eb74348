// Runs the action `login` in a fake host against an HTTP API that is a function.

import { login } from '../../../src/actions/login/login.ts';
import { runAction } from '../../../src/actions/program.ts';
import { inputVariable } from '../../../src/actions/program-inputs.ts';
import type { HttpRequest, HttpResult } from '../../../src/host/host.ts';
import { loginInterface } from '../../../src/interfaces/login.ts';
import { answer, type FakeHost, type FakeHostOptions, fakeHost } from '../../fake-host.ts';

export type Run = {
  readonly code: number;
  readonly host: FakeHost;
  readonly registries: readonly Readonly<Record<string, string>>[];
  /** `auths` that later steps find. */
  readonly auths: Readonly<Record<string, unknown>>;
  readonly containerAuths: Readonly<Record<string, unknown>>;
};

export async function runLogin(
  inputs: Readonly<Record<string, string>>,
  options: FakeHostOptions = {},
): Promise<Run> {
  const env: Record<string, string | undefined> = { HOME: '/home/ci', ...options.env };
  for (const [name, value] of Object.entries(inputs)) env[inputVariable(name)] = value;
  const host = fakeHost({ request: passwordRegistries({}), ...options, env });
  const code = await runAction(loginInterface, login, host);
  const auths = (variable: string): Readonly<Record<string, unknown>> => {
    const folder = host.exported.get(variable);
    return folder === undefined
      ? {}
      : JSON.parse(host.files.read(`${folder}/config.json`) ?? '{}').auths;
  };
  return {
    code,
    host,
    registries: JSON.parse(host.outputs.get('registries') ?? '[]'),
    auths: auths('DOCKER_CONFIG'),
    containerAuths: auths('TRANSSHIP_CONTAINER_DOCKER_CONFIG'),
  };
}

/** Every host is a registry that takes these passwords, `user:password` by host; without one, any. */
export function passwordRegistries(
  known: Readonly<Record<string, string>>,
): (request: HttpRequest) => HttpResult {
  return ({ url, headers }) => {
    const { host } = new URL(url);
    const given = headers?.['authorization'];
    if (given === undefined) return answer(401, '', { 'www-authenticate': 'Basic realm="r"' });
    const wanted = known[host];
    if (wanted === undefined || given === `Basic ${pair(wanted)}`) return answer(200);
    return answer(401, { errors: [{ message: 'authentication required' }] });
  };
}

export const pair = (text: string): string => Buffer.from(text).toString('base64');
