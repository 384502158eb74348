import { describe, expect, test } from 'vitest';
import {
  bootedImage,
  mirrorReferences,
} from '../../../src/actions/pull-boot-image/booted-image.ts';
import { given } from '../../given.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const variables: Readonly<Record<string, string>> = { TAG: '3.10', ORG: 'acme' };
const image = (name: string, tag = 'latest') =>
  bootedImage(name, tag, (variable) => variables[variable]);
const textOf = (name: string, tag?: string): string => {
  const result = image(name, tag);
  return result.ok ? result.value.text : result.failure.message;
};

describe('bootedImage', () => {
  test.each([
    ['app', 'latest', 'app:latest'],
    ['acme/app', '', 'acme/app:latest'],
    ['$ORG/app', '${TAG}', 'acme/app:3.10'],
    ['localhost:5000/app', '1', 'localhost:5000/app:1'],
    ['app', digest, `app@${digest}`],
    ['app:1', digest, `app:1@${digest}`],
    ['app:1', 'latest', 'app:1'],
    ['app:1', '1', 'app:1'],
    [`app@${digest}`, 'latest', `app@${digest}`],
    [`app@${digest}`, '2', `app:2@${digest}`],
    ['gcr.io/p/app', '1', 'gcr.io/p/app:1'],
  ])('%s and %s', (name, tag, expected) => {
    expect(textOf(name, tag)).toBe(expected);
  });

  test.each([
    ['app', '$NONE', '$NONE in image_name or image_tag is not set.'],
    ['App', '1', 'image_name is not an image name: `App` has to be in lower case.'],
    ['app', 'a b', 'image_tag is not a tag: `a b` is not a tag.'],
    ['app:1', '2', 'image_name has the tag 1, but image_tag is 2.'],
    [
      `app@${digest}`,
      digest.replace('0', '1'),
      'image_name and image_tag contain two different digests.',
    ],
  ])('%s and %s: refused', (name, tag, message) => {
    expect(textOf(name, tag)).toBe(message);
  });
});

describe('mirrorReferences', () => {
  const mirrors = (lines: string, name: string, tag?: string) => {
    return mirrorReferences(lines, given(image(name, tag)));
  };

  test('a line is for Docker Hub, or for the registry that it names', () => {
    const lines = 'mirror.test\n\nquay.io=https://mirror.test/quay/\n';
    expect(mirrors(lines, 'app')).toEqual({
      ok: true,
      value: ['mirror.test/library/app:latest'],
    });
    expect(mirrors(lines, 'quay.io/o/app', digest)).toEqual({
      ok: true,
      value: [`mirror.test/quay/o/app@${digest}`],
    });
    expect(mirrors(lines, 'gcr.io/p/app')).toEqual({ ok: true, value: [] });
    expect(mirrors('index.docker.io=m.test:5000', 'o/app:2')).toEqual({
      ok: true,
      value: ['m.test:5000/o/app:2'],
    });
  });

  test('what is not a mirror is refused', () => {
    expect(mirrors('not a mirror', 'app')).toEqual({
      ok: false,
      failure: { message: 'mirrors: `not a mirror` is not a mirror.' },
    });
  });
});
