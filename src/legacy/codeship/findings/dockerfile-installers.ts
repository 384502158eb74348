// Package managers of a Dockerfile that are so old that they do not know what the newest packages ask for.

import { readDockerfile } from '../../../format/dockerfile.ts';
import type { Repository } from '../../../ground/repository.ts';
import { readCalls } from '../../../machine/calls/calls.ts';
import type { SourceFile } from '../../../source/source-file.ts';
import type { TranslationContext } from '../../translation.ts';
import { dockerfilesOf } from '../services/dockerfiles.ts';
import type { Service } from '../services/service.ts';

/** One warning for each Dockerfile. */
export function reportInstallers(
  services: readonly Service[],
  folder: string,
  { repository, report }: TranslationContext,
): void {
  for (const file of dockerfilesOf(services, folder, repository)) {
    reportOldPip(file, repository, report);
  }
}

type Report = TranslationContext['report'];

/**
 * Distributions whose pip is older than 9, which takes the newest release of a package also where it needs a newer Python;
 * and those whose Python 2 is older than 2.7.9, which PyPI does not answer.
 */
const oldPip =
  /^(?:(?:docker\.io\/)?(?:library\/)?(?:debian:(?:8|jessie)|ubuntu:(?:16\.04|xenial)|java:\S*|node:(?:4|5|6\.(?:\d|1[0-4])\.|7|8\.(?:\d|1[0-4])\.)\S*|[\w-]+:\S*-jessie\S*)\S*)$/;
const withoutNames =
  /^(?:(?:docker\.io\/)?(?:library\/)?(?:debian:(?:7|wheezy)|ubuntu:(?:12\.04|14\.04|precise|trusty)|[\w-]+:\S*-wheezy)\S*|phusion\/baseimage:0\.9\.\d(?:\D.*)?)$/;

function reportOldPip(file: SourceFile, repository: Repository, report: Report): void {
  const { text } = file;
  let installed = false;
  for (const run of readDockerfile(text, new Map()).runs) {
    const isDeaf = withoutNames.test(run.base);
    if (!isDeaf && !oldPip.test(run.base)) continue;
    for (const { word, args } of readCalls(run.text, repository).calls) {
      if (/^apt(?:-get)?$/.test(word) && args.some((one) => /^python3?-pip$/.test(one))) {
        installed = true;
      }
      const pip = /^pip(?:2|3|2\.7)?$/.exec(word)?.[0];
      if (!installed || pip === undefined || args[0] !== 'install') continue;
      const [newest] = args.slice(1).filter(isWithoutVersion);
      // From here on it is one that asks.
      if (args.some((one) => /^pip(?:==|<)/.test(one))) return;
      if (newest === undefined || (isDeaf && pip === 'pip3')) continue;
      const start = Math.max(text.indexOf(`${word} install`), 0);
      const place = { file, start, end: start === 0 ? 0 : start + word.length + 8 };
      const written = [word, ...args].join(' ');
      const cure = `${word} install --upgrade 'pip<10'`;
      if (isDeaf) {
        report(
          'too-new-for-base',
          place,
          `\`${written}\`: PyPI no longer answers the Python 2 of \`${run.base}\``,
          'start from a newer image',
        );
      } else {
        report(
          'too-new-for-base',
          place,
          `\`${written}\`: the pip of \`${run.base}\` takes the newest release, also where that needs a newer Python`,
          newest === 'pip' ? `write \`${cure}\`` : `write \`${cure}\` before it`,
        );
      }
      return;
    }
  }
}

/** A name alone, of which the newest release is taken. */
const isWithoutVersion = (word: string): boolean => /^[A-Za-z][\w.-]*(?:\[[\w,]+\])?$/.test(word);
