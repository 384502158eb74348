// `npm run build`, `npm run fix`: writes dist/.

import { bundleAll, entryNames } from './bundles.ts';
import { inProject } from './project.ts';

await bundleAll(inProject('dist'));
console.log(`bundled ${entryNames().join(', ')}`);
