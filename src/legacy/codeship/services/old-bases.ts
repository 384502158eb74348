// Base images of Dockerfiles that a build of today would fail on. The Dockerfile stays as it is: what `FROM` finds under
// that name on the machine is made good before the build.

import { readDockerfile } from '../../../format/dockerfile.ts';
import { defined } from '../../../ground/defined.ts';
import type { Repository } from '../../../ground/repository.ts';
import {
  hasMovedPackages,
  hasTriggers,
  refusedImage,
  remedyFor,
} from '../../../image/old-images.ts';
import { debianArchive } from '../../../machine/programs/installs.ts';
import { quoteWord } from '../../../shell/words.ts';
import { sourceFile } from '../../../source/source-file.ts';
import { replacedImage } from '../../replaced-image.ts';
import type { TranslationContext } from '../../translation.ts';
import { repositoryPath } from '../values/repository-path.ts';
import type { UnconnectedService } from './connect-services.ts';
import { dockerfileOf, dockerfilePath } from './dockerfiles.ts';
import { type BaseChange, type BaseUse, changeOfBase } from './floating-bases.ts';
import type { Service } from './service.ts';

export type OldBase = {
  readonly image: string;
  /** An image of the same series to use under that name, where no runner pulls the image itself. */
  readonly instead?: string;
  /** What the newest of a tag that floats does not do any more, where that is why another one takes its place. */
  readonly why?: string;
  /** The newest Go, which builds modules only, in a project that has none. */
  readonly lacksModules: boolean;
  /** Variables that the base gets. */
  readonly variables: readonly string[];
  /** Packages that only the Dockerfile can call by their names of today. */
  readonly gone: readonly (readonly [old: string, now: string])[];
  /** Packages under their old names, with those of today. */
  readonly names: readonly (readonly [old: string, now: string])[];
  /** The packages of its distribution have moved to an archive, and the Dockerfile asks for some. */
  readonly packages: boolean;
  /** The Dockerfile replaces or extends the list of servers, so the archive would not be asked. */
  readonly ownSources: boolean;
};

/** What the bases of each built service need before the build. A base that another service builds hands on to it. */
export function oldBases(
  services: readonly Service[],
  folder: string,
  context: TranslationContext,
): ReadonlyMap<Service, readonly OldBase[]> {
  const builders = new Map(
    services.flatMap((each) => (each.build ? [[each.image.name, each]] : [])),
  );
  const files = new Map(
    services.flatMap((each) => {
      const text = dockerfileOf(each, folder, context.repository);
      return text === undefined ? [] : [[each, readDockerfile(text, argumentsOf(each))] as const];
    }),
  );
  const found = new Map<Service, Map<string, OldBase>>();
  const add = (service: Service, image: string, packages: boolean): void => {
    const refused = refusedImage(image);
    const text = dockerfileOf(service, folder, context.repository) ?? '';
    const older = refused === undefined ? olderGo(image, text, context.repository) : undefined;
    const change =
      refused === undefined && older === undefined && !hasTriggers(image)
        ? changeOf(image)
        : undefined;
    const instead = refused?.instead ?? older ?? change?.instead?.image;
    const moved =
      packages && hasMovedPackages(change?.instead?.image ?? image) && !namesArchive.test(text);
    if (refused === undefined && !moved && older === undefined && change === undefined) return;
    const own = found.get(service) ?? new Map<string, OldBase>();
    found.set(service, own);
    own.set(image, {
      image,
      packages: moved || own.get(image)?.packages === true,
      ownSources: writesSources.test(text),
      lacksModules: older !== undefined,
      variables: [
        ...(older === undefined ? [] : ['GO111MODULE=auto']),
        ...(change?.breaksSystem === true ? [breakSystem] : []),
      ],
      names: change?.names ?? [],
      gone: change?.gone ?? [],
      ...defined({ instead, why: change?.instead?.why }),
    });
  };
  const changes = new Map<string, BaseChange | undefined>();
  const changeOf = (image: string): BaseChange | undefined => {
    if (!changes.has(image)) changes.set(image, changeOfBase(image, usesOf(image)));
    return changes.get(image);
  };
  const usesOf = (image: string): readonly BaseUse[] =>
    [...files].flatMap(([service, { baseImages, runs }]): BaseUse[] =>
      baseImages.includes(image)
        ? [
            {
              runs: runs.filter(({ base }) => base === image).map(({ text }) => text),
              project: within(
                context.repository,
                repositoryPath(folder, service.build?.context?.text ?? '.') ?? '',
              ),
              dockerfile: dockerfileOf(service, folder, context.repository) ?? '',
            },
          ]
        : [],
    );
  for (const [service, { baseImages, packageBases }] of files) {
    for (const image of baseImages) {
      // An image may be built on another one of its own name.
      if ((builders.get(image) ?? service) === service) add(service, image, false);
    }
    for (const image of packageBases) {
      let owner = service;
      let base: string | undefined = image;
      for (let depth = 0; depth < files.size; depth += 1) {
        const builder: Service | undefined = base === undefined ? undefined : builders.get(base);
        if (builder === undefined || builder === owner) break;
        owner = builder;
        base = files.get(builder)?.finalBase;
      }
      if (base !== undefined) add(owner, base, true);
    }
  }
  return new Map([...found].map(([service, bases]) => [service, [...bases.values()]]));
}

