import type { ts } from 'ts-morph';
import { firstDeclaration } from './declarations-of.ts';

/** A declaration's name with the namespaces and functions around it: `Orders.Line`. */
export function qualifiedName(compiler: typeof ts, symbol: ts.Symbol): string {
  const node = firstDeclaration(symbol);
  if (node && symbol.name !== 'default' && compiler.isSourceFile(node.parent)) return symbol.name;
  const parts = [
    node && symbol.name === 'default' ? (compiler.getNameOfDeclaration(node)?.getText() ?? 'default') : symbol.name,
  ];
  for (let at = node?.parent; at && !compiler.isSourceFile(at); at = at.parent) {
    if (compiler.isModuleDeclaration(at) && !compiler.isStringLiteral(at.name)) parts.unshift(at.name.getText());
    else if (compiler.isFunctionLike(at) && at.name) parts.unshift(at.name.getText());
  }
  return parts.join('.');
}

/** Tells declarations apart without the compiler's objects, so that what one run has found another can look up. */
export function symbolKey(compiler: typeof ts, symbol: ts.Symbol): string {
  const file = firstDeclaration(symbol)?.getSourceFile().fileName ?? '';
  return `${file}#${qualifiedName(compiler, symbol)}`;
}
