import { countValue } from './count-values.ts';
import { decideValue } from './decide.ts';
import { bigintToJson, bytesToJson, dateToJson } from './json-values.ts';
import { keptToJson } from './kept-to-json.ts';
import { MAX_DEPTH } from './limits.ts';
import { oneOf } from './literals.ts';
import { memberOf, setMember } from './member.ts';
import { Mismatch, describe, tooDeep } from './mismatch.ts';
import { binaryToJson } from './binary.ts';
import { elementAt, wrongLength } from './open-tuple.ts';
import { memberPart, within } from './place.ts';
import { formOfKeys, isOfForm } from './records.ts';
import { checkUnchecked } from './unchecked.ts';
import { temporalToJson } from './temporal.ts';
import { ownUnknown } from './unknown-members.ts';
import { checkKept } from './write-kept.ts';
import type { ObjectShape, RecordShape, Shape, TupleShape } from './shape.ts';

/** Checks `value` and turns it into what `JSON.stringify` takes. */
export function toJson(shape: Shape, value: unknown, depth: number): unknown {
  countValue();
  if (typeof shape === 'string') return scalarToJson(shape, value);
  switch (shape.kind) {
    case 'object':
      return objectToJson(shape, value, depth);
    case 'literals':
      for (const literal of shape.values) {
        if (literal === value) return typeof literal === 'bigint' ? String(literal) : literal;
      }
      throw new Mismatch(oneOf(shape), describe(value));
    case 'array':
      if (!Array.isArray(value)) throw new Mismatch('an array', describe(value));
      return listToJson(shape.element, value, depth);
    case 'set':
      if (!(value instanceof Set)) throw new Mismatch('a Set', describe(value));
      return listToJson(shape.element, [...value], depth);
    case 'tuple':
      return openTupleToJson(shape, value, depth);
    case 'binary':
      return binaryToJson(value, shape.type);
    case 'temporal':
      return temporalToJson(value, shape.type);
    case 'pattern':
      if (typeof value === 'string' && isWellFormed(value) && shape.matches(value)) return value;
      throw new Mismatch(shape.text, describe(value));
    case 'map':
      if (!(value instanceof Map)) throw new Mismatch('a Map', describe(value));
      return [...value].map((pair, index) =>
        within(`[${index}]`, () => tupleToJson([shape.key, shape.value], pair, depth)),
      );
    case 'record': {
      const result = {};
      recordToJson(shape, value, result, undefined, depth);
      return result;
    }
    case 'union': {
      const variant = shape.variants[decideValue(shape.decision, value)];
      if (variant === undefined) throw new Mismatch('a variant of the union', describe(value));
      return toJson(variant, value, depth);
    }
    case 'message':
      return toJson(shape.body, value, depth);
    case 'unknown':
      checkUnchecked(value, 'json');
      return value;
    case 'nullable':
      return value === null ? null : toJson(shape.of, value, depth);
    case 'undefinable':
      return value === undefined ? null : toJson(shape.of, value, depth);
    default:
      if (shape.recursive && depth >= MAX_DEPTH) throw tooDeep();
      return toJson(shape.of(), value, shape.recursive ? depth + 1 : depth);
  }
}

function scalarToJson(shape: Extract<Shape, string>, value: unknown): unknown {
  switch (shape) {
    case 'date':
      return dateToJson(value);
    case 'bytes':
      return bytesToJson(value);
    case 'null':
      if (value === null) return null;
      break;
    case 'undefined':
      if (value === undefined) return null;
      break;
    case 'bigint':
      if (typeof value === 'bigint') return bigintToJson(value);
      break;
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      break;
    case 'string':
      if (typeof value === 'string' && isWellFormed(value)) return value;
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
  }
  throw new Mismatch(
    shape === 'number' ? 'a finite number' : shape === 'string' ? 'a well-formed string' : shape,
    describe(value),
  );
}

export function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}

function objectToJson(shape: ObjectShape, value: unknown, depth: number): object {
  if (typeof value !== 'object' || value === null) throw new Mismatch('an object', describe(value));
  const result = {};
  for (const [name, member, absent] of shape.members) {
    const content = memberOf(value, name);
    if (content === undefined && absent !== undefined) continue;
    setMember(
      result,
      name,
      within(memberPart(name), () => toJson(member, content, depth)),
    );
  }
  if (shape.index !== undefined) recordToJson(shape.index, value, result, shape, depth);
  if (shape.keepUnknown === true) unknownToJson(shape, value, result);
  return result;
}

function unknownToJson(shape: ObjectShape, value: object, result: object): void {
  const kept = ownUnknown(value);
  if (kept === undefined) return;
  for (const [name, block] of checkKept(kept, shape)) {
    within(memberPart(name), () => {
      if (!isWellFormed(name)) throw new Mismatch('a well-formed key', 'a key with a lone surrogate');
      setMember(result, name, keptToJson(block));
    });
  }
}

function recordToJson(
  shape: RecordShape,
  value: unknown,
  result: object,
  declared: ObjectShape | undefined,
  depth: number,
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Mismatch('an object', describe(value));
  for (const key of Object.keys(value)) {
    if (declared !== undefined && isNoEntry(declared, key)) continue;
    const content = memberOf(value, key);
    if (content === undefined && shape.undefinable !== true) continue;
    within(memberPart(key), () => {
      checkKey(shape, key);
      setMember(result, key, toJson(shape.value, content, depth));
    });
  }
}

/**
 * Whether a key does not belong to the index signature: a member of its own, the wire name that messages carry, or none of
 * the form that the signature names.
 */
export function isNoEntry({ index, places, type }: ObjectShape, key: string): boolean {
  if ((type !== undefined && key === '$type') || places.has(key)) return true;
  return index !== undefined && !isOfForm(formOfKeys(index), key);
}

export function checkKey(shape: RecordShape, key: string): void {
  if (!isOfForm(formOfKeys(shape), key))
    throw new Mismatch(shape.keys === undefined ? 'a number as key' : `${shape.keys.text} as key`, 'another key');
  if (!isWellFormed(key)) throw new Mismatch('a well-formed key', 'a key with a lone surrogate');
}

function listToJson(element: Shape, values: readonly unknown[], depth: number): unknown[] {
  const result: unknown[] = [];
  // Not `map`: it leaves holes out.
  for (let index = 0; index < values.length; index++) {
    result.push(within(`[${index}]`, () => toJson(element, values[index], depth)));
  }
  return result;
}

function tupleToJson(elements: readonly Shape[], value: unknown, depth: number): unknown[] {
  if (!Array.isArray(value) || value.length !== elements.length) {
    throw new Mismatch(`a tuple of ${elements.length}`, describe(value));
  }
  return elements.map((element, index) => within(`[${index}]`, () => toJson(element, value[index], depth)));
}

function openTupleToJson(shape: TupleShape, value: unknown, depth: number): unknown[] {
  const { elements, optional, rest, trailing } = shape;
  if (optional === 0 && rest === undefined) return tupleToJson(elements, value, depth);
  if (!Array.isArray(value)) throw new Mismatch('a tuple', describe(value));
  const { length } = value;
  const wrong = wrongLength(length, elements.length, optional, rest !== undefined, trailing.length);
  if (wrong !== undefined) throw new Mismatch(`a tuple of ${wrong}`, `one of ${length}`);
  return Array.from(value, (item: unknown, index) =>
    within(`[${index}]`, () => toJson(elementAt(index, length, elements, rest, trailing), item, depth)),
  );
}
