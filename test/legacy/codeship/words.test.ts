// A command is words and no shell (codeship.md 3.5): bash must hand docker exactly the words that CodeShip made.

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { convertFiles, stepsOf } from './project.ts';

/** What docker is called with by a script. */
function wordsOf(script: string): readonly string[] {
  const output = execFileSync('bash', ['--noprofile', '--norc', '-e'], {
    input: `docker() { printf '%s\\0' "$@"; }\n${script}`,
    cwd: '/',
  });
  return output.toString('utf8').split('\0').slice(0, -1);
}

const word = fc.oneof(
  fc.constantFrom('$HOME', '${{ secrets.X }}', "it's", '*', '~', '-x', '&&', '`id`', '!', '\\', ''),
  fc.constantFrom('a b', 'a\nb', '${{', '$', '{{.Branch}}', '#x', 'if', 'A=b', '"', '\t', 'é🚀'),
  fc.string({ minLength: 1, maxLength: 12 }),
);

test('arguments arrive as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (argv) => {
      const command = argv.filter((each) => !/[\0\r]/.test(each));
      fc.pre(command.length > 0);
      const steps = stringify([{ service: 'app', command }]);
      const conversion = await convertFiles('app:\n  image: busybox\n', steps);
      const run = stepsOf(conversion).find((step) => step.run !== undefined)?.run ?? '';
      expect(run).not.toContain('${{');
      expect(wordsOf(run)).toEqual(['compose', 'run', '--rm', '-T', 'app', ...command]);
    }),
    { numRuns: 60 },
  );
});
