import { expect, test } from 'vitest';
import { readCalls } from '../../src/machine/calls/calls.ts';
import { applyEdits } from '../../src/machine/calls/edit.ts';
import { followMoved } from '../../src/machine/changed/changed-commands.ts';

const none = { paths: [], read: () => undefined };

const followed = (text: string): string =>
  applyEdits(
    text,
    readCalls(text, none).calls.flatMap((call) => followMoved(call, text).edits),
  );

test.each([
  ['wget -O- "http://toolbelt.heroku.com/install.sh" | sh', 'cli-assets.heroku.com/install.sh'],
  [
    'gpg --keyserver hkp://p80.pool.sks-keyservers.net:80 --recv-keys A',
    'hkp://keyserver.ubuntu.com:80',
  ],
  ['curl -O http://repo1.maven.org/maven2/a.jar', 'https://repo1.maven.org/maven2/a.jar'],
])('%s', (text, part) => {
  expect(followed(text)).toContain(part);
});

test.each([
  'curl https://repo1.maven.org/maven2/a.jar',
  'wget https://cli-assets.heroku.com/install.sh',
])('%s stays', (text) => {
  expect(followed(text)).toBe(text);
});
