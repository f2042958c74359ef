import {
  baseOf,
  childrenOf,
  foreignVariants,
  indexTypes,
  mayBeAbsent,
  planUnion,
  printType,
  type TypeIndex,
} from '../codecs/index.ts';
import { isIdentifier } from '../emit/identifiers.ts';
import type { LiteralType, RecordType, TupleType, TypeDefinition, TypeModel } from '../model/types.ts';
import type { RecordedMember, RecordedObject, RecordedTypes } from './schema.ts';

/** Why something that is written cannot be read. */
export type ObstacleKind =
  /** The reader needs a member that the writer does not have, or may leave out. */
  | 'missing'
  | 'omissible'
  /** The types differ. */
  | 'type'
  /** The writer has literals, or variants of a union, that the reader does not have. */
  | 'values'
  | 'variants'
  /** The reader takes values of a variant for those of another. */
  | 'undecidable'
  /** Members that are found by their place, and have another. */
  | 'place'
  /** A name that was used for something else before. */
  | 'reused';

/** One reason why values of the writer's type cannot be read as the reader's. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  /** Where, on each side, from the innermost named type: `OrderLine.price`, `Order.tags[]`. */
  readonly writerPath: string;
  readonly readerPath: string;
  /** That type's name; empty where there is none. */
  readonly writerType: string;
  readonly readerType: string;
  /** What is written and what is expected, as people write types. */
  readonly written: string;
  readonly expected: string;
}

/** Types on one side, prepared for reading. */
export interface Side {
  readonly types: RecordedTypes;
  readonly index: TypeIndex;
}

export function sideOf(types: RecordedTypes): Side {
  const definitions = [...types].map(([name, shape]): TypeDefinition => ({
    id: name,
    name,
    module: '',
    shape,
    position,
  }));
  return { types, index: indexTypes({ types: definitions, messages: [] }) };
}

const position = { file: '', line: 1, column: 1 };

/** A type on one side, and where it was met. */
interface Place {
  readonly type: TypeModel;
  readonly side: Side;
  readonly owner: string;
  readonly path: string;
}

/**
 * Everything that keeps a reader from reading what a writer writes, in MessagePack or in JSON; empty where all values can be
 * read. What the writer has and the reader does not know is skipped, as codecs do.
 */
export function obstacles(
  writer: { readonly type: TypeModel; readonly side: Side },
  reader: { readonly type: TypeModel; readonly side: Side },
  positional: boolean,
): readonly Obstacle[] {
  return new Walk(positional).compare(place(writer), place(reader));
}

function place({ type, side }: { readonly type: TypeModel; readonly side: Side }): Place {
  return { type, side, owner: '', path: '' };
}

class Walk {
  // A pair that is being looked at, or has been, adds nothing new: recursive types end here.
  readonly #seen = new Set<string>();
  readonly #positional: boolean;

  constructor(positional: boolean) {
    this.#positional = positional;
  }

