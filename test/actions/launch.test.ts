import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = new URL('../..', import.meta.url).pathname;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship launch '));
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);

const executable = (file: string, text: string): void => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, { mode: 0o755 });
};
const link = (target: string, file: string): void => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.symlinkSync(target, file);
};

beforeAll(() => {
  fs.cpSync(path.join(project, 'actions/launch.sh'), at('repo/actions/launch.sh'));
  fs.cpSync(path.join(project, 'actions/node-version.cjs'), at('repo/actions/node-version.cjs'));
  executable(at('repo/actions/login/action.yml'), '');
  executable(
    at('repo/dist/login/index.js'),
    "console.log('ran', process.env.INPUT_A_B); process.exit(Number(process.env.CODE ?? 0));",
  );
  fs.writeFileSync(at('repo/dist/login/package.json'), '{"type":"module"}');
  for (const program of ['readlink', 'ps', 'tr']) {
    const real = ['/usr/bin', '/bin']
      .map((bin) => `${bin}/${program}`)
      .find((file) => fs.existsSync(file));
    if (real !== undefined) link(real, at('tools', program));
  }
  executable(at('old/node'), '#!/bin/sh\nexit 86\n');
  executable(at('broken/node'), '#!/bin/nothing\n');
  link(process.execPath, at('runner/externals/node20/bin/node'));
  link(process.execPath, at('cache/node/20.20.2/x64/bin/node'));
  executable(at('runner/externals/node16/bin/node'), '#!/bin/sh\nexit 86\n');
  fs.mkdirSync(at('runner/_work/_temp'), { recursive: true });
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const launch = (env: Readonly<Record<string, string>>, shell = 'sh', cwd = folder) => {
  const program = spawnSync(
    fs.existsSync(`/bin/${shell}`) ? `/bin/${shell}` : shell,
    [`${at('repo/actions/login')}/../launch.sh`, 'login'],
    {
      cwd,
      env: { INPUT_A_B: 'x', ...env },
      encoding: 'utf8',
    },
  );
  return { code: program.status, output: program.stdout + program.stderr };
};
const tools = at('tools');

describe.each(['sh', 'bash', 'dash'].filter((shell) => fs.existsSync(`/bin/${shell}`)))(
  'by %s',
  (shell) => {
    test('takes the Node on PATH, passes inputs, gives back its code', () => {
      const PATH = path.dirname(process.execPath);
      expect(launch({ PATH }, shell)).toEqual({ code: 0, output: 'ran x\n' });
      expect(launch({ PATH, CODE: '3' }, shell)).toEqual({ code: 3, output: 'ran x\n' });
    });

    test.each([
      ["the runner's own, by the work folder", { RUNNER_TEMP: at('runner/_work/_temp') }],
      ['the tool cache', { RUNNER_TOOL_CACHE: at('cache') }],
      ['the tool cache by its older name', { AGENT_TOOLSDIRECTORY: at('cache') }],
    ])('without one on PATH takes that of %s', (_place, env) => {
      expect(launch({ PATH: tools, ...env }, shell)).toEqual({ code: 0, output: 'ran x\n' });
    });

    test('passes by one that is too old', () => {
      const PATH = `${at('old')}:${tools}`;
      expect(launch({ PATH, RUNNER_TOOL_CACHE: at('cache') }, shell)).toEqual({
        code: 0,
        output: 'ran x\n',
      });
    });

    test('passes by one that does not run on this system', () => {
      const { code, output } = launch(
        { PATH: `${at('broken')}:${tools}`, RUNNER_TOOL_CACHE: at('cache') },
        shell,
      );
      expect(code).toBe(0);
      expect(output).toContain('ran x\n');
    });

    test.each(['', ':', '.', 'bin', ':/nowhere', '/nowhere::/nowhere'])(
      'never runs the checkout by PATH %j',
      (PATH) => {
        const checkout = at('checkout');
        for (const file of ['node', 'bin/node', 'readlink', 'ps', 'tr'])
          executable(path.join(checkout, file), '#!/bin/sh\necho hijacked\n');
        const { output } = launch({ PATH, RUNNER_TOOL_CACHE: at('cache') }, shell, checkout);
        expect(output).toContain('ran x\n');
        expect(output).not.toContain('hijacked');
      },
    );

    test('says how to get one where there is none', () => {
      expect(launch({ PATH: tools }, shell)).toEqual({
        code: 1,
        output:
          "::error title=transship login::No Node.js of version 20.12 or newer was found on PATH, in the tool cache or beside the runner.%0APut a step with actions/setup-node before this one, or install Node.js on the machine or in the job's image.\n",
      });
    });
  },
);

test('the check of the version knows the oldest that will do', () => {
  const check = fs.readFileSync(path.join(project, 'actions/node-version.cjs'), 'utf8');
  const codeFor = (version: string): number => {
    let code = 0;
    new Function('process', check)({
      versions: { node: version },
      exit: (given: number) => {
        code = given;
      },
    });
    return code;
  };
  for (const version of ['0.12.7', '8.17.0', '18.20.0', '20.0.0', '20.11.1'])
    expect(codeFor(version), version).toBe(86);
  for (const version of ['20.12.0', '20.20.2', '22.0.0', '24.21.0', '100.0.0'])
    expect(codeFor(version), version).toBe(0);
});
