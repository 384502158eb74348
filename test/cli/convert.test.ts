import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateReport } from '../judges/index.ts';
import { folderWith, readFile, run, treeOf } from './run.ts';

const workflow = '.github/workflows/shippable.yml';
const simple = 'language: node_js\nnode_js: 20\nbuild:\n  ci:\n    - npm test\n';
const warned = `${simple}nonsense: 1\n`;
const broken = 'build:\n  ci: [\n';

describe('convert', () => {
  test('writes the workflow and says what will run', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    const { code, stdout, stderr } = await run(['convert', folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^What will run\n {2}\.github\/workflows\/shippable\.yml \(new\)\n/);
    expect(readFile(folder, workflow)).toContain('npm test');
    expect(Object.keys(treeOf(folder))).toEqual([workflow, 'shippable.yml']);
  });

  test('PATH is the current folder where none is given', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    expect((await run(['convert'], { folder })).code).toBe(0);
    expect(fs.existsSync(path.join(folder, workflow))).toBe(true);
  });

  test('a second run changes nothing, not even the time of the file', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    await run(['convert', folder]);
    const before = fs.statSync(path.join(folder, workflow)).mtimeMs;
    const { code, stdout } = await run(['convert', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('(unchanged)');
    expect(fs.statSync(path.join(folder, workflow)).mtimeMs).toBe(before);
  });

  test('--out writes elsewhere, into a folder that it makes', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    const { code } = await run(['convert', folder, '--out', 'new/place'], { folder });
    expect(code).toBe(0);
    expect(fs.existsSync(path.join(folder, 'new/place', workflow))).toBe(true);
    expect(fs.existsSync(path.join(folder, workflow))).toBe(false);
  });

  test('--json prints the report and nothing else', async () => {
    const folder = folderWith({ 'shippable.yml': warned });
    const { code, stdout, stderr } = await run(['convert', folder, '--json']);
    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(validateReport(report)).toEqual([]);
    expect(report.files[0].path).toBe(workflow);
    expect(report.files[0].content).toBe(readFile(folder, workflow));
    expect(stderr).toContain('warning[unknown-key]');
  });

  test('the same input gives the same bytes', async () => {
    const folder = folderWith({ 'shippable.yml': warned });
    const first = await run(['convert', folder, '--json', '--dry-run']);
    expect(await run(['convert', folder, '--json', '--dry-run'])).toEqual(first);
  });

  test('a warning is fine, and an error with --strict', async () => {
    const folder = folderWith({ 'shippable.yml': warned });
    expect((await run(['convert', folder])).code).toBe(0);
    expect((await run(['convert', folder, '--strict'])).code).toBe(1);
  });

  test('a file that is not YAML gives exit 1, a place, and nothing written', async () => {
    const folder = folderWith({ 'shippable.yml': broken });
    const { code, stderr } = await run(['convert', folder]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error\[yaml-syntax\].*\n +--> shippable\.yml:\d+:\d+/);
    expect(Object.keys(treeOf(folder))).toEqual(['shippable.yml']);
  });

  test('with exit 1, what could be made whole is written', async () => {
    const folder = folderWith({
      'shippable.yml': simple,
      'a/codeship-services.yml': 'app: [\n',
      'a/codeship-steps.yml': '- service: app\n  command: true\n',
    });
    const { code } = await run(['convert', folder]);
    expect(code).toBe(1);
    expect(fs.existsSync(path.join(folder, workflow))).toBe(true);
  });

  test('a folder without configuration is a warning that names what was looked for', async () => {
    const folder = folderWith({ 'README.md': 'hello' });
    const { code, stderr } = await run(['convert', folder]);
    expect(code).toBe(0);
    expect(stderr).toContain('warning[no-configuration]');
  });
});

