import { expect, test } from 'vitest';
import { distributionOf } from '../../src/image/distribution.ts';

test.each([
  ['debian', 'debian', Number.POSITIVE_INFINITY],
  ['debian:stable-slim', 'debian', Number.POSITIVE_INFINITY],
  ['debian:9', 'debian', 9],
  ['debian:buster-slim', 'debian', 10],
  ['ubuntu', 'ubuntu', Number.POSITIVE_INFINITY],
  ['ubuntu:16.04', 'ubuntu', 16.04],
  ['ubuntu:bionic', 'ubuntu', 18.04],
  ['alpine:3', 'alpine', Number.POSITIVE_INFINITY],
  ['alpine:3.8', 'alpine', 8],
  ['node:10-alpine', 'alpine', Number.POSITIVE_INFINITY],
  ['node:12-alpine3.11', 'alpine', 11],
  ['node', 'debian', Number.POSITIVE_INFINITY],
  ['ruby:2.5', 'debian', 10],
  ['python:3.9-slim-bullseye', 'debian', 11],
])('%s stands on %s %d', (image, id, release) => {
  expect(distributionOf(image)).toMatchObject({ id, release });
});

test.each([
  'example/app',
  'quay.io/library/debian',
  'mysql',
  'php:8-nanoserver',
  'ubuntu@sha256:0',
])('nothing is known of %s', (image) => {
  expect(distributionOf(image)).toBe(undefined);
});
