import { isDeepStrictEqual } from 'node:util';
import type { ts } from 'ts-morph';
import { createDiagnostic } from '../../diagnostics/index.ts';
import { relativeTo } from '../project-paths.ts';
import type { ScanContext } from '../scan-context.ts';

/**
 * Reports tags in comments at the end of the line before a declaration, or of its own last line: they belong to nothing.
 *
 * @param isMeant - Whether a tag of that name could be meant for the declaration.
 */
export function reportStrayTags(
  { ts, project, fragments }: ScanContext,
  node: ts.Node,
  isMeant: (name: string) => boolean,
): void {
  const diagnostics = fragments.current?.diagnostics ?? [];
  const file = node.getSourceFile();
  const { text } = file;
  // At the start of a file every comment counts as one above.
  const before = node.pos === 0 ? [] : (ts.getTrailingCommentRanges(text, node.pos) ?? []);
  for (const { pos, end } of [...before, ...(ts.getTrailingCommentRanges(text, node.end) ?? [])]) {
    const comment = text.slice(pos, end);
    if (!comment.startsWith('/**')) continue;
    for (const { index, 1: tag = '' } of comment.matchAll(/(?<=[\s*])@([a-zA-Z]+)/g)) {
      if (!isMeant(tag)) continue;
      const { line, character } = file.getLineAndCharacterOfPosition(pos + index + 1);
      const position = { file: relativeTo(project.root, file.fileName), line: line + 1, column: character + 1 };
      const finish = { line: line + 1, column: character + 1 + tag.length };
      // The end of one declaration is where the next one begins.
      if (!diagnostics.some((one) => one.id === 'CATGA1024' && isDeepStrictEqual(one.position, position))) {
        diagnostics.push(createDiagnostic('CATGA1024', { tag }, position, { end: finish }));
      }
    }
  }
}
