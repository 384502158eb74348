// Answers of servers and programs, read field by field: what is missing, or of another type than expected, becomes a reason
// in words that names its place in the answer.

import { isObject, type JsonObject } from './json.ts';
import { failedBy, ok, type Result } from './result.ts';

class Unreadable extends Error {}

/** A value of an answer, and where it is there. What it is not ends the reading. */
export class Part {
  readonly #value: unknown;
  readonly #within: Part | undefined;
  readonly #name: string;

  constructor(value: unknown, within?: Part, name = '') {
    this.#value = value;
    this.#within = within;
    this.#name = name;
  }

  /** A member of an object. It may be missing until somebody asks what it is. */
  field(name: string): Part {
    if (!isObject(this.#value)) throw this.#isNot('an object');
    const value = Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
    return new Part(value, this, name);
  }

  list(): readonly Part[] {
    if (!Array.isArray(this.#value)) throw this.#isNot('a list');
    return this.#value.map((item: unknown, index) => new Part(item, this, `[${index}]`));
  }

  /** The whole object, for names that the one who asked has chosen. */
  object(): JsonObject {
    if (!isObject(this.#value)) throw this.#isNot('an object');
    return this.#value;
  }

  text(): string {
    if (typeof this.#value !== 'string') throw this.#isNot('a text');
    return this.#value;
  }

  number(): number {
    if (typeof this.#value !== 'number') throw this.#isNot('a number');
    return this.#value;
  }

  flag(): boolean {
    if (typeof this.#value !== 'boolean') throw this.#isNot('true or false');
    return this.#value;
  }

  /** What `read` makes of it; undefined where it is missing or null. */
  maybe<T>(read: (part: Part) => T): T | undefined {
    return this.#value === undefined || this.#value === null ? undefined : read(this);
  }

  #isNot(wanted: string): Unreadable {
    const place = this.#place();
    const named = place === '' ? 'it' : `\`${place}\``;
    return new Unreadable(`${named} is ${this.#value === undefined ? 'missing' : `not ${wanted}`}`);
  }

  #place(): string {
    const before = this.#within === undefined ? '' : this.#within.#place();
    return before === '' || this.#name.startsWith('[')
      ? `${before}${this.#name}`
      : `${before}.${this.#name}`;
  }
}

/**
 * What `read` finds in an answer; else why not: "`tree[3].path` is not a text".
 *
 * @param value the answer, as it came from the JSON; undefined where it was none
 */
export function readAnswer<T>(value: unknown, read: (answer: Part) => T): Result<T, string> {
  if (value === undefined) return failedBy('it is not JSON');
  try {
    return ok(read(new Part(value)));
  } catch (error) {
    if (error instanceof Unreadable) return failedBy(error.message);
    throw error;
  }
}
