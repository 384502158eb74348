/** `docker commit` of the booted container: what `ci` left, its clone included, with the image's own settings. */

import path from 'node:path';
import { idIn, imageIn } from '../../docker/engine-answers.ts';
import {
  ask,
  download,
  type EngineAddress,
  type EngineAnswer,
  reasonOf,
  upload,
} from '../../docker/engine-api.ts';
import { collectInside } from './container-exec.ts';
import { type Placed, removePlaced, restorePlaced } from './container-scripts.ts';
import { rewriteTar } from './tar.ts';
import { workspaceDecision } from './workspace-secrets.ts';

export type CommittedContainer = {
  readonly engine: EngineAddress;
  readonly container: string;
  /** Settings of the booted image, as the engine gives them. */
  readonly imageConfig: Readonly<Record<string, unknown>>;
  readonly workspace: string;
  readonly placed: Placed;
};

/**
 * Answers the engine's `POST /commit` in its place. The engine alone would keep our entry point, and it leaves out what
 * is mounted: the workspace, where Shippable's clone lay in the container itself (shippable.md 3.3). So the container is
 * committed with the image's settings, and the workspace is added in a container of that which never runs.
 */
export async function commitContainer(
  booted: CommittedContainer,
  query: URLSearchParams,
  /** A configuration that the client sent, or nothing. */
  wanted: Readonly<Record<string, unknown>>,
): Promise<EngineAnswer> {
  const first = await withoutPlaced(booted, () =>
    commit(
      booted,
      { container: booted.container, ...chosen(query, ['pause', 'comment', 'author', 'changes']) },
      { ...settingsOf(booted.imageConfig), ...wanted },
    ),
  );
  if (first.status !== 201) return first;
  const bare = idIn(first.text);
  const copy = await ask(booted.engine, {
    method: 'POST',
    path: '/containers/create',
    body: { Image: bare, Entrypoint: ['sh'], Cmd: [], NetworkDisabled: true },
  });
  if (copy.status !== 201) return copy;
  const container = idIn(copy.text);
  try {
    const problem = await copyWorkspace(booted, container);
    if (problem !== undefined) return problem;
    const seen = await ask(booted.engine, { method: 'GET', path: `/images/${bare}/json` });
    const { config } = imageIn(seen.text);
    return await commit(
      booted,
      { container, ...chosen(query, ['repo', 'tag', 'comment', 'author']) },
      settingsOf(config),
    );
  } finally {
    await ask(booted.engine, { method: 'DELETE', path: `/containers/${container}?force=1` });
    // Where it is a layer of the new image, the engine keeps it and says so.
    await ask(booted.engine, { method: 'DELETE', path: `/images/${bare}?noprune=1` });
  }
}

function commit(
  { engine }: CommittedContainer,
  query: Readonly<Record<string, string | readonly string[]>>,
  settings: Readonly<Record<string, unknown>>,
): Promise<EngineAnswer> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === 'string' ? [value] : value) search.append(name, one);
  }
  return ask(engine, { method: 'POST', path: `/commit?${search}`, body: settings });
}

/**
 * Settings that the engine takes over as they are: it fills what is missing from the container, and the container's
 * entry point is ours; an empty list says that there is none.
 */
function settingsOf(config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...config, Entrypoint: config['Entrypoint'] ?? [], Cmd: config['Cmd'] ?? [] };
}

async function withoutPlaced(
  booted: CommittedContainer,
  work: () => Promise<EngineAnswer>,
): Promise<EngineAnswer> {
  const inside = (script: string) =>
    collectInside(booted.engine, booted.container, { command: ['sh', '-c', script], user: '0' });
  await inside(removePlaced(booted.placed));
  try {
    return await work();
  } finally {
    await inside(restorePlaced(booted.placed));
  }
}

async function copyWorkspace(
  { engine, container, workspace }: CommittedContainer,
  to: string,
): Promise<EngineAnswer | undefined> {
  const from = await download(
    engine,
    `/containers/${container}/archive?path=${encodeURIComponent(workspace)}`,
  );
  if (from.kind === 'refused') return from.answer;
  const answer = await upload(
    engine,
    `/containers/${to}/archive?path=${encodeURIComponent(path.dirname(workspace))}`,
    rewriteTar(from.body, workspaceDecision),
  );
  if (answer.status === 200) return undefined;
  const message = `The workspace could not be copied into the image: ${reasonOf(answer)}`;
  return { status: 500, text: JSON.stringify({ message }) };
}

function chosen(
  query: URLSearchParams,
  names: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(names.map((name) => [name, query.getAll(name)]));
}
