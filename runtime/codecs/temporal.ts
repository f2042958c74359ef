import { Mismatch, describe, mistyped } from './mismatch.ts';
import { readString } from './text-decoding.ts';
import type { Reader } from './reader.ts';
import type { TemporalKind } from './temporal-kind.ts';
import { writeString } from './text-encoding.ts';
import type { Writer } from './writer.ts';

interface TemporalClass {
  readonly from: (text: string) => object;
}

/** Whether a value belongs to `Temporal`, whichever copy of a polyfill it comes from. */
export function isTemporal(value: object): boolean {
  return tagOf(value).startsWith('Temporal.');
}

export function writeTemporal(writer: Writer, position: number, value: unknown, type: TemporalKind): number {
  const text = textOf(value, type);
  if (text === undefined) throw mistyped(position, expectation(type), value);
  return writeString(writer, position, text);
}

export function readTemporal(reader: Reader, type: TemporalKind): unknown {
  const start = reader.at;
  return make(readString(reader), type, start);
}

export function temporalToJson(value: unknown, type: TemporalKind): string {
  const text = textOf(value, type);
  if (text === undefined) throw new Mismatch(expectation(type), describe(value));
  return text;
}

export function temporalFromJson(json: unknown, type: TemporalKind): unknown {
  if (typeof json !== 'string') throw new Mismatch(`a Temporal.${type} as text`, describe(json));
  return make(json, type, 0);
}

function tagOf(value: object): string {
  const tag = (value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  return typeof tag === 'string' ? tag : '';
}

function textOf(value: unknown, type: TemporalKind): string | undefined {
  if (typeof value !== 'object' || value === null || tagOf(value) !== `Temporal.${type}`) return undefined;
  return type !== 'Duration' || isExact(value) ? (value as { toString: () => string }).toString() : undefined;
}

/** The text of a duration has whole seconds and a fraction: 1,500 ms would come back as 1 s and 500 ms. */
function isExact(duration: object): boolean {
  const parts = duration as Readonly<Record<'milliseconds' | 'microseconds' | 'nanoseconds', number>>;
  return [parts.milliseconds, parts.microseconds, parts.nanoseconds].every((value) => Math.abs(value) < 1000);
}

function expectation(type: TemporalKind): string {
  const suffix = ' with less than 1,000 milliseconds, microseconds and nanoseconds';
  return `a Temporal.${type}${type === 'Duration' ? suffix : ''}`;
}

/** The longest text that anything of `Temporal` takes, with room for names of calendars and time zones. */
const LONGEST = 256;

const DATE = String.raw`(?:[+-]\d{6}|\d{4})-?\d\d-?\d\d`;
const TIME = String.raw`\d\d(?::?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?)?`;

/** Whole texts without what `from` would leave out: the time of a date, the offset of a plain time. */
const WHOLE: Readonly<Partial<Record<TemporalKind, RegExp>>> = {
  PlainDate: whole(DATE),
  PlainDateTime: whole(`${DATE}(?:[T ]${TIME})?`),
  PlainMonthDay: whole(String.raw`(?:--)?\d\d-?\d\d|${DATE}(?=\[)`),
  PlainTime: whole(`T?${TIME}`),
  PlainYearMonth: whole(String.raw`(?:[+-]\d{6}|\d{4})-?\d\d|${DATE}(?=\[)`),
};

function whole(text: string): RegExp {
  return new RegExp(String.raw`^(?:${text})(?:\[!?u-ca=[^\]]*\])?$`, 'i');
}

function make(text: string, type: TemporalKind, at: number): unknown {
  const { Temporal } = globalThis as { readonly Temporal?: Readonly<Record<TemporalKind, TemporalClass>> };
  if (Temporal === undefined) {
    throw new Mismatch('`globalThis.Temporal`: Node 26, or a polyfill that sets it', 'a runtime without it', at);
  }
  if (text.length > LONGEST) throw new Mismatch(`a Temporal.${type} as text`, 'a longer text', at);
  if (WHOLE[type]?.test(text) === false) throw new Mismatch(`a Temporal.${type} as text`, 'another text', at);
  try {
    return Temporal[type].from(text);
  } catch (cause) {
    throw new Mismatch(`a Temporal.${type} as text`, 'another text', at, undefined, cause);
  }
}
