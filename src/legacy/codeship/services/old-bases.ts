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
import type { TranslationContext } from '../../translation.ts';
import type { UnconnectedService } from './connect-services.ts';
import { dockerfileOf, dockerfilePath } from './dockerfiles.ts';
import type { Service } from './service.ts';

export type OldBase = {
  readonly image: string;
  /** An image of the same series to use under that name, where no runner pulls the image itself. */
  readonly instead?: string;
  /** The newest Go, which builds modules only, in a project that has none. */
  readonly lacksModules: boolean;
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
    const moved = packages && hasMovedPackages(image) && !namesArchive.test(text);
    const older = refused === undefined ? olderGo(image, text, context.repository) : undefined;
    const instead = refused?.instead ?? older;
    if (refused === undefined && !moved && older === undefined) return;
    const own = found.get(service) ?? new Map<string, OldBase>();
    found.set(service, own);
    own.set(image, {
      image,
      packages: moved || own.get(image)?.packages === true,
      ownSources: writesSources.test(text),
      lacksModules: older !== undefined,
      ...(instead === undefined ? {} : { instead }),
    });
  };
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
  (base.instead !== undefined || (refusedImage(base.image) === undefined && pointsToArchive(base)));

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
  const instead = refused?.instead;
  if (refused === undefined || instead === undefined || image.node === undefined) return service;
  report(
    'old-image-replaced',
    image.node,
    `no runner can pull \`${image.name}\`: ${refused.why}; \`${instead}\` takes its place`,
    'set the version that you use today',
  );
  return { ...service, image: { ...image, name: instead } };
}

/** The lines that make a base good; `script` is the path of the one below. */
export const mendingLines = (base: OldBase, script: string): readonly string[] => {
  const { image, instead, lacksModules } = base;
  if (lacksModules && instead !== undefined) {
    const lines = `'FROM ${instead}\\nENV GO111MODULE=auto\\n'`;
    return [`printf ${lines} | docker build --tag ${quoteWord(image)} -`];
  }
  return [
    ...(instead === undefined
      ? []
      : [
          `docker pull ${quoteWord(instead)}`,
          `docker tag ${quoteWord(instead)} ${quoteWord(image)}`,
        ]),
    ...(pointsToArchive(base) ? [`bash ${quoteWord(script)} ${quoteWord(image)}`] : []),
  ];
};

export const archiveScriptText = `#!/usr/bin/env bash
# archive.sh IMAGE: where the distribution of an image has moved its packages to an archive, has it look for them there.
# \`FROM\` finds the image on this machine by its name. With a newer image in the Dockerfile, this is not needed.
set -e
docker build --build-arg "BASE=$1" --tag "$1" - <<'END'
ARG BASE
FROM $BASE
RUN if command -v apt-get > /dev/null && ! apt-get update; then \\
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
END
`;
