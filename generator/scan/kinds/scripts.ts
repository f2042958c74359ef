import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';
import { bare, catgaTypeName, isHandlerCall } from './callable.ts';
import { contractOf } from './contract.ts';
import { isRoleName, subjectOf } from './roles.ts';

/** Reports declarations in JavaScript files, which `allowJs` makes part of the program. */
export function reportScripts(context: ScanContext): void {
  for (const file of context.scripts) context.fragments.within(file.fileName, () => reportScript(context, file));
}

function reportScript(context: ScanContext, file: ts.SourceFile): void {
  for (const statement of file.statements) {
    const found = declarationIn(context, statement);
    if (found) context.report('CATGA1017', { name: found.name, subject: found.subject }, found.node);
  }
  for (const { name, node } of typedefsOf(context, file)) {
    context.report('CATGA1017', { name, subject: 'message' }, node);
  }
}

function declarationIn(
  context: ScanContext,
  statement: ts.Statement,
): { readonly name: string; readonly subject: string; readonly node: ts.Node } | undefined {
  const { ts, compiler } = context;
  if (ts.isClassDeclaration(statement)) {
    const name = statement.name?.text ?? 'default';
    for (const { class: base } of ts.getJSDocImplementsTags(statement)) {
      const symbol = compiler.symbolOf(base.expression);
      if (symbol && context.exports.isCatga(symbol) && isRoleName(symbol.name))
        return { name, subject: subjectOf(symbol.name), node: statement };
    }
    const symbol = statement.heritageClauses && compiler.symbolOf(statement.name ?? statement);
    const isMessage = symbol && contractOf(context, compiler.declaredType(symbol)) !== undefined;
    return isMessage === true ? { name, subject: 'message', node: statement } : undefined;
  }
  const declarations = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  for (const node of declarations) {
    const type = ts.getJSDocType(node);
    const made = node.initializer && bare(context, node.initializer);
    const isHandler =
      (type !== undefined && catgaTypeName(context, type) === 'FunctionHandler') ||
      (made !== undefined && isHandlerCall(context, made));
    if (isHandler) return { name: node.name.getText(), subject: 'handler', node };
  }
  return undefined;
}

/** `@typedef {import('catga').Command & { … }} PlaceOrder` exports a type. */
function typedefsOf(
  context: ScanContext,
  file: ts.SourceFile,
): readonly { readonly name: string; readonly node: ts.Node }[] {
  const { ts, compiler } = context;
  return compiler.exportsOf(file).flatMap((symbol) => {
    const node = symbol.declarations?.[0];
    if ((symbol.flags & ts.SymbolFlags.TypeAlias) === 0 || node?.getSourceFile() !== file) return [];
    return contractOf(context, compiler.declaredType(symbol)) ? [{ name: symbol.name, node }] : [];
  });
}
