// Options of Docker (shippable.md 8.6) in the words of Amazon ECS and of Kubernetes: one row each.

import { map, type Out, type OutEntry, raw, scalar, seq, traced } from '../../../output/tree.ts';
import { isNull, type SourceNode } from '../../../source/node.ts';

type Write = (node: SourceNode) => Out;

type OptionRow = {
  /** The field of a container of a task definition, and its value. */
  readonly ecs?: readonly [string, Write];
  /** The field of a container of a pod, below its dots, and its value. */
  readonly kubernetes?: readonly [string, Write];
};

/** A value as it was written: numbers and truth values stay such. */
export function outOf(node: SourceNode): Out {
  if (node.kind === 'scalar') {
    const isRaw =
      node.style === 'plain' && /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/.test(node.text);
    if (isNull(node)) return raw(traced('null', node));
    return isRaw ? raw(traced(node.text, node)) : scalar(traced(node.text, node));
  }
  if (node.kind === 'sequence')
    return seq(
      node.items.map((item) => ({ value: outOf(item) })),
      node.items.length === 0 ? [node] : [],
    );
  return map(
    node.entries.map(({ key, value }) => ({ key: key.text, value: outOf(value) })),
    node.entries.length === 0 ? [node] : [],
  );
}

const as: Write = outOf;

/** Text, also where it looks like a number: what reads it refuses any other type. */
const text: Write = (node) =>
  node.kind === 'scalar' && !isNull(node) ? scalar(traced(node.text, node)) : outOf(node);

/** A truth value in any spelling that YAML had for it. */
const truth: Write = (node) => {
  const word = node.kind === 'scalar' ? node.text.toLowerCase() : '';
  if (/^(?:true|yes|on)$/.test(word)) return raw(traced('true', node));
  if (/^(?:false|no|off)$/.test(word)) return raw(traced('false', node));
  return outOf(node);
};

/** A number, also where it is in quotes. */
const number: Write = (node) =>
  node.kind === 'scalar' && /^\d+$/.test(node.text) ? raw(traced(node.text, node)) : outOf(node);

/** A list of texts, or one text that is a list of one. */
const list: Write = (node) =>
  node.kind === 'sequence'
    ? seq(
        node.items.map((item) => ({ value: text(item) })),
        node.items.length === 0 ? [node] : [],
      )
    : seq([{ value: text(node) }]);

const texts: Write = (node) =>
  node.kind === 'mapping'
    ? map(
        node.entries.map(({ key, value }) => ({
          key: key.text,
          value: value.kind === 'scalar' ? scalar(traced(value.text, value)) : outOf(value),
        })),
      )
    : outOf(node);

const itemsOf = (node: SourceNode): readonly SourceNode[] =>
  node.kind === 'sequence' ? node.items : [node];

/** `HOST:CONTAINER`, or one port for both; `/udp` behind it. */
function ports(
  node: SourceNode,
  write: (host: string, container: string, protocol: string | undefined) => OutEntry[],
): Out {
  return seq(
    itemsOf(node).map((item) => {
      if (item.kind !== 'scalar') return { value: outOf(item) };
      const [mapping = '', protocol] = item.text.split('/');
      const [host = '', container = host] = mapping.split(':').slice(-2);
      return { value: map(write(host, container, protocol), [item]) };
    }),
  );
}

const ecsPorts: Write = (node) =>
  ports(node, (host, container, protocol) => [
    { key: 'hostPort', value: raw(host) },
    { key: 'containerPort', value: raw(container) },
    ...(protocol === undefined ? [] : [{ key: 'protocol', value: scalar(protocol) }]),
  ]);

const podPorts: Write = (node) =>
  ports(node, (_host, container, protocol) => [
    { key: 'containerPort', value: raw(container) },
    ...(protocol === undefined ? [] : [{ key: 'protocol', value: scalar(protocol.toUpperCase()) }]),
  ]);

const withUnit =
  (unit: string, factor = 1): Write =>
  (node) =>
    node.kind === 'scalar' && /^\d+(?:\.\d+)?$/.test(node.text)
      ? scalar(traced(`${Math.round(Number(node.text) * factor)}${unit}`, node))
      : outOf(node);

/** 1024 shares are a processor. */
const cpu = withUnit('m', 1000 / 1024);

export const optionRows: Readonly<Record<string, OptionRow>> = {
  memory: { ecs: ['memory', number], kubernetes: ['resources.limits.memory', withUnit('Mi')] },
  memoryReservation: {
    ecs: ['memoryReservation', number],
    kubernetes: ['resources.requests.memory', withUnit('Mi')],
  },
  cpuShares: { ecs: ['cpu', number], kubernetes: ['resources.requests.cpu', cpu] },
  portMappings: { ecs: ['portMappings', ecsPorts], kubernetes: ['ports', podPorts] },
  links: { ecs: ['links', list] },
  entryPoint: { ecs: ['entryPoint', list], kubernetes: ['command', list] },
  cmd: { ecs: ['command', list], kubernetes: ['args', list] },
  workingDir: { ecs: ['workingDirectory', text], kubernetes: ['workingDir', text] },
  privileged: { ecs: ['privileged', truth], kubernetes: ['securityContext.privileged', truth] },
  labels: { ecs: ['dockerLabels', texts] },
  user: { ecs: ['user', text], kubernetes: ['securityContext.runAsUser', number] },
  hostName: { ecs: ['hostname', text] },
  dnsServers: { ecs: ['dnsServers', list] },
  dnsSearch: { ecs: ['dnsSearchDomains', list] },
  extraHosts: { ecs: ['extraHosts', list] },
  networkDisabled: { ecs: ['disableNetworking', truth] },
  readOnlyRootFilesystem: {
    ecs: ['readonlyRootFilesystem', truth],
    kubernetes: ['securityContext.readOnlyRootFilesystem', truth],
  },
  securityOptions: { ecs: ['dockerSecurityOptions', list] },
  ulimits: { ecs: ['ulimits', list] },
  logConfig: { ecs: ['logConfiguration', as] },
  linuxParameters: { ecs: ['linuxParameters', as] },
  capAdd: {
    ecs: ['linuxParameters.capabilities.add', list],
    kubernetes: ['securityContext.capabilities.add', list],
  },
  capDrop: {
    ecs: ['linuxParameters.capabilities.drop', list],
    kubernetes: ['securityContext.capabilities.drop', list],
  },
  tty: { ecs: ['pseudoTerminal', truth], kubernetes: ['tty', truth] },
  stdin: { ecs: ['interactive', truth], kubernetes: ['stdin', truth] },
  stdinOnce: { kubernetes: ['stdinOnce', truth] },
  volumesFrom: { ecs: ['volumesFrom', list] },
  devices: { ecs: ['linuxParameters.devices', list] },
};

/** Fields below dots as nested mappings, in the order in which they came. */
export function nested(fields: readonly (readonly [string, Out])[]): readonly OutEntry[] {
  const heads = [...new Set(fields.map(([path]) => path.split('.')[0] ?? path))];
  return heads.map((head) => {
    const own = fields.find(([path]) => path === head)?.[1];
    const inner = fields.flatMap(([path, value]): readonly (readonly [string, Out])[] =>
      path.startsWith(`${head}.`) ? [[path.slice(head.length + 1), value]] : [],
    );
    if (own !== undefined && inner.length === 0) return { key: head, value: own };
    const written = own?.kind === 'map' ? own.entries : [];
    return { key: head, value: map([...written, ...nested(inner)]) };
  });
}
