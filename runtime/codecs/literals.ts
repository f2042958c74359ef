import { makeConstant, textBytes, type Constant } from './constant.ts';
import { MAX_BIGINT_BYTES } from './limits.ts';
import { find } from './match.ts';
import { Mismatch, describe } from './mismatch.ts';
import { put } from './put.ts';
import { readBigint, readBoolean, readNumber, readString, unexpected } from './read.ts';
import type { Reader } from './reader.ts';
import type { LiteralsShape } from './shape.ts';
import { writeBigint, writeNumber } from './write.ts';
import { Writer, SLACK } from './writer.ts';

/** A value that a type admits by itself. */
export type Literal = string | number | boolean | bigint;

/** Up to this many are looked for one by one, by their bytes; among more, values are looked up. */
const MOST_COMPARED = 8;

/** The values that a type admits: shape of the type, and table of its functions. */
export function literals(...values: readonly Literal[]): LiteralsShape {
  return {
    kind: 'literals',
    values,
    constants: values.map((value) => makeConstant(literalBytes(value))),
    places: new Map(values.map((value, place) => [value, place])),
  };
}

function literalBytes(value: Literal): Uint8Array {
  if (typeof value === 'string') return textBytes(value);
  if (typeof value === 'boolean') return Uint8Array.of(value ? 0xc3 : 0xc2);
  const writer = new Writer(MAX_BIGINT_BYTES + 2 * SLACK);
  const end = typeof value === 'number' ? writeNumber(writer, 0, value) : writeBigint(writer, 0, value);
  return Uint8Array.from(writer.bytes.subarray(0, end));
}

/** Writes a value that must be one of a table. */
export function writeLiteral(writer: Writer, position: number, value: unknown, table: LiteralsShape): number {
  const { constants, values } = table;
  const { length } = values;
  if (length <= MOST_COMPARED) {
    for (let place = 0; place < length; place++) {
      if (values[place] === value) return put(writer, position, constants[place] as Constant);
    }
  } else {
    const constant = constants[table.places.get(value as Literal) ?? -1];
    if (constant !== undefined) return put(writer, position, constant);
  }
  throw new Mismatch(oneOf(table), describe(value), position);
}

/** What the values of a table are, for messages. */
export function oneOf({ values }: LiteralsShape): string {
  return `one of ${values.join(', ')}`;
}

/** Reads a value that must be one of a table. Usually no string is made. */
export function readLiteral(reader: Reader, table: LiteralsShape): Literal {
  const { constants, values } = table;
  if (constants.length <= MOST_COMPARED) {
    const place = find(reader, constants);
    if (place >= 0) return values[place] as Literal;
  }
  return readAnyForm(reader, table);
}

/** In whatever form it comes: an integer may be longer than it need be. */
function readAnyForm(reader: Reader, table: LiteralsShape): Literal {
  const at = reader.at;
  const lead = reader.bytes[at] ?? 0xc1;
  let value: Literal;
  if ((lead >= 0xa0 && lead < 0xc0) || (lead >= 0xd9 && lead < 0xdc)) value = readString(reader);
  else if (lead === 0xc2 || lead === 0xc3) value = readBoolean(reader);
  else if (table.values.some((literal) => typeof literal === 'bigint')) value = readBigint(reader);
  else if (lead < 0x80 || lead >= 0xe0 || (lead >= 0xca && lead < 0xd4)) value = readNumber(reader);
  else throw unexpected(reader, at, oneOf(table));
  // A Map takes -0 for 0 as `===` does, and NaN, which is no literal, for itself.
  const place = table.places.get(value);
  if (place === undefined) throw new Mismatch(oneOf(table), 'another', at);
  return table.values[place] as Literal;
}
