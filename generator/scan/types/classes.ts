import type { ts } from 'ts-morph';
import type { ClassConstruction, MemberModel } from '../../model/types.ts';
import { fileOf } from '../declarations-of.ts';
import type { ScanContext } from '../scan-context.ts';
import type { TypeResolver } from './resolver.ts';
import type { Site } from './site.ts';

export function isClass(context: ScanContext, type: ts.Type): boolean {
  const symbol = type.symbol as ts.Symbol | undefined;
  return symbol !== undefined && (symbol.flags & context.ts.SymbolFlags.Class) !== 0;
}

/** Reports what an encoded instance would lose: private and protected members, and bases of the library. */
export function findHiddenState(resolver: TypeResolver, type: ts.Type, site: Site): boolean {
  const { ts, compiler } = resolver.context;
  const seen = new Set<ts.Symbol>();
  const visit = (symbol: ts.Symbol): boolean => {
    if (seen.has(symbol)) return false;
    seen.add(symbol);
    const file = fileOf(symbol);
    if (file && compiler.isLibrary(file)) {
      resolver.refuse('CATGA1115', site, { type: symbol.name });
      return true;
    }
    for (const declaration of symbol.declarations ?? []) {
      if (!ts.isClassLike(declaration)) continue;
      for (const member of declaration.members) {
        const hidden = hiddenMember(member);
        if (hidden) {
          const owner = type.symbol.name;
          resolver.refuse('CATGA1109', site, { type: owner, member: hidden.name, access: hidden.access });
          return true;
        }
      }
    }
    return compiler.baseTypes(compiler.declaredType(symbol)).some((base) => visit(base.symbol));
  };
  return visit(type.symbol);

  function hiddenMember(member: ts.ClassElement): { readonly name: string; readonly access: string } | undefined {
    if (ts.isConstructorDeclaration(member)) {
      const property = member.parameters.find((parameter) => accessOf(parameter) !== undefined);
      return property && { name: property.name.getText(), access: accessOf(property) ?? 'private' };
    }
    if (!ts.isPropertyDeclaration(member) || ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static)
      return undefined;
    // Its value is kept in private state, and the class shows no more than a getter and a setter.
    if (ts.isAutoAccessorPropertyDeclaration(member))
      return { name: member.name.getText(), access: 'an auto-accessor' };
    const access = ts.isPrivateIdentifier(member.name) ? 'private' : accessOf(member);
    return access === undefined ? undefined : { name: member.name.getText(), access };
  }

  function accessOf(node: ts.Declaration): string | undefined {
    const flags = ts.getCombinedModifierFlags(node);
    return flags & ts.ModifierFlags.Private ? 'private' : flags & ts.ModifierFlags.Protected ? 'protected' : undefined;
  }
}

/**
 * How an instance is made from decoded members; reports where there is no way. A static `fromWire` that takes one object
 * with the members comes first, then the constructor, then a static `from` of the same kind.
 */
export function constructionOf(
  resolver: TypeResolver,
  type: ts.Type,
  members: readonly MemberModel[],
  site: Site,
): ClassConstruction | undefined {
  const { symbol } = type;
  const declared = staticConstruction(resolver, type, members, 'fromWire');
  const isExported = resolver.context.exports.importOf(symbol) !== undefined;
  if (declared && isExported) return declared;
  const found = constructorOf(resolver, type, members);
  if (typeof found === 'object') return found;
  const other = isExported ? staticConstruction(resolver, type, members, 'from') : undefined;
  const name = symbol.name === '__class' ? resolver.show(type) : symbol.name;
  if (!other) resolver.refuse('CATGA1110', site, { type: name, reason: found });
  return other;
}

