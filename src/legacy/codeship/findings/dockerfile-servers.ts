// Servers that a Dockerfile asks and that answer no more: the build fails on every machine.

import { goneServers } from '../../../machine/changed/gone-servers.ts';
import type { SourceFile } from '../../../source/source-file.ts';
import type { TranslationContext } from '../../translation.ts';
import { dockerfilesOf } from '../services/dockerfiles.ts';
import type { Service } from '../services/service.ts';

/** One warning for each server and Dockerfile, at the line that names it first. */
export function reportGoneServers(
  services: readonly Service[],
  folder: string,
  { repository, report }: TranslationContext,
): void {
  for (const file of dockerfilesOf(services, folder, repository)) {
    const { text } = file;
    const lines = [...text.matchAll(/^(?![^\S\n]*#).+$/gm)];
    for (const { pattern, why, inDockerfile } of goneServers) {
      if (inDockerfile === undefined) continue;
      for (const line of lines) {
        const match = pattern.exec(line[0]);
        if (match === null) continue;
        const start = line.index + match.index;
        report(
          'gone-server',
          { file, start, end: start + match[0].length },
          `${why}: the build fails`,
          inDockerfile,
        );
        break;
      }
    }
    reportPythonInstaller(text, file, report);
  }
}

/** The newest installer of pip needs a newer Python than any 2. */
function reportPythonInstaller(
  text: string,
  file: SourceFile,
  report: TranslationContext['report'],
): void {
  const match = /^(?![^\S\n]*#).*(bootstrap\.pypa\.io\/get-pip\.py)/m.exec(text);
  if (
    match === null ||
    !/\bpython(?:2(?:\.7)?)?\s+(?:\S*\/)?get-pip\.py|\|\s*python(?:2(?:\.7)?)?(?:\s|$)/m.test(text)
  )
    return;
  const start = match.index + match[0].indexOf(match[1] ?? '');
  report(
    'gone-server',
    { file, start, end: start + (match[1]?.length ?? 0) },
    'this installer of pip does not run on Python 2: the build fails',
    'write `https://bootstrap.pypa.io/pip/2.7/get-pip.py`',
  );
}
