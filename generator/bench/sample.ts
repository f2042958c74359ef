import type { MessageModel, ProjectModel } from '../model/project.ts';
import type { TypeDefinition, TypeModel } from '../model/types.ts';

/** A value that is left out: no sample of the type can be made. */
const none: unique symbol = Symbol('none');

// Deep enough for real messages; recursive types end here by their optional members and empty lists.
const deepest = 6;

/** A sample of each message by wire name, as JSON has it. What is recursive or optional too deep down is left out. */
export function sampleMessages({ messages, types }: ProjectModel): Readonly<Record<string, unknown>> {
  const definitions = new Map(types.map((definition) => [definition.id, definition]));
  const samples: [string, unknown][] = [];
  for (const message of messages.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const sample = sampleOf(message, definitions);
    if (sample !== none) samples.push([message.name, sample]);
  }
  return Object.fromEntries(samples);
}

function sampleOf({ body }: MessageModel, definitions: ReadonlyMap<string, TypeDefinition>): unknown {
  return sample(body, '', 0);

  function sample(type: TypeModel, name: string, depth: number): unknown {
    switch (type.kind) {
      case 'string':
        return name === '' ? 'text' : name;
      case 'number':
        return 42;
      case 'boolean':
        return true;
      case 'bigint':
        return '42';
      case 'null':
        return null;
      case 'literal':
        return type.bigint === true ? String(type.value) : type.value;
      case 'date':
        return '2026-01-01T12:00:00.000Z';
      case 'bytes':
        return 'AAECAw==';
      case 'binary':
        // Eight bytes: whole elements, whatever their size.
        return 'AAAAAAAAAAA=';
      case 'unknown':
        return 'anything';
      case 'array':
      case 'set':
        return list(type.element, name, depth);
      case 'tuple':
        return all([...type.elements, ...(type.trailing ?? [])].map((element) => sample(element, name, depth)));
      case 'record': {
        const value = sample(type.value, name, depth + 1);
        return value === none ? {} : { [type.key === 'number' ? '1' : 'key']: value };
      }
      case 'map': {
        const pair = all([sample(type.key, 'key', depth), sample(type.value, name, depth + 1)]);
        return pair === none ? [] : [pair];
      }
      case 'union':
        return oneOf(type.variants.map((variant) => sample(variant, name, depth)));
      case 'reference':
        return object(definitions.get(type.id), name, depth);
      default:
        return none;
    }
  }

  function list(element: TypeModel, name: string, depth: number): unknown {
    const item = depth >= deepest ? none : sample(element, name, depth + 1);
    return item === none ? [] : [item];
  }

  function object(definition: TypeDefinition | undefined, name: string, depth: number): unknown {
    if (definition === undefined || depth > deepest) return none;
    const { shape } = definition;
    if (shape.kind === 'alias') return sample(shape.type, name, depth + 1);
    const members: [string, unknown][] = [];
    for (const member of shape.members) {
      const value = sample(member.type, member.name, depth + 1);
      if (value !== none) members.push([member.name, value]);
      else if (member.optional !== true && member.undefinable !== true) return none;
    }
    return Object.fromEntries(members);
  }
}

/** The first that there is, `null` only where there is nothing else. */
function oneOf(values: readonly unknown[]): unknown {
  const made = values.filter((value) => value !== none);
  return made.length === 0 ? none : (made.find((value) => value !== null) ?? null);
}

function all(values: readonly unknown[]): unknown {
  return values.includes(none) ? none : values;
}
