import type { ts } from 'ts-morph';
import type { ExternalType } from '../../model/project.ts';
import { compareText } from '../project-paths.ts';
import { fileOf } from '../declarations-of.ts';
import type { ScanContext } from '../scan-context.ts';

type Imported = ExternalType['imports'][number];

/** A type as generated code can write it, with what it imports; `undefined` where a part of it has no name to import. */
export function typeText(context: ScanContext, type: ts.Type): ExternalType | undefined {
  const imports = new Map<string, Imported>();
  const text = write(context, type, imports, 0);
  if (text === undefined) return undefined;
  return {
    text,
    imports: [...imports.values()].toSorted((a, b) => compareText(a.module, b.module) || compareText(a.name, b.name)),
  };
}

function write(context: ScanContext, type: ts.Type, imports: Map<string, Imported>, depth: number): string | undefined {
  const { ts, compiler, exports } = context;
  const F = ts.TypeFlags;
  if (depth > 6) return undefined;
  const all = (types: readonly ts.Type[]): readonly string[] | undefined => {
    const texts = types.map((part) => write(context, part, imports, depth + 1));
    return texts.every((part) => part !== undefined) ? texts : undefined;
  };
  const simple =
    F.String |
    F.Number |
    F.Boolean |
    F.BigInt |
    F.Null |
    F.Undefined |
    F.Void |
    F.Unknown |
    F.Never |
    F.ESSymbol |
    F.NonPrimitive;
  // A parameter of type `any` takes whatever it is given.
  if (type.flags & F.Any) return 'unknown';
  if (type.flags & F.StringLiteral) return JSON.stringify((type as ts.StringLiteralType).value);
  if (type.flags & F.NumberLiteral && !(type.flags & F.EnumLiteral))
    return String((type as ts.NumberLiteralType).value);
  if (type.flags & (simple | F.BooleanLiteral)) return (type as { readonly intrinsicName?: string }).intrinsicName;
  const named = type.aliasSymbol ?? type.symbol;
  const args = type.aliasSymbol ? (type.aliasTypeArguments ?? []) : ownArguments(context, type);
  if (compiler.isArray(type)) {
    const [element] = all(args.slice(0, 1)) ?? [];
    return element === undefined
      ? undefined
      : `${type.symbol.name === 'ReadonlyArray' ? 'ReadonlyArray' : 'Array'}<${element}>`;
  }
  const isDeclared =
    named &&
    (named.flags &
      (ts.SymbolFlags.Interface | ts.SymbolFlags.Class | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Enum)) !==
      0;
  if (isDeclared) {
    const name = nameOf(named);
    const texts = all(args);
    if (name !== undefined && texts) return texts.length === 0 ? name : `${name}<${texts.join(', ')}>`;
  }
  if (type.isUnion()) {
    const texts = all(type.types);
    return (
      texts &&
      [...new Set(texts)]
        .toSorted()
        .map((part) => (part.includes('=>') ? `(${part})` : part))
        .join(' | ')
    );
  }
  return type.flags & F.Object ? writeFunction() : undefined;

  function nameOf(symbol: ts.Symbol): string | undefined {
    const file = fileOf(symbol);
    if (file && context.project.program.isSourceFileDefaultLibrary(file)) return symbol.name;
    const imported = exports.importOf(symbol);
    if (!imported || imported.name === 'default') return undefined;
    const before = imports.get(imported.name);
    // Two types of one name would need an alias in the text.
    if (before && before.module !== imported.module) return undefined;
    imports.set(imported.name, imported);
    return imported.name;
  }

  function writeFunction(): string | undefined {
    const [signature, ...others] = compiler.callSignatures(type);
    if (!signature || others.length > 0 || signature.typeParameters || compiler.properties(type).length > 0)
      return undefined;
    const parameters: string[] = [];
    for (const parameter of signature.getParameters()) {
      const node = parameter.valueDeclaration;
      if (node && ts.isParameter(node) && node.dotDotDotToken) return undefined;
      const text = write(context, compiler.typeOfSymbol(parameter), imports, depth + 1);
      if (text === undefined) return undefined;
      const isOptional = node && ts.isParameter(node) && node.questionToken !== undefined;
      parameters.push(`${parameter.name}${isOptional === true ? '?' : ''}: ${text}`);
    }
    const result = write(context, compiler.returnType(signature), imports, depth + 1);
    return result === undefined ? undefined : `(${parameters.join(', ')}) => ${result}`;
  }
}

function ownArguments(context: ScanContext, type: ts.Type): readonly ts.Type[] {
  const count = (type as { readonly target?: ts.GenericType }).target?.typeParameters?.length ?? 0;
  return count === 0 ? [] : context.compiler.typeArguments(type).slice(0, count);
}
