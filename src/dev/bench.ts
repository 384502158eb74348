// `npm run bench [NAME...]`: how long the command takes to start and convert, and how fast a conversion is, both held
// against something that this machine does too, so that the numbers mean the same everywhere. They are times of the clock,
// which is what people wait for, measured in turn with what they are held against; a busy machine still spoils them.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import type { Repository } from '../ground/repository.ts';
import { measureAudit } from './bench-audit.ts';
import { benchBoot } from './bench-boot.ts';
import { benchBuildOutput } from './bench-build-output.ts';
import { benchLines } from './bench-lines.ts';
import { benchLogin, benchPlainLogin } from './bench-login.ts';
import { type BenchNode, benchNodes } from './bench-nodes.ts';
import { benchPipeline } from './bench-pipeline.ts';
import { measurePlayground } from './bench-playground.ts';
import { benchPush } from './bench-push.ts';
import { convertForMeasure, corpusRepositories, loadTranslators } from './corpus/repositories.ts';
import { inProject } from './project.ts';

/**
 * Where there are two, of Node 20 and of what is newer. What holds on a quiet machine, and a tenth or so. Of what a cold
 * convert adds to Node with nothing to do, two fifths are compiling: 730 kB as it is loaded, and each of 1700 functions again
 * when it is first called; one tenth is setting up 140 modules, one tenth the YAML library, and the rest is spread over
 * the passes, of which none takes more than a twentieth. With all of it compiled, a convert still takes 2.6 times. The corpus is
 * 220 kB, through which the parser runs as cold as the translators: of a conversion it is a fifth, each product's
 * translator an eighth, and no function of ours more than a hundredth.
 */
const limits = {
  cold: [4.9, 4.1],
  again: 3,
  parsing: [5.2, 5.4],
  plainLogin: [1.75, 1.55],
  linear: 1.6,
  login: 0.3,
  logins: 0.25,
  tags: 1.3,
  boot: 1.15,
  bootPresent: 1.4,
  output: 1.1,
  pipeline: 0.65,
  cachedPipeline: 0.55,
  page: 1.5,
  audit: 1.2,
  estate: 1.25,
  memory: 400,
  line: [6, 6],
  shipctl: 2,
} as const;
let isBroken = false;
const ms = (value: number): string => `${value.toFixed(1)} ms`;

const [, , ...asked] = process.argv;
const [pass] = asked;
const nodes = benchNodes();
/** For what takes as long as the engine or the network do; hosted runners have the newest. */
const newest = nodes.at(-1)?.program ?? process.execPath;

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  cold: () => nodes.forEach(coldStart),
  lines: () => nodes.forEach(lines),
  corpus: () => nodes.forEach(againstParsing),
  login: async () => {
    for (const node of nodes) await plainLogin(node);
    await login();
  },
  growth: linear,
  audit,
  push,
  boot,
  output: buildOutput,
  pipeline,
  playground,
};

if (pass === 'parse' || pass === 'convert') await measurePass(pass);
else {
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length === 0 || asked.includes(name)) await bench();
  }
  process.exitCode = isBroken ? 1 : 0;
}

/** The limit for a Node. */
function of([twenty, newer]: readonly [number, number], { major }: BenchNode): number {
  return major <= 20 ? twenty : newer;
}

