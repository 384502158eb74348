// The grammar of CodeShip's environment files, plain or opened (codeship.md 2.3): `KEY=value` a line, nothing else.
// Quotes stay, `\n` stays two characters, nothing is expanded.

type EnvEntry = {
  readonly name: string;
  readonly value: string;
  /** Line of the file, from 1. */
  readonly line: number;
};

export type EnvFileWarning = {
  /**
   * `colon-form`: every line reads `KEY: value`, as files of spring 2015 did. `overridden`: a later line has the same
   * name. `quoted`: the quotes are part of the value. `no-value`: a name without `=`. `bad-name`: no variable's name.
   */
  readonly kind: 'colon-form' | 'overridden' | 'quoted' | 'no-value' | 'bad-name';
  readonly line: number;
  /** Holds neither value nor name: in a file of another kind what looks like a name may be a secret. */
  readonly message: string;
};

export type EnvFile = {
  /** In the order of the file; of equal names only the last. */
  readonly entries: readonly EnvEntry[];
  readonly warnings: readonly EnvFileWarning[];
};

const colonForm = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*:(?:\s+(.*))?$/;
const variableName = /^[^\s=]+$/;

export function parseEnvFile(text: string): EnvFile {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, index) => ({ text: line.replace(/\r$/, '').trimStart(), line: index + 1 }))
    .filter(({ text: content }) => content !== '' && !content.startsWith('#'));
  const first = lines[0];
  if (first !== undefined && lines.every(({ text: content }) => colonForm.test(content))) {
    return keepLast(
      lines.map(({ text: content, line }) => {
        const match = colonForm.exec(content);
        return { name: match?.[1] ?? '', value: unquote(match?.[2] ?? ''), line };
      }),
      [
        {
          kind: 'colon-form',
          line: first.line,
          message:
            'Every line reads `KEY: value`. Docker wants `KEY=value`: rewrite the file and encrypt it again.',
        },
      ],
    );
  }
  const entries: EnvEntry[] = [];
  const warnings: EnvFileWarning[] = [];
  for (const { text: content, line } of lines) {
    const equals = content.indexOf('=');
    const name = equals < 0 ? content.trimEnd() : content.slice(0, equals);
    const value = equals < 0 ? '' : content.slice(equals + 1);
    if (!variableName.test(name)) {
      warnings.push({
        kind: 'bad-name',
        line,
        message: `Line ${line} is not a \`KEY=value\` line.`,
      });
    } else if (equals < 0) {
      warnings.push({ kind: 'no-value', line, message: `Line ${line} has a name and no \`=\`.` });
    } else {
      entries.push({ name, value, line });
      if (/^(["']).*\1$/.test(value)) {
        const message = `The value at line ${line} is in quotes, which are part of it: neither CodeShip nor Docker removes them.`;
        warnings.push({ kind: 'quoted', line, message });
      }
    }
  }
  return keepLast(entries, warnings);
}

/**
 * The warnings for an opened file of unknown kind: none where it is not an environment file, but JSON, a bare value, or a
 * certificate, whose base64 ends in `=`.
 */
export function envFileWarnings(text: string): readonly EnvFileWarning[] {
  if (/^\s*[[{]/.test(text)) return [];
  const { entries, warnings } = parseEnvFile(text);
  return entries.some(({ value }) => !/^=?$/.test(value)) ? warnings : [];
}

function keepLast(entries: readonly EnvEntry[], warnings: readonly EnvFileWarning[]): EnvFile {
  const last = new Map(entries.map((entry) => [entry.name, entry]));
  const overridden = entries
    .filter((entry) => last.get(entry.name) !== entry)
    .map(({ name, line }): EnvFileWarning => {
      const winner = last.get(name)?.line;
      return {
        kind: 'overridden',
        line,
        message: `The name at line ${line} stands again at line ${winner}, which wins.`,
      };
    });
  return {
    entries: entries.filter((entry) => last.get(entry.name) === entry),
    warnings: [...warnings, ...overridden].sort((a, b) => a.line - b.line),
  };
}

/** A YAML scalar of the old form may be quoted. */
function unquote(value: string): string {
  const bare = value.trim();
  const match = /^(["'])(.*)\1$/.exec(bare);
  return match?.[2] ?? bare;
}
