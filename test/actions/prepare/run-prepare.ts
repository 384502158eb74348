// Runs the whole action on a host that remembers.

import { prepare } from '../../../src/actions/prepare/prepare.ts';
import { runAction } from '../../../src/actions/program.ts';
import { prepareInterface } from '../../../src/interfaces/prepare.ts';
import { seal } from '../../../src/secret/encrypted-file.ts';
import { type FakeHostOptions, fakeHost } from '../../fake-host.ts';
import { given } from '../../given.ts';

export const key = Buffer.alloc(32, 'k').toString('base64');

export function sealed(text: string): string {
  return given(seal(Buffer.from(text), key, Buffer.alloc(16, text)));
}

export async function runPrepare(
  inputs: Readonly<Record<string, string>>,
  options: FakeHostOptions = {},
) {
  const host = fakeHost({
    ...options,
    env: {
      GITHUB_REF_NAME: 'main',
      INPUT_AES_KEY: key,
      INPUT_JOB_INDEX: '0',
      ...options.env,
      ...inputs,
    },
  });
  const exitCode = await runAction(prepareInterface, prepare, host);
  return { host, exitCode, log: host.lines.join('\n') };
}
