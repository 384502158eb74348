// Everything encrypted that a job needs: where it stands, and where it lies, opened, on the machine.

import { defined } from '../../../ground/defined.ts';
import type { SourceNode } from '../../../source/node.ts';
import { type SealedFile, sealedEnvironment } from '../services/environment.ts';
import { type Credentials, type Service, startedWith } from '../services/service.ts';
import type { Leaf } from '../steps/items.ts';
import { filePath } from '../values/repository-path.ts';

export type Sealed = {
  readonly what: 'environment' | 'arguments' | 'dockercfg';
  /** Where it lies, opened, below RUNNER_TEMP/codeship. */
  readonly name: string;
  /** Path of the file in the repository; absent for a value of the services file. */
  readonly path?: string;
  /** The ciphertext of a value. */
  readonly text?: string;
  readonly nodes: readonly SourceNode[];
  /** Who has it: services whose variables or arguments it holds, none for a dockercfg. */
  readonly services: readonly Service[];
  /** Steps that push or pull with it. */
  readonly leaves: readonly Leaf[];
};

/** Encrypted build arguments of a service, weakest first (codeship.md 2.2). */
export function sealedArguments({ id, build }: Service, folder: string): readonly SealedFile[] {
  const values = build?.encryptedArgs ?? [];
  return [
    ...(build?.encryptedArgsFiles ?? []).map((node): SealedFile => {
      return { kind: 'file', name: filePath(folder, node.text) ?? node.text, node };
    }),
    ...values.map((node, index): SealedFile => {
      const name = `${id.replace(/^[.-]+/, '')}.arguments${values.length === 1 ? '' : `.${index + 1}`}`;
      return { kind: 'value', name, text: node.text.trim().replace(/\s+/g, ' '), node };
    }),
  ];
}

/** Each once, in the order in which steps come to need them. */
export function sealedOf(leaves: readonly Leaf[], folder: string): readonly Sealed[] {
  const found = new Map<string, Sealed>();
  const add = (what: Sealed['what'], file: SealedFile, service?: Service, leaf?: Leaf): void => {
    const key = `${what === 'dockercfg' ? what : ''} ${file.name}`;
    const known = found.get(key);
    found.set(key, {
      what: known?.what ?? what,
      name: file.name,
      ...(file.kind === 'file' ? { path: file.name } : {}),
      ...defined({ text: file.text }),
      nodes: distinct([...(known?.nodes ?? []), file.node]),
      services: distinct([...(known?.services ?? []), ...(service === undefined ? [] : [service])]),
      leaves: distinct([...(known?.leaves ?? []), ...(leaf === undefined ? [] : [leaf])]),
    });
  };
  const addService = (service: Service, leaf: Leaf, isStarted: boolean): void => {
    if (isStarted)
      for (const file of sealedEnvironment(service, folder))
        add('environment', file, service, leaf);
    for (const file of sealedArguments(service, folder)) add('arguments', file, service, leaf);
  };
  const addCredentials = (credentials: Credentials | undefined, leaf: Leaf): void => {
    if (credentials === undefined) return;
    if (credentials.kind === 'generator') {
      addService(credentials.service, leaf, true);
      return;
    }
    const [node] = credentials.nodes;
    const name = filePath(folder, credentials.path) ?? credentials.path;
    if (node !== undefined) add('dockercfg', { kind: 'file', name, node }, undefined, leaf);
  };
  for (const leaf of leaves) {
    const all = [...startedWith(leaf.service), leaf.service];
    for (const service of all) {
      addCredentials(service.credentials, leaf);
      addService(service, leaf, leaf.kind === 'run');
    }
    addCredentials(leaf.credentials, leaf);
  }
  return [...found.values()];
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