  compare(writer: Place, reader: Place): readonly Obstacle[] {
    if (writer.type.kind === 'reference' || reader.type.kind === 'reference') {
      const key = `${JSON.stringify(writer.type)} ${JSON.stringify(reader.type)}`;
      if (this.#seen.has(key)) return [];
      this.#seen.add(key);
    }
    const w = resolved(writer);
    const r = resolved(reader);
    if (w.type.kind === 'union' || r.type.kind === 'union') return this.#unions(w, r);
    if (r.type.kind === 'unknown') return [];
    const [wObject, rObject] = [objectAt(w), objectAt(r)];
    if (wObject !== undefined && rObject !== undefined) {
      return this.#positional && (wObject.ordered === true || rObject.ordered === true)
        ? this.#positions(w, wObject, r, rObject)
        : this.#members(w, wObject, r, rObject);
    }
    const [wList, rList] = [listAt(w.type), listAt(r.type)];
    if (wList !== undefined && rList !== undefined) return this.#lists(w, wList, r, rList);
    if (w.type.kind === 'literal')
      return accepts(r.type, w.type) ? [] : [obstacle(r.type.kind === 'literal' ? 'values' : 'type', w, r)];
    if (isScalar(w.type) && w.type.kind === r.type.kind) return [];
    // Text of a form, and points in time, are text on the wire.
    if (r.type.kind === 'string' && (w.type.kind === 'pattern' || w.type.kind === 'temporal')) return [];
    if (JSON.stringify(w.type) === JSON.stringify(r.type)) return [];
    const narrowed = r.type.kind === 'literal' && baseOf(r.type) === w.type.kind;
    return [obstacle(narrowed ? 'values' : 'type', w, r)];
  }

  #members(w: Place, wObject: RecordedObject, r: Place, rObject: RecordedObject): readonly Obstacle[] {
    const found: Obstacle[] = [];
    const written = new Map(wObject.members.map((member) => [member.name, member]));
    const gone = new Map(wObject.removed.map((member) => [member.name, member]));
    const known = new Set(rObject.members.map(({ name }) => name));
    for (const member of rObject.members) {
      const own = written.get(member.name);
      const to = memberPlace(r, member);
      if (own !== undefined) {
        const from = memberPlace(w, own);
        if (mayBeAbsent(own) && !mayBeAbsent(member)) found.push(obstacle('omissible', from, to));
        found.push(...this.compare(from, to));
        continue;
      }
      const before = gone.get(member.name);
      if (before !== undefined && this.compare(memberPlace(w, before), to).length > 0) {
        found.push(obstacle('reused', memberPlace(w, before), to));
      } else if (!mayBeAbsent(member)) found.push(obstacle('missing', memberPlace(w, member), to));
      else if (wObject.index !== undefined)
        found.push(...this.compare({ ...memberPlace(w, member), type: wObject.index.value }, to));
    }
    // What is written under a name that the reader took out must still be what it was.
    for (const member of rObject.removed) {
      const own = written.get(member.name);
      if (own !== undefined && this.compare(memberPlace(w, own), memberPlace(r, member)).length > 0) {
        found.push(obstacle('reused', memberPlace(w, own), memberPlace(r, member)));
      }
    }
    if (rObject.index === undefined) return found;
    const to = indexPlace(r, rObject.index);
    for (const member of wObject.members)
      if (!known.has(member.name)) found.push(...this.compare(memberPlace(w, member), to));
    if (wObject.index !== undefined) {
      if (wObject.index.key === 'string' && rObject.index.key === 'number')
        found.push(obstacle('type', indexPlace(w, wObject.index), to));
      found.push(...this.compare(indexPlace(w, wObject.index), to));
    }
    return found;
  }

  #positions(w: Place, wObject: RecordedObject, r: Place, rObject: RecordedObject): readonly Obstacle[] {
    const [written, expected] = [namesIn(wObject), namesIn(rObject)];
    if (written !== expected) {
      const [from, to] = [
        { ...w, owner: ownerOf(w) },
        { ...r, owner: ownerOf(r), path: ownerOf(r) },
      ];
      return [{ ...obstacle('place', from, to), written, expected }];
    }
    return this.#members(w, wObject, r, rObject);
  }

  #lists(w: Place, wList: List, r: Place, rList: List): readonly Obstacle[] {
    if ('element' in rList) {
      const to = inside(r, rList.element, '[]');
      const types = 'element' in wList ? [wList.element] : childrenOf(wList);
      return types.flatMap((type) => this.compare(inside(w, type, '[]'), to));
    }
    if ('element' in wList || formOf(wList) !== formOf(rList)) return [obstacle('type', w, r)];
    const written = childrenOf(wList);
    return childrenOf(rList).flatMap((type, at) => {
      const own = written[at];
      return own === undefined ? [] : this.compare(inside(w, own, `[${at}]`), inside(r, type, `[${at}]`));
    });
  }

  #unions(w: Place, r: Place): readonly Obstacle[] {
    const plan = planUnion(variants(r.type), r.side.index);
    if ('clash' in plan) return [obstacle('undecidable', w, r)];
    const own = planUnion(variants(w.type), w.side.index);
    if ('clash' in own) return [obstacle('undecidable', w, r)];
    const found: Obstacle[] = [];
    const unknown: TypeModel[] = [];
    for (const type of own.variants) {
      const from = { ...w, type };
      if (type.kind === 'literal') {
        if (!plan.variants.some((variant) => accepts(variant, type))) unknown.push(type);
        continue;
      }
      const leads = foreignVariants(plan.decision, type, w.side.index);
      const [lead, ...others] = [...leads].flatMap((at) => plan.variants[at] ?? []);
      if (lead === undefined || (isScalar(type) && others.length > 0)) unknown.push(type);
      else if (others.length > 0) found.push(obstacle('undecidable', from, r));
      else {
        const inner = this.compare(from, { ...r, type: lead });
        const isOther =
          leads.has(-1) ||
          inner.some(({ kind, readerPath }) => readerPath === pathOf(r) && (kind === 'type' || kind === 'values'));
        if (isOther) unknown.push(type);
        else found.push(...inner);
      }
    }
    const [only] = unknown;
    if (only === undefined) return found;
    const written = unknown.length === 1 ? only : ({ kind: 'union', variants: unknown } as const);
    const isOfLiterals =
      unknown.every((type) => type.kind === 'literal' || isScalar(type)) &&
      plan.variants.some(({ kind }) => kind === 'literal');
    return [...found, obstacle(isOfLiterals ? 'values' : 'variants', { ...w, type: written }, r)];
  }
}

