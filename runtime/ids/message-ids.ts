/**
 * Makes message ids that are unique across processes: 122 random bits drawn once, then a counter. Cheap enough to be made
 * on the hot path. Not for secrets: the next id can be guessed from the last.
 */
export function messageIds(): () => string {
  const prefix = `${crypto.randomUUID().replaceAll('-', '')}-`;
  let counter = 0;
  return () => prefix + String(++counter);
}
