import type { TypeDefinition } from '../../model/types.ts';
import { compareText } from '../project-paths.ts';
import { pascalCase } from './pascal-case.ts';

/** Sorted by id, with names made unique: by the module they come from, then by a number. */
export function nameDefinitions(definitions: Iterable<TypeDefinition>): readonly TypeDefinition[] {
  const sorted = [...definitions].toSorted((a, b) => compareText(a.id, b.id));
  const once = withModules(sorted);
  const taken = new Map<string, number>();
  const reserved = new Set(once.map(({ name }) => name));
  return once.map((definition) => {
    // An identifier cannot start with a digit, as a name read off a key may.
    const name = /^\p{ID_Start}|^[$_]/u.test(definition.name) ? definition.name : `T${definition.name}`;
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    if (count === 1) return name === definition.name ? definition : { ...definition, name };
    let next = count;
    while (reserved.has(`${name}${next}`)) next++;
    reserved.add(`${name}${next}`);
    return { ...definition, name: `${name}${next}` };
  });
}

function withModules(definitions: readonly TypeDefinition[]): readonly TypeDefinition[] {
  const counts = new Map<string, number>();
  for (const { name } of definitions) counts.set(name, (counts.get(name) ?? 0) + 1);
  return definitions.map((definition) =>
    counts.get(definition.name) === 1
      ? definition
      : { ...definition, name: pascalCase(definition.module.split('/').at(-1) ?? '') + definition.name },
  );
}