const breakSystem = 'PIP_BREAK_SYSTEM_PACKAGES=1';

/** The files below a folder, by their paths within it. */
function within(repository: Repository, root: string): Repository {
  if (root === '') return repository;
  const start = `${root}/`;
  return {
    paths: repository.paths
      .filter((path) => path.startsWith(start))
      .map((path) => path.slice(start.length)),
    read: (path) => repository.read(`${start}${path}`),
  };
}

/** Go 1.21 is the last whose `go get` works without modules. */
function olderGo(image: string, text: string, { paths }: Repository): string | undefined {
  const match = /^(?:docker\.io\/)?(?:library\/)?golang(?::(?:latest|1|(?:1-)?(alpine)))?$/.exec(
    image,
  );
  if (match === null || /\bGO111MODULE\b|\bgo\s+mod\s+init\b/.test(text)) return undefined;
  const own = paths.filter((path) => !/(?:^|\/)vendor\//.test(path));
  if (!own.some((path) => path.endsWith('.go'))) return undefined;
  if (own.some((path) => /(?:^|\/)go\.mod$/.test(path))) return undefined;
  return `golang:1.21${match[1] === undefined ? '' : `-${match[1]}`}`;
}

/** Whoever names it has done something about it. */
const namesArchive = /\b(?:archive\.debian\.org|old-releases\.ubuntu\.com|vault\.centos\.org)\b/;

const writesSources =
  /^\s*(?:ADD|COPY)\s.*\/etc\/apt\/sources\.list(?:\s|$)|\bdeb\s+(?:\[[^\]]*\]\s*)?https?:\/\/[\w.-]*\b(?:debian\.(?:org|net)|ubuntu\.com)\b/im;

const argumentsOf = ({ build }: Service): ReadonlyMap<string, string> =>
  new Map(build?.args?.items.map(({ name, value }) => [name, value ?? '']) ?? []);

/** Bases that a step makes good; the others need a person. */
export const canBeMended = (base: OldBase): boolean =>
  !hasTriggers(base.image) &&
  (base.instead !== undefined ||
    (refusedImage(base.image) === undefined && (usesScript(base) || base.variables.length > 0)));

/** The script below makes something good in it. */
export const usesScript = (base: OldBase): boolean =>
  pointsToArchive(base) || base.names.length > 0;

const pointsToArchive = ({ image, packages, ownSources }: OldBase): boolean =>
  packages && !ownSources && !hasTriggers(image);

