import type { ts } from 'ts-morph';
import type { SourcePosition } from '../../model/types.ts';
import type { ScanContext } from '../scan-context.ts';
import { firstDeclaration } from '../declarations-of.ts';
import { qualifiedName } from '../qualified-name.ts';
import { pascalCase } from './pascal-case.ts';
import type { Site } from './site.ts';

/** What a type is called, read off its declaration and never off the order of a walk. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly module: string;
  readonly position: SourcePosition;
  /** Has a declared name of its own, and so may be part of a cycle. */
  readonly isNamed: boolean;
  readonly symbol?: ts.Symbol;
  readonly typeArguments: readonly ts.Type[];
  /** The type itself, where it has no name: it is known again inside itself by that. */
  readonly anonymous?: ts.Type;
}

export interface Identities {
  /** Does something while a type without a name is being looked into: where it is met inside itself, it is that again. */
  within<T>(identity: Identity, act: () => T): T;
  of(type: ts.Type, site: Site): Identity;
  /** By a declaration, whatever its type is called: two aliases of one type are two messages. */
  ofDeclaration(symbol: ts.Symbol, site: Site): Identity;
  /** A text for a type as an argument of a generic: `src/orders#Order`, `string`, `"a" | "b"`. */
  key(type: ts.Type, depth?: number): string;
  /** As {@link Identities.key}, but for what an instantiated generic is, not for an alias that names it. */
  instanceKey(type: ts.Type): string;
}

const deepest = 8;
const tooDeep = '…';

/** Whether an id came from type arguments nested so deep that they can only be growing. */
export function isEndless(id: string): boolean {
  return id.includes(tooDeep);
}

