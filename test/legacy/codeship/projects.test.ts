// Whatever a project holds: every value is accounted for, GitHub takes the workflow, bash takes its scripts.

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeFinding, githubParser } from '../../judges/index.ts';
import { projects } from './generated-project.ts';
import { convertTexts, stepsOf, workflowsOf } from './project.ts';

const numRuns = Number(process.env['TRANSSHIP_RUNS'] ?? 40);

test.each(['native', 'shell'] as const)(
  'generated projects, parallel: %s',
  async (parallel) => {
    await fc.assert(
      fc.asyncProperty(projects, async (texts) => {
        const conversion = await convertTexts(texts, { parallel });
        const unread = conversion.diagnostics.filter(({ code }) => code === 'unread-value');
        expect(unread.map(({ at }) => at && 'path' in at && at.path)).toEqual([]);
        const findings = await githubParser(workflowsOf(conversion));
        expect(findings.map(describeFinding)).toEqual([]);
        const scripts = stepsOf(conversion).flatMap(({ run }) => run ?? []);
        for (const script of scripts) expect(script).not.toContain('${{');
        execFileSync('bash', ['-n'], { input: scripts.join('\n') });
        for (const { path, content } of conversion.files) {
          if (path.endsWith('compose.codeship.yml'))
            expect(parse(content)).toHaveProperty('services');
        }
      }),
      { numRuns },
    );
  },
  120_000,
);
