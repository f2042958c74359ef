import type { TypeDefinition, TypeModel } from '../model/types.ts';

/** The types that a type is made of, one level down. */
export function childrenOf(type: TypeModel): readonly TypeModel[] {
  switch (type.kind) {
    case 'array':
    case 'set':
      return [type.element];
    case 'tuple':
      return [...type.elements, ...(type.rest === undefined ? [] : [type.rest]), ...(type.trailing ?? [])];
    case 'record':
      return [type.value];
    case 'map':
      return [type.key, type.value];
    case 'union':
      return type.variants;
    default:
      return [];
  }
}

/** The types that a definition is made of, one level down. */
export function partsOf({ shape }: TypeDefinition): readonly TypeModel[] {
  if (shape.kind === 'alias') return [shape.type];
  const members = shape.members.map(({ type }) => type);
  return shape.index === undefined ? members : [...members, shape.index];
}

/** Ids of all definitions that `types` refer to directly, through unnamed types. */
export function referencesIn(types: readonly TypeModel[]): readonly string[] {
  return types.flatMap((type) => (type.kind === 'reference' ? [type.id] : referencesIn(childrenOf(type))));
}

const references = new WeakMap<TypeDefinition, readonly string[]>();

/** Ids of all definitions that one is directly made of, each once. */
export function referencesOf(definition: TypeDefinition): readonly string[] {
  let ids = references.get(definition);
  if (ids === undefined) {
    ids = [...new Set(referencesIn(partsOf(definition)))];
    references.set(definition, ids);
  }
  return ids;
}
