import type { ts } from 'ts-morph';
import type { OpenProject } from './open-project.ts';

/**
 * The questions that the scan asks of a compiler, over raw nodes: the only file that touches the checker, so that another
 * compiler's API can take its place. Nothing in an answer is ordered; whoever needs an order makes one.
 */
export interface Compiler {
  readonly ts: typeof ts;
  readonly program: ts.Program;
  /** What a name refers to, import aliases followed. */
  symbolOf(node: ts.Node): ts.Symbol | undefined;
  followAliases(symbol: ts.Symbol): ts.Symbol;
  exportsOf(file: ts.SourceFile): readonly ts.Symbol[];
  /** What `export =` of a file names. */
  exportEqualsOf(file: ts.SourceFile): ts.Symbol | undefined;
  declaredType(symbol: ts.Symbol): ts.Type;
  /** The type of the instances that a class expression makes. */
  declaredInstance(node: ts.ClassExpression): ts.Type;
  typeOfNode(node: ts.TypeNode): ts.Type;
  typeOfExpression(node: ts.Expression): ts.Type;
  typeOfSymbol(symbol: ts.Symbol): ts.Type;
  properties(type: ts.Type): readonly ts.Symbol[];
  property(type: ts.Type, name: string): ts.Symbol | undefined;
  indexSignatures(type: ts.Type): readonly ts.IndexInfo[];
  baseTypes(type: ts.Type): readonly ts.Type[];
  typeArguments(type: ts.Type): readonly ts.Type[];
  callSignatures(type: ts.Type): readonly ts.Signature[];
  constructSignatures(type: ts.Type): readonly ts.Signature[];
  returnType(signature: ts.Signature): ts.Type;
  isArray(type: ts.Type): boolean;
  isTuple(type: ts.Type): boolean;
  isPrimitive(type: ts.Type): boolean;
  /** `never`, also where the compiler has not yet found out that an intersection is. */
  isNever(type: ts.Type): boolean;
  isAssignable(source: ts.Type, target: ts.Type): boolean;
  nonNullable(type: ts.Type): ts.Type;
  /** A name that did not resolve; the checker carries on with `any`. */
  isUnresolved(type: ts.Type): boolean;
  /** What `?` stands for under `exactOptionalPropertyTypes`: not there, which `undefined` is not. */
  isMissing(type: ts.Type): boolean;
  isReadonly(symbol: ts.Symbol): boolean;
  isLibrary(file: ts.SourceFile): boolean;
  /** The union as written before `undefined` was added to it; `undefined` where the compiler did not keep it. */
  unionBeforeUndefined(type: ts.UnionType): ts.Type | undefined;
}

/** Puts the adapter around a loaded program. */
export function createCompiler(project: OpenProject): Compiler {
  const { ts, program, checker } = project;
  const followAliases = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const F = ts.TypeFlags;
  const primitive = F.StringLike | F.NumberLike | F.BigIntLike | F.BooleanLike | F.ESSymbolLike;
  const isMutable = new Map<ts.Symbol, boolean>();
  const library = new Map<ts.SourceFile, boolean>();
  return {
    ts,
    program,
    followAliases,
    symbolOf(node) {
      // A class without a name has a symbol, but no node to ask about.
      const symbol = checker.getSymbolAtLocation(node) ?? (node as { readonly symbol?: ts.Symbol }).symbol;
      return symbol && followAliases(symbol);
    },
    exportsOf(file) {
      const symbol = checker.getSymbolAtLocation(file);
      return symbol ? checker.getExportsOfModule(symbol) : [];
    },
    exportEqualsOf(file) {
      const name = ts.InternalSymbolName.ExportEquals as ts.__String;
      const symbol = checker.getSymbolAtLocation(file)?.exports?.get(name);
      return symbol && followAliases(symbol);
    },
    declaredType: (symbol) => checker.getDeclaredTypeOfSymbol(symbol),
    declaredInstance(node) {
      const { symbol } = node as { readonly symbol?: ts.Symbol };
      return symbol ? checker.getDeclaredTypeOfSymbol(symbol) : checker.getTypeAtLocation(node);
    },
    typeOfNode: (node) => checker.getTypeFromTypeNode(node),
    typeOfExpression: (node) => checker.getTypeAtLocation(node),
    typeOfSymbol: (symbol) => checker.getTypeOfSymbol(symbol),
    properties: (type) => checker.getPropertiesOfType(type),
    property: (type, name) => checker.getPropertyOfType(type, name),
    indexSignatures: (type) => checker.getIndexInfosOfType(type),
    baseTypes: (type) =>
      type.isClassOrInterface() ? checker.getBaseTypes(type) : (targetOf(ts, type)?.getBaseTypes() ?? []),
    typeArguments: (type) => (isReference(ts, type) ? checker.getTypeArguments(type) : []),
    callSignatures: (type) => checker.getSignaturesOfType(type, ts.SignatureKind.Call),
    constructSignatures: (type) => checker.getSignaturesOfType(type, ts.SignatureKind.Construct),
    returnType: (signature) => checker.getReturnTypeOfSignature(signature),
    isArray: (type) => checker.isArrayType(type),
    isTuple: (type) => checker.isTupleType(type),
    isPrimitive: (type) => (type.flags & primitive) !== 0,
    isNever(type) {
      if ((type.flags & F.Never) !== 0) return true;
      if (!type.isIntersection() || checker.getPropertiesOfType(type).length > 0) return false;
      return (
        type.types.some((part) => checker.getPropertiesOfType(part).length > 0) &&
        checker.typeToString(type) === 'never'
      );
    },
    isAssignable: (source, target) => checker.isTypeAssignableTo(source, target),
    nonNullable: (type) => checker.getNonNullableType(type),
    // The flag alone cannot tell an error from a written `any`; the intrinsic's name can.
    isUnresolved: (type) =>
      (type.flags & ts.TypeFlags.Any) !== 0 && (type as { readonly intrinsicName?: string }).intrinsicName === 'error',
    isMissing: (type) => (type.flags & F.Undefined) !== 0 && type !== checker.getUndefinedType(),
    isReadonly(symbol) {
      const known = isMutable.get(symbol);
      if (known !== undefined) return !known;
      const declared = (symbol.declarations ?? []).some(
        (node) => (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Readonly) !== 0,
      );
      // Mapped types carry the modifier on the symbol only.
      const checked = ((symbol as { readonly links?: { readonly checkFlags?: number } }).links?.checkFlags ?? 0) & 8;
      isMutable.set(symbol, !(declared || checked !== 0));
      return declared || checked !== 0;
    },
    isLibrary(file) {
      let known = library.get(file);
      if (known === undefined) {
        known = program.isSourceFileDefaultLibrary(file) || file.fileName.includes('/node_modules/@types/node/');
        library.set(file, known);
      }
      return known;
    },
    unionBeforeUndefined(type) {
      const origin = (type as { readonly origin?: ts.Type }).origin;
      if (!origin?.isUnion()) return undefined;
      const rest = origin.types.filter((part) => (part.flags & ts.TypeFlags.Undefined) === 0);
      return rest.length === 1 ? rest[0] : undefined;
    },
  };
}

function isReference(compiler: typeof ts, type: ts.Type): type is ts.TypeReference {
  return (
    (type.flags & compiler.TypeFlags.Object) !== 0 &&
    ((type as ts.ObjectType).objectFlags & compiler.ObjectFlags.Reference) !== 0
  );
}

function targetOf(compiler: typeof ts, type: ts.Type): ts.GenericType | undefined {
  return isReference(compiler, type) ? type.target : undefined;
}