/** One warning for each image and Dockerfile, at its `FROM`. */
export function reportOldBases(
  bases: ReadonlyMap<Service, readonly OldBase[]>,
  used: ReadonlySet<Service>,
  folder: string,
  { repository, report }: TranslationContext,
): void {
  for (const [service, images] of bases) {
    if (!used.has(service)) continue;
    const path = dockerfilePath(service, folder) ?? '';
    const text = repository.read(path) ?? '';
    const file = sourceFile(path, text);
    for (const base of images) {
      const { image, instead } = base;
      const refused = refusedImage(image);
      const place = { file, ...spanOfBase(text, image) };
      if (instead !== undefined && base.lacksModules) {
        report(
          'base-without-modules',
          place,
          `the newest \`${image}\` builds modules only, and the repository has no \`go.mod\`; the build starts from \`${instead}\``,
          `write \`FROM ${instead}\` and \`ENV GO111MODULE=auto\`, or add a \`go.mod\``,
        );
      } else if (instead !== undefined && base.why !== undefined) {
        report(
          'floating-base',
          place,
          `${base.why}; the build starts from \`${instead}\``,
          `write \`FROM ${instead}\``,
        );
      } else if (instead !== undefined && canBeMended(base)) {
        report(
          'old-base-replaced',
          place,
          `no runner can pull \`${image}\`: ${refused?.why}; the build starts from \`${instead}\``,
          `write \`FROM ${instead}\``,
        );
      } else if (refused !== undefined) {
        report(
          'image-not-pulled',
          place,
          `no runner can pull \`${image}\`: ${refused.why}; the build fails`,
          instead === undefined ? laterVersion(image) : `write \`FROM ${instead}\``,
        );
      } else if (pointsToArchive(base)) {
        report(
          'old-base-packages',
          place,
          `the packages of \`${image}\` have moved to an archive; a step before the build points it there`,
          'to do without the step, start from a newer image',
        );
      }
      if (base.names.length > 0) {
        const were = base.names.map(([old]) => `\`${old}\``).join(', ');
        const are = [
          ...new Set(base.names.flatMap(([, now]) => now.replace(/^python,/, '').split(','))),
        ];
        const list = are.map((name) => `\`${name}\``).join(', ');
        report(
          'renamed-package',
          place,
          `\`${instead ?? image}\` may no longer have ${were}; a step before the build makes ${list} come in place of it`,
          `write ${list}`,
        );
      }
      for (const [old, now] of base.gone) {
        report(
          'package-of-then',
          place,
          `\`${instead ?? image}\` may no longer have the package \`${old}\`: the build fails`,
          `write \`${now}\``,
        );
      }
      if (base.variables.includes(breakSystem)) {
        report(
          'pip-of-the-system',
          place,
          `the pip of the newest \`${image}\` refuses to install outside of a virtual environment; the build starts with \`${breakSystem}\``,
          `write \`ENV ${breakSystem}\``,
        );
      }
      if (
        base.packages &&
        !pointsToArchive(base) &&
        (refused === undefined || instead !== undefined)
      ) {
        report(
          'old-base-unmended',
          place,
          `the packages of \`${image}\` have moved to an archive${base.ownSources ? ', and the Dockerfile writes its own sources' : ''}: the build fails`,
          base.ownSources
            ? 'start from a newer image, or name the archive in these sources'
            : 'start from a newer image, or from the same one without `-onbuild`',
        );
      }
    }
  }
}

/** What to do about an image that no runner pulls. */
export function laterVersion(image: string): string {
  const { later, remedy } = refusedImage(image) ?? {};
  return remedyFor({ why: '', ...defined({ later, remedy }) });
}

/** Where a Dockerfile names a base; the first `FROM` if an argument gives the name. */
function spanOfBase(text: string, image: string): { readonly start: number; readonly end: number } {
  const lines = [...text.matchAll(/^[^\S\n]*FROM\s[^\n]*/gim)];
  const line = lines.find(([each]) => each.split(/\s+/).includes(image)) ?? lines[0];
  if (line === undefined) return { start: 0, end: 0 };
  const inner = line[0].indexOf(image);
  const start = line.index + Math.max(0, inner);
  return { start, end: start + (inner < 0 ? line[0].trimEnd().length : image.length) };
}

/** A service whose pulled image no runner can pull has a later one of its series. */
export function withPullableImage(
  service: UnconnectedService,
  { report }: TranslationContext,
): UnconnectedService {
  const { image, build } = service;
  const refused = build === undefined ? refusedImage(image.name) : undefined;
  if (refused?.instead === undefined || image.node === undefined) return service;
  const { why, instead } = refused;
  const name = replacedImage(image.name, { why, instead }, image.node, report);
  return { ...service, image: { ...image, name } };
}

