import type { ts } from 'ts-morph';
import { constituents } from './type-at.ts';
import type { TypeView } from './type-view.ts';

type WellKnownSymbol = 'asyncDispose' | 'asyncIterator' | 'iterator';

/** Whether a type has the member `[Symbol.iterator]`, or another of these. */
export function hasSymbol({ ts, checker, program }: TypeView, type: ts.Type, name: WellKnownSymbol): boolean {
  return type.getProperties().some((property) => {
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

/** The same for one member of a union at least. */
export function someHasSymbol(view: TypeView, type: ts.Type, name: WellKnownSymbol): boolean {
  return constituents(type).some((part) => hasSymbol(view, part, name));
}
