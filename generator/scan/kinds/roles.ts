import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';

/** The interfaces of Catga that make a class one of its own. */
export type RoleName = 'RequestHandler' | 'EventHandler' | 'BatchHandler' | 'Behavior' | 'Upcaster' | 'Validator';

/** What a class with a role is, in words. */
export type Subject = 'handler' | 'behavior' | 'upcaster' | 'validator';

const subjects: Readonly<Record<RoleName, Subject>> = {
  RequestHandler: 'handler',
  EventHandler: 'handler',
  BatchHandler: 'handler',
  Behavior: 'behavior',
  Upcaster: 'upcaster',
  Validator: 'validator',
};

export function isRoleName(name: string): name is RoleName {
  return Object.hasOwn(subjects, name);
}

export function subjectOf(role: RoleName): Subject {
  return subjects[role];
}

/** One such interface that a class implements, itself or through a base. */
export interface Role {
  readonly name: RoleName;
  /** The type argument as written: aliases have no identity of their own in the checker. Absent: the default. */
  readonly argument?: ts.TypeNode;
  /** A second one, where the interface has it. */
  readonly second?: ts.TypeNode;
  readonly node: ts.Node;
}

type Substitution = ReadonlyMap<ts.Symbol, ts.TypeNode>;

/** The roles of a class. Interfaces that are merged with it count: what they extend, it implements. */
export function rolesOf(context: ScanContext, node: ts.ClassLikeDeclaration): readonly Role[] {
  const { ts, compiler, exports } = context;
  const roles: Role[] = [];
  const seen = new Set<ts.Node>();
  visit(node, new Map(), node);
  const merged = node.name && compiler.symbolOf(node.name)?.declarations;
  for (const declaration of merged ?? []) {
    if (ts.isInterfaceDeclaration(declaration)) visit(declaration, new Map(), node);
  }
  return roles;

  function visit(
    declaration: ts.ClassLikeDeclaration | ts.InterfaceDeclaration,
    known: Substitution,
    at: ts.Node,
  ): void {
    if (seen.has(declaration)) return;
    seen.add(declaration);
    for (const clause of declaration.heritageClauses ?? []) {
      for (const base of clause.types) visitBase(base, known, declaration === node ? base : at);
    }
  }

  function visitBase(base: ts.ExpressionWithTypeArguments, known: Substitution, at: ts.Node): void {
    const symbol = compiler.symbolOf(base.expression);
    if (!symbol) return;
    const args = (base.typeArguments ?? []).map((argument) => substituted(argument, known));
    if (isRoleName(symbol.name) && exports.isCatga(symbol)) {
      const [argument, second] = args;
      roles.push({ name: symbol.name, node: at, ...(argument && { argument }), ...(second && { second }) });
      return;
    }
    for (const declaration of symbol.declarations ?? []) {
      if (!ts.isClassLike(declaration) && !ts.isInterfaceDeclaration(declaration)) continue;
      if (compiler.isLibrary(declaration.getSourceFile())) continue;
      visit(declaration, bind(declaration.typeParameters, args), at);
    }
  }

  function bind(
    parameters: readonly ts.TypeParameterDeclaration[] | undefined,
    args: readonly ts.TypeNode[],
  ): Substitution {
    const bound = new Map<ts.Symbol, ts.TypeNode>();
    for (const [index, parameter] of (parameters ?? []).entries()) {
      const symbol = compiler.symbolOf(parameter.name);
      const argument = args[index] ?? parameter.default;
      if (symbol && argument) bound.set(symbol, argument);
    }
    return bound;
  }

  function substituted(argument: ts.TypeNode, known: Substitution): ts.TypeNode {
    if (!ts.isTypeReferenceNode(argument) || known.size === 0) return argument;
    const symbol = compiler.symbolOf(argument.typeName);
    return (symbol && known.get(symbol)) ?? argument;
  }
}
