import type { Read, Reader } from './reader.ts';
import type { Write, Writer } from './writer.ts';

// A type and nothing: nil on the wire, `null` or `undefined` in memory.

export function writeNullable(writer: Writer, position: number, value: unknown, write: Write): number {
  return value === null ? writeNil(writer, position) : write(writer, position, value);
}

export function readNullable(reader: Reader, read: Read): unknown {
  return skipNil(reader) ? null : read(reader);
}

export function writeUndefinable(writer: Writer, position: number, value: unknown, write: Write): number {
  return value === undefined ? writeNil(writer, position) : write(writer, position, value);
}

export function readUndefinable(reader: Reader, read: Read): unknown {
  return skipNil(reader) ? undefined : read(reader);
}

function writeNil(writer: Writer, position: number): number {
  writer.bytes[position] = 0xc0;
  return position + 1;
}

function skipNil(reader: Reader): boolean {
  if (reader.bytes[reader.at] !== 0xc0) return false;
  reader.at++;
  return true;
}
