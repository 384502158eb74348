// Options of Docker (shippable.md 8.6) in the words of Amazon ECS and of Kubernetes: one row each.

import { map, type Out, type OutEntry, raw, scalar, seq, traced } from '../../../output/tree.ts';
import { isNull, type SourceNode } from '../../../source/node.ts';

type Write = (node: SourceNode) => Out | undefined;

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

/** A list, or one text that is a list of one. */
const list: Write = (node) =>
  node.kind === 'sequence' ? outOf(node) : seq([{ value: outOf(node) }]);

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
  memory: { ecs: ['memory', as], kubernetes: ['resources.limits.memory', withUnit('Mi')] },
  memoryReservation: {
    ecs: ['memoryReservation', as],
    kubernetes: ['resources.requests.memory', withUnit('Mi')],
  },
  cpuShares: { ecs: ['cpu', as], kubernetes: ['resources.requests.cpu', cpu] },
  portMappings: { ecs: ['portMappings', ecsPorts], kubernetes: ['ports', podPorts] },
  links: { ecs: ['links', list] },
  entryPoint: { ecs: ['entryPoint', list], kubernetes: ['command', list] },
  cmd: { ecs: ['command', list], kubernetes: ['args', list] },
  workingDir: { ecs: ['workingDirectory', as], kubernetes: ['workingDir', as] },
  privileged: { ecs: ['privileged', as], kubernetes: ['securityContext.privileged', as] },
  labels: { ecs: ['dockerLabels', texts] },
  user: { ecs: ['user', as], kubernetes: ['securityContext.runAsUser', as] },
  hostName: { ecs: ['hostname', as] },
  dnsServers: { ecs: ['dnsServers', list] },
  dnsSearch: { ecs: ['dnsSearchDomains', list] },
  extraHosts: { ecs: ['extraHosts', list] },
  networkDisabled: { ecs: ['disableNetworking', as] },
  readOnlyRootFilesystem: {
    ecs: ['readonlyRootFilesystem', as],
    kubernetes: ['securityContext.readOnlyRootFilesystem', as],
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
  tty: { ecs: ['pseudoTerminal', as], kubernetes: ['tty', as] },
  stdin: { ecs: ['interactive', as], kubernetes: ['stdin', as] },
  stdinOnce: { kubernetes: ['stdinOnce', as] },
  volumesFrom: { ecs: ['volumesFrom', list] },
  devices: { ecs: ['linuxParameters.devices', list] },
};

/** Fields below dots as nested mappings, in the order in which they came. */
export function nested(fields: readonly (readonly [string, Out])[]): readonly OutEntry[] {
  const heads = [...new Set(fields.map(([path]) => path.split('.')[0] ?? path))];
  return heads.map((head) => {
    const own = fields.find(([path]) => path === head);
    const inner = fields.flatMap(([path, value]): readonly (readonly [string, Out])[] =>
      path.startsWith(`${head}.`) ? [[path.slice(head.length + 1), value]] : [],
    );
    if (inner.length === 0) return { key: head, value: own?.[1] ?? raw('null') };
    const written = own?.[1].kind === 'map' ? own[1].entries : [];
    return { key: head, value: map([...written, ...nested(inner)]) };
  });
}
