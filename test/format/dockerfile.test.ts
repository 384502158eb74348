import { expect, test } from 'vitest';
import { readDockerfile, undeclaredArguments } from '../../src/format/dockerfile.ts';

const read = (text: string, given: Record<string, string> = {}) =>
  readDockerfile(text, new Map(Object.entries(given)));

test.each([
  ['FROM acme/base', {}, ['acme/base']],
  ['from acme/base as one\nFROM one', {}, ['acme/base']],
  ['FROM scratch\nCOPY --from=acme/tools:2 /bin/x /', {}, ['acme/tools:2']],
  ['FROM a AS One\nFROM b\nCOPY --from=one / /\nCOPY --from=0 / /', {}, ['a', 'b']],
  ['ARG BASE=acme/base:1\nFROM $BASE', {}, ['acme/base:1']],
  ['ARG BASE=acme/base:1\nFROM ${BASE}', { BASE: 'other:2' }, ['other:2']],
  ['ARG TAG\nFROM acme/base:${TAG:-9.6}', {}, ['acme/base:9.6']],
  ['ARG A="x y" B=2\nFROM a:$B', {}, ['a:2']],
  ['ARG DEBUG=1\nFROM acme/base${DEBUG:+-debug}', {}, ['acme/base-debug']],
  ['ARG A=1\nARG B=v$A\nFROM a:$B', {}, ['a:v1']],
  ['FROM --platform=$BUILDPLATFORM acme/base:1 AS x', {}, ['acme/base:1']],
  ['# escape=`\nFROM a `\n  AS b\nFROM b', {}, ['a']],
  ['FROM \\\n# remark\n  a', {}, ['a']],
  ['FROM a\nRUN <<EOF\nFROM nowhere\nEOF\nFROM c', {}, ['a', 'c']],
  ['FROM a\nRUN cat <<-"E" && true\n\tFROM nowhere\n\tE\nFROM c', {}, ['a', 'c']],
  ['FROM a\r\nFROM b\r\n', {}, ['a', 'b']],
  ['FROM a\nRUN --mount=type=bind,from=acme/tools,target=/t ls /t', {}, ['a', 'acme/tools']],
  ['ARG X\nFROM $X', {}, []],
  ['', {}, []],
] as const)('the images of %j with %j', (text, given, images) => {
  expect(read(text, given).baseImages).toEqual(images);
});

test('an argument declared inside a stage does not change a later FROM', () => {
  expect(read('ARG V=1\nFROM a:$V\nARG V=2\nFROM b:$V').baseImages).toEqual(['a:1', 'b:1']);
});

test.each([
  ['FROM a\nRUN --mount=type=cache,target=/c true', ['`RUN --mount`']],
  ['FROM a\nCOPY --link . .\nCOPY --chown=1:1 . .', ['`COPY --link`']],
  ['FROM a\nRUN <<E\nls\nE', ['a here-document']],
  ['FROM a\nRUN echo "<<" \nRUN cat x', []],
] as const)('what needs BuildKit in %j', (text, needs) => {
  expect(read(text).needsBuildKit).toEqual(needs);
});

test('names the arguments that nothing declares', () => {
  const dockerfile = read('ARG ONE\nFROM a\nARG TWO=2');
  expect(
    undeclaredArguments(dockerfile, [
      'ONE',
      'TWO',
      'THREE',
      'HTTP_PROXY',
      'no_proxy',
      'BUILDKIT_INLINE_CACHE',
    ]),
  ).toEqual(['THREE']);
});
