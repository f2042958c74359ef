/** The value at a path of members and indexes, or `undefined` where it leads nowhere. */
export function member(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null
        ? (found as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    value,
  );
}

export function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : -1;
}
