// The steps of a build, read from what the builder printed: BuildKit's plain progress, or the classic builder's lines.

export type BuildStep = {
  /** As printed: `[stage 2/3] RUN make`. */
  readonly name: string;
  readonly outcome: 'done' | 'cached' | 'failed';
  /** Seconds, where the builder says them. */
  readonly seconds?: number;
};

export type BuildProgress = {
  /** Instructions of the Dockerfile, in the order in which they began; the builder's own errands are left out. */
  readonly steps: readonly BuildStep[];
  /** Caches that could not be read, which is normal in a first build, and those that could not be written. */
  readonly cacheProblems: readonly { readonly writing: boolean; readonly text: string }[];
};

type Vertex = {
  name: string;
  outcome: BuildStep['outcome'] | undefined;
  seconds: number | undefined;
  error: string;
};

const isInstruction = (name: string): boolean =>
  /^\[(?!internal\]|auth\])[^\]]*\d+\/\d+\] /.test(name);
const isCacheImport = (name: string): boolean => name.startsWith('importing cache manifest');
const isCacheExport = (name: string): boolean =>
  /^(exporting (cache )?to (registry|GitHub|GHA|gha|client|local|s3|azblob)|exporting cache)/i.test(
    name,
  );

/**
 * Reads BuildKit's plain progress: `#5 [1/2] RUN make`, then `#5 DONE 0.3s`, `#5 CACHED` or `#5 ERROR: …`.
 *
 * @param text what the builder printed on standard error
 */
export function readBuildKitProgress(text: string): BuildProgress {
  const vertices = new Map<string, Vertex>();
  for (const line of text.split(/\r?\n/)) {
    const match = /^#(\d+) (.*)$/.exec(line);
    if (match === null) continue;
    const [, id = '', rest = ''] = match;
    const vertex = vertices.get(id);
    if (vertex === undefined) {
      vertices.set(id, { name: rest, outcome: undefined, seconds: undefined, error: '' });
      continue;
    }
    const done = /^DONE (\d+(?:\.\d+)?)s$/.exec(rest);
    if (done !== null) {
      vertex.outcome ??= 'done';
      vertex.seconds = Number(done[1]);
    } else if (rest === 'CACHED') vertex.outcome = 'cached';
    else if (rest.startsWith('ERROR')) {
      vertex.outcome = 'failed';
      vertex.error = rest.replace(/^ERROR:?\s*/, '');
    }
  }
  const all = [...vertices.values()];
  return {
    steps: all
      .filter((vertex) => isInstruction(vertex.name) && vertex.outcome !== undefined)
      .map(toStep),
    cacheProblems: all
      .filter(
        (vertex) =>
          vertex.error !== '' && (isCacheImport(vertex.name) || isCacheExport(vertex.name)),
      )
      .map((vertex) => ({
        writing: isCacheExport(vertex.name),
        text: `${vertex.name}: ${vertex.error}`,
      })),
  };
}

function toStep({ name, outcome = 'done', seconds }: Vertex): BuildStep {
  const step = { name, outcome: outcome };
  return seconds === undefined || outcome === 'cached' ? step : { ...step, seconds };
}

/** Reads the classic builder: `Step 2/5 : RUN make`, then ` ---> Using cache` where it did no work. */
export function readClassicProgress(text: string): BuildProgress {
  const steps: { name: string; outcome: BuildStep['outcome'] }[] = [];
  let finished = false;
  for (const line of text.split(/\r?\n/)) {
    const match = /^Step (\d+\/\d+) : (.*)$/.exec(line);
    const last = steps.at(-1);
    if (match !== null) {
      steps.push({ name: `[${match[1]}] ${match[2]}`, outcome: 'done' });
    } else if (last !== undefined && line.trim() === '---> Using cache') {
      last.outcome = 'cached';
    }
    if (/^Successfully built /.test(line)) finished = true;
  }
  const last = steps.at(-1);
  if (!finished && last !== undefined) last.outcome = 'failed';
  return { steps, cacheProblems: [] };
}
