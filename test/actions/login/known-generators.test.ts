// The names that a conversion plans for an official generator are those that its login wants (codeship.md 5.4); what each
// of them gives is proved in dockercfg.test.ts.

import { expect, test } from 'vitest';
import { knownGenerator } from '../../../src/actions/login/known-generators.ts';
import { needsOfImage } from '../../../src/evidence/known-needs.ts';

test.each(['aws-ecr-', 'gcr-', 'azure-', 'ibm-bluemix-', 'heroku-', ''])(
  '%sdockercfg-generator',
  (kind) => {
    const image = `codeship/${kind}dockercfg-generator`;
    const { needs = [] } = needsOfImage(image) ?? {};
    expect(needs.length).toBeGreaterThan(0);
    expect(knownGenerator(image, new Map(needs.map((name) => [name, 'x'])))?.ok).toBe(true);
    expect(knownGenerator(image, new Map())).toBeUndefined();
  },
);
