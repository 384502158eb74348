// Maven, Gradle and Ant go with the JDK: what the runner has runs on new ones only (github-runner.md 1).

import type { Repository } from '../../ground/repository.ts';

/** A release of a build tool, and the JDKs that it runs on. */
type Release = {
  readonly version: string;
  readonly first: number;
  readonly last: number;
};

type BuildTool = 'mvn' | 'gradle' | 'ant' | 'sbt';

type Row = {
  readonly title: string;
  /** The oldest JDK that the runner's own release runs on. */
  readonly runnerNeeds: number;
  /**
   * Releases for the JDKs that the runner's own does not serve; the first that fits is taken. They are the ones next
   * to what the last machine image had (shippable.md 4), since build files of that time break on newer ones.
   */
  readonly releases: readonly Release[];
  readonly archive: (version: string) => string;
  /** The folder within the archive. */
  readonly folder: (version: string) => string;
};

/** Sources: each project's page of system requirements; Gradle's compatibility matrix. */
export const buildTools: Readonly<Record<BuildTool, Row>> = {
  mvn: {
    title: 'Maven',
    runnerNeeds: 8,
    releases: [
      { version: '3.6.3', first: 7, last: 99 },
      { version: '3.2.5', first: 6, last: 8 },
    ],
    archive: (version) =>
      `https://archive.apache.org/dist/maven/maven-3/${version}/binaries/apache-maven-${version}-bin.tar.gz`,
    folder: (version) => `apache-maven-${version}`,
  },
  gradle: {
    title: 'Gradle',
    runnerNeeds: 17,
    releases: [
      { version: '5.2.1', first: 8, last: 11 },
      { version: '4.10.3', first: 7, last: 10 },
      { version: '2.14.1', first: 6, last: 8 },
      { version: '6.9.4', first: 8, last: 15 },
      { version: '7.6.4', first: 8, last: 19 },
      { version: '8.14.3', first: 8, last: 24 },
    ],
    archive: (version) => `https://services.gradle.org/distributions/gradle-${version}-bin.zip`,
    folder: (version) => `gradle-${version}`,
  },
  ant: {
    title: 'Ant',
    runnerNeeds: 8,
    releases: [{ version: '1.9.16', first: 5, last: 99 }],
    archive: (version) =>
      `https://archive.apache.org/dist/ant/binaries/apache-ant-${version}-bin.tar.gz`,
    folder: (version) => `apache-ant-${version}`,
  },
  sbt: {
    title: 'sbt',
    // What the setup action installs; the launcher of 0.13 also starts later releases, which need Java 8 themselves.
    runnerNeeds: 8,
    releases: [{ version: '0.13.18', first: 6, last: 8 }],
    archive: (version) =>
      `https://github.com/sbt/sbt/releases/download/v${version}/sbt-${version}.tgz`,
    folder: () => 'sbt',
  },
};

export const isBuildTool = (word: string): word is BuildTool => Object.hasOwn(buildTools, word);

/**
 * The release to install so that the tool runs on every one of the JDKs (majors); undefined where the runner's own
 * does, or where no release serves them all.
 */
export function releaseFor(tool: BuildTool, jdks: readonly number[]): string | undefined {
  const row = buildTools[tool];
  const oldest = Math.min(...jdks);
  const newest = Math.max(...jdks);
  if (jdks.length === 0 || oldest >= row.runnerNeeds) return undefined;
  return row.releases.find(({ first, last }) => oldest >= first && newest <= last)?.version;
}

/**
 * The release of Maven that still goes to repositories without TLS, where a POM names one: 3.8.1 and later refuse them,
 * and the last machine image had 3.6 (shippable.md 4). Undefined where none does.
 */
export function mavenWithoutTls(repository: Repository): string | undefined {
  const hasPlain = repository.paths
    .filter((path) => /(?:^|\/)pom\.xml$/.test(path))
    .slice(0, 200)
    .some((path) => plainRepository.test(repository.read(path) ?? ''));
  return hasPlain ? '3.6.3' : undefined;
}

const plainRepository =
  /<(repository|pluginRepository)>(?:(?!<\/\1>)[\s\S])*?<url>\s*http:\/\/(?!localhost|127\.0\.0\.1)/;

/** The script lines that bring a release of a tool to a runner. */
export function installTool(tool: BuildTool, version: string): string[] {
  const { archive, folder } = buildTools[tool];
  const url = archive(version);
  const isZip = url.endsWith('.zip');
  return [
    ...(isZip
      ? [
          `curl -fsSL --retry 3 -o "$RUNNER_TEMP/${tool}.zip" ${url}`,
          `unzip -q "$RUNNER_TEMP/${tool}.zip" -d "$RUNNER_TEMP"`,
        ]
      : [`curl -fsSL --retry 3 ${url} | tar -xz -C "$RUNNER_TEMP"`]),
    `echo "$RUNNER_TEMP/${folder(version)}/bin" >> "$GITHUB_PATH"`,
  ];
}

/**
 * Releases of sbt before 0.13.6 fetch from Maven Central by http, which it has refused since 2020; the last of the series
 * reads the same builds and plugins. The release that the project names; undefined where it works.
 */
export const sbtByHttp = (properties: string | undefined): string | undefined =>
  /^\s*sbt\.version\s*[=:]\s*(0\.13\.[0-5])\s*$/m.exec(properties ?? '')?.[1];

export const sbtLine = 'echo "SBT_OPTS=$SBT_OPTS -Dsbt.version=0.13.18" >> "$GITHUB_ENV"';
