import { admitsNil, baseOf, childrenOf, foreignVariants, mayBeAbsent, planUnion } from '../codecs/index.ts';
import type { RecordType, TypeModel } from '../model/types.ts';
import { areKeysOf, isFormOf, isKeyOf } from './key-forms.ts';
import { layoutObstacle, obstacle, orderObstacle, type Obstacle } from './obstacle.ts';
import { indexPlace, inside, memberPlace, pathOf, placeOf, resolved, type Place, type Side } from './place.ts';
import type { RecordedObject } from './schema.ts';
import { accepts, formOf, isScalar, listAt, objectAt, placesOf, variants, type List } from './wire-forms.ts';

/**
 * Everything that keeps a reader from reading what a writer writes, in MessagePack or in JSON; empty where all values can be
 * read. What the writer has and the reader does not know is skipped, as codecs do.
 */
export function obstacles(
  writer: { readonly type: TypeModel; readonly side: Side },
  reader: { readonly type: TypeModel; readonly side: Side },
): readonly Obstacle[] {
  return new Walk().compare(placeOf(writer), placeOf(reader));
}

class Walk {
  // A pair that is being looked at, or has been, adds nothing new: recursive types end here.
  readonly #seen = new Set<string>();

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
      if (wObject.wire !== rObject.wire) return [layoutObstacle(w, wObject, r, rObject)];
      return wObject.wire === 'positional'
        ? this.#places(w, wObject, r, rObject)
        : this.#members(w, wObject, r, rObject);
    }
    const [wList, rList] = [listAt(w.type), listAt(r.type)];
    if (wList !== undefined && rList !== undefined) return this.#lists(w, wList, r, rList);
    if (w.type.kind === 'literal')
      return accepts(r.type, w.type) ? [] : [obstacle(r.type.kind === 'literal' ? 'values' : 'type', w, r)];
    if (isScalar(w.type) && w.type.kind === r.type.kind) return [];
    // Text of a form, and points in time, are text on the wire.
    if (r.type.kind === 'string' && (w.type.kind === 'pattern' || w.type.kind === 'temporal')) return [];
    if (r.type.kind === 'pattern' && w.type.kind === 'pattern')
      return isFormOf(w.type, r.type) ? [] : [obstacle('values', w, r)];
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
      else if (wObject.index !== undefined && isKeyOf(wObject.index, member.name))
        found.push(...this.compare({ ...memberPlace(w, member), type: wObject.index.value }, to));
    }
    // What is written under a name that the reader took out must still be what it was.
    for (const member of rObject.removed) {
      const own = written.get(member.name);
      if (own !== undefined && this.compare(memberPlace(w, own), memberPlace(r, member)).length > 0) {
        found.push(obstacle('reused', memberPlace(w, own), memberPlace(r, member)));
      }
    }
    if (rObject.index !== undefined) found.push(...this.#entries(w, wObject, r, rObject.index, known));
    return found;
  }

  /** What the reader takes by its index signature. */
  #entries(
    w: Place,
    wObject: RecordedObject,
    r: Place,
    index: RecordType,
    known: ReadonlySet<string>,
  ): readonly Obstacle[] {
    const to = indexPlace(r, index);
    const others = wObject.members.filter(({ name }) => !known.has(name));
    const found = others
      .filter(({ name }) => isKeyOf(index, name))
      .flatMap((member) => this.compare(memberPlace(w, member), to));
    if (wObject.index !== undefined) found.push(...this.compare(indexPlace(w, wObject.index), to));
    // Beside declared members, a key that is not of the form is skipped; in a record it is refused.
    const isRefused =
      r.type.kind === 'record' &&
      (others.some(({ name }) => !isKeyOf(index, name)) ||
        (wObject.index !== undefined && !areKeysOf(wObject.index, index)));
    return isRefused ? [...found, obstacle('type', w, r)] : found;
  }

  #places(w: Place, wObject: RecordedObject, r: Place, rObject: RecordedObject): readonly Obstacle[] {
    const [written, expected] = [placesOf(wObject), placesOf(rObject)];
    const found: Obstacle[] = [];
    for (const [at, member] of expected.entries()) {
      const own = written[at];
      const to = memberPlace(r, member);
      const isRead = at < rObject.members.length;
      if (own === undefined) {
        if (isRead && !mayBeAbsent(member)) found.push(obstacle('missing', memberPlace(w, member), to));
        continue;
      }
      if (own.name !== member.name) return [orderObstacle(w, wObject, r, rObject)];
      const from = memberPlace(w, own);
      const inner = this.compare(from, to);
      if (!isRead || at >= wObject.members.length) {
        if (inner.length > 0) found.push(obstacle('reused', from, to));
        else if (isRead && !mayBeAbsent(member)) found.push(obstacle('missing', from, to));
        continue;
      }
      if (mayBeAbsent(own) && !mayBeAbsent(member)) found.push(obstacle('omissible', from, to));
      // Nil stands for what is not there, until it becomes a value.
      const isNilNow = admitsNil(member.type, r.side.index) && !admitsNil(own.type, w.side.index);
      found.push(...(mayBeAbsent(own) && isNilNow ? [obstacle('type', from, to)] : inner));
    }
    return found;
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
