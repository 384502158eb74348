// Languages whose version is a word for a tool, not for a machine.

import { near, type VersionChoice } from './choice.ts';

/** `lein:`. The words `lein` and `lein2` meant what the image had, which also runs on JDKs below 8. */
export const chooseLein = (version: string): VersionChoice =>
  /^lein2?$/i.test(version.trim())
    ? { way: 'setup', spelled: '2.8.1' }
    : { way: 'setup', spelled: version.trim() };

/** `scala:`. sbt gets the version on its command line. */
export const chooseScala = (version: string): VersionChoice => ({
  way: 'setup',
  spelled: version.trim(),
});

/** `compiler:`. */
export const chooseCompiler = (version: string): VersionChoice =>
  /^(?:gcc|clang|g\+\+|clang\+\+)(?:-\d+)?$/.test(version.trim())
    ? { way: 'machine', spelled: version.trim() }
    : {
        way: 'machine',
        spelled: 'gcc',
        change: near('the runner has gcc and clang'),
      };
