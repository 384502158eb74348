// Compilers by the name of a release that Ubuntu 24.04 does not have. Shippable's images had them, and variables such as
// `CXX=g++-4.8` name them for native modules; the runner's own compiler answers to the name.

/** GCC before 9 and LLVM before 14, which the archive of Ubuntu 24.04 begins with. */
const oldName =
  /(?<![\w./+-])(?:\/usr\/bin\/)?((?:g\+\+|gcc|cpp|gcov|gfortran)-[3-8](?:\.\d)?|clang(?:\+\+)?-(?:3\.\d|[4-9](?:\.\d)?|1[0-3]))(?![\w.+-])/g;

/** Names of old compilers in commands, their scripts and the values of variables, sorted. */
export const oldCompilers = (texts: readonly string[]): readonly string[] =>
  [
    ...new Set(texts.flatMap((text) => [...text.matchAll(oldName)].map(([, name = '']) => name))),
  ].sort();

/** Lines that let the runner's compilers answer to old names, also as the target of an alternative. */
export const compilerLines = (names: readonly string[]): readonly string[] =>
  names.map(
    (name) =>
      `sudo ln -sf "$(readlink -f "$(command -v ${name.replace(/-[\d.]+$/, '')})")" /usr/bin/${name}`,
  );

export const isOldCompiler = (name: string): boolean =>
  oldCompilers([name]).includes(name.replace(/-multilib$/, ''));
