import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';
import { builtinOf } from './builtins.ts';

/**
 * Whether a collection holds itself by way of nothing but collections: `type Tree = Map<string, Tree>`. Such a type needs
 * a name; other types on a cycle have one anyway.
 */
export function holdsItself(context: ScanContext, type: ts.Type): boolean {
  const seen = new Set<ts.Type>();
  const search = (part: ts.Type): boolean => {
    if (seen.has(part)) return part === type;
    seen.add(part);
    return partsOf(context, part).some((inner) => inner === type || search(inner));
  };
  return partsOf(context, type).length > 0 && search(type);
}

function partsOf({ compiler, ts }: ScanContext, type: ts.Type): readonly ts.Type[] {
  if (type.isUnion()) return type.types;
  if ((type.flags & ts.TypeFlags.Object) === 0) return [];
  if (compiler.isArray(type) || compiler.isTuple(type)) return compiler.typeArguments(type);
  const symbol = type.symbol as ts.Symbol | undefined;
  const kind = symbol && builtinOf(symbol.name).kind;
  return kind === 'map' || kind === 'set' ? compiler.typeArguments(type) : [];
}
