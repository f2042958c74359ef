import type { ts } from 'ts-morph';
import type { SourcePosition } from '../model/types.ts';
import { relativeTo } from './project-paths.ts';

/** A stretch of source, for findings that are made after the compiler has gone. */
export interface SourceSpan {
  readonly position: SourcePosition;
  readonly end: { readonly line: number; readonly column: number };
}

/** Where a node begins, its comments left out. */
export function startOf(root: string, node: ts.Node): SourcePosition {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file, false));
  return { file: relativeTo(root, file.fileName), line: line + 1, column: character + 1 };
}

/** Where a node ends. */
export function endOf(node: ts.Node): SourceSpan['end'] {
  const { line, character } = node.getSourceFile().getLineAndCharacterOfPosition(node.getEnd());
  return { line: line + 1, column: character + 1 };
}
