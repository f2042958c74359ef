import { appearances, type Decision, type DecisionCase, type ValueKind } from '../../runtime/codecs/decision.ts';
import type { MemberModel, ObjectShape, PatternType, RecordType, TypeModel } from '../model/types.ts';
import type { BinaryKind } from '../../runtime/codecs/binary-kind.ts';
import { baseOf, literalValue, type Literal } from './literal.ts';
import { mayBeAbsent } from './member-presence.ts';
import type { TypeIndex } from './type-index.ts';

/** Something that can be seen of a value before it is decoded. */
export type Token =
  | { readonly kind: 'absent' }
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'of'; readonly type: ValueKind }
  | { readonly kind: 'any' };

/** A union that valid values decide, or two variants that they do not. */
export type UnionPlan =
  | { readonly variants: readonly TypeModel[]; readonly decision: Decision }
  | { readonly clash: readonly [TypeModel, TypeModel]; readonly reason: string };

/** Flattens a union through names of other unions; drops literals that a primitive variant includes, and repetitions. */
function variantsOf(types: readonly TypeModel[], index: TypeIndex): readonly TypeModel[] {
  const seen = new Set<string>();
  const flat: TypeModel[] = [];
  const add = (type: TypeModel): void => {
    const shape = type.kind === 'reference' ? index.byId.get(type.id)?.shape : undefined;
    const key = JSON.stringify(type);
    if (seen.has(key)) return;
    seen.add(key);
    if (type.kind === 'union') for (const variant of type.variants) add(variant);
    // A recursive alias keeps its name: its own function counts the depth.
    else if (shape?.kind === 'alias' && type.kind === 'reference' && !index.recursive.has(type.id)) add(shape.type);
    else flat.push(type);
  };
  for (const type of types) add(type);
  const primitives = new Set(flat.map(({ kind }) => kind as string));
  const rest = flat.filter((type) => {
    if (type.kind === 'pattern') return !primitives.has('string');
    return type.kind !== 'literal' || !primitives.has(baseOf(type));
  });
  return mergePatterns(rest);
}

/** Patterns are told from other text by being text: all of them, and literals, become one. */
function mergePatterns(types: readonly TypeModel[]): readonly TypeModel[] {
  const texts = types.filter(
    (type) => type.kind === 'pattern' || (type.kind === 'literal' && baseOf(type) === 'string'),
  );
  if (texts.length < 2 || !texts.some(({ kind }) => kind === 'pattern')) return types;
  const alternatives = texts.flatMap((type): PatternType['alternatives'] =>
    type.kind === 'pattern' ? type.alternatives : type.kind === 'literal' ? [[String(type.value)]] : [],
  );
  const [first] = texts;
  return types.flatMap((type) =>
    type === first ? [{ kind: 'pattern', alternatives }] : texts.includes(type) ? [] : [type],
  );
}

/** Finds out how the variants of a union are told apart, by what every valid value shows. */
export function planUnion(types: readonly TypeModel[], index: TypeIndex): UnionPlan {
  const variants = variantsOf(types, index);
  const all = variants.map((type, position) => ({ type, position }));
  try {
    return { variants, decision: decideOwn(all, index) };
  } catch (thrown) {
    if (thrown instanceof Undecidable) return { clash: thrown.clash, reason: thrown.reason };
    throw thrown;
  }
}

interface Variant {
  readonly type: TypeModel;
  readonly position: number;
}

class Undecidable {
  readonly clash: readonly [TypeModel, TypeModel];
  readonly reason: string;

  constructor(a: Variant, b: Variant, reason: string) {
    this.clash = [a.type, b.type];
    this.reason = reason;
  }
}

/** By the values themselves. */
function decideOwn(variants: readonly Variant[], index: TypeIndex): Decision {
  const groups = partition(variants, ({ type }) => tokensOf(type, index));
  const cases = groups.map(({ members, tokens }) => caseOf(tokens, decideWithin(members, index)));
  const [first] = variants;
  return groups.length === 1 && first !== undefined ? decideWithin(variants, index) : { cases };
}

/** Among variants that look alike from outside. */
function decideWithin(variants: readonly Variant[], index: TypeIndex): Decision {
  const [first, second] = variants;
  if (first === undefined) return -1;
  if (second === undefined) return first.position;
  if (variants.every(({ type }) => isList(type))) {
    // One more than is declared, so that a longer array shows.
    const places = 1 + Math.max(1, ...variants.map(({ type }) => (type.kind === 'tuple' ? type.elements.length : 0)));
    const names = Array.from({ length: places }, (_, place) => String(place));
    const reason = 'no element of one is absent from, or different in, the other';
    return decideByMember(variants, names, (type, place) => elementTokens(type, Number(place), index), reason, index);
  }
  const shapes = variants.map(({ type }) => objectOf(type, index));
  if (shapes.some((shape) => shape === undefined)) {
    const [a, b] = clashing(variants, index) ?? [first, second];
    throw new Undecidable(a, b, clashReason(a.type, b.type, index));
  }
  const names = new Set(shapes.flatMap((shape) => shape?.members.map(({ name }) => name) ?? []));
  const reason = 'no required member of one is absent from, or different in, the other';
  return decideByMember(variants, names, (type, name) => memberTokens(type, name, index), reason, index);
}

