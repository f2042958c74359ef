import type { TupleType, TypeDefinition, TypeModel } from '../../../generator/model/types.ts';

/**
 * Whether a value is of a type, by the model alone and in the plainest way: shares nothing with the codecs that it is
 * used to judge.
 */
export function isValid(type: TypeModel, value: unknown, types: ReadonlyMap<string, TypeDefinition>): boolean {
  const is = (child: TypeModel, part: unknown): boolean => isValid(child, part, types);
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'undefined':
      return typeof value === type.kind;
    case 'null':
      return value === null;
    case 'unknown':
      return true;
    case 'literal':
      return value === (type.bigint === true ? BigInt(type.value) : type.value);
    case 'date':
      return value instanceof Date && !Number.isNaN(value.getTime());
    case 'bytes':
      return value instanceof Uint8Array;
    case 'array':
      return Array.isArray(value) && Array.from(value as unknown[]).every((item) => is(type.element, item));
    case 'set':
      return value instanceof Set && [...value].every((item) => is(type.element, item));
    case 'map':
      return value instanceof Map && [...value].every(([key, item]) => is(type.key, key) && is(type.value, item));
    case 'tuple':
      return isTuple(type, value, is);
    case 'binary':
      return Object.prototype.toString.call(value) === `[object ${type.type}]`;
    case 'pattern':
      return typeof value === 'string' && /^id--?\d+$/.test(value);
    case 'temporal':
      return Object.prototype.toString.call(value) === `[object Temporal.${type.type}]`;
    case 'record':
      return isObject(value) && Object.values(value).every((item) => is(type.value, item));
    case 'union':
      return type.variants.some((variant) => is(variant, value));
    default:
      return isDefined(types.get(type.id), value, types);
  }
}

function isTuple(
  { elements, optional = 0, rest, trailing = [] }: TupleType,
  value: unknown,
  is: (child: TypeModel, part: unknown) => boolean,
): boolean {
  if (!Array.isArray(value)) return false;
  const values: readonly unknown[] = value;
  const least = elements.length - optional + trailing.length;
  if (values.length < least || (rest === undefined && values.length > elements.length)) return false;
  const behind = values.length - trailing.length;
  return values.every((item, at) => {
    const type = at >= behind ? trailing[at - behind] : (elements[at] ?? rest);
    return type !== undefined && is(type, item);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isDefined(
  definition: TypeDefinition | undefined,
  value: unknown,
  types: ReadonlyMap<string, TypeDefinition>,
): boolean {
  if (definition === undefined) return false;
  const { shape } = definition;
  if (shape.kind === 'alias') return isValid(shape.type, value, types);
  if (!isObject(value)) return false;
  const names = new Set(['$type', ...shape.members.map(({ name }) => name)]);
  const rest = Object.keys(value).filter((key) => !names.has(key));
  const { index } = shape;
  if (index === undefined ? rest.length > 0 : !rest.every((key) => isValid(index.value, value[key], types)))
    return false;
  return shape.members.every(({ name, optional, type, undefinable }) => {
    if (!Object.hasOwn(value, name)) return optional === true;
    if (value[name] === undefined && undefinable === true) return true;
    return isValid(type, value[name], types);
  });
}
