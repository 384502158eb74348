// What the build action must know of a Dockerfile before it builds: which images it starts from, which
// arguments it declares, and what in it only BuildKit understands. The builder does the real reading.

export type Dockerfile = {
  /** Images from outside that a `FROM`, `COPY --from` or `--mount from=` names, arguments filled in. No stages, no `scratch`. */
  readonly baseImages: readonly string[];
  /** The image that the last stage stands on, also through earlier stages; absent where the file begins none. */
  readonly finalBase?: string;
  /** Images from outside on which a `RUN` asks the distribution's servers for packages, also through earlier stages. */
  readonly packageBases: readonly string[];
  /** The shell commands of each `RUN`, continued lines joined, with the image from outside that its stage stands on. */
  readonly runs: readonly { readonly base: string; readonly text: string }[];
  /** What `COPY` and `ADD` take from the context, as written; none with a wildcard, a variable or an address. */
  readonly copies: readonly string[];
  /** Names that an `ARG` declares, anywhere. */
  readonly declaredArguments: ReadonlySet<string>;
  /** What only BuildKit understands, in words for a message: `RUN --mount`, a here-document. Empty: any builder does. */
  readonly needsBuildKit: readonly string[];
};

type Instruction = { readonly keyword: string; readonly rest: string };

/** Arguments that every Dockerfile may use without declaring them. */
const predefinedArguments = new Set(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [
    name,
    name.toLowerCase(),
  ]),
);

/** Arguments that steer the builder itself; no Dockerfile declares them. */
const builderArgument = /^(BUILDKIT_|SOURCE_DATE_EPOCH$|TARGET|BUILD(PLATFORM|OS|ARCH|VARIANT)$)/;

const heredocWord = /<<-?\s*(["']?)([A-Za-z_][A-Za-z0-9_]*)\1/g;
const heredocInstructions = new Set(['RUN', 'COPY', 'ADD']);

function escapeCharacter(lines: readonly string[]): string {
  for (const line of lines) {
    const directive = /^\s*#\s*([A-Za-z]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (directive === null) return '\\';
    if (directive[1]?.toLowerCase() === 'escape' && directive[2] === '`') return '`';
  }
  return '\\';
}

/** Joins continued lines, leaves comments and the bodies of here-documents out. */
function instructions(text: string): {
  readonly list: readonly Instruction[];
  readonly heredoc: boolean;
} {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const continuation = escapeCharacter(lines);
  const list: Instruction[] = [];
  let heredoc = false;
  let open = '';
  const ends: string[] = [];
  for (const line of lines) {
    const end = ends[0];
    if (end !== undefined) {
      if (line.replace(/^\t+/, '') === end || line === end) ends.shift();
      continue;
    }
    if (/^\s*(#|$)/.test(line)) continue;
    const trimmed = line.trimEnd();
    if (trimmed.endsWith(continuation)) {
      open += `${trimmed.slice(0, -1)} `;
      continue;
    }
    const whole = (open + trimmed).trim();
    open = '';
    const match = /^(\S+)\s*([\s\S]*)$/.exec(whole);
    if (match === null) continue;
    const instruction = { keyword: (match[1] ?? '').toUpperCase(), rest: match[2] ?? '' };
    list.push(instruction);
    if (!heredocInstructions.has(instruction.keyword)) continue;
    for (const [, , word] of instruction.rest.matchAll(heredocWord)) {
      if (word !== undefined) ends.push(word);
    }
    heredoc = heredoc || ends.length > 0;
  }
  return { list, heredoc };
}

/** Fills in `$X`, `${X}`, `${X:-word}` and `${X:+word}`; what is unknown becomes nothing, as in Docker. */
function fillIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:\{([A-Za-z_][A-Za-z0-9_]*)(?::([-+])([^}]*))?\}|([A-Za-z_][A-Za-z0-9_]*))/g,
    (
      _all,
      braced: string | undefined,
      mark: string | undefined,
      word: string | undefined,
      bare,
    ) => {
      const value = values.get(braced ?? bare) ?? '';
      if (mark === '-') return value === '' ? (word ?? '') : value;
      if (mark === '+') return value === '' ? '' : (word ?? '');
      return value;
    },
  );
}

