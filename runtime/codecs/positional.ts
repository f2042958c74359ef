import type { Shape } from './shape.ts';
import { missing, readArrayHeader, unexpected } from './read.ts';
import type { Reader } from './reader.ts';
import { skip } from './skip.ts';
import type { Writer } from './writer.ts';

// Objects that are arrays in MessagePack: members by their places. Those at the end that are not there are not written.
// Before others nil stands for them, or an empty extension where nil can be a value. Watched by the bench `codec`.

/** Type of the extension, without content, that says: nothing is here. */
const ABSENT = 2;

/** Enters the array of an object, of which the first `least` places cannot be missing; answers with how many there are. */
export function openPlaces(reader: Reader, least: number, shape: Shape): number {
  const { at, bytes } = reader;
  const lead = bytes[at] ?? 0;
  const few = lead - 0x90;
  if (few >= least && few < 16 && few < bytes.length - at) {
    reader.at = at + 1;
    return few;
  }
  return openUnusual(reader, least, shape);
}

function openUnusual(reader: Reader, least: number, shape: Shape): number {
  const start = reader.at;
  const count = readArrayHeader(reader);
  if (count >= least) return count;
  const own = typeof shape === 'object' && shape.kind === 'named' ? shape.of() : shape;
  const members = typeof own === 'object' && own.kind === 'object' ? own.members : [];
  const first = members.find(([, , absent], place) => place >= count && absent === undefined);
  throw first === undefined ? unexpected(reader, start, 'more members') : missing(start, first[0]);
}

/** Moves behind what a newer version has at the end. */
export function skipPlaces(reader: Reader, count: number): void {
  for (let left = count; left > 0; left--) skip(reader);
}

/** Whether nothing is here; what says so is only said where nil can be a value, and taken everywhere. */
export function isAbsent(reader: Reader): boolean {
  const { at, bytes } = reader;
  return bytes[at] === 0xc7 && bytes[at + 1] === 0 && bytes[at + 2] === ABSENT;
}

/** Moves behind what says that a member is not there, if it does. */
export function noPlace(reader: Reader): boolean {
  if (!isAbsent(reader)) return false;
  reader.at += 3;
  return true;
}

/** The same where nil cannot be a value. */
export function noPlaceOrNil(reader: Reader): boolean {
  if (reader.bytes[reader.at] !== 0xc0) return noPlace(reader);
  reader.at++;
  return true;
}

/** Says that a member is not there whose type has nil as a value. */
export function writeAbsent({ bytes }: Writer, position: number): number {
  bytes[position] = 0xc7;
  bytes[position + 1] = 0;
  bytes[position + 2] = ABSENT;
  return position + 3;
}
