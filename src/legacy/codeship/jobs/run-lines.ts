// The script of a run step: fresh dependencies, one new container, the words of the command as they are
// (codeship.md 2.5, 3.5, 7.1).

import { joined, type Line, traced } from '../../../output/tree.ts';
import { quoteWord, quoteWords } from '../../../shell/words.ts';
import type { SourceNode } from '../../../source/node.ts';
import { neededBy, type Service, startedWith } from '../services/service.ts';
import type { LoadItem, RunItem } from '../steps/items.ts';
import { stepId } from '../values/names.ts';
import { nativeBuilds, nativeRun } from './native-services.ts';
import type { Plan } from './plan.ts';

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
  const id = quoteWord(item.service.id);
  const { native } = plan;
  if (native !== undefined) {
    return [
      ...buildLines(builds, plan),
      joined([
        nativeRun(item.service, native, native.namesFile),
        commandText(item.argv, item.command),
      ]),
    ];
  }
  // The script takes the place of the shell, so that it hears of a cancelled run and still tidies up.
  const start = hasDependencies(item)
    ? `exec bash ${quoteWord(plan.runScript)} ${id} `
    : `docker compose run --rm -T ${id} `;
  return [...buildLines(builds, plan), joined([start, commandText(item.argv, item.command)])];
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

export const buildLines = (services: readonly Service[], { native }: Plan): readonly Line[] =>
  native !== undefined
    ? nativeBuilds(services, native)
    : services.length === 0
      ? []
      : [buildLine(services)];

/** The line stands for `cached: false` too, which needs no action. */
const buildLine = (services: readonly Service[]): Line =>
  traced(
    `docker compose build ${names(services)}`,
    ...services.flatMap(({ keys }) => (keys.cached?.value === false ? [keys.cached.node] : [])),
  );

/** The output of a building step that holds the id of an image. */
export const outputOf = ({ name }: Service): string => `image-${stepId(name, 'service')}`;

/** Says the id of an image that was built, for the step that pushes it. */
export const idLine = (service: Service): Line =>
  traced(
    `echo "${outputOf(service)}=$(docker image inspect --format '{{.Id}}' ${withoutExpression(quoteWord(service.image.name))})" >> "$GITHUB_OUTPUT"`,
  );

const names = (services: readonly Service[]): string => quoteWords(services.map(({ id }) => id));

/** Quoted for bash. GitHub fills in `${{` wherever it stands in a script, so a user's own is taken apart. */
const commandText = (argv: readonly string[], from: readonly SourceNode[]): Line =>
  traced(argv.map(quoteWord).map(withoutExpression).join(' '), ...from);

/** In single quotes, where `quoteWord` puts every `$`, this ends them and begins them again. */
const withoutExpression = (word: string): string => word.replaceAll('${{', () => "$''{{");

/**
 * Runs a command as CodeShip did: with new containers of what it needs, which are removed with it. `waits` where nobody
 * could see whether one of them has a HEALTHCHECK: CodeShip waited for those that had, for an hour at most (2.5).
 */
export const runScriptText = (waits: boolean, keepsVolumes: boolean): string => `#!/usr/bin/env bash
# run.sh SERVICE [WORD...]: runs the words in a new container of the service, with new containers of what it depends on.
# If that fails, the log of each of these that failed itself is shown. Steps \`exec\` it, so that it hears of a cancelled run.
set -e
finish() {
  status=$?
  trap - EXIT
  if ((status)); then
    for container in $(docker compose ps --all --quiet); do
      code=$(docker inspect --format '{{if not .State.Running}}{{.State.ExitCode}}{{end}}' "$container")
      if [[ \${code:-0} == 0 ]]; then continue; fi
      docker inspect --format '::group::{{.Name}} ended with exit code {{.State.ExitCode}}; the end of its log' "$container"
      docker logs --tail 50 "$container" 2>&1
      echo '::endgroup::'
    done
  fi
  docker compose down${keepsVolumes ? '' : ' --volumes'}
  exit "$status"
}
trap finish EXIT
${waits ? waitText : ''}docker compose run --rm -T --use-aliases ${waits ? '--no-deps ' : ''}"$@"
`;

const waitText = `docker compose up --detach --scale "$1=0" "$1"
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
