import { expect, test } from 'vitest';
import { convertTexts } from './project.ts';

test('what a group of manual steps alone would do on failure is accounted for', async () => {
  const { diagnostics } = await convertTexts({
    'codeship-services.yml': 'web:\n  image: busybox\n',
    'codeship-steps.yml':
      '- type: serial\n  on_fail:\n    - {service: web, command: tell}\n  steps:\n    - {type: manual, steps: []}\n- {service: web, command: "true"}\n',
  });
  expect(diagnostics.filter(({ code }) => code === 'unread-value')).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toContain('step-never-runs');
});
