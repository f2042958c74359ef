import { descend } from './read.ts';
import type { Read, Reader } from './reader.ts';
import { enter } from './write.ts';
import type { Write, Writer } from './writer.ts';

/** Writes a value of a recursive type, one level deeper. */
export function writeNested(writer: Writer, position: number, value: unknown, write: Write): number {
  enter(writer, position);
  const end = write(writer, position, value);
  writer.depth--;
  return end;
}

/** Reads a value of a recursive type, one level deeper. */
export function readNested(reader: Reader, read: Read): unknown {
  descend(reader);
  const value = read(reader);
  reader.depth--;
  return value;
}
