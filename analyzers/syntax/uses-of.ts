import type { ts } from 'ts-morph';
import type { TypeView } from './type-view.ts';

/** Where the file that declares a variable reads or writes it, the declaration apart, in source order. */
export function usesOf(
  { ts, checker }: Pick<TypeView, 'checker' | 'ts'>,
  declaration: ts.VariableDeclaration,
): readonly ts.Identifier[] {
  const { name } = declaration;
  if (!ts.isIdentifier(name)) return [];
  const variable = checker.getSymbolAtLocation(name);
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isIdentifier(node) &&
      node.text === name.text &&
      node !== name &&
      checker.getSymbolAtLocation(node) === variable
    ) {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration.getSourceFile());
  return found;
}
