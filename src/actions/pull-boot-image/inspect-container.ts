/** Looks at the container from inside: what it has, who it runs as, and whether it shares our folders. */

import fs from 'node:fs';
import type { Failure } from '../../ground/failure.ts';
import { fail, failedBy, ok, type Result } from '../../ground/result.ts';
import { type BootOrder, isRoots, userOf } from './boot-order.ts';
import type { BootedContainer } from './booted-container.ts';
import { collectInside } from './container-exec.ts';
import {
  idsScript,
  insideFolders,
  insideSocket,
  inspectScript,
  type Placed,
} from './container-scripts.ts';

export type ContainerFacts = Pick<
  BootedContainer,
  'owners' | 'hasBash' | 'isRoot' | 'placed' | 'client' | 'hasSocket'
>;

/** Where the container has ended, the failure is a text, and the rest of it is what the container itself said. */
type InspectResult = Result<
  { readonly facts: ContainerFacts; readonly notes: readonly string[] },
  Failure | string
>;

/** Owner of files whose owner the container can't name (user_namespaces(7)). */
const nobodyOwns = '65534:65534';

/** @param found by the first process, where it is root's */
export async function inspectContainer(
  order: BootOrder,
  found: string | undefined,
): Promise<InspectResult> {
  const { workspace } = order;
  const seen = isRoots(order)
    ? found === undefined
      ? failedBy('')
      : ok(found)
    : await inspectAsRoot(order);
  if (!seen.ok) return seen;
  const facts = factsIn(seen.value);
  const fact = (key: string): string => facts.get(key)?.[0] ?? '';
  if (fact('steps') !== 'shared' || fact('inode') !== String(fs.statSync(workspace).ino)) {
    return fail(
      `The Docker engine does not see the folders of this runner (${workspace}, ${order.folder}): the container got empty folders.`,
      'The engine has to run on the machine of the runner. In a container, the runner’s work folder has to be mounted from the engine’s machine.',
    );
  }
  const ids = isRoots(order) ? '0:0' : await idsOf(order);
  if (ids === undefined || typeof ids === 'object') {
    return fail(
      `The container has no user ${userOf(order)}.\n${ids?.reason ?? ''}`,
      'Set another --user in `options`.',
    );
  }
  const owner = fact('owner');
  const canChange = fact('chown') === 'yes' && owner !== nobodyOwns && /^\d+:\d+$/.test(owner);
  const differ = ids.split(':')[0] !== owner.split(':')[0];
  const notes: string[] = [];
  if (differ && !canChange) {
    notes.push(
      fact('chown') === 'yes'
        ? 'The engine maps users (userns-remap): files in the workspace keep their owners, and the container may not be able to write there.'
        : 'The image has no `chown`: files that steps make in the workspace keep their owner, and host steps may not be able to change them.',
    );
  }
  const hasClient = order.client !== undefined;
  if (fact('docker') !== 'yes' && !hasClient)
    notes.push(
      'Neither the image nor this machine has a docker client that the container could use.',
    );
  if (fact('docker') === 'yes' && fact('client') !== 'works' && hasClient)
    notes.push(
      'The docker client of the image cannot talk to this engine: the client of the machine is used instead.',
    );
  if (fact('bash') !== 'yes') notes.push('The image has no bash: steps run in its sh.');
  const links = facts.get('link') ?? [];
  return ok({
    notes,
    facts: {
      ...(differ && canChange && { owners: { inside: ids, outside: owner } }),
      hasBash: fact('bash') === 'yes',
      isRoot: ids.startsWith('0:'),
      placed: placedIn(facts),
      ...(hasClient && {
        client: {
          first: fact('docker') === 'yes' && fact('client') !== 'works',
          hasPlugins: order.client?.hasPlugins === true,
        },
      }),
      hasSocket: fact('socket') === 'own' || links.some((link) => link.endsWith('/docker.sock')),
    },
  });
}

/** The facts, by a process of root's beside the first one. */
async function inspectAsRoot({
  engine,
  name,
  workspace,
}: BootOrder): Promise<Result<string, string>> {
  const seen = await collectInside(engine, name, {
    command: ['sh', '-c', inspectScript, 'boot', workspace],
    user: '0',
  });
  return seen.kind === 'exited' && seen.code === 0
    ? ok(seen.stdout)
    : failedBy(seen.kind === 'refused' ? seen.reason : seen.stderr);
}

/** `uid:gid` of the user that steps run as. */
async function idsOf(order: BootOrder): Promise<string | { readonly reason: string } | undefined> {
  const seen = await collectInside(order.engine, order.name, {
    command: ['sh', '-c', idsScript],
    user: userOf(order),
  });
  if (seen.kind === 'refused') return { reason: seen.reason };
  return factsIn(seen.stdout).get('ids')?.[0];
}

/** What the container says is the image's word: only lines of the form that our script prints count. */
function factsIn(text: string): ReadonlyMap<string, readonly string[]> {
  const facts = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const match = /^([a-z]+)=(.*)$/.exec(line);
    if (match === null) continue;
    const [, key = '', value = ''] = match;
    facts.set(key, [...(facts.get(key) ?? []), value]);
  }
  return facts;
}

function placedIn(facts: ReadonlyMap<string, readonly string[]>): Placed {
  const wasEmpty = facts.get('socket')?.includes('empty') === true;
  return {
    links: (facts.get('link') ?? []).map((link) =>
      link.endsWith('/docker.sock')
        ? { path: link, target: insideSocket, wasEmptyFile: wasEmpty }
        : { path: link, target: `${insideFolders.client}/docker`, wasEmptyFile: false },
    ),
    madeFolders: facts.get('made') ?? [],
  };
}
