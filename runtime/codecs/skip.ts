import { MAX_DEPTH } from './limits.ts';
import { tooDeep } from './mismatch.ts';
import type { Reader } from './reader.ts';
import { readHeader } from './wire-header.ts';

/** Values still to come on each level. Skipping never calls out, so one is enough for everybody. */
const pending = new Float64Array(MAX_DEPTH + 1);

/** Moves behind one value of any kind, without recursion. */
export function skip(reader: Reader): void {
  let level = 0;
  pending[0] = 1;
  while (level >= 0) {
    const left = pending[level] ?? 0;
    if (left === 0) {
      level--;
      continue;
    }
    pending[level] = left - 1;
    const { kind, from, length } = readHeader(reader, reader.at);
    if (kind === 'map' || kind === 'array') {
      if (++level > MAX_DEPTH) throw tooDeep(reader.at);
      pending[level] = kind === 'map' ? length * 2 : length;
      reader.at = from;
    } else reader.at = from + length;
  }
}
