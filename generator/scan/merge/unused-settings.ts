import { createDiagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { TypeDefinition } from '../../model/types.ts';
import type { GeneratorSettings } from '../../settings.ts';
import type { MessageDraft } from '../fragments/index.ts';

/** Where the configuration is reported: it is a script, whose lines the generator does not know. */
const position = { file: 'catga.config.ts', line: 1, column: 1 };

/** Options in the configuration for types that are not messages. */
export function findUnusedOptions(
  drafts: readonly MessageDraft[],
  { messages }: Pick<GeneratorSettings, 'messages'>,
): readonly Diagnostic[] {
  if (Object.keys(messages).length === 0) return [];
  const known = new Set(drafts.map(({ model, name }) => `${model.module}#${name}`));
  return Object.keys(messages)
    .filter((name) => !known.has(name))
    .toSorted()
    .map((name) => createDiagnostic('CATGA1011', { name }, position));
}

/** Layouts in the configuration for types that no message is made of. @param definitions - Of all messages: without errors. */
export function findUnusedLayouts(
  definitions: readonly TypeDefinition[],
  { types }: Pick<GeneratorSettings, 'types'>,
): readonly Diagnostic[] {
  if (Object.keys(types).length === 0) return [];
  const known = new Set(definitions.map(({ id }) => id));
  return Object.keys(types)
    .filter((name) => !known.has(name))
    .toSorted()
    .map((name) => {
      const own = name.slice(name.lastIndexOf('#') + 1);
      // Whoever gets the module wrong has the name right.
      const near = [...known].filter((id) => id.endsWith(`#${own}`) || id.startsWith(`${name}<`)).toSorted();
      const suggestion =
        near.length === 0
          ? ''
          : `; there is ${near
              .slice(0, 3)
              .map((id) => `\`${id}\``)
              .join(', ')}`;
      return createDiagnostic('CATGA1023', { name, suggestion }, position);
    });
}
