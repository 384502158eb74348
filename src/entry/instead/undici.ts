// Stands in the bundle for undici, of which the toolkit's HTTP client loads all: a tenth of everything under dist/.
// Nothing of ours is sent by it: the client of GitHub's API sends by our own (pull-request/api-fetch.ts), and downloads of
// tools by node:http. The toolkit makes an agent of this as soon as a machine has a proxy, so that must not fail.

const absent = (): never => {
  throw new Error('undici is not part of this bundle');
};

export class ProxyAgent {
  dispatch = absent;
}

export const fetch = absent;
