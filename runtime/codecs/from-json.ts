import { decideJson } from './decide.ts';
import { attachUnknown, isKept } from './keep-unknown.ts';
import { keepJson } from './keep-json.ts';
import { bigintFromJson, bytesFromJson, dateFromJson } from './json-values.ts';
import { MAX_DEPTH } from './limits.ts';
import { oneOf } from './literals.ts';
import { memberOf, setMember } from './member.ts';
import { Mismatch, describe, tooDeep } from './mismatch.ts';
import type { ObjectShape, RecordShape, Shape, TupleShape } from './shape.ts';
import { withName } from './named.ts';
import { binaryFromJson } from './binary.ts';
import { elementAt, wrongLength } from './open-tuple.ts';
import { memberPart, within } from './place.ts';
import { temporalFromJson } from './temporal.ts';
import { checkKey, isNoEntry, isWellFormed } from './to-json.ts';
import { checkUnchecked } from './unchecked.ts';
import type { UnknownMembers } from './unknown-members.ts';

/** Checks what `JSON.parse` gave and turns it into a value of the declared type. */
export function fromJson(shape: Shape, json: unknown, depth: number): unknown {
  if (typeof shape === 'string') return scalarFromJson(shape, json);
  switch (shape.kind) {
    case 'object':
      return objectFromJson(shape, json, depth);
    case 'literals':
      for (const literal of shape.values) {
        if (literal === json || (typeof literal === 'bigint' && String(literal) === json)) return literal;
      }
      throw new Mismatch(oneOf(shape), describe(json));
    case 'array':
      return listFromJson(shape.element, json, depth);
    case 'set':
      return new Set(listFromJson(shape.element, json, depth));
    case 'tuple':
      return openTupleFromJson(shape, json, depth);
    case 'binary':
      return binaryFromJson(bytesFromJson(json), shape.type);
    case 'temporal':
      return temporalFromJson(json, shape.type);
    case 'pattern':
      if (typeof json === 'string' && shape.matches(json)) return json;
      throw new Mismatch(shape.text, describe(json));
    case 'map': {
      if (!Array.isArray(json)) throw new Mismatch('an array of pairs', describe(json));
      const pair = [shape.key, shape.value];
      const entries = json.map((item: unknown, index) => within(`[${index}]`, () => tupleFromJson(pair, item, depth)));
      return new Map(entries as [unknown, unknown][]);
    }
    case 'record': {
      const result = {};
      recordFromJson(shape, json, result, undefined, depth);
      return result;
    }
    case 'union': {
      const variant = shape.variants[decideJson(shape.decision, json)];
      if (variant === undefined) throw new Mismatch('a variant of the union', describe(json));
      return fromJson(variant, json, depth);
    }
    case 'message':
      return withName(fromJson(shape.body, json, depth), shape.type);
    case 'unknown':
      checkUnchecked(json, 'json');
      return json;
    case 'nullable':
      return json === null ? null : fromJson(shape.of, json, depth);
    case 'undefinable':
      return json === null ? undefined : fromJson(shape.of, json, depth);
    default:
      if (shape.recursive && depth >= MAX_DEPTH) throw tooDeep();
      return fromJson(shape.of(), json, shape.recursive ? depth + 1 : depth);
  }
}

function scalarFromJson(shape: Extract<Shape, string>, json: unknown): unknown {
  switch (shape) {
    case 'date':
      return dateFromJson(json);
    case 'bytes':
      return bytesFromJson(json);
    case 'bigint':
      return bigintFromJson(json);
    case 'undefined':
      if (json === null) return undefined;
      break;
    case 'null':
      if (json === null) return null;
      break;
    case 'number':
      // 1e999 is text of a number, and no number that JSON can carry.
      if (typeof json === 'number' && Number.isFinite(json)) return json;
      break;
    case 'string':
      if (typeof json === 'string' && isWellFormed(json)) return json;
      break;
    case 'boolean':
      if (typeof json === shape) return json;
      break;
  }
  const expected = shape === 'number' ? 'a finite number' : shape === 'string' ? 'a well-formed string' : `a ${shape}`;
  throw new Mismatch(shape === 'undefined' || shape === 'null' ? 'null' : expected, describe(json));
}

