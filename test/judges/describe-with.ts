import { describe, it } from 'vitest';
import { findTool, toolsRequired } from '../../src/dev/judges/index.ts';

/**
 * `describe` for tests that run programs. Where one is missing they are skipped, the reason in their title;
 * with TRANSSHIP_REQUIRE_TOOLS=1, as in `.ci/run`, they fail instead.
 */
export const describeWith = (tools: readonly string[], title: string, body: () => void): void => {
  const missing = tools.filter((tool) => findTool(tool) === undefined);
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  const reason = `not installed: ${missing.join(', ')}; .ci/install.sh`;
  if (toolsRequired()) {
    describe(title, () => {
      it('has its tools', () => {
        throw new Error(reason);
      });
    });
    return;
  }
  describe.skip(`${title} (skipped, ${reason})`, body);
};