export function createIdentities(context: ScanContext): Identities {
  const { ts, compiler, exports } = context;
  const known = new Map<ts.Type, Identity>();
  const keys = new Map<ts.Type, { readonly text: string; readonly depth: number }>();
  const open = new Map<ts.Type, Identity>();

  function of(type: ts.Type, site: Site): Identity {
    const cached = known.get(type);
    if (cached) return cached;
    const declared = declaredSymbol(type);
    if (declared) {
      const identity = named(declared.symbol, declared.typeArguments, site);
      known.set(type, identity);
      return identity;
    }
    const literal = anonymousNode(type);
    if (literal) {
      const { id, name, module } = literalPath(literal);
      const identity: Identity = {
        id,
        name,
        module,
        position: context.positionOf(literal),
        isNamed: false,
        typeArguments: [],
      };
      known.set(type, identity);
      return identity;
    }
    const outer = open.get(type);
    if (outer) return outer;
    const module = site.id.slice(0, site.id.indexOf('#'));
    return {
      id: site.id,
      name: site.name,
      module,
      position: context.positionOf(site.node),
      isNamed: false,
      typeArguments: [],
      anonymous: type,
    };
  }

  function within<T>(identity: Identity, act: () => T): T {
    const type = identity.anonymous;
    if (!type || open.has(type)) return act();
    open.set(type, identity);
    try {
      return act();
    } finally {
      open.delete(type);
    }
  }

  function named(symbol: ts.Symbol, typeArguments: readonly ts.Type[], site: Site): Identity {
    const module = exports.moduleOf(symbol);
    const own = qualifiedName(ts, symbol);
    const suffix = typeArguments.length === 0 ? '' : `<${typeArguments.map((argument) => key(argument, 1)).join(',')}>`;
    const declaration = firstDeclaration(symbol);
    const node = declaration && !compiler.isLibrary(declaration.getSourceFile()) ? declaration : site.node;
    return {
      id: `${module}#${own}${suffix}`,
      name:
        pascalCase(own) +
        (suffix === '' ? '' : `Of${typeArguments.map((argument) => label(argument)).join('And')}`.slice(0, 60)),
      module,
      position: context.positionOf(node),
      isNamed: true,
      symbol,
      typeArguments,
    };
  }

  function declaredSymbol(
    type: ts.Type,
  ): { readonly symbol: ts.Symbol; readonly typeArguments: readonly ts.Type[] } | undefined {
    if (type.aliasSymbol) return { symbol: type.aliasSymbol, typeArguments: type.aliasTypeArguments ?? [] };
    // The compiler types it as always there; unions and intrinsics have none.
    const symbol = type.symbol as ts.Symbol | undefined;
    if (!symbol || (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.Enum)) === 0)
      return undefined;
    if ((type.flags & ts.TypeFlags.Object) === 0) return { symbol, typeArguments: [] };
    const parameters = (type as ts.TypeReference).target as ts.GenericType | undefined;
    // `this` comes along as one more argument; it is not part of the name.
    const count = parameters?.typeParameters?.length ?? 0;
    return { symbol, typeArguments: count === 0 ? [] : compiler.typeArguments(type).slice(0, count) };
  }

  function anonymousNode(type: ts.Type): ts.Node | undefined {
    if ((type.flags & ts.TypeFlags.Object) === 0) return undefined;
    const { objectFlags } = type as ts.ObjectType;
    if ((objectFlags & (ts.ObjectFlags.Instantiated | ts.ObjectFlags.Reference)) !== 0) return undefined;
    const symbol = type.symbol as ts.Symbol | undefined;
    const node = symbol?.declarations?.[0];
    return node && (ts.isTypeLiteralNode(node) || ts.isMappedTypeNode(node)) ? node : undefined;
  }

  function literalPath(node: ts.Node): { readonly id: string; readonly name: string; readonly module: string } {
    const ids: string[] = [];
    const names: string[] = [];
    let at = node;
    for (; !ts.isSourceFile(at.parent); at = at.parent) {
      const parent = at.parent;
      if (ts.isInterfaceDeclaration(parent) || ts.isTypeAliasDeclaration(parent) || ts.isClassDeclaration(parent)) {
        const symbol = parent.name && compiler.symbolOf(parent.name);
        if (symbol) {
          const module = exports.moduleOf(symbol);
          const own = qualifiedName(ts, symbol);
          return {
            id: `${module}#${own}${ids.toReversed().join('')}`,
            name: pascalCase(own) + names.toReversed().join(''),
            module,
          };
        }
      }
      const step = stepTo(parent, at);
      if (step) {
        ids.push(step.id);
        names.push(step.name);
      }
    }
    const module = exports.moduleOfFile(node.getSourceFile());
    return { id: `${module}#${ids.toReversed().join('')}`, name: names.toReversed().join(''), module };
  }

  function stepTo(parent: ts.Node, child: ts.Node): { readonly id: string; readonly name: string } | undefined {
    if (ts.isArrayTypeNode(parent)) return { id: '[]', name: 'Item' };
    if (ts.isIndexSignatureDeclaration(parent)) return { id: '{}', name: 'Value' };
    if (ts.isUnionTypeNode(parent)) {
      // Next to `undefined` and `null` only, it is not one of several.
      if (parent.types.filter((part) => !isNothing(part)).length < 2) return undefined;
      const index = parent.types.indexOf(child as ts.TypeNode);
      return { id: `|${index}`, name: `Variant${index + 1}` };
    }
    if (ts.isIntersectionTypeNode(parent)) return { id: `&${parent.types.indexOf(child as ts.TypeNode)}`, name: '' };
    if (ts.isTupleTypeNode(parent)) {
      const index = parent.elements.indexOf(child as ts.TypeNode);
      return { id: `[${index}]`, name: `Element${index + 1}` };
    }
    if (ts.isTypeReferenceNode(parent) || ts.isExpressionWithTypeArguments(parent)) {
      const index = parent.typeArguments?.indexOf(child as ts.TypeNode) ?? -1;
      const generic = (ts.isTypeReferenceNode(parent) ? parent.typeName : parent.expression).getText();
      if (/^(Readonly)?(Array|Set)$/.test(generic)) return { id: '[]', name: 'Item' };
      if (/^((Readonly)?Map|Record)$/.test(generic) && index === 1) return { id: '{}', name: 'Value' };
      if (/^(Command|Query)(Message)?$/.test(generic)) return { id: ' response', name: 'Response' };
      return { id: `<${index}>`, name: `Argument${index + 1}` };
    }
    const own = ts.getNameOfDeclaration(parent as ts.Declaration);
    if (own && own !== child && !ts.isSourceFile(parent)) {
      const text =
        ts.isIdentifier(own) || ts.isStringLiteralLike(own) || ts.isNumericLiteral(own) ? own.text : own.getText();
      return { id: `.${text}`, name: pascalCase(text) };
    }
    return undefined;
  }

  function isNothing(node: ts.TypeNode): boolean {
    if (node.kind === ts.SyntaxKind.UndefinedKeyword || node.kind === ts.SyntaxKind.VoidKeyword) return true;
    return ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;
  }

  function key(type: ts.Type, depth = 0): string {
    // What was not cut off that deep down would not be cut off further up.
    const seen = keys.get(type);
    if (seen !== undefined && depth <= seen.depth) return seen.text;
    if (depth > deepest) return tooDeep;
    const text = makeKey(type, depth);
    if (!isEndless(text)) keys.set(type, { text, depth });
    return text;
  }

  function makeKey(type: ts.Type, depth: number): string {
    const { flags } = type;
    if (flags & ts.TypeFlags.StringLiteral) return JSON.stringify((type as ts.StringLiteralType).value);
    if (flags & ts.TypeFlags.NumberLiteral) return String((type as ts.NumberLiteralType).value);
    if (flags & ts.TypeFlags.Boolean) return 'boolean';
    const declared = declaredSymbol(type);
    if (declared && !(flags & ts.TypeFlags.TypeParameter)) {
      const name = `${exports.moduleOf(declared.symbol)}#${qualifiedName(ts, declared.symbol)}`;
      if (compiler.isArray(type)) return `${key(compiler.typeArguments(type)[0] ?? type, depth + 1)}[]`;
      if (declared.typeArguments.length === 0) return name;
      return `${name}<${declared.typeArguments.map((argument) => key(argument, depth + 1)).join(',')}>`;
    }
    if (type.isUnion())
      return type.types
        .map((part) => key(part, depth + 1))
        .toSorted()
        .join('|');
    if (type.isIntersection()) return type.types.map((part) => key(part, depth + 1)).join('&');
    if (compiler.isTuple(type))
      return `[${compiler
        .typeArguments(type)
        .map((part) => key(part, depth + 1))
        .join(',')}]`;
    const literal = anonymousNode(type);
    if (literal) return literalPath(literal).id;
    if (flags & ts.TypeFlags.Object) {
      const members = compiler
        .properties(type)
        .map((member) => `${member.name}:${key(compiler.typeOfSymbol(member), depth + 1)}`);
      return `{${members.toSorted().join(';')}}`;
    }
    return (type as { readonly intrinsicName?: string }).intrinsicName ?? context.project.checker.typeToString(type);
  }

  function label(type: ts.Type): string {
    if (type.aliasSymbol || (type.flags & ts.TypeFlags.Object && declaredSymbol(type) && !compiler.isArray(type))) {
      const declared = declaredSymbol(type);
      if (declared) {
        const inner = declared.typeArguments.map((argument) => label(argument)).join('And');
        return pascalCase(qualifiedName(ts, declared.symbol)) + (inner === '' ? '' : `Of${inner}`);
      }
    }
    if (compiler.isArray(type)) return `${label(compiler.typeArguments(type)[0] ?? type)}List`;
    const text = key(type);
    return pascalCase(text.slice(text.lastIndexOf('#') + 1)).slice(0, 40) || 'Value';
  }

  function instanceKey(type: ts.Type): string {
    const symbol = type.symbol as ts.Symbol | undefined;
    const count = (type as { readonly target?: ts.GenericType }).target?.typeParameters?.length ?? 0;
    if (!symbol || count === 0) return key(type);
    const args = compiler.typeArguments(type).slice(0, count);
    return `${exports.moduleOf(symbol)}#${qualifiedName(ts, symbol)}<${args.map((argument) => key(argument, 1)).join(',')}>`;
  }

  return { of, within, key, instanceKey, ofDeclaration: (symbol, site) => named(symbol, [], site) };
}
