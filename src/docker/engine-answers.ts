// What the Docker engine answers, read field by field: an engine of another version, or something that only looks like an
// engine, is told from ours by an error that names the field.
// https://docs.docker.com/reference/api/engine/version/v1.51/

import { isRecord, parseJson } from '../registry/protocol/token.ts';

type Fields = Readonly<Record<string, unknown>>;

/** @throws Error where the text is not an object of JSON */
function fieldsOf(text: string): Fields {
  const fields = parseJson(text);
  if (fields === undefined) {
    throw new Error(`The Docker engine returned an answer that is not JSON: ${text.slice(0, 200)}`);
  }
  return fields;
}

function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw new Error(`The Docker engine returned an answer without the text \`${name}\`.`);
}

function recordIn(fields: Fields, name: string): Fields {
  const value = fields[name];
  if (isRecord(value)) return value;
  throw new Error(`The Docker engine returned an answer without \`${name}\`.`);
}

/** The id of what was made, or asked for: `/containers/create`, `/exec`, `/commit`, `/containers/ID/json`. */
export const idIn = (text: string): string => textIn(fieldsOf(text), 'Id');

/** `/containers/create`: the id, and what the engine could not do of what was asked. */
export function createdIn(text: string): {
  readonly id: string;
  readonly warnings: readonly string[];
} {
  const fields = fieldsOf(text);
  const { Warnings: warnings } = fields;
  return {
    id: textIn(fields, 'Id'),
    warnings: Array.isArray(warnings) ? warnings.filter((one) => typeof one === 'string') : [],
  };
}

/** `/exec/ID/json`. A command that was killed with its container has no exit code: 137. */
export function execStateIn(text: string): {
  readonly running: boolean;
  readonly exitCode: number;
} {
  const { Running: running, ExitCode: exitCode } = fieldsOf(text);
  return { running: running === true, exitCode: typeof exitCode === 'number' ? exitCode : 137 };
}

/** `/containers/ID/json`: whether it runs. */
export const isRunningIn = (text: string): boolean =>
  recordIn(fieldsOf(text), 'State')['Running'] === true;

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
export function mountsIn(text: string): readonly Mount[] {
  const { Mounts: mounts } = fieldsOf(text);
  return (Array.isArray(mounts) ? mounts : []).filter(isRecord).map((mount) => ({
    type: textIn(mount, 'Type'),
    ...(typeof mount['Name'] === 'string' && { name: mount['Name'] }),
    source: typeof mount['Source'] === 'string' ? mount['Source'] : '',
    destination: textIn(mount, 'Destination'),
  }));
}

export type ImageFacts = {
  readonly id: string;
  readonly os: string;
  readonly architecture: string;
  /** Names with a digest by which the image was pulled or pushed. */
  readonly repoDigests: readonly string[];
  /** Settings such as `Env` and `Entrypoint`, as the engine has them. */
  readonly config: Fields;
};

/** `/images/NAME/json`. */
export function imageIn(text: string): ImageFacts {
  const image = fieldsOf(text);
  const digests = image['RepoDigests'];
  const config = image['Config'];
  return {
    id: textIn(image, 'Id'),
    os: textIn(image, 'Os'),
    architecture: textIn(image, 'Architecture'),
    repoDigests: Array.isArray(digests) ? digests.filter((one) => typeof one === 'string') : [],
    config: isRecord(config) ? config : {},
  };
}

export type ContainerEvent = {
  /** `die`, `oom` and others. */
  readonly action: string;
  /** Of `die`. */
  readonly exitCode: string | undefined;
};

/** A line of `/events`. */
export function eventIn(line: string): ContainerEvent {
  const event = fieldsOf(line);
  const actor = isRecord(event['Actor']) ? event['Actor'] : {};
  const attributes = isRecord(actor['Attributes']) ? actor['Attributes'] : {};
  const exitCode = attributes['exitCode'];
  return {
    action: typeof event['Action'] === 'string' ? event['Action'] : '',
    exitCode: typeof exitCode === 'string' ? exitCode : undefined,
  };
}