/** The lines that make a base good; `script` is the path of the one below. */
export const mendingLines = (base: OldBase, script: string): readonly string[] => {
  const { image, instead, variables, names } = base;
  const start = instead ?? image;
  const lines = [`FROM ${start}`, ...variables.map((each) => `ENV ${each}`)].join('\\n');
  return [
    ...(variables.length > 0
      ? [`printf '${lines}\\n' | docker build --tag ${quoteWord(image)} -`]
      : instead === undefined
        ? []
        : [
            // A runner of one's own may have it, and Docker Hub counts pulls. A build would use up what `ONBUILD` says.
            `docker image inspect ${quoteWord(instead)} > /dev/null 2>&1 || docker pull ${quoteWord(instead)}`,
            `docker tag ${quoteWord(instead)} ${quoteWord(image)}`,
          ]),
    ...(usesScript(base)
      ? [
          ['bash', script, image, ...names.map(([old, now]) => `${old}=${now}`)]
            .map(quoteWord)
            .join(' ')
            .replace(/^'?bash'? /, 'bash '),
        ]
      : []),
  ];
};

export const archiveScriptText = `#!/usr/bin/env bash
# archive.sh IMAGE [OLD=NEW...]: where the distribution of an image has moved its packages to an archive, has it look for them
# there. Where it lacks a package OLD, a package of that name brings NEW.
# \`FROM\` finds the image on this machine by its name. With a newer image in the Dockerfile, this is not needed.
set -e
docker build --build-arg "BASE=$1" --build-arg "NAMES=\${*:2}" --tag "$1" - <<'END'
ARG BASE
FROM $BASE
RUN if [ -s /etc/apt/sources.list ] && ! apt-get update; then \\
      if grep --quiet ubuntu /etc/apt/sources.list; then \\
        sed -i 's#//[a-z.]*\\.ubuntu\\.com#//old-releases.ubuntu.com#' /etc/apt/sources.list; \\
      else \\
${debianArchive.map((line) => `        ${line}; \\\n`).join('')}      fi; \\
      apt-get update || rm -f /etc/apt/sources.list.d/*; \\
    fi; \\
    rm -rf /var/lib/apt/lists/*; \\
    for list in /etc/yum.repos.d/CentOS-*.repo; do \\
      if [ -e "$list" ]; then \\
        sed -i -e 's/^mirrorlist=/#mirrorlist=/' -e 's#^\\#* *baseurl=http://mirror.centos.org#baseurl=http://vault.centos.org#' "$list"; \\
      fi; \\
    done
ARG NAMES
RUN if [ -n "$NAMES" ]; then \\
      folder=/usr/local/share/old-names; \\
      mkdir -p "$folder" && cd "$folder" && \\
      for pair in $NAMES; do \\
        file="\${pair%%=*}.deb"; \\
        mkdir -p new/DEBIAN && \\
        printf 'Package: %s\\nVersion: 9:99\\nArchitecture: all\\nMaintainer: nobody <nobody@localhost>\\nDepends: %s\\nDescription: a package under its old name\\n' "\${pair%%=*}" "\${pair#*=}" > new/DEBIAN/control && \\
        if [ "$file" = python.deb ]; then mkdir -p new/usr/bin && ln -s python3 new/usr/bin/python; fi && \\
        dpkg-deb --build new "$file" > /dev/null && \\
        { cat new/DEBIAN/control; printf 'Filename: ./%s\\nSize: %s\\nSHA256: %s\\n\\n' "$file" "$(stat -c %s "$file")" "$(sha256sum "$file" | cut -d ' ' -f 1)"; } >> Packages && \\
        rm -r new || exit 1; \\
      done && \\
      printf 'Package: *\\nPin: origin ""\\nPin-Priority: 1\\n' > /etc/apt/preferences.d/old-names && \\
      echo "deb [trusted=yes] file:$folder ./" > /etc/apt/sources.list.d/old-names.list; \\
    fi
END
`;
