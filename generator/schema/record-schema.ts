import { responseType } from '../codecs/index.ts';
import { compare } from '../emit/identifiers.ts';
import type { MessageModel, ProjectModel } from '../model/project.ts';
import type { TypeDefinition, TypeModel } from '../model/types.ts';
import { reachable } from './reachable.ts';
import type { RecordedMessage, RecordedShape, RecordedType, RecordedTypes, Schema } from './schema.ts';

/** The wire shapes that a project declares today. Messages of composed packages are recorded by those packages. */
export function recordSchema(model: ProjectModel): Schema {
  const types = recordTypes(model);
  const messages = model.messages
    .toSorted((a, b) => compare(a.name, b.name))
    .map((message): RecordedMessage => ({
      name: message.name,
      kind: message.kind,
      qos: message.qos,
      version: message.version,
      ...recordShape(message, model),
      former: new Map(),
    }));
  const settled = [...reachable(rootsOf(messages), types)].map(([name, type]) => [name, sortMembers(type)] as const);
  return { messages: new Map(messages.map((message) => [message.name, message])), types: new Map(settled) };
}

function rootsOf(shapes: readonly RecordedShape[]): readonly TypeModel[] {
  return shapes.flatMap(({ body, response }) => (response === undefined ? [body] : [body, response]));
}

/** Where members are found by name, their order says nothing. */
function sortMembers(type: RecordedType): RecordedType {
  if (type.kind === 'alias' || type.wire === 'positional') return type;
  return { ...type, members: type.members.toSorted((a, b) => compare(a.name, b.name)) };
}

/** All named types of a project. Two that share a name, which no project has, would be one. */
export function recordTypes(model: Pick<ProjectModel, 'types'>): RecordedTypes {
  const names = namesOf(model);
  return new Map(model.types.map((definition) => [definition.name, recordType(definition, names)]));
}

/** A type of the model with references by name. */
export function recordModelType(type: TypeModel, model: Pick<ProjectModel, 'types'>): TypeModel {
  return byName(type, namesOf(model));
}

function recordShape(message: MessageModel, model: ProjectModel): RecordedShape {
  const names = namesOf(model);
  return {
    body: byName(message.body, names),
    ...(message.response !== undefined && { response: byName(responseType(message.response), names) }),
  };
}

const known = new WeakMap<readonly TypeDefinition[], ReadonlyMap<string, string>>();

function namesOf({ types }: Pick<ProjectModel, 'types'>): ReadonlyMap<string, string> {
  const names = known.get(types) ?? new Map(types.map(({ id, name }) => [id, name]));
  known.set(types, names);
  return names;
}

function recordType({ shape }: TypeDefinition, names: ReadonlyMap<string, string>): RecordedType {
  if (shape.kind === 'alias') return { kind: 'alias', type: byName(shape.type, names) };
  const index = shape.index && byName(shape.index, names);
  return {
    kind: 'object',
    members: shape.members.map(({ name, type, optional, undefinable }) => ({
      name,
      type: byName(type, names),
      ...(optional === true && { optional }),
      ...(undefinable === true && { undefinable }),
    })),
    ...(index?.kind === 'record' && { index }),
    ...(shape.wire === 'positional' && { wire: shape.wire }),
    removed: [],
  };
}

function byName(type: TypeModel, names: ReadonlyMap<string, string>): TypeModel {
  const inner = (part: TypeModel): TypeModel => byName(part, names);
  switch (type.kind) {
    case 'array':
    case 'set':
      return { kind: type.kind, element: inner(type.element) };
    case 'tuple':
      return {
        kind: 'tuple',
        elements: type.elements.map(inner),
        ...(type.optional !== undefined && { optional: type.optional }),
        ...(type.rest !== undefined && { rest: inner(type.rest) }),
        ...(type.trailing !== undefined && { trailing: type.trailing.map(inner) }),
      };
    case 'record':
      return { ...type, value: inner(type.value) };
    case 'map':
      return { kind: 'map', key: inner(type.key), value: inner(type.value) };
    case 'union':
      return { kind: 'union', variants: type.variants.map(inner) };
    case 'reference':
      return { kind: 'reference', id: names.get(type.id) ?? type.id };
    default:
      return type;
  }
}
