// Whom a TLS connection trusts.

/** Certificates beyond those that Node brings. */
export type Trust = {
  readonly ca?: readonly string[];
  readonly cert?: string;
  readonly key?: string;
};

/** What Node's TLS wants, from what we know. */
export function tlsOptions(trust: Trust | undefined): {
  ca?: string[];
  cert?: string;
  key?: string;
} {
  return {
    ...(trust?.ca && { ca: [...trust.ca] }),
    ...(trust?.cert && { cert: trust.cert }),
    ...(trust?.key && { key: trust.key }),
  };
}
