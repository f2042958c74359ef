import path from 'node:path';
import type { ts } from 'ts-morph';
import type { TypeSpecifier } from '../options.ts';
import { isDeclaredInPackage } from './package-of.ts';
import type { TypeView } from './type-view.ts';

type LocatedSpecifier = Exclude<TypeSpecifier, string>;

/** Whether a type is one of a list: each member of a union must be, of an intersection the whole or one part. */
export function isOneOfTypes(view: TypeView, type: ts.Type, specifiers: readonly TypeSpecifier[]): boolean {
  return specifiers.some((specifier) => isOfType(view, type, specifier));
}

/**
 * Whether an expression that names a value is one of a list. It goes by the name, and for packages by what the value's type
 * comes from.
 */
export function isOneOfValues(
  view: TypeView,
  expression: ts.Expression,
  type: ts.Type,
  specifiers: readonly TypeSpecifier[],
): boolean {
  const { ts } = view;
  const name = ts.isIdentifier(expression) || ts.isStringLiteral(expression) ? expression.text : '';
  return (
    name !== '' &&
    specifiers.some((specifier) => {
      if (!namesOf(specifier).includes(name)) return false;
      return typeof specifier === 'string' || specifier.from !== 'package' || isFrom(view, specifier, symbolOf(type));
    })
  );
}

function isOfType(view: TypeView, type: ts.Type, specifier: TypeSpecifier): boolean {
  if (type.isUnion()) return type.types.every((part) => isOfType(view, part, specifier));
  return (
    isNamed(view, type, specifier) ||
    (type.isIntersection() && type.types.some((part) => isOfType(view, part, specifier)))
  );
}

function isNamed(view: TypeView, type: ts.Type, specifier: TypeSpecifier): boolean {
  // Types such as `any` and `never` are known by this name, which the compiler's interface does not show.
  const { intrinsicName } = type as ts.Type & { readonly intrinsicName?: string };
  if (intrinsicName === 'error') return false;
  // As typescript-eslint has it, escaped: `__Job` is called `___Job`.
  const named: string | undefined = (type.aliasSymbol ?? type.getSymbol())?.escapedName.toString();
  const names = namesOf(specifier);
  if (!names.some((name) => name === named || name === intrinsicName)) return false;
  return typeof specifier === 'string' || isFrom(view, specifier, symbolOf(type));
}

function namesOf(specifier: TypeSpecifier): readonly string[] {
  const names = typeof specifier === 'string' ? specifier : specifier.name;
  return typeof names === 'string' ? [names] : names;
}

function symbolOf(type: ts.Type): ts.Symbol | undefined {
  return type.getSymbol() ?? type.aliasSymbol;
}

function isFrom(view: TypeView, specifier: LocatedSpecifier, symbol: ts.Symbol | undefined): boolean {
  const { program, root } = view;
  const files = (symbol?.declarations ?? []).map((declaration) => declaration.getSourceFile());
  switch (specifier.from) {
    case 'file': {
      const { path: relative } = specifier;
      return relative === undefined
        ? files.some(({ fileName }) => fileName.startsWith(root))
        : files.some(({ fileName }) => fileName === path.posix.join(root, relative));
    }
    case 'lib':
      // What has no declaration, as `string` has none, is the language's.
      return files.length === 0 || files.some((file) => program.isSourceFileDefaultLibrary(file));
    default:
      return isDeclaredInPackage(view, symbol, specifier.package);
  }
}
