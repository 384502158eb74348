import { expect, test } from 'vitest';
import { readBuildKitProgress, readClassicProgress } from '../../src/docker/progress.ts';

test('BuildKit: instructions with their outcome, without the errands', () => {
  const text = `#0 building with "default" instance using docker driver

#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s

#4 [one 1/2] FROM acme/base
#4 CACHED

#6 [one 2/2] RUN echo hi
#6 0.274 hi
#6 0.275 #6 DONE 9s
#6 DONE 1.5s

#7 [stage-1 1/2] COPY --from=one /x /x
#7 sha256:a9d0 98B / 98B done
#7 DONE 0.1s

#6 [one 2/2] RUN echo hi
#6 ...

#8 [linux/arm64 2/2] RUN false
#8 ERROR: process "/bin/sh -c false" did not complete successfully: exit code: 1
`;
  expect(readBuildKitProgress(text)).toEqual({
    steps: [
      { name: '[one 1/2] FROM acme/base', outcome: 'cached' },
      { name: '[one 2/2] RUN echo hi', outcome: 'done', seconds: 1.5 },
      { name: '[stage-1 1/2] COPY --from=one /x /x', outcome: 'done', seconds: 0.1 },
      { name: '[linux/arm64 2/2] RUN false', outcome: 'failed' },
    ],
    cacheProblems: [],
  });
});

test('BuildKit: caches that could not be read or written', () => {
  const text = `#3 importing cache manifest from r/cache:main
#3 ERROR: failed to configure registry cache importer: r/cache:main: not found
#10 exporting cache to registry
#10 preparing build cache for export done
#10 ERROR: error writing layer blob: denied
`;
  expect(readBuildKitProgress(text).cacheProblems).toEqual([
    {
      writing: false,
      text: 'importing cache manifest from r/cache:main: failed to configure registry cache importer: r/cache:main: not found',
    },
    { writing: true, text: 'exporting cache to registry: error writing layer blob: denied' },
  ]);
});

test('the classic builder', () => {
  const text = `Step 1/3 : FROM acme/base
 ---> 980d0f736b5c
Step 2/3 : COPY . .
 ---> Using cache
 ---> bca05dc9ddde
Step 3/3 : RUN make
 ---> Running in 73ab
`;
  expect(readClassicProgress(text).steps).toEqual([
    { name: '[1/3] FROM acme/base', outcome: 'done' },
    { name: '[2/3] COPY . .', outcome: 'cached' },
    { name: '[3/3] RUN make', outcome: 'failed' },
  ]);
  expect(readClassicProgress(`${text}Successfully built 7f28\n`).steps.at(-1)?.outcome).toBe(
    'done',
  );
});
