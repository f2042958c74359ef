import { createDiagnostic } from '../diagnostics/index.ts';
import type { ScanContext } from './scan-context.ts';
import { relativeTo } from './project-paths.ts';

/**
 * Reports what the parser did not understand. It recovers by guessing, so that a half-written member could vanish from a
 * codec without a word; all files count, since a type may come from any of them.
 */
export function reportSyntaxErrors({ project, ts, diagnostics }: ScanContext): void {
  for (const path of project.rootFiles) {
    const file = project.program.getSourceFile(path);
    if (file === undefined) continue;
    for (const { start, length, messageText } of project.program.getSyntacticDiagnostics(file)) {
      const place = (offset: number): { readonly line: number; readonly column: number } => {
        const { line, character } = file.getLineAndCharacterOfPosition(offset);
        return { line: line + 1, column: character + 1 };
      };
      diagnostics.push(
        createDiagnostic(
          'CATGA1015',
          { reason: ts.flattenDiagnosticMessageText(messageText, ' ') },
          { file: relativeTo(project.root, path), ...place(start) },
          { end: place(start + length) },
        ),
      );
    }
  }
}
