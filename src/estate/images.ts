// The images that converted repositories pull, and which of them nobody keeps up any more.

import { parse } from 'yaml';
import type { Conversion } from '../convert/convert.ts';
import { shownText } from '../expression/text.ts';
import { readDockerfile } from '../format/dockerfile.ts';
import { defined } from '../ground/defined.ts';
import type { Repository } from '../ground/repository.ts';
import { dockerHub, parseReference } from '../image/reference.ts';
import { inputOf, stepsOf } from './steps.ts';

export type ImageUse = {
  /** As it is written, without the parts that only a run knows. */
  readonly image: string;
  readonly use: 'boot' | 'service' | 'compose' | 'base';
  /** Why it should not be relied on. */
  readonly concern?: string;
};

/** Dockerfiles of a repository that are looked into. */
const mostDockerfiles = 100;

export function imagesOf(conversion: Conversion, { paths, read }: Repository): readonly ImageUse[] {
  const found = new Map<string, ImageUse>();
  const add = (image: string, use: ImageUse['use']): void => {
    if (image === '' || /[$\s{}]/.test(image)) return;
    const concern = concernOf(image);
    const key = `${image}\n${use}`;
    if (!found.has(key)) {
      found.set(key, { image, use, ...defined({ concern }) });
    }
  };
  for (const { services } of conversion.workflows.flatMap(({ jobs }) => jobs)) {
    for (const { image } of services ?? []) add(shownText(image), 'service');
  }
  for (const step of stepsOf(conversion)) {
    if (step.kind !== 'own' || step.action !== 'pull-boot-image') continue;
    // An image that an earlier step builds is pulled from nowhere.
    if (inputOf(step, 'pull') === 'false') continue;
    const [name, tag] = [inputOf(step, 'image_name'), inputOf(step, 'image_tag')];
    if (name !== undefined) add(tag === undefined ? name : `${name}:${tag}`, 'boot');
  }
  for (const { path, content } of conversion.files) {
    if (!path.endsWith('compose.codeship.yml')) continue;
    for (const image of composeImages(content)) add(image, 'compose');
  }
  if (conversion.sources.length > 0) {
    const dockerfiles = paths
      .filter((path) => /(?:^|\/)(?:Dockerfile[^/]*|[^/]*\.dockerfile)$/i.test(path))
      .slice(0, mostDockerfiles);
    for (const path of dockerfiles) {
      const { baseImages } = readDockerfile(read(path) ?? '', new Map());
      for (const image of baseImages) add(image, 'base');
    }
  }
  return [...found.values()].sort((a, b) =>
    a.image === b.image ? (a.use < b.use ? -1 : 1) : a.image < b.image ? -1 : 1,
  );
}

/** Images that the Compose file pulls; what it builds has a name of its own. */
function composeImages(content: string): readonly string[] {
  const { services } = (parse(content, { logLevel: 'silent' }) ?? {}) as {
    readonly services?: Readonly<Record<string, { image?: unknown; build?: unknown } | null>>;
  };
  return Object.values(services ?? {}).flatMap((service) =>
    typeof service?.image === 'string' && service.build === undefined ? [service.image] : [],
  );
}

type Concern = { readonly pattern: RegExp; readonly why: string };

/** By `host/path:tag`; the first that fits. Dates are those of the publishers. */
export const concerns: readonly Concern[] = [
  {
    pattern: /^docker\.io\/(?:drydock\w*|shippable|shippableimages)\//,
    why: 'an image of Shippable, which has not been updated since 2021',
  },
  { pattern: /^docker\.io\/codeship\//, why: 'an image of CodeShip, which is no longer updated' },
  { pattern: /(?:^|\.)bintray\.io\//, why: 'Bintray was shut down in May 2021' },
  {
    pattern: /^(?:docker-registry|registry)\.(?:heroku|getcloudapp)\.com\//,
    why: 'a registry that takes uploads and serves few pulls; check that the image is still there',
  },
  {
    pattern: /^k8s\.gcr\.io\//,
    why: '`k8s.gcr.io` is frozen; the images are at `registry.k8s.io`',
  },
  {
    pattern: /^(?:[a-z]+\.)?gcr\.io\//,
    why: 'Container Registry was shut down in March 2025; the name works only where its project moved to Artifact Registry',
  },
  {
    pattern: /^docker\.io\/microsoft\//,
    why: 'the images of Microsoft moved to `mcr.microsoft.com`',
  },
  {
    pattern:
      /^docker\.io\/library\/(?:java|iojs|ubuntu-debootstrap|hipache|clefos|crux|openjdk|centos|jobber|known|piwik|glassfish|mono|owncloud)(?::|$)/,
    why: 'the official image was given up and gets no updates',
  },
  {
    pattern:
      /^docker\.io\/library\/ubuntu:(?:1[0-9]\.|lucid|precise|quantal|trusty|utopic|vivid|wily|xenial|yakkety|zesty|artful|bionic|cosmic|disco|eoan|20\.|focal)/,
    why: 'a release of Ubuntu that is out of its free support',
  },
  {
    pattern:
      /^docker\.io\/library\/(?:debian|buildpack-deps):(?:[6-9]|10|squeeze|wheezy|jessie|stretch|buster)(?:\D|$)/,
    why: 'a release of Debian whose packages moved to the archive: `apt-get update` fails in it',
  },
  {
    pattern:
      /^docker\.io\/library\/(?:node|python|ruby|golang|php|perl):\S*(?:wheezy|jessie|stretch|buster)/,
    why: 'it is built on a release of Debian whose packages moved to the archive: `apt-get update` fails in it',
  },
  {
    pattern:
      /^docker\.io\/library\/node:(?:0\.|[1-9](?:\D|$)|1[0-9](?:\D|$)|argon|boron|carbon|dubnium|erbium|fermium|gallium)/,
    why: 'a version of Node.js that is out of support',
  },
  {
    pattern: /^docker\.io\/library\/python:(?:2|3\.[0-8])(?:\D|$)/,
    why: 'a version of Python that is out of support',
  },
  {
    pattern: /^docker\.io\/library\/ruby:(?:1|2|3\.[01])(?:\D|$)/,
    why: 'a version of Ruby that is out of support',
  },
  {
    pattern: /^docker\.io\/library\/php:(?:5|7|8\.0)(?:\D|$)/,
    why: 'a version of PHP that is out of support',
  },
  {
    pattern:
      /^docker\.io\/library\/(?:fedora:(?:[12]\d|3\d)|alpine:(?:2|3\.(?:\d|1[0-7])))(?:\D|$)/,
    why: 'a release of the distribution that is out of support',
  },
];

/** In one sentence; undefined where nothing speaks against the image. */
function concernOf(image: string): string | undefined {
  const parsed = parseReference(image);
  if (!parsed.ok) return undefined;
  const { host, path, tag, digest } = parsed.value;
  const name = `${host === dockerHub ? 'docker.io' : host}/${path}`;
  const full = digest === undefined && tag !== undefined ? `${name}:${tag}` : name;
  return concerns.find(({ pattern }) => pattern.test(full))?.why;
}