function say(name: string, detail: string, ratio: number, limit: number): void {
  const holds = ratio <= limit;
  isBroken ||= !holds;
  console.log(
    `${holds ? '+' : '-'} ${name}: ${detail}; ${ratio.toFixed(2)} times, at most ${limit}`,
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The committed command on one repository against Node with nothing to do, in turn. */
function coldStart(node: BenchNode): void {
  const folder = inProject('test', 'golden', 'shippable', 'readme-example');
  const program = inProject('dist', 'cli', 'index.js');
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bench-'));
  const times = { node: [] as number[], convert: [] as number[], again: [] as number[] };
  // A variable such as NODE_EXTRA_CA_CERTS can double the time of doing nothing.
  const env = { PATH: process.env['PATH'], HOME: out };
  const timed = (args: readonly string[], more = {}): number => {
    const start = performance.now();
    execFileSync(node.program, args, { stdio: 'ignore', env: { ...env, ...more } });
    return performance.now() - start;
  };
  try {
    for (let round = 0; round < 21; round++) {
      const fresh = path.join(out, String(round));
      times.node.push(timed(['-e', '0']));
      const convert = [program, 'convert', folder, '--out', fresh];
      // Cold is without what an earlier start compiled.
      times.convert.push(timed(convert, { NODE_DISABLE_COMPILE_CACHE: '1' }));
      fs.rmSync(fresh, { recursive: true });
      times.again.push(timed(convert));
    }
  } finally {
    fs.rmSync(out, { recursive: true, force: true });
  }
  const nothing = median(times.node);
  const against = (name: string, took: number, limit: number): void =>
    say(
      `${name}, Node ${node.major}`,
      `${ms(took)} against ${ms(nothing)} of node -e 0`,
      took / nothing,
      limit,
    );
  against('cold convert', median(times.convert), of(limits.cold, node));
  if (node.major >= 22) against('convert again', median(times.again), limits.again);
}

/** A job of an Assembly Line around nothing, and a call of shipctl. */
function lines(node: BenchNode): void {
  const { node: nothing, startAndEnd, shipctl } = benchLines(node.program);
  const against = `against ${ms(nothing)} of node -e 0`;
  say(
    `line-start and line-end, Node ${node.major}`,
    `${ms(startAndEnd)} ${against}`,
    startAndEnd / nothing,
    of(limits.line, node),
  );
  say('shipctl', `${ms(shipctl)} ${against}`, shipctl / nothing, limits.shipctl);
}

/** The whole corpus once in a process of its own: converting it against only parsing the same text. */
function againstParsing(node: BenchNode): void {
  if (corpusRepositories().length === 0) return;
  const times = { parse: [] as number[], convert: [] as number[] };
  const self = fileURLToPath(import.meta.url);
  for (let round = 0; round < 7; round++) {
    for (const pass of ['parse', 'convert'] as const) {
      const out = execFileSync(node.program, [self, pass], { encoding: 'utf8' });
      times[pass].push(Number(out));
    }
  }
  const [parse, convert] = [median(times.parse), median(times.convert)];
  const detail = `${ms(convert)} against ${ms(parse)} of parsing`;
  say(`whole corpus, Node ${node.major}`, detail, convert / parse, of(limits.parsing, node));
}

/** Prints the milliseconds that one pass over the corpus took; reading from disk is not counted. */
async function measurePass(pass: 'parse' | 'convert'): Promise<void> {
  const all = corpusRepositories().map(({ repository }) => repository);
  const texts = all.flatMap((repository) =>
    repository.paths.map((file) => repository.read(file) ?? ''),
  );
  await loadTranslators();
  const start = performance.now();
  if (pass === 'parse') for (const text of texts) parseAllDocuments(text, { logLevel: 'silent' });
  else for (const repository of all) await convertForMeasure(repository);
  console.log(performance.now() - start);
}

/** Four times the input must take about four times as long, on each format. */
async function linear(): Promise<void> {
  const shapes: Readonly<Record<string, (size: number) => Repository>> = {
    'shippable.yml': (size) =>
      inMemory({
        'shippable.yml': `build:\n  ci:\n${Array.from({ length: size }, (_, i) => `    - test ${i} && echo "$A" | tee log-${i}\n`).join('')}`,
      }),
    'codeship-steps.yml': (size) =>
      inMemory({
        'codeship-services.yml': 'app:\n  image: busybox\n',
        'codeship-steps.yml': Array.from(
          { length: size },
          (_, i) => `- service: app\n  name: s${i}\n  tag: b${i}\n  command: echo ${i}\n`,
        ).join(''),
      }),
    'shippable.jobs.yml': (size) => {
      const each = (of: (i: number) => string): string =>
        Array.from({ length: size }, (_, i) => of(i)).join('');
      return inMemory({
        'shippable.jobs.yml': `jobs:\n  - name: app\n    type: runSh\n    steps:\n${each((i) => `      - IN: r${i}\n`)}      - TASK:\n${each((i) => `        - script: shipctl get_params_resource r${i} A\n`)}`,
        'shippable.resources.yml': `resources:\n${each((i) => `  - name: r${i}\n    type: params\n    version:\n      params:\n        A: b\n`)}`,
      });
    },
  };
  for (const [name, shape] of Object.entries(shapes)) {
    const time = async (size: number): Promise<number> => {
      const repository = shape(size);
      const times: number[] = [];
      for (let round = 0; round < 7; round++) {
        const start = performance.now();
        await convertForMeasure(repository);
        times.push(performance.now() - start);
      }
      return median(times);
    };
    await time(500);
    const [small, large] = [await time(750), await time(3000)];
    const detail = `${ms(small)} for 750 commands, ${ms(large)} for 3000`;
    say(`growth of ${name}`, detail, large / small / 4, limits.linear);
  }
}

/** An audit against walking and converting the same repositories, and its growth in time and memory. */
async function audit(): Promise<void> {
  const { corpus, estates, peak } = await measureAudit();
  if (corpus !== undefined) {
    const alone = corpus.walk + corpus.convert;
    const detail = `${ms(corpus.audit)} against ${ms(corpus.convert)} of converting and ${ms(corpus.walk)} of walking`;
    say('audit of the corpus', detail, corpus.audit / alone, limits.audit);
  }
  const [small, large] = estates;
  if (small !== undefined && large !== undefined) {
    const detail = `${ms(small.milliseconds)} for ${small.repositories} repositories, ${ms(large.milliseconds)} for ${large.repositories}`;
    const growth = large.milliseconds / small.milliseconds;
    say(
      'growth of an audit',
      detail,
      growth / (large.repositories / small.repositories),
      limits.estate,
    );
  }
  if (peak !== undefined) {
    const megabytes = peak / 1e6;
    const detail = `${megabytes.toFixed(0)} MB at the peak of ${large?.repositories} repositories`;
    say('memory of an audit', detail, megabytes / limits.memory, 1);
  }
}

/** `login` against a script that makes the same requests and writes one file. */
async function plainLogin(node: BenchNode): Promise<void> {
  const { ours, plain } = await benchPlainLogin(node.program);
  const detail = `${ms(ours)} against ${ms(plain)} of a plain script`;
  say(`login, Node ${node.major}`, detail, ours / plain, of(limits.plainLogin, node));
}

/** `login` against docker/login-action, where `TRANSSHIP_LOGIN_ACTION` names its bundle. */
async function login(): Promise<void> {
  const bundle = process.env['TRANSSHIP_LOGIN_ACTION'];
  if (bundle === undefined) {
    console.log('  login: skipped, TRANSSHIP_LOGIN_ACTION names no bundle of docker/login-action');
    return;
  }
  const { one, four } = await benchLogin(bundle, newest);
  const against = ({ ours, theirs }: typeof one): string => `${ms(ours)} against ${ms(theirs)}`;
  say('login, one registry', against(one), one.ours / one.theirs, limits.login);
  say('login, four registries', against(four), four.ours / four.theirs, limits.logins);
}

/** Two logins, a build, three tags to two registries, where the bundles of docker's actions are named. */
async function pipeline(): Promise<void> {
  const loginAction = process.env['TRANSSHIP_LOGIN_ACTION'];
  const buildPushAction = process.env['TRANSSHIP_BUILD_PUSH_ACTION'];
  if (loginAction === undefined || buildPushAction === undefined || !hasEngine()) {
    console.log(
      '  pipeline: skipped, without TRANSSHIP_LOGIN_ACTION and TRANSSHIP_BUILD_PUSH_ACTION, an engine and docker-registry',
    );
    return;
  }
  const { cold, cached } = await benchPipeline({ loginAction, buildPushAction, node: newest });
  const against = ({ ours, theirs }: typeof cold): string => `${ms(ours)} against ${ms(theirs)}`;
  say('pipeline, new content', against(cold), cold.ours / cold.theirs, limits.pipeline);
  say('pipeline, cached', against(cached), cached.ours / cached.theirs, limits.cachedPipeline);
}

function hasEngine(): boolean {
  try {
    execFileSync('docker', ['info'], { stdio: 'ignore' });
    execFileSync('docker-registry', ['help'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Five tags of one new image against one tag, where an engine and a registry are. */
async function push(): Promise<void> {
  if (!hasEngine()) {
    console.log('  push: skipped, no Docker engine or no docker-registry');
    return;
  }
  const { oneTag, fiveTags, ratio } = await benchPush();
  say('push, five tags', `${ms(fiveTags)} against ${ms(oneTag)} of one`, ratio, limits.tags);
}

/** `pull-boot-image` against `docker pull` and `docker run -d`, where an engine and a registry are. */
async function boot(): Promise<void> {
  if (!hasEngine()) {
    console.log('  boot: skipped, no Docker engine or no docker-registry');
    return;
  }
  const { pulled, present } = await benchBoot({ nodeFolder: path.dirname(newest) });
  const against = ({ boot, docker }: typeof pulled): string =>
    `${ms(boot)} against ${ms(docker)} of docker`;
  say('boot, image pulled', against(pulled), pulled.boot / pulled.docker, limits.boot);
  say('boot, image present', against(present), present.boot / present.docker, limits.bootPresent);
}

/** A build that prints much against `docker build`, where an engine is. */
function buildOutput(): void {
  if (!hasEngine()) {
    console.log('  build with much output: skipped, no Docker engine');
    return;
  }
  const { action, docker, printed } = benchBuildOutput({ nodeFolder: path.dirname(newest) });
  const detail = `${ms(action)} against ${ms(docker)} of docker, ${(printed / 1e6).toFixed(1)} MB printed`;
  say('build with much output', detail, action / docker, limits.output);
}

/** A conversion on the playground's page against the same one here; and whether typing stays smooth. */
async function playground(): Promise<void> {
  const figures = await measurePlayground();
  if (figures === undefined) {
    console.log('  playground: skipped, no Chromium');
    return;
  }
  const { node, page, longestTask } = figures;
  say(
    'playground, one conversion',
    `${ms(page)} against ${ms(node)} in Node`,
    page / node,
    limits.page,
  );
  say('playground, longest task while typing', `${ms(longestTask)} of 50 ms`, longestTask / 50, 1);
}

function inMemory(texts: Readonly<Record<string, string>>): Repository {
  return { paths: Object.keys(texts).sort(), read: (file) => texts[file] };
}
