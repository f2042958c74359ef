import { appearances, type ValueKind } from '../../runtime/codecs/decision.ts';
import type { BinaryKind } from '../../runtime/codecs/binary-kind.ts';
import type { MemberModel, ObjectShape, RecordType, TypeModel } from '../model/types.ts';
import { literalValue, type Literal } from './literal.ts';
import { mayBeAbsent } from './member-presence.ts';
import type { TypeIndex } from './type-index.ts';

/** A format: MessagePack, or JSON, which shows of a value what memory does. */
export type Side = 0 | 1;

export const bothSides: readonly Side[] = [0, 1];

/** Something that can be seen of a value before it is decoded. */
export type Token =
  | { readonly kind: 'absent' }
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'of'; readonly type: ValueKind }
  | { readonly kind: 'any' };

/** What a value of the type shows at first sight. */
export function tokensOf(type: TypeModel, index: TypeIndex, visiting: readonly string[] = []): readonly Token[] {
  switch (type.kind) {
    case 'literal':
      return [{ kind: 'literal', value: literalValue(type) }];
    case 'array':
    case 'tuple':
      return [{ kind: 'of', type: 'array' }];
    case 'record':
      return [{ kind: 'of', type: 'object' }];
    case 'unknown':
      return [{ kind: 'any' }];
    case 'union':
      return type.variants.flatMap((variant) => tokensOf(variant, index, visiting));
    case 'reference': {
      const shape = index.byId.get(type.id)?.shape;
      if (shape === undefined || shape.kind === 'object') {
        return [{ kind: 'of', type: shape?.wire === 'positional' ? 'positional' : 'object' }];
      }
      return visiting.includes(type.id) ? [] : tokensOf(shape.type, index, [...visiting, type.id]);
    }
    case 'binary':
      return [{ kind: 'of', type: binaryKinds[type.type] ?? 'typed' }];
    case 'pattern':
      return [{ kind: 'of', type: 'string' }];
    default:
      return [{ kind: 'of', type: type.kind }];
  }
}

const binaryKinds: Readonly<Partial<Record<BinaryKind, ValueKind>>> = { ArrayBuffer: 'buffer', Buffer: 'bytes' };

/** What a valid value of an object type shows at `member`. */
export function memberTokens(type: TypeModel, member: string, index: TypeIndex): readonly Token[] {
  const shape = objectOf(type, index);
  const declared = shape?.members.find(({ name }) => name === member);
  if (declared === undefined) {
    const rest = shape?.index === undefined ? [] : tokensOf(shape.index.value, index);
    return [{ kind: 'absent' }, ...rest];
  }
  const tokens = tokensOf(declared.type, index);
  return mayBeAbsent(declared) ? [{ kind: 'absent' }, ...tokens] : tokens;
}

export function isList({ kind }: TypeModel): boolean {
  return kind === 'array' || kind === 'tuple';
}

/** An object that is an array in MessagePack. */
export function isPositional(type: TypeModel, index: TypeIndex): boolean {
  const shape = type.kind === 'reference' ? index.byId.get(type.id)?.shape : undefined;
  return shape?.kind === 'object' && shape.wire === 'positional';
}

/** Whether nil can be a value of the type, so that it cannot stand for a member that is not there. */
export function admitsNil(type: TypeModel, index: TypeIndex): boolean {
  return tokensOf(type, index).some(
    (token) => token.kind === 'any' || (token.kind === 'of' && (token.type === 'null' || token.type === 'undefined')),
  );
}

/** Whether `undefined` can be a value of the type. */
export function admitsUndefined(type: TypeModel, index: TypeIndex): boolean {
  return tokensOf(type, index).some((token) => token.kind === 'of' && token.type === 'undefined');
}

/** What a valid value shows at a place of the array that it is in MessagePack. */
export function placeTokens(type: TypeModel, place: number, index: TypeIndex): readonly Token[] {
  if (!isPositional(type, index)) return elementTokens(type, place, index);
  const member = objectOf(type, index)?.members[place];
  if (member === undefined) return [{ kind: 'absent' }];
  const tokens = tokensOf(member.type, index);
  // What is not there is not written, or nil where something follows.
  return mayBeAbsent(member) ? [{ kind: 'absent' }, { kind: 'of', type: 'null' }, ...tokens] : tokens;
}

/** What a valid value of an array or tuple type shows at `place`. */
function elementTokens(type: TypeModel, place: number, index: TypeIndex): readonly Token[] {
  const { sure, types } = elementsAt(type, place);
  const tokens = types.flatMap((element) => tokensOf(element, index));
  // In memory an element that is `undefined` looks like one that is not there.
  const mayBeMissing = !sure || tokens.some((token) => token.kind === 'of' && token.type === 'undefined');
  return mayBeMissing ? [{ kind: 'absent' }, ...tokens] : tokens;
}

