import { isTypedExtension } from './binary.ts';
import { countValue } from './count-values.ts';
import { bigintToJson, bytesToJson } from './json-values.ts';
import { MAX_DEPTH } from './limits.ts';
import { setMember } from './member.ts';
import { Mismatch, tooDeep } from './mismatch.ts';
import { memberPart, within } from './place.ts';
import { readBigint, readDate, readNumber, readString } from './read.ts';
import { Reader } from './reader.ts';
import { readHeader, type WireHeader } from './wire-header.ts';
import { wireName } from './wire-name.ts';
import { notOneValue } from './write-kept.ts';

/**
 * The JSON of a value that was kept as MessagePack: what a codec that declares the member would make of it, as far as the
 * bytes alone tell. What JSON cannot say is refused.
 */
export function keptToJson(block: Uint8Array): unknown {
  const reader = new Reader();
  reader.open(block, false);
  const value = toPlain(reader, MAX_DEPTH);
  if (reader.at !== block.length) throw notOneValue();
  return value;
}

function toPlain(reader: Reader, left: number): unknown {
  countValue();
  const { at, bytes } = reader;
  const header = readHeader(reader, at);
  const { from, kind, length } = header;
  switch (kind) {
    case 'string':
      return readString(reader);
    case 'binary':
      reader.at = from + length;
      return bytesToJson(bytes.subarray(from, from + length));
    case 'array':
      if (left === 0) throw tooDeep();
      reader.at = from;
      return listToPlain(reader, length, left - 1);
    case 'map':
      if (left === 0) throw tooDeep();
      reader.at = from;
      return mapToPlain(reader, length, left - 1);
    case 'extension':
      return extensionToPlain(reader, header);
    default:
      return scalarToPlain(reader);
  }
}

function listToPlain(reader: Reader, length: number, left: number): unknown[] {
  const list: unknown[] = [];
  for (let index = 0; index < length; index++) list.push(within(`[${index}]`, () => toPlain(reader, left)));
  return list;
}

function mapToPlain(reader: Reader, length: number, left: number): object {
  const members = {};
  for (let count = 0; count < length; count++) {
    const { kind } = readHeader(reader, reader.at);
    if (kind !== 'string') throw new Mismatch('text as key', wireName(reader.bytes[reader.at]));
    const name = readString(reader);
    within(memberPart(name), () => {
      if (Object.hasOwn(members, name)) throw new Mismatch('each member once', 'a member that was there before');
      setMember(members, name, toPlain(reader, left));
    });
  }
  return members;
}

function extensionToPlain(reader: Reader, { from, length, type }: WireHeader): string {
  if (type === 0xff) return dateToText(reader, from, length);
  if (type === 1) return bigintToJson(readBigint(reader));
  if (!isTypedExtension(type)) throw new Mismatch('a value that JSON can carry', `extension ${type}`);
  reader.at = from + length;
  return bytesToJson(reader.bytes.subarray(from, from + length));
}

/** With all nine digits where it has more than three: that much the text can say, though a `Date` cannot. */
function dateToText(reader: Reader, from: number, length: number): string {
  const text = readDate(reader).toISOString();
  const word = length === 4 ? 0 : reader.view.getUint32(from);
  const nanoseconds = (length === 8 ? word >>> 2 : word) % 1_000_000;
  return nanoseconds === 0 ? text : `${text.slice(0, -1)}${String(nanoseconds).padStart(6, '0')}Z`;
}

function scalarToPlain(reader: Reader): unknown {
  const lead = reader.bytes[reader.at];
  if (lead === 0xcf || lead === 0xd3) return wideToPlain(reader, lead);
  if (lead !== 0xc0 && lead !== 0xc2 && lead !== 0xc3) {
    const value = readNumber(reader);
    if (Number.isFinite(value)) return value;
    throw new Mismatch('a finite number', String(value));
  }
  reader.at++;
  return lead === 0xc0 ? null : lead === 0xc3;
}

/**
 * An integer of 64 bits is a `bigint`, of any size, or a `number` that needs more than 32 bits: text, unless it can be such a
 * number.
 */
function wideToPlain(reader: Reader, lead: number): number | string {
  const value = readBigint(reader);
  const isWide = lead === 0xcf ? value > 0xffffffffn : value < -0x80000000n || value > 0xffffffffn;
  const isSafe = value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
  return isWide && isSafe ? Number(value) : String(value);
}
