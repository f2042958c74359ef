import type { ts } from 'ts-morph';

/** Whether `await` may stand at a node: in an async function, or at the top level of a module. */
export function mayAwait(compiler: typeof ts, node: ts.Node): boolean {
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    if (compiler.isClassStaticBlockDeclaration(parent) || compiler.isPropertyDeclaration(parent)) return false;
    if (compiler.isFunctionLike(parent)) return isAsync(compiler, parent);
  }
  return compiler.isExternalModule(node.getSourceFile());
}

/** Whether a node is a function that is declared `async`. */
export function isAsync(compiler: typeof ts, node: ts.Node | undefined): boolean {
  return (
    node !== undefined &&
    compiler.canHaveModifiers(node) &&
    (compiler.getModifiers(node) ?? []).some(({ kind }) => kind === compiler.SyntaxKind.AsyncKeyword)
  );
}
