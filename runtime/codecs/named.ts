import type { Read } from './reader.ts';

/** Reads a message's body and puts its wire name on it, for bodies that other types share. */
export function readNamed(read: Read, type: string): Read {
  return (reader) => withName(read(reader), type);
}

/** Only objects can carry a name. */
export function withName(value: unknown, type: string): unknown {
  return typeof value === 'object' && value !== null ? Object.assign(value, { $type: type }) : value;
}
