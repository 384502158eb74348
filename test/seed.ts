// Properties get the same inputs in every run, so that one commit has one result. Another seed looks elsewhere, as
// `npm run fuzz` does: TRANSSHIP_SEED=7 npm test

import { configureGlobal } from 'fast-check';

configureGlobal({ seed: Number(process.env['TRANSSHIP_SEED'] ?? 20_261_127) });
