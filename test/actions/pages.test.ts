import fs from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildInterface } from '../../src/interfaces/build.ts';
import { convertPullRequestInterface } from '../../src/interfaces/convert-pull-request.ts';
import { loginInterface } from '../../src/interfaces/login.ts';
import { prepareInterface } from '../../src/interfaces/prepare.ts';
import { pullBootImageInterface } from '../../src/interfaces/pull-boot-image.ts';
import { pushInterface } from '../../src/interfaces/push.ts';

const interfaces = [
  loginInterface,
  buildInterface,
  pushInterface,
  pullBootImageInterface,
  prepareInterface,
  convertPullRequestInterface,
];

type Step = { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> };

test.each(interfaces)(
  'the page of $name says what it is for, then the few lines that most people need',
  ({ name, inputs }) => {
    const page = fs.readFileSync(
      new URL(`../../actions/${name}/README.md`, import.meta.url),
      'utf8',
    );
    const [, lines = ''] =
      /^# [\w-]+\n\n(?:[^\n#`-].*\n)+\n```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    expect(lines.trim().split('\n').length).toBeLessThanOrEqual(6);
    const [first] = parse(lines) as readonly Step[];
    expect(first?.uses).toBe(`transship/transship/actions/${name}@v1`);
    for (const input of Object.keys(first?.with ?? {}))
      expect(Object.keys(inputs)).toContain(input);
  },
);
