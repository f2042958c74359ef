import type { ts } from 'ts-morph';

/**
 * Whether a comment in a stretch of code gives a reason: three words or more, so that `// ignore` and `// not important` are
 * none.
 */
export function givesReason(compiler: typeof ts, file: ts.SourceFile, start: number, end: number): boolean {
  const scanner = compiler.createScanner(
    compiler.ScriptTarget.Latest,
    false,
    compiler.LanguageVariant.Standard,
    file.text.slice(start, end),
  );
  for (let kind = scanner.scan(); kind !== compiler.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const isComment =
      kind === compiler.SyntaxKind.SingleLineCommentTrivia || kind === compiler.SyntaxKind.MultiLineCommentTrivia;
    if (isComment && isReason(scanner.getTokenText())) return true;
  }
  return false;
}

/** Directives for tools say what, not why. */
function isReason(comment: string): boolean {
  const text = comment.replace(/^\/[/*]+|\*\/$/g, '').trim();
  return (
    !/^(?:eslint|oxlint|biome|prettier|ts|catga|istanbul|c8|v8|TODO|FIXME|XXX)\b/i.test(text) &&
    (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 3
  );
}
