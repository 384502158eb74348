import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { convertFolder } from '../../src/cli/convert/convert-folder.ts';
import { corpusFolder, corpusRepositories } from '../../src/dev/corpus/repositories.ts';
import type { EstateReport } from '../../src/estate/estate.ts';
import { auditSchema } from '../../src/estate/schema.ts';
import { toReport } from '../../src/report/report.ts';
import { folderWith, readFile, run } from './run.ts';

const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(auditSchema);

async function audit(args: readonly string[], folder?: string): Promise<EstateReport> {
  const ran = await run(['audit', ...args, '--json'], folder === undefined ? {} : { folder });
  expect(ran.code, ran.stderr).toBe(0);
  const report = JSON.parse(ran.stdout) as EstateReport;
  isValid(report);
  expect(isValid.errors).toBeNull();
  return report;
}

const plain = 'language: none\nbuild:\n  ci:\n    - make\n';
const manual = `${plain}integrations:\n  hub:\n    - integrationName: hub\n      type: docker\n`;

const estate = (): string =>
  folderWith({
    'web/shippable.yml': plain,
    'api/codeship-services.yml': 'app:\n  image: drydock/u16\n',
    'api/codeship-steps.yml': '- service: app\n  command: make\n',
    'group/tools/shippable.yml': manual,
    'notes/.git/HEAD': 'ref: refs/heads/main\n',
    'notes/readme.txt': 'nothing here\n',
  });

describe('what is there', () => {
  test('repositories below a folder, by git or by their configuration', async () => {
    const { repositories, totals } = await audit(['.'], estate());
    expect(repositories.map(({ name, state }) => [name, state])).toEqual([
      ['api', 'converted'],
      ['group/tools', 'converted'],
      ['notes', 'none'],
      ['web', 'converted'],
    ]);
    expect(totals).toMatchObject({ repositories: 4, converted: 3, withoutConfiguration: 1 });
  });

  test('a repository that is named is one, also with others below it', async () => {
    const folder = estate();
    fs.mkdirSync(path.join(folder, '.git'));
    const { repositories } = await audit([folder]);
    expect(repositories.map(({ name }) => name)).toEqual([path.basename(folder)]);
  });

  test('equal names of two paths are told apart, and a folder named twice counts once', async () => {
    const folder = folderWith({ 'a/x/shippable.yml': plain, 'b/x/shippable.yml': plain });
    const { repositories } = await audit(['a', 'b', 'a/x'], folder);
    expect(repositories.map(({ name }) => name)).toEqual(['a/x', 'b/x']);
  });

  test('a list names each repository, and what is wrong with one is its own matter', async () => {
    const folder = estate();
    fs.writeFileSync(path.join(folder, 'list'), '# ours\nweb\r\ngone  # moved away\n\nweb\n');
    const { repositories, totals } = await audit(['--repos', 'list'], folder);
    expect(totals).toMatchObject({ repositories: 2, failed: 1 });
    expect(repositories[0]).toMatchObject({
      name: 'gone',
      failure: { message: '`gone`: there is no such folder' },
    });
  });

  test('commit and origin come from files of git, also packed ones and without a credential', async () => {
    const commit = 'a'.repeat(40);
    const folder = folderWith({
      'x/.git/HEAD': 'ref: refs/heads/main\n',
      'x/.git/packed-refs': `# pack-refs with: peeled\n${commit} refs/heads/main\n`,
      'x/.git/config': '[remote "origin"]\n\turl = https://me:hunter2@github.com/acme/web.git\n',
    });
    const { repositories } = await audit(['x'], folder);
    expect(repositories[0]).toMatchObject({ commit, origin: 'acme/web' });
    expect(JSON.stringify(repositories)).not.toContain('hunter2');
  });
});

test('a bare repository is named: nothing of it can be read from the disk', async () => {
  const folder = folderWith({});
  execFileSync('git', ['init', '--bare', path.join(folder, 'x.git')], { stdio: 'ignore' });
  const { repositories } = await audit(['.'], folder);
  expect(repositories).toMatchObject([{ name: 'x.git', state: 'failed' }]);
});

