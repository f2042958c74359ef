import { createHash } from 'node:crypto';
import type { MessageModel, ProjectModel } from '../model/project.ts';
import type { MemberModel, TypeDefinition, TypeModel } from '../model/types.ts';
import { compare } from './identifiers.ts';

/**
 * Hash of all that decides about bytes: names, versions and shapes of messages and responses, also former ones, and of the
 * composed packages.
 * Documentation, positions, module paths, handlers and services have no part in it.
 */
export function schemaHash(model: ProjectModel): string {
  const definitions = new Map(model.types.map((definition) => [definition.id, definition]));
  const reached = new Map<string, unknown>();
  const messages = model.messages
    .toSorted((a, b) => compare(a.name, b.name))
    .map((message) => messageShape(message, (type) => typeShape(type, definitions, reached)));
  const former = model.upcasters.map(({ message, from, former: { body } }) => [
    message,
    from,
    typeShape(body, definitions, reached),
  ]);
  const types = [...reached].toSorted(([a], [b]) => compare(a, b));
  const modules = model.modules.map(({ packageName, schemaHash: hash }) => [packageName, hash]);
  return createHash('sha256')
    .update(JSON.stringify(former.length === 0 ? [messages, types, modules] : [messages, types, modules, former]))
    .digest('hex')
    .slice(0, 16);
}

type Shape = (type: TypeModel) => unknown;

function messageShape(message: MessageModel, shape: Shape): unknown {
  const { name, kind, version, body, response, options } = message;
  return [
    name,
    kind,
    version,
    shape(body),
    response === undefined ? null : [shape(response.type), response.undefinable ?? false],
    options.wire ?? 'map',
  ];
}

function typeShape(
  type: TypeModel,
  definitions: ReadonlyMap<string, TypeDefinition>,
  reached: Map<string, unknown>,
): unknown {
  const shape: Shape = (inner) => typeShape(inner, definitions, reached);
  switch (type.kind) {
    case 'literal':
      return ['literal', type.value, type.bigint ?? false];
    case 'array':
    case 'set':
      return [type.kind, shape(type.element)];
    case 'tuple':
      return type.optional === undefined && type.rest === undefined
        ? ['tuple', type.elements.map(shape)]
        : [
            'tuple',
            type.elements.map(shape),
            type.optional ?? 0,
            type.rest === undefined ? null : shape(type.rest),
            (type.trailing ?? []).map(shape),
          ];
    case 'record':
      return ['record', type.keys === undefined ? type.key : shape(type.keys), shape(type.value)];
    case 'binary':
    case 'temporal':
      return [type.kind, type.type];
    case 'pattern':
      return [type.kind, type.alternatives];
    case 'map':
      return ['map', shape(type.key), shape(type.value)];
    case 'union':
      return ['union', type.variants.map(shape)];
    case 'reference':
      return ['reference', reach(type.id, definitions, reached)];
    default:
      return type.kind;
  }
}

/** Puts a definition into `reached` once; what stands for it is its name, which no file move changes. */
function reach(id: string, definitions: ReadonlyMap<string, TypeDefinition>, reached: Map<string, unknown>): string {
  const definition = definitions.get(id);
  if (definition === undefined) return id;
  const { name, shape } = definition;
  if (reached.has(name)) return name;
  reached.set(name, null);
  const inner: Shape = (type) => typeShape(type, definitions, reached);
  reached.set(
    name,
    shape.kind === 'alias'
      ? ['alias', inner(shape.type)]
      : [
          'object',
          shape.members.map((member) => memberShape(member, inner)),
          shape.index === undefined ? null : inner(shape.index),
        ],
  );
  return name;
}

function memberShape(member: MemberModel, shape: Shape): unknown {
  return [member.name, shape(member.type), member.optional ?? false, member.undefinable ?? false];
}
