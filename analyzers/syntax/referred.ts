import type { ts } from 'ts-morph';
import type { TypeView } from './type-view.ts';

/** What a name stands for, through imports and re-exports. */
function referredBy({ ts, checker }: TypeView, name: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  return symbol === undefined ? undefined : followed({ ts, checker }, symbol);
}

/** What a module exports, through re-exports; nothing where it is not there. */
export function exportsOf({ ts, checker }: Pick<TypeView, 'checker' | 'ts'>, module: ts.Node): readonly ts.Symbol[] {
  const symbol = checker.getSymbolAtLocation(module);
  return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map((one) => followed({ ts, checker }, one));
}

/** What is imported as a value, of whichever module, by import declarations and `import()`. */
export function valuesImportedBy(view: TypeView, node: ts.ImportDeclaration | ts.CallExpression): readonly ts.Symbol[] {
  const { ts } = view;
  if (ts.isCallExpression(node)) {
    const [module] = node.arguments;
    return node.expression.kind === ts.SyntaxKind.ImportKeyword && module !== undefined ? exportsOf(view, module) : [];
  }
  const { importClause, moduleSpecifier } = node;
  if (importClause === undefined || importClause.isTypeOnly) return [];
  const { name, namedBindings } = importClause;
  const names: ts.Node[] = name === undefined ? [] : [name];
  if (namedBindings !== undefined && ts.isNamedImports(namedBindings)) {
    names.push(...namedBindings.elements.filter((one) => !one.isTypeOnly).map((one) => one.name));
  }
  return [
    ...names.flatMap((one) => referredBy(view, one) ?? []),
    ...(namedBindings !== undefined && ts.isNamespaceImport(namedBindings) ? exportsOf(view, moduleSpecifier) : []),
  ];
}

function followed({ ts, checker }: Pick<TypeView, 'checker' | 'ts'>, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}
