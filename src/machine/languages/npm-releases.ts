// Programs of npm that people installed without a version: the newest release that each old Node.js runs. The newest
// of all would come otherwise, and not start.

/**
 * `BELOW:RELEASE`: what a Node.js below that major gets, in rising order; from the last one on it is the newest. Read
 * from `engines` in the registry on 2026-11-27; jasmine, serverless and rimraf name none, or none that is true.
 */
const releases: Readonly<Record<string, string>> = {
  '@angular/cli':
    '8:1.7.4 10:7.3.10 12:11.2.19 14:13.3.11 16:15.2.11 18:16.2.16 20:19.2.27 22:21.2.28',
  apidoc: '14:0.29.0 16:0.54.0',
  ava: '4:0.17.0 6:0.25.0 8:1.4.1 12:2.4.0 14:4.3.3 18:5.3.1 20:6.4.1 22:7.0.0',
  codecov: '4:1.0.1',
  coffeescript: '6:1.12.7',
  cordova: '4:6.3.1 6:8.1.2 10:9.0.0 12:10.0.0 16:11.1.0 20:12.0.0',
  coveralls: '4:2.13.3 6:3.0.7',
  'ember-cli': '4:2.9.1 6:3.1.4 8:3.9.0 10:3.15.2 12:3.27.0 14:4.5.0 16:4.12.3 18:5.3.0 20:6.5.0',
  eslint: '4:2.13.1 6:4.19.1 8:5.16.0 10:6.8.0 12:7.32.0 18:8.57.1 20:9.39.5',
  'firebase-tools':
    '4:3.10.0 6:5.1.1 8:6.12.0 10:8.20.0 12:9.23.3 14:10.9.2 16:11.30.0 18:12.9.1 20:13.35.1',
  forever: '6:1.0.1',
  grunt: '8:1.0.4 16:1.5.3',
  'grunt-cli': '4:1.2.0 10:1.3.2',
  gulp: '10:4.0.2',
  'gulp-cli': '10:2.3.0',
  'http-server': '6:0.11.2 12:13.1.0',
  ionic: '6:2.2.3 8:5.0.3',
  jasmine: '12:3.99.0 18:4.6.0',
  jest: '4:0.1.40 6:21.2.1 8:24.9.0 10:25.5.4 12:27.5.1 14:28.1.3 18:29.7.0',
  jsdoc: '4:3.4.3 8:3.5.5 12:3.6.10',
  karma: '4:1.7.1 6:2.0.5 8:3.1.4 10:4.4.1',
  'karma-cli': '6:1.0.1',
  knex: '6:0.14.6 8:0.17.6 10:0.20.15 12:0.95.15 16:2.5.1',
  lerna: '4:1.1.3 6:2.11.0 12:3.22.1 14:4.0.0 16:7.3.0 18:7.4.2 20:8.2.4 22:9.0.7',
  less: '4:2.6.1 6:3.9.0 14:4.2.2 18:4.5.1',
  'markdownlint-cli':
    '6:0.8.2 8:0.15.0 10:0.21.0 12:0.28.1 14:0.31.1 16:0.34.0 18:0.37.0 20:0.44.0 22:0.48.0',
  mocha: '4:3.5.3 6:5.2.0 8:6.2.3 10:7.2.0 12:8.4.0 14:9.2.2 18:10.8.2 20:11.8.0',
  newman: '4:2.1.2 6:3.10.0 10:4.6.1 16:5.3.2',
  'node-gyp': '4:3.8.0 6:4.0.0 10:7.0.0 12:8.4.1 16:9.4.1 18:10.3.1 20:11.5.0 22:12.4.0',
  nodemon: '4:1.12.2 8:1.19.4 10:2.0.22',
  'npm-check': '4:4.1.4 10:5.9.2',
  nsp: '6:2.8.1',
  nyc: '6:13.0.0 8:14.1.1 18:15.1.0 20:17.1.0',
  pm2: '4:2.4.6 6:3.3.1 8:3.5.2 10:4.5.6 12:5.3.1 16:5.4.3 18:6.0.14',
  pnpm: '4:0.24.0 6:1.43.1 8:2.25.7 10:3.8.1 12:5.8.0 14:6.35.1 16:7.33.7 18:8.15.9',
  protractor: '4:4.0.5 6:4.0.14 8:5.4.4 10:6.0.0',
  retire: '6:2.1.0 14:4.0.0 18:4.3.4',
  rimraf: '14:3.0.2 20:5.0.10',
  sass: '12:1.22.7 14:1.60.0 20:1.99.0',
  'selenium-standalone': '12:9.0.6 14:9.5.0',
  'semantic-release':
    '4:7.0.2 8:12.1.1 10:15.14.0 12:16.0.4 14:17.4.7 18:19.0.5 20:22.0.12 22:24.2.9',
  serverless: '10:1.83.3 12:2.72.3 18:3.40.0',
  snyk: '4:1.73.0 6:1.143.5 8:1.300.0 10:1.454.0 12:1.891.0',
  standard: '4:7.1.2 8:12.0.1 10:14.3.4 12:16.0.4',
  stylelint: '12:13.5.0 14:14.16.1 18:15.11.0 20:16.26.1 22:17.16.0',
  'swagger-cli': '6:2.2.1 10:2.3.5',
  tap: '4:10.7.3 8:12.7.0 10:14.11.0 12:15.2.3 16:16.3.10 18:19.2.5 20:20.0.3',
  testem: '4:2.2.1 8:2.17.0 20:3.19.1',
  tslint: '4:4.3.1',
  typedoc: '4:0.5.1 6:0.11.1 8:0.16.9 10:0.17.8 12:0.20.37 14:0.22.18 16:0.24.8 18:0.25.13',
  typescript: '4:2.1.4 12:4.9.5 14:5.0.4 16:6.0.3',
  'webpack-cli': '4:1.0.0 6:1.5.3 10:3.3.12 14:4.10.0 18:5.1.4 20:6.0.1',
  yarn: '4:0.21.3',
};

type Step = { readonly below: number; readonly release: string };

const stepsOf = (row: string): readonly Step[] =>
  row.split(' ').map((word) => {
    const [below = '', release = ''] = word.split(':');
    return { below: Number(below), release };
  });

/**
 * What stands behind `@` so that each of these majors of Node.js gets a release that it runs: a release, or an
 * expression of the shell that asks the Node.js of the job; undefined where the newest does.
 */
export function npmReleaseFor(
  name: string,
  majors: readonly number[],
  /** Also what is older than that release. */
  orOlder = false,
): string | undefined {
  if (!Object.hasOwn(releases, name)) return undefined;
  const steps = stepsOf(releases[name] ?? '');
  const wanted = majors.map((major) => steps.find(({ below }) => major < below)?.release);
  const [first] = wanted;
  if (wanted.every((release) => release === undefined)) return undefined;
  const bound = orOlder ? '<=' : '';
  if (first !== undefined && wanted.every((release) => release === first))
    return `${bound}${first}`;
  const needed = steps.filter(({ release }) => wanted.includes(release));
  // The last one stands without a condition where no row takes the newest.
  const last = wanted.includes(undefined) ? undefined : needed.at(-1)?.release;
  const choices = needed
    .filter(({ release }) => release !== last)
    .map(({ below, release }) => `v<${below}?"${bound}${release}":`);
  return `$(node -p 'v=parseInt(process.versions.node);${choices.join('')}"${last === undefined ? 'latest' : `${bound}${last}`}"')`;
}
