import type { ProjectModel } from '../model/project.ts';
import type { TypeDefinition, TypeModel } from '../model/types.ts';
import { referencesIn, referencesOf } from './references.ts';

/** Ids of the definitions that former versions alone are made of: nobody writes a former version. */
export function onlyRead(
  { messages, upcasters }: Pick<ProjectModel, 'messages' | 'upcasters'>,
  byId: Pick<ReadonlyMap<string, TypeDefinition>, 'get'>,
): ReadonlySet<string> {
  if (upcasters.length === 0) return new Set();
  const written = reached(
    messages.flatMap(({ body, response }) => (response === undefined ? [body] : [body, response.type])),
    byId,
  );
  const read = reached(
    upcasters.map(({ former }) => former.body),
    byId,
  );
  return new Set([...read].filter((id) => !written.has(id)));
}

function reached(
  types: readonly TypeModel[],
  byId: Pick<ReadonlyMap<string, TypeDefinition>, 'get'>,
): ReadonlySet<string> {
  const ids = new Set(referencesIn(types));
  // A set's iteration visits what is added on the way.
  for (const id of ids) {
    const definition = byId.get(id);
    if (definition) for (const next of referencesOf(definition)) ids.add(next);
  }
  return ids;
}
