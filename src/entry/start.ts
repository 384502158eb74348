// The one entry of the bundle: programs by name. Bundled together they share their libraries, and each start loads the
// files of its own program alone.

import { useCompileCache } from '../host/compile-cache.ts';

const programs = {
  build: () => import('./build.ts'),
  cli: () => {
    // Before anything of the program is loaded. Actions have no second start, and leave nothing behind.
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

/** Runs a program to its end; `dist/NAME/index.js` does nothing else. */
export const start = (name: keyof typeof programs): Promise<unknown> => programs[name]();
