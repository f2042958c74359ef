/** How deep a value may nest: recursive types level by level, anything else container by container. */
export const MAX_DEPTH = 64;

/** How many bytes a bigint may take: reading the decimal text of one takes time in proportion to the square of its length. */
export const MAX_BIGINT_BYTES = 1024;

/**
 * How many bytes an encoded value may take. A value that holds the same object in two places is written twice; one that does
 * so on each of 60 levels would never end.
 */
export const MAX_BYTES: number = 2 ** 26;

/** How many values one may hold when it is turned into JSON, whatever their size, and in what no declared type describes. */
export const MAX_VALUES: number = 2 ** 22;

const beyond = 2n ** BigInt(MAX_BIGINT_BYTES * 8 - 1);

/** Decimal digits and a sign. */
export const MAX_BIGINT_TEXT: number = String(-beyond).length;

/** Whether the two's complement of `value` takes no more bytes than that. */
export function isBigintInRange(value: bigint): boolean {
  return value < beyond && value >= -beyond;
}
