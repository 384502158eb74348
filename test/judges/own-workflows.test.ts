import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { enterpriseServerPins, type Pin, pins } from '../../src/interfaces/pins.ts';
import {
  describeFinding,
  describeWith,
  githubParser,
  type JudgedFile,
  judgeWorkflows,
} from './index.ts';

// The project's own workflows and actions keep to what it promises of those that it writes.

const rows: Readonly<Record<string, Pin>> = pins;
const serverRows: Readonly<Record<string, Pin>> = enterpriseServerPins;
const root = new URL('../../', import.meta.url);
const below = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, root)).map((name) => `${folder}${name}`);
const paths = [
  ...below('.github/workflows/').filter((path) => /\.ya?ml$/.test(path)),
  ...['action.yml', ...below('actions/').map((folder) => `${folder}/action.yml`)].filter((path) =>
    existsSync(new URL(path, root)),
  ),
];
const files: readonly JudgedFile[] = paths.map((path) => ({
  path,
  content: readFileSync(new URL(path, root), 'utf8'),
}));

describe('the own workflows and actions', () => {
  it('are there', () => {
    expect(paths).toContain('.github/workflows/check.yml');
  });

  it("are accepted by GitHub's parser", async () => {
    expect((await githubParser(files)).map(describeFinding)).toEqual([]);
  });

  it.each(files)(
    '$path runs others by commit only, those of the table by its commit',
    ({ content }) => {
      const lines = content.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
      const wrong = lines.filter((line) => {
        if (/uses: (\$|\.)\//.test(line)) return false;
        const match = /uses: ([\w./-]+)@([0-9a-f]{40}) # (v?\d+\.\d+\.\d+)$/.exec(line);
        if (match === null) return true;
        const [, name = '', commit, version] = match;
        const named = [rows[name], serverRows[name]].filter((row) => row !== undefined);
        return (
          named.length > 0 && !named.some((row) => row.commit === commit && row.version === version)
        );
      });
      expect(wrong).toEqual([]);
    },
  );
});

describeWith(['actionlint', 'zizmor'], 'the own workflows and actions', () => {
  it('are clean under all judges, save for what is so on purpose', async () => {
    const { findings: all, inherited } = await judgeWorkflows(files);
    // An audit of an owner reads all of the owner's repositories, and its token can do nothing but read.
    const ofAudit = all.filter(
      ({ path, rule }) => path === '.github/workflows/audit.yml' && rule === 'github-app',
    );
    expect(ofAudit.length).toBe(3);
    const findings = all.filter((finding) => !ofAudit.includes(finding));
    // The end-to-end job runs in the current image on purpose: it tells early what a new one breaks.
    const excused = inherited.filter(
      ({ path, rule }) => path === '.github/workflows/check.yml' && rule === 'unpinned-images',
    );
    expect(excused.length).toBeLessThanOrEqual(1);
    const others = inherited.filter((finding) => !excused.includes(finding));
    expect([...findings, ...others].map(describeFinding)).toEqual([]);
  });
});
