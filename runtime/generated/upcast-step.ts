import { CatgaError } from '../messages/error.ts';

/**
 * Carries out one step of a chain of upcasters.
 *
 * @param message - The wire name.
 * @param from - The version that the step reads; it makes the next one.
 * @throws CatgaError `DECODE_FAILED`, naming the step, with what the upcaster threw as its cause.
 */
export function upcastStep<T extends object>(message: string, from: number, upcaster: string, step: () => T): T {
  let made: T | undefined;
  try {
    made = step();
  } catch (cause) {
    throw failed(message, from, upcaster, `it threw ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  // What the compiler was told may not be so: plain JavaScript, or a cast.
  const value: unknown = made;
  if (typeof value !== 'object' || value === null) throw failed(message, from, upcaster, 'it made no object');
  if ('then' in value) throw failed(message, from, upcaster, 'it returned a promise, and upcasters are synchronous');
  return made;
}

function failed(
  message: string,
  from: number,
  upcaster: string,
  why: string,
  options?: { readonly cause: unknown },
): CatgaError {
  const to = from + 1;
  return new CatgaError(
    'DECODE_FAILED',
    `${message} cannot be brought from version ${from} to version ${to} by ${upcaster}: ${why}`,
    { details: { message, from, to, upcaster }, ...options },
  );
}