/** The members by which values of a type can be told apart; none where values are not objects. */
export function objectOf(
  type: TypeModel,
  index: TypeIndex,
): { members: readonly MemberModel[]; index?: RecordType } | undefined {
  if (type.kind === 'record') return { members: [], index: type };
  if (type.kind !== 'reference') return undefined;
  const shape: ObjectShape | { kind: 'alias' } | undefined = index.byId.get(type.id)?.shape;
  return shape?.kind === 'object' ? shape : undefined;
}

/** What may stand at a place of a list, and whether something must. */
function elementsAt(type: TypeModel, place: number): { readonly sure: boolean; readonly types: readonly TypeModel[] } {
  if (type.kind === 'array') return { sure: false, types: [type.element] };
  if (type.kind !== 'tuple') return { sure: false, types: [] };
  const { elements, optional = 0, rest, trailing = [] } = type;
  const own = elements[place];
  if (own !== undefined) return { sure: place < elements.length - optional, types: [own] };
  if (rest === undefined) return { sure: false, types: [] };
  // Behind the rest anything may have moved up to here.
  return { sure: place < elements.length + trailing.length, types: [rest, ...trailing] };
}

/** Whether a value could show tokens of both, in one of the formats that `sides` names. */
export function overlap(a: readonly Token[], b: readonly Token[], sides: readonly Side[] = bothSides): boolean {
  return a.some((left) => b.some((right) => confusable(left, right, sides)));
}

/** Whether one value could show both tokens. */
function confusable(a: Token, b: Token, sides: readonly Side[]): boolean {
  if (a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind === 'absent' || b.kind === 'absent') return a.kind === b.kind;
  if (a.kind === 'literal' && b.kind === 'literal') return sameLiteral(a.value, b.value);
  if (a.kind === 'literal') return b.kind === 'of' && literalLooksLike(a.value, b.type);
  if (b.kind === 'literal') return literalLooksLike(b.value, a.type);
  return sides.some((side) => {
    const seen = appearances[b.type][side];
    return appearances[a.type][side].some((kind) => seen.includes(kind));
  });
}

/** A bigint literal is an integer in MessagePack and a string in JSON. */
function sameLiteral(a: Literal, b: Literal): boolean {
  if (typeof a === typeof b) return a === b;
  if (typeof a !== 'bigint' && typeof b !== 'bigint') return false;
  const [big, other] = typeof a === 'bigint' ? [a, b] : [b, a];
  return typeof other === 'string' ? other === String(big) : typeof other === 'number' && BigInt(other) === big;
}

function literalLooksLike(value: Literal, type: ValueKind): boolean {
  if (typeof value === type) return true;
  if (typeof value === 'bigint') return type === 'number' || type === 'string' || isBinary(type);
  if (typeof value === 'number') return type === 'bigint';
  if (typeof value !== 'string') return false;
  if (type === 'temporal') return true;
  // JSON carries these as text; a literal that cannot be such text stays decidable.
  if (type === 'bigint') return /^(?:0|-?[1-9]\d*)$/.test(value);
  if (type === 'date') return /^[+\-\d]/.test(value);
  return isBinary(type) && /^[A-Za-z0-9+/]*={0,2}$/.test(value) && value.length % 4 === 0;
}

function isBinary(type: ValueKind): boolean {
  return type === 'bytes' || type === 'buffer' || type === 'typed';
}

/** What two types have in common, in words. */
export function clashReason(a: TypeModel, b: TypeModel, index: TypeIndex): string {
  const kinds = (type: TypeModel, side: 0 | 1): readonly ValueKind[] =>
    tokensOf(type, index).flatMap((token) =>
      token.kind === 'of'
        ? appearances[token.type][side]
        : token.kind === 'literal'
          ? appearances[typeof token.value as ValueKind][side]
          : [],
    );
  const inWire = kinds(a, 0).find((kind) => kinds(b, 0).includes(kind));
  if (inWire !== undefined) return `both can be ${plural[inWire]} in MessagePack`;
  const inJson = kinds(a, 1).find((kind) => kinds(b, 1).includes(kind));
  return inJson === undefined ? 'one of them can be anything' : `both can be ${plural[inJson]} in JSON`;
}

const plural: Readonly<Record<ValueKind, string>> = {
  null: 'null',
  undefined: 'null',
  boolean: 'booleans',
  number: 'integers',
  bigint: 'integers',
  string: 'strings',
  date: 'timestamps',
  bytes: 'binary',
  buffer: 'binary',
  typed: 'typed arrays',
  temporal: 'strings',
  array: 'arrays',
  map: 'arrays',
  set: 'arrays',
  object: 'objects',
  positional: 'objects',
};
