import type { ts } from 'ts-morph';
import type { TypeView } from '../syntax/type-view.ts';

/** The name under which `catga` exports what an expression refers to, where the file imports it from there. */
export function catgaNameOf({ ts, checker }: TypeView, expression: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(expression)) {
    const namespace = declarationOf(expression.expression);
    return namespace !== undefined && ts.isNamespaceImport(namespace) && isCatga(namespace.parent.parent)
      ? expression.name.text
      : undefined;
  }
  const specifier = declarationOf(expression);
  return specifier !== undefined && ts.isImportSpecifier(specifier) && isCatga(specifier.parent.parent.parent)
    ? (specifier.propertyName ?? specifier.name).text
    : undefined;

  function declarationOf(node: ts.Node): ts.Declaration | undefined {
    return ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.declarations?.[0] : undefined;
  }

  function isCatga(declaration: ts.ImportDeclaration | ts.JSDocImportTag): boolean {
    return ts.isStringLiteral(declaration.moduleSpecifier) && declaration.moduleSpecifier.text === 'catga';
  }
}
