import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertAction } from '../../../src/actions/convert/convert.ts';
import { runAction } from '../../../src/actions/program.ts';
import { inputVariable } from '../../../src/actions/program-inputs.ts';
import { githubRunner } from '../../../src/host/runner/github-runner.ts';
import { convertInterface } from '../../../src/interfaces/convert.ts';
import { folderWith, readFile } from '../../cli/run.ts';
import { type FakeHost, fakeHost } from '../../fake-host.ts';

const workflow = '.github/workflows/shippable.yml';
const simple = 'language: node_js\nnode_js: 20\nbuild:\n  ci:\n    - npm test\n';

async function act(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; host: FakeHost }> {
  const given = Object.entries(inputs).map(([name, value]) => [inputVariable(name), value]);
  const temporary = folderWith({});
  const host = {
    ...fakeHost({
      env: { GITHUB_WORKSPACE: workspace, ...Object.fromEntries(given), ...env },
    }),
    temporaryFolder: temporary,
    // Links are a matter of the real disk.
    files: githubRunner({ RUNNER_TEMP: temporary }).files,
  };
  return { code: await runAction(convertInterface, convertAction, host), host };
}

describe('hooks', () => {
  const files = {
    'shippable.yml': simple,
    'hooks.mjs':
      "export default { constructs: [{ key: 'build.ci', translate: () => ({ steps: [{ run: 'by hook' }] }) }] };\n",
  };

  test('run where the input names them, and not otherwise', async () => {
    const workspace = folderWith(files);
    expect((await act(workspace, {})).code).toBe(0);
    expect(readFile(workspace, workflow)).not.toContain('by hook');
    const event = { GITHUB_EVENT_NAME: 'pull_request' };
    expect((await act(workspace, { hooks: 'hooks.mjs' }, event)).code).toBe(0);
    expect(readFile(workspace, workflow)).toContain('run: by hook');
  });

  test.each(['pull_request_target', 'workflow_run', 'issue_comment'])(
    'are refused on %s',
    async (event) => {
      const workspace = folderWith(files);
      const { code, host } = await act(
        workspace,
        { hooks: 'hooks.mjs' },
        { GITHUB_EVENT_NAME: event },
      );
      expect(code).toBe(1);
      expect(host.lines.join('\n')).toContain('Input hooks: a module does not run on the event');
      expect(fs.existsSync(path.join(workspace, workflow))).toBe(false);
    },
  );

  test('are a file of the workspace', async () => {
    const workspace = folderWith(files);
    const { code, host } = await act(workspace, { hooks: '../hooks.mjs' });
    expect(code).toBe(1);
    expect(host.lines.join('\n')).toContain('leads out of the workspace');
  });
});

describe('links out of the workspace', () => {
  const outside = () => folderWith({ 'secret.yml': 'runner: stolen\n', 'old.json': '' });

  test.each([
    ['report', 'out-link/report.json'],
    ['report', 'nowhere.json'],
    ['report', '/etc/report.json'],
    ['report', '../report.json'],
    ['config', 'out-link/secret.yml'],
    ['config', 'secret-link.yml'],
    ['out', 'out-link'],
    ['path', 'out-link'],
  ])('`%s: %s` is refused, and nothing outside is written', async (name, given) => {
    const target = outside();
    const workspace = folderWith({ 'shippable.yml': simple });
    fs.symlinkSync(target, path.join(workspace, 'out-link'));
    fs.symlinkSync(path.join(target, 'none.json'), path.join(workspace, 'nowhere.json'));
    fs.symlinkSync(path.join(target, 'secret.yml'), path.join(workspace, 'secret-link.yml'));
    const { code, host } = await act(workspace, { [name]: given });
    expect(code).toBe(1);
    expect(host.lines.join('\n')).toContain(`Input ${name}: ${given} leads out of the workspace.`);
    expect(fs.readdirSync(target).sort()).toEqual(['old.json', 'secret.yml']);
    expect(fs.existsSync(path.join(workspace, workflow))).toBe(false);
  });

  test('a link inside, and a file of the temporary folder, are fine', async () => {
    const workspace = folderWith({ 'shippable.yml': simple, 'reports/keep': '' });
    fs.symlinkSync('reports', path.join(workspace, 'link'));
    const { code } = await act(workspace, { report: 'link/report.md' });
    expect(code).toBe(0);
    expect(readFile(workspace, 'reports/report.md')).toContain('# transship report');
  });
});

