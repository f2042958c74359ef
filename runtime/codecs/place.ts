import { Mismatch } from './mismatch.ts';

/** Runs a step of which failures are told with their place. The path grows only while an exception unwinds. */
export function within<T>(part: string, step: () => T): T {
  try {
    return step();
  } catch (thrown) {
    if (thrown instanceof Mismatch) thrown.path.push(part);
    throw thrown;
  }
}

/** A member's name as part of a path. */
export function memberPart(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** A path of its parts, outermost first. */
export function pathOf(parts: readonly string[]): string {
  return parts.join('').replace(/^\./, '');
}
