import type { ts } from 'ts-morph';

/**
 * A comment that takes findings back: `// catga-disable-next-line <rules> -- <reason>`, `// catga-disable-line …`, or
 * `/* catga-disable … *\/` up to `catga-enable` or the end of the file. Plain data. Lines and columns count from 1.
 */
export interface Suppression {
  readonly kind: 'block' | 'line' | 'next-line';
  /** Ids or names of rules, as written. */
  readonly rules: readonly SuppressedRule[];
  /** Empty where none is given: then the comment has no effect. */
  readonly reason: string;
  /** The lines whose findings it takes back. */
  readonly fromLine: number;
  readonly toLine: number;
  /** Where `catga-enable` ends some of its rules. */
  readonly ends: readonly SuppressionEnd[];
  /** The comment itself. */
  readonly comment: CommentPlace;
  /** What to remove with the comment: the whole line where nothing else is on it. */
  readonly removal: { readonly start: number; readonly end: number };
}

/** A rule that a suppression names, and where. */
export interface SuppressedRule {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export interface SuppressionEnd {
  readonly line: number;
  /** Ids or names of rules, as written: not always as the block has them. */
  readonly words: readonly string[];
}

export interface CommentPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const comment =
  /\/\/[^\S\r\n]*catga-(?<line>disable-next-line|disable-line|disable|enable)\b(?<lineRest>[^\r\n]*)|\/\*\s*catga-(?<block>disable-next-line|disable-line|disable|enable)\b(?<blockRest>[\s\S]*?)\*\//g;

/** The suppressions of a file, in source order. */
export function suppressionsOf(compiler: typeof ts, file: ts.SourceFile): readonly Suppression[] {
  const { text } = file;
  if (!text.includes('catga-disable')) return [];
  const found: Suppression[] = [];
  for (const match of text.matchAll(comment)) {
    if (!isComment(compiler, file, match.index)) continue;
    const { line, lineRest, block, blockRest } = match.groups ?? {};
    const verb = line ?? block;
    const rest = lineRest ?? blockRest ?? '';
    const end = match.index + match[0].length;
    const restStart = end - rest.length - (blockRest === undefined ? 0 : 2);
    if (verb === 'enable') {
      closeBlocks(found, rest, lineOf(file, match.index));
      continue;
    }
    found.push(suppressionAt(file, verb ?? '', { start: match.index, end, rest, restStart }));
  }
  return found;
}

/**
 * What of a suppression is meant, on a line, for a finding.
 *
 * @param isMeant - Whether an id or a name is that of the finding's rule.
 */
export function suppressedOn(
  { fromLine, toLine, ends, rules }: Suppression,
  line: number,
  isMeant: (word: string) => boolean,
): readonly SuppressedRule[] {
  if (line < fromLine || line > toLine) return [];
  if (ends.some((end) => end.line < line && end.words.some(isMeant))) return [];
  return rules.filter(({ word }) => isMeant(word));
}

interface CommentText {
  readonly start: number;
  readonly end: number;
  /** What stands behind the verb, and where it begins. */
  readonly rest: string;
  readonly restStart: number;
}

function suppressionAt(file: ts.SourceFile, verb: string, found: CommentText): Suppression {
  const { start, end, rest, restStart } = found;
  const separator = rest.indexOf('--');
  const list = separator < 0 ? rest : rest.slice(0, separator);
  const from = file.getLineAndCharacterOfPosition(start);
  const to = file.getLineAndCharacterOfPosition(end);
  const lines = linesOf(file, verb, from.line + 1, to.line + 1);
  return {
    kind: verb === 'disable' ? 'block' : verb === 'disable-line' ? 'line' : 'next-line',
    rules: namesIn(list, restStart),
    reason:
      separator < 0
        ? ''
        : rest
            .slice(separator + 2)
            .replaceAll(/\s*\n[\s*]*/g, ' ')
            .trim(),
    ...lines,
    ends: [],
    comment: {
      line: from.line + 1,
      column: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
    },
    removal: removalOf(file.text, start, end),
  };
}

function namesIn(list: string, offset: number): readonly SuppressedRule[] {
  return [...list.matchAll(/[\w/@.-]+/g)].map(({ 0: word, index }) => ({
    word,
    start: offset + index,
    end: offset + index + word.length,
  }));
}

function linesOf(
  file: ts.SourceFile,
  verb: string,
  line: number,
  endLine: number,
): Pick<Suppression, 'fromLine' | 'toLine'> {
  if (verb === 'disable-line') return { fromLine: line, toLine: endLine };
  if (verb === 'disable') return { fromLine: line, toLine: Number.MAX_SAFE_INTEGER };
  // Comments may be stacked: what is meant is the first line of code below them.
  const starts = file.getLineStarts();
  let next = endLine + 1;
  while (next < starts.length && /^\s*\/\//.test(file.text.slice(starts[next - 1], starts[next]))) next++;
  return { fromLine: next, toLine: next };
}

/** What `catga-enable` does: it ends all that is open, or the rules that it names. */
function closeBlocks(found: Suppression[], rest: string, line: number): void {
  const words = (rest.split('--')[0] ?? '').match(/[\w/@.-]+/g) ?? [];
  for (const [index, suppression] of found.entries()) {
    if (suppression.kind !== 'block' || suppression.toLine !== Number.MAX_SAFE_INTEGER) continue;
    found[index] =
      words.length === 0
        ? { ...suppression, toLine: line }
        : { ...suppression, ends: [...suppression.ends, { line, words }] };
  }
}

function removalOf(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = text.slice(lineStart, start);
  const behind = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  if (before.trim() === '' && behind.trim() === '') {
    return { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 };
  }
  return { start: behind.trim() === '' ? lineStart + before.trimEnd().length : start, end };
}

function lineOf(file: ts.SourceFile, offset: number): number {
  return file.getLineAndCharacterOfPosition(offset).line + 1;
}

/** Whether a comment begins at an offset, and not text that looks like one: in a string, or within another comment. */
function isComment(compiler: typeof ts, file: ts.SourceFile, offset: number): boolean {
  let node: ts.Node = file;
  for (;;) {
    const inner: ts.Node | undefined = node
      .getChildren(file)
      .find((child) => !compiler.isJSDoc(child) && child.pos <= offset && offset < child.end);
    if (inner === undefined) return false;
    if (offset < inner.getStart(file)) {
      const comments = [
        ...(compiler.getLeadingCommentRanges(file.text, inner.pos) ?? []),
        ...(compiler.getTrailingCommentRanges(file.text, inner.pos) ?? []),
      ];
      return comments.some(({ pos }) => pos === offset);
    }
    node = inner;
  }
}