describe('what a person must know', () => {
  test('secrets by name with their users; images that are gone', async () => {
    const { secrets, images, runners } = await audit(['.'], estate());
    expect(secrets).toEqual([
      { name: 'HUB_INTEGRATION_PASSWORD', repositories: ['group/tools'] },
      { name: 'HUB_INTEGRATION_USERNAME', repositories: ['group/tools'] },
    ]);
    expect(images).toMatchObject([
      { name: 'drydock/u16', repositories: ['api'], uses: ['compose'] },
    ]);
    expect(images[0]?.concern).toContain('Shippable');
    expect(runners[0]?.name).toBe('ubuntu-24.04');
  });

  test('a credential that lies open is named by its place, and its value by nothing', async () => {
    const value = 'ghp_0123456789abcdefghijklmnopqrstuvwxyz';
    const folder = folderWith({
      'x/shippable.yml': `${plain}env:\n  - GITHUB_TOKEN=${value}\n`,
    });
    const endings = ['json', 'md', 'csv', 'sarif', 'html'];
    const files = endings.flatMap((ending) => ['--report', `out.${ending}`]);
    const ran = await run(['audit', '.', ...files], { folder });
    expect(ran.stdout).toContain('x: shippable.yml:6  GitHub token');
    for (const text of [
      ran.stdout,
      ran.stderr,
      ...endings.map((e) => readFile(folder, `out.${e}`)),
    ])
      expect(text).not.toContain(value);
  });
});

test('the page holds what became of every value, covered where it looks like a credential', async () => {
  const value = 'ghp_0123456789abcdefghijklmnopqrstuvwxyz';
  const folder = folderWith({
    'x/shippable.yml': `${plain}env:\n  - GITHUB_TOKEN=${value}\n`,
    'y/readme.md': 'nothing',
    'y/.git/HEAD': 'ref: refs/heads/main\n',
  });
  await run(['audit', '.', '--report', 'out.html'], { folder });
  const text = readFile(folder, 'out.html');
  const packed = [...text.matchAll(/id="view-(\d+)">([^<]+)</g)];
  expect(packed.map(([, index]) => index)).toEqual(['0']);
  const view = inflateRawSync(Buffer.from(packed[0]?.[2] ?? '', 'base64')).toString();
  expect(view).toContain('GITHUB_TOKEN=****************************************');
  expect(view).not.toContain(value);
  expect(JSON.parse(view).sources[0].nodes.length).toBeGreaterThan(2);
});

test('reports in every form; the terminal and the Markdown in full', async () => {
  const folder = estate();
  const forms = ['out.md', 'out.csv', 'out.sarif', 'out.json'];
  const args = ['audit', '.', ...forms.flatMap((file) => ['--report', file])];
  const first = await run(args, { folder });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatchSnapshot();
  expect(readFile(folder, 'out.md')).toMatchSnapshot();
  const csv = readFile(folder, 'out.csv').split('\r\n');
  expect(csv.filter((line) => line.startsWith('repository,'))).toHaveLength(4);
  const texts = forms.map((file) => readFile(folder, file));
  expect(await run(args, { folder })).toEqual(first);
  expect(forms.map((file) => readFile(folder, file))).toEqual(texts);
  const sarif = JSON.parse(texts[2] ?? '');
  expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toMatch(
    /^api\//,
  );
});

describe('exit codes', () => {
  test('0 for a bad repository that is named, 1 with --strict', async () => {
    const folder = folderWith({ 'a/shippable.yml': 'build: [\n', 'b/shippable.yml': plain });
    const ran = await run(['audit', '.'], { folder });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('a: shippable.yml:2: ');
    expect((await run(['audit', '.', '--strict'], { folder })).code).toBe(1);
    expect((await run(['audit', 'b', '--strict'], { folder })).code).toBe(0);
  });

  test('2 for what is wrong on the command line, before anything is read', async () => {
    const folder = folderWith({ 'a/shippable.yml': plain, 'mine.md': 'my own notes\n' });
    const message = async (...args: string[]): Promise<string> => {
      const ran = await run(['audit', ...args], { folder });
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      return ran.stderr;
    };
    expect(await message()).toContain('needs PATH');
    expect(await message('gone')).toContain('`gone`: there is no such folder');
    expect(await message('a', '--report', 'x.txt')).toContain('.json, .md');
    expect(await message('a', '--report', 'mine.md')).toContain('did not write');
    expect(await message('a', '--journal', 'mine.md')).toContain('did not write');
    expect(await message('a', '--config', 'gone.yml')).toContain('cannot be read');
    expect(readFile(folder, 'mine.md')).toBe('my own notes\n');
  });

  test('1 where a report cannot be written, and the others are', async () => {
    const folder = folderWith({ 'a/shippable.yml': plain, file: '' });
    const ran = await run(['audit', 'a', '--report', 'out.md', '--report', '/dev/null/x.md'], {
      folder,
    });
    expect([1, 2]).toContain(ran.code);
  });
});