function objectFromJson(shape: ObjectShape, json: unknown, depth: number): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Mismatch('an object', describe(json));
  const result = {};
  for (const [name, member, absent] of shape.members) {
    const content = memberOf(json, name);
    if (content !== undefined)
      setMember(
        result,
        name,
        within(memberPart(name), () => fromJson(member, content, depth)),
      );
    else if (absent === 'undefined') setMember(result, name, undefined);
    else if (absent === undefined)
      within(memberPart(name), () => {
        throw new Mismatch('a required member', 'nothing');
      });
  }
  if (shape.index !== undefined) recordFromJson(shape.index, json, result, shape, depth);
  if (shape.type !== undefined) setMember(result, '$type', shape.type);
  const made = shape.construct === undefined ? result : construct(shape.construct, result);
  if (shape.keepUnknown !== true) return made;
  const kept = unknownFromJson(shape, json);
  return kept === undefined ? made : attachUnknown(made, kept);
}

function unknownFromJson(shape: ObjectShape, json: object): UnknownMembers | undefined {
  let kept: Map<string, Uint8Array> | undefined;
  for (const name of Object.keys(json)) {
    const content = memberOf(json, name);
    if (content === undefined || shape.places.has(name) || !isKept(shape, name)) continue;
    const block = within(memberPart(name), () => {
      if (!isWellFormed(name)) throw new Mismatch('a well-formed key', 'a key with a lone surrogate');
      return keepJson(content);
    });
    (kept ??= new Map()).set(name, block);
  }
  return kept;
}

/** Runs a class's constructor, which may refuse. */
export function construct(
  make: (members: Readonly<Record<string, unknown>>) => unknown,
  members: object,
  offset = 0,
): unknown {
  try {
    return make(members as Readonly<Record<string, unknown>>);
  } catch (cause) {
    // The constructor's own words: its author wrote them for whoever made the message.
    const actual = cause instanceof Error ? `members that it refuses (${cause.message})` : 'members that it refuses';
    throw new Mismatch('members that its constructor accepts', actual, offset, undefined, cause);
  }
}

function recordFromJson(
  shape: RecordShape,
  json: unknown,
  result: object,
  declared: ObjectShape | undefined,
  depth: number,
): void {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Mismatch('an object', describe(json));
  for (const key of Object.keys(json)) {
    if (declared !== undefined && isNoEntry(declared, key)) continue;
    within(memberPart(key), () => {
      checkKey(shape, key);
      setMember(result, key, fromJson(shape.value, memberOf(json, key), depth));
    });
  }
}

function listFromJson(element: Shape, json: unknown, depth: number): unknown[] {
  if (!Array.isArray(json)) throw new Mismatch('an array', describe(json));
  return json.map((item: unknown, index) => within(`[${index}]`, () => fromJson(element, item, depth)));
}

function tupleFromJson(elements: readonly Shape[], json: unknown, depth: number): unknown[] {
  if (!Array.isArray(json) || json.length !== elements.length) {
    throw new Mismatch(`an array of ${elements.length}`, describe(json));
  }
  return elements.map((element, index) => within(`[${index}]`, () => fromJson(element, json[index], depth)));
}

function openTupleFromJson(shape: TupleShape, json: unknown, depth: number): unknown[] {
  const { elements, optional, rest, trailing } = shape;
  if (optional === 0 && rest === undefined) return tupleFromJson(elements, json, depth);
  if (!Array.isArray(json)) throw new Mismatch('an array', describe(json));
  const { length } = json;
  const wrong = wrongLength(length, elements.length, optional, rest !== undefined, trailing.length);
  if (wrong !== undefined) throw new Mismatch(`an array of ${wrong}`, `one of ${length}`);
  return json.map((item: unknown, index) =>
    within(`[${index}]`, () => fromJson(elementAt(index, length, elements, rest, trailing), item, depth)),
  );
}
