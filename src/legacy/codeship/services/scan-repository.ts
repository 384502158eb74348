// Which predefined variables, and which variables of old links, the files of the repository name. Looked at once, and
// only when something asks.

import type { Repository } from '../../../ground/repository.ts';
import { isWithin } from '../values/repository-path.ts';

type Found = {
  readonly path: string;
  /** Names that begin with `CI_`. */
  readonly names: ReadonlySet<string>;
  /** Names such as `DB_PORT_5432_TCP_ADDR`. */
  readonly linked: ReadonlySet<string>;
};

export type RepositoryScan = {
  /** Variables that files in these folders ('' is the root) name. */
  readonly namesIn: (folders: readonly string[]) => ReadonlySet<string>;
  /** Variables of links that files in these folders name. */
  readonly linkedIn: (folders: readonly string[]) => ReadonlySet<string>;
};

/** A repository's scripts are fewer and shorter; its data is of no interest. */
const limits = { files: 3000, characters: 16_000_000 };

const scripts =
  /(?:^|\/)[^./]+$|(?:^|\/)(?:Dockerfile|Makefile|Rakefile)[^/]*$|\.(?:bash|cfg|cjs|clj|conf|cs|ctmpl|dockerfile|env|erb|ex|exs|fish|go|gradle|groovy|ini|java|js|json|jsx|kt|kts|mjs|mk|php|pl|pm|properties|ps1|py|rake|rb|rs|scala|sh|tmpl|toml|tpl|ts|tsx|xml|ya?ml|zsh)$/i;

/** Other products' variables have the same names, documents only talk of them, and what is generated tells nothing. */
const otherwise =
  /(?:^|\/)(?:\.github|\.gitlab|\.circleci)\/|(?:^|\/)(?:\.gitlab-ci|\.travis|appveyor|bitbucket-pipelines|azure-pipelines|shippable|compose\.codeship|(?:codeship|jet)-(?:services|steps))\.(?:ya?ml|json)$|(?:^|\/)(?:LICENSE|README|CHANGELOG)|lock\.json$|lock\.ya?ml$|\.min\.js$/i;

export function scanRepository({ paths, read }: Repository): RepositoryScan {
  let found: readonly Found[] | undefined;
  const scan = (): readonly Found[] => {
    let left = limits.characters;
    found ??= paths
      .filter((path) => scripts.test(path) && !otherwise.test(path))
      .slice(0, limits.files)
      .flatMap((path) => {
        const text = left > 0 ? (read(path) ?? '') : '';
        left -= text.length;
        return look(path, text);
      });
    return found;
  };
  const collect = (key: 'names' | 'linked', folders: readonly string[]): ReadonlySet<string> => {
    if (folders.length === 0) return new Set();
    const all = scan().filter(({ path }) => folders.some((folder) => isWithin(folder, path)));
    return new Set(all.flatMap((each) => [...each[key]]));
  };
  return {
    namesIn: (folders) => collect('names', folders),
    linkedIn: (folders) => collect('linked', folders),
  };
}

function look(path: string, text: string): Found[] {
  const names = variablesIn(text);
  const linked = linkVariablesIn(text);
  return names.size + linked.size === 0 ? [] : [{ path, names, linked }];
}

export const variablesIn = (text: string): ReadonlySet<string> =>
  new Set(text.match(/\bCI_[A-Z][A-Z_]*\b/g) ?? []);

export const linkVariablesIn = (text: string): ReadonlySet<string> =>
  new Set(
    text.match(
      /\b[A-Z][A-Z0-9_]*?_(?:PORT_\d+_(?:TCP|UDP)(?:_(?:ADDR|PORT|PROTO))?|ENV_[A-Z][A-Z0-9_]*)\b/g,
    ) ?? [],
  );
