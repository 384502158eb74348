// What a step depends on: started afresh for it, waited for, and removed after it (codeship.md 2.5).

import type { Service } from '../../legacy/codeship/services/service.ts';
import { interrupted, refuse, type StepSurroundings, type Variables } from './step-surroundings.ts';

/** How often the health of a container is asked for, once a second. */
const mostAsked = 3600;

/** The containers of one step. */
type StepProject = {
  /** The name of its Compose project. */
  readonly name: string;
  readonly prefix: string;
  readonly env: Variables;
};

/** Starts what a service needs, and waits where an image has a HEALTHCHECK, for an hour at most; an exit code. */
export async function startServices(
  service: Service,
  { name, prefix, env }: StepProject,
  around: StepSurroundings,
): Promise<number> {
  const { machine } = around;
  const up = await machine.compose(
    name,
    [
      ...['--progress', 'quiet', 'up', '--detach', '--no-build'],
      ...['--scale', `${service.id}=0`, service.id],
    ],
    { prefix, env },
  );
  if (up.code !== 0) {
    await showFailed(name, prefix, around);
    return up.code;
  }
  const { text } = await machine.compose(name, ['ps', '--quiet']);
  for (const container of linesOf(text)) {
    const code = await waitForHealth(container, prefix, around);
    if (code !== 0) return code;
  }
  return 0;
}

async function waitForHealth(
  container: string,
  prefix: string,
  around: StepSurroundings,
): Promise<number> {
  const { docker } = around.machine;
  for (let asked = 0; ; asked += 1) {
    if (around.cancelled()) return interrupted;
    const state = await docker([
      ...['inspect', '--format'],
      '{{if .State.Running}}{{with .State.Health}}{{.Status}}{{end}}{{end}}',
      container,
    ]);
    const health = state.text.trim();
    if (health === 'unhealthy' || asked === mostAsked) {
      await docker(['logs', '--tail', '50', container], { prefix });
      return refuse(around, 'a service that the step depends on is unhealthy; its log is above');
    }
    if (health !== 'starting') return 0;
    await around.sleep(1000);
  }
}

/** The logs of dependencies that failed themselves. */
export async function showFailed(
  name: string,
  prefix: string,
  { machine, say }: StepSurroundings,
): Promise<void> {
  const { text } = await machine.compose(name, [
    ...['ps', '--all', '--format'],
    '{{.ID}} {{.Service}} {{.ExitCode}} {{.State}}',
  ]);
  for (const line of text.split('\n')) {
    const [id = '', service = '', code = '0', state = ''] = line.split(' ');
    if (id === '' || state !== 'exited' || code === '0') continue;
    say(`\`${service}\` ended with exit code ${code}; the end of its log:`);
    await machine.docker(['logs', '--tail', '50', id], {
      prefix: `${prefix}(service: ${service}) `,
    });
  }
}

/** Volumes that services take over from others have names of their own, and stay until the end. */
export async function removeServices(
  name: string,
  { machine, cancelled, project }: StepSurroundings,
): Promise<void> {
  const options = { cleansUp: true } as const;
  if (cancelled()) {
    // The client that was to remove the step's own container has ended before it.
    const label = `label=com.docker.compose.project=${name}`;
    const { text } = await machine.docker(['ps', '--all', '--quiet', '--filter', label], options);
    const left = linesOf(text);
    if (left.length > 0) await machine.docker(['rm', '--force', '--volumes', ...left], options);
  }
  if (!project.plan.keepsVolumes) {
    await machine.compose(name, ['down', '--volumes', '--timeout', '1'], options);
    return;
  }
  await machine.compose(name, ['rm', '--stop', '--force', '--volumes'], options);
  await machine.compose(name, ['down', '--timeout', '1'], options);
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
