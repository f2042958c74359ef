import { Mismatch, describe } from './mismatch.ts';
import { readBigint, readBoolean, readNumber, readString, unexpected } from './read.ts';
import type { Reader } from './reader.ts';
import { writeBigint, writeBoolean, writeNumber, writeString } from './write.ts';
import type { Writer } from './writer.ts';

type Literal = string | number | boolean | bigint;

/** Writes a value that must be one of `literals`. */
export function writeLiteral(writer: Writer, position: number, value: unknown, literals: readonly Literal[]): number {
  for (const literal of literals) {
    if (literal !== value) continue;
    if (typeof literal === 'string') return writeString(writer, position, value);
    if (typeof literal === 'number') return writeNumber(writer, position, value);
    return typeof literal === 'boolean' ? writeBoolean(writer, position, value) : writeBigint(writer, position, value);
  }
  throw new Mismatch(`one of ${literals.join(', ')}`, describe(value), position);
}

/** Reads a value that must be one of `literals`, in whatever form it comes. */
export function readLiteral(reader: Reader, literals: readonly Literal[]): Literal {
  const at = reader.at;
  const lead = reader.bytes[at] ?? 0xc1;
  let value: Literal;
  if ((lead >= 0xa0 && lead < 0xc0) || (lead >= 0xd9 && lead < 0xdc)) value = readString(reader);
  else if (lead === 0xc2 || lead === 0xc3) value = readBoolean(reader);
  else if (literals.some((literal) => typeof literal === 'bigint')) value = readBigint(reader);
  else if (lead < 0x80 || lead >= 0xe0 || (lead >= 0xca && lead < 0xd4)) value = readNumber(reader);
  else throw unexpected(reader, at, `one of ${literals.join(', ')}`);
  for (const literal of literals) if (literal === value) return literal;
  throw new Mismatch(`one of ${literals.join(', ')}`, 'another', at);
}
