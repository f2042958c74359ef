import type { BinaryType, LiteralType, RecordType, TemporalType, TupleType, TypeModel } from '../model/types.ts';
import { patternFromJson } from './pattern-json.ts';
import { listOf, markOf, objectOf, UnreadableSchema } from './unreadable-schema.ts';

/** A type as the schema file writes it. */
export type TypeJson = string | { readonly [member: string]: unknown };

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
  if ('tuple' in value) return tupleOf(value, path);
  if ('union' in value) return { kind: 'union', variants: list(value['union']) };
  if ('record' in value) return recordOf(value, path);
  if ('pattern' in value) return patternFromJson(value['pattern'], `${path}.pattern`);
  // Only compared with each other; a name that this version does not know is another type.
  if ('binary' in value) return { kind: 'binary', type: wordOf(value['binary'], path) as BinaryType['type'] };
  if ('temporal' in value) return { kind: 'temporal', type: wordOf(value['temporal'], path) as TemporalType['type'] };
  if ('map' in value) {
    const [key, item, ...more] = list(value['map']);
    if (key !== undefined && item !== undefined && more.length === 0) return { kind: 'map', key, value: item };
  }
  if ('literal' in value) return literalOf(value, path);
  throw unknownType(path);
}

type Parts = Readonly<Record<string, unknown>>;

function tupleOf(value: Parts, path: string): TupleType {
  const list = (parts: unknown): readonly TypeModel[] => listOf(parts, path).map((part) => typeFromJson(part, path));
  const { optional, rest, trailing } = value;
  const elements = list(value['tuple']);
  if (
    optional !== undefined &&
    !(Number.isInteger(optional) && Number(optional) > 0 && Number(optional) <= elements.length)
  ) {
    throw new UnreadableSchema(
      `\`${path}.optional\` is \`${JSON.stringify(optional)}\`, of ${elements.length} elements`,
    );
  }
  return {
    kind: 'tuple',
    elements,
    ...(optional !== undefined && { optional: Number(optional) }),
    ...(rest !== undefined && { rest: typeFromJson(rest, path) }),
    ...(trailing !== undefined && { trailing: list(trailing) }),
  };
}

function recordOf(value: Parts, path: string): RecordType {
  const { key } = value;
  if (key !== undefined && key !== 'number') {
    throw new UnreadableSchema(`\`${path}.key\` is \`${JSON.stringify(key)}\`: it can only be "number"`);
  }
  return {
    kind: 'record',
    key: key ?? 'string',
    ...('keys' in value && { keys: patternFromJson(value['keys'], `${path}.keys`) }),
    value: typeFromJson(value['record'], path),
  };
}

function literalOf(value: Parts, path: string): LiteralType {
  const { literal } = value;
  if (markOf(value, 'bigint', path)) {
    if (typeof literal === 'string' && /^(?:0|-?[1-9]\d*)$/.test(literal))
      return { kind: 'literal', value: literal, bigint: true };
  } else if (typeof literal === 'string' || typeof literal === 'number' || typeof literal === 'boolean') {
    return { kind: 'literal', value: literal };
  }
  throw unknownType(path);
}

function wordOf(json: unknown, path: string): string {
  if (typeof json === 'string') return json;
  throw unknownType(path);
}

function unknownType(path: string): UnreadableSchema {
  return new UnreadableSchema(`\`${path}\` is not a type that this version of Catga knows`);
}
