import { MAX_VALUES } from './limits.ts';
import { tooMany } from './mismatch.ts';

let left = MAX_VALUES;

/** Does something with a value, in which {@link countValue} is called for each value that it holds. */
export function counted<T>(step: () => T): T {
  // A getter may encode something of its own.
  const before = left;
  left = MAX_VALUES;
  try {
    return step();
  } finally {
    left = before;
  }
}

/** One value more. */
export function countValue(): void {
  if (left-- <= 0) throw tooMany();
}
