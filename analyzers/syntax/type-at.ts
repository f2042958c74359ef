import type { ts } from 'ts-morph';

/** The type of a node. */
export function typeAt(checker: ts.TypeChecker, node: ts.Node): ts.Type {
  try {
    return checker.getTypeAtLocation(node);
  } catch (error) {
    // The checker runs out of stack on some recursive types (microsoft/TypeScript#63441); what it has found by then it
    // keeps, so that asking again succeeds.
    if (error instanceof RangeError) return checker.getTypeAtLocation(node);
    throw error;
  }
}

/** The members of a union, or the type itself. */
export function constituents(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}
