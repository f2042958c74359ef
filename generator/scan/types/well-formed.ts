/** Whether text has no lone surrogates: UTF-8, and so every wire, has no place for those. */
export function isWellFormed(text: string): boolean {
  return !/[^\x20-\x7E]/.test(text) || !/\p{Surrogate}/u.test(text);
}
