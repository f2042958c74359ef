import { MAX_VALUES } from './limits.ts';
import { Mismatch, tooMany } from './mismatch.ts';
import type { Reader } from './reader.ts';
import type { ObjectShape } from './shape.ts';
import { skip } from './skip.ts';
import { unknownMembers, type UnknownMembers } from './unknown-members.ts';

/** Whether a member that the type does not declare is kept. A message's wire name is not part of its body. */
export function isKept({ keepUnknown, type }: ObjectShape, name: string): boolean {
  return keepUnknown === true && (type === undefined || name !== '$type');
}

/** Keeps the value at the reader's position; a copy, because the input belongs to the caller. */
export function keepMember(reader: Reader, kept: Map<string, Uint8Array>, name: string): void {
  const from = reader.at;
  if (kept.has(name)) throw new Mismatch('each member once', 'a member that was there before', from);
  // Each takes many times the memory of the few bytes that it can be in the input.
  if (++reader.kept > MAX_VALUES) throw tooMany(from);
  skip(reader);
  kept.set(name, reader.bytes.slice(from, reader.at));
}

/** Puts what was kept on a decoded value; `at` is where that starts. */
export function attachUnknown(value: unknown, kept: UnknownMembers, at = 0): unknown {
  if (typeof value !== 'object' || value === null || !Object.isExtensible(value)) {
    throw new Mismatch('an instance that takes unknown members', 'one that is frozen or sealed', at);
  }
  return Object.defineProperty(value, unknownMembers, {
    value: kept,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
