// Texts of files by GraphQL: whatever is wanted at the same time, by whichever repository, goes into one question.

import type { ApiHost, GitHubReader, Read } from '../../github/client.ts';
import { graphqlFailure, unreadableAnswer } from '../../github/reading-failure.ts';
import { type Part, readAnswer } from '../../ground/answer.ts';
import { repositoryField } from './remote-list.ts';

export type Wanted = {
  /** `owner/name`. */
  readonly repository: string;
  /** Id of the object. */
  readonly id: string;
  /** Bytes, as the tree says. */
  readonly size: number;
};

type Waiting = Wanted & { readonly resolve: (text: Read<string>) => void };

const limits = { blobs: 60, bytes: 1_500_000 };
/** Milliseconds in which others may join. */
const gathering = 20;

export function createBlobReader(
  host: ApiHost,
  reader: GitHubReader,
): (wanted: Wanted) => Promise<Read<string>> {
  let waiting: Waiting[] = [];
  let isGathering = false;

  async function gather(): Promise<void> {
    await host.sleep(gathering);
    isGathering = false;
    const batch = waiting;
    waiting = [];
    for (const part of parts(batch)) void ask(part);
  }

  async function ask(part: readonly Waiting[]): Promise<void> {
    const byRepository = new Map<string, Waiting[]>();
    for (const one of part)
      byRepository.set(one.repository, [...(byRepository.get(one.repository) ?? []), one]);
    const fields = [...byRepository].map(([name, blobs], index) => {
      const objects = blobs.map(
        ({ id }, at) =>
          `b${at}: object(oid: "${id}") { ... on Blob { text isBinary isTruncated } }`,
      );
      return `r${index}: ${repositoryField(name)} { ${objects.join(' ')} }`;
    });
    const answer = await reader.graphql(
      `query { ${fields.join(' ')} }`,
      {},
      `files of \`${part[0]?.repository}\``,
    );
    if (!answer.ok) {
      // A question that is too much for the server may be two that are not.
      const half = Math.ceil(part.length / 2);
      if (part.length > 1 && !answer.failure.isFinal) {
        await Promise.all([ask(part.slice(0, half)), ask(part.slice(half))]);
      } else for (const { resolve } of part) resolve(answer);
      return;
    }
    const { data, refused } = answer.value;
    await Promise.all(
      [...byRepository].flatMap(([name, blobs], index) => {
        const objects = data[`r${index}`];
        return blobs.map(async (one, at) => {
          if (objects === null || objects === undefined) {
            const said = refused.get(`r${index}`) ?? 'NOT_FOUND';
            return one.resolve(graphqlFailure(said, `a file of \`${name}\``));
          }
          const text = readAnswer(objects, (all) => all.field(`b${at}`).maybe(wholeText));
          if (!text.ok) return one.resolve(unreadableAnswer(text.failure, `a file of \`${name}\``));
          const { value } = text;
          one.resolve(value === undefined ? await readRaw(reader, one) : { ok: true, value });
        });
      }),
    );
  }

  return (wanted) =>
    new Promise((resolve) => {
      waiting.push({ ...wanted, resolve });
      if (isGathering) return;
      isGathering = true;
      void gather();
    });
}

/** Undefined where GitHub cut it, or it is none. */
function wholeText(blob: Part): string | undefined {
  const isTruncated = blob.field('isTruncated').maybe((truncated) => truncated.flag());
  const text = blob.field('text').maybe((whole) => whole.text());
  return isTruncated === true ? undefined : text;
}

/** What is long, or no text. */
async function readRaw(reader: GitHubReader, { repository, id }: Wanted): Promise<Read<string>> {
  const answer = await reader.get(
    `/repos/${repository}/git/blobs/${id}`,
    `a file of \`${repository}\``,
    { accept: 'application/vnd.github.raw+json' },
  );
  return answer.ok ? { ok: true, value: String(answer.value.body) } : answer;
}

function parts(batch: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const result: Waiting[][] = [];
  let part: Waiting[] = [];
  let bytes = 0;
  for (const one of batch) {
    if (part.length > 0 && (part.length >= limits.blobs || bytes + one.size > limits.bytes)) {
      result.push(part);
      part = [];
      bytes = 0;
    }
    part.push(one);
    bytes += one.size;
  }
  if (part.length > 0) result.push(part);
  return result;
}
