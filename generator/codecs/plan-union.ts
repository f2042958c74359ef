import { appearances, type Decision, type DecisionCase, type ValueKind } from '../../runtime/codecs/decision.ts';
import type { PatternType, TypeModel } from '../model/types.ts';
import { baseOf, type Literal } from './literal.ts';
import type { TypeIndex } from './type-index.ts';
import {
  bothSides,
  clashReason,
  isList,
  isPositional,
  memberTokens,
  objectOf,
  overlap,
  placeTokens,
  tokensOf,
  type Side,
  type Token,
} from './union-tokens.ts';

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
    // Lists that differ in `readonly` alone are the same on the wire and in memory.
    const key = JSON.stringify(type).replaceAll(',"readonly":true', '');
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
    return { variants, decision: decideAll(all, index) };
  } catch (thrown) {
    if (thrown instanceof Undecidable) return { clash: thrown.clash, reason: thrown.reason };
    throw thrown;
  }
}

/** Members that have names in memory and in JSON have places in MessagePack: a look at one of them is a look of its own. */
function decideAll(variants: readonly Variant[], index: TypeIndex): Decision {
  if (!variants.some(({ type }) => isPositional(type, index))) return decideOwn(variants, { index, sides: bothSides });
  const named = decideOwn(variants, { index, sides: [1] });
  const wire = decideOwn(variants, { index, sides: [0] });
  return typeof named === 'number' ? named : { ...named, wire };
}

interface Within {
  readonly index: TypeIndex;
  readonly sides: readonly Side[];
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
function decideOwn(variants: readonly Variant[], within: Within): Decision {
  const groups = partition(variants, ({ type }) => tokensOf(type, within.index), within);
  const cases = groups.map(({ members, tokens }) => caseOf(tokens, decideWithin(members, within)));
  const [first] = variants;
  return groups.length === 1 && first !== undefined ? decideWithin(variants, within) : { cases };
}

/** Among variants that look alike from outside. */
function decideWithin(variants: readonly Variant[], within: Within): Decision {
  const { index, sides } = within;
  const [first, second] = variants;
  if (first === undefined) return -1;
  if (second === undefined) return first.position;
  const isArray = (type: TypeModel): boolean => isList(type) || (!sides.includes(1) && isPositional(type, index));
  if (variants.every(({ type }) => isArray(type))) {
    // One more than is declared, so that a longer array shows.
    const places = 1 + Math.max(1, ...variants.map(({ type }) => lengthOf(type, index)));
    const names = Array.from({ length: places }, (_, place) => String(place));
    const reason = variants.some(({ type }) => isPositional(type, index))
      ? 'no place of the arrays that they are in MessagePack has different values'
      : 'no element of one is absent from, or different in, the other';
    const tokensAt = (type: TypeModel, place: string): readonly Token[] => placeTokens(type, Number(place), index);
    return decideByMember(variants, names, tokensAt, reason, within, isListBegin(variants, index));
  }
  const shapes = variants.map(({ type }) => (isArray(type) ? undefined : objectOf(type, index)));
  if (shapes.some((shape) => shape === undefined)) {
    const [a, b] = clashing(variants, within) ?? [first, second];
    throw new Undecidable(a, b, clashReason(a.type, b.type, index));
  }
  const names = new Set(shapes.flatMap((shape) => shape?.members.map(({ name }) => name) ?? []));
  const reason = 'no required member of one is absent from, or different in, the other';
  return decideByMember(variants, names, (type, name) => memberTokens(type, name, index), reason, within);
}

/**
 * Whether what is absent at a place says that the list is empty, and nothing else: as which of them an empty list is decoded makes
 * no difference.
 */
function isListBegin(variants: readonly Variant[], index: TypeIndex): (place: string) => boolean {
  const first = variants.flatMap(({ type }) => placeTokens(type, 0, index));
  const isSure = variants.every(({ type }) => isList(type)) && !first.some(mayBeUndefined);
  return (place) => isSure && place === '0';
}

function mayBeUndefined(token: Token): boolean {
  return token.kind === 'any' || (token.kind === 'of' && token.type === 'undefined');
}

function lengthOf(type: TypeModel, index: TypeIndex): number {
  return type.kind === 'tuple' ? type.elements.length : (objectOf(type, index)?.members.length ?? 0);
}

/** By the member, or the place in an array, that tells most of them apart. */
function decideByMember(
  variants: readonly Variant[],
  names: Iterable<string>,
  tokensAt: (type: TypeModel, name: string) => readonly Token[],
  reason: string,
  within: Within,
  isSameWhenAbsent: (name: string) => boolean = () => false,
): Decision {
  const all = [...names];
  // Nothing is better than a member with literals of its own in every variant, and most unions have one.
  const tag = all.find((name) => isTag(variants.map(({ type }) => tokensAt(type, name))));
  let best: { readonly member: string; readonly groups: readonly Group[]; readonly score: number } | undefined;
  for (const member of tag === undefined ? all : [tag]) {
    const groups = isSameWhenAbsent(member)
      ? partitionPresent(variants, ({ type }) => tokensAt(type, member), within)
      : partition(variants, ({ type }) => tokensAt(type, member), within);
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
  return { member, cases: groups.map(({ members, tokens }) => caseOf(tokens, decideWithin(members, within))) };
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
function partition(
  variants: readonly Variant[],
  tokens: (variant: Variant) => readonly Token[],
  { sides }: Within,
): readonly Group[] {
  let groups: Group[] = [];
  for (const variant of variants) {
    const own = tokens(variant);
    const [only] = groups;
    // What may be absent, or anything, in all of them tells none of them apart: no need to look at the rest.
    if (groups.length === 1 && only !== undefined && overlap(only.tokens, own, sides)) {
      only.members.push(variant);
      only.tokens.push(...own);
      continue;
    }
    const touching = groups.filter((group) => overlap(group.tokens, own, sides));
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

/** As {@link partition}; where nothing is there, the first group that allows it is as good as any other. */
function partitionPresent(
  variants: readonly Variant[],
  tokens: (variant: Variant) => readonly Token[],
  within: Within,
): readonly Group[] {
  const groups = partition(variants, (variant) => tokens(variant).filter((token) => !isAbsent(token)), within);
  groups
    .find(({ members }) => members.some((member) => tokens(member).some(isAbsent)))
    ?.tokens.push({ kind: 'absent' });
  return groups;
}

function isAbsent({ kind }: Token): boolean {
  return kind === 'absent';
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

function clashing(variants: readonly Variant[], { index, sides }: Within): readonly [Variant, Variant] | undefined {
  for (const [at, a] of variants.entries()) {
    for (const b of variants.slice(at + 1)) {
      if (overlap(tokensOf(a.type, index), tokensOf(b.type, index), sides)) return [a, b];
    }
  }
  return undefined;
}