/** By the member, or the place in an array, that tells most of them apart. */
function decideByMember(
  variants: readonly Variant[],
  names: Iterable<string>,
  tokensAt: (type: TypeModel, name: string) => readonly Token[],
  reason: string,
  index: TypeIndex,
): Decision {
  const all = [...names];
  // Nothing is better than a member with literals of its own in every variant, and most unions have one.
  const tag = all.find((name) => isTag(variants.map(({ type }) => tokensAt(type, name))));
  let best: { readonly member: string; readonly groups: readonly Group[]; readonly score: number } | undefined;
  for (const member of tag === undefined ? all : [tag]) {
    const groups = partition(variants, ({ type }) => tokensAt(type, member));
    if (groups.length < 2) continue;
    // Literals first: they say what they mean, and an added member cannot make them ambiguous.
    const literal = groups.every(({ tokens }) => tokens.every(({ kind }) => kind === 'literal'));
    const score = groups.length + (literal ? variants.length : 0);
    if (best === undefined || score > best.score) best = { member, groups, score };
  }
  if (best === undefined) {
    const [first, second] = variants;
    if (first === undefined || second === undefined) return -1;
    throw new Undecidable(first, second, reason);
  }
  const { member, groups } = best;
  return { member, cases: groups.map(({ members, tokens }) => caseOf(tokens, decideWithin(members, index))) };
}

function isTag(tokens: readonly (readonly Token[])[]): boolean {
  const seen = new Set<Literal>();
  return tokens.every((own) =>
    own.every((token) => {
      // Bigints look like other literals in one of the formats.
      if (token.kind !== 'literal' || typeof token.value === 'bigint' || seen.has(token.value)) return false;
      seen.add(token.value);
      return true;
    }),
  );
}

interface Group {
  readonly members: Variant[];
  readonly tokens: Token[];
}

/** Groups variants so that no token of one group can be mistaken for a token of another. */
function partition(variants: readonly Variant[], tokens: (variant: Variant) => readonly Token[]): readonly Group[] {
  let groups: Group[] = [];
  for (const variant of variants) {
    const own = tokens(variant);
    const [only] = groups;
    // What may be absent, or anything, in all of them tells none of them apart: no need to look at the rest.
    if (groups.length === 1 && only !== undefined && overlap(only.tokens, own)) {
      only.members.push(variant);
      only.tokens.push(...own);
      continue;
    }
    const touching = groups.filter((group) => overlap(group.tokens, own));
    const merged: Group = {
      members: [...touching.flatMap(({ members }) => members), variant],
      tokens: [...touching.flatMap((group) => group.tokens), ...own],
    };
    groups = groups.filter((group) => !touching.includes(group));
    groups.push(merged);
  }
  return groups
    .map(({ members, tokens: found }) => ({
      members: members.toSorted((a, b) => a.position - b.position),
      tokens: found,
    }))
    .toSorted((a, b) => (a.members[0]?.position ?? 0) - (b.members[0]?.position ?? 0));
}

function overlap(a: readonly Token[], b: readonly Token[]): boolean {
  return a.some((left) => b.some((right) => confusable(left, right)));
}

/** Whether one value could show both tokens, in MessagePack or in JSON. */
function confusable(a: Token, b: Token): boolean {
  if (a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind === 'absent' || b.kind === 'absent') return a.kind === b.kind;
  if (a.kind === 'literal' && b.kind === 'literal') return sameLiteral(a.value, b.value);
  if (a.kind === 'literal') return b.kind === 'of' && literalLooksLike(a.value, b.type);
  if (b.kind === 'literal') return literalLooksLike(b.value, a.type);
  return [0, 1].some((side) => {
    const seen = appearances[b.type][side === 0 ? 0 : 1];
    return appearances[a.type][side === 0 ? 0 : 1].some((kind) => seen.includes(kind));
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

function caseOf(tokens: readonly Token[], leads: Decision): DecisionCase {
  const literals = [...new Set(tokens.flatMap((token) => (token.kind === 'literal' ? [token.value] : [])))];
  const kinds = [...new Set(tokens.flatMap((token) => (token.kind === 'of' ? [token.type] : [])))];
  const seen = (side: 0 | 1): readonly ValueKind[] => [...new Set(kinds.flatMap((kind) => appearances[kind][side]))];
  return {
    ...(tokens.some(({ kind }) => kind === 'absent') ? { absent: true } : {}),
    ...(literals.length > 0 ? { literals } : {}),
    ...(kinds.length > 0 ? { kinds: [kinds, seen(0), seen(1)] as const } : {}),
    leads,
  };
}

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
      if (shape === undefined || shape.kind === 'object') return [{ kind: 'of', type: 'object' }];
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

function isList({ kind }: TypeModel): boolean {
  return kind === 'array' || kind === 'tuple';
}

/** What a valid value of an array or tuple type shows at `place`. */
export function elementTokens(type: TypeModel, place: number, index: TypeIndex): readonly Token[] {
  const { sure, types } = elementsAt(type, place);
  const tokens = types.flatMap((element) => tokensOf(element, index));
  // In memory an element that is `undefined` looks like one that is not there.
  const mayBeMissing = !sure || tokens.some((token) => token.kind === 'of' && token.type === 'undefined');
  return mayBeMissing ? [{ kind: 'absent' }, ...tokens] : tokens;
}

/** The members by which values of a type can be told apart; none where values are not objects. */
function objectOf(
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

function clashing(variants: readonly Variant[], index: TypeIndex): readonly [Variant, Variant] | undefined {
  for (const [at, a] of variants.entries()) {
    for (const b of variants.slice(at + 1)) {
      if (overlap(tokensOf(a.type, index), tokensOf(b.type, index))) return [a, b];
    }
  }
  return undefined;
}

function clashReason(a: TypeModel, b: TypeModel, index: TypeIndex): string {
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
};
