import type { ts } from 'ts-morph';
import { constituents } from './type-at.ts';
import type { TypeView } from './type-view.ts';

type WellKnownSymbol = 'asyncDispose' | 'asyncIterator' | 'dispose' | 'iterator';

/** The member `[Symbol.iterator]` of a type, or another of these. */
export function symbolMember(
  { ts, checker, program }: TypeView,
  type: ts.Type,
  name: WellKnownSymbol,
): ts.Symbol | undefined {
  return type.getProperties().find((property) => {
    if (!property.name.startsWith(`__@${name}`)) return false;
    const declaration = property.valueDeclaration ?? property.declarations?.[0];
    const key = declaration && ts.getNameOfDeclaration(declaration);
    if (key === undefined || !ts.isComputedPropertyName(key)) return false;
    const symbol = checker.getTypeAtLocation(key.expression).getSymbol();
    return (
      symbol?.name === name &&
      (symbol.declarations ?? []).some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()))
    );
  });
}

/** Whether a type has such a member. */
export function hasSymbol(view: TypeView, type: ts.Type, name: WellKnownSymbol): boolean {
  return symbolMember(view, type, name) !== undefined;
}

/** The same for one member of a union at least. */
export function someHasSymbol(view: TypeView, type: ts.Type, name: WellKnownSymbol): boolean {
  return constituents(type).some((part) => hasSymbol(view, part, name));
}