describe('a journal', () => {
  const git = (folder: string, ...args: string[]): void => {
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      stdio: 'ignore',
    });
  };
  const cloned = (): string => {
    const folder = folderWith({ 'a/shippable.yml': plain, 'b/shippable.yml': manual });
    for (const name of ['a', 'b']) {
      git(path.join(folder, name), 'init');
      git(path.join(folder, name), 'add', '.');
      git(path.join(folder, name), 'commit', '-m', 'x');
    }
    return folder;
  };
  const args = ['audit', 'a', 'b', '--journal', 'journal', '--json'];

  test('reads no commit twice, and comes to the same bytes', async () => {
    const folder = cloned();
    const first = await run(args, { folder });
    const journal = readFile(folder, 'journal');
    expect(fs.statSync(path.join(folder, 'journal')).mode & 0o777).toBe(0o600);
    expect(await run(args, { folder })).toEqual(first);
    expect(readFile(folder, 'journal')).toBe(journal);
    // What was found out counts, not the file: it is not read again.
    fs.writeFileSync(
      path.join(folder, 'journal'),
      journal.replaceAll('HUB_INTEGRATION', 'REMEMBERED_INTEGRATION'),
    );
    expect((await run(args, { folder })).stdout).toContain('REMEMBERED_INTEGRATION');
  });

  test('changed files are read again, and a torn line does not count', async () => {
    const folder = cloned();
    const first = await run(args, { folder });
    const text = readFile(folder, 'journal');
    fs.writeFileSync(path.join(folder, 'journal'), text.slice(0, -40));
    expect(await run(args, { folder })).toEqual(first);
    expect(readFile(folder, 'journal')).toBe(text);
    fs.writeFileSync(path.join(folder, 'b/shippable.yml'), plain);
    const { secrets } = JSON.parse((await run(args, { folder })).stdout) as EstateReport;
    expect(secrets).toEqual([]);
    expect(readFile(folder, 'journal')).toBe(text);
  });

  test('other options begin it anew', async () => {
    const folder = cloned();
    await run(args, { folder });
    const before = readFile(folder, 'journal');
    await run([...args, '--style', 'idiomatic'], { folder });
    expect(readFile(folder, 'journal').split('\n')[0]).not.toBe(before.split('\n')[0]);
  });
});

/** Folders that are broken in as many ways, and a word of what is said of each. */
const corrupted: Readonly<Record<string, (folder: string) => void>> = {
  'syntax error': write('shippable.yml', 'build: [\n'),
  'binary file': write('shippable.yml', new Uint8Array([0, 255, 254, 0, 1, 2, 200])),
  'empty file': write('shippable.yml', ''),
  'only comments': write('codeship-services.yml', '# nothing\n'),
  'list for a mapping': write('shippable.yml', '- a\n- b\n'),
  'scalar for a mapping': write('codeship-steps.yml', 'hello\n'),
  'too large': write('shippable.yml', `build:\n  ci:\n${'    - make\n'.repeat(110_000)}`),
  'too deep': write('shippable.yml', `${'['.repeat(3000)}${']'.repeat(3000)}\n`),
  'many aliases': write(
    'shippable.yml',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'.replace(/./g, (to) => `${to}: &${to} [${Array(9).fill(`*${String.fromCharCode(to.charCodeAt(0) - 1)}`)}]\n`)}build:\n  ci: *j\n`,
  ),
  'alias without anchor': write('shippable.yml', 'build: *gone\n'),
  'alias in a circle': write('shippable.yml', 'a: &a\n  b: *a\nbuild: *a\n'),
  'wrong settings': (folder) => {
    write('shippable.yml', plain)(folder);
    write('.github/transship.yml', 'runner: [\n')(folder);
  },
  'settings that lead out': (folder) => {
    write('shippable.yml', plain)(folder);
    fs.mkdirSync(path.join(folder, '.github'));
    fs.symlinkSync('/etc/hostname', path.join(folder, '.github/transship.yml'));
  },
  'settings that are a folder': (folder) => {
    write('shippable.yml', plain)(folder);
    fs.mkdirSync(path.join(folder, '.github/transship.yml'), { recursive: true });
  },
  'settings that are a pipe': (folder) => {
    write('shippable.yml', plain)(folder);
    fs.mkdirSync(path.join(folder, '.github'));
    execFileSync('mkfifo', [path.join(folder, '.github/transship.yml')]);
  },
  'a folder in place of the file': (folder) =>
    fs.mkdirSync(path.join(folder, 'shippable.yml'), { recursive: true }),
  'a link to itself': (folder) =>
    fs.symlinkSync('shippable.yml', path.join(folder, 'shippable.yml')),
  'a link to nothing': (folder) => fs.symlinkSync('gone', path.join(folder, 'shippable.yml')),
  'a link out': (folder) => fs.symlinkSync('/etc/passwd', path.join(folder, 'codeship-steps.yml')),
  'a pipe': (folder) => {
    write('codeship-steps.yml', '- service: app\n  command: make\n')(folder);
    execFileSync('mkfifo', [path.join(folder, 'codeship-services.yml')]);
  },
  'a broken .git': (folder) => {
    write('shippable.yml', plain)(folder);
    write('.git', 'gitdir: /nowhere\n')(folder);
  },
  'names with control characters': write('a\nb/codeship-services.yml', 'app:\n  image: x\n'),
};

