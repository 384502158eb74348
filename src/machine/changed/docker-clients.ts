// Clients of Docker in an old release: an engine refuses those whose protocol it no longer speaks. That of the runner,
// Docker 28, asks for 1.24; Docker 29, which newer runners have, for 1.44 (https://docs.docker.com/engine/release-notes).

export type OldClient = {
  /** As written: `docker-17.03.0-ce.tgz`, `docker:17.12`. */
  readonly what: string;
  readonly api: string;
  /** The runner's engine refuses it already. */
  readonly isRefused: boolean;
};

const firstOfToday = 24;
const firstOfNext = 44;

/** The protocol of a release, as the second part of its number: `1.12` speaks 1.24. */
const protocols: readonly (readonly [release: RegExp, api: (minor: number) => number])[] = [
  [/^1\.(\d+)/, (minor) => minor + 12],
  [/^17\.0?([3-5])/, (minor) => minor + 24],
  [/^17\.0?6/, () => 30],
  [/^17\.(\d+)/, (minor) => minor + 23],
  [/^18\.0?[2-5]/, () => 37],
  [/^18/, () => 39],
  [/^19/, () => 40],
  [/^20/, () => 41],
  [/^23/, () => 42],
  [/^24/, () => 43],
];

function clientOf(what: string, release: string): OldClient | undefined {
  for (const [pattern, api] of protocols) {
    const match = pattern.exec(release);
    if (match !== null) return tooOld(what, api(Number(match[1] ?? 0)));
  }
  return undefined;
}

const tooOld = (what: string, minor: number): OldClient | undefined =>
  minor >= firstOfNext ? undefined : { what, api: `1.${minor}`, isRefused: minor < firstOfToday };

/** Addresses of the client, and a protocol that a variable asks for. */
const downloads =
  /\b(?:get\.docker\.com\/builds|download\.docker\.com)\/\S*?\/(docker(?:-ce|-ce-cli|-engine)?[-_](?:latest-)?v?(\d+\.\d+)[\w.~-]*)/g;
const asked = /\bDOCKER_API_VERSION=["']?(1\.(\d+))/g;

/** Clients that a text downloads, and protocols that it asks for. */
export function oldClientsIn(text: string): readonly OldClient[] {
  return [
    ...[...text.matchAll(downloads)].map(([, what = '', release = '']) => clientOf(what, release)),
    ...[...text.matchAll(asked)].map(([what, , minor = '']) => tooOld(what, Number(minor))),
  ].flatMap((one) => one ?? []);
}

/** The client in an image of Docker's own. */
export function oldClientOf(image: string): OldClient | undefined {
  const release = /^(?:docker\.io\/)?(?:library\/)?docker:v?(\d[\w.-]*)$/.exec(image)?.[1];
  // An image with an engine of its own has the client that fits it.
  return release === undefined || /dind/.test(release) ? undefined : clientOf(image, release);
}
