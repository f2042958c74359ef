/** A parsed tag argument, or why it could not be. */
export type Parsed<T> = { readonly value: T } | { readonly reason: string };

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** `5s`, `200ms`, `1.5m`, `2h`, `1d`, in milliseconds. */
export function parseDuration(text: string): Parsed<number> {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|min|h|d)$/.exec(text);
  if (!match) return { reason: text === '' ? 'a duration is missing' : 'it is not a duration' };
  const value = Math.round(Number(match[1]) * (units[match[2] ?? ''] ?? 1));
  // Timers hold 31 bits.
  return value >= 1 && value <= 2_147_483_647 ? { value } : { reason: 'it must be between 1 ms and 24 days' };
}

/** A whole number in a range. */
export function parseInteger(text: string, least: number, most: number): Parsed<number> {
  if (!/^-?\d+$/.test(text)) return { reason: text === '' ? 'a number is missing' : 'it is not a whole number' };
  const value = Number(text);
  return value >= least && value <= most ? { value } : { reason: `it must be between ${least} and ${most}` };
}

export function parseChoice<T extends string>(text: string, choices: readonly T[]): Parsed<T> {
  const value = choices.find((choice) => choice === text);
  return value === undefined ? { reason: `it is not one of ${choices.join(', ')}` } : { value };
}

export function parseText(text: string, pattern: RegExp, what: string): Parsed<string> {
  return pattern.test(text) ? { value: text } : { reason: text === '' ? `${what} is missing` : `it is not ${what}` };
}

/** `customerId`, `order.id`, several apart by commas or spaces. */
export function parsePaths(text: string): Parsed<readonly string[]> {
  const value = text.split(/[\s,]+/).filter((part) => part !== '');
  if (value.length === 0) return { reason: 'a member is missing' };
  const odd = value.find((part) => !memberPath.test(part));
  return odd === undefined ? { value } : { reason: `\`${odd}\` is not the name of a member` };
}

export const memberPath: RegExp = /^[\p{ID_Start}$_][\p{ID_Continue}$]*(\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u;
/** Lower-case words apart by dots and hyphens: safe in a subject, a key and a URN. */
export const wireName: RegExp = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)*$/;
