import type { ts } from 'ts-morph';
import { compareText } from './project-paths.ts';
import type { ScanContext } from './scan-context.ts';

/**
 * The declarations of a symbol by file and place: merged ones come in the order in which files were loaded. What augments
 * another module comes last, because the symbol belongs to the module that is augmented.
 */
function declarationsOf(symbol: ts.Symbol): readonly ts.Declaration[] {
  const nodes = symbol.declarations ?? [];
  if (nodes.length < 2) return nodes;
  return nodes.toSorted(
    (a, b) =>
      Number(isAugmentation(a)) - Number(isAugmentation(b)) ||
      compareText(a.getSourceFile().fileName, b.getSourceFile().fileName) ||
      a.pos - b.pos,
  );
}

export function firstDeclaration(symbol: ts.Symbol): ts.Declaration | undefined {
  return declarationsOf(symbol)[0];
}

/** The file that declares a symbol; the first by path where several do. */
export function fileOf(symbol: ts.Symbol): ts.SourceFile | undefined {
  return firstDeclaration(symbol)?.getSourceFile();
}

/** The interfaces, classes and aliases among the declarations of a symbol: what may carry tags of one declaration. */
export function mergedTypes(
  { ts }: ScanContext,
  symbol: ts.Symbol,
): readonly (ts.InterfaceDeclaration | ts.ClassDeclaration | ts.TypeAliasDeclaration)[] {
  return declarationsOf(symbol).filter(
    (node) => ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) || ts.isTypeAliasDeclaration(node),
  );
}

// `declare module './orders.js' { … }`: of all blocks, only this one has a string for a name.
function isAugmentation(node: ts.Node): boolean {
  const owner = (node.parent as ts.Node | undefined)?.parent as
    { readonly name?: ts.Node; readonly body?: ts.Node } | undefined;
  return owner?.name !== undefined && owner.body !== undefined && /^['"]/.test(owner.name.getText());
}
