import { childrenOf } from '../codecs/index.ts';
import type { TypeModel } from '../model/types.ts';
import { schemaFormat } from './print-schema.ts';
import type {
  FrozenShape,
  RecordedMember,
  RecordedMessage,
  RecordedShape,
  RecordedType,
  RecordedTypes,
  Schema,
} from './schema.ts';
import { typeFromJson } from './type-json.ts';
import { markOf, objectOf, UnreadableSchema } from './unreadable-schema.ts';

/** A schema file that was read back, or what is wrong with it. */
export type ParsedSchema = { readonly schema: Schema } | { readonly problem: string };

/** Parses and checks the text of a `catga.schema.json`: a merge may have damaged it, or it may be another tool's. */
export function parseSchema(text: string): ParsedSchema {
  if (/^(?:<{7}|={7}|>{7})(?: |$)/m.test(text)) return { problem: 'it has the conflict markers of a merge' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  try {
    return { schema: readSchema(json) };
  } catch (error) {
    if (error instanceof UnreadableSchema) return { problem: error.message };
    throw error;
  }
}

function readSchema(json: unknown): Schema {
  if (typeof json !== 'object' || json === null || !('catga' in json) || json.catga !== 'schema') {
    throw new UnreadableSchema('it is not a schema of Catga: its first member is not `"catga": "schema"`');
  }
  const file = objectOf(json, 'schema');
  if (file['format'] !== schemaFormat) {
    throw new UnreadableSchema(`it has format ${String(file['format'])}, this version of Catga reads ${schemaFormat}`);
  }
  const schema: Schema = {
    messages: mapOf(file['messages'], 'messages', readMessage),
    types: readTypes(file['types'], 'types'),
  };
  for (const [name, message] of schema.messages) {
    const path = `messages.${name}`;
    checkReferences(message, message.removed ?? schema.types, path);
    for (const [version, shape] of message.former) checkReferences(shape, shape.types, `${path}.former.${version}`);
  }
  checkTypes(schema.types, 'types');
  return schema;
}

function readMessage(json: unknown, name: string, path: string): RecordedMessage {
  const value = objectOf(json, path);
  const former = Object.entries(objectOf(value['former'] ?? {}, `${path}.former`)).map(
    ([version, shape]): readonly [number, FrozenShape] => {
      const at = `${path}.former.${version}`;
      return [
        integer(Number(version), at),
        { ...readShape(shape, at), types: readTypes(objectOf(shape, at)['types'], at) },
      ];
    },
  );
  return {
    name,
    kind: oneOf(value['kind'], ['command', 'query', 'event'], `${path}.kind`),
    qos: oneOf(value['qos'], [0, 1, 2], `${path}.qos`),
    version: integer(value['version'], `${path}.version`),
    ...readShape(value, path),
    former: new Map(former.toSorted(([a], [b]) => a - b)),
    ...('removed' in value && { removed: readTypes(value['removed'], `${path}.removed`) }),
  };
}

function readShape(json: unknown, path: string): RecordedShape {
  const value = objectOf(json, path);
  return {
    body: typeFromJson(value['body'], `${path}.body`),
    ...('response' in value && { response: typeFromJson(value['response'], `${path}.response`) }),
  };
}

function readTypes(json: unknown, path: string): RecordedTypes {
  return mapOf(json, path, readType);
}

function readType(json: unknown, _name: string, path: string): RecordedType {
  const value = objectOf(json, path);
  if ('alias' in value) return { kind: 'alias', type: typeFromJson(value['alias'], path) };
  if ('union' in value) return { kind: 'alias', type: typeFromJson(value, path) };
  const all = [...mapOf(value['members'], `${path}.members`, readMember).values()];
  const { order } = value;
  const settled = order === undefined ? all : inOrder(all, order, `${path}.order`);
  const index = 'index' in value ? typeFromJson(value['index'], `${path}.index`) : undefined;
  if (index !== undefined && index.kind !== 'record') throw new UnreadableSchema(`\`${path}.index\` is not a record`);
  return {
    kind: 'object',
    members: settled.filter(({ removed }) => !removed).map(({ member }) => member),
    ...(index !== undefined && { index }),
    ...(order !== undefined && { wire: 'positional' }),
    removed: settled.filter(({ removed }) => removed).map(({ member }) => member),
  };
}

function readMember(json: unknown, name: string, path: string): ReadMember {
  const value = typeof json === 'object' && json !== null && 'type' in json ? objectOf(json, path) : { type: json };
  const member: RecordedMember = {
    name,
    type: typeFromJson(value['type'], path),
    ...(markOf(value, 'optional', path) && { optional: true }),
    ...(markOf(value, 'undefinable', path) && { undefinable: true }),
  };
  return { member, removed: markOf(value, 'removed', path) };
}

interface ReadMember {
  readonly member: RecordedMember;
  readonly removed: boolean;
}

function inOrder(members: readonly ReadMember[], order: unknown, path: string): readonly ReadMember[] {
  const byName = new Map(members.map((read) => [read.member.name, read]));
  const found = (Array.isArray(order) ? order : []).map((name: unknown) => byName.get(String(name)));
  const ordered = found.filter((member) => member !== undefined);
  if (ordered.length === members.length && new Set(ordered).size === members.length) return ordered;
  throw new UnreadableSchema(`\`${path}\` does not name every member once`);
}

function checkReferences(shape: RecordedShape, types: RecordedTypes, path: string): void {
  const { body, response } = shape;
  for (const type of response === undefined ? [body] : [body, response]) check(type, types, path);
  if ('types' in shape) checkTypes(types, path);
}

function checkTypes(types: RecordedTypes, path: string): void {
  for (const [name, type] of types) {
    const at = `${path}.${name}`;
    if (type.kind === 'alias') check(type.type, types, at);
    else {
      for (const member of [...type.members, ...type.removed]) check(member.type, types, `${at}.${member.name}`);
      if (type.index !== undefined) check(type.index, types, at);
    }
  }
}

function check(type: TypeModel, types: RecordedTypes, path: string): void {
  if (type.kind === 'reference' && !types.has(type.id)) {
    throw new UnreadableSchema(`\`${path}\` refers to \`#${type.id}\`, which is not recorded`);
  }
  for (const child of childrenOf(type)) check(child, types, path);
}

function mapOf<T>(
  json: unknown,
  path: string,
  read: (value: unknown, name: string, path: string) => T,
): ReadonlyMap<string, T> {
  const entries = Object.entries(objectOf(json, path));
  return new Map(entries.map(([name, value]) => [name, read(value, name, `${path}.${name}`)]));
}

function oneOf<T extends string | number>(value: unknown, choices: readonly T[], path: string): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new UnreadableSchema(`\`${path}\` is \`${String(value)}\`, which is none of ${choices.join(', ')}`);
}

function integer(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw new UnreadableSchema(`\`${path}\` is \`${String(value)}\`, which is no version`);
}
