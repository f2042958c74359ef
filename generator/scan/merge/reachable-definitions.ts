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
  const isFound = (type: TypeModel): boolean =>
    type.kind === 'reference' ? found.has(type.id) : childrenOf(type).every(isFound);
  const definitions = [...found.values()];
  const written = definitions.map((definition) => {
    const { expression, ...rest } = definition;
    return expression?.arguments?.every(isFound) === false ? rest : definition;
  });
  return { definitions, written };
}
