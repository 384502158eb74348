// How many lines the output has, against what it had when each kind was measured first.

import type { Figure } from './figure.ts';
import type { Measure } from './measure.ts';

type Baseline = {
  readonly name: string;
  readonly counts: (repository: string) => boolean;
  /** Lines of workflows and Compose files then. */
  readonly before: number;
  /** What may be left of them. */
  readonly most: number;
};

/** Repositories that were converted by hand once, to see how short it can be. */
const byHand: readonly string[] = [
  'shippable/devops-recipes+basic-node',
  'shippable/shippableSamples+saving-ci-artifacts-as-docker-image',
  'shippable/AntreasAntoniou+DeepClassificationBot',
  'shippable/Ramesh-R05+cci-gateway-service',
  'codeship/InVisionApp+kit-deploymentizer',
  'codeship/codeship-library+php-laravel-todoapp',
  'codeship/Autodesk+pyccc',
];

const baselines: readonly Baseline[] = [
  {
    name: 'lines for Shippable',
    counts: (repository) => repository.startsWith('shippable/'),
    before: 2299,
    most: 0.89,
  },
  {
    name: 'lines for CodeShip',
    counts: (repository) => repository.startsWith('codeship/'),
    before: 4744,
    most: 0.9,
  },
  {
    name: 'lines for those converted by hand once',
    counts: (repository) => byHand.includes(repository),
    before: 708,
    most: 0.88,
  },
];

export function lengthFigures(measures: readonly Measure[]): readonly Figure[] {
  return baselines.map(({ name, counts, before, most }) => {
    const measured = measures
      .filter((one) => counts(one.name))
      .map((one) => ({ name: one.name, lines: linesOf(one) }));
    const now = measured.reduce((sum, { lines }) => sum + lines, 0);
    const share = (100 * now) / before;
    return {
      name,
      value: `${now}, ${share.toFixed(1)} % of ${before}, at most ${100 * most} %`,
      holds: now <= before * most,
      details: measured.map((one) => `${String(one.lines).padStart(5)} ${one.name}`),
    };
  });
}

/** In CodeShip's files the variables don't count: they are as many as somebody reads. */
const variable =
  /^\s*(?:- )?(?:CI(?:_[A-Z]+)*(?::.*)?$|x-codeship:|\w+: &codeship$|<<: \*codeship$)/;

/**
 * What hands versions on in an Assembly Line counts there (line-figures.ts): when the lines were first measured, nothing was
 * made of it.
 */
function withoutLine(content: string): string {
  const jobs = content.split(/^(?= {2}[\w-]+:$)/m);
  return jobs
    .filter((job) => !job.includes('/actions/line-record@'))
    .map((job) =>
      job
        .split(/^(?= {6}- )/m)
        .filter((step) => !/\/actions\/line-(?:start|end)@/.test(step))
        .join(''),
    )
    .join('');
}

const linesOf = ({ name, conversion }: Measure): number =>
  conversion.files
    .filter(({ path }) => /\.ya?ml$/.test(path))
    .flatMap(({ content }) => withoutLine(content).replace(/\n$/, '').split('\n'))
    .filter((line) => !name.startsWith('codeship/') || !variable.test(line)).length;
