import { describe, expect, test } from 'vitest';
import { mayReadHistory } from '../../../src/legacy/shippable/checkout/history.ts';

const commands = (...texts: readonly string[]) =>
  texts.map((text) => ({ text, from: [], before: [] }));

const repository = (files: Readonly<Record<string, string | undefined>>) => ({
  paths: Object.keys(files),
  read: (path: string) => files[path],
});

const node = {
  'shippable.yml': '',
  'package.json': '{"scripts":{"test":"mocha"}}',
  'test.js': 'it()',
};

describe('one commit is enough', () => {
  test.each([
    [['echo x', 'mkdir -p a && cp a b', 'apt-get install -y xsltproc'], {}],
    [['npm install', 'npm test'], node],
    [['docker build -t a .', 'docker push a'], { Dockerfile: 'FROM alpine\nCOPY . /app\n' }],
    [['./run.sh'], { 'run.sh': 'echo hello' }],
    [['python setup.py test'], { 'setup.py': 'setup(version="1")' }],
  ])('for %j', (texts, files) => {
    expect(mayReadHistory(commands(...texts), repository(files))).toBe(false);
  });
});

describe('the whole history is needed', () => {
  test.each<[readonly string[], Readonly<Record<string, string | undefined>>]>([
    [['git describe'], {}],
    [['echo $(git rev-list --count HEAD)'], {}],
    [['git push heroku master'], {}],
    // What nobody can see.
    [['npm test'], { 'shippable.yml': '' }],
    [['./run.sh'], {}],
    [['make'], { Makefile: 'all:\n\ttrue\n' }],
    [['$TOOL x'], node],
    [['docker run -v $PWD:/src image'], node],
    [['curl x | sh'], node],
    [['npm test'], { ...node, 'large.js': undefined }],
    // What a file says.
    [['npm test'], { ...node, 'version.js': "exec('git log -1')" }],
    [['npm test'], { ...node, 'package.json': '{"devDependencies":{"semantic-release":"1"}}' }],
    [
      ['pip install .'],
      { 'setup.py': 'setup(use_scm_version=True, setup_requires=["setuptools_scm"])' },
    ],
    [['mvn package'], { 'pom.xml': '<artifactId>jgitver-maven-plugin</artifactId>' }],
    [['docker build .'], { Dockerfile: 'FROM alpine\nRUN git describe > VERSION\n' }],
    [['pytest'], { 'a.py': 'import x', '.coveragerc': '', 'tox.ini': 'commands = codecov' }],
  ])('for %j in %j', (texts, files) => {
    expect(mayReadHistory(commands(...texts), repository(files))).toBe(true);
  });
});
