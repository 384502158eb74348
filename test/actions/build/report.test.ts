import { expect, test } from 'vitest';
import { buildSummary } from '../../../src/actions/build/report.ts';

test('the summary of a build: steps as code, nothing of theirs is Markdown', () => {
  const summary = buildSummary({
    title: '`acme/web:1`',
    builder: 'the builder `b`',
    seconds: 12.34,
    progress: {
      steps: [
        { name: '[1/3] FROM acme/base', outcome: 'cached' },
        { name: '[2/3] RUN echo "a|b" `c` <script>&', outcome: 'done', seconds: 1.25 },
        { name: `[3/3] RUN ${'x'.repeat(300)}`, outcome: 'failed' },
      ],
      cacheProblems: [],
    },
    notes: ['Something is left out.'],
    outcome: 'failed',
  });
  expect(summary).toContain('❌ Failed in 12.3 s by the builder `b`; 1 of 3 steps from the cache.');
  expect(summary).toContain('> Something is left out.');
  expect(summary).toContain('| <code>[1/3] FROM acme/base</code> |  | cached |');
  expect(summary).toContain(
    '<code>[2/3] RUN echo "a&#124;b" &#96;c&#96; &lt;script&gt;&amp;</code> | 1.3 s |',
  );
  expect(summary).toContain(`${'x'.repeat(20)}…</code>`);
});
