const symbols: readonly string[] = Array.from('0123456789abcdefghijklmnopqrstuvwxyz');
// Two symbols each: an id is then one concatenation, where turning a counter into text would fill V8's number cache.
const endings: readonly string[] = symbols.flatMap((first) => symbols.map((second) => first + second));

/**
 * Makes message ids that are unique across processes: 122 random bits drawn once, then a counter in base 36. Cheap enough to
 * be made on the hot path. Not for secrets: the next id can be guessed from the last.
 */
export function messageIds(): () => string {
  const prefix = `${crypto.randomUUID().replaceAll('-', '')}-`;
  let block = 0;
  let start = prefix + block.toString(36);
  let next = 0;
  return () => {
    const ending = endings[next++];
    if (ending !== undefined) return start + ending;
    start = prefix + (++block).toString(36);
    next = 1;
    return `${start}00`;
  };
}
