/** Puts each of some texts in the place of `@` in each of others, in order. */
export function product(around: readonly string[], inner: readonly string[]): readonly string[] {
  return around.flatMap((outer) => inner.map((text) => outer.replaceAll('@', () => text)));
}

/** Puts each text in the place of `@` in one of others, in turn. */
export function inTurn(around: readonly string[], inner: readonly string[]): readonly string[] {
  return inner.map((text, index) => (around[index % around.length] ?? '@').replaceAll('@', () => text));
}
