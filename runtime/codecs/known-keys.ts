import type { Reader } from './reader.ts';
import { readString } from './text-decoding.ts';

// Keys of maps and records recur from message to message. One that was read lately is found by its bytes, which takes less
// time than to make it again, and more so to hash it again. Watched by the bench `codec`, case `event`.

/** Each key has one place, so that memory has a bound whatever comes: a later key takes it from an earlier one. */
const PLACES = 256;
/** Of four bytes. All that a key has, its header included, are compared. */
const WORDS = 3;
const SHORTEST = 4;
const LONGEST = 4 * WORDS;

const texts: string[] = Array.from({ length: PLACES }, () => '');
const words = new Int32Array(PLACES * WORDS);

/** A string that is a key. */
export function readKeyText(reader: Reader): string {
  const { at, bytes, view } = reader;
  const size = (bytes[at] ?? 0) - 0x9f;
  const end = at + size;
  if (size < SHORTEST || size > LONGEST || end > bytes.length) return readString(reader);
  const first = view.getInt32(at);
  const last = view.getInt32(end - 4);
  // Up to eight bytes these two are all; the header, among the first, tells the size.
  const middle = size > 8 ? view.getInt32(end - 8) : 0;
  // Multiplied, so that every bit of a key decides on its place, which is the top eight.
  const place = Math.imul(Math.imul(first, 0x85ebca6b) ^ middle ^ last, 0x9e3779b1) >>> 24;
  const from = place * WORDS;
  if (words[from] === first && words[from + 1] === middle && words[from + 2] === last) {
    reader.at = end;
    return texts[place] as string;
  }
  // Only what turns out to be text is remembered.
  const text = readString(reader);
  words[from] = first;
  words[from + 1] = middle;
  words[from + 2] = last;
  texts[place] = text;
  return text;
}
