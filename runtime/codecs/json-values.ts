import { Mismatch, describe } from './mismatch.ts';

/** RFC 3339; years beyond four digits in the extended form that ECMAScript prints. */
const timestamp = /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const decimal = /^(?:0|-?[1-9]\d*)$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export function dateToJson(value: unknown): string {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw new Mismatch('a valid Date', describe(value));
}

export function dateFromJson(json: unknown): Date {
  const match = typeof json === 'string' ? timestamp.exec(json) : null;
  if (match !== null) {
    const [text, year = '', month = '', day = ''] = match;
    // The platform lets the 30th of February roll over into March.
    const calendar = new Date(`${year}-${month}-${day}T00:00:00Z`);
    const date = new Date(text.toUpperCase());
    if (!Number.isNaN(date.getTime()) && calendar.getUTCDate() === Number(day)) return date;
  }
  throw new Mismatch('an RFC 3339 timestamp', describe(json));
}

export function bigintFromJson(json: unknown): bigint {
  if (typeof json === 'string' && decimal.test(json)) return BigInt(json);
  throw new Mismatch('a decimal integer as a string', describe(json));
}

export function bytesToJson(value: unknown): string {
  if (!(value instanceof Uint8Array)) throw new Mismatch('a Uint8Array', describe(value));
  return Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64');
}

export function bytesFromJson(json: unknown): Uint8Array {
  if (typeof json !== 'string' || !base64.test(json)) throw new Mismatch('base64', describe(json));
  return new Uint8Array(Buffer.from(json, 'base64'));
}
