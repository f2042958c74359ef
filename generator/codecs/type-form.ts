import type { LiteralType, TypeModel, UnionType } from '../model/types.ts';
import type { TypeIndex } from './type-index.ts';
import { decided } from './union-plan.ts';

/** A type as its code is written: unions of a usual kind are told apart from those that take a decision. */
export type Form =
  | Exclude<TypeModel, UnionType | LiteralType>
  | UnionType
  /** A type or nothing. */
  | { readonly kind: 'nullable' | 'undefinable'; readonly of: TypeModel }
  | { readonly kind: 'literals'; readonly literals: readonly LiteralType[] };

const forms = new WeakMap<TypeIndex, WeakMap<TypeModel, Form>>();

export function formOf(type: TypeModel, index: TypeIndex): Form {
  // Most types are written as they are.
  if (type.kind !== 'literal' && type.kind !== 'union') return type;
  let known = forms.get(index);
  if (known === undefined) forms.set(index, (known = new WeakMap()));
  const seen = known.get(type);
  if (seen !== undefined) return seen;
  const form = findForm(type, index);
  known.set(type, form);
  return form;
}

function findForm(type: LiteralType | UnionType, index: TypeIndex): Form {
  if (type.kind === 'literal') return { kind: 'literals', literals: [type] };
  const { variants } = decided(index, type);
  const [first] = variants;
  if (variants.length === 1 && first !== undefined) return formOf(first, index);
  for (const nothing of ['null', 'undefined'] as const) {
    // As declared, so that what is left may be a union with functions of its own.
    const rest = type.variants.filter(({ kind }) => kind !== nothing);
    const [only] = rest;
    if (rest.length === type.variants.length || only === undefined) continue;
    const kind = nothing === 'null' ? 'nullable' : 'undefinable';
    return { kind, of: rest.length === 1 ? only : { kind: 'union', variants: rest } };
  }
  const literals = variants.filter((variant): variant is LiteralType => variant.kind === 'literal');
  return literals.length === variants.length ? { kind: 'literals', literals } : { kind: 'union', variants };
}

const keys = new WeakMap<object, string>();

/** Equal for types that share their code. */
export function contentOf(type: TypeModel | Form): string {
  const known = keys.get(type);
  if (known !== undefined) return known;
  // A function that leaves the member out takes five times as long; inside a string its quotes would be escaped.
  const made = JSON.stringify(type).replaceAll(',"readonly":true', '');
  keys.set(type, made);
  return made;
}
