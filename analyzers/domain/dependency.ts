import type { ts } from 'ts-morph';
import type { FileView } from '../rule.ts';
import { typeAt } from '../syntax/type-at.ts';
import type { Unit } from './units.ts';

/** Whether an expression is a member of the handler's class, or of what a function handler gets as its third parameter. */
export function isDependency(
  { checker, ts }: Pick<FileView, 'checker' | 'ts'>,
  unit: Unit,
  receiver: ts.Expression,
): boolean {
  let root = receiver;
  while (ts.isPropertyAccessExpression(root) || ts.isNonNullExpression(root)) root = root.expression;
  if (root.kind === ts.SyntaxKind.ThisKeyword) return root !== receiver;
  if (!ts.isIdentifier(root)) return false;
  let declared: ts.Node | undefined = checker.getSymbolAtLocation(root)?.valueDeclaration;
  while (declared !== undefined && (ts.isBindingElement(declared) || ts.isObjectBindingPattern(declared))) {
    declared = declared.parent;
  }
  return (
    declared !== undefined &&
    ts.isParameter(declared) &&
    declared.parent.parameters.indexOf(declared) === 2 &&
    unit.node.pos <= declared.pos &&
    declared.end <= unit.node.end
  );
}

/** Whether an expression is something of the language itself: a `Map` or a `Set` of its own is memory. */
export function isBuiltInObject(
  { checker, program }: Pick<FileView, 'checker' | 'program'>,
  expression: ts.Expression,
): boolean {
  const type = checker.getNonNullableType(typeAt(checker, expression));
  const declarations = type.getSymbol()?.declarations ?? [];
  return declarations.some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()));
}
