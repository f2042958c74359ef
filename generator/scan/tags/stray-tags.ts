import type { ts } from 'ts-morph';
import { createDiagnostic } from '../../diagnostics/index.ts';
import { relativeTo } from '../project-paths.ts';
import type { ScanContext } from '../scan-context.ts';
import { messageTags } from './message-options.ts';

/** Reports tags in comments at the end of the line before a message, or of its own last line: they belong to nothing. */
export function reportStrayTags({ ts, project, fragments }: ScanContext, node: ts.Declaration): void {
  const file = node.getSourceFile();
  const { text } = file;
  // At the start of a file every comment counts as one above.
  const before = node.pos === 0 ? [] : (ts.getTrailingCommentRanges(text, node.pos) ?? []);
  for (const { pos, end } of [...before, ...(ts.getTrailingCommentRanges(text, node.end) ?? [])]) {
    const comment = text.slice(pos, end);
    if (!comment.startsWith('/**')) continue;
    for (const { index, 1: tag = '' } of comment.matchAll(/(?<=[\s*])@([a-zA-Z]+)/g)) {
      if (!Object.hasOwn(messageTags, tag) || tag === 'deprecated') continue;
      const { line, character } = file.getLineAndCharacterOfPosition(pos + index + 1);
      const position = { file: relativeTo(project.root, file.fileName), line: line + 1, column: character + 1 };
      const finish = { line: line + 1, column: character + 1 + tag.length };
      fragments.current?.diagnostics.push(createDiagnostic('CATGA1024', { tag }, position, { end: finish }));
    }
  }
}
