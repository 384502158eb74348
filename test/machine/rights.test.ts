// Edits of commands: what gets root's rights, and that nothing else of a text changes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCalls } from '../../src/machine/calls/calls.ts';
import { applyEdits } from '../../src/machine/calls/edit.ts';
import { raiseRedirections, raiseRights } from '../../src/machine/changed/rights.ts';
import { mapPaths } from '../../src/machine/changed/vendor-paths.ts';

const none = { paths: [], read: () => undefined };

const raised = (text: string, owned: readonly string[] = []): string =>
  applyEdits(
    text,
    readCalls(text, none).calls.flatMap((call) => [
      ...raiseRights(call, text, owned).edits,
      ...raiseRedirections(call, text, owned).edits,
    ]),
  );

describe('what needs root gets sudo', () => {
  for (const [text, expected] of [
    ['apt-get update && apt-get install -y x', 'sudo apt-get update && sudo apt-get install -y x'],
    ['sudo apt-get update', 'sudo apt-get update'],
    ['timeout 60 apt-get update', 'timeout 60 sudo apt-get update'],
    ['echo pkgs | xargs apt-get install', 'echo pkgs | xargs sudo apt-get install'],
    ['echo a>>/etc/hosts', 'echo a| sudo tee -a /etc/hosts > /dev/null'],
    ['echo "a > b" > "/etc/x"', 'echo "a > b" | sudo tee "/etc/x" > /dev/null'],
    ['echo a > /tmp/x', 'echo a > /tmp/x'],
    ['make > /dev/null 2>&1', 'make > /dev/null 2>&1'],
    ['cp a /usr/local/bin', 'sudo cp a /usr/local/bin'],
    ['cp /etc/hosts .', 'cp /etc/hosts .'],
    ['mv /etc/a /etc/b', 'sudo mv /etc/a /etc/b'],
    ['ln -s "$PWD/x" /usr/bin/x', 'sudo ln -s "$PWD/x" /usr/bin/x'],
    ['chown -R $USER:$USER /tmp/x', 'chown -R $USER:$USER /tmp/x'],
    ['chown nobody x', 'sudo chown nobody x'],
    ['sed -i s/a/b/ /etc/x', 'sudo sed -i s/a/b/ /etc/x'],
    ['sed s/a/b/ /etc/x', 'sed s/a/b/ /etc/x'],
    ['dpkg -i x.deb', 'sudo dpkg -i x.deb'],
    ['dpkg -l', 'dpkg -l'],
    ['systemctl status x', 'systemctl status x'],
    ['hostname', 'hostname'],
    ['wget -O /srv/x http://a/b', 'sudo wget -O /srv/x http://a/b'],
    ['wget -O /opt/x http://a/b', 'wget -O /opt/x http://a/b'],
    ['echo 1 > /proc/sys/vm/x', 'echo 1 | sudo tee /proc/sys/vm/x > /dev/null'],
    ['wget -qO- http://a/b', 'wget -qO- http://a/b'],
    ['if true; then useradd x; fi', 'if true; then sudo useradd x; fi'],
    ['x=$(service y status)', 'x=$(sudo service y status)'],
    ["echo 'apt-get install x'", "echo 'apt-get install x'"],
  ] as const) {
    test(text, () => expect(raised(text)).toBe(expected));
  }

  test('nothing within folders that the user was given', () => {
    expect(raised('cp a /app/b && echo x > /app/c', ['/app'])).toBe(
      'cp a /app/b && echo x > /app/c',
    );
  });
});

describe('folders of the vendor', () => {
  for (const [text, expected] of [
    ['cd /root/src/github.com/o/r/sub', 'cd $GITHUB_WORKSPACE/sub'],
    ['cat "/root/.npmrc"', 'cat "$HOME/.npmrc"'],
    ['ls /root', 'ls $HOME'],
    ['ls /rooted /srv/root', 'ls /rooted /srv/root'],
    ['curl http://a/root/b', 'curl http://a/root/b'],
    ['docker run -v /root/.m2:/root/.m2 x', 'docker run -v $HOME/.m2:/root/.m2 x'],
    ['docker exec c ls /root', 'docker exec c ls /root'],
    ["echo '/root/x'", "echo '/root/x'"],
  ] as const) {
    test(text, () => expect(applyEdits(text, mapPaths(text, false).edits)).toBe(expected));
  }
  test('an own image has a home of its own', () => {
    expect(mapPaths('cat /root/.npmrc', true).edits).toEqual([]);
  });
});

test('edits only add: without them the text is as it was', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'apt-get install x',
          'cp a /usr/bin/b',
          'echo "a b"',
          'make -j2',
          'sudo id',
          '$(ls)',
          "'q'",
        ),
        { minLength: 1, maxLength: 5 },
      ),
      fc.constantFrom(' && ', '; ', ' | ', '\n'),
      (parts, separator) => {
        const text = parts.join(separator);
        const without = (one: string): string => one.replaceAll(/sudo (?:-E )?/g, '');
        expect(without(raised(text))).toBe(without(text));
      },
    ),
  );
});
