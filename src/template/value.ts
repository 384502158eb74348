// The values that a template works with.

import type { TemplateError } from './ast.ts';
import { type GoTime, timeText } from './time.ts';

/** A value of a template, with the Go type that messages and `%T` name. */
export type Value =
  | { readonly kind: 'string'; readonly value: string }
  | {
      readonly kind: 'int';
      readonly value: bigint;
      readonly type: string;
      /** What its `String` method gives, for months and days of the week. */
      readonly text?: string;
    }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'time'; readonly time: GoTime }
  | { readonly kind: 'nil' }
  /** All fields together: the dot that a template starts with. */
  | { readonly kind: 'fields' };

export type Failure = {
  readonly kind: 'failure';
  readonly message: string;
  readonly error?: TemplateError;
};

export type Result = Value | Failure;

export function failure(message: string): Failure {
  return { kind: 'failure', message };
}

export function stringValue(value: string): Value {
  return { kind: 'string', value };
}

export function intValue(value: bigint | number, type = 'int'): Value {
  return { kind: 'int', value: BigInt(value), type };
}

export function boolValue(value: boolean): Value {
  return { kind: 'bool', value };
}

export function typeName(value: Value): string {
  switch (value.kind) {
    case 'int':
      return value.type;
    case 'time':
      return 'time.Time';
    case 'nil':
      return '<nil>';
    default:
      return value.kind;
  }
}

/** Go's idea of a value that counts as true: neither zero nor empty. */
export function isTrue(value: Value): boolean {
  switch (value.kind) {
    case 'string':
      return value.value !== '';
    case 'int':
      return value.value !== 0n;
    case 'bool':
      return value.value;
    case 'nil':
      return false;
    default:
      return true;
  }
}

/** What the `String` method of a value gives, if it has one. */
export function stringerText(value: Value): string | undefined {
  if (value.kind === 'time') return timeText(value.time);
  return value.kind === 'int' ? value.text : undefined;
}

/** UTF-8, as Go holds text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
