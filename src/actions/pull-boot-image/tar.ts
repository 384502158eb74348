/** Changes files inside a tar stream on its way, without holding more than one small file. */

export type TarDecision =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'replace'; readonly content: (old: string) => string };

const block = 512;
/** What is replaced is text of a few lines; more than this is dropped rather than passed on unseen. */
const longestReplaced = 1024 * 1024;

/** Asks for each regular file by its path. Everything else goes through as it is. */
export async function* rewriteTar(
  input: AsyncIterable<Uint8Array>,
  decide: (path: string) => TarDecision,
): AsyncGenerator<Uint8Array> {
  const source = reader(input);
  let extended: Buffer[] = [];
  let longPath: string | undefined;
  for (;;) {
    const header = await source.take(block);
    if (header === undefined) return;
    if (header.every((byte) => byte === 0)) {
      yield header;
      yield* source.rest();
      return;
    }
    const type = String.fromCharCode(header[156] ?? 0);
    const size = sizeOf(header);
    const padded = Math.ceil(size / block) * block;
    if (type === 'x' || type === 'L' || type === 'K') {
      const data = (await source.take(padded)) ?? Buffer.alloc(0);
      if (type === 'x') longPath = paxPath(data.subarray(0, size)) ?? longPath;
      if (type === 'L') longPath = textIn(data, 0, size);
      extended.push(header, data);
      continue;
    }
    const decision: TarDecision =
      type === '0' || type === '\0' ? decide(longPath ?? pathOf(header)) : { kind: 'keep' };
    if (decision.kind === 'keep') {
      yield* extended;
      yield header;
      yield* source.pass(padded);
    } else if (decision.kind === 'drop' || size > longestReplaced) {
      for await (const _ of source.pass(padded));
    } else {
      const old = (await source.take(padded)) ?? Buffer.alloc(0);
      const content = Buffer.from(decision.content(old.toString('utf8', 0, size)));
      yield* extended;
      yield withSize(header, content.length);
      yield content;
      yield Buffer.alloc((block - (content.length % block)) % block);
    }
    extended = [];
    longPath = undefined;
  }
}

function reader(input: AsyncIterable<Uint8Array>): {
  readonly take: (length: number) => Promise<Buffer | undefined>;
  readonly pass: (length: number) => AsyncGenerator<Uint8Array>;
  readonly rest: () => AsyncGenerator<Uint8Array>;
} {
  const chunks = input[Symbol.asyncIterator]();
  let waiting: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    const { buffer, byteOffset, byteLength } = next.value;
    const chunk = Buffer.from(buffer, byteOffset, byteLength);
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    return true;
  };
  const take = async (length: number): Promise<Buffer | undefined> => {
    while (waiting.length < length) {
      if (!(await more())) return undefined;
    }
    const taken = waiting.subarray(0, length);
    waiting = waiting.subarray(length);
    return taken;
  };
  const pass = async function* (length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (waiting.length === 0 && !(await more())) throw new Error('the tar stream ends too early');
      const part = waiting.subarray(0, left);
      waiting = waiting.subarray(part.length);
      left -= part.length;
      yield part;
    }
  };
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    do {
      if (waiting.length > 0) yield waiting;
      waiting = Buffer.alloc(0);
    } while (await more());
  };
  return { take, pass, rest };
}

function sizeOf(header: Buffer): number {
  // Numbers too large for octal digits are binary, marked by the first bit.
  if (((header[124] ?? 0) & 0x80) !== 0) return Number(header.readBigUInt64BE(128));
  return Number.parseInt(textIn(header, 124, 12).trim() || '0', 8);
}

function pathOf(header: Buffer): string {
  const name = textIn(header, 0, 100);
  const prefix = textIn(header, 257, 5) === 'ustar' ? textIn(header, 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Records `LENGTH path=VALUE\n`. */
function paxPath(data: Buffer): string | undefined {
  for (let at = 0; at < data.length; ) {
    const blank = data.indexOf(0x20, at);
    const length = Number(data.toString('latin1', at, blank));
    if (blank < 0 || !(length > 0)) return undefined;
    const record = data.toString('utf8', blank + 1, at + length - 1);
    if (record.startsWith('path=')) return record.slice('path='.length);
    at += length;
  }
  return undefined;
}

function textIn(data: Buffer, start: number, length: number): string {
  const field = data.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

function withSize(header: Buffer, size: number): Buffer {
  const changed = Buffer.from(header);
  changed.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  changed.fill(0x20, 148, 156);
  const sum = changed.reduce((total, byte) => total + byte, 0);
  changed.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return changed;
}
