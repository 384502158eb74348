// The `WWW-Authenticate` header of a registry (RFC 9110, 11.6.1).

import { defined } from '../../ground/defined.ts';

export type Challenge =
  | { readonly kind: 'basic'; readonly realm: string }
  | {
      readonly kind: 'bearer';
      /** URL of the token server. */
      readonly realm: string;
      readonly service?: string;
      readonly scope?: string;
    };

/** The first challenge that is understood; a token server is preferred to a password in every request. */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  if (header === undefined) return undefined;
  const challenges = [
    ...header.matchAll(
      /(?:^|,\s*)([A-Za-z][A-Za-z0-9-]*)(?:\s+|$)((?:[A-Za-z_]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s,"]+)(?:\s*,\s*(?=[A-Za-z_]+\s*=))?)*)/g,
    ),
  ].map(([, scheme = '', parameters = '']) => ({
    scheme: scheme.toLowerCase(),
    parameters: parametersOf(parameters),
  }));
  const bearer = challenges.find(
    ({ scheme, parameters }) => scheme === 'bearer' && parameters['realm'] !== undefined,
  );
  if (bearer !== undefined) {
    const { realm = '', service, scope } = bearer.parameters;
    return {
      kind: 'bearer',
      realm,
      ...defined({ service, scope }),
    };
  }
  const basic = challenges.find(({ scheme }) => scheme === 'basic');
  return basic && { kind: 'basic', realm: basic.parameters['realm'] ?? '' };
}

function parametersOf(text: string): Record<string, string | undefined> {
  const pairs = [...text.matchAll(/([A-Za-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', quoted, plain]) => [
      name.toLowerCase(),
      quoted?.replace(/\\(.)/g, '$1') ?? plain,
    ]),
  );
}
