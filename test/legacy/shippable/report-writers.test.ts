// Commands after which there may be reports of tests to keep.

import { expect, test } from 'vitest';
import { mayWriteReports } from '../../../src/legacy/shippable/reports/report-writers.ts';

test.each([
  ['npm test', true],
  ['npm run build', true],
  ['npm install', false],
  ['npm ci', false],
  ['npm -v', false],
  ['npm cache clean', false],
  ['yarn', true],
  ['yarn install', false],
  ['yarn test', true],
  ['bundle install', false],
  ['bundle exec rspec', true],
  ['composer update', false],
  ['docker push acme/app', false],
  ['docker run acme/app', true],
  ['node --version', false],
  ['java -version', false],
  ['node --versions', true],
  ['make', true],
  ['echo done', false],
  ['echo done > shippable/testresults/x.xml', true],
  ['cp x.xml shippable/testresults/', true],
  ['mkdir -p shippable/testresults', false],
  ['rm -rf shippable/codecoverage', false],
  ['cd shippable/testresults', false],
  ['echo done && make', true],
  ['', false],
])('%s: %s', (text, writes) => {
  expect(mayWriteReports([{ text, from: [], before: [] }])).toBe(writes);
});