/** Names and defaults of one `ARG` line, which may declare several. */
function argumentsOf(rest: string): readonly { name: string; fallback: string | undefined }[] {
  return [...rest.matchAll(/([A-Za-z_][A-Za-z0-9_]*)(?:=("[^"]*"|'[^']*'|\S*))?(?:\s+|$)/g)].map(
    ([, name, value]) => ({
      name: name ?? '',
      fallback: value?.replace(/^(["'])([\s\S]*)\1$/, '$2'),
    }),
  );
}

/** What reads lists of packages from a server, which is where a distribution of old fails. */
const readsPackageLists =
  /\b(?:apt(?:-get)?|aptitude)\s+(?:-\S+\s+)*update\b|\b(?:yum|dnf)\s+(?:-\S+\s+)*(?:local|group)?(?:install|update|upgrade|makecache)\b/;

/** The sources of a `COPY` or `ADD`, which has its target last. */
function copiedBy(tail: string): readonly string[] {
  const words = tail.startsWith('[')
    ? [...tail.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) => word)
    : tail.split(/\s+/).filter((word) => word !== '');
  return words.slice(0, -1).filter((word) => /^[\w./-][\w./@+ -]*$/.test(word));
}

/** Splits leading `--flag=value` words from the rest of an instruction. */
function flagsOf(rest: string): { readonly flags: readonly string[]; readonly tail: string } {
  const match = /^((?:--\S+\s+)*)([\s\S]*)$/.exec(rest);
  return { flags: (match?.[1] ?? '').split(/\s+/).filter(Boolean), tail: match?.[2] ?? '' };
}

/**
 * Reads a Dockerfile as far as it concerns the choice of a builder.
 *
 * @param text the file's text
 * @param given build arguments by name; they win over the defaults that stand in the file
 */
export function readDockerfile(text: string, given: ReadonlyMap<string, string>): Dockerfile {
  const { list, heredoc } = instructions(text);
  /** Name of a stage, in small letters, to the image that it stands on. */
  const stages = new Map<string, string>();
  let finalBase: string | undefined;
  const images = new Set<string>();
  const declared = new Set<string>();
  const packageBases = new Set<string>();
  const runs: { readonly base: string; readonly text: string }[] = [];
  const copies: string[] = [];
  const needs = new Set<string>(heredoc ? ['a here-document'] : []);
  const global = new Map<string, string>();
  let stageCount = 0;
  const take = (name: string) => {
    const image = fillIn(name, global);
    if (
      image === '' ||
      image === 'scratch' ||
      stages.has(image.toLowerCase()) ||
      /^\d+$/.test(image)
    )
      return;
    images.add(image);
  };
  for (const { keyword, rest } of list) {
    const { flags, tail } = flagsOf(rest);
    if (keyword === 'ARG') {
      for (const { name, fallback } of argumentsOf(rest)) {
        declared.add(name);
        const value =
          given.get(name) ?? (fallback === undefined ? undefined : fillIn(fallback, global));
        if (stageCount === 0 && value !== undefined) global.set(name, value);
      }
    }
    if (keyword === 'FROM') {
      const [image = '', as = '', stage = ''] = tail.split(/\s+/);
      take(image);
      const filled = fillIn(image, global);
      finalBase = stages.get(filled.toLowerCase()) ?? filled;
      if (as.toUpperCase() === 'AS') stages.set(stage.toLowerCase(), finalBase);
      stageCount += 1;
    }
    if (keyword === 'COPY' || keyword === 'ADD') {
      if (!flags.some((flag) => flag.startsWith('--from='))) copies.push(...copiedBy(tail));
    }
    if (keyword === 'RUN' && finalBase !== undefined) {
      runs.push({ base: finalBase, text: tail });
      if (readsPackageLists.test(tail)) packageBases.add(finalBase);
    }
    for (const flag of flags) {
      const from =
        /^--from=(.+)$/.exec(flag)?.[1] ?? /^--mount=(?:.*,)?from=([^,]+)/.exec(flag)?.[1];
      if (from !== undefined) take(from);
      if (/^--(mount|network|security|link|parents|exclude|checksum|keep-git-dir)\b/.test(flag)) {
        needs.add(`\`${keyword} ${flag.replace(/=.*$/, '')}\``);
      }
    }
  }
  return {
    baseImages: [...images],
    ...(finalBase === undefined ? {} : { finalBase }),
    packageBases: [...packageBases],
    runs,
    copies,
    declaredArguments: declared,
    needsBuildKit: [...needs],
  };
}

/** Names among `given` that no `ARG` of the file declares: Docker passes over them (codeship.md 2.2). */
export function undeclaredArguments(
  dockerfile: Dockerfile,
  given: readonly string[],
): readonly string[] {
  return given.filter(
    (name) =>
      !dockerfile.declaredArguments.has(name) &&
      !predefinedArguments.has(name) &&
      !builderArgument.test(name),
  );
}
