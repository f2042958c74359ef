import type { ts } from 'ts-morph';
import type { TypeView } from './type-view.ts';

/**
 * Whether a type is one that the standard library declares by this name, or is derived from it. Of a union all members must
 * be, of an intersection one.
 */
export function isBuiltIn(view: TypeView, type: ts.Type, name: string): boolean {
  const { ts, checker, program } = view;
  if (type.isIntersection()) return type.types.some((part) => isBuiltIn(view, part, name));
  if (type.isUnion()) return type.types.every((part) => isBuiltIn(view, part, name));
  if ((type.flags & ts.TypeFlags.TypeParameter) !== 0) {
    const constraint = type.getConstraint();
    return constraint !== undefined && isBuiltIn(view, constraint, name);
  }
  const symbol = type.getSymbol();
  if (symbol === undefined) return false;
  if (symbol.getName() === name && isOfLibrary(program, symbol)) return true;
  if ((symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) === 0) return false;
  const declared = checker.getDeclaredTypeOfSymbol(symbol);
  // A class or an interface declares an interface type.
  return checker.getBaseTypes(declared as ts.InterfaceType).some((base) => isBuiltIn(view, base, name));
}

function isOfLibrary(program: ts.Program, symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()));
}
