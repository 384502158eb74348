// What the Docker engine answers, read field by field: an engine of another version, or something that only looks like an
// engine, is told from ours by an error that names the field.
// https://docs.docker.com/reference/api/engine/version/v1.51/

import { type Part, readAnswer } from '../ground/answer.ts';
import { defined } from '../ground/defined.ts';
import { type JsonObject, parseJson } from '../ground/json.ts';

/** @throws Error where the text is not JSON, or has not what is wanted of it */
function readBy<T>(text: string, read: (answer: Part) => T): T {
  const value = parseJson(text);
  if (value === undefined) {
    throw new Error(`The Docker engine returned an answer that is not JSON: ${text.slice(0, 200)}`);
  }
  const found = readAnswer(value, read);
  if (found.ok) return found.value;
  throw new Error(`The Docker engine returned an answer that cannot be read: ${found.failure}.`);
}

const textOf = (part: Part): string => part.text();
const textsIn = (list: Part | undefined): readonly string[] => (list?.list() ?? []).map(textOf);
/** A part that may be missing, or null. */
const given = (part: Part): Part | undefined => part.maybe((there) => there);

/** The id of what was made, or asked for: `/containers/create`, `/exec`, `/commit`, `/containers/ID/json`. */
export const idIn = (text: string): string => readBy(text, (answer) => answer.field('Id').text());

/** `/containers/create`: the id, and what the engine could not do of what was asked. */
export const createdIn = (
  text: string,
): { readonly id: string; readonly warnings: readonly string[] } =>
  readBy(text, (answer) => ({
    id: answer.field('Id').text(),
    warnings: textsIn(given(answer.field('Warnings'))),
  }));

/** `/exec/ID/json`. A command that was killed with its container has no exit code: 137. */
export const execStateIn = (
  text: string,
): { readonly running: boolean; readonly exitCode: number } =>
  readBy(text, (answer) => ({
    running: answer.field('Running').flag(),
    exitCode: answer.field('ExitCode').maybe((code) => code.number()) ?? 137,
  }));

/** `/containers/ID/json`: whether it runs. */
export const isRunningIn = (text: string): boolean =>
  readBy(
    text,
    (answer) =>
      answer
        .field('State')
        .field('Running')
        .maybe((running) => running.flag()) ?? false,
  );

export type Mount = {
  /** `bind`, `volume` and others. */
  readonly type: string;
  /** Of a volume. */
  readonly name?: string;
  /** On the engine's machine. */
  readonly source: string;
  /** In the container. */
  readonly destination: string;
};

/** `/containers/ID/json`: what is mounted in it. */
export const mountsIn = (text: string): readonly Mount[] =>
  readBy(text, (answer) =>
    (given(answer.field('Mounts'))?.list() ?? []).map((mount) => ({
      type: mount.field('Type').text(),
      ...defined({ name: mount.field('Name').maybe(textOf) }),
      source: mount.field('Source').maybe(textOf) ?? '',
      destination: mount.field('Destination').text(),
    })),
  );

export type ImageFacts = {
  readonly id: string;
  readonly os: string;
  readonly architecture: string;
  /** Names with a digest by which the image was pulled or pushed. */
  readonly repoDigests: readonly string[];
  /** Settings such as `Env` and `Entrypoint`, as the engine has them. */
  readonly config: JsonObject;
};

/** `/images/NAME/json`. */
export const imageIn = (text: string): ImageFacts =>
  readBy(text, (image) => ({
    id: image.field('Id').text(),
    os: image.field('Os').text(),
    architecture: image.field('Architecture').text(),
    repoDigests: textsIn(given(image.field('RepoDigests'))),
    config: image.field('Config').maybe((config) => config.object()) ?? {},
  }));

/** `{{json .RepoDigests}}` of an image. */
export const digestsIn = (text: string): readonly string[] =>
  readBy(text, (answer) => textsIn(given(answer)));

export type ContainerEvent = {
  /** `die`, `oom` and others. */
  readonly action: string;
  /** Of `die`. */
  readonly exitCode: string | undefined;
};

/** A line of `/events`. */
export const eventIn = (line: string): ContainerEvent =>
  readBy(line, (event) => ({
    action: event.field('Action').maybe(textOf) ?? '',
    exitCode: event
      .field('Actor')
      .maybe((actor) => actor.field('Attributes'))
      ?.maybe((attributes) => attributes.field('exitCode').maybe(textOf)),
  }));
