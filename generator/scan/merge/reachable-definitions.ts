import { childrenOf, partsOf } from '../../codecs/index.ts';
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
  const open: TypeModel[] = [
    ...messages.flatMap(({ body, response }) => (response ? [body, response.type] : [body])),
    ...upcasters.map(({ former }) => former.body),
  ];
  for (let type = open.pop(); type; type = open.pop()) {
    if (type.kind !== 'reference') {
      open.push(...childrenOf(type));
      continue;
    }
    const definition = found.has(type.id) ? undefined : known(type.id);
    if (!definition) continue;
    found.set(type.id, definition);
    open.push(...partsOf(definition));
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
