import type { ts } from 'ts-morph';

/**
 * What a node is, without saying where: the names of the declarations around it and its text, white space aside. The same
 * when lines move, when code is formatted, and when what is around it changes.
 */
export function subjectOf(compiler: typeof ts, node: ts.Node): string {
  const names: string[] = [];
  for (let parent: ts.Node | undefined = node.parent; parent !== undefined; parent = parent.parent) {
    const name = nameOf(compiler, parent);
    if (name !== undefined) names.unshift(name);
  }
  return `${names.join('.')}: ${node.getText().replaceAll(/\s+/g, ' ').slice(0, 200)}`;
}

function nameOf(compiler: typeof ts, node: ts.Node): string | undefined {
  if (compiler.isConstructorDeclaration(node)) return 'constructor';
  if (
    compiler.isClassLike(node) ||
    compiler.isFunctionLike(node) ||
    compiler.isVariableDeclaration(node) ||
    compiler.isPropertyAssignment(node) ||
    compiler.isPropertyDeclaration(node) ||
    compiler.isInterfaceDeclaration(node) ||
    compiler.isTypeAliasDeclaration(node) ||
    compiler.isModuleDeclaration(node)
  ) {
    return node.name?.getText();
  }
  return undefined;
}
