import type { ts } from 'ts-morph';

/** The module that a name is imported from, where an import of the same file brings it. */
function moduleOf(
  compiler: typeof ts,
  checker: ts.TypeChecker,
  name: ts.Identifier,
): { readonly module: string; readonly exported: string } | undefined {
  for (const declaration of checker.getSymbolAtLocation(name)?.declarations ?? []) {
    if (compiler.isImportSpecifier(declaration)) {
      const { moduleSpecifier } = declaration.parent.parent.parent;
      if (!compiler.isStringLiteral(moduleSpecifier)) continue;
      return { module: moduleSpecifier.text, exported: (declaration.propertyName ?? declaration.name).text };
    }
    if (compiler.isNamespaceImport(declaration) || compiler.isImportClause(declaration)) {
      const { moduleSpecifier } = compiler.isImportClause(declaration) ? declaration.parent : declaration.parent.parent;
      if (!compiler.isStringLiteral(moduleSpecifier)) continue;
      return { module: moduleSpecifier.text, exported: compiler.isImportClause(declaration) ? 'default' : '*' };
    }
  }
  return undefined;
}

/** What a name or a member of a namespace import is exported as, and by which module. */
export function importedValue(
  compiler: typeof ts,
  checker: ts.TypeChecker,
  expression: ts.Expression,
): { readonly module: string; readonly exported: string } | undefined {
  if (compiler.isIdentifier(expression)) return moduleOf(compiler, checker, expression);
  if (!compiler.isPropertyAccessExpression(expression) || !compiler.isIdentifier(expression.expression))
    return undefined;
  const owner = moduleOf(compiler, checker, expression.expression);
  return owner?.exported === '*' || owner?.exported === 'default'
    ? { module: owner.module, exported: expression.name.text }
    : undefined;
}