describe('the root action', () => {
  test('converts the workspace, with outputs and a summary', async () => {
    const workspace = folderWith({ 'shippable.yml': simple });
    const { code, host } = await act(workspace, {});
    expect(code).toBe(0);
    expect(readFile(workspace, workflow)).toContain('npm test');
    expect(host.outputs.get('changed-files')).toBe(workflow);
    expect(host.outputs.get('exit-code')).toBe('0');
    expect(Number(host.outputs.get('translated'))).toBeGreaterThan(0);
    expect(host.summaries.join('')).toContain('## What will run');
    const report = JSON.parse(fs.readFileSync(host.outputs.get('report') ?? '', 'utf8'));
    expect(report.version).toBe(1);
  });

  test('check fails until the files are there', async () => {
    const workspace = folderWith({ 'sub/shippable.yml': simple });
    const first = await act(workspace, { mode: 'check', path: 'sub' });
    expect(first.code).toBe(1);
    expect(first.host.lines.join('\n')).toContain(`error: Not as transship would write them`);
    expect(first.host.outputs.get('changed-files')).toBe(workflow);
    await act(workspace, { path: 'sub' });
    const second = await act(workspace, { mode: 'check', path: 'sub' });
    expect(second.code).toBe(0);
    expect(second.host.outputs.get('changed-files')).toBe('');
  });

  test('dry-run prints the difference and writes nothing', async () => {
    const workspace = folderWith({ 'shippable.yml': simple });
    const { code, host } = await act(workspace, { mode: 'dry-run' });
    expect(code).toBe(0);
    expect(host.lines.join('\n')).toContain('npm test');
    expect(fs.existsSync(path.join(workspace, workflow))).toBe(false);
  });

  test('annotates at most ten of a severity, at the legacy lines, errors first', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `nonsense${index}: 1\n`).join('');
    const workspace = folderWith({ 'sub/shippable.yml': `${simple}${many}branches: 7\n` });
    const { host } = await act(workspace, { path: 'sub' });
    const warnings = host.lines.filter((line) => line.startsWith('warning:'));
    expect(warnings).toHaveLength(10);
    const errors = host.lines.filter((line) => line.startsWith('error:'));
    expect(errors.length).toBeLessThanOrEqual(10);
    if (errors.length > 0) {
      expect(host.lines.findIndex((line) => line.startsWith('error:'))).toBeLessThan(
        host.lines.findIndex((line) => line.startsWith('warning:')),
      );
    }
  });

  test('strict fails on a warning', async () => {
    const workspace = folderWith({ 'shippable.yml': `${simple}nonsense: 1\n` });
    expect((await act(workspace, {})).code).toBe(0);
    const { code, host } = await act(workspace, { strict: 'true' });
    expect(code).toBe(1);
    expect(host.outputs.get('exit-code')).toBe('1');
  });

  test.each([
    [{ mode: 'both' }, 'Input mode: found `both`'],
    [{ parallel: 'x' }, 'Input parallel: found `x`'],
    [{ report: 'r.txt' }, 'Input report: found `r.txt`'],
    [{ path: 'missing' }, 'there is no folder'],
  ])('%j is wrong usage', async (inputs, message) => {
    const { code, host } = await act(folderWith({ 'shippable.yml': simple }), inputs);
    expect(code).toBe(1);
    expect(host.outputs.get('exit-code')).toBe('2');
    expect(host.lines.join('\n')).toContain(message);
  });

  test('its own commit pins the actions that it writes', async () => {
    const workspace = folderWith({
      'shippable.yml': 'build:\n  pre_ci_boot:\n    image_name: mine/image\n  ci:\n    - make\n',
    });
    const commit = 'c'.repeat(40);
    await act(workspace, {}, { GITHUB_ACTION_REF: commit });
    expect(readFile(workspace, workflow)).toContain(`/pull-boot-image@${commit} # v`);
    const { host } = await act(workspace, { force: 'true' }, { GITHUB_ACTION_REF: 'v1' });
    expect(host.lines.join('\n')).toContain('which is not a commit');
  });
});

