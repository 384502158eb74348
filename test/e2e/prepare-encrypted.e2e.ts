import { randomBytes } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seal } from '../../src/secret/encrypted-file.ts';
import { given } from '../given.ts';
import { officialExample, useJobs, watchArguments } from './prepare-job.ts';

const key = randomBytes(32).toString('base64');
const secrets = { CODESHIP_AES_KEY: key };

function sealed(text: string): string {
  return given(seal(Buffer.from(text), key, randomBytes(16)));
}

const create = useJobs();

const openFiles = (files: string, more = '') => `- id: prepare
  uses: transship/transship/actions/prepare@v1
  with:
    aes-key: \${{ secrets.CODESHIP_AES_KEY }}
    job-index: 0
    encrypted-files: ${files}
${more}`;

describe('encrypted files', () => {
  const token = `tok-${randomBytes(12).toString('hex')}`;
  const multiline = `-----BEGIN-----\\n${randomBytes(12).toString('hex')}\\n-----END-----`;
  const plain = `# deployment\nTOKEN=${token}\nPRIVATE_KEY=${multiline}\nMODE=test\n`;

  test('are opened for later steps and containers, and nothing secret is left anywhere else', async () => {
    const value = `inline-${randomBytes(12).toString('hex')}`;
    const job = await create(
      `${openFiles('deploy/env.encrypted', `    encrypted-values: web.environment=${sealed(`INLINE=${value}`)}\n`)}
- shell: bash
  env:
    FOLDER: \${{ steps.prepare.outputs.folder }}
  run: |
    cd "$FOLDER"
    find . -printf '%m %y %p\\n' | sort > "$RESULTS/modes"
    cp deploy/env.encrypted web.environment "$RESULTS"
    echo "the folder is below the temporary folder: $([[ $FOLDER == "$RUNNER_TEMP"/codeship ]] && echo yes)"
    cat deploy/env.encrypted web.environment
    docker run --rm --env-file deploy/env.encrypted transship.test/busybox:1 sh -c 'echo "token $TOKEN"; printf %b "$PRIVATE_KEY\\n"; echo "mode $MODE"; printf %s "$TOKEN" | md5sum' | tee "$RESULTS/container"
    found=$(grep -rlF -f <(sed -n 's/^TOKEN=//p' deploy/env.encrypted) "$GITHUB_WORKSPACE" || true)
    echo "in the workspace: [$found]"
    env | grep -cF -f <(sed -n 's/^TOKEN=//p' deploy/env.encrypted) | sed 's/^/variables with it: /' || true
`,
      { 'deploy/env.encrypted': sealed(plain) },
    );
    const watch = watchArguments();
    const { code, output } = await job.start({ secrets });
    const seenArguments = watch.stop();

    expect(output).toContain('Opened deploy/env.encrypted');
    expect(code, output).toBe(0);
    expect(job.readResult('env.encrypted')).toBe(plain);
    expect(job.readResult('web.environment')).toBe(`INLINE=${value}`);
    expect(job.readResult('modes')).toBe(
      '600 f ./deploy/env.encrypted\n600 f ./web.environment\n700 d .\n700 d ./deploy\n',
    );
    expect(job.readResult('container')).toContain(`token ${token}`);
    expect(output).toContain('below the temporary folder: yes');
    expect(output).toContain('token ***');
    expect(output).toContain('mode test');
    expect(output).toContain('in the workspace: []');
    expect(output).toContain('variables with it: 0');
    expect(output).toMatch(/value at line 4 of the decrypted text is too short or too common/);
    for (const secret of [key, token, value, ...multiline.split('\\n')]) {
      expect(output).not.toContain(secret);
      expect(seenArguments).not.toContain(secret);
    }
    expect(seenArguments, 'the watch saw the action').toContain('prepare/index.js');
  });

  test('a wrong key stops the job before anything is written', async () => {
    const job = await create(
      `${openFiles('env.encrypted')}
- if: always()
  shell: bash
  run: ls -A "$RUNNER_TEMP/codeship" 2>&1 | tee "$RESULTS/left"
`,
      { 'env.encrypted': sealed(plain) },
    );
    const other = randomBytes(32).toString('base64');
    const { code, output } = await job.start({ secrets: { CODESHIP_AES_KEY: other } });
    expect(code).toBe(1);
    expect(output).toMatch(/env\.encrypted: The AES key does not fit: the result is not text/);
    expect(job.readResult('left')).toMatch(/No such file/);
    for (const secret of [key, other, token]) expect(output).not.toContain(secret);
  });

  test('a link out of the workspace is refused', async () => {
    const job = await create(openFiles('link.encrypted'));
    symlinkSync('/etc/hostname', join(job.folder, 'link.encrypted'));
    await job.git('add', '-A');
    await job.git('commit', '-q', '-m', 'Link');
    const { code, output } = await job.start({ secrets });
    expect(code).toBe(1);
    expect(output).toMatch(
      /link\.encrypted (?:is a link that leads out of|is outside of) the workspace/,
    );
  });

  test('a pull request from a fork has no key, and is told why', async () => {
    const job = await create(openFiles('env.encrypted'), { 'env.encrypted': sealed(plain) });
    const payload = {
      pull_request: {
        number: 5,
        head: { ref: 'fix', repo: { full_name: 'someone/shop' } },
        base: { ref: 'main' },
      },
    };
    const { code, output } = await job.start({ event: 'pull_request', payload });
    expect(code).toBe(1);
    expect(output).toMatch(/There is no AES key: pull requests from forks get no secrets/);
  });

  const environment = officialExample('11.encrypted-aes/environment');
  const encrypted = officialExample('11.encrypted-aes/environment.encrypted');
  const officialKey = officialExample('11.encrypted-aes/codeship.aes');

  test.skipIf(environment === undefined)(
    'the official example, encrypted anew, gives its FOO to the checker',
    async () => {
      const job = await create(
        `${openFiles('environment.encrypted')}
- shell: bash
  env:
    FOLDER: \${{ steps.prepare.outputs.folder }}
  run: docker run --rm --env-file "$FOLDER/environment.encrypted" transship.test/busybox:1 sh -c 'env | grep FOO' > "$RESULTS/checker"
`,
        { 'environment.encrypted': sealed(environment ?? '') },
      );
      const { code, output } = await job.start({ secrets });
      expect(code, output).toBe(0);
      expect(job.readResult('checker')).toBe('FOO=bar\n');
    },
  );

  test.skipIf(encrypted === undefined || officialKey === undefined)(
    'the official file opens with the official key',
    async () => {
      const job = await create(
        `${openFiles('environment.encrypted')}
- shell: bash
  env:
    FOLDER: \${{ steps.prepare.outputs.folder }}
  run: grep -v '^#' "$FOLDER/environment.encrypted" > "$RESULTS/opened"
`,
        { 'environment.encrypted': encrypted ?? '' },
      );
      const { code, output } = await job.start({
        secrets: { CODESHIP_AES_KEY: officialKey ?? '' },
      });
      expect(code, output).toBe(0);
      expect(job.readResult('opened')).toBe('FOO=bar\nBAZ=bat\n');
    },
  );
});
