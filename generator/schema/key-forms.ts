import { pattern } from '../../runtime/codecs/patterns.ts';
import type { PatternType, RecordType } from '../model/types.ts';

/** Whether a key is of the form that an index signature names. */
export function isKeyOf({ key, keys }: RecordType, name: string): boolean {
  if (keys !== undefined) return pattern(...keys.alternatives).matches(name);
  return key === 'string' || String(Number(name)) === name;
}

/** Whether every key of one index signature is a key of another. */
export function areKeysOf(own: RecordType, other: RecordType): boolean {
  if (other.keys === undefined) return other.key === 'string' || (own.key === 'number' && own.keys === undefined);
  return own.keys !== undefined && isFormOf(own.keys, other.keys);
}

/** Whether all text of one form is of another: alternatives are compared as a whole. */
export function isFormOf(own: PatternType, other: PatternType): boolean {
  const accepted = new Set(other.alternatives.map((alternative) => JSON.stringify(alternative)));
  return own.alternatives.every((alternative) => accepted.has(JSON.stringify(alternative)));
}
