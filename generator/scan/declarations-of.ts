import type { ts } from 'ts-morph';
import { compareText } from './project-paths.ts';

/** The declarations of a symbol by file and place: merged ones come in the order in which files were loaded. */
function declarationsOf(symbol: ts.Symbol): readonly ts.Declaration[] {
  const nodes = symbol.declarations ?? [];
  if (nodes.length < 2) return nodes;
  return nodes.toSorted((a, b) => compareText(a.getSourceFile().fileName, b.getSourceFile().fileName) || a.pos - b.pos);
}

export function firstDeclaration(symbol: ts.Symbol): ts.Declaration | undefined {
  return declarationsOf(symbol)[0];
}

/** The file that declares a symbol; the first by path where several do. */
export function fileOf(symbol: ts.Symbol): ts.SourceFile | undefined {
  return firstDeclaration(symbol)?.getSourceFile();
}
