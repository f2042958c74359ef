import { createHash } from 'node:crypto';
import type { MessageModel, ProjectModel, UpcasterModel } from '../model/project.ts';
import type { MemberModel, TypeDefinition, TypeModel } from '../model/types.ts';
import { compare } from './identifiers.ts';
import type { ModelChanges } from './model-changes.ts';

/**
 * Hash of all that decides about bytes: names, versions and shapes of messages and responses, also former ones, and of the
 * composed packages.
 * Documentation, positions, module paths, handlers and services have no part in it.
 */
export function schemaHash(model: ProjectModel): string {
  return new SchemaHash().of(model);
}

/** What was hashed: what a change leaves as it is need not be looked at again. */
interface Hashed {
  /** Digests by wire name, as JSON. */
  readonly messages: string[];
  /** Names and digests by name, as JSON: no file move changes those. */
  readonly reached: string[];
  readonly names: ReadonlyMap<string, string>;
  /** Where the messages of the model stand in `messages`. */
  readonly messagePlaces: readonly number[];
  /** Where a name stands in `reached`. */
  readonly namePlaces: ReadonlyMap<string, number>;
}

/** {@link schemaHash} of a project in a process that stays. */
export class SchemaHash {
  #hashed: Hashed | undefined;

  /** @param changes - What is different from the model that was hashed before. */
  of(model: ProjectModel, changes?: ModelChanges): string {
    const hashed = changes && this.#hashed ? replace(this.#hashed, model, changes) : look(model);
    this.#hashed = hashed;
    const shapes = new Shapes(hashed.names);
    const former = model.upcasters.map((upcaster) => digestFormer(shapes, upcaster));
    const modules = model.modules.map(({ packageName, schemaHash: hash }) => [packageName, hash]);
    const parts = [`[${hashed.messages.join(',')}]`, `[${hashed.reached.join(',')}]`];
    return digestOf(`[${parts.join(',')},${JSON.stringify(modules)},${JSON.stringify(former)}]`).slice(0, 16);
  }
}

function look(model: ProjectModel): Hashed {
  const byId = new Map(model.types.map((definition) => [definition.id, definition]));
  const names = new Map(model.types.map(({ id, name }) => [id, name]));
  const shapes = new Shapes(names);
  const sorted = [...model.messages.entries()].toSorted(([, a], [, b]) => compare(a.name, b.name));
  const messages = sorted.map(([, message]) => digestMessage(shapes, message));
  for (const upcaster of model.upcasters) digestFormer(shapes, upcaster);
  const reached = shapes.reached(byId);
  const texts = reached.map((entry) => JSON.stringify(entry));
  const messagePlaces: number[] = [];
  for (const [place, [index]] of sorted.entries()) messagePlaces[index] = place;
  const namePlaces = new Map(reached.map(([name], place) => [name, place]));
  return { messages, reached: texts, names, messagePlaces, namePlaces };
}

function replace(hashed: Hashed, model: ProjectModel, changes: ModelChanges): Hashed {
  const shapes = new Shapes(hashed.names);
  const { messages, reached, messagePlaces, namePlaces } = hashed;
  for (const index of changes.messages) {
    const [message, place] = [model.messages[index], messagePlaces[index]];
    if (message && place !== undefined) messages[place] = digestMessage(shapes, message);
  }
  for (const index of changes.types) {
    const definition = model.types[index];
    const place = definition && namePlaces.get(definition.name);
    if (definition && place !== undefined) {
      reached[place] = JSON.stringify([definition.name, digestDefinition(shapes, definition)]);
    }
  }
  return hashed;
}

function digestMessage(shapes: Shapes, message: MessageModel): string {
  return JSON.stringify(shapes.digest(message, (shape) => messageShape(message, shape)));
}

function digestDefinition(shapes: Shapes, definition: TypeDefinition): string {
  return shapes.digest(definition, (shape) => definitionShape(definition, shape));
}

function digestFormer(shapes: Shapes, upcaster: UpcasterModel): string {
  const { message, from, former } = upcaster;
  return shapes.digest(upcaster, (shape) => [message, from, shape(former.body)]);
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
  readonly #names: ReadonlyMap<string, string>;
  readonly #open = new Set<string>();

  /** @param names - Of all definitions, by id. */
  constructor(names: ReadonlyMap<string, string>) {
    this.#names = names;
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

  /** What all digested shapes reach, sorted by name. */
  reached(byId: ReadonlyMap<string, TypeDefinition>): (readonly [name: string, digest: string])[] {
    const reached = new Map<string, string>();
    // A set's iteration visits what is added on the way.
    for (const id of this.#open) {
      const definition = byId.get(id);
      if (definition === undefined || reached.has(definition.name)) continue;
      reached.set(definition.name, digestDefinition(this, definition));
    }
    return [...reached].toSorted(([a], [b]) => compare(a, b));
  }

  #name(id: string): string {
    return this.#names.get(id) ?? id;
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
