// The inputs that say how a conversion is made, of both actions that make one. They are settings of the command, too.

import type { InputRow } from './action-interface.ts';

export const conversionInputs = {
  'pull-requests': {
    description:
      '`as-before` lets pull requests run the commands that publish or deploy, as Shippable did; `no-deploy` skips them in pull requests. Without it, the setting of the repository, or `as-before`.',
  },
  parallel: {
    description:
      "How CodeShip parallel groups are written: `native` for GitHub's parallel steps, `shell` for one script. Without it, the setting of the repository.",
  },
  style: {
    description:
      '`exact` writes what the old build did; `idiomatic` writes what an expert would write today, and reports each change. Without it, the setting of the repository.',
  },
  secrets: {
    description:
      'How encrypted values are kept: `file` keeps the files and one key, `each` makes one secret for each variable. Without it, the setting of the repository.',
  },
} as const satisfies Readonly<Record<string, InputRow>>;