/** A static method that takes one object with the members and gives an instance. */
function staticConstruction(
  resolver: TypeResolver,
  type: ts.Type,
  members: readonly MemberModel[],
  method: 'from' | 'fromWire',
): ClassConstruction | undefined {
  const { ts, compiler } = resolver.context;
  const declared = compiler.property(compiler.typeOfSymbol(type.symbol), method);
  const declaration = declared?.valueDeclaration;
  if (!declared || !declaration) return undefined;
  if (ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected))
    return undefined;
  const signature = compiler.callSignatures(compiler.typeOfSymbol(declared))[0];
  const [parameter, second] = signature?.getParameters() ?? [];
  const isOptional = second?.valueDeclaration && ts.isParameter(second.valueDeclaration) && second.valueDeclaration;
  if (!signature || !parameter || (second && !(isOptional && (isOptional.questionToken ?? isOptional.initializer)))) {
    return undefined;
  }
  if ((compiler.returnType(signature).symbol as ts.Symbol | undefined) !== type.symbol) return undefined;
  const target = compiler.typeOfSymbol(parameter);
  const names = new Set(members.map(({ name }) => name));
  const fits =
    signature.typeParameters === undefined
      ? compiler.isAssignable(type, target)
      : compiler.properties(target).every(({ name }) => names.has(name));
  const takesObject = (target.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  if (!takesObject || !fits) return undefined;
  const parameters = takenBy(resolver, target, members);
  return parameters && { style: 'static', method, parameters };
}

/** The members that an object parameter has a place for; none where it has one for all, `undefined` where for none. */
function takenBy(
  { context: { compiler } }: TypeResolver,
  target: ts.Type,
  members: readonly MemberModel[],
): readonly string[] | undefined {
  const taken = members.filter(({ name }) => compiler.property(target, name) !== undefined).map(({ name }) => name);
  if (taken.length === members.length || compiler.indexSignatures(target).length > 0) return [];
  return taken.length > 0 ? taken : undefined;
}

/** Why generated code cannot import a class. */
function outOfReach(compiler: typeof ts, declaration: ts.Declaration | undefined): string {
  if (declaration && compiler.isClassExpression(declaration))
    return 'it is a class expression, which no module exports';
  return declaration && compiler.isModuleBlock(declaration.parent)
    ? 'it is in a namespace, and a module exports only what is outside'
    : 'it is not exported';
}

/** By the constructor; a text says why not. */
function constructorOf(
  resolver: TypeResolver,
  type: ts.Type,
  members: readonly MemberModel[],
): ClassConstruction | string {
  const { ts, compiler, exports } = resolver.context;
  const { symbol } = type;
  const declaration = symbol.valueDeclaration;
  if (declaration && ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract) return 'it is abstract';
  if (!exports.importOf(symbol)) return outOfReach(ts, declaration);
  const signature = compiler.constructSignatures(compiler.typeOfSymbol(symbol))[0];
  const constructor = signature?.declaration as ts.Declaration | undefined;
  if (
    constructor &&
    ts.getCombinedModifierFlags(constructor) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)
  ) {
    return 'its constructor is not public';
  }
  const parameters = signature?.getParameters() ?? [];
  if (parameters.length === 0) return { style: 'assign', parameters: [] };

  const byName = new Map(members.map((member) => [member.name, member]));
  const names: string[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const node = parameter.valueDeclaration;
    const isOptional =
      node && ts.isParameter(node) && (node.questionToken ?? node.initializer ?? node.dotDotDotToken) !== undefined;
    const member = byName.get(parameter.name);
    if (member && node && ts.isParameter(node) && node.dotDotDotToken) {
      return `its constructor's \`...${parameter.name}\` takes the elements one by one`;
    }
    // As declared: the constructor of a generic class speaks of its type parameters.
    const property = compiler.property(compiler.declaredType(symbol), parameter.name);
    if (
      member &&
      property &&
      compiler.isAssignable(compiler.typeOfSymbol(property), compiler.typeOfSymbol(parameter))
    ) {
      names.push(parameter.name);
      continue;
    }
    const taken = parameters.length === 1 ? membersTaken(parameter) : undefined;
    if (taken) return { style: 'init', parameters: taken };
    if (isOptional === true && parameters.slice(index).every((rest) => !byName.has(rest.name))) break;
    return member
      ? `its constructor's \`${parameter.name}\` has another type than the member`
      : `its constructor's \`${parameter.name}\` is not a member`;
  }
  return names.length === 0 ? { style: 'assign', parameters: [] } : { style: 'parameters', parameters: names };

  // One object with the members: an instance has them all, so it must fit the parameter.
  function membersTaken(parameter: ts.Symbol): readonly string[] | undefined {
    const target = compiler.typeOfSymbol(parameter);
    const isObject = (target.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
    return isObject && compiler.isAssignable(type, target) ? takenBy(resolver, target, members) : undefined;
  }
}
