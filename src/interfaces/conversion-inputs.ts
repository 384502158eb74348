// The inputs that say how a conversion is made, of both actions that make one. They are settings of the command, too.

import type { InputRow } from './action-interface.ts';

export const conversionInputs = {
  'pull-requests': {
    description:
      '`as-before` lets pull requests run the commands that publish or deploy, as Shippable did; `no-deploy` skips them there. Without it, what the settings say, or `as-before`.',
  },
  parallel: {
    description:
      "How CodeShip parallel groups are written: `native` for GitHub's parallel steps, `shell` for one script. Without it, what the settings say.",
  },
  style: {
    description:
      '`exact` writes what the old build did, `idiomatic` what an expert would write today, each change reported. Without it, what the settings say.',
  },
  secrets: {
    description:
      'How encrypted values are kept: `file` keeps the files and one key, `each` makes one secret for each variable. Without it, what the settings say.',
  },
} as const satisfies Readonly<Record<string, InputRow>>;
