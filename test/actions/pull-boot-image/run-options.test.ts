import { describe, expect, test } from 'vitest';
import { parseRunOptions } from '../../../src/actions/pull-boot-image/run-options.ts';

const parse = (text: string) => parseRunOptions(text.split(' '));

describe('parseRunOptions', () => {
  test.each<[string, readonly string[]]>([
    ['--privileged=true --net=bridge', ['--privileged=true', '--net=bridge']],
    ['--privileged --net host -v /a:/b', ['--privileged', '--net=host', '-v', '/a:/b']],
    ['-p80:80 -P -m=2g --memory 2g', ['-p', '80:80', '-P', '-m', '2g', '--memory=2g']],
    ['--init -Pv /a:/b --dns 1.1.1.1', ['--init', '-P', '-v', '/a:/b', '--dns=1.1.1.1']],
    ['--label a=b=c -l x', ['--label=a=b=c', '-l', 'x']],
  ])('%s goes to the engine', (text, expected) => {
    expect(parse(text)).toEqual({
      create: expected,
      env: [],
      envFiles: [],
      ignored: [],
      problems: [],
    });
  });

  test('environment, user and name are taken over', () => {
    expect(
      parse('-e A=1 --env B=2=3 -eC --env=D -e=E=5 --env-file f -u app:app --name box'),
    ).toMatchObject({
      create: [],
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2=3' },
        { name: 'C', value: undefined },
        { name: 'D', value: undefined },
        { name: 'E', value: '5' },
      ],
      envFiles: ['f'],
      user: 'app:app',
      name: 'box',
    });
  });

  test('options without effect are named, with their values passed over', () => {
    const { create, ignored } = parse(
      '-dit --rm --entrypoint bash -w /x --restart=always --detach --pull always --cpus 2',
    );
    expect(create).toEqual(['--cpus=2']);
    expect(ignored.map(({ option }) => option)).toEqual([
      '-d',
      '-i',
      '-t',
      '--rm',
      '--entrypoint',
      '-w',
      '--restart',
      '--detach',
      '--pull',
    ]);
  });

  test('what is not an option is told by its place, never by its text', () => {
    expect(parse('-e A=1 secret --').problems).toEqual([
      'word 3 is not an option',
      'word 4 is not an option',
    ]);
    expect(parse('--net').problems).toEqual(['--net has no value']);
    expect(parse('-v').problems).toEqual(['-v has no value']);
  });
});
