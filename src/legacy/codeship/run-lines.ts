// The script of a run step: fresh dependencies, one new container, the words of the command as they are
// (codeship.md 2.5, 3.5, 7.1).

import { joined, type Line, traced } from '../../output/tree.ts';
import { quoteWord, quoteWords } from '../../shell/words.ts';
import type { SourceNode } from '../../source/node.ts';
import type { LoadItem, RunItem } from './items.ts';
import type { Plan } from './plan.ts';
import { neededBy, type Service, startedWith } from './service.ts';

/** Whether a step starts more than its own container. */
export const hasDependencies = ({ service }: RunItem): boolean => neededBy(service).length > 0;

const unknownHealth = new WeakMap<Service, boolean>();

/** Whether it is unknown here if a dependency has a HEALTHCHECK. A holder of volumes is not waited for. */
export function hasUnknownHealth({ service }: RunItem, plan: Plan): boolean {
  const known = unknownHealth.get(service);
  if (known !== undefined) return known;
  const started = [service, ...startedWith(service)];
  const answer = started.some(({ dependencies }) =>
    dependencies.some((each) => plan.healthCheck(each.service) === 'unknown'),
  );
  unknownHealth.set(service, answer);
  return answer;
}

export function runLines(item: RunItem, builds: readonly Service[], plan: Plan): readonly Line[] {
  const lines: Line[] = [];
  const dependencies = neededBy(item.service);
  const waits = hasUnknownHealth(item, plan);
  if (dependencies.length > 0) {
    lines.push(traced(`trap 'docker compose down${plan.keepsVolumes ? '' : ' --volumes'}' EXIT`));
  }
  if (builds.length > 0) lines.push(buildLine(builds));
  if (waits) {
    lines.push(traced(`docker compose up --detach ${names(dependencies)}`));
    lines.push(traced(`bash ${quoteWord(plan.awaitScript)}`));
  }
  lines.push(
    joined([
      [
        'docker compose run --rm -T',
        ...(dependencies.length > 0 ? ['--use-aliases'] : []),
        ...(waits ? ['--no-deps'] : []),
        quoteWord(item.service.id),
        '',
      ].join(' '),
      commandText(item.argv, item.command),
    ]),
  );
  return lines;
}

/** What is on the machine already may have been made there, so it is not pulled. */
export const pullLine = ({ id }: Service): Line =>
  traced(`docker compose pull --policy missing ${quoteWord(id)}`);

/**
 * Creates the network of the Compose project and nothing else. Processes of Compose that start at the same time create
 * one each otherwise, with the same name, and then each finds the name ambiguous.
 */
export const networkLine = ({ id }: Service): Line =>
  traced(
    `docker compose up --no-start --no-build --pull never --scale ${quoteWord(id)}=0 ${quoteWord(id)}`,
  );

/** `type: load` makes the image available and runs nothing. */
export const loadLines = ({ service }: LoadItem): readonly Line[] => [
  service.build === undefined
    ? pullLine(service)
    : traced(
        `docker image inspect --format '{{.Id}}' ${withoutExpression(quoteWord(service.image.name))}`,
      ),
];

/** The line stands for `cached: false` too, which needs no action. */
export const buildLine = (services: readonly Service[]): Line =>
  traced(
    `docker compose build ${names(services)}`,
    ...services.flatMap(({ keys }) => (keys.cached?.value === false ? [keys.cached.node] : [])),
  );

const names = (services: readonly Service[]): string => quoteWords(services.map(({ id }) => id));

/** Quoted for bash. GitHub fills in `${{` wherever it stands in a script, so a user's own is taken apart. */
const commandText = (argv: readonly string[], from: readonly SourceNode[]): Line =>
  traced(argv.map(quoteWord).map(withoutExpression).join(' '), ...from);

/** In single quotes, where `quoteWord` puts every `$`, this ends them and begins them again. */
const withoutExpression = (word: string): string => word.replaceAll('${{', () => "$''{{");

/** Waits as CodeShip did: for each running container that has a HEALTHCHECK, for an hour at most. */
export const awaitScriptText = `#!/usr/bin/env bash
# Waits for the dependencies of a step whose image has a HEALTHCHECK; the others are not waited for.
set -e
for container in $(docker compose ps --quiet); do
  for ((second = 0; ; second++)); do
    health=$(docker inspect --format '{{if .State.Running}}{{with .State.Health}}{{.Status}}{{end}}{{end}}' "$container")
    if [[ $health != starting ]]; then break; fi
    if ((second == 3600)); then health=unhealthy; break; fi
    sleep 1
  done
  if [[ $health == unhealthy ]]; then
    docker logs --tail 50 "$container"
    echo "::error::$(docker inspect --format '{{.Name}}' "$container") is unhealthy"
    exit 1
  fi
done
`;
