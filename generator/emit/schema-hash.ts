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
  const byId = new Map(model.types.map((definition) => [definition.id, definition]));
  const shapes = new Shapes(byId);
  const messages = model.messages
    .toSorted((a, b) => compare(a.name, b.name))
    .map((message) => shapes.digest(message, (shape) => messageShape(message, shape)));
  const former = model.upcasters.map((upcaster) => {
    const { message, from, former: old } = upcaster;
    return shapes.digest(upcaster, (shape) => [message, from, shape(old.body)]);
  });
  const modules = model.modules.map(({ packageName, schemaHash: hash }) => [packageName, hash]);
  return digestOf(JSON.stringify([messages, shapes.reached(), modules, former])).slice(0, 16);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Stands for the shape of something, in which its references had those names. */
interface ShapeDigest {
  readonly digest: string;
  readonly names: readonly (readonly [id: string, name: string])[];
}

// What has not changed is the same object in every run of a process.
const digests = new WeakMap<object, ShapeDigest>();

/** Digests of shapes, and the definitions that they reach. */
class Shapes {
  readonly #byId: ReadonlyMap<string, TypeDefinition>;
  readonly #open = new Set<string>();

  constructor(byId: ReadonlyMap<string, TypeDefinition>) {
    this.#byId = byId;
  }

  /** Of what `make` makes of `item`, in which names stand for references. */
  digest(item: object, make: (shape: Shape) => unknown): string {
    let known = digests.get(item);
    if (known === undefined || known.names.some(([id, name]) => this.#name(id) !== name)) {
      const names = new Map<string, string>();
      const nameOf = (id: string): string => {
        const name = this.#name(id);
        names.set(id, name);
        return name;
      };
      known = { digest: digestOf(JSON.stringify(make((type) => typeShape(type, nameOf)))), names: [...names] };
      digests.set(item, known);
    }
    for (const [id] of known.names) this.#open.add(id);
    return known.digest;
  }

  /** What all shapes reach, by name: no file move changes those. */
  reached(): readonly (readonly [name: string, digest: string])[] {
    const reached = new Map<string, string>();
    // A set's iteration visits what is added on the way.
    for (const id of this.#open) {
      const definition = this.#byId.get(id);
      if (definition === undefined || reached.has(definition.name)) continue;
      reached.set(
        definition.name,
        this.digest(definition, (shape) => definitionShape(definition, shape)),
      );
    }
    return [...reached].toSorted(([a], [b]) => compare(a, b));
  }

  #name(id: string): string {
    return this.#byId.get(id)?.name ?? id;
  }
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

function typeShape(type: TypeModel, nameOf: (id: string) => string): unknown {
  const shape: Shape = (inner) => typeShape(inner, nameOf);
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
      return ['reference', nameOf(type.id)];
    default:
      return type.kind;
  }
}

function definitionShape({ shape }: TypeDefinition, inner: Shape): unknown {
  if (shape.kind === 'alias') return ['alias', inner(shape.type)];
  const members = shape.members.map((member) => memberShape(member, inner));
  const index = shape.index === undefined ? null : inner(shape.index);
  return ['object', members, index, ...(shape.wire === undefined ? [] : [shape.wire])];
}

function memberShape(member: MemberModel, shape: Shape): unknown {
  return [member.name, shape(member.type), member.optional ?? false, member.undefinable ?? false];
}
