import { childrenOf, referencesIn, referencesOf } from '../../codecs/index.ts';
import type { MessageModel, UpcasterModel } from '../../model/project.ts';
import type { TypeDefinition, TypeModel } from '../../model/types.ts';

/**
 * The definitions that messages, and their former versions, are made of. A generic's arguments are written in generated code only where they are
 * among them, whichever other messages a run has looked at; `written` leaves them out elsewhere.
 */
export function reachableDefinitions(
  messages: readonly MessageModel[],
  upcasters: readonly UpcasterModel[],
  known: (id: string) => TypeDefinition | undefined,
): { readonly definitions: readonly TypeDefinition[]; readonly written: readonly TypeDefinition[] } {
  const found = new Map<string, TypeDefinition>();
  const open = referencesIn([
    ...messages.flatMap(({ body, response }) => (response ? [body, response.type] : [body])),
    ...upcasters.map(({ former }) => former.body),
  ]).slice();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const definition = found.has(id) ? undefined : known(id);
    if (!definition) continue;
    found.set(id, definition);
    open.push(...referencesOf(definition));
  }
  const definitions = [...found.values()];
  return { definitions, written: definitions.map((definition) => asWritten(definition, found)) };
}

/** @param found - The ids of all definitions that messages are made of. */
export function asWritten(definition: TypeDefinition, found: Pick<ReadonlySet<string>, 'has'>): TypeDefinition {
  const { arguments: parameters } = definition.expression ?? {};
  if (!parameters) return definition;
  const isFound = (type: TypeModel): boolean =>
    type.kind === 'reference' ? found.has(type.id) : childrenOf(type).every(isFound);
  if (parameters.every(isFound)) return definition;
  const { expression: _expression, ...rest } = definition;
  return rest;
}
