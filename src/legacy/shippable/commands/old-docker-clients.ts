// Docker clients that the engine of a runner refuses, or that of the next runners will: downloaded by a command, a
// script or a Dockerfile, or in an image that gets the engine's socket.

import { readCalls } from '../../../machine/calls/calls.ts';
import {
  type OldClient,
  oldClientOf,
  oldClientsIn,
} from '../../../machine/changed/docker-clients.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Environment } from '../environment/environment.ts';
import type { Boot, Command } from '../keys/config.ts';
import { base, builtBy, pulledBy } from './refused-images.ts';

const socket = /docker\.sock\b/;

type Also = {
  readonly boot: Boot | undefined;
  /** Variables that the file sets. */
  readonly declared: Environment;
};

export function reportOldClients(
  commands: readonly Command[],
  { repository, report }: TranslationContext,
  { boot, declared }: Also,
): void {
  const told = new Set<string>();
  const tell = (client: OldClient | undefined, node: SourceNode, file?: string): void => {
    if (client === undefined || told.has(client.what)) return;
    told.add(client.what);
    const { what, api, isRefused } = client;
    const where = file === undefined ? '' : `, in \`${file}\``;
    const isAsked = what.includes('=');
    report(
      isRefused ? 'gone-from-machine' : 'old-docker-client',
      node,
      `\`${what}\`${where} ${isAsked ? 'asks for' : 'speaks'} version ${api} of Docker's protocol, which ${
        isRefused ? 'the engine of the runner' : 'Docker 29 on newer runners'
      } refuses`,
      isAsked
        ? 'remove the variable: client and engine agree on a version'
        : file === undefined && !what.startsWith('docker:')
          ? 'remove the download: the runner has Docker'
          : 'use Docker 25 or later there',
    );
  };
  const { image_name: name, image_tag: tag } = boot ?? {};
  if (name !== undefined) tell(oldClientOf(`${name.text}:${tag?.text ?? 'latest'}`), tag ?? name);
  for (const { name: variable, value = '', from } of declared.global)
    for (const client of oldClientsIn(`${variable}=${value}`))
      if (from?.[0] !== undefined) tell(client, from[0]);
  const usesSocket = commands.some(({ text }) => socket.test(text));
  for (const { text, from } of commands) {
    const [node] = from;
    if (node === undefined) continue;
    for (const client of oldClientsIn(text)) tell(client, node);
    const { calls, scripts } = readCalls(text, repository);
    for (const path of scripts)
      for (const client of oldClientsIn(repository.read(path) ?? '')) tell(client, node, path);
    for (const call of calls) {
      if (call.word !== 'docker') continue;
      if (call.args.some((arg) => socket.test(arg)))
        for (const image of pulledBy(call)) tell(oldClientOf(image), node);
      // Without the socket an image has no engine to speak to.
      if (!usesSocket) continue;
      for (const path of builtBy(call, repository.paths)) {
        const body = repository.read(path) ?? '';
        for (const client of oldClientsIn(body)) tell(client, node, path);
        for (const [, image = ''] of body.matchAll(base)) tell(oldClientOf(image), node, path);
      }
    }
  }
}
