// The one entry of the bundle: programs by name. Bundled together they share their libraries, and each start loads the
// files of its own program alone.
// CommonJS, and the bundle with it: Node 20 takes 5 ms to get its loader of ES modules ready, a fifth of a start.

const programs = {
  build: () => import('./build.ts'),
  cli: async () => {
    // Before anything of the program is loaded. Actions have no second start, and leave nothing behind.
    const { useCompileCache } = await import(
      /* webpackMode: "eager" */ '../host/compile-cache.ts'
    );
    useCompileCache();
    return import('./cli.ts');
  },
  'convert-action': () => import('./convert-action.ts'),
  'convert-pull-request': () => import('./convert-pull-request.ts'),
  'line-end': () => import('./line-end.ts'),
  'line-record': () => import('./line-record.ts'),
  'line-start': () => import('./line-start.ts'),
  login: () => import('./login.ts'),
  prepare: () => import('./prepare.ts'),
  'pull-boot-image': () => import('./pull-boot-image.ts'),
  push: () => import('./push.ts'),
} as const;

/** What Node ends with where a module waits for what never comes; of a promise it would say nothing, and end well. */
const unsettled = 13;

/** Runs a program to its end; `dist/NAME/index.js` does nothing else. */
exports.start = async (name: keyof typeof programs): Promise<void> => {
  process.exitCode = unsettled;
  await programs[name]();
  if (process.exitCode === unsettled) process.exitCode = 0;
};
