/** One fenced block of a page. */
export interface MarkdownBlock {
  /** The page, relative to the repository. */
  readonly page: string;
  /** The line of the opening fence, one-based. */
  readonly line: number;
  readonly language: string;
  /** What follows the language: `file=src/main.ts group=orders`. A word without `=` has the value `true`. */
  readonly options: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The fenced blocks of a page, in order. */
export function markdownBlocks(page: string, text: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let open: { line: number; fence: string; info: string; lines: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^\s*(?<fence>`{3,})(?<info>.*)$/.exec(line)?.groups;
    if (open !== undefined && fence?.['fence'] === open.fence && fence['info']?.trim() === '') {
      const [language = '', ...options] = open.info.split(/\s+/);
      blocks.push({ page, line: open.line, language, options: parseOptions(options), text: open.lines.join('\n') });
      open = undefined;
    } else if (open !== undefined) open.lines.push(line);
    else if (fence !== undefined) {
      open = { line: index + 1, fence: fence['fence'] ?? '', info: (fence['info'] ?? '').trim(), lines: [] };
    }
  }
  if (open !== undefined) throw new TypeError(`${page}:${open.line}: this block is not closed`);
  return blocks;
}

function parseOptions(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      return at === -1 ? [word, 'true'] : [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}
