import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';

/** Whether a statement only declares: nothing of it is there at run time, or it is somewhere else. */
export function isAmbient(context: ScanContext, node: ts.Statement): boolean {
  const { ts } = context;
  if (node.getSourceFile().isDeclarationFile) return true;
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)
  );
}

/** Where a declaration stands that no import reaches, in words; `undefined` at the top level of a module. */
export function placeInWords(context: ScanContext, node: ts.Node): string | undefined {
  const { ts } = context;
  const block = ts.findAncestor(node, (above) => ts.isModuleDeclaration(above));
  if (block && ts.isModuleDeclaration(block)) {
    if (block.flags & ts.NodeFlags.GlobalAugmentation) return '`declare global`';
    const name = block.name.getText();
    return ts.isStringLiteral(block.name) ? `\`declare module ${name}\`` : `the namespace \`${name}\``;
  }
  return ts.isExternalModule(node.getSourceFile()) ? undefined : 'a file that is no module, having no import or export';
}
