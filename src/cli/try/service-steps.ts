// `services:` of a job as steps: `act` starts them only beside a job container, where nothing reaches their ports by
// `localhost`.

import type { Fields, Step } from './workflow-step.ts';

/** One step before all others for each service, and one after all others that removes the containers. */
export function serviceSteps(
  services: Readonly<Record<string, Fields>>,
  job: string,
): { readonly before: readonly Step[]; readonly after: readonly Step[] } {
  const names = Object.keys(services);
  if (names.length === 0) return { before: [], after: [] };
  const containerOf = (name: string): string => `transship-$GITHUB_RUN_ID-${job}-${name}`;
  const before = names.map((name): Step => {
    const service = services[name] ?? {};
    const env = (service['env'] ?? {}) as Readonly<Record<string, string>>;
    const words = [
      ...((service['ports'] ?? []) as readonly string[]).map((port) => `-p '${port}'`),
      ...((service['volumes'] ?? []) as readonly string[]).map((volume) => `-v '${volume}'`),
      ...Object.keys(env).map((key) => `-e '${key}'`),
      String(service['options'] ?? ''),
      `'${service['image']}'`,
    ];
    return {
      name: `Start the service ${name}`,
      shell: 'bash -e {0}',
      env,
      run: `docker run -d --name "${containerOf(name)}" ${words.join(' ')} > /dev/null
for attempt in {1..120}; do
  health=$(docker inspect --format '{{if .State.Health}}{{.State.Health.Status}}{{else}}healthy{{end}}' "${containerOf(name)}")
  [ "$health" != healthy ] || exit 0
  sleep 0.5
done
echo "the service ${name} is $health"
exit 1`,
    };
  });
  const after: Step = {
    name: 'Remove the services',
    if: 'always()',
    shell: 'bash -e {0}',
    run: `docker rm -f -v ${names.map((name) => `"${containerOf(name)}"`).join(' ')} > /dev/null`,
  };
  return { before, after: [after] };
}
