/** Whether text has no lone surrogates: UTF-8, and so every wire, has no place for those. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
