import { baseOf } from '../codecs/index.ts';
import type { LiteralType, TupleType, TypeModel } from '../model/types.ts';
import type { Place } from './place.ts';
import type { RecordedMember, RecordedObject } from './schema.ts';

export function isScalar({ kind }: TypeModel): boolean {
  return scalars.has(kind);
}

const scalars: ReadonlySet<string> = new Set([
  'string',
  'number',
  'boolean',
  'bigint',
  'null',
  'undefined',
  'date',
  'bytes',
]);

/** Whether a reader of `type` takes a literal. */
export function accepts(type: TypeModel, literal: LiteralType): boolean {
  return type.kind === 'literal'
    ? type.value === literal.value && type.bigint === literal.bigint
    : type.kind === baseOf(literal);
}

export function variants(type: TypeModel): readonly TypeModel[] {
  return type.kind === 'union' ? type.variants : [type];
}

/** The members of an object, or of what is written like one. */
export function objectAt({ type, side }: Place): RecordedObject | undefined {
  if (type.kind === 'record') return { kind: 'object', members: [], index: type, removed: [] };
  const target = type.kind === 'reference' ? side.types.get(type.id) : undefined;
  return target?.kind === 'object' ? target : undefined;
}

/** What is an array on the wire. */
export type List = { readonly element: TypeModel } | TupleType;

export function listAt(type: TypeModel): List | undefined {
  switch (type.kind) {
    case 'array':
    case 'set':
      return { element: type.element };
    case 'tuple':
      return type;
    case 'map':
      return { element: { kind: 'tuple', elements: [type.key, type.value] } };
    default:
      return undefined;
  }
}

/** How many elements a tuple has in which place: tuples of another form have other lengths. */
export function formOf({ elements, optional = 0, rest, trailing = [] }: TupleType): string {
  return `${elements.length} ${optional} ${rest !== undefined} ${trailing.length}`;
}

/** The members of an object whose order is wire, with those that were taken out at its end. */
export function placesOf({ members, removed }: RecordedObject): readonly RecordedMember[] {
  return [...members, ...removed];
}