/** Names of types that are not recursive are looked through, and the forms that share a wire are made one. */
function resolved(at: Place): Place {
  const { type, side } = at;
  if (type.kind === 'undefined') return { ...at, type: { kind: 'null' } };
  if (type.kind === 'binary' && (type.type === 'ArrayBuffer' || type.type === 'Buffer'))
    return { ...at, type: { kind: 'bytes' } };
  if (type.kind !== 'reference') return at;
  const target = side.types.get(type.id);
  return target?.kind === 'alias' ? resolved({ ...at, type: target.type, owner: type.id, path: type.id }) : at;
}

function variants(type: TypeModel): readonly TypeModel[] {
  return type.kind === 'union' ? type.variants : [type];
}

function isScalar({ kind }: TypeModel): boolean {
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
function accepts(type: TypeModel, literal: LiteralType): boolean {
  return type.kind === 'literal'
    ? type.value === literal.value && type.bigint === literal.bigint
    : type.kind === baseOf(literal);
}

/** The members of an object, or of what is written like one. */
function objectAt({ type, side }: Place): RecordedObject | undefined {
  if (type.kind === 'record') return { kind: 'object', members: [], index: type, removed: [] };
  const target = type.kind === 'reference' ? side.types.get(type.id) : undefined;
  return target?.kind === 'object' ? target : undefined;
}

/** What is an array on the wire. */
type List = { readonly element: TypeModel } | TupleType;

function listAt(type: TypeModel): List | undefined {
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
function formOf({ elements, optional = 0, rest, trailing = [] }: TupleType): string {
  return `${elements.length} ${optional} ${rest !== undefined} ${trailing.length}`;
}

function inside(at: Place, type: TypeModel, suffix: string): Place {
  return { ...at, type, path: at.path + suffix };
}

/** Paths start anew at every named type: what is wrong with it is said once, however many messages hold it. */
function memberPlace(at: Place, { name, type }: RecordedMember): Place {
  const owner = ownerOf(at);
  const base = owner === '' ? at.path : owner;
  return { ...at, type, owner, path: isIdentifier(name) ? `${base}.${name}` : `${base}[${JSON.stringify(name)}]` };
}

function indexPlace(at: Place, { value }: RecordType): Place {
  const owner = ownerOf(at);
  return { ...at, type: value, owner, path: `${owner === '' ? at.path : owner}{}` };
}

function ownerOf({ type, owner }: Place): string {
  return type.kind === 'reference' ? type.id : owner;
}

function namesIn({ members }: RecordedObject): string {
  return members.map(({ name }) => name).join(', ');
}

function pathOf(at: Place): string {
  return at.path === '' ? ownerOf(at) : at.path;
}

function obstacle(kind: ObstacleKind, writer: Place, reader: Place): Obstacle {
  return {
    kind,
    writerPath: pathOf(writer),
    readerPath: pathOf(reader),
    writerType: ownerOf(writer),
    readerType: ownerOf(reader),
    written: printType(writer.type, writer.side.index),
    expected: printType(reader.type, reader.side.index),
  };
}