describe('files of a person', () => {
  test('are not overwritten', async () => {
    const folder = folderWith({ 'shippable.yml': simple, [workflow]: 'name: mine\n' });
    const { code, stderr } = await run(['convert', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('error[foreign-file]');
    expect(stderr).toContain('--force');
    expect(readFile(folder, workflow)).toBe('name: mine\n');
  });

  test('are overwritten with --force', async () => {
    const folder = folderWith({ 'shippable.yml': simple, [workflow]: 'name: mine\n' });
    expect((await run(['convert', folder, '--force'])).code).toBe(0);
    expect(readFile(folder, workflow)).toContain('npm test');
  });

  test('a file of ours that was edited is theirs', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    await run(['convert', folder]);
    fs.appendFileSync(path.join(folder, workflow), '# my note\n');
    const { code, stderr } = await run(['convert', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('error[edited-file]');
    expect(readFile(folder, workflow)).toMatch(/# my note\n$/);
  });

  test('a file of ours is renewed when its source has changed', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    await run(['convert', folder]);
    fs.writeFileSync(path.join(folder, 'shippable.yml'), simple.replace('npm test', 'npm run all'));
    const { code, stdout } = await run(['convert', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('(changed)');
    expect(readFile(folder, workflow)).toContain('npm run all');
  });

  test('line ends of a checkout on Windows are no edit', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    await run(['convert', folder]);
    fs.writeFileSync(
      path.join(folder, workflow),
      readFile(folder, workflow).replaceAll('\n', '\r\n'),
    );
    expect((await run(['convert', folder, '--check'])).code).toBe(0);
  });
});

describe('places that cannot be written', () => {
  test('a link out of the folder is not followed', async () => {
    const outside = folderWith({});
    const folder = folderWith({ 'shippable.yml': simple });
    fs.symlinkSync(outside, path.join(folder, '.github'));
    const { code, stderr } = await run(['convert', folder, '--force']);
    expect(code).toBe(1);
    expect(stderr).toContain('error[blocked-file]');
    expect(treeOf(outside)).toEqual({});
  });

  test('a link in the place of the file is not followed', async () => {
    const outside = folderWith({ 'target.yml': 'theirs' });
    const folder = folderWith({ 'shippable.yml': simple, '.github/workflows/x': '' });
    fs.symlinkSync(path.join(outside, 'target.yml'), path.join(folder, workflow));
    expect((await run(['convert', folder, '--force'])).code).toBe(1);
    expect(readFile(outside, 'target.yml')).toBe('theirs');
  });

  test('a file in the place of a folder', async () => {
    const folder = folderWith({ 'shippable.yml': simple, '.github': 'a file' });
    const { code, stderr } = await run(['convert', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('`.github` is not a folder');
  });

  test.runIf(process.platform === 'linux')('a system that refuses', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    const { code, stdout, stderr } = await run(['convert', folder, '--out', '/proc/transship']);
    expect(code).toBe(1);
    expect(stderr).toContain('error[write-failed]');
    expect(stdout).toContain('(failed)');
  });
});

describe('--dry-run and --check', () => {
  test('write nothing', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    for (const option of ['--dry-run', '--check']) await run(['convert', folder, option]);
    expect(Object.keys(treeOf(folder))).toEqual(['shippable.yml']);
  });

  test('the difference is one that git applies, to the same bytes', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    await run(['convert', folder]);
    fs.writeFileSync(path.join(folder, 'shippable.yml'), `${simple}    - npm run last\n`);
    const { code, stdout } = await run(['convert', folder, '--dry-run']);
    expect(code).toBe(0);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: stdout });
    const applied = readFile(folder, workflow);
    await run(['convert', folder]);
    expect(readFile(folder, workflow)).toBe(applied);
  });

  test('a new file is a difference that git applies', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    const { stdout } = await run(['convert', folder, '--dry-run']);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: stdout });
    expect((await run(['convert', folder, '--check'])).code).toBe(0);
  });

  test('--dry-run writes no report either, and makes no folder for it', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    const report = path.join(folder, 'out', 'report.md');
    const { code, stderr } = await run(['convert', folder, '--dry-run', '--report', report]);
    expect(code).toBe(0);
    expect(stderr).toContain('the report is not written: `--dry-run` writes nothing');
    expect(Object.keys(treeOf(folder))).toEqual(['shippable.yml']);
    expect(fs.existsSync(path.join(folder, 'out'))).toBe(false);
  });

  test('--dry-run says what would be refused', async () => {
    const folder = folderWith({ 'shippable.yml': simple, [workflow]: 'name: mine\n' });
    const { code, stderr, stdout } = await run(['convert', folder, '--dry-run']);
    expect(code).toBe(1);
    expect(stderr).toContain('error[foreign-file]');
    expect(stdout).toContain('-name: mine');
  });

  test('--check finds a file that is missing, and one that differs', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    expect(await run(['convert', folder, '--check'])).toMatchObject({
      code: 1,
      stdout: `${workflow}: missing\n`,
    });
    await run(['convert', folder]);
    expect(await run(['convert', folder, '--check'])).toMatchObject({ code: 0, stdout: '' });
    fs.appendFileSync(path.join(folder, workflow), '#\n');
    expect(await run(['convert', folder, '--check'])).toMatchObject({
      code: 1,
      stdout: `${workflow}: differs\n`,
    });
  });

  test('together they are wrong usage', async () => {
    expect((await run(['convert', '--check', '--dry-run'])).code).toBe(2);
  });
});

