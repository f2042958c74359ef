import { MAX_BIGINT_TEXT, isBigintInRange } from './limits.ts';
import { Mismatch, describe, tooLarge } from './mismatch.ts';

/** RFC 3339; years beyond four digits in the extended form that ECMAScript prints. */
const timestamp = /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const decimal = /^(?:0|-?[1-9]\d*)$/;
const notBase64 = /[^A-Za-z0-9+/]/;

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
  if (typeof json === 'string' && json.length > MAX_BIGINT_TEXT) throw tooLarge();
  if (typeof json === 'string' && decimal.test(json)) return inRange(BigInt(json));
  throw new Mismatch('a decimal integer as a string', describe(json));
}

export function bigintToJson(value: bigint): string {
  return String(inRange(value));
}

function inRange(value: bigint): bigint {
  if (isBigintInRange(value)) return value;
  throw tooLarge();
}

export function bytesToJson(value: unknown): string {
  if (!(value instanceof Uint8Array)) throw new Mismatch('a Uint8Array', describe(value));
  return Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64');
}

export function bytesFromJson(json: unknown): Uint8Array {
  if (typeof json !== 'string' || !isBase64(json)) throw new Mismatch('base64', describe(json));
  return new Uint8Array(Buffer.from(json, 'base64'));
}

/** In one pass, without steps to go back to: texts may be of any length. */
function isBase64(text: string): boolean {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return text.length % 4 === 0 && !notBase64.test(padding === 0 ? text : text.slice(0, -padding));
}
