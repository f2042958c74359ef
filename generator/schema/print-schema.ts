import { compare } from '../emit/identifiers.ts';
import { placesOf } from './wire-forms.ts';
import type { RecordedMember, RecordedMessage, RecordedShape, RecordedType, RecordedTypes, Schema } from './schema.ts';
import { typeToJson } from './type-json.ts';

/** The format of the file; another one is refused. */
export const schemaFormat = 1;

/** What is written over several lines, an entry each; everything else takes one. */
type Block = ReadonlyMap<string, unknown>;

/**
 * The text of `catga.schema.json`. Canonical: equal schemas are equal bytes. Sorted, and a line says one thing, so that
 * two branches that touch different members merge.
 */
export function printSchema({ messages, types }: Schema): string {
  const file = blockOf([
    ['catga', 'schema'],
    ['format', schemaFormat],
    ['messages', blockOf(sorted(messages).map(([name, message]) => [name, messageBlock(message)]))],
    ['types', typesBlock(types)],
  ]);
  return `${print(file, '')}\n`;
}

function print(value: unknown, indent: string): string {
  if (Array.isArray(value)) return printItems('[', value.map(inline), ']', indent);
  if (!(value instanceof Map)) return inline(value);
  const entries = [...(value as Block)].map(
    ([name, inner]) => `${JSON.stringify(name)}: ${print(inner, `${indent}  `)}`,
  );
  return printItems('{', entries, '}', indent);
}

function printItems(open: string, items: readonly string[], close: string, indent: string): string {
  if (items.length === 0) return open + close;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}: ${inline(inner)}`)
    .join(', ')} }`;
}

type Entry = readonly [name: string, value: unknown];

function blockOf(entries: readonly Entry[]): Block {
  return new Map(entries.filter(([, value]) => value !== undefined));
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].toSorted(([a], [b]) => compare(a, b));
}

function messageBlock(message: RecordedMessage): Block {
  const former = [...message.former]
    .toSorted(([a], [b]) => a - b)
    .map(([version, shape]): Entry => {
      return [String(version), blockOf([...shapeEntries(shape), ['types', typesBlock(shape.types)]])];
    });
  return blockOf([
    ['kind', message.kind],
    ['qos', message.qos],
    ['version', message.version],
    ...shapeEntries(message),
    ['removed', message.removed && typesBlock(message.removed)],
    ['former', former.length === 0 ? undefined : blockOf(former)],
  ]);
}

function shapeEntries({ body, response }: RecordedShape): readonly Entry[] {
  return [
    ['body', typeToJson(body)],
    ['response', response && typeToJson(response)],
  ];
}

function typesBlock(types: RecordedTypes): Block {
  return blockOf(sorted(types).map(([name, type]) => [name, typeBlock(type)]));
}

function typeBlock(type: RecordedType): Block {
  if (type.kind === 'alias') {
    // A union takes a line a variant: enums grow at both ends of two branches.
    const { type: of } = type;
    return of.kind === 'union'
      ? blockOf([['union', of.variants.map(typeToJson)]])
      : blockOf([['alias', typeToJson(of)]]);
  }
  const members = [
    ...type.members.map((member): Entry => [member.name, memberJson(member)]),
    ...type.removed.map((member): Entry => [member.name, { removed: true, ...flags(member) }]),
  ].toSorted(([a], [b]) => compare(a, b));
  return blockOf([
    ['members', blockOf(members)],
    ['order', type.wire === 'positional' ? placesOf(type).map(({ name }) => name) : undefined],
    ['index', type.index && typeToJson(type.index)],
  ]);
}

/** A required member is its type; anything more is said beside it. */
function memberJson(member: RecordedMember): unknown {
  return member.optional === true || member.undefinable === true ? flags(member) : typeToJson(member.type);
}

function flags({ optional, undefinable, type }: RecordedMember): Readonly<Record<string, unknown>> {
  return {
    ...(optional === true && { optional }),
    ...(undefinable === true && { undefinable }),
    type: typeToJson(type),
  };
}