describe('--report', () => {
  test.each([
    ['.json', /^\{\n {2}"\$schema": "\S+\/report\.schema\.json",\n {2}"version": 1/],
    ['.md', /^# transship report\n/],
    ['.sarif', /"version": "2\.1\.0"/],
    ['.csv', /^kind,file,line,column,/],
    ['.MD', /^# transship report\n/],
  ])('writes %s', async (ending, beginning) => {
    const folder = folderWith({ 'shippable.yml': warned });
    const args = ['convert', folder, '--report', `report${ending}`];
    expect((await run(args, { folder })).code).toBe(0);
    expect(readFile(folder, `report${ending}`)).toMatch(beginning);
    // A report of an earlier run is renewed.
    expect((await run(args, { folder })).code).toBe(0);
  });

  test('also without files', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    await run(['convert', folder, '--check', '--report', 'r.json'], { folder });
    expect(Object.keys(treeOf(folder))).toEqual(['r.json', 'shippable.yml']);
  });

  test('never overwrites what is not a report', async () => {
    const folder = folderWith({ 'shippable.yml': simple, 'README.md': '# mine\n' });
    const { code, stderr } = await run(['convert', folder, '--report', 'README.md'], { folder });
    expect(code).toBe(1);
    expect(stderr).toContain('error[write-failed]');
    expect(readFile(folder, 'README.md')).toBe('# mine\n');
  });

  test('another ending is wrong usage, and nothing is written', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    const { code, stderr } = await run(['convert', folder, '--report', 'r.txt'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('.json, .md, .sarif, .html, .csv');
    expect(Object.keys(treeOf(folder))).toEqual(['shippable.yml']);
  });
});

describe('settings', () => {
  test('.github/transship.yml is read where it is', async () => {
    const folder = folderWith({
      'shippable.yml': simple,
      '.github/transship.yml': 'runner: ubuntu-22.04\n',
    });
    await run(['convert', folder]);
    expect(readFile(folder, workflow)).toContain('runs-on: ubuntu-22.04');
  });

  test('--config names another; without it there, exit 2', async () => {
    const folder = folderWith({ 'shippable.yml': simple, 'x.yml': 'runner: big\n' });
    await run(['convert', folder, '--config', 'x.yml'], { folder });
    expect(readFile(folder, workflow)).toContain('runs-on: big');
    expect((await run(['convert', folder, '--config', 'y.yml'], { folder })).code).toBe(2);
  });

  test('a mistake has a place, exit 2, and nothing written', async () => {
    const folder = folderWith({
      'shippable.yml': simple,
      '.github/transship.yml': 'runner: [a]\n',
    });
    const { code, stderr } = await run(['convert', folder]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/error\[bad-setting\].*\n +--> \.github\/transship\.yml:1:9/);
    expect(fs.existsSync(path.join(folder, workflow))).toBe(false);
  });

  test('an unknown key is a warning with the key that was meant', async () => {
    const folder = folderWith({
      'shippable.yml': simple,
      '.github/transship.yml': 'runer: big\n',
    });
    const { code, stderr } = await run(['convert', folder]);
    expect(code).toBe(0);
    expect(stderr).toContain('warning[ignored-setting]');
    expect(stderr).toContain('did you mean `runner`?');
  });
});

describe('wrong folders', () => {
  test.each([['missing'], ['file.txt']])('%s', async (name) => {
    const folder = folderWith({ 'file.txt': '' });
    const { code, stderr } = await run(['convert', name], { folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^transship: (?:there is no folder `.*`|`.*` is a file)/);
  });
});

describe('hostile files', () => {
  const legacy = (content: string | Uint8Array) => folderWith({ 'shippable.yml': content });

  test.each([
    ['binary junk', new Uint8Array([0, 255, 1, 2, 200]), 'binary-file'],
    ['UTF-16', new Uint8Array([255, 254, 97, 0, 58, 0]), 'binary-file'],
    ['over 1 MB', `a: ${'x'.repeat(1_000_001)}\n`, 'file-too-large'],
    ['far over 1 MB of wide characters', '€'.repeat(4_000_000), 'file-too-large'],
    ['over 50,000 values', '- a\n'.repeat(60_000), 'file-too-large'],
    ['nested too deep', `${'['.repeat(5_000)}`, 'file-too-large'],
  ])('%s', async (_name, content, expected) => {
    const { code, stderr } = await run(['convert', legacy(content)]);
    expect(code).toBe(1);
    expect(stderr).toContain(`error[${expected}]`);
  });

  test('an empty file, and one of comments', async () => {
    for (const content of ['', '\n\n', '# nothing\n', '---\n', '---\n...\n']) {
      const { code } = await run(['convert', legacy(content)]);
      expect(code).toBeLessThan(2);
    }
  });

  test('control characters do not reach the terminal', async () => {
    const folder = legacy('build:\n  ci:\n    - "a\\e[2Jb"\nx\u009B2J\u202Ey: 1\n');
    const { stderr, stdout } = await run(['convert', folder]);
    expect(stderr + stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
  });
});

test('a bug of ours is one line, without a stack, and exit 3', async () => {
  const { main } = await import('../../src/cli/main.ts');
  let stderr = '';
  const io = {
    stdout: () => {
      throw new Error('the\ndisk is on fire');
    },
    stderr: (text: string) => {
      stderr += text;
    },
    stdin: () => new Uint8Array(),
    readLine: () => undefined,
    env: {},
    folder: '/',
    color: { stdout: false, stderr: false },
  };
  expect(await main(['--help'], io, () => '1.2.3')).toBe(3);
  expect(stderr).toBe(
    'transship: a bug of transship 1.2.3, please report it: Error: the disk is on fire\n',
  );
  stderr = '';
  await main(['--help'], { ...io, env: { TRANSSHIP_DEBUG: '1' } }, () => '1.2.3');
  expect(stderr).toContain('    at ');
});

describe('an option that a conversion was given', () => {
  const services = 'app:\n  build: .\n';
  const steps =
    '- type: parallel\n  steps:\n    - {service: app, command: a}\n    - {service: app, command: b}\n';
  const codeship = '.github/workflows/codeship.yml';
  const project = {
    'codeship-services.yml': services,
    'codeship-steps.yml': steps,
    Dockerfile: 'FROM scratch\n',
  };

  test('stands in the head, and holds for a later run and a check', async () => {
    const folder = folderWith(project);
    await run(['convert', folder, '--parallel=shell']);
    const written = readFile(folder, codeship);
    expect(written.split('\n')[0]).toMatch(
      /^# Generated by transship from codeship-services.yml and codeship-steps.yml with --parallel=shell; checksum /,
    );
    const { stderr } = await run(['convert', folder]);
    expect(readFile(folder, codeship)).toBe(written);
    expect(stderr).toContain('note[recorded-option]');
    expect((await run(['convert', folder, '--check'])).code).toBe(0);
  });

  test('for Assembly Lines holds too: types, environments with blanks, other repositories', async () => {
    const other = folderWith({
      'shippable.yml':
        'resources:\n  - {name: img, type: image, integration: hub, versionTemplate: {sourceName: a/b, versionName: x}}\njobs:\n  - {name: make, type: runSh, steps: [{TASK: {script: make}}, {OUT: img}]}\n',
    });
    const folder = folderWith({
      'shippable.yml':
        'resources:\n  - {name: keys, type: cliConfig, integration: my-keys, versionTemplate: {region: eu-west-1}}\njobs:\n  - {name: deploy, type: runSh, steps: [{IN: img}, {IN: keys}, {TASK: {script: aws s3 ls}}]}\n',
    });
    const workflow = '.github/workflows/assembly-line-deploy.yml';
    await run([
      ...['convert', folder, '--queue', '--environment', 'the big one', '--watch', 'poll'],
      ...['--type', 'my-keys=amazonKeys', '--with', other],
    ]);
    const written = readFile(folder, workflow);
    expect(written.split('\n')[0]).toMatch(
      / with --queue=on --watch=poll --environment=the%20big%20one --type=my-keys=amazonKeys --with=\.\.\/[\w./-]+; checksum /,
    );
    expect(written).toContain('environment: the big one');
    const again = await run(['convert', folder]);
    expect(readFile(folder, workflow)).toBe(written);
    expect(again.stderr).toContain('An option from an earlier conversion still applies (5 times');
    expect((await run(['convert', folder, '--check'])).code).toBe(0);
    await run(['convert', folder, '--environment', 'other']);
    expect(readFile(folder, workflow)).toContain(' --environment=other --type=');
    fs.rmSync(other, { recursive: true });
    const gone = await run(['convert', folder]);
    expect(gone.stderr).toContain('is not here, so its names are unknown');
  });

  test('wins over the settings, and another value wins over it', async () => {
    const folder = folderWith({ ...project, '.github/transship.yml': 'parallel: native\n' });
    await run(['convert', folder, '--parallel', 'shell', '--style', 'exact']);
    expect(readFile(folder, codeship)).toContain(' with --parallel=shell --style=exact; checksum ');
    await run(['convert', folder, '--parallel', 'native']);
    expect(readFile(folder, codeship)).toContain(
      ' with --parallel=native --style=exact; checksum ',
    );
    expect(readFile(folder, codeship)).toContain('- parallel:');
  });

  test('is read below --out, where the files are', async () => {
    const folder = folderWith(project);
    await run(['convert', folder, '--out', 'new', '--parallel=shell'], { folder });
    expect((await run(['convert', folder, '--out', 'new', '--check'], { folder })).code).toBe(0);
    expect((await run(['convert', folder, '--check'], { folder })).code).toBe(1);
  });
});

describe('files that a later conversion no longer writes', () => {
  const templated = 'language: none\nbuild:\n  ci:\n    - echo "${{ x }}"\n';
  const plain = 'language: none\nbuild:\n  ci:\n    - echo x\n';
  const script = '.github/shippable/ci.sh';

  async function withOrphan(): Promise<string> {
    const folder = folderWith({ 'shippable.yml': templated });
    await run(['convert', folder]);
    expect(readFile(folder, script)).toContain('echo');
    fs.writeFileSync(path.join(folder, 'shippable.yml'), plain);
    return folder;
  }

  test('are named, and removed with --force', async () => {
    const folder = await withOrphan();
    const { code, stderr } = await run(['convert', folder]);
    expect(code).toBe(0);
    expect(stderr).toContain('note[orphaned-file]');
    expect(fs.existsSync(path.join(folder, script))).toBe(true);
    expect((await run(['convert', folder, '--check'])).code).toBe(0);
    const { stdout } = await run(['convert', folder, '--dry-run', '--force']);
    expect(stdout).toContain(`deleted file mode`);
    expect(fs.existsSync(path.join(folder, script))).toBe(true);
    await run(['convert', folder, '--force']);
    expect(fs.existsSync(path.join(folder, script))).toBe(false);
    expect((await run(['convert', folder])).stderr).toBe('');
  });

  test('stay, with a warning, where somebody edited them', async () => {
    const folder = await withOrphan();
    fs.appendFileSync(path.join(folder, script), 'echo mine\n');
    const { stderr } = await run(['convert', folder, '--force']);
    expect(stderr).toContain('warning[edited-orphan]');
    expect(fs.existsSync(path.join(folder, script))).toBe(true);
  });

  test('stay where their legacy files are gone, or something could not be converted', async () => {
    const folder = await withOrphan();
    fs.writeFileSync(path.join(folder, 'shippable.yml'), broken);
    await run(['convert', folder, '--force']);
    expect(fs.existsSync(path.join(folder, script))).toBe(true);
    fs.rmSync(path.join(folder, 'shippable.yml'));
    fs.writeFileSync(path.join(folder, 'codeship-services.yml'), 'app:\n  image: busybox\n');
    fs.writeFileSync(path.join(folder, 'codeship-steps.yml'), '- {service: app, command: a}\n');
    await run(['convert', folder, '--force']);
    expect(fs.existsSync(path.join(folder, script))).toBe(true);
    expect(fs.existsSync(path.join(folder, workflow))).toBe(true);
  });
});

describe('the place', () => {
  test('below the root of a repository is said first under what is to do', async () => {
    const folder = folderWith({ '.git/HEAD': '', 'sub dir/shippable.yml': warned });
    const { code, stdout, stderr } = await run(['convert', path.join(folder, 'sub dir')]);
    expect(code).toBe(0);
    expect(stderr).toContain('warning[below-root]: `sub dir` is below the root');
    expect(stdout).toContain(
      `To do by hand\n  - \`sub dir\` is below the root of its repository, and GitHub only runs workflows of the root\n    Shippable only read the files of the root; to use these, write to the root with \`--out ${folder}\``,
    );
  });

  test('of a CodeShip project below the root is converted from there', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      'web/codeship-services.yml': 'app:\n  image: busybox\n',
      'web/codeship-steps.yml': '- service: app\n  command: ls\n',
    });
    const { stderr } = await run(['convert', path.join(folder, 'web')]);
    expect(stderr).toContain(`run \`transship convert ${folder}\`, which converts`);
  });

  test('without a configuration names that of the root', async () => {
    const folder = folderWith({ '.git/HEAD': '', 'shippable.yml': simple, 'sub/file': '' });
    const { stderr } = await run(['convert', path.join(folder, 'sub')]);
    expect(stderr).toContain(
      `\`shippable.yml\` is in the root of the repository: run \`transship convert ${folder}\``,
    );
  });

  test('matters to a preview as well, but not for the samples of transship', async () => {
    const folder = folderWith({ '.git/HEAD': '', 'sub/shippable.yml': simple });
    const { stderr } = await run(['convert', path.join(folder, 'sub'), '--dry-run']);
    expect(stderr).toContain('warning[below-root]: `sub` is below the root');
    const sample = new URL('../golden/shippable/readme-example', import.meta.url).pathname;
    const shown = await run(['convert', sample, '--dry-run']);
    expect(shown.stderr).not.toContain('below-root');
  });

  test('with `--out` at the root needs the folder in which the steps run', async () => {
    const folder = folderWith({ '.git/HEAD': '', 'sub/shippable.yml': simple });
    const { stderr } = await run(['convert', path.join(folder, 'sub'), '--out', folder]);
    expect(stderr).toContain('but the steps of the workflow run in the root');
    expect(stderr).toContain('add `defaults: { run: { working-directory: sub } }`');
    const elsewhere = await run(['convert', path.join(folder, 'sub'), '--out', folderWith({})]);
    expect(elsewhere.stderr).toBe('');
  });

  test('without a legacy file is nothing to check', async () => {
    const { code, stderr } = await run(['convert', folderWith({ 'README.md': '' }), '--check']);
    expect(code).toBe(1);
    expect(stderr).toContain('error[nothing-to-compare]');
    expect(stderr).toContain('delete the job or step that checks');
  });
});

describe('the GitHub that the workflows run on', () => {
  const steps =
    '- type: parallel\n  steps:\n    - {service: web, command: ./unit}\n    - {service: web, command: ./lint}\n';
  const project = (url: string): Readonly<Record<string, string>> => ({
    'codeship-services.yml': 'web:\n  image: busybox\n',
    'codeship-steps.yml': steps,
    ...(url === '' ? {} : { '.git/config': `[remote "origin"]\n\turl = ${url}\n` }),
  });
  const written = async (files: Readonly<Record<string, string>>) => {
    const folder = folderWith(files);
    const { stderr } = await run(['convert', folder]);
    return { stderr, text: readFile(folder, '.github/workflows/codeship.yml') };
  };

  test.each([
    '',
    'git@github.com:acme/web.git',
    'https://acme.ghe.com/acme/web',
    'ssh://git@gitlab.acme.example:2222/acme/web.git',
    'https://me@bitbucket.org/acme/web.git',
    'github-work:acme/web.git',
  ])(
    'origin %j is not a server of its own: parallel steps, and a note who refuses them',
    async (url) => {
      const { text, stderr } = await written(project(url));
      expect(text).toContain('- parallel:');
      expect(stderr).toContain('native-parallel');
      expect(stderr).not.toContain('enterprise-server');
    },
  );

  test.each([
    'git@github.acme.example:acme/web.git',
    'https://github.acme.example/acme/web',
    'ssh://git@GIT.acme.example:2222/acme/web.git',
  ])('origin %j is an Enterprise Server: one script, and a note', async (url) => {
    const { text, stderr } = await written(project(url));
    expect(text).not.toContain('- parallel:');
    expect(stderr).toMatch(/enterprise-server.*\.acme\.example/);
    expect(stderr).not.toContain('native-parallel');
  });

  test('the settings win', async () => {
    const files = project('git@github.acme.example:acme/web.git');
    const settings = { '.github/transship.yml': 'server: github.com\n' };
    expect((await written({ ...files, ...settings })).text).toContain('- parallel:');
    const native = { '.github/transship.yml': 'parallel: native\n' };
    expect((await written({ ...files, ...native })).text).toContain('- parallel:');
  });
});

test('`--secrets=each` stands in the head of the workflow, and later runs keep to it', async () => {
  const folder = folderWith({
    'codeship-services.yml': 'app:\n  image: alpine\n  encrypted_env_file: app.env.encrypted\n',
    'codeship-steps.yml': '- service: app\n  command: sh -c "echo $API_TOKEN"\n',
    'app.env.encrypted': 'oKGio6SlpqeoqaqrrK2ur5rQTsAU2Q4HTQqyuH98g8D+llK7d7Q=',
  });
  const workflow = '.github/workflows/codeship.yml';
  expect(await run(['convert', folder, '--secrets', 'each'])).toMatchObject({ code: 0 });
  const written = readFile(folder, workflow);
  expect(written).toMatch(/^# Generated by transship .* with --secrets=each;/);
  expect(written).toContain('API_TOKEN: ${{ secrets.API_TOKEN }}');
  expect(await run(['convert', folder, '--check'])).toMatchObject({ code: 0 });
  expect(await run(['convert', folder, '--secrets', 'file'])).toMatchObject({ code: 0 });
  expect(readFile(folder, workflow)).toContain('aes-key: ${{ secrets.CODESHIP_AES_KEY }}');
});

describe('pins that a bot raised', () => {
  const raise = (text: string): string =>
    text.replace(/(actions\/checkout@)[0-9a-f]{40} # \S+/, `$1${'5'.repeat(40)} # v9.0.0`);

  test('are no difference and no edit, and stay where the rest changes', async () => {
    const folder = folderWith({ 'shippable.yml': simple });
    await run(['convert', folder]);
    const raised = raise(readFile(folder, workflow));
    fs.writeFileSync(path.join(folder, workflow), raised);
    expect((await run(['convert', folder, '--check'])).code).toBe(0);
    expect((await run(['convert', folder])).stdout).toContain('(unchanged)');
    fs.writeFileSync(path.join(folder, 'shippable.yml'), simple.replace('npm test', 'npm ci'));
    const { code, stdout } = await run(['convert', folder]);
    expect([code, stdout.includes('(changed)')]).toEqual([0, true]);
    expect(readFile(folder, workflow)).toContain(`checkout@${'5'.repeat(40)} # v9.0.0`);
    expect(readFile(folder, workflow)).toContain('npm ci');
  });
});

test('several reports are all written, and --quiet prints errors and warnings alone', async () => {
  const folder = folderWith({ 'shippable.yml': warned });
  const reports = ['a.json', 'a.md'].flatMap((name) => ['--report', path.join(folder, name)]);
  const { stdout, stderr } = await run(['convert', folder, '--quiet', ...reports]);
  expect(stdout).toBe('');
  expect(stderr).toContain('warning[unknown-key]');
  expect(stderr).not.toContain('note[');
  expect(JSON.parse(readFile(folder, 'a.json')).version).toBe(1);
  expect(readFile(folder, 'a.md')).toMatch(/^# transship report/);
});

test('--color wins over the terminal', async () => {
  const folder = folderWith({ 'shippable.yml': warned });
  const colored = await run(['convert', folder, '--dry-run', '--color', 'always']);
  expect(colored.stderr).toContain('\u001b[');
  const plain = await run(['convert', folder, '--dry-run', '--color=never'], { color: true });
  expect(plain.stderr).not.toContain('\u001b[');
});

test('what holds for the whole conversion is in the Markdown report too', async () => {
  const folder = folderWith({
    'shippable.yml': simple,
    '.github/transship.yml': '',
    '.git/config': '[remote "origin"]\n  url = git@ghe.acme.example:acme/web.git\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
  });
  await run(['convert', folder, '--report', path.join(folder, 'report.md')]);
  const report = readFile(folder, 'report.md');
  expect(report).toContain(
    '## Good to know\n\n- the workflows are written for the GitHub Enterprise Server `ghe.acme.example`',
  );
});
