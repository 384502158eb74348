// Names of CodeShip's files have `_`; whoever writes `-`, as most actions do, is understood.

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { generatedActionFiles } from '../../src/dev/actions.ts';

test.each(['build', 'push', 'pull-boot-image'])('%s takes both spellings', (name) => {
  const { inputs, runs } = parse(generatedActionFiles().get(`actions/${name}/action.yml`) ?? '');
  expect(inputs['image-name'].description).toContain('The same as');
  const step = runs.steps.find((each: { readonly id?: string }) => each.id === 'run');
  expect(step.env.INPUT_IMAGE_NAME).toBe('${{ inputs.image-name || inputs.image_name }}');
  // The default of one must not hide what is given by the other.
  expect(step.env.INPUT_IMAGE_TAG).toBe('${{ inputs.image-tag || inputs.image_tag }}');
});
