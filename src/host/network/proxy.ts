// Connections through an HTTP proxy: a tunnel for https, the whole URL for http. Loaded only where a proxy is set.

import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import tls from 'node:tls';
import { type Trust, tlsOptions } from './trust.ts';

export function tunnelAgent(proxy: URL, target: URL, trust: Trust | undefined): http.Agent {
  return target.protocol === 'https:' ? throughTunnel(proxy, target, trust) : byWholeUrl(proxy);
}

function throughTunnel(proxy: URL, target: URL, trust: Trust | undefined): https.Agent {
  const agent = new https.Agent({ keepAlive: false });
  const place = `${target.hostname}:${target.port || 443}`;
  // Node asks the agent for a socket; a tunnel is one that a CONNECT request gave.
  agent.createConnection = ((
    _options: unknown,
    ready: (error: Error | null, socket?: net.Socket) => void,
  ) => {
    const start = proxy.protocol === 'https:' ? https.request : http.request;
    const connect = start({
      ...proxyAddress(proxy),
      method: 'CONNECT',
      path: place,
      agent: false,
      headers: { host: place, ...proxyAuthorization(proxy) },
    });
    connect.on('connect', (answer, socket) => {
      if (answer.statusCode !== 200) {
        socket.destroy();
        ready(proxyError(`the proxy ${proxy.host} refused ${place} (HTTP ${answer.statusCode})`));
        return;
      }
      const secured = tls.connect({
        socket,
        servername: target.hostname,
        ALPNProtocols: ['http/1.1'],
        ...tlsOptions(trust),
      });
      secured.once('secureConnect', () => ready(null, secured));
      secured.once('error', (error) => ready(error));
    });
    connect.on('error', (error) =>
      ready(proxyError(`the proxy ${proxy.host} gives no connection: ${error.message}`)),
    );
    connect.end();
    return undefined;
  }) as unknown as typeof agent.createConnection;
  return agent;
}

function byWholeUrl(proxy: URL): http.Agent {
  const agent = new http.Agent({ keepAlive: false });
  const add = Reflect.get(agent, 'addRequest') as (
    message: http.ClientRequest,
    options: object,
  ) => void;
  Reflect.set(
    agent,
    'addRequest',
    (message: http.ClientRequest, options: { host: string; port: number }) => {
      message.path = `http://${options.host}:${options.port || 80}${message.path}`;
      for (const [name, value] of Object.entries(proxyAuthorization(proxy)))
        message.setHeader(name, value);
      add.call(agent, message, { ...options, ...proxyAddress(proxy) });
    },
  );
  return agent;
}

function proxyAddress(proxy: URL): { readonly host: string; readonly port: number } {
  return {
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: Number(proxy.port) || (proxy.protocol === 'https:' ? 443 : 80),
  };
}

function proxyAuthorization(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const pair = `${decoded(proxy.username)}:${decoded(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** A password with a bare `%` stands as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function proxyError(message: string): Error {
  return Object.assign(new Error(message), { code: 'TRANSSHIP_PROXY' });
}
