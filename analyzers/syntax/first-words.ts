/** Whether a name is one of some words or begins with it: `add`, `addAll` and `add_all`, not `address`. */
export function beginsWithWord(words: readonly string[], name: string): boolean {
  return words.some((word) => name.startsWith(word) && !/^[a-z]/.test(name.slice(word.length)));
}