function write(file: string, text: string | Uint8Array): (folder: string) => void {
  return (folder) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
}

function corruptedEstate(): string {
  const folder = folderWith({});
  for (const [name, make] of Object.entries(corrupted)) {
    const at = path.join(folder, name.replaceAll(' ', '-'));
    fs.mkdirSync(path.join(at, '.git'), { recursive: true });
    if (name === 'a broken .git') fs.rmdirSync(path.join(at, '.git'));
    make(at);
  }
  return folder;
}

test('corrupted repositories are each named and stop nothing', async () => {
  const folder = corruptedEstate();
  expect(Object.keys(corrupted).length).toBeGreaterThanOrEqual(20);
  const { repositories } = await audit([folder]);
  expect(repositories).toHaveLength(Object.keys(corrupted).length);
  const lines = repositories.map(({ name, state, failure, findings }) => {
    const worst = failure?.message ?? findings.find(({ kind }) => kind !== 'note')?.message ?? '';
    return `${name}: ${state}: ${worst.replaceAll(folder, 'ESTATE')}`;
  });
  expect(lines).toMatchSnapshot();
  expect(lines.filter((line) => line.includes('bug of transship'))).toEqual([]);
});

test.skipIf(corpusRepositories().length === 0)(
  'the corpus: totals are the sums of the single reports, also with corrupted repositories among them',
  async () => {
    const bad = corruptedEstate();
    const list = path.join(folderWith({}), 'list');
    const repositories = corpusRepositories();
    fs.writeFileSync(list, repositories.map(({ folder }) => `${folder}\n`).join(''));
    onTestFinished(() => fs.rmSync(list, { force: true }));
    const report = await audit(['--repos', list]);
    const values = { translated: 0, approximated: 0, manual: 0, dropped: 0, invalid: 0 };
    const diagnostics = { error: 0, warning: 0, note: 0 };
    let secrets = 0;
    for (const { folder } of repositories) {
      const result = await convertFolder({ folder });
      if (result.kind === 'refused') throw new Error(result.message);
      const single = toReport(result.conversion, '1.0.0');
      for (const outcome of Object.keys(values) as (keyof typeof values)[])
        values[outcome] += single.summary[outcome];
      for (const { severity } of single.diagnostics) diagnostics[severity]++;
      secrets += new Set(single.secrets.map(({ name }) => name)).size;
    }
    expect(report.totals).toMatchObject({
      repositories: repositories.length,
      failed: 0,
      values,
      diagnostics,
      secrets,
    });
    const both = await audit(['--repos', list, bad]);
    const good = both.repositories.filter(({ name }) => name.startsWith(corpusFolder));
    expect(good).toHaveLength(repositories.length);
    expect(good.map(({ wave: _wave, ...rest }) => rest)).toEqual(
      report.repositories.map(({ wave: _wave, ...rest }) => rest),
    );
  },
  60_000,
);