describe('a folder below the root of its repository', () => {
  test('is converted from the root, where GitHub looks for workflows', async () => {
    const workspace = folderWith({
      '.git/HEAD': '',
      'shippable.yml': simple,
      'web/codeship-services.yml': 'app:\n  image: busybox\n',
      'web/codeship-steps.yml': '- service: app\n  command: ls\n',
    });
    const { code } = await act(workspace, { path: 'web' });
    expect(code).toBe(0);
    expect(fs.readdirSync(path.join(workspace, '.github/workflows'))).toEqual(['codeship-web.yml']);
    expect(fs.existsSync(path.join(workspace, 'web/.github'))).toBe(false);
  });

  test('is a root of its own where it is another checkout', async () => {
    const workspace = folderWith({
      '.git/HEAD': '',
      'web/.git/HEAD': '',
      'web/shippable.yml': simple,
    });
    const { code } = await act(workspace, { path: 'web' });
    expect(code).toBe(0);
    expect(fs.existsSync(path.join(workspace, 'web', workflow))).toBe(true);
  });
});

test('a check without a legacy file is red, for there is nothing to compare', async () => {
  const { code, host } = await act(folderWith({ 'README.md': '' }), { mode: 'check' });
  expect(code).toBe(1);
  expect(host.lines.join('\n')).toContain('nothing to compare: there is no legacy file at `path`');
});

describe('GITHUB_SERVER_URL', () => {
  const files = {
    'shippable.yml':
      'language: none\nbuild:\n  ci:\n    - mocha -R xunit > shippable/testresults/t.xml\n',
    'codeship-services.yml': 'app:\n  image: node:20\n',
    'codeship-steps.yml':
      '- type: parallel\n  service: app\n  steps:\n    - {name: lint, command: npm run lint}\n    - {name: test, command: npm test}\n',
  };
  const converted = async (env: Readonly<Record<string, string>>) => {
    const workspace = folderWith(files);
    const { code, host } = await act(workspace, { report: 'report.md' }, env);
    expect(code, host.lines.join('\n')).toBe(0);
    const codeship = readFile(workspace, '.github/workflows/codeship.yml');
    return {
      host,
      workspace,
      text: readFile(workspace, workflow) + codeship,
      report: readFile(workspace, 'report.md'),
    };
  };

  test('an Enterprise Server gets what it knows, and the report says so', async () => {
    const ghe = { GITHUB_SERVER_URL: 'https://ghe.example.test' };
    const { host, workspace, text, report } = await converted(ghe);
    expect(text).toMatch(/actions\/upload-artifact@[0-9a-f]{40} # v3\.2\.2\n/);
    expect(text).not.toMatch(/^ *- parallel:/m);
    for (const shown of [report, host.summaries.join('')]) {
      expect(shown).toContain('ghe.example.test');
      expect(shown).toContain('`enterprise-server`');
    }
    // The check of the same action finds no difference.
    const checked = await act(workspace, { mode: 'check' }, ghe);
    expect(checked.code, checked.host.lines.join('\n')).toBe(0);
  });

  test.each(['https://github.com', 'https://acme.ghe.com'])('%s has all of it', async (server) => {
    const { text, report } = await converted({ GITHUB_SERVER_URL: server });
    expect(text).toMatch(/actions\/upload-artifact@[0-9a-f]{40} # v[4-9]/);
    expect(text).toMatch(/^ *- parallel:/m);
    expect(report).not.toContain('enterprise-server');
  });

  test('a server in the settings of the repository takes precedence', async () => {
    const workspace = folderWith({ ...files, '.github/transship.yml': 'server: github.com\n' });
    const { code } = await act(workspace, {}, { GITHUB_SERVER_URL: 'https://ghe.example.test' });
    expect(code).toBe(0);
    expect(readFile(workspace, '.github/workflows/codeship.yml')).toMatch(/^ *- parallel:/m);
  });
});
