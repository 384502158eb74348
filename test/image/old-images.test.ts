import { describe, expect, test } from 'vitest';
import { hasMovedPackages, hasTriggers, refusedImage } from '../../src/image/old-images.ts';

describe('images of the format that no engine pulls', () => {
  test.each([
    ['postgres:9.5.2', 'postgres:9.5'],
    ['library/mysql:5.7.11', 'mysql:5.7'],
    ['docker.io/library/ruby:2.2.4-slim', 'ruby:2.2-slim'],
    ['node:4.2.1-wheezy', 'node:4'],
    ['node:4.0-slim', 'node:4-slim'],
    ['node:4.4.2', 'node:4'],
    ['php:5.6.20-apache', 'php:5.6-apache'],
    ['microsoft/mssql-server-linux', 'mcr.microsoft.com/mssql/server:2017-latest'],
    ['microsoft/dotnet:2.1.300-sdk', 'mcr.microsoft.com/dotnet/core/sdk:2.1'],
    [
      'microsoft/dotnet:2.2-aspnetcore-runtime-alpine',
      'mcr.microsoft.com/dotnet/core/aspnet:2.2-alpine',
    ],
    ['bitnami/redis:6.2', 'bitnamilegacy/redis:6.2'],
    ['consul', 'consul:1.15'],
    ['node:5.11.0-slim', 'node:5-slim'],
    ['node:0.10.38', 'node:0.10'],
    ['php:5.5.9-apache', 'php:5.5-apache'],
    ['redis:2.8.19', 'redis:2.8'],
  ])('%s has %s in its place', (image, instead) => {
    expect(refusedImage(image)).toMatchObject({ instead });
  });
  test.each([
    ['php:5.4', 'php:5.6'],
    ['iojs', 'node:4'],
    ['ubuntu:14.10', 'ubuntu:14.04'],
    ['ruby:1.9.3', 'ruby:2.1'],
    ['nginx:1.9', 'nginx:1.10'],
    ['rethinkdb:2.2.1', 'rethinkdb:2.3'],
    ['microsoft/dotnet:2.0-sdk', 'mcr.microsoft.com/dotnet/core/sdk:2.1'],
  ])('of the series of %s nothing can be pulled', (image, later) => {
    expect(refusedImage(image)).toMatchObject({ later });
  });
  test.each(['microsoft/dotnet-framework-build:3.5', 'microsoft/windowsservercore'])(
    '%s is of Windows',
    (image) => {
      expect(refusedImage(image)?.remedy).toContain('Windows');
    },
  );
  test('images of others are known by name', () => {
    expect(refusedImage('phusion/baseimage:0.9.22')).toMatchObject({ why: expect.any(String) });
    expect(refusedImage('phusion/baseimage:0.11')).toBeUndefined();
  });
  test.each([
    'postgres:9.5',
    'postgres:9.5.3',
    'node:5.12.0',
    'node',
    'ubuntu:14.04',
    'php:5.5.35',
    'acme/postgres:9.5.2',
    'quay.io/library/postgres:9.5.2',
    'ruby:2.2.10',
    'bitnami/redis',
    'consul:1.4',
    'mcr.microsoft.com/dotnet/sdk:8.0',
  ])('%s can be pulled', (image) => {
    expect(refusedImage(image)).toBeUndefined();
  });
});

describe('images whose packages are in an archive', () => {
  test.each([
    'debian:9',
    'debian:8.11-slim',
    'debian:buster-20190506-slim',
    'node:8',
    'node:16.5.0',
    'node:boron',
    'node:14-slim',
    'ruby:2.5',
    'ruby:2.6.3',
    'python:2.7',
    'python:3.7.4-slim-buster',
    'python:3.8.5',
    'golang:1.12',
    'golang:1.16.3',
    'php:7.2-fpm',
    'php:7.4.3-apache',
    'openjdk:8u151-jdk',
    'java:8',
    'maven:3.6-jdk-8',
    'postgres:11.2',
    'centos:7',
    'centos',
    'ubuntu:19.10',
    'ubuntu:12.04',
    'rust:1.40-slim',
    'elixir:1.9.1',
  ])('%s', (image) => {
    expect(hasMovedPackages(image)).toBe(true);
  });
  test.each([
    'debian:11',
    'debian:bookworm-slim',
    'debian',
    'node:18',
    'node:16',
    'node:8-alpine',
    'ruby:2.7',
    'ruby:3.1.0',
    'python:3.7',
    'python:3.9.7',
    'python',
    'golang:1.22.1',
    'golang:alpine',
    'php:8.1-fpm',
    'openjdk:8-jdk',
    'maven:3-jdk-8',
    'postgres:14.1',
    'ubuntu:16.04',
    'ubuntu:20.04',
    'ubuntu',
    'rust:1.70',
    'acme/node:8',
    'nginx',
  ])('not %s', (image) => {
    expect(hasMovedPackages(image)).toBe(false);
  });
});

test('images with triggers are known by their tag', () => {
  expect(hasTriggers('python:2.7-onbuild')).toBe(true);
  expect(hasTriggers('node:onbuild')).toBe(true);
  expect(hasTriggers('acme/onbuild:1')).toBe(false);
});
