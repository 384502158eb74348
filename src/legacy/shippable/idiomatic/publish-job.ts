// `--style=idiomatic`: what is published is a job of its own that needs the tests, where nothing of theirs is left to
// publish. Each change is reported, and so is what keeps both together.

import { expression } from '../../../expression/expression.ts';
import { type Call, readCalls } from '../../../machine/calls/calls.ts';
import type { Place } from '../../../source/diagnostic.ts';
import type { Job, Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';

/** Whether `push` is a job of its own; what keeps it with the tests is told. */
export function publishesApart(
  config: ShippableConfig,
  commands: readonly Command[],
  rows: number,
  at: Place,
  context: TranslationContext,
): boolean {
  const { sections } = config;
  const [first] = sections.push;
  if (context.settings.style !== 'idiomatic' || first === undefined) return false;
  // A job of an Assembly Line is one.
  if (context.line !== undefined) return false;
  const tested = [...commands, ...sections.postCi, ...sections.onSuccess, ...sections.always];
  const why =
    rows > 1
      ? 'every row of the matrix publishes'
      : (leftBehind(tested, context) ?? missingImage(config, context));
  if (why === undefined) {
    context.report(
      'idiomatic-change',
      at,
      '`push` is a separate job that needs the tests, on a clean clone of the same commit; on Shippable it continued where they ended',
    );
    return true;
  }
  context.report('kept-together', at, `\`push\` stays in the job of the tests: ${why}`);
  return false;
}

/** Install commands and tests leave nothing that anybody publishes. */
const testing: readonly RegExp[] = [
  /^(?:cd|export|echo|printf|set|unset|source|\.|true|:|test|\[|\[\[|sleep|env|which|pwd|ls|cat|mkdir|exit|return|ulimit|sudo|psql|mysql|createdb|dropdb|mongo|redis-cli|service|xvfb-run)$/,
  /^(?:npm|yarn|pnpm) (?:i|ci|install|add|test|t|run test\S*|run lint\S*|lint|run coverage)$/,
  /^(?:npm|yarn) --version$/,
  /^(?:pip3?|gem|apt-get|apt|bundle|composer|go|cpanm) (?:install|update|get|vet|test|exec|config|mod)$/,
  /^(?:rspec|phpunit|pytest|py\.test|nosetests|tox|flake8|pylint|rubocop|eslint|jshint|mocha|karma|golint|gofmt|coverage|codecov|coveralls|shellcheck)(?: |$)/,
  /^(?:rake|bundle exec|python3? -m|mvn|\.\/mvnw|gradle|\.\/gradlew) (?:rspec|rake|spec|test|check|verify|pytest|unittest|nose|rubocop|cucumber)$/,
];

const spoken = ({ word, args }: Call): string =>
  [
    word,
    ...args
      .filter((arg) => !arg.startsWith('-'))
      .slice(0, word === 'npm' && args[0] === 'run' ? 2 : 1),
  ].join(' ');

function leftBehind(
  commands: readonly Command[],
  { repository }: TranslationContext,
): string | undefined {
  for (const { text } of commands) {
    const { calls, hasUnread, functions } = readCalls(text, repository);
    if (hasUnread) return `\`${short(text)}\` may leave files that it publishes`;
    const call = calls.find((each) => {
      if (functions.has(each.word)) return false;
      if (each.command.redirections.some(({ operator, target }) => writes(operator, target.value)))
        return true;
      const line = spoken(each);
      return !testing.some((pattern) => pattern.test(line) || pattern.test(each.word));
    });
    if (call !== undefined)
      return `\`${short([call.word, ...call.args].join(' '))}\` may leave files or images that it publishes`;
  }
  return undefined;
}

const writes = (operator: string, target: string | undefined): boolean =>
  operator.startsWith('>') && !/^(?:\/dev\/|\/tmp\/|&|\d)/.test(target ?? '');

/** What is pushed has to be built by `pre_ci`, which the job repeats, or by `push` itself. */
function missingImage(
  { sections }: ShippableConfig,
  { repository }: TranslationContext,
): string | undefined {
  const calls = [...sections.preCi, ...sections.push].flatMap(
    ({ text }) => readCalls(text, repository).calls,
  );
  const does = (what: RegExp): boolean =>
    calls.some(({ word, args }) => what.test([word, ...args.slice(0, 2)].join(' ')));
  return does(/^docker(?:-compose)? (?:image )?push/) &&
    !does(/^docker(?:-compose)? (?:image )?(?:build|pull|load)/)
    ? 'the image that it pushes is built elsewhere'
    : undefined;
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};

const deploying =
  /\bdeploy|kubectl (?:apply|set|rollout)|helm upgrade|terraform apply|\beb \w|heroku|gcloud (?:app|run)|aws (?:ecs|s3|elasticbeanstalk)/;

export const deploys = ({ sections }: ShippableConfig): boolean =>
  sections.push.some(({ text }) => deploying.test(text));

/** The job of `push`. With an environment it is none of pull requests, which GitHub would count as deployments. */
export function publishJob(
  tests: Job,
  steps: readonly Step[],
  config: ShippableConfig,
  at: Place,
  { report }: TranslationContext,
): Job {
  const { services: _, continueOnError: __, matrix: ___, from: ____, ...rest } = tests;
  const isDeployment = deploys(config);
  if (isDeployment)
    report(
      'idiomatic-change',
      at,
      '`push` deploys to the environment `production`, which GitHub creates, and does not run in pull requests; you can set reviewers and secrets for the environment',
    );
  return {
    ...rest,
    id: tests.id === 'ci' ? 'publish' : `${tests.id}-publish`,
    name: 'Publish',
    needs: [tests.id],
    ...(isDeployment
      ? { environment: 'production', if: expression`github.event_name != 'pull_request'` }
      : {}),
    steps,
  };
}
