// JDKs: Temurin has 8, 11, 16 and later; Zulu has the others (github-runner.md 1).

import { near, other, type VersionChoice } from './choice.ts';

/** Majors that setup-java finds, by whose build. */
const zulu = [6, 7, 9, 10, 12, 13, 14, 15];
const newest = 25;

/** `jdk:` of a legacy file: `openjdk8`, `oraclejdk11`, `8`, `1.8`. */
export function chooseJdk(version: string): VersionChoice {
  const asked = version.trim().toLowerCase();
  if (asked === 'default' || asked === 'system') {
    return { way: 'setup', spelled: '8', distribution: 'temurin' };
  }
  const match =
    /^(?:(?:oracle|open|temurin|zulu|adopt\w*)?-?jdk-?|java-?|oracle-?|openjdk-?)?(?:1\.)?(\d+)(?:[._u+-].*)?$/.exec(
      asked,
    );
  const major = Number(match?.[1] ?? Number.NaN);
  if (Number.isNaN(major) || major > newest) {
    return {
      way: 'setup',
      spelled: '8',
      distribution: 'temurin',
      change: other('this JDK is not available'),
    };
  }
  if (major < 6) {
    return {
      way: 'setup',
      spelled: '6',
      distribution: 'zulu',
      change: other('the oldest JDK that can be had is 6'),
    };
  }
  const distribution = zulu.includes(major) ? 'zulu' : 'temurin';
  const choice: VersionChoice = { way: 'setup', spelled: String(major), distribution };
  if (!asked.includes('oracle')) return choice;
  const title = distribution === 'zulu' ? 'Zulu' : 'Temurin';
  return {
    ...choice,
    change: near(`Oracle's JDK is not on GitHub; OpenJDK ${major} of ${title} is used`),
  };
}
