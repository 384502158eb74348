// The names of what is built, as the runner tells them.

import type { Environment } from '../host/host.ts';
import type { BuiltRefs } from '../pattern/ref-condition.ts';

export function builtRefs(env: Environment): BuiltRefs {
  const ref =
    env['GITHUB_REF_NAME'] || (env['GITHUB_REF'] ?? '').replace(/^refs\/(?:heads|tags)\//, '');
  return { codeship: env['GITHUB_HEAD_REF'] || ref, shippable: env['GITHUB_BASE_REF'] || ref };
}
