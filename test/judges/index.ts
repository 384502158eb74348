// What tests import of the judges. `npm run corpus` finds them compiled.
export * from '../../src/dev/judges/index.ts';
export { describeWith } from './describe-with.ts';
