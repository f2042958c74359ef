import type { BinaryType, PatternType, TemporalType, TypeModel } from '../model/types.ts';

/** A type as the schema file writes it. */
export type TypeJson = string | { readonly [member: string]: unknown };

/** What a part of the schema file should have been. */
export class UnreadableSchema extends Error {
  override readonly name = 'UnreadableSchema';
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
  'unknown',
]);

/** Names of types start with `#`, everything that is one word is that word, the rest is an object named by its first member. */
export function typeToJson(type: TypeModel): TypeJson {
  switch (type.kind) {
    case 'literal':
      return type.bigint === true ? { literal: type.value, bigint: true } : { literal: type.value };
    case 'array':
      return { array: typeToJson(type.element) };
    case 'set':
      return { set: typeToJson(type.element) };
    case 'tuple':
      return {
        tuple: type.elements.map(typeToJson),
        ...(type.optional !== undefined && { optional: type.optional }),
        ...(type.rest !== undefined && { rest: typeToJson(type.rest) }),
        ...(type.trailing !== undefined && { trailing: type.trailing.map(typeToJson) }),
      };
    case 'record':
      return {
        record: typeToJson(type.value),
        ...(type.key === 'number' && { key: type.key }),
        ...(type.keys !== undefined && { keys: type.keys.alternatives }),
      };
    case 'binary':
    case 'temporal':
      return { [type.kind]: type.type };
    case 'pattern':
      return { pattern: type.alternatives };
    case 'map':
      return { map: [typeToJson(type.key), typeToJson(type.value)] };
    case 'union':
      return { union: type.variants.map(typeToJson) };
    case 'reference':
      return `#${type.id}`;
    default:
      return type.kind;
  }
}

/** The reverse of {@link typeToJson}. @throws UnreadableSchema naming `path`. */
export function typeFromJson(json: unknown, path: string): TypeModel {
  if (typeof json === 'string') {
    if (json.startsWith('#')) return { kind: 'reference', id: json.slice(1) };
    // The set has exactly the kinds that have no other member.
    if (scalars.has(json)) return { kind: json } as TypeModel;
    throw new UnreadableSchema(`\`${path}\` is \`${json}\`, which is no type`);
  }
  const value = objectOf(json, path);
  const inner = (part: unknown): TypeModel => typeFromJson(part, path);
  const list = (parts: unknown): readonly TypeModel[] => listOf(parts, path).map(inner);
  if ('array' in value) return { kind: 'array', element: inner(value['array']) };
  if ('set' in value) return { kind: 'set', element: inner(value['set']) };
  if ('tuple' in value) {
    const { optional, rest, trailing } = value;
    return {
      kind: 'tuple',
      elements: list(value['tuple']),
      ...(typeof optional === 'number' && { optional }),
      ...(rest !== undefined && { rest: inner(rest) }),
      ...(trailing !== undefined && { trailing: list(trailing) }),
    };
  }
  if ('union' in value) return { kind: 'union', variants: list(value['union']) };
  if ('record' in value) {
    const keys = 'keys' in value ? { keys: patternOf(value['keys'], path) } : {};
    return {
      kind: 'record',
      key: value['key'] === 'number' ? 'number' : 'string',
      ...keys,
      value: inner(value['record']),
    };
  }
  if ('pattern' in value) return patternOf(value['pattern'], path);
  // Only compared with each other; a name that this version does not know is another type.
  if ('binary' in value) return { kind: 'binary', type: String(value['binary']) as BinaryType['type'] };
  if ('temporal' in value) return { kind: 'temporal', type: String(value['temporal']) as TemporalType['type'] };
  if ('map' in value) {
    const [key, item, ...more] = list(value['map']);
    if (key !== undefined && item !== undefined && more.length === 0) return { kind: 'map', key, value: item };
  }
  if ('literal' in value) {
    const literal = value['literal'];
    if (typeof literal === 'string' || typeof literal === 'number' || typeof literal === 'boolean') {
      return { kind: 'literal', value: literal, ...(value['bigint'] === true && { bigint: true }) };
    }
  }
  throw new UnreadableSchema(`\`${path}\` is not a type that this version of Catga knows`);
}

/** A plain object. @throws UnreadableSchema */
export function objectOf(json: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return { ...json };
  throw new UnreadableSchema(`\`${path}\` is not an object`);
}

/** Patterns are compared as a whole, so what is in them is taken as it is. */
function patternOf(json: unknown, path: string): PatternType {
  return { kind: 'pattern', alternatives: listOf(json, path) as PatternType['alternatives'] };
}

function listOf(json: unknown, path: string): readonly unknown[] {
  if (Array.isArray(json)) return json;
  throw new UnreadableSchema(`\`${path}\` is not a list`);
}
