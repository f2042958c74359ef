import type { ts } from 'ts-morph';

/** Whether an annotation may stand for a function, by its syntax: the checker need not be asked about others. */
export function mayBeFunctionType(compiler: typeof ts, annotation: ts.TypeNode): boolean {
  const { SyntaxKind } = compiler;
  if (compiler.isTypeLiteralNode(annotation)) {
    return annotation.members.some(
      (member) => compiler.isCallSignatureDeclaration(member) || compiler.isConstructSignatureDeclaration(member),
    );
  }
  switch (annotation.kind) {
    case SyntaxKind.ParenthesizedType:
      return mayBeFunctionType(compiler, (annotation as ts.ParenthesizedTypeNode).type);
    case SyntaxKind.ConditionalType:
    case SyntaxKind.ConstructorType:
    case SyntaxKind.FunctionType:
    case SyntaxKind.ImportType:
    case SyntaxKind.IndexedAccessType:
    case SyntaxKind.InferType:
    case SyntaxKind.IntersectionType:
    case SyntaxKind.ThisType:
    case SyntaxKind.TypeOperator:
    case SyntaxKind.TypeQuery:
    case SyntaxKind.TypeReference:
    case SyntaxKind.UnionType:
      return true;
    default:
      return false;
  }
}
