import type { ts } from 'ts-morph';
import type { FileContext, NodeEdit } from '../../rule.ts';

const names: Readonly<Record<string, string>> = { Array: 'ReadonlyArray', Map: 'ReadonlyMap', Set: 'ReadonlySet' };

/** What makes the collections in a type readonly: `string[]`, `[a, b]`, `Array`, `Map` and `Set` of the standard library. */
export function readonlyEdits(context: FileContext, type: ts.TypeNode): readonly NodeEdit[] {
  const { ts } = context;
  const inside = (nodes: readonly ts.TypeNode[]): readonly NodeEdit[] =>
    nodes.flatMap((node) => readonlyEdits(context, node));
  if (ts.isTypeOperatorNode(type)) {
    const { type: operand } = type;
    return type.operator === ts.SyntaxKind.ReadonlyKeyword && ts.isArrayTypeNode(operand)
      ? readonlyEdits(context, operand.elementType)
      : [];
  }
  if (ts.isArrayTypeNode(type)) return [...readonlyBefore(ts, type), ...inside([type.elementType])];
  if (ts.isTupleTypeNode(type)) return readonlyBefore(ts, type);
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) return inside(type.types);
  if (ts.isParenthesizedTypeNode(type)) return inside([type.type]);
  if (!ts.isTypeReferenceNode(type)) return [];
  const given = inside(type.typeArguments ?? []);
  return [...renamed(context, type.typeName), ...given];
}

/** `readonly` binds less than `[]`: inside an array it needs parentheses. */
function readonlyBefore(compiler: typeof ts, node: ts.TypeNode): readonly NodeEdit[] {
  const start = node.getStart();
  const isElement = compiler.isArrayTypeNode(node.parent);
  const before = { start, end: start, text: isElement ? '(readonly ' : 'readonly ' };
  return isElement ? [before, { start: node.end, end: node.end, text: ')' }] : [before];
}

function renamed({ checker, program, ts }: FileContext, name: ts.EntityName): readonly NodeEdit[] {
  if (!ts.isIdentifier(name)) return [];
  const text = Object.hasOwn(names, name.text) ? names[name.text] : undefined;
  if (text === undefined) return [];
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  const isOfLibrary = declarations.some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()));
  return isOfLibrary ? [{ start: name.getStart(), end: name.end, text }] : [];
}
