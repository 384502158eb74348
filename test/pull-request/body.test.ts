import { describe, expect, test } from 'vitest';
import { runOn } from './run.ts';
import { shippable, useWeb, workflow } from './web.ts';

const web = useWeb();

describe('the text of the pull request', () => {
  test('keeps what people wrote around the report and what they ticked, also by a browser', async () => {
    await runOn(web.github);
    const pull = web.pull(1);
    const item = '- [ ] in the branch protection';
    pull.body =
      `Please hurry.\n\n${pull.body.replace(item, item.replace('[ ]', '[x]'))}\n\nThank you.`.replaceAll(
        '\n',
        '\r\n',
      );
    expect((await runOn(web.github)).pulls[0]?.state).toBe('unchanged');
    web.github.commit('acme/web', 'main', {
      'shippable.yml': `${shippable('npm test')}notifications:\n  - integrationName: nobody\n    type: irc\n`,
    });
    const run = await runOn(web.github);
    expect(run.pulls[0]?.state, run.log).toBe('updated');
    expect(run.log).not.toContain('warning');
    expect(pull.body).toMatch(/^Please hurry\.\n\n<!-- transship report/);
    expect(pull.body).toMatch(/<!-- end of the transship report -->\n\nThank you\.$/);
    expect(pull.body).toContain('- [x] in the branch protection');
    expect(pull.body.match(/# transship report/g)).toHaveLength(1);
  });

  test('is left alone once a person took the comments away', async () => {
    await runOn(web.github);
    const pull = web.pull(1);
    pull.body = 'My own words.';
    web.github.commit('acme/web', 'main', { 'shippable.yml': shippable('npm run other') });
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(pull.body).toBe('My own words.');
    expect(run.log).toContain("is no longer transship's, so it stays as it is");
    expect(web.onBranch(workflow)).toContain('npm run other');
  });

  test('replaces an edited report and says so', async () => {
    await runOn(web.github);
    const pull = web.pull(1);
    pull.body = pull.body.replace('## In numbers', '## In my numbers');
    const run = await runOn(web.github);
    expect(run.log).toContain('was edited; it is replaced');
    expect(pull.body).toContain('## In numbers');
  });

  test('names nobody, links nothing and is not a HTML, whatever the files say', async () => {
    web.github.commit('acme/web', 'main', {
      'shippable.yml': [
        '"@torvalds <img src=x> #1 [a](http://b) `@octocat` `": 1',
        'language: "@torvalds"',
        'integrations:',
        '  hub:',
        '    - integrationName: "@org/team <b>"',
        '      type: "@nobody `x` @some <details>"',
        'build:',
        '  ci:',
        '    - npm test',
        '',
      ].join('\n'),
    });
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    const body = web.github.pulls[0]?.body ?? '';
    expect(body).toContain('@torvalds');
    // What the report writes itself: folds, links to lines of the file, and links from codes to the list of all.
    const own =
      /<!--.*?-->|<details><summary>shippable\.yml: \d+<\/summary>|<\/details>|\[line \d+\]\(\S+\/acme\/web\/blob\/main\/shippable\.yml#L\d+\)|\[`[a-z0-9-]+`\]\(\S+\/docs\/diagnostics\.md#[a-z0-9-]+\)/g;
    const prose = withoutCode(body.replace(own, ''));
    expect(prose).not.toMatch(/@\w/);
    expect(prose).not.toMatch(/#\d/);
    expect(prose).not.toMatch(/<\w/);
    expect(prose).not.toMatch(/\]\(/);
  });

  test('fits, however long the report is, and keeps what is to be done', async () => {
    const many = Array.from(
      { length: 900 },
      (_, index) => `unknown_key_${index}: a value that nobody ever read`,
    );
    const secrets = Array.from(
      { length: 40 },
      (_, index) => `    - integrationName: hub-${index}\n      type: docker`,
    );
    web.github.commit('acme/web', 'main', {
      'shippable.yml': `${many.join('\n')}\nlanguage: none\nintegrations:\n  hub:\n${secrets.join('\n')}\nbuild:\n  ci:\n    - make\n`,
    });
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    const body = web.github.pulls[0]?.body ?? '';
    expect(run.file('acme/web/report.md').length).toBeGreaterThan(65_536);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toMatch(/- \d+ more items do not fit here/);
    expect(body).toContain('gh secret set HUB39_INTEGRATION_PASSWORD');
    expect(body.endsWith('<!-- end of the transship report -->')).toBe(true);
  });
});

/** Markdown without its code spans and blocks, by CommonMark's rule: a run of backticks ends at one as long. */
function withoutCode(markdown: string): string {
  const text = markdown.replace(/^ *```[\s\S]*?^ *```$/gm, '');
  return text.replace(/(?<![\\`])(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, '');
}
